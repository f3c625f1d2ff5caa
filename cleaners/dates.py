"""Dates as pages of East Asia and the English-speaking world write them.

`find_date` reads the first date of a line and says exactly as much as the line says: a missing
time or offset stays missing, a missing year means no date. Impossible dates are no dates.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"),
            ("feb", "february"),
            ("mar", "march"),
            ("apr", "april"),
            ("may",),
            ("jun", "june"),
            ("jul", "july"),
            ("aug", "august"),
            ("sep", "september", "sept"),
            ("oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        1,
    )
    for name in names
}
# Gregorian year of an era's year 0 (https://www.ndl.go.jp lists the eras' first years).
ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
OFFSETS = {
    "utc": "+00:00",
    "gmt": "+00:00",
    "z": "+00:00",
    "協定世界時": "+00:00",
    "jst": "+09:00",
    "日本時間": "+09:00",
    "kst": "+09:00",
    "한국시간": "+09:00",
    "hkt": "+08:00",
    "sgt": "+08:00",
    "北京时间": "+08:00",
    "北京時間": "+08:00",
    "台北時間": "+08:00",
    "香港時間": "+08:00",
    "香港时间": "+08:00",
    "est": "-05:00",
    "edt": "-04:00",
    "pst": "-08:00",
    "pdt": "-07:00",
}
AFTERNOON = frozenset({"午後", "下午", "晚上", "夜", "pm", "p.m.", "오후"})
MORNING = frozenset({"午前", "上午", "早上", "凌晨", "未明", "am", "a.m.", "오전"})

_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = (
    r"(?:\s?[(（\[]?\s?(?:[月火水木金土日]曜日?|[月火水木金土日一二三四五六](?=[)）\]])"
    r"|(?:星期|週|周)[一二三四五六日天]|[월화수목금토일](?:요일)?)\s?[)）\]]?)?"
)
_ERA = "|".join(ERAS)
_DAY = re.compile(
    rf"(?P<era>{_ERA})\s?(?P<ey>元|\d{{1,3}})\s?年\s?(?P<em>\d{{1,2}})\s?月\s?(?P<ed>\d{{1,2}})\s?日{_WEEKDAY}"
    rf"|(?P<y>(?:19|20)\d\d)\s?[年년]\s?(?P<m>\d{{1,2}})\s?[月월]\s?(?P<d>\d{{1,2}})\s?[日일]?{_WEEKDAY}"
    rf"|(?<!\d)(?P<y2>(?:19|20)\d\d)\s?(?P<sep>[-/.])\s?(?P<m2>\d{{1,2}})\s?(?P=sep)\s?(?P<d2>\d{{1,2}})(?!\d)\.?{_WEEKDAY}"
    rf"|(?P<m3>\d{{1,2}})\s?月\s?(?P<d3>\d{{1,2}}),?\s?(?P<y3>(?:19|20)\d\d)(?!\d)"
    rf"|(?<![a-z])(?P<n4>{_NAMES})\.?\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?:at\s)?(?P<y4>(?:19|20)\d\d)(?!\d)"
    rf"|(?<!\d)(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<n5>{_NAMES})\.?,?\s(?P<y5>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_ZONES = "|".join(re.escape(zone) for zone in sorted(OFFSETS, key=len, reverse=True))
_ZONE = rf"(?:\s?[(（]?\s?(?P<zone>{_ZONES}|[+-]\d\d:?\d\d)(?![a-z]))?"
_HALF = r"(?:(?P<half>午前|午後|上午|下午|凌晨|早上|晚上|未明|夜|오전|오후)\s?)?"
_TIME = re.compile(
    rf"(?:T|[\s,·|｜、]{{0,4}}(?:at\s|@\s?|-\s|–\s|—\s)?)(?P<zone0>{_ZONES})?\s?{_HALF}(?P<h>\d{{1,2}})(?:[:：](?P<i>\d\d)(?:[:：](?P<s>\d\d)(?:\.\d{{1,6}})?)?|\s?[時点點시]\s?(?:(?P<i2>\d{{1,2}})\s?[分분](?:\s?(?P<s2>\d{{1,2}})\s?[秒초])?)?)"
    rf"(?:\s?(?P<ampm>[ap]\.?m\.?)(?![a-z]))?{_ZONE}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Found:
    """A date in a line: its ISO 8601 form, as precise as stated, and where it stands."""

    iso: str
    start: int
    end: int


def find_date(text: str) -> Found | None:
    """The first date of `text` that states its year; None where there is none.

    Offsets in `text` are those of its NFKC form.
    """
    folded = unicodedata.normalize("NFKC", text)
    for match in _DAY.finditer(folded):
        day = _read_day({k: v for k, v in match.groupdict().items() if v})
        if day is None:
            continue
        clock = _TIME.match(folded, match.end())
        stamp = _read_time(day, clock) if clock else None
        if clock and stamp:
            return Found(stamp, match.start(), clock.end())
        return Found(f"{day:%Y-%m-%d}", match.start(), match.end())
    return None


def _read_day(parts: dict[str, str]) -> datetime | None:
    if "era" in parts:
        year = ERAS[parts["era"]] + (1 if parts["ey"] == "元" else int(parts["ey"]))
        return _day(year, int(parts["em"]), int(parts["ed"]))
    values = {name[0]: value for name, value in parts.items() if name != "sep"}
    month = MONTHS[values["n"].lower()] if "n" in values else int(values["m"])
    return _day(int(values["y"]), month, int(values["d"]))


def _day(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day)
    except ValueError:
        return None


def _read_time(day: datetime, clock: re.Match[str]) -> str | None:
    hour, minute = int(clock["h"]), int(clock["i"] or clock["i2"] or 0)
    half = (clock["half"] or clock["ampm"] or "").lower()
    half = {"am": "am", "pm": "pm"}.get(half.replace(".", ""), half)
    if half in AFTERNOON and hour < 12:
        hour += 12
    elif half in MORNING and hour == 12:
        hour = 0
    second = clock["s"] or clock["s2"]
    if hour > 29 or minute > 59 or int(second or 0) > 59:
        return None
    # 24:00 to 29:59 is how Japanese broadcasters write the small hours of the next day.
    moment = day + timedelta(hours=hour, minutes=minute, seconds=int(second or 0))
    stamp = f"{moment:%Y-%m-%dT%H:%M:%S}" if second else f"{moment:%Y-%m-%dT%H:%M}"
    return stamp + _offset(clock["zone"] or clock["zone0"] or "")


def _offset(zone: str) -> str:
    if zone[:1] in ("+", "-"):
        return f"{zone[:3]}:{zone[-2:]}"
    return OFFSETS.get(zone.lower(), "")
