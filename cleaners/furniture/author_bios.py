"""Author boxes: the heading, the name, what the site says of the author."""

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import cut_lines, cut_marked
from cleaners.phrases import Rules
from cleaners.sections import cut_sections


def author_bios(doc: Doc, rules: Rules) -> Doc:
    """Cut the boxes about the author and the links to the author's page."""

    def judge(block: Block) -> str | None:
        if block not in doc.span and block.marked("author_bios.holds"):
            return "tells of the author"
        return None

    return cut_marked(cut_lines(cut_sections(doc, "author_bios"), "author_bios"), judge)
