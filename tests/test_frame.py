"""What structure says against the article's surroundings, and for the article's own lines."""

from dataclasses import replace

import pytest

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.furniture.frame import HEAD, frame
from cleaners.load import load_rules
from cleaners.recipe import VOUCHED, clean

LONG = "The storage plant in the harbour keeps the power that nobody needs at night and gives it back in the morning."
MORE = "The engineer on duty says that the batteries were the easy part, and that the manual was rewritten forty times."


def page(*judged: tuple[str, float], bar: float = 0.4, title_at: int | None = None) -> Doc:
    blocks = tuple(Block(i, text, likely=likely) for i, (text, likely) in enumerate(judged))
    return Doc(blocks, bar=bar, title_at=title_at)


def kept(doc: Doc) -> list[str]:
    return [b.text for b in doc.blocks]


def test_blocks_below_the_bar_go_and_the_cut_says_how_likely_and_where() -> None:
    doc = page(("Home", 0.02), (LONG, 0.9), ("Tags: harbour", 0.39), (MORE, 0.4))
    doc = replace(doc, blocks=(replace(doc.blocks[0], within="<nav>"), *doc.blocks[1:]))
    cleaned = frame(doc, load_rules())
    assert kept(cleaned) == [LONG, MORE]
    assert [c.reason for c in cleaned.cuts] == [
        "2% likely by the page's structure in a part called “<nav>”",
        "39% likely by the page's structure",
    ]


def test_a_page_without_structure_is_left_alone() -> None:
    doc = Doc((Block(0, "Home"), Block(1, LONG)))
    assert frame(doc, load_rules()) is doc


def test_what_stands_between_title_and_article_is_left_to_the_cleaners_of_metadata() -> None:
    doc = page(("A plant", 0.1), ("By Jane Doe", 0.1), (LONG, 0.9), ("By John Doe", 0.1), title_at=0)
    assert kept(frame(doc, load_rules())) == ["A plant", "By Jane Doe", LONG]


def test_a_title_far_above_the_article_leaves_nothing_between() -> None:
    between = [(f"Item {i}", 0.1) for i in range(HEAD + 1)]
    doc = page(("A plant", 0.1), *between, (LONG, 0.9), title_at=0)
    assert kept(frame(doc, load_rules())) == [LONG]


@pytest.mark.parametrize(("kind", "times"), [("paragraph", 1), ("code", 2), ("row", 2)])
def test_a_paragraph_that_stands_twice_is_kept_once_and_code_as_it_is(kind: str, times: int) -> None:
    doc = page((LONG, 0.9), (MORE, 0.9), (LONG, 0.9))
    doc = replace(doc, blocks=tuple(replace(b, kind=kind) for b in doc.blocks))  # type: ignore[arg-type]
    assert kept(frame(doc, load_rules())).count(LONG) == times


@pytest.mark.parametrize(("likely", "stays"), [(VOUCHED, True), (VOUCHED - 0.05, False)])
def test_structure_may_vouch_for_a_line_that_reads_like_furniture(likely: float, stays: bool) -> None:
    doc = clean(page((LONG, 0.9), ("Share this article", likely), (MORE, 0.9)))
    assert ("Share this article" in kept(doc)) is stays
    assert ("sharing" in {c.cleaner for c in doc.cuts}) is not stays


def test_structure_does_not_vouch_for_a_line_that_says_itself_what_it_is() -> None:
    doc = clean(page((LONG, 0.9), (MORE, 0.9), ("Copyright © 2025 Harbour Times. All rights reserved.", 0.9)))
    assert kept(doc) == [LONG, MORE]


def test_cuts_and_blocks_stay_in_the_order_of_the_page() -> None:
    doc = clean(page((LONG, 0.9), ("Share this article", 0.9), ("Home", 0.1), (MORE, 0.9)))
    assert [b.position for b in doc.blocks] == [0, 1, 3]
    assert [c.position for c in doc.cuts] == [2]
