"""How likely each piece of a page is a part of the article: boosted trees, read with numpy alone.

The trees are oblivious (CatBoost's): all nodes of one depth ask the same question, so a tree of depth d
is d questions "is this feature above this border?" whose answers, as bits, number one of 2**d leaves.
`python -m bench.train_door` makes the file model.npz.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cleaners.dom.features import NAMES, features
from cleaners.dom.head import Head
from cleaners.dom.pieces import Floats, Walk


class ModelError(Exception):
    """The model file was trained on other features than the code computes."""


@dataclass(frozen=True)
class Trees:
    """Boosted trees. names: the features, in the order of the rows that `score` takes.

    A question asks whether the feature column[q] is above border[q]; levels[d, t] is the question that
    tree t asks at depth d, leaves[t * 2**depth + answers] what it adds.
    """

    names: tuple[str, ...]
    column: NDArray[np.intp]
    border: Floats
    levels: NDArray[np.intp]
    leaves: Floats
    bias: float

    def score(self, rows: Floats) -> Floats:
        """The log-odds of each piece. rows: one row a feature, one column a piece."""
        answers = (rows.take(self.column, axis=0) > self.border[:, None]).view(np.uint8)
        leaf = answers.take(self.levels[-1], axis=0)
        for level in self.levels[-2::-1]:
            leaf += leaf
            leaf += answers.take(level, axis=0)
        at = leaf.astype(np.intp)
        at += np.arange(0, len(self.leaves), 1 << len(self.levels))[:, None]
        scores: Floats = self.leaves.take(at).sum(axis=0) + np.float32(self.bias)
        return scores


def trees_of(arrays: Mapping[str, NDArray[Any]]) -> Trees:
    """The trees that the model file's arrays hold."""
    return Trees(
        names=tuple(arrays["names"].tolist()),
        column=arrays["column"].astype(np.intp),
        border=arrays["border"],
        levels=arrays["levels"].astype(np.intp),
        leaves=arrays["leaves"],
        bias=float(arrays["bias"]),
    )


def read_trees(package: str, name: str, names: tuple[str, ...], trainer: str) -> Trees:
    """The trees of a package's file; ModelError if their features are not the code's. trainer: what makes the file."""
    with resources.files(package).joinpath(name).open("rb") as file, np.load(file) as arrays:
        trees = trees_of(arrays)
    if trees.names != names:
        raise ModelError(f"{package}: {name} was trained on other features; run python -m {trainer}")
    return trees


@cache
def load() -> Trees:
    """The trees by which pieces of HTML are judged."""
    return read_trees("cleaners.dom", "model.npz", NAMES, "bench.train_door")


def judge(walk: Walk, head: Head) -> Floats:
    """How likely each piece is a part of the article, 0 to 1; empty without pieces."""
    if not walk.pieces:
        return np.zeros(0, np.float32)
    return likely(load().score(features(walk, head)))


def likely(log_odds: Floats) -> Floats:
    """Log-odds as probabilities."""
    return (1 / (1 + np.exp(-log_odds))).astype(np.float32)
