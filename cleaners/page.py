"""A page as it was scraped, and the way from its bytes to a cleaned Doc."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from cleaners.decode import Undecodable, decode
from cleaners.doc import Doc, Rejection
from cleaners.from_text import LineTooLong, from_text
from cleaners.recipe import clean


@dataclass(frozen=True)
class Page:
    """What was scraped.

    page_id: stable identity, unique in the output. source: where it was read, relative to the
    input root, with "/". content: the bytes read. unread: why there are none, where reading failed.
    """

    page_id: str
    source: str
    content: bytes = b""
    unread: Rejection | None = None

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the bytes read."""
        return hashlib.sha256(self.content).hexdigest()


def clean_page(page: Page) -> Doc:
    """Decode and clean one page; whatever it holds, the Doc has an article or a rejection."""
    if page.unread:
        return Doc((), rejection=page.unread)
    try:
        return clean(from_text(decode(page.content)))
    except (Undecodable, LineTooLong) as error:
        return Doc((), rejection=error.rejection)
    except Exception as error:  # noqa: BLE001 - one page must never end the run of a million
        detail = f"{type(error).__name__}: {error}; please report this page"
        return Doc((), rejection=Rejection("crashed", detail[:500]))
