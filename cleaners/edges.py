"""The edges of the article: short lines of its own ahead of its first paragraph and behind its last one.

A heading that opens it, a greeting, a sign-off, the people to call, a last list. Taken alone such lines weigh
like furniture, so the best stretch leaves them out; what they say, or what they repeat, tells.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile

from cleaners.block import Block
from cleaners.kinds import OPENERS, is_furniture, is_notice, tells
from cleaners.metadata.labels import PAIR, read_labels
from cleaners.own_lists import HEADING, last_list
from cleaners.shape import is_code

OPENING = 3  # lines above the first paragraph that may open the article
NEAR = 3  # blocks behind the last paragraph in which a sign-off stands
LISTED = range(2, 7)  # lines of such a list …
WORD = 32  # … their columns …
SENTENCE = 24  # … and those of the sentence that follows
NAME = 40  # columns of a farewell, and of the name below it
CONTACTS = 16  # blocks of all contacts
CONTACT = 96  # columns of one of their lines
SECTION = 14  # blocks of a last section without a sentence
SHORT, CELL = 8, 44  # lines of code or of a list ahead of the last section, and the columns of an item
FEW = 5  # lines of furniture between an article and its last section
PAIRS = 2  # lines of "label: value" that make a list
SPEAKER, SPEAKS = 20, 3  # columns of a speaker's name, and how often it stands alone on the page …
REMARK = 12  # … and columns of what is said

_NOTE = re.compile(r"\^|[\[(（［]?\d{1,2}[\])）］.]\s?\D")
_REACHED = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.\w|\+?\d[\d\s()-]{7,30}\d|^(?:https?://|www\.)\S+$")


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
    return said and block.key not in names and not (block.dated or _says_more(block))


def _opens(blocks: Sequence[Block], at: int, first: int) -> bool:
    """True for a heading or a greeting (see cleaners.patterns) right above the first paragraph."""
    block = blocks[at]
    if block.marked("introductions.opens", "introductions.own", "closings.heads"):
        return True
    if block.dated or block.bare_number or block.bullet or _says_more(block):
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
        if blocks[i].marked("closings.lines"):
            end = i
        elif tells(blocks[i]) or is_notice(blocks[i]):
            break
    if end > last and blocks[end].marked("closings.lines") and any(b.dated for b in blocks[end + 1 : end + 2]):
        end += 1  # a letter's date
    end = _up_to_notes(blocks, _signature(blocks, _list_with_end(blocks, end)))
    while further := (
        _section(blocks, end + 1)
        or _contacts(blocks, end + 1)
        or _pairs(blocks, end + 1, labels)
        or last_list(blocks, end + 1)
        or _behind(blocks, end + 1)
    ):
        end = further
    return end


def _list_with_end(blocks: Sequence[Block], end: int) -> int:
    """The index of the sentence that follows a short list right below the last paragraph; `end` where there is none."""
    at = end + 1
    while at < min(len(blocks), end + LISTED.stop) and _is_listed_word(blocks[at]):
        at += 1
    if at - end - 1 not in LISTED or at >= len(blocks) or _says_more(blocks[at]) or blocks[at].marks:
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
        if not narrow or blocks[i].dated or (_says_more(blocks[i]) and not is_code(blocks[i].text)):
            break
    return end


def _signature(blocks: Sequence[Block], end: int) -> int:
    """The index of the name that a letter is signed with, below a line that ends in a comma; `end` where it is not."""
    signed = blocks[end + 1 : end + 3]
    if len(signed) < 2 or any(_says_more(b) or b.dated or b.bullet or b.columns > NAME for b in signed):
        return end
    return end + 2 if signed[0].text.endswith((",", "，")) and not signed[1].ends else end


def _section(blocks: Sequence[Block], at: int) -> int:
    """The last index of the section that a heading of last sections, or of notes, opens at `at`; 0 for none."""
    if at >= len(blocks) or not blocks[at].marked("closings.opens", "references.opens"):
        return 0
    end = at
    for i in range(at + 1, min(len(blocks), at + 1 + SECTION)):
        if _says_more(blocks[i]) or blocks[i].bare_number or (blocks[at + 1].bullet and not blocks[i].bullet):
            break
        end = i
    return end if end > at else 0


def _contacts(blocks: Sequence[Block], at: int) -> int:
    """The last index of the people to call who are listed from `at` on; 0 for none."""
    if at >= len(blocks) or not blocks[at].marked("contacts.opens"):
        return 0
    near = takewhile(lambda i: not is_furniture(blocks[i]), range(at + 1, min(len(blocks), at + CONTACTS)))
    return max((i for i in near if blocks[i].columns <= CONTACT and _REACHED.search(blocks[i].text)), default=0)


def _pairs(blocks: Sequence[Block], at: int, labels: Mapping[str, str]) -> int:
    """The last index of a list of "label: value" below a heading at `at`; 0 for none. Without one they are credits."""
    if at >= len(blocks) or is_furniture(blocks[at]) or is_notice(blocks[at]) or PAIR.match(blocks[at].text):
        return 0
    if blocks[at].dated or blocks[at].columns not in HEADING:
        return 0
    end = at
    while end + 1 < len(blocks) and PAIR.match(blocks[end + 1].text) and not _says_more(blocks[end + 1]):
        end += 1
    fields = [field for b in blocks[at + 1 : end + 1] for field, *_ in read_labels(b.text, labels)]
    told = fields == ["url"] and not read_labels(blocks[at + 1].text, labels)  # a release tells of its company
    credited = bool(fields) and not (told and _contacts(blocks, end + 1))
    return end if end - at >= PAIRS and not credited else 0


def _behind(blocks: Sequence[Block], at: int) -> int:
    """The index of the sentence of a last section behind a few lines of furniture from `at` on; 0 for none."""
    for i in range(at, min(len(blocks) - 1, at + FEW)):
        if blocks[i].marked("closings.opens", "closings.heads") and i > at:
            return i + 1 if blocks[i + 1].ends and not _says_more(blocks[i + 1]) else 0
        if blocks[i].marked(*OPENERS) or not (_says_more(blocks[i]) or blocks[i].dated):
            break
    return 0


def _says_more(block: Block) -> bool:
    """True for a line that a phrase calls furniture."""
    return tells(block) or is_notice(block)
