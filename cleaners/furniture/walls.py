"""Banners of paywalls and logins inside a page that has its article."""

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import FEW, cut_lines, cut_marked, is_amid
from cleaners.phrases import Rules


def _asks(block: Block) -> bool:
    return block.marked("walls.holds") and block.columns <= FEW


def walls(doc: Doc, rules: Rules) -> Doc:
    """Cut lines that ask the reader to log in or to pay."""

    def judge(block: Block) -> str | None:
        return "asks to log in or to pay" if _asks(block) and not is_amid(doc, block) else None

    return cut_marked(cut_lines(doc, "walls"), judge)
