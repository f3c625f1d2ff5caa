"""The command line: `pagewash clean INPUT... --output DIR`."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from cleaners.doc import Comments
from flows.parts import OutputError, prepare
from flows.sources import EngineError, SourceError, find_shards
from flows.summary import Summary, print_summary

app = typer.Typer(
    help="pagewash turns scraped pages into clean articles in Parquet.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

# A one-shot run needs no server, no telemetry and no log lines; what the user has set wins.
ONE_SHOT = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "ERROR",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
}


@app.callback()
def _pagewash() -> None:
    """Keep `clean` a command by name while it is the only one."""


@app.command()
def clean(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT...",
            help="Files, and folders of .html and .txt files; seeds if none is given.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[Path, typer.Option(help="Folder to write to; made if absent.")] = Path("output"),
    comments: Annotated[
        Comments,
        typer.Option(help="Readers' comments on HTML pages: keep or cut them, or go by the kind of page."),
    ] = "auto",
) -> None:
    """Clean pages, HTML or flattened text: articles, cuts and rejections go to the output as Parquet.

    Run again on the same input, it replaces what it wrote before. Exit status 1, with a
    sentence that says what to do, where nothing could be done.
    """
    for name, value in ONE_SHOT.items():
        os.environ.setdefault(name, value)
    try:
        summary = _run(inputs or ["seeds"], output, comments)
    except (SourceError, OutputError, EngineError) as error:
        print(f"pagewash: {error}", file=sys.stderr)
        raise typer.Exit(1) from error
    print_summary(Console(soft_wrap=False), summary, output)


def _run(inputs: list[str], output: Path, comments: Comments) -> Summary:
    """Look whether there is anything to do, then start the engine and run the flow."""
    prepare(output)
    if not find_shards(inputs).pages:
        raise SourceError(f"no .html or .txt files in {', '.join(inputs)}; nothing was cleaned")
    with Console(stderr=True).status("starting Prefect"):
        from flows.clean import clean as flow  # noqa: PLC0415 - Prefect reads its settings when imported
        from flows.clean import start_engine  # noqa: PLC0415

        start_engine()
    return flow(inputs, str(output), comments)


def main() -> None:
    """Entry point of `pagewash` and of `python -m flows`."""
    app(prog_name="pagewash")
