"""Headings: short lines that lead over to paragraphs, known once the furniture is gone."""

from dataclasses import replace

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.kinds import is_numbered
from cleaners.phrases import Rules
from cleaners.shape import leads_over

LONGEST = 80  # columns


def headings(doc: Doc, rules: Rules) -> Doc:
    """Call the article's headings so; cuts nothing."""
    around = zip((None, *doc.blocks), doc.blocks, (*doc.blocks[1:], None), strict=False)
    blocks = (
        replace(block, kind="heading") if _is_heading(above, block, below) else block for above, block, below in around
    )
    return replace(doc, blocks=tuple(blocks))


def _is_heading(above: Block | None, block: Block, below: Block | None) -> bool:
    """True for one short line without an end, a date or a list mark, with a paragraph below it.

    Where the page's structure is known, a heading that is none by its tag is at least bold.
    """
    if block.kind != "paragraph" or (block.structured and not _is_bold(block)):
        return False
    if block.prose or block.ends or block.bullet or block.dated or block.bare_number or block.columns > LONGEST:
        return False
    if above and above.bullet and is_numbered(block):
        return False
    led_to = above is None or above.prose or above.ends or bool(above.bullet)
    return led_to and below is not None and below.prose and not leads_over(block.text)


def _is_bold(block: Block) -> bool:
    return block.inline.startswith("**") and block.inline.endswith("**")
