"""What each block weighs, for the outline: above 0 what reads like an article, below 0 what reads like furniture."""

import re
from collections import defaultdict
from collections.abc import Sequence

from cleaners.block import Block
from cleaners.evidence import pieces_of
from cleaners.kinds import (
    COPYRIGHT,
    OPENERS,
    SPEECH,
    is_furniture,
    is_notice,
    is_numbered,
    is_paragraph,
    is_question,
    is_speech,
    number_of,
    opens_section,
    tells,
)
from cleaners.shape import is_cut_off, is_several, leads_over

# Weights: best of a few tried on the tuning pages; see bench/README.md for the figures.
PROSE_COLUMNS = 38  # a paragraph weighs its columns over this …
PROSE_MOST = 4.0  # … and no more than this
WORDED = 3.5  # log-odds of a notice, by its words, from which it weighs nothing
SHORT_SENTENCE = 0.6
ITEM = -0.1
PLAIN = -0.4  # a short line without a sentence end, as most furniture is and some headings are
DATE = -1.1
MAYBE = -1.0
FURNITURE = -3.5
NOTICE = -2.5  # a sentence that is furniture itself: a disclaimer, a call, a consent notice
# What a section's heading weighs, and what paragraphs weigh below it until the article resumes.
OPENER = {"comments.opens": -6.0, "related_posts.opens": -4.0, "author_bios.opens": -4.0, "disclaimers.opens": -1.0}
SHADOW = {"comments.opens": 0.1, "related_posts.opens": 0.3, "author_bios.opens": 0.3, "disclaimers.opens": 0.3}
FADE = 0.76  # each further plain line in a row weighs this much less: a flattened table is one thing
LED = 0.2  # what the lines below a colon weigh
FADE_MARKED = 0.8  # the same for lines of furniture
END_SHADOW = 0.8  # what paragraphs weigh after a share row, tags, a copyright line …
ENDS_HERE = (
    "related_posts.lines",
    "tags.opens",
    "tags.starts",
    "pagination.lines",
    "pagination.starts",
    "copyrights.holds",
    "attributions.holds",
)
CUT_OFF = -0.5  # a sentence that the page cut short
LATE = 0.6  # share of the page's prose behind which sentences that read as a portrait …
BIO = 0.2  # … weigh this much of what they did
REFRAIN = 3  # times that a button comes again between paragraphs …
EARLY = 0.5  # … of which the first stands ahead of this share of the prose, and the last behind the rest
FINISHED = 0.8  # share of the prose so far that ends as sentences do, from which …
UNFINISHED = 0.2  # … what does not end so weighs this much
LONGER = 300  # columns of a paragraph that is no teaser …
TIED = 0.2  # … and has this share of its words from what stands ahead of it
BEATS = 5  # times that a line comes again between paragraphs, and paragraphs
INSERT, TOLD = 5, 80  # lines from an insert's heading to the paragraph behind it, and the columns of that
BEFORE = 0.25  # share of the page's prose that must stand before an opener that ends an article

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")


def refrains_of(blocks: tuple[Block, ...]) -> frozenset[str]:
    """Keys of the buttons that come again below each part of the article, from early on: a live blog's, a thread's."""
    total = sum(b.columns for b in blocks if b.prose) or 1
    seen = 0
    places: dict[str, list[float]] = defaultdict(list)
    for block in blocks:
        if block.prose:
            seen += block.columns
        elif seen and is_furniture(block) and not block.marked(*OPENERS, "comments.lines"):
            places[block.key].append(seen / total)
    return frozenset(
        key for key, at in places.items() if len(set(at)) >= REFRAIN and at[0] <= EARLY and at[-1] >= 1 - EARLY
    )


def beats_of(blocks: Sequence[Block]) -> frozenset[str]:
    """Keys of short lines that stand between the paragraphs again and again: "Article content", "Advertisement"."""
    prose = [i for i, b in enumerate(blocks) if b.prose]
    if len(prose) < BEATS:
        return frozenset()
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(prose[0], prose[-1]):
        block = blocks[at]
        if not (block.prose or block.ends or block.bullet or block.marked(*OPENERS, "comments.lines")):
            places[block.key].append(at)
    early, late = prose[len(prose) // 4], prose[-len(prose) // 4]
    often = {key: at for key, at in places.items() if len(at) >= BEATS and at[0] <= early and at[-1] >= late}
    return frozenset(key for key, at in often.items() if 2 * sum(_is_beside(blocks, i) for i in at) >= len(at))


def _is_beside(blocks: Sequence[Block], i: int) -> bool:
    """True where a paragraph stands right above or below block i."""
    return blocks[i - 1].prose or blocks[i + 1].prose


def weigh(blocks: tuple[Block, ...], refrains: frozenset[str], against: float) -> tuple[list[float], list[bool]]:
    """The weight of each block in its place, and whether articles end at such a block.

    refrains: see refrains_of. against: what a weight below 0 counts, at first sight.
    """
    total = sum(b.columns for b in blocks if b.prose) or 1
    weights: list[float] = []
    ends: list[bool] = []
    seen, factor, plain, marked = 0, 1.0, 1.0, 1.0
    finished = 0
    number = opened = counted = 0
    for i, block in enumerate(blocks):
        refrain = bool(refrains) and block.key in refrains
        unfinished = block.prose and not _is_finished(block)
        weight = PLAIN if refrain else weigh_block(block)
        weight *= against if weight < 0 else 1.0
        opener = opens_section(blocks, i)
        own = number_of(block)
        if number and own == number + 1:
            factor = 1.0  # the article's own numbering goes on
        number = own or number
        if opener and seen >= BEFORE * total:
            weight, factor, opened = OPENER[opener], min(factor, SHADOW[opener]), i
        elif seen >= BEFORE * total and block.marked(*ENDS_HERE) and not refrain:
            factor = min(factor, END_SHADOW)
        elif weight > 0:
            if seen >= LATE * total and block.marked("author_bios.holds"):
                weight *= BIO
            if factor < 1 and (
                _resumes(blocks, i, 3 if factor == SHADOW["comments.opens"] else 2)
                or (seen < LATE * total and (_goes_on(blocks, i, opened) or _is_tied(blocks, i, opened)))
            ):
                factor = 1.0
                ends[opened:i] = [False] * (i - opened)  # what was opened was an insert
            weight *= factor
            if unfinished and seen >= LATE * total and finished >= FINISHED * seen:
                weight *= UNFINISHED
        if block.bare_number and block.key in (str(counted + 1), f"0{counted + 1}"):
            below = i == 0 or blocks[i - 1].prose or blocks[i - 1].ends
            weight, counted = (ITEM if below else weight), counted + 1  # 01, 02 above the article's parts
        if block.prose:
            plain = marked = 1.0
        elif weight < 0 and is_furniture(block) and not refrain:
            weight, marked = (weight, marked) if opener else (weight * marked, marked * FADE_MARKED)
        elif weight < 0:
            weight, plain = weight * plain, plain * FADE
            plain = LED * plain if leads_over(block.text) and not tells(block) else plain
        seen += block.columns if block.prose else 0
        finished += block.columns if block.prose and not unfinished else 0
        weights.append(weight)
        ends.append(factor < 1)
    return weights, ends


def weigh_block(block: Block) -> float:
    """How much a block, taken alone, reads like an article (above 0) or like furniture."""
    own = block.text.startswith(COPYRIGHT)  # the page's own
    if is_paragraph(block) and not own:
        told = min(1.0, max(0.0, 1 - block.worded / WORDED))
        return told * min(block.columns / PROSE_COLUMNS, PROSE_MOST)
    if block.prose and not (own or is_question(block)):
        return NOTICE if is_notice(block) else CUT_OFF
    if is_furniture(block) or own:
        return FURNITURE
    if block.dated or block.bare_number:
        return DATE
    if block.marks and any(m.endswith(".maybe") for m in block.marks):
        return MAYBE
    return _weigh_by_shape(block)


def _is_finished(block: Block) -> bool:
    """True for sentences that end as such, that lead over to a list, or that are speech with its speaker behind it."""
    speech = block.text.startswith(SPEECH) and block.text.endswith((")", "）"))
    return block.ends or leads_over(block.text) or speech


def _weigh_by_shape(block: Block) -> float:
    if block.ends or is_speech(block):
        return SHORT_SENTENCE if any(c.isalnum() for c in block.text) or is_cut_off(block.text) else PLAIN
    return ITEM if block.bullet or is_numbered(block) else PLAIN


def _is_tied(blocks: tuple[Block, ...], i: int, opened: int) -> bool:
    """True for a paragraph below a widget, longer than teasers are, that speaks of what the page spoke of above it."""
    block = blocks[i]
    if "related_posts.opens" not in blocks[opened].marks or block.columns < LONGER:
        return False
    if not is_several(block.text) or is_cut_off(block.text):
        return False
    pieces = pieces_of(block.words)
    said = "".join(b.key for b in blocks[:i] if b.prose)
    return sum(piece in said for piece in pieces) >= TIED * max(len(pieces), 1)


def _goes_on(blocks: tuple[Block, ...], i: int, opened: int) -> bool:
    """True for a paragraph of several sentences a few lines below a widget's heading; beside a time it is a flash."""
    block, near = blocks[i], blocks[max(0, i - 2) : i + 3]
    if "related_posts.opens" not in blocks[opened].marks or i - opened > INSERT or block.columns < TOLD:
        return False
    timed = any(b.dated or is_cut_off(b.text) or _CLOCK.match(b.text) for b in near)
    return is_several(block.text) and is_paragraph(block) and not timed


def _resumes(blocks: tuple[Block, ...], i: int, paragraphs: int) -> bool:
    """True where an article goes on at block i: a numbered heading above, or paragraphs in a row."""
    above = blocks[i - 1] if i else None
    if above and is_numbered(above) and not (above.prose or above.dated or is_cut_off(blocks[i].text)):
        return True
    near = blocks[i : i + paragraphs + 1]
    if len(near) < paragraphs or any(b.dated or is_cut_off(b.text) for b in near):
        return False
    return near[0].prose and all((b.prose or b.ends) and not tells(b) and not is_notice(b) for b in near[:paragraphs])
