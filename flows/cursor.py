"""One reading of a file or a group of files, in which shards go on where the one before them ended."""

from collections import Counter, deque
from collections.abc import Callable, Iterator
from functools import partial

from cleaners.page import Page
from flows.apart import read_apart
from flows.guard import Limits
from flows.shards import Shard
from flows.sources.pages import read_file
from flows.sources.records import Reading

Open = Callable[[Counter[str]], Iterator[Page]]


class Cursor:
    """Pages by their number. passed: what the reading met that is no page, counted by its kind."""

    def __init__(self, start: Open) -> None:
        self._start = start
        self._pages: Iterator[Page] | None = None
        self._next: Page | None = None
        self._at = 0
        self.passed: Counter[str] = Counter()

    def pages(self, first: int, count: int) -> Iterator[Page]:
        """Yield the pages from number `first` on, at most `count`; reads from the start again where it must."""
        if self._pages is None or self._at > first:
            self.passed = Counter()
            self._pages, self._at = self._start(self.passed), 0
            self._next = next(self._pages, None)
        while self._next is not None and self._at < first:
            self._step()
        while (page := self._next) is not None and self._at < first + count:
            self._step()
            yield page

    def __reduce__(self) -> tuple[type["Cursor"], tuple[Open]]:
        """A cursor that travels to another process starts anew there."""
        return Cursor, (self._start,)

    def reaches(self, number: int) -> bool:
        """True where there is a page of that number; reads on up to it."""
        deque(self.pages(number, 0), maxlen=0)
        return self._next is not None

    def more(self) -> bool:
        """True where there are pages behind those that were yielded."""
        return self._next is not None

    def _step(self) -> None:
        assert self._pages is not None
        self._next = next(self._pages, None)
        self._at += 1


def open_shard(shard: Shard, reading: Reading, limits: Limits) -> Cursor:
    """A cursor over the files that a shard is of: all of a container, though the shard be a part of it.

    limits: of what a container may take to be read.
    """
    if shard.is_range:
        return Cursor(partial(read_apart, shard.files[0], reading, limits))
    return Cursor(partial(_read_group, shard, reading))


def _read_group(shard: Shard, reading: Reading, passed: Counter[str]) -> Iterator[Page]:
    for file in shard.files:
        yield read_file(file, reading)
