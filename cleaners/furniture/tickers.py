"""Tickers and indices: prices and their changes on a line, beside the article."""

import re
from collections.abc import Sequence
from itertools import groupby

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import Verdicts, cut_where, short_runs
from cleaners.phrases import Rules

_DIGIT = re.compile(r"\d")
_CHANGE = re.compile(r"[+\-−▲▼△▽↑↓]\s?\d{1,12}(?:[.,]\d{1,12})?\s?%|\d{1,12}\.\d{1,12}\s?%")
_PRICE = re.compile(r"[$¥€£₩￥]\s?\d|\d{1,3}(?:,\d{3})+|\d{1,12}\.\d+|\d円|\d원")
_PAIR = re.compile(r"[A-Z]{2,6}[/-](?:USDT?|JPY|KRW|EUR|BTC|USDC|CNY|TWD)")
_SIGNED = re.compile(r"[+\-−]\d[\d,.]*")
_PERCENT = re.compile(r"[(（]?[+\-−]\d[\d.]*\s?%[)）]?")
_QUOTATION = re.compile(r"[A-Z]{2,6}(?:[/-][A-Z]{2,5})?\s+[$¥€₩]?\d[\d,.]*\s+[+\-−]\d+(?:\.\d+)?\s?%?")
LIVE, NAME = 4, 24  # what the lines of a share's box are called: how many such names, and their columns
REPORTED = 3  # other changes in lines of an article, which its prices stand among
QUOTED, NAMED = range(1, 3), range(1, 3)  # quotations between two paragraphs, and lines that name each
LONGEST = 80  # columns of one quotation; several may stand glued in one line


def tickers(doc: Doc, rules: Rules) -> Doc:
    """Cut quotations outside the article, and those that say price and change in one line.

    The prices of an article that reports the day's changes stand among other ones.
    """
    changes = sum(b in doc.span and not _QUOTATION.fullmatch(b.text) and _reports(b) for b in doc.blocks)

    def judge(block: Block) -> str | None:
        if _QUOTATION.fullmatch(block.text) and not (block in doc.span and changes >= REPORTED):
            return "a price and its change"
        if block in doc.span or block.prose or not _DIGIT.search(block.text):
            return None
        moves, prices = len(_CHANGE.findall(block.text)), len(_PRICE.findall(block.text))
        if moves >= 2 or (moves and prices) or (block.columns <= LONGEST and prices and block.bare_number):
            return "a price or its change"
        return None

    return cut_where(doc.cut(_in_cells(doc) | _boxes(doc) | _quoted(doc)), judge)


def _quoted(doc: Doc) -> Verdicts:
    """One or two quotations that are all that stands between two paragraphs: a name, its price, what that changed.

    More of them, or a row above them that says what the columns are, are a table of the article.
    """
    verdicts: Verdicts = {}
    for short, lines in groupby(doc.blocks, lambda b: b in doc.span and not (b.prose or b.bullet)):
        run = list(lines) if short else []
        ends = [i for i in range(2, len(run)) if _is_move(run[i - 2 : i + 1])]
        starts = [0, *(end + 1 for end in ends)]
        names = [end - 2 - start for start, end in zip(starts, ends, strict=False)]
        if len(ends) in QUOTED and starts[-1] == len(run) and all(count in NAMED for count in names):
            verdicts.update((b.position, "a quotation between two paragraphs") for b in run)
    return verdicts


def _is_move(blocks: Sequence[Block]) -> bool:
    """True for a price, its change and the same in percent, a line each."""
    price, change, percent = blocks
    moved = _SIGNED.fullmatch(change.text) and _PERCENT.fullmatch(percent.text)
    return moved is not None and price.bare_number and price.text[0].isdigit()


def _reports(block: Block) -> bool:
    """True for a line, no sentence, that ends in a change: "Gold 4,067 +0.56%"."""
    return not block.prose and (found := _CHANGE.search(block.text)) is not None and found.start() > 0


def _boxes(doc: Doc) -> Verdicts:
    """A share's box between two paragraphs: its price, its range, its volume, each below what it is called."""
    verdicts: Verdicts = {}
    for run in short_runs(doc):
        live = [b for b in run if b.columns <= NAME and b.marked("tickers.live")]
        if len({b.key for b in live}) >= LIVE and any(_CHANGE.search(b.text) for b in run):
            last = max(b.position for b in run if _DIGIT.search(b.text))
            verdicts.update((b.position, "a line of a share's box") for b in run if b.position <= last)
    return verdicts


def _in_cells(doc: Doc) -> Verdicts:
    """Quotations of three lines: the pair, its price, its change."""
    verdicts: Verdicts = {}
    for pair, price, change in zip(doc.blocks, doc.blocks[1:], doc.blocks[2:], strict=False):
        if _PAIR.fullmatch(pair.text) and price.bare_number and _CHANGE.fullmatch(change.text):
            verdicts.update((b.position, "a line of a quotation") for b in (pair, price, change))
    return verdicts
