"""Parquet and Arrow files: a record a row, called by its number."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from cleaners.page import Page
from flows.places import File
from flows.sources.records import Reading, damaged, find_columns, page_of

ROWS = 64  # of a batch at most,
BATCH = 16_000_000  # and bytes, as far as the file says how large its rows are: a page may have megabytes
MAGIC = b"ARROW1"
CONTINUED = b"\xff\xff\xff\xff"  # what a message of the stream format begins with
ERRORS = (OSError, ValueError, KeyError, OverflowError, pa.ArrowException)


def parquet(file: File, reading: Reading, passed: Counter[str]) -> Iterator[Page]:
    """The pages of a Parquet file; of a damaged row group, those before the damage."""
    try:
        with file.open() as stream, pq.ParquetFile(stream, page_checksum_verification=True) as table:
            columns = list(find_columns(tuple(table.schema_arrow.names), reading).values()) or None
            for group in range(table.num_row_groups):
                at = sum(table.metadata.row_group(i).num_rows for i in range(group))
                rows = _rows(table, group)
                try:
                    for batch in table.iter_batches(rows, row_groups=[group], columns=columns, use_threads=False):
                        yield from _pages(batch, at, file.source, reading)
                        at += batch.num_rows
                except ERRORS as error:
                    yield damaged(file.source, at + 1, f"row group {group} from row {at + 1}", error)
    except ERRORS as error:
        yield damaged(file.source, 0, "Parquet", error)


def _rows(table: pq.ParquetFile, group: int) -> int:
    """How many rows of a row group are read at a time."""
    known = table.metadata.row_group(group)
    return int(max(1, min(ROWS, BATCH * known.num_rows // max(known.total_byte_size, 1))))


def arrow(file: File, reading: Reading, passed: Counter[str]) -> Iterator[Page]:
    """The pages of an Arrow file, of the file format (Feather) or the stream format."""
    at = 0
    try:
        with file.open() as stream:
            for batch in _batches(stream):
                batch.validate(full=True)  # offsets that lie would be followed to wherever they lead
                for start in range(0, batch.num_rows, ROWS):
                    yield from _pages(batch.slice(start, ROWS), at + start, file.source, reading)
                at += batch.num_rows
    except ERRORS as error:
        yield damaged(file.source, at and at + 1, f"Arrow, row {at + 1}", error)


def _batches(stream: BinaryIO) -> Iterator[pa.RecordBatch]:
    head = stream.read(len(MAGIC))
    stream.seek(0)
    if not head.startswith((MAGIC, CONTINUED)):
        raise ValueError("this is no Arrow file")  # its first bytes would be taken for the size of the next
    if head == MAGIC:
        table = pa.ipc.open_file(stream)
        for number in range(table.num_record_batches):
            yield table.get_batch(number)
    else:
        yield from pa.ipc.open_stream(stream)


def _pages(batch: pa.RecordBatch, at: int, source: str, reading: Reading) -> Iterator[Page]:
    columns = [_values(column) for column in batch.columns]
    for number, values in enumerate(zip(*columns, strict=True), at + 1):
        record = dict(zip(batch.schema.names, values, strict=True))
        yield page_of(record, f"{source}#{number}", source, reading)


def _values(column: pa.Array) -> list[Any]:
    """The values of a column: text as its bytes, as it need not be UTF-8; None for what Python has no value for."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        column = column.cast(pa.large_binary() if pa.types.is_large_string(column.type) else pa.binary())
    try:
        return list(column.to_pylist())
    except (ValueError, OverflowError, pa.ArrowException):
        return [_value(value) for value in column]


def _value(value: pa.Scalar) -> Any:
    try:
        return value.as_py()
    except (ValueError, OverflowError, pa.ArrowException):
        return None
