"""Notices known by all their words together: n-grams, their weights, and what follows from them on a page."""

from pathlib import Path

import pytest

from cleaners import fold
from cleaners.recipe import clean_text
from cleaners.shape import columns
from cleaners.wording.ngrams import ngrams, spaced
from cleaners.wording.score import build, load

WRITTEN = Path(__file__).parent.parent / "bench" / "notices"
LANGUAGES = ("en", "ja", "ko", "zh")

ARTICLE = {
    "en": (
        "Ferry crews test a silent engine on the northern line",
        "The engine was lowered into the hull on a wet morning in March, and nobody on the quay heard it start.",
        "Its builders say that it burns a third less fuel than the one it replaced, and that its bearings last longer.",
        "The crew kept a log of every voyage, of the load, the wind and the water, and compared it with ten years of older ones.",
        "On the longest route the saving came to eleven tonnes in a month, though the weather had been kind that spring.",
        "Passengers noticed the quiet first, and then, some weeks later, that the windows no longer rattled in the saloon.",
        "The company will fit two more ships in the autumn, and has asked the yard to keep the old engine as a spare.",
    ),
    "ja": (
        "北航路の連絡船、静かな機関の試験を始める",
        "新しい機関は三月の雨の朝に船体へ下ろされ、岸壁にいた誰もその始動の音に気づかなかった。",
        "製造元によると、燃料の消費は以前の機関より三割少なく、軸受けの寿命も長いという。",
        "乗組員は航海ごとに積み荷と風と潮を記録し、過去十年の記録と一つずつ比べた。",
        "最も長い航路では一か月に十一トンの節約になったが、その春は天候にも恵まれていた。",
        "乗客はまず静けさに気づき、数週間たってから、客室の窓が鳴らなくなったことに気づいた。",
        "会社は秋にさらに二隻へ同じ機関を載せる方針で、古い機関は予備として造船所に残す。",
    ),
}


def page(language: str, line: str, at: int) -> str:
    """A small article with a line among its paragraphs, or behind them."""
    title, *paragraphs = ARTICLE[language]
    return "\n\n".join(
        [title, "2025-11-05", *paragraphs[:at], line, *paragraphs[at:], "Home", "Contact", "Privacy Policy"]
    )


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_weights_and_ngrams_fit_each_other(language: str) -> None:
    """What the weights were fitted on, they know; other n-grams or another scale would show here at once."""

    def known(name: str) -> float:
        lines = (WRITTEN / f"{language}.{name}.txt").read_text(encoding="utf-8").splitlines()
        scores = load().scores([fold.words(line) for line in lines], [columns(line) for line in lines])
        return sum(score > 0 for score in scores) / len(lines)

    assert known("notices") > 0.9
    assert known("articles") < 0.1


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Please enable JavaScript in your browser to view the comments on this page."),
        ("en", "Sorry, this video could not be loaded. Please try again later."),
        ("en", "You can unsubscribe from this newsletter whenever you like, and we never share your address."),
        ("ja", "この動画は再生できませんでした。時間をおいて再度お試しください。"),
        ("ja", "本記事は情報提供のみを目的としており、内容の正確性を保証するものではありません。"),
    ],
)
def test_what_is_worded_as_a_notice_goes_behind_the_article(language: str, line: str) -> None:
    doc = clean_text(page(language, line, 6))
    assert line not in doc.text
    assert all(paragraph in doc.text for paragraph in ARTICLE[language][1:])


def test_among_paragraphs_more_is_asked_of_a_notice() -> None:
    sure = "Sorry, this video could not be loaded. Please try again later."
    doc = clean_text(page("en", sure, 3))
    assert sure not in doc.text
    assert all(paragraph in doc.text for paragraph in ARTICLE["en"][1:])


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Her lawyers argue that the copyright notice at the foot of each photograph was removed on purpose."),
        (
            "en",
            "He sued the exchange because its disclaimer, not investment advice, stood in letters too small to read.",
        ),
        ("ja", "裁判所は、転載を禁じると明記されたページの収集は公正な利用に当たらないと判断した。"),
        ("ja", "友達紹介で千円がもらえるキャンペーンには、不正な登録が相次いだという。"),
    ],
)
@pytest.mark.parametrize("at", [3, 6])
def test_a_sentence_that_tells_of_notices_stays(language: str, line: str, at: int) -> None:
    assert line in clean_text(page(language, line, at)).text


def test_an_article_that_speaks_to_its_reader_stays_whole() -> None:
    steps = [
        "Open the app and tap Sign up, then enter your email address and choose a password.",
        "Check your inbox for our message and tap the link in it to confirm your account.",
        "Turn on notifications if you want to know when your deposit has arrived.",
        "You can cancel your subscription at any time in your settings, and we will not charge you again.",
        "If something goes wrong, please try again later or contact our support team.",
        "Download your statement before you close your account, because we delete it after thirty days.",
    ]
    text = "\n\n".join(["How to open an account with Larkspur Pay", *steps, "Home", "Contact", "Privacy Policy"])
    assert [step for step in steps if step not in clean_text(text).text] == []


def test_the_reason_names_the_words() -> None:
    line = "Sorry, this video could not be loaded. Please try again later."
    (cut,) = [cut for cut in clean_text(page("en", line, 3)).cuts if cut.text == line]
    assert cut.cleaner == "notices"
    assert "video" in cut.reason or "try again" in cut.reason or "please" in cut.reason
