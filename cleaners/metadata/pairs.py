"""Labels and their values in one line: "来源：新华网 作者：李明", "Published: 5 November 2025"."""

import re
from collections.abc import Mapping

from cleaners import fold
from cleaners.kinds import ASKING
from cleaners.shape import has_digit
from cleaners.tables import either, read_table

GLUED = 2  # letters of a label that needs no space before it
LONGEST = 26  # letters of a label
MANY = 3  # labels behind bars of a row whose first piece has none
VALUE = 100  # columns of a value; a title may be longer

_MARK = re.compile(r"(?<!\s)\s*(?:[:：]|(?<=\S)\s?[丨︱]|(?<=[^\x00-\x7f])\s?[/／|｜=＝](?=\s?\S))\s*")
_ANY_MARK = re.compile(r"[:：丨︱/／|｜=＝]")  # most lines have none: a search for one class of letters is quick
_BARRED = re.compile(r"([A-Za-z][A-Za-z ]{1,20}?) [|丨] ([^|丨:]{2,60})")  # "Written by | Jane Doe"
_BAR = re.compile(r"[|｜]")
_CELLS = re.compile(r"[|｜]|\s/\s")
_COLON = re.compile(r"[:：]")
_BOUND = re.compile(r"[|｜丨•·*＊，,、;；/／\s【\[(（]")
_COUNTED = re.compile(r"\S{1,6}\s\d+")  # "专栏作者 | 文章 64", in a box about one
_AHEAD = re.compile(r"[^\W\d_]{2,8}\s[-–—|｜·]\s")  # "社区投稿 - 作者：海风"
_REPORTERS = re.compile(r"[^\W\d_a-zA-Z有问位名答对向某]{2,4}(?:记者|記者)")  # 每经记者, 见习记者
_GLUED_LATIN = re.compile(r"(?<=[a-z])[A-Z][a-z]{3,12}$")  # "Source: The Harbour PostDate: …"
# a role behind its house: "    每经编辑|冉立平"
_HOUSE_AHEAD = re.compile(r"(?<=[一-鿿])\s{2,}[一-鿿]{2}(?=(?:编辑|編輯|责编|責編)\s?[|｜丨:：])")
_ALSO = re.compile(r"\s?[.．・·•‧/／&＆、]\s?|(?<=[^\W\da-z])(?:と|和|与|與|와|과)(?=[^\W\da-z])")
# "海港晚报 浏览次数：120", "海港晚报 0 条评论"
_UNKNOWN = re.compile(
    r"[\s|][^\s|:：\d]{1,8}\s?[:：].*$|\s\d+\s?(?:条评论|則評論|次阅读|次閱讀|人阅读|コメント|回閲覧|comments?|views?).*$"
)
_REGION = re.compile(rf"(?<=\S)\s(?:{either(read_table('metadata', 'names.toml')['east']['regions'])})$")
_DURATION = re.compile(
    r"(?:约|約|about )?\d+(?:[-~～]\d+)?\s?(?:分钟|分鐘|小时|小時|分|時間|분|시간|min(?:ute)?s?|hours?)\.?", re.I
)
_SHARE = re.compile(r"\s?[(（](?:抜粋|\d)[)）]$")  # of the original, behind its title
_ENDS = " 　|｜丨•·，,、;；/／-—"

Pair = tuple[str, str, str]
"""A label's field, the label as it stands, and its value."""


def read_labels(text: str, known: Mapping[str, str]) -> list[Pair]:
    """The label-value pairs of a line that opens with a label; [] where it does not."""
    barred = _BARRED.fullmatch(text)
    if barred and fold.label(barred[1]) in known:
        text = f"{barred[1]}: {barred[2]}"
    opened, pairs = _read(text, known)
    opened = opened or len(pairs) >= MANY and len(_BAR.findall(text)) >= MANY
    return pairs if opened and all(fits(field, value) for field, _, value in pairs) else []


def read_pairs(text: str, known: Mapping[str, str]) -> list[Pair]:
    """The label-value pairs of a line, whatever it opens with, without labels that have no value."""
    return [pair for pair in _read(text, known)[1] if fits(pair[0], pair[2])]


def _read(text: str, known: Mapping[str, str]) -> tuple[bool, list[Pair]]:
    """Whether a line opens with a label, and its pairs."""
    text = _HOUSE_AHEAD.sub(" ", text)
    if not _ANY_MARK.search(text):
        return False, []
    found: list[tuple[int, int, str]] = []
    for mark in _MARK.finditer(text):
        label = _label_before(text, mark.start(), known) or (
            _glued_before(text, mark.start(), known) if found else None
        )
        if label and found and mark.start() - len(label) <= found[-1][0]:
            found.pop()  # 采访/撰文 is one label
        if label:
            found.append((mark.start() - len(label), mark.end(), label))
    if not found or (len(_CELLS.findall(text)) > max(1, len(found)) and not _COLON.search(text)):
        return False, []  # the second is a row of a table
    ends = [start for start, *_ in found[1:]] + [len(text)]
    pairs = [
        (field, label, _value(field, text[at:end]))
        for (_, at, label), end in zip(found, ends, strict=True)
        for field in _fields(label, known)
    ]
    ahead = text[: found[0][0]]
    pictured = pairs != [] and ahead.strip() == pairs[0][2]  # "杜若白　作者：杜若白", the first of which is a picture's
    return pictured or not any(c.isalnum() for c in ahead) or _AHEAD.fullmatch(ahead) is not None, pairs


def _fields(label: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The field of a label, two of 執筆・翻訳; a reporter's may say of which paper."""
    field = known.get(fold.label(label)) or ("author" if _REPORTERS.fullmatch(label) else None)
    if field is None and not label.isascii() and len(parts := _ALSO.split(label)) > 1:  # 文．攝影
        fields = [known.get(fold.label(part)) for part in parts]
        return tuple(f for f in ("author", "translator") if f in fields) if None not in fields else ("",)
    return (field or "",)


def _value(field: str, text: str) -> str:
    """A value without marks at its ends, half a pair of brackets, and labels that nobody knows."""
    value = text.strip(_ENDS)
    if field in ("site", "author", "translator") and "//" not in value:
        value = _UNKNOWN.sub("", value).strip(_ENDS)
    if field == "site":
        value = without_region(value)
    if field == "original_title":
        value = _SHARE.sub("", value)
    for opening, closing in ("()", "（）", "【】", "[]", "［］", "〔〕"):
        if value.endswith(closing) and opening not in value:
            value = value[:-1]
    return value


def without_region(site: str) -> str:
    """A site's name without the region that stands behind it: "新华社 北京"."""
    return _REGION.sub("", site.strip(_ENDS))


def _label_before(text: str, end: int, known: Mapping[str, str]) -> str | None:
    """The longest known label that ends at `end` and begins at a boundary."""
    best = None
    for start in range(end - 1, max(0, end - LONGEST) - 1, -1):
        bound = (start == 0 or _BOUND.match(text, start - 1)) and text[start].isalnum()
        if bound and any(_fields(text[start:end], known)):
            best = text[start:end]
    return best


def _glued_before(text: str, end: int, known: Mapping[str, str]) -> str | None:
    """A known label that the value before it runs into: 来源：新京报责任编辑：史建磊."""
    for start in range(max(0, end - LONGEST // 2), end - GLUED + 1):
        label = text[start:end]
        if fold.label(label) in known and not any(c.isascii() for c in label):
            return label
    latin = _GLUED_LATIN.search(text, max(0, end - LONGEST), end)
    return latin[0] if latin and fold.label(latin[0]) in known else None


def fits(field: str, value: str) -> bool:
    """True where a value is such as the field has: short, no sentence, a date with digits."""
    if not value or re.search(r"[。！？]\S", value):
        return False
    if field in ("original_title", "url"):
        return True
    if field in ("author", "translator") and (value.endswith(ASKING) or value[0] == "{"):
        return False  # what a reporter asks in an interview; a list of references
    if field in ("published", "modified"):
        return has_digit(value) and len(value) <= VALUE // 2 and not _DURATION.fullmatch(value)
    return len(value) <= VALUE and not (field in ("author", "translator") and _COUNTED.fullmatch(value))
