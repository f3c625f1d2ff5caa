"""What holds for any text whatever: nothing raises, nothing vanishes, nothing is invented."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleaners.page import Page, clean_page
from cleaners.recipe import clean_text
from tests.test_cases import PROSE

PIECES = [
    *PROSE.values(),
    "関連記事",
    "Related Posts",
    "推荐阅读",
    "댓글",
    "2025年11月5日 14:30",
    "3 hours ago",
    "BTC $67,120.5 +2.1%",
    "- 項目",
    "1. 手順",
    "著者：山田花子",
    "By Ana Ruiz",
    '<span leaf="">',
    "&amp;nbsp;",
    "&#10;",
    "目次",
    "免責事項：本記事は投資助言ではありません。",
    "",
    "　",
    "\u200b",
    "────",
]
pages = st.lists(st.sampled_from(PIECES) | st.text(max_size=40), max_size=40).map("\n".join)
anything = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@anything
@given(pages)
def test_every_block_is_kept_or_cut_and_signed(text: str) -> None:
    doc = clean_text(text)
    kept, cut = {b.position for b in doc.blocks}, {c.position for c in doc.cuts}
    assert kept | cut == set(range(len(kept | cut)))
    assert all(c.cleaner and c.reason for c in doc.cuts)
    assert len(kept) == len(doc.blocks)


@anything
@given(pages)
def test_no_letter_appears_that_was_not_on_the_page(text: str) -> None:
    import html
    import unicodedata

    source = unicodedata.normalize("NFC", html.unescape(html.unescape(html.unescape(text))) + text)
    assert set("".join(doc_text(text).split())) <= set(unicodedata.normalize("NFC", source) + source)


def doc_text(text: str) -> str:
    return "".join(b.text for b in clean_text(text).blocks)


@anything
@given(pages)
def test_what_is_kept_is_valid_and_visible(text: str) -> None:
    kept = clean_text(text).text
    kept.encode("utf-8")
    assert not any(c in kept for c in "\u200b\ufeff\u00ad\u202e\x00\x1b\u2028")


@anything
@given(st.binary(max_size=400))
def test_bytes_become_an_article_or_a_rejection(content: bytes) -> None:
    doc = clean_page(Page("p", "p", content))
    assert doc.rejection is None or doc.rejection.reason != "crashed", doc.rejection
    assert doc.rejection or doc.blocks
