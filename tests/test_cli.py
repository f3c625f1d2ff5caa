"""The commands as a user runs them, without a Prefect server; for runs that have one see test_prefect."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from flows.engine.server import may_be_set_up
from tests.server import children, lives, wait_for
from tests.test_edge import ARTICLE


def pagewash(*args: str, cwd: Path, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")}
    env |= {"PREFECT_HOME": str(home), "COLUMNS": "100", "PYTHONPATH": str(Path(__file__).parent.parent)} | more
    command = [sys.executable, "-m", "flows", *args]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=240, check=False)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("prefect")


def test_clean_alone_takes_seeds_and_writes_to_output(tmp_path: Path, home: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "seeds" / "[b].txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "seeds" / "truth.json").write_text("[]")

    done = pagewash("clean", cwd=tmp_path, home=home)

    assert done.returncode == 0, done.stderr
    assert "2 pages: 1 article" in done.stdout
    assert "not-text" in done.stdout
    assert "[b].txt: this is a PDF file, not text" in done.stdout
    assert "related_posts" in done.stdout
    assert "Passed by (no pages): .json 1" in done.stdout
    assert "output/articles/*.parquet" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr
    assert "cleaning" not in done.stderr, "progress is for terminals only"
    assert pq.read_table(tmp_path / "output" / "articles").num_rows == 1
    assert pq.read_table(tmp_path / "output" / "rejects").num_rows == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["output", "seeds"]


def test_options_reach_the_pages(tmp_path: Path, home: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "x", "corps": ARTICLE, "lien": "https://example.org/1"}))
    named = ("--text-column", "corps", "--url-column", "lien", "--format", "text", "--workers", "2", "--prune")
    done = pagewash("clean", "a.jsonl", "--output", "out", *named, cwd=tmp_path, home=home)
    assert "1 page: 1 article" in done.stdout, done.stderr
    [part] = (tmp_path / "out" / "articles").iterdir()
    footer = pq.read_metadata(part).metadata
    assert json.loads(footer[b"pagewash.options"]) == {
        "comments": "auto",
        "format": "text",
        "text": "corps",
        "url": "lien",
    }


def test_a_run_talks_to_nobody_and_leaves_nothing_behind(tmp_path: Path, home: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"text": ARTICLE}) for _ in range(120)))
    (tmp_path / "watched").mkdir()
    (tmp_path / "watched" / "sitecustomize.py").write_text(ALONE)
    path = f"{tmp_path / 'watched'}{os.pathsep}{Path(__file__).parent.parent}"
    more = {"PYTHONPATH": path, "NOTED": str(tmp_path / "noted"), "HOME": str(tmp_path / "own"), "CI": ""}
    done = pagewash("clean", "a.jsonl", "--workers", "2", cwd=tmp_path, home=tmp_path / "prefect", **more)
    assert "120 pages: 120 articles" in done.stdout, done.stderr
    assert not (tmp_path / "noted").exists(), (tmp_path / "noted").read_text()
    left = {p.name for p in tmp_path.iterdir()} - {"a.jsonl", "watched", "output"}
    assert not [p for name in left for p in (tmp_path / name).rglob("*") if p.is_file()], left


# Notes each attempt to connect or to look a name up, in all processes of a run, each server that is started, and
# where Prefect is imported, which takes a second and is not needed.
ALONE = """
import os, sys

def note(event, args):
    if event == "import" and args[0] == "prefect":
        with open(os.environ["NOTED"], "a") as noted:
            print(event, args, file=noted)
    near = event == "socket.connect" and isinstance(args[1], (str, bytes))
    far = event in ("socket.connect", "socket.getaddrinfo") and not near
    if far or event == "subprocess.Popen" and "server" in str(args[1]):
        with open(os.environ["NOTED"], "a") as noted:
            print(event, args, file=noted)

sys.addaudithook(note)
"""


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("home/profiles.toml", ""),
        (".env", "PREFECT_API_URL=http://127.0.0.1:9/api"),
        ("prefect.toml", ""),
        ("pyproject.toml", '[tool.prefect]\napi.url = "http://127.0.0.1:9/api"'),
    ],
)
def test_a_server_is_looked_for_where_one_may_be_set_up(
    file: str, content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PREFECT_HOME", "home")
    for name in ("PREFECT_API_URL", "PREFECT_PROFILE", "PREFECT_PROFILES_PATH"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "home").mkdir()
    (tmp_path / "pyproject.toml").write_text('dependencies = ["prefect>=3"]', encoding="utf-8")
    assert not may_be_set_up()
    monkeypatch.setenv("prefect_profile", "local")
    assert may_be_set_up()
    monkeypatch.delenv("prefect_profile")
    (tmp_path / file).write_text(content, encoding="utf-8")
    assert may_be_set_up()


def test_ctrl_c_ends_a_run_in_order(tmp_path: Path, home: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"text": ARTICLE}) for _ in range(50_000)))
    env = os.environ | {"PREFECT_HOME": str(home), "PYTHONPATH": str(Path(__file__).parent.parent)}
    command = [sys.executable, "-m", "flows", "clean", "a.jsonl", "--workers", "2"]
    with subprocess.Popen(command, cwd=tmp_path, env=env, stderr=subprocess.PIPE, text=True) as process:
        wait_for(lambda: list((tmp_path / "output" / "articles").glob(".*.tmp")), "the run")
        wait_for(lambda: len(children(process.pid)) > 2, "the workers")
        started = children(process.pid)
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=120)
    assert process.returncode == 130
    assert error == "pagewash: stopped; what is done stays, and the next run takes up the rest\n"
    assert not list((tmp_path / "output").rglob("*.tmp"))
    wait_for(lambda: not any(map(lives, started)), "the workers to end")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["--every", "5x"], "--every 5x is no time; give one such as 30s, 15m, 1h30m or 1d"),
        (["--cron", "x y"], "--cron x y is no cron expression; five fields, such as '0 * * * *'"),
        ([], "say when runs start: either --every 15m or --cron '0 * * * *'"),
        (["--every", "15m", "--port"], "port {port} is taken by another program; name another with --port"),
    ],
)
def test_what_cannot_be_served_is_one_plain_sentence(
    args: list[str], sentence: str, tmp_path: Path, home: Path
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = str(taken.getsockname()[1])
        args = [*args, port] if "--port" in args else args
        done = pagewash("serve", "in", *args, cwd=tmp_path, home=home)
    assert (done.returncode, done.stderr) == (1, f"pagewash: {sentence.format(port=port)}\n")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["nowhere"], "cannot read nowhere: No such file or directory; give a file or a folder of pages"),
        (["empty"], "no pages in empty; nothing was cleaned"),
        (["empty", "--output", "file"], "cannot write to file: Not a directory; give another folder with --output"),
    ],
)
def test_what_cannot_be_done_is_one_plain_sentence(args: list[str], sentence: str, tmp_path: Path, home: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    done = pagewash("clean", *args, cwd=tmp_path, home=home)
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1] == f"pagewash: {sentence}"
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_server_that_does_not_answer_is_one_plain_sentence(tmp_path: Path, home: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    done = pagewash("clean", "a.txt", cwd=tmp_path, home=home, PREFECT_API_URL="http://127.0.0.1:9/api")
    assert done.returncode == 1
    assert "pagewash: Prefect does not answer at http://127.0.0.1:9/api (" in done.stderr
    assert "unset PREFECT_API_URL to run without one" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_says_what_goes_in_and_what_comes_out(tmp_path: Path, home: Path) -> None:
    done = pagewash("clean", "--help", cwd=tmp_path, home=home)
    assert done.returncode == 0
    for word in ("INPUT", "--output", "seeds", "Parquet", ".warc", "s3://", "--text-column", "--prune", "--keep-older"):
        assert word in done.stdout
