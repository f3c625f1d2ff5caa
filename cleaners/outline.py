"""Where the article stands among the furniture: the best contiguous stretch of the page.

Every block gets a weight, positive for what reads like an article and negative for what reads
like furniture; the article is the stretch with the largest sum (maximum subsequence
segmentation: Pasternack and Roth, "Extracting article text from the web", WWW 2009). An insert
in mid-article costs less than the paragraphs after it are worth, so the stretch runs over it;
what follows the end is not worth the furniture between.
"""

from dataclasses import replace
from itertools import pairwise

from cleaners.block import Block
from cleaners.doc import Doc, Span
from cleaners.edges import first_line, last_line
from cleaners.evidence import pieces_of
from cleaners.kinds import OPENERS, is_notice, is_paragraph, number_of, opens_section, tells
from cleaners.metadata.labels import read_labels
from cleaners.metadata.rows import is_reporter
from cleaners.phrases import Rules
from cleaners.shape import is_several
from cleaners.weights import refrains_of, weigh

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
LEAST_BELOW = 0.5  # share of the page's best stretch that must be found below the title
BARE = 1, 0.03  # lines of furniture, and their share, on a page that is an article and no more
AHEAD = 3  # lines ahead of the title of a page that is an article and no more: a section, a byline
DATELINE = 6  # blocks below the title in which the dateline stands
INSERT = 10  # lines between the article and a later paragraph of its own …
TIED = 0.2  # … which has this share of its words from the article; half of all such paragraphs have .3, and …
FULL = 1.5  # … this weight, with no more than
CELL = 24  # columns of a table's cell
LEAN = 0.3  # the weight of one behind lines of which no phrase says that they are furniture
STRANGE = 3  # lines between that say nothing of furniture: an insert's titles, a heading
INSERTED = ("subscriptions.objects", "subscriptions.calls", "subscriptions.holds", "promotions.holds")
# What is behind them is none of the article's, whatever it weighs.
OVER = tuple(sign for sign in SIGNS if not sign.startswith(("subscriptions.", "navigation.", "related_posts.")))
BETWEEN = 24  # lines between two answers, and from the article's best part to its writer's name
BETWEEN_ANSWERS = 0.25  # what furniture weighs where each answer has its own
DATES = 2  # dates near the title: published and updated
STANDFIRST = 240  # columns of a standfirst between the two


def outline(doc: Doc, rules: Rules) -> Doc:
    """Find the article's span; cuts nothing."""
    if doc.judged:
        return replace(doc, span=Span(doc.judged[0].position, doc.judged[-1].position))
    return replace(_draw(doc, rules), outlined=doc.blocks) if doc.blocks else doc


def _draw(doc: Doc, rules: Rules) -> Doc:
    """The page with its article's span, by the weights of its lines."""
    if doc.answers:
        doc = _as_forum(doc)
    start = next((i for i, b in enumerate(doc.blocks) if doc.title_at is not None and b.position > doc.title_at), 0)
    if is_bare(doc.blocks, start):
        return replace(doc, span=Span(doc.blocks[min(start, len(doc.blocks) - 1)].position, doc.blocks[-1].position))
    if doc.title_at is not None and not doc.answers:  # where a question goes ahead of its date
        start = _below_dateline(doc.blocks, start)
    refrains = refrains_of(doc.blocks)
    weights, ends = weigh(doc.blocks, refrains, BETWEEN_ANSWERS if doc.answers else 1.0)
    first, last, best = _best_stretch(weights, ends, start if doc.title_at is not None else None)
    free_first, free_last, free = _best_stretch(weights, ends, None)
    if best < LEAST_BELOW * free:  # then what was taken for the title stands below the article
        first, last = free_first, free_last
    if first > last:
        return doc
    blocks = doc.blocks
    first = first_line(blocks, first, start)
    last = _without_islands(blocks, first, last, refrains)
    if doc.answers:
        last = _answered(blocks, weights, last)
    else:
        last = _resumed(blocks, (weights, ends), first, _signed(blocks, ends, _counted(blocks, first, last), rules))
    last = last_line(blocks, last, rules.labels)
    return replace(doc, span=Span(blocks[first].position, blocks[last].position))


def _without_islands(blocks: tuple[Block, ...], first: int, last: int, refrains: frozenset[str]) -> int:
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
        if (
            block.key not in refrains
            and block.marked(*SIGNS)
            and (opens_section(blocks, i) or not block.marked(*OPENERS))
        ):
            last, paragraphs = i - 1, 0
    return last


def _answered(blocks: tuple[Block, ...], weights: list[float], last: int) -> int:
    """The last index with the answers behind it: what stands between two is furniture, and a later one may be short."""
    for i in range(last + 1, len(blocks)):
        block = blocks[i]
        if i - last > BETWEEN or (block.marked("related_posts.opens") and "answers.opens" not in block.marks):
            break
        if is_paragraph(block) and weights[i] > 0 and not (tells(block) or block.marked("author_bios.holds")):
            last = i
    return last


def _counted(blocks: tuple[Block, ...], first: int, last: int) -> int:
    """The last index with the parts behind it whose headings count on from the article's, each with its sentence."""
    parts = [number_of(b) for b, below in pairwise(blocks[first : last + 2]) if number_of(b) and below.prose]
    number = parts[-1] if parts else 0
    for i in range(last + 1, len(blocks) - 1):
        block = blocks[i]
        if not number or i - last > BETWEEN or block.marked(*OVER):
            break
        if number_of(block) == number + 1 and not tells(block):
            told = is_paragraph(blocks[i + 1])
            last, number = (i + told, number + 1) if told or i - last <= STRANGE else (last, number)
    return last


def _signed(blocks: tuple[Block, ...], ends: list[bool], last: int, rules: Rules) -> int:
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


def _resumed(blocks: tuple[Block, ...], weighed: tuple[list[float], list[bool]], first: int, last: int) -> int:
    """The last index with the paragraphs behind an insert that speak of what the article speaks of.

    A last paragraph alone may weigh less than the insert above it. Portraits, comments and teasers stand below
    a sign of the end, beside a day, or are about something else.
    """
    weights, ends = weighed
    said = "".join(b.key for b in blocks[first : last + 1] if b.prose)
    strange = cells = 0
    for i in range(last + 1, len(blocks)):
        block = blocks[i]
        cell = _is_cell(blocks, i)
        cells += cell
        strange += not (cell or block.prose or tells(block) or block.marked(*INSERTED))
        over = ends[i] or block.marked(*OVER) or block.dated or block.text.startswith("#")
        if over or i - last - cells > INSERT or strange > STRANGE:
            break
        paired = is_paragraph(blocks[i - 1]) and i - 1 > last
        weight = weights[i] + (weights[i - 1] if paired else 0)
        quiet = not any(tells(b) or is_notice(b) or b.marked(*INSERTED) for b in blocks[last + 1 : i])
        held = tells(block) or any(m.endswith(".holds") for m in block.marks)
        if held or not is_paragraph(block) or weight < (LEAN if quiet else FULL):
            continue
        pieces = pieces_of(block.words)
        if quiet or sum(piece in said for piece in pieces) >= TIED * max(len(pieces), 1) or paired:
            last, said, strange, cells = i, said + block.key, 0, 0
    return last


def _is_cell(blocks: tuple[Block, ...], i: int) -> bool:
    """True for a short line with a number beside another one: both are of a table."""
    return any(all(map(_counts, blocks[max(0, at) : at + 2])) for at in (i - 1, i))


def _counts(block: Block) -> bool:
    return block.columns <= CELL and any(map(str.isdigit, block.text))


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
