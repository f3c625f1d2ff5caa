"""Where a page's headings lead to: a heading that is a link to the site's root is its logo, or the name of a blog."""

from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaners.dom.pieces import Walk

MOST = 60  # headings that are looked at
UP = "links up"
SELF = "links to the page itself"


def heading_links(tree: LexborHTMLParser, found: Walk, url: str) -> Mapping[int, str]:
    """For the pieces of headings that are links: UP where the link is part of the page's own address, SELF where it is
    that address, and nothing for another. url: of the page, "" if unknown."""
    own = _path(url)
    links: dict[int, str] = {}
    for heading in tree.css("h1,h2,h3")[:MOST] if own else ():
        element, address = found.nodes.get(heading.mem_id), _path(urljoin(url, _address(heading)))
        if element is not None and address:
            at = found.first[element]
            if address == own:
                links[at] = SELF
            elif own.startswith(f"{address}/"):
                links[at] = UP
    return links


def _address(heading: LexborNode) -> str:
    """The address of the only link in a heading, or of the link that the heading stands in; "" where there is none."""
    inside = heading.css("a[href]")
    if len(inside) == 1:
        return inside[0].attributes["href"] or ""
    parent = heading.parent
    return (parent.attributes.get("href") or "") if parent is not None and parent.tag == "a" else ""


def _path(url: str) -> str:
    """An address without its scheme, query, "www." and final slash; "" for none of the web."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path}".rstrip("/") if parts.scheme in ("http", "https") and host else ""
