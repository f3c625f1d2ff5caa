"""What marked elements say of the article: microdata, `<time>`, rel=author, and names of classes.

Where an element stands counts as much as its name: a date below the headline is the article's own, one in a
teaser is another's. So each witness has its place (see Stage).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick
from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaners.dom.pieces import Walk
from cleaners.dom.walk import flow
from cleaners.dom.words import groups
from cleaners.memo import memo
from cleaners.metadata.names import CREDITS
from cleaners.shape import has_digit
from cleaners.tables import either, read_table
from cleaners.testimony.glue import unglued
from cleaners.testimony.stage import Stage
from cleaners.testimony.witness import Field, Witness

MARKED = "time,[datetime],address,[itemprop],[property],[rel~=author]"
LINKS = "a[href]:not([rel~=author],[itemprop])"
MOST = 10_000  # elements with a name that are looked at
MOST_MARKS = 500  # of a page that are placed
MOST_SECTIONS = 100  # links to sections that are read
LONGEST = 200  # characters of an element that names an author or a date
LONGEST_NAME = 40  # characters of a class that provenance repeats
LONGEST_LABEL = 24  # characters of a label ahead of a date
BLANKS = 4  # nodes ahead of a date among which its label is looked for
LINES = 6  # pieces of an element that are read
REACH = 50  # pieces of a block in which an inline element's text is looked for

Kinds = tuple[tuple[Field, str], ...]
"""The fields that an element speaks of, each with the kind of witness that it is."""

_COMMENT, _TEASER, _MARGIN = (
    sum(1 << groups().index(name) for name in names.split())
    for names in ("comment", "related teaser", "sidebar navigation footer subscribe advert widget pager search")
)
_CREDIT = re.compile(rf"(?<![^\W\d_])(?:{either(CREDITS)})\s?:?$", re.IGNORECASE)
SECTION = "href section"
_SECTION = re.compile(
    r"/(?:categor(?:y|ies|ia|ie|ias)|kategori[ea]?|rubri(?:k|que|ca)|tags?|topics?|sections?|temas?)/"
)
_ALONE: Kinds = (("title", "class title alone"),)
_BOXES = frozenset({"div", "p", "span", "strong", "td"})
_ASIDE = frozenset({"aside", "nav", "footer"})
_ITEMPROPS: Mapping[str, Field] = {
    "headline": "title",
    "author": "authors",
    "creator": "authors",
    "translator": "translators",
    "datepublished": "published",
    "datecreated": "published",
    "datemodified": "modified",
    "publisheddate": "published",
    "pubdate": "published",
    "updateddate": "modified",
    "publisher": "site",
}
_NAMES: tuple[Field, ...] = ("authors", "published", "site", "title")
_TABLES = (*_NAMES, "modified", "passed")


class Mark(NamedTuple):
    """A marked element: what it says, how a reader of the page's source finds it, the block-level element that
    holds it, and the piece where it begins."""

    field: Field
    kind: str
    values: tuple[str, ...]
    where: str
    element: int
    at: int


def find_marks(tree: LexborHTMLParser, found: Walk) -> list[Mark]:
    """The marked elements of a page, in the page's order."""
    if tree.body is None:
        return []
    marks: list[Mark] = []
    alone = frozenset(words()["title_alone"])
    for node in tree.body.css("[class]")[:MOST]:
        names = node.attrs["class"] or ""
        kinds = _by_class(names) or (_ALONE if names in alone and node.tag in _BOXES else ())
        if kinds:
            marks += _read(node, kinds, found)
    for node in tree.body.css(MARKED)[:MOST]:
        kinds = _by_attributes(node)
        if kinds:
            marks += _read(node, kinds, found)
    sections: list[Mark] = []
    for node in tree.body.css(LINKS)[:MOST]:
        address = node.attrs["href"] or ""
        if _of_authors().search(address):
            marks += _read(node, (("authors", "href author"),), found)
        elif len(sections) < MOST_SECTIONS and _SECTION.search(address):
            sections += _read(node, (("authors", SECTION),), found)
    return sorted(marks, key=lambda mark: mark.at)[:MOST_MARKS] + sections


def place_marks(marks: Iterable[Mark], found: Walk, stage: Stage) -> Iterator[Witness]:
    """The marks as witnesses, each with its place. stage: in pieces of the walk."""
    for mark in marks:
        place = elsewhere(mark.element, found, stage) or stage.place(mark.at)
        yield Witness(mark.field, mark.values, mark.kind, f"html: {mark.where}", place)


def words() -> Mapping[str, list[str]]:
    """The tables of marked.toml."""
    return read_table("testimony", "marked.toml")


@cache
def _of_authors() -> re.Pattern[str]:
    """A part of the address of an author's page."""
    return re.compile(either(words()["href"]))


@cache
def _stems() -> tuple[AhoCorasick, tuple[str, ...]]:
    """Finds the words of which names are made; and the table of each."""
    pairs = [(word, table) for table in _TABLES for word in words()[table]]
    return AhoCorasick([word for word, _ in pairs]), tuple(table for _, table in pairs)


def _tables(names: str) -> set[str]:
    """The tables of which names hold a word."""
    stems, tables = _stems()
    return {tables[found] for found, _, _ in stems.find_matches_as_indexes(names.lower(), overlapping=True)}


def changes(names: str) -> bool:
    """True where names, or a line, speak of a change: their date is no date of publication."""
    return change_in(names) is not None


def change_in(names: str) -> int | None:
    """Where the first word that speaks of a change ends; None where there is none."""
    stems, tables = _stems()
    found = stems.find_matches_as_indexes(names.lower(), overlapping=True)
    return next((end for number, _, end in found if tables[number] == "modified"), None)


@memo(20_000)
def _by_class(names: str) -> Kinds:
    tables = _tables(names[:LONGEST])
    if not tables or "passed" in tables:
        return ()
    fields = [field for field in _NAMES if field in tables]
    changed = "modified" in tables
    return tuple((f, f"class {f}") for f in ("modified" if f == "published" and changed else f for f in fields))


def _by_attributes(node: LexborNode) -> Kinds:
    """The marks that an element has besides its class."""
    attributes, tag = node.attributes, node.tag
    found: list[tuple[Field, str]] = []
    itemprop = (attributes.get("itemprop") or attributes.get("property") or "").lower().rpartition(":")[2]
    itemprop = itemprop.replace("-", "").replace("_", "")
    if itemprop in _ITEMPROPS:
        found.append((_ITEMPROPS[itemprop], f"itemprop {itemprop}"))
    elif tag == "time" or "datetime" in attributes:
        changed = changes(attributes.get("class") or "")
        found.append(("modified", "class modified") if changed else ("published", "time"))
    if tag == "address":
        found.append(("authors", "address"))
    if "author" in (attributes.get("rel") or "").lower().split():
        found.append(("authors", "rel author"))
    return tuple(found)


def _read(node: LexborNode, kinds: Kinds, found: Walk) -> Iterator[Mark]:
    element = _element(node, found)
    if element is None:
        return
    texts, at = _texts(node, element, found)
    attributes = node.attributes
    if not texts and "itemscope" in attributes:
        texts = _nested(node)
    stamp = attributes.get("datetime") or attributes.get("content")
    for field, kind in kinds:
        values = (stamp,) if stamp and field in ("published", "modified") else texts
        if field == "authors" and values and node.mem_id in found.nodes and values[0] == found.pieces[at].text:
            values = _parted(found, at, len(values))
        if field == "published" and stamp and _follows_change(node):
            field, kind = "modified", "class modified"  # noqa: PLW2901 - "Updated <time>"
        if field == "authors" and kind != "address" and _follows_credit(node):
            continue
        if kind == "address" and has_digit("".join(values)):
            continue  # of a place: with the number of a house, a telephone
        if values and len(values) <= LINES and all(len(v) <= LONGEST for v in values):
            yield Mark(field, kind, values, _where(node.tag or "", attributes), element, at)


def _parted(found: Walk, at: int, count: int) -> tuple[str, ...]:
    """The texts of the pieces from `at` on, names apart from what is glued to them."""
    return tuple("\n".join(unglued(p.parts)) if len(p.parts) > 1 else p.text for p in found.pieces[at : at + count])


def _follows_change(node: LexborNode) -> bool:
    """True where the text right before an element makes its date one of a change."""
    before, text = node.prev, ""
    for _ in range(BLANKS):
        if before is None or text:
            break
        text, before = (before.text() or "").strip(), before.prev
    return len(text) <= LONGEST_LABEL and changes(text)


def _follows_credit(node: LexborNode) -> bool:
    """True where the text right before an element, or the one that holds it alone, gives credit for something else than
    writing: "Edited by <a>"."""
    before = node.prev or (node.parent.prev if node.parent is not None else None)
    text = (before.text() or "").strip() if before is not None else ""
    return len(text) <= LONGEST_LABEL * 2 and _CREDIT.search(text) is not None


def _nested(node: LexborNode) -> tuple[str, ...]:
    """The name that an item of microdata has in an attribute of an element in it."""
    name = node.css_first('[itemprop="name"][content]')
    return (name.attributes["content"] or "",) if name is not None else ()


def _where(tag: str, attributes: Mapping[str, str | None]) -> str:
    """An element as a selector names it: by its itemprop, its rel or the first of its classes."""
    for name in ("itemprop", "rel"):
        if attributes.get(name):
            return f'{tag}[{name}="{_plain(attributes[name])}"]'
    return f"{tag}.{_plain(attributes['class'])}" if attributes.get("class") else tag


def _plain(names: str | None) -> str:
    first = (names or "").split()[:1]
    return "".join(c for c in "".join(first) if c.isalnum() or c in "-_")[:LONGEST_NAME]


def _element(node: LexborNode, found: Walk) -> int | None:
    """The walk's number for the nearest block-level element that holds a node, itself included."""
    up: LexborNode | None = node
    while up is not None:
        number = found.nodes.get(up.mem_id)
        if number is not None:
            return number
        up = up.parent
    return None


def _texts(node: LexborNode, element: int, found: Walk) -> tuple[tuple[str, ...], int]:
    """The lines of an element, and the piece where the first of them stands."""
    first, end = found.first[element], found.end[element]
    if node.mem_id in found.nodes:
        return tuple(p.text for p in found.pieces[first : min(end, first + LINES + 1)]), first
    text = flow(node.text() or "")
    at = next((i for i in range(first, min(end, first + REACH)) if text in found.pieces[i].text), first)
    return ((text,) if text else ()), at


def elsewhere(element: int, found: Walk, stage: Stage) -> str:
    """What the page calls the part of itself that holds the element, yet not the article; "" where it is none."""
    while element and not found.first[element] <= stage.anchor < found.end[element]:
        mask = found.mask[element]
        if mask & _COMMENT:
            return "comment elsewhere"
        if mask & _TEASER:
            return "teaser elsewhere"
        if mask & _MARGIN or found.tag[element] in _ASIDE:
            return "elsewhere"
        element = found.parent[element]
    return ""
