"""Fit cleaners/testimony/weights.toml: how far each kind of witness of a page's metadata can be relied on.

    python -m bench.train_testimony --data ../shared/benchmarks/metadata [--report-only]

Each field has a model of its own, over the traits of its candidates: of titles and days of publication one is right,
or of days none (conditional logit); of names each is right or wrong (logistic). A trait that names a witness of a
field cannot weigh against what it says, nor one that names its silence in favour of it: such weights are held to
their sign. The report is cross-validated by domain, with the scorer that lies beside the data.
"""

import hashlib
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

from bench.logit import Choices, Floats, Loss, choice_loss
from bench.metadata_pages import NO_ARTICLES, SOURCES, domain, options, records
from cleaners.decode import decode
from cleaners.from_html import read_page
from cleaners.tables import read_table
from cleaners.testimony import authors, dates, headline, weigh
from cleaners.testimony.hearing import Hearing, hear
from cleaners.testimony.weigh import Candidate

WEIGHTS = Path(weigh.__file__).with_name("weights.toml")
FOLDS = 5
RARE = 4  # candidates that have a trait which is fitted
PENALTY = {"title": 2.0, "authors": 20.0, "published": 3.0}  # best of 0.5 to 20 in cross-validation
SOURCE = {"title": 2.0, "authors": 3.0, "published": 3.0}  # set by hand: no page here has a source that says more

Weights = dict[str, float]


@dataclass
class Page:
    """A page of the benchmark: its gold record, its fold, and what it says of itself."""

    source: str
    record: dict[str, Any]
    fold: int
    hearing: Hearing


@dataclass
class Example:
    """The candidates of one page for one field: the traits of each, and which of them are right."""

    page: Page
    candidates: list[Candidate]
    right: list[bool]


def main() -> None:
    asked = options(__doc__)
    pages = load(asked.data)
    table = {}
    for field, make, model in FIELDS:
        examples = make(pages)
        fit = partial(model, penalty=PENALTY[field])
        report(field, examples, fit)
        table[field] = fit(examples)
        table[field][f"source {'author' if field == 'authors' else field}"] = SOURCE[field]
        if field == "title" and not asked.report_only:
            write(table)
            pages = load(asked.data)  # the title decides where bylines are looked for
    if not asked.report_only:
        write(table)


def load(folder: Path) -> list[Page]:
    """Read and hear every page of the benchmark."""
    found = list(records(folder, SOURCES))
    with Pool(initializer=read_table.cache_clear) as pool:  # the weights may just have been written
        heard = pool.map(_hear, [(content, record["url"] or "") for _, record, content in found], chunksize=8)
    return [Page(s, r, _fold(r), h) for (s, r, _), h in zip(found, heard, strict=True)]


def _hear(page: tuple[bytes, str]) -> Hearing:
    content, url = page
    return hear(read_page(decode(content).text, url), url, {})


def _fold(record: dict[str, Any]) -> int:
    return int(hashlib.md5(domain(record).encode()).hexdigest(), 16) % FOLDS


def titles(pages: Iterable[Page]) -> list[Example]:
    from common import norm_text  # noqa: PLC0415

    out = []
    for page in pages:
        gold = page.record["gold"]["title"]
        if gold:
            right = {norm_text(t) for t in [gold, *(page.record.get("title_alt") or [])]}
            candidates = page.hearing.titles
            out.append(Example(page, candidates, [norm_text(c.value) in right for c in candidates]))
    return out


def names(pages: Iterable[Page]) -> list[Example]:
    from common import norm_name  # noqa: PLC0415
    from score import Gold  # noqa: PLC0415

    out = []
    for page in pages:
        gold = Gold(page.record)
        if gold.authors or "authors" in gold.complete or _is_weak(page, "authors"):
            right = {norm_name(a) for names in [gold.authors or [], *gold.authors_alt] for a in names}
            candidates = page.hearing.authors
            out.append(Example(page, candidates, [norm_name(c.value) in right for c in candidates]))
    return out


def days(pages: Iterable[Page]) -> list[Example]:
    from score import Gold, date_score  # noqa: PLC0415

    out = []
    for page in pages:
        gold = Gold(page.record)
        if gold.days or "date" in gold.complete or _is_weak(page, "date"):
            candidates = page.hearing.days
            right = [bool(gold.days) and date_score(gold, c.value)[1] == 1 for c in candidates]
            out.append(Example(page, candidates, right))
    return out


def _is_weak(page: Page, field: str) -> bool:
    """True for a page of a kind that mostly has no date and no author, and has none in the gold."""
    flags = set(page.record["flags"])
    return bool(flags & NO_ARTICLES) and f"unsupported:{field}" not in flags


def _design(examples: Sequence[Example]) -> tuple[list[str], csr_matrix]:
    counts = Counter(t for e in examples for c in e.candidates for t in c.traits)
    traits = sorted(trait for trait, count in counts.items() if count >= RARE)
    index = {trait: i for i, trait in enumerate(traits)}
    rows = [c for e in examples for c in e.candidates]
    cells = [(row, index[t]) for row, c in enumerate(rows) for t in sorted(c.traits) if t in index]
    ones = np.ones(len(cells))
    return traits, csr_matrix((ones, tuple(zip(*cells, strict=True))), shape=(len(rows), len(traits)))


def _bound(trait: str) -> tuple[float | None, float | None]:
    if trait.startswith("against "):
        return None, 0.0
    witness = trait.startswith(
        ("json-ld", "meta ", "article:", "itemprop", "rel ", "line ", "label ", "class ", "og:t", "tw")
    )
    return (0.0, None) if witness and "odif" not in trait and "other article" not in trait else (None, None)


def _solve(traits: list[str], loss: Loss) -> Weights:
    bounds = [*(_bound(trait) for trait in traits), (None, None)]
    found = minimize(
        loss, np.zeros(len(traits) + 1), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500}
    )
    weights = {trait: round(float(w), 2) for trait, w in zip([*traits, ""], found.x, strict=True)}
    return {trait: w for trait, w in weights.items() if w}


def fit_choice(examples: Sequence[Example], penalty: float) -> Weights:
    """A conditional logit: one candidate of each page is right, or none, whose score is 0."""
    examples = [e for e in examples if e.candidates]
    traits, design = _design(examples)
    page = np.repeat(np.arange(len(examples)), [len(e.candidates) for e in examples])
    right = np.array([r for e in examples for r in e.right])
    none = np.array([not any(e.right) for e in examples])
    with_bias = hstack([design, np.ones((design.shape[0], 1))], format="csr")
    return _solve(traits, choice_loss(with_bias, Choices(page, right, none, np.ones(len(examples))), penalty))


def fit_each(examples: Sequence[Example], penalty: float) -> Weights:
    """A logistic model: each candidate is right or wrong."""
    traits, design = _design(examples)
    right = np.array([r for e in examples for r in e.right], float)

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = design @ weights[:-1] + weights[-1]
        slope = 1 / (1 + np.exp(-scores)) - right
        cost = (np.logaddexp(0, scores) - right * scores).sum() + 0.5 * penalty * (weights[:-1] @ weights[:-1])
        return float(cost), np.append(design.T @ slope + penalty * weights[:-1], slope.sum())

    return _solve(traits, loss)


def report(field: str, examples: Sequence[Example], fit: Callable[[Sequence[Example]], Weights]) -> None:
    """Cross-validate, and print what the scorer says."""
    scorers: dict[str, Callable[[Sequence[Any]], str]]
    scorers = {"title": score_titles, "authors": score_names, "published": score_days}
    chosen: list[tuple[Example, Any]] = []
    for number in range(FOLDS):
        weights = fit([e for e in examples if e.page.fold != number])
        choose: Callable[..., Any] = {"title": headline.choose, "authors": authors.choose, "published": dates.choose}[
            field
        ]
        chosen += [(e, choose(e.candidates, weights)) for e in examples if e.page.fold == number]
    for name, keep in GROUPS.items():
        part = [(e, c) for e, c in chosen if keep(e.page)]
        if part:
            print(f"{field:10} {name:12} {scorers[field](part)}", flush=True)


GROUPS: dict[str, Callable[[Page], bool]] = {
    "all": lambda page: True,
    "cjk": lambda page: bool(page.record["cjk"]),
    **{name: partial(lambda page, name: page.source == name, name=name) for name in SOURCES},
}


def score_titles(chosen: Sequence[tuple[Example, Candidate | None]]) -> str:
    from score import Gold, title_score  # noqa: PLC0415

    scores = [title_score(Gold(e.page.record), c.value if c else None) for e, c in chosen]
    best = np.mean([any(e.right) for e, _ in chosen])
    strict, bare = np.mean([s[0] for s in scores]), np.mean([s[1] for s in scores])
    return f"{len(scores)} pages, strict {strict:.3f}, without site {bare:.3f}; among the candidates {best:.3f}"


def score_names(chosen: Sequence[tuple[Example, list[Candidate]]]) -> str:
    from score import Gold, author_score  # noqa: PLC0415

    golds = [(Gold(e.page.record), [c.value for c in found]) for e, found in chosen]
    hits = np.array([author_score(gold, found)[:4] for gold, found in golds if gold.authors])
    if not len(hits):
        return "no page with authors"
    silent = [bool(found) for gold, found in golds if not gold.authors]
    f1 = 2 * hits[:, 0].sum() / hits[:, 1:3].sum()
    right = hits[:, 0].sum() / max(1, hits[:, 1].sum())
    whole = hits[:, 3].mean()
    named = f"named on {sum(silent)} of {len(silent)} without"
    return f"{len(hits)} pages, F1 {f1:.3f}, precision {right:.3f}, all right {whole:.3f}; {named}"


def score_days(chosen: Sequence[tuple[Example, Candidate | None]]) -> str:
    from score import Gold, date_score  # noqa: PLC0415

    golds = [(Gold(e.page.record), c.value if c else None, e) for e, c in chosen]
    dated = [(gold, date_score(gold, found)) for gold, found, _ in golds if gold.days]
    if not dated:
        return "no page with a date"
    given, right = sum(s[0] for _, s in dated), sum(s[1] for _, s in dated)
    moments = [s[2] for gold, s in dated if gold.instant is not None]
    weak = [found is not None for gold, found, e in golds if not gold.days and _is_weak(e.page, "date")]
    return (
        f"{len(dated)} pages, day {right / len(dated):.3f}, of those given {right / max(1, given):.3f}, "
        f"instant {sum(moments)} of {len(moments)}; given on {sum(weak)} of {len(weak)} undated"
    )


def write(table: dict[str, Weights]) -> None:
    """Write the weights; fields that were not fitted keep theirs."""
    kept: dict[str, Weights] = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    lines = ["# Made by bench/train_testimony.py: the weight of each trait of a candidate, a table a field."]
    for field, weights in (kept | table).items():
        lines += ["", f"[{field}]", *(f'"{trait}" = {weight}' for trait, weight in sorted(weights.items()))]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


FIELDS = (("title", titles, fit_choice), ("authors", names, fit_each), ("published", days, fit_choice))

if __name__ == "__main__":
    main()
