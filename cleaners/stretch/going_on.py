"""How far the article goes beyond its best stretch: over inserts and tables, to its writer's name, its last answer.

And where it ends before, for what little prose stands behind the first sign of the end.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from cleaners.block import Block
from cleaners.evidence import pieces_of
from cleaners.kinds import OPENERS, is_notice, is_paragraph, number_of, opens_section, tells
from cleaners.metadata.pairs import read_labels
from cleaners.metadata.reporters import is_reporter
from cleaners.phrases import Rules
from cleaners.shape import has_digit, is_code
from cleaners.stretch.weights import TIED

# What stands at the end of an article and rarely inside it.
SIGNS = (
    "sharing.lines",
    "tags.opens",
    "tags.starts",
    "author_bios.opens",
    "author_bios.lines",
    "author_bios.starts",
    "comments.opens",
    "comments.lines",
    "pagination.lines",
    "pagination.starts",
    "copyrights.holds",
    "attributions.holds",
    "related_posts.opens",
    "related_posts.lines",
    "disclaimers.opens",
    "disclaimers.starts",
    "communities.starts",
    "communities.holds",
    "navigation.lines",
    "subscriptions.lines",
)
ISLAND = 0.2  # share of the article's prose that may stand behind them and still be cut off
ISLANDERS = 3  # paragraphs of such an island
INSERT = 10  # lines between the article and a later paragraph of its own …
FULL = 1.5  # … which is tied to it, has this weight, with no more than
STRANGE = 3  # lines between that say nothing of furniture: an insert's titles, a heading
LEAN = 0.3  # the weight of a paragraph behind lines of which no phrase says that they are furniture
CELL = 24  # columns of a table's cell
INSERTED = ("subscriptions.objects", "subscriptions.calls", "subscriptions.holds", "promotions.holds")
# What is behind them is none of the article's, whatever it weighs.
OVER = tuple(sign for sign in SIGNS if not sign.startswith(("subscriptions.", "navigation.", "related_posts.")))
_ASKED = re.compile(r"Q\d{0,2}\s?[.．:：、]")
_NUMBER = re.compile(r"[1-9]\d?", re.ASCII)
BETWEEN = 24  # lines between two answers, and from the article's best part to its writer's name


def without_islands(blocks: tuple[Block, ...], first: int, last: int, refrains: frozenset[str]) -> int:
    """The last index without what little prose stands behind the first sign of the end.

    Authors' portraits, notices and teasers are prose too; they stand alone among furniture. refrains: see
    refrains_of.
    """

    def is_article(block: Block) -> bool:
        return block.prose and not is_notice(block) and not block.marked("author_bios.holds")

    total = sum(b.columns for b in blocks[first : last + 1] if b.prose)
    rest, paragraphs = 0, 0
    for i in range(last, first, -1):
        block = blocks[i]
        if block.prose:
            rest, paragraphs = rest + block.columns, paragraphs + 1
            if is_article(block) and is_article(blocks[i - 1]):
                break  # two paragraphs in a row are the article's
        if rest > ISLAND * total or paragraphs > ISLANDERS:
            break
        ends = block.marked(*SIGNS) and (opens_section(blocks, i) or not block.marked(*OPENERS))
        if ends and block.key not in refrains:
            if _counts_on(blocks[first:i], blocks[i : last + 1]):
                break
            last, paragraphs = i - 1, 0
    return last


def _counts_on(above: Sequence[Block], below: Sequence[Block]) -> bool:
    """True where the headings of the lines below take up the numbers of those above."""
    number = next(filter(None, map(number_of, reversed(above))), 0)
    return number > 0 and next(filter(None, map(number_of, below)), 0) == number + 1


def answered(blocks: tuple[Block, ...], weights: list[float], last: int) -> int:
    """The last index with the answers behind it: what stands between two is furniture, and a later one may be short."""
    for i in range(last + 1, len(blocks)):
        block = blocks[i]
        if i - last > BETWEEN or (block.marked("related_posts.opens") and "answers.opens" not in block.marks):
            break
        if is_paragraph(block) and weights[i] > 0 and not (tells(block) or block.marked("author_bios.holds")):
            last = i
    return last


def counted(blocks: tuple[Block, ...], first: int, last: int) -> int:
    """The last index with the parts behind it whose headings count on from the article's, each with its sentence."""
    parts = [number_of(b) for b, below in pairwise(blocks[first : last + 2]) if number_of(b) and below.prose]
    number, code = parts[-1] if parts else 0, 0
    for i in range(last + 1, len(blocks) - 1):
        block = blocks[i]
        code += is_code(block.text)
        if not number or i - last - code > BETWEEN or block.marked(*OVER):
            break
        if number_of(block) == number + 1 and not tells(block):
            told = is_paragraph(blocks[i + 1])
            if told or i - last - code <= STRANGE:
                last, number, code = i + told, number + 1, 0
    return last


def signed(blocks: tuple[Block, ...], ends: list[bool], last: int, rules: Rules) -> int:
    """The last index with the paragraphs behind it up to the line that says who wrote them, if one is near."""
    told = last
    for i in range(last + 1, min(len(blocks), last + 1 + BETWEEN)):
        block = blocks[i]
        if is_reporter(block.text) or any(field == "author" for field, *_ in read_labels(block.text, rules.labels)):
            return told
        if ends[i] or block.marked(*OVER) or block.dated:
            break
        told = i if is_paragraph(block) and not tells(block) else told
    return last


def resumed(blocks: tuple[Block, ...], weighed: tuple[list[float], list[bool]], first: int, last: int) -> int:
    """The last index with the paragraphs behind an insert that speak of what the article speaks of.

    A last paragraph alone may weigh less than the insert above it. Portraits, comments and teasers stand below
    a sign of the end, beside a day, or are about something else.
    """
    weights, ends = weighed
    said = "".join(b.key for b in blocks[first : last + 1] if b.prose)
    step = next((n for i in range(last, first, -1) if (n := _step(blocks, i))), 0)
    strange = cells = 0
    for i in range(last + 1, len(blocks)):
        block = blocks[i]
        cell = _is_cell(blocks, i) or _is_item(blocks, i)
        cells += cell
        strange += not (cell or block.prose or block.bare_number or tells(block) or block.marked(*INSERTED))
        over = ends[i] or block.marked(*OVER) or block.dated or block.text.startswith("#")
        if over or i - last - cells > INSERT or strange > STRANGE:
            break
        if step and _step(blocks, i) == step + 1:
            last, step = i + 1, step + 1
        paired = is_paragraph(blocks[i - 1]) and i - 1 > last
        weight = weights[i] + (weights[i - 1] if paired else 0)
        if tells(block) or any(m.endswith(".holds") for m in block.marks) or not is_paragraph(block):
            continue
        quiet = not any(tells(b) or is_notice(b) or b.marked(*INSERTED) for b in blocks[last + 1 : i])
        if weight < (LEAN if quiet else FULL):
            continue
        pieces = pieces_of(block.words)
        if quiet or sum(piece in said for piece in pieces) >= TIED * max(len(pieces), 1) or paired:
            last, said, strange, cells, step = i, said + block.key, 0, 0, _step(blocks, i - 1) or step
    return last


def _step(blocks: tuple[Block, ...], i: int) -> int:
    """The number of a step that stands alone above its sentence; 0 for what is none."""
    told = i + 1 < len(blocks) and blocks[i + 1].ends and not tells(blocks[i + 1])
    return int(blocks[i].key) if told and _NUMBER.fullmatch(blocks[i].key) else 0


def _is_cell(blocks: tuple[Block, ...], i: int) -> bool:
    """True for a short line with a number beside another one: both are of a table."""
    return any(all(map(_counts, blocks[max(0, at) : at + 2])) for at in (i - 1, i))


def _is_item(blocks: tuple[Block, ...], i: int) -> bool:
    """True for an item beside another one with the same bullet, and for a question of those that are often asked."""
    bullet = blocks[i].bullet
    beside = bullet and any(b.bullet == bullet for b in (*blocks[i - 1 : i], *blocks[i + 1 : i + 2]))
    return bool(beside) or _ASKED.match(blocks[i].text) is not None


def _counts(block: Block) -> bool:
    return block.columns <= CELL and has_digit(block.text)
