"""What is done to one page, found out in a process that can be killed: any page may be the one that hangs."""

import signal
from multiprocessing.connection import Connection

from cleaners.doc import Comments, Doc, Rejection
from cleaners.page import Page, clean_page, read_page
from flows.guard import PATIENCE, USUAL, Helper, HelperEnded, Limits
from flows.helper import settle
from flows.review.view import View, view_of_doc


def look(page: Page, comments: Comments, limits: Limits = USUAL) -> View:
    """All that happens to a page, or why it is rejected. Raises HelperError where no process can be started."""
    helper = Helper(_look, limits, page, comments)
    try:
        found: View = helper.receive(PATIENCE * limits.seconds)
    except HelperEnded as end:
        return _nothing(page, Rejection(end.reason, str(end)))
    finally:
        helper.end()
    return found


def _look(pipe: Connection, limits: Limits, page: Page, comments: Comments) -> None:
    settle(pipe, limits)
    signal.setitimer(signal.ITIMER_PROF, limits.seconds)
    try:
        found = _view(page, comments)
    except MemoryError:
        found = _nothing(page, limits.exhausted)
    pipe.send(found)


def _view(page: Page, comments: Comments) -> View:
    after = clean_page(page, comments)
    before = read_page(page, comments) if after.blocks or after.cuts else Doc(())
    return view_of_doc(page, before, after) if before.blocks else _nothing(page, after.rejection)


def _nothing(page: Page, why: Rejection | None) -> View:
    return View(page.page_id, page.page_id, "nothing", rejection=why)
