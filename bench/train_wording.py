"""Fits the weights by which a line's words are known as those of a notice: cleaners/wording/weights.tsv.

usage: python -m bench.train_wording [--report-only]

It learns from lines that were written for it, notices and sentences of articles in four languages (bench/notices; half
of the articles' sentences use the very words of notices), from the lines of the tuning seeds, and from the phrases by
which the rules know notices. Prints how many notices the weights find in lines that they have not seen. Takes less
than a minute.
"""

import argparse
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from bench.train_door import FOLDS
from cleaners import fold
from cleaners.from_text import from_text
from cleaners.load import load_rules
from cleaners.shape import columns
from cleaners.wording.ngrams import ngrams, spaced
from cleaners.wording.score import BIAS, NARROW, SCALE, Wording, build
from cleaners.wording.wording import TABLES
from tests.truth import shipped

WRITTEN = Path(__file__).parent / "notices"
WEIGHTS = Path(__file__).parent.parent / "cleaners" / "wording" / "weights.tsv"
SHARES = {"written": 0.6, "seed": 0.3, "phrase": 0.1}  # of the weight of all lines
TELLING = {f"{table}.{place}" for table in TABLES for place in ("holds", "starts", "says")}
LEAST_SEEN = 3  # lines that an n-gram must be in
PENALTY = 2e-5
FALSE = 0.04  # share of the articles' sentences that may be taken for notices where recall is reported


@dataclass(frozen=True)
class Line:
    """A line to learn from. notice: 1 or 0. kind: see SHARES. of: its file, page or mark."""

    text: str
    notice: int
    kind: str
    of: str

    @property
    def fold(self) -> int:
        return zlib.crc32(self.text.encode()) % FOLDS


def main() -> None:
    """Read, cross-validate, fit all, write."""
    parser = argparse.ArgumentParser(description="fits the weights of a notice's words")
    parser.add_argument("--report-only", action="store_true", help="leave weights.tsv as it is")
    options = parser.parse_args()
    lines = [*written(), *seeds(), *phrases()]
    report(lines)
    if not options.report_only:
        write(fit(lines))


def written() -> Iterator[Line]:
    """The lines that were written for this."""
    for file in sorted(WRITTEN.glob("*.txt")):
        for text in file.read_text(encoding="utf-8").splitlines():
            yield Line(_with_real_addresses(text), int(file.stem.endswith("notices")), "written", file.stem)


def seeds() -> Iterator[Line]:
    """The lines of the tuning seeds; captions may be either, titles and bylines are neither."""
    for page in shipped("tune"):
        for block in from_text(page.text).blocks:
            label = page.labels.get(block.line or 0)
            if label in ("body", "boiler"):
                yield Line(_with_real_addresses(block.text), int(label == "boiler"), "seed", page.id)


def phrases() -> Iterator[Line]:
    """The phrases by which the rules know notices."""
    for mark, listed in load_rules().listed.items():
        if mark in TELLING:
            yield from (Line(text, 1, "phrase", mark) for text in listed)


def _with_real_addresses(text: str) -> str:
    """Invented sites end in .example, real ones never do: nothing to learn from."""
    return text.replace(".example", ".com")


def fit(lines: Sequence[Line]) -> Wording:
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
    model.fit(diags(SCALE / np.sqrt(widths)) @ held, [line.notice for line in lines], weigh(lines))
    found = {gram: round(float(model.coef_[0][i]), 3) for gram, i in known.items()}
    fitted = {gram: weight for gram, weight in found.items() if weight}
    return build({BIAS: round(float(model.intercept_[0]), 3)} | fitted)


def weigh(lines: Sequence[Line]) -> NDArray[np.float64]:
    """What each line weighs, 1 in all: a kind has its share, half of it for either side."""
    sides = np.array([f"{line.kind} {line.notice}" for line in lines])
    weights = np.zeros(len(lines))
    for side in set(sides):
        part = sides == side
        weights[part] = SHARES[side.split()[0]] / part.sum()
    total: float = weights.sum()
    return weights / total


def report(lines: Sequence[Line]) -> None:
    """Print the share of notices found at `FALSE` false ones, of lines that the fit has not seen."""
    scores = np.zeros(len(lines))
    for part in range(FOLDS):
        wording = fit([line for line in lines if line.fold != part])
        held = [i for i, line in enumerate(lines) if line.fold == part]
        texts = [lines[i].text for i in held]
        scores[held] = wording.scores([fold.words(text) for text in texts], [columns(text) for text in texts])
    groups: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for line, score in zip(lines, scores, strict=True):
        groups[line.of[:2] if line.kind == "written" else line.kind].append((score, line.notice))
    for name, each in sorted(groups.items()):
        notices, others = (np.array([s for s, notice in each if notice == side]) for side in (1, 0))
        if len(others):
            found = (notices > np.quantile(others, 1 - FALSE)).mean()
            print(f"{name:6} {found:.3f} of {len(notices)} notices found, of {len(others)} others {FALSE:.0%}")


def write(wording: Wording) -> None:
    """Write the weights, a line an n-gram; a line end in one is ¶."""
    rows = [(BIAS, wording.bias), *zip(wording.grams, wording.weights, strict=True)]
    text = "".join(f"{gram.replace(chr(10), '¶')}\t{weight:g}\n" for gram, weight in rows)
    WEIGHTS.write_text(text, encoding="utf-8")
    print(f"{WEIGHTS.name}: {len(rows)} n-grams, {len(text.encode())} bytes")


if __name__ == "__main__":
    main()
