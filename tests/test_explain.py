"""`pagewash explain`: each line with what happened to it, of files and of records, and what it cannot find."""

import json
import os
import re
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cleaners.page import Page, clean_page, read_page
from cleaners.recipe import clean_text
from flows.cli import app
from flows.review.plain import visible
from tests.truth import SEEDS

TEXT = SEEDS / "tune" / "zh2_07.txt"


def explain(*args: str, width: int = 200, **env: str) -> Any:
    return CliRunner().invoke(app, ["explain", *args], env={"COLUMNS": str(width), "TERM": "dumb", **env})


def squashed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("path", [TEXT, SEEDS / "html" / "exchange_ja.html", SEEDS / "tune" / "trap_23.txt"])
def test_each_line_stands_with_what_happened_to_it(path: Path) -> None:
    done = explain(str(path), width=1000)
    assert done.exit_code == 0, done.output
    page = Page(path.name, path.name, path.read_bytes())
    doc = clean_page(page)
    assert all(squashed(block.text) in squashed(done.output) for block in read_page(page).blocks)
    for cut in doc.cuts:
        assert squashed(f"{cut.cleaner}: {cut.reason}") in squashed(done.output)
    whole = {c.position for c in doc.cuts} - {b.position for b in doc.blocks}
    assert len(re.findall(r"^ *\d+ - ", done.output, re.M)) == len(whole)
    if doc.rejection:
        assert f"rejected: {doc.rejection.reason}" in done.output
    else:
        assert f"title{doc.metadata.title}{doc.metadata.provenance['title']}".replace(" ", "") in squashed(done.output)


def test_without_colours_signs_say_what_was_done() -> None:
    done = explain(str(TEXT))
    assert "\x1b" not in done.output
    doc = clean_text(TEXT.read_text(encoding="utf-8"))
    mended = {b.line for b in doc.blocks} & {c.line for c in doc.cuts}
    assert {int(n) for n in re.findall(r"^ *(\d+) ~ ", done.output, re.M)} == mended != set()


def test_with_colours_cuts_are_struck() -> None:
    done = explain(str(TEXT), TERM="xterm", FORCE_COLOR="1")
    assert re.search(r"\x1b\[[0-9;]*9;", done.output)


def test_a_narrow_terminal_has_reasons_below() -> None:
    lines = explain(str(TEXT), width=60).output.split("\n")
    assert max(map(len, lines)) <= 60


def test_a_page_can_do_nothing_to_the_terminal(tmp_path: Path) -> None:
    said = "The plant in the harbour keeps the power \x1b]0;owned\x07\x1b[2J that nobody needs \u202eat night\u202c, and gives it back."
    (tmp_path / "a.txt").write_text(f"{said}\n[bold]{said}[/bold]\n", encoding="utf-8")
    done = explain(str(tmp_path / "a.txt"))
    assert not {"\x1b", "\x07", "\u202e"} & set(done.output)
    assert "‹U+001B›" in done.output
    assert "[bold]" in done.output


def test_text_that_is_plain_stays_as_it_is() -> None:
    assert visible("港の蓄電所 👩 é") == "港の蓄電所 👩 é"
    assert visible("a\u202eb\nc\ud800") == "a‹U+202E›b c‹U+D800›"


@pytest.fixture
def container(tmp_path: Path) -> Path:
    records = [{"corps": TEXT.read_text(encoding="utf-8")}, {"corps": "Second page. " * 9}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return tmp_path / "a.jsonl"


@pytest.mark.parametrize("name", ["a.jsonl#2", "2", "#2"])
def test_a_page_of_a_container_is_found_by_its_name(name: str, container: Path) -> None:
    done = explain(str(container), "--page", name, "--text-column", "corps")
    assert done.exit_code == 0
    assert "a.jsonl#2" in done.output
    assert "Second page." in done.output


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["a.jsonl"], "a.jsonl holds several pages (a.jsonl#1, a.jsonl#2); choose one with --page"),
        (["a.jsonl", "--page", "7"], "no page 7 in a.jsonl; it holds a.jsonl#1, a.jsonl#2"),
        (["nowhere.txt"], "cannot read nowhere.txt: No such file or directory"),
        (["."], "2 files; give one page, or one container and --page"),
        (["b.txt", "--page", "c"], "b.txt is one page, b.txt, and holds none called c; leave --page out"),
    ],
)
def test_what_is_not_there_is_one_plain_sentence(
    args: list[str], sentence: str, container: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(container.parent)
    (container.parent / "b.txt").touch()
    done = explain(*args)
    assert (done.exit_code, sentence in done.stderr) == (1, True), done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7")
    done = explain(str(tmp_path / "a.txt"))
    assert (done.exit_code, "rejected: not-text" in done.output) == (0, True)


def die(pipe: Connection, *args: object) -> None:
    """A page, or a container, that ends the process which works on it."""
    pipe.send(0)
    os._exit(3)


def test_a_page_that_kills_its_process_is_rejected(container: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.review.looking._look", die)
    done = explain(str(container), "--page", "2")
    assert (done.exit_code, "rejected: crashed (the process that worked on it ended" in done.output) == (0, True)


def test_a_container_that_kills_its_reader_is_rejected(container: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.apart.read_pages", die)
    done = explain(str(container))
    assert (done.exit_code, "rejected: crashed (record 1: " in done.output) == (0, True), done.output


def test_what_stands_in_a_sentence_does_nothing_to_the_terminal(tmp_path: Path) -> None:
    done = explain(str(tmp_path / "no\x1b[31m\u202ewhere.txt"))
    assert (done.exit_code, {"\x1b", "\u202e"} & set(done.stderr)) == (1, set())
    assert "no‹U+001B›[31m‹U+202E›where.txt" in done.stderr
