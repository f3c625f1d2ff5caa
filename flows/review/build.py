"""The review site: index.html with all that it needs inside, and beside it a data file for each page that is shown.

It opens from the disk. A page there can fetch nothing, so data comes as scripts that hold one call with
one JSON value; the policy lets no other script run than the page's own, by its hash, and what that loads.
No text of a page is ever read as markup: the template escapes, the script sets text.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from cleaners.page import Page
from cleaners.recipe import RECIPE
from flows.review.original import Originals
from flows.review.overview import MARK, TINTS, overview
from flows.review.render import Task, as_script, render_all
from flows.review.sample import draw
from flows.review.signs import SIGNS, signs_of, worth
from flows.review.tables import VARIABLE, Outcome, ReviewError, outcomes, rows_of, settings_of
from flows.review.totals import Totals, total
from flows.store import Output


@dataclass(frozen=True)
class Built:
    """A site that was written: its first page, how many pages of how many it shows, how many were read again."""

    index: Path
    shown: int
    pages: int
    originals: int


def build_site(
    output: Output, originals: Originals, size: int | None, target: Path, tick: Callable[[int], object]
) -> Built:
    """Write the review of an output to a folder, whole or not at all.

    size: pages that are shown at most, None for all. tick: called with the number of pages done. Raises
    ReviewError where the output cannot be read or the folder cannot be written.
    """
    found = list(outcomes(output))
    shown = draw(found, len(found) if size is None else size)
    beside = target.with_name(f".{target.name}.tmp")
    try:
        _check_target(target)
        shutil.rmtree(beside, ignore_errors=True)
        Path(beside, "data").mkdir(parents=True)
        count = _write_pages(output, originals, shown, Path(beside, "data"), tick)
        totals = total(found)
        names = _cleaners(totals)
        Path(beside, "data", "index.js").write_bytes(as_script("index", _index(shown, names)))
        Path(beside, "index.html").write_text(overview(output, totals, shown, names), encoding="utf-8")
        shutil.rmtree(target, ignore_errors=True)
        os.replace(beside, target)
    except OSError as error:
        raise ReviewError(
            f"cannot write to {target}: {error.strerror or error}; give another folder with --to"
        ) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return Built(target / "index.html", len(shown), len(found), count)


def _check_target(target: Path) -> None:
    """Raise ReviewError for a folder that holds something else than a review."""
    if not target.exists():
        return
    there = target / "index.html"
    known = there.is_file() and MARK in there.read_text(encoding="utf-8", errors="replace")[:4_000]
    if not known and (not target.is_dir() or any(target.iterdir())):
        raise ReviewError(f"{target} holds something else than a review; give another folder with --to")


def _write_pages(
    output: Output, originals: Originals, shown: Sequence[Outcome], folder: Path, tick: Callable[[int], object]
) -> int:
    """Write a data file for each page; returns how many were read again."""
    count = 0
    for done in render_all(_tasks(output, originals, shown)):
        Path(folder, f"{done.name}.js").write_bytes(done.script)
        count += done.way == "original"
        tick(1)
    return count


def _tasks(output: Output, originals: Originals, shown: Sequence[Outcome]) -> Iterator[Task]:
    """All pages that are shown, part by part; each is called by its place."""
    names = {outcome.page_id: str(number) for number, outcome in enumerate(shown)}
    for part, some in groupby(sorted(shown, key=lambda o: (o.part, o.source)), key=lambda o: o.part):
        pages = list(some)
        rows = rows_of(output, part, [o.page_id for o in pages])
        comments = settings_of(output, part).comments
        for page_id, page in _with_originals(originals, pages):
            yield Task(names[page_id], rows[page_id], page, comments)


def _with_originals(originals: Originals, wanted: Sequence[Outcome]) -> Iterator[tuple[str, Page | None]]:
    """Each page wanted, with the page itself where it is at hand."""
    left = {outcome.page_id: None for outcome in wanted}
    for page in originals.pages(wanted):
        if page.page_id in left:
            del left[page.page_id]
            yield page.page_id, page
    yield from left.items()


def _cleaners(totals: Totals) -> list[str]:
    """All cleaners, those of the recipe in their order; the place of each is its colour, whatever the output."""
    known = [cleaner.__name__ for cleaner in RECIPE]
    return known + sorted(totals.cleaners.keys() - set(known))


def _index(shown: Sequence[Outcome], cleaners: Sequence[str]) -> dict[str, Any]:
    """All pages in a few facts, for the list and the filters; names that come often stand once."""
    places = {name: at for at, name in enumerate(cleaners)}
    reasons = {reason: at for at, reason in enumerate(sorted({r.reason for o in shown for r in o.removals}))}
    return {
        "cleaners": cleaners,
        "signs": [(sign.name, sign.label) for sign in SIGNS],
        "reasons": list(reasons),
        "variable": VARIABLE,
        "tints": TINTS,
        "pages": [
            {
                "id": o.page_id,
                "file": number,
                "title": o.title,
                "url": o.url,
                "site": o.site,
                "language": o.language,
                "chars": [o.chars_in, o.chars_out],
                "rejection": o.rejection,
                "worth": worth(o),
                "signs": signs_of(o),
                "removed": [(places[r.cleaner], reasons[r.reason], r.cuts, r.chars) for r in o.removals],
            }
            for number, o in enumerate(shown)
        ],
    }
