"""What is drawn of an output's counts: bars and columns, as numbers that a template turns into SVG."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.history import Run
from flows.review.totals import TENTHS, Totals, largest

ROWS = 12  # bars of a table; what is smaller is one bar
MONTHS = 36  # columns of months at most; a longer time is drawn by years
FULL = 100.0  # width and height of all drawings, in units of their own
GAP = 0.2  # of a column


@dataclass(frozen=True)
class Segment:
    """A part of a bar. tint: "kept", "cut", "rejected", or "c7" for the colour of the seventh cleaner."""

    tint: str
    start: float
    width: float
    label: str = ""


@dataclass(frozen=True)
class Bar:
    """A row of a table of bars. filter: field and value of the pages behind it, if they can be asked for."""

    name: str
    segments: tuple[Segment, ...]
    cells: tuple[str, ...]
    filter: tuple[str, str] | None = None
    tint: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a chart: where it stands, and its parts from the bottom up."""

    label: str
    start: float
    width: float
    parts: tuple[Segment, ...]


@dataclass(frozen=True)
class Chart:
    """Columns along an axis. said: all of it in a sentence, for those who do not see it."""

    title: str
    columns: tuple[Column, ...]
    top: str
    said: str

    @property
    def ends(self) -> tuple[str, str]:
        """What stands at both ends of the axis."""
        return self.columns[0].label, self.columns[-1].label


def whole_bar(totals: Totals, tints: Mapping[str, str]) -> tuple[Segment, ...]:
    """All text of the articles: what was kept, then what each cleaner cut, by size."""
    cleaners = sorted(totals.cleaners.values(), key=lambda c: (-c.chars, c.name))
    sizes = [("kept", "kept", totals.whole.chars_out), *((tints[c.name], c.name, c.chars) for c in cleaners)]
    return _stacked(sizes)


def cleaner_bars(totals: Totals, tints: Mapping[str, str]) -> list[Bar]:
    """A bar for each cleaner, by the characters that it cut."""
    ranked = sorted(totals.cleaners.values(), key=lambda c: (-c.chars, c.name))
    most = max((c.chars for c in ranked), default=1) or 1
    return [
        Bar(
            c.name,
            (Segment(tints[c.name], 0, FULL * c.chars / most),),
            (f"{c.chars:,}", f"{c.cuts:,}", f"{c.pages:,}"),
            ("cleaner", c.name),
            tints[c.name],
        )
        for c in ranked
    ]


def group_bars(totals: Totals, field: str) -> list[Bar]:
    """A bar for each site or language: what of its text was kept and what was cut."""
    groups = (totals.sites if field == "site" else totals.languages).values()
    return [
        Bar(
            group.name or "not stated",
            _stacked([("kept", "kept", group.chars_out), ("cut", "cut", max(0, group.chars_in - group.chars_out))]),
            (f"{group.kept:.0%}", f"{group.chars_in:,}", f"{group.articles:,}"),
            (field, group.name) if at < ROWS else None,
        )
        for at, group in enumerate(largest(groups, ROWS))
    ]


def rejection_bars(totals: Totals) -> list[Bar]:
    """A bar for each reason for which pages were rejected."""
    most = max(totals.rejections.values(), default=1)
    ranked = sorted(totals.rejections.items(), key=lambda r: (-r[1], r[0]))
    return [
        Bar(reason, (Segment("rejected", 0, FULL * count / most),), (f"{count:,}",), ("reason", f"rejected:{reason}"))
        for reason, count in ranked
    ]


def share_chart(totals: Totals) -> Chart:
    """How many articles lost how much of their page, by tenths."""
    counts = {f"{100 * at // TENTHS}–{100 * (at + 1) // TENTHS} %": count for at, count in enumerate(totals.shares)}
    return _chart(
        "Articles by the share of the page that was cut", [(name, [("cut", n)]) for name, n in counts.items()]
    )


def month_chart(totals: Totals) -> Chart | None:
    """Articles by month of publication, or by year where there are many; None where there are no two."""
    counts = totals.months
    months = sorted(name for name in counts if len(name) == 7)
    if len(months) < 2:
        return None
    if len(_months(months[0], months[-1])) <= MONTHS:
        return _chart(
            "Articles by month of publication",
            [(month, [("kept", counts[month])]) for month in _months(months[0], months[-1])],
        )
    years = range(int(months[0][:4]), int(months[-1][:4]) + 1)
    by_year = [(str(y), [("kept", sum(n for m, n in counts.items() if m[:4] == str(y)))]) for y in years]
    return _chart("Articles by year of publication", by_year)


def run_chart(runs: Sequence[Run]) -> Chart | None:
    """Characters kept and cut in each run; None where there was but one."""
    if len(runs) < 2:
        return None
    sizes = [
        (
            run.ended.isoformat(" ", "minutes").partition("+")[0],
            [("kept", run.summary.chars_out), ("cut", max(0, run.summary.chars_in - run.summary.chars_out))],
        )
        for run in runs
    ]
    return _chart("Characters kept and cut, run by run", sizes)


def _stacked(sizes: Sequence[tuple[str, str, int]]) -> tuple[Segment, ...]:
    """Parts of a bar that together are its whole width."""
    whole = sum(size for _, _, size in sizes) or 1
    segments, start = [], 0.0
    for tint, label, size in sizes:
        width = FULL * size / whole
        segments.append(Segment(tint, round(start, 3), round(width, 3), f"{label} {size / whole:.0%}"))
        start += width
    return tuple(segments)


def _chart(title: str, sizes: Sequence[tuple[str, list[tuple[str, int]]]]) -> Chart:
    most = max((sum(n for _, n in parts) for _, parts in sizes), default=1) or 1
    width = FULL / len(sizes)
    columns = []
    for at, (label, parts) in enumerate(sizes):
        stack, base = [], FULL
        for tint, number in parts:
            height = FULL * number / most
            base -= height
            stack.append(Segment(tint, round(base, 3), round(height, 3), f"{label}: {number:,}"))
        columns.append(Column(label, round(at * width, 3), round(width * (1 - GAP), 3), tuple(stack)))
    top = max(sizes, key=lambda s: sum(n for _, n in s[1]))[0]
    said = "; ".join(f"{label}: {' and '.join(f'{n:,} {t}' for t, n in parts)}" for label, parts in sizes[:MONTHS])
    return Chart(
        title, tuple(columns), f"{most:,}", f"{title}, from {sizes[0][0]} to {sizes[-1][0]}; most at {top}. {said}"
    )


def _months(first: str, last: str) -> list[str]:
    start, end = (int(m[:4]) * 12 + int(m[5:7]) - 1 for m in (first, last))
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(start, end + 1)]
