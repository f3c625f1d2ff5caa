"""Where the article stands among the furniture: the best contiguous stretch of the page.

Every block gets a weight, positive for what reads like an article and negative for what reads
like furniture; the article is the stretch with the largest sum (maximum subsequence
segmentation: Pasternack and Roth, "Extracting article text from the web", WWW 2009). An insert
in mid-article costs less than the paragraphs after it are worth, so the stretch runs over it;
what follows the end is not worth the furniture between.
"""

from collections import defaultdict
from dataclasses import replace

from cleaners.block import Block
from cleaners.doc import Doc, Span
from cleaners.edges import first_line, last_line
from cleaners.kinds import (
    OPENERS,
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
from cleaners.phrases import Rules
from cleaners.shape import is_cut_off, is_several

# Weights: best of a few tried on the tuning pages; see bench/README.md for the figures.
PROSE_COLUMNS = 38  # a paragraph weighs its columns over this …
PROSE_MOST = 4.0  # … and no more than this
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
GAP = 4.0  # what an interruption may cost where nothing says that the article is over …
GOING = 2.0  # … once it has this much weight,
BELOW_TITLE = 1.0  # or this much below a title
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
LATE = 0.6  # share of the page's prose behind which sentences that read as a portrait …
BIO = 0.2  # … weigh this much of what they did
LEAST_BELOW = 0.5  # share of the page's best stretch that must be found below the title
BARE = 1, 0.03  # lines of furniture, and their share, on a page that is an article and no more
AHEAD = 3  # lines ahead of the title of a page that is an article and no more: a section, a byline
DATELINE = 6  # blocks below the title in which the dateline stands
DATES = 2  # dates near the title: published and updated
STANDFIRST = 240  # columns of a standfirst between the two
REFRAIN = 3  # times that a button comes again between paragraphs …
BETWEEN_ANSWERS = 0.25  # what furniture weighs where each answer has its own
EARLY = 0.5  # … of which the first stands ahead of this share of the prose, and the last behind the rest
BEFORE = 0.25  # share of the page's prose that must stand before an opener that ends an article


def outline(doc: Doc, rules: Rules) -> Doc:
    """Find the article's span; cuts nothing."""
    if not doc.blocks:
        return doc
    if doc.judged:
        return replace(doc, span=Span(doc.judged[0].position, doc.judged[-1].position))
    if any(b.marked("answers.opens") for b in doc.blocks):
        doc = _as_forum(doc)
    start = next((i for i, b in enumerate(doc.blocks) if doc.title_at is not None and b.position > doc.title_at), 0)
    if is_bare(doc.blocks, start):
        return replace(doc, span=Span(doc.blocks[min(start, len(doc.blocks) - 1)].position, doc.blocks[-1].position))
    start = _below_dateline(doc.blocks, start) if doc.title_at is not None else start
    weights, ends = _weigh(doc.blocks)
    first, last, best = _best_stretch(weights, ends, start if doc.title_at is not None else None)
    free_first, free_last, free = _best_stretch(weights, ends, None)
    if best < LEAST_BELOW * free:  # then what was taken for the title stands below the article
        first, last = free_first, free_last
    if first > last:
        return doc
    blocks = doc.blocks
    first = first_line(blocks, first, start)
    last = last_line(blocks, _without_islands(blocks, first, last))
    return replace(doc, span=Span(blocks[first].position, blocks[last].position))


def _without_islands(blocks: tuple[Block, ...], first: int, last: int) -> int:
    """The last index without what little prose stands behind the first sign of the end.

    Authors' portraits, notices and teasers are prose too; they stand alone among furniture.
    """

    def is_article(block: Block) -> bool:
        return block.prose and not is_notice(block) and not block.marked("author_bios.holds")

    total = sum(b.columns for b in blocks[first : last + 1] if b.prose)
    refrains = _refrains(blocks)
    rest, paragraphs = 0, 0
    for i in range(last, first, -1):
        block = blocks[i]
        if block.prose:
            rest, paragraphs = rest + block.columns, paragraphs + 1
            if is_article(block) and is_article(blocks[i - 1]):
                break  # two paragraphs in a row are the article's
        if rest > ISLAND * total or paragraphs > ISLANDERS:
            break
        if block.key not in refrains and block.marked(*SIGNS) and (opens_section(blocks, i) or not block.marked(*OPENERS)):
            last, paragraphs = i - 1, 0
    return last


def _as_forum(doc: Doc) -> Doc:
    """A page of questions and answers: "add a comment" is a button there and ends nothing."""
    mark = frozenset({"comments.opens"})
    return replace(
        doc,
        blocks=tuple(
            replace(b, marks=b.marks - mark | {"comments.lines"}) if mark <= b.marks else b for b in doc.blocks
        ),
    )


def _below_dateline(blocks: tuple[Block, ...], start: int) -> int:
    """The index below the dateline or the counters that stand near the title; what is between is no paragraph.

    Days on lines of their own, one after the other, are a chronicle and no datelines.
    """
    near = range(start, min(len(blocks), start + DATELINE))
    dates = [i for i in near if blocks[i].dated or blocks[i].marked("counters.lines")]
    if not dates or sum(b.dated for b in blocks[start : start + 4 * DATELINE]) > DATES:
        return start
    standfirst = [b for b in blocks[start : dates[-1]] if b.prose]
    fits = len(standfirst) <= 1 and not any(b.columns > STANDFIRST or is_several(b.text) for b in standfirst)
    return dates[-1] + 1 if fits and dates[-1] + 1 < len(blocks) else start


def is_bare(blocks: tuple[Block, ...], ahead: int) -> bool:
    """True for a page with next to no furniture: its short lines are the article's own.

    ahead: how many lines stand ahead of the title; a menu is furniture, whatever it says.
    """
    if ahead > AHEAD:
        return False
    furniture = sum(tells(b) or is_notice(b) for b in blocks)
    return furniture <= BARE[0] + BARE[1] * len(blocks) and not any(b.marked(*OPENERS) for b in blocks)


def _refrains(blocks: tuple[Block, ...]) -> frozenset[str]:
    """Keys of the buttons that come again below each part of the article, from early on: a live blog's, a thread's."""
    total = sum(b.columns for b in blocks if b.prose) or 1
    seen = 0
    places: dict[str, list[float]] = defaultdict(list)
    for block in blocks:
        if block.prose:
            seen += block.columns
        elif is_furniture(block) and not block.marked(*OPENERS, "comments.lines"):
            places[block.key].append(seen / total)
    return frozenset(
        key for key, at in places.items() if len(set(at)) >= REFRAIN and 0 < at[0] <= EARLY and at[-1] >= 1 - EARLY
    )


def _weigh(blocks: tuple[Block, ...]) -> tuple[list[float], list[bool]]:
    """The weight of each block in its place, and whether articles end at such a block."""
    total = sum(b.columns for b in blocks if b.prose) or 1
    refrains = _refrains(blocks)
    forum = any(b.marked("answers.opens") for b in blocks)
    weights: list[float] = []
    ends: list[bool] = []
    seen, factor, plain, marked = 0, 1.0, 1.0, 1.0
    number = opened = counted = 0
    for i, block in enumerate(blocks):
        refrain = bool(refrains) and block.key in refrains
        weight = PLAIN if refrain else weigh_block(block)
        if forum and weight < 0:
            weight *= BETWEEN_ANSWERS
        opener = opens_section(blocks, i)
        if number and number_of(block) == number + 1:
            factor = 1.0  # the article's own numbering goes on
        number = number_of(block) or number
        if opener and seen >= BEFORE * total:
            weight, factor, opened = OPENER[opener], min(factor, SHADOW[opener]), i
        elif seen >= BEFORE * total and block.marked(*ENDS_HERE) and not refrain:
            factor = min(factor, END_SHADOW)
        elif weight > 0:
            if seen >= LATE * total and block.marked("author_bios.holds"):
                weight *= BIO
            if factor < 1 and _resumes(blocks, i, 3 if factor == SHADOW["comments.opens"] else 2):
                factor = 1.0
                ends[opened:i] = [False] * (i - opened)  # what was opened was an insert
            weight *= factor
        if block.bare_number and block.key in (str(counted + 1), f"0{counted + 1}"):
            weight, counted = (ITEM if plain == 1.0 else weight), counted + 1  # 01, 02 above the article's parts
        if block.prose:
            plain = marked = 1.0
        elif weight < 0 and is_furniture(block) and not refrain:
            weight, marked = (weight, marked) if opener else (weight * marked, marked * FADE_MARKED)
        elif weight < 0:
            weight, plain = weight * plain, plain * FADE
            plain = LED * plain if block.text.endswith((":", "：")) and not tells(block) else plain
        seen += block.columns if block.prose else 0
        weights.append(weight)
        ends.append(factor < 1)
    return weights, ends


def weigh_block(block: Block) -> float:
    """How much a block, taken alone, reads like an article (above 0) or like furniture."""
    if is_paragraph(block):
        return min(block.columns / PROSE_COLUMNS, PROSE_MOST)
    if block.prose and not is_question(block):
        return NOTICE if is_notice(block) else CUT_OFF
    if is_furniture(block):
        return FURNITURE
    if block.dated or block.bare_number:
        return DATE
    if (block.ends or is_speech(block)) and not any(m.endswith(".maybe") for m in block.marks):
        return SHORT_SENTENCE if any(c.isalnum() for c in block.text) or is_cut_off(block.text) else PLAIN
    return _weigh_short(block)


def _weigh_short(block: Block) -> float:
    if any(m.endswith(".maybe") for m in block.marks):
        return MAYBE
    return ITEM if block.bullet or is_numbered(block) else PLAIN


def _resumes(blocks: tuple[Block, ...], i: int, paragraphs: int) -> bool:
    """True where an article goes on at block i: a numbered heading above, or paragraphs in a row."""
    above = blocks[i - 1] if i else None
    if above and is_numbered(above) and not (above.prose or above.dated or is_cut_off(blocks[i].text)):
        return True
    near = blocks[i : i + paragraphs + 1]
    if len(near) < paragraphs or any(b.dated or is_cut_off(b.text) for b in near):
        return False
    return near[0].prose and all((b.prose or b.ends) and not tells(b) and not is_notice(b) for b in near[:paragraphs])


def _best_stretch(weights: list[float], ends: list[bool], below_title: int | None) -> tuple[int, int, float]:
    """First and last index of the contiguous stretch with the largest sum, and the sum (Kadane).

    ends: where something stands that ends articles. Without one, what interrupts an article
    that has got going costs at most GAP: an insert may be long. below_title: the first index
    below the title, if one is known; what follows a title is an article from its first
    sentence on.
    """
    start, titled = below_title or 0, below_title is not None
    best, best_first, best_last = 0.0, 0, -1
    run, first, floor = 0.0, start, 0.0
    going = BELOW_TITLE if titled else GOING
    for i in range(start, len(weights)):
        if run <= 0:
            run, floor = 0.0, 0.0
            first = first if titled and best else i
        floor = 0.0 if ends[i] else floor
        run = max(run + weights[i], floor)
        floor = max(floor, run - min(GAP, run / 2)) if weights[i] > 0 and run >= going else floor
        if run > best:
            best, best_first, best_last = run, first, i
    return best_first, best_last, best
