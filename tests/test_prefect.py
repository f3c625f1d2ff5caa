"""Runs that report to Prefect, against a server of its own: what the UI shows, failures, schedules, workers."""

import os
import re
import runpy
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pyarrow.parquet as pq
import pytest
from moto.server import ThreadedMotoServer
from pyarrow import fs

from flows import shards
from flows.options import Options
from flows.run import ShardsFailed, clean_all
from flows.writer import PartsWriter
from tests.server import ROOT, Server, children, free_port, lives, wait_for
from tests.test_reruns import line, write


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("prefect"))
    server.start()
    before = dict(os.environ)
    os.environ.update(server.environment)
    from prefect.context import refresh_global_settings_context
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker

    refresh_global_settings_context()
    yield server
    EventsWorker.drain_all(timeout=30)
    APILogWorker.drain_all(timeout=30)
    os.environ.clear()
    os.environ.update(before)
    refresh_global_settings_context()
    server.stop()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    return fill(tmp_path / "inbox")


def fill(folder: Path) -> Path:
    """Some pages in a folder, which is made if need be."""
    folder.mkdir(exist_ok=True)
    for number in range(5):
        write(folder / f"{number}.txt", number)
    (folder / "picture.txt").write_bytes(b"%PDF-1.7")
    (folder / "lines.jsonl").write_text("\n".join(line(number) for number in range(6)))
    return folder


def articles(output: Path) -> int:
    return int(pq.read_table(output / "articles").num_rows)


def test_the_form_explains_itself() -> None:
    from flows.clean import clean_pages

    schema = clean_pages.parameters.model_dump()
    fields = dict(schema["properties"])
    for name in ("Options", "Columns"):
        fields |= {f"{name}.{key}": value for key, value in schema["definitions"][name]["properties"].items()}
        assert schema["definitions"][name]["additionalProperties"] is False
    assert all(field["description"] for field in fields.values())
    assert all(field.get("title") or "$ref" in field for field in fields.values())
    assert fields["Options.on"]["enum"] == ["local", "dask", "ray"]
    assert fields["Options.comments"]["enum"] == ["auto", "keep", "cut"]
    assert fields["Options.workers"]["minimum"] == 1
    assert schema["required"] == ["inputs"]


def test_what_the_ui_shows_of_a_run(
    server: Server, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.clean import clean_pages

    monkeypatch.setattr(shards, "SHARD_PAGES", 4)
    out = tmp_path / "out"
    result = clean_pages([str(inbox)], str(out))
    assert (result.summary.pages, result.summary.articles) == (12, 11)
    assert articles(Path(result.paths["articles"]).parent) == 11

    [run] = server.runs(out)
    assert run["name"] == f"clean {inbox} -> {out}, 4 shards"
    assert (run["state_type"], run["state"]["message"]) == ("COMPLETED", "12 pages: 11 articles, 1 rejected")
    tasks = wait_for(lambda: len(t := server.of("task_runs", run)) == 5 and t, "the task runs")
    assert sorted(t["name"] for t in tasks) == [*sorted(p.stem for p in (out / "articles").iterdir()), "publish"]

    artifacts = {a["type"]: a for a in server.of("artifacts", run)}
    assert artifacts["progress"]["data"] == 100
    assert artifacts["progress"]["description"].startswith("12 pages, 4 of 4 shards, ")
    text = artifacts["markdown"]["data"]
    assert "| not-text | 1 | picture.txt: this is a PDF file, not text |" in text
    assert "| sharing | 5 |" in text
    assert f"[articles/](<{(out / 'articles').as_uri()}>)" in text
    assert f"[review/index.html](<{(out / 'review/index.html').as_uri()}>)" in text

    wanted = {"filter": {"event": {"name": ["prefect.asset.materialization.succeeded"]}}}
    key = f"{out.as_uri()}/articles"
    events = wait_for(
        lambda: [e for e in server.post("events/filter", **wanted)["events"] if key in e["resource"].values()],
        "the asset",
    )
    assert events[0]["payload"] == {"rows": 11}

    logs = wait_for(lambda: len(found := server.of("logs", run)) >= 8 and found, "the log")
    assert {entry["level"] for entry in logs} == {20}
    assert len(logs) < 12 + 4


def test_a_second_run_has_tasks_for_what_is_new_only(
    server: Server, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.clean import clean_pages

    monkeypatch.setattr(shards, "QUIET", 0)
    out = tmp_path / "out"
    clean_pages([str(inbox)], str(out))
    write(inbox / "new.txt", 99)
    result = clean_pages([str(inbox)], str(out))
    assert (result.summary.pages, result.summary.unchanged) == (13, 12)
    run = server.runs(out)[-1]
    assert run["state"]["message"] == "13 pages: 12 articles, 1 rejected; 12 had not changed"
    tasks = wait_for(lambda: len(t := server.of("task_runs", run)) == 2 and t, "the task runs")
    assert len([t for t in tasks if t["name"] != "publish"]) == 1


@pytest.fixture
def stumbling(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Storage that cannot write one of the shards; the names of those that it was to write."""
    from flows import clean

    asked: list[str] = []
    finish = PartsWriter.finish

    def stumble(self: PartsWriter, footer: Any) -> None:
        asked.append(self._name)
        if "lines" in self._name:
            raise OSError(5, "Input/output error")
        finish(self, footer)

    monkeypatch.setattr(PartsWriter, "finish", stumble)
    monkeypatch.setattr(clean, "clean_shard", clean.clean_shard.with_options(retry_delay_seconds=[0, 0, 0]))
    return asked


def test_a_failed_shard_fails_alone(
    server: Server, inbox: Path, tmp_path: Path, stumbling: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.clean import clean_pages

    out = tmp_path / "out"
    with pytest.raises(
        ShardsFailed, match="lines.* failed: cannot write to .*: Input/output error; what is done stays"
    ):
        clean_pages([str(inbox)], str(out))
    assert articles(out) == 5
    assert len([name for name in stumbling if "lines" in name]) == 4, (
        "storage that stumbles is tried again, three times"
    )
    assert len(stumbling) == 5
    run = server.runs(out)[-1]
    assert run["state_type"] == "FAILED"
    assert "Input/output error" in run["state"]["message"]
    monkeypatch.undo()
    assert clean_pages([str(inbox)], str(out)).summary.articles == 11
    assert articles(out) == 11


def test_a_full_disk_is_not_tried_again(
    server: Server, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.clean import clean_pages

    asked = []

    def full(self: PartsWriter, footer: Any) -> None:
        asked.append(self)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(PartsWriter, "finish", full)
    with pytest.raises(ShardsFailed, match="No space left on device"):
        clean_pages([str(inbox)], str(tmp_path / "out"))
    assert len(asked) == 2


def test_a_run_that_cannot_do_its_job_says_why(server: Server, tmp_path: Path) -> None:
    from flows.clean import clean_pages

    (tmp_path / "empty").mkdir()
    state = clean_pages([str(tmp_path / "empty")], str(tmp_path / "out"), Options(), return_state=True)
    [run] = server.runs(tmp_path / "out")
    assert run["state_type"] == "FAILED"
    assert run["state"]["message"] == state.message == f"no pages in {tmp_path / 'empty'}; nothing was cleaned"


def test_cancelling_in_the_ui_stops_a_run_within_seconds(server: Server, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("\n".join(line(number) for number in range(100_000)))
    out = tmp_path / "out"
    args = ("flows", "clean", "in.jsonl", "--output", str(out), "--workers", "2")
    with server.popen(*args, cwd=tmp_path) as process:
        run = wait_for(lambda: list((out / "articles").glob(".*.tmp")) and server.runs(out), "the run")[0]
        started = children(process.pid)
        cancelling = {"type": "CANCELLING", "message": "by hand"}
        server.post(f"flow_runs/{run['id']}/set_state", state=cancelling, force=True)
        _, error = process.communicate(timeout=120)
    assert process.returncode == 130
    assert error.strip().endswith("pagewash: cancelled; what is done stays, and the next run takes up the rest")
    assert server.runs(out)[0]["state_type"] == "CANCELLED"
    assert not list(out.rglob("*.tmp"))
    wait_for(lambda: not any(map(lives, started)), "the workers to end")


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


@pytest.fixture(scope="module")
def s3(server: Server) -> Iterator[Callable[[Path], str]]:
    """Puts a folder into a bucket of its own of an S3 server on this machine, and tells its URI."""
    moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto.start()
    host, port = moto.get_host_and_port()
    known = {"AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_DEFAULT_REGION": "us-east-1"}
    os.environ.update(known | {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"})
    store = fs.S3FileSystem(endpoint_override=f"http://{host}:{port}", allow_bucket_creation=True)

    def put(folder: Path) -> str:
        bucket = f"bucket-{abs(hash(folder))}"
        store.create_dir(bucket)
        fs.copy_files(str(folder), f"{bucket}/in", fs.LocalFileSystem(), store)
        return f"s3://{bucket}"

    yield put
    moto.stop()


def parts(uri: str) -> dict[str, bytes]:
    """The Parquet files of an output in an object store."""
    store, path = fs.FileSystem.from_uri(uri)
    found = store.get_file_info(fs.FileSelector(path, recursive=True))
    return {f.path[len(path) :]: store.open_input_file(f.path).read() for f in found if f.path.endswith(".parquet")}


OF_A_SHARD = 60  # pages, in the tests of clusters


@pytest.fixture(scope="module")
def bucket(s3: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Pages in an object store, ten shards of them; and what a run of one process makes of them, in local/."""
    folder = fill(tmp_path_factory.mktemp("bucket"))
    for name in ("a", "b"):
        (folder / f"{name}.jsonl").write_text("\n".join(line(number) for number in range(200)))
    uri = s3(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "SHARD_PAGES", OF_A_SHARD)
        clean_all([f"{uri}/in"], f"{uri}/local", Options())
    assert len(parts(f"{uri}/local")) == 3 * (1 + 4 + 4 + 1)
    return uri


def test_dask_makes_what_one_process_makes_though_a_worker_is_killed(
    server: Server, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from distributed import LocalCluster

    from flows.clean import clean_pages

    monkeypatch.setattr(shards, "SHARD_PAGES", OF_A_SHARD)
    killed: list[int] = []

    def kill() -> None:
        """Kill the first worker that is seen at work."""
        with cluster.get_client() as client:
            address = wait_for(lambda: next((a for a, keys in client.processing().items() if keys), None), "work")
            pid = client.run(os.getpid, workers=[address])[address]
        os.kill(pid, signal.SIGKILL)
        killed.append(pid)

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:  # type: ignore[no-untyped-call]
        thread = threading.Thread(target=kill)
        thread.start()
        options = Options(on="dask", scheduler=cluster.scheduler_address)
        result = clean_pages([f"{bucket}/in"], f"{bucket}/dask", options)
        thread.join()
    assert killed
    assert result.summary.pages == 412
    assert parts(f"{bucket}/dask") == parts(f"{bucket}/local")
    [run] = server.runs(f"{bucket}/dask")
    assert run["name"].endswith("/dask, 10 shards")
    tasks = wait_for(lambda: len(t := server.of("task_runs", run)) == 11 and t, "the task runs")
    assert {t["state_type"] for t in tasks} == {"COMPLETED"}


def test_ray_makes_what_one_process_makes_though_a_worker_is_killed(
    server: Server, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import psutil  # type: ignore[import-untyped]

    from flows.clean import clean_pages

    monkeypatch.setattr(shards, "SHARD_PAGES", OF_A_SHARD)
    killed: list[int] = []

    def at_work() -> psutil.Process | None:
        """A worker that runs a task: Ray names its processes by what they do."""
        for process in psutil.Process().children(recursive=True):
            with suppress(psutil.Error):
                if process.cmdline()[:1] == ["ray::clean_shard"]:
                    return process
        return None

    def kill() -> None:
        process = wait_for(at_work, "work")
        process.kill()
        killed.append(process.pid)

    thread = threading.Thread(target=kill)
    thread.start()
    result = clean_pages([f"{bucket}/in"], f"{bucket}/ray", Options(on="ray"))
    thread.join()
    assert killed
    assert result.summary.pages == 412
    assert parts(f"{bucket}/ray") == parts(f"{bucket}/local")


def test_a_cluster_that_is_not_there_is_one_plain_sentence(server: Server, inbox: Path, tmp_path: Path) -> None:
    from flows.clean import clean_pages

    options = Options(on="dask", scheduler=f"tcp://127.0.0.1:{free_port()}")
    import dask

    with dask.config.set({"distributed.comm.timeouts.connect": "1s"}):
        state = clean_pages([str(inbox)], str(tmp_path / "out"), options, return_state=True)
    assert str(state.message).startswith("no Dask cluster answers at tcp://127.0.0.1:")


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
