"""The flattened twin: HTML pages as a naive scraper would flatten them, cleaned as text: `python -m bench.twin DIR`.

DIR holds the development sets (see bench/README.md). Three ways to flatten: BeautifulSoup's
get_text("\\n"), which also breaks lines at inline tags; a line for each block-level tag, as a browser's
innerText has it; and lexbor's text with a space for each tag inside a line for each block. Shown is the
mean F1 of the flattened text itself, of pagewash's text route and of winnow-md.
"""

import argparse
import statistics
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import winnow
from bs4 import BeautifulSoup
from selectolax.lexbor import LexborHTMLParser

from bench.door import read
from bench.door_scores import word_f1
from cleaners.decode import decode
from cleaners.dom.walk import walk
from cleaners.recipe import article_text

Scores = dict[tuple[str, str, str], float]
UNSEEN = ["script", "style", "noscript", "template"]


def all_strings(html: str) -> str:
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup(UNSEEN):
        tag.extract()
    return soup.get_text("\n")


def blocks(html: str) -> str:
    body = LexborHTMLParser(html).body
    return "\n".join(piece.text for piece in walk(body).pieces) if body else ""


def spaced(html: str) -> str:
    tree = LexborHTMLParser(html)
    tree.strip_tags([*UNSEEN, "head"])
    lines = tree.body.text(separator=" ", strip=False).split("\n") if tree.body else []
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


WAYS: dict[str, Callable[[str], str]] = {"get_text": all_strings, "blocks": blocks, "spaced": spaced}


def score(row: dict[str, Any]) -> Scores:
    """F1 of each tool on each twin of one page."""
    html = decode(row["html"]).text
    found: Scores = {}
    for way, flatten in WAYS.items():
        text = flatten(html)
        found[row["set"], way, "flattened"] = word_f1(text, row["gold"])
        found[row["set"], way, "pagewash"] = word_f1(article_text(text), row["gold"])
        found[row["set"], way, "winnow-md"] = word_f1(str(winnow.clean(text).markdown), row["gold"])
    return found


def main() -> None:
    """Print a line for each set and way to flatten."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take each n-th page")
    args = parser.parse_args()
    rows: list[dict[str, Any]] = []
    for path in sorted(args.folder.glob("*-dev.parquet")):
        rows += [row for row in read(path, args.every) if row["gold"]]
    found: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    with ProcessPoolExecutor(2) as pool:
        for scores in pool.map(score, rows, chunksize=8):
            for key, value in scores.items():
                found[key].append(value)
    for (name, way, tool), values in found.items():
        print(f"{name:12} {way:9} {tool:10} {statistics.mean(values):.4f} on {len(values)} pages")


if __name__ == "__main__":
    main()
