"""The second opinion on flattened text: when it is asked, what it changes, and what it may not touch."""

from dataclasses import replace
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from cleaners import likelihoods as module
from cleaners.doc import Doc, Rejection, Span
from cleaners.dom.choose import choose
from cleaners.dom.trees import ModelError
from cleaners.from_text import from_text
from cleaners.furniture.counters import counters
from cleaners.likelihoods import (
    AGREED,
    FEW_LINES,
    LEAST_AFRESH,
    LEAST_LINES,
    LEAST_SURE,
    RULED_OUT,
    RULED_OUT_AFRESH,
    WRONG,
    likelihoods,
)
from cleaners.lines import judge as judging
from cleaners.lines.features import NAMES, UNTOLD, features, untold
from cleaners.lines.features_fates import NAMES as FATES
from cleaners.lines.view import view
from cleaners.lines.words import NAMES as WORDS
from cleaners.lines.words import word_rows
from cleaners.load import load_rules
from cleaners.outline import outline
from cleaners.phrases import phrases
from cleaners.recipe import RECIPE, clean_text, run
from cleaners.verdict import verdict
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
    with resources.files("cleaners.lines").joinpath("model.npz").open("rb") as file, np.load(file) as arrays:
        means, odds = arrays["probe_rows"], arrays["probe_odds"]
    rows = [features(before(path.read_text(encoding="utf-8"))) for path in sorted(PAGES.glob("*.txt"))]
    now = np.stack([page.mean(axis=1) for page in rows])
    changed = {NAMES[i] for i in np.flatnonzero(~np.isclose(now, means, rtol=1e-3, atol=1e-3).all(axis=0))}
    assert changed == set(), "train anew: python -m bench.train_lines"
    assert np.concatenate([judging.load().score(page) for page in rows]) == pytest.approx(odds, abs=0.01)


def test_a_model_of_other_features_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    judging.load.cache_clear()
    monkeypatch.setattr(judging, "NAMES", NAMES[1:])
    with pytest.raises(ModelError, match=r"bench\.train_lines"):
        judging.load()


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
    likely = dict(zip((b.text for b in doc.outlined), judging.judge(doc), strict=True))
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
    assert ((judging.judge(doc) > 0) & (judging.judge(doc) < 1)).all()


def lines(count: int, span: Span) -> Doc:
    """A page of so many sentences, of which the outline takes some for the article."""
    doc = from_text(
        "\n".join(f"Sentence number {i} of a page on which every line is as wide as this." for i in range(count))
    )
    return replace(doc, span=span, outlined=doc.blocks)


def told(monkeypatch: pytest.MonkeyPatch, likely: NDArray[np.float32] | None) -> None:
    """Let the trees say so; None where they must not be asked."""

    def judge(doc: Doc) -> NDArray[np.float32]:
        assert likely is not None, "the trees were asked"
        return likely

    monkeypatch.setattr(module, "judge", judge)


def lost(likely: NDArray[np.float32], doc: Doc) -> float:
    """What the outline loses of the best expected F1."""
    p = likely.astype(float)
    kept = np.array([b in doc.span for b in doc.blocks])
    widths = np.array([b.columns for b in doc.blocks])
    own = 2 * (widths * p)[kept].sum() / (widths[kept].sum() + (widths * p).sum())
    return float(choose(likely, widths)[1] - own)


def likelihood(*shares: tuple[int, float]) -> NDArray[np.float32]:
    return np.concatenate([np.full(count, share, np.float32) for count, share in shares])


def test_an_outline_that_the_trees_find_wrong_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    doc, likely = lines(20, Span(0, 4)), likelihood((5, 0.1), (15, 0.9))
    assert lost(likely, doc) > WRONG
    told(monkeypatch, likely)
    found = likelihoods(doc, RULES)
    assert found.span == Span(5, 19)
    assert [b.likely for b in found.blocks] == pytest.approx(likely.tolist()[:4] + likely.tolist()[5:])
    assert [c.position for c in found.cuts] == [4]  # what stands above the first line, and does not open the article


def test_where_the_doubt_is_slight_no_more_goes_than_what_is_ruled_out(monkeypatch: pytest.MonkeyPatch) -> None:
    doc, likely = lines(20, Span(0, 19)), likelihood((8, 0.9), (1, 0.2), (1, 0.01), (10, 0.9))
    assert WRONG > lost(likely, doc) > AGREED
    told(monkeypatch, likely)
    cut = likelihoods(doc, RULES).cuts
    assert 0.9 * RULED_OUT > 0.2
    assert [(c.position, c.reason) for c in cut] == [
        (8, "20% likely by its looks and place"),
        (9, "1% likely by its looks and place"),
    ]


def test_at_the_edges_the_trees_have_their_way_even_where_they_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    doc, likely = lines(40, Span(0, 39)), likelihood((1, 0.4), (20, 0.9), (1, 0.4), (16, 0.9), (1, 0.7), (1, 0.4))
    assert lost(likely, doc) <= AGREED
    told(monkeypatch, likely)
    found = likelihoods(doc, RULES)
    assert [c.position for c in found.cuts] == [0, 39]  # the bar is .9, and of that line 38 reaches its share
    assert found.span == doc.span
    assert all(b.likely is None for b in found.blocks)


def test_where_no_sentence_is_sure_there_are_no_edges(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = from_text("\n".join(f"Name of a town {i}" for i in range(20)))
    doc = replace(doc, span=Span(0, 19), outlined=doc.blocks)
    monkeypatch.setattr(module, "_is_clear", lambda *_: False)
    told(monkeypatch, likelihood((18, 0.9), (2, 0.4)))
    assert likelihoods(doc, RULES) == doc


def test_what_the_trees_cut_after_they_gave_back_is_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = lines(20, Span(0, 19)).cut(dict.fromkeys((3, 4), "a reason"))
    doc = replace(doc, cuts=tuple(cut._replace(cleaner="promotions") for cut in doc.cuts))
    told(monkeypatch, likelihood((10, 0.9), (4, 0.1), (6, 0.9)))
    cut = run(doc, [likelihoods], RULES).cuts
    assert [(c.position, c.cleaner) for c in cut] == [(i, "likelihoods") for i in range(10, 14)]


def test_what_a_cleaner_took_comes_back_where_the_trees_find_it_likely(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = lines(20, Span(0, 19)).cut(dict.fromkeys((3, 4, 5, 6, 7), "a reason"))
    signed = zip(doc.cuts, ("promotions", "promotions", "titles", "bylines", "promotions"), strict=True)
    doc = replace(doc, cuts=tuple(cut._replace(cleaner=cleaner) for cut, cleaner in signed))
    told(monkeypatch, likelihood((7, 0.9), (1, 0.45), (2, 0.9), (10, 0.1)))
    found = likelihoods(doc, RULES)
    assert [c.position for c in found.cuts] == [5, 6, 7]  # metadata has its place, and 45 % is no more than a chance
    assert [b.position for b in found.blocks] == [0, 1, 2, 3, 4, *range(8, 20)]
    assert found.span == Span(0, 9)


def test_an_outline_with_which_the_trees_agree_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    doc, likely = lines(20, Span(0, 18)), likelihood((19, 0.9), (1, 0.1))
    told(monkeypatch, likely)
    assert likelihoods(doc, RULES) is doc


def test_the_article_goes_on_behind_its_last_paragraph_as_far_as_lines_may_be_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    doc = lines(60, Span(0, 49)).cut({51: "a reason", 53: "a reason"})
    doc = replace(
        doc, cuts=tuple(c._replace(cleaner=name) for c, name in zip(doc.cuts, ("inserts", "tags"), strict=True))
    )
    told(monkeypatch, likelihood((50, 0.95), (4, 0.2), (1, 0.35), (1, 0.2), (1, 0.35), (3, 0.1)))
    found = likelihoods(doc, RULES)
    # a run of lines right behind it, with what went by its looks, up to what said what it is; then likelier ones alone
    assert [b.position for b in found.blocks if b in found.span] == [*range(53), 54, 56]
    assert [(c.position, c.reason) for c in found.cuts] == [(53, "a reason"), (55, "20% likely by its looks and place")]


def test_a_line_above_the_article_that_looks_like_nothing_of_it_does_not_open_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    doc = lines(40, Span(5, 39))
    for likely, cut in ((0.1, [4]), (0.2, [])):
        told(monkeypatch, likelihood((5, likely), (35, 0.95)))
        assert [c.position for c in likelihoods(doc, RULES).cuts] == cut


def test_trees_that_are_not_sure_themselves_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = lines(20, Span(0, 4))
    told(monkeypatch, likelihood((5, 0.01), (15, 0.15)))
    assert likelihoods(doc, RULES) is doc


def test_trees_are_not_asked_about_short_pages_clear_pages_and_html(monkeypatch: pytest.MonkeyPatch) -> None:
    told(monkeypatch, None)
    assert likelihoods(Doc(()), RULES) == Doc(())
    short = lines(LEAST_LINES - 1, Span(0, 1))
    assert likelihoods(short, RULES) is short
    html = replace(lines(20, Span(0, 4)), outlined=())  # where there is structure, no outline is drawn by weights
    assert likelihoods(html, RULES) is html
    listing = from_text("\n".join(f"Menu {i}" for i in range(FEW_LINES)))
    listing = replace(listing, span=Span(0, 9), outlined=listing.blocks)
    assert likelihoods(listing, RULES) is listing
    clear = outline(phrases(from_text("\n".join([*MENU, lines(10, Span(0, 0)).text])), RULES), RULES)
    assert clear.span == Span(len(MENU), len(MENU) + 9)
    assert likelihoods(clear, RULES) is clear


def test_trees_are_asked_where_the_rules_know_none_of_the_furniture(monkeypatch: pytest.MonkeyPatch) -> None:
    told(monkeypatch, None)
    menu = [f"Zeile {i}" for i in range(len(MENU))]
    doc = outline(phrases(from_text("\n".join([*menu, lines(10, Span(0, 0)).text])), RULES), RULES)
    with pytest.raises(AssertionError, match="the trees were asked"):
        likelihoods(replace(doc, span=Span(len(MENU), len(MENU) + 9)), RULES)


@pytest.mark.parametrize(("count", "span"), [(FEW_LINES + 1, Span(0, -1)), (20, Span(0, 14)), (20, Span(0, 19))])
def test_trees_are_asked_about_all_others(count: int, span: Span, monkeypatch: pytest.MonkeyPatch) -> None:
    told(monkeypatch, None)
    with pytest.raises(AssertionError, match="the trees were asked"):
        likelihoods(lines(count, span), RULES)


def test_where_the_trees_overrule_no_more_of_the_article_is_lost_and_less_of_the_rest_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    docs = [(page, doc) for page, doc in cleaned("tune") if not page.rejection]
    overruled = [(page, doc) for page, doc in docs if any(b.likely is not None for b in doc.blocks)]
    assert 3 <= len(overruled) <= 0.2 * len(docs)
    kept, removed = total(mark(page, doc) for page, doc in overruled)
    monkeypatch.setattr(module, "judge", lambda doc: np.full(len(doc.outlined), 0.5, np.float32) * LEAST_SURE)
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
    monkeypatch.setattr(module, "judge", lambda doc: np.full(len(doc.outlined), likely, np.float32))
    assert (verdict(doc, RULES).rejection is not None) is rejected


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


def test_on_a_clear_page_trees_that_were_not_told_cut_what_looks_like_no_article(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    doc = lines(LEAST_AFRESH, Span(0, LEAST_AFRESH))
    monkeypatch.setattr(module, "_is_clear", lambda *_: True)
    told(monkeypatch, None)
    likely = likelihood((5, 0.9), (1, 0.9 * RULED_OUT_AFRESH), (LEAST_AFRESH - 6, 0.9))
    monkeypatch.setattr(module, "judge_afresh", lambda doc: likely)
    assert [c.position for c in likelihoods(doc, RULES).cuts] == [5]
    short = lines(LEAST_AFRESH - 1, Span(0, LEAST_AFRESH))
    assert likelihoods(short, RULES) == short


def test_what_the_cleaners_made_of_lines_is_hidden_and_nothing_else() -> None:
    rows = features(before((PAGES / "ferry.txt").read_text(encoding="utf-8")))
    hidden = untold(rows)
    changed = {NAMES[i] for i in np.flatnonzero((rows != hidden).any(axis=1))}
    assert changed == {*FATES, "all_kept"}
    assert (hidden[[NAMES.index(name) for name in changed]] == UNTOLD).all()


def clear(monkeypatch: pytest.MonkeyPatch, likely: NDArray[np.float32]) -> None:
    """Let a page be clear, and let the trees say so that do not know what the cleaners made of its lines."""
    monkeypatch.setattr(module, "_is_clear", lambda *_: True)
    monkeypatch.setattr(module, "judge_afresh", lambda _: likely)


def test_on_a_clear_page_lines_among_the_sentences_come_back_together(monkeypatch: pytest.MonkeyPatch) -> None:
    doc = lines(24, Span(0, 23)).cut(dict.fromkeys((3, 4, 8, 9, 12), "a reason"))
    signed = zip(doc.cuts, ("contents", "contents", "inserts", "inserts", "sharing"), strict=True)
    doc = replace(doc, cuts=tuple(cut._replace(cleaner=cleaner) for cut, cleaner in signed))
    clear(monkeypatch, likelihood((4, 0.9), (1, 0.75), (4, 0.9), (1, 0.6), (14, 0.9)))
    found = likelihoods(doc, RULES)
    assert [c.position for c in found.cuts] == [8, 9, 12]  # .75 on average, and a button that says what it is


def test_lines_that_differ_by_their_numbers_go_or_stay_together(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [f"Sentence number {i} of a page on which every line is as wide as this." for i in range(10)]
    doc = from_text("\n".join([*told, "Support 1", "Support 2", "Resistance", *told]))
    doc = replace(doc, span=Span(0, 22), outlined=doc.blocks)
    clear(monkeypatch, likelihood((10, 0.9), (1, 0.5), (2, 0.1), (10, 0.9)))
    assert [c.position for c in likelihoods(doc, RULES).cuts] == [12]
