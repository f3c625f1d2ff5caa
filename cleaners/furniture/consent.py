"""Cookie and consent notices, with their buttons."""

from cleaners.doc import Doc
from cleaners.evidence import Verdicts, is_spoken_of, neighbours
from cleaners.phrases import Rules

NEAR = 3  # blocks on either side in which a notice has its buttons


def consent(doc: Doc, rules: Rules) -> Doc:
    """Cut notices outside the article or among their buttons, and then the buttons."""
    notices: Verdicts = {}
    buttons: Verdicts = {}
    for i, block in enumerate(doc.blocks):
        if block.marked("consent.lines"):
            buttons[block.position] = f"the button “{block.text}”"
        elif block.marked("consent.holds"):
            has_button = any(b.marked("consent.lines") for b in neighbours(doc, i, NEAR))
            if block not in doc.span or has_button or not is_spoken_of(doc, block):
                notices[block.position] = "asks consent to cookies"
    if not notices:
        buttons = {p: r for p, r in buttons.items() if not doc.span.first <= p <= doc.span.last}
    return doc.cut(notices | buttons)
