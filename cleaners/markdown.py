"""An article as Markdown: each block with the marks of its kind."""

import re
from collections.abc import Sequence

from cleaners.block import Block

HEADING = 2  # the rank of a heading whose page states none: the title is the first

# In text that is taken as it stands, with the backslashes ahead: the start of a tag, and the middle of a link, or
# of the definition of one, that does not lead to the web (or does so with a password).
_LIVE = re.compile(r"(?<!\\)((?:\\\\)*+)(<(?=[A-Za-z/!?])|\](?=[(:])(?!\(https?://[^@\s()<>]*+\)))")


def as_markdown(blocks: Sequence[Block]) -> list[str]:
    """The Markdown of each block in its place; the first row of a table carries the line below it."""
    texts = [_block(block) for block in blocks]
    for at, block in enumerate(blocks):
        if block.kind == "row" and not goes_on(blocks, at):
            texts[at] = _head(blocks, texts, at)
    return texts


def goes_on(blocks: Sequence[Block], at: int) -> bool:
    """True where block `at` goes on from the one before it: a line of a paragraph, a row of a table.

    A row goes on from the row that is left above it, whatever was cut between them.
    """
    block, above = blocks[at], blocks[at - 1] if at else None
    if above is None or not block.joined:
        return False
    return above.kind == "row" if block.kind == "row" else block.position == above.position + 1


def _head(blocks: Sequence[Block], texts: Sequence[str], at: int) -> str:
    """The first row of a table, as wide as its widest, with the line that Markdown wants below it."""
    end = at + 1
    while end < len(blocks) and blocks[end].kind == "row" and goes_on(blocks, end):
        end += 1
    columns = texts[at].count(" | ") + 1
    widest = max(text.count(" | ") + 1 for text in texts[at:end])
    return f"{texts[at]}{'  |' * (widest - columns)}\n|{' --- |' * widest}"


def _block(block: Block) -> str:
    text = block.inline or inert(block.text)
    pad = " " * (block.indent if block.structured else 0)
    if block.kind == "heading":
        return f"{'#' * (block.level or HEADING)} {text}"
    if block.kind == "item":
        return f"{pad}{_marker(block.bullet)}{text}"
    if block.kind == "quote":
        return f"{pad}> {text}"
    return "\n".join(pad + line for line in _fenced(block.text).split("\n")) if block.kind == "code" else pad + text


def inert(text: str) -> str:
    """Text that brings Markdown of its own, or none, without what would run something where it is rendered."""
    return _LIVE.sub(r"\1\\\2", text) if "<" in text or "](" in text or "]:" in text else text


def _marker(bullet: str) -> str:
    """A numbered item keeps its number; any other mark is a hyphen in Markdown."""
    return bullet if bullet[:1].isdigit() else "- "


def _fenced(code: str) -> str:
    fence = "```"
    while fence in code:
        fence += "`"
    return f"{fence}\n{code}\n{fence}"
