"""What makes a page worth a look: signs, each with a name, what it means, and how much it counts."""

from collections.abc import Callable
from dataclasses import dataclass

from flows.review.tables import Outcome

NEARLY_ALL = 0.9  # share cut; of 440 pages of the seeds and the benchmarks, one in twenty-five loses more
UNSURE = 0.7  # expected F1 of the article; of the same pages, one in twenty is less sure
DISAGREES = " says “"  # how the provenance notes a rival; see cleaners.testimony.believe


@dataclass(frozen=True)
class Sign:
    """name: in addresses. label: for readers. weight: among the pages worth a look, beside the share cut (0 to 1)."""

    name: str
    label: str
    weight: float
    holds: Callable[[Outcome], bool]


def _is_article(outcome: Outcome) -> bool:
    return not outcome.rejection


SIGNS: tuple[Sign, ...] = (
    Sign("rejected", "rejected", 2.0, lambda o: bool(o.rejection)),
    Sign("unsure", "not sure of the article", 1.5, lambda o: o.sure is not None and o.sure < UNSURE),
    Sign("nearly-all", "nearly all of it cut", 1.0, lambda o: o.share_cut > NEARLY_ALL),
    Sign("no-title", "no title", 1.0, lambda o: _is_article(o) and not o.title),
    Sign("conflict", "metadata in conflict", 0.75, lambda o: any(DISAGREES in w for w in o.provenance.values())),
    Sign("no-date", "no date", 0.25, lambda o: _is_article(o) and not o.published),
    Sign("no-author", "no author", 0.25, lambda o: _is_article(o) and not o.authors),
)


def signs_of(outcome: Outcome) -> tuple[int, ...]:
    """Which signs a page shows, as places in SIGNS."""
    return tuple(at for at, sign in enumerate(SIGNS) if sign.holds(outcome))


def worth(outcome: Outcome) -> float:
    """How much a page is worth a look: the weights of its signs and the share that was cut."""
    return round(sum(SIGNS[at].weight for at in signs_of(outcome)) + outcome.share_cut, 4)
