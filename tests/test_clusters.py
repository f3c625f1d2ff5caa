"""Runs on Dask and Ray clusters, from and to an object store: a worker that is killed, a cluster that is not there."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from moto.server import ThreadedMotoServer
from pyarrow import fs

from flows import shards
from flows.options import Options
from flows.run import clean_all
from tests.inbox import fill, line
from tests.server import Server, free_port, wait_for


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


OF_A_SHARD = 20  # pages, in the tests of clusters


@pytest.fixture(scope="module")
def bucket(s3: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Pages in an object store, ten shards of them; and what a run of one process makes of them, in local/."""
    folder = fill(tmp_path_factory.mktemp("bucket"))
    for name in ("a", "b"):
        (folder / f"{name}.jsonl").write_text("\n".join(line(number) for number in range(67)))
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
    assert result.summary.pages == 146
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
    assert result.summary.pages == 146
    assert parts(f"{bucket}/ray") == parts(f"{bucket}/local")


def test_a_cluster_that_is_not_there_is_one_plain_sentence(server: Server, inbox: Path, tmp_path: Path) -> None:
    from flows.clean import clean_pages

    options = Options(on="dask", scheduler=f"tcp://127.0.0.1:{free_port()}")
    import dask

    with dask.config.set({"distributed.comm.timeouts.connect": "1s"}):
        state = clean_pages([str(inbox)], str(tmp_path / "out"), options, return_state=True)
    assert str(state.message).startswith("no Dask cluster answers at tcp://127.0.0.1:")
