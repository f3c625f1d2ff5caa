"""Counts of a whole output: what was kept and cut, by cleaner, by site and by language."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from flows.review.signs import signs_of
from flows.review.tables import Outcome

TENTHS = 10


@dataclass
class Group:
    """Pages that have something in common. chars_in, chars_out: of its articles."""

    name: str
    articles: int = 0
    rejected: int = 0
    chars_in: int = 0
    chars_out: int = 0

    @property
    def kept(self) -> float:
        """The share of its articles' characters that was kept."""
        return self.chars_out / self.chars_in if self.chars_in else 0.0

    def add(self, outcome: Outcome) -> None:
        """Count one page."""
        self.rejected += bool(outcome.rejection)
        self.articles += not outcome.rejection
        self.chars_in += outcome.chars_in
        self.chars_out += outcome.chars_out


@dataclass
class Cleaner:
    """What one cleaner cut: characters, cuts, on how many pages."""

    name: str
    chars: int = 0
    cuts: int = 0
    pages: int = 0


@dataclass
class Totals:
    """All of an output. shares: articles by tenths of the text that was cut. months: by month of publication."""

    whole: Group = field(default_factory=lambda: Group("all"))
    rejections: Counter[str] = field(default_factory=Counter)
    shares: list[int] = field(default_factory=lambda: [0] * TENTHS)
    months: Counter[str] = field(default_factory=Counter)
    signs: Counter[int] = field(default_factory=Counter)
    cleaners: dict[str, Cleaner] = field(default_factory=dict)
    sites: dict[str, Group] = field(default_factory=dict)
    languages: dict[str, Group] = field(default_factory=dict)

    @property
    def pages(self) -> int:
        """How many pages came in."""
        return self.whole.articles + self.whole.rejected

    def add(self, outcome: Outcome) -> None:
        """Count one page."""
        self.whole.add(outcome)
        self.signs.update(signs_of(outcome))
        if outcome.rejection:
            self.rejections[outcome.rejection] += 1
            return
        self.sites.setdefault(outcome.site, Group(outcome.site)).add(outcome)
        self.languages.setdefault(outcome.language, Group(outcome.language)).add(outcome)
        self.shares[min(TENTHS - 1, max(0, int(outcome.share_cut * TENTHS)))] += 1
        if outcome.published:
            self.months[outcome.published[:7]] += 1
        self._add_removals(outcome)

    def _add_removals(self, outcome: Outcome) -> None:
        cuts, chars = Counter[str](), Counter[str]()
        for removal in outcome.removals:
            cuts[removal.cleaner] += removal.cuts
            chars[removal.cleaner] += removal.chars
        for name in cuts:
            cleaner = self.cleaners.setdefault(name, Cleaner(name))
            cleaner.chars += chars[name]
            cleaner.cuts += cuts[name]
            cleaner.pages += 1


def total(outcomes: Iterable[Outcome]) -> Totals:
    """Count the pages of an output."""
    totals = Totals()
    for outcome in outcomes:
        totals.add(outcome)
    return totals


def largest(groups: Iterable[Group], count: int) -> list[Group]:
    """The groups with most text, and one for all others, if there are any."""
    ranked = sorted(groups, key=lambda g: (-g.chars_in, g.name))
    shown, others = ranked[:count], ranked[count:]
    return [*shown, _joined(others)] if others else shown


def _joined(groups: Sequence[Group]) -> Group:
    one = Group(f"{len(groups):,} others")
    for group in groups:
        one.articles += group.articles
        one.rejected += group.rejected
        one.chars_in += group.chars_in
        one.chars_out += group.chars_out
    return one
