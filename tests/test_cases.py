"""Each cleaner against its own cases: data in tests/cases/CLEANER.toml, negative ones included.

A case is a page. A line behind "✂ " must be cut by the cleaner that the file is named after, a line
behind "✗ " by whichever; every other line must stay. {ja1} to {ko3} are paragraphs of an article.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.furniture.tails import tails
from cleaners.load import load_rules
from cleaners.recipe import RECIPE, clean_text
from tests.truth import LabelledPage, by_cleaners_alone

PROSE = {
    "ja1": "港の蓄電所は、夜のあいだに余った電気をためて、朝の混み合う時間に町へ返す仕組みだと担当者は説明した。",
    "ja2": "運転を見守る技師は、電池よりも人の手順のほうがよほど難しく、手順書は四十回も書き直されたと話している。",
    "ja3": "町は来年、同じ設備をもう一つ建てる計画で、費用は県と折半し、工事は地元の三社が分けて受けることになる。",
    "zh1": "港口的储能站把夜里多余的电存起来，等到早高峰再送回城里，负责人说这套办法已经平稳运行了三个月。",
    "zh2": "值班的工程师认为，难的不是电池，而是人的流程，操作手册前后改写了四十多遍才算定稿。",
    "zh3": "镇里计划明年再建一座同样的设施，费用由省里分担一半，施工交给当地的三家公司共同完成。",
    "en1": "The storage plant in the harbour keeps the power that nobody needs at night and gives it back in the morning.",
    "en2": "The engineer on duty says that the batteries were the easy part, and that the manual was rewritten forty times.",
    "en3": "The town wants to build a second plant next year, and three local firms are to share the work between them.",
    "ko1": "항구의 저장소는 밤에 남는 전기를 모아 두었다가 아침 출근 시간에 도시로 되돌려 주는 방식으로 운영되고 있다.",
    "ko2": "운전을 지켜보는 기술자는 배터리보다 사람의 절차가 훨씬 어려웠고 지침서를 마흔 번이나 고쳐 썼다고 말했다.",
    "ko3": "마을은 내년에 같은 시설을 하나 더 지을 계획이며 비용은 도와 절반씩 나누고 공사는 지역 업체 세 곳이 맡는다.",
}
FILES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


def cases() -> list[Any]:
    found = []
    for file in FILES:
        for i, case in enumerate(tomllib.loads(file.read_text(encoding="utf-8"))["case"]):
            found.append(pytest.param(file.stem, case["page"], id=f"{file.stem}-{i}"))
    return found


@pytest.mark.parametrize(("cleaner", "page"), cases())
def test_case(cleaner: str, page: str) -> None:
    lines = page.format_map(PROSE).strip("\n").split("\n")
    doc = by_cleaners_alone("\n".join(line.removeprefix("✂ ").removeprefix("✗ ") for line in lines))
    kept = {b.line for b in doc.blocks}
    cut_by = {c.line: c.cleaner for c in doc.cuts if c.line not in kept}
    assert doc.rejection is None
    for number, line in enumerate(lines, 1):
        if line.startswith("✂ "):
            assert (line, cut_by.get(number)) == (line, cleaner)
        elif line.startswith("✗ "):
            assert (line, number in cut_by) == (line, True)
        elif line.strip():
            assert (line, number in kept) == (line, True), cut_by.get(number)


def test_every_case_file_has_lines_that_go_and_lines_that_stay() -> None:
    for file in FILES:
        pages = [case["page"] for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]]
        assert file.name == "tails.toml" or any("✂ " in page for page in pages), file.name
        assert any(line and line[0] not in "✂✗" for page in pages for line in page.split("\n")), file.name


@pytest.mark.parametrize("cleaner", RECIPE, ids=lambda c: c.__name__)
def test_no_cleaner_alone_loses_a_body_line_of_a_raw_seed(cleaner: Any, raw_seeds: tuple[LabelledPage, ...]) -> None:
    for page in raw_seeds:
        doc = clean_text(page.text)
        body = {n for n, label in page.labels.items() if label == "body"}
        lost = [c for c in _whole_cuts(doc) if c.cleaner == cleaner.__name__ and c.line in body]
        assert lost == []


# What stands in the raw seeds for which a cleaner is there: line numbers by seed, cut by that cleaner.
EXPECTED = {
    ("001", "related_posts"): {159, 161, 163, 165, 167},
    ("001", "comments"): {169, 171},
    ("000", "communities"): {80, 81, 82, 83},
    ("004", "disclaimers"): {60},
    ("004", "attributions"): {56},
    ("004", "bylines"): {8},
    ("004", "counters"): {58},
    ("002", "digests"): {2, 3, 4, 5, 6, 7, 8},
    ("002", "labels"): {9, 10},
    ("000", "labels"): {1, 2},
    ("004", "titles"): {4, 6},
}


@pytest.mark.parametrize(("seed", "cleaner"), EXPECTED, ids=str)
def test_cleaners_take_their_lines_of_the_raw_seeds(
    seed: str, cleaner: str, raw_seeds: tuple[LabelledPage, ...]
) -> None:
    [page] = [p for p in raw_seeds if p.id == seed]
    taken = {c.line for c in _whole_cuts(clean_text(page.text)) if c.cleaner == cleaner}
    assert taken >= EXPECTED[seed, cleaner]


def _whole_cuts(doc: Doc) -> list[Any]:
    kept = {b.position for b in doc.blocks}
    return [c for c in doc.cuts if c.position not in kept]


def test_code_whose_last_lines_hold_a_phrase_stays_whole() -> None:
    end = "Share}\n  </li>\n);"
    code = f"The list shows who is there, says the manual of the town, and it is drawn by props.friend. {end}"
    block = Block(0, code, kind="code")
    assert tails(Doc((block,)), load_rules()).blocks == (block,)
    assert load_rules().marks("x\nall rights reserved") == {"copyrights.holds"}  # whichever of the lines says it


def test_tails_are_cut_and_the_paragraph_stays() -> None:
    doc = clean_text(f"{PROSE['zh1']}\n{PROSE['zh2']}返回首页\n{PROSE['zh3']}")
    assert [b.text for b in doc.blocks] == [PROSE["zh1"], PROSE["zh2"], PROSE["zh3"]]
    assert [(c.text, c.cleaner) for c in doc.cuts] == [("返回首页", "tails")]
