"""The HTML door's model: its file and its code belong together, and both do what they say."""

from importlib import resources
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from selectolax.lexbor import LexborHTMLParser

from cleaners.dom import features, trees
from cleaners.dom.choose import choose, expect
from cleaners.dom.head import read_head
from cleaners.dom.pieces import Walk
from cleaners.dom.trees import Trees, judge
from cleaners.dom.walk import walk
from tests.probes import check

MOST_BYTES = 1_000_000

PAGES = Path(__file__).parent / "pages"


def read(html: str) -> tuple[Walk, NDArray[np.float32]]:
    tree = LexborHTMLParser(html)
    assert tree.body
    found = walk(tree.body)
    return found, judge(found, read_head(tree))


def rows_of(path: Path) -> NDArray[np.float32]:
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    assert tree.body
    return features.features(walk(tree.body), read_head(tree))


def test_the_file_and_the_code_have_the_same_features_in_the_same_order() -> None:
    assert trees.load().names == features.NAMES


def test_a_model_of_other_features_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    trees.load.cache_clear()
    monkeypatch.setattr(trees, "NAMES", features.NAMES[1:])
    with pytest.raises(trees.ModelError, match=r"bench\.train_door"):
        trees.load()


def test_the_file_is_small() -> None:
    assert len(resources.files("cleaners.dom").joinpath("model.npz").read_bytes()) < MOST_BYTES


def slow_score(model: Trees, piece: list[float]) -> float:
    """The same trees, one question at a time."""
    depth, count = model.levels.shape
    total = model.bias
    for tree in range(count):
        leaf = 0
        for level in range(depth):
            question = model.levels[level, tree]
            leaf += (piece[model.column[question]] > model.border[question]) << level
        total += float(model.leaves[tree * 2**depth + leaf])
    return total


def test_the_quick_reading_of_the_trees_equals_a_slow_one() -> None:
    model = trees.load()
    dice = np.random.default_rng(1)
    # Values on both sides of the borders and on them.
    rows = np.stack([dice.choice(_values(model, i), 20) for i in range(len(model.names))]).astype(np.float32)
    slow = [slow_score(model, column.tolist()) for column in rows.T]
    assert model.score(rows) == pytest.approx(slow, abs=1e-3)
    assert np.ptp(slow) > 1


def _values(model: Trees, feature: int) -> NDArray[np.float32]:
    borders = model.border[model.column == feature]
    return np.concatenate((borders, borders - 0.5, borders + 0.5, np.zeros(1, np.float32))).astype(np.float32)


def test_the_pages_look_as_they_did_when_the_model_was_trained() -> None:
    # Neither the walk nor the features nor the trees may change without the others.
    rows = [rows_of(path) for path in sorted(PAGES.glob("*.html"))]
    check("cleaners.dom", "model.npz", rows, trees.load(), "bench.train_door")


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [("article", "After eleven", "“We could"), ("japanese", "十一週間", "費用は"), ("thread", "My left", "I did")],
)
def test_the_body_of_a_plain_page_is_likelier_than_all_else(name: str, first: str, last: str) -> None:
    found, likely = read((PAGES / f"{name}.html").read_text(encoding="utf-8"))
    texts = [piece.text for piece in found.pieces]
    begin = next(i for i, text in enumerate(texts) if text.startswith(first))
    end = next(i for i, text in enumerate(texts) if text.startswith(last)) + 1
    body = likely[begin:end][[len(text) > 40 for text in texts[begin:end]]]
    rest = np.concatenate((likely[: begin - 3], likely[end:]))
    assert body.min() > rest.max()
    assert body.min() > 0.5


def test_choose_takes_the_highest_expected_f1() -> None:
    # Expected F1 of the first one, two, three: 2*.9/(1+1.5), 2*1.4/(2+1.5), 2*1.5/(3+1.5).
    bar, promised = choose(np.array([0.5, 0.9, 0.1], np.float32), [1, 1, 1])
    assert bar == pytest.approx(0.5)
    assert promised == pytest.approx(2 * 1.4 / 3.5)


def test_choose_weighs_pieces_by_their_width() -> None:
    # The unlikely piece is ten times as wide: 2*.9/(1+3.9), 2*3.9/(11+3.9).
    bar, promised = choose(np.array([0.9, 0.3], np.float32), [1, 10])
    assert bar == pytest.approx(0.3)
    assert promised == pytest.approx(7.8 / 14.9)


def test_expect_is_the_f1_that_a_choice_promises() -> None:
    # 2*(.9 + 10*.3) / (1+10 + .9+3+.5): what is kept and right, beside what is kept and what is right.
    likely, widths = np.array([0.9, 0.3, 0.5], np.float32), np.array([1, 10, 1], np.float32)
    assert expect(likely, widths, np.array([True, True, False])) == pytest.approx(7.8 / 15.4)
    assert expect(likely, widths, np.zeros(3, np.bool_)) == 0


def test_choose_on_nothing() -> None:
    assert choose(np.zeros(0, np.float32), []) == (1.0, 0.0)


def test_an_empty_page_and_a_page_of_one_piece() -> None:
    found, likely = read("<html><body></body></html>")
    assert not found.pieces
    assert likely.shape == (0,)
    found, likely = read("<p>One.</p>")
    assert likely.shape == (1,)
    assert 0 <= likely[0] <= 1


def test_the_features_are_finite_whatever_the_page() -> None:
    for html in (
        "<p>x",
        "<h1>1</h1>",
        "<pre>\n\n a\n</pre>",
        "<table><tr><td>1<td>2<tr><td>3<td>4</table>",
        "<p>\U0001f600</p>" * 3,
    ):
        tree = LexborHTMLParser(html)
        assert tree.body
        rows = features.features(walk(tree.body), read_head(tree))
        assert rows.shape[0] == len(features.NAMES)
        assert np.isfinite(rows).all()
