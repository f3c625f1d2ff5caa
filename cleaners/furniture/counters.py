"""Counters: views, likes, comments, reading time, "3 hours ago", bare numbers."""

import re

from cleaners.doc import Doc
from cleaners.evidence import FEW, Verdicts, in_company, is_own, neighbours
from cleaners.phrases import Rules

_MORE = re.compile(r"\+\d{1,2}")  # pictures that a gallery has more
BUTTONS = ("sharing.lines", "counters.lines", "subscriptions.lines", "comments.lines", "comments.opens")


def counters(doc: Doc, rules: Rules) -> Doc:
    """Cut counters; a bare number only outside the article or beside a button that it counts."""
    verdicts: Verdicts = {}
    for i, block in enumerate(doc.blocks):
        if block.marked("counters.lines") and not is_own(doc, i):
            verdicts[block.position] = f"the counter “{block.text}”"
        elif block.marked("counters.maybe") and (block not in doc.span or in_company(doc, i)):
            verdicts[block.position] = f"the counter “{block.text}” among furniture"
        elif block.marked("counters.starts") and block.columns <= FEW and not block.prose:
            verdicts[block.position] = f"the counter “{block.text}”"
        elif block.bare_number and not block.bullet and _counts(doc, i):
            verdicts[block.position] = "a bare number beside buttons or outside the article"
    return doc.cut(verdicts)


def _counts(doc: Doc, index: int) -> bool:
    """True for a number outside the article, beside a button that it counts, or "+3" between two paragraphs."""
    if doc.blocks[index] not in doc.span or any(b.marked(*BUTTONS) for b in neighbours(doc, index)):
        return True
    beside = neighbours(doc, index, 1)
    return _MORE.fullmatch(doc.blocks[index].text) is not None and len(beside) == 2 and all(b.prose for b in beside)
