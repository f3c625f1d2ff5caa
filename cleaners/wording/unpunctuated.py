"""Running text that sets no full stops: a clause a line, as in many blogs and posts in Chinese, Japanese and Korean.

By its shape such a line is a title or a label; many of them in a row that talk are the article. They are found as the
outline finds articles (see cleaners.outline): the stretch with the largest sum, here of how far the words of each line
are those of running text.
"""

from collections.abc import Sequence
from dataclasses import replace

from cleaners.block import RUNNING, Block
from cleaners.doc import Doc
from cleaners.kinds import is_furniture
from cleaners.phrases import Rules
from cleaners.wording.ngrams import LETTER
from cleaners.wording.score import load

WIDEST = 160  # columns of a line that is looked at
LINES, COLUMNS = 8, 120  # of such a text, at least
MOST = 3.0  # log-odds that a line counts for, or against, at most
OTHER = -1.0  # what a line of another script counts
UNLIKE, LIKE = -2.0, 2.0  # log-odds from which a line of the stretch is a part of it
MEAN = 0.5  # log-odds of a stretch's lines, on average
WHOLE = 0.8  # share of the page that it makes up where nothing but the article is there
DATED = 0.15  # share of a stretch's lines that are dates in a list of titles


def unpunctuated(doc: Doc, rules: Rules) -> Doc:
    """Mark the lines of an article without full stops; a page that mostly sets them stays as it is.

    So does one whose structure says where its article stands.
    """
    if doc.judged:
        return doc
    bare = [b for b in doc.blocks if not b.ends and b.columns < WIDEST and LETTER.search(b.text)]
    told = sum(b.columns for b in doc.blocks if b.prose)
    if len(bare) < LINES or sum(b.columns for b in bare) < max(told, COLUMNS):
        return doc
    words = load("speech").scores([b.words for b in bare], [b.columns for b in bare])
    odds = dict(zip((b.position for b in bare), words, strict=True))
    weights = {b.position: _weigh(b, odds) for b in doc.blocks}
    stretch = _best_stretch(doc.blocks, list(weights.values()))
    talk = [weights[b.position] for b in stretch if not b.ends]
    if len(stretch) > WHOLE * len(doc.blocks) or sum(talk) < MEAN * len(talk):
        return doc
    running = {b.position for b in stretch if odds.get(b.position, UNLIKE) > _least(b) and not _is_apart(b)}
    columns = sum(b.columns for b in stretch if b.position in running)
    if len(running) < LINES or columns < max(told, COLUMNS) or sum(b.dated for b in stretch) > DATED * len(stretch):
        return doc
    return replace(doc, blocks=tuple(b.mark(b.marks | {RUNNING}) if b.position in running else b for b in doc.blocks))


def _weigh(block: Block, odds: dict[int, float]) -> float:
    """How far a block reads as running text; one that ends as sentences do says nothing of text that does not."""
    return 0.0 if block.ends else max(-MOST, min(MOST, odds.get(block.position, OTHER)))


def _least(block: Block) -> float:
    """Log-odds above which a block of the stretch is a part of it; where a phrase says something else, it must talk."""
    return LIKE if block.marks - {"sentences.ends"} else UNLIKE


def _is_apart(block: Block) -> bool:
    """True for what is no clause whatever stands around it: a button, a date, a number, a title with its section."""
    return is_furniture(block) or block.dated or block.bare_number or block.text.startswith("【")


def _best_stretch(blocks: Sequence[Block], weights: Sequence[float]) -> Sequence[Block]:
    """The contiguous blocks with the largest sum of weights (Kadane)."""
    best, found = 0.0, slice(0)
    run, first = 0.0, 0
    for i, weight in enumerate(weights):
        run, first = (run, first) if run > 0 else (0.0, i)
        run += weight
        if run > best:
            best, found = run, slice(first, i + 1)
    return blocks[found]
