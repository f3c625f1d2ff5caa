"""Share, like, clap and copy-link buttons, one to a line or glued."""

import re
from itertools import groupby

from cleaners.doc import Doc
from cleaners.evidence import FEW, Verdicts, cut_lines, cut_marked, is_amid, is_mention, is_own, neighbours
from cleaners.phrases import Rules

LETTERS = 3  # lines of one letter each

_SUM = re.compile(r"(?:[\d,.]{1,12}\s?)?(?P<coin>LINK|BAND)")  # of coins that are called like buttons


def sharing(doc: Doc, rules: Rules) -> Doc:
    """Cut share buttons and the words that ask for a share."""
    return cut_marked(
        cut_lines(doc.cut(_letters(doc)), "sharing", _is_own),
        lambda b: (
            "asks for a share"
            if b.marked("sharing.holds")
            and b.columns <= FEW
            and not (b in doc.span and is_mention(b))
            and not is_amid(doc, b)
            else None
        ),
    )


def _is_own(doc: Doc, index: int) -> bool:
    """True for a line of the article, and for a coin in it, or a sum of it, that no other button stands beside."""
    block = doc.blocks[index]
    coin = _SUM.fullmatch(block.text)
    if coin is None or block not in doc.span:
        return is_own(doc, index)
    return not any(b.marked("sharing.lines") and coin["coin"] not in b.text for b in neighbours(doc, index))


def _letters(doc: Doc) -> Verdicts:
    """The letters of an upright button, one a line, next to another button."""
    verdicts: Verdicts = {}
    for single, run in groupby(range(len(doc.blocks)), lambda i: _is_letter(doc.blocks[i].text)):
        at = list(run) if single else []
        if len(at) >= LETTERS and any(b.marked("sharing.lines") for i in (at[0], at[-1]) for b in neighbours(doc, i)):
            verdicts |= {doc.blocks[i].position: "a letter of a button" for i in at}
    return verdicts


def _is_letter(text: str) -> bool:
    return len(text) == 1 and not (text.isascii() and text.isalnum())
