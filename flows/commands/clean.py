"""`pagewash clean INPUT... --output DIR`: pages to Parquet, once."""

import os
import sys
from collections import Counter
from typing import Annotated, Any

import typer
from rich.console import Console

from cleaners.doc import Comments
from cleaners.page import Format
from flows.inputs import SourceError, find_inputs, public
from flows.options import EngineError, Options, cores
from flows.sources.records import Reading
from flows.store import OutputError, only_run, open_output
from flows.summary import Summary, print_summary
from flows.walk import find_files
from flows.work import CountError

# A one-shot run needs no server, no telemetry and no log lines; what the user has set wins.
ONE_SHOT = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "ERROR",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
}


def _column(what: str) -> Any:
    return typer.Option(metavar="NAME", help=f"Field or column of records that holds {what}; else known by its name.")


def clean(  # noqa: PLR0913, PLR0917 - the options of a command
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT...",
            help="Files, folders and patterns, here or in an object store (s3://bucket/folder); seeds if none is "
            "given. Pages: .html .htm .xhtml .mhtml .txt .md, also .gz and .zst. Containers of pages: .jsonl .csv "
            ".parquet .arrow .warc .wet .zip .tar, compressed or not.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[str, typer.Option(help="Folder or URI to write to; made if absent.")] = "output",
    comments: Annotated[
        Comments,
        typer.Option(help="Readers' comments on HTML pages: keep or cut them, or go by the kind of page."),
    ] = "auto",
    format_: Annotated[
        Format, typer.Option("--format", help="What the pages are; auto looks at the content of each.")
    ] = "auto",
    text_column: Annotated[str | None, _column("the page as text or HTML")] = None,
    html_column: Annotated[str | None, _column("the page as HTML")] = None,
    url_column: Annotated[str | None, _column("the page's URL")] = None,
    title_column: Annotated[str | None, _column("its title")] = None,
    author_column: Annotated[str | None, _column("its author")] = None,
    date_column: Annotated[str | None, _column("its date of publication")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that clean.")] = cores(),
    prune: Annotated[bool, typer.Option("--prune", help="Remove rows of pages that are gone from the input.")] = False,
    keep_older: Annotated[
        bool, typer.Option("--keep-older", help="Leave what an older version made of pages that have not changed.")
    ] = False,
    page_seconds: Annotated[
        float, typer.Option(min=0.1, help="CPU time that one page may take; one that takes more is rejected.")
    ] = Options.page_seconds,
    page_memory: Annotated[
        int, typer.Option(min=16, metavar="MB", help="Memory that one page may take; one that takes more is rejected.")
    ] = Options.page_memory,
) -> None:
    """Clean pages, HTML or flattened text: articles, cuts and rejections go to the output as Parquet.

    Run again on the same input, it cleans only what is new or changed, and takes up a run that was
    interrupted. Exit status 1, with a sentence that says what to do, where nothing could be done.
    """
    for name, value in ONE_SHOT.items():
        os.environ.setdefault(name, value)
    named = {"text": text_column, "html": html_column, "url": url_column}
    named |= {"title": title_column, "author": author_column, "published": date_column}
    columns = tuple((field, column) for field, column in named.items() if column)
    options = Options(comments, Reading(format_, columns), workers, prune, keep_older, page_seconds, page_memory)
    try:
        summary = _run(inputs or ["seeds"], output, options)
    except (SourceError, OutputError, EngineError, CountError) as error:
        print(f"pagewash: {error}", file=sys.stderr)
        raise typer.Exit(1) from error
    print_summary(Console(soft_wrap=False), summary, public(output))


def _run(inputs: list[str], output: str, options: Options) -> Summary:
    """Look whether there is anything to do, then start the engine and run the flow."""
    target = open_output(output)
    with only_run(target):
        if not any(True for one in find_inputs(inputs) for _ in find_files(one, target.folder, Counter())):
            raise SourceError(f"no pages in {', '.join(map(public, inputs))}; nothing was cleaned")
    with Console(stderr=True).status("starting Prefect"):
        from flows.clean import clean as flow  # noqa: PLC0415 - Prefect reads its settings when imported
        from flows.clean import start_engine  # noqa: PLC0415

        start_engine()
    return flow(inputs, output, options)
