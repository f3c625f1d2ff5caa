"""What opens an article ahead of its first sentence: a greeting, the first number, the first day, a list."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from cleaners.block import Block
from cleaners.dates import find_date
from cleaners.doc import Doc
from cleaners.kinds import is_paragraph, number_of, tells
from cleaners.phrases import Rules
from cleaners.stretch.own_lists import first_list

HEADING = 40  # columns of a greeting
DAYS = 4  # of a chronicle
ENTRIES = 3  # of a live blog, behind its first
ENTRY = 2  # lines below an entry's time in which its sentences begin
GREETS = (":", "：", ",", "，", "、")

_HOUR = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d\s(?!AM|PM)[A-Z]{2,4}")  # "17.31 GMT"
_DAY = re.compile(r"(?:19|20)\d\d(?:\W|[年년]\s?)?(?:\d{1,2}(?:\W|[月월]\s?)?)?(?:\d{1,2}[日일]?)?")


def openings(doc: Doc, rules: Rules) -> Iterator[int]:
    """The indices of the lines above the first sentence that are the article's."""
    yield from _greeting(doc.blocks)
    yield from _first_number(doc)
    yield from _first_day(doc.blocks)
    yield from _first_hour(doc.blocks)
    yield from _first_list(doc, rules)


def _greeting(blocks: Sequence[Block]) -> list[int]:
    """The line right above the page's first paragraph, where it greets or leads over: "Dear readers,"."""
    first = next((i for i, b in enumerate(blocks) if b.prose), 0)
    above = blocks[first - 1] if first else None
    if above is None or above.columns > HEADING or tells(above):
        return []
    return [first - 1] if above.text.endswith(GREETS) or above.marked("introductions.greets") else []


def _first_number(doc: Doc) -> range:
    """The lines from the number above the article's first part to its first paragraph: "01", where "02" follows.

    Or the heading with that number: "1. Night", where "2. Morning" follows.
    """
    blocks, title = doc.blocks, -1 if doc.title_at is None else doc.title_at
    first = next((i for i, b in enumerate(blocks) if b.prose), 0)
    begins = _counts_down(blocks, first)
    if begins < first and (begins == first - 1 or -1 < title < blocks[begins].position):
        return range(begins, first)
    one = next((i for i in range(max(0, first - 2), first) if blocks[i].key in ("1", "01")), first)
    two = any(b.key == ("02" if blocks[one].key == "01" else "2") for b in blocks[first:]) if one < first else False
    return range(one, first) if two else range(0)


def _counts_down(blocks: Sequence[Block], first: int) -> int:
    """The index of the heading with the number 1 from which those above the first sentence count up, and the ones
    below it go on: what stands between is of the parts of which no sentence tells, as tables are; `first` for none.
    """
    headings = [(i, number) for i, b in enumerate(blocks[:first]) if (number := number_of(b))]
    further = next(filter(None, map(number_of, blocks[first:])), 0)
    begins = first
    for i, number in reversed(headings):
        if number != further - 1:
            break
        begins, further = (i if number == 1 else begins), number
    return begins


def _first_day(blocks: Sequence[Block]) -> range:
    """The year or the day right above the page's first sentence, where later ones head later sentences: a chronicle."""
    first = next((i for i, b in enumerate(blocks) if _is_told(b)), 0)
    heads = [b.text for b, below in pairwise(blocks[max(0, first - 1) :]) if _is_told(below)]
    days = [day.iso if (day := find_date(text)) else text[:4] for text in heads if _DAY.fullmatch(text)]
    opens = first and _DAY.fullmatch(blocks[first - 1].text) and len(days) >= DAYS and days == sorted(days)
    return range(first - 1, first) if opens else range(0)


def _first_hour(blocks: Sequence[Block]) -> range:
    """The time of day and the heading above a live blog's first entry, where further times head further entries."""
    hours = [i for i, b in enumerate(blocks) if _HOUR.fullmatch(b.text)]
    for at in hours[:-ENTRIES]:
        told = next((i for i in range(at + 1, at + 1 + ENTRY) if _is_told(blocks[i])), at)
        if told > at:
            return range(at, told)
    return range(0)


def _is_told(block: Block) -> bool:
    return block.prose or (block.ends and not tells(block))


def _first_list(doc: Doc, rules: Rules) -> Iterator[int]:
    """The list with which the article begins, below its title, or below a standfirst there."""
    below = (i for i, b in enumerate(doc.blocks) if doc.title_at is not None and b.position > doc.title_at)
    start = next(below, len(doc.blocks))
    told = (i for i in range(start, len(doc.blocks)) if is_paragraph(doc.blocks[i]))
    for first in islice(told, 2):
        yield from first_list(doc.blocks, first, start, rules.labels)
        start = first + 1
