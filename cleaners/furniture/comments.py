"""Comment forms and readers' comments."""

import re

from cleaners.block import Block
from cleaners.dates import find_date
from cleaners.doc import Doc
from cleaners.evidence import cut_lines, cut_marked, is_long_amid
from cleaners.phrases import Rules
from cleaners.sections import cut_sections

# "That is a fine answer. – nora_v Jan 23, 2024 at 9:31"
_SIGNED = re.compile(r"\s[–—]\s(?P<who>\S{2,24})\s(?P<when>[^–—]{4,28})$")


def comments(doc: Doc, rules: Rules) -> Doc:
    """Cut the comments' heading with all below it outside the article, and the form's fields."""
    doc = cut_sections(doc, "comments", lambda b: not b.prose)
    doc = doc.cut({b.position: "a remark on an answer" for b in doc.blocks if doc.answers and _is_remark(b.text)})

    def judge(block: Block) -> str | None:
        if block.marked("comments.holds") and not is_long_amid(doc, block):
            return "a line of a comment form"
        return None

    return cut_marked(cut_lines(doc, "comments"), judge)


def _is_remark(text: str) -> bool:
    """True for a line that ends with who wrote it, behind a dash, and when."""
    signed = _SIGNED.search(text)
    found = find_date(signed["when"]) if signed else None
    return found is not None and found.start == 0
