"""Label lines: "著者：山田太郎", "来源：新华网 作者：李明", "Published: 5 November 2025"."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from cleaners import fold
from cleaners.block import Block
from cleaners.dates import Setting, find_date
from cleaners.doc import Doc
from cleaners.evidence import Verdicts
from cleaners.metadata.languages import setting_of
from cleaners.metadata.names import split_names
from cleaners.metadata.people import is_full_latin
from cleaners.metadata.people_east import is_full_name
from cleaners.metadata.rows import posted_by
from cleaners.phrases import Rules

HEAD = 8  # blocks from the article's first line on in which a label line may stand
TAIL = 8  # and blocks up to its last line
LONGEST = 240  # columns of a line of labels
GLUED = 3  # letters of a label that needs no space before it
LEAST = 2  # letters of a label that a space alone parts from its value
SUBJECT = 3  # times that the article speaks of what it is about
VALUE = 100  # columns of a value; a title may be longer

_MARK = re.compile(r"(?<!\s)\s*(?:[:：]|(?<=\S)\s?[丨︱]|(?<=[^\x00-\x7f])\s?[/／|｜=＝](?=\s?\S))\s*")
_ANY_MARK = re.compile(r"[:：丨︱/／|｜=＝]")  # most lines have none: a search for one class of letters is quick
PAIR = re.compile(r"[^:：|]{2,28}(?:[:：]\s?|\s\|\s)[^\s:：/|]")
_BAR = re.compile(r"[|｜]")
_COLON = re.compile(r"[:：]")
_BOUND = re.compile(r"[|｜丨•·，,、;；/／\s【\[(（]")
_ACCOUNT = re.compile(r"公[众眾][号號]\s?[“「：:《]([^”」》\s]{2,20})")
_ASIDE = re.compile(r"[(（](?:ID|微信|@)[:：]?[^()（）]{0,40}[)）]$", re.I)
_ADDRESS = re.compile(r"[./?？]")  # "原文：Luca Marini" names the writer, "原文：https://…" does not
_COUNTED = re.compile(r"\S{1,6}\s\d+")  # "专栏作者 | 文章 64", in a box about one
_CHANNELS = frozenset({"微信公众号", "公众号", "微信公眾號", "公眾號"})  # which say nothing of whose it is
ORIGINAL = frozenset({"原创", "原創", "オリジナル"})
_BELOW = frozenset({"本文来自微信公众号", "本文來自微信公眾號", "文章来自微信公众号"})  # no colon follows
_REST = re.compile(r"(?<=..)[，。].*$")  # "本文来自澎湃新闻，更多原创资讯…"
_QUOTES = "「」『』《》“”\"'‘’〈〉【】"

Pair = tuple[str, str, str]
"""A label's field, the label as it stands, and its value."""


def labels(doc: Doc, rules: Rules) -> Doc:
    """Read label lines round the article into the metadata and cut them."""
    verdicts: Verdicts = {}
    setting = setting_of(doc)
    inside = [b.position for b in doc.blocks if b in doc.span]
    deep = frozenset(inside[HEAD:-TAIL])
    for i, block in enumerate(doc.blocks):
        if block.position > doc.span.last and any(m.endswith(".opens") for m in block.marks):
            break  # labels in a widget speak of other articles
        if block.columns > LONGEST or block.position in verdicts or block.position in deep:
            continue
        if block.marked("introductions.own"):
            continue  # "author: …" in the list with which a review begins
        pairs = read_labels(block.text, rules.labels)
        below = doc.blocks[i + 1 : i + 2]
        if not pairs and below and _is_value(below[0]):
            pairs = _read_split(block.text, below[0].text, rules.labels)
            if pairs:
                verdicts[below[0].position] = "the value of the label above"
        pairs = pairs or _read_spaced(doc.blocks, i, rules.labels)
        if not pairs or _is_listed(doc, i, pairs):
            continue
        verdicts[block.position] = "label " + ", ".join(f"“{label}”" for _, label, _ in pairs)
        for field, label, value in pairs:
            if label in ORIGINAL and "@" not in value:
                continue  # 原创：writer and account, one behind the other
            if field == "site" and label.isascii() and doc.spoken.count(fold.letters(value)) >= SUBJECT:
                continue  # "Source: …" below a picture of whom the article tells
            if field == "site" and fold.words(value).strip() in rules.book.whole:
                continue  # "언론사 구독" is a button
            if field == "site" and value[0].isascii() and value[0].islower():
                continue  # "Source: national central banks" is whence the numbers are
            doc = doc.learn(f"{block.where}: {label}", **_read(field, value, setting))
    return doc.cut(verdicts)


def _is_listed(doc: Doc, i: int, pairs: Sequence[Pair]) -> bool:
    """True for an address below other such pairs of the article: a company's, in a list of what it is."""
    if not i or {field for field, *_ in pairs} != {"url"}:
        return False
    above = doc.blocks[i - 1]
    return above in doc.span and doc.blocks[i] in doc.span and PAIR.match(above.text) is not None


def _is_value(block: Block) -> bool:
    return block.columns <= VALUE and not block.prose and not block.ends


def _read_split(text: str, below: str, known: Mapping[str, str]) -> list[Pair]:
    """The pair of a label on a line of its own and the value on the line below."""
    label = text.rstrip(":： ")
    field = known.get(fold.label(label), "")
    bare = label == text.rstrip() and label not in _BELOW
    names = split_names(below) if bare and field in ("author", "translator") else ()
    if not field or (bare and not (names and all(is_full_latin(n) or is_full_name(n) for n in names))):
        return []
    return [(field, label, below)] if _fits(field, below) else []


def _read_spaced(blocks: Sequence[Block], i: int, known: Mapping[str, str]) -> list[Pair]:
    """The pair of a label that only a space parts from its value, where such lines stand one below the other, or a
    date beside it."""
    here = _spaced(blocks[i].text, known)
    if not here:
        return []
    near = blocks[max(0, i - 1) : i + 2]
    return here if any(b.dated or (b is not blocks[i] and _spaced(b.text, known)) for b in near) else []


def _spaced(text: str, known: Mapping[str, str]) -> list[Pair]:
    label, _, value = text.partition(" ")
    if not value or label.isascii() or label in ORIGINAL or len(label) < LEAST or fold.label(label) not in known:
        return []
    field = known[fold.label(label)]
    return [(field, label, value.strip())] if _fits(field, value) else []


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
    return pairs if all(_fits(field, value) for field, _, value in pairs) else []


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


def _fits(field: str, value: str) -> bool:
    if not value or re.search(r"[。！？]\S", value):
        return False
    if field in ("original_title", "url"):
        return True
    if field in ("published", "modified"):
        return any(c.isdigit() for c in value) and len(value) <= VALUE // 2
    return len(value) <= VALUE and not (field in ("author", "translator") and _COUNTED.fullmatch(value))


def _read(field: str, value: str, setting: Setting) -> dict[str, object]:
    """What a label's value says, as fields of the metadata; a date may stand behind the names."""
    if field in ("author", "translator"):
        dated = find_date(value, setting)
        names = split_names(value)
        if value.endswith("。"):  # a sentence: who, and what he is
            names = names[:1] + tuple(takewhile(is_full_name, names[1:]))
        return {f"{field}s": names, "published": dated.iso if dated and field == "author" else None}
    if field == "url":
        names = () if _ADDRESS.search(value) else split_names(value)
        return {"authors": names} if names and all(is_full_latin(n) or is_full_name(n) for n in names) else {}
    if field in ("published", "modified"):
        found = find_date(value, setting)
        return {field: found.iso, "authors": posted_by(value[found.end :])} if found else {}
    if field == "original_title":
        return {field: value.strip(_QUOTES + " ")}
    if field == "site":
        return {field: outlet(value)}
    return {}


def outlet(value: str) -> str:
    """The outlet that a label or a sentence credits, without its account's id, a date, quotation marks."""
    account = _ACCOUNT.search(value)
    dated = find_date(value)
    name = account[1] if account else value[: dated.start] if dated else _REST.sub("", value)
    bare = _ASIDE.sub("", name).strip(_QUOTES + " |｜,，:：")
    return "" if bare in _CHANNELS else bare
