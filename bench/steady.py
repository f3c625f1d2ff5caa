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

PARTS = 10


def main() -> None:
    """Print a line for each tenth."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    done = 0
    most = {"run": 0, "helper": 0}

    def tick(count: int) -> None:
        nonlocal done
        done += count
        if done % 200 == 0:
            most["run"] = max(most["run"], memory_of("self"))
            helpers = (memory_of(str(child.pid)) for child in multiprocessing.active_children())
            most["helper"] = max(most["helper"], *helpers, 0)
        if done % (pages // PARTS) == 0:
            print(
                f"{done:>9,} pages: run {most['run'] // MEGABYTE} MB, largest helper {most['helper'] // MEGABYTE} MB",
                flush=True,
            )
            most.update(run=0, helper=0)

    with tempfile.TemporaryDirectory() as work:
        source = small_lines(Path(work) / "in", pages)
        clean_all([str(source)], f"{work}/out", Options(workers=2), tick=tick)


if __name__ == "__main__":
    main()
