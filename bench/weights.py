"""Random search over the weights of cleaners/stretch/weights.py and cleaners/outline.py on the tuning seeds.

usage: python -m bench.weights [TRIALS] [SEED]

A trial changes one to three weights and stays if the cost falls on a random two thirds of the pages; the
cost on the rest is printed beside it. A lost body line costs two and a half times a leaked one. What it
prints is a proposal: keep a change only where both costs fall.
"""

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType

from cleaners import outline
from cleaners.doc import Doc
from cleaners.from_text import from_text
from cleaners.kinds import is_furniture, is_notice
from cleaners.load import load_rules
from cleaners.recipe import RECIPE, run
from cleaners.stretch import weights
from tests.truth import shipped

RANGES: dict[str, tuple[float, float]] = {
    "PROSE_COLUMNS": (30, 120),
    "PROSE_MOST": (1.5, 6),
    "SHORT_SENTENCE": (-0.2, 1),
    "ITEM": (-0.3, 0.4),
    "PLAIN": (-1, -0.1),
    "DATE": (-2, -0.2),
    "MAYBE": (-2, -0.2),
    "FURNITURE": (-5, -0.5),
    "NOTICE": (-4, -0.5),
    "FADE": (0.5, 1),
    "FADE_MARKED": (0.5, 1),
    "CUT_OFF": (-2, 0.5),
    "GAP": (1, 12),
    "GOING": (1, 15),
    "BELOW_TITLE": (0.3, 6),
    "BEFORE": (0.1, 0.5),
}
LOST = 2.5  # what a lost body line costs, in leaked lines
MOST = 12  # lines of one page that count, so that one hard page does not decide


@dataclass(frozen=True)
class Page:
    """A page up to the outline: the doc, and which positions are body and which unmarked junk."""

    doc: Doc
    body: frozenset[int]
    junk: frozenset[int]


def main() -> None:
    """Search, and print the costs before and after and the weights that changed."""
    trials = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    dice = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    pages = [read(page.text, page.labels) for page in shipped("tune") if not page.rejection]
    dice.shuffle(pages)
    third = len(pages) // 3
    rest, used = pages[:third], pages[third:]
    best = {name: getattr(_home(name), name) for name in RANGES}
    lowest = cost(used)
    print(f"before: {lowest:.1f} on {len(used)} pages, {cost(rest):.1f} on the other {len(rest)}")
    for _ in range(trials):
        trial = dict(best)
        for name in dice.sample(list(RANGES), dice.choice([1, 1, 2, 3])):
            low, high = RANGES[name]
            trial[name] = min(
                high, max(low, trial[name] + dice.gauss(0, (high - low) * dice.choice([0.05, 0.15, 0.3])))
            )
        use(trial)
        if (now := cost(used)) < lowest:
            lowest, best = now, trial
    use(best)
    print(f"after:  {lowest:.1f} and {cost(rest):.1f}")
    print({name: round(value, 2) for name, value in best.items()})


def read(text: str, labels: dict[int, str]) -> Page:
    """Run the recipe up to the outline and sort the blocks by their truth."""
    doc = run(from_text(text), RECIPE[: RECIPE.index(outline.outline)], load_rules())
    label = {b.position: labels.get(b.line or 0, "caption") for b in doc.blocks}
    plain = {b.position for b in doc.blocks if not (is_furniture(b) or is_notice(b))}
    return Page(
        doc,
        frozenset(p for p, name in label.items() if name == "body"),
        frozenset(p for p, name in label.items() if name not in ("body", "caption")) & plain,
    )


def cost(pages: Sequence[Page]) -> float:
    """Lines lost and leaked by the outline alone, over all pages."""
    rules = load_rules()
    whole = 0.0
    for page in pages:
        span = outline.outline(page.doc, rules).span
        inside = frozenset(range(span.first, span.last + 1))
        whole += LOST * min(MOST, len(page.body - inside)) + min(MOST, len(page.junk & inside))
    return whole


def _home(name: str) -> ModuleType:
    """The module that holds a weight."""
    return weights if hasattr(weights, name) else outline


def use(values: dict[str, float]) -> None:
    """Put weights in force."""
    for name, value in values.items():
        setattr(_home(name), name, value)


if __name__ == "__main__":
    main()
