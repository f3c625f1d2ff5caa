"""Which of the days that a line names is one of publication, and which one of a change."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from cleaners import fold
from cleaners.dates import Found, Setting, find_dates
from cleaners.testimony.marked import change_in, changes

AHEAD = 40  # letters ahead of a day among which its label is looked for
LABEL = 24  # letters of a label
MOST = 4  # days of a line that are read

_MORE = re.compile(r"\w*\W*")  # the rest of a word, and what parts it from the next
_BEGIN = re.compile(r"(?<![^\W\d_])(?=\w)|(?<=[^\x00-\x7f])(?=\w)")


class Days(NamedTuple):
    """The first day of a line that is not one of a change, the first that is, and what stands ahead of the former."""

    published: Found | None
    changed: Found | None
    label: str = ""

    @property
    def first(self) -> Found | None:
        """The one that stands first."""
        both = [day for day in (self.published, self.changed) if day]
        return min(both, key=lambda day: day.start, default=None)


NEVER = Days(None, None)
"""What a line says that names no day."""


@lru_cache(maxsize=1_000)
def days_said(text: str, setting: Setting) -> Days:
    """The days of a line by what they are called: "Published 5 Nov 2025, updated 6 Nov 2025", "2025-11-05 更新"."""
    found = [day for day, _ in zip(find_dates(text, setting), range(MOST), strict=False)]
    if not found:
        return NEVER
    names = _names(text, found)
    changed = [day for day, name in zip(found, names, strict=True) if name.changed]
    own = [(day, name.ahead) for day, name in zip(found, names, strict=True) if not name.changed]
    return Days(own[0][0] if own else None, changed[0] if changed else None, own[0][1] if own else "")


def is_labelled(ahead: str, known: Mapping[str, str]) -> bool:
    """True where what stands ahead of a day ends in a label of publication. known: labels by the field they name."""
    text = ahead.rstrip(" :：")[-LABEL:]
    begins = (match.start() for match in _BEGIN.finditer(text))
    return any(known.get(fold.label(text[begin:])) == "published" for begin in begins)


class _Name(NamedTuple):
    ahead: str
    changed: bool


def _names(text: str, found: Sequence[Found]) -> list[_Name]:
    """What each day is called: by what stands ahead of it, or behind, where nothing is ahead of the first."""
    starts, ends = [*(day.start for day in found), len(text)], [0, *(day.end for day in found)]
    between = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    ahead, behind = between[:-1], between[1:]
    if len(found) > 1 and not _has_letter(ahead[0]) and _has_letter(behind[-1]):
        return [_Name(label, changes(label)) for label in behind]
    last = len(found) - 1
    return [
        _Name(label, changes(label[-AHEAD:]) or (at == last and _is_called_changed(behind[at])))
        for at, label in enumerate(ahead)
    ]


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))


def _is_called_changed(behind: str) -> bool:
    """True where what stands behind a day says that it is one of a change, and does not go on to another time:
    "updated", not "updated an hour ago"."""
    end = change_in(behind)
    return end is not None and not _MORE.sub("", behind[end:], count=1)
