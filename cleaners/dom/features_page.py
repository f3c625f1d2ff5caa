"""What the page as a whole is like: the same numbers for all its pieces, by which the trees tell an
article from a thread, a list, a product or a manual."""

import re

import numpy as np

from cleaners.dom.features_article import Guess
from cleaners.dom.features_near import LONG
from cleaners.dom.features_place import SEMANTIC, Place
from cleaners.dom.features_text import HANGUL, KANA, Texts
from cleaners.dom.head import Head
from cleaners.dom.pieces import Floats, Walk
from cleaners.dom.words import groups

# schema.org's types, by what they say of a page.
TYPES: dict[str, frozenset[str]] = {
    "article": frozenset({"NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "TechArticle", "Report"}),
    "news": frozenset({"NewsArticle", "ReportageNewsArticle"}),
    "forum": frozenset({"DiscussionForumPosting", "QAPage", "Question", "Comment"}),
    "product": frozenset({"Product", "Offer", "AggregateRating"}),
    "listing": frozenset({"ItemList", "CollectionPage", "SearchResultsPage"}),
    "faq": frozenset({"FAQPage"}),
    "business": frozenset({"LocalBusiness", "Service", "Organization"}),
    "recipe": frozenset({"Recipe", "HowTo"}),
}
# Words that addresses of a kind of page hold.
ADDRESSES: dict[str, tuple[str, ...]] = {
    "forum": ("forum", "thread", "topic", "viewtopic", "discuss", "community", "question"),
    "docs": ("docs", "/doc/", "reference", "manual", "wiki", "guide", "/api"),
    "shop": ("product", "/p/", "/dp/", "shop", "store", "item"),
    "list": ("category", "collections", "/tag/", "/tags/", "archive", "search"),
}
INSIDE = ("p", "li", "td", "article", "main", "pre", "form")
OF = ("comment", "thread", "product", "review", "related", "teaser", "post", "article", "service", "list", "code")

_TAG_BITS = np.array([SEMANTIC.index(tag) for tag in INSIDE])[:, None]
_WORD_BITS = np.array([groups().index(name) for name in OF])[:, None]
_HOST = re.compile(r"^\w+://[^/]+")

NAMES = tuple(
    f"page_{name}"
    for name in (
        *("cols", "prose", "n", "links", "best", "best_links", "best_n", "stretch", "wide", "kana", "hangul"),
        *(f"in_{tag}" for tag in INSIDE),
        *(f"of_{name}" for name in OF),
        *("h1", "h2", "articles", "titled", "long", "og_article"),
        *(f"type_{name}" for name in TYPES),
        *("url_depth", "url_last", "url_words", "url_digits"),
        *(f"url_{name}" for name in ADDRESSES),
    )
)


def page_rows(walk: Walk, head: Head, texts: Texts, place: Place, found: Guess) -> Floats:
    """The features of `NAMES`, a row each with one value all along."""
    values = _sizes(texts, place, found) + _kinds(texts, place) + _counts(walk, texts, found)
    values += [head.og_article, *(bool(types & head.types) for types in TYPES.values()), *_address(head.url)]
    rows = np.empty((len(NAMES), len(place.at)), np.float32)
    rows[:] = np.array(values, np.float32)[:, None]
    return rows


def _sizes(texts: Texts, place: Place, found: Guess) -> list[float]:
    """How long the page is, how much of it is prose and where that stands."""
    total, chars = max(float(place.cols[0]), 1), max(float(texts.chars.sum()), 1)
    prose, best = max(float(place.prose[0]), 1), found.best
    begin, end = found.stretch
    return [
        float(np.log1p(total)),
        prose / total,
        float(np.log1p(len(texts.cols))),
        1 - float(place.own[0]) / total,
        float(place.prose[best]) / prose,
        1 - float(place.own[best]) / max(float(place.cols[best]), 1),
        float(np.log1p(place.count[best])),
        float(texts.prose[begin:end].sum()) / prose,
        float(texts.wide.sum()) / chars,
        float(texts.counts[KANA].sum()) / chars,
        float(texts.counts[HANGUL].sum()) / chars,
    ]


def _kinds(texts: Texts, place: Place) -> list[float]:
    """Which shares of the prose stand in elements of some tags and class words."""
    prose = max(float(place.prose[0]), 1)
    inside = np.concatenate(((place.tags >> _TAG_BITS) & 1, (place.masks >> _WORD_BITS) & 1)).astype(np.float32)
    return [float(share) for share in inside @ texts.prose / prose]


def _counts(walk: Walk, texts: Texts, found: Guess) -> list[float]:
    """How many headings and articles there are, how far down the title, how many long pieces."""
    count = walk.tag.count
    return [
        min(count("h1"), 5),
        min(count("h2") + count("h3"), 40),
        min(count("article"), 20),
        found.title / len(walk.pieces) if found.title >= 0 else -1,
        float(((texts.own >= LONG) & (texts.link_share < 0.3)).sum()),
    ]


def _address(url: str) -> list[float]:
    """How deep and how wordy a page's address is, and whether it holds the words of a kind."""
    path = _HOST.sub("", url).partition("?")[0].strip("/")
    last = path.rpartition("/")[2]
    low = url.lower()
    return [
        path.count("/") if path else -1,
        len(last),
        last.count("-"),
        sum(map(str.isdigit, path)),
        *(any(word in low for word in words) for words in ADDRESSES.values()),
    ]
