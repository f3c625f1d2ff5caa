"""The recipe: every cleaner in the order in which a page meets them, and how to run it."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from cleaners.block import Block
from cleaners.debris import debris
from cleaners.doc import Cut, Doc
from cleaners.from_html import from_html
from cleaners.from_text import from_text
from cleaners.furniture.author_bios import author_bios
from cleaners.furniture.breadcrumbs import breadcrumbs
from cleaners.furniture.buttons import buttons
from cleaners.furniture.code_bars import code_bars
from cleaners.furniture.comments import comments
from cleaners.furniture.communities import communities
from cleaners.furniture.consent import consent
from cleaners.furniture.contents import contents
from cleaners.furniture.copyrights import copyrights
from cleaners.furniture.counters import counters
from cleaners.furniture.disclaimers import disclaimers
from cleaners.furniture.frame import frame
from cleaners.furniture.inserts import inserts
from cleaners.furniture.language_switchers import language_switchers
from cleaners.furniture.line_numbers import line_numbers
from cleaners.furniture.navigation import navigation
from cleaners.furniture.notices import notices
from cleaners.furniture.pagination import pagination
from cleaners.furniture.picture_files import picture_files
from cleaners.furniture.polls import polls
from cleaners.furniture.promotions import promotions
from cleaners.furniture.read_also import read_also
from cleaners.furniture.related_posts import related_posts
from cleaners.furniture.separators import separators
from cleaners.furniture.sharing import sharing
from cleaners.furniture.standing import standing
from cleaners.furniture.subscriptions import subscriptions
from cleaners.furniture.surroundings import surroundings
from cleaners.furniture.tags import tags
from cleaners.furniture.tails import tails
from cleaners.furniture.tickers import tickers
from cleaners.furniture.walls import walls
from cleaners.headings import headings
from cleaners.likelihoods import likelihoods
from cleaners.load import load_rules
from cleaners.metadata.attributions import attributions
from cleaners.metadata.bylines import bylines
from cleaners.metadata.captions import captions
from cleaners.metadata.digests import digests
from cleaners.metadata.fallbacks import fallbacks
from cleaners.metadata.labels import labels
from cleaners.metadata.languages import languages
from cleaners.metadata.listings import listings
from cleaners.metadata.sites import sites
from cleaners.metadata.titles import titles
from cleaners.outline import outline
from cleaners.patterns import patterns
from cleaners.phrases import Rules, phrases
from cleaners.verdict import verdict
from cleaners.wording.unpunctuated import unpunctuated
from cleaners.wording.wording import wording

Cleaner = Callable[[Doc, Rules], Doc]

RECIPE: tuple[Cleaner, ...] = (
    # what the structure of HTML says; of flattened text these know next to nothing
    captions,
    frame,
    line_numbers,
    # what a line says, and where it stands
    debris,
    picture_files,
    phrases,
    code_bars,
    wording,
    unpunctuated,
    tails,
    titles,
    patterns,
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
    polls,
    pagination,
    related_posts,
    read_also,
    disclaimers,
    copyrights,
    sharing,
    communities,
    subscriptions,
    promotions,
    notices,
    standing,
    tags,
    counters,
    language_switchers,
    breadcrumbs,
    navigation,
    tickers,
    separators,
    buttons,
    inserts,
    # a second opinion on all that was cut and kept so far
    likelihoods,
    # what is left outside the article
    surroundings,
    headings,
    sites,
    languages,
    fallbacks,
    verdict,
)


VOUCHED = 0.5  # likelihood from which a page's structure vouches for a block; see bench/README.md
NEVER_VOUCHED = frozenset({"advert", "subscribe", "share", "consent", "<button>"})  # see cleaners.dom.blocks
# Cleaners that go by what a line says of itself, or by the structure; to the others, structure may object.
OUTSPOKEN: frozenset[Cleaner] = frozenset(
    {
        frame,
        line_numbers,
        debris,
        tails,
        titles,
        labels,
        attributions,
        bylines,
        read_also,
        disclaimers,
        copyrights,
        author_bios,
        standing,
    }
)


def clean(doc: Doc, rules: Rules | None = None) -> Doc:
    """Run the recipe on a page that a door has read; each cut is signed by its cleaner.

    rules: those that ship with pagewash unless others are given.
    """
    return run(doc, RECIPE, rules or load_rules())


def run(doc: Doc, cleaners: Iterable[Cleaner], rules: Rules) -> Doc:
    """Run some cleaners on a page, one after the other; each cut is signed by its cleaner."""
    for cleaner in cleaners:
        doc = _step(doc, cleaner, rules)
    return doc


def _step(doc: Doc, cleaner: Cleaner, rules: Rules) -> Doc:
    """Run one cleaner on a page, and sign its cuts."""
    cleaned = cleaner(doc, rules)
    done = len(cleaned.cuts)
    while done and not cleaned.cuts[done - 1].cleaner:
        done -= 1
    if done == len(cleaned.cuts):
        return cleaned
    if cleaner not in OUTSPOKEN:
        left = {b.position for b in cleaned.blocks}
        gone = [b for b in doc.blocks if b.likely is not None and b.position not in left]
        cleaned = cleaned.give_back(filter(_vouches, gone), done)
    name = cleaner.__name__
    signed = [Cut(cut.position, cut.line, cut.text, cut.reason, name) for cut in cleaned.cuts[done:]]
    return replace(cleaned, cuts=(*cleaned.cuts[:done], *signed))


def _vouches(block: Block) -> bool:
    """True where structure makes the block the article's, and does not call its place something else."""
    return block.likely is not None and block.likely >= VOUCHED and block.within not in NEVER_VOUCHED


def clean_text(text: str) -> Doc:
    """Clean one page of flattened text: its article, its metadata, its cuts, its rejection if any."""
    return clean(from_text(text))


def clean_html(html: str, url: str | None = None) -> Doc:
    """Clean one HTML page. url: where it was fetched, if known, for its links and its kind."""
    return clean(from_html(html, url))


def article_text(text: str) -> str:
    """The article of one page of flattened text, as plain text; "" where the page holds none."""
    doc = clean_text(text)
    return "" if doc.rejection else doc.text
