"""Writers whose names no form gives away, by where they stand: "ゆげ子" above the date, "夜航船_" under the title."""

import re
from collections.abc import Iterator
from itertools import pairwise

from cleaners import fold
from cleaners.block import Block
from cleaners.calendars.relative import is_ago
from cleaners.dates import find_dates
from cleaners.doc import Doc
from cleaners.evidence import MOSTLY_MENU, pieces_of
from cleaners.kinds import tells
from cleaners.metadata.headlines import steps
from cleaners.metadata.names import split_names
from cleaners.metadata.outlets import is_known, owner
from cleaners.metadata.people import BORN, has_given_name, has_word, is_agency, is_full_latin, is_outlet
from cleaners.metadata.people_east import is_east_outlet, is_full_name, is_hangul
from cleaners.metadata.posts import POSTED_ON
from cleaners.metadata.reporters import is_kana_name
from cleaners.metadata.rosters import has_account
from cleaners.phrases import Rules

SHORT = 24  # columns of a name,
LONGEST = 120  # and of one with an address
ABOVE = 3  # lines above the title in which a writer may stand
BELOW = 8  # lines below it
WHOLE = 0.8  # share of the line's letters that the name makes up

# "@mizu_kei (水谷 圭)", "@mizu_kei in 株式会社…"
_HANDLE = re.compile(r"(?:@|id:)([\w-]{2,30})(?:\s?[(（]([^()（）]{1,20})[)）]|\sin\s.{2,30})?")
_MAIL = re.compile(r"\s?[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NO_NAME = re.compile(r"\d\s?(?:小时|分钟|天|時間|分|日)前|[/／>›|｜・、,，:：#＃「」『』《》!?！？。]|\d{3}|^\d|\d$")
_ROW = re.compile(r"[·•|｜]")  # between the things that a row says
_BY = re.compile(r"(?:by|von|vom|por|di|av|door) (\w[\w.-]{2,20})", re.I)  # right below the title
_HAN = re.compile(r"[一-鿿]{4,10}")
_ASKED = re.compile(r"(?P<who>[^\s|]{2,16})\s(?:提问于|提問於)")
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_FROM = re.compile(
    r"^(?:reporting from|in [A-Z]\w+$|(?:\S+\s){0,3}(?:reporter|correspondent|columnist|contributor)s?(?:, .{2,40})?$"
    r"|(?-i:[A-Z])\S*\sNews(?:, .{2,40})?$)",
    re.I,
)
# what no section is called: kanji and a given name in kana, or letters and an underscore
_USER = re.compile(
    r"[\w-]+\.eth|[一-鿿々]{2,3}(?![のとがを])(?:[ぁ-ん]{2,3}|[ぁ-ん]{1,2}[香子美恵奈菜花華郎太])|\w+_\w*|\w*_\w+"
)
_SECTIONS = ("related_posts.nouns", "related_posts.opens")  # 重要なお知らせ
_CALLS = ("subscriptions.lines", "subscriptions.maybe", "author_bios.lines", "author_bios.maybe")
_BESIDE = (*_CALLS, "sharing.lines", "sharing.maybe", "counters.lines", "counters.starts", "counters.maybe")


def nickname(doc: Doc, title: int, datelines: frozenset[int], rules: Rules) -> tuple[Block, tuple[str, ...]] | None:
    """The line near the title that names the writer, and the name; None where none does.

    title: position of the title, -1 where there is none. datelines: positions of lines with the article's dates.
    """
    if doc.answers:
        return _asker(doc)
    pairs = pairwise(b for b in doc.blocks if b.position < title)
    heads = {b.key for b, below in pairs if b.position < title - ABOVE and not below.marked(*_CALLS)}
    sections = set(steps(doc.blocks))
    for block in _near(doc, title):
        one = _BY.fullmatch(block.text) if block.position == title + 1 else None
        if one and not _is_spoken(doc, one[1]):
            return block, (one[1],)
        name = _name(block) or _beside_date(block, datelines)
        if (
            name is None
            or fold.label(name) in rules.labels
            or block.key in heads
            or fold.letters(name) in sections
            or _is_house(name)
            or _is_menu(name, rules)
        ):
            continue
        if _is_spoken(doc, name) or is_above_writer(doc, block) or _is_tag(doc, name):
            continue
        if fold.letters(name) == fold.letters(doc.metadata.site or "") or _owns(doc, name):
            continue
        if _is_founded(doc, block, name, (title, datelines)):
            return block, (name,)
    return None


def _is_tag(doc: Doc, name: str) -> bool:
    """True for a tag, or a category with the number of its articles: "#潮干狩り", "潮干狩り(86)"."""
    tag = re.compile(rf"#{re.escape(name)}|{re.escape(name)}\s?[(（]\d+[)）]")
    return any(tag.fullmatch(line.strip()) for line in doc.lines)


def _asker(doc: Doc) -> tuple[Block, tuple[str, ...]] | None:
    """Who asked, where the day of the question stands beside the name: "半坡的猫 提问于 2025-03-11"."""
    found = ((b, _ASKED.match(b.text)) for b in doc.blocks if b.columns <= LONGEST and not b.prose)
    return next(((block, (asked["who"],)) for block, asked in found if asked), None)


def is_above_writer(doc: Doc, block: Block) -> bool:
    """True for a name above another that begins with a given name, as this one does not: an outlet's."""
    i = doc.index(block)
    below = doc.blocks[i + 1].text if i + 1 < len(doc.blocks) else ""
    latin = is_full_latin(block.text) and is_full_latin(below)
    return latin and has_given_name(below) and not has_given_name(block.text)


def _near(doc: Doc, title: int) -> Iterator[Block]:
    """The lines below the title up to the first paragraph, then those right above it."""
    first = next((b.position for b in doc.blocks if b in doc.span and b.prose and b.position > title), doc.span.first)
    yield from (b for b in doc.blocks if title < b.position < min(first, title + BELOW + 1))
    yield from (b for b in doc.blocks if title - ABOVE <= b.position < title)


def _name(block: Block) -> str | None:
    """The name that is nearly all that a line says; None where it says more, or something else."""
    handle = _HANDLE.fullmatch(block.text)
    if handle:
        return handle[2] if is_full_name(handle[2] or "") else handle[1]
    if block.columns > LONGEST:
        return None
    text = _MAIL.sub("", block.text)
    if block.columns > SHORT + len(block.text) - len(text) or block.bullet or block.bare_number or block.dated:
        return None
    ends = block.ends and not is_full_latin(text.strip(".") + "x")
    if ends or tells(block) or block.marked(*_SECTIONS) or (_NO_NAME.search(text) and not is_kana_name(text)):
        return None
    names = split_names(text)
    if len(names) != 1 or not (" " not in names[0] or is_full_latin(names[0]) or is_full_name(names[0])):
        return None
    return names[0] if len(names[0]) >= WHOLE * len(text.strip()) else None


def _beside_date(block: Block, datelines: frozenset[int]) -> str | None:
    """The name beside the date: "느린저녁 2025. 8. 31. 23:18", and of several things "2025-10-05 · 老皮 · 生活實驗"."""
    dates = list(find_dates(block.text)) if block.position in datelines else []
    found = dates[0] if dates else None
    ahead = block.text[: found.start].strip(" ·•・|｜") if found else ""
    if found and ahead:
        return ahead if split_names(ahead) == (ahead,) and len(ahead) <= SHORT else None
    if found is None:
        return None
    last = block.text[dates[-1].end :].strip()
    if len(dates) > 1 and split_names(last) == (last,) and len(last) <= SHORT:
        return last  # "2025.09.21 2025.10.04 夜の棚"
    behind = [piece.strip() for piece in _ROW.split(block.text[found.end :])]
    return split_names(behind[1])[0] if len(behind) > 1 and not behind[0] and split_names(behind[1]) else None


def _owns(doc: Doc, name: str) -> bool:
    """True for the name that the page's copyright line has, which as a rule is the site's."""
    signed = (line for line in doc.lines if "©" in line)
    return any(fold.letters(owner(text) or "") == fold.letters(name) for text in signed)


def _is_house(name: str) -> bool:
    return is_outlet(name) or is_east_outlet(name) or is_agency(name) or is_known(name)


def _is_menu(name: str, rules: Rules) -> bool:
    return rules.menu(fold.words(name).strip())[1] >= MOSTLY_MENU


def _is_spoken(doc: Doc, name: str) -> bool:
    """True for a word that the article's own sentences use, as sections and subjects are."""
    if is_full_latin(name):
        return has_word(name, (b.text for b in doc.blocks if b.prose))
    return len(name) > 1 and fold.letters(name) in doc.spoken


def _is_founded(doc: Doc, block: Block, name: str, marks: tuple[int, frozenset[int]]) -> bool:
    """True where a date, a button to follow, an address or the box behind the article says that it is a writer.

    marks: positions of the title, and of the lines with dates.
    """
    title, datelines = marks
    if block.position in datelines:
        return _comes_again(doc, name) or _is_person(name) or doc.blocks[0].key.startswith(fold.letters(name))
    beside = {b.position - block.position: b for b in doc.blocks if abs(b.position - block.position) == 1}
    full = _is_person(name)
    dated = {step for step in (-1, 1) if block.position + step in datelines}
    dated |= {step for step, b in beside.items() if is_ago(b.text)}
    dated |= {step for step, b in beside.items() if _CLOCK.fullmatch(b.text) and b.position + step in datelines}
    below = beside.get(1)
    if _MAIL.search(block.text) or (below and 1 in dated and POSTED_ON.match(below.text)):
        return True
    if block.position < title:
        near = bool(dated) or (has_given_name(name) and block.position + 2 in datelines)  # a section between
        return (full and near) or _HANDLE.fullmatch(block.text) is not None
    if below and (below.marked(*_CALLS) or _FROM.match(below.text) or (full and _has_account(doc, below))):
        return True
    if full:
        right_below = " " in name and block.position == title + 1
        return right_below or bool(dated) or any(b.marked(*_BESIDE) for b in beside.values())
    boxed = block.position == title + 1 and _stands_again(doc, block)
    alone = block.position == title + 1 and 1 in dated and _is_no_section(doc, name)
    again = bool(dated) and (_USER.fullmatch(name) is not None or _comes_again(doc, name))
    return alone or again or boxed or _signs(doc, name)


def _has_account(doc: Doc, below: Block) -> bool:
    """True for the line of an account, "@jane", or any with a button to follow it below."""
    bare = not below.text.startswith("@")
    return _HANDLE.fullmatch(below.text) is not None or (bare and has_account(doc.blocks, doc.index(below)))


def _is_no_section(doc: Doc, name: str) -> bool:
    """True for a nickname in Han that is longer than a section's name, of words that the article does not say."""
    strange = not any(piece in doc.spoken for piece in pieces_of(fold.words(name)))
    return _HAN.fullmatch(name) is not None and strange


def _is_person(name: str) -> bool:
    return is_full_latin(name) or (is_full_name(name) and not is_hangul(name))


def _signs(doc: Doc, name: str) -> bool:
    """True where the name stands alone again below the article, right beside a button to follow its owner."""
    key = fold.letters(name)
    last = doc.span.last
    beside = [(a, b) for a, b in pairwise(doc.blocks) if a.position > last and key in (a.key, b.key)]
    return any(b.marked(*_CALLS) or a.marked(*_CALLS, "author_bios.opens") for a, b in beside)


def _stands_again(doc: Doc, block: Block) -> bool:
    """True where the line right below the title stands alone again behind the article, where the writer's box is, or
    above what says when he was born."""
    again = [(b, below) for b, below in pairwise(doc.blocks) if b.key == block.key and b is not block]
    return any(b.position > doc.span.last or BORN.search(below.text) for b, below in again)


def _comes_again(doc: Doc, name: str) -> bool:
    """True where a short line below the first paragraph, as of the box about the writer, opens with the name."""
    key = fold.letters(name)
    first = next((b.position for b in doc.blocks if b in doc.span and b.prose), doc.span.last)
    return any(b.key.startswith(key) for b in doc.blocks if b.position > first and not b.prose)
