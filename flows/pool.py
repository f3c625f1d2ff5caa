"""Cleaning pages in several processes: batches out, rows back, in order.

The shard's own process reads, takes rows over and writes; the workers do nothing but clean. So a
single shard is fast as well, and no worker holds a file of the output.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from multiprocessing.connection import wait

from cleaners.doc import Comments
from cleaners.page import Page
from flows.options import EngineError
from flows.parts import PageRows, clean_to_rows

BATCH_PAGES = 16  # pages of a batch at most,
BATCH_BYTES = 1_000_000  # and bytes: so that what passes between the processes stays small
FEW = 5_000_000  # bytes that are cleaned before it is worth starting a worker, which takes about a second,
PAGE = 50_000  # and how many of them a page counts for beside its own
AHEAD = 3  # batches a worker that are out or waiting

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


def workers(count: int, comments: Comments) -> AbstractContextManager[Clean]:
    """So many worker processes, or none for one: then pages are cleaned here."""
    return nullcontext(_here(comments)) if count < 2 else _pool(count, comments)


def _here(comments: Comments) -> Clean:
    def clean(pages: Iterator[Page], take: Take) -> Iterator[PageRows]:
        for page in pages:
            yield take(page) or clean_to_rows(page, comments)

    return clean


@contextmanager
def _pool(count: int, comments: Comments) -> Iterator[Clean]:
    """Processes that start when there is work for them, and end with this one, however it ends."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, context, _end_with_parent) as pool:
        met = 0

        def start(pages: list[Page]) -> "Future[list[PageRows]]":
            nonlocal met
            met += sum(len(page.content) + PAGE for page in pages)
            if met > FEW:
                return pool.submit(_clean_batch, pages, comments)
            done: Future[list[PageRows]] = Future()
            done.set_result(_clean_batch(pages, comments))
            return done

        def clean(pages: Iterator[Page], take: Take) -> Iterator[PageRows]:
            waiting: deque[Batch] = deque()
            for group in _grouped(pages):
                taken = {i: rows for i, page in enumerate(group) if (rows := take(page))}
                new = [page for i, page in enumerate(group) if i not in taken]
                waiting.append(Batch(len(group), taken, start(new) if new else None))
                if len(waiting) > AHEAD * count:
                    yield from waiting.popleft().rows()
            while waiting:
                yield from waiting.popleft().rows()

        try:
            yield clean
        except BrokenProcessPool as error:
            raise EngineError(
                "a worker process died, perhaps for want of memory; what is done stays, run again with fewer --workers"
            ) from error
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _grouped(pages: Iterator[Page]) -> Iterator[list[Page]]:
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


def _clean_batch(pages: list[Page], comments: Comments) -> list[PageRows]:
    return [clean_to_rows(page, comments) for page in pages]


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever; Ctrl-C is for the parent to hear."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
