"""Tickers and indices: prices and their changes on a line, beside the article."""

import re

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import Verdicts, cut_where, short_runs
from cleaners.phrases import Rules

_DIGIT = re.compile(r"\d")
_CHANGE = re.compile(r"[+\-−▲▼△▽↑↓]\s?\d{1,12}(?:[.,]\d{1,12})?\s?%|\d{1,12}\.\d{1,12}\s?%")
_PRICE = re.compile(r"[$¥€£₩￥]\s?\d|\d{1,3}(?:,\d{3})+|\d{1,12}\.\d+|\d円|\d원")
_PAIR = re.compile(r"[A-Z]{2,6}[/-](?:USDT?|JPY|KRW|EUR|BTC|USDC|CNY|TWD)")
_QUOTATION = re.compile(r"[A-Z]{2,6}(?:[/-][A-Z]{2,5})?\s+[$¥€₩]?\d[\d,.]*\s+[+\-−]\d+(?:\.\d+)?\s?%?")
LIVE, NAME = 4, 24  # what the lines of a share's box are called: how many such names, and their columns
LONGEST = 80  # columns of one quotation; several may stand glued in one line


def tickers(doc: Doc, rules: Rules) -> Doc:
    """Cut quotations outside the article, and those that say price and change in one line."""

    def judge(block: Block) -> str | None:
        if _QUOTATION.fullmatch(block.text):
            return "a price and its change"
        if block in doc.span or block.prose or not _DIGIT.search(block.text):
            return None
        changes, prices = len(_CHANGE.findall(block.text)), len(_PRICE.findall(block.text))
        if changes >= 2 or (changes and prices) or (block.columns <= LONGEST and prices and block.bare_number):
            return "a price or its change"
        return None

    return cut_where(doc.cut(_in_cells(doc) | _boxes(doc)), judge)


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
