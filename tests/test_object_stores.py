"""Input and output in an object store, against a server of the S3 protocol on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from moto.server import ThreadedMotoServer
from pyarrow import fs

from flows import shards
from flows.inputs import SourceError, find_inputs
from flows.options import Options
from flows.parts import TABLES
from flows.run import clean_all
from tests.inbox import line, write

Store = tuple[fs.FileSystem, str]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Store:
    """The file system, and a bucket of the test's own in it."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", server)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    name = request.node.name.replace("_", "-")[:60]
    store = fs.S3FileSystem(endpoint_override=server, allow_bucket_creation=True)
    store.create_dir(name)
    return store, name


def put(bucket: Store, key: str, content: bytes) -> None:
    store, name = bucket
    with store.open_output_stream(f"{name}/{key}") as stream:
        stream.write(content)


def rows(bucket: Store, table: str) -> list[dict[str, object]]:
    store, name = bucket
    found: list[dict[str, object]] = ds.dataset(f"{name}/out/{table}", filesystem=store).to_table().to_pylist()
    return found


@pytest.fixture
def filled(bucket: Store, tmp_path: Path) -> Store:
    for number in range(3):
        write(tmp_path / "page", number)
        put(bucket, f"in/{number}.txt", (tmp_path / "page").read_bytes())
    put(bucket, "in/sub/lines.jsonl", "\n".join(map(line, range(3))).encode())
    put(bucket, "in/picture.png", b"x")
    put(bucket, "in/.hidden/a.txt", b"x")
    return bucket


def test_from_store_to_store(filled: Store) -> None:
    uri = f"s3://{filled[1]}"
    summary = clean_all([f"{uri}/in"], f"{uri}/out", Options())
    assert (summary.articles, summary.passed) == (6, {".png": 1})
    ids = {row["page_id"] for row in rows(filled, "articles")}
    assert ids == {*(f"{uri}/in/{n}.txt" for n in range(3)), *(f"{uri}/in/sub/lines.jsonl#{n}" for n in (1, 2, 3))}
    with filled[0].open_input_stream(f"{filled[1]}/out/README.md") as card:
        assert b"| `articles/*.parquet` | 6 |" in card.read()


def test_a_second_run_does_what_is_new(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "QUIET", 0)
    uri = f"s3://{filled[1]}"
    clean_all([f"{uri}/in"], f"{uri}/out", Options())
    with monkeypatch.context() as still:
        still.setattr("flows.cursor.read_file", pytest.fail)
        still.setattr("flows.cursor.read_apart", pytest.fail)
        assert clean_all([f"{uri}/in"], f"{uri}/out", Options()).unchanged == 6
    put(filled, "in/9.txt", b"nothing of an article")
    filled[0].delete_file(f"{filled[1]}/in/sub/lines.jsonl")
    summary = clean_all([f"{uri}/in"], f"{uri}/out", Options(prune=True))
    assert (summary.pages, summary.unchanged, summary.pruned) == (4, 3, 3)
    assert len(rows(filled, "articles")) == 3
    assert len(rows(filled, "rejects")) == 1


def test_a_store_and_a_folder_hold_the_same_tables(filled: Store, tmp_path: Path) -> None:
    uri = f"s3://{filled[1]}"
    clean_all([f"{uri}/in"], f"{uri}/out", Options())
    clean_all([f"{uri}/in"], str(tmp_path / "out"), Options())
    for table in TABLES:
        assert pq.read_table(tmp_path / "out" / table).to_pylist() == rows(filled, table)


def test_patterns_and_single_objects(filled: Store, tmp_path: Path) -> None:
    uri = f"s3://{filled[1]}/in"
    assert clean_all([f"{uri}/*.txt"], str(tmp_path / "a"), Options()).pages == 3
    assert clean_all([f"{uri}/**/*.jsonl"], str(tmp_path / "b"), Options()).pages == 3
    assert clean_all([f"{uri}/0.txt", f"{uri}/1.txt"], str(tmp_path / "c"), Options()).pages == 2


def test_what_is_not_there_is_one_plain_sentence(bucket: Store) -> None:
    with pytest.raises(SourceError, match=rf"cannot read s3://{bucket[1]}/nowhere: nothing is there"):
        find_inputs([f"s3://{bucket[1]}/nowhere?region=us-east-1"])
