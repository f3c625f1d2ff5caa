"""Separators: rules, dingbats and arrows, lines without a letter, a digit or a sentence mark."""

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import cut_where
from cleaners.phrases import Rules
from cleaners.shape import ENDS

SPOKEN = ENDS + "—“”「」"  # a line of these alone may be speech: “……”


def separators(doc: Doc, rules: Rules) -> Doc:
    """Cut lines that say nothing, outside the article."""

    def judge(block: Block) -> str | None:
        if block in doc.span:
            return None
        silent = not any(c.isalnum() for c in block.text) and not all(c in SPOKEN for c in block.text)
        return "holds no letter and no digit" if silent else None

    return cut_where(doc, judge)
