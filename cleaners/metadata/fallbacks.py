"""Fallbacks: what the page's head, or its source, says of fields of which the article's own lines say nothing."""

from cleaners.doc import Doc
from cleaners.phrases import Rules

FIELDS = ("title", "authors", "published", "modified", "site", "url", "language", "summary", "tags")


def fallbacks(doc: Doc, rules: Rules) -> Doc:
    """Fill what is still empty; cuts nothing."""
    for name in FIELDS:
        doc = doc.learn(doc.fallback.provenance.get(name, ""), **{name: getattr(doc.fallback, name)})
    return doc
