"""Pages as content systems build them: title, authors, day and site of each (tests/systems.toml)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from cleaners.page import Page, clean_page

CASES: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("systems.toml").read_text(encoding="utf-8"))
SENTENCES = {
    "en": "The plant at the harbour stores what the wind makes in hour {} of the night, and gives it back in the morning.",
    "de": "Der Speicher am Hafen nimmt in Stunde {} der Nacht auf, was der Wind übrig hat, und gibt es am Morgen zurück.",
    "ja": "港の蓄電所は、夜の{}時間目に余った電気をためて、朝の混み合う時間に町へ返すのだと技師は話した。",
    "zh": "港口的新储能站在夜里第{}个小时把多余的电存起来，在早晨用电最多的时候还给小镇的三百户人家用。",
    "ko": "항구의 새 저장소는 밤 {}시간째에 남은 전기를 모아 두었다가 아침에 마을의 삼백 가구에게 돌려준다고 한다.",
}


def metadata(case: dict[str, Any]) -> Any:
    prose = "".join(f"<p>{SENTENCES[case['lang'][:2]].format(n)}</p>" for n in range(1, 9))
    html = f'<html lang="{case["lang"]}"><head>{case["head"]}</head><body>{case["body"]}</body></html>'
    doc = clean_page(Page("page", "page", html.replace("{prose}", prose).encode(), url=case["url"]))
    assert doc.rejection is None
    return doc.metadata


@pytest.mark.parametrize("name", CASES)
def test_metadata_of_a_system(name: str) -> None:
    case = CASES[name]
    found = metadata(case)
    said = {"title": found.title, "authors": list(found.authors), "published": (found.published or "")[:10]}
    expected = {field: case.get(field, said[field]) for field in ("title", "authors")}
    assert said == expected | {"published": case.get("published", "")}
    assert case.get("site", found.site) == found.site
