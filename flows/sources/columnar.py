"""Parquet and Arrow files: a record a row, called by its number."""

from collections import Counter
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from cleaners.page import Page
from flows.places import File
from flows.sources.records import Reading, damaged, find_columns, page_of

ROWS = 64  # of a batch: a page may have a megabyte
MAGIC = b"ARROW1"


def parquet(file: File, reading: Reading, passed: Counter[str]) -> Iterator[Page]:
    """The pages of a Parquet file; of a damaged row group, those before the damage."""
    at = 0
    try:
        with file.open() as stream, pq.ParquetFile(stream) as table:
            columns = list(find_columns(tuple(table.schema_arrow.names), reading).values()) or None
            for group in range(table.num_row_groups):
                at = sum(table.metadata.row_group(i).num_rows for i in range(group))
                try:
                    for batch in table.iter_batches(ROWS, row_groups=[group], columns=columns):
                        yield from _pages(batch, at, file.source, reading)
                        at += batch.num_rows
                except (OSError, pa.ArrowException) as error:
                    yield damaged(file.source, at + 1, f"row group {group} from row {at + 1}", error)
    except (OSError, pa.ArrowException) as error:
        yield damaged(file.source, at and at + 1, "Parquet", error)


def arrow(file: File, reading: Reading, passed: Counter[str]) -> Iterator[Page]:
    """The pages of an Arrow file, of the file format (Feather) or the stream format."""
    at = 0
    try:
        with file.open() as stream:
            is_file = stream.read(len(MAGIC)) == MAGIC
            stream.seek(0)
            for batch in _file_batches(stream) if is_file else pa.ipc.open_stream(stream):
                for start in range(0, batch.num_rows, ROWS):
                    yield from _pages(batch.slice(start, ROWS), at + start, file.source, reading)
                at += batch.num_rows
    except (OSError, pa.ArrowException) as error:
        yield damaged(file.source, at and at + 1, f"Arrow, row {at + 1}", error)


def _file_batches(stream: object) -> Iterator[pa.RecordBatch]:
    table = pa.ipc.open_file(stream)
    for number in range(table.num_record_batches):
        yield table.get_batch(number)


def _pages(batch: pa.RecordBatch, at: int, source: str, reading: Reading) -> Iterator[Page]:
    for number, record in enumerate(batch.to_pylist(), at + 1):
        yield page_of(record, f"{source}#{number}", source, reading)
