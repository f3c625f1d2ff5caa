"""Comment forms and readers' comments."""

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import cut_lines, cut_marked, is_long_amid
from cleaners.phrases import Rules
from cleaners.sections import cut_sections


def comments(doc: Doc, rules: Rules) -> Doc:
    """Cut the comments' heading with all below it outside the article, and the form's fields."""
    doc = cut_sections(doc, "comments", lambda b: not b.prose)

    def judge(block: Block) -> str | None:
        if block.marked("comments.holds") and not is_long_amid(doc, block):
            return "a line of a comment form"
        return None

    return cut_marked(cut_lines(doc, "comments"), judge)
