"""The edges of the article: short lines of its own ahead of its first paragraph and behind its last one.

A heading that opens it, a greeting, a sign-off, the people to call, a last list. Taken alone such lines weigh
like furniture, so the best stretch leaves them out; what they say, or what they repeat, tells.
"""

import re
from collections.abc import Sequence

from cleaners.block import Block
from cleaners.kinds import is_furniture, is_notice, tells

HEADING = range(5, 66)  # columns of a heading
NEAR = 3  # blocks behind the last paragraph in which a sign-off stands
CONTACTS = 16  # blocks of all contacts
CONTACT = 96  # columns of one of their lines
SECTION = 14  # blocks of a last section without a sentence
PAIRS = 2  # lines of "label: value" that make a list

_REACHED = re.compile(r"[\w.+-]+@[\w-]+\.\w|\+?\d[\d\s()-]{7,}\d|^(?:https?://|www\.)\S+$")
_PAIR = re.compile(r"[^:：]{2,28}[:：]\s?[^\s:：/]")


def first_line(blocks: Sequence[Block], first: int, start: int) -> int:
    """The index at which the article begins, for one whose first paragraph is `first`.

    start: the index below the title.
    """
    above = first - 1
    return above if above >= start and _opens(blocks, above, first) else first


def _opens(blocks: Sequence[Block], at: int, first: int) -> bool:
    """True for a heading or a greeting (see cleaners.patterns) right above the first paragraph."""
    block = blocks[at]
    if block.marked("introductions.opens"):
        return True
    if block.dated or block.bare_number or block.bullet or _says_more(block):
        return False
    return block.columns in HEADING and not block.prose and _is_listed(blocks, at, first)


def _is_listed(blocks: Sequence[Block], at: int, first: int) -> bool:
    """True where a table of contents names the line and, next to it, a line of the article."""
    keys = [b.key for b in blocks]
    later = frozenset(b.key for b in blocks[first:] if not b.prose)
    return any(
        key == keys[at] and i != at and i + 1 < len(keys) and keys[i + 1] in later and keys.count(keys[i + 1]) > 1
        for i, key in enumerate(keys)
    )


def last_line(blocks: Sequence[Block], last: int) -> int:
    """The index at which the article ends, for one whose last sentence is `last`."""
    end = last
    for i in range(last + 1, min(len(blocks), last + 1 + NEAR)):
        if blocks[i].marked("closings.lines"):
            end = i
        elif tells(blocks[i]) or is_notice(blocks[i]):
            break
    if end + 1 < len(blocks) and end > last and blocks[end + 1].dated and blocks[end].marked("closings.lines"):
        end += 1  # a letter's date
    while further := _section(blocks, end + 1) or _contacts(blocks, end + 1) or _pairs(blocks, end + 1):
        end = further
    return end


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
    near = range(at + 1, min(len(blocks), at + CONTACTS))
    return max((i for i in near if blocks[i].columns <= CONTACT and _REACHED.search(blocks[i].text)), default=0)


def _pairs(blocks: Sequence[Block], at: int) -> int:
    """The last index of a list of "label: value" at `at`, with or without a heading; 0 for none."""
    heading = at < len(blocks) and not _PAIR.match(blocks[at].text)
    if heading and (is_furniture(blocks[at]) or blocks[at].dated or blocks[at].columns not in HEADING):
        return 0
    end = at + heading - 1
    while end + 1 < len(blocks) and _PAIR.match(blocks[end + 1].text) and not _says_more(blocks[end + 1]):
        end += 1
    return end if end - at - heading + 1 >= PAIRS else 0


def _says_more(block: Block) -> bool:
    """True for a line that a phrase calls furniture."""
    return tells(block) or is_notice(block)
