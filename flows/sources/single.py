"""Files that are one page each, as they are or compressed."""

import os

from cleaners.page import Page
from flows.places import COMPRESSED, DAMAGE, File
from flows.sources.records import LARGEST, Reading, reason_of, unread

MHTML = frozenset({".mhtml", ".mht"})
PAGES = MHTML | {".txt", ".text", ".html", ".htm", ".xhtml", ".md", ".markdown"}


def kind_of(name: str) -> str:
    """The ending of a name in lower case, without one that only says how it is compressed."""
    base, ending = os.path.splitext(name.lower())
    return os.path.splitext(base)[1] or ending if ending in COMPRESSED else ending


def read_page(file: File, reading: Reading) -> Page:
    """A file that is one page; why not, where it cannot be read."""
    try:
        with file.open_plain() as stream:
            content = stream.read(LARGEST + 1)
    except DAMAGE as error:
        detail = f"{reason_of(error)}; see to it that the file exists, is whole and may be read"
        return unread(file.source, file.source, "unreadable", detail)
    return page_from(content, file.source, file.source, kind_of(file.path), reading)


def page_from(content: bytes, page_id: str, source: str, kind: str, reading: Reading) -> Page:
    """The page that bytes of a file or of a member of an archive are. kind: its ending."""
    if len(content) > LARGEST:
        return unread(page_id, source, "too-large", f"over {LARGEST:,} bytes; split the file into pages")
    return Page(page_id, source, content, format="mhtml" if kind in MHTML else reading.format)
