"""One shard, from its pages to its parts: only what is new or changed is cleaned."""

import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from cleaners.page import Page
from flows.cursor import Cursor
from flows.earlier import Earlier
from flows.footers import MIXED, Footer, Settings, is_same
from flows.pool import Clean
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
    """What all shards of a run share.

    names: shards of which the output had parts when the run began. prune: rows of sources that are gone
    go. keep_older: what an older version or recipe made of an unchanged page stays.
    """

    output: Output
    settings: Settings
    clean: Clean
    names: frozenset[str] = frozenset()
    prune: bool = False
    keep_older: bool = False


@dataclass(frozen=True)
class Done:
    """A shard that is done: its counts, and whether its container goes on behind it."""

    summary: Summary
    more: bool = False


def clean_shard(shard: Shard, cursor: Cursor, job: Job, tick: Tick = lambda count: None) -> Done:
    """Bring the parts of one shard up to date.

    cursor: from which its pages are read, if they must be. tick: called with the number of pages done.
    Raises OutputError where the parts cannot be written.
    """
    stamp = shard.stamp(time.time_ns())  # before anything is read: what changes meanwhile looks different next time
    earlier = Earlier(job.output, shard, job.names)
    if _is_done(shard, stamp, earlier.footer, job):
        return _as_before(earlier.footer, tick)
    earlier.load(job.settings, job.keep_older)
    intake = Intake(cursor.pages(shard.first, shard.count))
    try:
        with PartsWriter(job.output, shard.name) as writer:
            made, summary = _write(shard, intake, job, Rewrite(earlier, writer, tick))
            footer = {**made, "more": str(int(cursor.more()))}
            if footer != earlier.footer:
                writer.finish(footer)
                writer.commit()
    except OSError as error:
        why = f"{error.strerror or error}; what is done stays, run again when that is mended"
        raise OutputError(f"cannot write to {job.output.shown}: {why}") from error
    if stamp and intake.whole:  # else the next run tries to read again
        job.output.note(shard.name, f"{stamp} {footer['shard']}")
    return Done(summary, cursor.more())


@dataclass(frozen=True)
class Rewrite:
    """What one shard's work goes through: rows from before, rows to come, and who watches."""

    earlier: Earlier
    writer: PartsWriter
    tick: Tick


def _is_done(shard: Shard, stamp: str, footer: Footer, job: Job) -> bool:
    """True where the shard's parts are what they would become, as far as sizes and times of its files tell."""
    if not footer or not is_same(footer, job.settings, job.keep_older) or footer["prefix"] != shard.one.prefix:
        return False
    if job.prune and footer["kept"] != "0":
        return False
    return bool(stamp) and job.output.recall(shard.name) == f"{stamp} {footer['shard']}"


def _as_before(footer: Footer, tick: Tick) -> Done:
    summary = from_json(footer["summary"])
    tick(summary.pages)
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
    for rows in job.clean(iter(intake), rewrite.earlier.take):
        rewrite.writer.add(rows)
        summary.count(rows)
        rewrite.tick(1)
    _check(shard, intake.read, rewrite.writer.counts())
    counts = summary.to_json()
    kept, pruned = _add_gone(shard, rewrite, prune=job.prune)
    taken = rewrite.earlier.taken
    return {
        **_made_by(job.settings, rewrite.earlier, whole=taken == intake.read),
        "shard": intake.fingerprint(),
        "prefix": shard.one.prefix,
        "source": shard.files[0].source.removeprefix(shard.one.prefix) if shard.is_range else "",
        "kept": str(kept),
        "summary": counts,
        **({"limits": job.settings.limits} if LIMITED & summary.rejects.keys() else {}),
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
