"""The door for flattened text: a block a line, and a block a sentence where the page's line breaks are lost."""

import pytest

from cleaners.from_text import LONGEST_PARAGRAPH, from_text
from cleaners.recipe import article_text, clean_text

ENGLISH = "The storage plant in the harbour keeps the power of the night. “It is quiet,” says Dr. Mori, who runs it. "
JAPANESE = (
    "港の蓄電所は、夜のあいだに余った電気をためて朝の町へ返す。「静かなものだ。」と、運転を見守る担当の技師は説明した。"
)


def glued(text: str) -> str:
    """The text again and again, on one line that is longer than a paragraph."""
    return (text * (LONGEST_PARAGRAPH // len(text) + 1)).strip()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (ENGLISH, ["The storage plant in the harbour keeps the power of the night.", "“It is quiet,” says Dr."]),
        (
            JAPANESE,
            [
                "港の蓄電所は、夜のあいだに余った電気をためて朝の町へ返す。",
                "「静かなものだ。」と、運転を見守る担当の技師は説明した。",
            ],
        ),
        (
            "It took approx. eleven weeks! Then it ran. ",
            ["It took approx. eleven weeks!", "Then it ran. It took approx. eleven weeks!"],
        ),
    ],
)
def test_a_line_longer_than_a_paragraph_is_read_sentence_by_sentence(text: str, sentences: list[str]) -> None:
    doc = from_text(f"Menu\n\n{glued(text)}\nThe end.")
    assert [b.text for b in doc.blocks][1 : len(sentences) + 1] == sentences
    assert [b.position for b in doc.blocks] == list(range(len(doc.blocks)))
    assert {b.line for b in doc.blocks[1:-1]} == {3}
    assert (doc.blocks[1].gap, doc.blocks[2].gap) == (1, 0)


@pytest.mark.parametrize("text", [ENGLISH, JAPANESE])
def test_sentences_that_stay_stand_on_their_line_again(text: str) -> None:
    doc = from_text(f"Menu\n{glued(text)}\nThe end.")
    assert doc.text == f"Menu\n\n{glued(text)}\n\nThe end."
    advertised = doc.cut({2: "an advertisement"})
    assert advertised.text.split("\n\n")[:2] == ["Menu", doc.blocks[1].text]
    assert advertised.text.count("\n\n") == 3


def test_a_paragraph_is_one_block_however_many_sentences_it_has() -> None:
    text = ENGLISH * (LONGEST_PARAGRAPH // len(ENGLISH))
    assert len(from_text(text).blocks) == 1


def test_cleaning_a_long_paragraph_again_changes_nothing() -> None:
    text = f"{glued(ENGLISH)}\n\n{glued(ENGLISH)}"
    assert article_text(text) == text


@pytest.mark.parametrize("piece", [".", ". ", ".)", "!?", "。", "a. ", ". \u3000", '."'])
def test_no_line_takes_more_than_linear_time(piece: str) -> None:
    from_text(piece * 300_000)  # a quadratic pattern would take hours, and the run would be seen to hang


def test_a_button_that_lost_its_spaces_stops_no_page() -> None:
    said = "The harbour keeps its old cranes, and the town has asked three firms to paint them before the summer."
    doc = clean_text("\n".join([said, "Harbour Fleece", "Readmore", "Quay Jacket", "Read more", said]))
    assert said in doc.text
