"""Copyright lines."""

import re

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import FEW, cut_lines, cut_where, is_long_amid
from cleaners.phrases import Rules

_SIGN = re.compile(r"^(?:copyright|[©ⓒ]|\(c\)|（c）)|[©ⓒ]\s?(?:19|20)\d\d", re.I)
LONGEST = 2 * FEW


def copyrights(doc: Doc, rules: Rules) -> Doc:
    """Cut copyright signs and prohibitions to copy."""

    def judge(block: Block) -> str | None:
        if block.columns > LONGEST or is_long_amid(doc, block):
            return None
        if block.marked("copyrights.holds"):
            return "forbids copying"
        return "a copyright sign" if _SIGN.search(block.text) and not (block.prose and block in doc.span) else None

    return cut_where(cut_lines(doc, "copyrights"), judge)
