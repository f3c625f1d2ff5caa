"""One page by name: a file, or a record of a container."""

from collections import Counter
from contextlib import closing

from cleaners.page import Page
from flows.apart import read_apart
from flows.guard import USUAL
from flows.inputs import SourceError, find_inputs
from flows.places import File
from flows.sources.pages import is_container, read_file
from flows.sources.records import Reading
from flows.walk import find_files

NAMED = 5  # pages of a container that are named to choose from


def pick_page(name: str, page_id: str | None, reading: Reading) -> Page:
    """The page that a file is; of a container, the one that page_id names.

    page_id: as in the output (`crawl.warc#7`), or what stands there behind the "#". Raises SourceError where there
    is no such page, or no single one, HelperError where no process can be started to read it.
    """
    file = _file(name)
    if not is_container(file.path):
        if page_id not in (None, file.source):
            raise SourceError(f"{name} is one page, {file.source}, and holds none called {page_id}; leave --page out")
        return read_file(file, reading)
    wanted = {page_id, f"{file.source}#{page_id}", f"{file.source}{page_id}"}
    met: list[Page] = []
    with closing(read_apart(file, reading, USUAL, Counter())) as pages:
        for page in pages:
            if page.page_id in wanted:
                return page
            if len(met) <= NAMED:
                met.append(page)
            elif page_id is None:
                break
    if page_id is None and len(met) == 1:
        return met[0]
    some = ", ".join(page.page_id for page in met[:NAMED]) + (" …" if len(met) > NAMED else "")
    if page_id is None:
        raise SourceError(
            f"{name} holds several pages ({some}); choose one with --page" if met else f"no page in {name}"
        )
    raise SourceError(f"no page {page_id} in {name}; it holds {some or 'none'}")


def _file(name: str) -> File:
    files = [file for one in find_inputs([name]) for file in find_files(one, "", Counter())]
    if len(files) != 1:
        raise SourceError(f"{name} is {len(files):,} files; give one page, or one container and --page")
    return files[0]
