"""One shard, from its pages to its parts: only what is new or changed is cleaned."""

import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from cleaners.page import Page
from flows.cursor import Cursor, open_shard
from flows.earlier import Earlier
from flows.footers import MIXED, Footer, Settings, is_same, read_whole
from flows.options import Options
from flows.pool import Clean, workers
from flows.shards import Shard
from flows.store import Output, OutputError
from flows.summary import Summary, from_json
from flows.writer import PartsWriter

Tick = Callable[[int], object]
LIMITED = {"time-limit", "memory-limit"}  # reasons that hang on the limits of a run


class CountError(Exception):
    """Pages that went in and did not come out, or came out twice: a defect of pagewash itself."""


@dataclass(frozen=True)
class Job:
    """What all shards of a run share; it may travel to other machines.

    names: shards of which the output had parts when the run began.
    """

    output: Output
    options: Options
    names: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Tools:
    """What a shard is worked on with, in one process.

    cursor: from which its pages are read, if they must be. tick: called with the number of pages done.
    """

    cursor: Cursor
    clean: Clean
    tick: Tick = lambda count: None


@dataclass(frozen=True)
class Done:
    """A shard that is done: its counts, and whether its container goes on behind it."""

    summary: Summary
    more: bool = False


def unchanged(shard: Shard, job: Job) -> Done | None:
    """What is known of a shard whose parts are up to date, as far as the times of its files tell; None of others."""
    if shard.name not in job.names:
        return None
    footer = read_whole(job.output, shard.name)
    return _as_before(footer) if _is_done(shard, shard.stamp(time.time_ns()), footer, job) else None


def clean_alone(shard: Shard, job: Job, tick: Tick = lambda count: None) -> Done:
    """Bring the parts of one shard up to date, with a reading and workers of its own, wherever this is."""
    options = job.options
    with workers(options.workers, options.comments, options.limits) as clean:
        return clean_shard(shard, job, Tools(open_shard(shard, options.reading, options.limits), clean, tick))


def clean_shard(shard: Shard, job: Job, tools: Tools) -> Done:
    """Bring the parts of one shard up to date; raises OutputError where they cannot be written."""
    stamp = shard.stamp(time.time_ns())  # before anything is read: what changes meanwhile looks different next time
    earlier = Earlier(job.output, shard, job.names)
    if _is_done(shard, stamp, earlier.footer, job):
        return _as_before(earlier.footer)
    earlier.load(job.options.settings, job.options.keep_older)
    cursor = tools.cursor
    intake = Intake(cursor.pages(shard.first, shard.count))
    try:
        with PartsWriter(job.output, shard.name) as writer:
            made, summary = _write(shard, intake, job, Rewrite(earlier, writer, tools))
            footer = {**made, "more": str(int(cursor.more()))}
            if footer != earlier.footer:
                writer.finish(footer)
                writer.commit()
    except OSError as error:
        why = f"{error.strerror or error}; what is done stays, run again when that is mended"
        raise OutputError(f"cannot write to {job.output.shown}: {why}") from error
    if stamp and intake.whole:  # else the next run tries to read again
        job.output.note(shard.name, f"{stamp} {footer['shard']}")
    return Done(summary, True) if cursor.more() else Done(replace(summary, passed=cursor.passed))


@dataclass(frozen=True)
class Rewrite:
    """What one shard's work goes through: rows from before, rows to come, and what they are made with."""

    earlier: Earlier
    writer: PartsWriter
    tools: Tools


def _is_done(shard: Shard, stamp: str, footer: Footer, job: Job) -> bool:
    """True where the shard's parts are what they would become, as far as sizes and times of its files tell."""
    if (
        not footer
        or not is_same(footer, job.options.settings, job.options.keep_older)
        or footer["prefix"] != shard.one.prefix
    ):
        return False
    if job.options.prune and footer["kept"] != "0":
        return False
    return bool(stamp) and job.output.recall(shard.name) == f"{stamp} {footer['shard']}"


def _as_before(footer: Footer) -> Done:
    summary = from_json(footer["summary"])
    return Done(replace(summary, unchanged=summary.pages, kept=int(footer["kept"])), footer["more"] == "1")


class Intake:
    """The pages of a shard as they are read: how many, a digest of them, whether each of the files could be read."""

    def __init__(self, pages: Iterator[Page]) -> None:
        self._pages = pages
        self._digest = hashlib.sha256()
        self.read = 0
        self.whole = True

    def __iter__(self) -> Iterator[Page]:
        for page in self._pages:
            self.read += 1
            reason = page.unread.reason if page.unread else ""
            self._digest.update(f"{page.page_id}\0{page.sha256}\0{reason}\n".encode())
            self.whole &= reason != "unreadable" or page.page_id != page.source
            yield page

    def fingerprint(self) -> str:
        """Hex digest of what was read, by name and content."""
        return self._digest.hexdigest()


def _write(shard: Shard, intake: Intake, job: Job, rewrite: Rewrite) -> tuple[Footer, Summary]:
    """Write the rows of a shard; returns the footer to be but for what its container says, and the counts."""
    summary = Summary()
    for rows in rewrite.tools.clean(iter(intake), rewrite.earlier.take):
        rewrite.writer.add(rows)
        summary.count(rows)
        rewrite.tools.tick(1)
    _check(shard, intake.read, rewrite.writer.counts())
    counts = summary.to_json()
    kept, pruned = _add_gone(shard, rewrite, prune=job.options.prune)
    taken = rewrite.earlier.taken
    return {
        **_made_by(job.options.settings, rewrite.earlier, whole=taken == intake.read),
        "shard": intake.fingerprint(),
        "prefix": shard.one.prefix,
        "source": shard.files[0].source.removeprefix(shard.one.prefix) if shard.is_range else "",
        "kept": str(kept),
        "summary": counts,
        **({"limits": job.options.settings.limits} if LIMITED & summary.rejects.keys() else {}),
        **{table: str(count) for table, count in rewrite.writer.counts().items()},
    }, replace(summary, unchanged=taken, kept=kept, pruned=pruned)


def _check(shard: Shard, read: int, written: dict[str, int]) -> None:
    if read != written["articles"] + written["rejects"]:
        raise CountError(
            f"{shard.name}: {read} pages went in, {written['articles']} articles and {written['rejects']} rejections "
            "came out; nothing of this shard was written; please report this"
        )


def _add_gone(shard: Shard, rewrite: Rewrite, *, prune: bool) -> tuple[int, int]:
    """Write the rows of pages that are gone, unless they go; returns how many pages of them stay, and how many go.

    Pages that the user did not name this time are not gone.
    """
    kept = pruned = 0
    for rows in rewrite.earlier.gone():
        meant = shard.one.means(rows.source.removeprefix(shard.one.prefix))
        pruned += meant and prune
        kept += meant and not prune
        if not (meant and prune):
            rewrite.writer.add(rows)
    return kept, pruned


def _made_by(settings: Settings, earlier: Earlier, *, whole: bool) -> dict[str, str]:
    """The settings as a footer names them: the recipe of rows that were taken over, where all or some were."""
    made = settings.footer()
    others = earlier.recipes - {(made["version"], made["recipe"])}
    if not others:
        return made
    version, recipe = min(others)
    alone = whole and len(earlier.recipes) == 1
    return made | {"version": version if alone else MIXED, "recipe": recipe if alone else MIXED}
