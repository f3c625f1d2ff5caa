"""What Prefect's UI shows of a run: its name, its log, its progress, and at the end what came of it."""

import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import cast
from uuid import UUID

import httpx
from prefect import get_run_logger
from prefect.artifacts import create_markdown_artifact, create_progress_artifact, update_progress_artifact
from prefect.assets import Asset, add_asset_metadata, materialize
from prefect.client.orchestration import get_client
from prefect.exceptions import PrefectException
from prefect.runtime import flow_run

from flows.inputs import plain, public
from flows.parts import TABLES
from flows.places import is_uri
from flows.summary import Summary, counted, failure, printable, tally
from flows.watch import Stopped, Watch
from flows.work import Done

BEAT = 2.0  # seconds between two looks at the server,
SPARING = 20  # and how many times as long as the last look took, at least


class Heart(Watch):
    """Looks now and then whether the run was cancelled in the UI, which nobody else tells a process that works."""

    def __init__(self) -> None:
        self.run_id = UUID(str(flow_run.id))
        self._next = time.monotonic() + BEAT

    def pages(self, count: int) -> None:
        """Look, if it is time; a server that is away for a while stops nothing."""
        start = time.monotonic()
        if start < self._next:
            return
        with suppress(httpx.HTTPError, PrefectException), get_client(sync_client=True) as client:
            state = client.read_flow_run(self.run_id).state
            if state and (state.is_cancelling() or state.is_cancelled()):
                raise Stopped("cancelled; what is done stays, and the next run takes up the rest")
            self.beat()
        end = time.monotonic()
        self._next = end + max(BEAT, SPARING * (end - start))

    def beat(self) -> None:
        """What else is to be done now and then."""


class Report(Heart):
    """A run as the UI shows it. title: what it does. output: where it writes."""

    def __init__(self, title: str, output: str) -> None:
        super().__init__()
        self._title, self._output = title, output
        self._known = self._shards = self._pages = 0
        self._start = time.monotonic()
        self._log = get_run_logger()
        self._progress = cast(UUID, create_progress_artifact(0.0, self._key("progress"), "looking for pages"))

    def planned(self, shards: int) -> None:
        """Say how much there is to do."""
        self._known = shards
        self._name(shards)
        self._log.info("found %s", counted(shards, "shard"))

    def pages(self, count: int) -> None:
        """Count, and look."""
        self._pages += count
        super().pages(count)

    def done(self, shard: str, done: Done) -> None:
        """Count."""
        self._shards += 1
        self.pages(0)

    def failed(self, shard: str, why: str) -> None:
        """Say which and why."""
        self._shards += 1
        self._log.error("shard %s failed: %s", shard, why)

    def beat(self) -> None:
        """Show how far it is; a shard that is under way counts for nothing yet."""
        known = max(self._known, self._shards + 1)
        update_progress_artifact(self._progress, 100 * self._shards / known, self._description(known))

    def close(self, summary: Summary) -> None:
        """Show what came of the run."""
        self._name(self._shards)
        update_progress_artifact(self._progress, 100.0, self._description(self._shards))
        create_markdown_artifact(markdown(summary, self._output), self._key("summary"), tally(summary))
        self._log.info("%s", tally(summary))

    def _name(self, shards: int) -> None:
        with get_client(sync_client=True) as client:
            client.set_flow_run_name(self.run_id, f"{self._title}, {counted(shards, 'shard')}")

    def _description(self, known: int) -> str:
        speed = self._pages / max(time.monotonic() - self._start, 1)
        shards = f"{self._shards:,} of {counted(known, 'shard')}"
        return f"{counted(self._pages, 'page')}, {shards}, {speed:,.0f} pages/s"

    def _key(self, what: str) -> str:
        """Each output has artifacts of its own, with a version for each run."""
        return f"{what}-{slug(self._output)}"


def slug(output: str) -> str:
    """A name for an output that Prefect takes for artifacts and limits."""
    whole = public(output) if is_uri(output) else str(Path(output).resolve())
    return plain(Path(whole).name, whole).lower().replace(".", "-")


def markdown(summary: Summary, output: str) -> str:
    """A run for people: totals, cuts by cleaner, rejections by reason, where to look."""
    kept = summary.chars_out / summary.chars_in if summary.chars_in else 0.0
    parts = [
        f"**{tally(summary)}** ({kept:.0%} of the articles' text kept)",
        f"> {failure(summary)}" if summary.failed else "",
        _rejected(summary),
        _table(("cleaner", "cuts"), [(name, f"{number:,}") for name, number in summary.cuts.most_common()]),
        "\n".join(f"- {_link(output, f'{table}/')}" for table in TABLES),
        f"- {_link(output, 'review/index.html')}: pages beside what became of them, once `pagewash review` has made it",
    ]
    return "\n\n".join(part for part in parts if part)


def _rejected(summary: Summary) -> str:
    found = summary.rejects.most_common()
    rows = [(reason, f"{number:,}", "<br>".join(map(_cell, summary.examples[reason]))) for reason, number in found]
    return _table(("rejected for", "pages", "for example"), rows)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) if rows else ""


def _cell(text: str) -> str:
    """Text as a cell of a table: what pages bring along is no Markdown and no markup of ours."""
    plain_text = printable([text]).replace("&", "&amp;").replace("<", "&lt;").replace("`", "'")
    return plain_text.replace("|", "\\|").replace("[", "\\[")


def _link(output: str, path: str) -> str:
    where = f"{public(output).rstrip('/')}/{path}" if is_uri(output) else Path(output, path).resolve().as_uri()
    return f"[{path}](<{where}>)"


def publish(summary: Summary, output: str) -> None:
    """Tell Prefect of the tables as assets, each with its counts, where their name can be the key of one."""
    folder = public(output).rstrip("/") if is_uri(output) else Path(output).resolve().as_uri()
    if "%" in folder:  # which an asset's key may not hold
        return
    counts = {"articles": summary.articles, "cuts": summary.cuts.total(), "rejects": summary.rejects.total()}
    assets = {table: Asset(key=f"{folder}/{table}") for table in TABLES}

    @materialize(*assets.values(), by="pagewash", name="publish", task_run_name="publish", persist_result=False)
    def register() -> None:
        for table, asset in assets.items():
            add_asset_metadata(asset, {"rows": counts[table]})

    register()
