"""How far each line's words are those of a kind of line, by fitted weights.

notices.tsv: notices, against sentences of articles. A notice is what a page says of itself amid its article or around
it: a call to subscribe, a disclaimer, a form's answer, an excuse for a video. speech.tsv: running text that sets no
full stops, against titles, labels and menus. articles.tsv: lines of articles, against all else on their pages.
Logistic regressions over n-grams, thinned out by their L1 penalty (Tibshirani 1996); `python -m bench.train_wording`
fits them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import sqrt
from typing import Literal

from ahocorasick_rs import AhoCorasick, Implementation

from cleaners.wording.ngrams import spaced

Kind = Literal["notices", "speech", "articles"]
"""A kind of line, and the file of its weights."""

BIAS = ""  # the n-gram that every line has
NARROW = 10  # columns; a line does not count as narrower
SCALE = 4.0  # what a weight counts in a line of one column


@dataclass(frozen=True)
class Wording:
    """Weights of n-grams, and what finds them."""

    grams: Sequence[str]
    weights: Sequence[float]
    bias: float
    automaton: AhoCorasick

    def found(self, lines: Sequence[str]) -> list[set[int]]:
        """Which n-grams each line has, by their numbers. lines: folded (see cleaners.fold.words)."""
        whole = [spaced(line) for line in lines]
        found: list[set[int]] = [set() for _ in lines]
        line, stop = -1, 0
        for number, start, _ in self.automaton.find_matches_as_indexes("".join(whole), overlapping=True):
            while start >= stop:  # an n-gram is in one line, and the lines are gone through in their order
                line, stop = line + 1, stop + len(whole[line + 1])
            found[line].add(number)
        return found

    def scores(self, lines: Sequence[str], widths: Sequence[int]) -> list[float]:
        """Log-odds that each line is of the kind, by its words alone. widths: the lines' columns."""
        return [
            self.bias + SCALE * sum(map(self.weights.__getitem__, found)) / sqrt(max(width, NARROW))
            for found, width in zip(self.found(lines), widths, strict=True)
        ]

    def telling(self, line: str, most: int = 2) -> list[str]:
        """The n-grams of a folded line that say most for the kind, heaviest first."""
        (found,) = self.found([line])
        heaviest = sorted(found, key=lambda number: -self.weights[number])[:most]
        return [self.grams[number].strip() for number in heaviest]


def build(weights: Mapping[str, float]) -> Wording:
    """Wording by the weight of each n-gram; that of `BIAS` is every line's."""
    grams = [gram for gram in weights if gram]
    return Wording(
        grams,
        [weights[gram] for gram in grams],
        weights.get(BIAS, 0.0),
        AhoCorasick(grams, implementation=Implementation.ContiguousNFA),
    )


@cache
def load(kind: Kind) -> Wording:
    """The weights that ship for a kind of line."""
    text = resources.files("cleaners.wording").joinpath(f"{kind}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.split("\n") if line)
    return build({gram.replace("¶", "\n"): float(weight) for gram, weight in rows})
