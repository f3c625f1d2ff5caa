"""What functions made of texts is kept, and not without end."""

from cleaners.memo import memo


def test_a_text_is_worked_out_once_until_too_many_are_kept() -> None:
    asked: list[str] = []

    @memo(2)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length(text) for text in ("a", "bc", "a", "bc", "")] == [1, 2, 1, 2, 0]
    assert asked == ["a", "bc", ""]
    assert length("a") == 1  # forgotten with the others when the third came
    assert asked == ["a", "bc", "", "a"]
