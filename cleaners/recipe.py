"""The recipe: every cleaner in the order in which a page meets them, and how to run it."""

from collections.abc import Callable
from dataclasses import replace

from cleaners.debris import debris
from cleaners.doc import Doc
from cleaners.from_text import from_text
from cleaners.furniture.author_bios import author_bios
from cleaners.furniture.breadcrumbs import breadcrumbs
from cleaners.furniture.buttons import buttons
from cleaners.furniture.comments import comments
from cleaners.furniture.communities import communities
from cleaners.furniture.consent import consent
from cleaners.furniture.contents import contents
from cleaners.furniture.copyrights import copyrights
from cleaners.furniture.counters import counters
from cleaners.furniture.disclaimers import disclaimers
from cleaners.furniture.inserts import inserts
from cleaners.furniture.language_switchers import language_switchers
from cleaners.furniture.navigation import navigation
from cleaners.furniture.pagination import pagination
from cleaners.furniture.promotions import promotions
from cleaners.furniture.read_also import read_also
from cleaners.furniture.related_posts import related_posts
from cleaners.furniture.separators import separators
from cleaners.furniture.sharing import sharing
from cleaners.furniture.subscriptions import subscriptions
from cleaners.furniture.surroundings import surroundings
from cleaners.furniture.tags import tags
from cleaners.furniture.tails import tails
from cleaners.furniture.tickers import tickers
from cleaners.furniture.walls import walls
from cleaners.headings import headings
from cleaners.load import load_rules
from cleaners.metadata.attributions import attributions
from cleaners.metadata.bylines import bylines
from cleaners.metadata.digests import digests
from cleaners.metadata.labels import labels
from cleaners.metadata.languages import languages
from cleaners.metadata.listings import listings
from cleaners.metadata.titles import titles
from cleaners.outline import outline
from cleaners.phrases import Rules, phrases
from cleaners.verdict import verdict

Cleaner = Callable[[Doc, Rules], Doc]

RECIPE: tuple[Cleaner, ...] = (
    debris,
    phrases,
    tails,
    titles,
    outline,
    # what the page says of itself
    digests,
    labels,
    attributions,
    bylines,
    listings,
    # furniture that says what it is
    consent,
    walls,
    contents,
    comments,
    author_bios,
    pagination,
    related_posts,
    read_also,
    disclaimers,
    copyrights,
    sharing,
    communities,
    subscriptions,
    promotions,
    tags,
    counters,
    language_switchers,
    breadcrumbs,
    navigation,
    tickers,
    separators,
    buttons,
    inserts,
    # what is left outside the article
    surroundings,
    headings,
    languages,
    verdict,
)


def clean(doc: Doc, rules: Rules | None = None) -> Doc:
    """Run the recipe on a page that a door has read; each cut is signed by its cleaner.

    rules: those that ship with pagewash unless others are given.
    """
    rules = rules or load_rules()
    for cleaner in RECIPE:
        done = len(doc.cuts)
        doc = cleaner(doc, rules)
        if len(doc.cuts) > done:
            signed = tuple(replace(cut, cleaner=cleaner.__name__) for cut in doc.cuts[done:])
            doc = replace(doc, cuts=doc.cuts[:done] + signed)
    return doc


def clean_text(text: str) -> Doc:
    """Clean one page of flattened text: its article, its metadata, its cuts, its rejection if any."""
    return clean(from_text(text))


def article_text(text: str) -> str:
    """The article of one page of flattened text, as plain text; "" where the page holds none."""
    doc = clean_text(text)
    return "" if doc.rejection else doc.text
