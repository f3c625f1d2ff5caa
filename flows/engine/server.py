"""The Prefect server that runs report to: the one that is set up, or one of our own that ends with us.

`python -m flows.engine.server PORT` is that own one; it ends when its standard input does.
"""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.options import EngineError

PORT = 4200  # Prefect's own
PATIENCE = 180  # seconds for a server to start; at first it makes its database
GRACE = 5  # seconds for it to end
APP = "prefect.server.api.server:create_app"
# Nothing is sent to anybody; what the user has set wins.
QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
    "RAY_USAGE_STATS_ENABLED": "0",
}
# Prefect's own default forgets who holds a concurrency limit when the server ends, and never frees it then.
LEASES = {"PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": "prefect.server.concurrency.lease_storage.filesystem"}

# Variables of the environment, of whatever case, that name a server or where one is named.
NAMES_SERVER = frozenset({"PREFECT_API_URL", "PREFECT_PROFILE", "PREFECT_PROFILES_PATH"})


def keep_quiet() -> None:
    """To be called before Prefect is imported, which reads the environment then."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)


def configured() -> str | None:
    """The API of the Prefect server that is set up, in the environment or in a profile."""
    if not may_be_set_up():
        return None
    from prefect.settings import get_current_settings  # noqa: PLC0415 - takes a second

    return get_current_settings().api.url


def may_be_set_up() -> bool:
    """False where nothing is there in which Prefect would look for the server: then it need not be imported."""
    home = Path(os.environ.get("PREFECT_HOME") or "~/.prefect").expanduser()
    project = Path("pyproject.toml")
    return (
        not NAMES_SERVER.isdisjoint(map(str.upper, os.environ))
        or any(path.exists() for path in (home / "profiles.toml", Path(".env"), Path("prefect.toml")))
        or (project.exists() and "tool.prefect" in project.read_text(encoding="utf-8", errors="replace"))
    )


def problem() -> str:
    """Why the server that is set up does not answer; "" where it does."""
    from prefect.client.orchestration import get_client  # noqa: PLC0415

    with get_client(sync_client=True) as client:
        error = client.api_healthcheck()
    return f"{error or ''}" or (type(error).__name__ if error else "")


def check() -> None:
    """Raise EngineError where the server that is set up does not answer."""
    if why := problem():
        raise EngineError(
            f"Prefect does not answer at {configured()} ({why}); "
            "start that server, or unset PREFECT_API_URL to run without one"
        )


class OwnServer:
    """A Prefect server on this machine, for nobody else, for as long as this process lives."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.address = f"http://127.0.0.1:{port}"

    def start(self) -> None:
        """Start it, or start it again, and wait until it answers; raises EngineError."""
        command = [sys.executable, "-P", "-m", "flows.engine.server", str(self.port)]
        environment = os.environ | {"PREFECT_API_URL": "", "PREFECT_SERVER_API_PORT": str(self.port)}
        environment |= {"PREFECT_SERVER_UI_API_URL": f"{self.address}/api", "PREFECT__SERVER_FINAL": "1", **LEASES}
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment, start_new_session=True)
        end = time.monotonic() + PATIENCE
        while problem():
            if self._process.poll() is not None or time.monotonic() > end:
                self.stop()
                raise EngineError(f"no Prefect server could be started at {self.address}; what it says is above")
            time.sleep(0.2)

    def is_alive(self) -> bool:
        """False where it has ended by itself."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        try:
            self._process.wait(2 * GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextmanager
def own_server(port: int = 0) -> Iterator[OwnServer | None]:
    """A server of our own at that port, or at a free one, set up for this process and those that it starts.

    None where a Prefect server is at that port already, which is then taken. Raises EngineError where the
    port is taken by something else.
    """
    server = OwnServer(port or _free_port())
    os.environ["PREFECT_API_URL"] = f"{server.address}/api"
    _read_environment()
    try:
        if not _is_free(server.port):
            if problem():
                raise EngineError(f"port {server.port} is taken by another program; name another with --port")
            yield None
            return
        server.start()
        try:
            yield server
        finally:
            _send_all()
            server.stop()
    finally:
        del os.environ["PREFECT_API_URL"]
        _read_environment()


def _send_all() -> None:
    """See to it that a server that is to end has what Prefect's threads still hold for it."""
    from prefect.events.worker import EventsWorker  # noqa: PLC0415
    from prefect.logging.handlers import APILogWorker  # noqa: PLC0415

    APILogWorker.drain_all(timeout=GRACE)
    EventsWorker.drain_all(timeout=GRACE)


def _read_environment() -> None:
    from prefect.context import refresh_global_settings_context  # noqa: PLC0415

    refresh_global_settings_context()


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _serve(port: int) -> None:
    """Be the server, until the process that started this one is gone."""
    import uvicorn  # noqa: PLC0415

    server = uvicorn.Server(
        uvicorn.Config(APP, factory=True, port=port, log_level="error", timeout_graceful_shutdown=GRACE)
    )

    def watch() -> None:
        sys.stdin.buffer.read()
        server.should_exit = True
        time.sleep(2 * GRACE)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
    server.run()


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
