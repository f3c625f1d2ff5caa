"""The Prefect flow: find the shards, clean each in a task of its own, add up the counts."""

from collections.abc import Callable
from pathlib import Path

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.client.orchestration import get_client
from prefect.settings import get_current_settings
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from cleaners.doc import Comments
from cleaners.page import Page, clean_page
from flows.parts import (
    Row,
    article_row,
    cut_rows,
    prepare,
    reject_row,
    remove_stale,
    shard_fingerprint,
    write_parts,
)
from flows.sources import EngineError, Found, Shard, find_shards, read_pages
from flows.summary import Summary

RETRIES = 2  # of a shard whose files could not be written; a bad page is no reason to try again

Tick = Callable[[], object]


def clean_shard(shard: Shard, output: Path, comments: Comments = "auto", tick: Tick = lambda: None) -> Summary:
    """Clean the pages of one shard and write its parts. tick: called after each page."""
    summary = Summary()
    rows: dict[str, list[Row]] = {"articles": [], "cuts": [], "rejects": []}
    seen: list[Page] = []
    for page in read_pages(shard):
        doc = clean_page(page, comments)
        if doc.rejection:
            rows["rejects"].append(reject_row(page, doc))
        else:
            rows["articles"].append(article_row(page, doc))
            rows["cuts"] += cut_rows(page, doc)
        summary.count(page, doc)
        seen.append(Page(page.page_id, page.source, unread=page.unread) if page.unread else page)
        tick()
    write_parts(output, shard.name, rows, shard_fingerprint(seen))
    return summary


@task(
    task_run_name="{shard.name}",
    retries=RETRIES,
    retry_delay_seconds=1,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def clean_shard_task(shard: Shard, output: Path, comments: Comments, tick: Tick) -> Summary:
    """clean_shard as one Prefect task."""
    return clean_shard(shard, output, comments, tick)


@flow(name="pagewash-clean", flow_run_name="clean {inputs} -> {output}", validate_parameters=False)
def clean(inputs: list[str], output: str, comments: Comments = "auto") -> Summary:
    """Clean the pages of files and folders into OUTPUT/articles, /cuts and /rejects.

    inputs: files and folders of HTML and flattened text. output: the folder to write to, made if
    absent. comments: whether readers' comments are content (see cleaners.from_html).
    Raises SourceError or OutputError where nothing can be done.
    """
    found = find_shards(inputs)
    folder = Path(output)
    prepare(folder)
    summary = Summary(passed=found.passed)
    with _progress() as progress:
        bar = progress.add_task("cleaning", total=found.pages, speed="")
        for shard in found.shards:
            summary.add(clean_shard_task(shard, folder, comments, lambda: _advance(progress, bar)))
    remove_stale(folder, [shard.name for shard in found.shards])
    _log(found, summary)
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
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _advance(progress: Progress, bar: TaskID) -> None:
    speed = progress.tasks[bar].speed
    progress.update(bar, advance=1, speed=f"{speed:,.0f} pages/s" if speed else "")


def _log(found: Found, summary: Summary) -> None:
    get_run_logger().info(
        "%d pages in %d shards: %d articles, %d rejections",
        summary.pages,
        len(found.shards),
        summary.articles,
        sum(summary.rejects.values()),
    )
