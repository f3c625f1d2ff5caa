"""Share, like, clap and copy-link buttons, one to a line or glued."""

from cleaners.doc import Doc
from cleaners.evidence import FEW, cut_lines, cut_marked, is_amid, is_mention
from cleaners.phrases import Rules


def sharing(doc: Doc, rules: Rules) -> Doc:
    """Cut share buttons and the words that ask for a share."""
    return cut_marked(
        cut_lines(doc, "sharing"),
        lambda b: (
            "asks for a share"
            if b.marked("sharing.holds")
            and b.columns <= FEW
            and not (b in doc.span and is_mention(b))
            and not is_amid(doc, b)
            else None
        ),
    )
