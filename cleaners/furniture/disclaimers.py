"""Disclaimers: their heading, and paragraphs that say what the page is not liable for."""

from collections.abc import Sequence

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import Verdicts, is_amid
from cleaners.kinds import is_notice, states
from cleaners.phrases import Rules
from cleaners.sections import opens_prose

LAST, LITTLE = 8, 0.25  # lines of such a section, and its share of the article's sentences


def disclaimers(doc: Doc, rules: Rules) -> Doc:
    """Cut paragraphs that disclaim, wherever they speak of the page itself, and their headings."""
    verdicts: Verdicts = {}
    for i, block in enumerate(doc.blocks):
        if block.marked("closings.holds"):
            continue  # a word of the article's own
        says, about = block.marked("disclaimers.says"), block.marked("disclaimers.about")
        opens = block.marked("disclaimers.starts")
        if says and (opens or (about and not is_amid(doc, block))):
            verdicts[block.position] = "disclaims liability for the page"
        elif (block not in doc.span and (says or opens)) or (opens and block.prose and _is_last(doc, i)):
            verdicts[block.position] = "disclaims liability outside the article"
        elif block.position in verdicts:
            continue
        elif states(block) and (section := _last_section(doc, i)):
            verdicts |= {b.position: f"below “{block.text}”" for b in section}
            verdicts[block.position] = f"heading “{block.text}”"
        elif block.marked("disclaimers.opens"):
            below = doc.blocks[i + 1 : i + 2]
            if block not in doc.span or (not opens_prose(doc, i) and all(is_notice(b) for b in below)):
                verdicts[block.position] = f"heading “{block.text}”"
    return doc.cut(verdicts)


def _last_section(doc: Doc, index: int) -> Sequence[Block]:
    """The few lines below the heading at `index` with which the article's stretch ends; () for more, or for others."""
    below = tuple(b for b in doc.blocks[index + 1 :] if b in doc.span)
    prose = sum(b.columns for b in below if b.prose)
    told = sum(b.columns for b in doc.blocks if b in doc.span and b.prose)
    own = any(b.marked("references.opens", "closings.opens", "closings.starts") for b in below)
    return below if 0 < len(below) <= LAST and prose <= LITTLE * told and not own else ()


def _is_last(doc: Doc, index: int) -> bool:
    """True where nothing of the article follows but notices."""
    return not any(b.prose and not is_notice(b) for b in doc.blocks[index + 1 :] if b in doc.span)
