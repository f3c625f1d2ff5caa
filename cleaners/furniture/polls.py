"""Polls and quizzes: the question, the answers to choose from, and the button to vote."""

import re

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import Verdicts
from cleaners.phrases import Rules

MOST = 8  # lines between the question and the button
ANSWER = 60  # columns
BUTTON = 48  # columns of the button's line, with how many have voted
LEAST = 2  # answers
ASKS = ("?", "？")

_ASIDE = re.compile(r"\s?[(（][^()（）]*[)）]$")  # "(one vote each)"


def polls(doc: Doc, rules: Rules) -> Doc:
    """Cut a question with short answers above a button to vote, and the button."""
    verdicts: Verdicts = {}
    for i, block in enumerate(doc.blocks):
        if block.marked("polls.buttons") and not block.ends and block.columns <= BUTTON:
            asked = _question(doc.blocks[max(0, i - MOST) : i])
            verdicts |= {b.position: "a poll" for b in (*asked, block) if asked}
    return doc.cut(verdicts)


def _heads(block: Block) -> bool:
    """True for a heading above the question: "Poll of the week"."""
    return block.marked("polls.headings") and not block.prose and block.columns <= ANSWER


def _question(above: tuple[Block, ...]) -> tuple[Block, ...]:
    """The question and the answers that end right above the button; none where a paragraph is between."""
    for start in range(len(above) - 1, -1, -1):
        block = above[start]
        if _ASIDE.sub("", block.text).endswith(ASKS):
            first = start - 1 if start and _heads(above[start - 1]) else start
            return above[first:] if len(above) - start > LEAST else ()
        if block.prose or block.ends or block.columns > ANSWER:
            return ()
    return ()
