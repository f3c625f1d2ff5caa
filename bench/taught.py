"""Pages without a gold text, with the article that the HTML door reads from them in its place.

What a page's structure shows, its bare lines show less well; so what the door is sure of can teach the model for
flattened lines (knowledge distillation: Hinton, Vinyals and Dean 2015).
"""

import base64
import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

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
    for row in (*pq.read_table(folder / "segments-dev.parquet").to_pylist(), *_records(folder / "metadata" / "data")):
        address = row["url"] or row["id"]
        if address not in seen:
            seen.add(address)
            yield row


def _records(folder: Path) -> Iterator[Row]:
    for file in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                coded = record.get("html_b64")
                html = base64.b64decode(coded) if coded else record["html"].encode()
                yield {"id": record["id"], "url": record["url"], "html": html, "kind": ""}


def teach(row: Row) -> Row:
    """The row with what the door reads as its gold; "" where there is doubt."""
    doc = clean(from_html(decode(row["html"]).text, row["url"]))
    words = doc.metadata.provenance.get("text", "").split()
    sure = float(words[1]) if words[:1] == ["html,"] else 0.0
    believed = doc.rejection is None and sure >= SURE and len(doc.text) >= LEAST
    return row | {"gold": doc.text if believed else ""}
