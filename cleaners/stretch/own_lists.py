"""The lists that an article begins and ends with: when and where, what to buy; songs, scores, days to come.

Beyond its sentences their lines look like a menu. The heading tells, or that the lines count on, or say a number
each, or are labels with their values.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile

from cleaners.block import Block
from cleaners.dates import find_date
from cleaners.evidence import pieces_of
from cleaners.kinds import ARTICLES_OWN, ASKING, is_notice, number_of, says_more
from cleaners.metadata.labels import PAIR
from cleaners.metadata.pairs import read_labels
from cleaners.shape import has_digit

HEADING = range(5, 66)  # columns of a heading
ROWS = 3  # lines that make a list, one less below a heading with a sign, one alone below one of such lists …
LONGEST = 60  # … with no more lines than this
CELL, WIDE = 56, 96  # columns of a line, and of a value below its label
LABEL = 12  # columns of a label on a line of its own
MANY, MOST = 8, 20  # lines above the first sentence that are more than a caption and a name, and less than a menu
LOOSE = (".maybe", ".nouns", ".modifiers", ".offers", ".actions", ".heads")
NEAR = 5  # lines above the first sentence in which buttons may stand
CLOSE = 3  # lines from the end of the first list to the article's first sentence, headings among them
TOLD = 24  # blocks above it in which the article speaks of what its heading says
OWN = frozenset({*ARTICLES_OWN, "closings.heads"})

_SIGN = ("◆", "■", "▼", "▲", "◇", "□", "●", "★", "☆", "【", "<", "＜", "〈", "《")  # ahead of a heading
_STAMP = re.compile(r"\W{0,2}(?:19|20)\d\d\W?[./年-]")  # ahead of a dateline
_YEAR = re.compile(r"((?:19|20)\d\d)\s?[年년:：]?\s?[^\W\d]")
_PLAYED = re.compile(r"\d{1,2}:\d\d\s?/\s?\d{1,2}:\d\d(?::\d\d)?")  # how far a recording has run
_SPACED = re.compile(r"0?(\d{1,2})\s\D")
_SAYS = re.compile(r"(?:다|요|ます|です|ません|ください|する|しない|なる)$")  # a sentence without its full stop


def last_list(blocks: Sequence[Block], at: int) -> int:
    """The last index of a list of the article's own whose first line or heading stands at `at`; 0 for none."""
    return _list(blocks, at) or _grid(blocks, at)


def _list(blocks: Sequence[Block], at: int) -> int:
    return _rows(blocks, at) or _cells(blocks, at)


def first_list(blocks: Sequence[Block], first: int, start: int, labels: Mapping[str, str]) -> range:
    """The lines of the list that the article begins with, up to its first sentence at `first`.

    start: the index below the title. labels: those of the metadata; a line with one tells of the article.
    """
    buttons = [i for i in range(max(start, first - NEAR), first) if says_more(blocks[i])]
    lasts = (first, *buttons[:1])  # above the sentence, or above buttons there
    found = [(_begins(blocks[:last], blocks[first:], start, labels), last) for last in lasts]
    return range(min((begins for begins, last in found if begins < last), default=first), first)


def _begins(blocks: Sequence[Block], below: Sequence[Block], start: int, labels: Mapping[str, str]) -> int:
    """The index at which the list begins that the last of the blocks ends; their number where none does."""
    size = len(blocks)
    back = range(size - 1, start - 1, -1)
    begins = next((i + 1 for i in back if not _may_open(blocks[i], labels)), start)
    later = {b.key for b in below}
    again = sum(b.key.lstrip("0123456789.") in later for b in blocks[begins:])  # a table of contents
    if MANY <= size - begins - again <= MOST and not any(_PLAYED.fullmatch(b.text) for b in blocks[begins:]):
        return begins
    begins = max(next((i + 1 for i in back if says_more(blocks[i])), start), size - LONGEST)
    ends = ((at, _first_end(blocks, at, labels)) for at in range(begins, size))
    return next((at for at, end in ends if end and size - end <= CLOSE), size)


def _first_end(blocks: Sequence[Block], at: int, labels: Mapping[str, str]) -> int:
    """The last index of a list that may begin an article at `at`: one that may end it, numbers, "label: value"."""
    numbers = sum(1 for _ in takewhile(_is_number_row, blocks[at + 1 :])) if _is_heading(blocks[at]) else 0
    pairs = list(takewhile(lambda b: PAIR.match(b.text) and not b.ends, blocks[at:]))
    known = sum(bool(read_labels(b.text, labels)) for b in pairs)
    if len(pairs) >= ROWS and 2 * known <= len(pairs):
        return at + len(pairs) - 1
    return _list(blocks, at) or (at + numbers if numbers >= ROWS else 0)


def _is_number_row(block: Block) -> bool:
    cell = _has_number(block) and not (block.bare_number or block.dated or says_more(block))
    return cell and block.columns <= CELL and block.text[0].isalpha()


def _may_open(block: Block, labels: Mapping[str, str]) -> bool:
    """True for a line that may be one of many above the first sentence; a word of menus may be, too."""
    told = any(not m.endswith(LOOSE) for m in block.marks) and says_more(block)
    return not (told or is_notice(block) or _STAMP.match(block.text) or read_labels(block.text, labels))


def _rows(blocks: Sequence[Block], at: int) -> int:
    """The last index of a list whose heading, of the article's own words, stands at `at`; 0 for none.

    Its lines count on from one, or say a number each: songs, scores, days to come. Below a heading that is framed, or
    is one of such lists, they may as well be words. What other articles are dated with goes back in time.
    """
    if at >= len(blocks) or not _is_heading(blocks[at]):
        return 0
    sure, told = _heads_rows(blocks[at]), _is_told(blocks, at)
    rows = [blocks[i] for i in takewhile(lambda i: _is_row(blocks, i), range(at + 1, min(len(blocks), at + LONGEST)))]
    if rows and rows[0].bullet:
        rows = list(takewhile(lambda b: b.bullet, rows))
    counted = sum(1 for _ in takewhile(lambda i: _count(rows[i - 1]) == i, range(1, len(rows) + 1)))
    if counted >= ROWS:
        return at + counted
    years = _chronicle(rows)
    if years >= ROWS:
        return at + years
    if not sure:
        rows = list(takewhile(_has_number if told else _says, rows))
    days = [day.iso for b in rows if (day := find_date(b.text))]
    ahead = days == sorted(days) and (sure or len(days) < ROWS or days[0] < days[-1])
    least = 1 if blocks[at].marked("closings.heads") else ROWS - sure
    return at + len(rows) if len(rows) >= least and ahead else 0


def _chronicle(rows: Sequence[Block]) -> int:
    """How many rows open with a year each, later and later ones, and then some: a life, a company's history."""
    years = [int(m[1]) for b in rows if (m := _YEAR.match(b.text))]
    grown = 1 + sum(1 for _ in takewhile(lambda pair: pair[0] < pair[1], pairwise(years)))
    opened = sum(1 for _ in takewhile(lambda b: _YEAR.match(b.text), rows))
    return min(grown, opened)


def _count(row: Block) -> int:
    """The number with which a row counts on, 0 where it has none: "1. Night", "1 Night"."""
    spaced = _SPACED.match(row.text)
    return number_of(row) or (int(spaced[1]) if spaced else 0)


def _heads_rows(block: Block) -> bool:
    """True for a heading that is framed, or that says what it heads: "specifications", "dates of the tour"."""
    return block.marked("closings.heads") or (block.bullet + block.text).startswith(_SIGN)


def _is_told(blocks: Sequence[Block], at: int) -> bool:
    """True for a heading of words that the article has said right above."""
    said = "".join(b.key for b in blocks[max(0, at - TOLD) : at] if b.prose)
    pieces = pieces_of(blocks[at].words)
    return 2 * sum(piece in said for piece in pieces) >= max(1, len(pieces))


def _is_heading(block: Block) -> bool:
    told = says_more(block) and not block.marks <= OWN
    fits = block.columns in HEADING or block.marked("closings.heads")
    return fits and not (told or block.prose or block.dated or block.bare_number)


def _is_row(blocks: Sequence[Block], i: int) -> bool:
    """True for a cell of a list or a table; it may say what furniture does where it counts, as do those beside it."""
    block, beside = blocks[i], (blocks[i - 1], *blocks[i + 1 : i + 2])
    if block.prose or block.columns > CELL or block.text.endswith(ASKING):
        return False
    counts = _has_number(block) and len(beside) > 1 and not any(says_more(b) or b.bare_number for b in beside)
    return counts or not says_more(block) or all(m.endswith(LOOSE) for m in block.marks)


def _cells(blocks: Sequence[Block], at: int) -> int:
    """The last index of a list of labels and values on lines of their own, with or without a heading; 0 for none."""
    for start in (at, at + 1):
        end = start
        while end + 1 < len(blocks) and _is_label(blocks[end]) and _is_value(blocks[end], blocks[end + 1]):
            end += 2
        if end - start >= 2 * ROWS:
            return end - 1
    return 0


def _grid(blocks: Sequence[Block], at: int) -> int:
    """The last index of a table, a row a line, below a heading and what its columns are called; 0 for none."""
    if at + 2 >= len(blocks) or not _is_heading(blocks[at]):
        return 0
    columns, cells = (len(b.text.split()) for b in blocks[at + 1 : at + 3])
    below = range(at + 2, min(len(blocks), at + LONGEST))
    rows = [*takewhile(lambda i: _is_table_row(blocks[i], cells), below)]
    named = not (blocks[at + 1].prose or blocks[at + 1].ends or blocks[at + 1].dated)
    return rows[-1] if min(cells, columns) >= ROWS and len(rows) >= ROWS - 1 and named else 0


def _is_table_row(block: Block, cells: int) -> bool:
    """True for a name and cells half of which are numbers, as many as the table's first row has."""
    first, *others = block.text.split()
    numbers = sum(c[0].isdigit() or (c[0] in "+-−" and has_digit(c)) for c in others)
    return len(others) + 1 == cells and 2 * numbers >= cells - 1 and not (has_digit(first) or block.prose)


def _says(block: Block) -> bool:
    return _SAYS.search(block.text) is not None


def _is_label(block: Block) -> bool:
    word = not (block.ends or block.bullet or block.dated or _has_number(block))
    return word and block.columns <= LABEL and not says_more(block)


def _is_value(label: Block, block: Block) -> bool:
    return label.columns < block.columns <= WIDE and not (block.bare_number or says_more(block))


def _has_number(block: Block) -> bool:
    return has_digit(block.text)
