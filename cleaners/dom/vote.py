"""A second opinion: trafilatura's, on an article about which the structure leaves much doubt."""

from collections.abc import Sequence

import numpy as np

from cleaners import fold
from cleaners.dom.head import Head
from cleaners.dom.pieces import Floats, Piece

DOUBT = 0.5  # expected F1 below which it is asked; on the development articles below it the vote gains
# ten points of F1, above it none, and on pages that are no articles it loses. Asked for 8 pages of 2 204.
LARGEST = 1_000_000  # characters of a page that it is asked about: it takes some two seconds for as many
WEIGHT = 1.0  # what it adds to a piece's log-odds or takes from them; 0.3, 0.6 and 1 were tried


def is_due(html: str, sure: float, head: Head) -> bool:
    """True where it is worth to ask. sure: the expected F1 of what the structure alone would keep."""
    return sure < DOUBT and head.is_article and len(html) <= LARGEST


def vote(html: str, pieces: Sequence[Piece], likely: Floats) -> Floats:
    """The likelihoods, those of what trafilatura extracts raised and the others lowered; the same
    where it extracts nothing."""
    import trafilatura  # noqa: PLC0415 - it takes longer to import than all of the door, and few runs ask it

    extracted = fold.alphanumeric(trafilatura.extract(html, include_comments=False) or "")
    if not extracted:
        return likely
    says = np.fromiter(
        (1.0 if fold.alphanumeric(p.text) in extracted else -1.0 for p in pieces), np.float32, len(pieces)
    )
    odds = np.log(np.clip(likely, 1e-4, 1 - 1e-4) / np.clip(1 - likely, 1e-4, 1 - 1e-4)) + WEIGHT * says
    return np.asarray(1 / (1 + np.exp(-odds)), np.float32)
