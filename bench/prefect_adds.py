"""What Prefect and the command line add to the plain call of the same work.

usage: python -m bench.prefect_adds start           a run of one page, as a command and as a call
       python -m bench.prefect_adds whole [PAGES]   a run of 10 000 pages, or as many
       python -m bench.prefect_adds shards [PAGES]  milliseconds a shard that a task costs, with a page in each

"reported" is with a Prefect server, which is started for it; its own time is not counted. CPU seconds of
all processes of a run, by the clock in brackets; the least of three runs (ROUNDS). The pages are the HTML seeds.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.server import Server

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds" / "html").glob("*.html"))
PLAIN = (
    "import sys; from flows import shards; shards.SHARD_PAGES = int(sys.argv[3])\n"
    "from flows.options import Options; from flows.run import clean_all\n"
    "clean_all([sys.argv[1]], sys.argv[2], Options())"
)
FLOW = (
    "import sys; from flows import shards; shards.SHARD_PAGES = int(sys.argv[3])\n"
    "from flows.clean import clean_pages\n"
    "clean_pages([sys.argv[1]], sys.argv[2])"
)
REAPED = (  # helpers that outlive the run are its cost as well: they become this one's children, and are waited for
    "import ctypes, os, subprocess, sys; ctypes.CDLL(None).prctl(36, 1)  # PR_SET_CHILD_SUBREAPER\n"
    "code = subprocess.call(sys.argv[1:])\n"
    "try:\n    while os.wait(): pass\nexcept ChildProcessError: sys.exit(code)"
)
ROUNDS = int(os.environ.get("ROUNDS", "3"))
WHOLE = "8192"  # pages of a shard, as they are


def main(what: str, count: int) -> None:
    with tempfile.TemporaryDirectory() as folder, reported(Path(folder)) as server:
        work = Path(folder)
        if what == "shards":
            fill(work / "in", count)
            plain, flow = (measure(code, work, "1", server) for code in (PLAIN, FLOW))
            made = len(list((work / "out" / "articles").iterdir()))
            none = measure(FLOW, work, WHOLE, server)[0] - measure(PLAIN, work, WHOLE, {})[0]
            print(f"{made} shards: {shown(plain)} as calls, {shown(flow)} as tasks")
            print(f"{1000 * (flow[0] - plain[0] - none) / made:.1f} ms of CPU a shard")
            return
        fill(work / "in", 1 if what == "start" else count)
        print(f"call      {shown(measure(PLAIN, work, WHOLE, {}))}")
        print(f"command   {shown(measure('', work, WHOLE, {}))}")
        print(f"reported  {shown(measure('', work, WHOLE, server))}")


@contextmanager
def reported(folder: Path) -> Iterator[Mapping[str, str]]:
    """The environment in which runs report to a server."""
    (folder / "home").mkdir()
    server = Server(folder / "home")
    server.start()
    try:
        yield server.environment
    finally:
        server.stop()


def fill(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        content = SEEDS[number % len(SEEDS)].read_bytes()
        (folder / f"{number}.html").write_bytes(content + b"<!-- %d -->" % number)


def measure(code: str, work: Path, pages: str, server: Mapping[str, str]) -> tuple[float, float]:
    """Least CPU time and time of some runs; of the command where there is no code."""
    arguments = ["-c", code, "in", "out", pages] if code else ["-m", "flows", "clean", "in", "--output", "out"]
    command = [sys.executable, "-c", REAPED, sys.executable, *arguments, *(() if code else ("--workers", "1"))]
    env = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT")}
    env |= {"PREFECT_HOME": str(work / "alone"), "PYTHONPATH": str(ROOT)} | dict(server)
    found = []
    for _ in range(ROUNDS):
        subprocess.run(["rm", "-rf", str(work / "out")], check=True)
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, cwd=work, env=env, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        found.append((spent, time.perf_counter() - start))
    return min(spent for spent, _ in found), min(taken for _, taken in found)


def shown(figures: tuple[float, float]) -> str:
    return f"{figures[0]:.2f} s ({figures[1]:.2f})"


if __name__ == "__main__":
    kind = sys.argv[1] if len(sys.argv) > 1 else "start"
    main(kind, int(sys.argv[2]) if len(sys.argv) > 2 else {"whole": 10_000}.get(kind, 100))
