"""What pages say of themselves, to no good: JSON-LD, meta tags, dates, addresses, names."""

import json

from tests.abuse.cases import ARTICLE, STORY, TITLE, becomes, html, numbered


def ld(said: object, raw: bool = False) -> str:
    return f'<script type="application/ld+json">{said if raw else json.dumps(said)}</script>'


def deep(levels: int, inner: object = 1) -> str:
    return '{"@type":"NewsArticle","a":' * levels + json.dumps(inner) + "}" * levels


@becomes(ARTICLE)
def megabytes_of_data() -> str:
    return html("", ld({"@type": "NewsArticle", "headline": TITLE, "articleBody": "word " * 1_000_000}))


@becomes(ARTICLE)
def deep_data() -> str:
    return html("", ld(deep(50_000), raw=True) + ld("[" * 200_000, raw=True) + ld("[" * 900 + "]" * 900, raw=True))


@becomes(ARTICLE)
def data_just_below_the_recursion_limit() -> str:
    return html("", "".join(ld(deep(levels), raw=True) for levels in (100, 300, 600, 900, 990)))


@becomes(ARTICLE)
def wide_data() -> str:
    return html(
        "",
        ld(
            {
                "@graph": [
                    {"@type": "NewsArticle", "headline": f"Title {n}", "author": {"name": f"A {n}"}}
                    for n in range(20_000)
                ]
            }
        ),
    )


@becomes(ARTICLE)
def data_that_refers_to_itself() -> str:
    return html("", ld({"@graph": [
        {"@id": "#a", "@type": "NewsArticle", "author": {"@id": "#a"}, "isPartOf": {"@id": "#b"}, "mainEntity": {"@id": "#a"}},
        {"@id": "#b", "@type": "WebSite", "publisher": {"@id": "#b"}, "hasPart": {"@id": "#a"}},
    ]}))  # fmt: skip


@becomes(ARTICLE)
def data_of_odd_types() -> str:
    odd: list[object] = [
        None,
        True,
        7,
        -1.5,
        1e308,
        [],
        {},
        [[]],
        "",
        " ",
        "\u0000",
        ["x", None, {"name": []}],
        {"@value": {}},
        10**400,
    ]
    keys = (
        "headline",
        "author",
        "datePublished",
        "publisher",
        "@type",
        "image",
        "keywords",
        "url",
        "name",
        "@graph",
        "inLanguage",
    )
    return html("", "".join(ld({"@type": "NewsArticle", key: value}) for key in keys for value in odd))


@becomes(ARTICLE)
def data_with_numbers_without_end() -> str:
    return html(
        "",
        ld(f'{{"@type":"Article","headline":{"9" * 50_000},"datePublished":1{"0" * 5_000}}}', raw=True)
        + ld('{"a":NaN,"b":-Infinity,"c":1e999999}', raw=True),
    )


@becomes(ARTICLE)
def data_that_is_broken() -> str:
    return html(
        "",
        "".join(
            ld(x, raw=True)
            for x in (
                '{"a":',
                "{'a':1}",
                '{"a":1,}',
                "<!-- {} -->",
                "//<![CDATA[\n{}\n//]]>",
                "\ufeff{}",
                "{}{}",
                "null",
                '"x"',
                '{"a":"\\ud800"}',
                '{"a":"\\u00',
            )
        ),
    )


@becomes(ARTICLE)
def thousands_of_data_blocks() -> str:
    return html("", numbered(ld({"@type": "NewsArticle", "headline": "T #", "author": "A #"}), 3_000))


@becomes(ARTICLE)
def metas_by_the_ten_thousand() -> str:
    return html("", '<meta name="author" content="Jane Doe"><meta property="og:title" content="Other">' * 10_000)


@becomes(ARTICLE)
def metas_that_are_all_different() -> str:
    return html(
        "",
        numbered('<meta name="author" content="Author Number#"><meta property="article:tag" content="tag #">', 10_000),
    )


@becomes(ARTICLE)
def meta_of_megabytes() -> str:
    return html(
        "",
        f'<meta name="description" content="{"word " * 400_000}"><meta name="author" content="{"a" * 2_000_000}"><meta name=keywords content="{"a," * 300_000}">',
    )


DATES = (
    "0000-00-00", "9999-99-99", "2025-02-30", "2025-13-01", "-2025-11-05", "10000-01-01", "2025-11-05T99:99:99", "2025-11-05T24:00:00Z",
    "2025-11-05T14:30:60+99:99", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "99999999999999999999", "1e400", "NaN", "令和99999年13月45日",
    "Thu, 32 Foo 20255", "5 days ago" * 1000, "9" * 100_000, "2025-11-05" * 5_000, "٢٠٢٥-١١-٠٥", "２０２５年１１月３１日", "2025-11-05T14:30:00.99999999999999999999Z",
    "999999999999 years ago", "民國9999年1月1日", "昭和64年12月31日",
)  # fmt: skip


@becomes(ARTICLE)
def dates_out_of_any_calendar() -> str:
    head = "".join(
        f'<meta property="article:published_time" content="{d}"><meta name="date" content="{d}">' for d in DATES
    )
    body = "".join(f'<time datetime="{d}">{d[:200]}</time> ' for d in DATES)
    return html(
        body, head + "".join(ld({"@type": "NewsArticle", "datePublished": d, "dateModified": d}) for d in DATES)
    )


@becomes(ARTICLE)
def dates_by_the_thousand() -> str:
    return html(numbered("<time datetime='2025-11-05T14:30:00Z'>5 November 2025, # hours ago</time> ", 3_000))


@becomes(ARTICLE)
def digits_by_the_hundred_thousand() -> str:
    return html("<p>" + "2025-" * 20_000 + "1/2/3/4/5" * 15_000 + "</p>")


@becomes(ARTICLE)
def addresses_that_do_harm() -> str:
    bad = ("javascript:alert(1)", "https://user:secret@example.org/", "https://[::1", "https://" + "a" * 100_000, "https://example.org/?" + "a=1&" * 50_000,
           "https://example.org/\u202etxt.exe", "https://example.org/%00%0d%0a", "//user:pw@example.org", "http://exa mple.org/", "https://例え.jp/%ff")  # fmt: skip
    return html(
        "",
        "".join(
            f'<link rel=canonical href="{b}"><meta property="og:url" content="{b}">{ld({"@type": "NewsArticle", "url": b})}'
            for b in bad
        ),
    )


@becomes(ARTICLE)
def credentials_in_the_address() -> str:
    return html("", '<link rel=canonical href="https://user:secret@example.org/news/1?utm_source=x">')


@becomes(ARTICLE)
def claims_with_controls_and_overrides() -> str:
    bad = "Jane\\u202e Doe\\u0007\\u0000\\ud800\\u009b"
    return html("", ld(f'{{"@type":"NewsArticle","headline":"{bad} {TITLE}","author":"{bad}","keywords":["{bad}"],"publisher":{{"name":"{bad}"}},"description":"{bad}"}}', raw=True)
                + '<meta name=author content="Jane\u202e\u2066\x07 Doe"><meta property=og:site_name content="Si\u202ete\x1b[31m">')  # fmt: skip


@becomes(ARTICLE)
def claims_that_do_harm_in_a_spreadsheet() -> str:
    return html(
        "",
        ld(
            {
                "@type": "NewsArticle",
                "headline": '=HYPERLINK("http://evil.example","x")',
                "author": "@SUM(1+1)*cmd|' /C calc'!A0",
                "description": "<script>alert(1)</script>",
            }
        ),
    )


@becomes(ARTICLE)
def microdata_in_circles() -> str:
    return html(
        "<div itemscope itemtype='https://schema.org/NewsArticle' itemref='a b c' id=a>" * 2_000
        + "<span itemprop=author itemscope itemref=a>x</span>" * 2_000
    )


@becomes(ARTICLE)
def names_of_thousands() -> str:
    return html("<p class=byline>By " + ", ".join(f"Jane Doe{n}" for n in range(5_000)) + "</p>")


@becomes(ARTICLE)
def language_that_is_none() -> str:
    return html().replace("lang=en", "lang='" + "x-" * 50_000 + "'")


@becomes(ARTICLE)
def payload_of_a_script_without_end() -> str:
    return html(
        '<script>self.__next_f.push([1,"'
        + "a:[" * 100_000
        + '"])</script><script id=__NEXT_DATA__ type=application/json>'
        + "[" * 300_000
        + "</script>"
    )


@becomes("no-article", "empty", "listing", ARTICLE)
def payload_alone() -> str:
    data = json.dumps({"props": {"body": [{"x": [s] * 50} for s in STORY] * 500}})
    return f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body><div id=__next></div><script id=__NEXT_DATA__ type=application/json>{data}</script></body></html>"


@becomes("no-article", "empty", "listing", ARTICLE)
def deep_payload_alone() -> str:
    return f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body><script id=__NEXT_DATA__ type=application/json>{deep(900)}</script><script>window.__NUXT__={deep(5_000)}</script></body></html>"
