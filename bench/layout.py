"""What column readers like: files and row groups of several sizes, asked the same questions.

usage: python -m bench.layout OUTPUT [COPIES]      OUTPUT: what a run wrote; its articles are read COPIES times over

Each layout holds the same rows. Questions: a count by site of one language (small columns), a search of all
texts, the text of one page. CPU milliseconds, the least of five; memory is that of the writer's buffer.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

ROUNDS = 5
FILES = (8, 32, 128)  # MB of a file, about
GROUPS = (2, 8, 16, 64)  # millions of characters of a row group


def main() -> None:
    """Print a line for each layout."""
    output, copies = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20
    table = pq.read_table(output / "articles")
    last = table["page_id"][-1].as_py()
    print("file MB  group M  files  size MB   DuckDB: sites, search, one   Polars: sites, search, one")
    for megabytes in FILES:
        for group in GROUPS:
            with tempfile.TemporaryDirectory() as name:
                count, size = write(table, copies, Path(name), (megabytes * 1_000_000, group * 1_000_000))
                glob = f"{name}/*.parquet"
                spent = [cpu(call) for call in (*duckdb_questions(glob, last), *polars_questions(glob, last))]
                listed = "".join(f"{value:9.0f}" for value in spent)
                print(f"{megabytes:>7}  {group:>7}  {count:>5}  {size:>7.0f} {listed}", flush=True)


def write(table: pa.Table, copies: int, folder: Path, sizes: tuple[int, int]) -> tuple[int, float]:
    """Write so many copies, no text twice; returns the number of files and their size in MB."""
    count = 0
    writer = None
    for group in groups(table, copies, sizes[1]):
        path = folder / f"{count:05}.parquet"
        if writer is None:
            writer = pq.ParquetWriter(path, table.schema, compression="zstd", write_page_index=True)
        writer.write_table(group)
        if path.stat().st_size >= sizes[0]:
            writer.close()
            writer, count = None, count + 1
    if writer is not None:
        writer.close()
    files = list(folder.glob("*.parquet"))
    return len(files), sum(path.stat().st_size for path in files) / 1e6


def groups(table: pa.Table, copies: int, chars: int) -> Iterator[pa.Table]:
    """The rows in groups of so many characters."""
    each = pc.sum(pc.utf8_length(table["text"])).as_py() + pc.sum(pc.utf8_length(table["markdown"])).as_py()
    rows = max(1, round(chars / each * table.num_rows))
    marked = [_marked(table, number) for number in range(copies)]
    whole = pa.concat_tables(marked)
    for start in range(0, whole.num_rows, rows):
        yield whole.slice(start, rows)


def _marked(table: pa.Table, number: int) -> pa.Table:
    for name in ("text", "markdown"):
        column = pc.binary_join_element_wise(str(number), table[name], " ")
        table = table.set_column(table.schema.get_field_index(name), table.schema.field(name), column)
    return table


def duckdb_questions(glob: str, last: str) -> list[Callable[[], object]]:
    """The three questions, for DuckDB."""
    asked = (
        f"SELECT site, count(*) FROM '{glob}' WHERE language = 'en' GROUP BY site",
        f"SELECT count(*) FROM '{glob}' WHERE contains(text, 'blockchain')",
        f"SELECT text FROM '{glob}' WHERE page_id = '{last}'",
    )
    return [lambda query=query: duckdb.execute(query).fetchall() for query in asked]  # type: ignore[misc]


def polars_questions(glob: str, last: str) -> list[Callable[[], object]]:
    """The three questions, for Polars."""
    rows = pl.scan_parquet(glob)
    return [
        lambda: rows.filter(pl.col("language") == "en").group_by("site").len().collect(),
        lambda: rows.filter(pl.col("text").str.contains("blockchain", literal=True)).select(pl.len()).collect(),
        lambda: rows.filter(pl.col("page_id") == last).select("text").collect(),
    ]


def cpu(call: Callable[[], object]) -> float:
    """Least CPU milliseconds of some calls."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best * 1000


if __name__ == "__main__":
    main()
