"""A page line by line from the output alone: its text, its Markdown and its cuts.

Cuts carry positions, what stayed does not: it fills the positions that they leave, in order. Blocks of
the text are parted by line ends; only code holds line ends of its own, and the Markdown says which
blocks are code. What the output does not say: the number of a kept line, where in a line a repair was, and
whether anything was left of a line of which only debris is listed; that is taken to have stayed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cleaners.doc import Cut
from flows.review.lines import Line, Taken, by_position

WITHIN = frozenset({"debris", "tails"})  # the cleaners that cut inside a line
WHOLE = "nothing to be seen"  # of these, the reason for which a whole line goes; see cleaners.debris
# a fence of our own has its code right below it; behind one that a page spells, a line of it, there is a blank line
_FENCED = re.compile(r"^( *)(`{3,})\n(?!\n)(.*?)\n\1\2$", re.M | re.S)
_HEADING = re.compile(r"^(#{1,6}) (.+)$", re.M)


@dataclass(frozen=True)
class Rebuilt:
    """The lines of a page; exact: False where a line holds such debris that others may stand a place too early."""

    lines: tuple[Line, ...]
    exact: bool


def rebuild(text: str, markdown: str, cuts: Sequence[Cut]) -> Rebuilt:
    """The lines of a page that became an article. text, markdown: of its row; cuts: of its rows, in their order."""
    levels = {title: len(marks) for marks, title in _HEADING.findall(_FENCED.sub("", markdown))}
    at = by_position(cuts)
    blocks = iter(blocks_of(text, markdown))
    lines = []
    exact = True
    for position in range(max(at, default=-1) + 1):
        some = at.get(position, ())
        if some and _takes_all(some[-1]):
            lines.append(_cut(position, some))
        elif block := next(blocks, ""):
            lines.append(_kept(position, block, levels, some))
        else:
            lines.append(_cut(position, some))
        exact &= not some or _takes_all(some[-1]) or some[-1].cleaner != "debris"
    lines += [_kept(len(lines) + more, block, levels, ()) for more, block in enumerate(blocks)]
    return Rebuilt(tuple(lines), exact)


def blocks_of(text: str, markdown: str) -> list[str]:
    """The article's blocks as its text has them, list marks included."""
    blocks: list[str] = []
    done = 0
    for pad, _, fenced in _FENCED.findall(markdown):
        code = "\n".join(line.removeprefix(pad) for line in fenced.split("\n"))
        start = text.find(code, done) if "\n" in code else -1
        if start >= 0:
            blocks += [*filter(None, text[done:start].split("\n")), code]
            done = start + len(code)
    return blocks + [*filter(None, text[done:].split("\n"))]


def _takes_all(cut: Cut) -> bool:
    """True for the last cut of a line where nothing of it stayed."""
    return cut.cleaner not in WITHIN or cut.reason == WHOLE


def _cut(position: int, cuts: Sequence[Cut]) -> Line:
    *inside, last = cuts or [Cut(position, None, "", "not in the output", "?")]
    return Line(
        position, last.text, last.text, last.line, cleaner=last.cleaner, reason=last.reason, taken=_taken(inside)
    )


def _kept(position: int, block: str, levels: dict[str, int], cuts: Sequence[Cut]) -> Line:
    level = levels.get(block, 0)
    kind = "heading" if level else "code" if "\n" in block else "paragraph"
    number = cuts[0].line if cuts else None
    return Line(position, block, block, number, kind, level, taken=_taken(cuts))


def _taken(cuts: Sequence[Cut]) -> tuple[Taken, ...]:
    return tuple(Taken(cut.text, cut.cleaner, cut.reason) for cut in cuts)
