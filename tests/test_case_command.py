"""`pagewash case`: what it adds, and all that it refuses. What the browser saves is tested in test_review_browser."""

import base64
import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cleaners.page import Page, clean_page, read_page
from flows.cli import app
from flows.review.lines import lines_of
from flows.review.truth import case_of
from tests.test_reported import pages, texts, wrong_blocks, wrong_lines
from tests.truth import SEEDS, squash

TEXT = SEEDS / "tune" / "zh2_07.txt"
HTML = SEEDS / "html" / "exchange_ja.html"


def made(path: Path, **more: Any) -> dict[str, Any]:
    """What the browser saves of a seed when nothing is marked."""
    page = Page(path.name, path.name, path.read_bytes(), **more)
    doc = clean_page(page)
    case = case_of(page, doc, lines_of(read_page(page), doc))
    assert case is not None
    return {"pagewash": "case", **case}


def run(folder: Path, case: Any) -> Any:
    file = folder / "x.case.json"
    file.write_text(case if isinstance(case, str) else json.dumps(case), encoding="utf-8")
    return CliRunner().invoke(app, ["case", str(file), "--seeds", str(folder / "seeds")])


@pytest.mark.parametrize("path", sorted(SEEDS.glob("tune/*.txt"))[::20], ids=lambda p: p.stem)
def test_a_page_as_pagewash_sees_it_is_a_case_that_passes(path: Path, tmp_path: Path) -> None:
    assert run(tmp_path, made(path)).exit_code == 0
    [page] = texts(tmp_path / "seeds")
    assert wrong_lines(page) == []
    assert len(page.labels) == sum(bool(squash(line)) for line in page.text.split("\n"))  # no zero-width lines


@pytest.mark.parametrize("path", sorted(SEEDS.glob("html/*.html"))[::3], ids=lambda p: p.stem)
def test_an_html_page_as_pagewash_sees_it_is_a_case_that_passes(path: Path, tmp_path: Path) -> None:
    assert run(tmp_path, made(path)).exit_code == 0
    [page] = pages(tmp_path / "seeds")
    assert page.content == path.read_bytes()
    assert wrong_blocks(page) == []


def test_what_is_listed_stays_as_it_is(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    before = (SEEDS / "truth.json").read_text(encoding="utf-8")
    (seeds / "truth.json").write_text(before, encoding="utf-8")
    done = run(tmp_path, made(TEXT))
    assert "`make test` fails until the rule is mended" in done.output
    after = (seeds / "truth.json").read_text(encoding="utf-8")
    assert after.startswith(before.rstrip().removesuffix("]").rstrip() + ",\n")
    assert len(json.loads(after)) == len(json.loads(before)) + 1


def test_nothing_is_replaced(tmp_path: Path) -> None:
    assert run(tmp_path, made(TEXT)).exit_code == 0
    files = {p: p.read_bytes() for p in (tmp_path / "seeds").rglob("*") if p.is_file()}
    done = run(tmp_path, made(TEXT))
    assert done.exit_code == 1
    assert "has a case reported_zh2_07_" in done.stderr
    assert {p: p.read_bytes() for p in (tmp_path / "seeds").rglob("*") if p.is_file()} == files


def packed(size: int) -> str:
    return base64.b64encode(gzip.compress(b"<p>" * size)).decode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"pagewash": "other"}, "it does not say that it is one"),
        ({"form": "pdf"}, "its form is neither text nor html"),
        ({"truth": {}}, "'id' is missing"),
        ({"truth": {"id": "../../etc/passwd"}}, "its id is not of small letters"),
        ({"truth": {"id": "a", "lines": [[1, "junk"]], "metadata": {}, "clean": {}}}, "a label is none of body"),
        (
            {"truth": {"id": "a", "lines": [[999, "body"]], "metadata": {}, "clean": {}}},
            "its labels are not of its lines",
        ),
        ({"truth": {"id": "a", "lines": [[1, "body"]], "metadata": [], "clean": {}}}, "metadata or clean is no object"),
        ({"page": None}, "its page is no text"),
        ({"truth": {"id": "a", "notes": []}}, "save it again"),
        ({"truth": {"id": "a", "notes": {"marked": [7]}}}, "its notes are no sentences"),
        ({"form": "html", "page": "%%%", "truth": {"id": "a"}}, "save it again"),
        ({"form": "html", "page": packed(1)[:-8], "truth": {"id": "a"}}, "save it again"),
        ({"form": "html", "page": packed(8_000_000), "truth": {"id": "a"}}, "damaged or too large"),
        (
            {"form": "html", "page": packed(1), "truth": {"id": "a", "text": "x", "out": []}},
            "text is no list of strings",
        ),
    ],
)
def test_what_has_another_form_is_refused(change: dict[str, Any], sentence: str, tmp_path: Path) -> None:
    done = run(tmp_path, made(TEXT) | change)
    assert done.exit_code == 1
    assert sentence in done.stderr
    assert "x.case.json is no case of the review's making" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "seeds").exists()


def test_no_json_and_no_file_are_one_plain_sentence(tmp_path: Path) -> None:
    assert "is no case: Expecting value" in run(tmp_path, "<html>").stderr
    done = CliRunner().invoke(app, ["case", str(tmp_path / "nowhere.json")])
    assert (done.exit_code, "cannot read" in done.stderr) == (1, True)


def test_a_broken_list_of_seeds_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "truth.json").write_text("{", encoding="utf-8")
    done = run(tmp_path, made(TEXT))
    assert "is not a list of seeds" in done.stderr
    assert (tmp_path / "seeds" / "truth.json").read_text() == "{"


def test_a_page_that_hangs_on_what_came_with_it_is_no_case() -> None:
    content = "<title>x</title>" + "<p>町は来年、同じ設備をもう一つ建てる計画で、費用は県と折半する。</p>" * 9
    page = Page("a", "a", content.encode("shift_jis"), charset="iso-8859-1")
    plain = Page("a", "a", content.encode(), url="https://example.org/1")
    for one, wanted in ((page, False), (plain, True)):
        doc = clean_page(one)
        case = case_of(one, doc, lines_of(read_page(one), doc))
        assert (case is not None) is (wanted or clean_page(Page("a", "a", one.content)).text == doc.text)
