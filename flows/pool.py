"""Cleaning pages in helper processes: batches out, rows back, in order; a page that kills its helper is rejected.

The run's own process reads, takes rows over and writes; it cleans nothing itself, as any page may be
the one that hangs. A thread for each helper hands batches over and sees to it that it lives.
"""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from cleaners.doc import Comments, Rejection
from cleaners.page import Page
from flows.guard import PATIENCE, USUAL, Helper, HelperEnded, HelperError, Limits
from flows.helper import clean_pages
from flows.options import EngineError
from flows.parts import PageRows, rejected

BATCH_PAGES = 16  # pages of a batch at most,
BATCH_BYTES = 1_000_000  # and bytes: so that what passes between the processes stays small
AHEAD = 3  # batches a helper that are out or waiting
RENEWED = 2_000  # pages after which a helper makes room for a new one: what leaks goes with it

Take = Callable[[Page], PageRows | None]
Clean = Callable[[Iterator[Page], Take], Iterator[PageRows]]
"""Pages in, their rows out, in order; of a page whose rows can be taken over, these."""


@dataclass(frozen=True)
class Batch:
    """Rows of some pages: those that were taken over, by their place in it, and those to come."""

    size: int
    taken: dict[int, PageRows]
    cleaned: "Future[list[PageRows]] | None"

    def rows(self) -> Iterator[PageRows]:
        """Wait for the rows, and yield them in order."""
        cleaned = iter(self.cleaned.result() if self.cleaned else ())
        for number in range(self.size):
            yield self.taken.get(number) or next(cleaned)


@contextmanager
def workers(count: int, comments: Comments, limits: Limits = USUAL) -> Iterator[Clean]:
    """So many helper processes, started when there is work for them; all are gone when the context ends.

    Raises EngineError where none can be started.
    """
    helpers = Helpers(comments, limits)
    threads = ThreadPoolExecutor(count, "pagewash")

    def clean(pages: Iterator[Page], take: Take) -> Iterator[PageRows]:
        waiting: deque[Batch] = deque()
        for group in _grouped(pages):
            taken = {i: rows for i, page in enumerate(group) if (rows := take(page))}
            new = [page for i, page in enumerate(group) if i not in taken]
            waiting.append(Batch(len(group), taken, threads.submit(helpers.clean, new) if new else None))
            if len(waiting) > AHEAD * count:
                yield from waiting.popleft().rows()
        while waiting:
            yield from waiting.popleft().rows()

    try:
        yield clean
    except HelperError as error:
        raise EngineError(str(error)) from error
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        helpers.kill()
        threads.shutdown()
        helpers.end()


def _grouped(pages: Iterator[Page]) -> Iterator[list[Page]]:
    """Pages in batches."""
    group: list[Page] = []
    size = 0
    for page in pages:
        group.append(page)
        size += len(page.content)
        if len(group) >= BATCH_PAGES or size >= BATCH_BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


class Helpers:
    """The helpers that clean: those at work, and those that wait for it."""

    def __init__(self, comments: Comments, limits: Limits) -> None:
        self._comments = comments
        self._limits = limits
        self._lock = Lock()
        self._all: set[Helper] = set()
        self._idle: list[Helper] = []
        self._ended = False

    def clean(self, pages: list[Page]) -> list[PageRows]:
        """The rows of some pages. A page that a helper dies of has one more chance, as others may be to blame."""
        rows: list[PageRows] = []
        doubted = -1
        while len(rows) < len(pages):
            at = len(rows)
            try:
                self._clean_with(self._take(), pages[at:], rows)
            except HelperEnded as end:
                at = len(rows)
                if end.reason != "crashed" or doubted == at:
                    rows.append(rejected(pages[at], _rejection(end)))
                doubted = at
        return rows

    def kill(self) -> None:
        """Kill all, and start no more."""
        with self._lock:
            self._ended = True
            for helper in self._all:
                helper.kill()

    def end(self) -> None:
        """Clear all away, when no thread waits for one of them."""
        for helper in self._idle:
            helper.end()

    def _clean_with(self, helper: Helper, pages: list[Page], rows: list[PageRows]) -> None:
        """Add rows to `rows` as they come, until all are there or the helper is spent. Raises HelperEnded."""
        try:
            helper.send(pages)
            for _ in pages:
                rows.append(helper.receive(PATIENCE * self._limits.seconds))
                reject = rows[-1].reject
                if reject and reject["reason"] == "memory-limit":
                    break  # what it has not freed would count as the next page's
            else:
                self._give_back(helper)
                return
        except HelperEnded:
            self._forget(helper)
            raise
        self._forget(helper)

    def _take(self) -> Helper:
        with self._lock:
            if self._ended:
                raise HelperError("the run has ended")
            if self._idle:
                return self._idle.pop()
        helper = Helper(clean_pages, self._limits, self._comments)
        with self._lock:
            self._all.add(helper)
            if self._ended:
                helper.kill()
        return helper

    def _give_back(self, helper: Helper) -> None:
        if helper.count >= RENEWED:
            self._forget(helper)
        else:
            self._idle.append(helper)

    def _forget(self, helper: Helper) -> None:
        with self._lock:
            self._all.discard(helper)
        helper.end()


def _rejection(end: HelperEnded) -> Rejection:
    what = {
        "time-limit": "; look at the page, or give it more with --page-seconds",
        "memory-limit": "; look at the page, or give it more with --page-memory",
    }
    return Rejection(end.reason, f"{end}{what.get(end.reason, '; please report this page')}")
