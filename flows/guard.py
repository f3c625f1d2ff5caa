"""Helper processes that can be killed: what a page or a container may cost, and what happens beyond it.

Only another process can be stopped for sure: native code that hangs hears no signal handler, and
memory that is gone is gone. A helper has a timer of its own that the kernel rings (see flows.helper),
a ceiling on its memory, and a pipe that no other one shares, so that whenever it dies nothing is
left locked. It is forked from a small server that has everything loaded, which takes milliseconds.
"""

import multiprocessing
import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from types import ModuleType
from typing import Any

from cleaners.doc import Reason, Rejection

LOOK = 0.2  # seconds from one look at a helper's memory to the next, while it has no answer
PATIENCE = 4  # times as many seconds by the clock as of CPU time: other processes work here as well
SUSPECT = 0.5  # share of its memory from which the death of a helper is put down to want of memory
START = 120  # seconds within which a helper must be ready
MEGABYTE = 1 << 20

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["flows.warm"])
_STARTING = Lock()


@dataclass(frozen=True)
class Limits:
    """What one page may take. seconds: of CPU time. megabytes: beyond what an idle helper has."""

    seconds: float = 10.0
    megabytes: int = 1024

    @cached_property
    def exhausted(self) -> Rejection:
        """What becomes of a page that takes too much memory."""
        return Rejection("memory-limit", f"it took more than {self.megabytes:,} MB of memory")


USUAL = Limits()


class HelperEnded(Exception):
    """A helper that was killed or died: why, as a reason of the closed list and what is to be said of it."""

    def __init__(self, reason: Reason, what: str) -> None:
        super().__init__(what)
        self.reason: Reason = reason


class HelperError(Exception):
    """A helper that cannot be started; the message says what to do."""


class Helper:
    """One process at work, and the pipe to it. count: answers so far."""

    def __init__(self, target: Callable[..., None], limits: Limits, *args: object) -> None:
        """Start it. target: called there with its end of the pipe, the limits and args. Raises HelperError."""
        # A process of Dask's is marked as one that must not have children, as they would outlive it; these do not.
        multiprocessing.process.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
        self.count = 0
        self._limits = limits
        self._seen = self._base = 0
        self._pipe, there = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=target, args=(there, limits, *args), daemon=True)
        try:
            with _without_main():
                self._process.start()
            there.close()
            self._base = self.receive(START)
        except (OSError, EOFError, RuntimeError, HelperEnded) as error:
            raise HelperError(
                f"no worker process can be started ({error}); see to it that there are memory and processes to be had"
            ) from error

    def send(self, work: object) -> None:
        """Hand work over; raises HelperEnded."""
        try:
            self._pipe.send(work)
        except OSError:
            raise self._epitaph() from None

    def receive(self, seconds: float) -> Any:
        """The next answer; kills the helper and raises HelperEnded where none comes within `seconds` by the clock."""
        begun = time.monotonic()
        self._seen = 0
        while not self._pipe.poll(LOOK):
            self._seen = max(self._seen, self._memory() - self._base)  # of one that has just died there is none to see
            if self._base and self._seen > self._limits.megabytes * MEGABYTE:
                raise self._kill("memory-limit", self._limits.exhausted.detail)
            if time.monotonic() - begun > seconds:
                raise self._kill("time-limit", f"no end of it was to be seen after {seconds:,.0f} s")
        try:
            answer = self._pipe.recv()
        except (OSError, EOFError, pickle.UnpicklingError):
            raise self._epitaph() from None
        self.count += 1
        return answer

    def kill(self) -> None:
        """Kill it, whatever it does; who waits for its answer hears of it."""
        self._process.kill()

    def end(self) -> None:
        """Kill it and clear it away; nobody may be waiting for its answer."""
        self.kill()
        self._process.join()
        self._pipe.close()

    def _kill(self, reason: Reason, what: str) -> HelperEnded:
        self.end()
        return HelperEnded(reason, what)

    def _epitaph(self) -> HelperEnded:
        """Why a helper that no longer answers has died."""
        self._process.join(LOOK)
        code = self._process.exitcode
        self.end()
        if code == -signal.SIGPROF:
            return HelperEnded("time-limit", f"it took more than {self._limits.seconds:g} s of CPU time")
        if code is None or code >= 0:
            return HelperEnded("crashed", f"the process that worked on it ended with status {code}")
        if self._seen > SUSPECT * self._limits.megabytes * MEGABYTE:
            return HelperEnded("memory-limit", f"{self._limits.exhausted.detail}, or was about to")
        killed = "; the system may have been short of memory" if code == -signal.SIGKILL else ""
        return HelperEnded(
            "crashed", f"the process that worked on it was ended by {signal.Signals(-code).name}{killed}"
        )

    def _memory(self) -> int:
        return memory_of(str(self._process.pid))


@contextmanager
def _without_main() -> Iterator[None]:
    """Helpers need nothing of the program that is run; to import it once more takes time and may start it again."""
    with _STARTING:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def memory_of(process: str) -> int:
    """Bytes that a process holds for itself; 0 where the system does not say (anywhere but on Linux)."""
    try:
        with open(f"/proc/{process}/statm", encoding="ascii") as stream:
            _, resident, shared, *_ = map(int, stream.read().split())
    except (OSError, ValueError):
        return 0
    return (resident - shared) * os.sysconf("SC_PAGE_SIZE")
