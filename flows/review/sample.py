"""Which pages of an output the review shows: those most worth a look, and a fair draw of all others."""

import hashlib
from collections.abc import Sequence

from flows.review.signs import worth
from flows.review.tables import Outcome

DEFAULT = 500  # pages: some 10 MB of site, some 20 s of CPU
WORST = 0.5  # share of a sample that goes to the pages most worth a look,
REJECTED = 0.34  # and of those, the share that may go to rejected ones


def draw(outcomes: Sequence[Outcome], size: int) -> list[Outcome]:
    """At most `size` of the pages, most worth a look first; the same for the same output.

    Some are the worst, the others are drawn by a hash of their names.
    """
    if len(outcomes) > size:
        bad = draw_worst(outcomes, int(size * WORST))
        taken = {o.page_id for o in bad}
        others = sorted((o for o in outcomes if o.page_id not in taken), key=_hash)
        outcomes = [*bad, *others[: size - len(bad)]]
    return sorted(outcomes, key=by_worth)


def draw_worst(outcomes: Sequence[Outcome], size: int) -> list[Outcome]:
    """The pages most worth a look, articles and rejected ones alike."""
    ranked = sorted(outcomes, key=by_worth)
    rejected = [o for o in ranked if o.rejection][: int(size * REJECTED)]
    articles = [o for o in ranked if not o.rejection][: size - len(rejected)]
    return sorted([*rejected, *articles], key=by_worth)


def by_worth(outcome: Outcome) -> tuple[float, str]:
    """Key that sorts the pages most worth a look first, and else by name."""
    return -worth(outcome), outcome.page_id


def _hash(outcome: Outcome) -> bytes:
    return hashlib.sha256(outcome.page_id.encode()).digest()
