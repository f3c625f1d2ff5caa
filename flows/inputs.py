"""Inputs: from the files, folders, patterns and URIs that a user names to folders, and what is meant of each."""

import hashlib
import os
import re
import stat
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from pyarrow import fs

from flows.places import is_local, is_uri, open_store

MAGIC = re.compile(r"[*?\[]")
LABEL = 40  # characters of an input's own name that a part is called by
_WILD = re.compile(r"\*\*/|\*|\?")
_MEANING = {"**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]"}
_HERE = fs.LocalFileSystem()


class SourceError(Exception):
    """An input that cannot be used; the message says which, why, and what to do."""


@dataclass(frozen=True)
class Input:
    """A folder, and what is meant of it.

    root: its path, absolute or within the store. scheme: "s3" and its kin, "" on this machine. names,
    patterns: paths of the files that are meant; none where the whole folder is. prefix: what stands
    before the path below the root in the name of a source.
    """

    store: fs.FileSystem
    root: str
    scheme: str = ""
    names: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    prefix: str = ""

    @property
    def label(self) -> str:
        """What its parts are called: letters, digits, dots and hyphens, and no two roots alike."""
        return plain(os.path.basename(self.root) or "root", f"{self.scheme}://{self.root}")

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(self.names)

    def means(self, source: str) -> bool:
        """True where a file of this name below the root is meant, be it there or not."""
        path = f"{self.root.rstrip('/')}/{source}"
        whole = not self.names and not self.patterns
        return whole or path in self._named or any(expression(p).fullmatch(path) for p in self.patterns)


@cache
def expression(pattern: str) -> re.Pattern[str]:
    """A pattern as a regular expression: "*" within a name, "**/" across folders."""
    ends = [0, *(end for match in _WILD.finditer(pattern) for end in match.span()), len(pattern)]
    pieces = [pattern[a:b] for a, b in zip(ends, ends[1:], strict=False)]
    return re.compile("".join(_MEANING.get(piece) or re.escape(piece) for piece in pieces), re.S)


def find_inputs(names: Sequence[str]) -> tuple[Input, ...]:
    """The folders that a user means; raises SourceError for a name that cannot be used.

    Files and patterns stand together by their folder. Sources are called relative to it; where there
    are more folders than one, with as much of the path as tells them apart; in an object store by URI.
    """
    by_root: dict[tuple[str, str], list[Input]] = defaultdict(list)
    for name in names:
        found = _stored_input(name) if is_uri(name) else _local_input(name)
        by_root[found.scheme, found.root].append(found)
    return tuple(_with_prefixes([_merged(same) for same in by_root.values()]))


def plain(name: str, whole: str) -> str:
    """A name for files, from one of any characters: readable, short, and its own by a digest of the whole name."""
    readable = re.sub(r"[^A-Za-z0-9.-]+", "-", name).strip("-.")[:LABEL]
    return f"{readable or 'input'}-{hashlib.sha256(os.fsencode(whole)).hexdigest()[:8]}"


def public(uri: str) -> str:
    """A path as it is; a URI without its query and its credentials."""
    if not is_uri(uri):
        return uri
    scheme, _, rest = uri.partition("?")[0].partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"


def _local_input(name: str) -> Input:
    path = os.path.abspath(name)
    try:
        mode = os.stat(name).st_mode
    except OSError as error:
        if MAGIC.search(name):
            return Input(_HERE, _fixed(path), patterns=(path,))
        raise SourceError(f"cannot read {name}: {error.strerror}; give a file or a folder of pages") from error
    if stat.S_ISDIR(mode):
        return Input(_HERE, path)
    if not stat.S_ISREG(mode):
        raise SourceError(f"{name} is neither a file nor a folder; give a file or a folder of pages")
    return Input(_HERE, os.path.dirname(path), names=(path,))


def _stored_input(uri: str) -> Input:
    try:
        store, path = open_store(uri)
        if is_local(store):
            return _local_input(path)
        scheme = uri.partition("://")[0]
        if MAGIC.search(path):
            return Input(store, _fixed(path), scheme, patterns=(path,))
        info = store.get_file_info(path)
    except (OSError, ValueError) as error:
        raise SourceError(f"cannot read {public(uri)}: {error}") from error
    if info.type == fs.FileType.NotFound:
        raise SourceError(f"cannot read {public(uri)}: nothing is there; give an object or a folder of pages")
    if info.type == fs.FileType.File:
        return Input(store, os.path.dirname(path), scheme, names=(path,))
    return Input(store, path, scheme)


def _fixed(pattern: str) -> str:
    """The folder above the first part of a path that is a pattern."""
    return os.path.dirname(MAGIC.split(pattern)[0])


def _merged(same: Sequence[Input]) -> Input:
    """One input for all that is meant of one folder."""
    if not all(i.names or i.patterns for i in same):
        return replace(same[0], names=(), patterns=())
    names = dict.fromkeys(name for i in same for name in i.names)
    patterns = dict.fromkeys(pattern for i in same for pattern in i.patterns)
    return replace(same[0], names=tuple(names), patterns=tuple(patterns))


def _with_prefixes(inputs: Sequence[Input]) -> Iterator[Input]:
    """The inputs, each with what stands before the names of its sources."""
    roots = [i.root for i in inputs if not i.scheme]
    for one in inputs:
        if one.scheme:
            yield replace(one, prefix=f"{one.scheme}://{one.root}/")
        elif len(inputs) > 1:
            parts = one.root.strip("/").split("/")
            tails = ("/".join(parts[-count:]) for count in range(1, len(parts) + 1))
            alone = (tail for tail in tails if sum(f"/{root}".endswith(f"/{tail}") for root in roots) == 1)
            yield replace(one, prefix=f"{next(alone, one.root)}/")
        else:
            yield one
