"""Text that is no page, whatever its name says: data, feeds, source code, logs.

Its sentences would pass for an article's. What it is shows at its beginning, or in the make of its lines.
"""

import json
import re

from cleaners.tables import read_table

PROLOG = 20_000  # characters in which a root element must begin
LINES = 500  # that are looked at, from the beginning,
FEW = 6  # and fewer than which prove nothing
# Shares of the lines. Of 2 204 pages flattened three ways the likest to code, apart from documentation, has .3.
CODE = 0.55  # of source code; comments and wrapped lines are the rest
PROSE = 0.3  # of sentences, with which it is a page about code
ALIKE = 0.9  # of a log, a configuration or a table, which is the same from end to end
FIELDS = 4  # of a line of comma-separated values

_BLANK = " \t\r\n\ufeff"
_JSON = re.compile(
    r"""(?:\)\]\}',?|(?:while\s*\(1\)|for\s*\(;;\));|/\*\*/)?\s*+(?:[\w$.]{1,80}\s*+\(\s*+)?(?:"""
    r"""\{\s*+"(?:[^"\\]|\\.){0,300}+"\s*+:|\[\s*+\{\s*+["}]|\[\s*+\[\s*+["\[{])"""
)
_STEP = re.compile(
    r"\s*+(?:<\?[^>]{0,2000}+>|<!--(?:[^-]++|-(?!->))*+-->|<!DOCTYPE\s++(?P<name>[\w:.-]++)[^>\[]*+(?:\[[^\]]*+\][^>]*+)?>)",
    re.I,
)
_ROOT = re.compile(r"\s*+<([A-Za-z_][\w.-]*+(?::[\w.-]++)?)")
_CODE = re.compile(
    r"""\s*+(?:[})\]]+[;,)]*+$|.*[;{]$|.*\*/$|.*[)\]\w]:$|(?://|/\*|\#(?:include|define|if|endif|!)|\*\s|--\s|@@?\w|<\?php)
    |(?:def|class|import|from|package|using|export|const|let|var|public|private|static|function|fn|func|struct|impl)\s++[\w.{*&]
    |(?:if|for|while|switch|return|elif|else|raise|throw|print|assert|yield)\b.*[()\[\]{}=;:_]|(?:try|else|finally|end|return|pass|break)[:;]?+$
    |[\w.\[\]'"*>-]+\s*+(?:[-+*/|&]?=|:=|<-|\+=)\s*+\S|[\w.]++\([^()\s]*+\)?[;,]?$|\#\s)""",
    re.X,
)
_SENTENCE = re.compile(r"\s*+[^\W_][^{}<>=;|]{39,}[.!?。！？]['\"”」)]*$")
_STAMP = re.compile(
    r"\s*+[\[(]?(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3}\s|[A-Z][a-z]{2}\s++\d{1,2}\s\d\d:\d\d:\d\d\s)"
)
_SETTING = re.compile(
    r"\s*+(?:[#;]|-\s|[\w./-]{1,60}+\s?[:=](?:\s\S{0,60}|\S{0,60})$|\[[\w. -]++\]$|[A-Z-]++(?:;[^:]{0,80})?:)"
)


def other_kind(text: str, markup: bool) -> str | None:
    """What a text is that is no page; None for one that may be a page. markup: whether it is taken for HTML."""
    bare = text.lstrip(_BLANK)
    found = _mark(bare) or _data(bare) or _document(bare)
    return found if found or markup else _lines(bare)


def _mark(bare: str) -> str | None:
    known: dict[str, str] = read_table("other_kinds.toml")["begins"]
    return next((what for start, what in known.items() if bare.startswith(start)), None)


def _data(bare: str) -> str | None:
    if _JSON.match(bare[:PROLOG]):
        return "JSON"
    pair = bare[:1] + bare.rstrip(_BLANK)[-1:]
    if pair not in ("{}", "[]") and not (pair == '""' and "\\" in bare):
        return None
    try:
        json.loads(bare)
    except RecursionError:
        return "JSON"
    except ValueError:
        return "JSON" if bare.startswith("[[[[") else None
    return "JSON"


def _document(bare: str) -> str | None:
    """A document of XML that is no XHTML, by its root element or its DOCTYPE."""
    head = bare[:PROLOG]
    at = 0
    known: dict[str, str] = read_table("other_kinds.toml")["roots"]
    while step := _STEP.match(head, at):
        at = step.end()
        name = (step["name"] or "").lower()
        if name and name != "html":
            return known.get(name, "an XML document")
    root = _ROOT.match(head, at)
    if not root:
        return None
    name = root[1].lower()
    if name in known:
        return known[name]
    declared = bare.startswith("<?xml")
    return (
        "an XML document"
        if declared and name.rpartition(":")[2] not in read_table("other_kinds.toml")["pages"]["roots"].split()
        else None
    )


def _lines(bare: str) -> str | None:
    """Source code, a log, a configuration or a table, by the make of its lines."""
    lines = [line for line in bare[: LINES * 400].splitlines() if line.strip()][:LINES]
    if len(lines) < FEW:
        return "source code" if _is_one_long_script(bare) else None
    share = 1 / len(lines)
    if share * sum(bool(_STAMP.match(line)) for line in lines) >= ALIKE:
        return "a log"
    if share * sum(bool(_SETTING.match(line)) for line in lines) >= ALIKE:
        return "a configuration"
    counts = [line.count(",") for line in lines]
    if min(counts) >= FIELDS - 1 and share * counts.count(max(counts, key=counts.count)) >= ALIKE:
        return "a table of comma-separated values"
    code = share * sum(bool(_CODE.match(line)) for line in lines)
    prose = share * sum(bool(_SENTENCE.match(line)) and not _CODE.match(line) for line in lines)
    return "source code" if code >= CODE and prose <= PROSE else None


def _is_one_long_script(bare: str) -> bool:
    sample = bare[:PROLOG]
    return len(sample) > 500 and sum(map(sample.count, "{}();=")) > 0.12 * len(sample)
