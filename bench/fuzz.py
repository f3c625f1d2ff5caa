"""Coverage-guided fuzzing of each door and each container reader, with atheris.

usage: python -m bench.fuzz TARGET SECONDS [FOLDER]     TARGET: one of the keys of TARGETS, or "all"

Needs pip install --group fuzz. Starts from the abuse corpus and from what earlier runs left in FOLDER.
A find (an error, a page that is lost, an output that breaks a promise, a page of over five seconds) is
written to FOLDER/finds, to become a case in tests/abuse. "all" gives each target its share of the time,
each in a process of its own.
"""

import hashlib
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["cleaners", "flows"]):
    from cleaners.page import Format, Page
    from flows.parts import clean_to_rows
    from flows.places import File
    from flows.sources.pages import CONTAINERS
    from flows.sources.records import Reading

from pyarrow import fs

from tests.abuse import claims, encodings, markup, no_pages, packed, texts  # noqa: F401 - they fill CASES
from tests.abuse.cases import CASES
from tests.promises import broken_promises

LONGEST = 20_000  # bytes of an input
SLOW = 5.0  # seconds of CPU
MEMORY = 3_000_000_000
HERE = fs.LocalFileSystem()


class Find(Exception):
    """What must not be."""


def page(kind: Format) -> Callable[[bytes], None]:
    """A door: bytes become an article or a rejection."""

    def test(content: bytes) -> None:
        began = time.process_time()
        rows = clean_to_rows(Page("p", "p", content, url="https://example.org/1", format=kind), "auto")
        if rows.reject and rows.reject["reason"] == "crashed":
            raise Find(rows.reject["detail"])
        if broken := broken_promises(rows):
            raise Find(broken[0])
        if time.process_time() - began > SLOW:
            raise Find("slow")

    return test


def container(ending: str) -> Callable[[bytes], None]:
    """A reader: bytes become pages, each with content or with a reason."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz"))

    def test(content: bytes) -> None:
        path = folder / f"a{ending}"
        path.write_bytes(content)
        began = time.process_time()
        for found in CONTAINERS[ending.split(".")[1].join((".", ""))](
            File(HERE, str(path), path.name), Reading(), Counter()
        ):
            if not found.page_id.startswith(path.name) or not (found.unread is None or found.unread.detail):
                raise Find(f"{found.page_id}: {found.unread}")
        if time.process_time() - began > SLOW:
            raise Find("slow")

    return test


TARGETS: dict[str, Callable[[], Callable[[bytes], None]]] = {
    "html": lambda: page("html"),
    "text": lambda: page("text"),
    "bytes": lambda: page("auto"),
    "mhtml": lambda: page("mhtml"),
    **{ending[1:]: (lambda ending=ending: container(ending)) for ending in (  # type: ignore[misc]
        ".jsonl", ".csv", ".parquet", ".arrow", ".warc", ".zip", ".tar", ".tgz"
    )},
}  # fmt: skip


def seeds(target: str) -> dict[str, bytes]:
    """Short cases to start from."""
    kinds = {"html": ("html",), "text": ("txt", "md"), "bytes": ("html", "txt"), "mhtml": ("mhtml",)}.get(
        target, (target,)
    )
    found = {}
    for case in CASES:
        if case.name.rpartition(".")[2] in kinds:
            content = case.content
            if len(content) <= LONGEST:
                found[hashlib.sha256(content).hexdigest()[:16]] = content
    if target == "tgz":
        found["tgz"] = b"\x1f\x8b\x08\x00"
    return found


def run(target: str, seconds: int, folder: Path) -> None:
    """Fuzz one target in this process."""
    corpus, finds = folder / target, folder / "finds"
    corpus.mkdir(parents=True, exist_ok=True)
    finds.mkdir(parents=True, exist_ok=True)
    for name, content in seeds(target).items():
        (corpus / name).write_bytes(content)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    test = TARGETS[target]()

    def note(content: bytes) -> None:
        try:
            test(content)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a find
            what = f"{type(error).__name__}: {error}"[:200]
            name = hashlib.sha256(what[:60].encode()).hexdigest()[:12]
            if not (finds / f"{target}-{name}").exists():
                (finds / f"{target}-{name}").write_bytes(content)
                print(f"find in {target}: {what}", file=sys.stderr, flush=True)

    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        "-rss_limit_mb=0",
        "-timeout=60",
        "-print_final_stats=1",
        "-verbosity=0",
    ]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={finds}/{target}-", str(corpus)], note)
    atheris.Fuzz()


def main() -> None:
    """Run what is asked for."""
    target, seconds = sys.argv[1], int(sys.argv[2])
    folder = sys.argv[3] if len(sys.argv) > 3 else "fuzz"
    if target != "all":
        run(target, seconds, Path(folder))
        return
    for one in TARGETS:
        share = str(max(1, seconds // len(TARGETS)))
        done = subprocess.run(
            [sys.executable, "-m", "bench.fuzz", one, share, folder], check=False, capture_output=True, text=True
        )
        listed = [
            line for line in done.stderr.splitlines() if line.startswith(("find", "stat::number", "==", "SUMMARY"))
        ]
        print(one, *listed, sep="\n  ", flush=True)


if __name__ == "__main__":
    main()
