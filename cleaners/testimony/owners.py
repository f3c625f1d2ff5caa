"""Pages of one person: a site that has somebody's name was most likely written by them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from cleaners import fold
from cleaners.block import Block
from cleaners.metadata.outlets import owner
from cleaners.metadata.people import is_full_latin
from cleaners.testimony.names_of_site import parts
from cleaners.testimony.witness import Witness

WIDEST = 160  # columns of a copyright line
SITES = ("网", "網", "新闻网", "新聞網", "ニュース", "뉴스")

_POSSESSIVE = re.compile(r"['’]s\s.*$|['’]$")


def owners(witnesses: Iterable[Witness], url: str) -> Iterator[Witness]:
    """The persons by whose names the site calls itself, and whom its copyright lines name."""
    host = fold.alphanumeric(urlsplit(url).hostname or "")
    for name, where in _called(witnesses):
        person = _POSSESSIVE.sub("", name)
        if is_full_latin(person):
            of_host = " of its address" if any(_key(word) in host for word in person.split() if len(word) > 3) else ""
            yield Witness("authors", (person,), f"site person{of_host}", where)


def copyright_owners(blocks: Sequence[Block]) -> Iterator[Witness]:
    """Whom the copyright lines of a page name."""
    for block in blocks:
        text = block.text
        if ("©" in text or "opyright" in text or "所有" in text) and block.columns <= WIDEST:
            name = owner(text)
            if name:
                yield Witness("site", (name if name.isascii() else _in_full(name, blocks),), "copyright", block.where)


def _in_full(name: str, blocks: Sequence[Block]) -> str:
    """A name with the word for what it is, where the page mostly writes that behind it: 观察者网."""
    page = "\n".join(block.text for block in blocks)
    return next((f"{name}{end}" for end in SITES if page.count(f"{name}{end}") * 2 > page.count(name)), name)


def _called(witnesses: Iterable[Witness]) -> Iterator[tuple[str, str]]:
    for witness in witnesses:
        if witness.kind == "copyright":
            yield witness.values[0], witness.where
        elif witness.values and (witness.field == "site" or witness.kind == "title") and not witness.place:
            yield from ((part, witness.where) for part in parts(witness.values[0]))


def _key(word: str) -> str:
    return fold.alphanumeric(fold.plain(word))
