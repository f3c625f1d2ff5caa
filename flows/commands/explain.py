"""`pagewash explain FILE`: one page in the terminal, each line with what happened to it and why."""

from typing import Annotated

import typer
from rich.console import Console

from cleaners.doc import Comments
from cleaners.page import Format
from flows.commands.saying import say
from flows.guard import HelperError
from flows.inputs import SourceError
from flows.review.looking import look
from flows.review.picking import pick_page
from flows.review.terminal import print_view
from flows.sources.records import Reading


def explain(  # noqa: PLR0913, PLR0917 - the options of a command
    file: Annotated[str, typer.Argument(metavar="FILE", help="A page, or a container of pages; a path or a URI.")],
    page: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Which page of a container: its page_id, or what stands there behind the #."),
    ] = None,
    comments: Annotated[Comments, typer.Option(help="Readers' comments, as with `pagewash clean`.")] = "auto",
    format_: Annotated[Format, typer.Option("--format", help="What the page is, as with `pagewash clean`.")] = "auto",
    text_column: Annotated[str | None, typer.Option(metavar="NAME", help="As with `pagewash clean`.")] = None,
    html_column: Annotated[str | None, typer.Option(metavar="NAME", help="As with `pagewash clean`.")] = None,
    url_column: Annotated[str | None, typer.Option(metavar="NAME", help="As with `pagewash clean`.")] = None,
) -> None:
    """Show what is done to one page: each line, what took it away or mended it, and why.

    Nothing is written and no output is needed. A line that went is marked with "-", one that was mended with
    "~". Exit status 1, with a sentence that says what to do, where there is no such page.
    """
    named = {"text": text_column, "html": html_column, "url": url_column}
    columns = tuple((field, column) for field, column in named.items() if column)
    try:
        view = look(pick_page(file, page, Reading(format_, columns)), comments)
    except (SourceError, HelperError) as error:
        say(error)
        raise typer.Exit(1) from error
    print_view(Console(highlight=False), view)
