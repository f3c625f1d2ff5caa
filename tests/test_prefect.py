"""Runs that report to Prefect, against a server of its own: what the UI shows, failures, cancelling."""

from pathlib import Path
from typing import Any

import httpx
import pytest
from prefect.client.orchestration import SyncPrefectClient

from flows import shards
from flows.inputs import SourceError
from flows.options import Options
from flows.run import ShardsFailed
from flows.writer import PartsWriter
from tests.inbox import articles, line, write
from tests.server import Server, children, lives, wait_for


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


@pytest.fixture
def repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network that loses the answer to each final state, so that Prefect's client sends it once more."""
    ask = SyncPrefectClient.request

    def twice(self: SyncPrefectClient, method: Any, path: Any, **more: Any) -> httpx.Response:
        answer = ask(self, method, path, **more)
        final = path.endswith("/set_state") and more["json"]["state"]["type"] in ("COMPLETED", "FAILED")
        return ask(self, method, path, **more) if final else answer

    monkeypatch.setattr(SyncPrefectClient, "request", twice)


@pytest.mark.usefixtures("repeated")
def test_what_came_of_a_run_outlives_an_answer_that_was_lost(server: Server, inbox: Path, tmp_path: Path) -> None:
    from flows.clean import clean_pages

    assert clean_pages([str(inbox)], str(tmp_path / "out")).summary.articles == 11
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match="nothing was cleaned"):
        clean_pages([str(tmp_path / "empty")], str(tmp_path / "out"))


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
