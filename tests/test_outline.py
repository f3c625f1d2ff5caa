"""Where the article stands among the furniture, by the weights of its lines."""

from cleaners.from_text import from_text
from cleaners.load import load_rules
from cleaners.outline import outline
from cleaners.phrases import phrases
from cleaners.recipe import clean_text
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
