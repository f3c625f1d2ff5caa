"""What says who and when below a headline, and how far down a headline may stand."""

import re
import unicodedata

from cleaners.block import Block
from cleaners.dates import find_dates
from cleaners.doc import Doc
from cleaners.metadata.datelines import YEARLESS
from cleaners.metadata.headlines import STAMP, WIDEST
from cleaners.metadata.pairs import read_labels
from cleaners.metadata.reporters import is_reporter
from cleaners.metadata.rows import SIGNED
from cleaners.metadata.stamps import is_labelled
from cleaners.phrases import Rules
from cleaners.shape import has_digit

NEAR_BY = 8  # lines below a headline in which it says who or when
FAR = 12  # the same where a digest stands between
STANDFIRST = 3  # lines: a headline, what stands below it, and one above them that is no other headline
DEEP = 0.5  # share of the page's prose that may stand above its title

_BARS = ("|", "·", "•")  # between a date, a section, a name
BARRED = re.compile(r"\s[|·•]\s")
"""In a row of a section, a day, a name; in a menu."""


def has_byline(doc: Doc, index: int, rules: Rules, reach: int) -> bool:
    """True where a byline or a dateline stands in the next `reach` blocks below block `index`."""
    return any(is_byline(b, rules) for b in doc.blocks[index + 1 : index + 1 + reach])


def is_byline(block: Block, rules: Rules) -> bool:
    """True for a line that says who, when or where, as one stands below a title."""
    if (
        block.dated
        or block.marked("counters.starts")
        or is_reporter(block.text)
        or SIGNED.match(unicodedata.normalize("NFKC", block.text))
        or YEARLESS.match(block.text)
        or STAMP.match(block.text)
        or read_labels(block.text, rules.labels)
    ):
        return True
    date = next(find_dates(block.text), None) if block.columns <= WIDEST and has_digit(block.text) else None
    if date is None:
        return False
    ahead = block.text[: date.start].rstrip()
    barred = BARRED.search(block.text) is not None and (ahead == "" or ahead.endswith(_BARS))
    return barred or is_labelled(ahead, rules.labels)


def deep_of(doc: Doc) -> int:
    """The position above which less than DEEP of the page's prose stands."""
    rest = DEEP * sum(b.columns for b in doc.blocks if b.prose)
    for block in doc.blocks:
        rest -= block.columns if block.prose else 0
        if rest < 0:
            return block.position
    return doc.blocks[-1].position
