"""WARC and WET: HTML responses, and text that a crawler has taken out, called by the record's number."""

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from cleaners.page import Page
from flows.names import kind
from flows.places import File
from flows.sources.answers import Answer, read_answer
from flows.sources.records import LARGEST, Reading, damaged, unread

HTML = frozenset({"text/html", "application/xhtml+xml", ""})
SLACK = 1 << 20  # bytes of headers that a record may have beside its page
CHUNK = 1 << 22  # bytes in which the next record is looked for behind damage
_START = re.compile(rb"WARC/1\.[01]\r?\n|\x1f\x8b\x08[\x00\x04\x08]")
_TYPES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion


def pages(file: File, reading: Reading, passed: Counter[str]) -> Iterator[Page]:
    """The pages of a WARC file, its members compressed or not; what is no page is passed by and counted."""
    number = 0
    try:
        with file.open() as stream:
            at: int | None = 0
            while at is not None:
                begun = last = at
                try:
                    stream.seek(begun)
                    for record in ArchiveIterator(stream, parse_http=False):
                        number += 1
                        last = begun + record.stream_pos
                        if "Content-Length" not in record.headers:  # the iterator would take it for the end
                            raise EOFError("a record without a length, or with lines that do not end in CRLF")
                        yield from _page(record, f"{file.source}#{number}", file.source, reading, passed)
                    _check_end(stream, last)
                    return
                except (OSError, EOFError, zlib.error) as error:
                    if last > begun or begun == 0:  # else it is the same damage still
                        number += 1
                        where = f"WARC record {number}, behind the one at byte {last}"
                        yield damaged(file.source, number, where, error)
                at = _next_start(stream, last + 1)
    except OSError as error:
        yield damaged(file.source, number and number + 1, f"WARC record {number + 1}", error)


def _page(record: WarcRecord, page_id: str, source: str, reading: Reading, passed: Counter[str]) -> Iterator[Page]:
    """The page of a record, if it holds one."""
    if not record.record_type & _TYPES:
        return
    size = record.content_length
    if size > LARGEST + SLACK:
        yield unread(page_id, source, "too-large", f"a record of {size:,} bytes")
        return
    record.freeze()
    if record.content_length < size:
        lost = f"the record ends after {record.content_length:,} of {size:,} bytes"
        yield unread(page_id, source, "unreadable", lost)
    else:
        yield from _content(record, page_id, source, reading, passed)


def _content(record: WarcRecord, page_id: str, source: str, reading: Reading, passed: Counter[str]) -> Iterator[Page]:
    raw = record.reader.read()
    media = (record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    answer = Answer(200, {"content-type": media}, raw)
    if record.record_type != WarcRecordType.conversion and (media == "application/http" or raw.startswith(b"HTTP/")):
        try:
            answer = read_answer(raw)
        except ValueError as error:
            yield damaged(source, page_id[len(source) + 1 :], "HTTP response", error)
            return
    if record.record_type != WarcRecordType.conversion and answer.kind not in HTML:
        passed[f"WARC {kind(answer.kind)}"] += 1
    elif not 200 <= answer.status < 300:
        yield unread(page_id, source, "error-page", f"the server answered with status {answer.status}")
    else:
        yield _made(record, answer, page_id, source, reading)


def _made(record: WarcRecord, answer: Answer, page_id: str, source: str, reading: Reading) -> Page:
    if len(answer.content) > LARGEST:
        return unread(page_id, source, "too-large", f"over {LARGEST:,} bytes")
    said = {
        "fetched": record.headers.get("WARC-Date"),
        "language": record.headers.get("WARC-Identified-Content-Language") or answer.headers.get("content-language"),
    }
    return Page(
        page_id,
        source,
        answer.content,
        url=record.headers.get("WARC-Target-URI"),
        charset=answer.charset,
        format="text" if record.record_type == WarcRecordType.conversion else reading.format,
        stated={name: value for name, value in said.items() if value},
    )


def _check_end(stream: BinaryIO, at: int) -> None:
    """Raise EOFError where the last compressed member breaks off, which the iterator takes for the end."""
    stream.seek(at)
    data = stream.read(CHUNK)
    if not data.startswith(b"\x1f\x8b"):
        return
    member = zlib.decompressobj(wbits=31)
    while data:
        member.decompress(data, CHUNK)
        if member.eof:
            data, member = member.unused_data or stream.read(CHUNK), zlib.decompressobj(wbits=31)
            continue
        data = member.unconsumed_tail or stream.read(CHUNK)
        if not data:
            raise EOFError("the file breaks off within a compressed record")


def _next_start(stream: BinaryIO, at: int) -> int | None:
    """Where the next record seems to begin, from a byte onwards; None where none does."""
    stream.seek(at)
    kept = b""
    while data := stream.read(CHUNK):
        if found := _START.search(kept + data):
            return at - len(kept) + found.start()
        at += len(data)
        kept = data[-16:]
    return None
