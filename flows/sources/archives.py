"""Zip and tar archives of pages, each page called by its name within.

Nothing is unpacked to the disk, so no name within an archive decides a path.
"""

import lzma
import struct
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from typing import IO

from cleaners.page import Page
from flows.names import kind, seen
from flows.places import DAMAGE, File
from flows.sources.records import LARGEST, Reading, damaged, unread
from flows.sources.single import PAGES, kind_of, page_from

ENDS = 20  # times that tarfile asks for more at the end of a sound archive, at most; it does so twice
ERRORS = (
    *DAMAGE,
    *(ValueError, RuntimeError, NotImplementedError, IndexError, KeyError, struct.error),
    *(zipfile.BadZipFile, tarfile.TarError, lzma.LZMAError),
    TypeError,  # tarfile's, where a gzip header breaks off
)


def zipped(file: File, reading: Reading, passed: Counter[str]) -> Iterator[Page]:
    """The pages of a zip archive."""
    names: Counter[str] = Counter()
    try:
        with file.open() as stream, zipfile.ZipFile(stream) as archive:
            for member in archive.infolist():
                if _is_page(member.filename, not member.filename.endswith("/"), passed):
                    page_id = _page_id(file, member.filename, names)
                    yield _member(page_id, file, member.filename, lambda m=member: archive.open(m), reading)  # type: ignore[misc]
    except ERRORS as error:
        yield damaged(file.source, 0, "zip archive", error)


def tarred(file: File, reading: Reading, passed: Counter[str]) -> Iterator[Page]:
    """The pages of a tar archive, compressed or not; links and devices in it are passed by."""

    class Header(_Header):
        """Those of this archive: what is lost is counted by the class."""

        lost = 0

    names: Counter[str] = Counter()
    count = lost = 0
    try:
        with (
            file.open_plain() as stream,
            tarfile.open(fileobj=_Ending(stream), mode="r|*", tarinfo=Header, ignore_zeros=True) as archive,  # type: ignore[call-overload]
        ):
            for member in archive:
                count += 1
                if Header.lost > lost:
                    yield _lost(file.source, count, Header.lost - lost)
                    lost = Header.lost
                if _is_page(member.name, member.isfile(), passed):
                    page_id = _page_id(file, member.name, names)
                    yield _member(page_id, file, member.name, lambda m=member: archive.extractfile(m), reading)  # type: ignore[misc]
                archive.members = []  # it would remember all of them
            if Header.lost > lost:
                yield _lost(file.source, count + 1, Header.lost - lost)
    except ERRORS as error:
        yield damaged(file.source, count and count + 1, f"tar archive, member {count + 1}", error)


class _Ending:
    """A stream that says when it has ended: tarfile would skip what a lying header announces, block by block."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._ends = 0

    def read(self, size: int) -> bytes:
        """The next bytes; raises EOFError where the end was met time and again."""
        found = self._stream.read(size)
        self._ends += not found
        if self._ends > ENDS:
            raise EOFError("the archive breaks off")
        return found


class _Header(tarfile.TarInfo):
    """A member's header, which counts blocks that are none: tarfile would take the first one for the end."""

    lost = 0

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_Header":
        """The header in a block; raises tarfile.HeaderError."""
        try:
            return super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError:
            cls.lost += len(buf) > 0 and any(buf)
            raise


def _lost(source: str, count: int, blocks: int) -> Page:
    size = blocks * tarfile.BLOCKSIZE
    return unread(
        f"{source}#{count}", source, "unreadable", f"tar archive, before member {count}: {size:,} bytes are no member"
    )


def _is_page(name: str, is_file: bool, passed: Counter[str]) -> bool:
    """True for a member that is a page by its ending; others are counted, folders are not."""
    base = name.replace("\\", "/").rpartition("/")[2]
    if not base or base.startswith(".") or "__MACOSX/" in name:
        return False
    if is_file and kind_of(base) in PAGES:
        return True
    if is_file:
        passed[f"in archives {kind(kind_of(base)) or 'no ending'}"] += 1
    return False


def _page_id(file: File, name: str, names: Counter[str]) -> str:
    """The member's identity; the second one of the same name has a number behind it."""
    plain = seen(name)
    names[plain] += 1
    return f"{file.source}#{plain}" + (f"#{names[plain]}" if names[plain] > 1 else "")


def _member(page_id: str, file: File, name: str, opened: Callable[[], IO[bytes] | None], reading: Reading) -> Page:
    try:
        stream = opened()
        if stream is None:
            return unread(page_id, file.source, "unreadable", "the archive says that it is no file")
        with stream:
            content = stream.read(LARGEST + 1)
    except ERRORS as error:
        return damaged(file.source, page_id[len(file.source) + 1 :], "member of the archive", error)
    return page_from(content, page_id, file.source, kind_of(name), reading)
