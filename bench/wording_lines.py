"""The lines from which the weights of words are learned (see bench.train_wording): each with the answer.

notices: lines that were written for it, notices and sentences of articles in a dozen languages (bench/notices; half of
the articles' sentences use the very words of notices), the lines of boxes amid articles and of articles' own headings,
lists and tables (bench/boxes), those of the tuning seeds, and the phrases by which the rules know notices.
speech: clauses without full stops and titles, labels, menus, as written for it (bench/speech), the clauses of the
articles' sentences in both of these, and the headings, titles and furniture of the tuning seeds.
articles: the lines of the tuning seeds, captions apart.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bench.train_door import FOLDS
from cleaners.block import Block
from cleaners.from_text import from_text
from cleaners.load import load_rules
from cleaners.shape import columns, is_cjk
from cleaners.wording.score import Kind
from cleaners.wording.wording import TABLES
from tests.truth import shipped

HERE = Path(__file__).parent
TELLING = {f"{table}.{place}" for table in TABLES for place in ("holds", "starts", "says")}
# Of the weight of all lines.
SHARES: Mapping[Kind, Mapping[str, float]] = {
    "notices": {
        "written": 0.43,
        "european": 0.12,
        "translated": 0.06,
        "seed": 0.21,
        "phrase": 0.07,
        "boxed": 0.11,
    },
    "speech": {"written": 0.4, "sentence": 0.15, "seed": 0.35, "heading": 0.1},
    "articles": {"seed": 1.0},
}
NOTED = frozenset({"body", "boiler"})  # labels of which either may be a notice's or not; titles and bylines are neither
LABELS = NOTED | {"title", "meta", "summary"}  # all but a caption, which may be either
MAIN = ("en", "ja", "ko", "zh")
CLAUSE = range(6, 91)  # columns

_CLAUSE_END = re.compile("[。！？!?，、；;：:…—「」『』“”（）()]+|(?<=[가-힣])[.,] ?")


@dataclass(frozen=True)
class Line:
    """A line to learn from. right: 1 where it is of the kind, or 0. source: see SHARES. of: its file, page or mark."""

    text: str
    right: int
    source: str
    of: str

    @property
    def fold(self) -> int:
        return zlib.crc32(self.text.encode()) % FOLDS


def lines_of(kind: Kind) -> list[Line]:
    """All lines from which the weights of a kind are learned."""
    if kind == "notices":
        return [*_written("notices", "notices"), *_boxes(), *_seeds("boiler", NOTED), *_phrases()]
    if kind == "speech":
        return [*_written("speech", "told"), *_clauses(), *_titles()]
    return [*_seeds("body", LABELS)]


def _written(folder: str, right: str) -> Iterator[Line]:
    """The lines that were written for this. right: the end of the names of files that hold lines of the kind."""
    for file in sorted((HERE / folder).glob("*.txt")):
        for text in filter(None, file.read_text(encoding="utf-8").splitlines()):
            source = "translated" if "translated" in file.stem else "written" if file.stem[:2] in MAIN else "european"
            yield Line(_with_real_addresses(text), int(file.stem.endswith(right)), source, file.stem)


def _boxes() -> Iterator[Line]:
    """The lines of boxes that stand amid articles, and articles' own short lines between paragraphs."""
    return (replace(line, source="boxed") for line in _written("boxes", "boxes"))


def _seeds(right: str, labels: Container[str | None]) -> Iterator[Line]:
    """The lines of the tuning seeds that have one of some labels. right: the label of the kind."""
    for page, block, label in _labelled():
        if label in labels:
            yield Line(_with_real_addresses(block.text), int(label == right), "seed", page)


def _phrases() -> Iterator[Line]:
    """The phrases by which the rules know notices."""
    for mark, listed in load_rules().listed.items():
        if mark in TELLING:
            yield from (Line(text, 1, "phrase", mark) for text in listed)


def _clauses() -> Iterator[Line]:
    """The clauses of articles' sentences, as if each stood on a line of its own."""
    for line in _written("notices", "articles"):
        yield from (Line(clause, 1, "sentence", line.of) for clause in _split(line.text) if line.right)
    for page, block, label in _labelled():
        if label == "body" and block.prose:
            yield from (Line(clause, 1, "seed", page) for clause in _split(block.text))


def _titles() -> Iterator[Line]:
    """The headings, titles and short furniture of the tuning seeds; where most of the body sets no full stops, it may
    be anything."""
    body: dict[str, list[bool]] = defaultdict(list)
    for page, block, label in _labelled():
        if label == "body":
            body[page].append(block.prose or block.ends)
    for page, block, label in _labelled():
        if label == "body" and 2 * sum(body[page]) < len(body[page]):
            continue
        if (
            block.ends
            or block.prose
            or block.bullet
            or block.columns >= CLAUSE.stop
            or not is_cjk(block.text, block.columns)
        ):
            continue
        if label in ("body", "boiler", "title", "meta"):
            yield Line(block.text, 0, "heading" if label == "body" else "seed", page)


def _labelled() -> Iterator[tuple[str, Block, str | None]]:
    """Each block of the tuning seeds, with its page and its label."""
    for page in shipped("tune"):
        for block in from_text(page.text).blocks:
            yield page.id, block, page.labels.get(block.line or 0)


def _split(text: str) -> Iterator[str]:
    clauses = map(str.strip, _CLAUSE_END.split(text))
    return (clause for clause in clauses if columns(clause) in CLAUSE and is_cjk(clause, columns(clause)))


def _with_real_addresses(text: str) -> str:
    """Invented sites end in .example, real ones never do: nothing to learn from."""
    return text.replace(".example", ".com")
