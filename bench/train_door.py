"""Trains the model by which the HTML door tells an article's pieces from the rest of a page.

usage: python -m bench.train_door --data DIR [--report-only | --train-only]

DIR holds four Parquet files, one row a page, with the columns id, url, kind, lang, html (bytes), gold
(the article's text), with and without (segments that must and must not be kept):

- wcxb-dev: Web Content Extraction Benchmark, development part, CC BY 4.0; pages of seven kinds;
- news-dev: test resources of Fundus, MIT; news in some fifteen languages;
- cjk-dev: test fixtures of several open-source extractors; pages in Chinese, Japanese and Korean;
- segments-dev: evaluation data of trafilatura, Apache-2.0; pages with segments in place of a gold text.

It cross-validates by registered domain, prints each set's scores with 95 % confidence intervals
(bootstrap over pages), then trains on all pages and writes cleaners/dom/model.npz. Same data, same
versions, same file. Takes some ten minutes on two cores; needs catboost (1.2 was used), which the package
itself does not.
"""

import argparse
import json
import os
import random
import tempfile
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean as mean
from typing import Any, TypeVar
from urllib.parse import urlsplit

import numpy as np
import pyarrow.parquet as pq
from catboost import CatBoost, Pool
from selectolax.lexbor import LexborHTMLParser

from bench.door_scores import columns, segment_counts, segment_f1, shingle_f1, shingle_share, word_f1
from bench.labels import labels, segment_labels
from cleaners.decode import decode
from cleaners.dom.choose import choose
from cleaners.dom.features import NAMES, features
from cleaners.dom.head import read_head
from cleaners.dom.pieces import Floats, Walk
from cleaners.dom.trees import Trees, trees_of
from cleaners.dom.walk import walk

T = TypeVar("T")

SETS = {"wcxb-dev": 1.0, "news-dev": 2.5, "cjk-dev": 4.0, "segments-dev": 5.0}  # and what a page of each weighs
FOLDS = 3
MODEL = Path(__file__).parent.parent / "cleaners" / "dom" / "model.npz"
PAGES = Path(__file__).parent.parent / "tests" / "pages"
SETTINGS: dict[str, Any] = {
    "loss_function": "CrossEntropy",
    "depth": 6,
    "learning_rate": 0.07,
    "l2_leaf_reg": 5,
    "rsm": 0.2,
    "border_count": 64,
    "bootstrap_type": "Bernoulli",
    "subsample": 0.8,
    "random_seed": 1,
    "thread_count": 2,
    "verbose": 0,
    "allow_writing_files": False,
}
TREES = 600
SHRINK = 0.8  # of the log-odds: trees are too sure of pages of a new domain; 0.65, 0.8, 1 and 1.3 were tried
SEGMENT_WEIGHT = 0.02  # of a piece that holds a segment: such pages know a handful of their pieces
LEAST_GOLD = 150  # columns of a gold text; a piece of a shorter one does not weigh more
ROWS = 250_000  # pieces that are trained on, of more than half a million: the heavier, the likelier
RESAMPLES = 1_000
LEAST_SHOWN = 10  # pages of a kind or language that are reported


@dataclass(frozen=True)
class Page:
    """A page ready for training: its pieces' texts, widths, features (a row a feature) and labels.

    weight: of each piece. kept and cut: the segments, on pages without a gold text.
    """

    set: str
    id: str
    kind: str
    lang: str
    domain: str
    gold: str
    kept: Sequence[str]
    cut: Sequence[str]
    texts: list[str]
    widths: Floats
    rows: Floats
    label: Floats
    weight: Floats

    @property
    def fold(self) -> int:
        return zlib.crc32(self.domain.encode()) % FOLDS


def main() -> None:
    """Read, cross-validate, report, train on all, write."""
    parser = argparse.ArgumentParser(description="trains the HTML door's model")
    parser.add_argument("--data", type=Path, required=True)
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--report-only", action="store_true", help="leave model.npz as it is")
    part.add_argument("--train-only", action="store_true", help="do not cross-validate")
    options = parser.parse_args()
    pages = read(options.data)
    print(f"{len(pages)} pages, {sum(len(p.texts) for p in pages)} pieces, {len(NAMES)} features")
    if not options.train_only:
        report(cross_validated(pages))
    if not options.report_only:
        write(fit(pages), NAMES, [rows_of(file) for file in sorted(PAGES.glob("*.html"))], MODEL)
        print(f"{MODEL.name}: {MODEL.stat().st_size} bytes")


def read(folder: Path) -> list[Page]:
    """All pages of the sets; one without any text has no pieces."""
    found: list[Page] = []
    for name in SETS:
        rows = pq.read_table(folder / f"{name}.parquet").to_pylist()
        with ProcessPoolExecutor(2) as pool:
            found += pool.map(read_page, [name] * len(rows), rows, chunksize=16)
    return found


def read_page(name: str, row: dict[str, Any]) -> Page:
    """A row of a set as a page."""
    tree = LexborHTMLParser(decode(row["html"]).text)
    walked = walk(tree.body) if tree.body else Walk()
    texts = [piece.text for piece in walked.pieces]
    widths = np.array([columns(text) for text in texts], np.float32)
    gold, kept, cut = row["gold"] or "", row.get("with") or [], row.get("without") or []
    if gold:
        shares, cover = labels(texts, gold)
        weight = gold_weight(widths, columns(gold)) * trust(cover)
    else:
        shares = segment_labels(texts, kept, cut)
        weight = np.where(np.array(shares) >= 0, np.float32(SEGMENT_WEIGHT), np.float32(0))
    return Page(
        set=name,
        id=row["id"],
        kind=row["kind"] or "",
        lang=row.get("lang") or "",
        domain=domain(row["url"] or row["id"]),
        gold=gold,
        kept=kept,
        cut=cut,
        texts=texts,
        widths=widths,
        rows=features(walked, read_head(tree, row["url"])) if texts else np.zeros((len(NAMES), 0), np.float32),
        label=np.maximum(np.array(shares, np.float32), 0),
        weight=(weight * SETS[name]).astype(np.float32),
    )


def domain(url: str) -> str:
    """The registered domain of a URL, near enough for folds: pages of one publisher share a fold."""
    parts = (urlsplit(url).hostname or url).removeprefix("www.").split(".")
    return ".".join(parts[-2:] if len(parts[-1]) > 2 or len(parts) < 3 else parts[-3:])


def gold_weight(widths: Floats, gold: int) -> Floats:
    """What pieces weigh: their share of the gold's columns, and a little for each piece whatever its length."""
    shares = np.minimum(widths / max(gold, LEAST_GOLD), 1) + 0.2 / max(len(widths), 1)
    return shares.astype(np.float32)


def trust(cover: float) -> float:
    """How far the labels of a page are believed whose gold is covered so far by its pieces."""
    return 1.0 if cover > 0.9 else 0.5 if cover > 0.7 else 0.25


def fit(pages: Sequence[Page], count: int = ROWS, trees: int = TREES) -> CatBoost:
    """Trees trained on the pages. count: pieces of them that are used, about."""
    weight = np.concatenate([page.weight for page in pages])
    least = threshold(weight, count)
    used = np.random.default_rng(1).random(len(weight)) * least < weight
    rows = np.concatenate([page.rows for page in pages], axis=1)[:, used].T
    label = np.concatenate([page.label for page in pages])[used]
    model = CatBoost(SETTINGS | {"iterations": trees})
    model.fit(Pool(np.ascontiguousarray(rows), label, weight=np.maximum(weight[used], least)))
    return model


def threshold(weight: Floats, count: int) -> float:
    """The weight below which pieces are drawn by lot, as often as they weigh, so that some `count` are left.

    Those drawn then weigh so much, which keeps the sums of weights as they were (Horvitz-Thompson).
    """
    low, high = 0.0, float(weight.max())
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if np.minimum(weight / middle, 1).sum() > count else (low, middle)
    return high


def cross_validated(pages: Sequence[Page]) -> list[tuple[Page, str]]:
    """Each page with the text that a model keeps which has not seen its domain."""
    kept: list[tuple[Page, str]] = []
    for fold in range(FOLDS):
        model = fit([page for page in pages if page.fold != fold])
        for page in pages:
            if page.fold != fold:
                continue
            odds = SHRINK * np.asarray(model.predict(page.rows.T)) if page.texts else np.zeros(0)
            kept.append((page, keep(page, (1 / (1 + np.exp(-odds))).astype(np.float32))))
    return kept


def keep(page: Page, probabilities: Floats) -> str:
    """The text of the pieces that are chosen; a long one that was kept before is left out."""
    threshold, _ = choose(probabilities, page.widths)
    chosen: list[str] = []
    seen: set[str] = set()
    for text, probability in zip(page.texts, probabilities, strict=True):
        if probability >= threshold and text not in seen:
            chosen.append(text)
            if len(text) > 30:
                seen.add(text)
    return "\n".join(chosen)


def report(results: Sequence[tuple[Page, str]]) -> None:
    """Print each set's scores, and those of its kinds and languages."""
    for name in SETS:
        part = [r for r in results if r[0].set == name]
        if name == "segments-dev":
            show(name, [segment_counts(text, page.kept, page.cut) for page, text in part], segment_f1)
            continue
        scores = [word_f1(text, page.gold) for page, text in part]
        show(name, scores, mean)
        for key in ("kind", "lang"):
            values = [getattr(page, key) for page, _ in part]
            for value, count in sorted(Counter(values).items()):
                if LEAST_SHOWN <= count < len(part):
                    show(f"  {value}", [s for s, v in zip(scores, values, strict=True) if v == value], mean)
        articles = [(page, text) for page, text in part if page.kind == "article"]
        show("  articles, 4-grams", [shingle_share(text, page.gold) for page, text in articles], shingle_f1)


def show(name: str, each: list[T], score: Callable[[list[T]], float]) -> None:
    """Print a score with its 95 % confidence interval. each: what the score is made of, page by page."""
    dice = random.Random(1)
    samples = sorted(score(dice.choices(each, k=len(each))) for _ in range(RESAMPLES))
    low, high = samples[RESAMPLES // 40], samples[-1 - RESAMPLES // 40]
    print(f"{name:20} {len(each):5} pages  {score(each):.4f}  [{low:.4f}, {high:.4f}]", flush=True)


def write(model: CatBoost, names: Sequence[str], rows: Sequence[Floats], path: Path) -> None:
    """Write trees as cleaners/dom/trees.py reads them, with what they make of the tests' own pages. rows: theirs."""
    arrays = arrays_of(model, names)
    save(arrays | probes(trees_of(arrays), rows), path)


def save(arrays: dict[str, Any], path: Path) -> None:
    """Write a model file whole or not at all."""
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        np.savez_compressed(file, **arrays)
    os.replace(part, path)


def rows_of(path: Path) -> Floats:
    """The features of one of the tests' own pages."""
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    assert tree.body
    return features(walk(tree.body), read_head(tree))


def probes(trees: Trees, rows: Sequence[Floats]) -> dict[str, Floats]:
    """The tests' own pages as code and model see them now; by these a test knows that neither changed alone.

    rows: each page's features. probe_rows: their means. probe_odds: how likely its pieces are, as log-odds.
    """
    return {
        "probe_rows": np.stack([page.mean(axis=1) for page in rows]),
        "probe_odds": np.concatenate([trees.score(page) for page in rows]),
    }


def arrays_of(model: CatBoost, names: Sequence[str]) -> dict[str, Any]:
    """The trees' questions, each once, the questions of each level, the leaves and the bias.

    A tree that grew less deep than others asks any question again, and goes on to the same leaf whatever the answer.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model.json"
        model.save_model(str(file), format="json")
        saved = json.loads(file.read_text())
    trees = saved["oblivious_trees"]
    asked = [[(s["float_feature_index"], s["border"]) for s in tree["splits"]] for tree in trees]
    questions = sorted({q for tree in asked for q in tree})
    number = {q: i for i, q in enumerate(questions)}
    depth = max(map(len, asked))
    asked = [tree + questions[:1] * (depth - len(tree)) for tree in asked]
    leaves = [np.resize(np.array(tree["leaf_values"], np.float32), 1 << depth) for tree in trees]
    scale, (bias,) = saved["scale_and_bias"]
    return {
        "names": np.array(names),
        "column": np.array([q[0] for q in questions], np.int16),
        "border": np.array([q[1] for q in questions], np.float32),
        "levels": np.array([[number[q] for q in tree] for tree in asked], np.int16).T,
        "leaves": np.concatenate(leaves) * np.float32(scale * SHRINK),
        "bias": np.float32(bias * SHRINK),
    }


if __name__ == "__main__":
    main()
