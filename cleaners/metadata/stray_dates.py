"""Dates that stand where datelines do not: below a question, without a year, in the rows of a table."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date

from cleaners import fold
from cleaners.block import Block
from cleaners.calendars.setting import Setting
from cleaners.dates import find_date
from cleaners.doc import Doc
from cleaners.kinds import tells
from cleaners.shape import leads_over

WIDEST = 60  # columns of a line with the day of a question
MOST = 3  # dates of an article; more are a table or a timeline
CELLS, CELL = 8, 40  # lines above a list's entry in which what leads over to it stands, and an entry's columns
ROWS, SPACED = 2, 3  # of a schedule, and of one with nothing but a space ahead of its times
NEAR = 10  # lines on either side in which they stand

_PERIOD = re.compile(
    r"\d\s?[日号]?(?:[(（][^()（）]{1,12}[)）])?\s?(?:[至到~～〜]|から|부터|\s(?:to|until|through)\s)\s?(?:20\d\d|\d{1,2}\s?[月월])"
)
_ROW = re.compile(r"([^:：\d]{4,40}?)\s?([:：\s])\s*20\d\d(?!\d)")
_YEAR = re.compile(r"\b20\d\d\b")
# ahead of the day of a question
_ASKED = re.compile(r"(?:^|\s)(?:asked\s|提问于|提問於|質問日|发布于|發布於|發佈於|公布は|発布は)", re.I)


def asked(doc: Doc, setting: Setting) -> Doc:
    """The page with the day of a question, which stands below it: "asked May 2, 2021 at 18:12"."""
    for block in (b for b in doc.blocks if doc.answers and b.columns <= WIDEST and not b.prose):
        asked = _ASKED.search(block.text)
        found = find_date(block.text[asked.end() :], setting) if asked else None
        if found:
            return doc.learn(block.where, published=found.iso)
    return doc


def with_year(doc: Doc, stamp: re.Match[str]) -> str | None:
    """A day and its time with the year of the copyright line, where the day of the week bears that out; else None.

    stamp: month, day, day of the week, hour and minute.
    """
    years = {int(y) for b in doc.blocks if "©" in b.text or b.marked("copyrights.holds") for y in _YEAR.findall(b.text)}
    month, day, weekday, hour, minute = stamp.groups()
    for year in sorted(years, reverse=True):
        with suppress(ValueError):
            if "月火水木金土日"[date(year, int(month), int(day)).weekday()] == weekday:
                return f"{year}-{int(month):02}-{int(day):02}T{int(hour):02}:{minute}"
    return None


def is_of_table(doc: Doc, index: int, labels: Mapping[str, str]) -> bool:
    """True for a date among more of them than an article has for itself: a table's, a timeline's.

    labels: those of the metadata; other words ahead of dates are a table's.
    """
    block = doc.blocks[index]
    near = [b for b in doc.blocks[max(0, index - NEAR) : index + NEAR + 1] if b in doc.span]
    many = sum(b.dated for b in near) > MOST
    listed = many or _is_scheduled(block, near, labels) or _is_cell(doc, index) or _is_led(doc, index)
    return listed or is_period(block.text)


def _is_scheduled(block: Block, near: Sequence[Block], labels: Mapping[str, str]) -> bool:
    """True for a row of a schedule among others that are parted as it is."""
    row = _row(block, labels)
    if row is None:
        return False
    return sum(_row(b, labels) == row for b in near) >= (SPACED if row.isspace() else ROWS)


def _row(block: Block, labels: Mapping[str, str]) -> str | None:
    """What parts a schedule's event from its time, "Trading opens: 2025-11-12 13:00"; None for no such row."""
    row = _ROW.match(block.text) if block.dated else None
    return row[2] if row and fold.label(row[1]) not in labels else None


def _is_led(doc: Doc, index: int) -> bool:
    """True for one of several dates right below a line of the article that leads over to them."""
    above = next((b for b in reversed(doc.blocks[max(0, index - CELLS) : index]) if not b.dated), None)
    beside = (*doc.blocks[max(0, index - 1) : index], *doc.blocks[index + 1 : index + 2])
    return above is not None and above in doc.span and leads_over(above.text) and any(b.dated for b in beside)


def _is_cell(doc: Doc, index: int) -> bool:
    """True for a date between two other short lines of the article, with a sentence and a colon above: a list's."""
    above, below = doc.blocks[max(0, index - CELLS) : index], doc.blocks[index + 1 : index + 2]
    told = any(leads_over(b.text) and b in doc.span for b in above) and any(b.prose and b in doc.span for b in above)
    beside = (*above[-1:], *below)
    return told and len(beside) == 2 and all(_is_plain(b) and b in doc.span for b in beside)


def _is_plain(block: Block) -> bool:
    return not (block.prose or block.ends or block.dated or tells(block)) and block.columns <= CELL


def is_period(text: str) -> bool:
    """True for a line that says from when until when."""
    return _PERIOD.search(text) is not None
