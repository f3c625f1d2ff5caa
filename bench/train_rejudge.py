"""Trains the second round of trees for flattened lines, on our own pages.

usage: python -m bench.train_rejudge

The tuning seeds, labelled line by line, those without an article among them, each article's page varied some times
(bench/vary.py), and the articles alone, as the recipe has them when the trees are asked; beside each line's features,
what the first trees say of it (bench/train_lines.py, which must have run before). Writes cleaners/lines/second.npz and
prints what the trees alone keep and remove of the seeds held out, bar by bar. Same pages, same versions, same file.
Takes some three minutes on two cores.
"""

import zlib
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

import numpy as np
from catboost import CatBoost, Pool
from numpy.typing import NDArray

from bench.train_door import PAGES, write
from bench.train_lines import before_trees, untold
from bench.vary import alone, vary
from cleaners.dom.pieces import Floats
from cleaners.dom.trees import likely, trees_of
from cleaners.likelihoods import LEAST_LINES
from cleaners.lines.features import features
from cleaners.lines.judge import judge
from cleaners.lines.rejudge import NAMES, second_rows
from tests.truth import LabelledPage, shipped

VARIED = 4  # times
WEIGHT = 0.5  # of a varied page beside the page itself
BODY = 1.5  # weight of a line of the article beside another
BARS = (0.05, 0.1, 0.15, 0.2, 0.3)
SETTINGS = {
    "loss_function": "Logloss",
    "iterations": 1500,
    "depth": 5,
    "learning_rate": 0.05,
    "l2_leaf_reg": 10,
    "rsm": 0.3,
    "border_count": 64,
    "random_seed": 1,
    "thread_count": 2,
    "verbose": 0,
    "allow_writing_files": False,
}
MODEL = Path(__file__).parent.parent / "cleaners" / "lines" / "second.npz"

Lines = tuple[Floats, NDArray[np.bool_], NDArray[np.bool_]]
"""A page's features, which of its lines are the article's, and which are labelled so that they count."""


def main() -> None:
    """Read, train, write, report."""
    tune = shipped("tune")
    with ProcessPoolExecutor(2) as pool:
        pages = list(pool.map(read, tune, chunksize=16))
        articles = [page for page in tune if not page.rejection]
        varied = [*pool.map(read_varied, variants(articles), chunksize=16)]
        varied += pool.map(read, map(alone, articles), chunksize=16)
        held = list(pool.map(read, (page for page in shipped("held_out") if not page.rejection), chunksize=16))
    model = train([*((page, 1.0) for page in pages), *((page, WEIGHT) for page in varied)])
    docs = (before_trees(file.read_text(encoding="utf-8")) for file in sorted(PAGES.glob("*.txt")))
    write(model, NAMES, [seen(features(doc)) for doc in docs], MODEL)
    print(f"{MODEL.name}: {MODEL.stat().st_size} bytes")
    report(held)


def variants(pages: Sequence[LabelledPage]) -> list[LabelledPage]:
    """Each page some times without some of its lines. pages: with an article."""
    lot = Random(1)
    return [vary(page, lot) for page in pages for _ in range(VARIED)]


def read(page: LabelledPage, told: bool = True) -> Lines | None:
    """A page as the second trees see it; None where they are not asked. told: whether they learn what the cleaners,
    which were tuned on these pages and do less well on others, made of its lines."""
    doc = before_trees(page.text)
    if len(doc.outlined) < LEAST_LINES:
        return None
    rows = features(doc) if told else untold(features(doc))
    labels = [page.labels.get(block.line or 0, "caption") for block in doc.outlined]
    body = np.array([label == "body" for label in labels])
    return seen(rows), body, np.array([label != "caption" for label in labels])


def seen(rows: Floats) -> Floats:
    """The features, and what the first trees make of them."""
    return second_rows(rows, judge(rows))


def read_varied(page: LabelledPage) -> Lines | None:
    """The same; half of the pages, by their checksums, are not told."""
    return read(page, told=zlib.crc32(page.text.encode()) % 2 == 0)


def train(pages: Iterable[tuple[Lines | None, float]]) -> CatBoost:
    """Trees trained on pages, each with its weight."""
    read_ones = [(page, weight) for page, weight in pages if page]
    rows = np.concatenate([rows[:, counts].T for (rows, _, counts), _ in read_ones])
    body = np.concatenate([body[counts] for (_, body, counts), _ in read_ones])
    weight = np.concatenate([np.full(counts.sum(), weight) for (_, _, counts), weight in read_ones])
    model = CatBoost(SETTINGS)
    model.fit(Pool(np.ascontiguousarray(rows), body, weight=weight * np.where(body, BODY, 1)))
    return model


def report(pages: Iterable[Lines | None]) -> None:
    """Print what pages keep of their article and lose of the rest, by the trees alone."""
    trees = trees_of(dict(np.load(MODEL)))
    read_ones = [page for page in pages if page]
    odds = np.concatenate([likely(trees.score(rows))[counts] for rows, _, counts in read_ones])
    body = np.concatenate([body[counts] for _, body, counts in read_ones])
    for bar in BARS:
        print(f"{bar:.2f} kept {(odds[body] >= bar).mean():.4f} removed {(odds[~body] < bar).mean():.4f}")


if __name__ == "__main__":
    main()
