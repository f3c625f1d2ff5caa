"""Writing the parts of one shard: rows in, row groups out, whole files or none.

A part is written under a temporary name, flushed to the disk and renamed, so that a reader of
`articles/*.parquet` finds whole files only, at every moment. In an object store, where nothing can
be renamed, it is written beside and sent as a whole. The three tables carry the same footer, and
articles/ comes last: a run that is killed between them leaves footers that differ.
"""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import fs

from flows.footers import Footer
from flows.parts import TABLES, PageRows, Row
from flows.store import Output

GROUP_ROWS = 16_384  # rows of a row group at most,
PIECE = 1 << 23  # bytes that are handed to an object store at a time
GROUP_CHARS = 16_000_000  # and characters, which are held in memory until then; see bench/README.md


class TableWriter:
    """One part being written: rows wait until they fill a row group."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self.path = path
        self.count = 0
        self._schema = schema
        self._rows: list[Row] = []
        self._chars = 0
        self._stream: BinaryIO = open(path, "wb")  # noqa: SIM115 - closed in finish or close
        self._writer = pq.ParquetWriter(
            self._stream,
            schema,
            compression="zstd",
            write_statistics=True,
            write_page_index=True,
            write_page_checksum=True,
            store_schema=True,
        )

    def add(self, row: Row) -> None:
        """Take one row."""
        self.count += 1
        self._rows.append(row)
        self._chars += sum(len(value) for value in row.values() if isinstance(value, str))
        if len(self._rows) >= GROUP_ROWS or self._chars >= GROUP_CHARS:
            self._flush()

    def finish(self, footer: Footer) -> None:
        """Write what waits and the footer, and see it on the disk."""
        self._flush()
        self._writer.add_key_value_metadata({f"pagewash.{key}": value for key, value in footer.items()})
        self._writer.close()
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self._stream.close()

    def close(self) -> None:
        """Give the file up, if it is not finished."""
        with suppress(OSError, pa.ArrowException):
            self._writer.close()
            self._stream.close()
        self.path.unlink(missing_ok=True)

    def _flush(self) -> None:
        if self._rows:
            table = pa.Table.from_pylist(self._rows, schema=self._schema)
            self._writer.write_table(table, row_group_size=max(1, table.num_rows))
            self._rows, self._chars = [], 0


class PartsWriter:
    """The parts of one shard being written; nothing is seen of them before commit."""

    def __init__(self, output: Output, name: str) -> None:
        self._output = output
        self._name = name
        self._beside = "" if output.local else tempfile.mkdtemp(prefix="pagewash-")
        self._tables = {table: TableWriter(self._temporary(table), schema) for table, schema in TABLES.items()}

    def __enter__(self) -> "PartsWriter":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: Any, trace: TracebackType | None) -> None:
        for table in self._tables.values():
            table.close()
        if self._beside:
            shutil.rmtree(self._beside, ignore_errors=True)

    def add(self, rows: PageRows) -> None:
        """Take what one page became."""
        for row in rows.cuts:
            self._tables["cuts"].add(row)
        if rows.article:
            self._tables["articles"].add(rows.article)
        if rows.reject:
            self._tables["rejects"].add(rows.reject)

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        return {name: table.count for name, table in self._tables.items()}

    def finish(self, footer: Footer) -> None:
        """Write all but the names."""
        for table in self._tables.values():
            table.finish(footer)

    def commit(self) -> None:
        """Let readers see the parts in the place of those before."""
        for table in ("cuts", "rejects", "articles"):
            temporary, target = self._tables[table].path, self._output.path(table, self._name)
            if self._output.local:
                os.replace(temporary, target)
                _sync_folder(os.path.dirname(target))
            else:
                _send(temporary, self._output.store, target)

    def _temporary(self, table: str) -> Path:
        if self._beside:
            return Path(self._beside, f"{table}.parquet")
        return Path(self._output.root, table, f".{self._name}.parquet.{os.getpid()}.tmp")


def _send(path: Path, store: fs.FileSystem, target: str) -> None:
    """Send a file to an object store, which shows it when all of it is there.

    Raises OSError where the store did not take it; pyarrow's own copy_files keeps that to itself.
    """
    stream = store.open_output_stream(target)
    with open(path, "rb") as source:
        shutil.copyfileobj(source, stream, PIECE)
    stream.close()


def _sync_folder(path: str) -> None:
    """See a new name on the disk."""
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
