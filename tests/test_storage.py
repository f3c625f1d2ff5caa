"""Storage that fails: a full disk, a folder that is read-only, a store that answers with errors or not at all."""

import os
import resource
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from pyarrow import fs
from werkzeug.serving import make_server

from flows.options import Options
from flows.places import open_store
from flows.run import ShardsFailed, clean_all
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


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with room for next to nothing."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=192k", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only who may mount a file system can fill one up")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_file_system_that_is_full_is_one_sentence_and_leaves_nothing(inbox: Path, small_disk: Path) -> None:
    out = small_disk / "out"
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(120_000))
    with pytest.raises((OutputError, ShardsFailed), match="No space left on device"):
        clean_all([str(inbox)], str(out), Options())
    assert not [*out.rglob("*.parquet"), *out.rglob("*.tmp")]
    ballast.unlink()
    assert clean_all([str(inbox)], str(out), Options()).pages == 40, "the next run does it"


def test_a_file_system_that_is_read_only_is_one_sentence(inbox: Path, small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(OutputError, match="Read-only file system; give another folder with --output"):
        clean_all([str(inbox)], str(small_disk / "out"), Options())


def test_what_may_not_be_written_or_read_is_said(tmp_path: Path) -> None:
    """As a user who is not root, where this one is."""
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "in" / name).write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "in" / "b.txt").chmod(0)
    (tmp_path / "shut").mkdir(mode=0o500)
    (tmp_path / "out").mkdir(mode=0o777)
    (tmp_path / "out").chmod(0o777)
    script = (
        "from flows.run import clean_all; from flows.options import Options; from flows.store import OutputError\n"
        f"summary = clean_all([{str(tmp_path / 'in')!r}], {str(tmp_path / 'out')!r}, Options())\n"
        "print(summary.pages, dict(summary.rejects), summary.examples)\n"
        f"try: clean_all([{str(tmp_path / 'in')!r}], {str(tmp_path / 'shut')!r}, Options())\n"
        "except OutputError as error: print(error)"
    )

    command = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    if command and not shutil.which("setpriv"):
        pytest.skip("root may read and write anything, and there is no setpriv to step down with")
    done = subprocess.run(
        [*command, sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=240, check=False
    )
    assert "2 {'unreadable': 1}" in done.stdout, done.stderr
    assert "b.txt: Permission denied; see to it that the file exists" in done.stdout
    assert f"cannot write to {tmp_path / 'shut'}: Permission denied; give another folder with --output" in done.stdout


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


def test_a_store_that_never_answers_is_given_up(store: type[Failing], monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(store, "send_response", lambda self, status: over.wait(120), raising=False)
    with pytest.raises(OutputError, match=r"cannot write to s3://bucket/out: .*[Tt]imeout.*give another folder"):
        open_output("s3://bucket/out")
    over.set()
    assert store.count == 3, "it is asked three times"


Fails = Callable[[dict[str, Any]], bool]


@pytest.fixture
def moody(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Fails]]:
    """A store with a bucket, and the list of what it answers 503 to."""
    moods: list[Fails] = []
    sound = DomainDispatcherApplication(create_backend_app)

    def app(environ: dict[str, Any], start: Any) -> Any:
        if any(fails(environ) for fails in moods):
            start("503 Slow Down", [("Content-Length", "0")])
            return []
        return sound(environ, start)

    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.server_port}")
    for name, value in (("ACCESS_KEY_ID", "x"), ("SECRET_ACCESS_KEY", "x"), ("DEFAULT_REGION", "us-east-1")):
        monkeypatch.setenv(f"AWS_{name}", value)
    monkeypatch.setattr("flows.retries.DELAYS", (0,))
    bucket = f"b{server.server_port}"
    made = fs.S3FileSystem(
        endpoint_override=f"127.0.0.1:{server.server_port}", scheme="http", allow_bucket_creation=True
    )
    made.create_dir(bucket)
    moods.append(lambda environ: False)
    monkeypatch.setenv("BUCKET", bucket)
    yield moods
    server.shutdown()


def written(bucket: str, table: str) -> list[str]:
    made, path = open_store(f"s3://{bucket}/out/{table}")
    return [info.path for info in made.get_file_info(fs.FileSelector(path, allow_not_found=True))]


def test_a_store_that_fails_in_mid_write_is_said_and_shows_nothing_half_written(
    moody: list[Fails], inbox: Path
) -> None:
    bucket = os.environ["BUCKET"]
    moody.append(
        lambda e: e["REQUEST_METHOD"] == "PUT" and "/articles/" in e["PATH_INFO"] and "partNumber" in e["QUERY_STRING"]
    )
    with pytest.raises((OutputError, ShardsFailed), match=rf"cannot write to s3://{bucket}/out: .*run again"):
        clean_all([str(inbox)], f"s3://{bucket}/out", Options())
    assert written(bucket, "articles") == []
    moody.pop()
    assert clean_all([str(inbox)], f"s3://{bucket}/out", Options()).pages == 40, "the next run does it"
    assert len(written(bucket, "articles")) == len(written(bucket, "rejects")) > 0


def test_a_store_that_stumbles_is_tried_again(moody: list[Fails], inbox: Path) -> None:
    bucket = os.environ["BUCKET"]
    left = iter(range(4))
    moody.append(
        lambda e: e["REQUEST_METHOD"] == "PUT" and "/articles/" in e["PATH_INFO"] and next(left, None) is not None
    )
    assert clean_all([str(inbox)], f"s3://{bucket}/out", Options()).pages == 40
    assert next(left, None) is None
