"""Memory over many pages: what the process of the run and its helpers hold, tenth by tenth of the run.

usage: python -m bench.steady [PAGES]
"""

import multiprocessing
import sys
import tempfile
from pathlib import Path

from bench.runs import small_lines
from flows.guard import MEGABYTE, memory_of
from flows.options import Options
from flows.run import clean_all
from flows.watch import Watch

PARTS = 10
EVERY = 200  # pages between two looks


class Meter(Watch):
    """Prints a line for each tenth of so many pages: the most that was held meanwhile."""

    def __init__(self, pages: int) -> None:
        self._part = pages // PARTS
        self._done = self._run = self._helper = 0

    def pages(self, count: int) -> None:
        """Look now and then; print when a tenth is done."""
        self._done += count
        if self._done % EVERY == 0:
            self._run = max(self._run, memory_of("self"))
            helpers = (memory_of(str(child.pid)) for child in multiprocessing.active_children())
            self._helper = max(self._helper, *helpers, 0)
        if self._done % self._part == 0:
            run, helper = self._run // MEGABYTE, self._helper // MEGABYTE
            print(f"{self._done:>9,} pages: run {run} MB, largest helper {helper} MB", flush=True)
            self._run = self._helper = 0


def main() -> None:
    """Clean so many small pages under the meter."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as work:
        source = small_lines(Path(work) / "in", pages)
        clean_all([str(source)], f"{work}/out", Options(workers=2), watch=Meter(pages))


if __name__ == "__main__":
    main()
