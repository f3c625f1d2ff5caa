"""Combining marks heaped on a letter: no script needs more than a few, and to order thousands takes seconds."""

import html
import re
import unicodedata
from functools import cache

MOST = 30  # marks in a row that are left; the normal form of 100 000 takes 12 s
LAST = 0x1F000  # no character from here on combines
_ENTITY = r"&#(?:[xX][0-9a-fA-F]{1,6}|\d{1,7});?"
_LATER = re.compile(f"[\u0300-{chr(LAST - 1)}]")  # where the marks stand, among other letters
_ENTITIES = re.compile(f"{_ENTITY}(?:{_ENTITY}){{30,}}+")  # once ahead: a search for "&#" itself is fast


def thin(text: str) -> str:
    """The text without the marks of a heap beyond the first MOST, be they characters or character references."""
    if text.count("&#") > MOST:
        text = _ENTITIES.sub(_thin_entities, text)
    marks = _marks()
    looked_at = _LATER.finditer(text[::MOST])
    if not any(_run(text, found.start() * MOST) > MOST for found in looked_at if found[0] in marks):
        return text
    kept = 0
    out = []
    for character in text:
        kept = kept + 1 if character in marks else 0
        if kept <= MOST:
            out.append(character)
    return "".join(out)


def _thin_entities(found: re.Match[str]) -> str:
    meant = html.unescape(found[0])
    thinned = thin(meant)
    return found[0] if thinned == meant else html.escape(thinned)


def _run(text: str, at: int) -> int:
    """How many marks stand in a row about a place, as far as it matters."""
    marks = _marks()
    first = last = at
    while first > 0 and text[first - 1] in marks and at - first <= MOST:
        first -= 1
    while last + 1 < len(text) and text[last + 1] in marks and last - at <= MOST:
        last += 1
    return last - first + 1


@cache
def _marks() -> frozenset[str]:
    """All characters that the normal forms may move behind one another."""
    return frozenset(character for character in map(chr, range(0x300, LAST)) if unicodedata.combining(character))
