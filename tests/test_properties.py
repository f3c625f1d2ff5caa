"""What holds for any text whatever: nothing raises, nothing vanishes, nothing is invented."""

import html as markup
import re
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import fs

from cleaners.page import Page, clean_page
from cleaners.recipe import clean_text
from flows.parts import clean_to_rows
from flows.places import File
from flows.sources.pages import read_container
from flows.sources.records import Reading
from flows.summary import Summary
from tests.promises import broken_promises
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
    source = unicodedata.normalize("NFC", markup.unescape(markup.unescape(markup.unescape(text))) + text)
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


STORY = "".join(f"<p>{text}</p>" for text in PROSE.values())
TAGS = [
    "p",
    "div",
    "h1",
    "h2",
    "li",
    "ul",
    "td",
    "a href='https://e.org/x'",
    "b",
    "blockquote",
    "pre",
    "span",
    "article",
    "br",
]
leaves = st.sampled_from([piece for piece in PIECES if "<" not in piece]) | st.text(max_size=30)
trees = st.recursive(
    leaves.map(markup.escape),
    lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=4)).map(
        lambda part: f"<{part[0]}>{''.join(part[1])}</{part[0].split()[0]}>"
    ),
    max_leaves=25,
)
sites = trees.map(
    lambda body: f"<!DOCTYPE html><html><head><title>A page</title></head><body>{body}{STORY}</body></html>"
)


@anything
@given(sites)
def test_no_word_appears_that_was_not_on_the_page(site: str) -> None:
    """Compared without white space and signs: those of lists and tables are ours."""
    shown = markup.unescape(_TAG.sub("", site))
    # An entity may be escaped twice, and a tag that is escaped is debris.
    seen = " ".join(map(letters, (shown, markup.unescape(shown), _TAG.sub("", shown))))
    for block in clean_page(Page("p", "p", site.encode())).blocks:
        assert all(letters(word) in seen for word in block.text.split()), block.text


_TAG = re.compile(r"<[^>]*>")


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


@anything
@given(sites | pages)
def test_what_is_written_keeps_every_promise(site: str) -> None:
    rows = clean_to_rows(Page("p", "p", site.encode(), url="https://example.org/1"), "auto")
    assert broken_promises(rows) == []
    if rows.article:
        assert 0 < rows.article["chars_out"] <= rows.article["chars_in"]
        kept = [line for line in rows.article["text"].split("\n") if line]
        assert kept


@anything
@given(sites)
def test_the_same_page_becomes_the_same_rows(site: str) -> None:
    page = Page("p", "p", site.encode())
    assert clean_to_rows(page, "auto") == clean_to_rows(page, "auto")


@anything
@given(st.lists(st.binary(max_size=60), max_size=6))
def test_counts_add_up_whatever_a_container_holds(lines: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.jsonl")
        path.write_bytes(b"\n".join(lines))
        found = list(read_container(File(fs.LocalFileSystem(), str(path), "a.jsonl"), Reading(), Counter()))
    summary = Summary()
    for page in found:
        summary.count(clean_to_rows(page, "auto"))
    assert summary.pages == len(found) == len({page.page_id for page in found})
    assert len(found) == sum(bool(line.strip()) for line in b"\n".join(lines).split(b"\n"))
