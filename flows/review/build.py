"""The review site: index.html with all that it needs inside, and beside it a data file for each page that is shown.

It opens from the disk. A page there can fetch nothing, so data comes as scripts that hold one call with
one JSON value; the policy lets no other script run than the page's own, by its hash, and what that loads.
No text of a page is ever read as markup: the template escapes, the script sets text.
"""

import base64
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from cleaners.page import Page
from cleaners.recipe import RECIPE
from flows.footers import read_footer
from flows.history import runs
from flows.review import plots
from flows.review.original import Originals
from flows.review.plain import visible
from flows.review.render import Task, as_script, render_all
from flows.review.sample import draw, draw_worst
from flows.review.signs import SIGNS, signs_of, worth
from flows.review.tables import VARIABLE, Outcome, ReviewError, outcomes, rows_of, settings_of
from flows.review.totals import Totals, total
from flows.store import Output

MARK = "pagewash review"  # by which a folder is known to be one that may be written anew
CARDS = 9  # pages worth a look that the overview names
TINTS = 64  # colours of cleaners; with more, the first come again
GOLDEN = 137.508  # degrees between the hues of one cleaner and the next, so that no two neighbours are alike
GREEN = (125, 185)  # degrees: hues of what is kept
KEYS = (
    ("j / k", "next, previous page"),
    ("n / p", "next, previous cut on the page"),
    ("↓ / ↑", "next, previous line, once a line is chosen"),
    ("m", "mark the line: it was wrongly cut, or wrongly kept"),
    ("s", "save the page with its marks as a case"),
    ("1 / 2 / 3", "whole page, article alone, what was cut"),
    ("/", "search"),
    ("f", "filters; Escape leaves them"),
    ("x", "clear the filters"),
    ("o / l", "overview, list of pages"),
    ("t", "dark, light, as the system has it"),
    ("?", "these keys"),
)


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
        Path(beside, "index.html").write_text(_overview(output, totals, shown, names), encoding="utf-8")
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


def _overview(output: Output, totals: Totals, shown: Sequence[Outcome], cleaners: Sequence[str]) -> str:
    """The site's only page: the overview as it stands, and the frame that the script fills."""
    environment = _environment()
    tints = {name: f"c{at % TINTS}" for at, name in enumerate(cleaners)}
    style = environment.get_template("style.css.j2").render(tints=TINTS, hue=_hue)
    script = _script()
    charts = [plots.share_chart(totals), plots.month_chart(totals), plots.run_chart(runs(output))]
    return environment.get_template("index.html.j2").render(
        policy=_policy(style, script),
        mark=MARK,
        style=Markup(style),  # our own files: their hashes stand in the policy
        script=Markup(script),
        shown=output.shown,
        made=_made_by(output),
        totals=totals,
        whole=plots.whole_bar(totals, tints),
        signs=[(SIGNS[at], count) for at, count in sorted(totals.signs.items())],
        worst=[(o, [SIGNS[at] for at in signs_of(o)]) for o in draw_worst(shown, CARDS)],
        cleaners=plots.cleaner_bars(totals, tints),
        sites=plots.group_bars(totals, "site"),
        languages=plots.group_bars(totals, "language"),
        rejections=plots.rejection_bars(totals),
        charts=[chart for chart in charts if chart],
        sampled=_sampled(len(shown), totals.pages),
        keys=KEYS,
    )


def _hue(number: int) -> str:
    """The hue of a cleaner: away from its neighbours', and from the green of what is kept."""
    return f"{(GREEN[1] + number * GOLDEN % (360 - GREEN[1] + GREEN[0])) % 360:.0f}"


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("flows.review", "templates"),
        autoescape=lambda name: name is not None and ".html" in name,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: Mapping[str, Callable[[Any], str]] = {
        "visible": visible,
        "number": lambda value: f"{value:,}",
        "urlencode_all": lambda value: quote(value, safe=""),
    }
    environment.filters.update(filters)
    return environment


def _script() -> str:
    """The files of app/ in order of name, as one script with no names of its own outside."""
    files = sorted(resources.files("flows.review").joinpath("app").iterdir(), key=lambda f: f.name)
    parts = [f.read_text(encoding="utf-8") for f in files if f.name.endswith(".js")]
    return "(() => {\n'use strict';\n" + "\n".join(parts) + "})();\n"


def _policy(style: str, script: str) -> str:
    """What the page may do: run this script and what it loads, wear this style, and nothing else."""
    rules = {
        "default-src": "'none'",
        "script-src": f"'{_hash(script)}' 'strict-dynamic'",
        "style-src": f"'{_hash(style)}'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "pagewash",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _made_by(output: Output) -> list[str]:
    """Version and recipe of the parts, each once."""
    footers = [read_footer(output, "articles", name) for name in sorted(output.parts())]
    made = {f"version {f.get('version', '?')}, recipe {f.get('recipe', '?')[:12]}" for f in footers if f}
    return sorted(made)


def _sampled(shown: int, pages: int) -> str:
    if shown == pages:
        return "All pages can be opened here."
    return (
        f"{shown:,} of {pages:,} pages can be opened here: half of them those most worth a look, the others drawn by a "
        "hash of their names. Counts of the overview are of all pages; those of lists and filters, of the pages here. "
        "With `pagewash review --sample N` or `--all` there are more."
    )
