"""Rich text in JSON as HTML: paragraphs, headings and lists of the editors whose formats apps store.

Contentful, Sanity, Slate, Lexical, ProseMirror, Draft.js, EditorJS and Gutenberg differ in names only:
a block has a kind, and its text lies under one of a few keys, as a string or as more blocks.
"""

import html
import re
from typing import Any

MOST_BLOCKS = 50_000  # values of one rich text; what follows is left out
MOST_CHARS = 5_000_000  # characters of it

_TAGS = {
    **dict.fromkeys(("p", "paragraph", "unstyled", "normal", "textblock"), "p"),
    **dict.fromkeys(("heading", "header", "h", "headingblock"), "h2"),
    **dict.fromkeys(("li", "listitem", "bulletlistitem", "orderedlistitem", "unorderedlistitem", "bullet"), "li"),
    **dict.fromkeys(("ul", "ol", "list", "bulletlist", "orderedlist", "unorderedlist", "numberedlist"), "ul"),
    **dict.fromkeys(("quote", "blockquote", "pullquote"), "blockquote"),
    **dict.fromkeys(("code", "codeblock", "pre"), "pre"),
}
"""Kinds of blocks, bare of ranks, marks and case, and the tags that they become."""

_KINDS = ("nodeType", "_type", "type", "blockName", "blockType", "__typename", "name", "tag")
_INSIDE = (
    "children",
    "content",
    "text",
    "value",
    "html",
    "innerHTML",
    "data",
    "attributes",
    "attrs",
    "items",
    "blocks",
)
MARKUP = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|a|b|i|em|strong|span|section|blockquote|figure|table|td)\b[^<>]*>", re.I
)
_RULE = re.compile(r"\n\s*\n")


def is_rich(values: list[Any]) -> bool:
    """True for a list whose values are blocks of a text, paragraphs among them."""
    blocks = [v for v in values if isinstance(v, dict)]
    tags = [tag_of(b) for b in blocks[:200]]
    return "p" in tags and 2 * sum(map(bool, tags)) >= len(tags)


def is_element(values: list[Any]) -> bool:
    """True for an element of React as its server sends it: "$", a tag, a key, the properties."""
    return len(values) >= 4 and values[0] == "$" and isinstance(values[1], str) and isinstance(values[3], dict)


def tag_of(block: dict[str, Any]) -> str:
    """The tag that a block becomes, "" for one of no known kind (a run of text, an embed)."""
    kind = next((block[k] for k in _KINDS if isinstance(block.get(k), str)), "")
    if kind == "block":  # Sanity: the kind is in the style
        kind = "li" if block.get("listItem") else block.get("style") or "p"
    if not isinstance(kind, str) or len(kind) > 40:
        return ""
    short = kind.lower()
    for rank in ("-one", "-two", "-three", "-four", "-five", "-six"):
        short = short.removesuffix(rank)
    return _TAGS.get(re.sub(r"^core/|[-_ /\d]", "", short), "")


def rich_html(values: list[Any]) -> str:
    """Blocks as HTML, in order; their marks (bold, links) are left out."""
    out: list[str] = []
    stack: list[tuple[Any, str]] = [(values, "")]  # a value, the tag that holds it; or the end of a tag
    room = MOST_CHARS
    for _ in range(MOST_BLOCKS):
        if not stack or room < 0:
            break
        value, within = stack.pop()
        if isinstance(value, str):
            room -= len(value)
            text = value if within == "/" or MARKUP.search(value) else html.escape(value, quote=False)
            out.append(f"<li>{text}</li>" if within == "ul" else text)
        elif isinstance(value, list) and is_element(value):
            stack.append(({**value[3], "type": value[1]}, within))
        elif isinstance(value, list):
            stack += [(v, within) for v in reversed(value)]
        elif isinstance(value, dict):
            tag = tag_of(value) or ("li" if within == "ul" else "")
            inside = next((value[k] for k in _INSIDE if isinstance(value.get(k), (str, list, dict)) and value[k]), "")
            if tag:
                out.append(f"<{tag}>")
                stack.append((f"</{tag}>", "/"))
            stack.append((inside, tag if tag != "p" else ""))
    return "".join(out) + "".join(str(value) for value, within in reversed(stack) if within == "/")


def text_html(text: str) -> str:
    """A string as HTML: as it stands if it holds markup, escaped or not; else a paragraph a line."""
    if MARKUP.search(text):
        return text
    plain = html.unescape(html.unescape(text))  # some sites escape twice
    if MARKUP.search(plain):
        return plain
    parts = _RULE.split(plain) if _RULE.search(plain) else plain.split("\n")
    return "".join(_paragraph(part.strip()) for part in parts if part.strip())


def _paragraph(text: str) -> str:
    bare = text.lstrip("#")
    ranked = 0 < len(text) - len(bare) <= 6 and bare.startswith(" ") and "\n" not in bare.strip()  # Markdown
    return (
        f"<h2>{html.escape(bare.strip(), quote=False)}</h2>" if ranked else f"<p>{html.escape(text, quote=False)}</p>"
    )
