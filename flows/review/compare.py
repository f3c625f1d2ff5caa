"""Two outputs page by page: what is now kept, what is now cut, which metadata changed. Pages are matched by page_id."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest

from flows.review.tables import Outcome, Rows, outcomes, rows_of, scan
from flows.review.view import FIELDS
from flows.store import Output

COMPARED = ("text", "markdown", *FIELDS, "reason")


@dataclass(frozen=True)
class Change:
    """A line that one output has and the other has not. why: which cleaner cut it there, and for what reason."""

    text: str
    why: str


@dataclass(frozen=True)
class PageChange:
    """What is different of one page. fields: field, before, after. verdict: the same of its rejection."""

    page_id: str
    now_kept: tuple[Change, ...] = ()
    now_cut: tuple[Change, ...] = ()
    fields: tuple[tuple[str, str, str], ...] = ()
    verdict: tuple[str, str] | None = None

    @property
    def size(self) -> int:
        """How large the change is: characters that moved, at least one."""
        return 1 + sum(len(change.text) for change in self.now_kept + self.now_cut)


@dataclass
class Comparison:
    """Totals first. Each pair is of the output before and the one after. changes: the largest, by page_id."""

    pages: tuple[int, int] = (0, 0)
    articles: tuple[int, int] = (0, 0)
    chars: tuple[int, int] = (0, 0)
    cuts: dict[str, tuple[int, int]] = field(default_factory=dict)
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    changed: int = 0
    now_kept: int = 0
    now_cut: int = 0
    now_rejected: int = 0
    now_articles: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    changes: tuple[PageChange, ...] = ()

    @property
    def same(self) -> bool:
        """True where no page is different, missing or new."""
        return not (self.changed or self.gone or self.new)


def compare(before: Output, after: Output, shown: int | None) -> Comparison:
    """Compare two outputs; raises ReviewError where one cannot be read. shown: changes that are kept, None for all."""
    one, other = _side(before), _side(after)
    both = one.digests.keys() & other.digests.keys()
    changed = sorted(page for page in both if one.digests[page] != other.digests[page])
    found = Comparison(
        (len(one.digests), len(other.digests)),
        (one.articles, other.articles),
        (one.chars, other.chars),
        {name: (one.cuts[name], other.cuts[name]) for name in sorted(one.cuts.keys() | other.cuts.keys())},
        tuple(sorted(one.digests.keys() - both)),
        tuple(sorted(other.digests.keys() - both)),
        len(changed),
    )
    changes = (_counted(change, found) for change in _changes(before, after, one, other, changed))
    largest = list(changes) if shown is None else nlargest(shown, changes, key=lambda c: (c.size, c.page_id))
    found.changes = tuple(sorted(largest, key=lambda c: c.page_id))
    return found


@dataclass
class _Side:
    """One of the outputs: a digest of what is compared of each page, the part that holds it, and totals."""

    digests: dict[str, bytes] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    cuts: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    chars: int = 0

    def add(self, outcome: Outcome) -> None:
        self.parts[outcome.page_id] = outcome.part
        self.articles += not outcome.rejection
        self.chars += outcome.chars_out
        for removal in outcome.removals:
            self.cuts[removal.cleaner] += removal.cuts


def _side(output: Output) -> _Side:
    side = _Side()
    for outcome in outcomes(output):
        side.add(outcome)
    for row in scan(output, COMPARED):
        said = repr([row.get(name) for name in COMPARED])
        side.digests[row["page_id"]] = hashlib.blake2b(said.encode("utf-8", "replace"), digest_size=16).digest()
    return side


def _changes(before: Output, after: Output, one: _Side, other: _Side, pages: Sequence[str]) -> Iterator[PageChange]:
    """Each change, read a part of both outputs at a time."""
    together: Mapping[tuple[str, str], list[str]] = defaultdict(list)
    for page in pages:
        together[one.parts[page], other.parts[page]].append(page)
    for (part, part_after), some in sorted(together.items()):
        rows, rows_after = rows_of(before, part, some), rows_of(after, part_after, some)
        yield from (_change(page, rows[page], rows_after[page]) for page in some)


def _change(page_id: str, before: Rows, after: Rows) -> PageChange:
    old, new = before.row, after.row
    verdict = (old.get("reason", "article"), new.get("reason", "article"))
    if "text" in old and "text" in new:
        names = FIELDS if old["text"] != new["text"] else (*FIELDS, "markdown")
        fields = tuple((name, _shown(old[name]), _shown(new[name])) for name in names if old[name] != new[name])
        lines, lines_after = _lines(old["text"]), _lines(new["text"])
        now_kept, now_cut = _beyond(lines_after, lines, before), _beyond(lines, lines_after, after)
        return PageChange(page_id, now_kept, now_cut, fields)
    now_kept = _beyond(_lines(new.get("text", "")), [], before)
    now_cut = _beyond(_lines(old.get("text", "")), [], after)
    return PageChange(page_id, now_kept, now_cut, (), verdict)


def _beyond(lines: Sequence[str], others: Sequence[str], where_cut: Rows) -> tuple[Change, ...]:
    """The lines that others lack, and why they do: by the cuts of those rows."""
    left = Counter(others)
    cuts = {cut.text: f"{cut.cleaner}: {cut.reason}" for cut in where_cut.cuts}
    found = []
    for line in lines:
        left[line] -= 1
        if left[line] < 0:
            found.append(Change(line, cuts.get(line, "")))
    return tuple(found)


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _shown(value: object) -> str:
    return " · ".join(value) if isinstance(value, list) else str(value or "")


def _counted(change: PageChange, found: Comparison) -> PageChange:
    found.now_kept += len(change.now_kept)
    found.now_cut += len(change.now_cut)
    found.fields.update(name for name, _, _ in change.fields)
    if change.verdict:
        found.now_articles += change.verdict[1] == "article"
        found.now_rejected += change.verdict[0] == "article"
    return change
