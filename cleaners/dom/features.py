"""What each piece of a page looks like in its place: one column of numbers a piece, for the trees.

All of it is reckoned for the whole page at once, in numpy: its texts, their places among the
elements, what looks like the article, what stands near, and the page as a whole. The bounds in
these modules (60 columns are prose, 140 are long, ...) were set by hand: the trees find the better
bounds themselves in what is not cut. Change one, and the model must be trained anew.
"""

from typing import NamedTuple

import numpy as np

from cleaners.dom import features_article, features_near, features_page, features_place, features_text
from cleaners.dom.features_article import Guess, article_rows, guess
from cleaners.dom.features_near import near_rows
from cleaners.dom.features_page import page_rows
from cleaners.dom.features_place import Place, place_rows, read_place
from cleaners.dom.features_text import Texts, read_texts, text_rows
from cleaners.dom.head import Head
from cleaners.dom.pieces import Floats, Walk

NAMES: tuple[str, ...] = (
    *features_text.NAMES,
    *features_place.NAMES,
    *features_article.NAMES,
    *features_near.NAMES,
    *features_page.NAMES,
)


class Look(NamedTuple):
    """What the features are reckoned from. total and prose: the page's columns, in all and of prose."""

    texts: Texts
    place: Place
    found: Guess
    total: float
    prose: float


def look(walk: Walk, head: Head) -> Look:
    """Look at a page as a whole. The walk must have pieces."""
    texts = read_texts(walk.pieces)
    place = read_place(walk, texts)
    total, prose = max(float(place.cols[0]), 1), max(float(place.prose[0]), 1)
    return Look(texts, place, guess(walk, head, texts, place), total, prose)


def features(walk: Walk, head: Head) -> Floats:
    """One row a feature, in the order of `NAMES`; one column a piece. The walk must have pieces."""
    texts, place, found, total, prose = look(walk, head)
    return np.concatenate(
        (
            text_rows(walk.pieces, texts),
            place_rows(place, texts, total, prose),
            article_rows(texts, place, found, prose),
            near_rows(texts, place, total, prose),
            page_rows(walk, head, texts, place, found),
        )
    )
