"""Dask and Ray: shards as Prefect tasks on the machines of a cluster."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from prefect import Task
from prefect.exceptions import CancelledRun
from prefect.futures import PrefectFuture
from prefect.task_runners import TaskRunner

from flows.crew import Crew
from flows.cursor import Cursor
from flows.options import EngineError, Options, cores
from flows.shards import Shard
from flows.watch import Stopped
from flows.work import Done, Job, Tick

AHEAD = 256  # shards that are out at a time: more than most clusters have cores; the list of a shard's files is a megabyte
WAIT = 2.0  # seconds after which one looks up from waiting

Runner = TaskRunner[PrefectFuture[Any]]


@contextmanager
def cluster(options: Options, tick: Tick, task: Task[..., Done]) -> Iterator[Crew]:
    """The cluster that the options name, or one on this machine that ends with the run. task: of a shard and a job.

    Raises EngineError where there is none to be had.
    """
    with _connected(options) as runner:

        def start(shard: Shard, job: Job, cursor: Cursor) -> Any:
            return partial(_result, runner.submit(task, {"shard": shard, "job": job}), tick)

        yield Crew(start, AHEAD)


def _result(future: PrefectFuture[Any], tick: Tick) -> Done:
    """Wait for a task; raises what it raised, or Stopped from the tick."""
    while True:
        try:
            done = future.result(timeout=WAIT, raise_on_failure=False)
        except TimeoutError:
            tick(0)
            continue
        if isinstance(done, CancelledRun):
            raise Stopped(str(done))
        if isinstance(done, BaseException):
            raise done
        tick(done.summary.pages)
        return done


@contextmanager
def _connected(options: Options) -> Iterator[Runner]:
    where = (options.scheduler if options.on == "dask" else options.address) or "this machine"
    try:
        runner = _dask(options.scheduler) if options.on == "dask" else _ray(options.address)
    except ImportError as error:
        raise EngineError(f"--on {options.on} needs more packages: pip install 'pagewash[{options.on}]'") from error
    with runner:
        yield runner


def _dask(scheduler: str | None) -> Runner:
    from prefect_dask.task_runners import DaskTaskRunner  # noqa: PLC0415 - an extra

    if scheduler:
        return DaskTaskRunner(address=scheduler)
    return DaskTaskRunner(cluster_kwargs={"n_workers": cores(), "threads_per_worker": 1, "dashboard_address": None})


def _ray(address: str | None) -> Runner:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is sent anywhere unless the user says so
    from prefect_ray.task_runners import RayTaskRunner  # noqa: PLC0415 - an extra

    if address:
        return RayTaskRunner(address=address)
    return RayTaskRunner(init_kwargs={"include_dashboard": False})
