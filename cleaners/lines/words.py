"""Which words of a line the title and the article's sentences know: for all lines of a page at once.

A word is a run of letters; of a script without spaces, each pair of neighbouring letters is one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaners.dom.features_text import CLASSES, HAN, HANGUL, KANA, LOWER, UPPER, kinds_of
from cleaners.dom.pieces import Floats

NAMES = ("words", "capitals", "titled_words", "known", "known_cols")
NARROWEST = 4  # columns of a word that tells what a line is about

_ALPHABETIC, _IDEOGRAPHIC = 1, 2
_SCRIPT = np.zeros(CLASSES, np.uint8)
_SCRIPT[[LOWER, UPPER, HANGUL]] = _ALPHABETIC
_SCRIPT[[HAN, KANA]] = _IDEOGRAPHIC
_CAPITAL = 0x20  # what a capital letter of ASCII lacks of a small one
_LONGEST = 32  # letters of a word by which it is told from others
_MIX = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio, as in Fibonacci hashing (Knuth, TAOCP 3, 6.4)
_POWERS = np.cumprod(np.full(_LONGEST, _MIX), dtype=np.uint64)
_BITS = 15
KEYS = 1 << _BITS  # some twenty times the words of an article; two that share a key do little harm


@dataclass(frozen=True)
class Words:
    """The words of some lines, line by line. key: equal for equal words; line: the one that holds it.

    runs, capitals: of each line, how many runs of an alphabet it has, and how many that open with a capital.
    """

    key: NDArray[np.intp]
    line: NDArray[np.intp]
    runs: Floats
    capitals: Floats


def word_rows(title: str, texts: Sequence[str], own: NDArray[np.bool_]) -> Floats:
    """The features of `NAMES`, a row each. own: which lines are sentences of what looks like the article."""
    words = _read([title, *texts])
    own = np.concatenate((np.zeros(1, np.bool_), own))
    told = np.zeros(KEYS, np.bool_)
    told[words.key[words.line == 0]] = True
    held = _is_said(words, own[words.line])
    count = len(own)
    many = np.bincount(words.line, minlength=count)
    known = np.bincount(words.line, held, count)
    some = np.maximum(many, 1)
    titled = np.bincount(words.line, told[words.key], count)
    rows = (np.log1p(many), words.capitals / np.maximum(words.runs, 1), titled / some, known / some, np.log1p(known))
    return np.stack(rows).astype(np.float32)[:, 1:]


def _is_said(words: Words, own: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which words the article says in another line than their own. own: the words that stand in it."""
    key, line = words.key[own], words.line[own]
    first, last = np.full(KEYS, -1, np.int32), np.full(KEYS, -1, np.int32)
    first[key[::-1]], last[key] = line[::-1], line
    first, last = first[words.key], last[words.key]
    said: NDArray[np.bool_] = (first >= 0) & ((first != words.line) | (last != words.line))
    return said


def _read(texts: Sequence[str]) -> Words:
    """The words of all texts, line by line."""
    codes, kinds = kinds_of(texts)
    script = np.where(codes <= 0xFFFF, _SCRIPT[kinds], 0)
    line = np.repeat(np.arange(len(texts)), np.fromiter(map(len, texts), np.intp, len(texts)) + 1)
    before = np.concatenate((np.zeros(1, np.uint8), script[:-1]))
    starts = np.flatnonzero((script == _ALPHABETIC) & (before != _ALPHABETIC))
    runs = np.bincount(line[starts], minlength=len(texts))
    capitals = np.bincount(line[starts], kinds[starts] == UPPER, len(texts))
    run_keys, wide = _runs(codes, kinds, script == _ALPHABETIC, starts)
    firsts = np.flatnonzero((script == _IDEOGRAPHIC) & (before == _IDEOGRAPHIC))
    pair_keys = codes[firsts - 1].astype(np.uint64) << np.uint64(32) | codes[firsts]
    keys = np.concatenate((run_keys[wide], pair_keys)) * _MIX >> np.uint64(64 - _BITS)
    lines = np.concatenate((line[starts[wide]], line[firsts]))
    order = np.argsort(lines, kind="stable")
    return Words(keys.astype(np.intp)[order], lines[order], runs.astype(np.float32), capitals.astype(np.float32))


def _runs(
    codes: NDArray[np.uint32], kinds: NDArray[np.uint8], letters: NDArray[np.bool_], starts: NDArray[np.intp]
) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    """A key for each run of letters, capital or small; and which runs are wide enough to tell something."""
    if not len(starts):
        return np.zeros(0, np.uint64), np.zeros(0, np.bool_)
    at = np.flatnonzero(letters)
    begins = np.searchsorted(at, starts)
    place = np.arange(len(at)) - np.repeat(begins, np.diff(np.append(begins, len(at))))
    small = codes[at] | np.where(kinds[at] == UPPER, np.uint32(_CAPITAL), np.uint32(0))
    weighed = small * _POWERS[np.minimum(place, _LONGEST - 1)]
    width = np.add.reduceat(1 + (kinds[at] == HANGUL), begins)
    return np.add.reduceat(weighed, begins), width >= NARROWEST
