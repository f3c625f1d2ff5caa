"""Pagination: next and previous page, next and previous article with its title."""

from cleaners.doc import Doc
from cleaners.evidence import FEW, cut_lines, cut_marked
from cleaners.phrases import Rules


def pagination(doc: Doc, rules: Rules) -> Doc:
    """Cut the links to the pages and articles before and after this one."""
    return cut_marked(
        cut_lines(doc, "pagination"),
        lambda b: (
            "leads to the next page or article"
            if b.marked("pagination.starts") and b not in doc.span and b.columns <= FEW
            else None
        ),
    )
