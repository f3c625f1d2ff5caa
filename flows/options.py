"""What a user may choose for a run."""

import os
from dataclasses import dataclass

from cleaners.doc import Comments
from flows.footers import Settings
from flows.guard import USUAL, Limits
from flows.sources.records import Reading


class EngineError(Exception):
    """Prefect that cannot be reached or started; the message says which and what to do."""


def cores() -> int:
    """How many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True)
class Options:
    """comments: see cleaners.from_html. reading: how sources are read. workers: processes that clean.

    prune: rows of sources that are gone go. keep_older: what an older version or recipe made of a page
    that has not changed stays. page_seconds, page_memory: see flows.guard.Limits.
    """

    comments: Comments = "auto"
    reading: Reading = Reading()
    workers: int = 1
    prune: bool = False
    keep_older: bool = False
    page_seconds: float = USUAL.seconds
    page_memory: int = USUAL.megabytes

    @property
    def limits(self) -> Limits:
        """What a page may take."""
        return Limits(self.page_seconds, self.page_memory)

    @property
    def settings(self) -> Settings:
        """What of it decides what a page becomes."""
        return Settings(self.comments, self.reading, f"{self.page_seconds:g} s, {self.page_memory} MB")
