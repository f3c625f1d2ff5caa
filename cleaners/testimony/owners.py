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

LAST = 40  # blocks at the end of a page in which its copyright line stands
SIGNS = ("©", "opyright", "版权所有", "版權所有")
WIDEST = 160  # columns of a copyright line

_POSSESSIVE = re.compile(r"['’]s\s.*$|['’]$")


def owners(witnesses: Iterable[Witness], blocks: Sequence[Block], url: str) -> Iterator[Witness]:
    """The persons by whose names the site calls itself, and whom its copyright line names."""
    host = fold.alphanumeric(urlsplit(url).hostname or "")
    for name, where in _called(witnesses, blocks):
        person = _POSSESSIVE.sub("", name)
        if is_full_latin(person):
            of_host = " of its address" if any(_key(word) in host for word in person.split() if len(word) > 3) else ""
            yield Witness("authors", (person,), f"site person{of_host}", where)


def copyright_owners(blocks: Sequence[Block]) -> Iterator[Witness]:
    """Whom the copyright line at the page's end names."""
    return (Witness("site", (name,), "copyright", where) for name, where in _owners(blocks[-LAST:]))


def _called(witnesses: Iterable[Witness], blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    for witness in witnesses:
        if (
            witness.values
            and (witness.field == "site" or witness.kind == "title")
            and witness.kind != "copyright"
            and not witness.place
        ):
            yield from ((part, witness.where) for part in parts(witness.values[0]))
    yield from _owners(blocks)


def _owners(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if block.columns <= WIDEST and any(sign in block.text for sign in SIGNS):
            name = owner(block.text)
            if name:
                yield name, block.where


def _key(word: str) -> str:
    return fold.alphanumeric(fold.plain(word))
