"""The walk over a page by cases: what is one piece, what is none, and of which kind it is."""

from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.dom.blocks import make_blocks
from cleaners.dom.pieces import ARIA_HIDDEN, HIDDEN, NOSCRIPT, Piece, Walk
from cleaners.dom.walk import walk
from tests.test_html_seeds import pages

MOST_COLUMNS = 50


def walked(html: str) -> Walk:
    body = LexborHTMLParser(html).body
    return walk(body) if body else Walk()


def blocks(html: str) -> tuple[Block, ...]:
    found = walked(html)
    return make_blocks(found, [1.0] * len(found.pieces), 0.5, "https://site.example/a/b.html")


def case(name: str, html: str, expected: Any, defect: str = "") -> Any:
    marks = [pytest.mark.xfail(reason=defect, strict=True)] if defect else []
    return pytest.param(html, expected, id=name, marks=marks)


STALE = (
    "a br at the end of a block makes the next block its next line: _flush leaves `broken` set where no text is left"
)
NUMBERS = "start, value and reversed are not read: the items are counted from 1"

PIECES = [
    # inline tags make no break and no space
    case("bold inside a word", "<p>foo<b>bar</b>baz</p>", ["foobarbaz"]),
    case(
        "inline tags of all kinds",
        "<p>a<span>b</span><i>c</i><font>d</font><u>e</u><sup>2</sup><wbr>f</p>",
        ["abcde2f"],
    ),
    case("spaces stay where they stood", "<p>foo <b>bar</b> <i> baz</i></p>", ["foo bar baz"]),
    case("image is no break", '<p>left<img src="x.png" alt="never shown">right</p>', ["leftright"]),
    case("comment is no break", "<p>one<!-- two -->three</p>", ["onethree"]),
    # block tags do
    case("text around a block", "<div>a<div>b</div>c</div>", ["a", "b", "c"]),
    case("blocks without spaces between", "<p>a</p><p>b</p><h2>c</h2><section>d</section>", ["a", "b", "c", "d"]),
    case("custom element is a block", "a<my-card>b</my-card>c", ["a", "b", "c"]),
    case("block inside inline", "<span>a<div>b</div>c</span>", ["a", "b", "c"]),
    case("paragraphs that are not closed", "<p>a<p>b<p>c", ["a", "b", "c"]),
    case("bold across paragraphs", "<b><p>a</p><p>b</p></b>", ["a", "b"]),
    case("bold that is never closed", "<p>a <b>b</p><p>c</p>", ["a b", "c"]),
    case("end tags without a start", "a</b></p></div>b", ["a", "b"]),
    # white space
    case("runs of white space", "<p>  a \t\n  b&nbsp;&nbsp; c\u3000d </p>", ["a b c d"]),
    case("nothing but white space", "<p> </p><p>&nbsp;</p><div>\n\t</div>", []),
    case("line end in English", "<p>one\ntwo\n   three</p>", ["one two three"]),
    case(
        "line end in Japanese", "<p>港の新しい\n蓄電所が、\n   動き始めた。</p>", ["港の新しい蓄電所が、動き始めた。"]
    ),
    case("line end in Chinese", "<p>老顾的\r\n修表铺</p>", ["老顾的修表铺"]),
    case("line end in Korean", "<p>폐역 된\n청운역</p>", ["폐역 된 청운역"]),
    case("line end between scripts", "<p>蓄電所の\nBattery です</p>", ["蓄電所の Battery です"]),
    case("line end before an inline tag", "<p>港の\n<b>蓄電所</b>\nが</p>", ["港の蓄電所が"]),
    case("line end between inline tags", "<p><b>港の</b>\n<b>蓄電所</b></p>", ["港の蓄電所"]),
    case("space in Japanese that is no line end", "<p>第一章 港</p>", ["第一章 港"]),
    # what is not shown
    case(
        "ruby",
        "<p><ruby>港<rp>（</rp><rt>みなと</rt><rp>）</rp></ruby>の<ruby><rb>町</rb><rtc>まち</rtc></ruby></p>",
        ["港の町"],
    ),
    case("ruby whose tags are not closed", "<p><ruby>港<rp>(<rt>みなと<rp>)</ruby>へ</p>", ["港へ"]),
    case("script and style", "<p>a</p><script>b()</script><style>p{}</style><p>c</p>", ["a", "c"]),
    case("script inside a sentence", "<p>a<script>b()</script>c</p>", ["ac"]),
    case("template", "<template><p>a</p></template>b", ["b"]),
    case("svg with text", "<p>a<svg><text>b</text><title>c</title></svg>d</p>", ["ad"]),
    case(
        "controls",
        "<select><option>a</option></select><textarea>b</textarea><input value=c><datalist><option>d</datalist>e",
        ["e"],
    ),
    case("media", "<iframe>a</iframe><object>b</object><audio>c</audio><video>d</video><canvas>e</canvas>f", ["f"]),
    case("noscript", "<p>a</p><noscript><p>b</p></noscript>", ["a", "b"]),
    case("hidden text is found", '<p hidden>a</p><div style="display: none">b</div>', ["a", "b"]),
    case("closed details", "<details><summary>a</summary><p>b</p></details>", ["a", "b"]),
    # line breaks
    case("br", "<p>a<br>b<br/>c</p>", ["a", "b", "c"]),
    case("br inside bold", "<p><b>a<br>b</b></p>", ["a", "b"]),
    case("br and nothing else", "<p><br></p><p><br><br></p>", []),
    # entities, broken bytes
    case(
        "entities",
        "<p>&lt;p&gt; &amp;amp; &#x3042;&hellip; &copy; AT&T &bogus; &#0;</p>",
        ["<p> &amp; あ… © AT&T &bogus; \ufffd"],
    ),
    case("null character", "<p>a\x00b</p>", ["ab"]),
    case("less-than sign that is no tag", "<p>1 < 2 and 3 <4</p>", ["1 < 2 and 3 <4"]),
    case("empty body", "<body></body>", []),
    case("nothing at all", "", []),
    case("text without a tag", "just a line", ["just a line"]),
    case("text behind the body's end", "<body><p>a</p></body></html><p>b</p>", ["a", "b"]),
    # code
    case(
        "pre keeps its white space", "<pre>\nif a:\n    b  = 1\n\n\treturn\n</pre>", ["if a:\n    b  = 1\n\n\treturn"]
    ),
    case("pre keeps the first indent", "<pre>    a\n  b</pre>", ["    a\n  b"]),
    case(
        "pre with tags",
        '<pre><code><span class="k">def</span> <span>f</span>():\n  <b>pass</b></code></pre>',
        ["def f():\n  pass"],
    ),
    case("pre with tags on lines of their own", "<pre><b>a</b>\n<i>b</i>\n\n  <u>c</u></pre>", ["a\nb\n\n  c"]),
    case("pre with br", "<pre>a<br>  b<br><br>c</pre>", ["a\n  b\n\nc"]),
    case("pre behind text", "<div>a<pre>b\nc</pre>d</div>", ["a", "b\nc", "d"]),
    # tables
    case("data table", "<table><tr><th>a<th>b<tr><td>1<td>2</table>", ["a | b", "1 | 2"]),
    case(
        "sections of a table",
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody><tfoot><tr><td>3</td><td>4</td></tr></tfoot></table>",
        ["a | b", "1 | 2", "3 | 4"],
    ),
    case("empty cell", "<table><tr><td>a<td><td>b<tr><td>1<td>2<td></table>", ["a |  | b", "1 | 2 | "]),
    case("empty row", "<table><tr><td>a<td>b<tr><td><td><tr><td>1<td>2</table>", ["a | b", "1 | 2"]),
    case("paragraphs in a cell", "<table><tr><td><p>a</p><p>b</p><td>c<tr><td>1<td>2</table>", ["a b | c", "1 | 2"]),
    case("line break in a cell", "<table><tr><td>a<br>b<td>c<tr><td>1<td>2</table>", ["a b | c", "1 | 2"]),
    case("colspan", "<table><tr><td>a<td colspan=2>b<tr><td>1<td>2<td>3</table>", ["a | b | ", "1 | 2 | 3"]),
    case(
        "colspan of nonsense",
        "<table><tr><td colspan=0>a<td colspan=-3>b<td colspan=x>c<tr><td>1<td>2<td>3</table>",
        ["a | b | c", "1 | 2 | 3"],
    ),
    case("caption", "<table><caption>t</caption><tr><td>a<td>b<tr><td>1<td>2</table>", ["t", "a | b", "1 | 2"]),
    case("text between the rows", "<table><tr><td>a<td>b</tr>stray<tr><td>1<td>2</table>", ["stray", "a | b", "1 | 2"]),
    case("table of one column", "<table><tr><td>a<tr><td>b</table>", ["a", "b"]),
    case("table of one row", "<table><tr><td>a<td>b</table>", ["a", "b"]),
    case(
        "layout table",
        f"<table><tr><td>menu<td><p>{'long ' * 70}</p><p>end</p><tr><td>a<td>b</table>",
        ["menu", ("long " * 70).strip(), "end", "a", "b"],
    ),
    case(
        "cell of many paragraphs",
        f"<table><tr><td>a<td>{'<p>b</p>' * 7}<tr><td>1<td>2</table>",
        ["a", *"bbbbbbb", "1", "2"],
    ),
    case(
        "data inside layout",
        "<table><tr><td>x<td><table><tr><td>a<td>b<tr><td>1<td>2</table><tr><td>y<td>z</table>",
        ["x", "a | b", "1 | 2", "y", "z"],
    ),
    case(
        "three tables deep",
        "<table><tr><td><table><tr><td><table><tr><td>a<td>b<tr><td>1<td>2</table></table></table>",
        ["a | b", "1 | 2"],
    ),
    case(
        "two tables",
        "<table><tr><td>a<td>b<tr><td>1<td>2</table><table><tr><td>c<td>d<tr><td>3<td>4</table>",
        ["a | b", "1 | 2", "c | d", "3 | 4"],
    ),
    case("cells without a table", "<tr><td>a</td><td>b</td></tr>", ["ab"]),
    case("table that is not closed", "<table><tr><td>a<td>b<tr><td>1<td>2", ["a | b", "1 | 2"]),
    # lists
    case("nested list", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", ["a", "b", "c"]),
    case("definitions", "<dl><dt>a</dt><dd>b</dd><dt>c<dd>d</dl>", ["a", "b", "c", "d"]),
    case(
        "quotation",
        "<p>she said <q>no</q></p>",
        ["she said “no”"],
        "the quotation marks that a browser sets around <q> are lost",
    ),
]


@pytest.mark.parametrize(("html", "expected"), PIECES)
def test_pieces(html: str, expected: list[str]) -> None:
    found = walked(html)
    assert [p.text for p in found.pieces] == expected
    assert_sound(found)


def assert_sound(found: Walk) -> None:
    """Each element covers what its children cover, in order, and each piece lies in its element.

    Not so what a table of data holds: its cells are no pieces any more.
    """
    n = len(found.parent)
    tables = {p.table for p in found.pieces if p.table >= 0}
    tabled = [False] * n
    columns = (found.tag, found.mask, found.flags, found.signature, found.depth, found.first, found.end)
    assert [len(column) for column in columns] == [n] * 7
    for at, parent in enumerate(found.parent):
        assert 0 <= found.first[at] <= found.end[at] <= len(found.pieces)
        if at:
            assert parent < at
            assert found.depth[at] == found.depth[parent] + 1
            tabled[at] = tabled[parent] or parent in tables
            assert found.flags[at] & found.flags[parent] == found.flags[parent]
        if at and not tabled[at]:
            assert found.first[parent] <= found.first[at]
            assert found.end[at] <= found.end[parent]
    for at, piece in enumerate(found.pieces):
        assert piece.text.strip()
        assert found.first[piece.element] <= at < found.end[piece.element], (at, piece.text)
        assert piece.linked >= 0
        assert all(0 <= index <= len(piece.parts) for index, _ in piece.marks)


@pytest.mark.parametrize("page_id", [page.id for page in pages()])
def test_columns_agree_on_whole_pages(page_id: str) -> None:
    content = next(page.content for page in pages() if page.id == page_id)
    assert_sound(walked(content.decode("utf-8", "replace")))


# The pieces behind which a line of the same paragraph goes on: True where a br stands before, and no more.
BROKEN = [
    case("br", "a<br>b", [False, True]),
    case("two br", "a<br><br>b", [False, False]),
    case("two br with space between", "a<br> \n <br>b", [False, False]),
    case("two br with an empty tag between", "a<br><b></b><br>b", [False, False]),
    case("br and rule", "a<br><hr>b", [False, False]),
    case("rule", "a<hr>b", [False, False]),
    case("br inside bold", "<b>a<br>b</b>", [False, True]),
    case("br at the head", "<p><br>a</p>", [False]),
    case("br at the end of a paragraph", "<p>a<br></p><p>b</p>", [False, False]),
    case("br at the end of a paragraph, line by line", "<p>a<br>\n</p>\n<p>b</p>", [False, False]),
    case("br before a block", "a<br><div>b</div>", [False, False]),
    case("br before a heading", "<div>a<br><h2>b</h2></div>", [False, False]),
    case("three lines", "a<br>b<br>c<br><br>d<br>e", [False, True, True, False, True]),
]


@pytest.mark.parametrize(("html", "expected"), BROKEN)
def test_lines_of_one_paragraph(html: str, expected: list[bool]) -> None:
    assert [p.broken for p in walked(html).pieces] == expected


FLAGS = [
    case("nothing hidden", "<p>a</p>", [0]),
    case("hidden attribute", "<p hidden>a</p>", [HIDDEN]),
    case("hidden around", "<div hidden><div><p>a</p></div></div><p>b</p>", [HIDDEN, 0]),
    case("display none", '<p style="color:red; DISPLAY : none">a</p>', [HIDDEN]),
    case("visibility hidden", '<p style="visibility:hidden">a</p>', [HIDDEN]),
    case("aria-hidden", '<p aria-hidden="true">a</p><p aria-hidden="false">b</p>', [ARIA_HIDDEN, 0]),
    case("noscript", "<p>a</p><noscript><p>b</p></noscript>", [0, NOSCRIPT]),
    case("all of them", '<p>a</p><noscript><div hidden><p aria-hidden="true">b</p></div></noscript>', [0, 7]),
]


@pytest.mark.parametrize(("html", "expected"), FLAGS)
def test_flags(html: str, expected: list[int]) -> None:
    found = walked(html)
    assert [found.flags[p.element] for p in found.pieces] == expected


def counts(piece: Piece) -> tuple[int, int, int]:
    return piece.linked, piece.links, piece.bold


COUNTS = [
    case("no link", "<p>abc</p>", [(0, 0, 0)]),
    case("link", '<p>a <a href="/x">bcd</a> e</p>', [(3, 1, 0)]),
    case("link without an address", '<p><a name="x">bcd</a></p>', [(0, 0, 0)]),
    case("two links", '<p><a href="/x">ab</a><a href="/y">c</a></p>', [(3, 2, 0)]),
    case("bold", "<p><b>ab</b><strong>c</strong><em>d</em></p>", [(0, 0, 3)]),
    case("bold link", '<p><b><a href="/x">ab</a></b></p>', [(2, 1, 2)]),
    case("links of a row", '<table><tr><td><a href="/x">ab</a><td>c<tr><td>1<td>2</table>', [(2, 1, 0), (0, 0, 0)]),
]


@pytest.mark.parametrize(("html", "expected"), COUNTS)
def test_links_and_bold_are_counted(html: str, expected: list[tuple[int, int, int]]) -> None:
    assert [counts(p) for p in walked(html).pieces] == expected


def test_a_link_around_blocks_links_them_all() -> None:
    found = walked('<a href="/x"><h3>ab</h3><p>c</p></a><p>d</p>')
    assert [p.linked for p in found.pieces] == [2, 1, 0]


# kind, level, bullet, indent, joined, text
BLOCKS = [
    case("paragraph", "<p>a</p>", [("paragraph", 0, "", 0, False, "a")]),
    *(case(f"heading {n}", f"<h{n}>a</h{n}>", [("heading", n, "", 0, False, "a")]) for n in range(1, 7)),
    case("heading in a box", "<h2><div><span>a</span></div></h2>", [("heading", 2, "", 0, False, "a")]),
    case("list", "<ul><li>a</li><li>b</li></ul>", [("item", 0, "- ", 0, False, "a"), ("item", 0, "- ", 0, False, "b")]),
    case(
        "numbers",
        "<ol><li>a</li><li>b</li></ol>",
        [("item", 0, "1. ", 0, False, "a"), ("item", 0, "2. ", 0, False, "b")],
    ),
    case(
        "numbers begin anew",
        "<ol><li>a</ol><ol><li>b</ol>",
        [("item", 0, "1. ", 0, False, "a"), ("item", 0, "1. ", 0, False, "b")],
    ),
    case(
        "nested lists",
        "<ol><li>a<ul><li>b<ol><li>c</ol></ul><li>d</ol>",
        [
            ("item", 0, "1. ", 0, False, "a"),
            ("item", 0, "- ", 3, False, "b"),
            ("item", 0, "1. ", 5, False, "c"),
            ("item", 0, "2. ", 0, False, "d"),
        ],
    ),
    case("paragraph in an item", "<ul><li><p>a</p></li></ul>", [("item", 0, "- ", 0, False, "a")]),
    case(
        "two paragraphs in an item",
        "<ul><li><p>a</p><p>b</p></li></ul>",
        [("item", 0, "- ", 0, False, "a"), ("paragraph", 0, "", 2, False, "b")],
    ),
    case(
        "lines of an item",
        "<ul><li>a<br>b</li></ul>",
        [("item", 0, "- ", 0, False, "a"), ("paragraph", 0, "", 2, True, "b")],
    ),
    case("heading in an item", "<ul><li><h3>a</h3></li></ul>", [("heading", 3, "", 2, False, "a")]),
    case("item without a list", "<li>a</li>", [("item", 0, "- ", 0, False, "a")]),
    case(
        "quote",
        "<blockquote><p>a</p>b</blockquote>c",
        [("quote", 0, "", 0, False, "a"), ("quote", 0, "", 0, False, "b"), ("paragraph", 0, "", 0, False, "c")],
    ),
    case("code", "<pre>a\n b</pre>", [("code", 0, "", 0, False, "a\n b")]),
    case(
        "caption of a figure", "<figure><img><figcaption>a</figcaption></figure>", [("caption", 0, "", 0, False, "a")]
    ),
    case(
        "caption of a table",
        "<table><caption>t</caption><tr><td>a<td>b<tr><td>1<td>2</table>",
        [("caption", 0, "", 0, False, "t"), ("row", 0, "", 0, False, "a | b"), ("row", 0, "", 0, True, "1 | 2")],
    ),
    case(
        "two tables",
        "<table><tr><td>a<td>b<tr><td>1<td>2</table><table><tr><td>c<td>d<tr><td>3<td>4</table>",
        [
            ("row", 0, "", 0, False, "a | b"),
            ("row", 0, "", 0, True, "1 | 2"),
            ("row", 0, "", 0, False, "c | d"),
            ("row", 0, "", 0, True, "3 | 4"),
        ],
    ),
    case(
        "lines",
        "<p>a<br>b<br><br>c</p>",
        [("paragraph", 0, "", 0, False, "a"), ("paragraph", 0, "", 0, True, "b"), ("paragraph", 0, "", 0, False, "c")],
    ),
    case(
        "definitions",
        "<dl><dt>a</dt><dd>b</dd></dl>",
        [("paragraph", 0, "", 0, False, "a"), ("paragraph", 0, "", 0, False, "b")],
    ),
]


@pytest.mark.parametrize(("html", "expected"), BLOCKS)
def test_blocks(html: str, expected: list[tuple[str, int, str, int, bool, str]]) -> None:
    found = blocks(html)
    assert [(b.kind, b.level, b.bullet, b.indent, b.joined, b.text) for b in found] == expected
    assert [b.position for b in found] == list(range(len(found)))


ATTRIBUTES = [
    case("list that starts at another number", '<ol start="4"><li>a<li>b</ol>', ["4. ", "5. "]),
    case("item with a number of its own", '<ol><li>a<li value="7">b<li>c</ol>', ["1. ", "7. ", "8. "], NUMBERS),
    case("list that counts down", "<ol reversed><li>a<li>b<li>c</ol>", ["3. ", "2. ", "1. "], NUMBERS),
]


@pytest.mark.parametrize(("html", "expected"), ATTRIBUTES)
def test_numbers_that_the_page_states(html: str, expected: list[str]) -> None:
    assert [b.bullet for b in blocks(html)] == expected


PLACES = [
    case("nav", "<nav><p>a</p></nav><p>b</p>", ["<nav>", ""]),
    case("innermost wins", "<footer><aside>a</aside>b</footer>", ["<aside>", "<footer>"]),
    case("class of a part", '<div class="related-posts"><ul><li>a</li></ul></div>', ["related"]),
    case("id of a part", '<div id="sidebar">a</div>', ["sidebar"]),
]


@pytest.mark.parametrize(("html", "expected"), PLACES)
def test_places(html: str, expected: list[str]) -> None:
    assert [b.within for b in blocks(html)] == expected


def test_plain_text_of_a_page() -> None:
    html = "<h1>T</h1><p>a<br>b</p><ol><li>c<ul><li>d</li></ul></li></ol><pre>x\n y</pre><table><tr><th>e<th>f<tr><td>1<td>2</table>"
    assert Doc(blocks(html)).text == "T\n\na\nb\n\n1. c\n\n- d\n\nx\n y\n\ne | f\n1 | 2"


def test_a_wide_colspan_is_capped() -> None:
    for span in (51, 1_000, 99_999, 10**9):
        html = f"<table><tr><td colspan={span}>a<td>b<tr><td>1<td>2</table>"
        row = walked(html).pieces[0]
        assert len(row.cells) <= MOST_COLUMNS + 1, span
        assert len(row.text) < 4 * MOST_COLUMNS


def test_deep_nesting_is_walked_without_recursion() -> None:
    deep = walked("<p>top</p>" + "<div>" * 4_000 + "<p>deep</p>")
    assert [p.text for p in deep.pieces] == ["top", "deep"]
    deeper = walked("<p>top</p>" + "<div>" * 6_000 + "deepest" + "</div>" * 6_000 + "<p>end</p>")
    assert deeper.pieces[0].text == "top"
    assert_sound(deeper)


def test_deep_inline_nesting_is_walked_without_recursion() -> None:
    found = walked("<p>top" + "<span>" * 3_000 + "deep" + "</span>" * 3_000 + "</p>")
    assert [p.text for p in found.pieces] == ["topdeep"]


def test_equal_places_have_equal_signatures() -> None:
    html = '<ul class="x"><li class="i"><p>a</p></li><li class="i"><p>b</p></li><li><p>c</p></li></ul>'
    found = walked(html)
    a, b, c = (found.signature[p.element] for p in found.pieces)
    assert a == b != c


def test_the_walk_of_a_fragment_is_that_of_a_page() -> None:
    inner = "<h2>a</h2><p>b <i>c</i></p><ul><li>d</li></ul>"
    page = f"<!DOCTYPE html><html><head><title>t</title></head><body>{inner}</body></html>"
    assert [p.text for p in walked(inner).pieces] == [p.text for p in walked(page).pieces] == ["a", "b c", "d"]
