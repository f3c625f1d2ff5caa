"""Buttons and links: short lines that point somewhere with an arrow."""

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import cut_where
from cleaners.phrases import Rules

ARROWS = ("→", "›", "»", "▶", "▼", "▾", "＞", ">", "≫", "➔", "➜", "❯", "⟶", "↗", "⇒", "👉", "👈", "🔗", "☞")
ASKS = ("subscriptions.calls", "promotions.actions", "promotions.offers")
LONGEST = 60  # columns


def buttons(doc: Doc, rules: Rules) -> Doc:
    """Cut short lines that end in an arrow, or stand between two."""

    def judge(block: Block) -> str | None:
        if block.columns > LONGEST or block.prose or block.bullet or block.text.endswith("=>"):
            return None  # the last of these begins a function
        framed = block.text.startswith(ARROWS) and block.marked("subscriptions.calls", "navigation.ends")
        if block.text.endswith(ARROWS) or framed:
            reason = "ends in an arrow, as a button does"
        elif block.text[0] in "\\＼" and block.text[-1] in "/／":
            reason = "stands between two slashes, as what leads to a button does"
        elif block.text[0] in "[［" and block.text[-1] in "]］" and block.marked(*ASKS):
            reason = "asks for something in brackets, as a button does"
        else:
            return None
        return None if any(c in block.text for c in "<＜〈‹《") else reason

    return cut_where(doc, judge)
