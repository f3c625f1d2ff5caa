"""Pagination: next and previous page, next and previous article with its title."""

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import FEW, cut_lines, cut_marked
from cleaners.phrases import Rules


def pagination(doc: Doc, rules: Rules) -> Doc:
    """Cut the links to the pages and articles before and after this one, outside the article or one below the other."""
    links = {b.position for b in doc.blocks if _leads_on(b)}

    def judge(block: Block) -> str | None:
        paired = block.position in links and not links.isdisjoint((block.position - 1, block.position + 1))
        found = paired or (block.position in links and block not in doc.span)
        return "leads to the next page or article" if found else None

    return cut_marked(cut_lines(doc, "pagination"), judge)


def _leads_on(block: Block) -> bool:
    return block.marked("pagination.starts") and block.columns <= FEW
