"""Which phrases of the rules each block holds, and where in the line they stand.

Marks are the vocabulary in which cleaners judge: "related_posts.opens" on a block says that the
line is, as a whole, a heading of such a widget. A mark is one vote; the cleaners weigh it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ahocorasick_rs import AhoCorasick, Implementation

from cleaners import fold
from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.shape import is_several

LONGEST_WHOLE = 100  # letters of the longest phrase that is a whole line
SHORT = 160  # columns; on a longer line, words that are loose evidence say nothing
HEADING = 30  # columns of the longest heading of a widget
LONG = 36  # columns of a line that would be a sentence
FEW_LINES = 4  # such lines, below which a page says nothing of its habits
# Tables that say something of the whole page and nothing of the line.
OF_PAGES = ("pages.", "debris.")
# What says something of both: a page of questions and answers is known by the headings of its answers.
OF_BOTH = ("answers.",)

_ASSIGNED = re.compile(r"[\w.-]+=\S*")  # a line of a program's settings
_ONE_LINE = re.compile(r"[:：]\s?\S")  # "Related news: a second plant is to follow" heads nothing

Marked = tuple[str, str]
"""A folded phrase and its mark."""


@dataclass(frozen=True)
class Edges:
    """Phrases at one edge of a line, found by their two letters nearest to it."""

    buckets: Mapping[str, Sequence[Marked]]
    at_start: bool

    def find(self, line: str) -> Sequence[str]:
        """The marks of the phrases with which the folded line starts, or ends."""
        near = self.buckets.get(line[:2] if self.at_start else line[-2:])
        if not near:
            return ()
        if self.at_start:
            return [mark for phrase, mark in near if line.startswith(phrase) and _parts(line, len(phrase))]
        size = len(line)
        return [mark for phrase, mark in near if line.endswith(phrase) and _parts(line, size - len(phrase))]


def _parts(line: str, at: int) -> bool:
    """True where no ASCII word runs across position `at`."""
    if at in (0, len(line)):
        return True
    before, after = line[at - 1], line[at]
    return not (before.isascii() and before.isalnum() and after.isascii() and after.isalnum())


@dataclass(frozen=True)
class Inner:
    """Phrases anywhere in a line, all found in one pass (Aho and Corasick, 1975).

    words: the phrases are of scripts with spaces and the lines keep theirs; else both have none.
    """

    automaton: AhoCorasick
    marks: Sequence[Sequence[str]]
    words: bool

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield (line index, mark) for folded lines joined by line ends."""
        line, line_end = 0, text.find("\n")
        for number, start, stop in self.automaton.find_matches_as_indexes(text, overlapping=True):
            while -1 < line_end < start:
                line, line_end = line + 1, text.find("\n", line_end + 1)
            if _parts(text, start) and _parts(text, stop):
                for mark in self.marks[number]:
                    yield line, mark


@dataclass(frozen=True)
class Phrasebook:
    """All phrases of the rules, by the place in a line at which they count. loose: marks of short lines alone."""

    whole: Mapping[str, Sequence[str]]
    starts: Edges
    ends: Edges
    inner: tuple[Inner, ...]
    loose: frozenset[str]

    def marks(self, folded: Sequence[str], widths: Sequence[int]) -> list[set[str]]:
        """The marks of each line. folded: see fold.words; widths: the lines' columns."""
        found = [self._edges(line) for line in folded]
        text = "\n".join(folded)
        for index in self.inner:
            for line, mark in index.find(text if index.words else text.replace(" ", "")):
                if widths[line] <= SHORT or mark not in self.loose:
                    found[line].add(mark)
        return found

    def _edges(self, words: str) -> set[str]:
        """The marks of phrases that are the whole line, or stand at its start or end."""
        found: set[str] = set()
        for line in {words, words.replace(" ", "")}:
            if len(line) <= LONGEST_WHOLE:
                bare = line.strip(" :")
                found.update(self.whole.get(bare, ()))
                without_count = bare.strip("0 :")
                # "12 x" is a size; "12 views" counts views
                if without_count != bare and len(without_count.encode()) >= 3:
                    found.update(self.whole.get(without_count, ()))
                found.update(self.ends.find(line.rstrip("0 :")))
            found.update(self.starts.find(line.lstrip(" :")))
        return found


def build_edges(phrases: Iterable[Marked], at_start: bool) -> Edges:
    """Edges for folded phrases with their marks."""
    buckets: dict[str, list[Marked]] = defaultdict(list)
    for phrase, mark in phrases:
        buckets[phrase[:2] if at_start else phrase[-2:]].append((phrase, mark))
    return Edges({near: tuple(marked) for near, marked in buckets.items()}, at_start)


def build_inner(phrases: Iterable[Marked]) -> tuple[Inner, ...]:
    """Inner for the folded phrases of scripts with spaces, with their marks, and one for the others."""
    marks: dict[bool, dict[str, list[str]]] = {True: defaultdict(list), False: defaultdict(list)}
    for phrase, mark in phrases:
        marks[fold.is_spaced(phrase)][phrase].append(mark)
    return tuple(
        Inner(AhoCorasick(list(found), implementation=Implementation.DFA), tuple(map(tuple, found.values())), words)
        for words, found in marks.items()
        if found
    )


FENCE = "```"  # of code; the word behind it is a language's


@dataclass(frozen=True)
class Template:
    """A sentence with slots: "The post {title} appeared first on {site}".

    mark: what a block has that holds the longest fixed part.
    """

    mark: str
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Rules:
    """All rules of all languages.

    labels: folded label -> field of the metadata. listed: the phrases behind a mark, case-folded.
    menus: finds the words of which menus are made.
    """

    book: Phrasebook
    labels: Mapping[str, str]
    listed: Mapping[str, tuple[str, ...]]
    menus: AhoCorasick
    templates: tuple[Template, ...]

    def marks(self, text: str) -> frozenset[str]:
        """The marks of one line."""
        return frozenset(self.book.marks([_on_one_line(text)], [0])[0])

    def menu(self, words: str) -> tuple[int, float]:
        """How many menu words stand side by side in a line, and their share of its letters. words: the line folded."""
        found = [
            (stop - start) - words.count(" ", start, stop)
            for _, start, stop in self.menus.find_matches_as_indexes(words)
            if _parts(words, start) and _parts(words, stop)
        ]
        return (len(found), sum(found) / (len(words) - words.count(" "))) if found else (0, 0.0)


def phrases(doc: Doc, rules: Rules) -> Doc:
    """Mark every block with the phrases that it holds, and the page with those that speak of it."""
    ignored = OF_PAGES if _lacks_full_stops(doc) else (*OF_PAGES, "sentences.")
    folded = [_on_one_line(b.text) if "\n" in b.text else b.words for b in doc.blocks]
    found = rules.book.marks(folded, [b.columns for b in doc.blocks])
    blocks = (
        b.mark(_compose(b, frozenset(m for m in marks if not m.startswith(ignored))))
        if marks and not (b.text.startswith(FENCE) or ("=" in b.text and _ASSIGNED.fullmatch(b.text)))
        else b
        for b, marks in zip(doc.blocks, found, strict=True)
    )
    said: dict[str, set[int]] = defaultdict(set)
    for block, marks in zip(doc.blocks, found, strict=True):
        for mark in marks:
            if mark.startswith((*OF_PAGES, *OF_BOTH)):
                said[mark].add(block.position)
    return replace(doc, blocks=tuple(blocks), said={mark: frozenset(where) for mark, where in said.items()})


def _on_one_line(text: str) -> str:
    """A text folded; code has several lines."""
    return fold.words(text.replace("\n", " ")).strip()


def _compose(block: Block, marks: frozenset[str]) -> frozenset[str]:
    """Widgets have headings of one make, "latest" or "related" before "news": known by its parts."""
    if "pagination.starts" in marks and is_several(block.text):
        marks -= {"pagination.starts"}  # what the article says of the next one
    made = {"related_posts.modifiers", "related_posts.nouns"} <= marks or "related_posts.ends" in marks
    if made and block.columns <= HEADING and not (block.ends or _ONE_LINE.search(block.text)):
        return marks | {"related_posts.opens"}
    return marks


def _lacks_full_stops(doc: Doc) -> bool:
    """True for a page that ends its long lines without marks, as some translations do."""
    long = [b for b in doc.blocks if b.columns >= LONG]
    return len(long) >= FEW_LINES and 4 * sum(b.ends for b in long) < len(long)
