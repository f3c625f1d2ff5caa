"""The sources of an input: what is below its folder, and what there is passed by."""

import glob
import os
from collections import Counter
from collections.abc import Iterator

from flows.inputs import Input, SourceError
from flows.names import is_bytes, kind
from flows.names import seen as visible
from flows.places import File, is_local, listing
from flows.sources.pages import is_source


def find_files(one: Input, output: str, passed: Counter[str]) -> Iterator[File]:
    """Yield the sources of an input, each once; a file that the user named is one whatever its ending.

    output: the folder that the run writes to, in which nothing is looked for. passed: what else
    there is, counted by its kind; pipes, devices and links to folders are never opened. Raises
    SourceError where the folder is the output itself.
    """
    root = os.path.realpath(one.root) if is_local(one.store) else f"{one.scheme}://{one.root}"
    if root == output:
        raise SourceError(f"{one.root} is the input and the output; give another folder with --output")
    paths = _local(one, output, passed) if is_local(one.store) else _stored(one, output, passed)
    start = len(one.root.rstrip("/")) + 1
    for path, seen in paths:
        name = one.prefix + path[start:].replace(os.sep, "/")
        yield File(one.store, path, name if is_bytes(name) else visible(name), seen)


def _local(one: Input, output: str, passed: Counter[str]) -> Iterator[tuple[str, str]]:
    """Path of each source; what it looks like is asked for later, as it costs a question a file."""
    if one.names or one.patterns:
        matched = (path for pattern in one.patterns for path in _matched(pattern, output, passed))
        yield from ((path, "") for path in dict.fromkeys((*one.names, *matched)))
    else:
        yield from ((path, "") for path in _walk(one.root, output, passed))


def _walk(folder: str, output: str, passed: Counter[str]) -> Iterator[str]:
    """Yield the sources below a folder, in order of name, without following links to folders."""
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError as error:
        passed[f"folder not readable: {error.strerror}"] += 1
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() and os.path.isdir(entry.path):
            passed["link to a folder"] += 1
        elif entry.is_dir(follow_symlinks=False):
            if os.path.realpath(entry.path) != output:
                yield from _walk(entry.path, output, passed)
        else:
            yield from _take(entry.path, os.path.isfile(entry.path), passed)


def _matched(pattern: str, output: str, passed: Counter[str]) -> Iterator[str]:
    for path in sorted(glob.iglob(pattern, recursive=True)):
        if not os.path.isdir(path) and not f"{os.path.realpath(path)}/".startswith(f"{output}/"):
            yield from _take(path, os.path.isfile(path), passed)


def _take(path: str, is_file: bool, passed: Counter[str]) -> Iterator[str]:
    """Yield a file that is a source; count another one by what it is."""
    if is_file and is_source(os.path.basename(path)):
        yield path
    else:
        passed[_ending(path) if is_file else "no regular file"] += 1


def _stored(one: Input, output: str, passed: Counter[str]) -> Iterator[tuple[str, str]]:
    """Path and stamp of each source in an object store, whose listing gives both; hidden ones are left alone."""
    named = one.store.get_file_info(list(one.names))
    yield from ((info.path, f"{info.size} {info.mtime_ns}") for info in named)
    if one.names and not one.patterns:
        return
    for info in listing(one.store, one.root):
        hidden = "/." in info.path[len(one.root) :] or f"{one.scheme}://{info.path}".startswith(f"{output}/")
        if hidden or info.path in one.names or not one.means(info.path[len(one.root) + 1 :]):
            continue
        if is_source(info.base_name):
            yield info.path, f"{info.size} {info.mtime_ns}"
        else:
            passed[_ending(info.path)] += 1


def _ending(path: str) -> str:
    return kind(os.path.splitext(path)[1].lower()) or "no ending"
