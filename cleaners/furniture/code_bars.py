"""Code bars: the language of a listing, and the buttons to run it and to copy it, as lines above it or below."""

import re

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import Verdicts
from cleaners.phrases import Rules
from cleaners.shape import is_code

_WORDS = re.compile(r"[\w+#]+(?: [\w+#]+)*!?")  # "COPY . ." is a line of a listing
NEAR = 3  # lines between the bar and what shows to be code


def code_bars(doc: Doc, rules: Rules) -> Doc:
    """Cut buttons beside the lines of a listing, and the name of its language beside the buttons."""
    verdicts: Verdicts = {}
    run: list[int] = []
    for i, block in enumerate(doc.blocks):
        if block.marked("code_bars.lines", "code_bars.maybe") and _WORDS.fullmatch(block.text):
            run.append(i)
            continue
        if any(doc.blocks[at].marked("code_bars.lines") for at in run) and _is_beside_code(doc.blocks, run[0], i):
            verdicts |= {doc.blocks[at].position: "the bar of a listing" for at in run}
        run = []
    return doc.cut(verdicts)


def _is_beside_code(blocks: tuple[Block, ...], first: int, behind: int) -> bool:
    near = (*blocks[max(0, first - NEAR) : first], *blocks[behind : behind + NEAR])
    return any(b.kind == "code" or is_code(b.text) for b in near)
