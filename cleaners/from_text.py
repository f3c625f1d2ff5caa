"""Door for flattened text: a page whose tags are gone, one line a block."""

import re
from dataclasses import replace
from itertools import pairwise

from cleaners.block import Block
from cleaners.doc import Doc, Rejection

# A whole book is shorter; a longer "line" is data, and no reader of the output could show it.
LONGEST_LINE = 1_000_000
# Columns of a paragraph. In a longer line, the line breaks of a page are lost; it is read sentence by sentence.
LONGEST_PARAGRAPH = 2_000
WIDEST_GAP = 60  # blanks in a row within a line: more say no more, and cost whoever looks behind each of them
SHORTEST_SENTENCE = 20  # characters; less is an abbreviation, or an exclamation that the next one explains

# Separators that editors leave inside a line; a reader sees a line break.
_BREAKS = re.compile(r"[\u2028\u2029\x0b\x0c\x85]")
_BULLET = re.compile(r"(?:[-*+•‣◦∙●○■□◆◇▪▫►▸✓✔✅☑➤➢❖◎・·–—][ \t\u3000\u00a0]+|[•‣◦●■◆▪►▸・])(?=\S)")
_SENTENCE = re.compile(r"(?<![.!?…])[.!?…]++[)\]”\"'’»]*+\s++(?=[^\W_]|[\"“‘«¿¡(])|[。！？]++[」』）)”]*+\s*+")
_GAP = re.compile(rf"\s{{{WIDEST_GAP},}}+")
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
    broken = _BREAKS.search(text) is not None
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            raise LineTooLong(number, len(line))
        for part in _BREAKS.split(line) if broken else (line,):
            block = _read_line(part, len(blocks), number, gap)
            if block is None:
                gap += 1
            else:
                blocks += _sentences(block)
                gap = 0
    return Doc(tuple(blocks), chars_in=sum(len(b.text) for b in blocks))


def _read_line(line: str, position: int, number: int, gap: int) -> Block | None:
    """One block, or None for a line on which nothing is to be seen."""
    if not line or line.isspace():
        return None
    text = line.strip(_BLANK).strip()
    if not text:
        return None
    text = _GAP.sub(WIDEST_GAP * " ", text) if len(text) > WIDEST_GAP else text
    indent = len(line) - len(line.lstrip(_BLANK))
    match = _BULLET.match(text)
    bullet = match.group() if match else ""
    text = text[len(bullet) :]
    kind = "item" if bullet else "paragraph"
    return Block.of(position=position, text=text, line=number, bullet=bullet, gap=gap, indent=indent, kind=kind)


def _sentences(block: Block) -> list[Block]:
    """The block, or its sentences where it is too long for a paragraph."""
    if 2 * len(block.text) <= LONGEST_PARAGRAPH or block.columns <= LONGEST_PARAGRAPH:
        return [block]
    pieces = _split(block.text)
    first = replace(block, text=pieces[0].rstrip())
    return [
        first,
        *(
            Block(
                block.position + at, piece.rstrip(), block.line, joined=True, glue=" " if above[-1:].isspace() else ""
            )
            for at, (above, piece) in enumerate(pairwise(pieces), 1)
        ),
    ]


def _split(text: str) -> list[str]:
    """A text's sentences, each with the white space behind it."""
    pieces: list[str] = []
    begin = 0
    for match in _SENTENCE.finditer(text):
        end = match.end()
        if end - begin >= SHORTEST_SENTENCE and not text[end : end + 1].islower():
            pieces.append(text[begin:end])
            begin = end
    return [*pieces, text[begin:]] if begin < len(text) else pieces
