"""The last sections of an article, which have no sentences: notes, works, people to call, pairs, chapters, statements.

Each function is given where a heading may stand, and says where its section ends, or 0 where there is none.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from cleaners.block import Block
from cleaners.kinds import OPENERS, is_furniture, is_notice, opens_section, says_more
from cleaners.metadata.labels import PAIR
from cleaners.metadata.pairs import read_labels
from cleaners.shape import is_code
from cleaners.stretch.own_lists import HEADING, last_list

CONTACTS = 16  # blocks of all contacts
CONTACT = 96  # columns of one of their lines
SECTION = 14  # blocks of a last section without a sentence
WORKS = 3  # books in a list, chapters of a recording
FEW = 5  # lines of furniture between an article and its last section
PAIRS = 2  # lines of "label: value" that make a list
CODE = 4  # lines of code
DAYS = 3  # of an agenda
HEAD = 6  # lines in which a statement says what its figures are
CELL = 80  # columns of a line of it
FIGURES = 4, 0.25  # lines with nothing but figures, and their share, that make a statement

_WORK = ("《", "『")
_FILE = re.compile(r"\.[A-Za-z]{3,4}$")
_CHAPTER = re.compile(r"[(\[]?\d{1,2}:\d\d(?::\d\d)?[)\]]?\s?(?:[-–—]|[(（][^()（）]{1,8}[)）])?\s?[^\W\d]")
_TERM = re.compile(r"[^…‥―＝=→。]{1,20}\s?(?:…+|‥+|――|＝|=|→)\s?[^\s…‥―＝=→].+")  # "Gas … what a step costs"
_DAY = re.compile(r"(\d{1,2})[/月월.]\s?(\d{1,2})[日일]?\s?(?:[(（][^()（）]{1,4}[)）])?\s?\S*[^\W\d]")
# "Oct 15 - consultation closes", "Q4 2025 - a draft"
_PLAN = re.compile(
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,4}(?:, 20\d\d)?|(?:Q[1-4]|H[12])\s20\d\d)"
    r"\s?[-–—:]\s\S"
)
_FIGURE = re.compile(r"(?=\D*\d\D*\d|\D*[$€£¥)])[\d\W]+(?:g|mg|kcal|kJ)?")  # "7" is a rank
_REACHED = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.\w|\+?\d[\d\s()-]{7,30}\d|^(?:https?://|www\.)\S+$")


def behind(blocks: Sequence[Block], end: int, labels: Mapping[str, str]) -> int:
    """The index at which the last sections end that follow the line at `end`, one after the other; else `end`.

    labels: those of the metadata; what they head are credits.
    """
    while end + 1 < len(blocks):
        further = (
            _section(blocks, end + 1)
            or _works(blocks, end + 1)
            or _chapters(blocks, end + 1)
            or _statement(blocks, end + 1)
            or _contacts(blocks, end + 1)
            or _pairs(blocks, end + 1, labels)
            or _terms(blocks, end + 1)
            or _agenda(blocks, end + 1)
            or _code(blocks, end + 1)
            or last_list(blocks, end + 1)
            or _sentence_behind(blocks, end + 1)
        )
        if not further:
            break
        end = further
    return end


def _section(blocks: Sequence[Block], at: int) -> int:
    """The last index of the section that a heading of last sections, or of notes, opens at `at`; 0 for none."""
    advice = blocks[at].marked("disclaimers.opens") and not opens_section(tuple(blocks[at : at + 4]), 0)
    if not (advice or blocks[at].marked("closings.opens", "references.opens")):
        return 0
    end, counted = at, 0
    for i in range(at + 1, min(len(blocks), at + 1 + SECTION)):
        if blocks[i].key == str(counted + 1) and blocks[at].marked("references.opens"):
            counted += 1  # a note's number on a line of its own
            continue
        if says_more(blocks[i]) or blocks[i].bare_number or (blocks[at + 1].bullet and not blocks[i].bullet):
            break
        end = i
    return end if end > at else 0


def _works(blocks: Sequence[Block], at: int) -> int:
    """The last index of a list of works, each in brackets, below a heading at `at`; 0 for none."""
    listed = [*takewhile(lambda i: blocks[i].text.startswith(_WORK), range(at + 1, min(len(blocks), at + 1 + SECTION)))]
    plain = not any(says_more(b) or b.dated or b.prose for b in blocks[at : at + 1 + len(listed)])
    return listed[-1] if len(listed) >= WORKS and plain and blocks[at].columns in HEADING else 0


def _contacts(blocks: Sequence[Block], at: int) -> int:
    """The last index of the people to call who are listed from `at` on; 0 for none."""
    if not blocks[at].marked("contacts.opens"):
        return 0
    near = takewhile(lambda i: not is_furniture(blocks[i]), range(at + 1, min(len(blocks), at + CONTACTS)))
    return max((i for i in near if blocks[i].columns <= CONTACT and _REACHED.search(blocks[i].text)), default=0)


def _pairs(blocks: Sequence[Block], at: int, labels: Mapping[str, str]) -> int:
    """The last index of a list of "label: value" below a heading at `at`; 0 for none. Without one they are credits."""
    if is_furniture(blocks[at]) or is_notice(blocks[at]) or PAIR.match(blocks[at].text):
        return 0
    if blocks[at].dated or blocks[at].columns not in HEADING:
        return 0
    end = at
    while end + 1 < len(blocks) and PAIR.match(blocks[end + 1].text) and not says_more(blocks[end + 1]):
        end += 1
    if _FILE.search(blocks[end].text):
        return 0  # files to load
    fields = [field for b in blocks[at + 1 : end + 1] for field, *_ in read_labels(b.text, labels)]
    told = fields == ["url"] and not read_labels(blocks[at + 1].text, labels)  # a release tells of its company
    credited = bool(fields) and not (told and _contacts(blocks, end + 1))
    return end if end - at >= PAIRS and not credited else 0


def _terms(blocks: Sequence[Block], at: int) -> int:
    """The last index of a list of terms, each with what it means, below a heading at `at`; 0 for none."""
    listed = [*takewhile(lambda i: _TERM.fullmatch(blocks[i].text), range(at + 1, len(blocks)))]
    return listed[-1] if len(listed) >= PAIRS and _heads(blocks[at]) and not blocks[at].ends else 0


def _agenda(blocks: Sequence[Block], at: int) -> int:
    """The last index of days to come, in their order, each with what is to happen, below a heading at `at`; 0 for none.

    A list of other articles begins with the latest day.
    """
    if not _heads(blocks[at]):
        return 0
    days = [*takewhile(bool, (_DAY.match(b.text) for b in blocks[at + 1 :]))]
    dates = [(int(day[1]), int(day[2])) for day in days if day]
    if len(days) >= DAYS and dates == sorted(set(dates)):
        return at + len(days)
    plans = [*takewhile(lambda b: _PLAN.match(b.text), blocks[at + 1 :])]
    return at + len(plans) if len(plans) >= DAYS else 0


def _code(blocks: Sequence[Block], at: int) -> int:
    """The last index of code below a heading at `at`, as of how to cite the work; 0 for none."""
    listed = [*takewhile(lambda i: is_code(blocks[i].text) or not blocks[i].key, range(at + 1, len(blocks)))]
    return listed[-1] if len(listed) >= CODE and _heads(blocks[at]) and not is_code(blocks[at].text) else 0


def _heads(block: Block) -> bool:
    """True for a line of a heading's width that nothing calls furniture and that has no date."""
    return block.columns in HEADING and not (says_more(block) or block.dated)


def _sentence_behind(blocks: Sequence[Block], at: int) -> int:
    """The index of the sentence of a last section behind a few lines of furniture from `at` on; 0 for none."""
    for i in range(at, min(len(blocks) - 1, at + FEW)):
        if blocks[i].marked("closings.opens", "closings.heads") and i > at:
            return i + 1 if blocks[i + 1].ends and not says_more(blocks[i + 1]) else 0
        if blocks[i].marked(*OPENERS) or not (says_more(blocks[i]) or blocks[i].dated):
            break
    return 0


def _chapters(blocks: Sequence[Block], at: int) -> int:
    """The chapters of a recording, each with its time, below a heading, whatever it says."""
    listed = [*takewhile(lambda i: _CHAPTER.match(blocks[i].text), range(at + 1, len(blocks)))]
    return listed[-1] if len(listed) >= WORKS and blocks[at].columns in HEADING and not blocks[at].dated else 0


def _statement(blocks: Sequence[Block], at: int) -> int:
    """A company's figures in cells, a line each, where the lines above them say in what they are counted."""
    if not any(b.marked("statements.holds") for b in blocks[at : at + HEAD]):
        return 0
    cells = [*takewhile(lambda i: _is_cell(blocks[i]), range(at, len(blocks)))]
    figures = [i for i in cells if _FIGURE.fullmatch(blocks[i].text)]
    return figures[-1] if len(figures) >= FIGURES[0] and len(figures) >= FIGURES[1] * len(cells) else 0


def _is_cell(block: Block) -> bool:
    said = block.marks - {"statements.holds"}
    return block.columns <= CELL and not (block.prose or any(m.endswith((".lines", ".opens")) for m in said))
