"""Author boxes: the heading, the name, what the site says of the author."""

from collections.abc import Sequence
from itertools import pairwise

from cleaners import fold
from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import Verdicts, cut_lines, cut_marked
from cleaners.metadata.people import has_role
from cleaners.metadata.people_east import has_position
from cleaners.phrases import Rules
from cleaners.sections import cut_sections

OWN = ("statements.holds", "closings.starts", "references.opens")  # how an article ends: a correction, its sources
BOX = range(1, 5)  # lines below the writer's name in the box about him


def author_bios(doc: Doc, rules: Rules) -> Doc:
    """Cut the boxes about the author and the links to the author's page."""

    def judge(block: Block) -> str | None:
        if block not in doc.span and block.marked("author_bios.holds"):
            return "tells of the author"
        return None

    doc = doc.cut(_presented(doc, rules))
    return cut_marked(cut_lines(cut_sections(doc, "author_bios"), "author_bios"), judge)


def _tells_of(name: Block, block: Block) -> bool:
    """True for a line that speaks of the person, by a part of his name or by what he does, and for a call to follow."""
    parts = [part for part in name.words.split() if len(part) > 1]
    said = set(block.words.split()) if name.text.isascii() else block.words
    called = block.marked("subscriptions.calls", "subscriptions.lines", "sharing.lines")
    return called or any(part in said for part in parts) or has_role(block.text) or has_position(block.text)


def _box(below: Sequence[Block]) -> Sequence[Block]:
    """The lines up to a correction or a list of sources, which are the article's, and the heading of these."""
    own = next((i for i, b in enumerate(below) if b.marked(*OWN)), len(below) + 1)
    return below[: max(0, own - 1)]


def _presented(doc: Doc, rules: Rules) -> Verdicts:
    """The writer's name alone at the article's end with the few lines below it, and "is a reporter who …" below it."""
    goes_on = tuple(f"{verb} " for verb in rules.listed["author_bios.verbs"])
    names = {fold.letters(name) for name in doc.metadata.authors}
    inside = [b for b in doc.blocks if b in doc.span]
    verdicts: Verdicts = {}
    for i in range(max(0, len(inside) - BOX.stop), len(inside) - 1):
        block, below = inside[i], _box(inside[i + 1 :])
        if block.key not in names or not block.text[0].isalpha() or not any(b.prose or b.ends for b in below):
            continue
        if not any(_tells_of(block, b) for b in below):
            continue  # the article goes on below what a box of other articles says
        if any(b.key == block.key for b in inside[:i]):
            continue  # who signs several pieces
        if sum(b.prose for b in inside[:i]) > sum(b.prose for b in below):
            verdicts |= {b.position: "presents the writer" for b in (block, *below)}
    for name, block in pairwise(doc.outlined):
        if block.text.startswith(goes_on) and name.key in names:
            verdicts |= {b.position: "presents the writer" for b in (name, block)}
    return verdicts
