"""How likely each line of a page is a part of the article: the trees of model.npz, read as cleaners.dom reads its own.

`python -m bench.train_lines` makes the file.
"""

from functools import cache

from cleaners.dom.pieces import Floats
from cleaners.dom.trees import Trees, likely, read_trees
from cleaners.lines.features import NAMES


@cache
def load() -> Trees:
    """The trees by which lines are judged."""
    return read_trees("cleaners.lines", "model.npz", NAMES, "bench.train_lines")


def judge(rows: Floats) -> Floats:
    """How likely each line is a part of the article, 0 to 1. rows: its features."""
    return likely(load().score(rows))
