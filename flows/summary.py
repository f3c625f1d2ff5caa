"""What a run did: counts that add up, and how they are printed."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from flows.parts import TABLES, PageRows

EXAMPLES = 3  # rejected pages that are named for each reason
EXAMPLE = 200  # characters of each
KINDS = 20  # of what was passed by that are named


@dataclass
class Summary:
    """Counts of a shard or of a whole run: pages = articles + the sum of rejects.

    passed: what of the inputs is no page, by its kind. examples: by reason. unchanged: pages whose rows
    are those of an earlier run. kept, pruned: rows of sources that are gone. failed: shards that could not be
    done, and why.
    """

    articles: int = 0
    chars_in: int = 0
    chars_out: int = 0
    rejects: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)
    cuts: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)
    unchanged: int = 0
    kept: int = 0
    pruned: int = 0
    failed: dict[str, str] = field(default_factory=dict)

    @property
    def pages(self) -> int:
        """How many pages came in."""
        return self.articles + self.rejects.total()

    def count(self, rows: PageRows) -> None:
        """Add one page."""
        if rows.reject:
            reason = rows.reject["reason"]
            self.rejects[reason] += 1
            examples = self.examples.setdefault(reason, [])
            if len(examples) < EXAMPLES:
                examples.append(f"{rows.page_id}: {rows.reject['detail']}"[:EXAMPLE])
        if rows.article:
            self.articles += 1
            self.chars_in += rows.article["chars_in"]
            self.chars_out += rows.article["chars_out"]
        self.cuts.update(cut["cleaner"] for cut in rows.cuts)

    def add(self, other: "Summary") -> None:
        """Add the counts of another shard."""
        for name in ("articles", "chars_in", "chars_out", "unchanged", "kept", "pruned"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in ("rejects", "cuts", "passed", "failed"):
            getattr(self, name).update(getattr(other, name))
        for reason, examples in other.examples.items():
            known = self.examples.setdefault(reason, [])
            known.extend(examples[: EXAMPLES - len(known)])

    def to_json(self) -> str:
        """What hangs on the pages alone, for a footer."""
        kept = {
            name: getattr(self, name) for name in ("articles", "chars_in", "chars_out", "rejects", "examples", "cuts")
        }
        return json.dumps(kept, sort_keys=True, ensure_ascii=False)


def from_json(text: str) -> Summary:
    """The counts that a footer holds."""
    known = json.loads(text)
    return Summary(**known | {"rejects": Counter(known["rejects"]), "cuts": Counter(known["cuts"])})


def print_summary(console: Console, summary: Summary, output: str) -> None:
    """Print what a person needs to know of a run, and what to look at next. output: its folder or URI."""
    kept = summary.chars_out / summary.chars_in if summary.chars_in else 0.0
    console.print(
        f"[bold]{counted(summary.pages, 'page')}[/]: {counted(summary.articles, 'article')} "
        f"({kept:.0%} of their text kept), {counted(sum(summary.rejects.values()), 'rejection')}"
    )
    if summary.rejects:
        console.print(_reject_table(summary))
    if summary.cuts:
        console.print(_cut_table(summary.cuts))
    if summary.passed:
        console.print(f"Passed by (no pages): {escape(_passed(summary.passed))}")
    if summary.unchanged:
        console.print(f"{counted(summary.unchanged, 'page')} had not changed and kept what an earlier run made of them")
    if summary.kept:
        console.print(f"{counted(summary.kept, 'row')} of pages that are gone stay; --prune removes them")
    if summary.pruned:
        console.print(f"{counted(summary.pruned, 'row')} of pages that are gone removed")
    for table in TABLES:
        console.print(f"{table:<9}{escape(f'{output}/{table}')}/*.parquet", soft_wrap=True, highlight=False)


def tally(summary: Summary) -> str:
    """A run in one line."""
    line = f"{counted(summary.pages, 'page')}: {counted(summary.articles, 'article')}, "
    line += f"{summary.rejects.total():,} rejected"
    return line + (f"; {summary.unchanged:,} had not changed" if summary.unchanged else "")


def failure(summary: Summary) -> str:
    """Which shards failed and why, in one sentence; "" where none did."""
    if not summary.failed:
        return ""
    name, why = next(iter(summary.failed.items()))
    others = f" (and {len(summary.failed) - 1:,} more)" if len(summary.failed) > 1 else ""
    return f"shard {name} failed{others}: {why}; all others are written, and the next run takes up what is missing"


def counted(number: int, noun: str) -> str:
    """A number and what it is of."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _passed(kinds: Counter[str]) -> str:
    """What was passed by, by its kind; of many kinds the most frequent."""
    named = sorted(kinds.most_common(KINDS))
    rest = kinds.total() - sum(number for _, number in named)
    listed = [*(f"{kind} {number}" for kind, number in named), *([f"{rest:,} of other kinds"] if rest else [])]
    return printable([", ".join(listed)])


def _reject_table(summary: Summary) -> Table:
    table = Table("rejected for", "pages", "for example", box=None, padding=(0, 2, 0, 0), title_justify="left")
    table.columns[1].justify = "right"
    for reason, number in summary.rejects.most_common():
        table.add_row(reason, f"{number:,}", escape(printable(summary.examples[reason])))
    return table


def printable(lines: Iterable[str]) -> str:
    """Lines without what would confuse a terminal or a table."""
    return "\n".join("".join(c if c.isprintable() else "�" for c in line) for line in lines)


def _cut_table(cuts: Counter[str]) -> Table:
    table = Table("cleaner", "cuts", box=None, padding=(0, 2, 0, 0))
    table.columns[1].justify = "right"
    for cleaner, number in cuts.most_common():
        table.add_row(cleaner, f"{number:,}")
    return table
