"""The edges of the article: short lines of its own ahead of its first paragraph and behind its last one.

A heading that opens it, a greeting, a sign-off, the people to call, a last list. Taken alone such lines weigh
like furniture, so the best stretch leaves them out; what they say, or what they repeat, tells.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from cleaners.block import Block
from cleaners.kinds import is_dashed, is_notice, is_numbered, says_more, tells
from cleaners.metadata.labels import PAIR
from cleaners.shape import is_code
from cleaners.stretch.last_sections import behind
from cleaners.stretch.own_lists import HEADING

OPENING = 3  # lines above the first paragraph that may open the article
NEAR = 3  # blocks behind the last paragraph in which a sign-off stands
LISTED = range(2, 7)  # lines of such a list …
WORD = 32  # … their columns …
SENTENCE = 24  # … and those of the sentence that follows
NAME = 40  # columns of a farewell, and of the name below it
SHORT, CELL = 8, 44  # lines of code or of a list ahead of the last section, and the columns of an item
SPEAKER, SPEAKS = 20, 3  # columns of a speaker's name, and how often it stands alone on the page …
REMARK = 12  # … and columns of what is said
ENCLOSED = 8  # lines that name what is enclosed

_PAUSE = re.compile(r"[，,、：:]")
_NOTE = re.compile(r"\^|[\[(（［]?\d{1,2}[\])）］.]\s?\D")
_NOTED = "(（〔[【*＊※"
_DAY = re.compile(
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})\s?[年년]\s?[\d一二三四五六七八九十]{1,3}\s?[月월]\s?[\d一二三四五六七八九十]{1,3}\s?[日일]"
)
_WRITER = re.compile(r"[A-Z][a-z]+(?:\s[A-Z][a-z]*\.?){0,2}")
_OFFICE = re.compile(r"(?:[局委厅廳部院会會室府校所处處社庁省청부회원]|公司|集[团團])$")
_ENCLOSED = re.compile(r"(?:附件|附錄|附录|附表|添付|別紙|붙임|첨부|Enclosures?)\s?\d{0,2}\s?[:：.．]")
_ASIDE = re.compile(r"[(（][^()（）]{2,20}[)）]")  # "(published)"
# "($1 = 973 pesos)"
_RATE = re.compile(r"[(（][^()（）=＝]{0,20}\d[^()（）=＝]{0,20}[=＝][^()（）=＝]{0,20}\d[^()（）=＝]{0,30}[)）]")
_TEAM = re.compile(
    r"(?:^|\sand\s)(?:the|your)\s(?:[\w'’&.-]{1,20}\s){0,3}team$|\s(?:드림|올림|배상)$|(?:敬上|謹上|谨上|謹啓|拝)$",
    re.I,
)


def first_line(blocks: Sequence[Block], first: int, start: int) -> int:
    """The index at which the article begins, for one whose first paragraph is `first`.

    start: the index below the title.
    """
    begin = first = _talk(blocks, first, start)
    while begin > start and blocks[begin - 1].marked("introductions.own"):
        begin -= 1
    while begin > max(start, first - OPENING) and _opens(blocks, begin - 1, first):
        begin -= 1
    return begin


def asked_from(blocks: Sequence[Block], first: int, start: int) -> int:
    """The index at which a question begins: with the lines right above `first` that say something, full stops or not.

    start: the index below the title. Who asks and when stand further up.
    """
    while first > start and _says(blocks[first - 1]):
        first -= 1
    return first


def _says(block: Block) -> bool:
    """True for a line with a comma or a colon of which nothing says that it is furniture."""
    return _PAUSE.search(block.text) is not None and not (says_more(block) or block.dated or PAIR.match(block.text))


def _talk(blocks: Sequence[Block], first: int, start: int) -> int:
    """The index of the first line of the talk right above `first`: a speaker's name, what is said, and again.

    A speaker's name stands alone ahead of other remarks as well.
    """
    times = Counter(b.key for b in blocks[start:] if b.columns <= SPEAKER and not (b.ends or b.marks or b.bullet))
    if max(times.values(), default=0) < SPEAKS:
        return first
    names = frozenset(key for key, count in times.items() if count > 1 and not key.isdigit())
    at = first - (first > start and blocks[first - 1].key in names)
    while at - 2 >= start and blocks[at - 2].key in names and _is_remark(blocks[at - 1], names):
        at -= 2
    return at


def _is_remark(block: Block, names: frozenset[str]) -> bool:
    said = block.ends or block.columns >= REMARK
    return said and block.key not in names and not (block.dated or says_more(block))


def _opens(blocks: Sequence[Block], at: int, first: int) -> bool:
    """True for a heading or a greeting (see cleaners.patterns) right above the first paragraph."""
    block = blocks[at]
    if block.marked("introductions.opens", "introductions.own", "closings.heads"):
        return True
    if block.dated or block.bare_number or block.bullet or says_more(block):
        return False
    return block.columns in HEADING and not block.prose and _is_listed(blocks, at, first)


def _is_listed(blocks: Sequence[Block], at: int, first: int) -> bool:
    """True where a table of contents names the line and, next to it, a line of the article."""
    keys = [b.key for b in blocks]
    times = Counter(keys)
    later = frozenset(b.key for b in blocks[first:] if not b.prose and times[b.key] > 1)
    return any(key == keys[at] and i != at and below in later for i, (key, below) in enumerate(pairwise(keys)))


def last_line(blocks: Sequence[Block], last: int, labels: Mapping[str, str]) -> int:
    """The index at which the article ends, for one whose last sentence is `last`.

    labels: those of the metadata; what they head are credits.
    """
    end = last
    for i in range(last + 1, min(len(blocks), last + 1 + NEAR)):
        if _is_last_word(blocks[i]):
            end = i
        elif tells(blocks[i]) or is_notice(blocks[i]):
            break
    if end > last and blocks[end].marked("closings.lines") and any(b.dated for b in blocks[end + 1 : end + 2]):
        end += 1  # a letter's date
    end = _signed_and_dated(blocks, end)
    end = _up_to_notes(blocks, _signature(blocks, _list_with_end(blocks, end)))
    return behind(blocks, end, labels)


def _is_last_word(block: Block) -> bool:
    """True for a farewell, a correction, a note that names were changed, and what a currency is worth."""
    noted = block.marked("closings.holds") and block.text[0] in _NOTED
    return noted or block.marked("closings.lines", "closings.starts") or _RATE.fullmatch(block.text) is not None


def _list_with_end(blocks: Sequence[Block], end: int) -> int:
    """The index of the sentence that follows a short list right below the last paragraph; `end` where there is none."""
    at = end + 1
    while at < min(len(blocks), end + LISTED.stop) and _is_listed_word(blocks[at]):
        at += 1
    if at - end - 1 not in LISTED or at >= len(blocks) or says_more(blocks[at]) or blocks[at].marks:
        return end
    return at if blocks[at].ends and blocks[at].columns >= SENTENCE and not blocks[at].dated else end


def _is_listed_word(block: Block) -> bool:
    """True for a word or two that nothing calls furniture."""
    return not (block.prose or block.ends or block.marks or block.dated or block.bare_number) and block.columns <= WORD


def _up_to_notes(blocks: Sequence[Block], end: int) -> int:
    """The index right above the article's notes, or its last words, behind code or a short list; else `end`."""
    for i in range(end + 1, min(len(blocks) - 1, end + 1 + SHORT)):
        noted = blocks[i].marked("references.opens") and _NOTE.match(blocks[i + 1].text)
        if noted or (blocks[i].marked("closings.opens") and blocks[i + 1].ends):
            return i - 1
        narrow = blocks[i].ends or blocks[i].columns <= CELL or is_code(blocks[i].text)
        if not narrow or blocks[i].dated or (says_more(blocks[i]) and not is_code(blocks[i].text)):
            break
    return end


def _signature(blocks: Sequence[Block], end: int) -> int:
    """The index of who signs a letter, a team or a name below a line that ends in a comma; `end` where nobody does."""
    signed = blocks[end + 1 : end + 3]
    if signed and signed[0].columns <= NAME and (_TEAM.search(signed[0].text) or _is_dashed_name(signed)):
        return end + 1
    if len(signed) < 2 or any(says_more(b) or b.dated or b.bullet or b.columns > NAME for b in signed):
        return end
    return end + 2 if signed[0].text.endswith((",", "，")) and not signed[1].ends else end


def _is_dashed_name(blocks: Sequence[Block]) -> bool:
    """True where the first line is a dash and a name, and no item of a list: "– Walt"."""
    name = blocks[0]
    alone = not any(b.bullet == name.bullet for b in blocks[1:])
    return is_dashed(name) and alone and _WRITER.fullmatch(name.text) is not None


def _signed_and_dated(blocks: Sequence[Block], end: int) -> int:
    """The index of the day under an official letter, below what is enclosed and who has signed; else `end`.

    The day is written out, as below letters and not below teasers, and no second one follows.
    """
    at = end + 1
    while at < min(len(blocks), end + ENCLOSED) and (
        _ENCLOSED.match(blocks[at].text) or (at > end + 1 and is_numbered(blocks[at]))
    ):
        at += 1
    signed, rest = blocks[at : at + 2], blocks[at + 2 : at + 5]
    if len(signed) < 2 or not (_DAY.fullmatch(signed[1].text) and _names(signed[0])) or any(b.dated for b in rest):
        return end
    return at + 2 if rest and _ASIDE.fullmatch(rest[0].text) else at + 1


def _names(block: Block) -> bool:
    """True for what may be the office that signs a letter."""
    return block.columns <= NAME and _OFFICE.search(block.text) is not None and not says_more(block)
