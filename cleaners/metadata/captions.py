"""Captions of the article's figures and tables, where the page marks them as such."""

from cleaners.doc import Doc
from cleaners.phrases import Rules


def captions(doc: Doc, rules: Rules) -> Doc:
    """List the captions between the article's first block and its last one; cuts nothing."""
    kept = [b.position for b in doc.blocks if b.likely is not None and b.likely >= doc.bar]
    if not kept:
        return doc
    found = (b.text for b in doc.blocks if b.kind == "caption" and kept[0] <= b.position <= kept[-1])
    return doc.learn("figcaption, caption", captions=tuple(dict.fromkeys(found)))
