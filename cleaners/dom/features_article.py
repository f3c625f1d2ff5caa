"""Where a page's pieces stand towards what looks like its article: the best container, the longest
stretch of prose, the title.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaners import fold
from cleaners.dom.features_place import FRAME, INLINE, RANKED, TAGS, Ints, Place
from cleaners.dom.features_text import COMMA, Texts
from cleaners.dom.head import Head
from cleaners.dom.pieces import Floats, Walk

FAR = 60  # pieces; what is farther off is the same
UNTITLED = 250  # stands for the distance from a title where there is none
LEAST_TITLE = 4  # letters of a heading that can be the title
GOOD = 50  # columns without links from which a piece speaks for its container

STRETCH = ("stretch_in", "stretch_before", "stretch_after")
NAMES = (
    *("best_in", "best_before", "best_after", "best_depth", "best_score", "best_up"),
    *("branch_share", "branch_links", "branch_prose", "branch_n", "branch_twins", "branch_left", "best_left"),
    *STRETCH,
    *("title_gap", "is_title", "title_cols"),
)


@dataclass(frozen=True)
class Guess:
    """What looks like the article. best: an element; score: of each piece's container beside the best one's;
    stretch: the pieces from, up to; title: a piece or -1; titles: all pieces that repeat it."""

    best: int
    score: Floats
    stretch: tuple[int, int]
    title: int
    titles: Sequence[int]


def guess(walk: Walk, head: Head, texts: Texts, place: Place) -> Guess:
    """Look for the article by rules of thumb; the trees weigh what they find."""
    best, score = _best_container(place, texts)
    # By hand: prose counts by its length up to four lines of 80, a link costs one line, a label a third.
    weight = np.where(texts.prose > 0, np.minimum(texts.own / 80, 4), np.where(texts.link_share > 0.5, -1.0, -0.35))
    return Guess(best, score, _stretch(weight), *_title(walk, place, head.title))


def _best_container(place: Place, texts: Texts) -> tuple[int, Floats]:
    """The element that a score like Readability's prefers, and each piece's share of that score.

    After arc90's Readability: a paragraph gives its container points for commas and length, and half of
    them to the element above; a container with many links loses.
    """
    good = (texts.own >= GOOD) & (texts.link_share < 0.5)
    points = np.where(good, 1 + texts.counts[COMMA] + np.minimum(texts.own / 100, 3), 0)
    points *= np.where(place.tags & FRAME, 0.2, 1)
    home = np.where(INLINE[place.tag[place.at]], place.above, place.at)
    size = len(place.parent)
    score = np.bincount(home, points, size) + 0.5 * np.bincount(place.parent[home], points, size)
    score *= place.own / np.maximum(place.cols, 1)
    best = int(score.argmax())
    return best, (score[home] / max(float(score[best]), 1e-6)).astype(np.float32)


def _stretch(weight: NDArray[np.float64]) -> tuple[int, int]:
    """The contiguous stretch with the largest sum, as first and end (Kadane's algorithm)."""
    sums = np.concatenate((np.zeros(1), np.cumsum(weight)))
    end = int((sums - np.minimum.accumulate(sums)).argmax())
    return int(sums[: end + 1].argmin()), end


def _title(walk: Walk, place: Place, title: str) -> tuple[int, list[int]]:
    """The heading that holds the title, else the first of the first rank (-1 if none); and those that repeat it."""
    whole = fold.letters(title)
    ranks = place.tag[place.at], place.tag[place.above]
    ranked = np.flatnonzero(RANKED[ranks[0]] | RANKED[ranks[1]]).tolist()
    keys = [fold.letters(walk.pieces[i].text) for i in ranked]
    same = [i for i, key in zip(ranked, keys, strict=True) if len(key) >= LEAST_TITLE and _agree(key, whole)]
    if same:
        return max(same, key=lambda i: len(walk.pieces[i].text)), same
    first = np.flatnonzero((ranks[0] == TAGS["h1"]) | (ranks[1] == TAGS["h1"]))
    return int(first[0]) if len(first) else -1, same


def _agree(key: str, whole: str) -> bool:
    return bool(whole) and (key in whole or whole in key)


def article_rows(texts: Texts, place: Place, found: Guess, prose: float) -> Floats:
    """The features of `NAMES`, a row each. prose: the page's columns of prose."""
    count = len(place.at)
    pieces = np.arange(count)
    begin, end = int(place.first[found.best]), int(place.end[found.best])
    rows = np.empty((len(NAMES), count), np.float32)
    rows[0:3] = beside(pieces, begin, end)
    rows[3] = np.where(rows[0] > 0, place.depth[place.at] - place.depth[found.best], -1)
    rows[4] = found.score
    branch = _branches(place, found.best)[place.at]
    rows[5] = place.depth[found.best] - place.depth[place.parent[branch]]
    cols = np.maximum(place.cols[branch], 1)
    rows[6] = place.prose[branch] / prose
    rows[7] = 1 - place.own[branch] / cols
    rows[8] = place.prose[branch] / cols
    rows[9] = np.log1p(place.count[branch])
    rows[10] = np.log1p(np.bincount(place.signature)[place.signature[branch]])
    done = np.cumsum(texts.prose)
    rows[11] = np.log1p(np.maximum(done[place.end[branch] - 1] - done, 0))
    rows[12] = np.where(rows[0] > 0, np.maximum(done[end - 1] - done, 0) / prose, -1)
    rows[13:16] = beside(pieces, *found.stretch)
    rows[16:19] = _beside_title(texts, pieces, found)
    return rows


def beside(pieces: Ints, begin: int, end: int) -> list[Ints | NDArray[np.bool_]]:
    """Whether each piece is in a range, how far before it, how far after it."""
    return [
        (pieces >= begin) & (pieces < end),
        np.minimum(np.maximum(begin - pieces, 0), FAR),
        np.minimum(np.maximum(pieces - end + 1, 0), FAR),
    ]


def _branches(place: Place, best: int) -> Ints:
    """Of each element, the outermost one around it that does not hold the best container, or stands in it.

    That is: the child of the chain from the page down to the best container by which it hangs.
    """
    chain = np.zeros(len(place.parent), bool)
    at = best
    chain[at] = True
    while at:
        at = int(place.parent[at])
        chain[at] = True
    own = np.arange(len(chain))
    jump = np.where(chain | chain[place.parent], own, place.parent)
    while True:
        further = jump[jump]
        if (further == jump).all():
            return jump
        jump = further


def _beside_title(texts: Texts, pieces: Ints, found: Guess) -> Floats:
    """How many pieces after the title, whether the title itself, how many columns after the title."""
    rows = np.zeros((3, len(pieces)), np.float32)
    rows[1, found.titles] = 1
    if found.title < 0:
        rows[0], rows[2] = UNTITLED, -1
        return rows
    rows[0] = np.clip(pieces - found.title, -FAR, UNTITLED - 50)
    sums = np.cumsum(texts.cols) - texts.cols
    rows[2] = np.log1p(np.maximum(sums - sums[found.title], 0))
    return rows
