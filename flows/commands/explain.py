"""`pagewash explain FILE`: one page in the terminal, each line with what happened to it and why."""

import sys
from typing import Annotated

import typer
from rich.console import Console

from cleaners.doc import Comments, Doc
from cleaners.page import Format, clean_page, read_page
from flows.inputs import SourceError
from flows.review.picking import pick_page
from flows.review.terminal import print_view
from flows.review.view import View, view_of_doc
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
        found = pick_page(file, page, Reading(format_, columns))
    except SourceError as error:
        print(f"pagewash: {error}", file=sys.stderr)
        raise typer.Exit(1) from error
    after = clean_page(found, comments)
    before = read_page(found, comments) if after.blocks or after.cuts else Doc(())
    print_view(
        Console(highlight=False), view_of_doc(found, before, after) if before.blocks else _unread(found.page_id, after)
    )


def _unread(page_id: str, doc: Doc) -> View:
    return View(page_id, page_id, "nothing", rejection=doc.rejection)
