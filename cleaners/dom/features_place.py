"""Where a page's pieces stand: in which elements, beside which, in which container.

Elements cover contiguous ranges of pieces, so prefix sums give every element's totals, and what an
element inherits from those around it comes by pointer jumping: each round doubles how far up is seen.
"""

from dataclasses import dataclass
from itertools import repeat
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from cleaners.dom.features_text import Texts
from cleaners.dom.pieces import ARIA_HIDDEN, HIDDEN, NOSCRIPT, Floats, Walk
from cleaners.dom.words import groups

Ints = NDArray[np.intp]

WRAPPER = 0.9  # an element with this share of the page's text wraps the page: its classes say nothing
CLIMBS = (1, 2, 3, 5)  # ancestors of a piece's element whose totals are features
PLACED = 2  # of these, how many say where the piece stands in them

SEMANTIC = tuple(
    "nav header footer aside main article form table ul ol dl figure section blockquote pre li td button details p "
    "h1 h2 h3 h4 label address figcaption noscript tr a dd dt".split()
)
BITS = {tag: 1 << i for i, tag in enumerate(SEMANTIC)}
BITS["th"] = BITS["td"]
HEADINGS = BITS["h1"] | BITS["h2"] | BITS["h3"] | BITS["h4"]
FRAME = BITS["nav"] | BITS["footer"] | BITS["aside"]
LISTS = BITS["ul"] | BITS["ol"]

_TAGS = (
    *("p", "h1", "h2", "h3", "h4 h5 h6", "li", "td th tr", "div", "span", "blockquote", "pre", "figcaption caption"),
    *("button", "dt", "dd", "a", "section article main", "footer header nav aside", "body", "address"),
    "label form fieldset legend",
)
TAGS = {tag: number for number, tags in enumerate(_TAGS, 1) for tag in tags.split()}
INLINE = np.zeros(len(_TAGS) + 1, bool)  # the numbers of tags whose parent is the container
INLINE[[TAGS[tag] for tag in ("p", "li", "td", "blockquote", "pre")]] = True
RANKED = np.zeros(len(_TAGS) + 1, bool)  # the numbers of headings' tags
RANKED[[TAGS[f"h{rank}"] for rank in range(1, 7)]] = True

_NUMBERS = {tag: number for number, tag in enumerate(sorted(BITS.keys() | TAGS.keys()), 1)}
_BIT_OF = np.array([0, *(BITS.get(tag, 0) for tag in _NUMBERS)], np.int64)
_CODE_OF = np.array([0, *(TAGS.get(tag, 0) for tag in _NUMBERS)], np.intp)

_WORD_BITS = np.arange(len(groups()))[:, None]
_TAG_BITS = np.arange(len(SEMANTIC))[:, None]

_UP = ("cols", "share", "links", "prose", "n", "mean", "prose_in", "twins")
_SAME = ("prose", "share", "links", "n", "mean")
NAMES = (
    *(f"in_{name}" for name in groups()),
    *(f"tag_{name}" for name in SEMANTIC),
    *("hidden", "lists", "tag", "parent_tag", "depth"),
    *(f"up{climb}_{what}" for what in _UP for climb in CLIMBS),
    *(f"up{climb}_place" for climb in CLIMBS[:PLACED]),
    *(f"{which}_{what}" for which in ("sig", "psig") for what in _SAME),
)


@dataclass(frozen=True)
class Place:
    """A page's elements as columns, and the pieces' places among them.

    at and above: of each piece, its element and that one's parent. cols, own, prose, count: of each
    element. masks, near and tags: of each piece, the class words of all elements around it, those of
    the nearest three, and the bits of `SEMANTIC` tags around it.
    """

    at: Ints
    above: Ints
    parent: Ints
    first: Ints
    end: Ints
    depth: Ints
    signature: Ints
    tag: Ints
    cols: Floats
    own: Floats
    prose: Floats
    count: Ints
    masks: NDArray[np.int64]
    near: NDArray[np.int64]
    tags: NDArray[np.int64]
    lists: Ints
    flags: Ints

    @property
    def heading(self) -> NDArray[np.bool_]:
        """Which pieces stand in a heading."""
        return (self.tags & HEADINGS) > 0


def read_place(walk: Walk, texts: Texts) -> Place:
    """The columns of a page."""
    size = len(walk.parent)
    at = np.fromiter(map(attrgetter("element"), walk.pieces), np.intp, len(walk.pieces))
    parent, first, end = (np.fromiter(c, np.intp, size) for c in (walk.parent, walk.first, walk.end))
    cols, own, prose = (_totals(column, first, end) for column in (texts.cols, texts.own, texts.prose))
    own_mask = np.fromiter(walk.mask, np.int64, size)
    own_mask[cols > WRAPPER * cols[0]] = 0
    number = np.fromiter(map(_NUMBERS.get, walk.tag, repeat(0)), np.intp, size)
    tags = _BIT_OF[number]
    lists = np.where(tags & LISTS, 1, 0)
    lists[0] = 0
    mask, tags, lists = _inherit(parent, own_mask, tags, lists)
    above = parent[at]
    inline = np.fromiter(map(attrgetter("mask"), walk.pieces), np.int64, len(at))
    return Place(
        at=at,
        above=above,
        parent=parent,
        first=first,
        end=end,
        depth=np.fromiter(walk.depth, np.intp, size),
        signature=np.fromiter(walk.signature, np.intp, size),
        tag=_CODE_OF[number],
        cols=cols,
        own=own,
        prose=prose,
        count=end - first,
        masks=mask[at] | inline,
        near=own_mask[at] | own_mask[above] | own_mask[parent[above]] | inline,
        tags=tags[at],
        lists=lists[at],
        flags=np.fromiter(walk.flags, np.intp, size)[at],
    )


def _totals(column: Floats, first: Ints, end: Ints) -> Floats:
    """The sum of a column over each element's pieces."""
    sums = np.concatenate((np.zeros(1), np.cumsum(column, dtype=np.float64)))
    return (sums[end] - sums[first]).astype(np.float32)


def _inherit(
    parent: Ints, mask: NDArray[np.int64], tags: NDArray[np.int64], lists: Ints
) -> tuple[NDArray[np.int64], NDArray[np.int64], Ints]:
    """Masks, tags and the number of lists of each element with those of all elements around it."""
    jump = parent
    while True:
        mask, tags, lists = mask | mask[jump], tags | tags[jump], lists + lists[jump]
        if not jump.any():
            return mask, tags, lists
        jump = jump[jump]


def place_rows(place: Place, texts: Texts, total: float, prose: float) -> Floats:
    """The features of `NAMES`, a row each. total and prose: the page's columns, in all and of prose."""
    return np.concatenate((_around(place), _above(place, total, prose), _alike(place, texts, total, prose)))


def _around(place: Place) -> Floats:
    """The class words and tags around each piece."""
    rows = np.empty((len(groups()) + len(SEMANTIC) + 5, len(place.at)), np.float32)
    words = len(_WORD_BITS)
    rows[:words] = ((place.masks >> _WORD_BITS) & 1) + ((place.near >> _WORD_BITS) & 1)
    rows[words:-5] = (place.tags >> _TAG_BITS) & 1
    flags = place.flags
    rows[-5] = (flags & HIDDEN > 0) + 2 * (flags & ARIA_HIDDEN > 0) + 4 * (flags & NOSCRIPT > 0)
    rows[-4] = place.lists
    rows[-3] = place.tag[place.at]
    rows[-2] = place.tag[place.above]
    rows[-1] = place.depth[place.at]
    return rows


def _above(place: Place, total: float, prose: float) -> Floats:
    """The totals of the elements some steps above each piece."""
    nodes, node = [], place.at
    for climb in range(1, CLIMBS[-1] + 1):
        node = place.parent[node]
        if climb in CLIMBS:
            nodes.append(node)
    at = np.stack(nodes)
    cols, own, inside, count = place.cols[at], place.own[at], place.prose[at], place.count[at]
    some = np.maximum(cols, 1)
    twins = np.bincount(place.signature)[place.signature][at]
    rows = (
        np.log1p(cols),
        cols / total,
        1 - own / some,
        inside / prose,
        np.log1p(count),
        np.log1p(cols / np.maximum(count, 1)),
        inside / some,
        np.log1p(twins),
        ((np.arange(len(place.at)) - place.first[at]) / np.maximum(count, 1))[:PLACED],
    )
    return np.concatenate(rows).astype(np.float32)


def _alike(place: Place, texts: Texts, total: float, prose: float) -> Floats:
    """The totals of all pieces whose elements, or whose parents, have the same tags and classes."""
    rows = []
    for at in (place.at, place.above):
        key = place.signature[at]
        inside, cols, own = (np.bincount(key, column)[key] for column in (texts.prose, texts.cols, texts.own))
        count = np.bincount(key)[key]
        rows += [inside / prose, cols / total, 1 - own / np.maximum(cols, 1), np.log1p(count), np.log1p(cols / count)]
    return np.stack(rows).astype(np.float32)
