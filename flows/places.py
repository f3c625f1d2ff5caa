"""Where files lie: on this machine or in an object store, behind one kind of file system (pyarrow.fs)."""

import copy
import errno
import gzip
import io
import os
import stat
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

import pyarrow as pa
from pyarrow import fs

BUFFER = 1 << 20  # bytes that are asked for at a time: an object store answers each question late
STEP = 1 << 14  # bytes decompressed at a time: what is lost ahead of damage is less than that
COMPRESSED = frozenset({".gz", ".zst"})
DAMAGE = (OSError, EOFError, zlib.error)  # what reading a file may raise


@dataclass(frozen=True, slots=True)
class File:
    """One file to be read: where it lies, its path there, its name in the output ("/" between folders).

    seen: its size and time of change as a listing gave them, "" where they must be asked for.
    """

    store: fs.FileSystem
    path: str
    source: str
    seen: str = ""

    def open(self) -> BinaryIO:
        """The file's bytes, as they are; raises OSError."""
        if is_local(self.store):
            return open(self.path, "rb", opener=_open_regular)
        return io.BufferedReader(self.store.open_input_file(self.path), BUFFER)

    def open_plain(self) -> BinaryIO:
        """The file's bytes, decompressed where its ending says that they are compressed; raises any of DAMAGE."""
        ending = os.path.splitext(self.path)[1].lower()
        if ending == ".gz":
            return gzip.open(self.open(), "rb")  # type: ignore[return-value]
        if ending == ".zst":
            return io.BufferedReader(_Unpacked(self.open), STEP)
        return self.open()

    def size(self) -> int:
        """Bytes of the file as it lies there; 0 where that cannot be told."""
        try:
            return int(self.store.get_file_info(self.path).size or 0)
        except (OSError, ValueError):
            return 0

    def stamp(self) -> tuple[str, int]:
        """Size and times of the file as a word that changes when it does, and its last change (ns since 1970).

        The time of the last change of status counts as well: a file that another one replaces under
        an older time has a new one. A file that is gone has the word "".
        """
        if self.seen:
            return self.seen, int(self.seen.split()[1])
        try:
            known = os.stat(self.path)
        except OSError:
            return "", 0
        changed = max(known.st_mtime_ns, known.st_ctime_ns)
        return f"{known.st_size} {known.st_mtime_ns} {known.st_ctime_ns}", changed


class _Unpacked(io.RawIOBase):
    """What is in a file of Zstandard, up to the damage: Arrow gives nothing of a piece that it stumbles in."""

    def __init__(self, opened: Callable[[], BinaryIO]) -> None:
        self._opened = opened
        self._at = 0
        self._piece = STEP
        self._stream = self._start()

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer, or a part of it; returns of how many bytes. Raises OSError."""
        try:
            found = self._stream.read(min(len(buffer), self._piece))
        except OSError:
            if self._piece == 1:
                raise
            self._piece, self._stream = 1, self._start()  # once more, byte by byte
            found = self._stream.read(1)
        buffer[: len(found)] = found
        self._at += len(found)
        return len(found)

    def _start(self) -> pa.NativeFile:
        """The stream, where it was left off."""
        stream = pa.CompressedInputStream(pa.PythonFile(self._opened(), "r"), "zstd")
        for at in range(0, self._at, STEP):
            stream.read(min(STEP, self._at - at))
        return stream


def _open_regular(path: str, flags: int) -> int:
    """Open a file, never waiting for the other end of a pipe that has taken its place since it was listed."""
    number = os.open(path, flags | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(errno.EINVAL, "this is no regular file")
    return number


def is_local(store: fs.FileSystem) -> bool:
    """True for the file system of this machine."""
    return isinstance(store, fs.LocalFileSystem)


def is_uri(name: str) -> bool:
    """True for s3://…, gs://… and their kin; a path of this machine has no such start."""
    return "://" in name


def open_store(uri: str) -> tuple[fs.FileSystem, str]:
    """The file system of a URI, and the path in it; raises OSError or ValueError.

    Keys come from where the store's own tools find them (environment, profile, role). An own
    server is named by AWS_ENDPOINT_URL, or in the URI: s3://bucket/path?endpoint_override=HOST:PORT&scheme=http.
    """
    store, path = fs.FileSystem.from_uri(uri)
    # A copy tries a request three times, as AWS's own clients do, where one that hangs is given up after 3 s each time;
    # what a URI makes tries thirty-one times, which lets a store that hangs hold each request up for 100 s.
    return copy.copy(store), path.rstrip("/")


def listing(store: fs.FileSystem, folder: str) -> Iterator[fs.FileInfo]:
    """All files below a folder of an object store, in order of name."""
    found = store.get_file_info(fs.FileSelector(folder, allow_not_found=True))
    for info in sorted(found, key=lambda i: i.path):
        if info.type == fs.FileType.Directory:
            yield from listing(store, info.path)
        else:
            yield info
