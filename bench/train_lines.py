"""Trains the model by which flattened lines are judged where the outline is in doubt.

usage: python -m bench.train_lines --data DIR [--report-only | --train-only]

DIR holds the development sets of bench/train_door.py, and the metadata benchmark in a folder of its own. Each page
is flattened in the three ways of bench/twin.py, and its lines are labelled by its gold text, or by what the HTML
door reads where it has none (bench/taught.py). To these come the tuning seeds, which are labelled line by line; and
of each page its article alone, so that the trees know a page that is clean. Cross-validates by domain and prints, for
each set and way, how well the trees do alone and how well the whole recipe does with them; then trains on all, and
writes cleaners/lines/model.npz. Same data, same versions, same file. Takes some twenty minutes on two cores.
"""

import argparse
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path
from statistics import fmean as mean
from typing import Any
from unittest.mock import patch

import numpy as np
import pyarrow.parquet as pq
from catboost import CatBoost

from bench.door_scores import columns, word_f1
from bench.labels import labels
from bench.taught import teach, untaught
from bench.train_door import (
    FOLDS,
    PAGES,
    Page,
    arrays_of,
    domain,
    fit,
    gold_weight,
    keep,
    show,
    trust,
    write,
)
from bench.twin import WAYS
from cleaners import likelihoods as second_opinion
from cleaners.decode import decode
from cleaners.doc import Doc
from cleaners.dom.pieces import Floats
from cleaners.dom.trees import Trees, likely, trees_of
from cleaners.from_text import from_text
from cleaners.likelihoods import likelihoods
from cleaners.lines import features_fates
from cleaners.lines.features import NAMES, features
from cleaners.load import load_rules
from cleaners.recipe import RECIPE, article_text, run
from tests.truth import shipped

SETS = {"wcxb-dev": 1.0, "news-dev": 2.5, "cjk-dev": 4.0}  # and what a page of each weighs, all ways together
TAUGHT = 1.0  # what a page weighs whose gold is the HTML door's reading
UNTOLD = 0.25  # share of pages of which the trees do not learn what the cleaners made of the lines
NOT_TOLD = -1.0  # stands for what they made of a line there
ALONE = 0.5  # what an article alone weighs beside its page in one way
LINED = "blocks"  # the way of which an article's lines are taken
SEED = 2.0  # what a page weighs whose lines were labelled by hand
WHOLE = 0.5  # share of a line that its gold text holds from which it is the article's
LINES = 600_000  # that are trained on, of more than two million: the heavier, the likelier
TREES = 850
FATES = [NAMES.index(name) for name in (*features_fates.NAMES, "all_kept")]
MODEL = Path(__file__).parent.parent / "cleaners" / "lines" / "model.npz"


@dataclass(frozen=True)
class Twin(Page):
    """A flattened page ready for training. text: its lines as the recipe gets them."""

    text: str


def main() -> None:
    """Read, cross-validate, report, train on all, write."""
    parser = argparse.ArgumentParser(description="trains the model for flattened lines")
    parser.add_argument("--data", type=Path, required=True)
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--report-only", action="store_true", help="leave model.npz as it is")
    part.add_argument("--train-only", action="store_true", help="do not cross-validate")
    options = parser.parse_args()
    pages = [*read(options.data), *read_seeds()]
    print(f"{len(pages)} pages, {sum(len(p.texts) for p in pages)} lines, {len(NAMES)} features")
    if not options.train_only:
        report(pages)
    if not options.report_only:
        rows = [features(before_trees(file.read_text(encoding="utf-8"))) for file in sorted(PAGES.glob("*.txt"))]
        write(train(pages), NAMES, rows, MODEL)
        print(f"{MODEL.name}: {MODEL.stat().st_size} bytes")


def untold(rows: Floats) -> Floats:
    """The features, without what the cleaners made of the lines."""
    rows = rows.copy()
    rows[FATES] = NOT_TOLD
    return rows


def train(pages: Sequence[Twin]) -> CatBoost:
    """Trees that know both pages with and pages without what the cleaners made of their lines."""
    lot = np.random.default_rng(3).random(len(pages))
    told = [replace(p, rows=untold(p.rows)) if drawn < UNTOLD else p for p, drawn in zip(pages, lot, strict=True)]
    return fit(told, LINES, TREES)


def report(pages: Sequence[Twin]) -> None:
    """Print the scores that trees reach on domains that they have not seen."""
    scores: dict[str, list[tuple[float, float]]] = {}
    for fold in range(FOLDS):
        trees = trees_of(arrays_of(train([page for page in pages if page.fold != fold]), NAMES))
        held = [page for page in pages if page.fold == fold]
        with ProcessPoolExecutor(2) as pool:
            for page, both in zip(held, pool.map(score, held, repeat(trees), chunksize=16), strict=True):
                scores.setdefault(page.set, []).append(both)
    for name, each in sorted(scores.items()):
        show(f"{name}, trees", [alone for alone, _ in each], mean)
        show(f"{name}, recipe", [whole for _, whole in each], mean)


def score(page: Twin, trees: Trees) -> tuple[float, float]:
    """F1 of the lines that the trees alone would keep, and of what the recipe keeps by these trees."""
    chosen = keep(page, likely(trees.score(page.rows)))
    with patch.object(second_opinion, "judge", lambda rows: likely(trees.score(rows))):
        cleaned = article_text(page.text)
    return word_f1(chosen, page.gold), word_f1(cleaned, page.gold)


def read(folder: Path) -> Iterator[Twin]:
    """The twins of all pages of the sets, and of those that the HTML door teaches."""
    rows = {name: pq.read_table(folder / f"{name}.parquet").to_pylist() for name in SETS}
    known = [row["url"] for part in rows.values() for row in part if row["url"]]
    with ProcessPoolExecutor(2) as pool:
        rows["taught"] = list(pool.map(teach, untaught(folder, known), chunksize=16))
        for name, part in rows.items():
            labelled = [row for row in part if row["gold"]]
            for twins in pool.map(read_twins, [name] * len(labelled), labelled, chunksize=16):
                yield from twins


def read_twins(name: str, row: dict[str, Any]) -> list[Twin]:
    """A page of a set, flattened in each way, and its article alone."""
    page = SETS.get(name, TAUGHT) / len(WAYS)
    html = decode(row["html"]).text
    about = {"id": row["id"], "kind": row["kind"] or "", "lang": row.get("lang") or ""}
    about |= {"domain": domain(row["url"] or row["id"])}
    pages: list[Twin] = []
    for way, flatten in WAYS.items():
        text = flatten(html)
        doc = before_trees(text)
        shares, cover = labels([block.text for block in doc.outlined], row["gold"])
        about |= {"set": f"{name} {way}", "gold": row["gold"], "text": text}
        made = make_page(doc, about, np.array(shares), trust(cover) * page)
        pages += made + (alone(made, f"{name} alone", page) if way == LINED else [])
    return pages


def read_seeds() -> Iterator[Twin]:
    """Our own pages, whose lines were labelled one by one; captions may stay or go, and weigh nothing."""
    for page in shipped("tune"):
        if page.rejection:
            continue
        doc = before_trees(page.text)
        label = [page.labels.get(block.line or 0, "caption") for block in doc.outlined]
        body = np.array([name == "body" for name in label])
        gold = "\n".join(block.text for block, is_body in zip(doc.outlined, body, strict=True) if is_body)
        about = {"set": "seeds", "gold": gold, "text": page.text, "id": page.id, "kind": "", "lang": ""}
        weight = SEED * np.array([name != "caption" for name in label])
        made = make_page(doc, about | {"domain": page.id}, body, weight)
        yield from made + alone(made, "seeds alone", SEED)


def alone(pages: list[Twin], name: str, weight: float) -> list[Twin]:
    """The articles of pages as pages of their own, without a line of anything else."""
    made: list[Twin] = []
    for page in pages:
        lines = [text for text, share in zip(page.texts, page.label, strict=True) if share >= WHOLE]
        text = "\n\n".join(lines)
        doc = before_trees(text)
        about = {"id": page.id, "kind": page.kind, "lang": page.lang, "domain": page.domain}
        about |= {"set": name, "gold": "\n".join(lines), "text": text}
        made += make_page(doc, about, np.ones(len(doc.outlined)), ALONE * weight)
    return made


def before_trees(text: str) -> Doc:
    """A page as the recipe has it when the trees are asked."""
    return run(from_text(text), RECIPE[: RECIPE.index(likelihoods)], load_rules())


def make_page(doc: Doc, about: dict[str, str], label: Any, weight: Any) -> list[Twin]:
    """The page ready for training, in a list; none where the text has no lines."""
    if not doc.outlined:
        return []
    texts = [block.text for block in doc.outlined]
    widths = np.array([columns(text) for text in texts], np.float32)
    weights = (gold_weight(widths, columns(about["gold"])) * weight).astype(np.float32)
    rows, labelled = features(doc), label.astype(np.float32)
    return [Twin(**about, kept=(), cut=(), texts=texts, widths=widths, rows=rows, label=labelled, weight=weights)]


if __name__ == "__main__":
    main()
