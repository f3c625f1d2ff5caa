"""Furniture glued to the end of a paragraph: "…as he said. Back to the home page"."""

from dataclasses import replace

from cleaners.block import Block
from cleaners.doc import Cut, Doc
from cleaners.metadata.outlets import is_known
from cleaners.phrases import Rules
from cleaners.shape import ENDS, doubled

LONGEST = 30  # letters behind the last sentence
CLOSES = '”」』’"）)】'  # of the sentence, behind its mark
WHOLE = (".lines", ".ends")


def tails(doc: Doc, rules: Rules) -> Doc:
    """Cut what stands behind the last sentence of a paragraph, where it is a phrase of furniture."""
    blocks: list[Block] = []
    cuts: list[Cut] = []
    for block in doc.blocks:
        tail = _tail(block)
        if tail and _is_furniture(tail, rules):
            cuts.append(Cut(block.position, block.line, tail, "glued to the end of a paragraph"))
            blocks.append(block.mend(block.text[: -len(tail)].rstrip()))
        else:
            blocks.append(block)
    return replace(doc, blocks=tuple(blocks), cuts=doc.cuts + tuple(cuts)) if cuts else doc


def _tail(block: Block) -> str:
    """What stands behind the last sentence mark, if there is little of it."""
    if not block.prose or block.ends:
        return ""
    text = block.text
    at = max(text.rfind(mark, len(text) - LONGEST) for mark in ENDS)
    return text[at + 1 :].lstrip(CLOSES).strip() if at > 0 else ""


def _is_furniture(tail: str, rules: Rules) -> bool:
    """True for a phrase of furniture, and for the name of an outlet that is known, said twice: 雷锋网雷锋网."""
    whole = any(m.endswith(WHOLE) and m != "sentences.ends" for m in rules.marks(tail))
    return whole or is_known(doubled(tail) or "")
