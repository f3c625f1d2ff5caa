"""Where the article stands among the furniture: the best contiguous stretch of the page.

Every block gets a weight, positive for what reads like an article and negative for what reads
like furniture; the article is the stretch with the largest sum (maximum subsequence
segmentation: Pasternack and Roth, "Extracting article text from the web", WWW 2009). An insert
in mid-article costs less than the paragraphs after it are worth, so the stretch runs over it;
what follows the end is not worth the furniture between.
"""

from dataclasses import replace

from cleaners.block import Block
from cleaners.doc import Doc, Span
from cleaners.kinds import OPENERS, is_notice, tells
from cleaners.phrases import Rules
from cleaners.shape import is_several
from cleaners.stretch.edges import asked_from, first_line, last_line
from cleaners.stretch.going_on import answered, counted, resumed, signed, without_islands
from cleaners.stretch.weights import beats_of, refrains_of, weigh

GAP = 4.0  # what an interruption may cost where nothing says that the article is over …
GOING = 2.0  # … once it has this much weight,
BELOW_TITLE = 1.0  # or this much below a title
LEAST_BELOW = 0.5  # share of the page's best stretch that must be found below the title
BARE = 1, 0.03  # lines of furniture, and their share, on a page that is an article and no more
AHEAD = 3  # lines ahead of the title of a page that is an article and no more: a section, a byline
DATELINE = 6  # blocks below the title in which the dateline stands
BETWEEN_ANSWERS = 0.25  # what furniture weighs where each answer has its own
DATES = 2  # dates near the title: published and updated
STANDFIRST = 240  # columns of a standfirst between the two


def outline(doc: Doc, rules: Rules) -> Doc:
    """Find the article's span; cuts nothing."""
    if doc.judged:
        return replace(doc, span=Span(doc.judged[0].position, doc.judged[-1].position))
    if not doc.blocks:
        return doc
    page = _as_forum(doc) if doc.answers else doc
    return _up_to_last_wrapped(replace(page, span=_draw(page, rules), outlined=doc.blocks))


def _up_to_last_wrapped(doc: Doc) -> Doc:
    """The page, its article up to the last sentence that stood in the same tags as its others."""
    last = max((b.position for b in doc.blocks if b.position in doc.wrapped and b.prose and b.worded < 0), default=-1)
    return replace(doc, span=Span(doc.span.first, last)) if last > doc.span.last else doc


def _draw(doc: Doc, rules: Rules) -> Span:
    """Where the article stands, by the weights of its lines."""
    beats = frozenset() if doc.answers else beats_of(doc.blocks)
    blocks = tuple(b for b in doc.blocks if b.key not in beats) if beats else doc.blocks
    start = next((i for i, b in enumerate(blocks) if doc.title_at is not None and b.position > doc.title_at), 0)
    if is_bare(blocks, start):
        return Span(blocks[min(start, len(blocks) - 1)].position, blocks[-1].position)
    if doc.title_at is not None and not doc.answers:  # where a question goes ahead of its date
        start = _below_dateline(blocks, start)
    refrains = refrains_of(blocks)
    weights, ends = weigh(blocks, refrains, BETWEEN_ANSWERS if doc.answers else 1.0)
    first, last, best = _best_stretch(weights, ends, start if doc.title_at is not None else None)
    free_first, free_last, free = _best_stretch(weights, ends, None)
    if best < LEAST_BELOW * free:  # then what was taken for the title stands below the article
        first, last = free_first, free_last
    if first > last:
        return doc.span
    first = first_line(blocks, first, start)
    first = asked_from(blocks, first, start) if doc.answers else first
    last = without_islands(blocks, first, last, refrains)
    if doc.answers:
        last = answered(blocks, weights, last)
    else:
        last = resumed(blocks, (weights, ends), first, signed(blocks, ends, counted(blocks, first, last), rules))
    last = last_line(blocks, last, rules.labels)
    return Span(blocks[first].position, blocks[last].position)


def _as_forum(doc: Doc) -> Doc:
    """A page of questions and answers: "add a comment" is a button there and ends nothing."""
    mark = frozenset({"comments.opens"})
    return replace(
        doc,
        blocks=tuple(b.mark(b.marks - mark | {"comments.lines"}) if mark <= b.marks else b for b in doc.blocks),
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
    marked = [b for b in blocks if b.marks]
    furniture = sum(tells(b) or is_notice(b) for b in marked)
    return furniture <= BARE[0] + BARE[1] * len(blocks) and not any(b.marked(*OPENERS) for b in marked)


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
