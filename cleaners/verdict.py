"""The last step: is what remains an article, and what is its title if the page states none?"""

from cleaners.doc import Doc, Reason
from cleaners.phrases import Rules

LEAST = 60  # columns of prose that make an article: one sentence of thirty CJK characters
VERSE = 10  # lines
SHORT = 24  # columns; the titles of a listing are longer
PLAIN = 300  # columns; less prose than this beside a wall or an error's words is the wall's own

WALLS: tuple[tuple[str, Reason, str], ...] = (
    ("pages.error", "error-page", "the page says that it could not be shown"),
    ("pages.login", "login-wall", "the page asks to log in"),
    ("pages.consent", "consent-wall", "the page asks consent before it shows anything"),
    ("pages.paywall", "paywall", "the page shows its article to subscribers only"),
)


def verdict(doc: Doc, rules: Rules) -> Doc:
    """Reject a page that holds no article; else let the title fall back to the original one."""
    prose = sum(b.columns for b in doc.blocks if b.prose or b.ends)
    if not doc.blocks and not doc.cuts:
        return doc.reject("empty", "nothing is to be seen on the page")
    if prose < PLAIN:
        lines = [b.text for b in doc.blocks] + [c.text for c in doc.cuts]
        said = set().union(*rules.book.marks(lines, [0] * len(lines)))
        for mark, reason, detail in WALLS:
            if mark in said:
                return doc.reject(reason, detail)
    if prose < LEAST and not _is_verse(doc):
        if _is_listing(doc):
            return doc.reject("listing", "the page lists titles and has no sentences of its own")
        return doc.reject("no-article", "no sentences of an article were found")
    return doc.learn("original_title", title=doc.metadata.original_title)


def _is_verse(doc: Doc) -> bool:
    """True for a page of short lines and no furniture: verse, a speech, a list."""
    widths = sorted(b.columns for b in doc.blocks)
    return len(widths) >= VERSE and len(doc.cuts) < len(widths) / 2 and widths[len(widths) // 2] < SHORT


def _is_listing(doc: Doc) -> bool:
    return len(doc.blocks) + len(doc.cuts) >= 12
