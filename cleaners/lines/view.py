"""A page of lines as the walk that the features of cleaners.dom read.

What an HTML page says by its elements, a line says by its looks and by its phrases: a short line above
a paragraph is a heading, a bulleted one an item, and one that holds a phrase of furniture stands, as it
were, in an element of that name.
"""

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.dom.head import Head
from cleaners.dom.pieces import Piece, Walk
from cleaners.dom.words import groups
from cleaners.kinds import tells

HEADING = range(6, 80)  # columns of a line that may be a heading
BELOW = 2  # blocks below a heading among which a paragraph stands

# The table of a phrase -> the group of class words that says the same.
GROUPS = {
    "related_posts": "related",
    "read_also": "related",
    "comments": "comment",
    "sharing": "share",
    "communities": "share",
    "author_bios": "author",
    "tags": "tags",
    "subscriptions": "subscribe",
    "counters": "meta",
    "consent": "consent",
    "promotions": "advert",
    "navigation": "navigation",
    "copyrights": "footer",
}
_BITS = {table: 1 << groups().index(group) for table, group in GROUPS.items()}


def view(doc: Doc) -> tuple[Walk, Head]:
    """The page as a walk, and its title as its head."""
    walk = Walk(parent=[0], tag=["body"], mask=[0], flags=[0], signature=[0], depth=[0], first=[0], end=[0])
    blocks = doc.outlined
    for at, block in enumerate(blocks):
        tag = _tag(doc, at)
        element = _open(walk, tag, at) if tag else 0
        walk.pieces.append(Piece(block.text, element, mask=_mask(block), broken=not block.gap))
    walk.end[0] = len(blocks)
    return walk, Head(title=doc.metadata.title or "")


def _tag(doc: Doc, at: int) -> str:
    """The tag that a line like this would have; "" for any other."""
    block = doc.outlined[at]
    if block.bullet:
        return "li"
    plain = block.columns in HEADING and not (block.ends or block.dated or block.bare_number or tells(block))
    return "h2" if plain and any(b.prose for b in doc.outlined[at + 1 : at + 1 + BELOW]) else ""


def _open(walk: Walk, tag: str, at: int) -> int:
    """An element around the piece that comes next."""
    walk.parent.append(0)
    walk.tag.append(tag)
    walk.mask.append(0)
    walk.flags.append(0)
    walk.signature.append({"h2": 1, "li": 2}[tag])
    walk.depth.append(1)
    walk.first.append(at)
    walk.end.append(at + 1)
    return len(walk.parent) - 1


def _mask(block: Block) -> int:
    mask = 0
    for mark in block.marks:
        mask |= _BITS.get(mark.partition(".")[0], 0)
    return mask
