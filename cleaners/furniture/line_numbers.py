"""Line numbers: the column of 1, 2, 3 … that a page sets beside the code of a listing."""

from itertools import pairwise

from cleaners.doc import Doc
from cleaners.phrases import Rules


def line_numbers(doc: Doc, rules: Rules) -> Doc:
    """Cut blocks that do nothing but number the lines of the code that follows."""
    beside = pairwise(doc.blocks)
    numbers = [a.position for a, b in beside if a.kind == b.kind == "code" and _numbers(a.text, b.text.count("\n") + 1)]
    return doc.cut(dict.fromkeys(numbers, "numbers the lines of the code below"))


def _numbers(text: str, lines: int) -> bool:
    """True for as many numbers as there are lines, two at least, each one more than the one above."""
    words = text.split()
    return len(words) == lines > 1 and all(map(str.isdecimal, words)) and _is_run([int(word) for word in words])


def _is_run(numbers: list[int]) -> bool:
    return all(below == above + 1 for above, below in pairwise(numbers))
