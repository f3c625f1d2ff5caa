"""Names of files and members that would confuse: in the tables, in what is printed, and beside one another."""

import io
import os
import tarfile
import zipfile
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from rich.console import Console

from flows.names import LONGEST, kind, seen
from flows.options import Options
from flows.run import clean_all
from flows.summary import KINDS, Summary, print_summary
from tests.promises import HIDDEN
from tests.test_edge import ARTICLE

LIVE = "\x1b]0;owned\x07\x1b[2J\u202e"


def printed(summary: Summary) -> str:
    out = io.StringIO()
    print_summary(Console(file=out, force_terminal=False, width=200), summary, "out")
    return out.getvalue()


def test_what_was_passed_by_does_nothing_to_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "in" / f"b.{LIVE}").touch()
    (tmp_path / "in" / f"c.[bold]{'x' * 200}").touch()
    with zipfile.ZipFile(tmp_path / "in" / "d.zip", "w") as archive:
        archive.writestr(f"e.{LIVE}", b"x")
    said = printed(clean_all([str(tmp_path / "in")], str(tmp_path / "out"), Options()))
    assert not HIDDEN.search(said.replace("\n", ""))
    assert ".\\x1b]0;owned\\x07\\x1b[2j\\u202e 1" in said
    assert ".[bold]xx" in said
    assert "x" * 60 not in said


def test_of_many_kinds_the_most_frequent_are_named() -> None:
    passed = Counter({f".{n}": n for n in range(1, 1_001)})
    said = printed(Summary(articles=1, passed=passed))
    assert ".1000 1000" in said
    assert f"{sum(range(1, 1_001 - KINDS)):,} of other kinds" in " ".join(said.split())
    assert kind("x" * 10_000) == "x" * 40


def test_what_a_kind_or_an_example_says_is_no_markup_of_the_report() -> None:
    from flows.engine.report import markdown

    bad = "a|b<script>alert(1)</script>[x](javascript:alert(1))`c`\n| x |" + LIVE
    said = markdown(Summary(rejects=Counter({"empty": 1}), examples={"empty": [bad]}), "out")
    assert not HIDDEN.search(said.replace("\n", ""))
    assert "<script" not in said
    assert "](javascript:" not in said.replace("\\[x](", "")
    assert len([line for line in said.splitlines() if line.startswith("| empty")]) == 1


@pytest.mark.parametrize(
    "two", [("a\x01.txt", "a\\x01.txt"), ("a\u202e.txt", "a\\u202e.txt"), ("é.txt", "e\u0301.txt")]
)
def test_different_names_stay_different(two: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in two:
        (tmp_path / "in" / name).write_text(ARTICLE, encoding="utf-8")
    assert clean_all([str(tmp_path / "in")], str(tmp_path / "out"), Options()).pages == 2
    ids = pq.read_table(tmp_path / "out" / "articles")["page_id"].to_pylist()
    assert len(set(ids)) == 2
    assert not any(map(HIDDEN.search, ids))
    assert clean_all([str(tmp_path / "in")], str(tmp_path / "out"), Options()).articles == 2


def test_a_name_without_end_is_shortened_and_stays_its_own() -> None:
    one, other = seen("x" * 5_000 + "1"), seen("x" * 5_000 + "2")
    assert len(one) <= LONGEST
    assert one != other


def test_no_name_of_a_member_decides_a_path(tmp_path: Path) -> None:
    names = (
        "../../up.html",
        f"{tmp_path}/abs.html",
        "..\\up.html",
        "C:up.html",
        "a\0b.html",
        "CON.html",
        "~/x.html",
        "./././y.html",
    )
    (tmp_path / "deep" / "in").mkdir(parents=True)
    with tarfile.open(tmp_path / "deep" / "in" / "a.tar", "w") as archive:
        for name in names:
            member = tarfile.TarInfo(name)
            member.size = len(ARTICLE.encode())
            archive.addfile(member, io.BytesIO(ARTICLE.encode()))
    with zipfile.ZipFile(tmp_path / "deep" / "in" / "a.zip", "w") as zipped:
        for name in names:
            zipped.writestr(zipfile.ZipInfo(name), ARTICLE)
    before = {*map(str, tmp_path.rglob("*"))}
    out = tmp_path / "deep" / "out"
    summary = clean_all([str(tmp_path / "deep" / "in")], str(out), Options())
    assert (summary.articles, summary.passed) == (2 * len(names) - 2, {"in archives no ending": 2}), (
        "a zero ends a name"
    )
    made = {*map(str, tmp_path.rglob("*"))} - before
    assert all(os.path.realpath(path).startswith(str(out)) for path in made)
