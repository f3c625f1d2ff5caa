"""What is believed of what a page says: titles, authors, dates, site, address, and their provenance."""

import pytest

from cleaners.calendars.setting import Setting
from cleaners.doc import Doc
from cleaners.from_html import from_html
from cleaners.page import Page, clean_page
from cleaners.testimony.address import address
from cleaners.testimony.names_of_site import site_names, variants
from cleaners.testimony.setting import setting_of
from cleaners.testimony.weigh import weights
from cleaners.testimony.witness import Witness

PROSE = "".join(
    f"<p>The ferry left the harbour at dawn on its run number {n}, and the pilot wrote down what he saw on the water.</p>"
    for n in range(8)
)
SUNRISE = "".join(
    f"<p>港の渡し船は第{n}便として夜明けに出発し、船長は海の上で見たものをすべて書き留めた。</p>" for n in range(8)
)


PARTS = {
    "head": "",
    "above": "",
    "title": "<h1>The ferry that never slept</h1>",
    "below": "",
    "body": PROSE,
    "outside": "",
    "lang": "en",
    "url": "https://www.harbourpost.example/news/the-ferry-that-never-slept",
}


def clean(head: str = "", **given: str) -> Doc:
    """A page of these parts, cleaned; what is no part is what the source says of the page."""
    parts = PARTS | {"head": head} | {name: given.pop(name) for name in PARTS.keys() & given.keys()}
    html = (
        '<html lang="{lang}"><head>{head}</head><body><header><a href="/">Harbour Post</a>'
        '<nav><a href="/a">News</a> <a href="/b">Sport</a></nav></header><main><article>{above}{title}'
        "{below}{body}</article></main>{outside}<footer><p>© Harbour Post</p></footer></body></html>"
    ).format_map(parts)
    doc = clean_page(Page("page", "page", html.encode(), url=parts["url"], stated=given))
    assert doc.rejection is None
    return doc


@pytest.mark.parametrize(
    "title",
    [
        "The ferry that never slept | Harbour Post",
        "The ferry that never slept - Harbour Post",
        "Harbour Post: The ferry that never slept",
        "The ferry that never slept – News – Harbour Post",
        "The ferry that never slept &#8211; Harbour Post",
        "The ferry that never slept &amp;#8211; Harbour Post",
        "The ferry that never slept",
    ],
)
@pytest.mark.parametrize("h1", ["<h1>The ferry that never slept</h1>", "<h1>Harbour Post</h1>", ""])
def test_the_title_is_the_articles_own(title: str, h1: str) -> None:
    head = f'<title>{title}</title><meta property="og:site_name" content="Harbour Post">'
    assert clean(head, title=h1).metadata.title == "The ferry that never slept"


@pytest.mark.parametrize(
    ("whole", "how", "rest"),
    [
        ("夜の渡し船｜港ニュース", "without site", "夜の渡し船"),
        ("夜の渡し船_港ニュース", "without site", "夜の渡し船"),
        ("夜の渡し船-港ニュース", "without site", "夜の渡し船"),
        ("Post: A ferry", "without site", "A ferry"),
        ("A ferry that never slept | Boats | News", "first part", "A ferry that never slept"),
        ("A ferry - Boats", "without last part", "A ferry"),
        ("Boats » A ferry", "without first part", "A ferry"),
    ],
)
def test_a_title_reads_without_what_may_be_a_sites(whole: str, how: str, rest: str) -> None:
    names = site_names([Witness("site", ("港ニュース",), "", ""), Witness("site", ("Post",), "", "")], (), "")
    assert variants(whole, names).get(how) == rest


@pytest.mark.parametrize("title", ["Twenty-one ferries", "A self-made pilot: his story", "9/11 and after"])
def test_marks_inside_a_title_part_nothing(title: str) -> None:
    assert variants(title, frozenset({"post"})) == {}


def test_a_heading_of_the_frame_is_no_title() -> None:
    head = "<title>The ferry that never slept | Harbour Post</title>"
    doc = clean(head, above="<h1>Harbour Post</h1>", title="<h2>The ferry that never slept</h2>")
    assert doc.metadata.title == "The ferry that never slept"
    assert "The ferry that never slept" not in doc.text


def test_authors_are_people_and_stand_in_order() -> None:
    doc = clean(below='<p class="byline">By <a rel="author">Jane Doe</a> and <a rel="author">Ana de la Cruz</a></p>')
    assert doc.metadata.authors == ("Jane Doe", "Ana de la Cruz")
    assert "Jane Doe" not in doc.text


def test_translators_are_no_authors() -> None:
    doc = clean(below="<p>著者：サトシ・ナカモト</p><p>翻訳：山田花子</p>", body=SUNRISE, lang="ja")
    assert doc.metadata.authors == ("サトシ・ナカモト",)
    assert doc.metadata.translators == ("山田花子",)


@pytest.mark.parametrize(
    "outside",
    [
        '<section class="comments"><p class="author">Angry Reader</p><p>First!</p></section>',
        '<aside class="related"><p>Other news</p><p class="byline">By Mary Major</p></aside>',
    ],
)
def test_other_peoples_names_are_not_the_authors(outside: str) -> None:
    assert clean(outside=outside).metadata.authors == ()


def test_what_a_page_does_not_say_is_null() -> None:
    found = clean(url="").metadata
    assert (found.authors, found.translators, found.published, found.modified, found.url, found.tags) == ((),) * 2 + (
        None,
    ) * 3 + ((),)


@pytest.mark.parametrize(
    ("head", "below", "published"),
    [
        (
            '<meta property="article:published_time" content="2025-11-05T09:30:00+09:00">',
            "",
            "2025-11-05T09:30:00+09:00",
        ),
        ("", '<p><time datetime="2025-11-05T09:30">5 Nov</time></p>', "2025-11-05T09:30"),
        ("", "<p>Published: 5 November 2025</p>", "2025-11-05"),
        (
            '<meta property="article:published_time" content="2025-11-05">',
            "<p>5 November 2025, 09:30</p>",
            "2025-11-05T09:30",
        ),
        # a machine's time in UTC, and the same moment by the clock on the page: the day is the reader's
        (
            '<meta property="article:published_time" content="2025-11-05T01:45:30Z">',
            '<p><time datetime="2025-11-04T20:45:30">Nov 4</time></p>',
            "2025-11-04T20:45:30-05:00",
        ),
        ('<meta property="article:published_time" content="2025-02-31">', "", None),
        ('<meta property="article:published_time" content="soon">', "", None),
    ],
)
def test_the_day_is_as_precise_as_it_is_stated(head: str, below: str, published: str | None) -> None:
    assert clean(head, below=below).metadata.published == published


def test_a_page_of_japan_has_the_clock_of_japan() -> None:
    below = '<p><time datetime="2025-11-05T09:30">2025年11月5日 9時30分</time></p>'
    url = "https://minato.example.jp/1"
    assert clean(below=below, body=SUNRISE, lang="ja", url=url).metadata.published == "2025-11-05T09:30+09:00"
    head = '<meta property="article:published_time" content="2025-11-04T22:10:00Z">'
    assert clean(head, body=SUNRISE, lang="ja", url=url).metadata.published == "2025-11-05T07:10:00+09:00"


def test_published_is_not_modified() -> None:
    head = '<meta property="article:published_time" content="2025-11-05"><meta property="article:modified_time" content="2025-11-09">'
    found = clean(head).metadata
    assert (found.published, found.modified) == ("2025-11-05", "2025-11-09")
    assert found.provenance["published"].startswith("meta:article:published_time")
    assert found.provenance["modified"] == "meta:article:modified_time"


def test_a_change_ahead_of_the_publication_is_none() -> None:
    head = '<meta property="article:published_time" content="2025-11-05"><meta property="article:modified_time" content="2020-01-01">'
    assert clean(head).metadata.modified is None


def test_dates_of_other_articles_are_not_the_articles() -> None:
    others = "".join(
        f"<li><a href='/{n}'>Another story</a> <time datetime='2024-01-0{n}'>Jan {n}</time></li>" for n in range(1, 6)
    )
    assert clean(outside=f'<aside class="related"><h3>More</h3><ul>{others}</ul></aside>').metadata.published is None


def test_a_relative_date_needs_the_time_of_the_fetch() -> None:
    below = '<p class="date">2 hours ago</p>'
    assert clean(below=below).metadata.published is None
    fetched = clean(below=below, fetched="2025-11-05T12:00:00+00:00").metadata.published
    assert fetched is not None
    assert fetched.startswith("2025-11-05T10")


def test_witnesses_that_disagree_are_noted() -> None:
    head = '<meta property="article:published_time" content="2025-11-05"><meta name="date" content="2025-11-03">'
    found = clean(head).metadata
    assert found.published == "2025-11-05"
    assert found.provenance["published"] == "meta:article:published_time; meta:date says “2025-11-03”"


@pytest.mark.parametrize(
    ("head", "below", "site"),
    [
        ('<meta property="og:site_name" content="Harbour Post">', "", "Harbour Post"),
        ('<meta property="og:site_name" content="Harbour Post | News from the quay">', "", "Harbour Post"),
        ("<title>The ferry that never slept | Harbour Post</title>", "", "Harbour Post"),
        ('<meta property="og:site_name" content="Harbour Post">', "<p>Source: Coast Wire</p>", "Coast Wire"),
        ('<meta property="og:site_name" content="Harbour Post">', "<p>来源：本站</p>", "Harbour Post"),
        ('<meta name="twitter:site" content="@harbourpost">', "", "Harbour Post"),
        ("", "", "Harbour Post"),  # its footer says so
        ("<title>Harbour Post: The ferry that never slept</title>", "", "Harbour Post"),
        ("<title> – The ferry that never slept</title>", "", "Harbour Post"),
        (
            '<meta property="og:site_name" content="{site.name}"><title>The ferry that never slept | Post</title>',
            "",
            "Post",
        ),
        (
            '<meta property="og:site_name" content="The ferry that never slept | Post">'
            "<title>The ferry that never slept | Post</title>",
            "",
            "Post",
        ),
        (
            '<meta property="og:site_name" content="Harbour Post">',
            "<p>Sources: Coast Wire, Town Hall</p>",
            "Harbour Post",
        ),
    ],
)
def test_the_site_is_the_one_credited_or_the_pages_own(head: str, below: str, site: str | None) -> None:
    assert clean(head, below=below).metadata.site == site


@pytest.mark.parametrize(
    ("canonical", "fetched", "url"),
    [
        ("https://a.example/x", "https://a.example/x?utm_source=mail", "https://a.example/x"),
        ("/x", "https://a.example/y", "https://a.example/x"),
        ("", "https://me:secret@a.example/x?utm_source=mail&id=3&srsltid=AfmB#top", "https://a.example/x?id=3"),
        ("", "https://a.example/x;jsessionid=9F1A?id=3", "https://a.example/x?id=3"),
        ("https://a.example/", "https://a.example/news/x", "https://a.example/news/x"),
        ("javascript:alert(1)", "https://a.example/x", "https://a.example/x"),
        ("https://a.example/go?to=https://b.example/", "", "https://a.example/go?to=https%3A%2F%2Fb.example%2F"),
        ("http://[broken", "https://a.example/x", "https://a.example/x"),
        ("", "", ""),
    ],
)
def test_the_address_is_canonical_and_clean(canonical: str, fetched: str, url: str) -> None:
    said = [Witness("url", (canonical,), "canonical", "link:canonical")] if canonical else []
    assert address(said, fetched)[0] == url


@pytest.mark.parametrize(
    ("language", "url", "setting"),
    [
        ("ja", "https://a.co.jp/", Setting("ja", "JP")),
        ("en-GB", "https://a.com/", Setting("en-GB", "GB")),
        ("zh_Hant_TW", "https://a.com/", Setting("zh-Hant-TW", "TW")),
        ("en", "https://a.co.uk/", Setting("en", "GB")),
        ("en", "https://a.io/", Setting("en", "")),
        ("", "https://a.de/", Setting("de", "DE")),
        ("", "https://a.ch/", Setting("", "CH")),
        ("", "", Setting("", "")),
    ],
)
def test_the_setting_is_that_of_language_and_country(language: str, url: str, setting: Setting) -> None:
    assert setting_of(language, url, "") == setting


def test_the_source_is_a_witness_too() -> None:
    found = clean(title="<p>Welcome</p>", author="Jane Doe", published="2025-11-05", site="Harbour Post").metadata
    assert (found.authors, found.published, found.site) == (("Jane Doe",), "2025-11-05", "Harbour Post")
    assert found.provenance["published"] == "source: published"


def test_the_head_speaks_where_the_article_says_nothing() -> None:
    head = '<meta name="description" content="A night on the water with the pilot."><meta name="keywords" content="ferry, harbour">'
    found = clean(head).metadata
    assert found.summary == "A night on the water with the pilot."
    assert found.tags == ("ferry", "harbour")
    assert found.provenance["summary"] == "meta:description"


@pytest.mark.parametrize("url", ["http://[broken", "javascript:alert(1)", "//a.example/x", "\ud800", "http://"])
def test_an_address_that_is_none_does_no_harm(url: str) -> None:
    head = '<link rel="canonical" href="http://[broken"><meta property="og:url" content="http://[broken">'
    assert clean(head, url=url).metadata.url is None
    assert clean_page(Page("page", "page", ("ferry " * 40).encode(), url=url)).metadata.url is None


def test_a_source_speaks_for_flattened_text_that_says_nothing() -> None:
    said = {
        "author": "Jane Doe and John Roe",
        "published": "2025-11-05T09:30:00Z",
        "site": "Harbour Post",
        "language": "en",
    }
    text = "\n".join(f"The pilot of the ferry wrote down what he saw on the water on run number {n}." for n in range(8))
    found = clean_page(
        Page("page", "page", text.encode(), url="https://me:x@a.example/b?utm_source=c", stated=said)
    ).metadata
    assert (found.authors, found.published) == (("Jane Doe", "John Roe"), "2025-11-05T09:30:00+00:00")
    assert (found.site, found.url) == ("Harbour Post", "https://a.example/b")
    assert found.provenance["authors"] == "source: author"


def test_a_title_is_spelled_as_it_stands_on_the_page() -> None:
    head = '<title>the ferry that never slept | harbour post</title><meta property="og:title" content="the ferry that never slept">'
    assert clean(head).metadata.title == "The ferry that never slept"


@pytest.mark.parametrize(("kind", "published"), [("product", None), ("article", "2025-11-05")])
def test_a_single_line_gives_no_day_to_a_page_that_is_no_article(kind: str, published: str | None) -> None:
    doc = from_html(f'<html><head><meta property="og:type" content="{kind}"></head><body>{PROSE}</body></html>')
    assert doc.learn("line 3", published="2025-11-05", site="Harbour Post").metadata.published == published
    assert doc.learn("line 3", published="2025-11-05", site="Harbour Post").metadata.site == "Harbour Post"


def test_the_first_poster_of_a_thread_is_its_author() -> None:
    posts = "".join(
        f'<div class="post"><span class="username">{name}</span>{PROSE if name == "seagull7" else "<p>I agree.</p>"}</div>'
        for name in ("seagull7", "oldpilot", "landrat")
    )
    found = clean(body=posts, url="https://forum.example/t/the-ferry/12").metadata
    assert found.authors == ("seagull7",)


def test_the_entry_is_the_title_where_the_first_heading_leads_to_the_blog() -> None:
    head = "<title>The ferry that never slept - Notes of Jane</title>"
    doc = clean(
        head,
        above='<h1><a href="https://blog.example/jane">Notes of Jane</a></h1>',
        title='<h3><a href="https://blog.example/jane/e/12">The ferry that never slept</a></h3>',
        url="https://blog.example/jane/e/12",
    )
    assert doc.metadata.title == "The ferry that never slept"


def test_a_translator_whom_the_head_calls_author_is_none() -> None:
    head = '<meta name="author" content="Ana Roca"><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ana Roca">'
    found = clean(head, below="<p>Translated by: Ana Roca</p>").metadata
    assert (found.authors, found.translators) == ((), ("Ana Roca",))


@pytest.mark.parametrize("field", ["title", "authors", "published"])
def test_no_witness_weighs_against_what_it_says(field: str) -> None:
    table = weights(field)
    assert table
    assert not [trait for trait, weight in table.items() if trait.startswith("against ") and weight > 0]
