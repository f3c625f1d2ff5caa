"""Who signs: at the opening of the first sentence, at the article's end, in the box about the author."""

import re
import unicodedata
from itertools import pairwise, takewhile

from cleaners import fold
from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.metadata.names import split_names
from cleaners.metadata.people import is_full_latin
from cleaners.metadata.people_east import is_full_list, is_full_name
from cleaners.metadata.rows import is_reporter
from cleaners.phrases import Rules

SHORT = 32  # columns of a name
LAST = 3  # blocks of the article that may be its writer's, or its dates
ENDS = 10  # blocks behind the article in which its writer may sign

_OPENING = re.compile(
    r"^[\[【(](?P<place>[^\s=\])】\d]{1,12})=(?P<name>[^\])】\d]{2,20})[\])】]\s?(?P<reporter>[가-힣]{2,4})?"
)
_AGENCY = re.compile(
    r"^(?P<site>新华社|新華社|中新社|中新网|中央社)[^\s。,]{0,12}?(?:\d{1,2}月)?\d{1,2}日?(?:电|電)\s?(?:\((?:记者|記者)\s?(?P<name>[^()]{2,24})\))?"
    r"|^[A-Z][A-Za-z .,]{2,40}\s?\((?P<wire>Reuters|AP|AFP|Bloomberg|Xinhua|Kyodo|UPI|IANS)\)\s?[-–—]"
)
_SIGNATURE = re.compile(r"[(（]([^()（）。]{2,30})[)）]$")


def signatures(doc: Doc, rules: Rules) -> Doc:
    """Read the writer, and the agency, from where articles are signed; cut lines that are no more than that."""
    doc = _opened(doc)
    doc = doc if doc.metadata.authors else _signed(doc)
    return doc if doc.metadata.authors else _boxed(doc, rules)


def _opened(doc: Doc) -> Doc:
    """The writer and the agency with which the first sentence opens: "【シアトル=大森健太】", "新华社北京11月5日电"."""
    first = next((b for b in doc.blocks if b in doc.span and b.prose), None)
    if first is None:
        return doc
    text = unicodedata.normalize("NFKC", first.text[:120])
    opening, agency = _OPENING.match(text), _AGENCY.match(text)
    if opening:
        korean = opening["reporter"]
        names = split_names(korean or opening["name"])
        good = names and (korean or all(is_full_name(n) or len(n) > 2 for n in names))
        doc = doc.learn(first.where, authors=names if good else (), site=opening["name"] if korean else None)
    if agency:
        names = split_names(agency["name"]) if agency["name"] else ()
        doc = doc.learn(first.where, authors=names, site=agency["site"] or agency["wire"])
    return doc


def _signed(doc: Doc) -> Doc:
    """The writer who signs at the article's end: "(石田遥、久保寺亮)", "배윤호 기자 yh@example.com"."""
    for block in at_the_end(doc):
        signature = _SIGNATURE.search(unicodedata.normalize("NFKC", block.text))
        names = split_names(signature[1]) if signature else ()
        if names and _are_full(names):
            whole = signature and not signature.start()
            return doc.learn(block.where, authors=names).cut({block.position: "a signature"} if whole else {})
        if block.columns <= SHORT + SHORT and not block.prose and is_reporter(block.text):
            return doc.learn(block.where, authors=split_names(block.text)).cut({block.position: "a signature"})
    return doc


def at_the_end(doc: Doc) -> list[Block]:
    """The last blocks of the article and those right behind it."""
    return [b for b in doc.blocks if b in doc.span][-LAST:] + _behind(doc)


def _behind(doc: Doc) -> list[Block]:
    """The blocks behind the article, up to the first widget: those below it speak of other articles."""
    behind = [b for b in doc.blocks if b.position > doc.span.last][:ENDS]
    return list(takewhile(lambda b: not b.marked("related_posts.opens", "comments.opens"), behind))


def _boxed(doc: Doc, rules: Rules) -> Doc:
    """The name below "About the author", "この記事を書いた人", "作者"."""
    near = [b for b in doc.blocks if b.position <= doc.span.last] + _behind(doc)
    for heading, block in pairwise(near):
        heads = rules.labels.get(fold.label(heading.text)) == "author" or heading.marked("author_bios.opens")
        names = split_names(block.text) if heads and block.columns <= SHORT and not block.prose else ()
        if names and (_are_full(names) or all(map(is_full_latin, names))):
            return doc.learn(block.where, authors=names)
    return doc


def _are_full(names: tuple[str, ...]) -> bool:
    return is_full_list(names) or all(map(is_full_name, names))
