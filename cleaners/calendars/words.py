"""The words of clocks, zones and relative dates, as words.toml lists them."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from cleaners.tables import read_table


def load(table: str) -> Mapping[str, Any]:
    """One table of words.toml."""
    found: Mapping[str, Any] = read_table("calendars", "words.toml")[table]
    return found


def turned(table: str) -> dict[str, str]:
    """A table of lists as word -> key."""
    return {word: key for key, listed in load(table).items() for word in listed}


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; full stops may follow their letters."""
    return "|".join(_spell(word) for word in sorted(words, key=len, reverse=True))


def _spell(word: str) -> str:
    """am as am, a.m or a.m.; a word of another script or of more letters as it stands."""
    if word.isascii() and word.isalpha() and len(word) == 2:
        return rf"{word[0]}\.?{word[1]}\b\.?"
    edge = r"\b" if word[-1].isascii() and word[-1].isalpha() else ""
    return re.escape(word) + edge
