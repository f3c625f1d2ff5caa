"""The page's own entry in its listing: it gives the date that the article does not state."""

from cleaners import fold
from cleaners.dates import find_date
from cleaners.doc import Doc
from cleaners.metadata.languages import setting_of
from cleaners.phrases import Rules

REACH = 4  # blocks below the entry's title in which its date stands


def listings(doc: Doc, rules: Rules) -> Doc:
    """Learn the date below the title's repetition in a widget; cuts nothing."""
    if not doc.metadata.title:
        return doc
    key = fold.letters(doc.metadata.title)
    entries = [c for c in doc.cuts if c.position > doc.span.last and fold.letters(c.text) == key]
    for entry in entries:
        for block in doc.blocks:
            if 0 < block.position - entry.position <= REACH and block.dated:
                found = find_date(block.text, setting_of(doc))
                if found:
                    return doc.learn(f"{block.where}: the page's own entry in its listing", published=found.iso)
    return doc
