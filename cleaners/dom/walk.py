"""One walk over a parsed page, in document order: its elements, and its pieces of text.

A piece is what a reader sees as one unit: the text between two block-level tags, or between two
`<br>`. Inline tags make no break and no space; a row of a data table is one piece. The walk keeps
a stack of its own, since pages nest deeper than a program may call itself, and asks each node as
little as it can: most of its time goes into asking.
"""

import re
from typing import Any

from selectolax.lexbor import LexborNode

from cleaners.dom.pieces import ARIA_HIDDEN, HIDDEN, NOSCRIPT, Mark, Piece, Walk
from cleaners.dom.tables import WIDEST, Table, is_data, merge_rows, number
from cleaners.dom.tags import (
    BLOCK,
    BREAK,
    CELL,
    CODE,
    CODES,
    KNOWN,
    LINK,
    MARK,
    MARKS,
    ROW,
    SKIP,
    SPAN,
    TABLE,
    TEXT,
)
from cleaners.dom.words import mask_of

_WIDE = "\u3000-\u30ff\u3400-\u9fff\uff00-\uffef"
_WIDE_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t\r]*\n\s*(?=[{_WIDE}])")

_Attributes = dict[str, str | None]


class _Walker:
    """The walk under way: the element it is in, and the piece that is being gathered."""

    def __init__(self) -> None:
        self.out = Walk()
        self.at = 0
        self.parts: list[str] = []
        self.marks: list[Mark] = []
        self.linked = self.links = self.bold = self.inline = 0
        self.anchors = self.strong = self.pre = 0
        self.broken = False
        self.tables: list[Table] = []
        self.signatures: dict[tuple[int, str, str], int] = {}
        self.counts: dict[int, int] = {}

    def walk(self, root: LexborNode) -> Walk:
        """Visit all nodes below the root, and leave each element behind its last child."""
        self._open("body", root)
        stack: list[tuple[LexborNode, int, object]] = []
        node = root.first_child
        while node is not None or stack:
            if node is None:
                node, code, left = stack.pop()
                if code > SPAN:
                    self._leave(code, left)
                node = node.next
                continue
            tag, code = KNOWN.get(node.tag_id) or _ask(node)
            if code == TEXT:
                self._read(node)
            elif code == BREAK:
                self._break(tag)
            elif code != SKIP:
                stack.append((node, code, self._enter(tag, code, node)))
                node = node.first_child
                continue
            node = node.next
        self._close()
        return self.out

    def _read(self, node: LexborNode) -> None:
        """Take in the text of a text node; most are nothing but spaces."""
        if node.is_empty_text_node and not self.pre:
            if self.parts:
                self.parts.append(node.text_content or " ")  # a line end may count for nothing: see flow
            return
        text = node.text_content or ""
        self.parts.append(text)
        if self.anchors:
            self.linked += len(text)
        if self.strong:
            self.bold += len(text)

    def _enter(self, tag: str, code: int, node: LexborNode) -> object:
        """Go into an element; what is returned comes back to `_leave`."""
        if code >= BLOCK:
            return self._enter_block(tag, code, node)
        if code == LINK:
            return self._enter_link(node.attributes)
        if code == MARK:
            return self._enter_mark(tag)
        if code == SPAN and not self.parts:
            self._note_class(node.attributes)
        return None

    def _enter_block(self, tag: str, code: int, node: LexborNode) -> object:
        self._end_piece()
        attributes = self._open(tag, node)
        if code == BLOCK:
            return None
        if code == CODE:
            self.pre += 1
        elif code == TABLE:
            self.tables.append(Table(self.at))
        elif code == ROW and self.tables:
            self.tables[-1].rows.append([])
            self.tables[-1].elements.append(self.at)
        elif code == CELL:
            return len(self.out.pieces), max(1, min(number(attributes.get("colspan"), 1), WIDEST))
        return None

    def _enter_mark(self, tag: str) -> str:
        mark = MARKS[tag]
        self.strong += mark == "**"
        self.marks.append((len(self.parts), mark))
        return mark

    def _enter_link(self, attributes: _Attributes) -> str | None:
        if not self.parts:
            self._note_class(attributes)
        href = attributes.get("href")
        if href:
            self.anchors += 1
            self.links += 1
            self.marks.append((len(self.parts), "["))
        return href

    def _note_class(self, attributes: _Attributes) -> None:
        """Remember what the class of an inline tag says that begins a piece."""
        names = attributes.get("class")
        if names:
            self.inline |= mask_of(names)

    def _leave(self, code: int, left: Any) -> None:
        if code == BLOCK:
            self._close()
        elif code == MARK:
            self.strong -= left == "**"
            self.marks.append((len(self.parts), f"/{left}"))
        elif code == LINK:
            if left:
                self.anchors -= 1
                self.marks.append((len(self.parts), f"]({left})"))
        else:
            self._flush()
            if code == CODE:
                self.pre -= 1
            elif code == TABLE:
                self._leave_table()
            elif code == CELL and self.tables and self.tables[-1].rows:
                begin, columns = left
                self.tables[-1].rows[-1].append((begin, len(self.out.pieces), columns))
            self._close()

    def _leave_table(self) -> None:
        table = self.tables.pop()
        if is_data(table, self.out.pieces):
            merge_rows(table, self.out)
        if self.tables:
            self.tables[-1].nested = True

    def _open(self, tag: str, node: LexborNode) -> _Attributes:
        """Begin a block-level element; returns its attributes."""
        out, parent, at = self.out, self.at, len(self.out.parent)
        attributes = node.attributes
        out.nodes[node.mem_id] = at
        mask, names = 0, ""
        flags, above, depth = (out.flags[parent], out.signature[parent], out.depth[parent] + 1) if at else (0, 0, 0)
        if attributes:
            names = attributes.get("class") or ""
            mask = mask_of(names)
            if len(attributes) > 1 or not names:
                mask |= _mask_of_rest(attributes)
                flags |= _flags(attributes)
        if tag == "noscript":
            flags |= NOSCRIPT
        out.parent.append(parent)
        out.tag.append(tag)
        out.mask.append(mask)
        out.flags.append(flags)
        out.signature.append(self.signatures.setdefault((above, tag, names), len(self.signatures)))
        out.depth.append(depth)
        out.first.append(len(out.pieces))
        out.end.append(0)
        if tag == "ol":
            self.counts[at] = number(attributes.get("start"), 1) - 1
        elif tag == "li" and out.tag[parent] == "ol":
            self.counts[parent] = out.number[at] = self.counts[parent] + 1
        self.at = at
        return attributes

    def _close(self) -> None:
        """End the block-level element that the walk is in."""
        self._end_piece()
        self.out.end[self.at] = len(self.out.pieces)
        self.at = self.out.parent[self.at]

    def _end_piece(self) -> None:
        """A block begins or ends: what comes next goes on from no `<br>`."""
        if self.parts or self.marks or self.inline:
            self._flush()
        self.broken = False

    def _break(self, tag: str) -> None:
        """A line ends; two such breaks in a row, or a rule, part paragraphs."""
        if self.pre:
            self.parts.append("\n")
        else:
            self.broken = self._flush() and tag == "br"

    def _flush(self) -> bool:
        """End the piece that is being gathered; True where there was text in it."""
        text = "".join(self.parts)
        text = text.strip("\r\n") if self.pre else flow(text)
        found = bool(text) and not text.isspace()
        if found:
            self.out.pieces.append(
                Piece(
                    text,
                    self.at,
                    self.linked,
                    self.links,
                    self.bold,
                    self.inline,
                    self.broken,
                    self.parts,
                    self.marks,
                )
            )
        self.parts, self.marks = [], []
        self.linked = self.links = self.bold = self.inline = 0
        self.broken = False
        return found


def walk(root: LexborNode) -> Walk:
    """Read a page. root: the element whose content is read."""
    return _Walker().walk(root)


def _ask(node: LexborNode) -> tuple[str, int]:
    """The tag and the code of a node whose tag lexbor has no lasting number for."""
    tag = node.tag or "-comment"
    return tag, CODES.get(tag, BLOCK)


def flow(text: str) -> str:
    """Text on one line, as a browser sets it; a line end inside a CJK sentence is no space."""
    if "\n" in text and not text.isascii():
        text = _WIDE_BREAK.sub("", text.strip())
    return " ".join(text.split())


def _mask_of_rest(attributes: _Attributes) -> int:
    """What the id, the role and the itemprop of an element say."""
    mask = 0
    for name in ("id", "role", "itemprop"):
        value = attributes.get(name)
        if value:
            mask |= mask_of(value)
    return mask


def _flags(attributes: _Attributes) -> int:
    """Whether the element is hidden, by its own word."""
    flags = HIDDEN if "hidden" in attributes else 0
    style = attributes.get("style")
    if style:
        style = style.replace(" ", "").lower()
        if "display:none" in style or "visibility:hidden" in style:
            flags = HIDDEN
    if attributes.get("aria-hidden") == "true":
        flags |= ARIA_HIDDEN
    return flags
