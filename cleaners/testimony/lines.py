"""What the lines round an article say of it: bylines, labels, and lines that hold a date."""

import re
from collections.abc import Iterator, Mapping, Sequence

from cleaners.block import Block
from cleaners.dates import Found, Setting, find_date
from cleaners.metadata.labels import read_labels
from cleaners.testimony.marked import changes, is_elsewhere, words
from cleaners.testimony.reading import Reading
from cleaners.testimony.stage import Stage
from cleaners.testimony.witness import Field, Witness

REACH = 12  # blocks round a headline, and round an article's beginning and its end, that are read
WIDEST = 200  # columns of a line that names an author or a date
DATED = 110  # columns of a line that has a date and little else
SHORT = 44  # columns of a line that is a name
LABELS: Mapping[str, Field] = {
    "author": "authors",
    "translator": "translators",
    "published": "published",
    "modified": "modified",
    "site": "site",
}

_BY = re.compile(
    rf"\W{{0,20}}(?:{'|'.join(sorted(words()['by'], key=len, reverse=True))})\s*:?\s+(?=\S)", re.IGNORECASE
)
_BY_INSIDE = re.compile(r"\b(?:by|von|par|por|di|door|av|af|przez)\s+([^\d|,•·]{3,60})", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s)?[^\W\d_a-zß-ÿ][\w'’.-]{0,20}"
    r"(?:\s(?:[^\W\d_a-zß-ÿ][\w'’.-]{0,20}|van|von|de|der|den|la|le|di|da|del|dos|bin|al|ten|ter|du|y)){1,4}"
)


def lines(page: Reading, stage: Stage, known: Mapping[str, str], setting: Setting) -> Iterator[Witness]:
    """What each line near the article says. known: labels by the field that they name; setting: see find_date."""
    near = [block for block in _near(page.blocks, stage) if block.columns <= WIDEST]
    found = {b.position: find_date(b.text, setting) for b in near if b.columns <= DATED}
    dated = {position for position, date in found.items() if date}
    for block in near:
        at = block.position
        place = stage.place(at) + (" aside" if is_elsewhere(page.walk.pieces[at].element, page.walk, stage) else "")
        said = list(_labelled(block, known, place)) or list(_unlabelled(block, found.get(at), place))
        if not said and block.columns <= SHORT and _PERSON.fullmatch(block.text):
            beside = "" if dated.isdisjoint((at - 2, at - 1, at + 1)) else " by a date"
            said = [Witness("authors", (block.text,), f"line person{beside}", block.where, place)]
        yield from said


def _near(blocks: Sequence[Block], stage: Stage) -> Iterator[Block]:
    """The blocks round the headline, and round the article's beginning and its end."""
    spans = [(stage.first - REACH, stage.first + REACH), (stage.last - REACH // 2, stage.last + REACH)]
    spans += [(stage.title - REACH, stage.title + REACH)] if stage.title >= 0 else []
    near = {at for begin, end in spans for at in range(max(0, begin), min(end + 1, len(blocks)))}
    return (blocks[at] for at in sorted(near))


def _labelled(block: Block, known: Mapping[str, str], place: str) -> Iterator[Witness]:
    for name, label, value in read_labels(block.text, known):
        if name in LABELS:
            yield Witness(LABELS[name], (value,), f"label {name}", f"{block.where}: {label}", place)


def _unlabelled(block: Block, date: Found | None, place: str) -> Iterator[Witness]:
    text = block.text
    by = _BY.match(text)
    if by:
        yield Witness("authors", (text[by.end() :],), "line by", f"{block.where}: by", place)
    if not date:
        return
    field: Field = "modified" if changes(text) else "published"
    alone = "date" if block.dated else "dated"
    yield Witness(field, (date.iso,), f"line {alone}", block.where, place)
    inside = _BY_INSIDE.search(text)
    if not by and inside:
        yield Witness("authors", (inside[1],), "line dated by", f"{block.where}: by", place)
    elif not by:
        yield Witness("authors", (text[: date.start], text[date.end :]), "line dated", block.where, place)
