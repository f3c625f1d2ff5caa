"""A second opinion on flattened text: trees weigh each line, and overrule the cleaners where they doubt them.

The outline and the phrases know what they were taught: articles in four languages amid furniture of the
usual kinds. There the trees agree with them, and nothing changes. On a shop's page, a thread, a page
in a language without rules, the trees know better. They know what the cleaners made of each line.
"""

from collections.abc import Container
from dataclasses import replace
from itertools import groupby, takewhile
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from cleaners import fold
from cleaners.block import Block
from cleaners.doc import Doc, Span
from cleaners.dom.choose import choose, expect
from cleaners.dom.pieces import Floats
from cleaners.kinds import narrates, tells
from cleaners.lines.features_fates import METADATA, SHAPE
from cleaners.lines.judge import judge, judge_afresh
from cleaners.phrases import Rules
from cleaners.shape import has_digit

# What the cleaners lose of the best expected F1; see bench/README.md for what was tried.
AGREED = 0.018  # up to which they stand but for the edges
WRONG = 0.046  # above which they count as wrong; between the two, no more goes than what is all but ruled out
RULED_OUT = 0.25  # share of the page's bar below which a line is that
EDGE = 0.7  # share of the bar below which a line goes that stands ahead of the article's sentences or behind them
BACK = 0.5  # likelihood from which a line comes back that a cleaner took
# Likelihoods below which a line of a clear page goes, among the article's sentences and at its edges, by trees that do
# not know what the cleaners made of it.
RULED_OUT_AFRESH, RULED_OUT_AT_EDGE = 0.2, 0.3
# Where cleaners and trees agree on the rest, likelihoods from which lines behind the article are its own: those right
# behind it, one after the other, and any. The first holds for the line right above it as well. What a cleaner took
# comes back only from those that go by stretches.
NEXT, BEHIND = 0.15, 0.3
OF_STRETCHES = frozenset({"contents", "inserts", "related_posts"})
BACK_AFRESH = 0.8  # likelihood from which lines among its sentences come back that cleaners took which go by little …
LITTLE = SHAPE | {"bylines", "contents", "notices", "promotions", "read_also", "related_posts", "walls"}  # … these
FEW = 3  # sentences of an article, beside which several more at its edges are its own
LEAST_AFRESH = 20  # lines of a clear page
LEAST_LINES = 8  # of a page; of a shorter one the trees have seen too few
FEW_LINES, MOST_KEPT, MOST_LEFT = 120, 0.7, 0.4  # of a clear page: lines, share kept, share of its prose left out
KNOWN = 0.3  # share of the lines left out that say by a phrase what they are, from which the rules know the language
# Last sections without sentences, by their headings, and corrections.
LAST = ("references.opens", "closings.opens", "closings.starts", "statements.holds")
OPENS = "introductions.own"  # the article's first lines, which look to the trees like what stands above them
SURE = METADATA | {"polls"}  # cleaners whose lines do not come back
LEAST_SURE = 0.35  # expected F1 below which the trees know no better

Odds = dict[int, float]
"""How likely each line is, by its position."""


def likelihoods(doc: Doc, rules: Rules) -> Doc:
    """Where the trees doubt the cleaners, give back what they find likely, and cut what they do not.

    On a clear page they are not told what the cleaners made of its lines, which they would believe, and cut only
    what looks like nothing of an article, or give back what looks like nothing else.

    A page's edges go by the trees more readily than what stands among its sentences: there, a list or a table
    of the article looks to them like a menu, and at the edges most such lines are one.
    """
    if len(doc.outlined) < LEAST_LINES:
        return doc
    widths = np.fromiter((max(b.columns, 1) for b in doc.outlined), np.float32, len(doc.outlined))
    left = {b.position for b in doc.blocks if b in doc.span}
    kept = np.array([b.position in left for b in doc.outlined])
    if _is_clear(doc, widths, kept):
        if len(kept) < LEAST_AFRESH:
            return doc
        odds = _odds(doc, judge_afresh(doc))
        core = _core(doc, odds, BACK)
        doc = _cut(_give_back(doc, odds, core), odds, core, RULED_OUT_AFRESH, RULED_OUT_AT_EDGE)
        return _go_on(doc, odds)
    likely = judge(doc)
    bar, sure = choose(likely, widths)
    if sure < LEAST_SURE:
        return doc
    odds = _odds(doc, likely)
    loss = sure - expect(likely, widths, kept)
    core = _core(doc, odds, max(bar, BACK))
    if loss <= AGREED:
        return _go_on(_cut(doc, odds, core, inside=0, outside=EDGE * bar), odds)
    inside = bar if loss > WRONG else RULED_OUT * bar
    return _cut(_overrule(doc, odds, bar), odds, core, inside, outside=max(inside, EDGE * bar))


def judged(doc: Doc) -> Doc:
    """The page with the likelihood of each line that is left, if the trees have not set it before."""
    if len(doc.outlined) < LEAST_LINES or any(b.likely is not None for b in doc.blocks):
        return doc
    return _weighed(doc, _odds(doc, judge(doc)))


def _odds(doc: Doc, likely: Floats) -> Odds:
    return {b.position: float(p) for b, p in zip(doc.outlined, likely, strict=True)}


def _weighed(doc: Doc, odds: Odds) -> Doc:
    """The page, each line that is left with its likelihood."""
    return replace(doc, blocks=tuple(b.weigh(odds[b.position]) for b in doc.blocks))


def _overrule(doc: Doc, odds: Odds, bar: float) -> Doc:
    """The page as the trees have it, before they cut. bar: from which a line is the article's."""
    left = {b.position for b in doc.blocks} | {c.position for c in doc.cuts if c.cleaner in SURE}
    doc = doc.give_back(b for b in doc.outlined if odds[b.position] >= max(bar, BACK) and b.position not in left)
    opening = {b.position for b in doc.blocks if b in doc.span and b.marked(OPENS)}
    found = [position for position, p in odds.items() if p >= bar or position in opening]
    told = max((b.position for b in doc.blocks if b.prose and b in doc.span), default=found[-1])
    last = max(found[-1], doc.span.last) if _has_last_section(doc, told) else found[-1]
    return replace(_weighed(doc, odds), span=Span(found[0], last))


def _core(doc: Doc, odds: Odds, least: float) -> Span:
    """From the first sentence to the last one that both cleaners and trees find the article's; all where none is."""
    own = [b.position for b in doc.blocks if b.prose and b in doc.span and odds[b.position] >= least]
    if not own:
        return Span(0, doc.outlined[-1].position)
    return Span(own[0], doc.span.last if _has_last_section(doc, own[-1]) else own[-1])


def _has_last_section(doc: Doc, last: int) -> bool:
    """True where a section without sentences, which says what it is, stands in the article behind a position."""
    return any(b.position > last and b in doc.span and b.marked(*LAST) for b in doc.blocks)


def _go_on(doc: Doc, odds: Odds) -> Doc:
    """The page, its article down to the last line that may be its own: lists and notes behind its last paragraph."""
    taken = _taken(doc, OF_STRETCHES)
    there = taken | {b.position for b in doc.blocks}
    behind = [b for b in doc.outlined if b.position > doc.span.last]
    near = list(takewhile(lambda b: b.position in there and odds[b.position] >= NEXT, behind))
    own = near + [b for b in behind[len(near) :] if b.position in there and odds[b.position] >= BEHIND]
    if not (own and any(b.prose for b in doc.blocks if b in doc.span)):
        return doc
    doc = doc.give_back(b for b in own if b.position in taken)
    stay, gained = {b.position for b in own}, Span(doc.span.last + 1, own[-1].position)
    gone = {b.position: _reason(odds, b) for b in doc.blocks if b in gained and b.position not in stay}
    return replace(doc.cut(gone), span=Span(doc.span.first, gained.last))


def _taken(doc: Doc, cleaners: Container[str]) -> set[int]:
    """The positions of the lines that some cleaners took, and took whole."""
    return {c.position for c in doc.cuts if c.cleaner in cleaners} - {b.position for b in doc.blocks}


def _cut(doc: Doc, odds: Odds, core: Span, inside: float, outside: float) -> Doc:
    """Cut the article's lines, and the one above it, that are below a bar. inside, outside: those of core and edges."""
    told = sum(b.prose for b in doc.blocks if b in core) >= FEW
    odds = _alike(doc, odds, core)
    signed = frozenset(fold.letters(author.split(maxsplit=1)[0]) for author in doc.metadata.authors)
    reach = Span(doc.span.first - 1, doc.span.last)

    def bar(block: Block) -> float:
        if block not in doc.span:  # what may open the article (see cleaners.furniture.surroundings)
            return NEXT
        as_core = told and block.prose and narrates(block)  # at the edges as well
        own = block in core or block.marked("introductions.opens") or as_core
        return inside if own else outside

    return doc.cut(
        {
            b.position: _reason(odds, b)
            for b in doc.blocks
            if b in reach and odds[b.position] < bar(b) and not (b.marked(OPENS) or b.key in signed)
        }
    )


def _reason(odds: Odds, block: Block) -> str:
    return f"{odds[block.position]:.0%} likely by its looks and place"


def _give_back(doc: Doc, odds: Odds, core: Span) -> Doc:
    """The page with the lines among its sentences that cleaners took one after the other, where these are as likely
    as the article's: tables and lists of its own."""
    taken = _taken(doc, LITTLE)
    back: list[Block] = []
    for gone, run in groupby((b for b in doc.outlined if b in core), lambda b: b.position in taken):
        lines = list(run)
        if gone and fmean(odds[b.position] for b in lines) >= BACK_AFRESH:
            back += lines
    return doc.give_back(back) if back else doc


def _alike(doc: Doc, odds: Odds, core: Span) -> Odds:
    """The odds, of lines in the core that differ by their numbers alone those of the likeliest: "Step 1", "Step 2"."""
    best: dict[str, float] = {}
    alike = [b for b in doc.blocks if b in core and not (b.bare_number or b.prose) and has_digit(b.text)]
    for block in alike:
        best[block.words] = max(odds[block.position], best.get(block.words, 0))
    return odds | {b.position: best[b.words] for b in alike}


def _is_clear(doc: Doc, widths: Floats, kept: NDArray[np.bool_]) -> bool:
    """True where the trees are not to object: few lines, known furniture around, hardly a sentence left out.

    Or no sentence at all: a wall, or a listing, which to the trees is as good as an article. kept: the lines
    that the cleaners keep inside the outline.
    """
    if len(kept) > FEW_LINES:
        return False
    prose = widths * np.array([b.prose for b in doc.outlined])
    if not prose[kept].any():
        return True
    known = sum(tells(b) for b, stays in zip(doc.outlined, kept, strict=True) if not stays)
    return bool(
        kept.mean() <= MOST_KEPT and prose[~kept].sum() <= MOST_LEFT * prose.sum() and known >= KNOWN * (~kept).sum()
    )
