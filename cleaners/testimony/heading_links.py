"""Where a page's headings lead to: a heading that is a link to the site's root is its logo, or the name of a blog."""

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaners.dom.pieces import Walk

MOST = 60  # headings and links that are looked at
HEADINGS = ("h1", "h2", "h3")
LINKED = ",".join(f"{heading} a[href],a[href] {heading}" for heading in HEADINGS)
UP = "links up"
SELF = "links to the page itself"


def heading_links(tree: LexborHTMLParser, found: Walk, url: str) -> Mapping[int, str]:
    """For the pieces of headings that are links: UP where the link is part of the page's own address, SELF where it is
    that address, and nothing for another. url: of the page, "" if unknown."""
    own = _path(url, "")
    links: dict[int, str] = {}
    for node in tree.css(LINKED)[:MOST] if own else ():
        heading, link = (node, _up(node, ("a",))) if node.tag in HEADINGS else (_up(node, HEADINGS), node)
        address = _path(link.attributes.get("href") or "", own)
        way = SELF if address == own else UP if address and own.startswith(f"{address}/") else ""
        element = found.nodes.get(heading.mem_id)
        if way and element is not None:
            links[found.first[element]] = way
    return links


def _up(node: LexborNode, tags: tuple[str, ...]) -> LexborNode:
    """The nearest element of these tags that holds a node; the root where there is none."""
    while node.parent is not None and node.tag not in tags:
        node = node.parent
    return node


def _path(url: str, own: str) -> str:
    """An address without its scheme, query, "www." and final slash; "" for none of the web. own: such an address of
    the page, for one that begins with a slash."""
    scheme, mark, rest = url.partition("//")
    if mark and scheme in ("http:", "https:", ""):
        address = rest.removeprefix("www.")
    else:
        address = own.partition("/")[0] + url if url.startswith("/") else ""
    return address.partition("#")[0].partition("?")[0].rstrip("/")
