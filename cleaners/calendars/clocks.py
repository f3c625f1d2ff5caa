"""The time of day beside a day: behind it, or ahead of it."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from cleaners.calendars.names import weekday_of
from cleaners.calendars.numbers import KANJI, number
from cleaners.calendars.setting import Setting
from cleaners.calendars.words import either, load, turned
from cleaners.calendars.zones import ZONE, offset_of

AHEAD = 48  # characters ahead of a day in which its time may stand
DOTTED = frozenset({"de", "fi", "da", "nb", "no", "sv", "id", "it"})  # languages that write 14.30

_HALVES = {word.replace(".", ""): int(start) for word, start in turned("halves").items()} | {"a": 0, "p": 12}
_HALF = either(turned("halves"))
_NOON = either(load("noons")["words"])
_JOIN = either(load("joins")["words"])
_N = rf"(?:\d{{1,2}}|[{KANJI}]{{1,3}})"
_CLOCK = (
    rf"(?:(?P<noon>{_NOON})"
    rf"|(?:(?P<zone0>{ZONE})\s?)?(?:(?P<half>{_HALF})\s?)?(?:"
    r"(?P<h>\d{1,2}):(?P<i>\d\d)(?::(?P<s>\d\d)(?:[.,]\d{1,9})?)?"
    rf"|(?P<h2>{_N})\s?[時时點点시](?![間间간])\s?(?:(?P<i2>{_N}|半)\s?[分분]?(?:\s?(?P<s2>{_N})\s?[秒초])?)?"
    r"|(?P<h3>\d{1,2})\s?h\s?(?P<i3>\d\d)?(?![a-z\d])"
    r"|(?P<h4>\d{1,2})\.(?P<i4>\d\d)(?![.\d%])"
    r"|(?P<h5>\d{1,2})(?=\s?(?:[ap]\.?m\b|uhr\b))"
    r"|(?P<h6>\d\d)(?P<i6>\d\d)(?=\s(?:gmt|utc|hrs|hours)\b)))"
    rf"(?:\s?(?P<ampm>{_HALF})|(?P<short>(?<=\d)[ap])(?=\s[A-Z]{{2,4}}\b|$))?(?:\s?(?P<unit>uhr|hrs|hours|horas|heures|น\.|часов)\b\.?)?"
    rf"(?:\s{{0,2}}[(\[]?(?P<zone>{ZONE})(?![a-z])[)\]]?)?"
)
_BETWEEN = rf"(?P<gap>T|[\s,·•|｜、/()\[\]\-–—@:]{{0,5}}(?:(?P<join>{_JOIN})[\s:]{{1,2}}|[的の])?(?:-\s)?)"
_WEEKDAY = re.compile(
    r"[\s,]{0,2}[(\[<]?\s?(?:(?:星期|週|周|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일"
    r"|(?<=[(\[<])[月火水木金土日一二三四五六월화수목금토일](?:・祝)?(?=[)\]>])|(?P<word>[^\W\d_][^\s\d,.()]{1,14})\.?)\s?[)\]>]?"
)
_BEHIND = re.compile(_BETWEEN + _CLOCK, re.IGNORECASE)
_BEFORE = re.compile(rf"(?<![\d:.])(?P<gap>)(?P<join>)?{_CLOCK}", re.IGNORECASE)
_LEADS = re.compile(
    r"[\s,·•|–—\-]{1,4}(?:(?:on|am|vom|le|el|den|il|em|w|dne|di|du)\s)?(?P<word>[^\W\d_][^\s\d]{1,14}[\s,]{1,2})?",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:\s?[~〜～–—\-]\s?|\s(?:to|until|till|bis)\s)(?:\d{1,2}:\d\d(?!:)|\d{1,2}\s?[時时点點시]|午後|下午|오후)"
)


@dataclass(frozen=True)
class Clock:
    """A time of day beside a day: the ISO stamp of both, and where the time stands in the line."""

    stamp: str
    start: int
    end: int

    @property
    def zoned(self) -> bool:
        """True where the stamp has an offset."""
        return datetime.fromisoformat(self.stamp).tzinfo is not None


def behind(text: str, at: int, setting: Setting) -> int:
    """Where a weekday that stands at `at`, right behind a day, ends; `at` where there is none."""
    match = _WEEKDAY.match(text, at)
    if match is None or (match["word"] and not weekday_of(match["word"], setting.speech)):
        return at
    return match.end()


def clock_behind(text: str, at: int, day: date, setting: Setting) -> Clock | None:
    """The time of day that starts at `at`, joined by a mark or a word."""
    match = _BEHIND.match(text, at)
    return _read(match, day, setting) if match else None


def clock_ahead(text: str, start: int, day: date, setting: Setting) -> Clock | None:
    """The time of day that stands right ahead of `start`: "14:30 | 5 November 2025"."""
    window = text[max(0, start - AHEAD) : start]
    if not any(c.isdigit() for c in window):
        return None
    *_, last = [None, *_BEFORE.finditer(window)]
    if last is None:
        return None
    lead = _LEADS.fullmatch(window, last.end())
    if not lead or (lead["word"] and not weekday_of(lead["word"].strip(" ,"), setting.speech)):
        return None
    clock = _read(last, day, setting)
    offset = start - len(window)
    return clock and replace(clock, start=clock.start + offset, end=start)


def is_span(text: str, at: int) -> bool:
    """True where a time that ends at `at` goes on as a span of hours, as those of events do."""
    return _UNTIL.match(text, at) is not None


def _read(match: re.Match[str], day: date, setting: Setting) -> Clock | None:
    if match["h4"] and not (
        match["join"] or match["ampm"] or match["unit"] or match["zone"] or setting.speech in DOTTED
    ):
        return None  # 12.50 is a price
    if match["noon"]:
        hour, minute, second = 12, "", ""
    else:
        parts = match.groupdict()
        hour = number(next(parts[name] for name in ("h", "h2", "h3", "h4", "h5", "h6") if parts[name]))
        minute = next((parts[name] for name in ("i", "i2", "i3", "i4", "i6") if parts[name]), "0")
        second = match["s"] or match["s2"] or ""
        hour = _by_half(hour, match["half"] or match["ampm"] or match["short"] or "")
    minutes = 30 if minute == "半" else number(minute or "0")
    seconds = number(second or "0")
    if hour > 29 or minutes > 59 or seconds > 60:
        return None
    # 24:00 to 29:59 is how Japanese broadcasters write the small hours of the next day.
    moment = datetime.combine(day, time()) + timedelta(hours=hour, minutes=minutes, seconds=min(seconds, 59))
    stamp = f"{moment:%Y-%m-%dT%H:%M:%S}" if second else f"{moment:%Y-%m-%dT%H:%M}"
    zone = match["zone"] or match.groupdict().get("zone0") or ""
    return Clock(stamp + (offset_of(zone, moment, setting) if zone else ""), match.start(), match.end())


def _by_half(hour: int, half: str) -> int:
    """The hour of 24, where a word says in which half of the day it is."""
    start = _HALVES.get(half.replace(".", "").lower())
    if start is None:
        return hour
    if start == 0:
        return 0 if hour == 12 else hour
    while hour < start:
        hour += 12
    return hour
