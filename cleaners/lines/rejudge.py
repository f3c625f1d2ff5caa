"""A second round of trees, which know what the first think of a line and of those around it, and what its words say.

Stacked generalization (Wolpert 1992): the first learned from pages of all kinds, whose lines were labelled by a
gold text; these learned from our own pages, labelled line by line. `python -m bench.train_rejudge` makes the file.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np

from cleaners.block import Block
from cleaners.dom.pieces import Floats
from cleaners.dom.trees import Trees, likely, read_trees
from cleaners.lines import features, features_odds
from cleaners.lines.features_odds import odds_rows
from cleaners.wording import score

NAMES = (*features_odds.NAMES, *features.NAMES)


@cache
def load() -> Trees:
    """The trees of the second round."""
    return read_trees("cleaners.lines", "second.npz", NAMES, "bench.train_rejudge")


def rejudge(blocks: Sequence[Block], rows: Floats, first: Floats) -> Floats:
    """How likely each line is a part of the article, 0 to 1.

    blocks: the lines. rows: their features. first: what the first trees say.
    """
    return likely(load().score(second_rows(blocks, rows, first, score.load("articles"))))


def second_rows(blocks: Sequence[Block], rows: Floats, first: Floats, wording: score.Wording) -> Floats:
    """The features of `NAMES`, a row each. wording: weights of the words of articles."""
    worded = wording.scores([b.words for b in blocks], [b.columns for b in blocks])
    return np.concatenate((odds_rows(first, np.array(worded)), rows))
