"""What a page says of itself outside its text: its title, its address, its kind."""

import html
import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

ARTICLES = frozenset({"Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle"})  # of schema.org
THREADS = frozenset({"DiscussionForumPosting", "QAPage"})
LONGEST = 300  # characters of a title; longer ones are keyword lists

_TYPE = re.compile(r'"@type"\s{0,5}:\s{0,5}(?:\[\s{0,5})?"(\w{1,60})"')


@dataclass(frozen=True)
class Head:
    """The head of a page. title: as og:title or <title> has it, with the site's name if that is there.

    site: the site's own name. url: the canonical address, else the one under which the page was
    fetched. types: the schema.org types that its JSON-LD names. og_article: it calls itself an
    article in OpenGraph.
    """

    title: str = ""
    site: str = ""
    url: str = ""
    types: frozenset[str] = frozenset()
    og_article: bool = False

    @property
    def is_article(self) -> bool:
        """True where the page calls itself an article, and no thread."""
        return (self.og_article or not self.types.isdisjoint(ARTICLES)) and self.types.isdisjoint(THREADS)


def read_head(tree: LexborHTMLParser, url: str | None = None) -> Head:
    """Read the head of a parsed page. url: where the page was fetched, if known."""
    said = _metas(tree)
    title = tree.css_first("title")
    link = tree.css_first('link[rel="canonical"]')
    types = (script.text() for script in tree.css('script[type="application/ld+json"]'))
    return Head(
        title=_clean(said.get("og:title") or (title.text() if title else ""))[:LONGEST],
        site=_clean(said.get("og:site_name", "")),
        url=_absolute((link.attributes.get("href") if link else None) or said.get("og:url", "")) or url or "",
        types=frozenset(name for text in types for name in _TYPE.findall(text)),
        og_article=said.get("og:type", "").startswith("article"),
    )


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    """The content of the OpenGraph properties, the first of each name."""
    said: dict[str, str] = {}
    for node in tree.css("meta[property]"):
        attributes = node.attributes
        said.setdefault((attributes.get("property") or "").lower(), attributes.get("content") or "")
    return said


def _clean(text: str | None) -> str:
    """Text with its entities and spaces mended: some sites escape their titles twice."""
    return " ".join(html.unescape(text or "").split())


def _absolute(url: str) -> str:
    return url if url.startswith(("http://", "https://")) else ""
