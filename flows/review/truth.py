"""A page's truth as pagewash sees it today, in the form of the seeds, for a person to correct; see docs/seeds.md."""

import base64
import gzip
import hashlib
import re
from collections.abc import Sequence
from typing import Any

from cleaners.decode import decode
from cleaners.doc import Doc, Metadata
from cleaners.page import Page, clean_page
from flows.review.lines import Line

Case = dict[str, Any]
"""A page with its truth: "form" (text or html), "truth" (its entry in truth.json), "page" (its text, or its
bytes as base64 of gzip)."""

LABELS = {
    "titles": "title",
    "digests": "summary",
    "labels": "meta",
    "attributions": "meta",
    "bylines": "meta",
    "listings": "meta",
    "sites": "meta",
    "captions": "caption",
}
FURNITURE = "boiler"
METADATA = {
    "title": "title",
    "authors": "authors",
    "translators": "translators",
    "date_published": "published",
    "original_title": "original_title",
    "source_site": "site",
    "language": "language",
}
LONGEST = 40  # characters of a seed's own name
_NAME = re.compile(r"[^a-z0-9]+")


def case_of(page: Page, doc: Doc, lines: Sequence[Line]) -> Case | None:
    """The case that a page would be if all that was done to it were right; None for one that can be no seed.

    A seed is the page's bytes alone: one of HTML that what came along with it (address, charset, the
    source's columns) made another page of cannot be one.
    """
    if doc.metadata.provenance.get("text", "").startswith("flattened"):
        return None
    if any(line.number is None for line in lines):
        return _html_case(page, doc, lines) if _stands_alone(page, doc) else None
    return _text_case(page, doc, lines)


def _stands_alone(page: Page, doc: Doc) -> bool:
    if not (page.url or page.charset or page.stated):
        return True
    alone = clean_page(Page(page.page_id, page.source, page.content))
    return [b.text for b in alone.blocks] == [b.text for b in doc.blocks]


def _text_case(page: Page, doc: Doc, lines: Sequence[Line]) -> Case:
    text = decode(page.content, page.charset).text.replace("\r\n", "\n").replace("\r", "\n")
    labels: dict[int, str] = {}
    left: dict[int, str] = {}
    for line in lines:
        number = line.number or 0
        labels[number] = "body" if line.kept else labels.get(number, LABELS.get(line.cleaner, FURNITURE))
        if line.kept:
            left[number] = left.get(number, "") + line.bullet + line.mended
    raw = text.split("\n")
    truth = _head(page, text.encode("utf-8", "replace"), "reported/", ".txt") | {
        "lines": [[number, label] for number, label in sorted(labels.items())],
        "metadata": _metadata(doc.metadata),
        "notes": {"metadata": "as pagewash read it, not checked"},
        "clean": {str(number): mended for number, mended in left.items() if mended != raw[number - 1].strip()},
    }
    return {"form": "text", "truth": truth | _rejection(doc), "page": text}


def _html_case(page: Page, doc: Doc, lines: Sequence[Line]) -> Case:
    text = [] if doc.rejection else [line.mended for line in lines if line.kept]
    truth = _head(page, page.content, "", ".html") | {"held_out": False, "metadata": {}, "text": text, "out": []}
    packed = base64.b64encode(gzip.compress(page.content, mtime=0)).decode()
    return {"form": "html", "truth": truth | _rejection(doc), "page": packed}


def _head(page: Page, content: bytes, folder: str, ending: str) -> dict[str, Any]:
    digest = hashlib.sha256(content).hexdigest()
    base = page.page_id.rpartition("/")[2].partition(".")[0].casefold()
    name = f"reported_{_NAME.sub('_', base).strip('_')[:LONGEST] or 'page'}_{digest[:8]}"
    return {"id": name, "file": f"{folder}{name}{ending}", "sha256": digest}


def _metadata(known: Metadata) -> dict[str, Any]:
    values = {name: getattr(known, field) for name, field in METADATA.items()}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _rejection(doc: Doc) -> dict[str, str]:
    return {"rejection": doc.rejection.reason} if doc.rejection else {}
