"""No regular expression of ours takes more than linear time: each is tried on the texts that its own parts suggest.

What counts is how time grows when such a text grows, not how long it takes.
"""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.patterns import NO_MATCH, attacks, before

SHORT, LONG = 600, 2_400  # characters of the run; and where that looks bad, as many again for each
GROWN = 4  # times as long
WORST = 8  # times the time: linear takes 4, quadratic 16
CHEAP = 0.0006  # seconds of CPU below which there is nothing to measure

Pattern = re.Pattern[str] | re.Pattern[bytes]


@pytest.fixture(scope="module")
def patterns() -> dict[str, Pattern]:
    """Compiled in a process of its own, in which every compilation can be watched."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.patterns"],
        cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True, timeout=300,
    )  # fmt: skip
    listed = json.loads(done.stdout)
    return {
        where: re.compile(text.encode("latin-1") if is_bytes else text, flags & ~re.UNICODE if is_bytes else flags)
        for where, text, flags, is_bytes in listed
    }


def test_every_pattern_takes_linear_time(patterns: dict[str, Pattern]) -> None:
    assert len(patterns) > 250
    slow = {where: found for where, pattern in patterns.items() if (found := worst(pattern))}
    assert slow == {}


@pytest.mark.parametrize("careless", [r"\s+$", r".*x", r"\s*[|]\s*", r"[a-z]+@", r"(?:\w+,)+\d"])
def test_a_careless_pattern_is_found_out(careless: str) -> None:
    assert worst(re.compile(careless))


def worst(pattern: Pattern) -> str:
    """The text on which a pattern takes more than linear time; "" where there is none."""
    for start in before(pattern):
        for piece in attacks(pattern):
            if all(growth(pattern, start, piece, length) > WORST for length in (SHORT, LONG)):
                return f"{pattern.pattern!r:.80} on {start!r} and then {piece!r} over and over"
    return ""


def growth(pattern: Pattern, start: str, piece: str, length: int) -> float:
    """How many times as long it takes for a text GROWN times as long; 0 where that is next to nothing."""
    whole = piece * (GROWN * length // len(piece) + 1)
    slow = cost(pattern, start + whole[: GROWN * length] + NO_MATCH)
    return slow / max(cost(pattern, start + whole[:length] + NO_MATCH), 1e-6) if slow > CHEAP else 0


def cost(pattern: Pattern, text: str) -> float:
    """CPU seconds of a search for all matches, the least of three."""
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        for _ in pattern.finditer(text if isinstance(pattern.pattern, str) else text.encode()):  # type: ignore[arg-type]
            pass
        best = min(best, time.process_time() - began)
        if best < CHEAP:
            break
    return best
