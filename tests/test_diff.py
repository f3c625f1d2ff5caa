"""`pagewash diff`: two outputs of the same pages, cleaned by two recipes."""

import re
import shutil
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import cleaners.recipe
from flows.cli import app
from flows.review.compare import compare
from flows.review.tables import open_existing
from tests.interrupt import clean_here
from tests.review import SEEDS, cleaned

NAMES = ("tune/en_06.txt", "tune/enko2_01.txt", "tune/trap_21.txt", "held_out/zhen4_14.txt", "html/exchange_ja.html")
WITHOUT = {"subscriptions", "bylines", "likelihoods", "verdict"}  # cleaners that the second recipe lacks


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("diff")
    for name in ("a", "b"):
        (folder / name / "in").mkdir(parents=True)
        for seed in NAMES:
            shutil.copy(SEEDS / seed, folder / name / "in")
    (folder / "b" / "in" / "en_06.txt").unlink()
    shutil.copy(SEEDS / "tune" / "en_07.txt", folder / "b" / "in")
    before = cleaned(folder / "a", folder / "a" / "in")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("flows.crew.workers", lambda *_: nullcontext(clean_here))  # other processes have their own recipe
        patch.setattr(cleaners.recipe, "RECIPE", tuple(c for c in cleaners.recipe.RECIPE if c.__name__ not in WITHOUT))
        return before, cleaned(folder / "b", folder / "b" / "in")


def diff(*args: Path | str) -> Any:
    return CliRunner().invoke(app, ["diff", *map(str, args)], env={"COLUMNS": "120", "TERM": "dumb"})


def test_an_output_is_the_same_as_itself(outputs: tuple[Path, Path]) -> None:
    done = diff(outputs[0], outputs[0])
    assert done.exit_code == 0
    assert "0 pages changed: 0 lines now kept, 0 now cut" in done.output


def test_totals_come_first(outputs: tuple[Path, Path]) -> None:
    done = diff(*outputs)
    assert done.exit_code == 1
    head, _, pages = done.output.partition("\n\n")
    assert re.search(r"pages +5 +5", head)
    assert re.search(r"articles +4 +5 +\+1", head)
    assert re.search(r"rejections +1 +0 +-1", head)
    assert re.search(r"subscriptions +\d+ +0 +-\d+", head)
    assert "only before: en_06.txt" in head
    assert "only after: en_07.txt" in head
    assert "1 now articles, 0 now rejected" in head
    assert pages.startswith("enko2_01.txt\n")


def test_each_page_shows_its_lines_and_who_had_cut_them(outputs: tuple[Path, Path]) -> None:
    output = diff(*outputs).output
    section = output[output.index("\nzhen4_14.txt") :]
    assert "+ Free weekly newsletter  (was cut by subscriptions: stands above a field for an address)" in section
    back = diff(outputs[1], outputs[0]).output
    section = back[back.index("\nzhen4_14.txt") :]
    assert "- Free weekly newsletter  (by subscriptions: stands above a field for an address)" in section
    assert "trap_21.txt\n  article -> login-wall" in back


def test_metadata_that_changed_is_named(outputs: tuple[Path, Path]) -> None:
    found = compare(open_existing(str(outputs[0])), open_existing(str(outputs[1])), None)
    fields = {(change.page_id, field) for change in found.changes for field, _, _ in change.fields}
    assert ("enko2_01.txt", "authors") in fields
    assert found.fields["authors"] >= 1
    assert "authors: " in diff(*outputs).output


def test_counts_are_of_all_pages_and_those_shown_the_largest(outputs: tuple[Path, Path]) -> None:
    before, after = (open_existing(str(path)) for path in outputs)
    everything, some = compare(before, after, None), compare(before, after, 1)
    assert (some.changed, some.now_kept) == (everything.changed, everything.now_kept)
    assert some.changes == (max(everything.changes, key=lambda c: c.size),)
    assert f"{some.changed - 1} more pages changed" in diff(*outputs, "--limit", "1").output


def test_an_output_that_is_none_is_trouble(outputs: tuple[Path, Path], tmp_path: Path) -> None:
    done = diff(outputs[0], tmp_path)
    assert done.exit_code == 2
    assert "holds no output of pagewash" in done.stderr
