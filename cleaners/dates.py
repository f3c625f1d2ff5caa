"""Dates as pages of the world write them.

`find_date` reads the first date of a line and says exactly as much as the line says: a missing
time or offset stays missing, a missing year means no date unless it is known when the page was
fetched. Impossible dates, deadlines and spans of days are no dates. `read_stamp` reads what a
machine wrote for machines. What dates are made of is in cleaners.calendars.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from cleaners.calendars.clocks import Clock, behind, clock_ahead, clock_behind, is_span
from cleaners.calendars.days import FIRST, LAST, Day, days
from cleaners.calendars.names import month_of
from cleaners.calendars.numbers import plain
from cleaners.calendars.relative import LEEWAY, moments, yearless
from cleaners.calendars.setting import Setting
from cleaners.calendars.words import either, load
from cleaners.calendars.zones import ZONE, offset_of

__all__ = ["Found", "Setting", "find_date", "find_dates", "read_stamp"]

ANYWHERE = Setting()
LONGEST = 200  # characters of a stamp

_MAY_HOLD = re.compile(
    r"[年년]|\d\s?[-/.–−‐]\s?\d{1,2}\s?[-/.–−‐]\s?\d|[^\W\d_]\S{0,5}[\s,.\-]{0,3}\d{4}|\d[\s,.]{1,3}\d{4}|\d{4}[\s.,]{1,3}[^\W\d_]|\d[\s\-][^\W\d_]{3,9}\.?[\s\-]\d\d"
)
_FIGURE = re.compile(r"\d|[年년]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_TO = r"(?:\s?[~〜～–—\-]\s?|\s?[至から]{1,2}\s?|\s(?:to|until|through|bis|au|al)\s)"
_SPAN = re.compile(
    rf"{_TO}(?:\d{{1,2}}\s?[日月일월号](?!\s?前)|\d{{1,2}}[./]\d{{1,2}}(?![\d:]|\s?[ap]\.?m\b)\s?(?!\d*:)|(?P<day>(?=\S)))|\s?[、,・]\s?\d{{1,2}}\s?日"
)
_FROM = re.compile(
    r"(?:(?P<word>[^\W\d_]{3,12})\.?\s|(?<![\d:.]))(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th|\.)?(?:\s(?P<word2>[^\W\d_]{3,12})\.?)?"
    r"\s?(?:[~〜～–—\-]|\b(?:to|and|bis|und|au|al|et|y)\b)\s?$"
)
_DEADLINE = re.compile(rf"\s?(?:{either(load('events')['behind'])})")
_EXPIRES = re.compile(rf"(?:^|\s)(?:{either(load('events')['ahead'])})[\s:]*$", re.IGNORECASE)
_ZONE_AHEAD = re.compile(rf"(?<![a-z])({ZONE})\s?$", re.IGNORECASE)
_VERSION = re.compile(r"(?:\bv|\bver(?:sion)?\.?|バージョン|版本)\s?$", re.IGNORECASE)

_ISO = re.compile(
    r"(?P<y>\d{4})-?(?P<m>\d\d)-?(?P<d>\d\d)"
    r"(?:(?:T|\s+|\s*,\s*)?(?P<h>\d\d):?(?P<i>\d\d)(?::?(?P<s>\d\d)(?:[.,]\d+)?)?\s*(?P<zone>Z|[A-Za-z]{3,4}|(?:UTC|GMT)?\s?[+\-]\d{1,2}(?::?\d\d)?)?)?"
    r"(?![\d:])",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"(?:/Date\()?(\d{10})(\d{3})?(?:\.\d+)?(?:[+-]\d{4})?(?:\)/)?")
_YEAR_LAST = re.compile(
    r"([^\W\d_]{3,9}\.?\s+\d{1,2}),?(\s+\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]m)?)((?:\s+[A-Z]{3,4}|\s+[+\-]\d{4})?)\s+(\d{4})\s*",
    re.I,
)
# The same at a line's end, as boards write it; the line keeps its length.
_CTIME = re.compile(_YEAR_LAST.pattern.removesuffix(r"\s+(\d{4})\s*") + r"\s(\d{4})$", re.I)
# "Oct 19 Sun 2025 08:30", as a platform of blogs has it
_WEEKDAY_AMID = re.compile(r"\b([A-Z][a-z]{2} \d{1,2}) (Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?=(?:19|20)\d\d\b)")
_CLOCK_AHEAD = re.compile(r":\d\d(?:\s[A-Z]{3,4})?\s\d{4}$")


@dataclass(frozen=True)
class Found:
    """A date in a line: its ISO 8601 form, as precise as stated, and where it stands."""

    iso: str
    start: int
    end: int


def find_date(text: str, setting: Setting = ANYWHERE) -> Found | None:
    """The first date of `text`; None where there is none.

    setting: what the page tells of how its dates are meant. Offsets are those of the NFKC form.
    """
    return next(find_dates(text, setting), None)


def find_dates(text: str, setting: Setting = ANYWHERE) -> Iterator[Found]:
    """Every date of `text`, in order."""
    if setting.fetched is None and not _FIGURE.search(text):
        return
    text = plain(text)
    if "//" in text or "www." in text:
        text = _ADDRESS.sub(lambda m: " " * len(m.group()), text)
    text = _CTIME.sub(r"\1 \4\2\3", text) if _CLOCK_AHEAD.search(text) else _WEEKDAY_AMID.sub(r"\2 \1 ", text)
    named = days(text, setting) if _MAY_HOLD.search(text) else []
    if named or setting.fetched is None:
        yield from _stamped(text, named, setting)
        return
    found = [Found(*moment) for moment in moments(text, setting)]
    yield from sorted((*found, *_stamped(text, yearless(text, setting), setting)), key=lambda f: f.start)


def _stamped(text: str, named: Sequence[Day], setting: Setting) -> Iterator[Found]:
    """The days of a line with their times, without spans and deadlines."""
    starts = {day.start: day for day in named}
    until = 0
    for day in named:
        if day.start < until or not _is_plausible(day.value, setting):
            continue
        stamp = _date(text, day, starts, setting)
        until = stamp.end
        if stamp.iso:
            yield stamp


def read_stamp(value: str, setting: Setting = ANYWHERE) -> str | None:
    """A machine's date and time as ISO 8601; what is none is read as a line is. None where it says none.

    value: ISO 8601 in any form with a day, RFC 2822, an HTTP date, seconds or milliseconds since 1970.
    """
    value = " ".join(value[:LONGEST].split()).strip("\"'")
    epoch = _EPOCH.fullmatch(value)
    if epoch:
        moment = datetime.fromtimestamp(int(epoch[1]), UTC)
        good = FIRST + 5 <= moment.year <= LAST and _is_plausible(moment.date(), setting)
        return moment.isoformat(timespec="seconds") if good else None
    iso = _ISO.match(value)
    if iso and not value[iso.end() :].split("[")[0].strip():
        return _read_iso(iso, setting)
    found = find_date(_YEAR_LAST.sub(r"\1 \4\2\3 ", value), setting)
    return found.iso if found else None


def _date(text: str, day: Day, named: Mapping[int, Day], setting: Setting) -> Found:
    """The day with its time; iso is "" where it is no date of a page but a span, a deadline, a version."""
    end = behind(text, day.end, setting)
    span = _SPAN.match(text, end)
    other = named.get(span.end()) if span else None
    if span and (other or span["day"] is None):
        return Found("", day.start, other.end if other else span.end())
    if _is_no_date(text, day, end, setting):
        return Found("", day.start, end)
    clock = clock_behind(text, end, day.value, setting)
    if clock and is_span(text, clock.end):
        return Found("", day.start, clock.end)
    clock = clock or clock_ahead(text, day.start, day.value, setting)
    if clock:
        clock = clock if clock.zoned else _zoned(text, day, clock, setting)
        return Found(clock.stamp, min(day.start, clock.start), max(day.end, clock.end))
    return Found(f"{day.value:%Y-%m-%d}", day.start, end if end > day.end else day.end)


def _zoned(text: str, day: Day, clock: Clock, setting: Setting) -> Clock:
    """The same time in the zone that stands ahead of the day: 北京时间2025年11月5日 09:30."""
    zone = _ZONE_AHEAD.search(text, max(0, day.start - 24), day.start)
    if not zone or zone[1][0] in "+-−":
        return clock
    return replace(clock, stamp=clock.stamp + offset_of(zone[1], datetime.fromisoformat(clock.stamp), setting))


def _is_no_date(text: str, day: Day, end: int, setting: Setting) -> bool:
    """True for the last day of a span, for a deadline, for a version."""
    ahead = text[max(0, day.start - 32) : day.start]
    if _DEADLINE.match(text, end) or _VERSION.search(ahead) or _EXPIRES.search(ahead):
        return True
    span = _FROM.search(ahead)
    if not span or text[day.start : day.start + 4] == f"{day.value.year}":
        return False
    months = [month_of(word, setting.speech) for word in (span["word"], span["word2"]) if word]
    return any(months) or (text[day.start].isdigit() and int(span["d"]) < day.value.day)


def _is_plausible(day: date, setting: Setting) -> bool:
    return setting.fetched is None or day <= setting.fetched.date() + LEEWAY


def _read_iso(match: re.Match[str], setting: Setting) -> str | None:
    try:
        moment = datetime(int(match["y"]), int(match["m"]), int(match["d"]))
        hours, minutes, seconds = (int(match[part] or 0) for part in "his")
        moment += timedelta(hours=hours, minutes=minutes, seconds=min(seconds, 59))
    except ValueError:
        return None
    if not FIRST <= moment.year <= LAST or hours > 24 or minutes > 59 or not _is_plausible(moment.date(), setting):
        return None
    if not match["h"]:
        return f"{moment:%Y-%m-%d}"
    zone = offset_of(match["zone"], moment, setting) if match["zone"] else ""
    return (f"{moment:%Y-%m-%dT%H:%M:%S}" if match["s"] else f"{moment:%Y-%m-%dT%H:%M}") + zone
