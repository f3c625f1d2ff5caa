"""How likely each line of a page is a part of the article: the trees of model.npz, read as cleaners.dom reads its own.

`python -m bench.train_lines` makes the file.
"""

from functools import cache

from cleaners.doc import Doc
from cleaners.dom.pieces import Floats
from cleaners.dom.trees import Trees, likely, read_trees
from cleaners.lines.features import NAMES, features, untold


@cache
def load() -> Trees:
    """The trees by which lines are judged."""
    return read_trees("cleaners.lines", NAMES, "bench.train_lines")


def judge(doc: Doc) -> Floats:
    """How likely each block that was outlined is a part of the article, 0 to 1; see features."""
    return likely(load().score(features(doc)))


def judge_afresh(doc: Doc) -> Floats:
    """The same, by the trees that are not told what the cleaners made of the lines."""
    return likely(load().score(untold(features(doc))))
