"""A cheap, linear look at HTML ahead of the parser: pages that would exhaust it are turned away.

The caps are sized on lexbor as of selectolax 1.0.2: what passes them parses within about two seconds.
Counting `<` clears most pages; only what a count cannot clear is read tag by tag (cleaners.dom.nest).
"""

import re

from cleaners.dom.nest import ATTRIBUTE, MOST_CLONES, MOST_DEPTH, START, TAG, Hostile, Nest

__all__ = ["Hostile", "check"]

MOST_CHARS = 10_000_000  # characters, not bytes; all that extracts text takes 0.1 to 6 s a MB
MOST_TAGS = 400_000  # counted as "<"; a million nodes take 0.7 s and 290 MB
MOST_ATTRIBUTES = 2_000  # in one tag; each is compared with all others: 10 000 take 0.15 s, 50 000 3.7 s
MOST_PAIRS = 500_000_000  # of attributes, summed over the tags that hold a few hundred or more: 0.8 s
MOST_NAMES = 50_000  # names of tags and attributes, all different: 0.15 s; 100 000 take 2 to 4 s

FEW_TAGS = 2_000  # at the worst half of them <b>, half <p>: MOST_CLONES
MANY_TAGS = 20_000  # at the worst half of them open, half closed: MOST_STEPS
MANY_CHARS = 500_000  # room for some 100 000 names
STRIDE = MOST_ATTRIBUTES  # an attribute takes two characters, so that so many leave one stride without ">"
PLAIN = 42  # formatting elements without attributes that the parser keeps open: three each of fourteen

_STYLED = re.compile(
    r"<([biusetcfnBIUSETCFN](?:[mMtT]|[iI][gG]|[oO](?:[dD][eE]|[nN][tT]|[bB][rR])|[mM][aA][lL]{2}"
    r"|[tT][rR][oOiI][a-zA-Z]{2})?)"
    r"([\s/][^>]{0,1000}+)(?!(?:[^<]*+</?(?:a|br|img|path|span|svg|use)(?![\w-])){0,20}+[^<]*+</\1[\s>])"
)
"""Start tags with attributes of formatting elements (and others of such letters) that do not end within their line."""


def check(html: str) -> None:
    """Look at HTML before it is parsed. Raises Hostile where it passes a cap."""
    if len(html) > MOST_CHARS:
        raise Hostile(MOST_CHARS, "characters")
    tags = html.count("<")
    if tags > MOST_TAGS and sum(1 for tag in TAG.finditer(html) if tag["name"]) > MOST_TAGS:  # scripts hold "<" as well
        raise Hostile(MOST_TAGS, "tags")
    _check_attributes(html)
    if len(html) > MANY_CHARS and (tags > MOST_NAMES or _may_hold_names(html)):
        _check_names(html)
    if tags > FEW_TAGS and (_may_be_deep(html, tags) or _may_be_cloned(html, tags)):
        Nest().read(html)


def _may_be_deep(html: str, tags: int) -> bool:
    return tags > MANY_TAGS or (tags > MOST_DEPTH and tags - 2 * html.count("</") > MOST_DEPTH)


def _may_be_cloned(html: str, tags: int) -> bool:
    """True unless the formatting elements, were all of them open at each tag, make few clones."""
    styled = (MOST_ATTRIBUTES if len(rest) > 1_000 else 1 + len(rest.split()) for _, rest in _STYLED.findall(html))
    return (PLAIN + sum(styled)) * tags > MOST_CLONES


def _check_attributes(html: str) -> None:
    if _may_be_crowded(html):
        pairs = 0
        for tag in TAG.finditer(html):
            count = _count_attributes(tag)
            pairs += count * count
            if count > MOST_ATTRIBUTES:
                raise Hostile(MOST_ATTRIBUTES, "attributes in one tag")
        if pairs > MOST_PAIRS:
            raise Hostile(MOST_PAIRS, "pairs of attributes that share a tag")


def _may_be_crowded(html: str) -> bool:
    """Count attributes where a stride of the page holds no ">"; a "<" in a script may mislead."""
    begin = pairs = 0
    while begin < len(html):
        end = html.find(">", begin) % (len(html) + 1)
        if end - begin < STRIDE:
            begin += STRIDE
            continue
        before = html.rfind("<", max(0, begin - STRIDE), begin)
        for at in (before, html.find("<", begin, end)):
            tag = START.match(html, at) if at >= 0 else None
            count = _count_attributes(tag) if tag else 0
            pairs += count * count
            if count > MOST_ATTRIBUTES or pairs > MOST_PAIRS:
                return True
        begin = end + 1
    return False


def _count_attributes(tag: re.Match[str]) -> int:
    """Attributes of a tag; 0 for one that is too short to hold many."""
    rest = tag["rest"] or ""
    return sum(1 for _ in ATTRIBUTE.finditer(rest)) if len(rest) >= STRIDE else 0


def _may_hold_names(html: str) -> bool:
    """True where a tenth of the page, taken evenly, holds more than a tenth of MOST_NAMES in different words."""
    tenth = " ".join(html[begin : begin + 1_000] for begin in range(0, len(html), 10_000))
    return len(set(tenth.split())) > MOST_NAMES // 10


def _check_names(html: str) -> None:
    names: set[str] = set()
    for tag in TAG.finditer(html):
        if tag["name"]:
            names.add(tag["name"])
            names.update(ATTRIBUTE.findall(tag["rest"]))
            if len(names) > MOST_NAMES:
                raise Hostile(MOST_NAMES, "different names of tags and attributes")
