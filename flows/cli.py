"""The command line: `pagewash COMMAND …`."""

import signal

import typer

from flows.commands.case import case
from flows.commands.clean import clean
from flows.commands.diff import diff
from flows.commands.explain import explain
from flows.commands.review import review
from flows.commands.serve import serve

app = typer.Typer(
    help="pagewash turns scraped pages into clean articles in Parquet.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(clean)
app.command()(serve)
app.command()(review)
app.command()(explain)
app.command()(diff)
app.command()(case)


def main() -> None:
    """Entry point of `pagewash` and of `python -m flows`."""
    for name in (signal.SIGTERM, signal.SIGINT):  # the second is ignored in the background of a script
        signal.signal(name, signal.default_int_handler)  # being told to end is Ctrl-C: all is left in order
    app(prog_name="pagewash")
