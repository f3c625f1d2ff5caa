"""Notices known by all their words together: n-grams, their weights, and what follows from them on a page."""

from pathlib import Path

import pytest

from cleaners import fold
from cleaners.shape import columns
from cleaners.wording.ngrams import ngrams, spaced
from cleaners.wording.score import Kind, build, load

WRITTEN = Path(__file__).parent.parent / "bench"


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter",
        "登録すると続きをお読みいただけます",
        "LINEで友だち追加 0",
        "本文不構成投資建議",
        "구독하고 알림 받기",
        "",
        "by: a",
    ],
)
def test_every_ngram_of_a_line_is_found_in_it(line: str) -> None:
    grams = sorted(ngrams(spaced(fold.words(line))))
    (found,) = build(dict.fromkeys(grams, 1.0)).found([fold.words(line)])
    assert [grams[i] for i in sorted(found)] == grams


def test_ngrams_of_one_line_are_not_found_in_the_next() -> None:
    wording = build({" sign up ": 1.0, "\n up ": 1.0, " sign \n": 1.0})
    assert wording.found(["sign", "up"]) == [{2}, {1}]


@pytest.mark.parametrize(
    ("kind", "right", "other", "language"),
    [("notices", "notices", "articles", language) for language in "de en es fr it ja ko pt zh".split()]
    + [("speech", "told", "titles", language) for language in ("ja", "ko", "zh")],
)
def test_weights_and_ngrams_fit_each_other(kind: Kind, right: str, other: str, language: str) -> None:
    """What the weights were fitted on, they know; other n-grams or another scale would show here at once."""

    def known(name: str) -> float:
        lines = (WRITTEN / kind / f"{language}.{name}.txt").read_text(encoding="utf-8").splitlines()
        scores = load(kind).scores([fold.words(line) for line in lines], [columns(line) for line in lines])
        return sum(score > 0 for score in scores) / len(lines)

    assert known(right) > 0.85
    assert known(other) < 0.15


def test_the_reason_names_the_words() -> None:
    wording = build({" please ": 1.0, " try again ": 2.0, " the ": -1.0, " video ": 0.5})
    assert wording.telling("please try again the video") == ["try again", "please"]
