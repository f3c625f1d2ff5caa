"""Reading containers in a process of its own: a lying or hostile one ends that process, and the run goes on."""

from collections import Counter
from collections.abc import Generator

from cleaners.doc import Rejection
from cleaners.page import Page
from flows.guard import Helper, HelperEnded, Limits
from flows.helper import read_pages
from flows.names import is_bytes, seen
from flows.places import File
from flows.sources.records import Reading, unread

SLOW = 10  # times the seconds of a page that may pass until the next one is found,
A_MEGABYTE = 1.0  # and seconds for each megabyte of the file, which may hold much that is no page
BY_THE_CLOCK = 600  # seconds more until the next answer: stores and network file systems may hiccup


def read_apart(file: File, reading: Reading, limits: Limits, passed: Counter[str]) -> Generator[Page, None, None]:
    """The pages of a container, in its order. passed: what in it is no page, counted by its kind.

    Where its reader had to be stopped, the last page says why. Raises HelperError.
    """
    seconds = SLOW * limits.seconds + A_MEGABYTE * file.size() / 1_000_000
    helper = Helper(read_pages, Limits(seconds, limits.megabytes), file, reading)
    count = 0
    try:
        while isinstance(found := helper.receive(seconds + BY_THE_CLOCK), Page):
            count += 1
            yield found
        if isinstance(found, Rejection):
            yield _broken_off(file, count, found)
        else:
            passed.update(found)
    except HelperEnded as end:
        yield _broken_off(file, count, Rejection(end.reason, str(end)))
    finally:
        helper.end()


def _broken_off(file: File, count: int, why: Rejection) -> Page:
    """The place of a container behind which nothing was read; the next run tries one again that gave nothing."""
    source = seen(file.source) if is_bytes(file.source) else file.source
    page_id = source + (f"#{count + 1}" if count else "")
    detail = f"record {count + 1}: {why.detail} (while the file was read; what stands before it was read)"
    return unread(page_id, file.source, why.reason, detail)
