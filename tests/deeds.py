"""What hostile pages might do to the process that works on them, done by functions that stand in for the helpers'.

Each helper imports this module when it starts, so it imports nothing that takes long.
"""

import ctypes
import os
import signal
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from cleaners.page import Page
from flows import helper, parts
from flows.guard import Limits
from flows.parts import PageRows
from flows.places import File
from flows.pool import workers
from flows.sources.records import Reading

QUICK = Limits(0.6, 200)
PATIENT = Limits(60, 200)  # for deeds that end without a clock, however busy the machine is


def spin() -> None:
    """A loop in native code that never ends, lets no other thread run and hears no signal handler."""
    deque(iter(int, 1), maxlen=0)


def swallow() -> None:
    """More and more memory, a little at a time."""
    kept = []
    while True:
        kept.append(bytearray(1 << 20))


def swallow_without_python() -> None:
    """Memory that native code takes, which does not look whether it got it."""
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    while True:
        ctypes.memset(libc.malloc(ctypes.c_size_t(1 << 20)), 1, 1 << 20)
        time.sleep(0.01)


DEEDS: dict[str, Callable[[], object]] = {
    "spin": spin,
    "sleep": partial(time.sleep, 3_600),
    "swallow": swallow,
    "malloc": swallow_without_python,
    "segfault": partial(ctypes.string_at, 0),
    "exit": partial(os._exit, 0),
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "abort": os.abort,
    "raise": lambda: 1 / 0,
}


def hostile(pipe: Connection, limits: Limits, comments: str) -> None:
    """clean_pages, but that a page whose text names a deed does it."""
    clean = parts.clean_to_rows

    def tempted(page: Page, comments: str) -> PageRows:
        DEEDS.get(page.content.decode(), int)()
        return clean(page, comments)  # type: ignore[arg-type]

    setattr(helper, "clean_to_rows", tempted)  # noqa: B010 - it is not theirs to give
    helper.clean_pages(pipe, limits, comments)  # type: ignore[arg-type]


def stillborn(pipe: Connection, limits: Limits, comments: str) -> None:
    os._exit(3)


def read_as_told(pipe: Connection, limits: Limits, file: File, reading: Reading) -> None:
    """read_pages, but that the container holds three pages and then does the deed that it names."""

    def read(file: File, reading: Reading, passed: Counter[str]) -> Iterator[Page]:
        yield from (Page(f"a.jsonl#{n}", "a.jsonl", b"x") for n in (1, 2, 3))
        DEEDS[Path(file.path).read_text(encoding="utf-8")]()

    setattr(helper, "read_container", read)  # noqa: B010
    helper.read_pages(pipe, limits, file, reading)


def outcome(texts: list[str], count: int = 1, limits: Limits = QUICK) -> list[tuple[str, str, str]]:
    """Identity of each page, in order, what became of it, and why."""
    pages = [Page(str(number), "in", text.encode()) for number, text in enumerate(texts)]
    with workers(count, "auto", limits) as clean:
        rows = list(clean(iter(pages), lambda page: None))
    return [(r.page_id, r.reject["reason"], r.reject["detail"]) if r.reject else (r.page_id, "", "") for r in rows]


def in_a_worker_of_a_cluster(pipe: Connection, text: str) -> None:
    pipe.send(outcome([text], limits=Limits()))
