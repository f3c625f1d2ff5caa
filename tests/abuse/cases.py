"""How a case of the abuse corpus is written: a function that makes the bytes, and what must become of them.

A case that must become an article carries the three paragraphs of STORY, and all of them must be in its
text: what is read by half is no success.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

STORY = (
    "The harbour's new storage plant keeps the power that is left over at night for the busy hours of the morning.",
    "The engineers who watch over it say that the routine of the people is far harder to get right than the cells.",
    "A second plant is to follow next year on the other side of the river, if the town council agrees to pay for it.",
)
TITLE = "Harbour plant starts work"
PROSE = "".join(f"<p>{sentence}</p>\n" for sentence in STORY)
TEXT = "\n\n".join((TITLE, *STORY)) + "\n"
ARTICLE = "article"

Made = TypeVar("Made", bytes, str)
Make = Callable[[], bytes | str]


@dataclass(frozen=True)
class Case:
    """One file. wanted: what it may become: "article" or reasons of rejections."""

    name: str
    make: Make
    wanted: frozenset[str]

    @property
    def content(self) -> bytes:
        """The file's bytes; text in UTF-8, halves of surrogates as they are."""
        made = self.make()
        return made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass")


CASES: list[Case] = []


def becomes(*wanted: str, as_: str = "html") -> Callable[[Callable[[], Made]], Callable[[], Made]]:
    """The file must become one of these. as_: endings of the name, each a case of its own."""

    def note(make: Callable[[], Made]) -> Callable[[], Made]:
        for ending in as_.split():
            CASES.append(
                Case(f"{make.__module__.rpartition('.')[2]}-{make.__name__}.{ending}", make, frozenset(wanted))
            )
        return make

    return note


def html(body: str = "", head: str = "", story: str = PROSE) -> str:
    """A whole page with the story in it; body stands between title and story."""
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{TITLE}</title>{head}</head>"
        f"<body><article><h1>{TITLE}</h1>{body}{story}</article></body></html>"
    )


def noise(size: int, seed: int = 7) -> bytes:
    """Bytes by chance, the same each time."""
    return random.Random(seed).randbytes(size)


def numbered(pattern: str, count: int) -> str:
    """A pattern so many times, with the number in the place of each #."""
    return "".join(pattern.replace("#", str(number)) for number in range(count))


def sentences(count: int) -> Iterator[str]:
    """So many sentences, no two alike."""
    return (
        f"Sentence number {number} says that the plant kept {number * 7} units in the night." for number in range(count)
    )
