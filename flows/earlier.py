"""What earlier runs left of a shard: rows that need no cleaning again, and rows whose source is gone."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from cleaners.page import Page
from flows.footers import Footer, Settings, is_same, read_footer, read_whole
from flows.parts import TABLES, PageRows, Row
from flows.places import DAMAGE
from flows.shards import Shard
from flows.store import Output

KEYS = ("page_id", "source", "source_sha256")


class Table:
    """The rows of a part, read a row group at a time; the last group read is kept."""

    def __init__(self, stream: BinaryIO) -> None:
        self._file = pq.ParquetFile(stream, page_checksum_verification=True)
        sizes = [self._file.metadata.row_group(i).num_rows for i in range(self._file.num_row_groups)]
        self._starts = [0, *accumulate(sizes)]
        self._group = -1
        self._rows: list[Row] = []

    def columns(self, names: Sequence[str]) -> list[tuple[str, ...]]:
        """Some columns of all rows."""
        read = self._file.read(columns=list(names))
        return list(zip(*(read[name].to_pylist() for name in names), strict=True))

    def row(self, number: int) -> Row:
        """One row."""
        group = bisect_right(self._starts, number) - 1
        if group != self._group:
            self._group, self._rows = group, self._file.read_row_group(group).to_pylist()
        return dict(self._rows[number - self._starts[group]])


@dataclass(frozen=True)
class Place:
    """Where an earlier row is: which part, which of its tables, which row; and what it was called."""

    part: "Part"
    table: str
    row: int
    page_id: str
    source: str


class Part:
    """The three tables of one earlier part."""

    def __init__(self, output: Output, name: str, footer: Footer) -> None:
        self.footer = footer
        self._tables = {table: Table(output.open(table, name)) for table in TABLES}
        self._cuts: dict[str, list[int]] = {}
        for number, (page_id,) in enumerate(self._tables["cuts"].columns(["page_id"])):
            span = self._cuts.setdefault(page_id, [number, number])
            span[1] = number + 1

    def places(self) -> Iterator[tuple[str, Place]]:
        """The digest of what each row was made from, and where the row is."""
        for table in ("articles", "rejects"):
            for number, (page_id, source, sha256) in enumerate(self._tables[table].columns(KEYS)):
                yield sha256, Place(self, table, number, page_id, source)

    def rows(self, place: Place, page_id: str, source: str) -> PageRows:
        """The rows of a page, under the name that it has today."""
        name = {"page_id": page_id, "source": source}
        row = self._tables[place.table].row(place.row) | name
        first, last = self._cuts.get(place.page_id, (0, 0))
        cuts = tuple(self._tables["cuts"].row(number) | {"page_id": page_id} for number in range(first, last))
        found = PageRows(page_id, source, row["source_sha256"], None, None, cuts)
        return replace(found, article=row) if place.table == "articles" else replace(found, reject=row)


class Earlier:
    """The rows that earlier runs left of a shard, under its name or that of a group that was split since.

    footer: that of the shard's own parts, empty where they are not whole. taken: how many pages were taken
    over; recipes: version and recipe of those.
    """

    def __init__(self, output: Output, shard: Shard, names: frozenset[str]) -> None:
        stem = shard.name.removesuffix(shard.bits)
        candidates = [stem + shard.bits[:end] for end in range(len(shard.bits) + 1)]
        self.footer = read_whole(output, shard.name) if shard.name in names else {}
        self._shard = shard
        self._output = output
        self._names = [name for name in candidates if name in names]
        self._by_digest: dict[str, Place] = {}
        self._gone: dict[str, Place] = {}
        self.recipes: set[tuple[str, str]] = set()
        self.taken = 0

    def load(self, settings: Settings, keep_older: bool) -> None:
        """Make ready to take rows over: such as today's settings would make again."""
        for name in self._names:
            footer = read_whole(self._output, name)
            table_footer = footer or read_footer(self._output, "articles", name)
            if table_footer.get("schema") != settings.footer()["schema"]:
                continue
            try:
                part = Part(self._output, name, table_footer)
            except (*DAMAGE, pa.ArrowException):
                continue
            same = bool(footer) and is_same(footer, settings, keep_older)
            for digest, place in part.places():
                self._gone[place.page_id] = place
                if same:
                    self._by_digest.setdefault(digest, place)

    def take(self, page: Page) -> PageRows | None:
        """The rows of a page that has not changed; None where it must be cleaned."""
        place = None if page.unread or not page.content else self._by_digest.get(page.sha256)
        if place is None:
            return None
        try:
            rows = place.part.rows(place, page.page_id, page.source)
        except (*DAMAGE, pa.ArrowException):
            return None  # the row is damaged: it is made again
        self.taken += 1
        self.recipes.add((place.part.footer["version"], place.part.footer["recipe"]))
        return rows

    def gone(self) -> Iterator[PageRows]:
        """The rows of pages whose file is no longer among the sources; a container that is read again has none."""
        if self._shard.is_range:
            return
        seen = {file.source for file in self._shard.files}
        prefix = self._shard.one.prefix
        for page_id, place in self._gone.items():
            start = place.part.footer.get("prefix", "")
            source = prefix + place.source.removeprefix(start)
            if source not in seen and self._shard.covers(source):
                yield place.part.rows(place, prefix + page_id.removeprefix(start), source)
