"""Lines that say who wrote a page, when and where, and how pages name their site (tests/pages): what is read of them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from cleaners.recipe import clean_text
from tests.test_systems import SENTENCES

PAGES = Path(__file__).with_name("pages")
STATED: dict[str, dict[str, Any]] = tomllib.loads((PAGES / "statements.toml").read_text(encoding="utf-8"))
SITES: dict[str, Any] = tomllib.loads((PAGES / "sites.toml").read_text(encoding="utf-8"))
TRADITIONAL = "港口的新儲能站在夜裡第{}個小時把多餘的電存起來，在早晨用電最多的時候還給小鎮的三百戶人家用。"
LISTS = ("authors", "translators")


def prose(lang: str) -> str:
    sentence = TRADITIONAL if lang == "zh-Hant" else SENTENCES[lang[:2]]
    return "\n".join(sentence.format(n) for n in range(1, 7))


def statements() -> list[Any]:
    return [
        pytest.param(lang, frame, case, id=f"{lang} {case['lines'][:40]}")
        for lang, frame in STATED.items()
        for case in frame["cases"]
    ]


@pytest.mark.parametrize(("lang", "frame", "case"), statements())
def test_what_a_line_states(lang: str, frame: dict[str, Any], case: dict[str, Any]) -> None:
    lines = case["lines"] + "\n"
    head, tail = ("", lines) if case.get("end") else (lines, "")
    page = frame["frame"].replace("{m}\n", head).replace("{e}\n", tail).replace("{p}", prose(lang)).strip()
    found = clean_text(page).metadata
    fields = ("authors", "translators", "published", "modified", "site", "original_title")
    asked = [field for field in fields if field not in case.get("open", ())]
    empty = {field: [] if field in LISTS else "" for field in fields} | {"site": frame["site"]}
    said = {field: list(getattr(found, field)) if field in LISTS else getattr(found, field) or "" for field in asked}
    assert said == {field: case.get(field, empty[field]) for field in asked}


@pytest.mark.parametrize(
    "case", SITES["names"]["cases"], ids=lambda case: f"{case['lang']} {case['top']} {case['end']}"
)
def test_how_a_page_names_its_site(case: dict[str, str]) -> None:
    frame = SITES["frames"][case["lang"]]
    top = case["top"].replace("{menu}", frame["menu"])
    title = case.get("title", "{title}").replace("{title}", frame["title"])
    end = case["end"].replace("{end}", "Privacy\nTerms")
    parts = [top, title, case.get("byline", frame["byline"]), prose(case["lang"]), frame["related"], end]
    found = clean_text("\n".join(parts)).metadata
    assert (found.title, found.site or "") == (title if case.get("whole") else frame["title"], case["site"])
