"""Results of functions of one text, kept: functools.lru_cache without its chain of entries.

The garbage collector follows that chain link by link: with a hundred thousand entries that took most of its time.
"""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class _Memo(dict[str, T]):
    """What was worked out so far, by text; forgotten as a whole once it holds so many."""

    def __init__(self, work_out: Callable[[str], T], most: int) -> None:
        super().__init__()
        self.work_out = work_out
        self.most = most

    def __missing__(self, text: str) -> T:
        if len(self) >= self.most:
            self.clear()
        result = self[text] = self.work_out(text)
        return result


def memo(most: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Decorator: keeps what a function makes of a text. most: how many results are kept."""

    def keep(work_out: Callable[[str], T]) -> Callable[[str], T]:
        return _Memo(work_out, most).__getitem__

    return keep
