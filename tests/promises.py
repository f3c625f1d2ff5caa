"""What every row that is written keeps to, whatever page it was made from."""

import re
from collections.abc import Iterator
from typing import Any, get_args
from urllib.parse import urlsplit

from cleaners.doc import Reason
from flows.parts import PageRows

HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
TARGET = re.compile(r"(?<!\\)\]\(\s*<?\s*([^)\s]*)")
TAG = re.compile(r"(?:^|[^\\])(?:\\\\)*<(?:script|iframe|img|svg|object|embed|base|link|meta|style|form|a)\b", re.I)
FENCED = re.compile(r"^ *(`{3,})\n.*?^ *\1$", re.M | re.S)
CODE = re.compile(r"(?<![`\\])(`+)(?!`).+?(?<!`)\1(?!`)", re.S)
FEW = 4_000_000  # characters of Markdown that are searched


def broken_promises(rows: PageRows) -> list[str]:
    """What is wrong with the rows of a page; nothing, if all is well."""
    tables = [row for row in (rows.article, rows.reject, *rows.cuts) if row]
    wrong = [
        f"hidden characters in {name}: {text!r:.80}"
        for row in tables
        for name, text in texts(row)
        if HIDDEN.search(text)
    ]
    if (rows.article is None) == (rows.reject is None):
        wrong.append("neither or both of an article and a rejection")
    if rows.reject:
        wrong += (
            [] if rows.reject["reason"] in get_args(Reason) and rows.reject["detail"] else [f"no reason: {rows.reject}"]
        )
    if rows.article:
        wrong += [] if rows.article["text"].strip() else ["an article without text"]
        wrong += _harm(rows.article)
    return wrong


def texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """All texts of a row, each with the name of its column."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, name or str(key))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner, name)


def _harm(article: dict[str, Any]) -> Iterator[str]:
    """Addresses that run something or carry a password, and markup that Markdown would let through."""
    url = article["url"] or ""
    if url and (not url.startswith(("http://", "https://")) or "@" in urlsplit(url).netloc):
        yield f"url {url!r:.80}"
    bare = CODE.sub("", FENCED.sub("", article["markdown"][:FEW]))
    for target in TARGET.findall(bare):
        if not re.match(r"https?://[^@/]*(?:/|$|\?|#)", target, re.I):
            yield f"a link to {target!r:.80}"
    if found := TAG.search(bare):
        yield f"markup in Markdown: {bare[found.start() : found.start() + 60]!r}"
