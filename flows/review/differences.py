"""Two outputs in a terminal: totals first, then page by page."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.review.compare import Change, Comparison, PageChange
from flows.review.plain import visible

LONGEST = 160  # characters of a line or of a value that are shown
LINES = 12  # lines of a page that are shown, kept and cut each


def print_comparison(console: Console, found: Comparison) -> None:
    """Print what is different."""
    console.print(_totals(found))
    moved = f"{found.now_kept:,} lines now kept, {found.now_cut:,} now cut"
    verdicts = f"{found.now_articles:,} now articles, {found.now_rejected:,} now rejected"
    console.print(f"{found.changed:,} pages changed: {moved}; {verdicts}", soft_wrap=True)
    cuts = [(name, old, new) for name, (old, new) in found.cuts.items() if old != new]
    if cuts:
        console.print(_table(("cuts by", "before", "after", ""), cuts))
    if found.fields:
        console.print(Text("metadata changed: " + ", ".join(f"{n} {c:,}" for n, c in found.fields.most_common())))
    for pages, word in ((found.gone, "only before"), (found.new, "only after")):
        for page in pages[:LINES]:
            console.print(Text(f"{word}: {visible(page)}"))
        if len(pages) > LINES:
            console.print(f"{word}: {len(pages) - LINES:,} more")
    for change in found.changes:
        _print_change(console, change)
    if found.changed > len(found.changes):
        left = found.changed - len(found.changes)
        console.print(f"\n{left:,} more pages changed, and less than these; --all shows them")


def _totals(found: Comparison) -> Table:
    rejected = (found.pages[0] - found.articles[0], found.pages[1] - found.articles[1])
    named = {"pages": found.pages, "articles": found.articles, "rejections": rejected, "characters kept": found.chars}
    rows = [(name, old, new) for name, (old, new) in named.items()]
    return _table(("", "before", "after", ""), rows)


def _table(heads: tuple[str, ...], rows: list[tuple[str, int, int]]) -> Table:
    table = Table(*heads, box=None, padding=(0, 2, 0, 0))
    for column in table.columns[1:]:
        column.justify = "right"
    for name, old, new in rows:
        table.add_row(Text(visible(name)), f"{old:,}", f"{new:,}", f"{new - old:+,}" if new != old else "")
    return table


def _print_change(console: Console, change: PageChange) -> None:
    console.print()
    console.print(Text(visible(change.page_id), style="bold"))
    if change.verdict:
        console.print(Text(f"  {change.verdict[0]} -> {change.verdict[1]}", style="yellow"), soft_wrap=True)
    for field, old, new in change.fields:
        if field == "markdown":
            console.print("  markdown: changed")
        else:
            console.print(
                Text(f"  {field}: {_short(old) or 'none'} -> {_short(new) or 'none'}", style="yellow"), soft_wrap=True
            )
    _print_lines(console, "+", "green", "was cut by", change.now_kept)
    _print_lines(console, "-", "red", "by", change.now_cut)


def _print_lines(console: Console, sign: str, style: str, by: str, changes: tuple[Change, ...]) -> None:
    for change in changes[:LINES]:
        why = f"  ({by} {visible(change.why)})" if change.why else ""
        console.print(Text.assemble((f"  {sign} {_short(change.text)}", style), (why, "dim")), soft_wrap=True)
    if len(changes) > LINES:
        console.print(Text(f"  {sign} {len(changes) - LINES:,} more lines", style=style))


def _short(text: str) -> str:
    return visible(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
