"""Kills runs at every step of writing and at random moments; run by test_reruns in a process of its own.

usage: python -m tests.interrupt WORK [every]      prints a line for each kill: "same", or what differs

Of the steps, each third is taken; with "every", all.
"""

import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from itertools import count
from pathlib import Path
from typing import Any

from cleaners.page import Page
from flows import crew, cursor, shards, writer
from flows.guard import Limits
from flows.options import Options
from flows.parts import PageRows, clean_to_rows
from flows.places import File
from flows.run import clean_all
from flows.sources.pages import read_container
from flows.sources.records import Reading
from tests.inbox import line, write
from tests.test_reruns import ids, visible

MOMENTS = 6  # random ones


def main(work: Path, stride: int) -> None:
    """Kill, run again, compare."""
    shards.SHARD_PAGES = 4
    without_helpers()
    os.fsync = lambda fd: None  # what it is for, power that fails, cannot be had here
    clean_to_rows(Page("warm", "up", b"<html><p>Read the rules once, not in every process."), "auto")
    inbox = work / "in"
    inbox.mkdir()
    for number in range(8):
        write(inbox / f"{number}.txt", number)
    (inbox / "lines.jsonl").write_text("\n".join(line(number) for number in range(6)))
    forked(lambda: run(inbox, work / "before"))
    write(inbox / "3.txt", 33)
    (inbox / "4.txt").unlink()
    for number in range(8, 11):
        write(inbox / f"{number}.txt", number)
    (inbox / "lines.jsonl").write_text("\n".join(line(number) for number in range(9)))
    for start in ("nothing", "before"):
        wanted = work / f"wanted-{start}"
        shutil.copytree(work / "before", wanted) if start == "before" else None
        forked(lambda wanted=wanted: run(inbox, wanted))  # type: ignore[misc]
        for step in count(1, stride):
            out = fresh(work, start)
            if not forked(lambda out=out, step=step: run_to_step(inbox, out, step)):  # type: ignore[misc]
                break
            check(f"step {step} from {start}", inbox, out, wanted)
        dice = random.Random(5)
        for number in range(MOMENTS):
            out = fresh(work, start)
            forked(lambda out=out: run(inbox, out), after=dice.uniform(0, 0.15))  # type: ignore[misc]
            check(f"moment {number} from {start}", inbox, out, wanted)


def without_helpers() -> None:
    """Read and clean here: it is the writing that is interrupted, and helpers would have to start each time."""

    def read(file: File, reading: Reading, limits: Limits, passed: Counter[str]) -> Iterator[Page]:
        return read_container(file, reading, passed)

    setattr(crew, "workers", lambda *_: nullcontext(clean_here))  # noqa: B010 - it is not theirs to give
    setattr(cursor, "read_apart", read)  # noqa: B010


def clean_here(pages: Iterator[Page], take: Callable[[Page], PageRows | None]) -> Iterator[PageRows]:
    """What flows.pool.workers gives, but in this process."""
    for page in pages:
        yield take(page) or clean_to_rows(page, "auto")


def fresh(work: Path, start: str) -> Path:
    """An output as it was before the run that is to be killed."""
    out = work / "out"
    shutil.rmtree(out, ignore_errors=True)
    if start == "before":
        shutil.copytree(work / "before", out)
    return out


def check(what: str, inbox: Path, out: Path, wanted: Path) -> None:
    """Finish the run, and see whether it gave what an uninterrupted one gives."""
    forked(lambda: run(inbox, out))
    ids(out)
    strays = [p.name for p in out.rglob("*.tmp")]
    found, expected = visible(out), visible(wanted)
    differing = sorted(name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name))
    print(f"{what}: {', '.join(differing + strays) or 'same'}", flush=True)


def run(inbox: Path, out: Path) -> None:
    """A whole run."""
    clean_all([str(inbox)], str(out), Options())


def run_to_step(inbox: Path, out: Path, step: int) -> None:
    """A run that is killed before its step-th call that changes files."""
    left = step

    def dying(call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            nonlocal left
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*args, **kwargs)

        return wrapped

    os.replace = dying(os.replace)
    os.fsync = dying(os.fsync)
    writer.TableWriter.finish = dying(writer.TableWriter.finish)  # type: ignore[method-assign]
    run(inbox, out)


def forked(call: Callable[[], None], after: float | None = None) -> bool:
    """Make a call in a process of its own; kill it after so many seconds. Returns whether it was killed."""
    child = os.fork()
    if not child:
        call()
        os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status):
        raise SystemExit("a run failed")
    return os.WIFSIGNALED(status)


if __name__ == "__main__":
    main(Path(sys.argv[1]), 1 if "every" in sys.argv else 3)
