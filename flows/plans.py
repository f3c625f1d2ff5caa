"""What there is to do: the shards of each input."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from flows.cursor import open_shard
from flows.inputs import Input, SourceError, find_inputs
from flows.options import Options
from flows.places import File
from flows.shards import Shard, by_kind, container_name, divide, range_of
from flows.store import open_output
from flows.walk import find_files
from flows.work import Job


@dataclass(frozen=True)
class Plan:
    """The groups of files of an input, and its containers, each of which is a row of shards."""

    one: Input
    groups: list[Shard]
    containers: list[File]

    def known(self, job: Job) -> int:
        """How many shards that is, as far as earlier runs tell."""
        stems = [container_name(self.one, file) for file in self.containers]
        parts = [sum(name.startswith(stem) for name in job.names) for stem in stems]
        return len(self.groups) + sum(max(1, number) for number in parts)


def plan_of(one: Input, job: Job, passed: Counter[str]) -> Plan:
    """Look what there is in an input; raises SourceError. passed: what of it is no page, by its kind."""
    try:
        files, containers = by_kind(find_files(one, job.output.folder, passed))
    except OSError as error:
        raise SourceError(f"cannot read {one.root}: {error}; run again when that is mended") from error
    groups = divide(one, files, job.names) if files or containers else []
    return Plan(one, groups, containers)


def shards_of(inputs: Sequence[str], output: str, options: Options) -> tuple[Job, Iterator[Shard]]:
    """The shards of the inputs one by one, and their job, for those who hand them out themselves.

    Containers are read through to see how many there are. Raises SourceError and OutputError as a run
    does; the output is not held against other runs, and what is gone is not seen to.
    """
    target = open_output(output)
    job = Job(target, options, target.parts())
    plans = [plan_of(one, job, Counter()) for one in find_inputs(inputs)]
    return job, (shard for plan in plans for shard in [*plan.groups, *_ranges(plan, options)])


def _ranges(plan: Plan, options: Options) -> Iterator[Shard]:
    for file in plan.containers:
        shard = range_of(plan.one, file, 0)
        cursor = open_shard(shard, options.reading, options.limits)
        for number in count(1):
            yield shard
            shard = range_of(plan.one, file, number)
            if not cursor.reaches(shard.first):
                break
