"""Trains the second round of trees for flattened lines, on our own pages.

usage: python -m bench.train_rejudge

The tuning seeds, labelled line by line, those without an article among them, each article's page varied some times
(bench/vary.py), and the articles alone, as the recipe has them when the trees are asked; beside each line's features,
what the first trees say of it, and how far its words are an article's, by weights fitted to the other pages
(bench/train_lines.py and bench/train_wording.py, which must have run before). Writes cleaners/lines/second.npz and
prints what the trees alone keep and remove of the seeds held out, bar by bar. Same pages, same versions, same file.
Takes some five minutes on two cores.
"""

import zlib
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from catboost import CatBoost, Pool
from numpy.typing import NDArray

from bench.train_door import PAGES, write
from bench.train_lines import before_trees, untold
from bench.train_wording import fit
from bench.vary import alone, vary
from bench.wording_lines import SHARES, lines_of
from cleaners.block import Block
from cleaners.dom.pieces import Floats
from cleaners.dom.trees import likely, trees_of
from cleaners.likelihoods import LEAST_LINES
from cleaners.lines.features import features
from cleaners.lines.judge import judge
from cleaners.lines.rejudge import NAMES, second_rows
from cleaners.wording.score import Wording, load
from tests.truth import LabelledPage, shipped

VARIED = 4  # times
WEIGHT = 0.5  # of a varied page beside the page itself
BODY = 1.5  # weight of a line of the article beside another
PARTS = 5  # of the pages, each scored by weights of words that were fitted to the others
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


@dataclass(frozen=True)
class Lines:
    """The lines of a page. page: its name. rows: their features. body: which are the article's. counts: which are
    labelled so that they count."""

    page: str
    blocks: tuple[Block, ...]
    rows: Floats
    body: NDArray[np.bool_]
    counts: NDArray[np.bool_]


def main() -> None:
    """Read, train, write, report."""
    tune = shipped("tune")
    with ProcessPoolExecutor(2) as pool:
        pages = [*pool.map(read, tune, chunksize=16)]
        articles = [page for page in tune if not page.rejection]
        varied = [*pool.map(read_varied, variants(articles), chunksize=16)]
        varied += pool.map(read, map(alone, articles), chunksize=16)
        held = [*pool.map(read, (page for page in shipped("held_out") if not page.rejection), chunksize=16)]
    model = train([*((page, 1.0) for page in pages if page), *((page, WEIGHT) for page in varied if page)])
    docs = (before_trees(file.read_text(encoding="utf-8")) for file in sorted(PAGES.glob("*.txt")))
    write(model, NAMES, [seen(doc.outlined, features(doc), load("articles")) for doc in docs], MODEL)
    print(f"{MODEL.name}: {MODEL.stat().st_size} bytes")
    report([page for page in held if page])


def variants(pages: Sequence[LabelledPage]) -> list[LabelledPage]:
    """Each page some times without some of its lines. pages: with an article."""
    lot = Random(1)
    return [vary(page, lot) for page in pages for _ in range(VARIED)]


def read(page: LabelledPage, told: bool = True) -> Lines | None:
    """The lines of a page; None where the second trees are not asked. told: whether they learn what the cleaners,
    which were tuned on these pages and do less well on others, made of its lines."""
    doc = before_trees(page.text)
    if len(doc.outlined) < LEAST_LINES:
        return None
    labels = [page.labels.get(block.line or 0, "caption") for block in doc.outlined]
    return Lines(
        page.id,
        doc.outlined,
        features(doc) if told else untold(features(doc)),
        np.array([label == "body" for label in labels]),
        np.array([label != "caption" for label in labels]),
    )


def seen(blocks: Sequence[Block], rows: Floats, wording: Wording) -> Floats:
    """What the second trees see of lines with these features. wording: weights of the words of articles."""
    return second_rows(blocks, rows, judge(rows), wording)


def read_varied(page: LabelledPage) -> Lines | None:
    """The same; half of the pages, by their checksums, are not told."""
    return read(page, told=zlib.crc32(page.text.encode()) % 2 == 0)


def train(pages: Sequence[tuple[Lines, float]]) -> CatBoost:
    """Trees trained on pages, each with its weight."""
    lines = lines_of("articles")
    wordings = [fit([x for x in lines if part_of(x.of) != part], SHARES["articles"]) for part in range(PARTS)]
    unseen = ((page, wordings[part_of(page.page)]) for page, _ in pages)
    rows = np.concatenate([seen(page.blocks, page.rows, wording)[:, page.counts].T for page, wording in unseen])
    body = np.concatenate([page.body[page.counts] for page, _ in pages])
    weight = np.concatenate([np.full(page.counts.sum(), weight) for page, weight in pages])
    model = CatBoost(SETTINGS)
    model.fit(Pool(np.ascontiguousarray(rows), body, weight=weight * np.where(body, BODY, 1)))
    return model


def part_of(page: str) -> int:
    """Which part of the pages one of this name is in, whose weights of words were fitted to the others."""
    return zlib.crc32(page.encode()) % PARTS


def report(pages: Sequence[Lines]) -> None:
    """Print what pages keep of their article and lose of the rest, by the trees alone."""
    trees = trees_of(dict(np.load(MODEL)))
    words = load("articles")
    odds = np.concatenate([likely(trees.score(seen(p.blocks, p.rows, words)))[p.counts] for p in pages])
    body = np.concatenate([page.body[page.counts] for page in pages])
    for bar in BARS:
        print(f"{bar:.2f} kept {(odds[body] >= bar).mean():.4f} removed {(odds[~body] < bar).mean():.4f}")


if __name__ == "__main__":
    main()
