"""From JSON Lines to Parquet beside datatrove, on the same pages, in one run: pages a second and peak memory.

usage: python -m bench.end_to_end DIR [--every N]     DIR: see bench/train_door.py; needs pip install --group peers

datatrove does it with its reader, its Trafilatura extractor and its Parquet writer. One worker each; seconds
of CPU, of child processes too, as datatrove extracts in one. Turn by turn; the least of three rounds.
"""

import argparse
import json
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from bench.runs import measured
from flows.options import Options
from flows.run import clean_all

ROUNDS = 3


def main() -> None:
    """Print a line for each tool."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=5)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        # In a process of its own: what a parent held counts as its children's peak.
        count = measured(partial(write_pages, args.folder / "wcxb-dev.parquet", work / "in", args.every))["result"]
        best: dict[str, dict[str, Any]] = {}
        for number in range(ROUNDS):
            for tool in (with_pagewash, with_datatrove):
                found = measured(partial(tool, work / "in", work / f"{tool.__name__}{number}"))
                if found["cpu"] < best.get(tool.__name__, {"cpu": float("inf")})["cpu"]:
                    best[tool.__name__] = found
        for tool_name, found in best.items():
            print(
                f"{tool_name:>15}: {count / found['cpu']:6.1f} pages a second of CPU, "
                f"{found['peak']:.0f} MB, {found['result']:.0f} rows"
            )


def write_pages(parquet: Path, folder: Path, every: int) -> float:
    """Each so many-th page of a set as JSON Lines; returns how many."""
    folder.mkdir()
    table = pq.read_table(parquet, columns=["html", "url"])
    pages = [row for row in table.to_pylist()[::every] if row["html"]]
    with open(folder / "pages.jsonl", "w", encoding="utf-8") as stream:
        for number, row in enumerate(pages):
            html = row["html"].decode("utf-8", "replace") if isinstance(row["html"], bytes) else row["html"]
            stream.write(json.dumps({"id": str(number), "text": html, "url": row["url"]}, ensure_ascii=False) + "\n")
    return float(len(pages))


def with_pagewash(source: Path, out: Path) -> float:
    """Articles of pagewash."""
    return float(clean_all([str(source)], str(out), Options()).articles)


def with_datatrove(source: Path, out: Path) -> float:
    """Documents of datatrove."""
    from datatrove.executor import LocalPipelineExecutor  # noqa: PLC0415 - one of the peers
    from datatrove.pipeline.extractors import Trafilatura  # noqa: PLC0415
    from datatrove.pipeline.readers import JsonlReader  # noqa: PLC0415
    from datatrove.pipeline.writers import ParquetWriter  # noqa: PLC0415

    steps = [JsonlReader(str(source)), Trafilatura(timeout=30), ParquetWriter(str(out))]
    LocalPipelineExecutor(steps, tasks=1, workers=1, logging_dir=str(out) + "-logs").run()
    return float(sum(pq.read_metadata(path).num_rows for path in out.glob("*.parquet")))


if __name__ == "__main__":
    main()
