"""The tests' own pages as a model's file has them: code and trees may not change without each other."""

from collections.abc import Sequence
from importlib import resources

import numpy as np
import pytest

from cleaners.dom.pieces import Floats
from cleaners.dom.trees import Trees


def check(package: str, name: str, pages: Sequence[Floats], trees: Trees, trainer: str) -> None:
    """Hold the pages' features, and what trees make of them, against what the trees' file says of both.

    pages: each page's features. trainer: the module that makes the file.
    """
    advice = f"train anew: python -m {trainer}"
    with resources.files(package).joinpath(name).open("rb") as file, np.load(file) as arrays:
        means, odds = arrays["probe_rows"], arrays["probe_odds"]
    now = np.stack([page.mean(axis=1) for page in pages])
    changed = {trees.names[i] for i in np.flatnonzero(~np.isclose(now, means, rtol=1e-3, atol=1e-3).all(axis=0))}
    assert changed == set(), advice
    assert np.concatenate([trees.score(page) for page in pages]) == pytest.approx(odds, abs=0.01), advice
