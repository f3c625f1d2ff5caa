"""The forms in which pages write a day."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from cleaners.calendars.names import month_of, unglued, weekday_of
from cleaners.calendars.numbers import KANJI, number
from cleaners.calendars.setting import Setting

# Gregorian year of an era's year 0 (https://www.ndl.go.jp lists the eras' first years).
ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
LETTERS = {"M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}
MINGUO = ERAS["民國"]
BUDDHIST = 543  # years by which Thai years are ahead
FIRST, LAST = 1990, 2100  # years that a page may state in figures alone
ARCHIVE = 1700  # and where it names the month, or writes the units
PIVOT = 70  # two-digit years below it are of this century, as in POSIX
MONTH_FIRST = frozenset({"US", "PH", "PR", "GU", "FM", "MH", "PW"})  # regions that write 11/5/2025 for 5 November

_N = rf"(?:\d{{1,2}}|[{KANJI}]{{1,3}})"
_YEAR = r"(?:19|20)\d\d"
_FRONT = r"(?<![\d/=_])(?<!\d[.\-])"  # not within a longer number, a path, a version
_BACK = r"(?![\d_]|[-/.]\d|/\w|\.(?:pdf|jpe?g|png|docx?|xlsx?|csv|zip|html?|webp)\b)"
_WORD = r"[^\W\d_][^\s\d,;:()/|\-–—·•∙]{1,24}(?:\s(?:الأول|الثاني))?"
_GAP = r"[\s.,\-]{0,3}"
_OF = r"(?:\s?(?:(?:del?|of)\s|d['’]))?"
_WEEKDAY_BEFORE = re.compile(r"([^\W\d_][^\s\d,.()]{1,14})[)）.,]{0,2}\s{0,2}(?:(?:the|den|der|el|am|ngày)\s)?$")
_WEEKDAY_BEHIND = re.compile(r",?\s?[(\[]?\s?([^\W\d_][^\s\d,.()]{0,14})")
_AMERICAN = re.compile(r",?\s\d{1,2}:\d\d(?::\d\d)?\s?[AP]M\b")  # "12/9/2024, 3:12:44 AM"


@dataclass(frozen=True)
class Form:
    """A way to write a day. needs: letters of which a line must hold one; "" where any line may."""

    needs: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Setting], date | None]


@dataclass(frozen=True)
class Day:
    """A day found in a line, and where it stands."""

    value: date
    start: int
    end: int


def days(text: str, setting: Setting) -> list[Day]:
    """Every day that a line names, year included, in order. text: see numbers.plain."""
    found = [
        Day(
            value,
            match.start("word") + unglued(match["word"]) if form.read is _month_day_year else match.start(),
            match.end(),
        )
        for form in FORMS
        if not form.needs or any(c in text for c in form.needs)
        for match in form.pattern.finditer(text)
        if (value := form.read(match, setting))
    ]
    found.sort(key=lambda day: (day.start, -day.end))
    ends = accumulate((day.end for day in found), max, initial=0)
    return [day for day, end in zip(found, ends, strict=False) if day.start >= end]


def _day(year: int, month: int, day: int, first: int = FIRST) -> date | None:
    if 0 <= year - BUDDHIST - FIRST <= LAST - FIRST and year > LAST:
        year -= BUDDHIST
    if not first <= year <= LAST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _century(year: str) -> int:
    """The year that two digits stand for, or four."""
    return int(year) + (0 if len(year) > 2 else 2000 if int(year) < PIVOT else 1900)


def _units(match: re.Match[str], setting: Setting) -> date | None:
    """2025年11月5日, 2025. 11. 5."""
    first = FIRST if "sep" in match.re.groupindex else ARCHIVE
    return _day(number(match["y"]), number(match["m"]), number(match["d"]), first)


def _era(match: re.Match[str], setting: Setting) -> date | None:
    """令和7年11月5日, R7.11.5."""
    letter = match["era"] in LETTERS
    if letter and (setting.speech not in ("", "ja") or (match["era"] != "R" and len(match["y"]) < 2)):
        return None  # H1.2.3 is the number of a heading
    zero = ERAS[LETTERS.get(match["era"], match["era"])]
    return _day(zero + number(match["y"]), number(match["m"]), number(match["d"]), ERAS["明治"])


def _short(match: re.Match[str], setting: Setting) -> date | None:
    """25/11/05 on a page of East Asia, 05.11.25 on one of another continent."""
    if setting.east:
        return _day(_century(match["y"]), int(match["m"]), int(match["d"]))
    dotted = match["sep"] == "." and setting.speech not in ("", "en")
    return _day(_century(match["d"]), int(match["m"]), int(match["y"])) if dotted else None


def _minguo(match: re.Match[str], setting: Setting) -> date | None:
    """114/11/05 on a page of Taiwan."""
    return _day(MINGUO + int(match["y"]), int(match["m"]), int(match["d"])) if setting.minguo else None


def _figures(match: re.Match[str], setting: Setting) -> date | None:
    """5.11.2025, 5/11/2025, 11/5/2025: the weekday decides, the mark, or what the page's readers are used to."""
    year, a, b = int(match["y"]), int(match["a"]), int(match["b"])
    day_first, month_first = _day(year, b, a), _day(year, a, b)
    if not (day_first and month_first) or day_first == month_first:
        return day_first or month_first
    weekday = _weekday(match, setting)
    for reading in (day_first, month_first):
        if weekday == reading.isoweekday():
            return reading
    if match["sep"] == ".":
        return day_first
    if match["sep"] == "/" and _AMERICAN.match(match.string, match.end()):
        return month_first
    if setting.region in MONTH_FIRST or (setting.speech == "en" and not setting.region):
        return month_first
    known = setting.region == "HK" if setting.east else setting.language or setting.region
    return day_first if known else None


def _weekday(match: re.Match[str], setting: Setting) -> int | None:
    """The weekday named right before or behind a day."""
    text = match.string
    beside = (
        _WEEKDAY_BEFORE.search(text[max(0, match.start() - 24) : match.start()]),
        _WEEKDAY_BEHIND.match(text, match.end()),
    )
    return next((n for found in beside if found and (n := weekday_of(found[1], setting.speech))), None)


def _day_month_year(match: re.Match[str], setting: Setting) -> date | None:
    """5 November 2025, 5 de noviembre de 2025, 05-Nov-25."""
    month = month_of(match["word"], setting.speech)
    return _day(_century(match["y"]), month, int(match["d"]), ARCHIVE) if month else None


def _month_day_year(match: re.Match[str], setting: Setting) -> date | None:
    """Nov 5, 2025; glued to a name, too: "Jane DoeNov 5, 2025"."""
    word = match["word"]
    month = month_of(word, setting.speech) or month_of(word[unglued(word) :], setting.speech)
    return _day(int(match["y"]), month, int(match["d"]), ARCHIVE) if month else None


def _form(needs: str, pattern: str, read: Callable[[re.Match[str], Setting], date | None]) -> Form:
    return Form(needs, re.compile(pattern, re.IGNORECASE), read)


FORMS = (
    _form(
        "明大昭平令民",
        rf"(?P<era>{'|'.join(ERAS)})\s?(?P<y>\d{{1,3}}|[{KANJI}]{{1,5}})\s?年\s?(?P<m>{_N})\s?月\s?(?P<d>{_N})\s?日",
        _era,
    ),
    _form(
        "MTSHRmtshr",
        r"(?<![A-Za-z\d.])(?P<era>(?-i:[MTSHR]))(?P<y>\d{1,2}|元)\s?(?P<sep>[./年])\s?(?P<m>\d{1,2})\s?(?:(?P=sep)|月)\s?(?P<d>\d{1,2})"
        + _BACK,
        _era,
    ),
    _form(
        "年년",
        rf"(?<!\d)(?P<y>(?:1[89]|20)\d\d|[一二][〇零○一二三四五六七八九]{{3}})\s?[年년]\s{{0,2}}(?P<m>{_N})\s?[月월]\s{{0,2}}(?P<d>{_N})\s?(?:[日일号號]|(?=[\s,)\]】T]|$))",
        _units,
    ),
    _form("年", rf"(?<![\d{KANJI}])(?P<y>\d\d)\s?(?P<sep>年)\s?(?P<m>{_N})\s?月\s?(?P<d>{_N})\s?[日号號]", _short),
    _form(
        "-/.–−‐",
        rf"{_FRONT}(?P<y>{_YEAR})\s?(?P<sep>[-/.–−‐])\s?(?P<m>\d{{1,2}})\s?(?P=sep)\s?(?P<d>\d\d(?=\d\d:\d\d)|\d{{1,2}}{_BACK})\.?",
        _units,
    ),
    _form("-/.", rf"{_FRONT}(?P<y>\d\d)(?P<sep>[-/.])(?P<m>\d\d)(?P=sep)(?P<d>\d\d){_BACK}", _short),
    _form("-/.", rf"{_FRONT}(?P<y>1\d\d)(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}}){_BACK}", _minguo),
    _form("年", r"(?<!\d)(?P<y>1\d\d)\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日", _minguo),
    _form(
        "-/.",
        rf"{_FRONT}(?P<a>\d{{1,2}})\s?(?P<sep>[-/.])\s?(?P<b>\d{{1,2}})\s?(?P=sep)\s?(?P<y>{_YEAR}|25\d\d){_BACK}",
        _figures,
    ),
    # as machines translate "August 20, 2025" and "20 Aug 2025"
    _form("月", rf"(?<![\d{KANJI}])(?P<m>{_N})\s?月\s?(?P<d>\d{{1,2}})\s?日?[,、]?\s?(?P<y>{_YEAR})(?!\d)", _units),
    _form("月", rf"(?<![\d:.])(?P<d>\d{{1,2}})\s?日?\s?(?P<m>\d{{1,2}})\s?月[,、]?\s?(?P<y>{_YEAR})(?!\d)", _units),
    _form(
        "th", rf"(?<!\d)(?P<d>\d{{1,2}})\s+(?:tháng|thg)\s+(?P<m>\d{{1,2}}),?\s+(?:năm\s+)?(?P<y>{_YEAR})(?!\d)", _units
    ),
    _form(
        "",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|[oaº°ª])?{_GAP}{_OF}(?P<word>{_WORD}){_GAP}{_OF}(?P<y>1[789]\d\d|2[05]\d\d|\d\d(?=[\s,]*(?:$|[|)]|\d\d?:\d\d)))(?![\d:])(?:\s?(?:г|р|года|року)\b\.?)?",
        _day_month_year,
    ),
    _form(
        "",
        rf"(?<![^\W\d_])(?P<word>{_WORD}){_GAP}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_GAP}(?P<y>1[789]\d\d|20\d\d)(?:(?!\d|:\d)|(?=\d{{1,2}}(?::\d\d|\smin)))",
        _month_day_year,
    ),
    _form(
        "",
        rf"(?<!\d)(?P<y>{_YEAR}){_GAP}(?:m\.\s)?(?P<word>{_WORD})[\s.\-]{{1,2}}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])",
        _day_month_year,
    ),
)
"""Every form that states its year, the longest first where two begin alike."""
