"""What each kind of witness says of a page: JSON-LD, meta tags, marked elements, lines."""

import json
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleaners.calendars.setting import Setting
from cleaners.from_html import read_page
from cleaners.load import load_rules
from cleaners.testimony.glue import unglued
from cleaners.testimony.heading_links import SELF, UP, heading_links
from cleaners.testimony.hearing import hear
from cleaners.testimony.json_ld import json_ld
from cleaners.testimony.kind_of_page import kind_of_page
from cleaners.testimony.lines import lines
from cleaners.testimony.metas import witnesses_of
from cleaners.testimony.owners import copyright_owners, owners
from cleaners.testimony.payloads import payload_witnesses
from cleaners.testimony.stage import Stage
from cleaners.testimony.witness import Witness

PROSE = "".join(
    f"<p>The ferry left the harbour at dawn on its run number {n}, and the pilot wrote down what he saw on the water.</p>"
    for n in range(8)
)


def page(head: str = "", above: str = "", below: str = "", outside: str = "") -> str:
    """A page with an article: what stands in its head, round its headline, and outside the article."""
    return (
        f"<html><head><title>The ferry that never slept | Harbour Post</title>{head}</head><body>"
        f'<header><a href="/">Harbour Post</a><nav><a href="/a">News</a> <a href="/b">Sport</a></nav></header>'
        f"<main><article>{above}<h1>The ferry that never slept</h1>{below}{PROSE}</article></main>"
        f"{outside}<footer>© Harbour Post</footer></body></html>"
    )


def said(html: str, field: str) -> list[tuple[tuple[str, ...], str, str]]:
    """What the witnesses of a page say of a field: values, kind and place of each."""
    hearing = hear(read_page(html), "", {})
    return [(w.values, w.kind, w.place) for w in hearing.witnesses if w.field == field]


def data(value: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def of(witnesses: list[Witness], field: str) -> list[tuple[tuple[str, ...], str]]:
    return [(w.values, w.kind) for w in witnesses if w.field == field]


ARTICLE = {"@type": "NewsArticle", "headline": "The ferry", "datePublished": "2025-11-05T09:30:00+09:00"}


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Jane Doe", ("Jane Doe",)),
        ({"@type": "Person", "name": "Jane Doe"}, ("Jane Doe",)),
        ([{"name": "Jane Doe"}, {"name": "John Roe"}], ("Jane Doe", "John Roe")),
        ([["nested"], {"name": "Jane Doe"}], ("Jane Doe",)),
        ({"@id": "#jane"}, ("Jane Doe",)),
        ([{"@id": "#jane"}, "John Roe"], ("Jane Doe", "John Roe")),
        ({"name": {"@value": "Jane Doe"}}, ()),
        (None, ()),
        (7, ("7",)),
        ("", ()),
        ({"name": None}, ()),
    ],
)
def test_authors_in_json_ld_have_many_shapes(author: Any, names: tuple[str, ...]) -> None:
    graph = {"@graph": [{**ARTICLE, "author": author}, {"@type": "Person", "@id": "#jane", "name": "Jane Doe"}]}
    assert [values for values, _ in of(json_ld([json.dumps(graph)]), "authors")] == ([names] if names else [])


def test_only_what_is_the_pages_own_speaks_in_json_ld() -> None:
    elsewhere = {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another"}]}
    comment = {**ARTICLE, "comment": [{"@type": "Comment", "author": "A reader", "datePublished": "2025-12-01"}]}
    found = json_ld([json.dumps([elsewhere, comment])])
    assert of(found, "title") == [(("The ferry",), "json-ld article headline")]
    assert of(found, "published") == [(("2025-11-05T09:30:00+09:00",), "json-ld article datePublished")]
    assert of(found, "authors") == []


def test_a_second_article_in_json_ld_is_another_one() -> None:
    found = json_ld([json.dumps([ARTICLE, {**ARTICLE, "headline": "The other"}])])
    assert [kind for _, kind in of(found, "title")] == ["json-ld article headline", "json-ld other article headline"]


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        ("https://schema.org/NewsArticle", "article"),
        (["WebPage", "BlogPosting"], "article"),
        ("DiscussionForumPosting", "thread"),
        ("Product", "offer"),
        ("CollectionPage", "listing"),
        ("WebPage", "page"),
        ("VideoObject", "media"),
        ("Thing", "thing"),
        (5, "thing"),
        (None, "thing"),
    ],
)
def test_the_sort_of_a_node_is_that_of_its_types(type_: Any, kind: str) -> None:
    found = json_ld([json.dumps({"@type": type_, "datePublished": "2025-11-05"})])
    assert of(found, "published") == [(("2025-11-05",), f"json-ld {kind} datePublished")]


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "Article", "headline": "A \\"ferry\\"", "datePublished": "2025-11-05", }',
        '<!-- {"@type": "Article", "headline": "A \\"ferry\\"", "datePublished": "2025-11-05"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "A \\"ferry\\"", "datePublished": "2025-11-05"}\n//]]>',
        '{"@type": "Article", "headline": "A \\"ferry\\"", "description": "un "quoted" word", "datePublished": "2025-11-05"',
    ],
)
def test_broken_json_ld_says_what_can_be_read(script: str) -> None:
    found = json_ld([script])
    assert [values for values, _ in of(found, "title")] == [('A "ferry"',)]
    assert [values for values, _ in of(found, "published")] == [("2025-11-05",)]


@pytest.mark.parametrize(
    "script", ["", "null", "[]", "5", '"text"', "{" * 5000, "[" * 100_000, '{"@graph": 5}', '{"@id": {}}']
)
def test_json_ld_of_any_make_does_no_harm(script: str) -> None:
    assert json_ld([script]) == []


def test_meta_tags_speak_by_their_names() -> None:
    metas = {
        "og:title": ["One", "Two"],
        "article:tag": ["ships", "sea", "ships"],
        "dc.creator": ["Jane Doe"],
        "viewport": ["width=device-width"],
    }
    found = witnesses_of(metas)
    assert [(w.field, w.values, w.kind, w.where) for w in found] == [
        ("title", ("One",), "og:title", "meta:og:title"),
        ("tags", ("ships", "sea"), "meta tags", "meta:article:tag"),
        ("authors", ("Jane Doe",), "meta author", "meta:dc.creator"),
    ]


@pytest.mark.parametrize("label", ["Written by", "Verfasst von", "Escrito por", "執筆者", "作者"])
def test_a_card_that_labels_its_author_names_one(label: str) -> None:
    metas = {
        "twitter:label1": [label],
        "twitter:data1": ["Jane Doe"],
        "twitter:label2": ["Reading time"],
        "twitter:data2": ["3"],
    }
    assert of(witnesses_of(metas), "authors") == [(("Jane Doe",), "twitter:label")]


def test_an_element_speaks_with_the_place_where_it_stands() -> None:
    html = page(
        below='<p class="byline">By <a rel="author" href="/j">Jane Doe</a></p><time datetime="2025-11-05">5 Nov</time>',
        outside='<aside class="related"><p>More</p><time datetime="2024-01-02">2 Jan</time></aside>',
    )
    assert (("2025-11-05",), "time", "right below title") in said(html, "published")
    assert (("2024-01-02",), "time", "teaser elsewhere") in said(html, "published")
    assert (("Jane Doe",), "rel author", "right below title") in said(html, "authors")
    assert (("By Jane Doe",), "class authors", "right below title") in said(html, "authors")


@pytest.mark.parametrize(
    ("element", "field", "value", "kind"),
    [
        ('<span itemprop="author">Jane Doe</span>', "authors", "Jane Doe", "itemprop author"),
        ('<span property="schema:author">Jane Doe</span>', "authors", "Jane Doe", "itemprop author"),
        ('<a href="/author/jane">Jane Doe</a>', "authors", "Jane Doe", "href author"),
        ('<meta itemprop="datePublished" content="2025-11-05">', "published", "2025-11-05", "itemprop datepublished"),
        ('<span class="PostDate">5 November 2025</span>', "published", "5 November 2025", "class published"),
        ('<span class="last-updated-date">5 November 2025</span>', "modified", "5 November 2025", "class modified"),
        ('<time class="updated" datetime="2025-11-05">x</time>', "modified", "2025-11-05", "class modified"),
        ('<span class="source">Harbour Wire</span>', "site", "Harbour Wire", "class site"),
    ],
)
def test_marks_are_known_by_attributes_and_names(element: str, field: str, value: str, kind: str) -> None:
    assert (value, kind) in [(values[0], k) for values, k, _ in said(page(below=f"<p>{element}</p>"), field)]


@pytest.mark.parametrize("names", ["reading-time", "copyright-date", "event-date", "authorized", "update-information"])
def test_names_that_only_look_like_marks_say_nothing(names: str) -> None:
    html = page(below=f'<p><span class="{names}">5 minutes</span></p>')
    assert not [kind for _, kind, _ in said(html, "published") + said(html, "authors") if kind.startswith("class")]


def heard_lines(*texts: str) -> list[tuple[str, tuple[str, ...], str]]:
    """What the lines below a headline say."""
    read = read_page(page(below="".join(f"<p>{text}</p>" for text in texts)))
    title = next(b.position for b in read.blocks if b.level == 1)
    stage = Stage(title, title + 1 + len(texts), len(read.blocks), anchor=title)
    found = lines(read, stage, load_rules().labels, Setting("en", "GB"))
    return [(w.field, w.values, w.kind) for w in found if w.place == "right below title"]


@pytest.mark.parametrize(
    ("line", "heard"),
    [
        ("By Jane Doe", ("authors", ("Jane Doe",), "line by")),
        ("Von Jana Dorn", ("authors", ("Jana Dorn",), "line by")),
        ("作者：李明", ("authors", ("李明",), "label author")),
        ("翻訳：山田花子", ("translators", ("山田花子",), "label translator")),
        ("来源：海港日报", ("site", ("海港日报",), "label site")),
        ("5 November 2025", ("published", ("2025-11-05",), "line date")),
        ("Posted on 5 November 2025 by Jane Doe", ("authors", ("Jane Doe",), "line dated by")),
        ("Jane Doe", ("authors", ("Jane Doe",), "line person")),
        ("Jane Doe / Mary Roe", ("authors", ("Jane Doe / Mary Roe",), "line person")),
        ("<a>Jane Doe</a> <a>Mary Roe</a>", ("authors", ("Jane Doe", "Mary Roe"), "line person")),
        ("Autoren Jan Roth und Ida Wolf", ("authors", ("Jan Roth und Ida Wolf",), "line by")),
        ("[田中宏，海港メディア]", ("authors", ("田中宏",), "line reporter")),
        ("기자명 이가은 기자", ("authors", ("이가은",), "line by")),
        ("Updated 5 November 2025", ("modified", ("2025-11-05",), "line changed")),
        ("李明", ("authors", ("李明",), "line name")),
        ("記者李明／台北報導", ("authors", ("記者李明／台北報導",), "line reporter")),
    ],
)
def test_lines_below_a_headline_speak(line: str, heard: tuple[str, tuple[str, ...], str]) -> None:
    assert heard in heard_lines(line)


@pytest.mark.parametrize(
    ("parts", "texts"),
    [
        (["Jane Doe", "Reporter"], ["Jane Doe", "Reporter"]),
        (["Jane ", "Doe"], ["Jane Doe"]),
        (["N", "oon"], ["Noon"]),
        (["09:30来源: ", "海港日报", "浙江"], ["09:30来源: 海港日报", "浙江"]),
        (["作者：", "李明"], ["作者：李明"]),
    ],
)
def test_texts_are_parted_where_tags_do_it(parts: list[str], texts: list[str]) -> None:
    assert unglued(parts) == texts


@pytest.mark.parametrize("label", ["Updated ", "<span>Päivitetty</span> "])
def test_a_time_behind_a_word_of_change_is_one_of_change(label: str) -> None:
    html = page(
        below=f'<p><time datetime="2025-11-05">5.11.</time> {label}<time datetime="2025-11-06">6.11.</time></p>'
    )
    assert ("2025-11-05",) in [values for values, kind, _ in said(html, "published") if kind == "time"]
    assert {values for values, kind, _ in said(html, "modified") if kind == "class modified"} == {("2025-11-06",)}


def test_paragraphs_begin_where_two_stand_together() -> None:
    stage = Stage(0, 0, 12, text=7)
    assert [stage.place(at) for at in (3, 8, 10)] == ["right below title", "below title", "in article"]


def test_a_name_beside_a_date_is_heard_as_such() -> None:
    assert ("authors", ("Jane Doe",), "line person by a date") in heard_lines("Jane Doe", "5 November 2025")


@pytest.mark.parametrize("line", ["Share this story", "Listen to the story", "the harbour at night", "3 min read"])
def test_lines_that_say_nothing_are_silent(line: str) -> None:
    assert heard_lines(line) == []


@pytest.mark.parametrize(
    ("block", "heard"),
    [
        ("〔記者李明／台北報導〕The harbour was quiet.", (("李明",), "line opened")),
        ("Jane Doe is a reporter. The sea was quiet again.", (("Jane Doe",), "line life")),
        ("The harbour was quiet again.（记者 王芳）", (("王芳",), "line signed")),
        ("The harbour was quiet again.（记者 王芳 摄）", None),
        ("Port, Nov. 5, 2025 - " + "The harbour was quiet again. " * 4, None),
    ],
)
def test_who_signs_an_article_is_heard(block: str, heard: tuple[tuple[str, ...], str] | None) -> None:
    html = page(outside=f"<p>{block}</p>") if "quiet again" in block else page(below=f"<p>{block}</p>")
    found = [(values, kind) for values, kind, _ in said(html, "authors")]
    assert [w for w in found if w[1] in ("line opened", "line life", "line signed")] == ([heard] if heard else [])


def test_the_day_with_which_a_paragraph_opens_is_heard() -> None:
    opening = "<p>HARBOUR CITY, Nov. 5, 2025 - " + "The harbour was quiet again that morning. " * 4 + "</p>"
    assert (("2025-11-05",), "line opened", "right below title") in said(page(below=opening), "published")


@pytest.mark.parametrize("line", ["Launch date 5 November 2025", "発売日 2025年11月5日"])
def test_the_day_of_something_else_is_not_heard(line: str) -> None:
    assert said(page(below=f"<p>{line}</p>"), "published") == []


@pytest.mark.parametrize(
    ("below", "heard"),
    [
        ("<p>Written by</p><p>Jane Doe</p>", (("Jane Doe",), "label author above", "right below title")),
        ("<p>Author:</p><p>Jane Doe</p>", (("Jane Doe",), "label author above", "right below title")),
        ("<p>この記事を書いた人</p><p>高瀬 理央</p>", (("高瀬 理央",), "label author above", "right below title")),
        ("<p>執筆者プロフィール</p><p>高瀬 理央</p>", (("高瀬 理央",), "line boxed", "right below title")),
        ("<p>Autorin: Jane Doe</p>", (("Jane Doe",), "label author", "right below title")),
        ("<p>《港口》作者 杜若白</p>", (("杜若白",), "line by", "right below title")),
    ],
)
def test_labels_of_authors_are_heard(below: str, heard: tuple[tuple[str, ...], str, str]) -> None:
    assert heard in said(page(below=below), "authors")


@pytest.mark.parametrize(
    "below", ["<p>Author gesucht</p>", "<p>Author</p><p>" + "The harbour was quiet again. " * 4 + "</p>"]
)
def test_words_of_labels_alone_name_nobody(below: str) -> None:
    assert not [w for w in said(page(below=below), "authors") if w[1] in ("label author above", "line by")]


@pytest.mark.parametrize(
    ("below", "site"),
    [
        ("<p>2025年11月5日 09:30 | 来源：港口日报</p>", "港口日报"),
        ("<p>来源：港口日报 浏览次数：128 字号：大 中 小</p>", "港口日报"),
        ("<p>来源：港口日报举报</p>", "港口日报"),
        ("<p>来源：<a>港口日报</a> <a>举报</a></p>", "港口日报"),
    ],
)
def test_a_credited_outlet_is_heard_without_what_stands_beside_it(below: str, site: str) -> None:
    assert ((site,), "label site", "right below title") in said(page(below=below), "site")


@pytest.mark.parametrize("label", ["Updated:", "Last updated", "更新日"])
def test_a_day_below_the_label_of_a_change_is_no_day_of_publication(label: str) -> None:
    html = page(below=f'<div>{label}</div><div><time datetime="2025-11-05">5 November 2025</time></div>')
    assert said(html, "published") == []
    assert (("2025-11-05",), "line changed", "right below title") in said(html, "modified")


def test_the_release_of_what_is_sold_is_no_day_of_publication() -> None:
    html = page(below='<p>Release date:</p><p class="date">3 March 2024</p>')
    assert said(html, "published") == []


@pytest.mark.parametrize(
    ("heading", "way"),
    [
        ('<h1><a href="https://blog.example/jane">Notes</a></h1>', UP),
        ('<a href="/jane"><h1>Notes</h1></a>', UP),
        ('<h2><a href="https://www.blog.example/jane/e/12?x=1#top">The ferry</a></h2>', SELF),
        ('<h2><a href="//blog.example/jane/e/12/">The ferry</a></h2>', SELF),
        ('<h2><a href="/jane/e/13">Another ferry</a></h2>', None),
        ('<h2><a href="/ja">Another path</a></h2>', None),
        ("<h1>The ferry</h1>", None),
    ],
)
def test_where_a_heading_leads_to(heading: str, way: str | None) -> None:
    read = read_page(f"<html><body>{heading}{PROSE}</body></html>")
    links = heading_links(read.tree, read.walk, "https://blog.example/jane/e/12")
    assert dict(links) == ({0: way} if way else {})
    assert heading_links(read.tree, read.walk, "") == {}


def test_a_site_that_has_a_persons_name_names_a_writer() -> None:
    blocks = read_page(page(outside="<p>© 2025 Jane Doe. All rights reserved.</p>")).blocks
    said = [Witness("title", ("The ferry | John Roe's notes",), "title", "title"), *copyright_owners(blocks)]
    found = list(owners(said, "https://janedoe.example/"))
    assert [(w.values, w.kind) for w in found] == [
        (("John Roe",), "site person"),
        (("Jane Doe",), "site person of its address"),
    ]


def test_microdata_names_in_an_attribute() -> None:
    item = '<p><span itemprop="author" itemscope><link itemprop="name" content="Jane Doe"></span></p>'
    assert (("Jane Doe",), "itemprop author", "right below title") in said(page(below=item), "authors")


def test_the_object_with_the_pages_title_speaks_in_a_payload() -> None:
    story = {"title": "The ferry", "author": {"name": "Jane Doe"}, "publishedAt": "2025-11-05", "likes": 4}
    other = {"title": "Another", "author": "John Roe"}
    script = f'<script type="application/json">{json.dumps({"props": [other, story]})}</script>'
    found = list(payload_witnesses(LexborHTMLParser(f"<html><body>{script}</body></html>"), "The ferry"))
    assert [(w.values, w.kind, w.where) for w in found] == [
        (("Jane Doe",), "json-ld article author", "payload:author"),
        (("2025-11-05",), "json-ld article datePublished", "payload:publishedAt"),
    ]


@pytest.mark.parametrize(
    ("html", "url", "kind"),
    [
        (page(below="<p>$ 19.90</p><p>Add to cart</p>"), "", "a call to buy"),
        (page(below="<p>$ 19.90</p>"), "", "a price"),
        (page().replace("<body>", '<body class="single-post">'), "", "body single-post"),
        (page(), "https://docs.a.example/x", "address of a manual"),
        (page(), "https://a.example/product/x", "address of a shop or a service"),
    ],
)
def test_the_kind_of_a_page_shows(html: str, url: str, kind: str) -> None:
    read = read_page(html)
    title = next(b.position for b in read.blocks if b.level == 1)
    stage = Stage(title, title + 1, len(read.blocks), anchor=title)
    assert kind in kind_of_page(read, [], url, stage)
    assert kind not in kind_of_page(read_page(page()), [], "", stage)
