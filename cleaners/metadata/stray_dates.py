"""Dates that stand where datelines do not: below a question, without a year, in the rows of a table."""

import re
from contextlib import suppress
from datetime import date

from cleaners.calendars.setting import Setting
from cleaners.dates import find_date
from cleaners.doc import Doc

ASKED = ("asked ", "提问于", "提問於", "質問日")  # ahead of the day of a question
MOST = 3  # dates of an article; more are a table or a timeline
NEAR = 10  # lines on either side in which they stand

_YEAR = re.compile(r"\b20\d\d\b")


def asked(doc: Doc, setting: Setting) -> Doc:
    """The page with the day of a question, which stands below it: "asked May 2, 2021 at 18:12"."""
    line = next((b for b in doc.blocks if doc.answers and b.words.startswith(ASKED) and b.dated), None)
    found = find_date(line.text, setting) if line else None
    return doc.learn(line.where, published=found.iso) if line and found else doc


def with_year(doc: Doc, stamp: re.Match[str]) -> str | None:
    """A day and its time with the year of the copyright line, where the day of the week bears that out; else None.

    stamp: month, day, day of the week, hour and minute.
    """
    years = {int(y) for b in doc.blocks if b.marked("copyrights.holds") for y in _YEAR.findall(b.text)}
    month, day, weekday, hour, minute = stamp.groups()
    for year in sorted(years, reverse=True):
        with suppress(ValueError):
            if "月火水木金土日"[date(year, int(month), int(day)).weekday()] == weekday:
                return f"{year}-{int(month):02}-{int(day):02}T{int(hour):02}:{minute}"
    return None


def is_of_table(doc: Doc, index: int) -> bool:
    """True for a date among more of them than an article has for itself: a table's, a timeline's."""
    near = doc.blocks[max(0, index - NEAR) : index + NEAR + 1]
    return sum(b.dated and b in doc.span for b in near) > MOST
