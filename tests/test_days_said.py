"""Which of a line's days is one of publication and which one of a change, by the words beside them."""

import pytest

from cleaners.dates import Setting
from cleaners.load import load_rules
from cleaners.testimony.days_said import days_said, is_labelled

CASES = [
    ("Published Nov 5, 2025, updated Nov 6, 2025", "2025-11-05", "2025-11-06"),
    ("Updated Nov 6, 2025 Published Nov 5, 2025", "2025-11-05", "2025-11-06"),
    ("August 16, 2019 - Updated July 9, 2025", "2019-08-16", "2025-07-09"),
    ("Publié le 05 novembre 2025, modifié le 06 novembre 2025", "2025-11-05", "2025-11-06"),
    ("05 novembre 2025 (modifica il 6 novembre 2025)", "2025-11-05", "2025-11-06"),
    ("수정 2025-11-06 등록 2025-11-05", "2025-11-05", "2025-11-06"),
    ("2025年11月5日 公開 2025年11月6日 更新", "2025-11-05", "2025-11-06"),
    ("Last updated on November 6, 2025", None, "2025-11-06"),
    ("2025-11-06 更新", None, "2025-11-06"),
    ("5 nov 2025 Update: een dag geleden", "2025-11-05", None),
    ("November 5, 2025", "2025-11-05", None),
    ("no day at all", None, None),
]


@pytest.mark.parametrize(("text", "published", "changed"), CASES)
def test_days_are_told_apart_by_what_they_are_called(text: str, published: str | None, changed: str | None) -> None:
    days = days_said(text, Setting())
    assert (days.published.iso if days.published else None) == published
    assert (days.changed.iso if days.changed else None) == changed


@pytest.mark.parametrize(
    ("ahead", "labelled"),
    [("来源: | 发布时间: ", True), ("Published on ", True), ("등록 ", True), ("by Nora | ", False), ("", False)],
)
def test_a_label_of_publication_stands_right_ahead(ahead: str, labelled: bool) -> None:
    assert is_labelled(ahead, load_rules().labels) is labelled
