"""The pages of an output as they were scraped, read again from the inputs of its runs."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from cleaners.page import Page
from flows.apart import read_apart
from flows.guard import USUAL
from flows.history import runs
from flows.inputs import Input, SourceError, find_inputs
from flows.places import File
from flows.review.tables import Outcome, settings_of
from flows.sources.pages import is_container, read_file
from flows.sources.records import Reading
from flows.store import Output


class Originals:
    """Where pages were scraped to. names: the inputs; those of the output's last run where none are given.

    Raises SourceError for an input that was named and cannot be used; one that is merely remembered may be gone.
    """

    def __init__(self, output: Output, names: Sequence[str]) -> None:
        self._output = output
        remembered = runs(output)[-1].inputs if not names and runs(output) else ()
        self._inputs = find_inputs(names) if names else _still_there(remembered)

    def pages(self, wanted: Sequence[Outcome]) -> Iterator[Page]:
        """The pages wanted that are there, changed or not, file by file; a container is read up to the last of them."""
        by_source: dict[str, dict[str, Outcome]] = defaultdict(dict)
        for outcome in wanted:
            by_source[outcome.source][outcome.page_id] = outcome
        for source, some in by_source.items():
            file = self._find(source)
            if file is not None:
                reading = settings_of(self._output, next(iter(some.values())).part).reading
                yield from _pages(file, reading, set(some))

    def _find(self, source: str) -> File | None:
        """The file that was called `source`, in the first of the inputs that means it."""
        for one in self._inputs:
            below = source.removeprefix(one.prefix)
            if source.startswith(one.prefix) and one.means(below):
                return File(one.store, f"{one.root.rstrip('/')}/{below}", source)
        return None


def _still_there(names: Sequence[str]) -> tuple[Input, ...]:
    try:
        return find_inputs(names)
    except SourceError:
        return ()


def _pages(file: File, reading: Reading, wanted: set[str]) -> Iterator[Page]:
    """Those of a file's pages that are wanted."""
    if not is_container(file.path):
        yield read_file(file, reading)
        return
    for page in read_apart(file, reading, USUAL, Counter()):
        if page.page_id in wanted:
            yield page
            wanted.discard(page.page_id)
            if not wanted:
                return
