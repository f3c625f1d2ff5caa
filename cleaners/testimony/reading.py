"""A page that has been read: what the witnesses are heard on."""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from cleaners.block import Block
from cleaners.dom.head import Head
from cleaners.dom.pieces import Walk


@dataclass(frozen=True)
class Reading:
    """A page that has been parsed and judged.

    head: what it says of itself. walk: its pieces; blocks: one for each of them. bar: the likelihood from
    which a block is the article's. way: how the text was read, and how sure that is.
    """

    tree: LexborHTMLParser
    head: Head
    walk: Walk
    blocks: tuple[Block, ...]
    bar: float
    way: str
