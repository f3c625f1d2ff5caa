"""An article as Markdown: each block with the marks of its kind."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaners.doc import Block

HEADING = 2  # the rank of a heading whose page states none: the title is the first


def as_markdown(blocks: Sequence["Block"]) -> list[str]:
    """The Markdown of each block in its place; the first row of a table carries the line below it."""
    out: list[str] = []
    in_table = False
    for block in blocks:
        text = _block(block)
        if block.kind == "row" and not (in_table and block.joined):
            text += "\n|" + " --- |" * (text.count(" | ") + 1)
        in_table = block.kind == "row"
        out.append(text)
    return out


def _block(block: "Block") -> str:
    text = block.inline or block.text
    if block.kind == "heading":
        return f"{'#' * (block.level or HEADING)} {text}"
    if block.kind == "item":
        return f"{' ' * (block.indent if block.line is None else 0)}{_marker(block.bullet)}{text}"
    if block.kind == "quote":
        return f"> {text}"
    return _fenced(block.text) if block.kind == "code" else text


def _marker(bullet: str) -> str:
    """A numbered item keeps its number; any other mark is a hyphen in Markdown."""
    return bullet if bullet[:1].isdigit() else "- "


def _fenced(code: str) -> str:
    fence = "```"
    while fence in code:
        fence += "`"
    return f"{fence}\n{code}\n{fence}"
