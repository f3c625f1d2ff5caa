"""Labels and their values in one line: "来源：新华网 作者：李明", "Published: 5 November 2025"."""

import re
from collections.abc import Mapping

from cleaners import fold

GLUED = 3  # letters of a label that needs no space before it
VALUE = 100  # columns of a value; a title may be longer

_MARK = re.compile(r"(?<!\s)\s*(?:[:：]|(?<=\S)\s?[丨︱]|(?<=[^\x00-\x7f])\s?[/／|｜=＝](?=\s?\S))\s*")
_ANY_MARK = re.compile(r"[:：丨︱/／|｜=＝]")  # most lines have none: a search for one class of letters is quick
_BAR = re.compile(r"[|｜]")
_COLON = re.compile(r"[:：]")
_BOUND = re.compile(r"[|｜丨•·，,、;；/／\s【\[(（]")
_COUNTED = re.compile(r"\S{1,6}\s\d+")  # "专栏作者 | 文章 64", in a box about one

Pair = tuple[str, str, str]
"""A label's field, the label as it stands, and its value."""


def read_labels(text: str, known: Mapping[str, str]) -> list[Pair]:
    """The label-value pairs of a line that opens with a label; [] where it does not."""
    if not _ANY_MARK.search(text) or (len(_BAR.findall(text)) > 1 and not _COLON.search(text)):
        return []  # the second is a row of a table
    found: list[tuple[int, int, str, str]] = []
    for mark in _MARK.finditer(text):
        label = _label_before(text, mark.start(), known) or (
            _glued_before(text, mark.start(), known) if found else None
        )
        if label:
            found.append((mark.start() - len(label), mark.end(), label, known[fold.label(label)]))
    if not found or _letters(text[: found[0][0]]):
        return []
    ends = [start for start, *_ in found[1:]] + [len(text)]
    pairs = [
        (field, label, text[at:end].strip(" 　|｜丨•·，,、;；/／-—"))
        for (_, at, label, field), end in zip(found, ends, strict=True)
    ]
    return pairs if all(fits(field, value) for field, _, value in pairs) else []


def _letters(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _label_before(text: str, end: int, known: Mapping[str, str]) -> str | None:
    """The longest known label that ends at `end` and begins at a boundary."""
    best = None
    for start in range(end - 1, max(-1, end - 24), -1):
        if (start == 0 or _BOUND.match(text, start - 1)) and fold.label(text[start:end]) in known:
            best = text[start:end]
    return best


def _glued_before(text: str, end: int, known: Mapping[str, str]) -> str | None:
    """A known label of several wide letters that the value before it runs into: 来源：新京报责任编辑：史建磊."""
    for start in range(max(0, end - 12), end - GLUED + 1):
        label = text[start:end]
        if fold.label(label) in known and not any(c.isascii() for c in label):
            return label
    return None


def fits(field: str, value: str) -> bool:
    if not value or re.search(r"[。！？]\S", value):
        return False
    if field in ("original_title", "url"):
        return True
    if field in ("published", "modified"):
        return any(c.isdigit() for c in value) and len(value) <= VALUE // 2
    return len(value) <= VALUE and not (field in ("author", "translator") and _COUNTED.fullmatch(value))
