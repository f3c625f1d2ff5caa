"""The one thing that flows: a Doc of Blocks, what was cut from it, and what it says of itself.

Everything here is a frozen value. A cleaner takes a Doc and returns another one; nothing is
edited in place and nothing leaves a Doc without a Cut that records it.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Literal, NamedTuple

from cleaners.block import Block, place_of
from cleaners.markdown import as_markdown, goes_on

Comments = Literal["auto", "keep", "cut"]
"""Whether readers' comments are content: by the kind of page, or as the caller says."""
Reason = Literal[
    "empty",
    "not-text",
    "unreadable",
    "bad-name",
    "too-large",
    "line-too-long",
    "error-page",
    "login-wall",
    "consent-wall",
    "paywall",
    "listing",
    "no-article",
    "time-limit",
    "memory-limit",
    "crashed",
]
"""Why a page became no article. The list is closed: readers may switch on it."""


@dataclass(frozen=True)
class Span:
    """Where the article stands: positions of its first and its last block, both inside."""

    first: int
    last: int

    def __contains__(self, block: Block) -> bool:
        return self.first <= block.position <= self.last


class Cut(NamedTuple):
    """A block, or a span inside one, that was taken out: by which cleaner, and why.

    `cleaner` is "" until the recipe signs the cut with the name of the cleaner that made it.
    """

    position: int
    line: int | None
    text: str
    reason: str
    cleaner: str = ""

    @property
    def where(self) -> str:
        """Where it stood for a reader of provenance: "line 12", or "block 11" where there are no lines."""
        return place_of(self.position, self.line)


@dataclass(frozen=True)
class Rejection:
    """Why a page holds no article: a reason of the closed list and a sentence that helps."""

    reason: Reason
    detail: str


@dataclass(frozen=True)
class Metadata:
    """What a page says of its article; None or () where it does not say.

    Dates are ISO 8601 exactly as precise as the page states them. `provenance` maps the name
    of a field to the place where its value was found.
    """

    title: str | None = None
    original_title: str | None = None
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    summary: str | None = None
    tags: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    provenance: Mapping[str, str] = field(default_factory=dict)

    def knows(self, name: str) -> bool:
        """True where the field `name` has a value."""
        return bool(getattr(self, name))

    def learn(self, where: str, **values: object) -> "Metadata":
        """Fill the fields that are still empty; a field that has a value keeps it.

        where: the provenance that is noted for each field filled.
        """
        new = {name: value for name, value in values.items() if value and not self.knows(name)}
        if not new:
            return self
        provenance = {**self.provenance, **dict.fromkeys(new, where)}
        return replace(self, **new, provenance=provenance)  # type: ignore[arg-type]

    def map(self, mend: Callable[[str], str]) -> "Metadata":
        """The same with each of its texts mended."""
        values: dict[str, object] = {}
        for name in (f.name for f in fields(self)):
            value = getattr(self, name)
            values[name] = mend(value) if isinstance(value, str) else value
            if isinstance(value, tuple):
                values[name] = tuple(map(mend, value))
        return replace(
            self,
            **values | {"provenance": {name: mend(where) for name, where in self.provenance.items()}},  # type: ignore[arg-type]
        )

    def note(self, name: str, where: str) -> "Metadata":
        """The same, with a provenance for what is no field: the text, its encoding."""
        return replace(self, provenance={**self.provenance, name: where})


WRAPPED, WRAPPED_SHARE = 4, 0.4  # sentences in tags from which these tell what is the article's, and their share
SPOKEN = 200_000  # letters of an article that are searched for what it speaks of


@dataclass(frozen=True)
class Doc:
    """A page on its way: the blocks that remain, the cuts so far, the metadata so far.

    span: where the article stands; empty until cleaners.outline has found it. outlined: the blocks of
    flattened text as they stood then, those that were cut since among them.
    fallback: metadata for the fields of which the article's own lines say nothing. withheld: fields that a page of
    its kind does not have, and that no single line of it fills.
    title_at: position of the title, if the page states one. said: what phrases say of the whole
    page ("pages.error" …), and the positions of the blocks that held them. bar: the likelihood from
    which a block of this page counts as the article's (see Block.likely).
    """

    blocks: tuple[Block, ...]
    cuts: tuple[Cut, ...] = ()
    metadata: Metadata = Metadata()
    fallback: Metadata = Metadata()
    withheld: frozenset[str] = frozenset()
    rejection: Rejection | None = None
    chars_in: int = 0
    span: Span = Span(0, -1)
    outlined: tuple[Block, ...] = ()
    title_at: int | None = None
    said: Mapping[str, frozenset[int]] = field(default_factory=dict)
    bar: float = 0.0

    def index(self, block: Block) -> int:
        """Where a block stands among those that remain."""
        return bisect_left(self.blocks, block.position, key=lambda b: b.position)

    @property
    def answers(self) -> bool:
        """True for a page of questions and answers, of which each has its author, its day and its buttons."""
        return "answers.opens" in self.said

    @cached_property
    def judged(self) -> tuple[Block, ...]:
        """The blocks that structure makes the article's; none where there is no structure to judge by."""
        return tuple(b for b in self.blocks if b.likely is not None and b.likely >= self.bar)

    def cut(self, reasons: Mapping[int, str]) -> "Doc":
        """Take whole blocks out. reasons: position of the block -> why it goes."""
        if not reasons:
            return self
        gone = [Cut(b.position, b.line, b.text, reasons[b.position]) for b in self.blocks if b.position in reasons]
        kept = [b for b in self.blocks if b.position not in reasons]
        return replace(self, blocks=tuple(kept), cuts=(*self.cuts, *gone))

    def give_back(self, blocks: Iterable[Block], done: int = 0) -> "Doc":
        """Put whole blocks back that were cut, and forget why. done: how many of the cuts stand whatever they hold."""
        back = {b.position: b for b in blocks}
        if not back:
            return self
        cuts = self.cuts[:done] + tuple(c for c in self.cuts[done:] if c.position not in back)
        kept = {b.position: b for b in self.blocks} | back
        return replace(self, blocks=tuple(kept[position] for position in sorted(kept)), cuts=cuts)

    def learn(self, where: str, **values: object) -> "Doc":
        """The same page, knowing more of itself (see Metadata.learn)."""
        given = {name: value for name, value in values.items() if name not in self.withheld}
        metadata = self.metadata.learn(where, **given)
        return self if metadata is self.metadata else replace(self, metadata=metadata)

    def reject(self, reason: Reason, detail: str) -> "Doc":
        """The same page, known to hold no article."""
        return replace(self, rejection=Rejection(reason, detail))

    @property
    def text(self) -> str:
        """The article as plain text: blocks in order, a blank line between."""
        return _join(self.blocks, [b.bullet + b.text for b in self.blocks])

    @property
    def lines(self) -> tuple[str, ...]:
        """What every line of the page says, whether it was cut or not: the blocks' texts, then the cuts'."""
        return (*(b.text for b in self.blocks), *(c.text for c in self.cuts))

    @cached_property
    def spoken(self) -> str:
        """What the article's sentences say, folded, one to a line; of a very long one, its beginning."""
        said = "\n".join(b.key for b in self.blocks if b.prose and b in self.span)
        return said[:SPOKEN]

    @cached_property
    def wrapped(self) -> frozenset[int]:
        """Positions of the lines that held remains of the tags in which the article's own stand; none where few do.

        What an editor wraps in `<span leaf="">` is what he wrote: the site's widgets and menus have no such tags.
        """
        tagged = frozenset(cut.position for cut in self.cuts if (cut.cleaner, cut.reason) == ("debris", "holds a tag"))
        own = [b.position in tagged for b in self.blocks if b.prose and b in self.span] if tagged else []
        return tagged if sum(own) >= WRAPPED and sum(own) >= WRAPPED_SHARE * len(own) else frozenset()

    @property
    def markdown(self) -> str:
        """The article as Markdown: as `text`, with headings, lists, quotes, tables, code and links."""
        return _join(self.blocks, as_markdown(self.blocks))


def _join(blocks: Sequence[Block], texts: Sequence[str]) -> str:
    """Texts of blocks, a blank line between; those that go on from the block above have none."""
    out: list[str] = []
    for at, text in enumerate(texts):
        out += [blocks[at].glue if goes_on(blocks, at) else "\n\n" if at else "", text]
    return "".join(out)
