"""Schedules, deployments and workers, and flows of others that use the pieces, against a Prefect server of its own."""

import os
import re
import runpy
import shutil
import signal
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.inbox import articles, write
from tests.server import ROOT, Server, children, free_port, lives, wait_for


def test_serving_takes_what_is_new_and_survives_the_servers_restart(
    server: Server, inbox: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    args = ("flows", "serve", "inbox", "--output", "out", "--every", "8s", "--name", "served", "--workers", "1")
    said = tmp_path / "said"
    with open(said, "w") as stderr, server.popen(*args, cwd=tmp_path, stderr=stderr) as process:
        try:
            completed = lambda: [r for r in server.runs(out) if r["state_type"] == "COMPLETED"]  # noqa: E731
            [first, *_] = wait_for(completed, "the first run")
            assert first["name"] == f"clean {inbox} -> {out}, 2 shards"
            write(inbox / "new.txt", 99)
            wait_for(lambda: articles(out) == 12, "the new page")

            server.stop()
            wait_for(lambda: f"server at {server.api} does not answer" in said.read_text(), "a word")
            server.start()
            write(inbox / "newer.txt", 100)
            wait_for(lambda: articles(out) == 13, "a run after the server's restart")
        finally:
            started = children(process.pid)
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=120)
    error = said.read_text()
    assert "pagewash: serving clean-pages/served for" in error
    assert error.strip().endswith("pagewash: stopped; the deployment is paused until it is served again")
    assert process.returncode == 0
    assert not any(map(lives, started))
    [deployment] = server.post("deployments/filter", deployments={"name": {"any_": ["served"]}})
    assert deployment["paused"]


DOCS = (ROOT / "docs" / "prefect.md").read_text(encoding="utf-8")
SUBFLOW, DEPLOYED, BY_HAND = re.findall(r"```python\n(.*?)```", DOCS, re.S)


def example(code: str, folder: Path) -> Any:
    """What a snippet of the docs counts, run in a folder."""
    (folder / "example.py").write_text(code)
    return runpy.run_path(str(folder / "example.py"))["count"]


def test_flows_of_others_use_the_pieces(server: Server, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(inbox.parent)
    assert example(SUBFLOW, inbox.parent) == 11
    shutil.rmtree("clean")
    assert example(BY_HAND, inbox.parent) == 11
    assert articles(Path("clean")) == 11


def test_a_worker_takes_a_run_of_the_deployment_that_another_flow_waits_for(
    server: Server, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = inbox.parent
    monkeypatch.chdir(folder)
    server.post("work_pools/", name="pagewash", type="process")
    deployed = server.run("prefect", "--no-prompt", "deploy", "--all", cwd=ROOT, PWD=str(folder))
    assert deployed.returncode == 0, deployed.stderr
    command = ("prefect", "worker", "start", "--pool", "pagewash", "--type", "process")
    with server.popen(*command, cwd=folder, PREFECT_WORKER_QUERY_SECONDS="1") as worker:
        try:
            assert example(DEPLOYED, folder) == 11
        finally:
            started = children(worker.pid)
            os.killpg(worker.pid, signal.SIGTERM)
            worker.communicate(timeout=60)
    assert not any(map(lives, started))
    [deployment] = server.post("deployments/filter", deployments={"name": {"any_": ["inbox"]}})
    assert deployment["tags"] == ["pagewash"]
    assert deployment["global_concurrency_limit"]["limit"] == 1
    assert deployment["parameter_openapi_schema"]["definitions"]["Options"]["properties"]["on"]["enum"]
    run = server.runs("clean")[-1]
    assert (run["state_type"], run["deployment_id"]) == ("COMPLETED", deployment["id"])
    assert run["empirical_policy"]["retries"] == 2


def test_a_server_of_its_own_ends_with_it_however_it_ends(server: Server, inbox: Path) -> None:
    port = free_port()
    args = ("flows", "serve", "inbox", "--output", "out", "--every", "1d", "--port", str(port))
    with server.popen(*args, cwd=inbox.parent, PREFECT_API_URL="") as process:
        assert process.stderr
        assert process.stderr.readline().startswith("pagewash: serving clean-pages/out-")
        assert httpx.get(f"http://127.0.0.1:{port}/api/health", timeout=60).json() is True
        started = children(process.pid)
        process.kill()
    assert started
    wait_for(lambda: not any(map(lives, started)), "its server to end")
