"""Short lines of an insert between two paragraphs whose other lines were furniture."""

import re
from itertools import pairwise

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import Verdicts, pieces_of, short_runs
from cleaners.kinds import is_numbered, is_quoted, tells
from cleaners.phrases import Rules
from cleaners.shape import is_code, is_cut_off, leads_over

SHORT = 140  # columns of an advertisement's sentence
LURES = 2, 6  # lines of an advertisement whose words are only loose evidence
LURING = (
    "subscriptions.calls",
    "subscriptions.objects",
    "promotions.offers",
    "promotions.actions",
    "promotions.starts",
    "walls.maybe",
)
MOST = 3  # lines between two pieces of furniture; more are a table or code
# Cleaners that judge a line by its shape or its place: what stands between two such lines may be a table.
WEAK = ("debris", "frame", "counters", "pagination", "navigation", "tags", "tickers", "labels", "bylines", "titles")

WROTE = 30  # columns of "somebody wrote:"
FLASHES, TITLE = 2, 20  # lines with the time of day, and columns of a flash's title

ROWS = 2  # of one make in a table

FRAMED = 6  # lines from the rule above a box to the one below it

LIVE = 5  # times of day alone on their lines, in a live blog

_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
# "10:41", "10:41 A title", and glued behind what the column is called: "快讯10:41…"
_TIME = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?:$|\s{1,2}\S.{7,})|[^\W\d_]{2,4}(?:[01]\d|2[0-3]):[0-5]\d\S.{7,}")
_PRICE = re.compile(r"[$€£¥￥₩₹]\s?\d|\d\s?[元円원](?:起|〜|～|부터)?$|\d\s?(?:USD|EUR|GBP)\b")
_REMARK = re.compile(r"\s[–—-]\s?\S[^.。]{1,40}\d{1,2}:\d\d$")  # "… – name Oct 26 at 8:10"

_RULE = re.compile(r"([-–—―─━═=_*~·•＿])(?:\s?\1){2,}")
_STEP = re.compile(r"\d{1,2}\s[^\W\d]{2}")  # "1 申し込む" heads a step of the article
_HEADING = re.compile(r"【(?!PR|広告|廣告|广告)[^】]{1,20}】")  # of a part of the answer
_PAIR = re.compile(r"[^\s:：]{2,8}[:：]\s?\S")
_TERM = re.compile(r"[^:：]{4,20}[:：]\s?[^\d\W].{7,}")  # what it is called, and what that means
_BAR = re.compile(r"\s[/|]\s|\t")
_CODE = re.compile(r"[{}=<>;$\\]|\w\(")


def inserts(doc: Doc, rules: Rules) -> Doc:
    """Cut the lines that stand between two pieces of furniture, with no paragraph between."""
    doc = doc.cut(_lures(doc))
    doc = doc.cut(_timed(doc))
    doc = doc.cut(_framed(doc))
    doc = doc.cut(_goods(doc))
    doc = doc.cut(_between_answers(doc))
    taken = frozenset(c.position for c in doc.cuts if c.cleaner not in WEAK) - {b.position for b in doc.blocks}
    verdicts: Verdicts = {}
    run: list[Block] = []
    for block in doc.blocks:
        if block not in doc.span:
            continue
        if run and not _adjoins(run[-1], block, taken):
            run = []
        if (block.prose and not _is_loud(block)) or block.bullet or is_numbered(block):
            run = []
            continue
        if run or block.position - 1 in taken:
            run.append(block)
        if run and block.position + 1 in taken and len(run) <= MOST:
            verdicts.update((b.position, "stands between pieces of furniture") for b in run)
            run = []
    return doc.cut(verdicts)


def _lures(doc: Doc) -> Verdicts:
    """Runs of short lines between two paragraphs, most of which ask for something or offer it."""
    verdicts: Verdicts = {}
    run: list[Block] = []
    for block in doc.blocks:
        if block not in doc.span:
            continue
        listed = block.bullet or is_numbered(block) or _STEP.match(block.text)
        asked = is_quoted(block.text)  # by readers, of themselves
        if (not block.ends or _is_loud(block)) and not (listed or asked):
            run.append(block)
            continue
        if LURES[0] <= len(run) <= LURES[1] and (block.prose or block.ends):
            luring = [b.marked(*LURING) for b in run]
            many = 2 * sum(luring) >= len(run) and sum(len(b.marks.intersection(LURING)) for b in run) > 1
            many = many and not (any(is_code(b.text) for b in run) or _is_table(run) or leads_over(run[-1].text))
            many = many and not (_is_told(doc, run) or all(_TERM.match(b.text) for b in run))
            if many and luring[-1] and not any(b.dated for b in run):
                verdicts.update((b.position, "a line of an offer between two paragraphs") for b in run)
        run = []
    return verdicts


def _is_told(doc: Doc, run: list[Block]) -> bool:
    """True for "where: when" below a heading of which the article's sentences speak."""
    heading, *rows = run
    pieces = pieces_of(heading.words)
    told = 3 * sum(piece in doc.spoken for piece in pieces) >= max(1, len(pieces))
    return told and len(rows) >= ROWS and all(_PAIR.match(b.text) for b in rows)


def _is_table(run: list[Block]) -> bool:
    """True for rows with as many bars or strokes each: a table of the article."""
    bars = [len(_BAR.findall(b.text)) for b in run]
    return sum(bar > 1 and bar == max(bars) for bar in bars) >= ROWS


def _framed(doc: Doc) -> Verdicts:
    """A few short lines between two rules, worded as what asks or sells: a sponsor's box in a newsletter."""
    rules = [i for i, b in enumerate(doc.blocks) if b in doc.span and _RULE.fullmatch(b.text)]
    verdicts: Verdicts = {}
    for top, bottom in pairwise(rules):
        frame = doc.blocks[top : bottom + 1]
        inside = frame[1:-1]
        lines = frame[-1].position - frame[0].position - 1
        told = any(b.columns > SHORT for b in inside) or lines >= FRAMED
        if lines and not told and (not inside or sum(b.worded for b in inside) > 0):
            verdicts.update((b.position, "a box between two rules") for b in frame)
    return verdicts


def _timed(doc: Doc) -> Verdicts:
    """Flashes between two paragraphs: titles with the time of day, ahead of each or below it, and their heading.

    In a live blog, sentences stand below the times.
    """
    if sum(_CLOCK.fullmatch(b.text) is not None for b in doc.blocks if b in doc.span) > LIVE:
        return {}
    verdicts: Verdicts = {}
    for run in short_runs(doc):
        times = [i for i, b in enumerate(run) if _TIME.match(b.text)]
        last = times[-1] if times else 0
        titles = [b for b in run[: last + 1] if not _CLOCK.fullmatch(b.text)][1:]
        wide = titles and all(b.columns >= TITLE for b in titles)
        if len(times) >= FLASHES and wide and len(titles) <= len(times) and not _counts_up([run[i] for i in times]):
            below = times[0] == 0 and any(b.columns >= TITLE for b in run[last + 1 : last + 2])  # its title
            verdicts.update((b.position, "flashes with their times") for b in run[: last + 1 + below])
    return verdicts


def _counts_up(timed: list[Block]) -> bool:
    """True for times that count up, as those of a recording or of what happened do: flashes begin with the latest."""
    times = [m[0].zfill(5) for b in timed if (m := _CLOCK.search(b.text))]
    return len(times) > FLASHES and times == sorted(times)


def _goods(doc: Doc) -> Verdicts:
    """What is for sale in the article: a name and a price right above what was a button."""
    buttons = {c.position for c in doc.cuts if c.cleaner == "promotions"} - {b.position for b in doc.blocks}
    verdicts: Verdicts = {}
    for name, price in pairwise(doc.blocks):
        plain = not any(b.prose or b.ends or b.bullet for b in (name, price))
        if price.position + 1 in buttons and price in doc.span and plain and _PRICE.search(price.text):
            sold = (b for b in (name, price) if b.position > price.position - 2)
            verdicts.update((b.position, "a thing for sale, with its price") for b in sold)
    return verdicts


def _between_answers(doc: Doc) -> Verdicts:
    """On a page of questions and answers: the names, ranks, days and buttons between two answers, and remarks."""
    if not doc.answers:
        return {}
    verdicts: Verdicts = {}
    run: list[Block] = []
    above, led = -1, False  # position of the article's line above the run; whether it leads over to a list
    for block in doc.blocks:
        if block in doc.span and _REMARK.search(block.text):
            verdicts[block.position] = "a remark signed with the time"
        if block in doc.span and _is_row(block):
            run.append(block)
            continue
        beside = block.position - above - 1 > len(run) or any(b.dated or b.bare_number or tells(b) for b in run)
        if beside and not led and above >= 0:
            verdicts.update((b.position, "stands between answers, beside what is furniture") for b in run)
        above = block.position if block in doc.span else -1
        run, led = [], leads_over(block.text) or _HEADING.match(block.text) is not None
    return verdicts


def _is_row(block: Block) -> bool:
    """True for a short line that is no sentence, no heading with a number, no item and no code."""
    if block.prose or block.bullet or is_numbered(block) or _CODE.search(block.text) or _HEADING.match(block.text):
        return False
    signs = block.text.isascii() and " " in block.text and block.columns <= WROTE
    leads = leads_over(block.text) and not signs
    return not (block.ends or leads) or tells(block)


def _is_loud(block: Block) -> bool:
    """True for a sentence that ends in a shout or is cut off, as those of advertisements are."""
    return block.columns <= SHORT and (block.text.endswith(("!", "！")) or is_cut_off(block.text))


def _adjoins(above: Block, block: Block, taken: frozenset[int]) -> bool:
    return all(p in taken for p in range(above.position + 1, block.position))
