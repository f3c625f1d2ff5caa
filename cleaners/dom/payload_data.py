"""The data that a page's scripts were sent, as JSON values: the payloads of single-page apps.

Only JSON is read, nothing is run: a payload that is a JavaScript expression is passed by. Data that is
broken, too large or too deep is passed by, too; nothing here raises.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

LARGEST = 5_000_000  # characters of a payload that is read
MOST_STATES = 10  # assignments that are read in one script: each may be broken only at the script's end
MOST_VALUES = 20_000  # values of one JSON-LD that are looked at

_FIRST = ("__NEXT_DATA__", "__NUXT_DATA__")
_PRELOADED = ("data-preloaded", "data-page", "data-props", "data-state")
_STATES = re.compile(
    r"(?:__(?:NUXT|NEXT_DATA|INITIAL_STATE|INITIAL_DATA|PRELOADED_STATE|APOLLO_STATE|REDUX_STATE|SSR_DATA|DATA)__"
    r"|__remixContext|__staticRouterHydrationData|pagePath|pageData)[\"']?\]?\s{0,9}=\s{0,9}(?:JSON\.parse\(\s{0,9})?"
)
_FLIGHT = re.compile(r"__next_f\s{0,9}\.push\(\s{0,9}(?=\[)")
_ROW = re.compile(r"[0-9a-f]{1,6}:(?:T([0-9a-f]{1,7}),|[A-Z]{0,3})")
_BODIES = ("articleBody", "text")


def payloads(tree: LexborHTMLParser) -> Iterator[Any]:
    """The values of a page's payloads, the ones to trust most first."""
    scripts = [(node.attributes, node.text()) for node in tree.css("script:not([src])")]
    flight: list[str] = []
    for attributes, text in sorted(scripts, key=lambda script: script[0].get("id") not in _FIRST):
        kind = attributes.get("type") or ""
        if "ld+json" in kind:
            yield _bodies(decode(text.strip()))
        elif "json" in kind:
            value = decode(text.strip())
            yield _unflatten(value) if attributes.get("id") == "__NUXT_DATA__" else value
        elif len(text) <= LARGEST:
            flight += _flight_parts(text)
            yield from _states(text)
    yield _flight_rows("".join(flight)[:LARGEST])
    for node in tree.css(", ".join(f"[{name}]" for name in _PRELOADED)):
        for name in _PRELOADED:
            yield decode(node.attributes.get(name) or "")


def decode(text: str, at: int = 0) -> Any:
    """The JSON value that begins at `at`; None where none can be read."""
    if not text or len(text) > LARGEST:
        return None
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, at)[0]
    except (ValueError, RecursionError):
        return None


def _states(text: str) -> Iterator[Any]:
    """What a script assigns to the names that frameworks use, as JSON or as a string of JSON."""
    for found, _ in zip(_STATES.finditer(text), range(MOST_STATES), strict=False):
        if text[found.end() : found.end() + 1] in ("{", "[", '"'):
            value = decode(text, found.end())
            yield decode(value) if isinstance(value, str) else value


def _bodies(value: Any) -> Any:
    """What a JSON-LD holds of articles' texts, with its headline: summaries and ratings are not for reading."""
    said: dict[str, list[str]] = {name: [] for name in (*_BODIES, "headline")}
    stack = [value]
    for _ in range(MOST_VALUES):
        if not stack:
            break
        top = stack.pop()
        if isinstance(top, dict):
            for name in said.keys() & top.keys():
                if isinstance(top[name], str):
                    said[name].append(top[name])
            stack += reversed(top.values())
        elif isinstance(top, list):
            stack += reversed(top)
    bodies = said["articleBody"] or said["text"]
    return {"headline": "".join(said["headline"][:1]), "articleBody": "\n\n".join(bodies)}


def _unflatten(values: Any) -> Any:
    """Nuxt's data: a list in which numbers stand for other places of the list; None if it is none."""
    if not isinstance(values, list) or not values:
        return None
    made: list[Any] = [type(v)() if isinstance(v, (dict, list)) else v for v in values]

    def at(place: Any) -> Any:
        return made[place] if isinstance(place, int) and 0 <= place < len(made) else None

    for value, new in zip(values, made, strict=True):
        if isinstance(value, dict):
            new.update((name, at(place)) for name, place in value.items())
        elif isinstance(value, list):
            new.extend(map(at, value))
    return made[0]


def _flight_parts(text: str) -> Iterator[str]:
    """The strings that a script of Next.js' app router pushes."""
    for found in _FLIGHT.finditer(text):
        if (pushed := text.find(")", found.end())) < 0:
            return
        value = decode(text, found.end()) if pushed else None
        if isinstance(value, list) and len(value) > 1 and isinstance(value[1], str):
            yield value[1]


def _flight_rows(text: str) -> list[Any]:
    """The rows of a flight: "id:" and JSON up to the end of the line, or "id:T", a length and plain text."""
    rows: list[Any] = []
    at = 0
    while row := _ROW.match(text, at):
        if row[1]:
            size = int(row[1], 16)  # bytes of UTF-8
            value = text[row.end() : row.end() + size].encode("utf-8", "replace")[:size].decode("utf-8", "ignore")
            rows.append({"content": value})
            at = row.end() + len(value)
        else:
            end = text.find("\n", row.end())
            end = len(text) if end < 0 else end
            rows.append(decode(text[row.end() : end]))
            at = end + 1
    return rows
