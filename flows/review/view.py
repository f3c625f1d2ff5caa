"""All that is shown of one page: its lines, its metadata, its case; from the page itself or from the output alone."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

from cleaners.doc import Comments, Doc, Metadata, Rejection
from cleaners.page import Page, read_page
from cleaners.recipe import clean
from flows.parts import article_row, cut_rows
from flows.review.lines import Line, lines_of
from flows.review.rebuild import rebuild
from flows.review.tables import Rows
from flows.review.truth import Case, case_of

Way = Literal["original", "rebuilt", "inexact", "nothing"]
"""Where a view comes from: the page itself, the output alone, the output with places that are not certain, or
neither had the page's lines."""

# Rejected pages that are read again: those that the recipe rejected. Others could not be read, or not in time.
JUDGED = frozenset({"error-page", "login-wall", "consent-wall", "paywall", "listing", "no-article"})


@dataclass(frozen=True)
class View:
    """One page, to be shown. case: None where the page itself is not at hand or can be no seed."""

    page_id: str
    source: str
    way: Way
    lines: tuple[Line, ...] = ()
    metadata: Metadata = Metadata()
    rejection: Rejection | None = None
    chars_in: int = 0
    chars_out: int = 0
    case: Case | None = None


def view_of_doc(page: Page, before: Doc, after: Doc) -> View:
    """A page as it is: read by its door, and cleaned."""
    lines = lines_of(before, after)
    left = sum(len(b.text) for b in after.blocks)
    case = case_of(page, after, lines)
    shown = (lines, after.metadata, after.rejection, after.chars_in, left, case)
    return View(page.page_id, page.source, "original", *shown)


def view_of_rows(rows: Rows) -> View:
    """A page as the output has it."""
    row = rows.row
    if "text" not in row:
        rejection = Rejection(row["reason"], row["detail"])
        return View(row["page_id"], row["source"], "nothing", rejection=rejection)
    found = rebuild(row["text"], row["markdown"], rows.cuts)
    way: Way = "rebuilt" if found.exact else "inexact"
    counts = (row["chars_in"], row["chars_out"])
    return View(row["page_id"], row["source"], way, found.lines, metadata_of(row), None, *counts)


def view(rows: Rows, page: Page | None, comments: Comments) -> View:
    """A page from its source, where that still becomes what the output says; else from the output."""
    if page is None or not _can_be_read(rows, page):
        return view_of_rows(rows)
    try:
        before = read_page(page, comments)
        after = clean(before)
    except Exception:  # noqa: BLE001 - another version made these rows; this one may fail on the page
        return view_of_rows(rows)
    return view_of_doc(page, before, after) if _is_same(rows, page, after) else view_of_rows(rows)


def _can_be_read(rows: Rows, page: Page) -> bool:
    """True for an unchanged page that was an article, or was rejected once it had been read."""
    return page.sha256 == rows.row["source_sha256"] and rows.row.get("reason", "listing") in JUDGED


def _is_same(rows: Rows, page: Page, doc: Doc) -> bool:
    """True where a page, cleaned again, becomes the rows that the output has."""
    if doc.rejection:
        return rows.row.get("reason") == doc.rejection.reason
    names = ("position", "line", "text", "cleaner", "reason")
    cuts = [tuple(getattr(cut, name) for name in names) for cut in rows.cuts]
    again = [tuple(cut[name] for name in names) for cut in cut_rows(page, doc)]
    return rows.row.get("text") == article_row(page, doc)["text"] and cuts == again


def metadata_of(row: dict[str, Any]) -> Metadata:
    """The metadata in a row of articles/."""
    known: dict[str, Any] = {name: tuple(row[name]) if isinstance(row[name], list) else row[name] for name in FIELDS}
    return Metadata(**known, provenance=dict(row["provenance"]))


FIELDS = tuple(f.name for f in fields(Metadata) if f.name != "provenance")


def metadata_rows(metadata: Metadata) -> list[tuple[str, Sequence[str], str]]:
    """Field, its values, and where they were found, for the fields that have any and for what else is noted."""
    rows: list[tuple[str, Sequence[str], str]] = []
    for name in FIELDS:
        value = getattr(metadata, name)
        values = value if isinstance(value, tuple) else (value,) if value else ()
        rows.append((name, values, metadata.provenance.get(name, "")))
    others = [(name, (), where) for name, where in metadata.provenance.items() if name not in FIELDS]
    return rows + sorted(others)


def as_data(shown: View) -> dict[str, Any]:
    """A view as JSON has it, for the site."""
    return {
        "id": shown.page_id,
        "source": shown.source,
        "way": shown.way,
        "language": shown.metadata.language or "",
        "title": shown.metadata.title or "",
        "url": shown.metadata.url or "",
        "rejection": asdict(shown.rejection) if shown.rejection else None,
        "chars": [shown.chars_in, shown.chars_out],
        "metadata": metadata_rows(shown.metadata),
        "lines": [asdict(line) for line in shown.lines],
        "case": shown.case,
    }
