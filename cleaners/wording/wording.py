"""What the words of each line say: how far they are a notice's, and where a phrase of notices is only told of."""

from dataclasses import replace

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.phrases import Rules
from cleaners.wording.score import load

TOLD = -1.0  # log-odds of a sentence that is told, and holds a phrase of notices by the way
TABLES = "subscriptions promotions walls consent copyrights comments communities sharing disclaimers".split()
_PLACES = "holds says about starts calls objects actions offers".split()
SAID_BY_NOTICES = frozenset(f"{table}.{place}" for table in TABLES for place in _PLACES)


def wording(doc: Doc, rules: Rules) -> Doc:
    """Weigh the words of each line: a sentence worded as articles are is no notice, whatever phrase it holds."""
    scores = load("notices").scores([b.words for b in doc.blocks], [b.columns for b in doc.blocks])
    blocks = (_without_notices(b.word(score)) for b, score in zip(doc.blocks, scores, strict=True))
    return replace(doc, blocks=tuple(blocks))


def _without_notices(block: Block) -> Block:
    """The block without marks of a notice where it is a sentence of an article."""
    if not block.marks or block.worded > TOLD or not block.prose:
        return block
    return block.mark(frozenset(m for m in block.marks if m not in SAID_BY_NOTICES))
