"""What the dates of a row are: published, or modified, by the words beside them."""

import re
from collections.abc import Mapping
from functools import cache

from cleaners import fold
from cleaners.dates import Found
from cleaners.tables import either, read_table

_PARTED = re.compile(r"[|·•,;)\]–—]")
_OF_CLOCK = re.compile(r"[^\W\d_]{2,12}\s?:?\s?(?:[^\W\d_]{1,5}\s)?\d{1,2}:\d\d")  # "Updated at 16:58"
LABEL = 24  # letters of the longest label
PAIR = 2  # days side by side, of which nothing says what they are: the earlier one is of publication

_ON = re.compile(r"\s(?:on|in|at|le|am|el|il|den|op)\s*$")
_MODIFIED = re.compile(
    r"updated?\b|modified|更新|修改|改訂|変更され|수정|last edited|aktualisiert|mise? à jour"
    r"|ac?tuali[sz]ad[oa]|aggiornat[oa]|обновлен|uppdaterad|oppdatert|opdateret|bijgewerkt|zaktualizowan|päivitetty|güncelle",
    re.I,
)
_AGO = re.compile(r"\s?(?:[a-zà-ÿ]{1,4}\s){0,3}\d{1,2}\s[a-zà-ÿ]")  # "Atualizado há 3 horas", behind another date


def read_dates(text: str, dates: tuple[Found, ...], labels: Mapping[str, str]) -> tuple[dict[str, str], bool]:
    """The dates of a row by field: published, or modified where a word beside them says so.

    True beside them where such a word stands.
    """
    found: dict[str, str] = {}
    labelled = False
    used = ""  # the word behind the last date, which is that one's
    for i, date in enumerate(dates):
        before = text[dates[i - 1].end if i else 0 : date.start].removeprefix(used)
        behind = text[date.end : dates[i + 1].start if i + 1 < len(dates) else len(text)]
        ahead = _field_before(before, labels)
        of_next = (
            i + 1 < len(dates) and behind.isascii() and not _PARTED.search(behind)
        )  # "5 May Last modified on 6 May"
        field, used = (ahead, "") if ahead or of_next else _field_behind(behind, labels)
        labelled |= field is not None
        field = field or ("modified" if _MODIFIED.search(before) else "published")
        if not _is_another(before):
            found.setdefault(field, date.iso)
    days = sorted({date.iso for date in dates})
    if len(days) == len(dates) == PAIR and not (labelled or text[dates[0].end : dates[1].start].strip()):
        found = dict(zip(("published", "modified"), days, strict=True))
    return found, labelled


def _is_another(before: str) -> bool:
    """True where the word ahead of a date says that it is none of publication: 開催日, "Event date"."""
    words = before.rstrip(" ,:：·|([-–—").casefold().removesuffix("は")
    return words.endswith(_others())


@cache
def _others() -> tuple[str, ...]:
    return tuple(read_table("metadata", "names.toml")["days"]["others"])


def without_label(text: str, labels: Mapping[str, str]) -> str:
    """A text that stands ahead of a date without the label, or the "on", that it ends with."""
    bare = _bare(text)
    for start in range(max(0, len(bare) - LABEL), len(bare)):
        if labels.get(fold.label(bare[start:])) in ("published", "modified") and not bare[start - 1 : start].isalnum():
            return bare[:start]
    day = _weekday().search(text.rstrip(" ,"))
    alone = day is not None and not text[: day.start()].rstrip()[-1:].isalpha()  # "Wei Sun 5 May"
    return text[: day.start()] if day and alone else _ON.sub("", text)


def is_labelled(text: str, labels: Mapping[str, str]) -> bool:
    """True for a text ahead of a date that ends as what says when a page was posted or changed: "Published on"."""
    return _field_before(_ON.sub("", text), labels) is not None


def _bare(text: str) -> str:
    """Without the marks and the day of the week at its end."""
    return _weekday().sub("", text.rstrip(" ,:：|·([-–—")).rstrip(" :：|·([-–—")


def _field_before(text: str, labels: Mapping[str, str]) -> str | None:
    """The field of the longest label of dates that `text` ends with."""
    text = _bare(text)
    fields = (labels.get(fold.label(text[start:])) for start in range(max(0, len(text) - LABEL), len(text)))
    return next((field for field in fields if field in ("published", "modified")), None)


@cache
def _weekday() -> re.Pattern[str]:
    """The day of the week ahead of a date: "First published on Wed 26 Nov 2025"."""
    listed = (form for table in read_table("calendars", "names.toml").values() for form in table["weekdays"])
    return re.compile(rf"(?<![^\W\d_])(?:{either({name for form in listed for name in form.split('/')})})\.?$", re.I)


def _field_behind(text: str, labels: Mapping[str, str]) -> tuple[str | None, str]:
    """The same for the label that `text` begins with, and `text` up to its end: "14:30 配信", "に更新"."""
    lead = len(text) - len(text.lstrip(" )]").removeprefix("に"))
    rest = text[lead:]
    if not rest[:1].isalpha() or rest.rstrip().endswith(":") or _OF_CLOCK.match(rest):
        return (
            None,
            "",
        )  # then it stands ahead of what is next: "2025年12月3日・最後更新 2025年12月4日", "8:45 更新 15:52"
    for end in range(min(LABEL, len(rest)), 1, -1):
        field = labels.get(fold.label(rest[:end]))
        of_next = _AGO.match(rest, end)
        if field in ("published", "modified") and not (of_next or (rest[end : end + 1].isalpha() and rest.isascii())):
            return field, text[: lead + end]
    return None, ""
