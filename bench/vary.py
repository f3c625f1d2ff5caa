"""Our own pages, varied: without some of their furniture, of their paragraphs, or of their ends.

Pages are few, and rules were tuned on them; a page that lacks what a rule would go by teaches the trees to go by the
rest (data augmentation).
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from tests.truth import LabelledPage

ENDS = 0.4  # how often a page begins, or ends, somewhere in its furniture
FURNITURE = (0.0, 0.1, 0.25, 0.4)  # shares of furniture at which a run of it is left out
RUN = 4  # lines of such a run at most
PARAGRAPHS = (0.0, 0.0, 0.1, 0.3)  # shares of the article's lines that are left out, but for its first


def vary(page: LabelledPage, lot: Random) -> LabelledPage:
    """The page without lines that the lot falls on. The page must have an article."""
    count = page.text.count("\n") + 1
    body = {n for n, label in page.labels.items() if label == "body"}
    first, last = min(body), max(body)
    start = lot.randint(1, first) if lot.random() < ENDS else 1
    stop = lot.randint(last, count) if lot.random() < ENDS else count
    others = sorted(set(page.labels) - body)
    gone = set(_runs(others, lot, lot.choice(FURNITURE)))
    share = lot.choice(PARAGRAPHS)
    gone |= {n for n in sorted(body - {first}) if lot.random() < share}
    return keep(page, [n for n in range(start, stop + 1) if n not in gone])


def alone(page: LabelledPage) -> LabelledPage:
    """The page's article, and nothing else."""
    return keep(page, [n for n, label in sorted(page.labels.items()) if label == "body"])


def keep(page: LabelledPage, numbers: list[int]) -> LabelledPage:
    """The page with some of its lines. numbers: of these, from 1 up."""
    lines = page.text.split("\n")
    labels = {new: page.labels[old] for new, old in enumerate(numbers, 1) if old in page.labels}
    return replace(page, text="\n".join(lines[n - 1] for n in numbers), labels=labels)


def _runs(numbers: list[int], lot: Random, share: float) -> Iterator[int]:
    """Runs of lines, at as many as the share says of the places where one may begin."""
    left = 0
    for number in numbers:
        if left == 0 and lot.random() < share:
            left = lot.randint(1, RUN)
        if left:
            left -= 1
            yield number
