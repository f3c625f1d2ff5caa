"""Where the article stands among the furniture: the best contiguous stretch of the page.

Every block gets a weight, positive for what reads like an article and negative for what reads
like furniture; the article is the stretch with the largest sum (maximum subsequence
segmentation: Pasternack and Roth, "Extracting article text from the web", WWW 2009). An insert
in mid-article costs less than the paragraphs after it are worth, so the stretch runs over it;
what follows the end is not worth the furniture between.
"""

from dataclasses import replace

from cleaners.doc import Block, Doc, Span
from cleaners.phrases import Rules
from cleaners.shape import is_cut_off

# Weights: best of a few tried on the tuning pages; see bench/README.md for the figures.
PROSE_COLUMNS = 60  # a paragraph weighs its columns over this …
PROSE_MOST = 4.0  # … and no more than this
SHORT_SENTENCE = 0.4
ITEM = 0.1
PLAIN = -0.4  # a short line without a sentence end, as most furniture is and some headings are
DATE = -1.0
MAYBE = -1.0
FURNITURE = -2.0
NOTICE = -2.0  # a sentence that is furniture itself: a disclaimer, a call, a consent notice
SHADOW = {"comments.opens": 0.1, "related_posts.opens": 0.3, "author_bios.opens": 0.3, "disclaimers.opens": 0.3}
OPENER = {"comments.opens": -6.0, "related_posts.opens": -4.0, "author_bios.opens": -4.0, "disclaimers.opens": -3.0}
FADE = 0.8  # each further plain line in a row weighs this much less: a flattened table is one thing
BEFORE = 0.25  # share of the page's prose that must stand before an opener that ends an article


def outline(doc: Doc, rules: Rules) -> Doc:
    """Find the article's span; cuts nothing."""
    weights = _weigh(doc.blocks)
    first, last = _best_stretch(weights)
    if first > last:
        return doc
    blocks = doc.blocks
    return replace(doc, span=Span(blocks[first].position, blocks[last].position))


def _weigh(blocks: tuple[Block, ...]) -> list[float]:
    total = sum(b.columns for b in blocks if b.prose) or 1
    weights: list[float] = []
    seen, factor, fade = 0, 1.0, 1.0
    for i, block in enumerate(blocks):
        weight = weigh_block(block)
        opener = opens_section(blocks, i)
        if opener and seen >= BEFORE * total:
            weight, factor = OPENER[opener], SHADOW[opener]
        elif weight > 0:
            if factor < 1 and factor != SHADOW["comments.opens"] and _resumes(blocks, i):
                factor = 1.0
            weight *= factor
        plain = weight < 0 and not block.marks
        fade = fade * FADE if plain else 1.0 if block.prose else fade
        weight = weight * fade if plain else weight
        seen += block.columns if block.prose else 0
        weights.append(weight)
    return weights


def weigh_block(block: Block) -> float:
    """How much a block, taken alone, reads like an article (above 0) or like furniture."""
    if block.prose:
        if is_notice(block):
            return NOTICE
        if is_cut_off(block.text):
            return -0.5
        return min(block.columns / PROSE_COLUMNS, PROSE_MOST)
    if is_furniture(block):
        return FURNITURE
    if block.dated or block.bare_number:
        return DATE
    if any(m.endswith(".maybe") for m in block.marks):
        return MAYBE
    if block.ends:
        return SHORT_SENTENCE
    return ITEM if block.bullet else PLAIN


STRONG = ("lines", "opens")


def is_furniture(block: Block) -> bool:
    """True where the whole line is a phrase of furniture."""
    return any(m.rpartition(".")[2] in STRONG for m in block.marks)


def is_notice(block: Block) -> bool:
    """True where sentences are furniture: a disclaimer, a call to subscribe, a promotion …"""
    marks = block.marks
    if not marks:
        return False
    if "disclaimers.says" in marks and ("disclaimers.about" in marks or "disclaimers.starts" in marks):
        return True
    if "subscriptions.calls" in marks and "subscriptions.objects" in marks and block.columns <= 160:
        return True
    return not marks.isdisjoint(
        ("consent.holds", "promotions.holds", "copyrights.holds", "comments.holds", "walls.holds", "communities.holds")
    )


def opens_section(blocks: tuple[Block, ...], i: int) -> str | None:
    """The mark of the section that block i opens, None where it opens none.

    A heading that the article's own paragraphs follow opens nothing, whatever it says.
    """
    for mark in OPENER:
        if mark in blocks[i].marks:
            following = blocks[i + 1 : i + 4]
            if mark in ("comments.opens", "related_posts.opens") and sum(
                b.prose and not is_notice(b) and not is_cut_off(b.text) for b in following
            ) >= 2:
                return None
            return mark
    return None


def _resumes(blocks: tuple[Block, ...], i: int) -> bool:
    """True where an article goes on at block i: two paragraphs in a row, no date beside them."""
    near = blocks[i : i + 3]
    if len(near) < 2 or any(b.dated or is_cut_off(b.text) for b in near):
        return False
    return all(b.prose and not is_notice(b) for b in near[:2])


def _best_stretch(weights: list[float]) -> tuple[int, int]:
    """First and last index of the contiguous stretch with the largest sum (Kadane)."""
    best, best_first, best_last = 0.0, 0, -1
    run, first = 0.0, 0
    for i, weight in enumerate(weights):
        if run <= 0:
            run, first = 0.0, i
        run += weight
        if run > best:
            best, best_first, best_last = run, first, i
    return best_first, best_last
