"""What lines say together: runs of one make, which no phrase has to know.

A list of other articles is a beat: a title, a summary, a date, and again. What ends in a comma above the first
paragraph is a greeting; a number there that the article counts on from is the first of its parts. What such lines
show is set as a mark, as if a phrase had said it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from cleaners.block import Block
from cleaners.dates import find_date
from cleaners.doc import Doc
from cleaners.evidence import pieces_of
from cleaners.kinds import ARTICLES_OWN, is_dashed, is_furniture, is_headline, is_notice, is_numbered
from cleaners.phrases import Rules
from cleaners.shape import is_code, is_several
from cleaners.stretch.openings import openings

STAMP = 44  # columns of a line that dates a teaser, with a name or a section beside the date
BEAT = range(2, 7)  # lines of one teaser, its stamp among them
LEAST = 3  # teasers that make a list
UNEVEN = 1  # lines by which the teasers of one list may differ
SUMMARY = 240  # columns of the longest summary in a teaser
TITLE = 8  # columns of the shortest title
BEHIND = 0.5  # share of the page's prose that stands ahead of its lists of other articles
HEADING = 40  # columns of a list's heading
HEADLINE = range(8, 100)  # columns of a title in a list without dates …
SENTENCE = 140  # … and of the one sentence below it
READ = 20_000  # letters of the article that are read for its words
NAME = 40  # columns of the name below a remark
_RECENT = re.compile(
    r"(\d{1,2})[-/.](\d{1,2})(?:\s\d{1,2}:\d\d)?|(?:昨天|前天|昨日|어제|[Yy]esterday)(?:\s\d{1,2}:\d\d)?"
)  # a day without its year
MONTHS, DAYS = 12, 31
KNOWN = 0.35  # share of their words that the article knows


def patterns(doc: Doc, rules: Rules) -> Doc:
    """Mark lists of other articles and of offers, remarks, the greeting, the first number; cuts nothing."""
    if doc.judged:  # the structure of the page says it better
        return doc
    if doc.answers:  # where each answer has its date
        marks = dict.fromkeys(_remarks(doc.blocks), "comments.lines")
    else:
        tail = _tail(doc.blocks)
        marks = dict.fromkeys([*_teasers(doc.blocks, tail), *_undated(doc.blocks, tail)], "related_posts.lines")
    marks |= dict.fromkeys(_offers(doc.blocks), "promotions.lines")
    marks |= dict.fromkeys(openings(doc, rules), "introductions.own")
    if not marks:
        return doc
    blocks = (b.mark(b.marks | {marks[i]}) if i in marks else b for i, b in enumerate(doc.blocks))
    return replace(doc, blocks=tuple(blocks))


def _remarks(blocks: Sequence[Block]) -> Iterable[int]:
    """The remarks below answers, with the lines that sign them: "– name", and when it was said."""
    for i in range(1, len(blocks) - 1):
        name, day = blocks[i], blocks[i + 1]
        if is_dashed(name) and name.columns <= NAME and not name.ends and day.dated:
            yield from range(i - 1, i + 2)


def _offers(blocks: Sequence[Block]) -> Iterable[int]:
    """What is listed between two paragraphs with the same button below each: shops with their terms, in order."""
    run: list[int] = []
    begun = False
    for i, block in enumerate(blocks):
        if not (block.prose or block.ends or block.bullet):
            run.append(i)
            continue
        times = Counter(blocks[j].key for j in run) if begun else Counter[str]()
        buttons = [j for j in run if times[blocks[j].key] > 1 and _is_button(blocks[j])]
        same = [j for j in buttons if blocks[j].key == blocks[buttons[-1]].key]
        beat = same[1] - same[0] if len(same) > 1 else 0  # a key may be a button with its spaces alone
        offers = range(max(run[0], same[0] - beat), same[-1]) if beat else range(0)
        even = beat in BEAT and all(b - a == beat for a, b in pairwise(same))
        if even and not any(is_code(blocks[j].text) for j in offers):  # there, the button copies code
            yield from offers
        run, begun = [], begun or block.prose


def _is_button(block: Block) -> bool:
    """True for a button below an offer; one to share stands below each entry of a live blog."""
    return is_furniture(block) and not block.marked("sharing.lines")


def _tail(blocks: Sequence[Block]) -> int:
    """The index from which BEHIND of the page's prose stands above."""
    rest = BEHIND * sum(b.columns for b in blocks if b.prose)
    for i, block in enumerate(blocks):
        if rest < 0:
            return i
        rest -= block.columns if block.prose else 0
    return len(blocks)


def _teasers(blocks: Sequence[Block], tail: int) -> list[int]:
    """The lines of all lists of dated teasers in the tail."""
    found: list[int] = []
    for run in _runs([i for i, b in enumerate(blocks) if i >= tail and _is_stamp(b)], blocks):
        dates = [day.iso for i in run if (day := find_date(blocks[i].text))]
        if len(dates) == len(run) and all(a < b for a, b in pairwise(dates)):
            continue  # days in their order: what happened, not what was written
        if not any(is_notice(b) for b in blocks[run[0] : run[-1]]):
            found += range(_first(blocks, run), _last(blocks, run) + 1)
    return found


def _undated(blocks: Sequence[Block], tail: int) -> list[int]:
    """The lines of a list at the page's end, of which the article knows little: a title, one sentence, and again."""
    last = max((i for i, b in enumerate(blocks) if b.prose and is_several(b.text)), default=-1)
    at, found = max(tail, last + 1), list[int]()
    said = ""
    while at + 1 < len(blocks):
        run = at
        while run + 1 < len(blocks) and _is_headline(blocks[run]) and _is_one_sentence(blocks[run + 1]):
            run += 2
        if run - at >= 2 * LEAST:
            said = said or "".join(b.key for b in blocks[:tail] if b.prose)[:READ]
            found += range(at, run) if _is_foreign(blocks[at:run], said) else ()
        at = max(run, at + 1)
    return found


def _is_headline(block: Block) -> bool:
    return is_headline(block, HEADLINE) and not block.marked(*ARTICLES_OWN)


def _is_one_sentence(block: Block) -> bool:
    return block.ends and not block.bullet and block.columns <= SENTENCE and not is_several(block.text)


def _is_foreign(teasers: Sequence[Block], said: str) -> bool:
    """True where the article knows few of the teasers' words. said: what its sentences say, folded."""
    pieces = [piece for b in teasers for piece in pieces_of(b.words)]
    return sum(piece in said for piece in pieces) <= KNOWN * len(pieces)


def _is_stamp(block: Block) -> bool:
    """True for a line that says when a teaser's article appeared, or how often it was read."""
    if block.prose or block.bullet or block.columns > STAMP:
        return False
    return block.dated or block.marked("counters.lines", "counters.starts") or is_recent(block.text)


def is_recent(text: str) -> bool:
    """True for a day without its year, as lists of what is new have it: "02-27", "yesterday"; 1.96 is a number."""
    found = _RECENT.fullmatch(text)
    return found is not None and (found[1] is None or _is_day(int(found[1]), int(found[2])))


def _is_day(one: int, other: int) -> bool:
    """True where two numbers may be a month and a day, in either order."""
    return 1 <= min(one, other) <= MONTHS and 1 <= max(one, other) <= DAYS


def teaser_runs(blocks: Sequence[Block]) -> Iterable[list[int]]:
    """The indexes of the stamps of each list of dated teasers, wherever it stands."""
    return _runs([i for i, b in enumerate(blocks) if _is_stamp(b)], blocks)


def _runs(stamps: Sequence[int], blocks: Sequence[Block]) -> Iterable[list[int]]:
    """The longest runs of stamps at one beat, with nothing but teasers between."""
    run: list[int] = []
    least = most = 0  # the beats of the run
    for i in stamps:
        beat = i - run[-1] if run else 0
        follows = beat in BEAT and _is_teaser(blocks[run[-1] + 1 : i])
        even = len(run) < 2 or max(most, beat) - min(least, beat) <= UNEVEN
        if not (follows and even):
            if len(run) >= LEAST:
                yield run
            run = run[-1:] if follows else []
        least, most = (min(least, beat), max(most, beat)) if len(run) > 1 else (beat, beat)
        run.append(i)
    if len(run) >= LEAST:
        yield run


def _is_teaser(between: Sequence[Block]) -> bool:
    """True for the lines of one teaser: a title, perhaps a summary, names and numbers."""
    prose = [b for b in between if b.prose]
    if len(prose) > 1 or any(b.columns > SUMMARY or is_numbered(b) for b in between):
        return False
    return any(b.columns >= TITLE and not (b.ends and b.prose) and not b.bullet for b in between)


def _first(blocks: Sequence[Block], run: Sequence[int]) -> int:
    """Where the list begins: with the lines of its first teaser that stand ahead of the stamp, and its heading."""
    first = run[0]
    beat = run[1] - run[0]
    while first > max(0, run[0] - beat + 1) and not _stops(blocks, first - 1, beat):
        first -= 1
    heading = blocks[first - 1] if first else None
    ends = heading is None or heading.prose or heading.ends or heading.bullet or heading.columns > HEADING
    return first if ends else first - 1


def _stops(blocks: Sequence[Block], i: int, beat: int) -> bool:
    """True for a line above the first stamp that is the article's: a paragraph that is no teaser's summary."""
    block = blocks[i]
    if not (block.prose or block.ends):
        return bool(block.bullet) or is_numbered(block)
    above = blocks[i - 1] if i else None
    return beat == BEAT.start or above is None or above.prose or above.ends or block.columns > SUMMARY


def _last(blocks: Sequence[Block], run: Sequence[int]) -> int:
    """Where the list ends: behind its last stamp the rest of that teaser, where stamps come first."""
    last = run[-1]
    beat = run[-1] - run[-2]
    stamp_first = run[0] == _first(blocks, run) or blocks[run[0] - 1].prose
    while stamp_first and last + 1 < min(len(blocks), run[-1] + beat) and not is_furniture(blocks[last + 1]):
        last += 1
    return last
