"""A page in a terminal: its metadata, then each line with what happened to it."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cleaners.recipe import RECIPE
from flows.review.lines import Line, Taken
from flows.review.plain import visible
from flows.review.view import View, metadata_rows

COLOURS = ("red", "green", "yellow", "blue", "magenta", "cyan")
NOTE = 40  # columns for the reasons where the terminal has room for them beside the lines,
WIDE = 100  # which is from this many columns on


def print_view(console: Console, view: View) -> None:
    """Print all that happened to a page."""
    console.print(Text(visible(view.page_id), style="bold"))
    if view.rejection:
        rejected = f"rejected: {view.rejection.reason} ({visible(view.rejection.detail)})"
        console.print(Text(rejected, style="bold red"))
    if view.lines:
        console.print(_counts(view))
        console.print()
        console.print(_metadata(view))
        console.print()
        console.print(_lines(view, console.width))


def _counts(view: View) -> str:
    gone = sum(not line.kept for line in view.lines)
    mended = sum(line.kept and bool(line.taken) for line in view.lines)
    kept = view.chars_out / view.chars_in if view.chars_in else 0
    return f"{len(view.lines):,} lines: {gone:,} cut (-), {mended:,} mended (~); {kept:.0%} of the text kept"


def _metadata(view: View) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for width in (1, 2, 1):
        table.add_column(overflow="fold", ratio=width if width > 1 else None)
    for field, values, where in metadata_rows(view.metadata):
        if values or where:
            said = Text(visible(" · ".join(values)))
            table.add_row(Text(field.replace("_", " "), style="dim"), said, Text(visible(where), style="dim"))
    return table


def _lines(view: View, width: int) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(justify="right", style="dim", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    beside = width >= WIDE
    if beside:
        table.add_column(overflow="fold", width=NOTE)
    for line in view.lines:
        number = str(line.position if line.number is None else line.number)
        said, why = _said(line), _why(line)
        sign = "-" if not line.kept else "~" if line.taken else " "
        table.add_row(
            *((number, sign, said, why) if beside else (number, sign, Text("\n").join(filter(None, (said, why)))))
        )
    return table


def _said(line: Line) -> Text:
    """The line as it came in, struck where it was cut."""
    text = Text(line.bullet)
    done = 0
    for taken in (t for t in line.taken if t.start >= 0):
        text.append(_plain(line.text[done : taken.start]))
        text.append(_plain(taken.text), style=f"strike {colour(taken.cleaner)}")
        done = taken.start + len(taken.text)
    text.append(_plain(line.text[done:]))
    if not line.kept:
        text.stylize(f"strike {colour(line.cleaner)}")
    elif line.kind == "heading":
        text.stylize("bold")
    return text


def _why(line: Line) -> Text:
    cuts: list[Line | Taken] = [*line.taken, *([] if line.kept else [line])]
    said = dict.fromkeys((cut.cleaner, cut.reason) for cut in cuts)
    return Text("\n").join(
        Text.assemble((cleaner, f"bold {colour(cleaner)}"), f": {visible(reason)}") for cleaner, reason in said
    )


def _plain(text: str) -> str:
    return "\n".join(map(visible, text.split("\n")))


def colour(cleaner: str) -> str:
    """The colour of a cleaner, by its place in the recipe."""
    names = [step.__name__ for step in RECIPE]
    return COLOURS[names.index(cleaner) % len(COLOURS)] if cleaner in names else "white"
