"""Widgets of other articles: related, recommended, popular, latest, "You Missed"."""

from cleaners.doc import Doc
from cleaners.evidence import cut_lines
from cleaners.phrases import Rules
from cleaners.sections import cut_sections


def related_posts(doc: Doc, rules: Rules) -> Doc:
    """Cut the headings of such widgets with the titles, teasers and dates below them, and teasers without one."""
    return cut_lines(cut_sections(doc, "related_posts"), "related_posts")
