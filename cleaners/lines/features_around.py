"""What stands around each line: furniture and weight, near and far, and lines that go on from one another."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cleaners.block import Block
from cleaners.dom.pieces import Floats

FAR = 99  # lines; what is farther off is the same
WINDOWS = (3, 8, 20)  # lines to either side
GOES_ON = ",.;:!?)]」』、。，；：！？"  # marks with which a line goes on from the one above

NAMES = (
    *(f"{what}{window}" for what in ("strong", "weight", "back_weight", "fwd_weight") for window in WINDOWS),
    *("since_strong", "until_strong", "since_gap", "until_gap"),
    *("flow_cols", "flow_n", "near_cols", "near_n", "near_at", "run_n", "run_at"),
)


def around_rows(blocks: Sequence[Block], strong: Floats, weight: Floats, ends: Floats) -> Floats:
    """The features of `NAMES`, a row each. strong, weight, ends: of each line, as cleaners.lines.features has them."""
    gap = np.array([block.gap > 0 for block in blocks])
    rows = (_windows(strong, weight), np.stack((*near(strong > 0), *near(gap))), _flow(blocks, gap, ends))
    return np.concatenate(rows).astype(np.float32)


def _windows(strong: Floats, weight: Floats) -> Floats:
    """Furniture and weight among some lines before and after each."""
    at = np.arange(len(weight))
    sums = np.concatenate((np.zeros(1), np.cumsum(weight, dtype=np.float64)))
    reach = np.array(WINDOWS)[:, None]
    low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, len(weight))
    around = (sums[high] - sums[low], sums[at] - sums[low], sums[high] - sums[at + 1])
    return np.concatenate((shares(strong, WINDOWS), *around))


def shares(flags: Floats, windows: Sequence[int]) -> Floats:
    """Of the lines before and after each, as many as a window says, the share that is flagged; a row a window."""
    at = np.arange(len(flags))
    sums = np.concatenate((np.zeros(1), np.cumsum(flags, dtype=np.float64)))
    reach = np.array(windows)[:, None]
    low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, len(flags))
    found: Floats = (sums[high] - sums[low]) / (high - low)
    return found


def near(flags: np.ndarray) -> tuple[Floats, Floats]:
    """Lines since the last one that is flagged, and until the next."""

    def since(some: np.ndarray) -> Floats:
        at = np.arange(len(some))
        return np.minimum(at - np.maximum.accumulate(np.where(some, at, -FAR)), FAR)

    return since(flags), since(flags[::-1])[::-1]


def _flow(blocks: Sequence[Block], gap: NDArray[np.bool_], ends: Floats) -> Floats:
    """Lines that go on from one another: a broken sentence, lines without a gap, short lines in a row."""
    cols = np.array([b.columns for b in blocks], np.float32)
    goes_on = [bool(b.text) and (b.text[0].islower() or b.text[0] in GOES_ON) for b in blocks]
    begins = [not go for go in goes_on]
    turns = [True, *(ends[1:] != ends[:-1])]
    return np.stack((*_groups(begins, cols)[:2], *_groups(gap, cols), *_groups(turns, cols)[1:]))


def _groups(begins: Sequence[bool] | NDArray[np.bool_], cols: Floats) -> list[Floats]:
    """Of each line's group, how wide it is, how many lines it has, and which of them the line is."""
    first = np.array(begins)
    first[0] = True
    group = np.cumsum(first) - 1
    starts = np.flatnonzero(first)
    count = np.bincount(group)
    at = np.arange(len(cols)) - starts[group]
    return [
        np.log1p(np.bincount(group, cols)[group]).astype(np.float32),
        np.log1p(count[group]).astype(np.float32),
        np.log1p(at).astype(np.float32),
    ]
