"""A page as it was scraped, and the way from its bytes to a cleaned Doc."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from cleaners.decode import Undecodable, decode
from cleaners.doc import Comments, Doc, Rejection
from cleaners.dom.head import web_address
from cleaners.dom.scan import Hostile
from cleaners.from_html import from_html, is_html
from cleaners.from_text import LineTooLong, from_text
from cleaners.mhtml import unpack
from cleaners.other_kinds import other_kind
from cleaners.recipe import clean
from cleaners.testimony.source import source_metadata

MOST_BLOCKS = 40_000  # a line costs 0.1 ms and 12 kB from here to the end; a thick book has some 10 000 paragraphs
FEW_LETTERS = 10  # that make a line one of words, if half of it are letters

Format = Literal["auto", "html", "text", "mhtml"]
"""What a page is: HTML, flattened text, or HTML as browsers save it; "auto" tells the first two by their content."""


@dataclass(frozen=True)
class Page:
    """What was scraped.

    page_id: stable identity, unique in the output. source: where it was read, relative to the
    input root, with "/". content: the bytes read. unread: why there are none, where reading failed.
    url: where it was fetched, if known. charset: what the HTTP header declared, if known.
    format: what the page is, where its source or its user knows. stated: what the source says of the
    page besides its bytes, raw as the source has it: "title", "author", "published", "modified",
    "site", "language", and "fetched", the ISO 8601 time of the fetch.
    """

    page_id: str
    source: str
    content: bytes = b""
    unread: Rejection | None = None
    url: str | None = None
    charset: str | None = None
    format: Format = "auto"
    stated: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def sha256(self) -> str:
        """Hex digest of what was read: the bytes, and behind them what came along in the record, if anything did."""
        along = {"url": self.url, "charset": self.charset, **self.stated}
        known = {name: value for name, value in along.items() if value}
        record = json.dumps(known, sort_keys=True).encode() if known else b""
        return hashlib.sha256(self.content + record).hexdigest()


def clean_page(page: Page, comments: Comments = "auto") -> Doc:
    """Decode and clean one page, HTML or flattened text; the Doc has an article or a rejection.

    comments: see from_html. Raises MemoryError where there is not enough of it.
    """
    if page.unread:
        return Doc((), rejection=page.unread)
    try:
        return _legible(clean(read_page(page, comments)))
    except (Undecodable, LineTooLong, Hostile) as error:
        return Doc((), rejection=error.rejection)
    except MemoryError:
        raise  # how much there is, the caller knows
    except Exception as error:  # noqa: BLE001 - one page must never end the run of a million
        detail = f"{type(error).__name__}: {error}; please report this page"
        return Doc((), rejection=Rejection("crashed", detail[:500]))


def read_page(page: Page, comments: Comments = "auto") -> Doc:
    """Decode a page and take it through its door: all that is to be seen of it, nothing cut yet.

    Raises Undecodable, LineTooLong or Hostile, which hold the rejection, where no article can be had.
    """
    page = _unpacked(page) if page.format == "mhtml" else page
    found = decode(page.content, page.charset)
    doc = _read(page, found.text, comments)
    return replace(doc, metadata=doc.metadata.note("encoding", f"{found.encoding}: {found.why}"))


def _unpacked(page: Page) -> Page:
    """The page within a page of MHTML; what a record says of it wins."""
    saved = unpack(page.content)
    return replace(
        page,
        content=saved.content,
        charset=saved.charset,
        url=page.url or saved.url,
        format="html",
        stated={**saved.stated, **page.stated},
    )


def _read(page: Page, text: str, comments: Comments) -> Doc:
    """Through the door that is the page's: that for HTML, or that for flattened text. Raises Undecodable, Hostile."""
    markup = page.format == "html" or (page.format == "auto" and is_html(text))
    if other := other_kind(text, markup):
        raise Undecodable("not-text", f"this is {other}, not a page")
    if markup:
        doc = from_html(text, page.url, comments, page.stated)
    else:
        doc = replace(from_text(text), fallback=source_metadata(page.stated, web_address(page.url)))
    if len(doc.blocks) > MOST_BLOCKS:
        raise Undecodable(
            "too-large", f"the page has {len(doc.blocks):,} lines or blocks; at most {MOST_BLOCKS:,} are read"
        )
    return doc


def _legible(doc: Doc) -> Doc:
    """The page; rejected where it holds figures or signs, and not one line of words."""
    if doc.rejection or any(_is_words(block.text) for block in doc.blocks):
        return doc
    return doc.reject("no-article", "its lines hold hardly any letters")


def _is_words(line: str) -> bool:
    letters = sum(map(str.isalpha, line))
    return letters >= min(FEW_LETTERS, len(line) - line.count(" ")) and 2 * letters >= len(line)
