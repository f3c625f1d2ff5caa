"""Where the article stands among the furniture, by the weights of its lines."""

import pytest

from cleaners.from_text import from_text
from cleaners.load import load_rules
from cleaners.outline import outline
from cleaners.phrases import phrases
from cleaners.recipe import RECIPE, clean_text, run
from cleaners.stretch.going_on import without_islands
from cleaners.stretch.weights import beats_of

TOLD = [
    "The storage plant in the harbour keeps the power that nobody needs at night and gives it back in the morning.",
    "The engineer on duty says that the batteries were the easy part, and that the manual was rewritten forty times.",
    "The town wants to build a second plant next year, and three local firms are to share the work between them.",
    "The workers were told of it on Monday, and most of them want to stay until the second plant is there.",
    "The mayor called the plan a good start, and the harbour master said that the cranes need the power as well.",
    "A first test is due in May, and the figures of the summer are to be on the table before the council meets.",
]
WIDGET = [
    "Related articles",
    "The windmill on the old quay turns again after three years of repairs",
    "A second ferry for the islands is on its way from the yard",
]
MENU = ["Home", "Markets", "Sign in"]
FOOT = ["Privacy policy", "Terms of use", "Cookie settings"]


def last_of_article(lines: list[str]) -> str:
    rules = load_rules()
    doc = outline(phrases(from_text("\n".join(lines)), rules), rules)
    return doc.blocks[doc.span.last].text


def first_of_article(lines: list[str]) -> str:
    doc = run(from_text("\n".join(lines)), RECIPE[: RECIPE.index(outline) + 1], load_rules())
    return next(b for b in doc.blocks if b in doc.span).text


def test_what_comes_again_between_the_paragraphs_does_not_keep_an_article_from_going_on() -> None:
    lines = [line for told in TOLD for line in (told, "Story mark")]
    page = [*MENU, *lines[:6], *WIDGET, *lines[5:], *FOOT]
    assert last_of_article(page) == TOLD[-1]


def test_a_button_below_each_remark_is_no_such_line() -> None:
    remarks = [line for told in TOLD for line in (told, "Reply")]
    blocks = phrases(from_text("\n".join([*TOLD, *TOLD[:2], *remarks])), load_rules()).blocks
    assert beats_of(blocks) == frozenset()
    marks = [line for told in TOLD for line in (told, "Story mark")]
    assert beats_of(from_text("\n".join(marks)).blocks) == {"storymark"}
    assert beats_of(from_text("\n".join([*TOLD, *["Story mark"] * 5])).blocks) == frozenset()


def test_below_a_widget_one_long_paragraph_that_speaks_of_the_same_is_the_articles() -> None:
    more = (
        "The engineer on duty was there every night while the plant was built. She says that the batteries keep the power "
        "that nobody needs, and that it comes back in the morning, when the cranes of the harbour start. The three local "
        "firms that share the work have asked her to stay until the second plant is ready in May."
    )
    other = (
        "Ships from nine islands race each other on the last Sunday of June, rain or shine. Whoever wins may choose the "
        "colour of next season's buoys, which is why so many of them are yellow. Visitors find the best seats on top of "
        "both lighthouses, but tickets are gone by Easter as a rule, and prices have doubled since then."
    )
    page = [*MENU, *TOLD[:4], *WIDGET, more, "How it goes on", TOLD[4], *FOOT]
    assert last_of_article(page) == TOLD[4]
    assert last_of_article([*MENU, *TOLD[:4], *WIDGET, other, "Island life", *FOOT]) == TOLD[3]


def test_years_that_count_on_are_the_articles_own_list() -> None:
    life = ["Who she is", "1991 Born in the harbour", "2018 Joins the yard", "2025 Runs the plant"]
    assert last_of_article([*MENU, *TOLD, *life, *FOOT]) == life[-1]


def test_a_note_on_names_ends_the_article() -> None:
    note = "(Some names have been changed)"
    assert last_of_article([*MENU, *TOLD, note, *FOOT]) == note
    assert last_of_article([*MENU, *TOLD, note.replace("changed", "published"), *FOOT]) == TOLD[-1]


def test_what_stands_in_the_same_tags_as_the_article_is_its_own_behind_a_widget() -> None:
    told = [f'<span leaf="">{line}' for line in TOLD]
    heading = '<span leaf="">What the town did'
    page = "\n".join([*MENU, "A plant for the night", *told[:4], *WIDGET, heading, told[4], *FOOT])
    doc = clean_text(page)
    assert "What the town did" in doc.text
    assert TOLD[4] in doc.text
    assert WIDGET[1] not in doc.text
    plain = clean_text(page.replace('<span leaf="">', ""))
    assert "What the town did" not in plain.text


@pytest.mark.parametrize(
    "behind",
    [
        ["Words of the trade", "Validator … who checks what is sent", "Gas limit … how much a step may use"],
        ["KEY DATES", "Oct 15 - the consultation closes", "Q4 2025 - a draft of the law", "March 2, 2026 - it begins"],
        ["見どころの表", "11/18(火) 解放の予定", "11/19(水) 議事録の公表", "11/21(金) 速報値"],
        ["Deposits", "Bank Rate Offer", "Harbour 1.15% new", "Island 1.10% app", "Northern 1.05% pension"],
        ["How to cite it", "@misc{plant2025,", "title = {The plant},", "year = {2025}", "}"],
        ["($1 = 973.45 pesos)"],
        ["This article has been amended to correct the number of turbines."],
        ["– Walt"],
        ["참고한 곳", "https://harbour.example/plant"],
        ["코인나루 드림"],
    ],
    ids=["terms", "plans", "days", "table", "code", "rate", "correction", "name", "sources", "sender"],
)
def test_what_an_article_ends_with_behind_its_last_sentence(behind: list[str]) -> None:
    assert last_of_article([*MENU, *TOLD, *behind, *FOOT]) == behind[-1].removeprefix("– ")


@pytest.mark.parametrize(
    "behind",
    [
        ["Latest", "11/21 A second ferry", "11/19 The windmill turns", "11/18 A new crane"],
        ["Harbour 1.15% new", "Island 1.10% app"],
        ["– Ann", "– Bo"],
    ],
)
def test_what_looks_like_an_articles_last_lines_and_is_none(behind: list[str]) -> None:
    assert last_of_article([*MENU, *TOLD, *behind, *FOOT]) == TOLD[-1]


def test_an_article_goes_on_where_its_headings_count_on_behind_a_wall() -> None:
    parts = ["1. At night", TOLD[0], TOLD[1], TOLD[2], "2. In the morning", TOLD[3], TOLD[4]]
    further = ["Log in", "3. What is next", "Ships from nine islands race each other on the last Sunday of June."]
    assert last_of_article([*MENU, *parts, *further, *FOOT]) == further[-1]
    other = ["Log in", "1. What is next", further[-1]]
    assert last_of_article([*MENU, *parts, *other, *FOOT]) == TOLD[4]


def test_the_table_of_a_first_part_is_the_articles() -> None:
    table = ["1. Figures", "Index", "Close", "KOSPI", "3,960.87", "KOSDAQ", "877.32", "2. Markets"]
    page = [*MENU, "A plant for the night", "Nov 5, 2025", *table, *TOLD[:3], "3. Outlook", *TOLD[3:], *FOOT]
    assert first_of_article(page) == "1. Figures"
    assert first_of_article(["5. Outlook" if line == "3. Outlook" else line for line in page]) == TOLD[0]


def test_a_question_begins_with_the_lines_right_above_its_first_sentence() -> None:
    asked = "各位大大好，小弟今天手殘，麻煩救救我"
    told = "我把硬體錢包裡的穩定幣轉到交易所，結果選錯了鏈，等了兩個小時還是沒有入帳，客服也沒有回覆我。"
    answer = "這種情況通常救得回來，因為兩條鏈的地址相同，請先聯絡交易所的客服並附上交易編號，等他們處理。"
    page = [
        "轉錯鏈的穩定幣還救得回來嗎？求高手指點",
        "2025/07/09 22:51",
        "瀏覽 3,417",
        "收藏",
        asked,
        told,
        "1 個回答",
        "最佳解答",
        answer,
        "分享",
        "舉報",
    ]
    assert first_of_article(page) == asked
    assert first_of_article([line for line in page if "解答" not in line and "個回答" not in line]) == told


def test_a_sign_of_the_end_ends_nothing_where_the_headings_count_on_behind_it() -> None:
    parts = [
        "1. At night",
        *TOLD[:3],
        "2. In the morning",
        *TOLD[3:],
        "Log in",
        "3. Next",
        "It starts in May, says the mayor.",
    ]
    rules = load_rules()
    blocks = phrases(from_text("\n".join(parts)), rules).blocks
    assert without_islands(blocks, 0, len(blocks) - 1, frozenset()) == len(blocks) - 1
    blocks = phrases(from_text("\n".join(parts).replace("3. Next", "1. Next")), rules).blocks
    assert blocks[without_islands(blocks, 0, len(blocks) - 1, frozenset())].text == TOLD[-1]
