"""The second opinion on flattened text: when it is asked, what it changes, and what it may not touch."""

from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from numpy.typing import NDArray

from cleaners import likelihoods as module
from cleaners.doc import Cut, Doc, Rejection, Span
from cleaners.dom.choose import choose
from cleaners.dom.pieces import Floats
from cleaners.dom.trees import ModelError
from cleaners.from_text import from_text
from cleaners.furniture.counters import counters
from cleaners.furniture.surroundings import surroundings
from cleaners.likelihoods import (
    AGREED,
    BARS,
    DEAR,
    DOUBTED,
    LEAST_BEST,
    LEAST_EXPECTED,
    LEAST_LINES,
    SURE,
    TAKEN,
    likelihoods,
)
from cleaners.lines import judge as judging
from cleaners.lines import rejudge as rejudging
from cleaners.lines.features import NAMES, features
from cleaners.lines.features_odds import NAMES as ODDS
from cleaners.lines.features_odds import NOTHING, odds_rows
from cleaners.lines.view import view
from cleaners.lines.words import NAMES as WORDS
from cleaners.lines.words import word_rows
from cleaners.load import load_rules
from cleaners.phrases import phrases
from cleaners.recipe import RECIPE, clean_text, run
from cleaners.verdict import verdict
from cleaners.wording import score
from tests.probes import check
from tests.truth import cleaned, mark, total

RULES = load_rules()
PAGES = Path(__file__).parent / "pages"
BEFORE = RECIPE[: RECIPE.index(likelihoods)]


MENU = ["Log in", "Sign up", "Search", "Contact us", "About us", "Privacy Policy", "Terms of Use", "Share"]


def before(text: str) -> Doc:
    """A page as the recipe has it when the trees are asked."""
    return run(from_text(text), BEFORE, RULES)


def test_the_pages_look_as_they_did_when_the_model_was_trained() -> None:
    # Neither what stands before the trees in the recipe nor the features nor the trees may change without the others.
    docs = [before(path.read_text(encoding="utf-8")) for path in sorted(PAGES.glob("*.txt"))]
    pages = [features(doc) for doc in docs]
    again = [
        rejudging.second_rows(doc.outlined, page, judging.judge(page), score.load("articles"))
        for doc, page in zip(docs, pages, strict=True)
    ]
    check("cleaners.lines", "model.npz", pages, judging.load(), "bench.train_lines")
    check("cleaners.lines", "second.npz", again, rejudging.load(), "bench.train_rejudge")


@pytest.mark.parametrize(("module", "advice"), [(judging, r"bench\.train_lines"), (rejudging, r"bench\.train_rejudge")])
def test_a_model_of_other_features_is_refused(module: ModuleType, advice: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module.load.cache_clear()
    monkeypatch.setattr(module, "NAMES", module.NAMES[1:])
    with pytest.raises(ModelError, match=advice):
        module.load()


@pytest.mark.parametrize(
    ("name", "body", "rest"),
    [
        ("ferry", ("After eleven", "“We could", "The ferry"), ("Town", "Share", "The bridge", "Fishermen", "©")),
        ("denchi", ("港の蓄電所", "運転を", "費用は"), ("地域", "ログイン", "隣町の", "魚市場", "利用規約")),
    ],
)
def test_the_body_of_a_plain_page_is_likelier_than_all_else(
    name: str, body: tuple[str, ...], rest: tuple[str, ...]
) -> None:
    doc = before((PAGES / f"{name}.txt").read_text(encoding="utf-8"))
    likely = dict(zip((b.text for b in doc.outlined), judging.judge(features(doc)), strict=True))
    inside = [p for text, p in likely.items() if text.startswith(body)]
    outside = [p for text, p in likely.items() if text.startswith(rest)]
    assert (len(inside), len(outside)) == (len(body), len(rest))
    assert min(inside) > 0.5 > max(outside)


@pytest.mark.parametrize("text", ["One line.", "1\n2\n3", "😀\n\U0002000b\n\u200b。", "Привет\n中文\n한국어"])
def test_the_features_are_finite_whatever_the_page(text: str) -> None:
    doc = before(text)
    rows = features(doc)
    assert rows.shape == (len(NAMES), len(doc.outlined))
    assert np.isfinite(rows).all()
    for likely in (judging.judge(rows), rejudging.rejudge(doc.outlined, rows, judging.judge(rows))):
        assert ((likely > 0) & (likely < 1)).all()


def lines(count: int, span: Span) -> Doc:
    """A page of so many sentences, of which the outline takes some for the article."""
    doc = from_text(
        "\n".join(f"Sentence number {i} of a page on which every line is as wide as this." for i in range(count))
    )
    return replace(doc, span=span, outlined=doc.blocks)


Likely = NDArray[np.float32]


def told(monkeypatch: pytest.MonkeyPatch, likely: Likely | None, second: Likely | None = None) -> None:
    """Let the trees say so; None where they must not be asked. second: what the second ones say; if nothing, they are
    not sure and do not count."""

    def judge(rows: Floats) -> Likely:
        assert likely is not None, "the trees were asked"
        return likely

    if second is None:
        monkeypatch.setattr(module, "SECOND", 0.0)
    monkeypatch.setattr(module, "judge", judge)
    monkeypatch.setattr(
        module, "rejudge", lambda blocks, rows, first: np.full_like(first, 0.6) if second is None else second
    )


def lost(likely: Likely, doc: Doc) -> float:
    """What the outline loses of the best expected F1."""
    p = likely.astype(float)
    kept = np.array([b in doc.span for b in doc.blocks])
    widths = np.array([b.columns for b in doc.blocks])
    own = 2 * (widths * p)[kept].sum() / (widths[kept].sum() + (widths * p).sum())
    return float(choose(likely, widths)[1] - own)


def likelihood(*shares: tuple[int, float]) -> Likely:
    return np.concatenate([np.full(count, share, np.float32) for count, share in shares])


def test_an_outline_that_the_trees_find_wrong_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    doc, likely = lines(20, Span(0, 4)), likelihood((5, 0.1), (15, 0.9))
    told(monkeypatch, likely)
    found = likelihoods(doc, RULES)
    assert found.span == Span(5, 19)
    assert [b.likely for b in found.blocks] == pytest.approx(likely.tolist()[:4] + likely.tolist()[5:], abs=0.002)
    assert [c.position for c in found.cuts] == [4]  # what stands above the first line, and does not open the article


@pytest.mark.parametrize(
    ("second", "sure"),
    [
        (likelihood((20, 0.99), (20, 0.01)), True),
        (likelihood((20, 0.8), (20, 0.01)), False),
        (likelihood((20, 0.99), (5, 0.3), (15, 0.01)), True),
        (likelihood((20, 0.99), (6, 0.3), (14, 0.01)), False),
    ],
    ids=["sure of each line", "an expected F1 of .89", "in doubt of each fifth line that stays", "and of one more"],
)
def test_the_second_trees_settle_a_page_of_which_they_are_sure(
    second: Likely, sure: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    doc, first = lines(40, Span(0, 39)), likelihood((27, 0.9), (13, 0.01))
    widths = np.array([b.columns for b in doc.blocks])
    doubted = float((second[second >= BARS[0]] < 0.5).mean())
    assert (choose(second, widths)[1] >= SURE and doubted <= DOUBTED) == sure
    told(monkeypatch, first, second)
    monkeypatch.setattr(module, "SECOND", 0.0)
    found = likelihoods(doc, RULES)
    kept = [b.position for b in found.blocks if b in found.span]
    assert kept == ([i for i in range(40) if second[i] >= BARS[0]] if sure else [*range(27)])


def test_on_a_page_of_which_the_second_trees_are_not_sure_both_count(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = lines(20, Span(0, 19))
    told(monkeypatch, likelihood((10, 0.9), (10, 0.1)), likelihood((5, 0.7), (10, 0.3), (5, 0.9)))
    kept = likelihoods(doc, RULES).blocks
    between = 1 / (1 + 9**-0.6 * (7 / 3) ** 0.4)  # the first trees' odds of 9, the second's of 3 in 7
    assert [round(b.likely or 0, 2) for b in kept[5:10]] == [round(between, 2)] * 5
    assert [b.position for b in kept] == [*range(10), *range(15, 20)]


def test_a_sentence_that_the_cleaners_left_stays_a_little_below_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = lines(21, Span(0, 19))
    told(monkeypatch, likelihood((18, 0.9), (1, 0.46), (1, 0.44), (1, 0.46)))
    monkeypatch.setattr(module, "choose", lambda likely, widths: (0.5, 0.9))
    found = likelihoods(doc, RULES)
    assert found.span == Span(0, 18)  # the one at 46 % is the last, the one at 44 % and what they left out are below it
    assert found.cuts == ()


def test_what_the_trees_cut_after_they_gave_back_is_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = lines(20, Span(0, 19)).cut(dict.fromkeys((3, 4), "a reason"))
    doc = replace(doc, cuts=tuple(cut._replace(cleaner="related_posts") for cut in doc.cuts))
    told(monkeypatch, likelihood((10, 0.9), (4, 0.1), (6, 0.9)))
    cut = run(doc, [likelihoods], RULES).cuts
    assert [(c.position, c.cleaner) for c in cut] == [(i, "likelihoods") for i in range(10, 14)]


def test_what_a_cleaner_took_comes_back_where_the_trees_find_it_likely(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = lines(20, Span(0, 19)).cut(dict.fromkeys((3, 4, 5, 6, 7), "a reason"))
    signed = zip(doc.cuts, ("related_posts", "related_posts", "titles", "bylines", "related_posts"), strict=True)
    doc = replace(doc, cuts=tuple(cut._replace(cleaner=cleaner) for cut, cleaner in signed))
    told(monkeypatch, likelihood((7, 0.9), (1, 0.45), (2, 0.9), (10, 0.1)))
    found = likelihoods(doc, RULES)
    assert [c.position for c in found.cuts] == [5, 6, 7]  # metadata has its place, and 45 % is no more than a chance
    assert [b.position for b in found.blocks] == [0, 1, 2, 3, 4, *range(8, 20)]
    assert found.span == Span(0, 9)


def agreeing(doc: Doc) -> Likely:
    """First trees that find all right what the cleaners left."""
    left = {b.position for b in doc.blocks if b in doc.span}
    return np.array([0.95 if b.position in left else 0.05 for b in doc.outlined], np.float32)


def test_the_second_trees_settle_each_line(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = lines(80, Span(4, 75)).cut(dict.fromkeys((10, 11, 12), "a reason"))
    doc = replace(doc, cuts=tuple(cut._replace(cleaner="related_posts") for cut in doc.cuts))
    second = likelihood((2, 0.05), (2, 0.3), (6, 0.9), (1, 0.05), (9, 0.9), (1, 0.09), (57, 0.9), (2, 0.02))
    told(monkeypatch, agreeing(doc), second)
    found = likelihoods(doc, RULES)
    kept = [b.position for b in found.blocks]
    assert kept == [*range(2, 10), *range(11, 20), *range(21, 78)]  # from outside the outline and from a cleaner
    assert found.span == Span(2, 77)
    assert [(c.position, c.cleaner, c.reason) for c in run(doc, [likelihoods], RULES).cuts] == [
        (10, "related_posts", "a reason"),
        (0, "likelihoods", "5% likely and outside the article"),
        (1, "likelihoods", "5% likely and outside the article"),
        (20, "likelihoods", "9% likely by its looks and place"),
        (78, "likelihoods", "2% likely and outside the article"),
        (79, "likelihoods", "2% likely and outside the article"),
    ]


@pytest.mark.parametrize("cleaner", ["bylines", "contents", "tickers", "related_posts"])
def test_what_a_cleaner_took_comes_back_from_a_likelihood(cleaner: str, monkeypatch: pytest.MonkeyPatch) -> None:
    doc = lines(40, Span(0, 39)).cut({3: "a reason", 4: "a reason"})
    doc = replace(doc, cuts=tuple(cut._replace(cleaner=cleaner) for cut in doc.cuts))
    told(monkeypatch, agreeing(doc), likelihood((3, 0.9), (1, TAKEN - 0.01), (1, TAKEN + 0.01), (35, 0.9)))
    assert [c.position for c in likelihoods(doc, RULES).cuts] == [3]


@pytest.mark.parametrize(("last", "cut"), [("Quays", []), ("3", [10, 12, 14, 16])], ids=["most stay", "half do"])
def test_numbers_stay_in_a_table_of_which_most_does(monkeypatch: pytest.MonkeyPatch, last: str, cut: list[int]) -> None:
    doc = lines(40, Span(0, 39))
    texts = dict(enumerate(("212", "Ports", "19", "Sheds", "7,400", "Boats", last, "Piers"), 10))
    cells = tuple(replace(b, text=texts[b.position]) if b.position in texts else b for b in doc.blocks)
    doc = replace(doc, blocks=cells, outlined=cells)
    second = [0.02 if i in texts and texts[i][0].isdigit() else 0.9 for i in range(40)]
    told(monkeypatch, agreeing(doc), np.array(second, np.float32))
    assert [c.position for c in likelihoods(doc, RULES).cuts] == cut


def test_a_line_that_lost_a_part_does_not_get_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = lines(40, Span(0, 39))
    short = replace(doc.blocks[5], text="Shorter.")
    doc = replace(
        doc,
        blocks=(*doc.blocks[:5], short, *doc.blocks[6:]),
        cuts=(Cut(5, 6, "the rest", "a reason", "related_posts"),),
    )
    told(monkeypatch, likelihood((40, 0.95)))
    found = likelihoods(doc, RULES)
    assert (found.blocks[5].text, found.cuts) == ("Shorter.", doc.cuts)


def test_the_bar_rises_where_a_low_one_would_cost_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = lines(40, Span(0, 23))
    first = agreeing(doc)
    assert lost(first, replace(doc, span=Span(0, 36))) > DEAR > lost(first, replace(doc, span=Span(0, 30)))
    told(monkeypatch, first, likelihood((31, 0.99), (6, 0.18), (3, 0.01)))
    assert BARS[:2] == (0.13, 0.2)
    assert [b.position for b in likelihoods(doc, RULES).blocks] == [*range(31)]


@pytest.mark.parametrize("best", [LEAST_BEST - 0.01, LEAST_BEST])
def test_a_page_without_a_line_that_looks_like_an_articles_has_none(
    best: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    doc = lines(40, Span(0, 39))
    assert lost(agreeing(doc), doc) <= AGREED
    told(monkeypatch, agreeing(doc), likelihood((39, 0.4), (1, best)))
    found = likelihoods(doc, RULES)
    assert (found.rejection is not None) == (best < LEAST_BEST)
    if found.rejection:
        assert found.rejection == Rejection("no-article", "no line is more than 59% likely to be an article's")
        assert found.blocks == doc.blocks


def test_lines_that_differ_by_their_numbers_go_or_stay_together(monkeypatch: pytest.MonkeyPatch) -> None:
    told_of = [f"Sentence number {i} of a page on which every line is as wide as this." for i in range(10)]
    doc = from_text("\n".join([*told_of, "Support 1", "Support 2", "Resistance", *told_of]))
    doc = replace(doc, span=Span(0, 9), outlined=doc.blocks)
    likely = likelihood((10, 0.9), (1, 0.5), (2, 0.1), (10, 0.9))
    told(monkeypatch, likely)
    assert [c.position for c in likelihoods(doc, RULES).cuts] == [11, 12]


@pytest.mark.parametrize("count", [LEAST_LINES - 1, 20])
def test_trees_are_not_asked_about_short_pages_and_html(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    told(monkeypatch, None)
    assert likelihoods(Doc(()), RULES) == Doc(())
    doc = lines(count, Span(0, 1))
    if count >= LEAST_LINES:
        with pytest.raises(AssertionError, match="the trees were asked"):
            likelihoods(doc, RULES)
        doc = replace(doc, outlined=())  # where there is structure, no outline is drawn by weights
    assert likelihoods(doc, RULES) is doc


def test_the_second_trees_see_what_the_first_think_of_the_lines_around() -> None:
    rows = dict(zip(ODDS, odds_rows(likelihood((1, 0.5), (1, 0.9), (3, 0.5)), np.array([0, 3, 0, 0, -2])), strict=True))
    assert rows["odds"].tolist() == pytest.approx([0, 2.2, 0, 0, 0], abs=0.02)
    assert rows["odds+1"].tolist() == pytest.approx([2.2, 0, 0, 0, NOTHING], abs=0.02)
    assert rows["odds-2"].tolist() == pytest.approx([NOTHING, NOTHING, 0, 2.2, 0], abs=0.02)
    assert rows["odds_win3"].tolist() == pytest.approx([2.2 / 4, *[2.2 / 5] * 3, 2.2 / 4], abs=0.02)
    assert rows["all_odds"].tolist() == pytest.approx([2.2 / 5] * 5, abs=0.02)
    assert rows["wording"].tolist() == [0, 3, 0, 0, -2]
    assert rows["wording-1"].tolist() == [NOTHING, 0, 3, 0, 0]
    assert rows["all_wording"].tolist() == pytest.approx([0.2] * 5)


def test_trees_that_are_not_sure_themselves_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = lines(20, Span(0, 4))
    told(monkeypatch, likelihood((5, 0.01), (15, 0.15)))
    assert likelihoods(doc, RULES) is doc


def test_where_the_trees_overrule_no_more_of_the_article_is_lost_and_less_of_the_rest_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    docs = [(page, doc) for page, doc in cleaned("held_out") if not page.rejection]
    overruled = [(page, doc) for page, doc in docs if any(b.likely is not None for b in doc.blocks)]
    assert 3 <= len(overruled) <= 0.2 * len(docs)
    kept, removed = total(mark(page, doc) for page, doc in overruled)
    monkeypatch.setattr(module, "judge", lambda rows: np.full(rows.shape[1], 0.5, np.float32) * LEAST_EXPECTED)
    kept_without, removed_without = total(mark(page, clean_text(page.text)) for page, _ in overruled)
    assert kept >= kept_without
    assert removed > removed_without


def test_a_page_of_short_lines_is_no_listing_where_the_trees_find_them_likely() -> None:
    doc = from_text("\n".join(f"Article of the town's news, number {i}" for i in range(20)))
    assert verdict(doc, RULES).rejection == Rejection(
        "listing", "the page lists titles and has no sentences of its own"
    )
    likely = replace(doc, blocks=tuple(replace(b, likely=0.6) for b in doc.blocks))
    assert verdict(likely, RULES).rejection is None
    unlikely = replace(doc, blocks=tuple(replace(b, likely=0.4) for b in doc.blocks))
    assert verdict(unlikely, RULES).rejection == verdict(doc, RULES).rejection


@pytest.mark.parametrize(("likely", "rejected"), [(0.4, True), (0.6, False)])
def test_titles_among_times_are_no_listing_where_the_trees_that_were_not_asked_before_find_an_article(
    monkeypatch: pytest.MonkeyPatch, likely: float, rejected: bool
) -> None:
    lines = [*(f"Half a sentence of the town's news, number {i}," for i in range(20)), "3 hours ago"] * 6
    doc = from_text("\n".join(lines))
    doc = run(replace(doc, outlined=doc.blocks, span=Span(0, len(lines))), [phrases, counters], RULES)
    assert len(doc.cuts) == 6
    monkeypatch.setattr(module, "judge", lambda rows: np.full(rows.shape[1], likely, np.float32))
    assert (verdict(doc, RULES).rejection is not None) is rejected


@pytest.mark.parametrize(("likely", "last"), [(None, 5), (0.6, 5), (0.4, 3)])
def test_a_sentence_goes_on_from_the_article_unless_the_trees_find_it_unlikely(likely: float | None, last: int) -> None:
    doc = lines(6, Span(0, 3))
    doc = replace(doc, blocks=tuple(replace(b, likely=likely) for b in doc.blocks))
    assert [b.position for b in surroundings(doc, RULES).blocks] == [*range(last + 1)]


def test_lines_of_text_are_not_indented_by_their_likelihood() -> None:
    doc = from_text("  An indented line.")
    doc = replace(doc, blocks=tuple(replace(b, likely=0.9) for b in doc.blocks))
    assert doc.markdown == "An indented line."


def test_words_are_known_from_other_lines_of_the_article() -> None:
    texts = ["Home News", "Solar plants grow", "The PLANTS grow. Slowly", "港の蓄電所", "蓄電所は", "12 34"]
    rows = dict(zip(WORDS, word_rows("Solar power", texts, np.array([0, 1, 1, 0, 1, 0], np.bool_)), strict=True))
    assert rows["known"].tolist() == pytest.approx([0, 2 / 3, 2 / 3, 2 / 4, 0, 0])
    assert rows["titled_words"].tolist() == pytest.approx([0, 1 / 3, 0, 0, 0, 0])
    assert rows["capitals"].tolist() == pytest.approx([1, 1 / 3, 3 / 4, 0, 0, 0])


def test_a_short_line_above_a_paragraph_is_seen_as_a_heading_and_a_bullet_as_an_item() -> None:
    sentence = "The storage plant in the harbour keeps the power that nobody needs at night."
    doc = phrases(from_text(f"Share\nWhat it costs\n{sentence}\n- one\n{sentence}"), RULES)
    walk, head = view(replace(doc, outlined=doc.blocks))
    assert [walk.tag[piece.element] for piece in walk.pieces] == ["body", "h2", "body", "li", "body"]
    assert [bool(piece.mask) for piece in walk.pieces] == [True, False, False, False, False]
    assert head.title == ""


@pytest.mark.parametrize("second", [0.95, 0.6])  # the second trees settle the page, and do not
def test_what_a_site_says_under_every_article_and_a_credit_that_was_read_do_not_come_back(
    monkeypatch: pytest.MonkeyPatch, second: float
) -> None:
    monkeypatch.setattr(module, "judge", lambda rows: np.full(rows.shape[1], 0.9, np.float32))
    monkeypatch.setattr(module, "rejudge", lambda blocks, rows, first: np.full_like(first, second))
    told = [
        f"The plant keeps what the wind makes in hour {n} of the night and gives it back at dawn." for n in range(24)
    ]
    says = "CryptoSlate is a comprehensive and contextualized source for crypto news, insights, and data."
    doc = clean_text("\n".join(["What the harbour keeps", *told, says, "翻訳：水口かおる"]))
    assert (says in doc.text, doc.metadata.translators) == (False, ("水口かおる",))
    assert "水口" not in doc.text
    assert told[-1] in doc.text
