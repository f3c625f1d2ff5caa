"""Sources: from the files and folders that a user names to shards of pages.

A shard is a stable group of files: which one a file falls into hangs on a hash of its name, so
that a file more or less changes one shard and leaves the others as they are.
"""

import hashlib
import os
import re
import stat
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cleaners.doc import Rejection
from cleaners.page import Page

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})
SHARD_PAGES = 512  # files that a shard holds at most, on average: about 10 s of work
LARGEST = 20_000_000  # bytes of one page; the longest real page seen was under 3 MB


class EngineError(Exception):
    """Prefect that cannot be reached or started; the message says which and what to do."""


class SourceError(Exception):
    """An input that cannot be used; the message says which, why, and what to do."""


@dataclass(frozen=True)
class File:
    """One file to be read: its path, and its name in the output ("/" between folders)."""

    path: str
    source: str


@dataclass(frozen=True)
class Shard:
    """One unit of work: its name, which its parts take over, and its files in order of name."""

    name: str
    files: tuple[File, ...]


@dataclass
class Found:
    """What the inputs hold: shards of pages, and files that are passed by, counted by suffix."""

    shards: list[Shard] = field(default_factory=list)
    passed: Counter[str] = field(default_factory=Counter)

    @property
    def pages(self) -> int:
        """How many files the shards hold."""
        return sum(len(shard.files) for shard in self.shards)


def find_shards(inputs: Sequence[str]) -> Found:
    """Group the pages of files and folders into shards; raises SourceError for a bad input.

    A folder is searched through for files with an ending of SUFFIXES; a file that is named is
    taken whatever its ending. Links to folders, pipes and devices are passed by.
    """
    found = Found()
    groups: dict[str, list[File]] = defaultdict(list)
    roots: dict[str, str] = {}
    for name in inputs:
        root = Path(name)
        label = _label(root)
        known = roots.setdefault(label, os.path.realpath(root))
        if known != os.path.realpath(root):
            raise SourceError(
                f"two inputs are both called “{label}”: {known} and {root}; "
                "clean them into two outputs, or their parent at once"
            )
        prefix = f"{root.resolve().name}/" if len(inputs) > 1 and root.is_dir() else ""
        groups[label] += _list_files(root, prefix, found.passed)
    for label, files in groups.items():
        found.shards += _into_shards(label, files)
    return found


def read_pages(shard: Shard) -> Iterator[Page]:
    """Yield the pages of a shard; a file that cannot be read is a page that says why."""
    for file in shard.files:
        yield _read(file)


def _label(root: Path) -> str:
    """A name for file names, from the input's own: letters, digits, dots and hyphens only."""
    name = root.resolve().name or "root"
    plain = re.sub(r"[^A-Za-z0-9.-]+", "-", name).strip("-.")
    return plain if plain == name else f"{plain or 'input'}-{_digest(name):08x}"


def _digest(name: str) -> int:
    return int.from_bytes(hashlib.sha256(os.fsencode(name)).digest()[:4], "big")


def _list_files(root: Path, prefix: str, passed: Counter[str]) -> list[File]:
    try:
        mode = root.stat().st_mode
    except OSError as error:
        raise SourceError(
            f"cannot read {root}: {error.strerror}; give a file or a folder of .html or .txt files"
        ) from error
    if stat.S_ISDIR(mode):
        return [File(path, prefix + _relative(path, root)) for path in _walk(str(root), passed)]
    if not stat.S_ISREG(mode):
        raise SourceError(f"{root} is neither a file nor a folder; give a file or a folder of .html or .txt files")
    return [File(str(root), root.name)]


def _relative(path: str, root: Path) -> str:
    return os.path.relpath(path, root).replace(os.sep, "/")


def _walk(folder: str, passed: Counter[str]) -> Iterator[str]:
    """Yield the text files below a folder, in order of name, without following links to folders."""
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError as error:
        passed[f"folder not readable: {error.strerror}"] += 1
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, passed)
        elif entry.is_file() and os.path.splitext(entry.name)[1].lower() in SUFFIXES:
            yield entry.path
        else:
            passed[_kind(entry)] += 1


def _kind(entry: os.DirEntry[str]) -> str:
    """What a file that is passed by is, in a word."""
    if entry.is_file():
        return os.path.splitext(entry.name)[1].lower() or "no ending"
    return "link to a folder" if entry.is_dir() else "no regular file"


def _into_shards(label: str, files: list[File]) -> list[Shard]:
    count = 1
    while count * SHARD_PAGES < len(files):
        count *= 2
    buckets: dict[int, list[File]] = defaultdict(list)
    for file in files:
        buckets[_digest(file.source) % count].append(file)
    return [
        Shard(f"{label}_{number}-of-{count}", tuple(sorted(bucket, key=lambda f: f.source)))
        for number, bucket in sorted(buckets.items())
    ]


def _read(file: File) -> Page:
    source = os.fsencode(file.source).decode("utf-8", "backslashreplace")
    if source != file.source:
        detail = "the file's name is not UTF-8; rename it, for example with convmv"
        return Page(source, source, unread=Rejection("bad-name", detail))
    try:
        with open(file.path, "rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        detail = f"{error.strerror}; see to it that the file exists and may be read"
        return Page(source, source, unread=Rejection("unreadable", detail))
    if len(content) > LARGEST:
        detail = f"over {LARGEST:,} bytes; split the file into pages"
        return Page(source, source, unread=Rejection("too-large", detail))
    return Page(source, source, content)
