"""The slow way through for pages that lexbor cannot take: BeautifulSoup flattens them to lines.

html.parser keeps no list of open formatting tags and builds no call stack, so that tags nested or
left open by the thousand cost it little; the tree is read along its thread, never downwards.
"""

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

LARGEST = 2_000_000  # characters; it reads about one million a second
UNSEEN = frozenset(["script", "style", "template", "head", "svg", "iframe", "select", "textarea", "rt", "rp"])
BREAKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
CLIMB = 20  # inline tags round a text, beyond which it counts as a line of its own


def flatten(html: str) -> str:
    """The page's visible text, a line for each block-level tag."""
    parts: list[str] = []
    last: PageElement | None = None
    for element in BeautifulSoup(html, "html.parser").descendants:
        if isinstance(element, Tag):
            parts.append("\n" if element.name in BREAKS else "")
        elif isinstance(element, NavigableString) and not isinstance(element, PreformattedString):
            home = _home(element)
            if home is not None:
                parts += ["\n" if home is not last else "", element]
                last = home
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _home(text: NavigableString) -> PageElement | None:
    """The block-level tag that a text stands in; None for a text that is not to be seen."""
    tag: PageElement = text
    for _ in range(CLIMB):
        if tag.parent is None or tag.parent.name in UNSEEN:
            return None
        tag = tag.parent
        if isinstance(tag, Tag) and tag.name in BREAKS:
            return tag
    return tag
