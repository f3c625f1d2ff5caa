"""Promotions and advertisements, in mid-article too."""

from cleaners.doc import Block, Doc
from cleaners.evidence import FEW, cut_lines, cut_where
from cleaners.phrases import Rules

LONGEST = 2 * FEW  # columns; a promotion of one line is no longer than two short sentences


def promotions(doc: Doc, rules: Rules) -> Doc:
    """Cut advertisement labels and lines that sell."""

    def judge(block: Block) -> str | None:
        if block.marked("promotions.holds") and block.columns <= LONGEST:
            return "promotes an offer"
        if block.marked("promotions.starts") and block.columns <= FEW and not block.prose:
            return "opens as an advertisement"
        return None

    return cut_where(cut_lines(doc, "promotions"), judge)
