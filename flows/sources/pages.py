"""Which kind a file is, and the pages in it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from cleaners.page import Page
from flows.names import is_bytes, seen
from flows.places import File
from flows.sources import archives, columnar, delimited, jsonlines, warcs
from flows.sources.records import Reading, unread
from flows.sources.single import PAGES, kind_of, read_page

Reader = Callable[[File, Reading, Counter[str]], Iterator[Page]]

CONTAINERS: Mapping[str, Reader] = {
    ".jsonl": jsonlines.pages,
    ".ndjson": jsonlines.pages,
    ".csv": delimited.pages,
    ".tsv": delimited.pages,
    ".parquet": columnar.parquet,
    ".arrow": columnar.arrow,
    ".feather": columnar.arrow,
    ".ipc": columnar.arrow,
    ".warc": warcs.pages,
    ".wet": warcs.pages,
    ".zip": archives.zipped,
    ".tar": archives.tarred,
    ".tgz": archives.tarred,
}


def is_source(name: str) -> bool:
    """True for a file that is a page or a container of pages, by its ending."""
    return kind_of(name) in PAGES or is_container(name)


def is_container(name: str) -> bool:
    """True for a file that holds more pages than one, by its ending."""
    return kind_of(name) in CONTAINERS


def read_container(file: File, reading: Reading, passed: Counter[str]) -> Iterator[Page]:
    """The pages of a container, in its order. passed: what in it is no page, counted by its kind."""
    yield from [_bad_name(file)] if is_bytes(file.source) else CONTAINERS[kind_of(file.path)](file, reading, passed)


def read_file(file: File, reading: Reading) -> Page:
    """The page that a file is."""
    return _bad_name(file) if is_bytes(file.source) else read_page(file, reading)


def _bad_name(file: File) -> Page:
    name = seen(file.source)
    return unread(name, name, "bad-name", "the file's name is not UTF-8; rename it, for example with convmv")
