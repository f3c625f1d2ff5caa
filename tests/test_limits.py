"""Pages that hang, swallow memory or kill their process: each costs itself, and no other page of the run.

What a hostile page might do to the cleaners is done by functions that stand in for them in a helper
process (tests.deeds), as no page is known that still does it.
"""

import multiprocessing
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from pyarrow import fs

from cleaners.page import Page
from flows import apart, pool
from flows.guard import Helper, HelperError, Limits
from flows.helper import read_pages
from flows.options import EngineError, Options
from flows.parts import PageRows
from flows.places import File
from flows.pool import workers
from flows.run import clean_all
from flows.sources.records import Reading
from tests.deeds import PATIENT, QUICK, hostile, in_a_worker_of_a_cluster, outcome, read_as_told, stillborn
from tests.test_edge import ARTICLE


@pytest.fixture
def _hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "clean_pages", hostile)


@pytest.mark.usefixtures("_hostile")
@pytest.mark.parametrize(
    ("deed", "reason", "detail"),
    [
        ("spin", "time-limit", "it took more than 0.6 s of CPU time; look at the page, or give it more with --page-s"),
        ("sleep", "time-limit", "no end of it was to be seen after 2 s; look at the page"),
        ("swallow", "memory-limit", "it took more than 200 MB of memory"),
        ("malloc", "memory-limit", "200 MB of memory"),
        ("segfault", "crashed", "the process that worked on it was ended by SIGSEGV; please report this page"),
        ("exit", "crashed", "the process that worked on it ended with status 0; please report this page"),
        ("kill", "crashed", "was ended by SIGKILL; the system may have been short of memory"),
        ("abort", "crashed", "was ended by SIGABRT"),
        ("raise", "crashed", "ZeroDivisionError: division by zero; please report this page"),
    ],
)
def test_a_bad_page_costs_itself(deed: str, reason: str, detail: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if deed != "sleep":
        monkeypatch.setattr(pool, "PATIENCE", 1_000)  # however busy the machine is
    found = outcome([ARTICLE] * 5 + [deed] + [ARTICLE] * 5, limits=QUICK if reason == "time-limit" else PATIENT)
    assert [page_id for page_id, _, _ in found] == [str(number) for number in range(11)]
    assert [why for _, why, _ in found] == [""] * 5 + [reason] + [""] * 5
    assert detail in found[5][2]


@pytest.mark.usefixtures("_hostile")
def test_many_bad_pages_side_by_side_cost_themselves() -> None:
    texts = [[ARTICLE, "segfault", "raise", "exit", ARTICLE, "swallow"][n % 6] for n in range(24)]
    found = outcome(texts, count=2, limits=PATIENT)
    assert [page_id for page_id, _, _ in found] == [str(number) for number in range(24)]
    wanted = {"segfault": "crashed", "raise": "crashed", "exit": "crashed", "swallow": "memory-limit"}
    assert [why for _, why, _ in found] == [wanted.get(text, "") for text in texts]


@pytest.mark.usefixtures("_hostile")
def test_a_page_whose_helper_is_killed_by_others_has_another_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    send = Helper.send
    killed: list[int] = []

    def and_kill(self: Helper, work: object) -> None:
        if not killed:
            killed.append(1)
            self.kill()
        send(self, work)

    monkeypatch.setattr(Helper, "send", and_kill)
    assert outcome([ARTICLE] * 3) == [("0", "", ""), ("1", "", ""), ("2", "", "")]
    assert killed


def test_helpers_are_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "RENEWED", 20)
    started: list[int] = []
    start = Helper.__init__

    def noted(self: Helper, *args: object) -> None:
        started.append(1)
        start(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Helper, "__init__", noted)
    assert len(outcome([ARTICLE] * 100, limits=Limits())) == 100
    assert 3 <= len(started) <= 6


def test_nothing_is_started_where_nothing_is_to_be_cleaned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "Helper", pytest.fail)
    row = PageRows("a", "a", "", None, {})
    with workers(2, "auto") as clean:
        assert list(clean(iter([Page("a", "a", b"x")]), lambda page: row)) == [row]


def test_a_helper_that_does_not_start_is_one_plain_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "clean_pages", stillborn)
    with pytest.raises(
        EngineError, match="no worker process can be started.*status 3.*see to it that there are memory"
    ):
        outcome([ARTICLE])


def test_helpers_end_with_the_context() -> None:
    before = {child.pid for child in multiprocessing.active_children()}
    pages = [Page("a", "a", ARTICLE.encode())] * 100
    with suppress(KeyboardInterrupt), workers(2, "auto") as clean:
        for _ in clean(iter(pages), lambda page: None):
            raise KeyboardInterrupt
    assert {child.pid for child in multiprocessing.active_children()} <= before


def test_helpers_may_be_started_in_a_process_that_is_not_to_have_children() -> None:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=in_a_worker_of_a_cluster, args=(there, ARTICLE), daemon=True)
    process.start()
    assert here.poll(120)
    assert here.recv() == [("0", "", "")]
    process.join()


def test_a_run_under_other_limits_tries_rejected_pages_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.shards.QUIET", 0)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("spin", encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_text(ARTICLE, encoding="utf-8")

    def run(seconds: float) -> dict[str, int]:
        done = clean_all([str(tmp_path / "in")], str(tmp_path / "out"), Options(page_seconds=seconds))
        return {"unchanged": done.unchanged, **done.rejects}

    with monkeypatch.context() as spinning:
        spinning.setattr(pool, "clean_pages", hostile)
        assert run(0.6) == {"unchanged": 0, "time-limit": 1}
    assert run(0.6) == {"unchanged": 2, "time-limit": 1}
    assert run(5) == {"unchanged": 0, "no-article": 1}
    assert run(7) == {"unchanged": 2, "no-article": 1}, "limits that no page met change nothing"


@pytest.mark.parametrize(
    ("deed", "reason"),
    [("spin", "time-limit"), ("swallow", "memory-limit"), ("exit", "crashed"), ("raise", "unreadable")],
)
def test_a_container_whose_reading_never_ends_costs_its_rest(
    deed: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jsonl").write_text(deed, encoding="utf-8")
    monkeypatch.setattr(apart, "read_pages", read_as_told)
    monkeypatch.setattr(apart, "SLOW", 1)
    file = File(fs.LocalFileSystem(), str(tmp_path / "a.jsonl"), "a.jsonl")
    limits = QUICK if reason == "time-limit" else PATIENT
    found = list(apart.read_apart(file, Reading(), limits, Counter()))
    assert [(page.page_id, page.unread and page.unread.reason) for page in found] == [
        *((f"a.jsonl#{n}", None) for n in (1, 2, 3)),
        ("a.jsonl#4", reason),
    ]
    assert found[3].unread
    assert found[3].unread.detail.startswith("record 4: ")


def test_a_process_cannot_be_started_without_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(self: object) -> None:
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr("multiprocessing.context.ForkServerProcess.start", no_memory)
    with pytest.raises(HelperError, match="Cannot allocate memory"):
        Helper(stillborn, QUICK, "auto")


def test_a_helper_whose_answers_nobody_takes_any_more_ends_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []

    def end(code: int) -> None:
        ended.append(code)
        raise SystemExit(code)

    monkeypatch.setattr("flows.helper.settle", lambda *_: None)
    monkeypatch.setattr("flows.helper.os._exit", end)
    monkeypatch.setattr("flows.helper.signal.setitimer", lambda *_: None)
    (tmp_path / "a.jsonl").write_text('{"text": "a"}', encoding="utf-8")
    here, there = multiprocessing.Pipe()
    here.close()
    with pytest.raises(SystemExit):
        read_pages(there, QUICK, File(fs.LocalFileSystem(), str(tmp_path / "a.jsonl"), "a.jsonl"), Reading())
    assert ended == [1]
