"""What the words in an element's class, id, role and itemprop say: a bit for each group of words.toml."""

import re
from functools import cache

from ahocorasick_rs import AhoCorasick

from cleaners.memo import memo
from cleaners.tables import read_table

MOST_NAMES = 12  # of an element that are read; utility classes come by the dozen
LONGEST = 60  # characters of a name; longer ones are data
WHOLE = 3  # letters: a word this short ("ad", "nav") counts only if it stands alone

_PART = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]+")


@cache
def _read() -> dict[str, list[str]]:
    return dict(read_table("dom", "words.toml"))


@cache
def groups() -> tuple[str, ...]:
    """The names of the groups, in the order of their bits."""
    return tuple(_read())


@cache
def _load() -> tuple[dict[str, int], AhoCorasick, tuple[int, ...]]:
    """The short words with their bits; the automaton of the stems, and the bits of each."""
    short: dict[str, int] = {}
    stems: dict[str, int] = {}
    for bit, words in enumerate(_read().values()):
        for word in words:
            table = short if len(word) <= WHOLE else stems
            table[word] = table.get(word, 0) | 1 << bit
    return short, AhoCorasick(list(stems)), tuple(stems.values())


@memo(50_000)
def _mask_of_word(word: str) -> int:
    """The bits of one word of a page as it stands between spaces: "entry-content", "RightSidebar"."""
    short, stems, bits = _load()
    mask = 0
    for found, _, _ in stems.find_matches_as_indexes(word.lower(), overlapping=True):
        mask |= bits[found]
    for part in _PART.findall(word):
        mask |= short.get(part.lower(), 0)
    return mask


@memo(50_000)
def mask_of(names: str) -> int:
    """The bits that a list of names, separated by spaces, says; one name's digits and marks do not count."""
    mask = 0
    for word in names.split()[:MOST_NAMES]:
        mask |= _mask_of_word(word[:LONGEST])
    return mask
