"""Which pages of an output the review shows: those most worth a look, and a fair draw of all others."""

import hashlib
from collections.abc import Iterable, Sequence

from flows.review.signs import worth
from flows.review.tables import Outcome

DEFAULT = 500  # pages: some 10 MB of site, some 20 s of CPU
WORST = 0.5  # share of a sample that goes to the pages most worth a look, half of that at most to rejected ones


def draw(outcomes: Sequence[Outcome], size: int) -> list[Outcome]:
    """At most `size` of the pages, most worth a look first; the same for the same output.

    Half are the worst, rejected ones and articles alike; the others are drawn by a hash of their names.
    """
    if len(outcomes) > size:
        ranked = sorted(outcomes, key=by_worth)
        half = int(size * WORST)
        rejected = [o for o in ranked if o.rejection][: half // 2]
        articles = [o for o in ranked if not o.rejection][: half - len(rejected)]
        taken = {o.page_id for o in rejected + articles}
        others = sorted((o for o in outcomes if o.page_id not in taken), key=_hash)
        outcomes = [*rejected, *articles, *others[: size - len(taken)]]
    return sorted(outcomes, key=by_worth)


def by_worth(outcome: Outcome) -> tuple[float, str]:
    """Key that sorts the pages most worth a look first, and else by name."""
    return -worth(outcome), outcome.page_id


def worst(outcomes: Iterable[Outcome], count: int) -> list[Outcome]:
    """The pages most worth a look."""
    return sorted(outcomes, key=by_worth)[:count]


def _hash(outcome: Outcome) -> bytes:
    return hashlib.sha256(outcome.page_id.encode()).digest()
