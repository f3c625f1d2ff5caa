"""Where a headline stands best, of the lines that say it: with the site, cut short, below the way to it, alone."""

import re
from collections.abc import Container
from itertools import takewhile

from cleaners import fold
from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.kinds import is_paragraph
from cleaners.metadata.bylined import FAR, NEAR_BY, STANDFIRST, deep_of, has_byline, is_byline
from cleaners.metadata.headlines import may_head
from cleaners.metadata.naming import HOMES
from cleaners.phrases import Rules
from cleaners.shape import columns

NARROW = 24  # columns of a title that may as well be the head of a column in a table
PART = 0.3  # share of a line that is the way to a headline and the headline
HEADLINE = 0.75  # share of such a line that the headline makes up: of "New year | Lamplighter" it is the other part
CUT_SHORT = ("...", "…", "⋯")

_SITE_AHEAD = re.compile(r"[^|｜丨]{2,24}[|｜丨]\s?(?=\S)")
_PARTED = re.compile(r"\s?[|｜丨»]\s?|\s[-–—]\s+|:\s|：")


def whole_of(doc: Doc, found: Block) -> Block:
    """The same line where it is not cut short: "The plant starts up after…"."""
    if not found.text.endswith(CUT_SHORT):
        return found
    longer = (b for b in doc.blocks if len(b.key) > len(found.key) and b.key.startswith(found.key))
    return next((b for b in longer if may_head(b)), found)


def without_site(doc: Doc, found: Block) -> Block:
    """The same line further down without the site's name ahead of it: "Solidot | A third of the libraries …"."""
    ahead = _SITE_AHEAD.match(found.text)
    key = fold.letters(found.text[ahead.end() :]) if ahead else ""
    alone = (b for b in doc.blocks if b.position > found.position and b.key == key)
    return next(alone, found) if len(key) > HEADLINE * len(found.key) else found


def opening(doc: Doc, rules: Rules) -> Block | None:
    """The page's first line, where it stands below the menu again, right above the article or its byline."""
    first = next(iter(doc.blocks), None)
    if first is None or first.columns < NARROW or not may_head(first):
        return None
    return first if _heads(doc, first, {first.text}, rules) else None


def opened_with(doc: Doc, found: Block, rules: Rules) -> Block:
    """The headline alone, right above the article or its byline, where the page opens with it and with more: "Customs -
    News - The duty goes up", "Quickstart — Tide 3.1"."""
    if found is not doc.blocks[0] or has_byline(doc, 0, rules, NEAR_BY):
        return found
    cuts = [*_PARTED.finditer(found.text)]
    ahead = {found.text[: at.start()] for at in cuts if ":" not in at[0] and "：" not in at[0]}
    behind = {part for at in cuts if columns(part := found.text[at.end() :]) >= NARROW}
    return _heads(doc, found, ahead | behind, rules) or found


def _heads(doc: Doc, first: Block, texts: Container[str], rules: Rules) -> Block | None:
    """The line below the page's menu that is one of `texts`, right above a paragraph or a byline."""
    below = [b for b in doc.blocks if b.text in texts and b.position > first.position + FAR]
    deep = deep_of(doc) if below else 0
    above = (b for b in below if b.position < deep and _is_above_article(doc, doc.index(b), rules))
    return next(above, None)


def _is_above_article(doc: Doc, i: int, rules: Rules) -> bool:
    return any(is_paragraph(b) or is_byline(b, rules) for b in doc.blocks[i + 1 : i + 1 + STANDFIRST])


def alone_below(doc: Doc, found: Block, rules: Rules) -> Block:
    """The headline alone, below the way to it, which is glued: "HomeNewsThe duty goes up"."""
    at = doc.index(found)
    below = takewhile(lambda b: not (b.prose or is_byline(b, rules)), doc.blocks[at + 1 : at + 1 + FAR])
    least = (PART if found.key.startswith(tuple(HOMES)) else HEADLINE) * len(found.key)
    return next((b for b in below if _ends_with(found, b) and least < len(b.key) < len(found.key)), found)


def _ends_with(found: Block, block: Block) -> bool:
    """True where a line ends with another, from the beginning of one of its words on."""
    begins = block.text[:1].isupper() or not found.text.removesuffix(block.text)[-1:].isalpha()
    return found.key.endswith(block.key) and begins


def above_lead(doc: Doc, found: Block) -> Block:
    """The same line further up, where a paragraph stands between: an encyclopedia names its subject in a table, too."""
    above = next(b for b in doc.blocks if b.key == found.key)
    told = any(is_paragraph(b) for b in doc.blocks if above.position < b.position < found.position)
    return above if told else found
