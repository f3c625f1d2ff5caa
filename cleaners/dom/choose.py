"""Which pieces of a page to keep, given how likely each is a part of the article.

One threshold for all pages is wrong: a long list may be the article on one page and the way to others
on the next. The threshold is the page's own: the one with the highest expected F1 (the plug-in rule of
Lewis 1995, "Evaluating and optimizing autonomous text classification systems").
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

NARROWEST = 0.01  # columns that a piece counts at least, so that an empty one does not divide by nought


def choose(probabilities: NDArray[np.float32], widths: Sequence[float] | NDArray[np.float32]) -> tuple[float, float]:
    """The threshold from which on pieces are kept, and the F1 that it promises; (1, 0) without pieces.

    probabilities: how likely each piece is a part of the article. widths: its display columns.
    """
    if not len(probabilities):
        return 1.0, 0.0
    width = np.maximum(widths, NARROWEST).astype(np.float64)
    order = np.argsort(-probabilities, kind="stable")
    kept = np.cumsum(width[order])
    right = np.cumsum((width * probabilities)[order])
    expected = 2 * right / (kept + right[-1])
    best = int(expected.argmax())
    return float(probabilities[order[best]]), float(expected[best])


def expect(probabilities: NDArray[np.float32], widths: NDArray[np.float32], kept: NDArray[np.bool_]) -> float:
    """The F1 that a choice of pieces promises; nought where nothing is kept."""
    right = widths * probabilities
    return float(2 * right[kept].sum() / max(widths[kept].sum() + right.sum(), NARROWEST))
