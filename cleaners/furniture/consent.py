"""Cookie and consent notices, with their buttons."""

from cleaners.doc import Doc
from cleaners.evidence import Verdicts, is_spoken_of, merge
from cleaners.phrases import Rules


def consent(doc: Doc, rules: Rules) -> Doc:
    """Cut notices outside the article or among their buttons, and then the buttons."""
    notices: Verdicts = {}
    buttons: Verdicts = {}
    for i, block in enumerate(doc.blocks):
        if block.marked("consent.lines"):
            buttons[block.position] = f"the button “{block.text}”"
        elif block.marked("consent.holds"):
            beside = doc.blocks[max(0, i - 3) : i + 4]
            has_button = any(b.marked("consent.lines") for b in beside)
            if block not in doc.span or has_button or not is_spoken_of(doc, block):
                notices[block.position] = "asks consent to cookies"
    if not notices:
        buttons = {p: r for p, r in buttons.items() if not doc.span.first <= p <= doc.span.last}
    return doc.cut(merge(notices, buttons))
