"""Pieces of a walk as blocks of a Doc: of which kind each is, and where on the page it stands."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from cleaners.block import Block, Kind
from cleaners.dom.markdown import inline
from cleaners.dom.pieces import Piece, Walk
from cleaners.dom.walk import flow
from cleaners.dom.words import groups
from cleaners.shape import PERMALINK

RANKS = {f"h{rank}": rank for rank in range(1, 7)}
KINDS: dict[str, Kind] = {"blockquote": "quote", "pre": "code", "figcaption": "caption", "caption": "caption"}
# Tags, and groups of class words, that name a part of a page which is no article.
FRAME_TAGS = frozenset({"nav", "header", "footer", "aside", "form", "button", "noscript"})
FRAME_WORDS = (
    "navigation footer sidebar share related teaser comment author meta tags advert subscribe consent path pager "
    "contents search login button widget language disclaimer hidden"
).split()
_FRAME = [(1 << groups().index(name), name) for name in FRAME_WORDS]
_FRAME_MASK = sum(bit for bit, _ in _FRAME)
_TELLING = FRAME_TAGS | RANKS.keys() | KINDS.keys()


class _Context(NamedTuple):
    """What the elements around a piece make of it. item: the list item that it stands in, or -1;
    outer, inner: columns by which Markdown indents the item's mark, and what stands in the item."""

    kind: Kind = "paragraph"
    level: int = 0
    item: int = -1
    outer: int = 0
    inner: int = 0
    within: str = ""


def make_blocks(found: Walk, likely: Sequence[float], bar: float, base: str) -> tuple[Block, ...]:
    """A block for each piece. likely: of each piece; bar: the likelihood from which on a piece's
    Markdown is needed; base: the page's address."""
    contexts = _contexts(found)
    return tuple(
        _make(found, at, contexts[piece.element], likely[at], _markdown(piece, base) if likely[at] >= bar else "")
        for at, piece in enumerate(found.pieces)
    )


def _make(found: Walk, at: int, context: _Context, likely: float, markdown: str) -> Block:
    piece = found.pieces[at]
    kind: Kind = "row" if piece.cells else context.kind
    bullet, text = "", piece.text
    if kind == "heading":  # documentation puts a link to the heading behind it
        text, markdown = text.removesuffix(PERMALINK).rstrip(), markdown.removesuffix(PERMALINK).rstrip()
    elif kind == "item" and found.first[context.item] == at:
        number = found.number.get(context.item, 0)
        bullet = f"{number}. " if context.item in found.number else "- "
    elif kind == "item":
        kind = "paragraph"
    return Block.of(
        position=at,
        text=text or piece.text,
        bullet=bullet,
        gap=0 if piece.broken or kind == "row" else 1,
        indent=context.outer if kind == "item" else context.inner,
        kind=kind,
        level=context.level,
        joined=piece.broken or (kind == "row" and at > 0 and found.pieces[at - 1].table == piece.table),
        inline="" if markdown == text else markdown,
        likely=likely,
        within=context.within,
    )


def _markdown(piece: Piece, base: str) -> str:
    """The text as Markdown; of a table's row, its cells between bars."""
    if not piece.cells:
        return inline(piece, base)
    cells = (" ".join(flow(inline(p, base)) for p in (cell.cells or (cell,))) for cell in piece.cells)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _contexts(found: Walk) -> list[_Context]:
    """The context of each element: that of the element around it, unless it says something itself."""
    contexts = [_Context()]
    for element in range(1, len(found.parent)):
        around = contexts[found.parent[element]]
        tag, mask = found.tag[element], found.mask[element] & _FRAME_MASK
        if tag == "li":
            width = 3 if element in found.number else 2  # of "1. " and of "- "
            around = _Context("item", around.level, element, around.inner, around.inner + width, around.within)
        contexts.append(_enter(tag, mask, around) if mask or tag in _TELLING else around)
    return contexts


def _enter(tag: str, mask: int, around: _Context) -> _Context:
    within = f"<{tag}>" if tag in FRAME_TAGS else _name(mask) or around.within
    kind, level, item, outer, inner, _ = around
    if tag in RANKS:
        kind, level = "heading", RANKS[tag]
    elif tag in KINDS:
        kind = KINDS[tag]
    elif within == around.within:
        return around
    return _Context(kind, level, item, outer, inner, within)


@cache
def _name(mask: int) -> str:
    """The first group of words in a mask that names a part of the frame, or ""."""
    return next((name for bit, name in _FRAME if mask & bit), "")
