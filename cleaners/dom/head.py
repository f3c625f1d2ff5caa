"""What a page says of itself outside its text: its title, its address, its kind, its meta tags."""

import html
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

ARTICLES = frozenset({"Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle"})  # of schema.org
THREADS = frozenset({"DiscussionForumPosting", "QAPage"})
LONGEST = 300  # characters of a title; longer ones are keyword lists
MOST = 500  # names of meta tags that are read,
MOST_VALUES = 50  # and tags of one name
LONGEST_META = 2_000  # characters of what a meta tag says

_NODES = 'meta[content],title,link[rel="canonical"],script[type*="ld+json"]'
_TYPE = re.compile(r'"@type"\s{0,5}:\s{0,5}(?:\[\s{0,5})?"(\w{1,60})"')

Metas = dict[str, list[str]]
"""Name of a meta tag in lower case, as its property, name or itemprop has it -> its values, in the page's order."""


@dataclass(frozen=True)
class Head:
    """The head of a page. title: as og:title or <title> has it, with the site's name if that is there.

    site: the site's own name. url: the canonical address, else the one under which the page was
    fetched. types: the schema.org types that its JSON-LD names. og_article: it calls itself an
    article in OpenGraph. own_title: what <title> holds. canonical: the address that it calls canonical,
    as it stands. language: as the document declares it. metas: its meta tags. json_ld: its JSON-LD, as text.
    """

    title: str = ""
    site: str = ""
    url: str = ""
    types: frozenset[str] = frozenset()
    og_article: bool = False
    own_title: str = ""
    canonical: str = ""
    language: str = ""
    metas: Metas = field(default_factory=dict)
    json_ld: tuple[str, ...] = ()

    @property
    def is_article(self) -> bool:
        """True where the page calls itself an article, and no thread."""
        return (self.og_article or not self.types.isdisjoint(ARTICLES)) and self.types.isdisjoint(THREADS)


def read_head(tree: LexborHTMLParser, url: str | None = None) -> Head:
    """Read the head of a parsed page. url: where the page was fetched, if known."""
    graph: dict[str, str] = {}
    metas: Metas = {}
    titles, links, scripts = [], [], []
    for node in tree.css(_NODES):
        tag = node.tag
        if tag == "meta":
            _read_meta(node.attributes, graph, metas)
        elif tag == "title":
            titles.append(node.text())
        elif tag == "link":
            links.append(node.attributes.get("href") or "")
        else:
            scripts.append(node.text())
    canonical = "".join(links[:1])
    return Head(
        title=_clean(graph.get("og:title") or "".join(titles[:1]))[:LONGEST],
        site=_clean(graph.get("og:site_name", "")),
        url=web_address(canonical or graph.get("og:url", "")) or url or "",
        types=frozenset(name for text in scripts for name in _TYPE.findall(text)),
        og_article=graph.get("og:type", "").startswith("article"),
        own_title="".join(titles[:1]),
        canonical=canonical,
        language=(tree.root.attributes.get("lang") if tree.root else None) or "",
        metas=metas,
        json_ld=tuple(scripts),
    )


def _read_meta(attributes: dict[str, str | None], graph: dict[str, str], metas: Metas) -> None:
    """Take in a meta tag: OpenGraph's properties, the first of each name, and every tag by any of its names."""
    content = (attributes.get("content") or "").strip()
    if "property" in attributes:
        graph.setdefault((attributes["property"] or "").lower(), attributes.get("content") or "")
    names = {attributes.get(key) or "" for key in ("property", "name", "itemprop", "http-equiv")} - {""}
    for name in sorted(names) if content else ():
        values = metas.setdefault(name.lower(), []) if len(metas) < MOST else metas.get(name.lower(), [])
        if len(values) < MOST_VALUES:
            values.append(content[:LONGEST_META])


def _clean(text: str | None) -> str:
    """Text with its entities and spaces mended: some sites escape their titles twice."""
    return " ".join(html.unescape(text or "").split())


def web_address(url: str | None) -> str:
    """An address of the web as it stands; "" for anything else, and for one that cannot be taken apart."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname else ""
    except ValueError:
        return ""
