"""Notices: sentences in which the page speaks of itself or to its reader, known by all their words together."""

import re

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import is_amid, is_mention
from cleaners.kinds import ASKING
from cleaners.phrases import Rules
from cleaners.shape import SENTENCE
from cleaners.wording.score import load

SURE = 5.0  # log-odds, beyond those of the article's own sentences, of a notice among its paragraphs …
LIKELY = 4.0  # … and of one elsewhere
FEW = 5  # sentences of an article that say how it is worded …
MOST = 0.7  # … and the share of them that is no farther from it than that

_NOTE = re.compile(r"[※*＊注]\s?\d{1,2}(?!\d)")


def notices(doc: Doc, rules: Rules) -> Doc:
    """Cut sentences that are worded as notices are, and as the article is not."""
    usual, wording = _usual(doc), load("notices")
    verdicts = {
        block.position: f"worded as a notice: “{'”, “'.join(wording.telling(block.words))}”"
        for i, block in enumerate(doc.blocks)
        if block.worded >= LIKELY + usual
        and block.prose
        and block.columns >= SENTENCE  # of running text without full stops, a line is too little to go by
        and (block.worded >= SURE + usual or not is_amid(doc, block))
        and not (is_mention(block) or _answers(doc, i) or _is_note(doc, block))
    }
    return doc.cut(verdicts)


def _usual(doc: Doc) -> float:
    """How the article's own sentences are worded, 0 at least: one that asks and warns itself is no notice."""
    own = sorted(b.worded for b in doc.blocks if b.prose and b in doc.span)
    return max(own[int(MOST * len(own))], 0.0) if len(own) >= FEW else 0.0


def _answers(doc: Doc, i: int) -> bool:
    """True for a question, and for what stands below one: there, an article speaks to somebody as well."""
    return any(block.text.endswith(ASKING) and block in doc.span for block in doc.blocks[max(0, i - 1) : i + 1])


def _is_note(doc: Doc, block: Block) -> bool:
    """True for a note to which a line of the article refers: "※2 …"."""
    mark = _NOTE.match(block.text)
    return mark is not None and any(mark[0] in b.text[1:] for b in doc.blocks if b in doc.span and b is not block)
