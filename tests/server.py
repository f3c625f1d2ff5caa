"""A Prefect server on this machine for the tests, with a home of its own, and what they ask of it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import httpx

ROOT = Path(__file__).parent.parent
PATIENCE = 240  # seconds for what takes a few on a quiet machine
SETTINGS = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_UI_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_SCHEDULER_RECENT_DEPLOYMENTS_LOOP_SECONDS": "1",
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "RAY_USAGE_STATS_ENABLED": "0",
    "PYTHONPATH": str(ROOT),
}


def wait_for(call: Callable[[], Any], what: str) -> Any:
    """What a call returns when it is something; fails the test after a while."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := call():
            return found
        time.sleep(0.2)
    raise AssertionError(f"waited in vain for {what}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """`prefect server start`, and its API."""

    def __init__(self, home: Path) -> None:
        self.port = free_port()
        self.api = f"http://127.0.0.1:{self.port}/api"
        self.home = home
        self.environment = SETTINGS | {"PREFECT_HOME": str(home), "PREFECT_API_URL": self.api}

    def start(self) -> None:
        command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(self.port)]
        env = os.environ | self.environment
        with open(self.home / "server.log", "ab") as log:
            self.process = subprocess.Popen(command, env=env, stdout=log, stderr=log, start_new_session=True)
        wait_for(self.answers, "the server")

    def answers(self) -> bool:
        assert self.process.poll() is None, (self.home / "server.log").read_text()
        try:
            return httpx.get(f"{self.api}/health", timeout=5).is_success
        except httpx.HTTPError:
            return False

    def stop(self) -> None:
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def post(self, path: str, **body: Any) -> Any:
        answer = httpx.post(f"{self.api}/{path}", json=body, timeout=60)
        answer.raise_for_status()
        return answer.json() if answer.content else None

    def runs(self, output: Path | str) -> list[dict[str, Any]]:
        """Flow runs that write to an output, in order of their start, without those that have not begun."""
        found = self.post("flow_runs/filter", sort="START_TIME_ASC", limit=200)
        return [run for run in found if run["parameters"].get("output") == str(output) and run["start_time"]]

    def of(self, what: str, run: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
        """Artifacts, logs or task runs of a flow run."""
        key = "flow_runs" if what == "task_runs" else what
        wanted = {"id": {"any_": [run["id"]]}} if what == "task_runs" else {"flow_run_id": {"any_": [run["id"]]}}
        found: list[dict[str, Any]] = self.post(f"{what}/filter", **{key: wanted}, **more)
        return found

    def popen(
        self, *args: str, cwd: Path, stderr: IO[str] | int = subprocess.PIPE, **more: str
    ) -> "subprocess.Popen[str]":
        """`python -m …` with this server set up."""
        env = os.environ | self.environment | more
        command = [sys.executable, "-m", *args]
        out = subprocess.PIPE
        return subprocess.Popen(command, cwd=cwd, env=env, stdout=out, stderr=stderr, text=True, start_new_session=True)

    def run(self, *args: str, cwd: Path, **more: str) -> "subprocess.CompletedProcess[str]":
        """The same, to its end."""
        with self.popen(*args, cwd=cwd, stderr=subprocess.PIPE, **more) as process:
            try:
                out, err = process.communicate(timeout=PATIENCE)
            finally:
                process.kill()
        return subprocess.CompletedProcess(args, process.returncode, out, err)


def children(pid: int) -> list[int]:
    """The processes that one has started, and theirs."""
    try:
        listed = [int(p) for f in Path(f"/proc/{pid}/task").glob("*/children") for p in f.read_text().split()]
    except OSError:  # it has just ended
        return []
    return listed + [grand for child in listed for grand in children(child)]


def lives(pid: int) -> bool:
    """False for a process that has ended, be it waited for or not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
