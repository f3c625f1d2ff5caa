"""Whole runs, from files to Parquet: memory, the share of the two ends, re-runs, workers.

usage: python -m bench.runs memory [SIZES]    peak memory and CPU time by number of pages, then the re-run
       python -m bench.runs ends [FOLDER]     what part of a run is not cleaning
       python -m bench.runs workers [FOLDER]  throughput of two workers beside that of one

FOLDER holds pages; the HTML seeds that ship, many times over, unless given. Each measurement is a
process of its own. CPU seconds, but for the workers, where only the clock can tell.
"""

import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

from flows import shards
from flows.options import Options
from flows.run import clean_all

SEEDS = Path(__file__).parents[1] / "seeds"
SIZES = (1_000, 10_000, 100_000)
PARAGRAPH = 400  # characters of a page in the memory test, where the number of pages counts
TIMES = 40  # how many copies of each seed
ROUNDS = 3
WORKERS = (1, 2)


def main() -> None:
    """Print what is asked for."""
    what, *rest = sys.argv[1:] or ["memory"]
    with tempfile.TemporaryDirectory() as work:
        if what == "memory":
            memory(Path(work), [int(size) for size in rest] or SIZES)
        else:
            folder = Path(rest[0]) if rest else many_seeds(Path(work) / "in")
            (ends if what == "ends" else scaling)(folder, Path(work))


def memory(work: Path, sizes: Any) -> None:
    """Peak memory of runs over more and more pages, as files and as one container, and the time of the second run."""
    shards.QUIET = 0
    print("pages      of      CPU s   peak MB  re-run s  one changed s  written MB")
    for size in sizes:
        for kind, make in (("files", small_files), ("jsonl", small_lines)):
            source = make(work / f"{kind}{size}", size)
            out = work / f"out-{kind}{size}"
            first = measured(partial(clean_all, [str(source)], str(out), Options()))
            time.sleep(2.1)  # so that the times of the files can be trusted
            measured(partial(clean_all, [str(source)], str(out), Options()))
            again = measured(partial(clean_all, [str(source)], str(out), Options()))
            change(source)
            changed = measured(partial(clean_all, [str(source)], str(out), Options()))
            written = sum(p.stat().st_size for p in out.rglob("*.parquet")) / 1e6
            print(
                f"{size:>7,}  {kind}  {first['cpu']:9.1f}  {first['peak']:8.0f}  {again['cpu']:8.2f}"
                f"  {changed['cpu']:13.2f}  {written:10.1f}",
                flush=True,
            )


def ends(folder: Path, work: Path) -> None:
    """CPU time of a run, and the part of its own process, which reads and writes; helpers clean."""
    shares = []
    for number in range(ROUNDS):
        found = measured(partial(clean_all, [str(folder)], str(work / f"out{number}"), Options()))
        shares.append(found["work"] / found["cpu"])
        print(f"run {found['cpu']:.1f} s, its own process {found['work']:.1f} s: {shares[-1]:.1%}", flush=True)
    print(f"least of {ROUNDS}: {min(shares):.1%}")


def scaling(folder: Path, work: Path) -> None:
    """Turn by turn, one worker and two: by the clock, and what the CPU times allow where two cores are idle."""
    best = {count: {"clock": float("inf"), "cpu": float("inf"), "work": float("inf")} for count in WORKERS}
    for number in range(ROUNDS):
        for count, known in best.items():
            out = str(work / f"out{number}-{count}")
            found = measured(partial(clean_all, [str(folder)], out, Options(workers=count)))
            known.update({key: min(value, found[key]) for key, value in known.items()})
            print(f"{count} workers: {found['clock']:.1f} s by the clock, {found['cpu']:.1f} s CPU", flush=True)
    one, two = (best[count] for count in WORKERS)
    print(f"two workers do {one['clock'] / two['clock']:.2f} times what one does")
    allowed = one["cpu"] / max(two["cpu"] / 2, two["work"])
    print(f"of {two['cpu']:.1f} s CPU the ends have {two['work']:.1f}: {allowed:.2f} times on idle cores")


def measured(call: Callable[[], Any]) -> dict[str, Any]:
    """Make a call in a fresh process; returns its CPU and clock seconds, its peak memory in MB, its result."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_report, args=(there, call))
    process.start()
    found: dict[str, Any] = json.loads(here.recv())
    process.join()
    return found


def _report(pipe: Any, call: Callable[[], Any]) -> None:
    shards.QUIET = 0
    start, begun = time.process_time(), time.perf_counter()
    result = call()
    clock, work = time.perf_counter() - begun, time.process_time() - start
    forkserver._forkserver._stop()  # type: ignore[attr-defined] # it is waited for, so that its time and its helpers' counts
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = work + others.ru_utime + others.ru_stime
    peak = max(own.ru_maxrss, others.ru_maxrss) / 1000
    found = {"cpu": cpu, "work": work, "clock": clock, "peak": peak}
    pipe.send(json.dumps(found | {"result": result if isinstance(result, float) else None}))


def small_files(folder: Path, count: int) -> Path:
    """So many small pages as files."""
    for number, text in enumerate(small_pages(count)):
        path = folder / f"{number // 1000:03}" / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def small_lines(path: Path, count: int) -> Path:
    """The same pages as lines of JSON."""
    path = path.with_suffix(".jsonl")
    with open(path, "w", encoding="utf-8") as stream:
        stream.writelines(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in small_pages(count))
    return path


def small_pages(count: int) -> Iterator[str]:
    """Beginnings of the seeds, no two alike."""
    seeds = [path.read_text(encoding="utf-8")[:PARAGRAPH] for path in sorted((SEEDS / "held_out").glob("*.txt"))]
    for number in range(count):
        yield f"{seeds[number % len(seeds)]}\n{number}\n"


def change(source: Path) -> None:
    """Change one page."""
    path = source if source.is_file() else next(source.rglob("*.txt"))
    with open(path, "a", encoding="utf-8") as stream:
        stream.write('{"text": "One page more."}\n')


def many_seeds(folder: Path) -> Path:
    """The HTML seeds, many times over."""
    folder.mkdir(parents=True)
    for path in sorted((SEEDS / "html").glob("*.html")):
        content = path.read_bytes()
        for number in range(TIMES):
            (folder / f"{path.stem}-{number}.html").write_bytes(content + b"<!-- %d -->" % number)
    return folder


if __name__ == "__main__":
    main()
