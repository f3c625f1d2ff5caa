"""Widgets of other articles: related, recommended, popular, latest, "You Missed"."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cleaners.block import Block
from cleaners.dates import find_date
from cleaners.doc import Doc
from cleaners.evidence import cut_lines
from cleaners.kinds import is_headline
from cleaners.patterns import STAMP
from cleaners.phrases import Rules
from cleaners.sections import cut_sections

HEADING = range(4, 41)  # columns of a list's heading
TITLE = range(16, 100)  # columns of a title
BESIDE = 28  # columns of what may stand beside a day: a name, a section
LEAST = 2  # titles that make a list

# "Oct 20 · Davi Quental", "NOV 9 · 溫以澄", "11月16日 | 林曉棠": a name says that it is no event's day
_SIGNED = re.compile(
    r"(?:[A-Z][a-z]{2,8}|[A-Z]{3})\.? \d{1,2}\s?[·•|]\s?\S|\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]\s?[·•|]\s?\S"
)


def related_posts(doc: Doc, rules: Rules) -> Doc:
    """Cut the headings of such widgets with the titles, teasers and dates below them, and teasers without one."""
    doc = cut_lines(cut_sections(doc, "related_posts"), "related_posts")
    if doc.judged:  # the structure of the page says it better
        return doc
    inside = [b for b in doc.blocks if b in doc.span]
    return doc.cut({b.position: "a list of dated titles among paragraphs" for b in _dated(inside)})


def _dated(blocks: Sequence[Block]) -> Iterable[Block]:
    """Short lists among paragraphs: a heading, and titles with the day below each, the latest first.

    What happened is told the other way round, and its day stands ahead of it.
    """
    begun, done = False, 0
    for i, heading in enumerate(blocks):
        begun = begun or heading.prose
        if i < done or not begun or heading.prose or heading.ends or heading.bullet or heading.columns not in HEADING:
            continue
        days: list[str] = []
        at = i + 1
        while at + 1 < len(blocks) and is_headline(blocks[at], TITLE) and (day := _day(blocks[at + 1])):
            days.append(day)
            at += 2
        done = at - 1  # a day may be the next list's heading
        if len(days) >= LEAST and not any(below > above for above, below in pairwise(days)):
            yield from blocks[i:at]


def _day(block: Block) -> str:
    """The day in a short line of little else, "-" where it has no year and somebody's name; "" where it tells none."""
    if block.prose or block.ends or block.columns > STAMP:
        return ""
    found = find_date(block.text)
    if found is None:
        return "-" if _SIGNED.match(block.text) else ""
    return found.iso if block.columns - (found.end - found.start) <= BESIDE else ""
