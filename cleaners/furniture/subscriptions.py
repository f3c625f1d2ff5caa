"""Calls to follow, to subscribe, to take the newsletter, to load the app."""

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import FEW, cut_lines, cut_marked, has_company, is_long_amid, is_mention
from cleaners.phrases import Rules


def subscriptions(doc: Doc, rules: Rules) -> Doc:
    """Cut buttons, and short lines that name a channel and ask the reader to it."""

    def judge(block: Block) -> str | None:
        if block.columns > FEW or is_long_amid(doc, block) or (block in doc.span and is_mention(block)):
            return None
        if block.marked("subscriptions.holds"):
            return "asks to follow or to subscribe"
        both = block.marked("subscriptions.objects") and block.marked("subscriptions.calls", "promotions.offers")
        own = block in doc.span and (block.prose or block.bullet)
        if both and (not own or has_company(doc, block)):
            return "asks to follow or to subscribe"
        return None

    return cut_lines(cut_marked(doc, judge), "subscriptions")
