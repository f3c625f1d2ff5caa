"""`pagewash review OUTPUT [INPUT...]`: a site that shows what was done to each page."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from flows.commands.saying import say
from flows.inputs import SourceError
from flows.review.build import Built, build_site
from flows.review.original import Originals
from flows.review.sample import DEFAULT
from flows.review.tables import ReviewError, open_existing
from flows.store import Output


def review(
    output: Annotated[str, typer.Argument(metavar="OUTPUT", help="Folder or URI that `pagewash clean` wrote to.")],
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[INPUT...]",
            help="Inputs of the run, from which pages are read again to be shown as they came in; those of the last "
            "run if none is given. Without them pages are put together from the output.",
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        Path | None, typer.Option(help="Folder to write to; OUTPUT/review if not given.", show_default=False)
    ] = None,
    sample: Annotated[int, typer.Option(min=1, help="Pages that can be opened, at most.")] = DEFAULT,
    all_: Annotated[bool, typer.Option("--all", help="Every page can be opened, however many.")] = False,
) -> None:
    """Write a site that shows what was done: an overview, and each page with what was cut from it and why.

    It is a folder that opens from the disk in any browser and needs no network. Of a large output it shows
    a sample of the pages, half of them those most worth a look; its counts are of all pages. Exit status 1,
    with a sentence that says what to do, where nothing could be done.
    """
    try:
        found = open_existing(output)
        built = _build(found, inputs or [], _target(found, to), None if all_ else sample)
    except (ReviewError, SourceError) as error:
        say(error)
        raise typer.Exit(1) from error
    print(f"{built.shown:,} of {built.pages:,} pages, {built.originals:,} of them read again from the inputs")
    print(built.index.absolute().as_uri())


def _target(output: Output, to: Path | None) -> Path:
    if to is None and not output.local:
        raise ReviewError("a review is opened from the disk; give a folder of this machine with --to")
    return to or Path(output.root, "review")


def _build(output: Output, inputs: list[str], target: Path, size: int | None) -> Built:
    console = Console(stderr=True)
    columns = (TextColumn("reading pages"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("", total=None)
        return build_site(output, Originals(output, inputs), size, target, lambda n: progress.update(bar, advance=n))
