"""Calls to follow, to subscribe, to take the newsletter, to load the app."""

import re
from functools import cache

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import (
    FEW,
    Verdicts,
    cut_lines,
    cut_marked,
    has_company,
    is_amid,
    is_long_amid,
    is_mention,
    neighbours,
)
from cleaners.kinds import narrates
from cleaners.phrases import Rules

ALL = frozenset({"subscriptions.holds", "subscriptions.calls", "subscriptions.objects"})
LAST = 2  # blocks at the article's end in which it may ask the reader to subscribe
MAIL = ("mail", "メール", "이메일", "邮箱", "郵箱", "電郵", "电子邮件", "電子郵件")
BUTTON = 12  # columns
PITCH = 110  # columns of a sentence that asks to subscribe
FORM = 2  # blocks above a field for an address


def subscriptions(doc: Doc, rules: Rules) -> Doc:
    """Cut buttons, and short lines that name a channel and ask the reader to it."""
    last = [b for b in doc.blocks if b in doc.span][-LAST:]
    asks = _opening(rules.listed["subscriptions.verbs"])

    def judge(block: Block) -> str | None:
        certain = block.marks >= ALL and not block.prose
        if block.columns > FEW or is_long_amid(doc, block) or (narrates(block) and is_amid(doc, block)):
            return None
        beside = not block.prose and has_company(doc, block)
        if block in doc.span and is_mention(block) and not (certain or beside):
            return None
        if block.marked("subscriptions.holds"):
            return "asks to follow or to subscribe"
        both = block.marked("subscriptions.objects") and block.marked("subscriptions.calls", "promotions.offers")
        own = block in doc.span and (block.prose or block.bullet)
        if both and (not own or has_company(doc, block) or _is_beside_others(doc, block)):
            return "asks to follow or to subscribe"
        if block in last and block.marked("subscriptions.calls") and asks.search(block.text):
            return "asks to subscribe at the article's end"
        return None

    return cut_lines(cut_marked(_without_forms(doc), judge), "subscriptions")


@cache
def _opening(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """Finds a sentence or a clause that opens with one of the verbs."""
    return re.compile(rf"(?:^|[,;:.!?–—-]\s)(?:{'|'.join(map(re.escape, verbs))})\b", re.I)


def _is_beside_others(doc: Doc, block: Block) -> bool:
    """True beside a line that can be nothing but such a call: "Don't miss another story.", "See all newsletters"."""
    return any(b.marked("subscriptions.holds") for b in neighbours(doc, doc.index(block), 1))


def _is_pitch(block: Block) -> bool:
    """True for a line that praises what one may subscribe to, or is worded as what sells."""
    return block.marked("subscriptions.praises") or (block.worded > 0 and block.columns <= PITCH)


def _without_forms(doc: Doc) -> Doc:
    """Cut what a field for an address has above it, the newsletter's name and a sentence that praises it, and the
    button below.
    """
    verdicts: Verdicts = {}
    for i, block in enumerate(doc.blocks):
        above = doc.blocks[max(0, i - FORM) : i]
        if not block.marked("subscriptions.lines") or not any(word in block.key for word in MAIL):
            continue
        pitched = len(above) == FORM and not above[0].prose and _is_pitch(above[1])
        at = next(
            (j for j, b in enumerate(above) if (b.marked("subscriptions.objects") and not b.prose) or pitched), None
        )
        if at is not None and all(b.columns <= FEW for b in above[at:]):
            verdicts |= {b.position: "stands above a field for an address" for b in above[at:]}
            button = next((b for b in doc.blocks[i + 1 : i + 2] if b.columns <= BUTTON and not b.ends), None)
            verdicts |= {button.position: "stands below a field for an address"} if button else {}
    return doc.cut(verdicts)
