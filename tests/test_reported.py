"""Pages that users reported (`pagewash case`): each comes out as its truth says, in seeds/ and where PAGEWASH_CASES says."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from cleaners.page import Page, clean_page
from cleaners.recipe import clean_text
from tests.test_html_seeds import HtmlPage, score
from tests.truth import SEEDS, LabelledPage, load, mark

FOLDERS = [SEEDS, *map(Path, filter(None, [os.environ.get("PAGEWASH_CASES")]))]


def entries(truth: Path) -> list[dict[str, Any]]:
    listed = json.loads(truth.read_text(encoding="utf-8")) if truth.exists() else []
    return [entry for entry in listed if entry["id"].startswith("reported_")]


def texts(folder: Path) -> list[LabelledPage]:
    ids = {entry["id"] for entry in entries(folder / "truth.json")}
    return [page for page in load(folder / "truth.json", folder) if page.id in ids] if ids else []


def pages(folder: Path) -> list[HtmlPage]:
    html = folder / "html"
    return [HtmlPage(e["id"], html / e["file"], e) for e in entries(html / "truth.json")]


def wrong_lines(page: LabelledPage) -> list[str]:
    """What of a flattened page does not come out as its truth says."""
    doc = clean_text(page.text)
    if doc.rejection or page.rejection:
        same = bool(doc.rejection) == bool(page.rejection)
        return [] if same else [f"rejection: {doc.rejection}, not {page.rejection}"]
    marks = mark(page, doc)
    return [f"line {n} is lost" for n in marks.lost] + [f"line {n} stays" for n in marks.leaked]


def wrong_blocks(page: HtmlPage) -> list[str]:
    """What of an HTML page does not come out as its truth says."""
    doc = clean_page(Page(page.id, page.id, page.content))
    if doc.rejection or page.truth.get("rejection"):
        same = bool(doc.rejection) == bool(page.truth.get("rejection"))
        return [] if same else [f"rejection: {doc.rejection}, not {page.truth.get('rejection')}"]
    found = score(page, doc)
    return [f"lost: {line}" for line in found.lost] + [f"stays: {line}" for line in found.leaked]


@pytest.mark.parametrize("page", [page for folder in FOLDERS for page in texts(folder)], ids=lambda p: p.id)
def test_a_reported_page_comes_out_as_its_truth_says(page: LabelledPage) -> None:
    assert wrong_lines(page) == []


@pytest.mark.parametrize("page", [page for folder in FOLDERS for page in pages(folder)], ids=lambda p: p.id)
def test_a_reported_html_page_comes_out_as_its_truth_says(page: HtmlPage) -> None:
    assert wrong_blocks(page) == []
