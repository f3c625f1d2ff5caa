"""The conditional logit by which weights are fitted: of a page's candidates one is right, or none, whose score is 0.

McFadden 1974, "Conditional logit analysis of qualitative choice behavior".
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
Loss = Callable[[Floats], tuple[float, Floats]]


@dataclass(frozen=True)
class Choices:
    """What the pages chose: page and right, of each candidate; none, of each page, whether no candidate is right; and
    count, how often the page counts."""

    page: NDArray[np.intp]
    right: NDArray[np.bool_]
    none: NDArray[np.bool_]
    count: Floats


def choice_loss(design: csr_matrix, made: Choices, penalty: float) -> Loss:
    """The negative log-likelihood of weights with a squared penalty, and its slope. design: candidates by traits."""
    page, right, none, count = made.page, made.right, made.none, made.count

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = design @ weights
        top = np.zeros(len(none))
        np.maximum.at(top, page, scores)
        odds, other = np.exp(scores - top[page]), np.exp(-top)
        every = np.bincount(page, odds, minlength=len(top)) + other
        good = np.bincount(page, odds * right, minlength=len(top)) + none * other
        slope = (odds / every[page] - odds * right / np.maximum(good, 1e-300)[page]) * count[page]
        cost = -(count * (np.log(good + 1e-300) - np.log(every))).sum() + 0.5 * penalty * (weights @ weights)
        return float(cost), design.T @ slope + penalty * weights

    return loss
