"""JSON Lines: a record a line, called by the line's number."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from cleaners.page import Page
from flows.places import DAMAGE, File
from flows.sources.records import LARGEST, Reading, damaged, page_of, unread

LONGEST = 4 * LARGEST  # bytes of a line: JSON may write a character in six


def pages(file: File, reading: Reading, passed: Counter[str]) -> Iterator[Page]:
    """The pages of a file of JSON Lines, compressed or not; blank lines are none."""
    number = 0
    try:
        with file.open_plain() as stream:
            while line := stream.readline(LONGEST + 1):
                number += 1
                if len(line) > LONGEST:
                    yield unread(
                        f"{file.source}#{number}", file.source, "too-large", f"a line of over {LONGEST:,} bytes"
                    )
                    while line and not line.endswith(b"\n"):
                        line = stream.readline(LONGEST)
                elif line.strip():
                    yield _page(line, f"{file.source}#{number}", file.source, reading)
    except DAMAGE as error:
        yield damaged(file.source, number and number + 1, f"line {number + 1}", error)


def _page(line: bytes, page_id: str, source: str, reading: Reading) -> Page:
    try:
        record: Any = json.loads(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        return unread(page_id, source, "unreadable", f"not a line of JSON: {error}")
    if not isinstance(record, dict):
        return unread(page_id, source, "unreadable", "the line is JSON but no object with named fields")
    return page_of(record, page_id, source, reading)
