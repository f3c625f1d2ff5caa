"""The command line: `pagewash clean INPUT... --output DIR`."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from flows.parts import OutputError, prepare
from flows.sources import SourceError, find_shards
from flows.summary import print_summary

app = typer.Typer(
    help="pagewash turns scraped pages into clean articles in Parquet.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

# A one-shot run needs no server, no telemetry and no log lines; what the user has set wins.
ONE_SHOT = {
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
            help="Files, and folders of .txt files; seeds if none is given.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[Path, typer.Option(help="Folder to write to; made if absent.")] = Path("output"),
) -> None:
    """Clean flattened pages: articles, cuts and rejections go to the output as Parquet.

    Run again on the same input, it replaces what it wrote before. Exit status 1, with a
    sentence that says what to do, where nothing could be done.
    """
    for name, value in ONE_SHOT.items():
        os.environ.setdefault(name, value)
    console = Console(soft_wrap=False)
    try:
        prepare(output)
        if not find_shards(inputs or ["seeds"]).pages:
            raise SourceError(f"no .txt or .text files in {', '.join(inputs or ['seeds'])}; nothing was cleaned")
        with Console(stderr=True).status("starting Prefect, on this machine only"):
            from flows.clean import clean as run  # noqa: PLC0415 - Prefect reads its settings when imported
        summary = run(inputs or ["seeds"], str(output))
    except (SourceError, OutputError) as error:
        print(f"pagewash: {error}", file=sys.stderr)
        raise typer.Exit(1) from error
    print_summary(console, summary, output)


def main() -> None:
    """Entry point of `pagewash` and of `python -m flows`."""
    app(prog_name="pagewash")
