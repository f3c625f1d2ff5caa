"""Copyright lines."""

import re

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import FEW, cut_lines, cut_where, is_long_amid
from cleaners.phrases import Rules

_SIGN = re.compile(r"copyright|[©ⓒ]|\(c\)|（c）", re.I)
_YEAR = re.compile(r"[©ⓒ]\s?(?:19|20)\d\d")
LONGEST = 2 * FEW


def copyrights(doc: Doc, rules: Rules) -> Doc:
    """Cut copyright signs and prohibitions to copy."""

    def judge(block: Block) -> str | None:
        holds = block.marked("copyrights.holds")
        if not (holds or _SIGN.match(block.text) or _YEAR.search(block.text)):
            return None
        if block.columns > LONGEST or is_long_amid(doc, block):
            return None
        if holds:
            return "forbids copying"
        return None if block.prose and block in doc.span else "a copyright sign"

    return cut_where(cut_lines(doc, "copyrights"), judge)
