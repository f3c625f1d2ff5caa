"""What the texts of a page's pieces are like, one by one: how long, of which characters, how linked.

Lengths are display columns (a CJK character counts two) and what is counted are classes of characters,
so that no feature hangs on a language.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from cleaners.dom.pieces import Floats, Piece

PROSE = 60  # columns without links from which a piece counts as prose
MOST_MARKS = 30  # stops and commas that are told apart
MOST_LINKS = 20
MOST_TIMES = 9

LOWER, UPPER, DIGIT, SPACE, STOP, COMMA, HAN, KANA, HANGUL, BAR, BRACKET, OTHER = range(12)
CLASSES = 12
_MARKS = (
    (STOP, ".!?。！？…｡．"),
    (COMMA, ",、，;；：:"),
    (BAR, "|/>»›→▶►•·●■«‹←\\#@"),
    (BRACKET, "()[]「」『』（）【】《》“”\"'’‘"),
)
# Spans of code points; in the first match wins, from the end.
_SPANS = (
    (OTHER, 0x80, 0xC0),
    (OTHER, 0x2000, 0x2E80),
    (OTHER, 0x3000, 0x3040),
    (OTHER, 0xE000, 0xF900),
    (OTHER, 0xFF00, 0xFFF0),
    (HAN, 0x3005, 0x3006),
    (HAN, 0x3400, 0xA000),
    (KANA, 0x3040, 0x3100),
    (KANA, 0xFF66, 0xFF9E),
    (HANGUL, 0xAC00, 0xD7A4),
)
_SHARES = (UPPER, DIGIT, SPACE, STOP, COMMA, BAR, BRACKET, OTHER)

NAMES = (
    *("cols", "own", "link_share", "links", "bold_share", "stops", "commas", "wide_share", "first_kind", "last_kind"),
    *("broken", "times", "again"),
    *(f"{name}_share" for name in ("upper", "digit", "space", "stop", "comma", "bar", "bracket", "other")),
)


@dataclass(frozen=True)
class Texts:
    """Columns of numbers, one a piece. chars: without spaces between; cols: display columns;
    own: those outside links; prose: those of pieces that read like prose, else nought."""

    counts: Floats
    chars: Floats
    wide: Floats
    cols: Floats
    own: Floats
    prose: Floats
    link_share: Floats
    first_kind: NDArray[np.uint8]
    last_kind: NDArray[np.uint8]


def _classes() -> NDArray[np.uint8]:
    """The class of each code point below 0x10000."""
    table = np.full(0x10000, LOWER, np.uint8)
    for code in range(0x80):
        char = chr(code)
        table[code] = LOWER if char.islower() else UPPER if char.isupper() else OTHER
    for kind, first, end in _SPANS:
        table[first:end] = kind
    for code in range(0x10000):
        char = chr(code)
        if char.isspace() or char.isdigit():
            table[code] = SPACE if char.isspace() else DIGIT
    for kind, chars in _MARKS:
        table[[ord(char) for char in chars]] = kind
    return table


_CLASS = _classes()


def read_texts(pieces: Sequence[Piece]) -> Texts:
    """Count the characters of all pieces in one go."""
    counts, first_kind, last_kind = _count([piece.text for piece in pieces])
    chars = counts.sum(axis=0)
    wide = counts[HAN] + counts[KANA] + counts[HANGUL]
    cols = chars + wide
    link_share = np.minimum(_column(pieces, "linked") / np.maximum(chars, 1), 1)
    own = cols * (1 - link_share)
    prose = np.where((own >= PROSE) & (counts[STOP] + counts[COMMA] > 0), own, np.float32(0))
    return Texts(counts, chars, wide, cols, own, prose, link_share, first_kind, last_kind)


def kinds_of(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.uint8]]:
    """The code points of all texts, a line break behind each, and the class of each."""
    joined = "\n".join(texts) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "replace"), np.uint32)
    return codes, _CLASS.take(codes, mode="clip")


def _count(texts: list[str]) -> tuple[Floats, NDArray[np.uint8], NDArray[np.uint8]]:
    """How many characters of each class are in each text; the class of its first and of its last."""
    _, kinds = kinds_of(texts)
    lengths = np.fromiter(map(len, texts), np.intp, len(texts)) + 1
    ends = np.cumsum(lengths)
    owner = np.repeat(np.arange(len(texts)), lengths)
    owner += kinds.astype(np.intp) * len(texts)
    counts = np.bincount(owner, minlength=CLASSES * len(texts)).reshape(CLASSES, -1).astype(np.float32)
    counts[SPACE] -= 1
    return counts, kinds[ends - lengths], kinds[np.maximum(ends - 2, 0)]


def _column(pieces: Sequence[Piece], name: str) -> Floats:
    return np.fromiter(map(attrgetter(name), pieces), np.float32, len(pieces))


def text_rows(pieces: Sequence[Piece], texts: Texts) -> Floats:
    """The features of `NAMES`, a row each."""
    some = np.maximum(texts.chars, 1)
    rows = np.empty((len(NAMES), len(pieces)), np.float32)
    rows[0] = np.log1p(texts.cols)
    rows[1] = np.log1p(texts.own)
    rows[2] = texts.link_share
    rows[3] = np.minimum(_column(pieces, "links"), MOST_LINKS)
    rows[4] = np.minimum(_column(pieces, "bold") / some, 1)
    rows[5] = np.minimum(texts.counts[STOP], MOST_MARKS)
    rows[6] = np.minimum(texts.counts[COMMA], MOST_MARKS)
    rows[7] = texts.wide / some
    rows[8] = texts.first_kind
    rows[9] = texts.last_kind
    rows[10] = _column(pieces, "broken")
    rows[11], rows[12] = _repeats([piece.text for piece in pieces])
    rows[13:] = texts.counts[_SHARES, :] / some
    return rows


def _repeats(texts: list[str]) -> tuple[Floats, Floats]:
    """How often each text stands on the page, and how often before this time."""
    seen: dict[str, int] = {}
    again = []
    for text in texts:
        before = seen.get(text, 0)
        again.append(before)
        seen[text] = before + 1
    times = np.fromiter(map(seen.__getitem__, texts), np.float32, len(texts))
    return np.minimum(times, MOST_TIMES), np.minimum(np.fromiter(again, np.float32, len(texts)), MOST_TIMES)
