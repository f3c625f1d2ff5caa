"""Captions of the article's figures and tables, where the page marks them as such."""

from cleaners.doc import Doc, Span
from cleaners.phrases import Rules


def captions(doc: Doc, rules: Rules) -> Doc:
    """List the captions between the article's first block and its last one; cuts nothing."""
    if not doc.judged:
        return doc
    article = Span(doc.judged[0].position, doc.judged[-1].position)
    found = (b.text for b in doc.blocks if b.kind == "caption" and b in article)
    return doc.learn("figcaption, caption", captions=tuple(dict.fromkeys(found)))
