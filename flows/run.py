"""A whole run: the shards of all inputs, then what earlier runs left and is no more."""

from collections import deque
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, field
from functools import partial

from flows.card import write_card
from flows.crew import Crew, Hire, Result, here
from flows.cursor import Cursor, open_shard
from flows.footers import read_footer
from flows.guard import HelperError
from flows.history import note_run
from flows.inputs import Input, SourceError, find_inputs, public
from flows.options import EngineError, Options
from flows.plans import Plan, plan_of
from flows.shards import Shard, container_name, range_of
from flows.store import OutputError, only_run, open_output, probe
from flows.summary import Summary, failure
from flows.watch import Stopped, Watch
from flows.work import CountError, Done, Job, unchanged


class ShardsFailed(Exception):
    """Shards that could not be done, when all others are; the message says which and why. summary: of the run."""

    def __init__(self, summary: Summary) -> None:
        super().__init__(failure(summary))
        self.summary = summary


def clean_all(
    inputs: Sequence[str], output: str, options: Options, hire: Hire = here, watch: Watch | None = None
) -> Summary:
    """Clean all pages of the inputs into the output.

    hire: who works on the shards. watch: who is told of it. Raises SourceError where an input cannot be
    used or holds nothing, OutputError where the output cannot be written, and ShardsFailed at the end where
    that befell some shards only.
    """
    watch = watch or Watch()
    found = find_inputs(inputs)
    target = open_output(output)
    with only_run(target), hire(options, watch.pages) as crew:
        job = Job(target, options, target.parts())
        run = Run(job, crew, watch)
        plans = [plan_of(one, job, run.summary.passed) for one in found]
        watch.planned(sum(plan.known(job) for plan in plans))
        for plan in plans:
            run.clean_input(plan)
        if not run.summary.pages and not run.summary.failed:
            raise SourceError(f"no pages in {', '.join(map(public, inputs))}; nothing was cleaned")
        if run.summary.pages:
            write_card(target, options.settings)
            note_run(target, inputs, run.summary)
    if run.summary.failed:
        raise ShardsFailed(run.summary)
    return run.summary


@dataclass
class Run:
    """A run under way. summary: the counts so far. names: of the shards that there are."""

    job: Job
    crew: Crew
    watch: Watch
    summary: Summary = field(default_factory=Summary)
    names: set[str] = field(default_factory=set)
    _under_way: deque[tuple[Shard, Cursor, Result]] = field(default_factory=deque)

    def clean_input(self, plan: Plan) -> None:
        """Clean one input, then see to the parts of what it no longer holds."""
        if not plan.groups and not plan.containers:
            return  # a folder that is empty today may be one that is not mounted: nothing of it goes
        for shard in (*plan.groups, *(range_of(plan.one, file, 0) for file in plan.containers)):
            self._begin(shard, open_shard(shard, self.job.options.reading, self.job.options.limits))
            self._collect(self.crew.ahead)
        self._collect(0)
        self._clear_away(plan)

    def _begin(self, shard: Shard, cursor: Cursor) -> None:
        """Have a shard worked on, unless it has not changed."""
        self.names.add(shard.name)
        done = unchanged(shard, self.job)
        result = partial(self._as_before, done) if done else self.crew.start(shard, self.job, cursor)
        self._under_way.append((shard, cursor, result))

    def _as_before(self, done: Done) -> Done:
        self.watch.pages(done.summary.pages)
        return done

    def _collect(self, left: int) -> None:
        """Wait for results, in order, until so many are left; a container goes on where its last shard ended."""
        while len(self._under_way) > left:
            shard, cursor, result = self._under_way.popleft()
            following = range_of(shard.one, shard.files[0], shard.number + 1) if shard.is_range else None
            try:
                done = result()
            except (EngineError, HelperError, BrokenExecutor, Stopped):
                raise
            except Exception as error:  # noqa: BLE001 - whatever befalls one shard, the others are not to suffer
                self._fail(shard.name, error)
                more = following is not None and cursor.reaches(following.first)
            else:
                self.summary.add(done.summary)
                self.watch.done(shard.name, done)
                more = done.more
            if following and more:
                self._begin(following, cursor)

    def _fail(self, name: str, error: Exception) -> None:
        """Note a shard that failed; raises OutputError where no other one could be written either."""
        known = isinstance(error, (OutputError, CountError))
        why = str(error) if known else f"{type(error).__name__}: {error}; please report this"
        self.summary.failed[name] = why
        self.watch.failed(name, why)
        if isinstance(error, OutputError):
            probe(self.job.output)

    def _clear_away(self, plan: Plan) -> None:
        """See to the parts of what an input no longer holds; not before all that may take their rows over is done."""
        if self.summary.failed:
            return
        groups = {shard.name for shard in plan.groups}
        stems = [container_name(plan.one, file) for file in plan.containers]
        for name in sorted(self.job.names - self.names):
            if any(group.startswith(name) for group in groups) or any(name.startswith(stem) for stem in stems):
                self.job.output.remove(name)  # others have taken its rows, or its container has fewer
            elif name.startswith(f"{plan.one.label}_"):
                self._see_to_gone(plan.one, name)

    def _see_to_gone(self, one: Input, name: str) -> None:
        """Remove the parts of sources that are gone, if asked to; what was not named this time is not gone."""
        footer = read_footer(self.job.output, "articles", name)
        if not one.means(footer.get("source", "")):
            return
        rows = int(footer.get("articles", 0)) + int(footer.get("rejects", 0))
        if self.job.options.prune:
            self.job.output.remove(name)
            self.summary.pruned += rows
        else:
            self.summary.kept += rows
