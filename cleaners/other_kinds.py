"""Text that is no page, whatever its name says: data, feeds, mail, source code, logs.

Its sentences would pass for an article's. What it is shows at its beginning, or in the make of its lines.
"""

import html
import json
import re
from collections.abc import Iterator

from cleaners.other_lines import kind_by_lines
from cleaners.tables import read_table

PROLOG = 20_000  # characters in which a root element must begin
JUNK = 2_000  # characters of a server's warnings that may stand ahead of what it is
STARTS = 5  # places at which JSON may begin behind something else
REST = 0.5  # share of a text that stands behind the JSON that a page has leaked, beyond which it is a page

_BLANK = " \t\r\n\ufeff\x1e"
_JSON = re.compile(
    r"""(?:\)\]\}',?|(?:while\s*\(1\)|for\s*\(;;\));|/\*\*/)?\s*+(?:[\w$.]{1,80}\s*+\(\s*+)?(?:"""
    r"""\{\s*+\\?"(?:[^"\\]|\\.){0,300}+\\?"\s*+:|\[\s*+\{\s*+["}]|\[\s*+\[\s*+["\[{]"""
    r"""|(?:\[\s*+)?\{\s*+'[^'\n]{1,80}'\s*+:|\{\s*+(?://[^\n]{0,300}\n\s*+)?\w{1,60}+\s?:\s?["'\[{\d])"""
)
_SERIAL = re.compile(r'[aO]:\d{1,6}:(?:"|\{[is]:)|array\(\d{1,6}\) \{\s|Array\s+\(\s+\[|\{\\"\w{1,60}\\"\s?:')
_STEP = re.compile(
    r"\s*+(?:<\?[^>]{0,2000}+>|<!--(?:[^-]++|-(?!->))*+-->|<!DOCTYPE\s++(?P<name>[\w:.-]++)[^>\[]*+(?:\[[^\]]*+\][^>]*+)?>)",
    re.I,
)
_ROOT = re.compile(r"\s*+<([A-Za-z_][\w.-]*+(?::[\w.-]++)?)([^>]{0,2000})")
_SPACE = re.compile(r"\bxmlns\s?=\s?[\"']([^\"'>]{0,200})")
_PAGE = re.compile(r"<(?:!doctype|html|head|body|script|style|meta|link|title)\b", re.I)
_FRAME = re.compile(r"(?:\s*+<(?:html|head|body)\b[^>]{0,300}+>)++", re.I)
_SHOWN = re.compile(
    r"\s*+<html\b[^>]{0,300}+>\s*+(?:<head\b[^>]{0,300}+>[^\0]{0,1000}?</head>)?\s*+"
    r"<body\b[^>]{0,300}+>\s*+<pre\b[^>]{0,300}+>",
    re.I,
)
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]|[ \t]|From \S")


def other_kind(text: str, markup: bool) -> str | None:
    """What a text is that is no page; None for one that may be a page. markup: whether it is taken for HTML."""
    bare = text.lstrip(_BLANK)
    found = _mark(bare) or _message(bare) or _data(bare) or _document(bare)
    if found:
        return found
    if not markup:
        return kind_by_lines(bare)
    shown = _shown(bare)
    return other_kind(shown, False) if shown else None


def _mark(bare: str) -> str | None:
    start = bare[:100].lower()
    known: dict[str, str] = read_table("other_kinds.toml")["begins"]
    return next((what for begin, what in known.items() if start.startswith(begin)), None)


def _message(bare: str) -> str | None:
    """A mail or a posting, by headers that only these have."""
    lines = bare[:JUNK].splitlines()
    head = next((lines[:i] for i, line in enumerate(lines) if not _HEADER.match(line)), lines)
    names = {line.partition(":")[0].lower() for line in head}
    told = read_table("other_kinds.toml")["mail"]["headers"].split()
    return None if names.isdisjoint(told) else "a mail, or a page saved as MHTML (call it .mhtml)"


def _data(bare: str) -> str | None:
    """JSON and its kin: as a whole, broken off, or behind a variable's name or a warning."""
    decoder = json.JSONDecoder()
    for at in _starts(bare):
        try:
            _, end = decoder.raw_decode(bare, at)
        except RecursionError:
            return "JSON"
        except ValueError:
            continue
        if end - at > 1 and len(bare) - (end - at) <= REST * len(bare):
            return "JSON"
        if not at:
            return None
    if _SERIAL.match(bare):
        return "data of a program"
    return "JSON" if _JSON.match(bare[:PROLOG]) or bare.startswith("[[[[") else None


def _starts(bare: str) -> Iterator[int]:
    """Where JSON may begin: at the beginning, or behind something that is no page."""
    if bare[:1] == '"' and "\\" in bare:
        yield 0
    found = [] if _PAGE.search(bare[:JUNK]) else list(re.finditer(r"[{\[]", bare[:JUNK]))
    yield from (match.start() for match in found[:STARTS])


def _document(bare: str) -> str | None:
    """A document of XML that is no XHTML, by its root element or its DOCTYPE."""
    at = bare.find("<?xml ", 0, JUNK)
    head = bare[at if at > 0 and not _PAGE.search(bare[:at]) else 0 :][:PROLOG]
    at = 0
    while step := _STEP.match(head, at):
        at = step.end()
        name = (step["name"] or "").lower()
        if name and name != "html":
            return _root_kind(name) or "an XML document"
    if frame := _FRAME.match(head, at):
        found = _ROOT.match(head, frame.end())
        kind = _root_kind(found[1].lower()) if found else None
        return kind if kind == "a feed" else None
    root = _ROOT.match(head, at)
    if not root:
        rest = head[at:].lstrip()
        return "a comment alone" if at and not rest else _mark(rest)
    return _root_kind(root[1].lower()) or ("an XML document" if _is_foreign(root, bare, head) else None)


def _root_kind(name: str) -> str | None:
    known: dict[str, str] = read_table("other_kinds.toml")["roots"]
    return known.get(name) or known.get(name.rpartition(":")[2])


def _is_foreign(root: re.Match[str], bare: str, head: str) -> bool:
    """True for a root of no page: one that HTML does not know, or that belongs to another language."""
    name = root[1].lower()
    space = _SPACE.search(root[2])
    if space and name != "html" and "xhtml" not in space[1]:
        return True
    if name.rpartition(":")[2] in read_table("other_kinds.toml")["pages"]["roots"].split():
        return False
    if head.startswith("<?xml"):
        return True
    of_a_page = "-" in name and root[1] == name  # elements of a page's own are written so
    return not of_a_page and bare.rstrip(_BLANK).lower().endswith(f"</{name}>")


def _shown(bare: str) -> str:
    """The text of a file that is no page, as browsers show it: in a page that has nothing beside; else ""."""
    found = _SHOWN.match(bare)
    if not found:
        return ""
    inner, _, behind = bare[found.end() :].partition("</pre>")
    return html.unescape(inner) if not re.sub(r"<[^>]{0,300}>", "", behind).strip() else ""
