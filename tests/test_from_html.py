"""The HTML door: which pages it takes, what it makes of them, and the ways round for those that it cannot."""

import json

import numpy as np
import pytest

from cleaners import from_html as door
from cleaners.doc import Comments, Doc
from cleaners.from_html import from_html, is_html
from cleaners.page import Page, clean_page
from cleaners.recipe import clean_html

PARAGRAPHS = [
    "港の蓄電所は、夜のあいだに余った電気をためて、朝の混み合う時間に町へ返す仕組みだと担当者は説明した。",
    "運転を見守る技師は、電池よりも人の手順のほうがよほど難しく、手順書は四十回も書き直されたと話している。",
    "町は来年、同じ設備をもう一つ建てる計画で、費用は県と折半し、工事は地元の三社が分けて受けることになる。",
    "漁協の組合長は、夜の港が静かになったことを喜び、次は氷を作る機械にもこの電気を使いたいと述べた。",
]
MENU = "".join(f'<li><a href="/{i}">{name}</a></li>' for i, name in enumerate(("政治", "経済", "地域", "スポーツ")))
TEASERS = "".join(f'<li><a href="/t{i}">隣町の風力発電所が{i}年ぶりに再稼働へ</a></li>' for i in range(2, 8))
COMMENTS = "".join(
    f'<li class="comment"><b>読者{i}</b><p>この記事を読んで、町の電気の使い方が変わると感じました。続報を待っています。{i}</p></li>'
    for i in range(3)
)


BODY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)


def html(body: str = BODY, charset: str = "utf-8", comments: str = "") -> str:
    return f"""<!DOCTYPE html><html lang="ja"><head><meta charset="{charset}">
<title>港の新しい蓄電所が動き始めた | 港湾日報</title><meta property="og:site_name" content="港湾日報">
<meta property="og:type" content="article"><link rel="canonical" href="https://kowan.example/a/1"></head><body>
<nav class="global-nav"><ul>{MENU}</ul></nav>
<main><article class="post"><h1>港の新しい蓄電所が動き始めた</h1><div class="entry-content">{body}</div></article>
<section class="comments"><h2>コメント</h2><ol class="comment-list">{comments}</ol></section></main>
<aside class="related-posts"><h3>関連記事</h3><ul>{TEASERS}</ul></aside>
<footer class="site-footer"><p>Copyright 港湾日報 All rights reserved.</p></footer></body></html>"""


def texts(doc: Doc) -> list[str]:
    assert doc.rejection is None, doc.rejection
    return [b.text for b in doc.blocks]


def test_an_article_comes_out_of_its_page() -> None:
    doc = clean_html(html())
    assert texts(doc) == PARAGRAPHS
    assert doc.metadata.title == "港の新しい蓄電所が動き始めた"
    assert doc.metadata.site == "港湾日報"
    assert doc.metadata.url == "https://kowan.example/a/1"
    assert doc.metadata.language == "ja"
    assert doc.metadata.provenance["text"].startswith("html, 0.")
    assert {c.cleaner for c in doc.cuts} == {"frame", "titles"}
    positions = sorted([b.position for b in doc.blocks] + [c.position for c in doc.cuts])
    assert positions == list(range(len(from_html(html()).blocks)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (html(), True),
        ("﻿  <!-- saved page -->\n<HTML><body>x", True),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', True),
        ("<p>One paragraph.</p>\n<p>Another one.</p>", True),
        ("港の新しい蓄電所\n本文です。", False),
        ('<span leaf="">港の蓄電所は、夜に余った電気をためる。\n本文が続く。', False),
        ("An article about <html> and <body> tags.", False),
        ("<3 this article\n" + "A sentence that goes on and on. " * 40 + "</p>", False),
        ("", False),
    ],
)
def test_html_is_known_by_its_content(text: str, expected: bool) -> None:
    assert is_html(text) is expected


@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "iso2022_jp", "utf-8", "utf-16"])
def test_a_page_in_its_own_encoding_is_an_article(codec: str) -> None:
    doc = clean_page(Page("a", "a", html(charset=codec.replace("cp932", "shift_jis")).encode(codec)))
    assert texts(doc) == PARAGRAPHS
    assert doc.metadata.provenance["encoding"].startswith(codec.replace("utf-16", "utf-16-le"))


@pytest.mark.parametrize(("comments", "kept"), [("keep", True), ("cut", False)])
def test_the_caller_decides_on_readers_comments(comments: Comments, kept: bool) -> None:
    doc = clean_page(Page("a", "a", html(comments=COMMENTS).encode()), comments)
    assert texts(doc)[:4] == PARAGRAPHS
    assert any("続報" in text for text in texts(doc)) is kept


def test_by_itself_the_door_cuts_comments_below_an_article() -> None:
    assert texts(clean_html(html(comments=COMMENTS))) == PARAGRAPHS


def test_tags_nested_beyond_reason_are_flattened_and_read_as_text() -> None:
    deep = "<div>" * 8_000 + BODY
    doc = clean_page(Page("a", "a", html(body=deep).encode()))
    assert [t for t in texts(doc) if t in PARAGRAPHS] == PARAGRAPHS
    assert doc.metadata.provenance["text"].startswith("flattened")
    assert doc.chars_in >= sum(map(len, PARAGRAPHS))


def test_a_page_that_no_parser_can_take_is_a_rejection_that_says_why() -> None:
    doc = clean_page(Page("a", "a", b"<!DOCTYPE html>" + b"<div>" * 500_000))
    assert doc.rejection
    assert doc.rejection.reason == "too-large"
    assert "400,000" in doc.rejection.detail


def test_a_page_without_visible_text_is_read_from_its_payload() -> None:
    story = {"props": {"pageProps": {"article": {"title": "港", "body": BODY}}}}
    page = (
        "<!DOCTYPE html><html><head><title>港</title></head><body><div id='__next'></div>"
        f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(story)}</script></body></html>'
    )
    doc = clean_html(page)
    assert texts(doc) == PARAGRAPHS
    assert doc.metadata.provenance["text"].startswith("payload")


def test_trafilatura_is_asked_about_an_article_that_leaves_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    doubtful = lambda found, head: np.full(len(found.pieces), 0.2, np.float32)  # noqa: E731
    monkeypatch.setattr(door, "judge", doubtful)
    doc = from_html(html())
    likely = {b.text: b.likely or 0 for b in doc.blocks}
    assert "trafilatura" in doc.metadata.provenance["text"]
    assert min(likely[p] for p in PARAGRAPHS) > 0.2 > likely["隣町の風力発電所が3年ぶりに再稼働へ"]


def test_captions_are_listed_as_such_and_those_outside_the_article_are_not() -> None:
    figure = "<figure><img src='x.jpg'><figcaption>{}</figcaption></figure>"
    body = f"<p>{PARAGRAPHS[0]}</p>{figure.format('夜の港の蓄電所')}" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[1:])
    page = html(body).replace("<footer", f"<aside>{figure.format('広告の写真')}</aside><footer")
    doc = clean_html(page)
    assert doc.metadata.captions == ("夜の港の蓄電所",)
    assert [t for t in texts(doc) if t in PARAGRAPHS] == PARAGRAPHS


GUTTERS = {
    "hugo": "<td><pre><code><span>1\n</span><span>2\n</span></code></pre></td><td><pre><code>{}\n</code></pre></td>",
    "hexo": "<td class='gutter'><pre><span>1</span><br><span>2</span><br></pre></td><td><pre>{}<br></pre></td>",
    "rouge": "<td class='rouge-gutter gl'><pre class='lineno'>1\n2\n</pre></td><td><pre>{}\n</pre></td>",
    "pygments": "<td class='linenos'><div><pre><span></span>8\n9</pre></div></td><td><div><pre>{}</pre></div></td>",
}


@pytest.mark.parametrize("make", GUTTERS)
def test_the_numbers_beside_the_lines_of_code_are_cut_and_the_code_is_whole(make: str) -> None:
    code = "total = 0\nfor hour in night:"
    table = f"<div class='highlight'><table><tr>{GUTTERS[make].format(code)}</tr></table></div>"
    doc = clean_html(html(f"<p>{PARAGRAPHS[0]}</p>{table}" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[1:])))
    assert texts(doc) == [PARAGRAPHS[0], code, *PARAGRAPHS[1:]]
    assert [c.reason for c in doc.cuts if c.cleaner == "line_numbers"] == ["numbers the lines of the code below"]


def test_numbers_that_a_program_prints_stay() -> None:
    listing = "<pre>for i in range(3):\n    print(i)</pre><pre>0\n1\n2</pre>"
    doc = clean_html(html(f"<p>{PARAGRAPHS[0]}</p>{listing}" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[1:])))
    assert "0\n1\n2" in texts(doc)


@pytest.mark.parametrize("page", ["<html>", "<!doctype html><title>x</title>", "<html><body><script>1</script>"])
def test_a_page_without_text_is_rejected(page: str) -> None:
    doc = clean_html(page)
    assert doc.rejection
    assert doc.rejection.reason == "empty"
    assert doc.text == ""


def test_the_same_page_gives_the_same_doc() -> None:
    assert clean_html(html()) == clean_html(html())


@pytest.mark.parametrize(
    ("title", "said", "reason"),
    [
        ("404 Not Found", "<p>The page you are looking for could not be found.</p>", "error-page"),
        ("ページが見つかりません", "<p>お探しのページは見つかりませんでした。URLをご確認ください。</p>", "error-page"),
        ("Just a moment...", "<p>Checking your browser before accessing example.com.</p>", "error-page"),
        (
            "Log in",
            "<p>Please log in to continue.</p><form><label>Email</label><button>Log in</button></form>",
            "login-wall",
        ),
    ],
)
def test_a_page_that_is_no_article_is_rejected_for_what_it_says(title: str, said: str, reason: str) -> None:
    page = (
        f"<html><head><title>{title}</title></head><body><nav><ul>{MENU}</ul></nav><main><h1>{title}</h1>{said}</main>"
        "<footer><p>© 2025 Example Ltd. All rights reserved.</p></footer></body></html>"
    )
    doc = clean_html(page)
    assert doc.rejection
    assert doc.rejection.reason == reason


def test_heaps_of_comments_ahead_of_what_is_no_markup_take_no_time() -> None:
    # Each comment could end with any of the later ones: without care, some 1700 to the power of five ways.
    assert not is_html("<!---->" * 1_700 + "words")
    assert is_html("<!-- a --> <!-- b -->\n<html><p>words")
