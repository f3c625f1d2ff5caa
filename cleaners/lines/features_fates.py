"""What became of each line by the time that the trees are asked, and of those around it."""

import numpy as np

from cleaners.doc import Doc
from cleaners.dom.pieces import Floats
from cleaners.lines.features_around import WINDOWS, near, shares

# A line stayed inside the outline, or a cleaner took it: one of metadata, one that goes by shape, or another. What
# stays outside the outline is none of these.
FATES = ("kept", "metadata", "shape", "phrase")
METADATA = frozenset({"titles", "digests", "labels", "attributions", "bylines", "listings"})
SHAPE = frozenset(
    {
        *("pagination", "tags", "counters", "language_switchers", "breadcrumbs"),
        *("navigation", "tickers", "separators", "buttons", "inserts"),
    }
)
KEPT_WINDOWS = (1, *WINDOWS)

NAMES = (
    *FATES,
    *(f"kept{window}" for window in KEPT_WINDOWS),
    *(f"furniture{window}" for window in WINDOWS),
    *("since_kept", "until_kept"),
)


def fate_rows(doc: Doc) -> Floats:
    """The features of `NAMES`, a row each."""
    fates = _fates(doc)
    kept, _, shape, phrase = fates
    around = (shares(kept, KEPT_WINDOWS), shares(shape + phrase, WINDOWS), np.stack(near(kept > 0)))
    return np.concatenate((fates, *around)).astype(np.float32)


def _fates(doc: Doc) -> Floats:
    """What became of each line by now: a row for each of `FATES`."""
    fates = {cut.position: _fate(cut.cleaner) for cut in doc.cuts}
    fates |= {block.position: "kept" if block in doc.span else "outside" for block in doc.blocks}
    return np.array([[fates[block.position] == name for block in doc.outlined] for name in FATES], np.float32)


def _fate(cleaner: str) -> str:
    return "metadata" if cleaner in METADATA else "shape" if cleaner in SHAPE else "phrase"
