"""The rules: phrases as data (rules/*.toml), and which of them each block holds.

A rules file is one language; a table in it is one cleaner; a key in the table says where in a
line its phrases must stand:

    lines, maybe, opens    the line is the phrase and nothing else (counts and marks aside)
    starts, modifiers      the line begins with the phrase
    ends                   the line ends with the phrase
    any other key          the line holds the phrase somewhere

A phrase is compared without case, width, punctuation and, where it is not ASCII, without
spaces; any number matches any other ("5 min read" also finds "12 min read"). All phrases of all
languages are looked up in one pass over the page (Aho and Corasick, 1975, as implemented by the
ahocorasick_rs package).
"""

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Literal

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from cleaners.doc import Block, Doc

Place = Literal["whole", "start", "end", "within"]
PLACES: dict[str, Place] = {
    "modifiers": "start",
    "lines": "whole",
    "maybe": "whole",
    "opens": "whole",
    "starts": "start",
    "ends": "end",
}

# The words of which menus and button rows are made.
MENUS = (
    "navigation.lines",
    "navigation.maybe",
    "sharing.lines",
    "language_switchers.lines",
    "subscriptions.lines",
    "pagination.lines",
)

# Tables that say something of the whole page and nothing of the line.
OF_PAGES = ("pages.", "debris.")

HEADING = 30  # columns of the longest heading of a widget
LONG = 36  # columns of a line that would be a sentence
FEW_LINES = 4  # such lines, below which a page says nothing of its habits

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_MARKS = re.compile(r"[^\w\n:]+|_+")
_WIDE_SPACE = re.compile(r" +")


class RulesError(ValueError):
    """A rules file that cannot be used; the message names the file, the table and the mend."""


def fold_words(text: str) -> str:
    """NFKC, case-folded, every number "0", every run of marks but colons one space."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _MARKS.sub(" ", _NUMBER.sub("0", folded)).replace(" :", ":").replace(": ", ":")


@dataclass(frozen=True)
class Index:
    """Finds phrases in folded lines. `meaning` maps a phrase to its (place, mark) pairs."""

    automaton: AhoCorasick
    phrases: Sequence[str]
    meaning: Mapping[str, Sequence[tuple[Place, str]]]
    words: bool

    def find(self, text: str, starts: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Yield (line index, mark). text: folded lines; starts: where each begins in it."""
        line, last = 0, len(starts) - 1
        for number, start, stop in self.automaton.find_matches_as_indexes(text, overlapping=True):
            while line and starts[line] > start:
                line -= 1
            while line < last and starts[line + 1] <= start:
                line += 1
            if self.words and not _is_word(text, start, stop):
                continue
            begin = starts[line]
            end = starts[line + 1] - 1 if line < last else len(text)
            for place, mark in self.meaning[self.phrases[number]]:
                if _stands(text, place, (begin, start, stop, end)):
                    yield line, mark


def _is_word(text: str, start: int, stop: int) -> bool:
    """True where the match begins and ends with the ASCII words that it holds."""
    before = text[start - 1] if start else " "
    after = text[stop] if stop < len(text) else " "
    glued_before = before.isascii() and before.isalnum() and text[start].isascii() and text[start].isalnum()
    glued_after = after.isascii() and after.isalnum() and text[stop - 1].isascii() and text[stop - 1].isalnum()
    return not (glued_before or glued_after)


def _stands(text: str, place: Place, span: tuple[int, int, int, int]) -> bool:
    """True where the match stands at its place. span: line begin, match start, stop, line end."""
    begin, start, stop, end = span
    if place == "within":
        return True
    if place == "start":
        return not text[begin:start].strip(" :")
    first = not text[begin:start].strip("0 :")
    last = not text[stop:end].strip("0 :")
    return last if place == "end" else first and last


@dataclass(frozen=True)
class Rules:
    """All rules of all languages. labels: folded label -> metadata field (see cleaners.labels)."""

    indexes: tuple[Index, ...]
    labels: Mapping[str, str]
    listed: Mapping[str, tuple[str, ...]]
    menus: AhoCorasick
    templates: Mapping[str, tuple[re.Pattern[str], ...]]

    def menu(self, text: str) -> tuple[int, float]:
        """How many menu words `text` holds, side by side, and their share of its letters."""
        folded = fold_words(text).strip()
        letters = len(folded) - folded.count(" ")
        found = [
            (stop - start) - folded.count(" ", start, stop)
            for _, start, stop in self.menus.find_matches_as_indexes(folded)
            if _is_word(folded, start, stop)
        ]
        return len(found), sum(found) / max(1, letters)

    def words(self, mark: str) -> tuple[str, ...]:
        """The phrases behind one mark ("table.key"), case-folded."""
        return self.listed.get(mark, ())

    def marks(self, lines: Sequence[str]) -> list[frozenset[str]]:
        """The marks of each line, in order."""
        found: list[set[str]] = [set() for _ in lines]
        words = "\n".join(" ".join(part.split(" ")).strip() for part in _fold_lines(lines))
        for index in self.indexes:
            text = words if index.words else _WIDE_SPACE.sub("", words)
            for line, mark in index.find(text, _line_starts(text)):
                found[line].add(mark)
        return [frozenset(marks) for marks in found]


def _fold_lines(lines: Sequence[str]) -> list[str]:
    return fold_words("\n".join(line.replace("\n", " ") for line in lines)).split("\n")


def _line_starts(text: str) -> list[int]:
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def phrases(doc: Doc, rules: Rules) -> Doc:
    """Mark every block with the phrases that it holds; cuts nothing."""
    of_pages = OF_PAGES if _lacks_full_stops(doc) else (*OF_PAGES, "sentences.")
    marks = [
        frozenset(m for m in found if not m.startswith(of_pages)) for found in rules.marks([b.text for b in doc.blocks])
    ]
    return replace(
        doc,
        blocks=tuple(
            replace(b, marks=_compose(b, m)) if m else b for b, m in zip(doc.blocks, marks, strict=True)
        ),
    )


def _compose(block: Block, marks: frozenset[str]) -> frozenset[str]:
    """Widgets have headings of one make, "latest" or "related" before "news": known by its parts."""
    made = {"related_posts.modifiers", "related_posts.nouns"} <= marks
    if made and block.columns <= HEADING and not block.ends:
        return marks | {"related_posts.opens"}
    return marks


def _lacks_full_stops(doc: Doc) -> bool:
    """True for a page that ends its long lines without marks, as some translations do."""
    long = [b for b in doc.blocks if b.columns >= LONG]
    return len(long) >= FEW_LINES and 4 * sum(b.ends for b in long) < len(long)


@cache
def load_rules() -> Rules:
    """Read every rules file that ships with the package; raises RulesError for a bad one."""
    tables: dict[str, list[tuple[str, str]]] = defaultdict(list)
    labels: dict[str, str] = {}
    for file in sorted(resources.files("cleaners").joinpath("rules").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            data = tomllib.loads(file.read_text(encoding="utf-8"))
            labels.update(_read_labels(file.name, data.pop("labels", {})))
            for phrase, mark in _read_phrases(file.name, data):
                tables[mark].append((phrase, file.name))
    listed = {mark: tuple(p.casefold() for p, _ in found) for mark, found in tables.items()}
    templates = {
        mark: tuple(compile_template(p) for p, _ in found)
        for mark, found in tables.items()
        if mark.endswith(".templates")
    }
    menus = sorted({fold_words(p).strip() for mark in MENUS for p, _ in tables.get(mark, ())})
    return Rules(
        indexes=_build_indexes(tables),
        labels=labels,
        listed=listed,
        menus=AhoCorasick(menus, matchkind=MatchKind.LeftmostLongest),
        templates=templates,
    )


def compile_template(template: str) -> re.Pattern[str]:
    """A pattern for a template of the rules: `{title}` and `{site}` stand for any short text."""
    parts = re.split(r"\{(\w+)\}", template)
    pattern = "".join(
        re.escape(part).replace(r"\ ", r"\s?") if i % 2 == 0 else f"(?P<{part}>[^。\\n]{{1,160}}?)"
        for i, part in enumerate(parts)
    )
    return re.compile(pattern, re.I)


def fold_label(label: str) -> str:
    """A label folded for look-up: as fold_words, without spaces and colons."""
    return fold_words(label).replace(" ", "").replace(":", "")


def _read_labels(name: str, table: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    for field, labels in table.items():
        for label in labels:
            key = fold_label(label)
            if not key:
                raise RulesError(f"{name}: [labels] {field}: {label!r} holds no letter; remove it")
            yield key, field


def _read_phrases(name: str, data: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[tuple[str, str]]:
    for table, keys in data.items():
        for key, listed in keys.items():
            if not isinstance(listed, list):
                raise RulesError(f"{name}: [{table}] {key} must be a list of phrases")
            for phrase in listed:
                if not fold_words(phrase).strip(" 0:"):
                    raise RulesError(f"{name}: [{table}] {key}: {phrase!r} holds no letter; remove it")
                yield phrase, f"{table}.{key}"


def _build_indexes(tables: Mapping[str, Sequence[tuple[str, str]]]) -> tuple[Index, ...]:
    """One index for ASCII phrases, which are words, and one for all others, which are letters."""
    meaning: dict[bool, dict[str, list[tuple[Place, str]]]] = {True: {}, False: {}}
    for mark, listed in tables.items():
        if mark.endswith(".templates"):
            continue
        place = PLACES.get(mark.rpartition(".")[2], "within")
        for phrase, _ in listed:
            words = fold_words(phrase).strip(" :" if place == "whole" else " ")
            is_words = words.isascii()
            key = words if is_words else words.replace(" ", "")
            meaning[is_words].setdefault(key, []).append((place, mark))
    return tuple(
        Index(AhoCorasick(list(found), implementation=Implementation.DFA), list(found), found, is_words)
        for is_words, found in meaning.items()
        if found
    )
