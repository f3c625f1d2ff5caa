"""Markdown by cases: what each snippet of HTML becomes, and that it says what the page says when it is rendered."""

import html as entities
import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from cleaners.block import Block
from cleaners.decode import decode
from cleaners.doc import Doc
from tests.test_html_seeds import HtmlPage, pages
from tests.test_walk import blocks, case

BASE = "https://site.example"
_RENDER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def markdown(html: str) -> str:
    return Doc(blocks(html)).markdown


def rendered(text: str) -> str:
    return str(_RENDER.render(text))


def shown(text: str) -> str:
    """The letters that a reader of Markdown sees, without white space."""
    return re.sub(r"\s+", "", entities.unescape(re.sub(r"<[^>]*>", "", rendered(text))))


def letters(found: tuple[Block, ...]) -> str:
    """The letters of blocks, without white space and the bars of tables."""
    texts = (re.sub(r"(?:^| )\|(?= |$)", "", b.text) if b.kind == "row" else b.text for b in found)
    return re.sub(r"\s+", "", "".join(texts))


SNIPPETS = [
    # blocks
    case("paragraphs", "<p>a</p><p>b</p>", "a\n\nb"),
    *(case(f"heading {n}", f"<h{n}>a</h{n}>", "#" * n + " a") for n in range(1, 7)),
    case("list", "<ul><li>a</li><li>b</li></ul>", "- a\n\n- b"),
    case("numbered list", "<ol><li>a</li><li>b</li></ol>", "1. a\n\n2. b"),
    case("list in a list", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n\n  - b\n\n- c"),
    case("quote", "<blockquote><p>a</p></blockquote>", "> a"),
    case("lines of a quote", "<blockquote>a<br>b</blockquote>", "> a\n> b"),
    case("code", "<pre>a *b*\n  &lt;c&gt;</pre>", "```\na *b*\n  <c>\n```"),
    case("code with a fence in it", "<pre>```\nx\n```</pre>", "````\n```\nx\n```\n````"),
    case("lines", "<p>a<br>b</p>", "a\nb"),
    case("table", "<table><tr><th>a<th>b<tr><td>1<td>2</table>", "| a | b |\n| --- | --- |\n| 1 | 2 |"),
    case("table with bars", "<table><tr><td>a|b<td>c<tr><td>1<td>2</table>", "| a\\|b | c |\n| --- | --- |\n| 1 | 2 |"),
    case(
        "table with empty cells",
        "<table><tr><td><td>b<td><tr><td>1<td>2<td>3<tr><td>4<td><td>6</table>",
        "|  | b |  |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n| 4 |  | 6 |",
    ),
    case(
        "table with colspan",
        "<table><tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3</table>",
        "| a |  | b |\n| --- | --- | --- |\n| 1 | 2 | 3 |",
    ),
    case(
        "two tables",
        "<table><tr><td>a<td>b<tr><td>1<td>2</table><table><tr><td>c<td>d<tr><td>3<td>4</table>",
        "| a | b |\n| --- | --- |\n| 1 | 2 |\n\n| c | d |\n| --- | --- |\n| 3 | 4 |",
    ),
    case(
        "links and code in a table",
        '<table><tr><td><a href="/x">a</a><td><code>b</code><tr><td><b>1</b><td>2</table>',
        f"| [a]({BASE}/x) | `b` |\n| --- | --- |\n| **1** | 2 |",
    ),
    case(
        "code with a bar in a table",
        "<table><tr><td><code>a|b</code><td>c<tr><td>1<td>2</table>",
        "| `a\\|b` | c |\n| --- | --- |\n| 1 | 2 |",
    ),
    case(
        "paragraphs in a cell",
        "<table><tr><td><p>a</p><p><i>b</i></p><td>c<tr><td>1<td>2</table>",
        "| a *b* | c |\n| --- | --- |\n| 1 | 2 |",
    ),
    # emphasis
    case("bold", "<p>a <b>x</b> b</p>", "a **x** b"),
    case("emphasis", "<p>a <em>x</em> b <i>y</i></p>", "a *x* b *y*"),
    case("struck out", "<p>a <del>b</del> <s>c</s></p>", "a ~~b~~ ~~c~~"),
    case("bold with spaces inside", "<p><b> x </b>y</p>", "**x** y"),
    case("bold with a space at its end", "<p>a<b>x </b>y</p>", "a**x** y"),
    case("bold with nothing in it", "<p>a<b></b><b> </b>b</p>", "a b"),
    case("bold in bold", "<p><b><strong>x</strong></b></p>", "**x**"),
    case("bold in emphasis in bold", "<p><b>a <i>b <strong>c</strong></i></b></p>", "**a *b c***"),
    case("bold and emphasis", "<p><b><i>x</i></b></p>", "***x***"),
    case("bold inside a word", "<p>foo<b>bar</b>baz</p>", "foo**bar**baz"),
    case("bold heading", "<h2><b>x</b></h2>", "## **x**"),
    case("bold across paragraphs", "<b><p>a</p><p>b</p></b>", "a\n\nb"),
    case("bold that is never closed", "<p>a <b>x</p>", "a **x**"),
    case("bold and plain of one mark", "<p><b>a</b><b>b</b></p>", "**ab**"),
    case(
        "bold over a line end",
        "<p><b>a<br>b</b></p>",
        "**a**\n**b**",
        "a mark that is open at a br is closed and not opened again in the next line",
    ),
    # links
    case("relative link", '<p><a href="c.html">t</a></p>', f"[t]({BASE}/a/c.html)"),
    case("link from the root", '<p><a href="/c">t</a></p>', f"[t]({BASE}/c)"),
    case("link upwards", '<p><a href="../c">t</a></p>', f"[t]({BASE}/c)"),
    case("link of another host", '<p><a href="//cdn.example/c">t</a></p>', "[t](https://cdn.example/c)"),
    case("absolute link", '<p><a href="http://x.example/?a=1&amp;b=2#c">t</a></p>', "[t](http://x.example/?a=1&b=2#c)"),
    case("query alone", '<p><a href="?p=2">t</a></p>', f"[t]({BASE}/a/b.html?p=2)"),
    case("link with odd characters", '<p><a href=" /c d(e) ">t</a></p>', f"[t]({BASE}/c%20d%28e%29)"),
    *(
        case(f"link that leads nowhere: {href}", f'<p><a href="{href}">t</a></p>', "t")
        for href in (
            "#x",
            "",
            "javascript:void(0)",
            "JavaScript:x()",
            "mailto:a@b.example",
            "tel:1",
            "data:text/html,x",
            "http://[bad",
        )
    ),
    case("link without an address", '<p><a name="x">t</a></p>', "t"),
    case("link around an image", '<p>a<a href="/x"><img src="y.png"></a>b</p>', "ab"),
    case("link in bold", '<p><b><a href="/x">t</a></b></p>', f"**[t]({BASE}/x)**"),
    case("bold in a link", '<p><a href="/x">a <b>t</b></a></p>', f"[a **t**]({BASE}/x)"),
    case("brackets in a link", '<p><a href="/x">t [1]</a></p>', f"[t \\[1\\]]({BASE}/x)"),
    case("spaces in a link", '<p>a<a href="/x"> t </a>b</p>', f"a [t]({BASE}/x) b"),
    case(
        "heading in a link",
        '<a href="/x"><h2>t</h2></a>',
        f"## [t]({BASE}/x)",
        "a link around a block is lost: its mark is dropped when the block begins",
    ),
    # code in a line
    case("code span", "<p>a <code>b*c_[d]</code></p>", "a `b*c_[d]`"),
    case("code span with markup", "<p><code>&lt;div&gt;</code></p>", "`<div>`"),
    case(
        "code span with a backtick",
        "<p><code>a`b</code></p>",
        "``a`b``",
    ),
    case("bold in code", "<p><code>a<b>b</b></code></p>", "`ab`"),
    case("code in bold", "<p><b><code>a</code></b></p>", "**`a`**"),
    # what means something in Markdown
    case("stars", "<p>2 * 3 * 4</p>", "2 \\* 3 \\* 4"),
    case("underscores", "<p>snake_case and _x_</p>", "snake_case and \\_x\\_"),
    case("brackets", "<p>[a](b)</p>", "\\[a\\](b)"),
    case("backslash", "<p>a\\*b</p>", "a\\\\\\*b"),
    case("backtick", "<p>a `b` c</p>", "a \\`b\\` c"),
    case("tag as text", "<p>the &lt;br&gt; tag</p>", "the \\<br> tag"),
    case(
        "entity as text",
        "<p>write &amp;lt; here</p>",
        "write \\&lt; here",
    ),
    case("ampersand", "<p>AT&amp;T &amp; Co</p>", "AT&T & Co"),
    case("tildes", "<p>about ~~3~~ or so</p>", "about \\~\\~3\\~\\~ or so"),
    *(
        case(
            f"text that begins with {lead}",
            f"<p>{lead} a</p>",
            expected,
        )
        for lead, expected in (
            ("1.", "1\\. a"),
            ("12)", "12\\) a"),
            ("-", "\\- a"),
            ("+", "\\+ a"),
            ("#", "\\# a"),
            ("##", "\\## a"),
            ("&gt;", "\\> a"),
        )
    ),
    case("rule as text", "<p>a<br>---</p>", "a\n\\---"),
    case("number in a sentence", "<p>It was 1. a</p>", "It was 1. a"),
]


@pytest.mark.parametrize(("html", "expected"), SNIPPETS)
def test_snippets(html: str, expected: str) -> None:
    assert markdown(html) == expected


JAPANESE = (
    "`**` between a letter and a bracket opens nothing in CommonMark: write no bold there, or move the bracket out"
)

# What a renderer must make of the Markdown; tags as HTML has them.
RENDERED = [
    case("bold in a Japanese sentence", "<p>水は<b>生命</b>です</p>", "<p>水は<strong>生命</strong>です</p>"),
    case(
        "bold of Japanese quotation marks",
        "<p>これは<b>「水」</b>です</p>",
        "<p>これは<strong>「水」</strong>です</p>",
        JAPANESE,
    ),
    case("list in a list", "<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>"),
    case(
        "list in a numbered list",
        "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>",
        "<ol><li><p>a</p><ul><li>b</li></ul></li><li><p>c</p></li></ol>",
    ),
    case(
        "paragraphs of an item",
        "<ul><li><p>a</p><p>b</p></li><li>c</li></ul>",
        "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>",
    ),
    case(
        "code in an item",
        "<ul><li>a<pre>b</pre></li></ul>",
        "<ul><li><p>a</p><pre><code>b</code></pre></li></ul>",
    ),
    case("row wider than the first", "<table><tr><th>a<tr><td>1<td>2<tr><td>3<td>4</table>", "<td>2</td>"),
    case("row narrower than the first", "<table><tr><td>a<td>b<td>c<tr><td>1<td>2</table>", "<td>2</td><td></td>"),
    case(
        "code span in a table",
        "<table><tr><td><code>a|b</code><td>c<tr><td>1<td>2</table>",
        "<th><code>a|b</code></th>",
    ),
    case(
        "two quotes",
        "<blockquote><p>a</p><p>b</p></blockquote>",
        "<blockquote><p>a</p><p>b</p></blockquote>",
        "the paragraphs of one quote become two quotes: the line between them needs its mark",
    ),
    case(
        "heading of two lines", "<h2>a<br>b</h2>", "<h2>a b</h2>", "each line of a heading becomes a heading of its own"
    ),
]


@pytest.mark.parametrize(("html", "expected"), RENDERED)
def test_rendered(html: str, expected: str) -> None:
    assert expected in re.sub(r">\s+<", "><", rendered(markdown(html)).replace("\n</code>", "</code>"))


TOUCHING = "marks of two tags that touch run into one another"

# Snippets whose letters must all show when the Markdown is rendered, and no mark among them.
SHOWN = [
    case("stars in code beside bold", "<p><b>x</b> <code>a****b</code></p>", "xa****b"),
    case("two bolds that touch", "<p><b>a</b><b>b</b></p>", "ab"),
    case("two emphases that touch", "<p><i>a</i><i>b</i></p>", "ab"),
    case("two codes that touch", "<p><code>a</code><code>b</code></p>", "ab", TOUCHING),
    case("bold and emphasis that touch", "<p><b>a</b><i>b</i></p>", "ab"),
    case("bold beside stars", "<p><b>a</b>**</p>", "a**"),
    case("bold links that touch", '<p><a href="/x"><b>a</b></a><b>b</b></p>', "ab"),
    case(
        "link in code",
        '<p><code>f(<a href="/x">x</a>)</code></p>',
        "f(x)",
    ),
    case("code in a link", '<p><a href="/x"><code>f</code></a></p>', "f"),
    case(
        "code that is a backtick",
        "<p><code>`</code></p>",
        "`",
    ),
    case("code that ends with a backslash", "<p><code>a\\</code></p>", "a\\"),
    case("emphasis of Japanese quotation marks", "<p>水<i>「水」</i>は</p>", "水「水」は"),
    case("bold mark of exclamation", "<p><b>!</b>a</p>", "!a"),
    case("emphasis of brackets in a word", "<p>foo<i>(bar)</i>baz</p>", "foo(bar)baz"),
    case("emphasis in a word", "<p>foo<i>bar</i>baz</p>", "foobarbaz"),
    case("bracket in a link", '<p><a href="/x">a]b</a></p>', "a]b"),
    case("image as text", "<p>x ![y](z)</p>", "x![y](z)"),
    case("comment as text", "<p>a &lt;!-- b --&gt; c</p>", "a<!--b-->c"),
    case("number below a line", "<p>a<br>1. b</p>", "a1.b"),
    case("line of equals signs", "<p>a<br>===</p>", "a==="),
    case("stars alone", "<p>* * *</p>", "***"),
    case("number in an item", "<ul><li>1. a</li></ul>", "1.a"),
    case("number in a quote", "<blockquote>1. a</blockquote>", "1.a"),
    case("hash at the end of a heading", "<h2>a #</h2>", "a#", "a hash behind a heading's text closes it: escape it"),
    case("hash that belongs to a word", "<h2>C#</h2>", "C#"),
    case(
        "number of an entity",
        "<p>x &amp;#65; y</p>",
        "x&#65;y",
    ),
    case("bars in a paragraph", "<p>| a | b |</p>", "|a|b|"),
    case("backslash and bar in a table", "<table><tr><td>a\\|b<td>c<tr><td>1<td>2</table>", "a\\|bc12"),
    case("backslash at the end of a cell", "<table><tr><td>a\\<td>c<tr><td>1<td>2</table>", "a\\c12"),
    case(
        "code of two lines in a table",
        "<table><tr><td><pre>a\nb</pre><td>c<tr><td>1<td>2</table>",
        "abc12",
    ),
]


@pytest.mark.parametrize(("html", "expected"), SHOWN)
def test_what_a_reader_of_the_markdown_sees(html: str, expected: str) -> None:
    assert shown(markdown(html)) == expected


def test_a_table_that_lost_its_middle_is_still_a_table() -> None:
    found = blocks("<table><tr><th>a<th>b<tr><td>1<td>2<tr><td>3<td>4</table>")
    assert Doc(found).cut({1: "test"}).markdown.startswith("| a | b |\n| --- | --- |")
    assert Doc(found).cut({0: "test"}).markdown == "| 1 | 2 |\n| --- | --- |\n| 3 | 4 |"


def test_rows_stay_together_when_one_between_them_is_cut() -> None:
    found = blocks("<table><tr><th>a<th>b<tr><td>1<td>2<tr><td>3<td>4</table>")
    assert "| 3 | 4 |\n| ---" not in Doc(found).cut({1: "test"}).markdown
    assert "<td>3</td>" in rendered(Doc(found).cut({1: "test"}).markdown)


def test_what_is_below_the_bar_has_plain_text() -> None:
    [block] = blocks("<p>a <b>b</b></p>")
    assert block.inline == "a **b**"
    assert Doc((block.mend("a c"),)).markdown == "a c"
    assert Doc((replace(block, inline=""),)).markdown == "a b"


def test_markdown_of_flattened_text_needs_no_structure() -> None:
    listed = (Block(0, "a", line=1, bullet="・"), Block(1, "b", line=2, kind="item", bullet="3. ", indent=4))
    assert Doc(listed).markdown == "a\n\n3. b"


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.id)
def test_whole_pages_show_their_letters(page: HtmlPage) -> None:
    found = blocks(decode(page.content).text)
    assert shown(Doc(found).markdown) == letters(found)
