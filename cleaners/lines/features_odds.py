"""What the first trees think of each line, what its words say, and the same of the lines around it.

This is what the second trees see beside the line itself.
"""

import numpy as np

from cleaners.dom.pieces import Floats
from cleaners.lines.features_around import WINDOWS, shares

NEAR = (1, -1, 2, -2, 3, -3)  # lines further down
SOFT = 0.001  # keeps the log-odds finite
NOTHING = -7.0  # log-odds of what stands beyond the page's edges


def _names(odds: str) -> tuple[str, ...]:
    return (odds, *(f"{odds}{by:+}" for by in NEAR), *(f"{odds}_win{window}" for window in WINDOWS), f"all_{odds}")


NAMES = (*_names("odds"), *_names("wording"))


def odds_rows(likely: Floats, wording: Floats) -> Floats:
    """The features of `NAMES`, a row each.

    likely: of each line, as judge has it. wording: log-odds that its words are an article's.
    """
    return np.concatenate((_around(log_odds(likely)), _around(wording)))


def log_odds(likely: Floats) -> Floats:
    """Likelihoods as log-odds, none of them infinite."""
    found: Floats = np.log((likely + SOFT) / (1 - likely + SOFT))
    return found


def _around(odds: Floats) -> Floats:
    """Log-odds of each line, of those near it, of windows around it, and of the page: a row each."""
    odds = odds.astype(np.float32)
    reach = max(NEAR)
    wide = np.pad(odds, reach, constant_values=NOTHING)
    near = [wide[reach + by : reach + by + len(odds)] for by in NEAR]
    return np.concatenate(([odds], near, shares(odds, WINDOWS), [np.full(len(odds), odds.mean())])).astype(np.float32)
