"""The Prefect flow, and its task: one for each shard. Other flows may use both; see docs/prefect.md."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any

from prefect import Flow, flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import FlowRun, State
from prefect.exceptions import CancelledRun
from prefect.runtime import flow_run
from prefect.states import Cancelled, Completed, Failed
from pydantic import Field

from flows import work
from flows.crew import Hire, here
from flows.engine.cluster import cluster
from flows.engine.report import Heart, Report, publish
from flows.inputs import SourceError, public
from flows.options import EngineError, Options
from flows.parts import TABLES
from flows.retries import DELAYS, may_pass
from flows.run import ShardsFailed, clean_all
from flows.shards import Shard
from flows.store import OutputError
from flows.summary import Summary, tally
from flows.watch import Stopped
from flows.work import Done, Job, Tools

Names = Annotated[list[str], Field(min_length=1)]
DEFAULT = Options()


@dataclass(frozen=True)
class Result:
    """What came of a run: its counts, and by table where the Parquet files are."""

    summary: Summary
    paths: dict[str, str]


def alone(shard: Shard, job: Job) -> Done:
    """One shard with all that it needs opened for it, wherever this is; ends when the run is cancelled."""
    return work.clean_alone(shard, job, Heart().pages)


@task(
    task_run_name="{shard.name}",
    retries=len(DELAYS),
    retry_delay_seconds=list(DELAYS),
    retry_condition_fn=lambda task, run, state: may_pass(state.data),
    cache_policy=NO_CACHE,
    persist_result=False,
)
def clean_shard(shard: Shard, job: Job, how: Callable[[Shard, Job], Done] = alone) -> Done:
    """Bring the parts of one shard up to date, unless given otherwise with tools of its own.

    Raises OutputError where they cannot be written, at last.
    """
    try:
        done = how(shard, job)
    except Stopped as error:
        return Cancelled(message=str(error))  # type: ignore[return-value]  # Prefect takes a state for its data
    get_run_logger().info("%s", tally(done.summary))
    return done


@flow(name="clean-pages", flow_run_name=lambda: _title(**flow_run.parameters))
def clean_pages(inputs: Names, output: str = "output", options: Options = DEFAULT) -> Result:
    """Clean pages into articles, cuts and rejections in Parquet: those that are new, or changed since the last run.

    Args:
        inputs: Files, folders and patterns of pages, here or in an object store (s3://bucket/folder).
        output: Folder or URI to write to; made if absent. One run at a time writes to it.
        options: How pages are read and cleaned, and where.
    """
    report = Report(_title(inputs, output), output)
    try:
        summary = clean_all(inputs, output, options, _hire(options), report)
    except ShardsFailed as error:
        report.close(error.summary)
        return _ended(Failed, str(error), error)
    except (SourceError, OutputError, EngineError) as error:
        return _ended(Failed, str(error), error)
    except (Stopped, KeyboardInterrupt) as error:
        message = str(error) or "stopped by Ctrl-C; what is done stays, and the next run takes up the rest"
        return Cancelled(message=message)  # type: ignore[return-value]
    report.close(summary)
    publish(summary, output)
    paths = {table: f"{public(output).rstrip('/')}/{table}" for table in TABLES}
    return _ended(Completed, tally(summary), Result(summary, paths))


_ENDS: dict[str, Any] = {}  # what runs that are ending return or raise, by their id


def _ended(kind: Callable[..., State], message: str, data: Any) -> Result:
    """The state that a run ends in, which Prefect takes for a result: a message for the UI, and data for who called."""
    _ENDS[str(flow_run.id)] = data
    return kind(message=message, data=data)  # type: ignore[return-value]


@clean_pages.on_completion
@clean_pages.on_failure
def restore(flow: Flow[..., Any], flow_run: FlowRun, state: State) -> None:
    """Give the data back to a final state as the server knows it, which never had them.

    Prefect's client gets that one where the first answer was lost: it asks again, and is told that
    the run is in this state already (PreventDuplicateTransitions in Prefect's core_policy).
    """
    data = _ENDS.pop(str(flow_run.id), None)
    if state.data is None:
        state.data = data


def reported(inputs: Sequence[str], output: str, options: Options) -> Summary:
    """clean_all as a flow; raises what it does, and Stopped where the run was cancelled."""
    try:
        return clean_pages(list(inputs), output, options).summary
    except CancelledRun as error:
        raise Stopped(str(error)) from error


def _hire(options: Options) -> Hire:
    return partial(here, work=_as_task) if options.on == "local" else partial(cluster, task=clean_shard)


def _as_task(shard: Shard, job: Job, tools: Tools) -> Done:
    done = clean_shard(shard, job, lambda shard, job: work.clean_shard(shard, job, tools))
    if isinstance(done, State):
        raise Stopped(done.message)
    return done


def _title(inputs: Sequence[str], output: str, **_: Any) -> str:
    named = ", ".join(map(public, inputs[:3])) + (" …" if len(inputs) > 3 else "")
    return f"clean {named} -> {public(output)}"
