"""Bylines and datelines without a label: "By Jane Doe", "CryptoSlate 2025/10/12 21:51"."""

import re
import unicodedata

from cleaners import fold
from cleaners.block import Block
from cleaners.dates import find_date
from cleaners.doc import Doc
from cleaners.evidence import FEW, Verdicts
from cleaners.metadata.names import split_names
from cleaners.phrases import Rules

HEAD = 2  # paragraphs of the article ahead of which a byline may stand: a lead, and the first one
LONGEST = 100  # columns
SHORT = 32  # columns of a name, a section, a place
MOST = 3  # lines inside the article; more dates than that are a table or a timeline

_BY = re.compile(
    r"^(?:by|written by|posted by|text by|words by|reported by|story by)\s+(?=[A-Z@\"“]|[^\x00-\x7f])", re.I
)
_REPORTER = re.compile(
    r"^[\[【(（〔]?\s?(?:記者|记者|本报记者|本報記者|【?記者)?\s?[^\s。，、]{2,12}\s?(?:／|/|│|\|)\s?[^\s。]{1,12}(?:報導|报道|報道|電)[\]】)）〕]?$"
    r"|^[가-힣]{2,5}\s?(?:기자|특파원|논설위원)(?:\s|$|=|\()"
    r"|^[□■]?\s?(?:本报记者|本報記者|记者|記者)\s?\S"
)
_TWICE = re.compile(r"^(.{2,40}?)\s?\1$")
_MODIFIED = re.compile(r"updated|modified|更新|修改|改訂|수정|last edited", re.I)


def bylines(doc: Doc, rules: Rules) -> Doc:
    """Read who wrote it, where and when from the lines between the title and the article."""
    verdicts: Verdicts = {}
    read = 0
    paragraphs = [b.position for b in doc.blocks if b in doc.span and b.prose][:HEAD]
    until = max(paragraphs, default=doc.span.first)
    for block in doc.blocks:
        if block.position > until or block.columns > LONGEST or (block.bullet and block in doc.span):
            continue
        if block in doc.span and read >= MOST:
            break
        doc, reason = _read(doc, block)
        if reason:
            verdicts[block.position] = reason
            read += block in doc.span
    return doc.cut(_beside(doc, verdicts) | verdicts)


def _beside(doc: Doc, datelines: Verdicts) -> Verdicts:
    """Names, sections and places: short lines ahead of the article, right beside a dateline."""
    first = next((b.position for b in doc.blocks if b in doc.span and b.prose), doc.span.first)
    return {
        b.position: "stands beside a dateline"
        for b in doc.blocks
        if b.position < first
        and not datelines.keys().isdisjoint((b.position - 1, b.position + 1))
        and b.columns <= SHORT
        and not (b.bullet or b.prose or b.ends or b.marks or b.position in datelines)
    }


def is_byline(text: str) -> bool:
    """True where a line names its reporter as bylines do: "By Jane Doe", "記者李明／台北報導"."""
    return bool(_BY.match(text) or _REPORTER.match(text))


def _read(doc: Doc, block: Block) -> tuple[Doc, str | None]:
    where = block.where
    text = unicodedata.normalize("NFKC", block.text)
    date = find_date(text) if block.columns <= FEW else None
    by = _BY.match(text)
    if by and not block.ends:
        value = text[by.end() : date.start if date and date.start > by.end() else None]
        doc = doc.learn(f"{where}: by", authors=split_names(re.split(r"[|｜•·]| on ", value)[0]))
    elif block.dated and date:
        doc = doc.learn(where, site=_source(text[: date.start]))
    elif not _REPORTER.match(block.text):
        return doc, None
    if date:
        field = "modified" if _MODIFIED.search(text) else "published"
        doc = doc.learn(where, **{field: date.iso})
        return doc, "a dateline"
    return doc, "a byline"


def _source(text: str) -> str | None:
    """The outlet that a feed glues to the date, once or twice: "CryptoSlateCryptoSlate2025/…"."""
    twice = _TWICE.match(fold.bare(text.strip()))
    return twice.group(1) if twice else None
