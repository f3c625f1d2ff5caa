"""A whole run: the shards of all inputs one after another, then what earlier runs left and is no more."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count

from cleaners.page import Page
from flows.apart import read_apart
from flows.card import write_card
from flows.cursor import Cursor
from flows.footers import read_footer
from flows.guard import Limits
from flows.inputs import Input, SourceError, find_inputs, public
from flows.options import Options
from flows.places import File
from flows.pool import workers
from flows.shards import Shard, by_kind, container_name, divide, range_of
from flows.sources.pages import read_file
from flows.sources.records import Reading
from flows.store import only_run, open_output
from flows.summary import Summary
from flows.walk import find_files
from flows.work import Done, Job, Tick, clean_shard

Work = Callable[[Shard, Cursor, Job, Tick], Done]


def clean_all(
    inputs: Sequence[str], output: str, options: Options, work: Work = clean_shard, tick: Tick = lambda count: None
) -> Summary:
    """Clean all pages of the inputs into the output.

    work: does one shard; clean_shard, or a task that calls it. tick: see clean_shard. Raises SourceError
    where an input cannot be used or holds nothing, OutputError where the output cannot be written.
    """
    found = find_inputs(inputs)
    target = open_output(output)
    with only_run(target), workers(options.workers, options.comments, options.limits) as clean:
        job = Job(target, options.settings, clean, target.parts(), options.prune, options.keep_older)
        run = Run(job, options.limits, lambda shard, cursor: work(shard, cursor, job, tick))
        for one in found:
            run.clean_input(one)
        if not run.summary.pages:
            raise SourceError(f"no pages in {', '.join(map(public, inputs))}; nothing was cleaned")
        write_card(target, options.settings)
    return run.summary


@dataclass
class Run:
    """A run under way. limits: of a page. work: does one shard. summary: the counts so far."""

    job: Job
    limits: Limits
    work: Callable[[Shard, Cursor], Done]
    summary: Summary = field(default_factory=Summary)

    def clean_input(self, one: Input) -> None:
        """Clean one input, then see to the parts of what it no longer holds."""
        files, containers = by_kind(find_files(one, self.job.output.folder, self.summary.passed))
        if not files and not containers:
            return  # a folder that is empty today may be one that is not mounted: nothing of it goes
        reading = self.job.settings.reading
        groups: set[str] = set()
        for shard in divide(one, files, self.job.names):
            cursor = Cursor(partial(_read_group, shard, reading))
            self.summary.add(self.work(shard, cursor).summary)
            groups.add(shard.name)
        ranges = {name for file in containers for name in self._clean_container(one, file, reading)}
        stems = [container_name(one, file) for file in containers]
        for name in sorted(self.job.names - groups - ranges):
            if any(group.startswith(name) for group in groups) or any(name.startswith(stem) for stem in stems):
                self.job.output.remove(name)  # others have taken its rows, or its container has fewer
            elif name.startswith(f"{one.label}_"):
                self._see_to_gone(one, name)

    def _clean_container(self, one: Input, file: File, reading: Reading) -> Iterator[str]:
        """Clean a container, shard by shard over one reading of it; yields their names."""
        cursor = Cursor(partial(read_apart, file, reading, self.limits))
        for number in count():
            shard = range_of(one, file, number)
            done = self.work(shard, cursor)
            self.summary.add(done.summary)
            yield shard.name
            if not done.more:
                self.summary.passed.update(cursor.passed)
                return

    def _see_to_gone(self, one: Input, name: str) -> None:
        """Remove the parts of sources that are gone, if asked to; what was not named this time is not gone."""
        footer = read_footer(self.job.output, "articles", name)
        if not one.means(footer.get("source", "")):
            return
        rows = int(footer.get("articles", 0)) + int(footer.get("rejects", 0))
        if self.job.prune:
            self.job.output.remove(name)
            self.summary.pruned += rows
        else:
            self.summary.kept += rows


def _read_group(shard: Shard, reading: Reading, passed: Counter[str]) -> Iterator[Page]:
    for file in shard.files:
        yield read_file(file, reading)
