"""Calls to follow, to subscribe, to take the newsletter, to load the app."""

from cleaners.doc import Block, Doc
from cleaners.evidence import FEW, cut_lines, cut_where
from cleaners.phrases import Rules

QUOTES = ("「", "“", '"', "『")


def subscriptions(doc: Doc, rules: Rules) -> Doc:
    """Cut buttons, and short lines that name a channel and ask the reader to it."""

    def judge(block: Block) -> str | None:
        if block.columns > FEW or block.text.startswith(QUOTES):
            return None
        if block.marked("subscriptions.calls") and block.marked("subscriptions.objects"):
            return "asks to follow or to subscribe"
        return "asks to follow or to subscribe" if block.marked("subscriptions.holds") else None

    return cut_where(cut_lines(doc, "subscriptions"), judge)
