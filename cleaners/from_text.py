"""Door for flattened text: a page whose tags are gone, one line a block."""

import re

from cleaners.block import Block
from cleaners.doc import Doc, Rejection

# A whole book is shorter; a longer "line" is data, and no reader of the output could show it.
LONGEST_LINE = 1_000_000

# Separators that editors leave inside a line; a reader sees a line break.
_BREAKS = re.compile(r"[\u2028\u2029\x0b\x0c\x85]")
_BULLET = re.compile(r"(?:[-*+•‣◦∙●○■□◆◇▪▫►▸✓✔✅☑➤➢❖◎・·–—][ \t\u3000\u00a0]+|[•‣◦●■◆▪►▸・])(?=\S)")
_BLANK = " \t\u3000\u00a0\u200b\ufeff\u2003\u2002\u2009\u202f"


class LineTooLong(ValueError):
    """A page with a line over the cap; `rejection` says which."""

    def __init__(self, number: int, length: int) -> None:
        detail = f"line {number} has {length:,} characters; at most {LONGEST_LINE:,} are read"
        super().__init__(detail)
        self.rejection = Rejection("line-too-long", detail)


def from_text(text: str) -> Doc:
    """Split flattened text into blocks. text: decoded; any line ends. Raises LineTooLong."""
    blocks: list[Block] = []
    gap = 0
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            raise LineTooLong(number, len(line))
        parts = _BREAKS.split(line) if _BREAKS.search(line) else (line,)
        for part in parts:
            block = _read_line(part, len(blocks), number, gap)
            if block is None:
                gap += 1
            else:
                blocks.append(block)
                gap = 0
    return Doc(tuple(blocks), chars_in=sum(len(b.text) for b in blocks))


def _read_line(line: str, position: int, number: int, gap: int) -> Block | None:
    """One block, or None for a line on which nothing is to be seen."""
    text = line.strip(_BLANK).strip()
    if not text:
        return None
    indent = len(line) - len(line.lstrip(_BLANK))
    match = _BULLET.match(text)
    bullet = match.group() if match else ""
    text = text[len(bullet) :]
    return Block(position, text, number, bullet, gap, indent, kind="item" if bullet else "paragraph")
