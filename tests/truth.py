"""Pages with the truth on every line, and how a cleaned page is held against it.

A page's `lines` give each line's label: body, title, meta, summary, boiler, or caption (which may
stay or go). `clean` gives what a body line should read where the raw line holds debris.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cleaners.doc import Doc
from cleaners.from_text import from_text
from cleaners.likelihoods import likelihoods
from cleaners.load import load_rules
from cleaners.page import Page, clean_page
from cleaners.recipe import RECIPE, run

SEEDS = Path(__file__).parent.parent / "seeds"
_LEAD = re.compile(r"^(?:[-*•>]|#+|\d+\.)\s+")


@dataclass(frozen=True)
class LabelledPage:
    id: str
    path: Path
    text: str
    labels: dict[int, str]
    clean: dict[int, str]
    metadata: dict[str, Any]
    rejection: str | None

    def wanted(self) -> list[tuple[int, str]]:
        """Line number and squashed text of each body line, in order."""
        lines = self.text.split("\n")
        return [
            (n, squash(self.clean.get(n, lines[n - 1])))
            for n, label in sorted(self.labels.items())
            if label == "body" and squash(self.clean.get(n, lines[n - 1]))
        ]

    @property
    def article(self) -> str:
        """The article alone, as it should read: a line, a blank line."""
        lines = self.text.split("\n")
        body = (self.clean.get(n, lines[n - 1]).strip() for n, label in sorted(self.labels.items()) if label == "body")
        return "\n\n".join(filter(None, body))


@dataclass(frozen=True)
class Marks:
    """What a cleaned page lost and what it leaked, by line number, beside what there was."""

    body: int
    junk: int
    lost: tuple[int, ...]
    leaked: tuple[int, ...]


def squash(text: str) -> str:
    """Without white space, zero-width characters and the list mark at its start."""
    return re.sub(r"[\s\u200b\ufeff]+", "", _LEAD.sub("", text.strip()))


def mark(page: LabelledPage, doc: Doc) -> Marks:
    """Hold a cleaned page against its truth."""
    kept: Counter[tuple[int, str]] = Counter()
    for line in {b.line for b in doc.blocks if b.line is not None} if not doc.rejection else set():
        whole = "".join(b.bullet + b.text for b in doc.blocks if b.line == line)
        kept[line, squash(whole)] += 1
    wanted = page.wanted()
    lost = tuple(n for n, text in wanted if not kept[n, text])
    junk = [n for n, label in page.labels.items() if label not in ("body", "caption")]
    standing = {line for line, _ in kept}
    leaked = tuple(n for n in junk if n in standing)
    return Marks(len(wanted), len(junk), lost, leaked)


def total(marks: Iterable[Marks]) -> tuple[float, float]:
    """Share of body lines kept, share of other lines removed, over all pages."""
    body = junk = lost = leaked = 0
    for m in marks:
        body, junk, lost, leaked = body + m.body, junk + m.junk, lost + len(m.lost), leaked + len(m.leaked)
    return 1 - lost / max(1, body), 1 - leaked / max(1, junk)


@cache
def load(truth: Path, folder: Path) -> tuple[LabelledPage, ...]:
    """The labelled pages that a truth file names, their text read from the folder."""
    return tuple(
        LabelledPage(
            id=entry["id"],
            path=folder / entry["file"],
            text=(folder / entry["file"]).read_text(encoding="utf-8"),
            labels={int(n): label for n, label in entry["lines"]},
            clean={int(n): text for n, text in entry.get("clean", {}).items()},
            metadata=entry["metadata"],
            rejection=entry.get("rejection"),
        )
        for entry in json.loads(truth.read_text(encoding="utf-8"))
    )


def shipped(part: str) -> list[LabelledPage]:
    """The seeds that ship with pagewash: "tune", which rules are tuned on, or "held_out"."""
    entries = json.loads((SEEDS / "truth.json").read_text(encoding="utf-8"))
    ids = {e["id"] for e in entries if e["file"].startswith(f"{part}/")}
    return [page for page in load(SEEDS / "truth.json", SEEDS) if page.id in ids]


def by_cleaners_alone(text: str) -> Doc:
    """What becomes of a few lines without the trees, which know whole pages and overrule cleaners on what is none."""
    return run(from_text(text), [cleaner for cleaner in RECIPE if cleaner is not likelihoods], load_rules())


@cache
def cleaned_file(path: Path) -> Doc:
    """What becomes of a page: cleaned once for all that ask (see conftest)."""
    return clean_page(Page(path.name, path.name, path.read_bytes()))


@cache
def cleaned(part: str) -> tuple[tuple[LabelledPage, Doc], ...]:
    """The seeds of a part, each with what becomes of it."""
    return tuple((page, cleaned_file(page.path)) for page in shipped(part))
