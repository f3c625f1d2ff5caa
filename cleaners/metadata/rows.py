"""What a byline or a dateline says, piece by piece: "By Jane Doe | 5 November 2025 | The Courier"."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

from cleaners import fold, shape
from cleaners.calendars.setting import Setting
from cleaners.dates import Found, find_dates
from cleaners.metadata.names import PREPOSED, split_names
from cleaners.metadata.people import is_full_latin
from cleaners.metadata.people_east import is_desk, is_east_outlet, is_full_name, without_place
from cleaners.metadata.stamps import read_dates
from cleaners.tables import either

LABEL = 24  # letters of the longest label
NAMES = 48  # letters of a row of names

_BY = re.compile(
    r"(?:^|[|•·]\s*)(?:(?:written|posted|text|words|reported|story|given|delivered|speech|remarks|lecture) )?by\s+"
    r"(?=(?-i:[A-Z@\"“])|[^\x00-\x7f])",
    re.I,
)
_POSTED_BY = re.compile(
    r"(?:^|\|)\s(?:by|由|投稿者:?|作成者:?|작성자:?)\s([\w-]{2,20})$"
)  # "Posted on 2019年4月13日 by doumae", the date masked
_PREPOSED = re.compile(rf"(?:{either(PREPOSED)})\s+(?=[^\W\d_])|By(?=(?-i:[A-Z][a-z]|[가-힣]))", re.I)
_MAY_REPORT = re.compile("[者기특논員员=＝]")
_REPORTER = re.compile(
    r"^[\[【〔(□■◎]?\s?(?:本报|本報|本刊|新华社)?(?:特约|實習|实习)?(?:記者|记者|特派員|通讯员)(?!会見|會見|会见|團|团)\s?[^\s。,、]{2,12}(?:[\s/、,][^。]{0,24})?[\])】〕]?$"
    r"|^(?:글\s?|취재\s?|정리\s?[=·]\s?)?[가-힣]{2,5}\s?(?:기자|특파원|논설위원)(?:\s|$|=|/|·|\()"
    r"|^[一-鿿々]{2,4}\s?[一-鿿々ぁ-んァ-ヶ]{0,5}\s?(?:記者|編集委員|論説委員)$"
    r"|^[\[【(][^\s=\])】]{1,12}=[^\s\])】]{2,10}[\])】]$"
)
_FROM = re.compile(r"^reporting from (?-i:[A-Z])", re.I)
_TRANSLATED = re.compile(r"^translated\s(?:from\s(?:the\s)?(?:original\s)?[A-Z][a-z]+\s)?by\s+", re.I)
_WECHAT = re.compile(
    r"^(?:原创|原創|オリジナル)\s(?P<name>[^\s|]{2,12})\s(?:(?P<site>[^\s|]{2,16})\s?)?\|"
    r"|^(?:原创|原創|オリジナル)\s(?P<writer>[^\s|。,、]{2,12})\s(?P<account>[^\s|。,、]{2,16})$"
)
# an outlet ahead of its reporter: "經世日報 記者夏沐晴／台北報導", "潮汐新闻客户端 记者 梁可"
_FILED = re.compile(
    r"(?P<site>(?!本[报報刊网網])[^\s。,、:;=|/]{2,14}?)(?:客户端|客戶端)?[\s/]{0,2}"
    r"(?=(?:特约|特約|实习|實習|首席|见习)?(?:記者|记者)(?!会|會|见|見|团|團)\s?[^\s。,、])"
)
_PAIR = re.compile(r"(?:^|[\s|])(?P<label>[^\s|:]{2,8})\s?:\s?(?P<value>[^\s|:]{2,20})")
_BUTTON = re.compile(r"(?<=..)\s?(?:举报|舉報|分享|收藏)$")
_CREDITS = re.compile(r"\s(?:사진|写真|撮影|영상|그림|장소|摄影|攝影|编辑|編輯)[\s=:/].*$")
_PLACES = re.compile(r"\s[^\s、]{2,4}(?:、[^\s、]{2,4})*\s?(?:报道|報導|報道|电|電)$")
SIGNED = re.compile(r"^\[(?P<name>[^,\]]{2,20}),\s?(?P<site>[^,\]]{2,30})\]$")
_BREAK = re.compile(r"\s*[|•·∙]\s*|\s{2,}")


@dataclass(frozen=True)
class Row:
    """What a row says; None or () where it does not.

    dates: where they stand in its NFKC form. plain: dates and their labels are nearly all that it says.
    labelled: a word beside a date says what happened then.
    """

    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    site: str | None = None
    dates: tuple[Found, ...] = ()
    plain: bool = False
    labelled: bool = False

    @property
    def names(self) -> bool:
        """True where the row names who wrote or translated."""
        return bool(self.authors or self.translators)


NOTHING = Row()


def read_row(text: str, setting: Setting, labels: Mapping[str, str]) -> Row:
    """Read one row. labels: folded label -> field (see cleaners.phrases.Rules)."""
    text = unicodedata.normalize("NFKC", text)
    dates = tuple(find_dates(text, setting)) if any(c.isdigit() for c in text) else ()
    if not dates and not _may_name(text, labels):
        return NOTHING
    stamps, labelled = read_dates(text, dates, labels)
    rest = text
    for found in dates:
        rest = rest[: found.start] + "|" * (found.end - found.start) + rest[found.end :]
    beside = rest.replace("|", "").strip()
    plain = bool(dates) and shape.columns(shape.doubled(beside) or beside) <= shape.DATED_REST
    site, rest = _filed(rest)
    site = site or _labelled_outlet(rest, labels) or _dated_outlet(rest, dates)
    row = Row((), (), stamps.get("published"), stamps.get("modified"), site, dates, plain, labelled)
    signed = SIGNED.match(text) or _WECHAT.match(rest)
    if signed and signed.groupdict().get("writer"):
        return replace(row, authors=split_names(signed["writer"]), site=signed["account"])
    if signed:
        return replace(row, authors=split_names(signed["name"]), site=(signed["site"] or "").strip() or None)
    authors, translators = (_names(rest, labels, field) for field in ("author", "translator"))
    return replace(row, authors=authors or _dated_name(rest, dates), translators=translators)


def posted_by(text: str) -> tuple[str, ...]:
    """The writer behind a date, which is masked or cut off: " by doumae", " 由 鹽巴先生"."""
    posted = _POSTED_BY.search(text)
    return (posted[1],) if posted else ()


def _filed(rest: str) -> tuple[str | None, str]:
    """The outlet ahead of its reporter, and the row from the reporter on; None, and the row, where there is none."""
    lead = len(rest) - len(rest.lstrip(" |·•[(【〔"))
    filed = _FILED.match(rest, lead) if _MAY_REPORT.search(rest) else None
    if filed is None or not is_east_outlet(filed["site"]):
        return None, rest
    return filed["site"], rest[: filed.start()] + rest[filed.end() :]


def _labelled_outlet(rest: str, labels: Mapping[str, str]) -> str | None:
    """The outlet behind a label in mid-row: "2019-09-09 19:32:27 字号：A- A A+ 来源：中新网"."""
    pairs = (found for found in _PAIR.finditer(rest) if labels.get(fold.label(found["label"])) == "site")
    return next((_BUTTON.sub("", found["value"]) for found in pairs), None)


def _dated_outlet(rest: str, dates: tuple[Found, ...]) -> str | None:
    """The outlet that is all that stands beside a date: "2025年10月28日 08:12 江南晨报"."""
    name = rest.strip(" |,-–—•·()").removeprefix("付 ")
    alone = len(name) <= LABEL and ":" not in name and not _BREAK.search(name)
    return name if dates and alone and is_east_outlet(name) else None


def _may_name(text: str, labels: Mapping[str, str]) -> bool:
    """False where a row has nothing with which a byline begins; most rows have not."""
    if _TRANSLATED.match(text) or _PREPOSED.match(text) or _WECHAT.match(text) or text[0] in "[【〔":
        return True
    if _BY.search(text) or _MAY_REPORT.search(text):
        return True
    return labels.get(fold.label(text.partition(" ")[0])) in ("author", "translator")


def is_reporter(text: str) -> bool:
    """True where a line names its reporter or its writer as bylines do: "By Jane Doe", "記者李明／台北報導"."""
    if _BY.match(text) or _FROM.match(text) or _TRANSLATED.match(text) or _WECHAT.match(text):
        return True
    if not _MAY_REPORT.search(text):
        return False
    _, rest = _filed(unicodedata.normalize("NFKC", text))
    return bool(_REPORTER.search(without_place(rest)))


def _dated_name(rest: str, dates: tuple[Found, ...]) -> tuple[str, ...]:
    """The full name that is all that stands beside a date: "Mike Kappel May 18, 2016"."""
    names = split_names(rest) if dates and len(rest.strip(" |,-–—")) <= NAMES else ()
    doubled = shape.doubled(rest.strip(" |,-–—•·"))
    whole = not doubled and len(names) == 1 and names[0] == rest.strip(" |,-–—•·")
    return names if whole and (is_full_latin(names[0]) or is_full_name(names[0]) or is_desk(names[0])) else ()


def _names(rest: str, labels: Mapping[str, str], field: str) -> tuple[str, ...]:
    """The names behind "by", in a reporter's form, or behind a label that a space follows."""
    posted = posted_by(rest) if field == "author" else ()
    if posted:
        return posted
    by = (_BY.search if field == "author" else _TRANSLATED.match)(rest)
    if by:
        return split_names(_BREAK.split(rest[by.end() :])[0])
    found: list[str] = []
    for piece in _BREAK.split(_CREDITS.sub("", rest)):
        if len(piece) > NAMES:
            continue
        preposed = _PREPOSED.match(piece) if field == "author" else None
        if preposed:
            names = split_names(piece[preposed.end() :])
            glued = "가" <= piece[2:3] <= "힣"  # "by느린나무"
            found += names if glued or all(is_full_latin(name) or len(rest) > len(piece) for name in names) else ()
            continue
        if field == "author" and _REPORTER.search(without_place(piece)):
            found += split_names(without_place(_PLACES.sub("", piece)))
            continue
        label, space, value = piece.partition(" ")
        names = split_names(value) if space and labels.get(fold.label(label)) == field else ()
        if all(is_full_name(name) or (is_full_latin(name) if label.isascii() else name[0].isupper()) for name in names):
            found += names
    return tuple(dict.fromkeys(found))
