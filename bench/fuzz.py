"""Coverage-guided fuzzing of each door and each container reader, with atheris.

usage: python -m bench.fuzz TARGET SECONDS [FOLDER]     TARGET: one of the keys of TARGETS, or "all"

Needs pip install --group fuzz. Starts from the abuse corpus and from what earlier runs left in FOLDER.
A find (an error, a page that is lost, an output that breaks a promise, a page of over five seconds) is
written to FOLDER/finds, to become a case in tests/abuse. "all" gives each target its share of the time,
each in a process of its own. What is written in Python is instrumented, the standard library's archives and
MIME included; native code (lexbor, Arrow, FastWARC) is not. What is compressed is mutated within.
"""

import gzip
import hashlib
import resource
import subprocess
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["cleaners", "flows", "csv", "email", "gzip", "tarfile", "zipfile"]):
    from cleaners.page import Format, Page
    from flows.parts import clean_to_rows, rejected
    from flows.places import File
    from flows.sources.pages import CONTAINERS
    from flows.sources.records import Reading

import pyarrow as pa
from pyarrow import fs

from tests.abuse import claims, data_kinds, encodings, mangled, markup, no_pages, packed, servers, texts  # noqa: F401 - they fill CASES
from tests.abuse.cases import CASES
from tests.promises import broken_promises

LONGEST = 20_000  # bytes of an input
SLOW = 5.0  # seconds of CPU
MEMORY = 3_000_000_000
HERE = fs.LocalFileSystem()
UNPACKED: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.decompress,
    "zst": lambda packed: bytes(pa.CompressedInputStream(pa.BufferReader(packed), "zstd").read(20 * LONGEST)),
}
PACKED: dict[str, Callable[[bytes], bytes]] = {
    "gz": lambda plain: gzip.compress(plain, 1, mtime=0),
    "zst": lambda plain: bytes(pa.compress(plain, "zstd", asbytes=True)),
}


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


def bounded(pages: Iterator[Page]) -> Iterator[Page]:
    """The pages up to where a file asks for more memory than there is, which a run's own helper survives."""
    with suppress(MemoryError):
        yield from pages


def container(ending: str) -> Callable[[bytes], None]:
    """A reader: bytes become pages, each with content or with a reason."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz"))
    read = CONTAINERS[f".{ending.split('.')[1]}"]

    def test(content: bytes) -> None:
        path = folder / f"a{ending}"
        path.write_bytes(content)
        began = time.process_time()
        names: set[str] = set()
        for found in bounded(read(File(HERE, str(path), path.name), Reading(), Counter())):
            if found.page_id in names:
                raise Find(f"twice: {found.page_id}")
            names.add(found.page_id)
            if not found.page_id.startswith(path.name):
                raise Find(f"named {found.page_id}")
            if found.unread and (broken := broken_promises(rejected(found, found.unread))):
                raise Find(broken[0])
        if time.process_time() - began > SLOW:
            raise Find("slow")

    return test


TARGETS: dict[str, Callable[[], Callable[[bytes], None]]] = {
    "html": lambda: page("html"),
    "text": lambda: page("text"),
    "bytes": lambda: page("auto"),
    "mhtml": lambda: page("mhtml"),
    **{ending[1:]: (lambda ending=ending: container(ending)) for ending in (  # type: ignore[misc]
        ".jsonl", ".csv", ".parquet", ".arrow", ".warc", ".zip", ".tar", ".tar.gz", ".warc.gz", ".csv.zst"
    )},
}  # fmt: skip


def seeds(target: str) -> dict[str, bytes]:
    """Short cases to start from."""
    plain, _, packing = target.partition(".")
    kinds = {"html": ("html",), "text": ("txt", "md"), "bytes": ("html", "txt"), "tar": ("tar", "tgz")}.get(
        plain, (plain,)
    )
    made = [case.content for case in CASES if case.name.partition(".")[2] in kinds]
    made += [one.make()[0] for one in packed.CONTAINERS if one.name.partition(".")[2] in (*kinds, target)]
    if packing:
        made += [PACKED[packing](content) for content in made if len(content) <= 20 * LONGEST]
    return {hashlib.sha256(content).hexdigest()[:16]: content for content in made if len(content) <= LONGEST}


def mutated(packing: str) -> Callable[[bytes, int, int], bytes]:
    """Mutations of what is compressed: three of four within, one of the bytes as they are."""

    def mutate(content: bytes, size: int, seed: int) -> bytes:
        if seed % 4:
            try:
                return PACKED[packing](atheris.Mutate(UNPACKED[packing](content)[:LONGEST], LONGEST))[:size]
            except (OSError, EOFError, ValueError, zlib.error):
                pass
        return bytes(atheris.Mutate(content, size))

    return mutate


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
    packing = target.partition(".")[2]
    own = {"custom_mutator": mutated(packing)} if packing else {}
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={finds}/{target}-", str(corpus)], note, **own)
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
