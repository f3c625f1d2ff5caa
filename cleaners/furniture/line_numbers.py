"""Line numbers: the column of 1, 2, 3 … that a page sets beside the code of a listing."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.phrases import Rules
from cleaners.shape import is_code

FEW, NEAR = 3, 4  # numbers of a column, and lines to the code that they count


def line_numbers(doc: Doc, rules: Rules) -> Doc:
    """Cut blocks that do nothing but number the lines of the code that follows."""
    beside = pairwise(doc.blocks)
    numbers = [a.position for a, b in beside if a.kind == b.kind == "code" and _numbers(a.text, b.text.count("\n") + 1)]
    verdicts = dict.fromkeys(_gutters(doc.blocks), "numbers the lines of the code beside")
    return doc.cut(verdicts | dict.fromkeys(numbers, "numbers the lines of the code below"))


def _gutters(blocks: Sequence[Block]) -> Iterator[int]:
    """The positions of numbers that count from 1, a line each, below code or above it: flattened text has them so."""
    run: list[int] = []
    for i, block in enumerate((*blocks, None)):
        if block and block.key == str(len(run) + 1):
            run.append(i)
            continue
        if len(run) >= FEW and any(is_code(b.text) for b in blocks[max(0, run[0] - NEAR) : i + NEAR]):
            yield from (blocks[at].position for at in run)
        run = [i] if block and block.key == "1" else []


def _numbers(text: str, lines: int) -> bool:
    """True for as many numbers as there are lines, two at least, each one more than the one above."""
    words = text.split()
    return len(words) == lines > 1 and all(map(str.isdecimal, words)) and _is_run([int(word) for word in words])


def _is_run(numbers: list[int]) -> bool:
    return all(below == above + 1 for above, below in pairwise(numbers))
