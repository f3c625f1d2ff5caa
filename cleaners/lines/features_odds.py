"""What the first trees think of each line, and of those around it: what the second ones see beside the line itself."""

import numpy as np

from cleaners.dom.pieces import Floats
from cleaners.lines.features_around import WINDOWS, shares

NEAR = (1, -1, 2, -2, 3, -3)  # lines further down
SOFT = 0.001  # keeps the log-odds finite
NOTHING = -7.0  # log-odds of what stands beyond the page's edges

NAMES = ("odds", *(f"odds{by:+}" for by in NEAR), *(f"odds_win{window}" for window in WINDOWS), "all_odds")


def odds_rows(likely: Floats) -> Floats:
    """The features of `NAMES`, a row each. likely: of each line, as judge has it."""
    odds = np.log((likely + SOFT) / (1 - likely + SOFT)).astype(np.float32)
    reach = max(NEAR)
    wide = np.pad(odds, reach, constant_values=NOTHING)
    near = [wide[reach + by : reach + by + len(odds)] for by in NEAR]
    return np.concatenate(([odds], near, shares(odds, WINDOWS), [np.full(len(odds), odds.mean())])).astype(np.float32)
