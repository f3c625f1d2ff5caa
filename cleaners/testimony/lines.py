"""What the lines round an article say of it: bylines, labels, and lines that hold a date."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from cleaners import fold
from cleaners.block import Block
from cleaners.dates import Found, Setting, find_date
from cleaners.load import load_rules
from cleaners.metadata.labels import ORIGINAL
from cleaners.metadata.names import BIOS, NOUNS, PREPOSED, TRANSLATED, split_names
from cleaners.metadata.pairs import read_labels
from cleaners.metadata.people import has_given_name
from cleaners.metadata.people_east import is_east, is_full_name
from cleaners.metadata.reporters import is_reporter
from cleaners.metadata.rows import SIGNED
from cleaners.metadata.signatures import opened_by, signed_by
from cleaners.shape import has_digit
from cleaners.tables import either
from cleaners.testimony.days_said import NEVER, Days, days_said, is_labelled
from cleaners.testimony.glue import unglued
from cleaners.testimony.marked import changes, elsewhere, words
from cleaners.testimony.name_lines import NAMED, PERSON, SHORT, persons
from cleaners.testimony.reading import Reading
from cleaners.testimony.stage import Stage
from cleaners.testimony.witness import Field, Witness

REACH = 12  # blocks round a headline, and round an article's beginning and its end, that are read
WIDEST = 200  # columns of a line that names an author or a date
DATED = 110  # columns of a line that has a date and little else
LABEL = 24  # characters of a label on a line of its own
LEAST = 2  # letters of a name
OPENING = 90  # characters of a paragraph that may open with place and day
FIRST, LAST = 6, 3  # blocks of an article in which its writer may sign, and a day may open it
LABELS: Mapping[str, Field] = {
    "author": "authors",
    "translator": "translators",
    "published": "published",
    "modified": "modified",
    "site": "site",
}

_LABEL = either(["by", *PREPOSED])
_BY = re.compile(rf"\W{{0,20}}(?:(?:{_LABEL})\s*:?|(?:{either(NOUNS)})\s?:)\s+(?=\S)", re.IGNORECASE)
_TRANSLATED = re.compile(rf"\W{{0,3}}({either(TRANSLATED)})\s+(?=\S)", re.IGNORECASE)
_NOUN = re.compile(rf"\W{{0,3}}(?:{either(NOUNS)})\s+(?-i:(?=[^\W\d_a-z]))", re.IGNORECASE)
_EAST_BY = re.compile(
    r"(?:作者|記者|记者|撰文|执笔|執筆|기자명|글쓴이|작성자|글)[\s:：/／|｜丨]+([\u3400-\u9fff]{2,4}|[가-힣]{2,4}(?=\s?기자|$))(?:\s?기자)?$"
)
_BY_INSIDE = re.compile(rf"\b(?:{_LABEL})\s+([^\d|,•·]{{3,60}})", re.IGNORECASE)
_NEXT = re.compile(r"\s[^\s:：\x00-\x7f]{1,6}\s?[:：]")  # a further label, of a counter or a button
_SECTION = re.compile(r"\s[∙•·>»›]")  # behind an outlet
_BUTTON = re.compile(
    r"(?<=[\u3400-\u9fff])(?:\s?(?:举报|舉報|分享|收藏|订阅|訂閱|关注|關注|查看原文))+$"
)  # glued to a credit
_MARKED = re.compile("[:：丨︱/／|｜=＝]")  # what parts a label from its value
_OTHER_DAY = re.compile(rf"(?<![^\W\d_])(?:{either(words()['other_days'])})", re.IGNORECASE)
_CONTACT = re.compile(either(words()["contacts"]), re.IGNORECASE)
_LIFE = re.compile(
    rf"(?:(?:About|Über)\s)?({PERSON.pattern})(?:,[^.,]{{2,40}},|\s\([^()]{{1,30}}\))?\s(?:{either(BIOS)})\s"
)


def lines(page: Reading, stage: Stage, known: Mapping[str, str], setting: Setting) -> Iterator[Witness]:
    """What each line near the article says. known: labels by the field that they name; setting: see find_date."""
    near = [block for block in _near(page.blocks, stage) if block.columns <= WIDEST and block.position != stage.title]
    days = {b.position: days_said(b.text, setting) for b in near if b.columns <= DATED}
    found = {at: said for at, said in days.items() if said.first and not is_other_day(page.blocks, at)}
    dated = found.keys()
    for block in near:
        at = block.position
        place = stage.place(at) + (" aside" if elsewhere(page.walk.pieces[at].element, page.walk, stage) else "")
        parts = page.walk.pieces[at].parts
        said = [*_said(page.blocks, at, found.get(at, NEVER), (known, place), parts), *_below(page.blocks, at, place)]
        person, values = ("", ()) if said else persons(block, parts if place.endswith(" title") else ())
        menu = len(block.text) == LEAST and place != "right below title"  # 金融, 余生: two letters may be any word
        heading = block.level > 0 and place != "above title"
        if heading or page.walk.tag[page.walk.pieces[at].element] == "address":
            menu = menu or not _may_be_names(values)
        if person and not menu and not _is_contact(page.blocks, at):
            beside = " by a date" if not dated.isdisjoint((at - 2, at - 1, at + 1)) else _at_the_end(at, stage)
            said = [Witness("authors", values, f"line {person}{beside}", block.where, place)]
        yield from said
    yield from _signed(page.blocks, stage)
    yield from _named(page.blocks[stage.first : stage.last + 1], {b.position for b in near}, known)
    for block in page.blocks[max(0, stage.first - 1) : stage.first + FIRST]:
        date = find_date(block.text[:OPENING], setting) if block.columns > DATED else None
        if date and date.start < OPENING // 2:
            yield Witness("published", (date.iso,), "line opened", block.where, stage.place(block.position))


def _said(
    blocks: Sequence[Block], at: int, days: Days, heard: tuple[Mapping[str, str], str], parts: Sequence[str]
) -> Iterator[Witness]:
    """What a line says by labels, by words ahead of a name, and by its days. heard: the labels, and the line's place;
    parts: the line as tags part it."""
    block, (known, place) = blocks[at], heard
    first, *rest = unglued(parts) if len(parts) > 1 else [block.text]
    labelled = list(_labelled(first, known, block.where, place))
    if days.published and not days.changed and is_change(blocks, at):
        days = Days(None, days.published)
    if labelled:
        yield from labelled
    else:
        yield from _by(block, days.first, place)
        yield from _dated(block, days, place, is_labelled(days.label, known))
    yield from _labelled_behind(first, days.first, known, block.where, place)
    fields = LABELS.values() if labelled else ("authors", "site")  # of a row that has no label ahead
    yield from (w for text in rest for w in _labelled(text, known, block.where, place) if w.field in fields)


def _named(blocks: Sequence[Block], heard: Collection[int], known: Mapping[str, str]) -> Iterator[Witness]:
    """Whom a label names in the article's midst, as where boxes behind its end are taken for a part of it."""
    for block in blocks:
        head = block.text[:LABEL]
        marked = ":" in head or "：" in head
        if block.position in heard or block.columns > NAMED or not (marked or _NOUN.match(head)):
            continue
        said = [*_labelled(block.text, known, block.where, "in article"), *_by_label(block, "in article")]
        yield from (witness for witness in said[:1] if witness.field == "authors")


def _may_be_names(texts: Sequence[str]) -> bool:
    """False for words that are no names as far as a list can tell: "Key Takeaways", "Harbour Museum"."""
    return all(is_east(text) or has_given_name(text) for text in texts)


def _is_contact(blocks: Sequence[Block], at: int) -> bool:
    """True below a heading that says whom to ask."""
    above = blocks[at - 1].text if at else ""
    return len(above) <= SHORT and _CONTACT.search(above) is not None


def _at_the_end(at: int, stage: Stage) -> str:
    return " at the end" if stage.last - 1 <= at <= stage.last + 1 else ""


def _signed(blocks: Sequence[Block], stage: Stage) -> Iterator[Witness]:
    """Who signs in the article's first and last sentences, and whose life stands below it."""
    for block in blocks[max(0, stage.first - 1) : stage.first + FIRST]:
        names = opened_by(block.text)[0]
        if names:
            yield Witness("authors", names, "line opened", block.where, stage.place(block.position))
    for block in blocks[max(0, stage.last - LAST) : stage.last + REACH]:
        names = signed_by(block.text)
        if names:
            yield Witness("authors", names, "line signed", block.where, stage.place(block.position))
        life = _LIFE.match(block.text)
        if life:
            yield Witness("authors", (life[1],), "line life", block.where, stage.place(block.position))


def is_other_day(blocks: Sequence[Block], at: int) -> bool:
    """True where a line, or the label above it, speaks of the day of something else: a release, a delivery."""
    above = blocks[at - 1].text if at else ""
    own = blocks[at].text
    return any(len(text) <= most and _OTHER_DAY.search(text) for text, most in ((own, WIDEST), (above, SHORT)))


def is_change(blocks: Sequence[Block], at: int) -> bool:
    """True where the label above a block that opens with a day makes it the day of a change: "Last updated:"."""
    above = blocks[at - 1].text if at else ""
    return 1 < len(above) <= LABEL and not has_digit(above) and changes(above)


def _near(blocks: Sequence[Block], stage: Stage) -> Iterator[Block]:
    """The blocks round the headline, and round the article's beginning and its end."""
    spans = [(stage.first - REACH, stage.first + REACH), (stage.last - REACH // 2, stage.last + REACH)]
    spans += [(stage.title - REACH, stage.title + REACH)] if stage.title >= 0 else []
    near = {at for begin, end in spans for at in range(max(0, begin), min(end + 1, len(blocks)))}
    return (blocks[at] for at in sorted(near))


def _labelled(text: str, known: Mapping[str, str], where: str, place: str) -> Iterator[Witness]:
    for name, label, value in read_labels(text, known) if _MARKED.search(text) else ():
        if name in LABELS and label not in ORIGINAL:  # 原创: a writer and an account, one behind the other
            field = LABELS[name]
            own = _BUTTON.sub("", _NEXT.split(value)[0]) if field in ("site", "authors") else value
            own = _SECTION.split(own)[0] if field == "site" else own
            yield Witness(field, (own,), f"label {name}", f"{where}: {label}", place)


def _labelled_behind(
    text: str, date: Found | None, known: Mapping[str, str], where: str, place: str
) -> Iterator[Witness]:
    """The outlet that a label behind a date credits: "2025年11月5日 09:30 | 来源：…"."""
    rest = text[date.end :].lstrip(" |｜·・丨　-") if date else ""
    return (w for w in _labelled(rest, known, where, place) if w.field == "site") if rest else iter(())


def _below(blocks: Sequence[Block], at: int, place: str) -> Iterator[Witness]:
    """Whom a block names whose label is the block above it: "Written by", "この記事を書いた人"."""
    block, above = blocks[at], blocks[at - 1].text if at else ""
    if block.columns > NAMED or block.prose or not 1 < len(above) <= SHORT:
        return
    kind = _heads(above)
    if kind and (block.columns <= SHORT or any(map(has_given_name, split_names(block.text)))):
        yield Witness("authors", (block.text,), kind, f"{block.where}: {above}", place)


@lru_cache(maxsize=10_000)
def _heads(text: str) -> str:
    """What a line makes of the name below it."""
    if load_rules().labels.get(fold.label(text)) == "author" or text.rstrip(": ").lower() in NOUNS:
        return "label author above"
    return "line boxed" if fold.letters(text) in _boxes() else ""


@cache
def _boxes() -> frozenset[str]:
    """The headings of the boxes in which an author is introduced."""
    return frozenset(fold.letters(phrase) for phrase in load_rules().listed["author_bios.opens"])


def _by_label(block: Block, place: str) -> Iterator[Witness]:
    """Whom a word ahead of a name makes the author: "Von Nora Hansen", "Autorin: Uta Roth"."""
    by = _BY.match(block.text) or _by_noun(block)
    if by:
        yield Witness("authors", (block.text[by.end() :],), "line by", f"{block.where}: by", place)


def _by_noun(block: Block) -> re.Match[str] | None:
    """A label without a mark, where nothing but full names stands behind it: "Autoren Jan Roth und Ida Wolf"."""
    noun = _NOUN.match(block.text) if block.columns <= NAMED else None
    names = split_names(block.text[noun.end() :]) if noun else ()
    return noun if names and all(map(has_given_name, names)) else None


def _by(block: Block, date: Found | None, place: str) -> Iterator[Witness]:
    """Whom a line without a label names: behind a word of its own, as a reporter, or beside a date."""
    text = block.text
    translated = _TRANSLATED.match(text)
    if translated:
        yield Witness("translators", (text[translated.end() :],), "line by", f"{block.where}: {translated[1]}", place)
        return
    by = list(_by_label(block, place))
    if by:
        yield from by
    elif block.columns <= NAMED and (signed := SIGNED.match(unicodedata.normalize("NFKC", text))):
        yield Witness("authors", (signed["name"],), "line reporter", f"{block.where}: by", place)
    elif is_reporter(text):
        yield Witness("authors", (text,), "line reporter", f"{block.where}: by", place)
    else:
        east = _EAST_BY.search(text) if block.columns <= SHORT else None
        if east and is_full_name(east[1]):
            yield Witness("authors", (east[1],), "line by", f"{block.where}: by", place)
    if not date or by:
        return
    inside = _BY_INSIDE.search(text)
    if inside:
        yield Witness("authors", (inside[1],), "line dated by", f"{block.where}: by", place)
    else:
        yield Witness("authors", (text[: date.start], text[date.end :]), "line dated", block.where, place)


def _dated(block: Block, days: Days, place: str, labelled: bool) -> Iterator[Witness]:
    """The days that a line names. labelled: whether a label says that the first one is that of publication."""
    if days.published:
        kind = "label published" if labelled else "line date" if block.dated else "line dated"
        yield Witness("published", (days.published.iso,), kind, block.where, place)
    if days.changed:
        yield Witness("modified", (days.changed.iso,), "line changed", block.where, place)
