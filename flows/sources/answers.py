"""HTTP answers as crawls keep them: status, headers, and the content without its transfer and content codings.

Crawlers often keep the headers of an answer whose codings they have undone: a coding that the content
does not have is no damage.
"""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from flows.sources.records import LARGEST

HEAD = 1 << 18  # bytes of headers at most
GZIP = b"\x1f\x8b"
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{1,3})(?!\d)")
_SIZE = re.compile(rb"[ \t]*+([0-9a-fA-F]{1,16})[ \t]*+(?:;[^\r\n]{0,200})?\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';,]{1,60})", re.I)


@dataclass(frozen=True)
class Answer:
    """status: 0 where none is stated. headers: by their names in lower case."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def kind(self) -> str:
        """The media type, in lower case; "" where none is stated."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset that the header states."""
        found = _CHARSET.search(self.headers.get("content-type", ""))
        return found[1].lower() if found else None


def read_answer(raw: bytes) -> Answer:
    """An answer, its content decoded: at most a byte more than LARGEST. Raises ValueError where it breaks off."""
    head, content = _divided(raw)
    first, *lines = head.split(b"\n")
    found = _STATUS.match(first)
    pairs = (line.decode("latin-1").partition(":") for line in lines if b":" in line)
    headers = {name.strip().lower(): value.strip() for name, _, value in reversed([*pairs])}
    if "chunked" in headers.get("transfer-encoding", "").lower():
        content = _joined(content)
    coding = headers.get("content-encoding", "").lower()
    if content.startswith(GZIP):
        content = _inflated(content, 31)
    elif "deflate" in coding and content[:1] == b"\x78":
        content = _inflated(content, 15)
    return Answer(int(found[1]) if found else 0, headers, content)


def _divided(raw: bytes) -> tuple[bytes, bytes]:
    ends = [(at, at + len(gap)) for gap in (b"\r\n\r\n", b"\n\n") if (at := raw.find(gap, 0, HEAD)) >= 0]
    if not ends:
        raise ValueError("the headers of the answer have no end")
    at, behind = min(ends)
    return raw[:at], raw[behind:]


def _joined(content: bytes) -> bytes:
    """Content that was sent in chunks; as it is, where it is in none."""
    if not _SIZE.match(content):
        return content
    chunks: list[bytes] = []
    at = 0
    while found := _SIZE.match(content, at):
        size = int(found[1], 16)
        if not size:
            return b"".join(chunks)
        at = found.end() + size
        if at > len(content):
            break
        chunks.append(content[found.end() : at])
        at += len(content[at : at + 2]) - len(content[at : at + 2].lstrip(b"\r\n"))
    raise ValueError(f"its chunks break off after {sum(map(len, chunks)):,} bytes")


def _inflated(content: bytes, bits: int) -> bytes:
    unpacked = zlib.decompressobj(bits)
    try:
        plain = unpacked.decompress(content, LARGEST + 1)
    except zlib.error as error:
        raise ValueError(f"its content is damaged: {error}") from error
    if not unpacked.eof and len(plain) <= LARGEST:
        raise ValueError(f"its compressed content breaks off after {len(plain):,} bytes")
    return plain
