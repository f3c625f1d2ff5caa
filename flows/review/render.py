"""From rows and pages to the site's data files, on all cores."""

import json
import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from cleaners.doc import Comments
from cleaners.page import Page
from flows.options import cores
from flows.review.tables import ReviewError, Rows
from flows.review.view import Way, as_data, view

FEW = 100  # pages that are sooner done here than processes are started
AHEAD = 8  # pages for each process that wait in memory at most
_SCRIPT = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


@dataclass(frozen=True)
class Task:
    """One page to be shown. name: of its data file; page: the page itself, where it is at hand."""

    name: str
    rows: Rows
    page: Page | None
    comments: Comments


@dataclass(frozen=True)
class Rendered:
    """Its data file, and where the view came from."""

    name: str
    script: bytes
    way: Way


def render(task: Task) -> Rendered:
    """The data file of one page."""
    seen = view(task.rows, task.page, task.comments)
    return Rendered(task.name, as_script(task.name, as_data(seen)), seen.way)


def render_all(tasks: Iterable[Task]) -> Iterator[Rendered]:
    """The data files of pages, in their order; raises ReviewError where a process dies."""
    waiting = iter(tasks)
    first = list(islice(waiting, FEW))
    if len(first) < FEW or cores() == 1:
        yield from map(render, chain(first, waiting))
        return
    with ProcessPoolExecutor(cores(), multiprocessing.get_context("spawn")) as pool:
        try:
            yield from _in_order(pool, chain(first, waiting))
        except BrokenProcessPool as error:
            why = "a process that read pages again has died, perhaps for want of memory"
            raise ReviewError(f"{why}; show fewer pages with --sample") from error


def _in_order(pool: Executor, tasks: Iterable[Task]) -> Iterator[Rendered]:
    """Results in the order of the tasks, of which only some are read ahead."""
    under_way: deque[Future[Rendered]] = deque()
    for task in tasks:
        under_way.append(pool.submit(render, task))
        if len(under_way) >= AHEAD * cores():
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


def as_script(name: str, value: Any) -> bytes:
    """One value as a script that hands it over. Nothing in it can end the script or begin another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_SCRIPT)
    return f"pagewash({json.dumps(name)},{text});\n".encode("utf-8", "replace")
