"""Parts: the Parquet files that a shard becomes, one in articles/, one in cuts/, one in rejects/.

A part is written under a temporary name, flushed to the disk and renamed, so that a reader of
`articles/*.parquet` finds whole files only, at every moment. Its footer names the version, the
recipe, the shard's content and the counts.
"""

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from cleaners.doc import Doc
from cleaners.page import Page

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


class OutputError(Exception):
    """An output folder that cannot be written; the message says why and what to do."""


def prepare(output: Path) -> None:
    """Make the output's folders; raises OutputError where that is not possible."""
    try:
        for table in TABLES:
            (output / table).mkdir(parents=True, exist_ok=True)
            probe = output / table / f".probe-{os.getpid()}"
            probe.touch()
            probe.unlink()
    except OSError as error:
        raise OutputError(f"cannot write to {output}: {error.strerror}; give another folder with --output") from error


def article_row(page: Page, doc: Doc) -> Row:
    """The row of articles/ for a page with an article."""
    m = doc.metadata
    text = unicodedata.normalize("NFC", doc.text)
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
        "text": text,
        "markdown": unicodedata.normalize("NFC", doc.markdown),
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
            "text": cut.text.encode("utf-8", "replace").decode(),
            "cleaner": cut.cleaner,
            "reason": cut.reason,
        }
        for cut in sorted(doc.cuts, key=lambda c: c.position)
    ]


def reject_row(page: Page, doc: Doc) -> Row:
    """The row of rejects/ for a page without an article."""
    assert doc.rejection is not None
    return {
        "page_id": page.page_id,
        "source": page.source,
        "reason": doc.rejection.reason,
        "detail": doc.rejection.detail,
        "source_sha256": page.sha256,
    }


def write_parts(output: Path, name: str, rows: Mapping[str, Sequence[Row]], fingerprint: str) -> None:
    """Write the parts of one shard, each whole or not at all."""
    footer = {
        "pagewash.version": version("pagewash"),
        "pagewash.recipe": recipe_digest(),
        "pagewash.shard": fingerprint,
        **{f"pagewash.{table}": str(len(rows[table])) for table in TABLES},
    }
    for table, schema in TABLES.items():
        content = pa.Table.from_pylist(list(rows[table]), schema=schema.with_metadata(footer))
        _write_whole(output / table / f"{name}.parquet", content)


def _write_whole(path: Path, content: pa.Table) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with open(temporary, "wb") as stream:
            pq.write_table(content, stream, compression="zstd", write_page_checksum=True)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def remove_stale(output: Path, names: Iterable[str]) -> None:
    """Remove the parts of the same inputs under another division into shards."""
    current = set(names)
    inputs = {name.rpartition("_")[0] for name in current}
    for table in TABLES:
        for path in (output / table).glob("*.parquet"):
            if path.stem.rpartition("_")[0] in inputs and path.stem not in current:
                path.unlink(missing_ok=True)


def _moment(iso: str | None) -> datetime | None:
    """The instant of an ISO date that states its offset; None for any other."""
    if not iso or "T" not in iso:
        return None
    moment = datetime.fromisoformat(iso)
    return moment if moment.tzinfo else None


def shard_fingerprint(pages: Iterable[Page]) -> str:
    """Hex digest of what a shard holds: its pages' identities and bytes."""
    digest = hashlib.sha256()
    for page in pages:
        digest.update(f"{page.page_id}\0{page.sha256}\n".encode())
    return digest.hexdigest()


@cache
def recipe_digest() -> str:
    """Hex digest of all that decides what is cut: the cleaners' code, the rules, the model."""
    digest = hashlib.sha256()
    folders = [resources.files("cleaners")]
    while folders:
        for item in sorted(folders.pop().iterdir(), key=lambda f: f.name):
            if item.is_dir() and item.name != "__pycache__":
                folders.append(item)
            elif item.name.endswith((".py", ".toml", ".npz")):
                digest.update(item.name.encode() + b"\0" + item.read_bytes())
    return digest.hexdigest()
