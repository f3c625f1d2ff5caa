"""Storage that fails: a full disk, a folder that is read-only, a store that answers with errors or not at all."""

import os
import resource
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from flows.options import Options
from flows.run import clean_all
from flows.store import OutputError, open_output
from tests.test_edge import ARTICLE

ROOT = Path(__file__).parents[1]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(ARTICLE + f"{number} {os.urandom(2_000).hex()}\n", encoding="utf-8")
    return folder


def limited(inbox: Path, out: Path, size: int) -> subprocess.CompletedProcess[str]:
    """A run that may write no file larger than `size`, as on a disk that is full."""
    script = (
        "from flows.run import ShardsFailed, clean_all; from flows.options import Options\n"
        "from flows.store import OutputError\n"
        f"try: clean_all([{str(inbox)!r}], {str(out)!r}, Options())\n"
        "except (OutputError, ShardsFailed) as error: print(error)"
    )

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    command = [sys.executable, "-c", script]
    return subprocess.run(command, preexec_fn=limit, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)


@pytest.mark.parametrize("size", [10, 3_000, 20_000])
def test_a_disk_that_is_full_is_one_sentence_and_leaves_nothing(size: int, inbox: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = limited(inbox, out, size)
    assert "cannot write to" in done.stdout, done.stderr
    assert "File too large" in done.stdout
    assert "Traceback" not in done.stderr
    assert not [*out.rglob("*.parquet"), *out.rglob("*.tmp")]
    assert clean_all([str(inbox)], str(out), Options()).pages == 40, "the next run does it"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o500)
    with pytest.raises(OutputError, match="Permission denied; give another folder with --output"):
        open_output(str(tmp_path / "out"))


def test_a_name_that_is_too_long_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="File name too long; give another folder with --output"):
        open_output(str(tmp_path / ("x" * 300)))


def test_a_pipe_that_takes_the_place_of_a_file_does_not_block(inbox: Path, tmp_path: Path) -> None:
    from flows import walk

    find = walk._walk

    def and_swap(folder: str, *args: object) -> Iterator[str]:
        found = list(find(folder, *args))  # type: ignore[arg-type]
        os.remove(inbox / "3.txt")
        os.mkfifo(inbox / "3.txt")
        return iter(found)

    walk._walk = and_swap  # type: ignore[assignment]
    try:
        summary = clean_all([str(inbox)], str(tmp_path / "out"), Options())
    finally:
        walk._walk = find
    assert (summary.articles, summary.rejects) == (39, {"unreadable": 1})
    [row] = pq.read_table(tmp_path / "out" / "rejects").to_pylist()
    assert row["detail"].startswith("this is no regular file")


class Failing(BaseHTTPRequestHandler):
    """A store that answers each request with an error, and counts them."""

    count = 0
    status = 503

    def do_GET(self) -> None:
        type(self).count += 1
        self.send_response(self.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_PUT = do_POST = do_HEAD = do_DELETE = do_GET

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Failing]]:
    handler = type("Handler", (Failing,), {"count": 0})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.server_port}")
    for name, value in (("ACCESS_KEY_ID", "x"), ("SECRET_ACCESS_KEY", "x"), ("DEFAULT_REGION", "us-east-1")):
        monkeypatch.setenv(f"AWS_{name}", value)
    yield handler
    server.shutdown()


@pytest.mark.parametrize("status", [503, 403])
def test_a_store_that_fails_is_one_sentence(status: int, store: type[Failing]) -> None:
    store.status = status
    with pytest.raises(OutputError, match=r"cannot write to s3://bucket/out: .*give another folder with --output"):
        open_output("s3://bucket/out")
    assert store.count > (1 if status == 503 else 0), "an error that may pass is tried again"
