"""Widgets of other articles: related, recommended, popular, latest, "You Missed"."""

from cleaners.doc import Doc
from cleaners.phrases import Rules
from cleaners.sections import cut_sections


def related_posts(doc: Doc, rules: Rules) -> Doc:
    """Cut the headings of such widgets with the titles, teasers and dates below them."""
    return cut_sections(doc, "related_posts")
