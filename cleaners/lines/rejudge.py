"""A second round of trees, which know what the first think of a line and of those around it.

Stacked generalization (Wolpert 1992): the first learned from pages of all kinds, whose lines were labelled by a
gold text; these learned from our own pages, labelled line by line. `python -m bench.train_rejudge` makes the file.
"""

from functools import cache

import numpy as np

from cleaners.dom.pieces import Floats
from cleaners.dom.trees import Trees, likely, read_trees
from cleaners.lines import features, features_odds
from cleaners.lines.features_odds import odds_rows

NAMES = (*features_odds.NAMES, *features.NAMES)


@cache
def load() -> Trees:
    """The trees of the second round."""
    return read_trees("cleaners.lines", "second.npz", NAMES, "bench.train_rejudge")


def rejudge(rows: Floats, first: Floats) -> Floats:
    """How likely each line is a part of the article, 0 to 1. rows: its features. first: what the first trees say."""
    return likely(load().score(second_rows(rows, first)))


def second_rows(rows: Floats, first: Floats) -> Floats:
    """The features of `NAMES`, a row each."""
    return np.concatenate((odds_rows(first), rows))
