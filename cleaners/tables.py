"""Words as data: TOML files that ship with the package."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def read_table(*path: str) -> Mapping[str, Any]:
    """A TOML file by its path within the package."""
    return tomllib.loads(resources.files("cleaners").joinpath(*path).read_text(encoding="utf-8"))


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
