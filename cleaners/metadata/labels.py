"""Label lines: "著者：山田太郎", "来源：新华网 作者：李明", "Published: 5 November 2025"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from cleaners import fold
from cleaners.block import Block
from cleaners.dates import Setting, find_date
from cleaners.doc import Doc
from cleaners.evidence import Verdicts
from cleaners.metadata.languages import setting_of
from cleaners.metadata.names import split_names
from cleaners.metadata.outlets import is_company, is_known
from cleaners.metadata.pairs import VALUE, Pair, fits, read_labels, read_pairs
from cleaners.metadata.people import is_full_latin, is_journal, is_outlet
from cleaners.metadata.people_east import is_full_name, is_paper
from cleaners.metadata.posts import poster
from cleaners.metadata.rosters import roster
from cleaners.metadata.rows import posted_by
from cleaners.metadata.stray_dates import asked
from cleaners.phrases import Rules
from cleaners.shape import once

HEAD = 8  # blocks from the article's first line on in which a label line may stand
ABOVE = 8  # blocks ahead of the title in which a label and its value may stand one below the other
TAIL = 8  # and blocks up to its last sentence, and all behind it
LONGEST = 240  # columns of a line of labels
LEAST = 2  # letters of a label that a space alone parts from its value
BEHIND = 3  # letters behind such a date: 掲載
SUBJECT = 3  # times that the article speaks of what it is about
OWN = ("disclaimers.opens", "references.opens")  # headings behind an article of what is said of it
TABLED = ("author", "translator", "site", "published", "modified")  # fields of which such a table tells
BARS = (" | ", "｜", "丨")  # behind the labels of credits, and not of a review's list
# What sources are called that are none.
HERE = frozenset(
    "本站 本站原创 本站原創 本网 本網 原创 原創 网络 網絡 網路 互联网 网友 網友 ネット 当サイト 本人 본인".split()
)
LIST = 3  # lines of a list with which an article begins
WORDS = 3  # spaces in a title, and hardly in a name
CARD = 3  # lines on either side of who wrote a paper

PAIR = re.compile(r"[^:：|]{2,28}(?:[:：]\s?|\s\|\s)[^\s:：/|]")
_ACCOUNT = re.compile(
    r"(?:公[众眾][号號]|公式アカウント|公開アカウント|(?:official|public) account)\s?"
    r"[“\"「：:《]([^”\"」》]{2,30})",
    re.I,
)
_ASIDE = re.compile(
    r"[(（](?:(?:ID|微信|@|https?|www)[:：.]?[^()（）]{0,60}|[\w.-]{2,40}\.[a-z]{2,7})[)）]$", re.I
)  # an account, an address
_APP = re.compile(r"(?<=[^\x00-\x7f]{2})\s?APP$", re.I)  # 钛媒体APP
_GIVEN = re.compile(r"(?<=[)）])より$")  # "…公式アカウント：夜航誌（ID：yehang）より"
_BY_OUTLET = re.compile(r"(?<=\w\w\w)\sby\s(?:[A-Z][\w.]*\s?){1,4}$")  # "Why I water my plants by Harbour Weekly"
_ADDRESS = re.compile(r"[./?？]")  # "原文：Luca Marini" names the writer, "原文：https://…" does not
_ON = re.compile(r"\s(?:on|am|le|el|il)\s$")
_CHANNELS = frozenset({"微信公众号", "公众号", "微信公眾號", "公眾號"})  # which say nothing of whose it is
ORIGINAL = frozenset({"原创", "原創", "オリジナル"})
_BELOW = frozenset({"本文来自微信公众号", "本文來自微信公眾號", "文章来自微信公众号"})  # no colon follows
_OF_HOUSE = re.compile(r"\w{2,12}[「『《“]([^「」『』《》“”]{2,16})[」』》”]")  # 中央研究院「研之有物」
_GLUED = ("著者", "翻訳", "訳者")  # labels to which a name may be glued
_DESK_SIGNS = re.compile(r"(?<=[A-Za-z])/[a-z]{2}(?:\([a-z]{2}\))?$")  # "CNA/rs(mi)": who wrote it down
_REST = re.compile(r"(?<=..)[，。].*$")  # "本文来自澎湃新闻，更多原创资讯…"
_OF_ORIGINAL = ("original ", "原文", "原作者", "原作")
_FROM = frozenset({"原文", "원문"})  # behind which a writer stands, or the title
_LISTED = re.compile("[、，]|, ")
_CITED = re.compile(r"[A-Z]\w+, (?:[A-Z]\.[\s-]?){1,3}, ")  # "Kao, Y.-A., Chan, H.-W.", of a paper
_SAYS = re.compile(r"\s[-–]\s?[\"“]")  # "▶ 인터뷰 : 김하늘 / 주민 - "밤에 와요."", of a broadcaster
# ahead of a paper's title or a book's, and where it appeared
_OF_WORK = re.compile(
    r"[【〈■●・\s]*(?:原?論文|掲載(?:誌|雑誌)|学術誌|雑誌名|書籍?名|発行(?:元|所)?|出版社|期刊|论文|书名|Journal|Paper|논문|학술지|도서명)"
    r"[^:：。]{0,8}(?:[:：】〉]|$)",
    re.I,
)
# labels that an event's day has as well
_OF_EVENTS = frozenset("日期 時間 时间 日時 日付 날짜 일시 시간 date time".split())
_PARTED = re.compile(r"(?<=[|｜·•\s])|(?<=[^\W\d_])(?=(?:19|20)\d\d\s?[-/.年])")  # at a date's start
_QUOTES = "「」『』《》“”\"'‘’〈〉【】"
_PAIRS = tuple((pair[0], pair[1]) for pair in ("「」", "『』", "《》", "“”", "‘’", "〈〉", "【】", '""', "''"))


def labels(doc: Doc, rules: Rules) -> Doc:
    """Read label lines round the article into the metadata and cut them."""
    verdicts: Verdicts = {}
    setting = setting_of(doc)
    doc = asked(doc, setting)  # first, for the labels below the answers have their days
    inside = [b.position for b in doc.blocks if b in doc.span]
    prose = [b.position for b in doc.blocks if b in doc.span and b.prose]
    told_out = inside.index(prose[-1]) + 1 if prose else len(inside)
    deep = frozenset(inside[HEAD : max(HEAD, told_out - TAIL)])
    told, last = (prose[0], prose[-1]) if prose else (None, -1)
    listed_first = [b for b in doc.blocks if b.marked("introductions.own")]
    has_list = len(listed_first) >= LIST and not any(_is_sourced(b, rules) for b in listed_first)
    for i, block in enumerate(doc.blocks):
        if block.position > doc.span.last and any(m.endswith(".opens") and m not in OWN for m in block.marks):
            break  # labels in a widget speak of other articles
        alone = block.position in deep and block.position - 1 not in verdicts  # labels stand together
        if block.columns > LONGEST or block.position in verdicts or alone:
            continue
        barred = any(bar in block.text for bar in BARS)
        if has_list and block.marked("introductions.own") and not (barred or _is_below_label(doc.blocks, i, verdicts)):
            continue  # "author: …" in the list with which a review begins
        pairs = read_labels(block.text, rules.labels)
        below = doc.blocks[i + 1 : i + 2]
        if not pairs and below and _is_value(below[0]) and not _is_of_menu(doc, block, below[0]):
            pairs = _read_split(block.text, below[0].text, rules.labels)
            pairs = pairs or (_read_table(doc.blocks, i, rules.labels) if block.position < (told or 0) else [])
            if pairs:
                verdicts[below[0].position] = "the value of the label above"
                listed, lines = roster(doc.blocks, i + 1) if pairs[0][0] == "author" else ((), ())
                verdicts |= {b.position: "the value of the label above" for b in lines}
                doc = doc.learn(f"{block.where}: {block.text}", authors=listed)
        pairs = pairs or _read_spaced(doc.blocks, i, rules.labels) or _read_glued(block.text, rules.labels)
        if not pairs or _is_listed(doc, i, pairs) or _is_told(block, pairs):
            continue
        if _is_of_event(doc, i, pairs, rules.labels) or _is_of_work(doc, i, pairs):
            continue
        verdicts[block.position] = "label " + ", ".join(f"“{label}”" for _, label, _ in pairs)
        ahead = block.position < (told if told is not None else doc.span.first)
        writers = tuple(pair for pair in pairs if pair[0] == "author")
        for field, label, value in pairs:
            amid = told is not None and told < block.position < last and block.position - 1 not in verdicts
            if _says_nothing(doc, (field, label, value), rules) or (field == "site" and amid and _is_of_data(value)):
                continue
            titled = label in _FROM and value.count(" ") >= WORDS
            said = _read("original_title" if titled else field, label, value, setting)
            if len(writers) > 1 and field == "author":  # 记者：… 通讯员：…
                said["authors"] = tuple(dict.fromkeys(n for _, _, v in writers for n in split_names(v)))
            doc = _with_translators(_without_outlet(doc, label, said), said).learn(f"{block.where}: {label}", **said)
        if ahead and not any(field in ("published", "modified") for field, *_ in pairs):
            doc = doc.learn(block.where, published=_day_behind(pairs[-1][2], setting))
    return doc.cut(verdicts)


def _with_translators(doc: Doc, said: Mapping[str, object]) -> Doc:
    """The page with whom a further line names beside the outlet that one names: 编译｜Odaily, 译者｜九重."""
    first, more = doc.metadata.translators, said.get("translators")
    if not (first and isinstance(more, tuple) and all(map(is_known, first))):
        return doc
    return replace(doc, metadata=replace(doc.metadata, translators=tuple(dict.fromkeys(first + more))))


def _without_outlet(doc: Doc, label: str, said: Mapping[str, object]) -> Doc:
    """The page without the outlet in its writer's place, where a further line names who wrote the original: "By: Flow
    Eye", "Original Author: Jane Doe"."""
    writers = doc.metadata.authors
    first = label.lower().startswith(_OF_ORIGINAL) and bool(said.get("authors")) and all(map(is_known, writers))
    return replace(doc, metadata=replace(doc.metadata, authors=())) if first else doc


def _is_sourced(block: Block, rules: Rules) -> bool:
    """True for a line that says where the article is from, as none of what a review is about does."""
    return any(field in ("site", "url") for field, *_ in read_labels(block.text, rules.labels))


def _is_below_label(blocks: Sequence[Block], i: int, verdicts: Verdicts) -> bool:
    """True for the line right below a date, or below another label of the page's."""
    above = blocks[i - 1] if i else None
    return above is not None and (above.dated or above.position in verdicts)


def _says_nothing(doc: Doc, pair: Pair, rules: Rules) -> bool:
    """True for a label and a value that look like metadata and are none."""
    field, label, value = pair
    if label in ORIGINAL and "@" not in value:
        return True  # 原创：writer and account, one behind the other
    if field != "site":
        return False
    if label.isascii() and doc.spoken.count(fold.letters(value)) >= SUBJECT:
        return True  # "Source: …" below a picture of whom the article tells
    if value in HERE:
        return True  # the page's own, or from anywhere
    if fold.words(value).strip() in rules.book.whole:
        return True  # "언론사 구독" is a button
    return value[0].isascii() and value[0].islower()  # "Source: national central banks" is whence the numbers are


def _is_of_data(value: str) -> bool:
    """True for what is credited between two paragraphs and is no outlet by its name: whose numbers a table has."""
    name = outlet(value)
    return not (is_paper(name) or is_journal(name) or is_outlet(name))


def _day_behind(value: str, setting: Setting) -> str | None:
    """The date behind the last value, which a bar or a space parts from it, or glued to a letter: "来源：海港晚报 |
    2025-11-05 09:30", "出典：Flow Eye2025/10/16 17:22"."""
    found = find_date(value, setting)
    parted = found and _PARTED.match(value, found.start) and len(value[found.end :].strip()) <= BEHIND
    return found.iso if found and parted else None


def _is_listed(doc: Doc, i: int, pairs: Sequence[Pair]) -> bool:
    """True for an address below other such pairs of the article: a company's, in a list of what it is."""
    if not i or {field for field, *_ in pairs} != {"url"}:
        return False
    above = doc.blocks[i - 1]
    return above in doc.span and doc.blocks[i] in doc.span and PAIR.match(above.text) is not None


def _is_of_event(doc: Doc, i: int, pairs: Sequence[Pair], known: Mapping[str, str]) -> bool:
    """True for a day amid the article's sentences, beside pairs of which one has a label that nobody knows: when and
    where an event is, and what it costs."""
    if not {label.lower() for _, label, _ in pairs} <= _OF_EVENTS or doc.blocks[i] not in doc.span:
        return False
    sides = (doc.blocks[i - 1 :: -1] if i else (), doc.blocks[i + 1 :])
    listed = [b for side in sides for b in takewhile(lambda b: b in doc.span and PAIR.match(b.text), side)]
    told = (any(b.prose and b in doc.span for b in side) for side in sides)
    return all(told) and any(not read_labels(b.text, known) for b in listed)


def _is_of_work(doc: Doc, i: int, pairs: Sequence[Pair]) -> bool:
    """True for who wrote the paper, or the book, of which the article tells: beside its title, or where it appeared."""
    if {field for field, *_ in pairs} != {"author"}:
        return False
    beside = doc.blocks[max(0, i - CARD) : i + CARD + 1]
    return any(_OF_WORK.match(b.text) for b in beside) and any(b.prose and b in doc.span for b in doc.blocks[:i])


def _is_told(block: Block, pairs: Sequence[Pair]) -> bool:
    """True for a sentence that says whom to call, as no credit has a full stop, for who wrote a paper, and for who says
    something."""
    told = block.prose and block.text.endswith("。") and {field for field, *_ in pairs} == {"credit"}
    cited = any(field == "author" and (_CITED.match(value) or _SAYS.search(value)) for field, _, value in pairs)
    return told or cited


def _is_value(block: Block) -> bool:
    return block.columns <= VALUE and not block.prose and not block.ends


def _is_of_menu(doc: Doc, label: Block, below: Block) -> bool:
    """True for two items of a menu above the title, of which the first is a label's word: アナリスト, 暗号資産. Right
    above the title that must be a menu's word as well: インタビュー."""
    if label.text.rstrip().endswith((":", "：")) or doc.title_at is None:
        return False
    above = doc.title_at - below.position
    return above > ABOVE or (above > 0 and label.marked("navigation.lines", "navigation.maybe"))


def _read_split(text: str, below: str, known: Mapping[str, str]) -> list[Pair]:
    """The pair of a label on a line of its own and the value on the line below."""
    label = text.rstrip(":： ")
    field = known.get(fold.label(label), "")
    bare = label == text.rstrip() and label not in _BELOW
    if bare and field == "author" and is_company(below):
        return [(field, label, below)]
    names = split_names(below) if bare and field in ("author", "translator") else ()
    if not field or (bare and not (names and all(is_full_latin(n) or is_full_name(n) for n in names))):
        return []
    return [(field, label, below)] if fits(field, below) else []


def _read_table(blocks: Sequence[Block], i: int, known: Mapping[str, str]) -> list[Pair]:
    """The pair of a label and the value below it in a table of such pairs, another of which is known beside it."""
    first = blocks[i].position - i
    here, *others = (
        _pair_of_cells(blocks[at : at + 2], known) if at >= 0 and blocks[at + 1].position == first + at + 1 else []
        for at in (i, i - 2, i + 2, i + 4)
        if at + 1 < len(blocks)
    )
    return here if any(others) else []


def _pair_of_cells(cells: Sequence[Block], known: Mapping[str, str]) -> list[Pair]:
    """The label that is all of a line, and the line below it; [] where these are none."""
    label, value = cells
    field = known.get(fold.label(label.text), "")
    if field not in TABLED or label.dated or value.prose or read_labels(value.text, known):
        return []
    dated = field in ("published", "modified")
    return [(field, label.text, value.text)] if dated == value.dated and fits(field, value.text) else []


def _read_spaced(blocks: Sequence[Block], i: int, known: Mapping[str, str]) -> list[Pair]:
    """The pair of a label that only a space parts from its value, where such lines stand one below the other, or a
    date beside it."""
    here = _spaced(blocks[i].text, known)
    if not here:
        return []
    near = blocks[max(0, i - 1) : i + 2]
    return here if any(b.dated or (b is not blocks[i] and _spaced(b.text, known)) for b in near) else []


def _read_glued(text: str, known: Mapping[str, str]) -> list[Pair]:
    """The pair of a label and the full name that is glued to it, and an outlet behind a dash: "著者Jane Doe - Tide"."""
    label = next((label for label in _GLUED if text.startswith(label)), "")
    name, dash, house = text.removeprefix(label).partition(" - ")
    full = is_full_latin(name) or (is_full_name(name) and not dash)
    if not label or not full or name[:1].isspace() or "、" in name:
        return []
    return [(known[fold.label(label)], label, name), *([("site", label, house)] if dash else [])]


def _spaced(text: str, known: Mapping[str, str]) -> list[Pair]:
    label, _, value = text.partition(" ")
    short = len(label) < LEAST and not is_full_name(value)
    if not value or label.isascii() or label in ORIGINAL or short or fold.label(label) not in known:
        return []
    field = known[fold.label(label)]
    if field == "author" and not all(is_full_latin(n) or " " not in n or is_full_name(n) for n in split_names(value)):
        return []  # "インタビュー 仕事 職人 銭湯"
    pairs = [(field, label, value.strip())] if fits(field, value) else []
    return pairs + (read_pairs(value, known) if pairs and field in ("published", "modified") else [])


def _accounts(value: str) -> tuple[str, ...]:
    """The accounts that a value lists, of which one has a name of the net's: "tide.eth and Mara"."""
    names = tuple(re.split(r",\s|\s(?:and|&)\s", value))
    return names if any(name.endswith(".eth") for name in names) and all(" " not in name for name in names) else ()


def _read(field: str, label: str, value: str, setting: Setting) -> dict[str, object]:
    """What a label and its value say, as fields of the metadata; a date may stand behind the names."""
    if field in ("author", "translator"):
        dated = find_date(value, setting)
        named = value.removesuffix("。")
        names = (value,) if is_company(value) else _accounts(named) or split_names(named)
        if field == "translator":  # outlets translate as well
            names = tuple(dict.fromkeys(n for part in _LISTED.split(named) for n in split_names(part))) or names
        if value.endswith("。"):  # a sentence: who, and what he is
            names = names[:1] + tuple(takewhile(is_full_name, names[1:]))
        of = _LISTED.split(value)[-1].strip() if field == "author" and names != (value,) else ""
        known = is_known(of) or (len(names) == 1 and (is_paper(of) or is_journal(of)))
        site = of if known and of not in names else None
        return {f"{field}s": names, "published": dated.iso if dated and field == "author" else None, "site": site}
    if field == "url":
        return _read_original(value)
    if field in ("published", "modified"):
        found = find_date(value, setting)
        return {field: found.iso, "authors": posted_by(value[found.end :])} if found else {}
    if field == "site":
        name = outlet(value)
        dated = find_date(value, setting) if not name else None
        return {field: name, "published": dated.iso if dated else None}  # 配信 2025年11月5日
    if field == "original_title":
        return {field: _unquoted(value)}
    return {"authors": poster(f"{label}: {value}")} if field == "credit" else {}


def _read_original(value: str) -> dict[str, object]:
    """What stands behind 原文 where it is no address: the writer, or the title "A City Without Lamps"."""
    if _ADDRESS.search(value):
        return {}
    names = split_names(value)
    if names and all(is_full_latin(n) or is_full_name(n) for n in names):
        return {"authors": names}
    titled = value.isascii() and value.count(" ") > 1
    return {"original_title": _unquoted(value)} if titled else {}


def _unquoted(value: str) -> str:
    """A title without whose it is, "… by Harbour Weekly", and without the quotation marks around it, or half of them;
    those of a quote in it stay."""
    value = _BY_OUTLET.sub("", value).strip()
    for opening, closing in _PAIRS:
        inner = value.removeprefix(opening).removesuffix(closing)
        if not (opening in inner or closing in inner):
            value = inner.strip()
    return value


def outlet(value: str) -> str:
    """The outlet that a label or a sentence credits, without its account's id, a date, quotation marks."""
    value = _GIVEN.sub("", value)
    account = _ACCOUNT.search(value)
    dated = find_date(value)
    name = account[1] if account else _ON.sub("", value[: dated.start]) if dated else _REST.sub("", value)
    name = _DESK_SIGNS.sub("", _ASIDE.sub("", name))
    of = _OF_HOUSE.fullmatch(name)
    bare = _APP.sub("", of[1] if of else name).strip(_QUOTES + " |｜,，、:：")
    bare = bare[1:-1] if bare[:1] == "[" and bare[-1:] == "]" else bare
    bare = bare + "》" if bare.count("《") > bare.count("》") else bare  # 潮声网-《潮声日报》
    return "" if bare in _CHANNELS else once(bare)
