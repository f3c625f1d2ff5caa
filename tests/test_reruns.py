"""Runs after runs: what is done again, what is taken over, what goes, and what an interruption costs."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from cleaners.page import Page
from flows import footers, pool, retries, shards
from flows.footers import read_footer
from flows.options import Options
from flows.parts import ARTICLES, TABLES, PageRows
from flows.places import File
from flows.run import ShardsFailed, clean_all
from flows.sources.pages import read_container
from flows.store import OutputError, only_run, open_output
from flows.summary import Summary
from flows.writer import PartsWriter
from tests.inbox import SENTENCE, line, write
from tests.server import children, lives, wait_for

CAPACITY = 4  # pages of a shard in these tests


@pytest.fixture(autouse=True)
def _small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SHARD_PAGES", CAPACITY)
    monkeypatch.setattr(shards, "QUIET", 0)


@pytest.fixture
def cleaned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Identities of the pages that are cleaned, in order."""
    seen: list[str] = []

    clean = pool.Helpers.clean

    def noted(helpers: pool.Helpers, pages: list[Page]) -> list[PageRows]:
        seen.extend(page.page_id for page in pages)
        return clean(helpers, pages)

    monkeypatch.setattr(pool.Helpers, "clean", noted)
    return seen


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(10):
        write(folder / f"{number}.txt", number)
    (folder / "empty.txt").touch()
    (folder / "lines.jsonl").write_text("\n".join(line(number) for number in range(10)))
    return folder


def run(inbox: Path | str, out: Path, **options: Any) -> Summary:
    return clean_all([str(inbox)], str(out), Options(**options))


def visible(out: Path) -> dict[str, bytes]:
    """All files of an output but those that no reader needs."""
    found = (p for p in sorted(out.rglob("*")) if p.is_file() and ".pagewash" not in p.parts)
    return {str(p.relative_to(out)): p.read_bytes() for p in found}


def ids(out: Path) -> list[str]:
    """Identities of all pages of an output; every one must be there once."""
    found = [i for table in ("articles", "rejects") for i in pq.read_table(out / table)["page_id"].to_pylist()]
    assert len(found) == len(set(found)), "a page twice"
    assert set(pq.read_table(out / "cuts")["page_id"].to_pylist()) <= set(found), "cuts of no page"
    return sorted(found)


def times(out: Path) -> dict[str, int]:
    return {str(p): p.stat().st_mtime_ns for p in out.rglob("*.parquet")}


def test_nothing_changed_nothing_is_done(inbox: Path, tmp_path: Path, cleaned: list[str]) -> None:
    first = run(inbox, tmp_path / "out")
    before, count = times(tmp_path / "out"), len(cleaned)
    again = run(inbox, tmp_path / "out")
    assert count == 21
    assert len(cleaned) == count
    assert times(tmp_path / "out") == before
    assert again == replace(first, unchanged=21)


def test_nothing_is_read_where_sizes_and_times_are_the_same(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(inbox, tmp_path / "out")
    monkeypatch.setattr("flows.cursor.read_file", pytest.fail)
    monkeypatch.setattr("flows.cursor.read_apart", pytest.fail)
    run(inbox, tmp_path / "out")


def test_a_file_that_could_not_be_read_is_tried_again(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = File.open

    def fails(file: File) -> Any:
        if file.source in {"3.txt", "lines.jsonl"}:
            raise OSError(5, "Input/output error")
        return whole(file)

    monkeypatch.setattr(File, "open", fails)
    monkeypatch.setattr(
        "flows.cursor.read_apart", lambda file, reading, _, passed: read_container(file, reading, passed)
    )
    assert run(inbox, tmp_path / "out").rejects == {"empty": 1, "unreadable": 2}
    monkeypatch.setattr(File, "open", whole)
    summary = run(inbox, tmp_path / "out")
    assert (summary.articles, summary.rejects) == (20, {"empty": 1})
    assert "lines.jsonl" not in ids(tmp_path / "out")


def test_a_touched_file_is_read_and_nothing_is_written(inbox: Path, tmp_path: Path, cleaned: list[str]) -> None:
    run(inbox, tmp_path / "out")
    before, count = times(tmp_path / "out"), len(cleaned)
    os.utime(inbox / "3.txt")
    os.utime(inbox / "lines.jsonl")
    assert run(inbox, tmp_path / "out").unchanged >= 20, "an empty page is judged again"
    assert cleaned[count:] in ([], ["empty.txt"])
    assert times(tmp_path / "out") == before


def test_a_file_that_another_of_its_size_and_age_replaces_is_seen(
    inbox: Path, tmp_path: Path, cleaned: list[str]
) -> None:
    run(inbox, tmp_path / "out")
    known = (inbox / "3.txt").stat()
    write(tmp_path / "new", 7)
    os.utime(tmp_path / "new", ns=(known.st_atime_ns, known.st_mtime_ns))
    os.replace(tmp_path / "new", inbox / "3.txt")
    count = len(cleaned)
    run(inbox, tmp_path / "out")
    rows = pq.read_table(tmp_path / "out" / "articles").to_pylist()
    assert len(cleaned) <= count + 2
    assert next(r["text"] for r in rows if r["page_id"] == "3.txt").endswith("7.\n\n" + SENTENCE)


def test_a_changed_page_alone_is_cleaned_and_its_shard_alone_is_written(
    inbox: Path, tmp_path: Path, cleaned: list[str]
) -> None:
    out = tmp_path / "out"
    run(inbox, out)
    before, count = times(out), len(cleaned)
    write(inbox / "3.txt", 33)
    with open(inbox / "lines.jsonl", "a", encoding="utf-8") as stream:
        stream.write("\n" + line(10))
    run(inbox, out)
    assert [i for i in cleaned[count:] if i != "empty.txt"] == ["3.txt", "lines.jsonl#11"]
    written = {Path(p).name for p, time in times(out).items() if before.get(p) != time}
    assert len(written) == 2, "one group of files, one range of the container"
    run(inbox, tmp_path / "fresh")
    assert visible(out) == visible(tmp_path / "fresh"), "as if nothing had been there before"


def test_a_record_more_at_the_top_moves_names_and_is_cleaned_alone(
    tmp_path: Path, cleaned: list[str], inbox: Path
) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join(line(number) for number in range(3)))
    run(tmp_path / "a.jsonl", tmp_path / "out")
    (tmp_path / "a.jsonl").write_text("\n".join(line(number) for number in (9, 0, 1, 2)))
    count = len(cleaned)
    run(tmp_path / "a.jsonl", tmp_path / "out")
    assert cleaned[count:] == ["a.jsonl#1"]
    assert ids(tmp_path / "out") == [f"a.jsonl#{n}" for n in (1, 2, 3, 4)]


def test_removed_sources_stay_until_they_are_pruned(inbox: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(inbox, out)
    whole = ids(out)
    (inbox / "3.txt").unlink()
    (inbox / "lines.jsonl").unlink()
    summary = run(inbox, out)
    assert (summary.pages, summary.kept, summary.pruned) == (10, 11, 0)
    assert ids(out) == whole
    again = run(inbox, out)
    assert (again.kept, again.unchanged) == (11, 10)
    summary = run(inbox, out, prune=True)
    assert (summary.kept, summary.pruned) == (0, 11)
    assert ids(out) == sorted(p.name for p in inbox.iterdir())
    assert run(inbox, out).kept == 0


def test_a_container_that_shrank_loses_its_last_parts(inbox: Path, tmp_path: Path) -> None:
    run(inbox, tmp_path / "out")
    (inbox / "lines.jsonl").write_text(line(0))
    run(inbox, tmp_path / "out")
    assert [i for i in ids(tmp_path / "out") if "#" in i] == ["lines.jsonl#1"]


def test_a_group_that_grows_is_split_and_its_rows_taken_over(inbox: Path, tmp_path: Path, cleaned: list[str]) -> None:
    out = tmp_path / "out"
    run(inbox, out)
    (inbox / "0.txt").unlink()
    for number in range(10, 60):
        write(inbox / f"{number}.txt", number)
    count = len(cleaned)
    summary = run(inbox, out)
    assert sorted(i for i in cleaned[count:] if i != "empty.txt") == sorted(f"{n}.txt" for n in range(10, 60))
    assert summary.kept == 1
    assert [i for i in ids(out) if "#" not in i] == sorted([f"{n}.txt" for n in range(60)] + ["empty.txt"])


def test_files_named_alone_are_brought_up_to_date_alone(inbox: Path, tmp_path: Path, cleaned: list[str]) -> None:
    out = tmp_path / "out"
    run(inbox, out)
    whole, count = ids(out), len(cleaned)
    write(inbox / "3.txt", 33)
    summary = run(inbox / "3.txt", out, prune=True)
    assert cleaned[count:] == ["3.txt"]
    assert (summary.pages, summary.kept, summary.pruned) == (1, 0, 0), "what is not named is not gone"
    assert ids(out) == whole


def test_an_input_more_gives_its_pages_longer_names_and_cleans_none_of_the_old(
    inbox: Path, tmp_path: Path, cleaned: list[str]
) -> None:
    out, other = tmp_path / "out", tmp_path / "other"
    run(inbox, out)
    (inbox / "3.txt").unlink()
    other.mkdir()
    write(other / "3.txt", 3)
    count = len(cleaned)
    summary = clean_all([str(inbox), str(other)], str(out), Options())
    assert [i for i in cleaned[count:] if i != "in/empty.txt"] == ["other/3.txt"]
    assert summary.kept == 1
    assert all(i.startswith(("in/", "other/")) for i in ids(out))
    assert {"in/3.txt", "other/3.txt", "in/lines.jsonl#1"} <= set(ids(out))
    again = clean_all([str(inbox), str(other)], str(out), Options(prune=True))
    assert again.pruned == 1
    assert "in/3.txt" not in ids(out)


def test_an_empty_folder_takes_nothing_with_it(inbox: Path, tmp_path: Path) -> None:
    run(inbox, tmp_path / "out")
    whole = ids(tmp_path / "out")
    for path in inbox.iterdir():
        path.unlink()
    with pytest.raises(Exception, match="no pages in"):
        run(inbox, tmp_path / "out", prune=True)
    assert ids(tmp_path / "out") == whole


def test_another_recipe_does_all_again_unless_older_rows_are_to_stay(
    inbox: Path, tmp_path: Path, cleaned: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    run(inbox, out)
    old, count = visible(out), len(cleaned)
    monkeypatch.setattr(footers, "recipe_digest", lambda: "another")
    run(inbox, out, keep_older=True)
    assert len(cleaned) == count
    assert visible(out) == old
    write(inbox / "3.txt", 33)
    run(inbox, out, keep_older=True)
    assert [i for i in cleaned[count:] if i != "empty.txt"] == ["3.txt"]
    made = {read_footer(open_output(str(out)), "articles", p.stem)["recipe"] for p in (out / "articles").iterdir()}
    assert len(made) == 2
    assert footers.MIXED in made
    assert "another" not in made
    count = len(cleaned)
    run(inbox, out)
    assert len(cleaned) == count + 21
    run(inbox, tmp_path / "fresh")
    assert visible(out) == visible(tmp_path / "fresh")


def test_another_option_does_all_again(inbox: Path, tmp_path: Path, cleaned: list[str]) -> None:
    run(inbox, tmp_path / "out")
    run(inbox, tmp_path / "out", comments="cut", keep_older=True)
    assert len(cleaned) == 42


def test_parts_that_do_not_belong_together_are_made_again(inbox: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(inbox, out)
    whole = visible(out)
    write(inbox / "3.txt", 33)
    run(inbox, tmp_path / "other")
    for name in ("cuts", "rejects"):  # as if killed before articles/, and the file then changed back
        for part in (tmp_path / "other" / name).iterdir():
            (out / name / part.name).write_bytes(part.read_bytes())
    write(inbox / "3.txt", 3)
    run(inbox, out)
    assert visible(out) == whole


def test_a_part_that_is_damaged_is_made_again(inbox: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(inbox, out)
    whole = visible(out)
    for part in (out / "cuts").iterdir():
        part.write_bytes(part.read_bytes()[:-7])
    run(inbox, out)
    assert visible(out) == whole


def test_a_row_that_is_damaged_is_made_again(tmp_path: Path) -> None:
    out, good, inbox = tmp_path / "out", tmp_path / "good", tmp_path / "in"
    inbox.mkdir()
    story = "The ferry left the harbour at dawn, and the pilot wrote down what he saw on the water. "
    (inbox / "old.txt").write_text(story * 4)
    run(inbox, out)
    [part] = (out / "articles").glob("*.parquet")
    text = pq.read_metadata(part).row_group(0).column(ARTICLES.get_field_index("text"))
    content = bytearray(part.read_bytes())
    content[text.data_page_offset + text.total_compressed_size // 2] ^= 0xFF
    part.write_bytes(content)
    (inbox / "new.txt").write_text(story * 5)
    for folder in (out, good):
        run(inbox, folder)
    assert pq.read_table(out / "articles").to_pylist() == pq.read_table(good / "articles").to_pylist()


def test_two_runs_at_once_are_one_too_many(inbox: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with only_run(open_output(str(out))), pytest.raises(OutputError, match="another run is writing to"):
        run(inbox, out)
    run(inbox, out)


def test_a_page_that_is_lost_is_an_error_and_nothing_is_written(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = PageRows("x", "x", "", None, None)
    monkeypatch.setattr(pool.Helpers, "clean", lambda _, pages: [lost] * len(pages))
    with pytest.raises(ShardsFailed) as caught:
        run(inbox, tmp_path / "out")
    failed = caught.value.summary.failed
    assert len(failed) > 1
    assert all("pages went in, 0 articles and 0 rejections came out" in why for why in failed.values())
    assert not visible(tmp_path / "out")


def test_workers_make_what_one_process_makes(inbox: Path, tmp_path: Path) -> None:
    for number in range(10, 60):
        write(inbox / f"{number}.txt", number)
    assert run(inbox, tmp_path / "one") == run(inbox, tmp_path / "two", workers=2)
    assert visible(tmp_path / "one") == visible(tmp_path / "two")


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_workers_end_with_the_run_however_it_ends(end: signal.Signals, inbox: Path, tmp_path: Path) -> None:
    (inbox / "lines.jsonl").write_text("\n".join(line(number) for number in range(50_000)))
    script = (
        "from flows.run import clean_all; from flows.options import Options\n"
        f"if __name__ == '__main__': clean_all([{str(inbox)!r}], {str(tmp_path / 'out')!r}, Options(workers=2))"
    )
    (tmp_path / "killed.py").write_text(script)
    env = {"PYTHONPATH": str(Path(__file__).parents[1]), "PATH": os.environ["PATH"]}
    with subprocess.Popen([sys.executable, str(tmp_path / "killed.py")], env=env, stderr=subprocess.PIPE) as process:
        try:
            # One tracks resources, from another the rest are forked: a reader and two that clean.
            found = wait_for(lambda: pids if len(pids := children(process.pid)) >= 5 else None, "the helpers")
            process.send_signal(end)
            process.communicate(timeout=60)
        finally:
            process.kill()
    wait_for(lambda: not any(map(lives, found)), "the helpers to end")


def test_a_full_disk_is_one_plain_sentence(inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ShardsFailed, match="No space left on device; what is done stays, run again"):
        run(inbox, tmp_path / "out")
    monkeypatch.undo()
    assert not list(tmp_path.rglob("*.parquet")) + list(tmp_path.rglob("*.tmp"))


def test_a_shard_that_fails_costs_no_other_its_rows(
    inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    tries: list[str] = []
    monkeypatch.setattr(retries, "DELAYS", (0, 0))
    with monkeypatch.context() as trouble:
        trouble.setattr(PartsWriter, "commit", stumbling(PartsWriter.commit, "00001", tries))
        with pytest.raises(ShardsFailed, match=r"shard in-.*lines.*_00001 failed: cannot write to .*; all others are"):
            run(inbox, out)
    assert len(tries) == 3
    assert len(ids(out)) == 17, "all but the four of one shard, of a container whose next shard was written"
    summary = run(inbox, out)
    assert (summary.pages, summary.unchanged) == (21, 17)


def test_a_stumble_costs_nothing(inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(inbox, tmp_path / "good")
    tries: list[str] = []
    monkeypatch.setattr(retries, "DELAYS", (0, 0))
    monkeypatch.setattr(PartsWriter, "commit", stumbling(PartsWriter.commit, "00001", tries, times=2))
    run(inbox, tmp_path / "out")
    assert len(tries) == 3
    assert visible(tmp_path / "good") == visible(tmp_path / "out")


def stumbling(commit: Callable[[PartsWriter], None], name: str, tries: list[str], times: int = 9) -> Any:
    """A commit that fails for a shard so many times, as storage does that is away for a moment."""

    def stumble(self: PartsWriter) -> None:
        if self._name.endswith(name):
            tries.append(self._name)
            if len(tries) <= times:
                raise OSError(5, "Input/output error")
        commit(self)

    return stumble


DRIVER = Path(__file__).parent / "interrupt.py"


@pytest.fixture(scope="module")
def interrupted(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    work = tmp_path_factory.mktemp("interrupt")
    command = [sys.executable, "-m", "tests.interrupt", str(work)]
    done = subprocess.run(command, cwd=DRIVER.parents[1], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_run_that_was_killed_anywhere_is_finished_by_the_next(interrupted: list[str]) -> None:
    assert [line for line in interrupted if not line.endswith(": same")] == []
    assert len([line for line in interrupted if line.startswith("step")]) > 30
    assert len([line for line in interrupted if line.startswith("moment")]) > 10


def test_every_table_is_in_every_shard(inbox: Path, tmp_path: Path) -> None:
    run(inbox, tmp_path / "out")
    names = [{p.name for p in (tmp_path / "out" / table).iterdir()} for table in TABLES]
    assert names[0] == names[1] == names[2]
    assert len(names[0]) > 4
