"""A page line by line: what stood there when it came in, and what happened to it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cleaners.block import Block
from cleaners.doc import Cut, Doc


@dataclass(frozen=True)
class Taken:
    """A span that was taken out of a line. start: where in the line's text it stood; -1 where that is not known."""

    text: str
    cleaner: str
    reason: str
    start: int = -1


@dataclass(frozen=True)
class Line:
    """One block of a page as it came in.

    number: its line of flattened text. text: as it stood there. mended: what is left of it once what was
    taken out of it is gone. cleaner, reason: who cut the whole of it and why; "" where it stayed.
    """

    position: int
    text: str
    mended: str
    number: int | None = None
    kind: str = "paragraph"
    level: int = 0
    bullet: str = ""
    gap: bool = True
    cleaner: str = ""
    reason: str = ""
    taken: tuple[Taken, ...] = ()

    @property
    def kept(self) -> bool:
        """True where the line, or what is left of it, is the article's."""
        return not self.cleaner


def lines_of(before: Doc, after: Doc) -> tuple[Line, ...]:
    """The lines of a page. before: as the door read it; after: cleaned."""
    left = {b.position: b for b in after.blocks}
    cuts = by_position(after.cuts)
    return tuple(_line(block, left.get(block.position), cuts.get(block.position, ())) for block in before.blocks)


def by_position(cuts: Iterable[Cut]) -> Mapping[int, tuple[Cut, ...]]:
    """The cuts of each block, in the order in which they were made."""
    found: dict[int, list[Cut]] = defaultdict(list)
    for cut in cuts:
        found[cut.position].append(cut)
    return {position: tuple(some) for position, some in found.items()}


def _line(block: Block, left: Block | None, cuts: tuple[Cut, ...]) -> Line:
    last = None if left else cuts[-1]
    inside = cuts if left else cuts[:-1]
    mended = left.text if left else cuts[-1].text
    return Line(
        block.position,
        block.text,
        mended,
        block.line,
        block.kind,
        block.level,
        block.bullet,
        gap=not block.joined,
        cleaner=last.cleaner if last else "",
        reason=last.reason if last else "",
        taken=place(block.text, inside),
    )


def place(text: str, cuts: Iterable[Cut]) -> tuple[Taken, ...]:
    """What was taken out of a line, each span where it stood: the first place that is free, for a tail the last.

    Longer spans first, so that a short one does not take a place within a longer one.
    """
    free = text
    found = []
    for cut in sorted(cuts, key=lambda c: -len(c.text)):
        find = free.rfind if cut.cleaner == "tails" else free.find
        start = find(cut.text) if cut.text else -1
        if start >= 0:
            free = free[:start] + "\0" * len(cut.text) + free[start + len(cut.text) :]
        found.append(Taken(cut.text, cut.cleaner, cut.reason, start))
    return tuple(sorted(found, key=lambda t: t.start if t.start >= 0 else len(text)))
