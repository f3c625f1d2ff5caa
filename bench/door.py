"""Quality and cost of the HTML door beside other extractors, in one run: `python -m bench.door DIR`.

DIR holds the development sets as Parquet files with the columns html, url, kind and gold (see
bench/README.md). Peers that are not installed are left out. Scores are those of the model's training
data, so they flatter pagewash; `python -m bench.train_door` gives the cross-validated ones.
"""

import argparse
import importlib
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from bench.door_scores import word_f1
from cleaners.decode import decode
from cleaners.recipe import clean_html

Extract = Callable[[bytes], str]
SIZES = (50_000, 150_000, 400_000)  # bytes: bounds of the page sizes that are shown apart
GROWTH = (1, 10, 50, 200)  # times that the article of the growth test is repeated
ROUNDS = 3  # the least of so many measures counts


def pagewash(page: bytes) -> str:
    doc = clean_html(decode(page).text)
    return "" if doc.rejection else doc.text


def trafilatura(page: bytes) -> str:
    return importlib.import_module("trafilatura").extract(page, include_comments=False) or ""


def resiliparse(page: bytes) -> str:
    module = importlib.import_module("resiliparse.extract.html2text")
    text: str = module.extract_plain_text(decode(page).text, main_content=True)
    return text


def readability(page: bytes) -> str:
    html = importlib.import_module("readability").Document(decode(page).text).summary()
    text: str = importlib.import_module("lxml.html").fromstring(html).text_content()
    return text


TOOLS: dict[str, Extract] = {
    "pagewash": pagewash,
    "trafilatura": trafilatura,
    "resiliparse": resiliparse,
    "readability-lxml": readability,
}


def main() -> None:
    """Print a table for each set, the growth with the page's size, and the peak memory of each tool."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=10, help="take each n-th page")
    parser.add_argument("--memory-of", choices=TOOLS, help=argparse.SUPPRESS)
    args = parser.parse_args()
    rows = [row for path in sorted(args.folder.glob("*-dev.parquet")) for row in read(path, args.every)]
    if args.memory_of:
        print(peak(TOOLS[args.memory_of], rows))
        return
    tools = {name: tool for name, tool in TOOLS.items() if works(tool)}
    compare(tools, rows)
    for name in tools:
        command = [sys.executable, "-m", "bench.door", str(args.folder), "--every", str(args.every)]
        done = subprocess.run([*command, "--memory-of", name], capture_output=True, text=True, check=True)
        print(f"{name:18} peak memory {done.stdout.strip()} MB")
    growth(max(rows, key=lambda row: len(row["gold"] or ""))["html"])


def read(path: Path, every: int) -> list[dict[str, Any]]:
    """Each n-th page of a set, batch by batch: a whole set in memory would hide what the tools take."""
    rows: list[dict[str, Any]] = []
    for batch in pq.ParquetFile(path).iter_batches(batch_size=every):
        rows += [row | {"set": path.stem} for row in batch.slice(0, 1).to_pylist()]
    return rows


def works(tool: Extract) -> bool:
    try:
        tool(b"<html><body><p>One paragraph of text to begin with.</p></body></html>")
    except ImportError:
        return False
    return True


def compare(tools: dict[str, Extract], rows: Sequence[dict[str, Any]]) -> None:
    """The tools take turns on each page, so that a busy machine is busy for all of them."""
    spent: dict[str, list[float]] = {name: [] for name in tools}
    scores: dict[tuple[str, str], list[float]] = {}
    for row in rows:
        for name, tool in tools.items():
            seconds, text = cpu(tool, row["html"])
            spent[name].append(seconds)
            if row["gold"]:
                scores.setdefault((row["set"], name), []).append(word_f1(text, row["gold"]))
    sizes = [len(row["html"]) for row in rows]
    base = sum(spent["pagewash"])
    for name, times in spent.items():
        by_size = " ".join(
            f"{1e3 * mean_of(times, sizes, *bounds):7.1f}" for bounds in zip((0, *SIZES), (*SIZES, 10**9), strict=True)
        )
        print(
            f"{name:18} {1e3 * statistics.mean(times):7.1f} ms a page, {sum(sizes) / 1e6 / sum(times):6.1f} MB/s, "
            f"{sum(times) / base:5.2f} times pagewash; by size {by_size}"
        )
    for (set_, name), found in sorted(scores.items()):
        print(f"{set_:14} {name:18} F1 {statistics.mean(found):.4f} on {len(found)} pages")


def mean_of(times: Sequence[float], sizes: Sequence[int], low: int, high: int) -> float:
    chosen = [seconds for seconds, size in zip(times, sizes, strict=True) if low <= size < high]
    return statistics.mean(chosen) if chosen else 0.0


def cpu(tool: Extract, page: bytes) -> tuple[float, str]:
    """The least CPU time of a few rounds, in seconds, and what came out; "" where the tool failed."""
    best, text = float("inf"), ""
    for _ in range(ROUNDS):
        start = time.process_time()
        try:
            text = tool(page)
        except Exception as error:  # noqa: BLE001 - peers fail on some pages in ways of their own
            text = f"failed: {type(error).__name__}"
        best = min(best, time.process_time() - start)
    return best, text


def peak(tool: Extract, rows: Sequence[dict[str, Any]]) -> int:
    for row in rows:
        cpu(tool, row["html"])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def growth(page: bytes) -> None:
    """CPU time a kB for a page whose body is repeated."""
    html = decode(page).text
    start, end = html.find("<body"), html.rfind("</body>")
    for times in GROWTH:
        grown = html[:start] + html[start:end] * times + html[end:]
        if len(grown) < 10_000_000:
            seconds, _ = cpu(pagewash, grown.encode())
            print(f"{len(grown) / 1e6:6.2f} MB: {1e6 * seconds / len(grown):.4f} ms a kB")


if __name__ == "__main__":
    main()
