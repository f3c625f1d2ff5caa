"""Pagination: next and previous page, next and previous article with its title."""

from cleaners.doc import Doc
from cleaners.evidence import FEW, cut_lines
from cleaners.phrases import Rules


def pagination(doc: Doc, rules: Rules) -> Doc:
    """Cut the links to the pages and articles before and after this one, outside the article or one below the other."""
    links = {b.position: b for b in doc.blocks if b.marked("pagination.starts") and b.columns <= FEW}
    gone = (at for at, b in links.items() if b not in doc.span or not links.keys().isdisjoint((at - 1, at + 1)))
    return cut_lines(doc, "pagination").cut(dict.fromkeys(gone, "leads to the next page or article"))
