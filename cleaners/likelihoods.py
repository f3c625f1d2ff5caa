"""A second opinion on flattened text: trees weigh each line, and settle what becomes of it.

The outline and the phrases know what they were taught: articles in four languages amid furniture of the usual kinds.
A second round of trees, which know such pages best and what the first think, settles each line of a page of which it
is sure. On a shop's page, a thread, a page in a language without rules, it is not: there the first trees, which know
pages of all kinds, and the second overrule the cleaners together.
"""

from collections.abc import Container
from dataclasses import replace
from itertools import groupby

import numpy as np

from cleaners import fold
from cleaners.block import Block
from cleaners.doc import Doc, Span
from cleaners.dom.choose import choose, expect
from cleaners.dom.pieces import Floats
from cleaners.dom.trees import likely
from cleaners.furniture.standing import is_standing
from cleaners.lines.features import features
from cleaners.lines.features_fates import METADATA
from cleaners.lines.features_odds import log_odds
from cleaners.lines.judge import judge
from cleaners.lines.rejudge import rejudge
from cleaners.metadata.signatures import SIGNATURE
from cleaners.phrases import Rules
from cleaners.shape import has_digit

# See bench/README.md for what was tried.
SURE = 0.93  # F1 that the second trees must expect of a page to settle it,
DOUBTED = 0.2  # and the share at most of the lines that stay which they find likelier none of the article's
SECOND = 0.4  # weight of their log-odds beside those of the first on another page
# Likelihoods from which the second trees may keep lines: a page takes the first at which it loses no more than so much
# of the F1 that the first expect, for a line of the article that is lost weighs more than one of anything else that
# stays.
BARS = (0.13, 0.2, 0.3, 0.4, 0.5)
DEAR = 0.12
AGREED = 0.022  # share at most of the F1 that the first trees expect which is lost where the cleaners are as good
OPENING = 0.15  # likelihood from which the line above the article may open it
LENIENT = 0.9  # share of the bar for a sentence that the cleaners left in the article
EVEN = 0.5  # likelihood from which a line is likelier the article's, and comes back that a cleaner took, by both …
TAKEN = 0.22  # … and by the second alone
TABLE, MOSTLY = 6, 0.6  # lines of a table of one cell a line, and their share that stays
LEAST_SETTLED = 20  # lines of a page that the second trees settle
LEAST_LINES = 8  # of a page; of a shorter one the trees have seen too few
# Last sections without sentences, by their headings, and corrections.
LAST = ("references.opens", "closings.opens", "closings.starts", "statements.holds")
OPENS = "introductions.own"  # the article's first lines, which look to the trees like what stands above them
# Cleaners that take what says what it is: it comes back only if the second trees are sure of the page.
STATING = METADATA | {
    "author_bios",
    "buttons",
    "communities",
    "contents",
    "polls",
    "promotions",
    "read_also",
    "tickers",
}
LEAST_BEST = 0.6  # likelihood that a line of an article reaches by the second trees
LEAST_EXPECTED = 0.35  # F1 below which the first trees know no better than the cleaners

Odds = dict[int, float]
"""How likely each line is, by its position."""


def likelihoods(doc: Doc, rules: Rules) -> Doc:
    """Where trees doubt what was made of a line, give it back if they find it likely, and cut it if they do not."""
    if len(doc.outlined) < LEAST_LINES:
        return doc
    rows = features(doc)
    first = judge(rows)
    widths = np.fromiter((max(b.columns, 1) for b in doc.outlined), np.float32, len(doc.outlined))
    _, expected = choose(first, widths)
    if expected < LEAST_EXPECTED:
        return doc
    second = rejudge(doc.outlined, rows, first)
    best = float(second.max())
    if best < LEAST_BEST and _are_right(doc, first, widths, expected):  # what else the page is, the verdict may know
        return doc.reject("no-article", f"no line is more than {best:.0%} likely to be an article's")
    if not _is_sure(second, widths):
        both = likely(SECOND * log_odds(second) + (1 - SECOND) * log_odds(first))
        return _overrule(doc, _odds(doc, both), choose(both, widths)[0])
    if len(doc.outlined) < LEAST_SETTLED:
        return doc
    bars = (b for b in BARS if expected - expect(first, widths, second >= b) <= DEAR)
    return _settle(doc, _odds(doc, second), next(bars, BARS[-1]))


def _are_right(doc: Doc, first: Floats, widths: Floats, expected: float) -> bool:
    """True where the cleaners left no sentence, or what the first trees would leave, nearly."""
    left = {b.position for b in doc.blocks if b in doc.span}
    loss = expected - expect(first, widths, np.array([b.position in left for b in doc.outlined]))
    return loss <= AGREED or not any(b.prose for b in doc.blocks if b in doc.span)


def _is_sure(second: Floats, widths: Floats) -> bool:
    """True for a page of a kind that the second trees know: they find nearly every line the article's, or not."""
    kept = second >= BARS[0]
    _, expected = choose(second, widths)
    return expected >= SURE and float((second[kept] < EVEN).mean()) <= DOUBTED


def judged(doc: Doc) -> Doc:
    """The page with the likelihood of each line that is left, if the trees have not set it before."""
    if len(doc.outlined) < LEAST_LINES or any(b.likely is not None for b in doc.blocks):
        return doc
    return _weighed(doc, _odds(doc, judge(features(doc))))


def _odds(doc: Doc, probabilities: Floats) -> Odds:
    return {b.position: float(p) for b, p in zip(doc.outlined, probabilities, strict=True)}


def _weighed(doc: Doc, odds: Odds) -> Doc:
    """The page, each line that is left with its likelihood."""
    return replace(doc, blocks=tuple(b.weigh(odds[b.position]) for b in doc.blocks))


def _settle(doc: Doc, odds: Odds, bar: float) -> Doc:
    """The page with the lines that reach a bar; what a cleaner took comes back only if it is likelier."""
    left = {b.position for b in doc.blocks}
    bars = {b.position: bar if b.position in left else max(bar, TAKEN) for b in doc.outlined}
    keep = {position for position, least in bars.items() if odds[position] >= least} - _known(doc)
    if not keep:
        return doc
    keep |= _cells(doc, keep)
    doc = doc.give_back(b for b in doc.outlined if b.position in keep and b.position not in left)
    doc = doc.cut({b.position: _reason(odds, b, doc.span) for b in doc.blocks if b.position not in keep})
    return replace(doc, span=Span(min(keep), max(keep)))


def _known(doc: Doc) -> set[int]:
    """Positions of lines of which the cleaner that took them knows better, however they read: what sites say under
    every article, and the labels and signatures that a field of the metadata was read from."""
    told = {where.partition(":")[0] for where in doc.metadata.provenance.values()}
    read = (c for c in doc.cuts if c.cleaner == "labels" or c.reason == SIGNATURE)
    return {c.position for c in read if c.where in told} | _standing(doc)


def _standing(doc: Doc) -> set[int]:
    """Positions of what sites say under every article, which some cleaner took."""
    return {b.position for b in doc.outlined if is_standing(b)} - {b.position for b in doc.blocks}


def _cells(doc: Doc, keep: Container[int]) -> set[int]:
    """Positions of bare numbers in runs of lines without sentences of which most stay: cells of its tables."""
    found: set[int] = set()
    for prose, run in groupby(doc.outlined, key=lambda b: b.prose):
        lines = list(run)
        kept = sum(b.position in keep for b in lines)
        if not prose and len(lines) >= TABLE and kept >= MOSTLY * len(lines):
            found |= {b.position for b in lines if b.bare_number}
    return found


def _overrule(doc: Doc, odds: Odds, bar: float) -> Doc:
    """The page as trees have it that are less sure. bar: likelihood from which a line is the article's."""
    core = _core(doc, odds, max(bar, EVEN))
    own = {b.position for b in doc.blocks if b.prose and b in doc.span}
    bars = {position: LENIENT * bar if position in own else bar for position in odds}
    there = {b.position for b in doc.blocks} | {c.position for c in doc.cuts if c.cleaner in STATING} | _standing(doc)
    doc = doc.give_back(b for b in doc.outlined if odds[b.position] >= max(bar, EVEN) and b.position not in there)
    opening = {b.position for b in doc.blocks if b in doc.span and b.marked(OPENS)}
    found = [position for position, p in odds.items() if p >= bars[position] or position in opening]
    told = max((b.position for b in doc.blocks if b.prose and b in doc.span), default=found[-1])
    last = max(found[-1], doc.span.last) if _has_last_section(doc, told) else found[-1]
    return _cut(replace(_weighed(doc, odds), span=Span(found[0], last)), _alike(doc, odds, core), bars)


def _core(doc: Doc, odds: Odds, least: float) -> Span:
    """From the first sentence to the last one that both cleaners and trees find the article's; all where none is."""
    own = [b.position for b in doc.blocks if b.prose and b in doc.span and odds[b.position] >= least]
    if not own:
        return Span(0, doc.outlined[-1].position)
    return Span(own[0], doc.span.last if _has_last_section(doc, own[-1]) else own[-1])


def _has_last_section(doc: Doc, last: int) -> bool:
    """True where a section without sentences, which says what it is, stands in the article behind a position."""
    return any(b.position > last and b in doc.span and b.marked(*LAST) for b in doc.blocks)


def _cut(doc: Doc, odds: Odds, bars: Odds) -> Doc:
    """Cut the article's lines that are below their bars, and the one above it unless it may open it."""
    signed = frozenset(fold.letters(author.split(maxsplit=1)[0]) for author in doc.metadata.authors)
    reach = Span(doc.span.first - 1, doc.span.last)

    def least(block: Block) -> float:
        return bars[block.position] if block in doc.span else OPENING  # see cleaners.furniture.surroundings

    return doc.cut(
        {
            b.position: _reason(odds, b, reach)
            for b in doc.blocks
            if b in reach and odds[b.position] < least(b) and not (b.marked(OPENS) or b.key in signed)
        }
    )


def _reason(odds: Odds, block: Block, article: Span) -> str:
    """Why a line goes. article: where the outline found it."""
    where = "by its looks and place" if block in article else "and outside the article"
    return f"{odds[block.position]:.0%} likely {where}"


def _alike(doc: Doc, odds: Odds, core: Span) -> Odds:
    """The odds, of lines in the core that differ by their numbers alone those of the likeliest: "Step 1", "Step 2"."""
    best: dict[str, float] = {}
    alike = [b for b in doc.blocks if b in core and not (b.bare_number or b.prose) and has_digit(b.text)]
    for block in alike:
        best[block.words] = max(odds[block.position], best.get(block.words, 0))
    return odds | {b.position: best[b.words] for b in alike}
