"""Fit cleaners/metadata/headlines.toml: what tells the headline among the lines of flattened text.

    python -m bench.train_titles --data ../shared/benchmarks/metadata [--report-only]

One line of a page is its headline, or none of those that may be is (conditional logit). The pages are the seeds that
are tuned on, their articles alone, which have none, these below their titles, and those of the metadata benchmark in
two ways of flattening, where the gold title stands on a line of its own. The report is cross-validated by domain.
Scores are not compared with a bar: no headline has the score 0.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from bench.logit import Choices, choice_loss
from bench.metadata_pages import NO_ARTICLES, SOURCES, domain, options, records
from bench.twin import all_strings, blocks
from cleaners import fold
from cleaners.block import Block
from cleaners.decode import decode
from cleaners.from_text import from_text
from cleaners.load import load_rules
from cleaners.metadata import headlines
from cleaners.metadata.titles import candidates, titles
from cleaners.recipe import RECIPE, run
from tests.truth import shipped

WEIGHTS = Path(headlines.__file__).with_name("headlines.toml")
FOLDS = 4
RARE = 8  # candidates that have a trait which is fitted
PENALTY = 2.0  # best of 0.5 to 6 in cross-validation, by a hair
# What a page of each kind counts. With seeds at 2 and the west at .4, fewer real pages and seeds held out were right.
COUNTS = {"seed": 1.4, "article": 1.0, "bare": 0.5, "cjk": 1.5, "west": 0.7}


@dataclass
class Example:
    """A page: the traits of each line that may be its headline, which of them are it, and whether it has one."""

    kind: str
    fold: int
    traits: list[tuple[str, ...]]
    right: list[bool]
    titled: bool


def main() -> None:
    asked = options(__doc__)
    with Pool() as pool:
        found = pool.imap(read, pages(asked.data), chunksize=8)
        examples = [example for several in found for example in several]
    report(examples)
    if not asked.report_only:
        lines = ["# Made by bench/train_titles.py: the weight of each trait of a line.", "", "[weights]"]
        lines += [f'"{trait}" = {weight:.2f}' for trait, weight in sorted(fit(examples).items())]
        WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def pages(folder: Path) -> Iterator[dict[str, Any]]:
    """The seeds and the records of the benchmark."""
    for seed in (p for p in shipped("tune") if not p.rejection):
        lines = seed.text.split("\n")
        article = "\n".join(lines[n - 1] for n, label in sorted(seed.labels.items()) if label == "body")
        yield {"id": seed.id, "seed": seed.text, "article": article, "title": seed.metadata["title"] or ""}
    for _, record, content in records(folder, SOURCES):
        if record["gold"]["title"] and not NO_ARTICLES.intersection(record["flags"]):
            yield record | {"content": content, "html": None}


def read(page: dict[str, Any]) -> list[Example]:
    """The examples that a page makes: one, or one for each way to flatten it in which it shows its title."""
    place = int(hashlib.sha256(domain(page).encode()).hexdigest(), 16) % FOLDS
    if "seed" in page:
        keys = {fold.letters(page["title"])}
        texts = {"seed": page["seed"], "article": page["article"]}
        texts |= {"bare": f"{page['title']}\n{page['article']}"} if page["title"] else {}
        return [_example(kind, place, text, lambda b: fold.letters(b.text) in keys) for kind, text in texts.items()]
    from score import Gold, title_score  # noqa: PLC0415

    gold = Gold(page)
    html = decode(page["content"]).text
    kind = "cjk" if page["cjk"] else "west"
    twins = (flatten(html) for flatten in (blocks, all_strings))
    made = (_example(kind, place, twin, lambda b: bool(title_score(gold, b.text)[1])) for twin in twins)
    return [example for example in made if any(example.right)]


def _example(kind: str, place: int, text: str, is_it: Callable[[Block], bool]) -> Example:
    rules = load_rules()
    doc = run(from_text(text), RECIPE[: RECIPE.index(titles)], rules)
    found = list(candidates(doc, rules))
    right = [is_it(block) for block, _ in found]
    titled = any(right) or any(is_it(b) for b in doc.blocks if b.columns <= headlines.WIDEST)
    return Example(kind, place, [traits for _, traits in found], right, titled)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of each trait."""
    examples = [e for e in examples if e.traits and (any(e.right) or not e.titled)]
    counts = Counter(trait for e in examples for traits in e.traits for trait in traits)
    known = {trait: i for i, trait in enumerate(sorted(t for t, count in counts.items() if count >= RARE))}
    rows = [[known[t] for t in traits if t in known] for e in examples for traits in e.traits]
    ends = np.cumsum([0, *map(len, rows)])
    design = csr_matrix((np.ones(ends[-1]), [i for row in rows for i in row], ends), shape=(len(rows), len(known)))
    page = np.repeat(np.arange(len(examples)), [len(e.traits) for e in examples])
    right = np.array([r for e in examples for r in e.right])
    none = np.array([not e.titled for e in examples])
    count = np.array([COUNTS[e.kind] for e in examples])

    loss = choice_loss(design, Choices(page, right, none, count), PENALTY)
    found = minimize(loss, np.zeros(len(known)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    weights = {trait: round(float(found[i]), 2) for trait, i in known.items()}
    return {trait: weight for trait, weight in weights.items() if weight}


def report(examples: Sequence[Example]) -> None:
    """Cross-validate, and print how many headlines are found, of the pages that show theirs."""
    good: Counter[str] = Counter()
    for number in range(FOLDS):
        weights = fit([e for e in examples if e.fold != number])
        for e in (e for e in examples if e.fold == number):
            scores = [sum(weights.get(t, 0.0) for t in traits) for traits in e.traits]
            best = int(np.argmax(scores)) if scores and max(scores) > 0 else None
            good[e.kind] += (best is None and not e.titled) or (best is not None and e.right[best])
    for kind, of in Counter(e.kind for e in examples).items():
        print(f"{kind:5} {good[kind]} of {of}, {good[kind] / of:.3f}")


if __name__ == "__main__":
    main()
