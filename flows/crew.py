"""Who works on the shards of a run."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial

from flows.cursor import Cursor
from flows.options import Options
from flows.pool import workers
from flows.retries import clean_patiently
from flows.shards import Shard
from flows.work import Done, Job, Tick, Tools

Work = Callable[[Shard, Job, Tools], Done]
Result = Callable[[], Done]
"""To be called for what became of a shard; waits for it, raises what its work raised."""


@dataclass(frozen=True)
class Crew:
    """start: takes a shard on. ahead: how many may be under way before the first result is asked for."""

    start: Callable[[Shard, Job, Cursor], Result]
    ahead: int = 0


Hire = Callable[[Options, Tick], AbstractContextManager[Crew]]
"""A crew for as long as a run lasts; it tells how many pages are done."""


@contextmanager
def here(options: Options, tick: Tick, work: Work = clean_patiently) -> Iterator[Crew]:
    """Worker processes of this machine, on one shard after another; work: does one."""
    with workers(options.workers, options.comments, options.limits) as clean:
        yield Crew(lambda shard, job, cursor: partial(work, shard, job, Tools(cursor, clean, tick)))
