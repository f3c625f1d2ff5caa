"""Promotions and advertisements, in mid-article too."""

import re

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import (
    FEW,
    Verdicts,
    cut_lines,
    cut_marked,
    has_company,
    heads_its_subject,
    is_amid,
    is_listed,
    is_told,
)
from cleaners.kinds import is_numbered, number_of
from cleaners.phrases import Rules

LONGEST = 2 * FEW  # columns; a promotion of one line is no longer than two short sentences


LURING = ("subscriptions.calls", "subscriptions.objects", "promotions.offers", "promotions.actions")
_SIGN = re.compile("[\U0001f300-\U0001faff\u2600-\u26ff\u27a1\u2b07\u25bc]")
LONG = 400  # columns of a sponsor's message in one line
LABEL = 70  # columns of a sponsor's label
MESSAGE = 4  # blocks of its message
SHOUTS = ("!", "！", "♪", "→", ">", "＞", "›", "»", "▶", "▼", "／", "☆", "★")


def _is_offer(doc: Doc, block: Block) -> bool:
    """True for a short line that names an advantage and what to do for it, in a loud voice or bad company."""
    if not (block.marked("promotions.offers") and block.marked("promotions.actions")):
        return False
    loud = block.text.endswith(SHOUTS)
    if block.columns > FEW or (block.ends and not loud) or block.bullet or number_of(block):
        return False
    return loud or has_company(doc, block) or not heads_its_subject(doc, doc.index(block))


def _is_part(doc: Doc, block: Block) -> bool:
    """True for a step of the article's own list, and for a heading with the article's number above a paragraph."""
    return block in doc.span and (is_listed(doc, doc.index(block)) or (is_numbered(block) and _heads(doc, block)))


def _heads(doc: Doc, block: Block) -> bool:
    """True for a heading of the article: right below it stands a paragraph."""
    at = doc.index(block) + 1
    return block in doc.span and any(b.prose and b in doc.span for b in doc.blocks[at : at + 1])


def promotions(doc: Doc, rules: Rules) -> Doc:
    """Cut advertisement labels and lines that sell."""

    def judge(block: Block) -> str | None:
        if (
            block.marked("promotions.holds", "promotions.scripts")
            and block.columns <= LONGEST
            and not (is_amid(doc, block) or is_told(doc, block) or _is_part(doc, block))
        ):
            return "promotes an offer"
        if _SIGN.match(block.text) and block.columns <= FEW and block.marked(*LURING) and not block.prose:
            return "opens with a sign and asks for something"
        if _is_offer(doc, block):
            return "names an offer and asks to take it"
        if block.marked("promotions.ends") and block.columns <= FEW // 2 and not (block.ends or _heads(doc, block)):
            return "names a shop"
        if block.marked("promotions.starts") and block.columns <= FEW and not block.prose:
            return "opens as an advertisement"
        return None

    return cut_marked(cut_lines(_without_sponsors(doc), "promotions"), judge)


def _without_sponsors(doc: Doc) -> Doc:
    """Cut a sponsor's label with its message, which ends in an offer or a request."""
    verdicts: Verdicts = {}
    for i, block in enumerate(doc.blocks):
        if not block.marked("promotions.sponsors"):
            continue
        if block.marked("promotions.codes") and block.columns <= LONG:
            verdicts[block.position] = "a sponsor's message with a code"
        if block.columns > LABEL or block.prose:
            continue
        verdicts[block.position] = "names a sponsor"
        message = doc.blocks[i + 1 : i + 1 + MESSAGE]
        last = max((j for j, b in enumerate(message) if not b.prose and b.marked(*LURING)), default=-1)
        verdicts.update((b.position, "the sponsor's message") for b in message[: last + 1])
    return doc.cut(verdicts)
