"""Pages without a gold text, with the article that the HTML door reads from them in its place.

What a page's structure shows, its bare lines show less well; so what the door is sure of can teach the model for
flattened lines (knowledge distillation: Hinton, Vinyals and Dean 2015).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from bench.metadata_pages import SOURCES, find_scorer, records
from cleaners.decode import decode
from cleaners.from_html import from_html
from cleaners.recipe import clean

SURE = 0.85  # F1 that the door expects of its reading, from which it is believed
LEAST = 300  # characters of an article that is worth learning

Row = dict[str, Any]


def untaught(folder: Path, known: Iterable[str]) -> Iterator[Row]:
    """The pages of the segments and of the metadata benchmark, as rows of a set; each address once.

    known: addresses of pages that have a gold text.
    """
    seen = set(known)
    find_scorer(folder / "metadata")
    found = records(folder / "metadata", sorted(SOURCES))
    rows = ({"id": r["id"], "url": r["url"], "html": html, "kind": ""} for _, r, html in found)
    for row in (*pq.read_table(folder / "segments-dev.parquet").to_pylist(), *rows):
        address = row["url"] or row["id"]
        if address not in seen:
            seen.add(address)
            yield row


def teach(row: Row) -> Row:
    """The row with what the door reads as its gold; "" where there is doubt."""
    doc = clean(from_html(decode(row["html"]).text, row["url"]))
    words = doc.metadata.provenance.get("text", "").split()
    sure = float(words[1]) if words[:1] == ["html,"] else 0.0
    believed = doc.rejection is None and sure >= SURE and len(doc.text) >= LEAST
    return row | {"gold": doc.text if believed else ""}
