"""An output read again: each page in a few facts, without its text; and the whole rows of some pages."""

import json
import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pyarrow import fs

from cleaners.doc import Cut
from flows.footers import Settings, read_footer
from flows.inputs import public
from flows.parts import TABLES, Row
from flows.places import DAMAGE, is_uri, open_store
from flows.sources.records import STATED, Reading
from flows.store import Output

FACTS = ["page_id", "source", "url", "site", "title", "language", "authors", "published", "provenance"]
FACTS += ["chars_in", "chars_out"]
BATCH = 512  # rows that are held at a time
SURE = re.compile(r"\b([01]\.\d+) sure")
# What differs from page to page in a reason: words that it quotes, addresses, numbers.
VARIABLE = (("“.*”", "“…”"), (r"https?://\S+", "an address"), (r"\d+", "N"))


class ReviewError(Exception):
    """An output that cannot be read or a site that cannot be written; the message says why and what to do."""


@dataclass(frozen=True)
class Removal:
    """What one cleaner cut from a page for one kind of reason: how many cuts, of how many characters."""

    cleaner: str
    reason: str
    cuts: int
    chars: int


@dataclass(frozen=True)
class Outcome:
    """What one page became, in a few facts.

    part: the shard that holds its rows. provenance: see the output's columns. rejection, detail: "" for an
    article. removals: what was cut, by cleaner and kind of reason.
    """

    page_id: str
    source: str
    part: str
    url: str = ""
    site: str = ""
    title: str = ""
    language: str = ""
    authors: bool = False
    published: str = ""
    provenance: dict[str, str] = field(default_factory=dict)
    chars_in: int = 0
    chars_out: int = 0
    rejection: str = ""
    detail: str = ""
    removals: tuple[Removal, ...] = ()

    @property
    def share_cut(self) -> float:
        """The share of its characters that is gone; 0 for a rejected page, of which nothing was counted."""
        return 1 - self.chars_out / self.chars_in if self.chars_in else 0.0

    @property
    def sure(self) -> float | None:
        """How sure the door was of the article, where it says so."""
        found = SURE.search(self.provenance.get("text", ""))
        return float(found.group(1)) if found else None


def open_existing(name: str) -> Output:
    """The output of that name, to be read; raises ReviewError where there is none."""
    try:
        store, root = open_store(name) if is_uri(name) else (fs.LocalFileSystem(), os.path.abspath(name))
        output = Output(store, root, public(name))
        parts = output.parts()
    except (OSError, ValueError) as error:
        raise ReviewError(f"cannot read {public(name)}: {error}") from error
    if not parts:
        raise ReviewError(
            f"{public(name)} holds no output of pagewash: no parts in articles/, cuts/ or rejects/; "
            "name the folder that `pagewash clean` wrote to"
        )
    return output


def outcomes(output: Output) -> Iterator[Outcome]:
    """What became of each page, part by part; raises ReviewError for a part that cannot be read."""
    for part in sorted(output.parts()):
        with _reading(output, part):
            removals = _removals(_table(output, "cuts", part, ["page_id", "text", "cleaner", "reason"]))
            for row in _table(output, "articles", part, FACTS).to_pylist():
                yield _article(part, row, removals)
            for row in _table(output, "rejects", part, ["page_id", "source", "reason", "detail"]).to_pylist():
                yield Outcome(row["page_id"], row["source"], part, rejection=row["reason"], detail=row["detail"])


def scan(output: Output, columns: Collection[str]) -> Iterator[Row]:
    """The rows of articles/ and rejects/ with page_id and those of the columns that they have, some at a time."""
    for part in sorted(output.parts()):
        with _reading(output, part):
            for table in ("articles", "rejects"):
                names = [name for name in TABLES[table].names if name in columns or name == "page_id"]
                with output.open(table, part) as stream:
                    for batch in pq.ParquetFile(stream).iter_batches(BATCH, columns=names):
                        yield from batch.to_pylist()


@dataclass(frozen=True)
class Rows:
    """The rows of a page: of articles/ or of rejects/, and its cuts in their order."""

    row: Row
    cuts: tuple[Cut, ...]


def rows_of(output: Output, part: str, pages: Collection[str]) -> dict[str, Rows]:
    """The rows of some pages of a part; raises ReviewError where it cannot be read, or has them no more."""
    with _reading(output, part):
        found: dict[str, list[Row]] = {table: [] for table in TABLES}
        wanted = pc.field("page_id").isin(list(pages))
        for table, schema in TABLES.items():
            found[table] = _table(output, table, part, schema.names, wanted).to_pylist()
    cuts = defaultdict(list)
    for cut in found["cuts"]:
        page_id = cut.pop("page_id")
        cuts[page_id].append(Cut(**cut))
    rows = {row["page_id"]: Rows(row, tuple(cuts[row["page_id"]])) for row in found["articles"] + found["rejects"]}
    if not rows.keys() >= set(pages):
        raise ReviewError(
            f"{output.shown} has changed while it was read; wait until the run that writes to it has ended"
        )
    return rows


def settings_of(output: Output, part: str) -> Settings:
    """How a part's pages were read, by its footer."""
    try:
        options: dict[str, Any] = json.loads(read_footer(output, "articles", part).get("options", "{}"))
    except ValueError:
        options = {}
    columns = tuple((field, options[field]) for field in ("text", "html", "url", *STATED) if field in options)
    return Settings(options.get("comments", "auto"), Reading(options.get("format", "auto"), columns))


@contextmanager
def _reading(output: Output, part: str) -> Iterator[None]:
    try:
        yield
    except (*DAMAGE, pa.ArrowException, KeyError) as error:
        raise ReviewError(
            f"cannot read part {part} of {output.shown}: {error}; run `pagewash clean` again, which mends it"
        ) from error


def _table(output: Output, table: str, part: str, columns: list[str], wanted: pc.Expression | None = None) -> pa.Table:
    with output.open(table, part) as stream:
        return pq.read_table(stream, columns=columns, filters=wanted)


def _removals(cuts: pa.Table) -> dict[str, tuple[Removal, ...]]:
    """By page, what each cleaner cut and why, reasons without what differs from page to page."""
    reason = cuts["reason"]
    for variable, constant in VARIABLE:
        reason = pc.replace_substring_regex(reason, variable, constant)
    counted = pa.table(
        {
            "page_id": cuts["page_id"],
            "cleaner": cuts["cleaner"],
            "reason": reason,
            "chars": pc.utf8_length(cuts["text"]),
        }
    )
    grouped = counted.group_by(["page_id", "cleaner", "reason"], use_threads=False)
    found = defaultdict(list)
    for row in grouped.aggregate([("chars", "count"), ("chars", "sum")]).to_pylist():
        removal = Removal(row["cleaner"], row["reason"], row["chars_count"], row["chars_sum"])
        found[row["page_id"]].append(removal)
    return {page_id: tuple(removals) for page_id, removals in found.items()}


def _article(part: str, row: Row, removals: dict[str, tuple[Removal, ...]]) -> Outcome:
    known = {name: row[name] or "" for name in ("url", "site", "title", "language", "published")}
    return Outcome(
        row["page_id"],
        row["source"],
        part,
        **known,
        authors=bool(row["authors"]),
        provenance=dict(row["provenance"]),
        chars_in=row["chars_in"],
        chars_out=row["chars_out"],
        removals=removals.get(row["page_id"], ()),
    )
