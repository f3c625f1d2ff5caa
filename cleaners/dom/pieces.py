"""What the walk over a page finds: its pieces of text, and its elements as columns."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
"""Numbers, one a piece; or several rows of them, a row a feature."""

HIDDEN, ARIA_HIDDEN, NOSCRIPT = 1, 2, 4
"""Flags of an element; they pass down to all that it holds."""

Mark = tuple[int, str]
"""An index among a piece's parts, and what stands before that part: see cleaners.dom.markdown."""


@dataclass(slots=True)
class Piece:
    """A unit of text.

    text: as a browser sets it, on one line; white space is kept in code. element: index of the
    nearest block-level element. linked, bold: characters in links and in bold. links: links that
    begin in it. mask: what the classes of inline tags say (see cleaners.dom.words). broken: a
    `<br>` stands before it, and no other break. parts, marks: the text as the tags cut it, and
    their Markdown. cells, table: of a row of data, its cells and the table's element.
    """

    text: str
    element: int
    linked: int = 0
    links: int = 0
    bold: int = 0
    mask: int = 0
    broken: bool = False
    parts: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    cells: tuple["Piece", ...] = ()
    table: int = -1


@dataclass(slots=True)
class Walk:
    """What a walk found: the pieces, and a column for each property of the elements.

    Element 0 is the body, its own parent. An element covers the pieces first[e] up to, not
    including, end[e]. signature: equal for elements whose tag and class, and those of all around
    them, are. number: of the items of numbered lists.
    nodes: the element that a node of the tree is, by the node's mem_id.
    """

    pieces: list[Piece] = field(default_factory=list)
    parent: list[int] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    mask: list[int] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    signature: list[int] = field(default_factory=list)
    depth: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    number: dict[int, int] = field(default_factory=dict)
    nodes: dict[int, int] = field(default_factory=dict)
