"""What a run did: counts that add up, and how they are printed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from cleaners.doc import Doc
from cleaners.page import Page

EXAMPLES = 3  # rejected pages that are named for each reason


@dataclass
class Summary:
    """Counts of a shard or of a whole run: pages = articles + the sum of rejects.

    passed: files of the inputs that are no pages, by their kind. examples: by reason.
    """

    pages: int = 0
    articles: int = 0
    chars_in: int = 0
    chars_out: int = 0
    rejects: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)
    cuts: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)

    def count(self, page: Page, doc: Doc) -> None:
        """Add one page."""
        self.pages += 1
        if doc.rejection:
            self.rejects[doc.rejection.reason] += 1
            examples = self.examples.setdefault(doc.rejection.reason, [])
            if len(examples) < EXAMPLES:
                examples.append(f"{page.source}: {doc.rejection.detail}")
            return
        self.articles += 1
        self.chars_in += doc.chars_in
        self.chars_out += sum(len(b.text) for b in doc.blocks)
        self.cuts.update(cut.cleaner for cut in doc.cuts)

    def add(self, other: "Summary") -> None:
        """Add the counts of another shard."""
        self.pages += other.pages
        self.articles += other.articles
        self.chars_in += other.chars_in
        self.chars_out += other.chars_out
        self.rejects.update(other.rejects)
        self.cuts.update(other.cuts)
        for reason, examples in other.examples.items():
            known = self.examples.setdefault(reason, [])
            known.extend(examples[: EXAMPLES - len(known)])


def print_summary(console: Console, summary: Summary, output: Path) -> None:
    """Print what a person needs to know of a run, and what to look at next."""
    kept = summary.chars_out / summary.chars_in if summary.chars_in else 0.0
    console.print(
        f"[bold]{_count(summary.pages, 'page')}[/]: {_count(summary.articles, 'article')} "
        f"({kept:.0%} of their text kept), {_count(sum(summary.rejects.values()), 'rejection')}"
    )
    if summary.rejects:
        console.print(_reject_table(summary))
    if summary.cuts:
        console.print(_cut_table(summary.cuts))
    if summary.passed:
        listed = ", ".join(f"{escape(kind)} {number}" for kind, number in sorted(summary.passed.items()))
        console.print(f"Passed by (neither .html nor .txt): {listed}")
    for table in ("articles", "cuts", "rejects"):
        console.print(f"{table:<9}{escape(str(output / table))}/*.parquet", soft_wrap=True, highlight=False)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _reject_table(summary: Summary) -> Table:
    table = Table("rejected for", "pages", "for example", box=None, padding=(0, 2, 0, 0), title_justify="left")
    table.columns[1].justify = "right"
    for reason, number in summary.rejects.most_common():
        table.add_row(reason, f"{number:,}", escape(_printable(summary.examples[reason])))
    return table


def _printable(lines: Iterable[str]) -> str:
    return "\n".join("".join(c if c.isprintable() else "�" for c in line) for line in lines)


def _cut_table(cuts: Counter[str]) -> Table:
    table = Table("cleaner", "cuts", box=None, padding=(0, 2, 0, 0))
    table.columns[1].justify = "right"
    for cleaner, number in cuts.most_common():
        table.add_row(cleaner, f"{number:,}")
    return table
