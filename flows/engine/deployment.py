"""A deployment of the flow that this process serves: it registers it, and does its runs for as long as it lives."""

import asyncio
import os
import signal
import time
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout, suppress
from datetime import timedelta
from typing import Any, cast

import httpx
from prefect.client.orchestration import get_client
from prefect.deployments.runner import RunnerDeployment
from prefect.exceptions import PrefectException
from prefect.runner import Runner
from prefect.schedules import Cron, Interval
from prefect.types.entrypoint import EntrypointType
from tzlocal import get_localzone_name

from flows.clean import clean_pages
from flows.engine.report import slug
from flows.engine.server import OwnServer, configured, problem
from flows.options import EngineError

ASK = 5.0  # seconds between two looks for work, or for a server that is gone
LOST = 2  # looks in vain after which a server is gone
Say = Callable[[str], None]


def deployment(
    name: str | None, parameters: Mapping[str, Any], interval: timedelta | None, cron: str | None
) -> RunnerDeployment:
    """The deployment to serve. interval, cron: one of them says when runs start.

    Raises EngineError for a cron expression that is none.
    """
    try:
        made = clean_pages.to_deployment(
            name or slug(parameters["output"]),
            schedule=Interval(interval) if interval else Cron(cron or "", timezone=get_localzone_name()),
            parameters=dict(parameters),
            tags=["pagewash"],
            paused=False,
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
    except ValueError as error:
        raise EngineError(f"--cron {cron} is no cron expression; five fields, such as '0 * * * *'") from error
    return cast(RunnerDeployment, made)


class _Runner(Runner):
    """Prefect's runner, for which being told to end is Ctrl-C."""

    def handle_sigterm(self, *args: Any, **kwargs: Any) -> None:
        signal.raise_signal(signal.SIGINT)


def serve(served: RunnerDeployment, server: OwnServer | None, say: Say) -> None:
    """Do the runs of a deployment until this process is told to end; a server that goes is waited for.

    server: our own, if it is one, which is started again. say: takes sentences for the user.
    """
    try:
        while True:
            asyncio.run(_serve(served, say))
            _wait(server, say)
    except KeyboardInterrupt:
        say("stopped; the deployment is paused until it is served again")
    finally:
        _pause(served)


async def _serve(served: RunnerDeployment, say: Say) -> None:
    """Serve until the server does not answer."""
    runner = _Runner("pagewash", query_seconds=ASK, prefetch_seconds=0, limit=1, pause_on_shutdown=False)
    await runner.aadd_deployment(served)
    say(f"serving {served.flow_name}/{served.name} for {configured()}; Ctrl-C ends it")
    with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):  # its tracebacks
        running = asyncio.create_task(runner.start())
        watching = asyncio.create_task(_until_gone())
        await asyncio.wait({running, watching}, return_when=asyncio.FIRST_COMPLETED)
        for task in (running, watching):
            task.cancel()
        with suppress(Exception, asyncio.CancelledError):  # whatever it makes of a lost server
            await running
    if not await asyncio.to_thread(problem) and not running.cancelled():
        running.result()


async def _until_gone() -> None:
    """Come back when the server has not answered for a while; shorter absences the runner bears by itself."""
    failures = 0
    while failures < LOST:
        await asyncio.sleep(ASK)
        failures = failures + 1 if await asyncio.to_thread(problem) else 0


def _wait(server: OwnServer | None, say: Say) -> None:
    """Wait for a server that does not answer; start it, if it is our own and has ended."""
    while why := problem():
        say(f"the Prefect server at {configured()} does not answer ({why}); waiting until it does")
        if server and not server.is_alive():
            server.start()
        while problem():
            time.sleep(ASK)


def _pause(served: RunnerDeployment) -> None:
    """See to it that no runs pile up while nobody does them."""
    with suppress(httpx.HTTPError, PrefectException), get_client(sync_client=True) as client:
        found = client.read_deployment_by_name(f"{served.flow_name}/{served.name}")
        client.pause_deployment(found.id)
