"""CSV and TSV with a line of names: a record a row, called by its number below the names."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from cleaners.decode import Undecodable, decode
from cleaners.encodings import MARKS
from cleaners.page import Page
from flows.places import DAMAGE, File
from flows.sources.records import LARGEST, Reading, damaged, page_of, unread

HEAD = 1 << 16  # bytes by which the encoding and the delimiter are known


def pages(file: File, reading: Reading, passed: Counter[str]) -> Iterator[Page]:
    """The pages of a CSV file in any encoding, compressed or not."""
    csv.field_size_limit(LARGEST)
    number = 0
    try:
        with file.open_plain() as stream:
            buffered = io.BufferedReader(stream, HEAD)  # type: ignore[type-var]
            head = buffered.peek(HEAD)
            text = io.TextIOWrapper(buffered, _encoding(head), errors="replace", newline="")
            rows = csv.DictReader(text, delimiter=_delimiter(head))
            while True:
                number += 1
                try:
                    row = next(rows, None)
                except csv.Error as error:
                    if "field limit" in str(error):
                        yield unread(
                            f"{file.source}#{number}", file.source, "too-large", f"over {LARGEST:,} characters"
                        )
                        continue
                    yield damaged(file.source, number, f"row {number}", error)
                    continue
                if row is None:
                    return
                record = {name: value for name, value in row.items() if isinstance(name, str)}
                yield page_of(record, f"{file.source}#{number}", file.source, reading)
    except Undecodable as error:
        yield unread(file.source, file.source, error.rejection.reason, error.rejection.detail)
    except DAMAGE as error:
        yield damaged(file.source, number, f"row {number}", error)


def _encoding(head: bytes) -> str:
    """The codec of a file by its beginning, cut behind a whole line; its byte-order mark is no text."""
    codec = decode(head[: head.rfind(b"\n") + 1] or head).encoding
    if codec == "utf-8":
        return "utf-8-sig"
    return codec[:6] if head.startswith(tuple(mark for mark, _ in MARKS)) else codec


def _delimiter(head: bytes) -> str:
    """The mark that divides the line of names: a comma unless another one stands there more often."""
    names = head.partition(b"\n")[0]
    return max((",", "\t", ";"), key=lambda mark: names.count(mark.encode()))
