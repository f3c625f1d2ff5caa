"""Articles in the data of single-page apps: every kind of payload, and data that holds no article."""

import html
import json
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleaners.dom.payloads import is_bare, payload_html

TITLE = "港の新しい蓄電所が動き始めた"
JA = [
    "港の蓄電所は、夜のあいだに余った電気をためて、朝の混み合う時間に町へ返す仕組みだ。",
    "運転を見守る技師は、電池よりも人の手順のほうがよほど難しいと話している。朝の点検は二時間かかる。",
    "来年の春には、隣の町にも同じ大きさの建物が立つ予定で、工事はすでに始まっている。",
]
EN = [
    "The harbour's new battery store takes in what the wind farms leave over at night, and gives it back at dawn.",
    "Engineers say that the cells were the easy part. The procedures around them took two years to write down.",
    "A second building of the same size is to follow next spring, on the far side of the canal.",
]
PROSE = {"ja": JA, "en": EN}


def page(inside: str, title: str = TITLE) -> LexborHTMLParser:
    return LexborHTMLParser(
        f"<html><head><title>{title} | 港新聞</title></head><body><div id=app></div>{inside}</body></html>"
    )


def script(value: Any, start: str = "<script type='application/json'>") -> str:
    return f"{start}{json.dumps(value, ensure_ascii=False).replace('</', '<' + chr(92) + '/')}</script>"


def texts(found: str | None, css: str = "p, li, h2") -> list[str]:
    return [node.text(strip=True) for node in LexborHTMLParser(found or "").css(css)]


def markup(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def flight(*rows: str) -> str:
    whole = "".join(rows)
    parts = (whole[: len(whole) // 2], whole[len(whole) // 2 :])
    return "".join(f"<script>self.__next_f.push({json.dumps([1, part])})</script>" for part in parts)


def nuxt(title: str, body: str) -> str:
    return script(
        [{"data": 1}, {"post": 2}, {"title": 3, "body": 4}, title, body],
        "<script id='__NUXT_DATA__' type='application/json'>",
    )


SOURCES = {
    "next": lambda post: script({"props": {"pageProps": {"post": post}}}, "<script id='__NEXT_DATA__' type='application/json'>"),
    "nuxt data": lambda post: nuxt(post["title"], post["body"]),
    "nuxt": lambda post: script({"state": {"post": post}}, "<script>window.__NUXT__="),
    "state": lambda post: script({"post": post}, "<script>var a = 1; window.__INITIAL_STATE__ = "),
    "preloaded": lambda post: script({"post": post}, "<script>window['__PRELOADED_STATE__'] = "),
    "apollo": lambda post: script({"Post:1": post}, "<script>window.__APOLLO_STATE__="),
    "remix": lambda post: script({"state": {"loaderData": {"post": post}}}, "<script>window.__remixContext = "),
    "parsed": lambda post: script(json.dumps({"post": post}), "<script>window.__DATA__ = JSON.parse(") ,
    "json": lambda post: script({"post": post}),
    "linked data": lambda post: script([{"@type": "NewsArticle", "headline": post["title"], "articleBody": post["body"]}], "<script type='application/ld+json'>"),
    "flight": lambda post: flight('1:I["x"]\n', f"2:{json.dumps(['$', 'div', None, {'post': post}])}\n"),
    "flight text": lambda post: flight(f"a:T{len(post['body'].encode()):x},{post['body']}", '3:["$","br",null,{}]\n'),
    "discourse": lambda post: f"<div id=data-preloaded data-preloaded='{html.escape(json.dumps({'topic_1': json.dumps(post)}))}'></div>",
    "template": lambda post: f"<template>{post['body']}</template>",
    "frame": lambda post: f"<iframe srcdoc='{html.escape(post['body'])}'></iframe>",
    "attribute": lambda post: f"<div data-content='{html.escape(post['body'])}'></div>",
}  # fmt: skip


@pytest.mark.parametrize("language", PROSE)
@pytest.mark.parametrize("source", SOURCES)
def test_every_source_is_read(source: str, language: str) -> None:
    lines = PROSE[language]
    found = payload_html(page(SOURCES[source]({"title": TITLE, "body": markup(lines)})))
    assert texts(found, "p") == lines


@pytest.mark.parametrize("language", PROSE)
@pytest.mark.parametrize("source", sorted(SOURCES.keys() - {"template", "frame", "attribute", "flight text"}))
def test_plain_text_becomes_paragraphs(source: str, language: str) -> None:
    lines = [*PROSE[language], "a < b & c"]
    found = payload_html(page(SOURCES[source]({"title": TITLE, "body": "\n".join(lines)})))
    assert texts(found, "p") == lines


def leaf(text: str, key: str = "text") -> dict[str, Any]:
    return {"type": "text", key: text}


RICH: dict[str, Any] = {
    "contentful": {
        "nodeType": "document",
        "content": [
            {"nodeType": "heading-2", "content": [{"nodeType": "text", "value": "見出し"}]},
            *({"nodeType": "paragraph", "content": [{"nodeType": "text", "value": t}]} for t in JA),
            {"nodeType": "unordered-list", "content": [{"nodeType": "list-item", "content": [{"nodeType": "text", "value": "一つ"}]}]},
        ],
    },
    "sanity": [
        {"_type": "block", "style": "h2", "children": [{"_type": "span", "text": "見出し"}]},
        *({"_type": "block", "style": "normal", "children": [{"_type": "span", "text": t}]} for t in JA),
        {"_type": "block", "style": "normal", "listItem": "bullet", "children": [{"_type": "span", "text": "一つ"}]},
    ],
    "slate": [
        {"type": "heading-two", "children": [{"text": "見出し"}]},
        *({"type": "paragraph", "children": [{"text": t}]} for t in JA),
        {"type": "bulleted-list", "children": [{"type": "list-item", "children": [{"text": "一つ"}]}]},
    ],
    "editorjs": {
        "blocks": [
            {"type": "header", "data": {"text": "見出し", "level": 2}},
            *({"type": "paragraph", "data": {"text": t}} for t in JA),
            {"type": "list", "data": {"style": "unordered", "items": ["一つ"]}},
        ]
    },
    "draft": {
        "entityMap": {},
        "blocks": [
            {"type": "header-two", "text": "見出し"},
            *({"type": "unstyled", "text": t} for t in JA),
            {"type": "unordered-list-item", "text": "一つ"},
        ],
    },
    "prosemirror": {
        "type": "doc",
        "content": [
            {"type": "heading", "attrs": {"level": 2}, "content": [leaf("見出し")]},
            *({"type": "paragraph", "content": [leaf(t)]} for t in JA),
            {"type": "bulletList", "content": [{"type": "listItem", "content": [leaf("一つ")]}]},
        ],
    },
    "lexical": {
        "root": {
            "children": [
                {"type": "heading", "tag": "h2", "children": [leaf("見出し")]},
                *({"type": "paragraph", "children": [leaf(t)]} for t in JA),
                {"type": "list", "children": [{"type": "listitem", "children": [leaf("一つ")]}]},
            ]
        }
    },
    "gutenberg": [
        {"name": "core/heading", "attributes": {"content": "見出し"}},
        *({"name": "core/paragraph", "attributes": {"content": t}} for t in JA),
        {"name": "core/list-item", "attributes": {"content": "一つ"}},
    ],
    "react": [
        "$", "main", None,
        {"children": [["$", "h2", None, {"children": "見出し"}], *(["$", "p", None, {"children": t}] for t in JA), ["$", "li", None, {"children": "一つ"}]]},
    ],
}  # fmt: skip


@pytest.mark.parametrize("kind", RICH)
def test_blocks_become_html_in_order(kind: str) -> None:
    inside = flight(f"2:{json.dumps(RICH[kind])}\n") if kind == "react" else script({"entry": {"body": RICH[kind]}})
    found = payload_html(page(inside))
    assert texts(found) == ["見出し", *JA, "一つ"]
    assert texts(found, "h2") == ["見出し"]
    assert texts(found, "li") == ["一つ"]


def test_text_in_blocks_is_escaped() -> None:
    blocks = [{"type": "paragraph", "children": [{"text": t}]} for t in [*EN, "if a < b and c > d: <x>"]]
    assert texts(payload_html(page(script(blocks))))[-1] == "if a < b and c > d: <x>"


@pytest.mark.parametrize("posts", [
    [{"id": i, "username": "hanako", "cooked": f"<p>{t}</p>"} for i, t in enumerate(JA * 2)],
    [{"type": "posts", "attributes": {"contentHtml": f"<p>{t}</p>"}} for t in JA * 2],
    [{"author": {"name": "hanako"}, "message": t} for t in JA * 2],
])  # fmt: skip
def test_the_posts_of_a_thread_are_joined(posts: list[Any]) -> None:
    assert texts(payload_html(page(script({"title": TITLE, "posts": posts}))), "p") == JA * 2


def test_the_object_of_the_page_wins_over_longer_ones() -> None:
    posts = [
        {"title": "隣町の風力発電所が三年ぶりに再稼働", "body": markup(EN * 2)},
        {"title": TITLE, "body": markup(JA)},
    ]
    assert texts(payload_html(page(script({"posts": posts}))), "p") == JA
    slugs = [
        {"slug": "other-one", "title": "A", "body": markup(EN * 2)},
        {"slug": "battery-store", "title": "B", "body": markup(JA)},
    ]
    link = "<link rel=canonical href='https://example.org/news/battery-store/'>"
    assert texts(payload_html(page(link + script(slugs), "x")), "p") == JA


def test_the_title_comes_with_its_article() -> None:
    found = payload_html(page(script({"title": "A < B", "body": markup(EN)})))
    assert texts(found, "h1") == ["A < B"]
    assert texts(payload_html(page(script({"title": "A", "body": "<h1>C</h1>" + markup(EN)}))), "h1") == ["C"]


def test_escaped_html_is_read_as_html() -> None:
    assert texts(payload_html(page(script({"body": html.escape(markup(EN))}))), "p") == EN


LONG = " ".join(EN)
NEGATIVE: dict[str, Any] = {
    "config": {
        "buildId": "x1",
        "runtimeConfig": {"apiUrl": "https://example.org/api", "flags": {"a": True}},
        "about": LONG[:90],
    },
    "settings": {"settings": {"help": LONG}, "productSettings": {"text": LONG}},
    "translations": {"i18n": {"terms": LONG, "hello": "Hello."}},
    "catalogue": {
        f"message.{i}": f"Please enter line {i} of your address. It must not be empty. {LONG}" for i in range(40)
    },
    "teasers": {"posts": [{"title": f"News {i}", "excerpt": EN[i % 3]} for i in range(40)]},
    "related": {"related": [{"title": f"News {i}", "body": markup(EN)} for i in range(4)]},
    "cookies": {
        "modal": {"text": f"We use cookies. Cookies help us to serve you. {LONG[:200]} Do you consent to cookies?"}
    },
    "banner": {"cookieBanner": {"text": LONG}},
    "code": {"inline": "function a(b){return b.c[0];} var d = {e: [1, 2]}; " * 40},
    "image": {"blur": "data:image/png;base64," + "iVBORw0KGgo" * 100},
    "words": {"keywords": "battery, harbour, wind, storage, energy, " * 40},
}


@pytest.mark.parametrize("name", NEGATIVE)
def test_data_without_an_article_gives_none(name: str) -> None:
    assert payload_html(page(script(NEGATIVE[name]))) is None


BROKEN = {
    "nothing": "",
    "cut off": '<script type=\'application/json\'>{"body": "' + markup(EN),
    "deep": "<script type='application/json'>" + "[" * 100_000 + "</script>",
    "deep objects": "<script>window.__INITIAL_STATE__ = " + '{"a":' * 100_000 + "</script>",
    "deep and whole": "<script type='application/json'>" + "[" * 900 + "]" * 900 + "</script>",
    "deep strings": script({"body": "<div>" * 6_000 + markup(EN)}),
    "too large": "<script type='application/json'>"
    + json.dumps({"a": "x" * 5_000_000, "body": markup(EN)})
    + "</script>",
    "expression": "<script>window.__NUXT__=(function(a){return {body:a}}('x'))</script>",
    "many starts": "<script>" + "window.__DATA__ = {" * 20_000 + "</script>",
    "flight": "<script>" + "self.__next_f.push([1," * 20_000 + "</script>",
    "flight rows": flight(*("1:Tffffff,x" for _ in range(9_000))),
    "circle": '<script id=\'__NUXT_DATA__\' type=\'application/json\'>[[0, 1], {"a": 0, "b": 99, "c": -1}]</script>',
    "wide circle": "<script id='__NUXT_DATA__' type='application/json'>[["
    + "1," * 50_000
    + '1], "'
    + "word " * 900
    + '"]</script>',
    "lone surrogate": '<script type=\'application/json\'>{"a": "' + "x. \\ud800 " * 100 + '"}</script>',
    "numbers": "<script type='application/json'>" + "9" * 9_000 + "</script>",
    "keys": '<script type=\'application/json\'>{"": null, "title": 5, "attributes": [], "body": {}, "x": [{}, {"attributes": 3}, {}]}</script>',
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_and_hostile_data_is_passed_by(name: str) -> None:
    found = payload_html(page(BROKEN[name]))
    assert found is None or name == "lone surrogate"


def test_broken_data_does_not_hide_the_rest() -> None:
    assert (
        texts(payload_html(page(BROKEN["deep"] + BROKEN["cut off"] + "</script>" + script({"body": markup(EN)}))), "p")
        == EN
    )


def test_a_bare_page_shows_next_to_nothing() -> None:
    assert is_bare([])
    assert is_bare(["Loading…", "港新聞"])
    assert not is_bare(EN * 2)
    assert not is_bare(JA * 2)
