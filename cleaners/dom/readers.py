"""Readers' comments: content or not, where the caller has decided it."""

import numpy as np
from numpy.typing import NDArray

from cleaners.doc import Comments
from cleaners.dom.features_place import WRAPPER
from cleaners.dom.head import Head
from cleaners.dom.pieces import Floats, Walk
from cleaners.dom.words import groups

KEPT = 0.9  # likelihood of a comment that the caller wants
LEAST = 20  # characters of it: shorter pieces are buttons, names and times
MOST_LINKS = 0.5  # share of its text in links
MOST = 0.5  # share of the text that is likely the article's, above which a part for comments is the content


def with_comments(found: Walk, likely: Floats, head: Head, comments: Comments) -> Floats:
    """The likelihoods with those of comments set as the caller wants.

    "auto" cuts them on a page that calls itself an article, if most of what is likely stands
    elsewhere; on any other page a thread may be the content, and the likelihoods stay as they are.
    """
    if comments == "auto" and not head.is_article:
        return likely
    inside = _inside(found)
    lengths = np.array([len(p.text) for p in found.pieces])
    if comments == "keep":
        said = np.array([len(p.text) >= LEAST and p.linked < MOST_LINKS * len(p.text) for p in found.pieces])
        return np.where(inside & said, np.maximum(likely, np.float32(KEPT)), likely)
    expected = lengths * likely
    if comments == "auto" and expected[inside].sum() > MOST * expected.sum():
        return likely
    return np.where(inside, np.float32(0), likely)


def _inside(found: Walk) -> NDArray[np.bool_]:
    """For each piece, whether it stands in a part for comments."""
    bit = 1 << groups().index("comment")
    lengths = np.cumsum([0, *(len(p.text) for p in found.pieces)])
    inside: list[bool] = []
    for element, parent in enumerate(found.parent):
        own = bool(found.mask[element] & bit)
        length = lengths[found.end[element]] - lengths[found.first[element]]
        around = bool(element) and inside[parent]
        inside.append(around or (own and length < WRAPPER * lengths[-1]))
    return np.array([inside[p.element] for p in found.pieces])
