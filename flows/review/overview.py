"""The site's only page: the overview as it stands, the frame that the script fills, script and style inside it."""

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from importlib import resources
from typing import Any
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from flows.footers import read_footer
from flows.history import runs
from flows.review import plots
from flows.review.plain import visible
from flows.review.sample import draw_worst
from flows.review.signs import SIGNS, signs_of
from flows.review.tables import Outcome
from flows.review.totals import Totals
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


def overview(output: Output, totals: Totals, shown: Sequence[Outcome], cleaners: Sequence[str]) -> str:
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
