"""`pagewash serve INPUT... --output DIR --every 15m`: the same on schedule, for as long as it runs."""

import os
import re
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from typing import Annotated

import typer

from flows.commands.choices import Inputs, Output, with_options
from flows.commands.saying import say
from flows.engine.server import PORT, OwnServer, check, configured, keep_quiet, own_server
from flows.options import EngineError, Options
from flows.places import is_uri
from flows.store import OutputError, open_output

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


@with_options
def serve(  # noqa: PLR0913 - the options of a command
    *,
    inputs: Inputs = None,
    output: Output = "output",
    every: Annotated[str | None, typer.Option(metavar="TIME", help="Time between runs: 30s, 15m, 1h30m, 1d.")] = None,
    cron: Annotated[
        str | None, typer.Option(metavar="CRON", help="When runs start, in this machine's time zone: '0 * * * *'.")
    ] = None,
    name: Annotated[
        str | None, typer.Option(help="What the deployment is called; the output's name if not given.")
    ] = None,
    port: Annotated[int, typer.Option(help="Of the Prefect server that is started where none is set up.")] = PORT,
    options: Options,
) -> None:
    """Clean pages on schedule: each run takes what is new or changed since the last.

    Registers a deployment with the Prefect server that is set up (PREFECT_API_URL), or starts one on this
    machine and says where its UI is; then runs it until Ctrl-C.
    """
    keep_quiet()
    try:
        interval = _interval(every) if every else None
        if (interval is None) == (cron is None):
            raise EngineError("say when runs start: either --every 15m or --cron '0 * * * *'")
        open_output(output)
        from flows.engine import deployment  # noqa: PLC0415 - Prefect's engine takes two seconds

        parameters = {"inputs": [_anywhere(i) for i in inputs or ["seeds"]], "output": _anywhere(output)}
        served = deployment.deployment(name, parameters | {"options": options}, interval, cron)
        with _server(port) as own:
            deployment.serve(served, own, say)
    except (EngineError, OutputError) as error:
        say(error)
        raise typer.Exit(1) from error


def _server(port: int) -> AbstractContextManager[OwnServer | None]:
    """The server that is set up, which is not ours, or one of our own."""
    if not configured():
        return own_server(port)
    check()
    return nullcontext()


def _anywhere(name: str) -> str:
    """A path that means the same in whatever folder a run starts."""
    return name if is_uri(name) else os.path.abspath(name)


def _interval(text: str) -> timedelta:
    """A time such as 90s, 15m, 1h30m; raises EngineError."""
    if not re.fullmatch(r"(\d+[smhd])+", text):
        raise EngineError(f"--every {text} is no time; give one such as 30s, 15m, 1h30m or 1d")
    found = timedelta(**{UNITS[unit]: int(number) for number, unit in re.findall(r"(\d+)([smhd])", text)})
    if not found:
        raise EngineError(f"--every {text} is no time; give one of a second or more")
    return found
