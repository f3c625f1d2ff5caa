"""Pages as content systems build them: title, authors, day and site of each (tests/systems.toml)."""

import json
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
    "fr": "La batterie du port garde ce que le vent donne à l'heure {} de la nuit et le rend à la ville au matin.",
    "es": "La batería del puerto guarda lo que el viento deja en la hora {} de la noche y lo devuelve por la mañana.",
    "it": "La batteria del porto conserva quello che il vento lascia nell'ora {} della notte e lo restituisce al mattino.",
    "pt": "A bateria do porto guarda o que o vento deixa na hora {} da noite e devolve tudo para a cidade de manhã.",
    "nl": "De batterij in de haven bewaart wat de wind in uur {} van de nacht overhoudt en geeft het 's ochtends terug.",
    "sv": "Batteriet i hamnen sparar det som vinden ger under timme {} av natten och ger det tillbaka på morgonen.",
    "da": "Batteriet i havnen gemmer det, som vinden giver i time {} af natten, og giver det tilbage om morgenen.",
    "fi": "Sataman akku ottaa talteen sen, mitä tuuli antaa yön tunnilla {}, ja antaa sen takaisin kaupungille aamulla.",
    "pl": "Magazyn w porcie przechowuje to, co wiatr daje w godzinie {} nocy, i oddaje wszystko miastu rano.",
    "cs": "Baterie v přístavu uchovává to, co vítr dává v {} hodině noci, a ráno to vrací celému městu zpátky.",
    "ru": "Накопитель в порту сохраняет то, что ветер даёт в час {} ночи, и утром возвращает всё это городу.",
    "tr": "Limandaki batarya gecenin {} saatinde rüzgârın verdiğini saklıyor ve sabah hepsini kente geri veriyor.",
    "vi": "Nhà máy pin ở cảng giữ lại những gì gió mang đến trong giờ thứ {} của đêm và trả lại cho thị trấn buổi sáng.",
    "id": "Baterai di pelabuhan menyimpan apa yang diberikan angin pada jam {} malam dan mengembalikannya pada pagi hari.",
}


def metadata(case: dict[str, Any]) -> Any:
    prose = "".join(f"<p>{SENTENCES[case['lang'][:2]].format(n)}</p>" for n in range(1, 9))
    html = f'<html lang="{case["lang"]}"><head>{case["head"]}</head><body>{case["body"]}</body></html>'
    html = html.replace("{prose_json}", json.dumps(prose)[1:-1]).replace("{prose}", prose)
    doc = clean_page(Page("page", "page", html.encode(), url=case["url"]))
    assert doc.rejection is None
    return doc.metadata


def cases() -> list[Any]:
    """The pages; those of which something is missed are expected to fail."""
    return [
        pytest.param(case, id=name, marks=[pytest.mark.xfail(strict=True, reason=missed)] if missed else [])
        for name, case in CASES.items()
        for missed in [case.get("missed")]
    ]


@pytest.mark.parametrize("case", cases())
def test_metadata_of_a_system(case: dict[str, Any]) -> None:
    found = metadata(case)
    day = case.get("published", "")
    said = {
        "title": found.title,
        "authors": list(found.authors),
        "site": found.site,
        "translators": list(found.translators),
    }
    assert said | {"published": (found.published or "")[: len(day) or None]} == (
        said | {field: case[field] for field in said if field in case} | {"published": day}
    )
