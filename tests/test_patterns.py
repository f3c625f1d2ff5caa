"""The search for careless regular expressions, bench.patterns, finds those that are and no others."""

import re

import pytest

from bench.patterns import worst


@pytest.mark.parametrize("careless", [r"\s+$", r".*x", r"\s*[|]\s*", r"[a-z]+@", r"(?:\w+,)+\d"])
def test_a_careless_pattern_is_found_out(careless: str) -> None:
    assert worst(re.compile(careless))


@pytest.mark.parametrize("careful", [r"\A\s+$", r"[|]\s*", r"(?<!\w)[a-z]{1,60}@", r"\d{1,12}%"])
def test_a_careful_pattern_is_not(careful: str) -> None:
    assert not worst(re.compile(careful))
