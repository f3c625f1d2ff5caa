"""The command line: `pagewash COMMAND …`."""

import typer

from flows.commands.clean import clean

app = typer.Typer(
    help="pagewash turns scraped pages into clean articles in Parquet.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(clean)


@app.callback()
def _pagewash() -> None:
    """Keep `clean` a command by name while it is the only one."""


def main() -> None:
    """Entry point of `pagewash` and of `python -m flows`."""
    app(prog_name="pagewash")
