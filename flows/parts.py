"""Parts, row by row: the tables' schemas, and the rows that a page becomes."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa

from cleaners.doc import Comments, Doc, Rejection
from cleaners.page import Page, clean_page

# Control characters but for the line end, and those that turn the direction of all text behind them; no characters.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_TEXTS = pa.list_(pa.string())
_MOMENT = pa.timestamp("us", tz="UTC")

ARTICLES = pa.schema(
    [
        pa.field("page_id", pa.string(), nullable=False),
        pa.field("source", pa.string(), nullable=False),
        ("url", pa.string()),
        ("site", pa.string()),
        ("title", pa.string()),
        ("original_title", pa.string()),
        pa.field("authors", _TEXTS, nullable=False),
        pa.field("translators", _TEXTS, nullable=False),
        ("published", pa.string()),
        ("modified", pa.string()),
        ("published_at", _MOMENT),
        ("modified_at", _MOMENT),
        ("language", pa.string()),
        ("summary", pa.string()),
        pa.field("tags", _TEXTS, nullable=False),
        pa.field("captions", _TEXTS, nullable=False),
        pa.field("text", pa.string(), nullable=False),
        pa.field("markdown", pa.string(), nullable=False),
        pa.field("provenance", pa.map_(pa.string(), pa.string()), nullable=False),
        pa.field("chars_in", pa.int64(), nullable=False),
        pa.field("chars_out", pa.int64(), nullable=False),
        pa.field("source_sha256", pa.string(), nullable=False),
    ]
)
CUTS = pa.schema(
    [
        pa.field("page_id", pa.string(), nullable=False),
        pa.field("position", pa.int32(), nullable=False),
        ("line", pa.int32()),
        pa.field("text", pa.string(), nullable=False),
        pa.field("cleaner", pa.string(), nullable=False),
        pa.field("reason", pa.string(), nullable=False),
    ]
)
REJECTS = pa.schema(
    [
        pa.field("page_id", pa.string(), nullable=False),
        pa.field("source", pa.string(), nullable=False),
        pa.field("reason", pa.string(), nullable=False),
        pa.field("detail", pa.string(), nullable=False),
        pa.field("source_sha256", pa.string(), nullable=False),
    ]
)
TABLES: Mapping[str, pa.Schema] = {"articles": ARTICLES, "cuts": CUTS, "rejects": REJECTS}

Row = dict[str, Any]


@dataclass(frozen=True)
class PageRows:
    """What one page becomes: a row of articles/ and its cuts, or a row of rejects/."""

    page_id: str
    source: str
    sha256: str
    article: Row | None
    reject: Row | None
    cuts: tuple[Row, ...] = ()


def clean_to_rows(page: Page, comments: Comments) -> PageRows:
    """Clean one page. comments: see cleaners.from_html."""
    doc = clean_page(page, comments)
    if doc.rejection:
        return rejected(page, doc.rejection)
    cuts = tuple(cut_rows(page, doc))
    return PageRows(page.page_id, page.source, page.sha256, article_row(page, doc), None, cuts)


def rejected(page: Page, why: Rejection) -> PageRows:
    """What a page becomes that holds no article."""
    return PageRows(page.page_id, page.source, page.sha256, None, reject_row(page, why))


def article_row(page: Page, doc: Doc) -> Row:
    """The row of articles/ for a page with an article."""
    m = doc.metadata.map(lambda text: tidy(text.replace("\t", " ")))
    return {
        "page_id": page.page_id,
        "source": page.source,
        "url": m.url,
        "site": m.site,
        "title": m.title,
        "original_title": m.original_title,
        "authors": list(m.authors),
        "translators": list(m.translators),
        "published": m.published,
        "modified": m.modified,
        "published_at": _moment(m.published),
        "modified_at": _moment(m.modified),
        "language": m.language,
        "summary": m.summary,
        "tags": list(m.tags),
        "captions": list(m.captions),
        "text": unicodedata.normalize("NFC", tidy(doc.text)),
        "markdown": unicodedata.normalize("NFC", tidy(doc.markdown)),
        "provenance": sorted(m.provenance.items()),
        "chars_in": doc.chars_in,
        "chars_out": sum(len(b.text) for b in doc.blocks),
        "source_sha256": page.sha256,
    }


def cut_rows(page: Page, doc: Doc) -> list[Row]:
    """The rows of cuts/ for a page, in the page's order."""
    return [
        {
            "page_id": page.page_id,
            "position": cut.position,
            "line": cut.line,
            "text": tidy(cut.text),
            "cleaner": cut.cleaner,
            "reason": tidy(cut.reason),
        }
        for cut in sorted(doc.cuts, key=lambda c: c.position)
    ]


def reject_row(page: Page, why: Rejection) -> Row:
    """The row of rejects/ for a page without an article."""
    return {
        "page_id": page.page_id,
        "source": page.source,
        "reason": why.reason,
        "detail": tidy(why.detail),
        "source_sha256": page.sha256,
    }


def tidy(text: str) -> str:
    """Text without what no reader sees and no Parquet file takes: control characters, halves of surrogates."""
    return _UNSEEN.sub("", text.encode("utf-8", "replace").decode())


def _moment(iso: str | None) -> datetime | None:
    """The instant of an ISO date that states its offset; None for any other."""
    if not iso or "T" not in iso:
        return None
    try:
        moment = datetime.fromisoformat(iso)
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):  # out of the calendar that instants are counted in
        return None
