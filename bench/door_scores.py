"""The scores by which benchmarks of article extraction judge a text: words, shingles, segments."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"\w+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def words(text: str) -> list[str]:
    """Lower-cased words; a CJK character is a word of its own."""
    return _WORD.findall(_CJK.sub(r" \g<0> ", text.lower()))


def columns(text: str) -> int:
    """A text's display columns without spaces: a CJK character counts two."""
    return sum(map(len, text.split())) + len(_CJK.findall(text))


def word_f1(found: str, gold: str) -> float:
    """The F1 of a page's words, as WCXB counts it."""
    got, wanted = Counter(words(found)), Counter(words(gold))
    both = (got & wanted).total()
    return 2 * both / (got.total() + wanted.total()) if both else float(not got and not wanted)


def shingle_share(found: str, gold: str) -> tuple[float, float]:
    """The precision and recall of a page's runs of four words, as article-extraction-benchmark counts them."""
    got, wanted = _shingles(found), _shingles(gold)
    both = (got & wanted).total()
    return both / max(1, got.total()), both / max(1, wanted.total())


def shingle_f1(shares: Sequence[tuple[float, float]]) -> float:
    """The F1 of the mean precision and the mean recall over pages."""
    precision = sum(p for p, _ in shares) / len(shares)
    recall = sum(r for _, r in shares) / len(shares)
    return 2 * precision * recall / max(precision + recall, 1e-9)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    found = _WORD.findall(text)
    return Counter(tuple(found[i : i + 4]) for i in range(max(1, len(found) - 3)))


def segment_counts(found: str, kept: Iterable[str], cut: Iterable[str]) -> tuple[int, int, int]:
    """How many segments are kept rightly, kept wrongly, and missed, as trafilatura's evaluation counts them."""
    flat = " ".join(found.split())
    right = [" ".join(segment.split()) in flat for segment in kept]
    wrong = [" ".join(segment.split()) in flat for segment in cut]
    return sum(right), sum(wrong), len(right) - sum(right)


def segment_f1(counts: Sequence[tuple[int, int, int]]) -> float:
    """The F1 of all pages' segments together."""
    right, wrong, missed = (sum(page[i] for page in counts) for i in range(3))
    return 2 * right / max(1, 2 * right + wrong + missed)
