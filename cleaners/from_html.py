"""Door for raw HTML: one parse, one walk, one judgement; a block for each piece of the page.

A small model judges each piece by the page's structure (cleaners.dom.trees). The bar that divides the
article from the rest is set for each page (cleaners.dom.choose). A page that hides its text from a
reader without scripts is read from the data that its scripts were sent (cleaners.dom.payloads); one
that lexbor cannot take is flattened and goes on as text (cleaners.dom.flatten).
"""

import re
from dataclasses import replace

import numpy as np
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from cleaners import fold, shape
from cleaners.block import Block
from cleaners.doc import Comments, Doc, Metadata
from cleaners.dom import flatten
from cleaners.dom.blocks import make_blocks
from cleaners.dom.choose import choose
from cleaners.dom.head import Head, read_head
from cleaners.dom.payloads import is_bare, payload_html
from cleaners.dom.pieces import Floats, Walk
from cleaners.dom.readers import with_comments
from cleaners.dom.scan import Hostile, check
from cleaners.dom.trees import judge
from cleaners.dom.vote import is_due, vote
from cleaners.dom.walk import walk
from cleaners.from_text import from_text

DENSE = 400  # characters for each closing tag: text that merely mentions markup has fewer
LEAST = 4  # letters of a heading that can be the title
HALF = 0.5  # share of the page's own title that a line without a rank must be

_MARKUP = re.compile(
    r"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_CLOSING = re.compile(r"</(?:p|div|li|td|h[1-6]|section|article|ul|table|span|a)\s*>", re.I)
_SEPARATOR = re.compile(r"\s+[|｜\-–—_:·«»•>]\s+|\s*[|｜]\s*")


def is_html(text: str) -> bool:
    """True for a page, or a part of one, in HTML; not for text with remains of markup in it."""
    bare = text.lstrip("\ufeff \t\r\n")
    if _MARKUP.match(bare[:12_000]):
        return True
    return bare.startswith("<") and len(_CLOSING.findall(bare)) * DENSE >= len(bare)


def from_html(html: str, url: str | None = None, comments: Comments = "auto") -> Doc:
    """Read a page into blocks, each with its likelihood.

    url: where the page was fetched, if known. comments: whether readers' comments are content;
    "auto" goes by the kind of page, on which a thread is the content or follows it.
    Raises Hostile for a page that no parser here can take.
    """
    try:
        check(html)
    except Hostile:
        if len(html) > flatten.LARGEST:
            raise
        doc = from_text(flatten.flatten(html))
        return replace(doc, metadata=doc.metadata.note("text", "flattened: too broken for the HTML parser"))
    tree = LexborHTMLParser(html, options=LexborDocumentOptions.WO_EVENTS)
    found, where = _walk(tree)
    head = read_head(tree, url)
    if not found.pieces:
        return Doc((), metadata=_metadata(head, None))
    likely, bar, witness = _judge(found, head, html, comments)
    blocks = make_blocks(found, likely.tolist(), bar, head.url)
    title = _title_block(blocks, head)
    return Doc(
        blocks,
        metadata=_metadata(head, title).note("text", where + witness),
        chars_in=sum(len(b.text) for b in blocks),
        title_at=title.position if title else None,
        bar=bar,
    )


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


def _title_block(blocks: tuple[Block, ...], head: Head) -> Block | None:
    """The heading that the page's own title repeats; else its only heading of the first rank; else a
    line with which the page's own title begins, which has the site's name behind it."""
    whole = fold.letters(head.title)
    ranked = [b for b in blocks if 1 <= b.level <= 3]
    parts = [b for b in ranked if len(b.key) >= LEAST and b.key in whole]
    if parts:
        return max(parts, key=lambda b: (len(b.key), -b.position))
    wider = [b for b in ranked if len(whole) >= LEAST and whole in b.key]
    if wider:
        return min(wider, key=lambda b: (len(b.key), b.position))
    first = [b for b in ranked if b.level == 1]
    if len(first) == 1:
        return first[0]
    starts = [b for b in blocks if len(b.key) >= max(LEAST, HALF * len(whole)) and whole.startswith(b.key)]
    return max(starts, key=lambda b: (len(b.key), -b.position)) if starts else None


def _metadata(head: Head, title: Block | None) -> Metadata:
    """What the page says of itself outside its text."""
    known = Metadata()
    if title:
        known = known.learn(title.where, title=title.text)
    known = known.learn("head: title", title=_without_site(head.title, head.site))
    known = known.learn("head: canonical", url=head.url)
    return known.learn("og:site_name", site=head.site)


def _without_site(title: str, site: str) -> str:
    """A title without the site's name at either end."""
    name = fold.letters(site)
    parts = [part for part in _SEPARATOR.split(title) if fold.letters(part) != name]
    return title[title.index(parts[0]) : title.rindex(parts[-1]) + len(parts[-1])] if parts and name else title
