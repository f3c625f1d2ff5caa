"""Days that a page states by its own clock: "3時間前", "昨天 09:30", "Nov 5"; read against the fetch alone."""

import re
from datetime import date, datetime, timedelta
from functools import cache

from cleaners.calendars.days import Day
from cleaners.calendars.names import month_of
from cleaners.calendars.setting import Setting
from cleaners.calendars.words import either, load, turned
from cleaners.calendars.zones import local

LEEWAY = timedelta(days=1)  # by which a page may be ahead of the fetch: clocks and zones differ
LONGEST = 28  # letters of "3 hours ago" in whatever language
LEAP = 8  # years among which a leap day is found

_DAY = re.compile(r"(?<![\d:./\-])(?P<d>\d{1,2})(?:st|nd|rd|th|\.)?(?![\d:%])")
_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_][^\s\d,]{1,14})\s$")
_BEHIND = re.compile(r"\s(?:de\s)?([^\W\d_][^\s\d,]{1,14})")
_UNITS = re.compile(r"(?<![\d年년])(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일号號]")
_FIGURES = re.compile(r"(?<![\d/:.\-])(?P<m>[01]\d)(?P<sep>[-/])(?P<d>[0-3]\d)(?![\d/\-.:])")


def moments(text: str, setting: Setting) -> list[tuple[str, int, int]]:
    """Stamps that count back from the fetch, as (ISO, start, end); [] where its time is unknown."""
    now = local(setting)
    low = text.lower()
    if now is None or not any(word in low for word in _telling()):
        return []
    found = [(_at(now, "minutes"), match.start(), match.end()) for match in _now().finditer(text)]
    for unit, pattern in _agos().items():
        for match in pattern.finditer(text):
            stamp = _back(now, unit, next(int(n) for n in match.groups() if n))
            if stamp:
                found.append((stamp, match.start(), match.end()))
    return found


def is_ago(text: str) -> bool:
    """True for a text that says how long ago something was, and nothing else: "3 hours ago", "yesterday"."""
    if len(text) > LONGEST:
        return False
    return text.lower() in _days() or any(pattern.fullmatch(text) for pattern in _agos().values())


def yearless(text: str, setting: Setting) -> list[Day]:
    """Days without a year, and words such as yesterday, in order; [] where the time of the fetch is unknown."""
    now = local(setting)
    if now is None:
        return []
    found = _said(text, now.date())
    for match in (*_UNITS.finditer(text), *(_FIGURES.finditer(text) if setting.east else ())):
        day = _latest(int(match["m"]), int(match["d"]), now.date())
        found += [Day(day, match.start(), match.end())] if day else []
    for match in _DAY.finditer(text):
        found += _named(text, match, now.date(), setting)
    return sorted(found, key=lambda day: (day.start, -day.end))


def _said(text: str, today: date) -> list[Day]:
    """The days of which words say how long ago they were."""
    low = text.lower()
    return [
        Day(today - timedelta(days=ago), match.start(), match.end())
        for word, ago in _days().items()
        if word in low
        for match in re.finditer(rf"(?<![a-z]){re.escape(word)}(?![a-z])", low)
    ]


def _named(text: str, match: re.Match[str], today: date, setting: Setting) -> list[Day]:
    """Nov 5, 5 November."""
    start = max(0, match.start() - 18)
    before = _BEFORE.search(text[start : match.start()])
    behind = _BEHIND.match(text, match.end())
    for word, at, end in (
        (before and before[1], start + before.start() if before else 0, match.end()),
        (behind and behind[1], match.start(), behind.end() if behind else 0),
    ):
        month = month_of(word, setting.speech) if word else None
        day = _latest(month, int(match["d"]), today) if month else None
        if day:
            return [Day(day, at, end)]
    return []


def _latest(month: int, day: int, today: date) -> date | None:
    """The latest such day that is no later than tomorrow."""
    for year in range(today.year + 1, today.year - LEAP - 1, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today + LEEWAY:
            return found
    return None


def _back(now: datetime, unit: str, ago: int) -> str | None:
    """So many units before now, as precise as the unit."""
    try:
        return _at(now - timedelta(**{unit: ago}), unit)
    except OverflowError:
        return None


def _at(moment: datetime, unit: str) -> str:
    if unit == "days":
        return f"{moment:%Y-%m-%d}"
    precision = "hours" if unit == "hours" else "minutes"
    return moment.isoformat(timespec=precision)


@cache
def _agos() -> dict[str, re.Pattern[str]]:
    return {unit: re.compile("|".join(map(_slot, phrases)), re.I) for unit, phrases in load("ago").items()}


def _slot(phrase: str) -> str:
    head, tail = phrase.split("{n}")
    spaced = [re.escape(part).replace(r"\ ", r"\s?") for part in (head, tail)]
    return (
        rf"(?<!\d){spaced[0]}(\d{{1,3}})\s?{spaced[1]}(?![a-z])"
        if not head
        else rf"(?<![a-z]){spaced[0]}(\d{{1,3}})\s?{spaced[1]}(?![a-z])"
    )


@cache
def _now() -> re.Pattern[str]:
    return re.compile(either(load("now")["words"]), re.I)


@cache
def _days() -> dict[str, int]:
    return {word: int(ago) for word, ago in turned("days").items()}


@cache
def _telling() -> tuple[str, ...]:
    """Words of which a line that counts back from now holds one."""
    phrases = [phrase for listed in load("ago").values() for phrase in listed]
    edges = {
        (phrase.split("{n}")[0] or phrase.split("{n}")[1]).split()[0 if phrase[0] != "{" else -1] for phrase in phrases
    }
    return (*edges, *load("now")["words"])
