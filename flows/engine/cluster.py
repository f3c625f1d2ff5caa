"""Dask and Ray: shards as Prefect tasks on the machines of a cluster."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any, cast

from prefect import Task
from prefect.exceptions import CancelledRun
from prefect.futures import PrefectFuture
from prefect.task_runners import TaskRunner

from flows.crew import Crew, Result
from flows.cursor import Cursor
from flows.options import EngineError, Options, cores
from flows.shards import Shard
from flows.watch import Stopped
from flows.work import Done, Job, Tick

AHEAD = 256  # shards that are out at a time: for as many cores, and the list of a shard's files may be a megabyte
WAIT = 2.0  # seconds after which one looks up from waiting

Runner = TaskRunner[Any]


@contextmanager
def cluster(options: Options, tick: Tick, task: Task[..., Done]) -> Iterator[Crew]:
    """The cluster that the options name, or one on this machine that ends with the run. task: of a shard and a job.

    Raises EngineError where there is none to be had.
    """
    with _connected(options) as runner:

        def start(shard: Shard, job: Job, cursor: Cursor) -> Result:
            return partial(_result, runner.submit(task, {"shard": shard, "job": job}), tick)

        yield Crew(start, AHEAD)


def _result(future: PrefectFuture[Any], tick: Tick) -> Done:
    """Wait for a task; raises what it raised, or Stopped where it was called off."""
    while True:
        try:
            done = future.result(timeout=WAIT, raise_on_failure=False)
        except TimeoutError:
            tick(0)
            continue
        if isinstance(done, CancelledRun):
            raise Stopped(str(done))
        if not isinstance(done, Done):
            raise done
        tick(done.summary.pages)
        return done


@contextmanager
def _connected(options: Options) -> Iterator[Runner]:
    make, where = (_dask, options.scheduler) if options.on == "dask" else (_ray, options.address)
    with ExitStack() as stack:
        try:
            runner = stack.enter_context(make(where))
            getattr(runner, "client", None)  # Dask's, which connects only when it is asked for
        except ImportError as error:
            raise EngineError(
                f"--on {options.on} needs the extra pagewash[{options.on}]: pip install '.[{options.on}]' in a clone"
            ) from error
        except OSError as error:
            raise EngineError(
                f"no {options.on.title()} cluster answers at {where} ({error}); "
                "start one there, or name none to have one on this machine"
            ) from error
        yield runner


def _dask(scheduler: str | None) -> Runner:
    from prefect_dask.task_runners import DaskTaskRunner  # noqa: PLC0415 - an extra

    here = {"n_workers": cores(), "threads_per_worker": 1, "dashboard_address": None}
    return cast(Runner, DaskTaskRunner(address=scheduler) if scheduler else DaskTaskRunner(cluster_kwargs=here))


def _ray(address: str | None) -> Runner:
    from prefect_ray.task_runners import RayTaskRunner  # noqa: PLC0415 - an extra

    here = {"include_dashboard": False}
    return cast(Runner, RayTaskRunner(address=address) if address else RayTaskRunner(init_kwargs=here))
