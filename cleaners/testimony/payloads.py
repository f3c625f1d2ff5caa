"""What the data that a page sends its scripts says of the article: the object that has the page's own title."""

from collections.abc import Iterator, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from cleaners import fold
from cleaners.dom.payload_data import payloads
from cleaners.testimony.names_of_site import parts
from cleaners.testimony.witness import Field, Witness

MOST = 50_000  # values of a page's payloads that are looked at
LEAST = 6  # letters of a title by which an object is known
LONGEST = 200  # characters of a name, a date

TITLES = ("headline", "title", "name")
KEYS: Mapping[str, tuple[Field, str]] = {
    **dict.fromkeys(("author", "authors", "byline", "writer", "writers", "creator"), ("authors", "author")),
    **dict.fromkeys(
        ("publishedat", "datepublished", "publishdate", "published", "publishedon", "firstpublished", "pubdate"),
        ("published", "datePublished"),
    ),
    **dict.fromkeys(("updatedat", "datemodified", "modified", "modifiedat", "updated"), ("modified", "dateModified")),
}
"""Keys, letters alone, by what they say, and the property of an article in JSON-LD that says the same: like that one
they are weighed."""


def payload_witnesses(tree: LexborHTMLParser, title: str) -> Iterator[Witness]:
    """What the object with the page's title says. title: as the head names it, the site's name behind it or not."""
    longest = max(parts(title), key=len, default="")
    wanted = {key for key in map(fold.letters, (title, longest)) if len(key) >= LEAST}
    for node in _nodes(list(payloads(tree))) if wanted else ():
        own = any(isinstance(node.get(key), str) and fold.letters(node[key]) in wanted for key in TITLES)
        for key, value in node.items() if own else ():
            field, like = KEYS.get(fold.alphanumeric(key), (None, ""))
            values = tuple(_texts(value))
            if field and values:
                yield Witness(field, values, f"json-ld article {like}", f"payload:{key}")


def _nodes(values: list[Any]) -> Iterator[dict[str, Any]]:
    stack = values[::-1]
    for _ in range(MOST):
        if not stack:
            return
        value = stack.pop()
        if isinstance(value, dict):
            yield value
            stack += list(value.values())[::-1]
        elif isinstance(value, list):
            stack += value[::-1]


def _texts(value: Any) -> Iterator[str]:
    """The texts of a value: itself, the name of what it is, or those of a list."""
    for item in value[:LONGEST] if isinstance(value, list) else [value]:
        text = item.get("name") if isinstance(item, dict) else str(item) if isinstance(item, int) else item
        if isinstance(text, str) and 0 < len(text.strip()) <= LONGEST:
            yield text
