"""Who watches a run: nobody, or a person at a terminal. For Prefect's UI see flows.engine.report."""

from types import TracebackType
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from flows.work import Done


class Stopped(Exception):
    """A run that someone has called off; what is done stays."""


class Watch:
    """Told what goes on in a run, as it goes on; this one keeps it to itself. Any of it may raise Stopped."""

    def planned(self, shards: int) -> None:
        """So many shards are known of; of a container that is new, there may be more."""

    def pages(self, count: int) -> None:
        """So many pages more are done; none where only time has passed."""

    def done(self, shard: str, done: Done) -> None:
        """A shard is done, or was before."""

    def failed(self, shard: str, why: str) -> None:
        """A shard is not done; what an earlier run made of it stays."""


class Bar(Watch):
    """A bar for a person at a terminal; silent anywhere else."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("pages  {task.fields[speed]}"),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._bar = self._progress.add_task("cleaning", total=None, speed="")

    def __enter__(self) -> "Bar":
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: Any, trace: TracebackType | None) -> None:
        self._progress.stop()

    def pages(self, count: int) -> None:
        """Move the bar."""
        speed = self._progress.tasks[0].speed
        self._progress.update(self._bar, advance=count, speed=f"{speed:,.0f} pages/s" if speed else "")
