"""What a page's JSON-LD says of its article (https://schema.org/Article and its kin).

Only what stands at the top, in a graph or as a page's main entity speaks of the page itself: items of
lists, comments, videos and the like speak of something else. Nothing here raises: broken data says less.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cleaners.dom.payload_data import decode
from cleaners.testimony.witness import Field, Witness

MOST = 2_000  # nodes of a page's JSON-LD that are looked at
DEEPEST = 6  # steps from a script's value to the node that speaks of the page
LONGEST = 2_000  # characters of a value

_DOWN = ("@graph", "mainEntity", "mainEntityOfPage")
_KINDS = {
    "thread": re.compile(r"^(?:DiscussionForumPosting|QAPage|Question)$"),
    "article": re.compile(r"(?:Article|Posting|Report|Review|Recipe|HowTo|Chapter)$"),
    "offer": re.compile(r"^Product|(?:Offer|Service|Application|Course|Business|Store|Restaurant|Hotel|Game|Vehicle)$"),
    "listing": re.compile(r"^(?:CollectionPage|SearchResultsPage|ItemList|AboutPage|ContactPage|ProfilePage)$"),
    "page": re.compile(r"(?:Page|WebContent|CreativeWork)$"),
    "site": re.compile(r"^(?:WebSite|(?:NewsMedia)?Organization|Blog|Corporation)$"),
    "media": re.compile(r"(?:Object|Episode|Clip|Podcast\w*|Event|Movie|Book)$"),
}
_PROPERTIES: Mapping[str, Field] = {
    "headline": "title",
    "name": "title",
    "author": "authors",
    "creator": "authors",
    "translator": "translators",
    "datePublished": "published",
    "dateCreated": "published",
    "uploadDate": "published",
    "dateModified": "modified",
    "startDate": "event",
    "endDate": "event",
    "publisher": "site",
    "url": "url",
    "inLanguage": "language",
    "description": "summary",
    "keywords": "tags",
}
_LOOSE = re.compile(
    r'"(headline|datePublished|dateModified|inLanguage)"\s{0,9}:\s{0,9}"((?:[^"\\\n]|\\.){1,500})"',
)
_WRAPPED = re.compile(r"^\s*(?:<!--|//\s?<!\[CDATA\[|/\*\s?<!\[CDATA\[\s?\*/|<!\[CDATA\[)\s*")
_COMMA = re.compile(r",(\s*[\]}])")

_Node = dict[str, Any]


def json_ld(scripts: Iterable[str]) -> list[Witness]:
    """What the page's JSON-LD says, in its order; the kind of a witness is that of its node and the property."""
    values: list[Any] = []
    said: list[Witness] = []
    for script in scripts:
        text = _WRAPPED.sub("", script)
        value = decode(text.strip())
        if value is None:
            value = decode(_COMMA.sub(r"\1", text).strip())
        if value is None:
            said += _read_loosely(text)
        values.append(value)
    nodes = list(_nodes(values))
    known = {node["@id"]: node for node in _all(values) if isinstance(node.get("@id"), str) and len(node) > 1}
    return [*_read(nodes, known), *said]


def types_of(node: _Node) -> list[str]:
    """The types of a node, without the vocabulary's address."""
    said = node.get("@type")
    names = said if isinstance(said, list) else [said]
    return [name.rpartition("/")[2] for name in names if isinstance(name, str)]


def _nodes(values: list[Any]) -> Iterator[_Node]:
    """The nodes that may speak of the page: those at the top, in graphs, and main entities."""
    stack: list[tuple[Any, int]] = [(value, 0) for value in reversed(values)]
    for _ in range(MOST):
        if not stack:
            return
        value, depth = stack.pop()
        if isinstance(value, list) and depth < DEEPEST:
            stack += [(item, depth + 1) for item in reversed(value[:MOST])]
        elif isinstance(value, dict):
            yield value
            if depth < DEEPEST:
                stack += [(value[name], depth + 1) for name in reversed(_DOWN) if name in value]


def _all(values: list[Any]) -> Iterator[_Node]:
    """Every node, whatever it speaks of: others may refer to it by its @id."""
    stack = list(values)
    for _ in range(MOST * 5):
        if not stack:
            return
        value = stack.pop()
        if isinstance(value, dict):
            yield value
            stack += value.values()
        elif isinstance(value, list):
            stack += value


def _kind(node: _Node) -> str:
    """The sort of thing that a node is; of several types, the one that says most of the page."""
    types = types_of(node)
    return next((kind for kind, pattern in _KINDS.items() if any(map(pattern.search, types))), "thing")


def _read(nodes: list[_Node], known: Mapping[str, _Node]) -> Iterator[Witness]:
    """The witnesses of each node; a second article on a page is another one."""
    articles = 0
    for node in nodes:
        kind = _kind(node)
        articles += kind == "article"
        kind = "other article" if kind == "article" and articles > 1 else kind
        if kind == "site":
            yield from _witness("site", _texts(node.get("name"), known), "site name", f"json-ld:{types_of(node)[0]}")
            continue
        for name, field in _PROPERTIES.items():
            if name in node:
                values = _texts(node[name], known)
                yield from _witness(field, values, f"{kind} {name}{_sort(node[name], known)}", f"json-ld:{name}")


def _witness(field: Field, values: tuple[str, ...], kind: str, where: str) -> Iterator[Witness]:
    if values:
        yield Witness(field, values, f"json-ld {kind}", where)


def _texts(value: Any, known: Mapping[str, _Node]) -> tuple[str, ...]:
    """The texts of a value: itself, the name of what it is, or those of a list."""
    if isinstance(value, str):
        return (value[:LONGEST],) if value.strip() else ()
    if isinstance(value, (int, float)):
        return (str(value),)
    if isinstance(value, list):
        return tuple(text for item in value[:50] if not isinstance(item, list) for text in _texts(item, known))
    if isinstance(value, dict):
        value = {**known.get(str(value.get("@id")), {}), **value}
        return _texts(next((value[n] for n in ("name", "@value", "@id") if isinstance(value.get(n), str)), None), known)
    return ()


def _sort(value: Any, known: Mapping[str, _Node]) -> str:
    """Of who an author is: " (organization)" where the data says so."""
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, dict):
        return ""
    first = {**known.get(str(first.get("@id")), {}), **first}
    return " (organization)" if any("Organization" in name for name in types_of(first)) else ""


def _read_loosely(text: str) -> Iterator[Witness]:
    """What broken data says, where it says it in so many words."""
    for name, value in _LOOSE.findall(text[: LONGEST * 100]):
        decoded = decode(f'"{value}"')
        if isinstance(decoded, str):
            yield Witness(_PROPERTIES[name], (decoded,), f"json-ld broken {name}", f"json-ld:{name}")
