"""The pages of the metadata benchmark, read with the module that lies beside them."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

SOURCES = ("wcxb_dev", "trafilatura", "htmldate", "postlight", "cjk_extra")
NO_ARTICLES = {"type:product", "type:service", "type:collection", "type:listing", "type:documentation"}

Record = dict[str, Any]


def options(about: str | None) -> argparse.Namespace:
    """What a script that fits weights to these pages is asked: data, a folder; report_only. about: its docstring."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the metadata benchmark")
    parser.add_argument("--report-only", action="store_true", help="cross-validate, and leave the weights as they are")
    asked = parser.parse_args()
    find_scorer(asked.data)
    return asked


def find_scorer(folder: Path) -> None:
    """Make the benchmark's own modules importable: common, score."""
    sys.path.insert(0, str(folder))


def records(folder: Path, sources: Iterable[str]) -> Iterator[tuple[str, Record, bytes]]:
    """Each page's source, its gold record, and its HTML."""
    from common import read_jsonl, record_bytes  # noqa: PLC0415

    for source in sources:
        for record in read_jsonl(str(folder / "data" / f"{source}.jsonl.gz")):
            yield source, record, record_bytes(record)


def domain(record: Record) -> str:
    """The end of a page's host, which its fold goes by; a page without an address has its id."""
    host = urlsplit(record.get("url") or "").hostname or record["id"]
    return ".".join(host.split(".")[-2:])
