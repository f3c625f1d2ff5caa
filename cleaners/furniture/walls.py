"""Banners of paywalls and logins inside a page that has its article."""

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import FEW, cut_lines, cut_marked, is_amid, is_listed
from cleaners.phrases import Rules


def _asks(block: Block) -> bool:
    return block.marked("walls.holds") and block.columns <= FEW


def walls(doc: Doc, rules: Rules) -> Doc:
    """Cut lines that ask the reader to log in or to pay."""

    def judge(block: Block) -> str | None:
        own = is_amid(doc, block) or (block in doc.span and is_listed(doc, doc.index(block)))
        return "asks to log in or to pay" if _asks(block) and not own else None

    return cut_marked(cut_lines(doc, "walls"), judge)
