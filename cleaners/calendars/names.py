"""Names of months and weekdays in the languages of names.toml."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from cleaners.tables import read_table

Table = Mapping[str, Mapping[str, int]]
"""Language -> folded name -> number, 1 for January and Monday."""

_GLUED = re.compile(r"\A.*[^\W\d_A-Z](?=[A-Z][^\W\d_]{0,40}\.?$)")


def month_of(word: str, language: str = "") -> int | None:
    """The number of the month that `word` names, 1 to 12; None where it names none.

    language: that of the page. A name that means different months in two languages, as listopad
    does in Czech and in Croatian, needs it.
    """
    return _find("months", word, language)


def weekday_of(word: str, language: str = "") -> int | None:
    """The number of the weekday that `word` names, 1 for Monday; None where it names none."""
    return _find("weekdays", word, language)


def unglued(word: str) -> int:
    """Where in a word the last capital follows a small letter: 4 in "DoeNov", 0 where none does."""
    match = _GLUED.match(word)
    return match.end() if match else 0


def _find(kind: Literal["months", "weekdays"], word: str, language: str) -> int | None:
    name = word.casefold().strip(" .,")
    table = _load(kind)
    for known in (language, "en", ""):
        number = table.get(known, {}).get(name)
        if number:
            return number
    return None


@cache
def _load(kind: Literal["months", "weekdays"]) -> Table:
    """All names of a kind; under "" those that mean the same in every language."""
    tables: dict[str, dict[str, int]] = {"": {}}
    clashing: set[str] = set()
    for language, lists in read_table("calendars", "names.toml").items():
        tables[language] = {
            name.strip(" ."): number for number, forms in enumerate(lists.get(kind, ()), 1) for name in forms.split("/")
        }
        for name, number in tables[language].items():
            if tables[""].setdefault(name, number) != number:
                clashing.add(name)
    for name in clashing:
        del tables[""][name]
    return tables
