"""What a page is, by its head, its address, and what it shows: pages that are no articles mostly have no date."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import urlsplit

from cleaners.testimony.marked import words
from cleaners.testimony.reading import Reading
from cleaners.testimony.stage import Stage
from cleaners.testimony.witness import Witness

SHORT = 40  # columns of a button, of a price
REACH = 25  # blocks round the headline in which a page shows what it sells
THREAD = "a thread"
NO_ARTICLE = "of no article"
PROSE = (0, 3, 8)  # paragraphs of an article: none, few, some

_ARTICLE = frozenset({"json-ld of article", "json-ld of thread", "body single-post", "body post-template-default"})
_OTHER_KIND = frozenset(
    {"json-ld of offer", "og:type product", "a call to buy", "address of a shop or a service", "address of a manual"}
    | {"0 steps of address", "body page", "body page-template-default", "body single-product"}
)
_OPEN_GRAPH = frozenset({"article", "website", "product", "video", "profile", "blog"})
_NODES = ("article", "thread", "offer", "listing", "thing", "media", "page")
_SHOP = re.compile(
    r"//(?:shop|store)\.|/(?:products?|collections?|shop|store|category|categories|tags?|services?|solutions?|pricing|about|contact|"
    r"docs?|documentation|search|p|dp|item|features?|topics?|courses?|locations?)(?:/|$)"
)
_MANUAL = re.compile(
    r"//(?:docs?|developers?|wiki|support|help|manual|learn)\.|/(?:wiki|support|reference|manual|api|guide|docs)/"
)
_FORUM = re.compile(
    r"//(?:forums?|bbs|community|discuss|boards?)\.|/(?:forums?|bbs|threads?|topics?|boards?|discussions?|questions|t|viewtopic|"
    r"showthread|viewthread)(?:[/.-]|$)|[?&](?:showtopic|topic|tid|threadid)="
)
_PRICE = re.compile(r"(?:[$€£¥₹]|USD|EUR|CHF)\s?\d|\d[\d.,]{0,20}\s?(?:[€£円元원]|EUR|CHF|kr\b)")


def kind_of_page(page: Reading, witnesses: Iterable[Witness], url: str, stage: Stage) -> frozenset[str]:
    """What a page says and shows of its kind. url: its address; stage: where its article stands."""
    return frozenset((*_stated(page, witnesses), *_addressed(url.lower()), *_classed(page), *_shown(page, stage)))


def is_no_article(about: frozenset[str]) -> bool:
    """True for a page that says it is something else, and nothing that would make it an article."""
    return bool(about & _OTHER_KIND) and not about & _ARTICLE


def sort_of_page(about: frozenset[str]) -> str:
    """In a word, what a page is."""
    if "0 steps of address" in about:
        return "front page"
    return THREAD if THREAD in about else "no article" if is_no_article(about) else "article"


def _stated(page: Reading, witnesses: Iterable[Witness]) -> Iterator[str]:
    stated = (page.head.metas.get("og:type") or [""])[0].lower().partition(":")[0].partition(".")[0]
    yield f"og:type {stated if stated in _OPEN_GRAPH else 'none'}"
    kinds = {w.kind.split()[1] for w in witnesses if w.kind.startswith("json-ld ")}
    yield from (f"json-ld of {kind}" for kind in _NODES if kind in kinds)
    if "thread" in kinds:
        yield THREAD


def _addressed(url: str) -> Iterator[str]:
    steps = [step for step in urlsplit(url).path.split("/") if step]
    if url:  # a page of which no address is known is no front page
        yield f"{min(len(steps), 3)} steps of address"
    if _SHOP.search(url):
        yield "address of a shop or a service"
    if _FORUM.search(url):
        yield THREAD
    if _MANUAL.search(url):
        yield "address of a manual"


def _classed(page: Reading) -> Iterator[str]:
    """The words in the class of the body with which content systems say what they serve."""
    body = page.tree.body
    names = (body.attributes.get("class") or "").lower().split() if body is not None else []
    return (f"body {word}" for word in words()["kinds"] if word in names)


@cache
def _offers() -> frozenset[str]:
    """What stands on the buttons of pages that sell something."""
    return frozenset(words()["offers"])


def _shown(page: Reading, stage: Stage) -> Iterator[str]:
    """Prices and buttons to buy, and how much there is to read."""
    at = stage.title if stage.title >= 0 else stage.first
    near = [b.text for b in page.blocks[max(0, at - 3) : at + REACH] if b.columns <= SHORT]
    if _PRICE.search("|".join(near)):
        yield "a price"
    if not _offers().isdisjoint(map(str.lower, near)):
        yield "a call to buy"
    count = sum(b.prose for b in page.blocks[stage.first : stage.last + 1] if (b.likely or 0) >= page.bar)
    yield f"prose {sum(count > limit for limit in PROSE)}"
