"""The scan ahead of the HTML parser: what would exhaust the parser is turned away, what is merely large or sloppy is not."""

from collections.abc import Callable
from types import ModuleType

import pytest

from cleaners.dom import nest, scan
from cleaners.dom.scan import Hostile, check

TEXT = "<p>港の蓄電所は、夜のあいだに余った電気をためて、朝に町へ返す仕組みだ。</p>\n"


def tags(pattern: str, count: int) -> str:
    return "".join(pattern.replace("#", str(i)) for i in range(count))


BOMBS: dict[str, tuple[str, Callable[[], str]]] = {
    "characters": ("MOST_CHARS", lambda: "語" * 10_000_001),
    "tags": ("MOST_TAGS", lambda: "<br>" * 400_001),
    "one tag of many attributes": ("MOST_ATTRIBUTES", lambda: f"<a {tags(' a#', 2_001)}>"),
    "attributes with marks in their values": ("MOST_ATTRIBUTES", lambda: f'<a title=">" {tags(" a#=1", 3_000)}>'),
    "attributes within a page": ("MOST_ATTRIBUTES", lambda: TEXT * 200 + f"<i{tags(' a#', 20_000)}>" + TEXT),
    "many tags of many attributes": ("MOST_PAIRS", lambda: f"<br{tags(' a#', 2_000)}>" * 130),
    "names of tags": ("MOST_NAMES", lambda: tags("<x#></x#>", 60_000)),
    "names of attributes": ("MOST_NAMES", lambda: tags("<br a# b# c# d# e# f#>", 20_000)),
    "blocks in one another": ("MOST_DEPTH", lambda: "<div>" * 5_001),
    "spans, closed by others": ("MOST_DEPTH", lambda: "<span><div></span></div>" * 6_000),
    "closing tags in scripts": ("MOST_DEPTH", lambda: "<div><script></div></script>" * 6_000),
    "closing tags in attributes": ("MOST_DEPTH", lambda: '<div a="</div>">' * 11_000),
    "lists in one another": ("MOST_DEPTH", lambda: "<ul><li>" * 6_000),
    "tables in one another": ("MOST_DEPTH", lambda: "<div><table><tr><td></div>" * 2_600),
    "end tags of nothing": ("MOST_STEPS", lambda: "<span>" * 4_900 + "</x>" * 30_000),
    "formatting, each different": ("MOST_FORMATTING", lambda: tags("<font size=#>", 3_000)),
    "formatting in paragraphs": ("MOST_FORMATTING", lambda: tags("<p><b id=#>x</p>", 1_000)),
    "formatting, in upper case": ("MOST_FORMATTING", lambda: tags("<P><FONT SIZE=#>x</P>", 900)),
    "paragraphs under formatting": ("MOST_CLONES", lambda: "<p>" + tags("<b id=#>", 200) + "<p>x" * 9_000),
    "attributes of formatting": ("MOST_CLONES", lambda: f"<p><b{tags(' a#', 1_900)}>x" + "<p>x" * 9_000),
    "long attributes of formatting": ("MOST_CLONES", lambda: f"<p><i{tags(' a#', 1_900)}>x" + "<p>x" * 2_500),
    "roots": ("MOST_ROOTS", lambda: tags("<html a#>", 21_000)),
}

LEGAL: dict[str, Callable[[], str]] = {
    "nothing": str,
    "paragraphs without end tags": lambda: "<p>Text of it.\n" * 10_000,
    "items and cells without end tags": lambda: "<ul>" + "<li>one" * 9_000 + "</ul><table>" + "<tr><td>a<td>b" * 9_000,
    "terms": lambda: "<dl>" + "<dt>one<dd>two" * 9_000,
    "a long table": lambda: "<table>" + "<tr><td>a</td><td>b</td></tr>\n" * 60_000 + "</table>",
    "a deep nest": lambda: "<div>" * 1_000 + TEXT * 5_000 + "</div>" * 1_000,
    "void elements": lambda: "<br><img src=a><input>" * 10_000,
    "links": lambda: tags("<p><a href='/#'>x</a> <b class='x'>y</b></p>", 10_000),
    "links that are not closed": lambda: tags("<a href='/#'>x", 9_000),
    "bold that is not closed": lambda: "<p><b>x</p>" * 9_000,
    "a drawing": lambda: "<svg><g>" + "<path d='M0 0'/>" * 9_000 + "</g></svg>" + TEXT,
    "many options": lambda: "<select>" + "<option>x" * 20_000 + "</select>",
    "a script with comparisons": lambda: f"<script>{'if(a<b&&c){d=e;} ' * 5_000}</script>" + TEXT,
    "tags in a script": lambda: f"<script>x = '{'<div>' * 9_000}'</script>" + TEXT,
    "tags in a comment": lambda: f"<!-- {'<div>' * 9_000} -->" + TEXT,
    "a long attribute": lambda: f"<img src='data:{'x' * 100_000}'>" + TEXT,
    "many words in an attribute": lambda: f"<div data-x='{'word ' * 10_000}'>{TEXT}</div>",
    "a long text": lambda: "word " * 500_000,
    "2 000 attributes, a few times": lambda: f"<br{tags(' a#', 2_000)}>" * 20,
    "2 000 attributes": lambda: f"<a{tags(' a#', 2_000)}>",
}


def home(cap: str) -> ModuleType:
    return nest if hasattr(nest, cap) else scan


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_turned_away_and_says_why(name: str) -> None:
    cap, build = BOMBS[name]
    with pytest.raises(Hostile) as caught:
        check(build())
    rejection = caught.value.rejection
    assert rejection.reason == "too-large"
    assert f"more than {getattr(home(cap), cap):,} " in rejection.detail
    assert rejection.detail.endswith("leave the page out")


@pytest.mark.parametrize("name", BOMBS)
def test_without_its_cap_a_bomb_passes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    cap, build = BOMBS[name]
    monkeypatch.setattr(home(cap), cap, 10**9)
    check(build())


@pytest.mark.parametrize("name", LEGAL)
def test_what_is_large_or_sloppy_passes(name: str) -> None:
    check(LEGAL[name]())


@pytest.mark.parametrize(
    "unit",
    [
        "<b ",
        "<b x",
        "<",
        "<!--",
        "<!-->",
        "<a b='",
        "<script>",
        "</",
        "<p",
        '<a "',
        "&amp;",
        "<svg/>",
        "<title>",
        '<b a=">">',
    ],
)
def test_the_scan_ends_on_anything_repeated(unit: str) -> None:
    try:
        check(unit * (300_000 // len(unit)))
    except Hostile as error:
        assert error.rejection.reason == "too-large"  # noqa: PT017
