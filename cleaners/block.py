"""A block: one visual unit of a page, with the evidence that the cleaners weigh."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from cleaners import fold, shape
from cleaners.lazy import lazy

RUNNING = "sentences.running"  # the mark of a line of running text without full stops
_ENDED = frozenset({"sentences.ends", RUNNING})
_OF_MARKS = ("ends", "prose")  # properties that hang on marks
Kind = Literal["heading", "paragraph", "item", "row", "quote", "code", "caption"]


def place_of(position: int, line: int | None) -> str:
    """A place on the page for a reader of provenance: the line, or the block's number where there are no lines."""
    return f"block {position}" if line is None else f"line {line}"


@dataclass(frozen=True)
class Block:
    """One visual unit of the page: for flattened text, one line that is not blank.

    position: index among the blocks that the door found, 0-based; it never changes.
    text: the visible text, trimmed at both ends, without its list bullet.
    line: 1-based line of the flattened text, None for a page that had no lines.
    bullet: the list marker that stood before the text, with its space, or "".
    gap: blank lines between this block and the one before it.
    indent: columns of white space before the text; in a list of an HTML page, those of its Markdown.
    marks: phrases of the rules that the text holds, as "table.key" (see cleaners.phrases).
    level: 1 to 6 for a heading whose rank the page states.
    joined: the block goes on from the one above it: behind a `<br>`, in the next row of a table.
    glue: what then stands between the two in the text; a space in a long line that was read sentence by sentence.
    inline: the text as Markdown, "" where it is the text itself.
    worded: log-odds that the words are those of a notice, 0 where they were not weighed (see cleaners.wording).
    likely: how likely it is that the block is the article's, 0 to 1, by the page's structure, or by
    the looks of a line where its rules leave doubt; else None. within: what the structure calls the place of the block.
    """

    position: int
    text: str
    line: int | None = None
    bullet: str = ""
    gap: int = 0
    indent: int = 0
    marks: frozenset[str] = frozenset()
    kind: Kind = "paragraph"
    level: int = 0
    joined: bool = False
    glue: str = "\n"
    inline: str = ""
    worded: float = 0.0
    likely: float | None = None
    within: str = ""

    @classmethod
    def of(cls, **fields: object) -> "Block":
        """A block with these fields, in a third of the time: a frozen dataclass sets all of them, one by one."""
        made = object.__new__(cls)
        made.__dict__.update(fields)
        return made

    @property
    def where(self) -> str:
        """The block's place for a reader of provenance: "line 12", or "block 11" where there are no lines."""
        return place_of(self.position, self.line)

    @property
    def structured(self) -> bool:
        """True for a block of HTML whose place in the page's structure has been judged."""
        return self.likely is not None and self.line is None

    def mend(self, text: str) -> "Block":
        """The same block with its text repaired; its Markdown is then the text itself."""
        return self._with(_OF_TEXT, text=text, inline="")

    def mark(self, marks: frozenset[str]) -> "Block":
        """The same block with these marks; what is known of its text stays known."""
        return self._with(_OF_MARKS, marks=marks)

    def word(self, worded: float) -> "Block":
        """The same block with the weight of its words."""
        return self._with((), worded=worded)

    def weigh(self, likely: float) -> "Block":
        """The same block with a likelihood."""
        return self._with((), likely=likely)

    def _with(self, forget: Iterable[str], **fields: object) -> "Block":
        """The same block with other fields, as dataclasses.replace makes it, but that it keeps what it has worked out.

        forget: properties that hang on the fields.
        """
        made = object.__new__(Block)
        object.__setattr__(made, "__dict__", self.__dict__ | fields)
        for name in forget:
            made.__dict__.pop(name, None)
        return made

    @lazy
    def columns(self) -> int:
        """Display width: 1 for a Latin letter, 2 for a CJK one, so that scripts compare."""
        return shape.columns(self.text)

    @lazy
    def ends(self) -> bool:
        """True where the text ends as a sentence ends."""
        return shape.ends_sentence(self.text) or not _ENDED.isdisjoint(self.marks)

    @lazy
    def prose(self) -> bool:
        """True where the text reads as one or more sentences of an article."""
        return RUNNING in self.marks or shape.is_prose(self.text, self.columns, self.ends)

    @lazy
    def plain(self) -> str:
        """The text in NFKC and case-folded."""
        return fold.plain(self.text)

    @lazy
    def key(self) -> str:
        """The text folded for comparison: NFKC, case-folded, no white space, bare at its ends."""
        return fold.letters_of(self.plain)

    @lazy
    def words(self) -> str:
        """The text folded for phrases."""
        return fold.words_of(self.plain).strip()

    def marked(self, *names: str) -> bool:
        """True where the block holds a phrase of one of the named marks."""
        return bool(self.marks) and not self.marks.isdisjoint(names)

    @lazy
    def dated(self) -> bool:
        """True where a date is (nearly) all that a short line says."""
        return shape.is_dated(self.text, self.columns)

    @lazy
    def bare_number(self) -> bool:
        """True where the line is a number and no more: a counter, a page number, a price."""
        return shape.is_number(self.text)


_OF_TEXT = tuple(name for name, value in vars(Block).items() if isinstance(value, lazy))
