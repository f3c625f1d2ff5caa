"""Standing sentences: what sites that readers know say of themselves on every page, known by how it begins.

A sentence that a site prints under each of its articles reads as one of theirs: no tree gives it back.
"""

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import cut_where
from cleaners.phrases import Rules
from cleaners.shape import SENTENCE

SAID = 24  # letters of it that the reason shows


def standing(doc: Doc, rules: Rules) -> Doc:
    """Cut the standing sentences of sites that readers know."""

    def judge(block: Block) -> str | None:
        known = is_standing(block) and block.position != doc.title_at
        return f"begins as the site's own sentences do: “{block.text[:SAID]}”" if known else None

    return cut_where(doc, judge)


def is_standing(block: Block) -> bool:
    """True for a line that begins as such a sentence does, and is as long as one."""
    return block.marked("standing.starts") and block.columns >= SENTENCE
