"""Where a page's headings lead to: a heading that is a link to the site's root is its logo, or the name of a blog."""

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaners.dom.pieces import Walk

MOST = 60  # links that are looked at
HEADINGS = ("h1", "h2", "h3")
LINKS = "h1 a[href],h2 a[href],h3 a[href],a[href]:has(> h1),a[href]:has(> h2),a[href]:has(> h3)"
UP = "links up"
SELF = "links to the page itself"


def heading_links(tree: LexborHTMLParser, found: Walk, url: str) -> Mapping[int, str]:
    """For the pieces of headings that are links: UP where the link is part of the page's own address, SELF where it is
    that address, and nothing for another. url: of the page, "" if unknown."""
    own = _path(url, "")
    links: dict[int, str] = {}
    for node in tree.css(LINKS)[:MOST] if own else ():
        address = _path(node.attributes["href"] or "", own)
        way = SELF if address == own else UP if own.startswith(f"{address}/") else ""
        at = _piece(node, found) if address and way else None
        if at is not None:
            links[at] = way
    return links


def _piece(link: LexborNode, found: Walk) -> int | None:
    """The piece of the heading that is a link, or that a link wraps."""
    heading = link
    while heading.parent is not None and heading.tag not in HEADINGS:
        heading = heading.parent
    wrapped = heading if heading.tag in HEADINGS else link.css_first(",".join(HEADINGS))
    element = found.nodes.get(wrapped.mem_id) if wrapped is not None else None
    return None if element is None else found.first[element]


def _path(url: str, own: str) -> str:
    """An address without its scheme, query, "www." and final slash; "" for none of the web. own: such an address of
    the page, for one that begins with a slash."""
    scheme, mark, rest = url.partition("//")
    if mark and scheme in ("http:", "https:", ""):
        address = rest.removeprefix("www.")
    else:
        address = own.partition("/")[0] + url if url.startswith("/") else ""
    return address.partition("#")[0].partition("?")[0].rstrip("/")
