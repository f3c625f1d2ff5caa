"""Fits the weights by which a line's words are known as those of a kind of line: cleaners/wording/*.tsv.

usage: python -m bench.train_wording [--report-only] [KIND ...]

Prints how many lines of each kind the weights find among lines that they have not seen. bench/wording_lines.py says
what they learn from. Takes about a minute.
"""

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from bench.train_door import FOLDS
from bench.wording_lines import SHARES, Line, lines_of
from cleaners import fold
from cleaners.shape import columns
from cleaners.wording.ngrams import ngrams, spaced
from cleaners.wording.score import BIAS, NARROW, SCALE, Wording, build

WEIGHTS = Path(__file__).parent.parent / "cleaners" / "wording"
LEAST_SEEN = 3  # lines that an n-gram must be in
PENALTY = 1.6e-5
FALSE = 0.04  # share of the other lines that may be taken for one of the kind where recall is reported


def main() -> None:
    """Read, cross-validate, fit all, write: one kind after the other."""
    parser = argparse.ArgumentParser(description="fits the weights of words")
    parser.add_argument("--report-only", action="store_true", help="leave the files of weights as they are")
    parser.add_argument(
        "kinds", nargs="*", choices=SHARES, default=list(SHARES), metavar="KIND", help=", ".join(SHARES)
    )
    options = parser.parse_args()
    for kind in options.kinds:
        print(f"{kind}:")
        lines = lines_of(kind)
        report(lines, SHARES[kind])
        if not options.report_only:
            write(fit(lines, SHARES[kind]), WEIGHTS / f"{kind}.tsv")


def fit(lines: Sequence[Line], shares: Mapping[str, float]) -> Wording:
    """The weights of the n-grams that stand in enough of the lines; most are 0 and left out."""
    grams = [ngrams(spaced(fold.words(line.text))) for line in lines]
    seen: dict[str, int] = defaultdict(int)
    for some in grams:
        for gram in some:
            seen[gram] += 1
    known = {gram: i for i, gram in enumerate(sorted(gram for gram, times in seen.items() if times >= LEAST_SEEN))}
    index = [[known[gram] for gram in sorted(some) if gram in known] for some in grams]
    ends = np.cumsum([0, *map(len, index)])
    held = csr_matrix((np.ones(ends[-1]), np.concatenate(index).astype(np.int32), ends), (len(lines), len(known)))
    widths = np.maximum([columns(line.text) for line in lines], NARROW)
    model = LogisticRegression(l1_ratio=1, C=1 / PENALTY, solver="liblinear", intercept_scaling=10, random_state=1)
    model.fit(diags(SCALE / np.sqrt(widths)) @ held, [line.right for line in lines], weigh(lines, shares))
    found = {gram: round(float(model.coef_[0][i]), 3) for gram, i in known.items()}
    fitted = {gram: weight for gram, weight in found.items() if weight}
    return build({BIAS: round(float(model.intercept_[0]), 3)} | fitted)


def weigh(lines: Sequence[Line], shares: Mapping[str, float]) -> NDArray[np.float64]:
    """What each line weighs, 1 in all: a source has its share, half of it for either answer."""
    sides = np.array([f"{line.source} {line.right}" for line in lines])
    weights = np.zeros(len(lines))
    for side in set(sides):
        part = sides == side
        weights[part] = shares[side.split()[0]] / part.sum()
    total: float = weights.sum()
    return weights / total


def report(lines: Sequence[Line], shares: Mapping[str, float]) -> None:
    """Print the share of lines found at `FALSE` false ones, of lines that the fit has not seen."""
    scores = np.zeros(len(lines))
    for part in range(FOLDS):
        wording = fit([line for line in lines if line.fold != part], shares)
        held = [i for i, line in enumerate(lines) if line.fold == part]
        texts = [lines[i].text for i in held]
        scores[held] = wording.scores([fold.words(text) for text in texts], [columns(text) for text in texts])
    groups: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for line, score in zip(lines, scores, strict=True):
        groups[line.of[:2] if line.source == "written" else line.source].append((score, line.right))
    for name, each in sorted(groups.items()):
        right, others = (np.array([s for s, right in each if right == side]) for side in (1, 0))
        if len(right) and len(others):
            found = (right > np.quantile(others, 1 - FALSE)).mean()
            print(f"{name:6} {found:.3f} of {len(right)} found, of {len(others)} others {FALSE:.0%}")


def write(wording: Wording, file: Path) -> None:
    """Write the weights, a line an n-gram; a line end in one is ¶."""
    rows = [(BIAS, wording.bias), *zip(wording.grams, wording.weights, strict=True)]
    text = "".join(f"{gram.replace(chr(10), '¶')}\t{weight:g}\n" for gram, weight in rows)
    file.write_text(text, encoding="utf-8")
    print(f"{file.name}: {len(rows)} n-grams, {len(text.encode())} bytes")


if __name__ == "__main__":
    main()
