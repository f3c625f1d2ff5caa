"""Language switchers: names of languages, two or more in a row or glued."""

from cleaners.doc import Doc
from cleaners.evidence import Verdicts, neighbours
from cleaners.phrases import Rules


def language_switchers(doc: Doc, rules: Rules) -> Doc:
    """Cut the names of languages beside others, and alone outside the article."""
    verdicts: Verdicts = {}
    for i, block in enumerate(doc.blocks):
        if not block.marked("language_switchers.lines"):
            continue
        if block not in doc.span or any(b.marked("language_switchers.lines") for b in neighbours(doc, i)):
            verdicts[block.position] = f"the language “{block.text}”"
    return doc.cut(verdicts)
