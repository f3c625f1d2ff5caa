"""`pagewash diff OUTPUT_A OUTPUT_B`: what two runs made of the same pages."""

from typing import Annotated

import typer
from rich.console import Console

from flows.commands.saying import say
from flows.review.compare import compare
from flows.review.differences import print_comparison
from flows.review.tables import ReviewError, open_existing

SAME, DIFFERENT, TROUBLE = 0, 1, 2


def diff(
    before: Annotated[str, typer.Argument(metavar="OUTPUT_A", help="An output of `pagewash clean`: a folder or URI.")],
    after: Annotated[str, typer.Argument(metavar="OUTPUT_B", help="Another one, of the same pages.")],
    limit: Annotated[int, typer.Option(min=0, help="Pages that are shown at most: those that changed most.")] = 50,
    all_: Annotated[bool, typer.Option("--all", help="Show every page that changed.")] = False,
) -> None:
    """Compare two outputs: totals first, then, page by page, what is now kept or cut and which metadata changed.

    Pages are matched by their page_id. Exit status 0 where both have the same articles and rejections, 1 where
    they do not, 2 with a sentence that says what to do where one of them cannot be read.
    """
    try:
        found = compare(open_existing(before), open_existing(after), None if all_ else limit)
    except ReviewError as error:
        say(error)
        raise typer.Exit(TROUBLE) from error
    print_comparison(Console(highlight=False), found)
    raise typer.Exit(SAME if found.same else DIFFERENT)
