"""Offsets from UTC, where they are stated or certain."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from cleaners.calendars.setting import Setting
from cleaners.calendars.words import either, load, turned

FARTHEST = 14 * 60 + 59  # minutes

_ZONES = turned("zones")
_AMBIGUOUS = load("ambiguous")
_NUMERIC = re.compile(r"(?:utc|gmt)?\s?([+\-−])(\d{1,2}):?(\d\d)?", re.I)
_OFFSET = r"(?:utc|gmt)\s?[+\-−]\d{1,2}(?::?\d\d)?(?!\d)|[+\-−](?:\d\d:?\d\d|\d:\d\d|\d\d(?=\s|$|\)))(?!\d)"
ZONE = rf"(?:{_OFFSET}|{either([*_ZONES, *_AMBIGUOUS])})"
"""A pattern for anything that `offset_of` reads."""


def offset_of(zone: str, moment: datetime, setting: Setting) -> str:
    """The offset of a zone as written, "+09:00", at a naive local moment; "" where it is unknown."""
    numeric = _NUMERIC.fullmatch(zone.strip())
    if numeric:
        sign, hours, minutes = numeric.groups()
        valid = int(hours) * 60 + int(minutes or 0) <= FARTHEST and int(minutes or 0) < 60
        return f"{'+' if sign == '+' else '-'}{int(hours):02}:{minutes or '00'}" if valid else ""
    name = " ".join(zone.replace(".", "").lower().split())
    if name in _AMBIGUOUS:
        places = _AMBIGUOUS[name]
        language = setting.speech if not setting.region else ""
        return _at(places.get(setting.region) or places.get(language) or "", moment)
    return _at(_ZONES.get(name, ""), moment)


@cache
def local(setting: Setting) -> datetime | None:
    """When the page was fetched, by the clock of its country if it has one; None where it is unknown."""
    if setting.fetched is None:
        return None
    home = _home(setting)
    if not home:
        return setting.fetched
    at = _at(home, setting.fetched.replace(tzinfo=None))
    return setting.fetched.astimezone(datetime.fromisoformat(f"2000-01-01T00:00:00{at}").tzinfo)


def _home(setting: Setting) -> str:
    """The one clock by which the pages of a country or a language live; "" where none is known."""
    homes: Mapping[str, str] = load("homes")
    return homes.get(setting.region) or homes.get("" if setting.region else setting.speech) or ""


def _at(place: str, moment: datetime) -> str:
    """An offset as it stands, or that of a place such as America/New_York at a moment."""
    if not place or place[0] in "+-":
        return place
    written = moment.replace(tzinfo=_zone(place)).strftime("%z")
    return f"{written[:3]}:{written[3:]}"


@cache
def _zone(place: str) -> ZoneInfo:
    return ZoneInfo(place)


def certain_offset(stamp: str, country: str) -> str:
    """The offset of a local time without one, as ISO 8601 writes it, by the one clock of a country; "" where it has
    no such clock, and in the hour that a clock shows twice."""
    homes: Mapping[str, str] = load("homes")
    home, moment = homes.get(country, "") if country else "", datetime.fromisoformat(stamp)
    if home and home[0] not in "+-":
        once = moment.replace(tzinfo=_zone(home))
        if once.utcoffset() != once.replace(fold=1).utcoffset():
            return ""
    return _at(home, moment)


def home_offset(moment: datetime, setting: Setting) -> timedelta | None:
    """How far the clock of the page's country is ahead of UTC at a moment in UTC; None where none is known."""
    home = _home(setting)
    if not home:
        return None
    zone = datetime.fromisoformat(f"2000-01-01T00:00{home}").tzinfo if home[0] in "+-" else _zone(home)
    return moment.replace(tzinfo=UTC).astimezone(zone).utcoffset()
