"""Which line of flattened text is taken for the headline."""

import pytest

from cleaners.block import Block
from cleaners.metadata.headlines import may_head, weigh
from cleaners.recipe import clean_text

STORY = """The storage plant in the harbour keeps the power that nobody needs at night and gives it back in the morning.
The engineer on duty says that the batteries were the easy part, and that the manual was rewritten forty times.
The town wants to build a second plant next year, and three local firms are to share the work between them."""
HEADLINE = "The harbour plant gives the power of the night back"
MENU = "\n".join(f"{word} and the town" for word in ("Harbour", "Power", "Night", "Storage", "Engineers", "Culture"))


@pytest.mark.parametrize(
    "page",
    [
        f"The Courier\n{MENU}\n{HEADLINE}\nNov 5, 2025\n{STORY}",
        f"{HEADLINE} | The Courier\nHome\nSign in\n{MENU}\n{HEADLINE}\n{STORY}\nPrivacy policy\nTerms of use",
        f"News\nSign in\nNews provided by\nHarbour Storage Works, Inc.\n{HEADLINE}\nNov 5, 2025\n{STORY}\nShare",
        f"The Courier\nSign in\n{HEADLINE}\nA second plant is to follow next year in the old town\nNov 5, 2025\n{STORY}",
    ],
    ids=["below a menu", "with the site behind it", "a company beside it", "a standfirst below"],
)
def test_the_headline_is_found(page: str) -> None:
    assert clean_text(page).metadata.title == HEADLINE


@pytest.mark.parametrize(
    "text",
    [
        "港の新しい蓄電所が動き始めた。",
        "1995年8月",
        "株式会社ミナモト精機",
        "Harbour Storage Works, Inc.",
        "設定裡的百分比（圖/作者提供）",
        "Gönderen Fatih, 5 Kasım 2025",
        "the plant is running:",
    ],
)
def test_what_no_headline_looks_like(text: str) -> None:
    assert not may_head(Block(0, text))


@pytest.mark.parametrize("text", [HEADLINE, "なぜ大口は売らないのか？", "2025年秋、蓄電所の町を歩く"])
def test_what_may_be_one(text: str) -> None:
    assert may_head(Block(0, text))


def test_an_article_alone_has_no_headline_but_its_own_sentences() -> None:
    doc = clean_text(STORY)
    assert (doc.metadata.title, doc.text) == (None, STORY.replace("\n", "\n\n"))


def test_traits_without_a_weight_weigh_nothing() -> None:
    assert weigh(["no such trait"]) == 0
    assert weigh(["dateline below 1"]) > 0 > weigh(["no dateline below"])
