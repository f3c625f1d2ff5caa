"""Door for raw HTML: one parse, one walk, one judgement; a block for each piece of the page.

A small model judges each piece by the page's structure (cleaners.dom.trees). The bar that divides the
article from the rest is set for each page (cleaners.dom.choose). A page that hides its text from a
reader without scripts is read from the data that its scripts were sent (cleaners.dom.payloads); one
that lexbor cannot take is flattened and goes on as text (cleaners.dom.flatten).
"""

import re
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from cleaners import shape
from cleaners.doc import Comments, Doc
from cleaners.dom.blocks import make_blocks
from cleaners.dom.choose import choose
from cleaners.dom.head import Head, read_head, web_address
from cleaners.dom.payloads import is_bare, payload_html
from cleaners.dom.pieces import Floats, Walk
from cleaners.dom.readers import with_comments
from cleaners.dom.scan import Hostile, check
from cleaners.dom.trees import judge
from cleaners.dom.vote import is_due, vote
from cleaners.dom.walk import walk
from cleaners.from_text import from_text
from cleaners.testimony.believe import believe
from cleaners.testimony.hearing import hear
from cleaners.testimony.reading import Reading

WITHHELD = frozenset({"authors", "published"})  # what pages that are no articles mostly do not have
DENSE = 400  # characters for each closing tag: text that merely mentions markup has fewer
NOTHING: Mapping[str, str] = {}

_MARKUP = re.compile(
    r"\A(?:<\?xml[^>]{0,200}>\s*+)?(?:(?><!--.{0,2000}?-->)\s*+){0,5}+<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_CLOSING = re.compile(r"</(?:p|div|li|td|h[1-6]|section|article|ul|table|span|a)\s*>", re.I)


def is_html(text: str) -> bool:
    """True for a page, or a part of one, in HTML; not for text with remains of markup in it."""
    bare = text.lstrip("\ufeff \t\r\n")
    if _MARKUP.match(bare[:12_000]):
        return True
    return bare.startswith("<") and len(_CLOSING.findall(bare)) * DENSE >= len(bare)


def from_html(
    html: str, url: str | None = None, comments: Comments = "auto", stated: Mapping[str, str] = NOTHING
) -> Doc:
    """Read a page into blocks, each with its likelihood, and hear what it says of its article.

    url: where the page was fetched, if known. comments: whether readers' comments are content;
    "auto" goes by the kind of page, on which a thread is the content or follows it. stated: what the
    source says of the page (see cleaners.page.Page). Raises Hostile for a page that no parser here can take.
    """
    try:
        check(html)
    except Hostile:
        from cleaners.dom import flatten  # noqa: PLC0415 - BeautifulSoup takes a tenth of a second, and few pages need it

        if len(html) > flatten.LARGEST:
            raise
        doc = from_text(flatten.flatten(html))
        return replace(doc, metadata=doc.metadata.note("text", "flattened: too broken for the HTML parser"))
    address = web_address(url)
    reading = read_page(html, address, comments)
    hearing = hear(reading, address, stated)
    known, fallback = believe(hearing, address)
    return Doc(
        reading.blocks,
        metadata=known.note("text", reading.way),
        fallback=fallback,
        withheld=WITHHELD if hearing.no_article else frozenset(),
        chars_in=sum(len(b.text) for b in reading.blocks),
        title_at=hearing.title.at if hearing.title and hearing.title.at >= 0 else None,
        bar=reading.bar,
    )


def read_page(html: str, url: str | None = None, comments: Comments = "auto") -> Reading:
    """Parse a page and judge its pieces; see from_html."""
    tree = LexborHTMLParser(html, options=LexborDocumentOptions.WO_EVENTS)
    found, where = _walk(tree)
    head = read_head(tree, url)
    if not found.pieces:
        return Reading(tree, head, found, (), 0.0, where)
    likely, bar, witness = _judge(found, head, html, comments)
    blocks = make_blocks(found, likely.tolist(), bar, head.url)
    return Reading(tree, head, found, blocks, bar, where + witness)


def _judge(found: Walk, head: Head, html: str, comments: Comments) -> tuple[Floats, float, str]:
    """How likely each piece is, the page's bar, and how sure that is and by whose vote."""
    likely = with_comments(found, judge(found, head), head, comments)
    widths = np.fromiter((shape.columns(p.text) for p in found.pieces), np.float32, len(found.pieces))
    bar, sure = choose(likely, widths)
    if not is_due(html, sure, head):
        return likely, bar, f", {sure:.2f} sure"
    likely = vote(html, found.pieces, likely)
    bar, sure = choose(likely, widths)
    return likely, bar, f" and trafilatura, {sure:.2f} sure"


def _walk(tree: LexborHTMLParser) -> tuple[Walk, str]:
    """The pieces of the page, or those of its payload where it shows next to nothing; and which."""
    found = walk(tree.body) if tree.body else Walk()
    if is_bare(p.text for p in found.pieces):
        payload = payload_html(tree)
        inner = LexborHTMLParser(payload, options=LexborDocumentOptions.WO_EVENTS).body if payload else None
        if inner:
            return walk(inner), "payload"
    return found, "html"
