"""The Prefect flow: a run in which each shard is a task."""

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.client.orchestration import get_client
from prefect.settings import get_current_settings
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from flows.cursor import Cursor
from flows.options import EngineError, Options
from flows.run import clean_all
from flows.shards import Shard
from flows.summary import Summary
from flows.work import Done, Job, Tick, clean_shard

RETRIES = 2  # of a shard whose files could not be written; a bad page is no reason to try again


@task(
    task_run_name="{shard.name}",
    retries=RETRIES,
    retry_delay_seconds=1,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def clean_shard_task(shard: Shard, cursor: Cursor, job: Job, tick: Tick) -> Done:
    """clean_shard as one Prefect task."""
    return clean_shard(shard, cursor, job, tick)


@flow(name="pagewash-clean", flow_run_name="clean {inputs} -> {output}", validate_parameters=False)
def clean(inputs: list[str], output: str, options: Options | None = None) -> Summary:
    """Clean the pages of files, folders, patterns and URIs into OUTPUT/articles, /cuts and /rejects.

    inputs: of HTML, flattened text, and containers of both. output: the folder or URI to write to, made
    if absent. Raises SourceError or OutputError where nothing can be done.
    """
    with _progress() as progress:
        bar = progress.add_task("cleaning", total=None, speed="")

        def tick(count: int) -> None:
            speed = progress.tasks[bar].speed
            progress.update(bar, advance=count, speed=f"{speed:,.0f} pages/s" if speed else "")

        summary = clean_all(inputs, output, options or Options(), clean_shard_task, tick)
    rejected = summary.rejects.total()
    get_run_logger().info("%d pages: %d articles, %d rejections", summary.pages, summary.articles, rejected)
    return summary


def start_engine() -> None:
    """Reach the Prefect server that is set up, or start a small one that ends with this process.

    Raises EngineError where there is none to be had.
    """
    try:
        with get_client(sync_client=True) as client:
            problem = client.api_healthcheck()
    except RuntimeError as error:
        problem = error
    if problem:
        where = get_current_settings().api.url or "a server started on this machine"
        raise EngineError(
            f"Prefect does not answer at {where} ({problem}); "
            "start that server, or unset PREFECT_API_URL to run without one"
        )


def _progress() -> Progress:
    """A bar for a person at a terminal; silent anywhere else."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("pages  {task.fields[speed]}"),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
