"""Promotions and advertisements, in mid-article too."""

from cleaners.doc import Block, Doc
from cleaners.evidence import FEW, cut_lines, cut_where, has_company, is_amid
from cleaners.phrases import Rules

LONGEST = 2 * FEW  # columns; a promotion of one line is no longer than two short sentences


SHOUTS = ("!", "！", "♪", "→", ">", "＞", "›", "»", "▶", "▼", "／", "☆", "★")


def _is_offer(doc: Doc, block: Block) -> bool:
    """True for a short line that names an advantage and what to do for it, in a loud voice or bad company."""
    if not (block.marked("promotions.offers") and block.marked("promotions.actions")):
        return False
    loud = block.text.endswith(SHOUTS)
    if block.columns > FEW or (block.ends and not loud) or block.bullet:
        return False
    return loud or has_company(doc, block)


def promotions(doc: Doc, rules: Rules) -> Doc:
    """Cut advertisement labels and lines that sell."""

    def judge(block: Block) -> str | None:
        if block.marked("promotions.holds") and block.columns <= LONGEST and not is_amid(doc, block):
            return "promotes an offer"
        if _is_offer(doc, block):
            return "names an offer and asks to take it"
        if block.marked("promotions.ends") and block.columns <= FEW // 2 and not block.ends:
            return "names a shop"
        if block.marked("promotions.starts") and block.columns <= FEW and not block.prose:
            return "opens as an advertisement"
        return None

    return cut_where(cut_lines(doc, "promotions"), judge)
