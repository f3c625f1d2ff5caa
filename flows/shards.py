"""Shards: the sources of an input in units of work, each of which becomes one part of every table.

Small files are divided by a hash of their name, as a tree: a group that grows too large is split in
two by the next bit of the hash, and is never joined again. So a file more or less changes one shard.
A container is a row of shards, a fixed number of its pages each.
"""

import hashlib
import os
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from flows.inputs import Input, plain
from flows.places import File
from flows.sources.pages import is_container

SHARD_PAGES = 8192  # pages of a shard at most: some 65 MB of articles from pages of 300 kB; see bench/README.md
QUIET = 2_000_000_000  # ns for which a file has been left alone when its times can be trusted


@dataclass(frozen=True)
class Shard:
    """One unit of work: its name, which its parts take over, and its files in order of name.

    bits: what the hashes of their paths begin with, for a group of files. first, count: which records of
    a container, from 0.
    """

    name: str
    files: tuple[File, ...]
    one: Input
    bits: str = ""
    first: int = 0
    count: int = sys.maxsize

    @property
    def is_range(self) -> bool:
        """True for a part of a container, False for a group of files."""
        return self.count < sys.maxsize

    @property
    def number(self) -> int:
        """Which part of its container it is, from 0."""
        return self.first // self.count

    def covers(self, source: str) -> bool:
        """True where a source of this input belongs to this shard and not to another one."""
        return f"{_hash(source[len(self.one.prefix) :]):064b}".startswith(self.bits)

    def stamp(self, now: int) -> str:
        """A digest that changes when a file does, by sizes and times; "" where one has only just changed.

        now: ns since 1970. A file may change twice within the grain of its times.
        """
        digest = hashlib.sha256()
        for file in self.files:
            word, changed = file.stamp()
            if not word or changed > now - QUIET:
                return ""
            digest.update(f"{file.source}\0{word}\n".encode("utf-8", "surrogateescape"))
        return digest.hexdigest()


def divide(one: Input, files: Sequence[File], parts: Collection[str]) -> list[Shard]:
    """The groups of files of an input that are one page each.

    parts: names of the parts in the output; a group that was split there stays so, and while the part
    that was split is there, its halves are shards even where they hold no file.
    """
    name = f"{one.label}_files"
    there = {part[len(name) :] for part in parts if part.startswith(name) and set(part[len(name) :]) <= {"0", "1"}}
    split = {bits[:end] for bits in there for end in range(len(bits))}
    keyed = [(_hash(file.source[len(one.prefix) :]), file) for file in files]
    return [
        Shard(name + bits, tuple(sorted((f for _, f in group), key=lambda f: f.source)), one, bits)
        for bits, group in _split(keyed, "", split)
        if group or any(bits[:end] in there for end in range(len(bits)))
    ]


def _split(
    keyed: list[tuple[int, File]], bits: str, split: Collection[str]
) -> Iterator[tuple[str, list[tuple[int, File]]]]:
    if len(keyed) <= SHARD_PAGES and bits not in split:
        yield bits, keyed
        return
    bit = 1 << (63 - len(bits))
    yield from _split([pair for pair in keyed if not pair[0] & bit], bits + "0", split)
    yield from _split([pair for pair in keyed if pair[0] & bit], bits + "1", split)


def container_name(one: Input, file: File) -> str:
    """What the parts of a container begin with."""
    return f"{one.label}_{plain(os.path.basename(file.source), file.source[len(one.prefix) :])}_"


def range_of(one: Input, file: File, number: int) -> Shard:
    """A shard of a container: its number-th SHARD_PAGES records, from 0."""
    name = f"{container_name(one, file)}{number:05}"
    return Shard(name, (file,), one, first=number * SHARD_PAGES, count=SHARD_PAGES)


def by_kind(files: Iterator[File]) -> tuple[list[File], list[File]]:
    """Files that are one page each, and containers."""
    pages: list[File] = []
    containers: list[File] = []
    for file in files:
        (containers if is_container(file.path) else pages).append(file)
    return pages, containers


def _hash(path: str) -> int:
    """64 bits that hang on a path and nothing else."""
    return int.from_bytes(hashlib.sha256(os.fsencode(path)).digest()[:8], "big")
