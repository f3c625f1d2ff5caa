"""A record of a container as a page: which field is the page, and which says what of it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from cleaners.doc import Reason, Rejection
from cleaners.page import Format, Page

LARGEST = 20_000_000  # bytes of one page; the longest real page seen was under 3 MB
STATED = ("title", "author", "published", "modified", "site", "language", "fetched")
_JOINS = re.compile(r"[\s_-]+")


@dataclass(frozen=True)
class Reading:
    """How pages are read. format: what all of them are. columns: field -> the name that the user gives its column."""

    format: Format = "auto"
    columns: tuple[tuple[str, str], ...] = ()


def page_of(record: Mapping[str, Any], page_id: str, source: str, reading: Reading) -> Page:
    """The page in a record; one that says why where there is none."""
    names = find_columns(tuple(record), reading)
    field = next((f for f in ("html", "text") if f in names and record.get(names[f])), None)
    if field is None:
        known = [names[f] for f in ("html", "text") if f in names]
        return (
            unread(page_id, source, "empty", f"nothing in {known[0]}") if known else _pageless(page_id, source, record)
        )
    value = record[names[field]]
    content = value if isinstance(value, bytes) else as_text(value).encode("utf-8", "replace")
    if len(content) > LARGEST:
        return unread(page_id, source, "too-large", f"over {LARGEST:,} bytes in {names[field]}")
    stated = {name: as_text(record[names[name]]) for name in STATED if name in names}
    return Page(
        page_id,
        source,
        content,
        url=as_text(record[names["url"]]) or None if "url" in names else None,
        format=reading.format,
        stated={name: value for name, value in stated.items() if value},
    )


def unread(page_id: str, source: str, reason: Reason, detail: str) -> Page:
    """A page that could not be read."""
    return Page(page_id, source, unread=Rejection(reason, detail))


def damaged(source: str, record: int | str, what: str, error: Exception) -> Page:
    """The place of a container from which nothing could be read.

    record: the number or name of the record there; 0 where nothing at all could be read, which a later
    run tries again. what: the kind of record, and where.
    """
    page_id = f"{source}#{record}" if record else source
    return unread(page_id, source, "unreadable", f"{what}: {reason_of(error)}; what could be read of the file was")


def reason_of(error: Exception) -> str:
    """What an error says, without the path that it is about."""
    return str(getattr(error, "strerror", None) or error)


@cache
def find_columns(names: tuple[str, ...], reading: Reading) -> dict[str, str]:
    """Field -> name of its column, by what the user says or by what such columns are called."""
    folded = {_JOINS.sub("", name).casefold(): name for name in reversed(names)}
    found = {
        field: next((folded[key] for key in known if key in folded), "") for field, known in _conventions().items()
    }
    found |= dict(reading.columns)
    if "text" in dict(reading.columns) and "html" not in dict(reading.columns):
        found["html"] = ""
    return {field: name for field, name in found.items() if name and name in names}


@cache
def _conventions() -> dict[str, list[str]]:
    table = tomllib.loads(resources.files("flows.sources").joinpath("columns.toml").read_text(encoding="utf-8"))
    return {field: [_JOINS.sub("", name) for name in names] for field, names in table.items()}


def as_text(value: object) -> str:
    """A field as a string: dates in ISO 8601, lists joined, objects by their name, nothing for nothing."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(as_text, value)))
    if isinstance(value, dict):
        return as_text(value.get("name"))
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if value is None or isinstance(value, bool):
        return ""
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _pageless(page_id: str, source: str, record: Mapping[str, Any]) -> Page:
    listed = ", ".join(sorted(str(name) for name in record)[:20]) or "none"
    detail = f"no field holds a page (fields: {listed}); name it with --text-column or --html-column"
    return unread(page_id, source, "unreadable", detail[:500])
