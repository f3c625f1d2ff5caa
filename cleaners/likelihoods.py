"""A second opinion on flattened text: trees weigh each line, and overrule an outline that they doubt.

The outline and the phrases know what they were taught: articles in four languages amid furniture of the
usual kinds. There the trees agree with them, and nothing changes. On a shop's page, a thread, a page
in a language without rules, the trees know better.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from cleaners.doc import Doc, Span
from cleaners.dom.choose import choose, expect
from cleaners.dom.pieces import Floats
from cleaners.kinds import is_notice, tells
from cleaners.lines.judge import judge
from cleaners.phrases import Rules

# Shares of the best expected F1; see bench/README.md for what was tried.
AGREED = 0.96  # that the outline promises, from which it stands
WRONG = 0.88  # below which it counts as wrong; between the two, no more goes than what is all but ruled out
RULED_OUT = 0.25  # share of the page's bar below which a line is that
LEAST_LINES = 8  # of a page; of a shorter one the trees have seen too few
FEW_LINES, MOST_KEPT, MOST_LEFT = 120, 0.7, 0.4  # of a clear page: lines, share kept, share of its prose left out
LEAST_SURE = 0.35  # expected F1 below which the trees know no better


def likelihoods(doc: Doc, rules: Rules) -> Doc:
    """Set each line's likelihood and the article's span by it, where the trees doubt the outline; cuts nothing."""
    if len(doc.blocks) < LEAST_LINES or any(b.line is None for b in doc.blocks):
        return doc
    widths = np.fromiter((max(b.columns, 1) for b in doc.blocks), np.float32, len(doc.blocks))
    kept = np.array([b in doc.span and not (tells(b) or is_notice(b)) for b in doc.blocks])
    if _is_clear(doc, widths, kept):
        return doc
    likely = judge(doc)
    bar, sure = choose(likely, widths)
    promised = expect(likely, widths, kept)
    if sure < LEAST_SURE or promised >= AGREED * sure:
        return doc
    blocks = tuple(replace(b, likely=float(p)) for b, p in zip(doc.blocks, likely, strict=True))
    found = np.flatnonzero(likely >= bar)
    span = Span(blocks[found[0]].position, blocks[found[-1]].position)
    return replace(doc, blocks=blocks, span=span, bar=bar if promised < WRONG * sure else RULED_OUT * bar)


def _is_clear(doc: Doc, widths: Floats, kept: NDArray[np.bool_]) -> bool:
    """True where the trees would hardly object: few lines, furniture around, hardly a sentence left out.

    kept: the lines that the outline and the phrases would keep. It spares three pages of our own in four.
    """
    if len(kept) > FEW_LINES or kept.mean() > MOST_KEPT:
        return False
    prose = widths * np.array([b.prose for b in doc.blocks])
    return bool(prose[~kept].sum() <= MOST_LEFT * prose.sum())
