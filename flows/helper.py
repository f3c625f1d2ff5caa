"""The other end of flows.guard: what runs in a helper process.

A page's time is measured by a timer of the kernel that ends the process, whatever runs in it at that
moment. Its memory is bounded by a limit that makes the next allocation fail, which is a rejection of
that page alone; code that does not survive that dies, and is found out by flows.guard.
"""

import multiprocessing
import os
import resource
import signal
import threading
from collections import Counter
from multiprocessing.connection import Connection, wait

from cleaners.doc import Comments, Rejection
from cleaners.page import Page
from flows.guard import MEGABYTE, Limits, memory_of
from flows.parts import PageRows, clean_to_rows, rejected
from flows.places import File
from flows.sources.pages import read_container
from flows.sources.records import Reading


def clean_pages(pipe: Connection, limits: Limits, comments: Comments) -> None:
    """Clean lists of pages as they come through the pipe; each page is answered by its rows, in order."""
    settle(pipe, limits)
    while True:
        try:
            pages = pipe.recv()
        except (EOFError, OSError):
            return
        for page in pages:
            signal.setitimer(signal.ITIMER_PROF, limits.seconds)
            rows = _clean(page, comments, limits.exhausted)
            signal.setitimer(signal.ITIMER_PROF, 0)
            tell(pipe, rows)


def _clean(page: Page, comments: Comments, exhausted: Rejection) -> PageRows:
    try:
        return clean_to_rows(page, comments)
    except MemoryError:
        why = exhausted
    except Exception as error:  # noqa: BLE001 - one page must never end the run of a million
        why = Rejection("crashed", f"{type(error).__name__}: {error}; please report this page"[:500])
    return rejected(page, why)


def read_pages(pipe: Connection, limits: Limits, file: File, reading: Reading) -> None:
    """Read a container: its pages go into the pipe; at its end what was passed by, or why it broke off.

    limits: the seconds are those from one page to the next.
    """
    settle(pipe, limits)
    passed: Counter[str] = Counter()
    end: Counter[str] | Rejection = passed
    try:
        signal.setitimer(signal.ITIMER_PROF, limits.seconds)
        for page in read_container(file, reading, passed):
            tell(pipe, page)
            signal.setitimer(signal.ITIMER_PROF, limits.seconds)
    except MemoryError:
        end = limits.exhausted
    except Exception as error:  # noqa: BLE001 - one container must never end the run of a thousand
        end = Rejection("unreadable", f"{type(error).__name__}: {error}"[:400])
    tell(pipe, end)


def tell(pipe: Connection, answer: object) -> None:
    """Hand an answer over; end without a word where nobody is left to take it, for then the run has ended."""
    try:
        pipe.send(answer)
    except ConnectionError:
        os._exit(1)


def settle(pipe: Connection, limits: Limits) -> None:
    """Live no longer than the parent, whom alone Ctrl-C is for; take no more memory than allowed; say what is taken."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    own = _data()
    if own:
        resource.setrlimit(resource.RLIMIT_DATA, (own + limits.megabytes * MEGABYTE, resource.RLIM_INFINITY))
    tell(pipe, memory_of("self"))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)


def _data() -> int:
    """Bytes of this process that RLIMIT_DATA counts; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:
            return int(stream.read().split()[5]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0
