"""Copyright lines."""

import re

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import FEW, cut_lines, cut_where, is_long_amid
from cleaners.kinds import COPYRIGHT
from cleaners.phrases import Rules

_SIGN = re.compile(r"copyright|[©ⓒ]|\(c\)|（c）", re.I)
_LISTED = re.compile(r"[(（](?:b|ii)[)）]", re.I)  # ahead of an item "(c)"
_YEAR = re.compile(r"[©ⓒ]\s?(?:19|20)\d\d")
LONGEST = 2 * FEW
NEAR = 4  # lines above an item (c) in which item (b) stands


def copyrights(doc: Doc, rules: Rules) -> Doc:
    """Cut copyright signs and prohibitions to copy."""

    def judge(block: Block) -> str | None:
        holds = block.marked("copyrights.holds")
        if not (holds or _SIGN.match(block.text) or _YEAR.search(block.text)):
            return None
        if block.columns > LONGEST or is_long_amid(doc, block) or _is_item(doc, block):
            return None
        if holds:
            return "forbids copying"
        told = block.prose and block in doc.span and not block.text.startswith(COPYRIGHT)
        return None if told else "a copyright sign"

    return cut_where(cut_lines(doc, "copyrights"), judge)


def _is_item(doc: Doc, block: Block) -> bool:
    """True for the item of a list below its item (b)."""
    at = doc.index(block)
    above = doc.blocks[max(0, at - NEAR) : at] if block in doc.span and block.text[0] in "(（" else ()
    return any(_LISTED.match(b.text) for b in above)
