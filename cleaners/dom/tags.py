"""What each tag does to the text: which make a break, which are passed over, which are marked."""

from selectolax.lexbor import LexborHTMLParser

# What the walk does at a node. Plain numbers: it compares them ten thousand times a page.
TEXT, SKIP, BREAK, FLAT, SPAN, MARK, LINK, BLOCK, CODE, TABLE, ROW, CELL = range(12)
"""FLAT: inline, and no more. SPAN: inline, and its class may say something. MARK: inline, and Markdown
has a mark for it. CODE: a block that keeps its white space."""

_SKIPPED = (
    "script style template svg iframe object embed applet canvas audio video map math select datalist input textarea "
    "head title meta link base param source track rt rp rtc noframes noembed frameset progress meter annotation "
    "-comment -doctype -document"
)
_FLAT = (
    "abbr acronym bdi bdo big cite data dfn img ins mark nobr output q rb ruby strike sub sup u var wbr mjx-container"
)
_BLOCKS = (
    "address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav noscript ol optgroup "
    "option p picture plaintext search section slot summary tbody tfoot thead ul xmp listing marquee"
)
CODES: dict[str, int] = {
    "-text": TEXT,
    **dict.fromkeys(_SKIPPED.split(), SKIP),
    **dict.fromkeys(_FLAT.split(), FLAT),
    **dict.fromkeys(["span", "label", "font", "time", "small"], SPAN),
    **dict.fromkeys(["b", "strong", "em", "i", "code", "kbd", "samp", "tt", "del", "s"], MARK),
    "a": LINK,
    "br": BREAK,
    "hr": BREAK,
    **dict.fromkeys(_BLOCKS.split(), BLOCK),
    "pre": CODE,
    "table": TABLE,
    "tr": ROW,
    "td": CELL,
    "th": CELL,
}
"""Any other tag, a custom element above all, is a block."""
MARKS = {"b": "**", "strong": "**", "em": "*", "i": "*", "del": "~~", "s": "~~"} | dict.fromkeys(
    ("code", "kbd", "samp", "tt"), "`"
)


def _known() -> dict[int, tuple[str, int]]:
    """Tag and code by lexbor's number for the tag: to ask for the number takes a quarter of the time."""
    parser = LexborHTMLParser("<p>text<!-- comment -->")
    nodes = [*parser.root.traverse(include_text=True)] if parser.root else []
    nodes += [parser.create_node(tag) for tag in CODES if tag.isalnum()]
    return {node.tag_id: (node.tag, CODES[node.tag]) for node in nodes if node.tag in CODES}


KNOWN = _known()
