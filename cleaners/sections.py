"""Sections: what a heading of furniture opens, and where the article goes on."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise, takewhile

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import Verdicts, is_own
from cleaners.kinds import ASKING, OPENERS, TITLE, is_notice, is_question, number_of, opens_section, tells
from cleaners.shape import is_code, is_cut_off, leads_over

MOST_ENTRIES = 16  # lines of a widget in mid-article
SHORTER = 0.6  # of the longest entry's width: a line so short above a paragraph is rather its heading
LEAST = 12  # columns of a sentence
LEADS = 20  # columns of a line that leads over to a list
ABOVE = 100  # blocks above a widget in which the article's last number stands
HEADLINE = 110  # columns of a title
OWN_LINES = ("introductions.own",)  # with which the article begins
TURNS = 3  # lines of one speaker that make an interview
LISTED = 3  # items of a list of the article
BEAT = 4  # lines of an entry of a widget, its day among them

_PART = re.compile(r"0[1-9]", re.ASCII)
_VOICE = re.compile(r"([^\s:：\d][^:：]{0,11})[:：]\s?\S")
_SIGN = re.compile("[◆◇■□▲△▼▽●○★☆]")
_ITEM = re.compile(r"(?!\d{1,2}:\d\d)[^\s:：]{1,8}[:：]\s?\S")


def is_entry(block: Block) -> bool:
    """True for what a widget lists: titles, teasers, dates, names; not an article's paragraph."""
    if block.prose:
        return is_cut_off(block.text) or is_notice(block) or is_question(block) or _is_headline(block)
    if is_code(block.text):
        return False
    if leads_over(block.text) and block.columns >= LEADS and not tells(block):
        return False  # "The paper has a page and a half, and three points:"
    return not block.ends or block.text.endswith(ASKING) or block.columns < LEAST


def _is_headline(block: Block) -> bool:
    """True for a title of two clauses with a full stop between and none at its end."""
    return not (block.ends or leads_over(block.text)) and block.columns <= HEADLINE


def _passes(doc: Doc, heading: Block, block: Block) -> bool:
    """True where the title or the article's first line stands between the two."""
    marks = [doc.span.first] if doc.title_at is None else [doc.span.first, doc.title_at]
    return any(heading.position < at <= block.position for at in marks)


def section(doc: Doc, index: int, belongs: Callable[[Block], bool] = is_entry) -> list[Block]:
    """The blocks below the heading at `index` that its section holds.

    Outside the article the section runs to the next heading of furniture. Inside the article
    it ends at the article's next paragraph, and a last short line before that paragraph which
    is set off by its length is the paragraph's heading and stays.
    """
    found: list[Block] = []
    voices = _voices(doc, index)
    for block in doc.blocks[index + 1 :]:
        if _passes(doc, doc.blocks[index], block):
            break
        if any(m in OWN_LINES or (m.endswith(".opens") and m != "references.opens") for m in block.marks):
            break
        if block in doc.span and (not belongs(block) or _goes_on(doc, index, block, voices)):
            if found and _is_heading_after(found):
                found.pop()
            break
        found.append(block)
    return found


def _goes_on(doc: Doc, index: int, block: Block, voices: frozenset[str]) -> bool:
    """True for a line of the article by what it has in common with those above block `index`."""
    own = _counts_on(doc, index, block) or _voice(block) in voices or block.position in doc.wrapped
    return own or _is_signed(doc, index, block)


def _is_signed(doc: Doc, index: int, block: Block) -> bool:
    """True for a heading with the sign that those of the article have above block `index`: "◆ Who gains"."""
    sign = _SIGN.match(block.bullet + block.text)
    above = doc.blocks[max(0, index - ABOVE) : index] if sign else ()
    return sign is not None and any(
        b in doc.span and (b.bullet + b.text).startswith(sign[0]) and not (b.prose or tells(b)) for b in above
    )


def _voice(block: Block) -> str:
    """What stands ahead of a colon, as who speaks does in an interview; "" where none does."""
    said = _VOICE.match(block.text)
    return said[1] if said else ""


def _voices(doc: Doc, index: int) -> frozenset[str]:
    """Who speaks at least `TURNS` times in the article, not far above block `index`."""
    times = Counter(_voice(b) for b in doc.blocks[max(0, index - ABOVE) : index] if b in doc.span)
    return frozenset(voice for voice, turns in times.items() if voice and turns >= TURNS)


def _counts_on(doc: Doc, index: int, block: Block) -> bool:
    """True for a heading of the article with the number next to that of its last one above block `index`."""
    number = _number(block)
    above = doc.blocks[max(0, index - ABOVE) : index] if number > 1 else ()
    return number > 1 and number - 1 == max((_number(b) for b in above if b in doc.span), default=0)


def _number(block: Block) -> int:
    """The number ahead of a heading, or that of a part which is all of its line, "03"; 0 for another line."""
    return number_of(block) or (int(block.text) if _PART.fullmatch(block.text) else 0)


def _is_heading_after(entries: list[Block]) -> bool:
    """True where the last entry is far shorter than the longest, undated and says nothing of furniture."""
    *others, last = entries
    if not others or last.dated or tells(last) or last.bullet or last.bare_number:
        return False
    return last.columns <= SHORTER * max(b.columns for b in others) or (
        last.gap > 0 and not any(b.gap for b in others[1:])
    )


def cut_sections(doc: Doc, table: str, belongs: Callable[[Block], bool] = is_entry) -> Doc:
    """Cut every section that a phrase of the table's `opens` opens, with its heading."""
    mark = f"{table}.opens"
    verdicts: Verdicts = {}
    for i, block in enumerate(doc.blocks):
        if mark not in block.marks or block.position in verdicts or is_own(doc, i) or opens_prose(doc, i):
            continue
        if mark in OPENERS and block in doc.span and opens_section(doc.blocks, i) != mark:
            continue
        entries = section(doc, i, belongs)
        if block in doc.span:
            entries = _up_to_items(_up_to_list(doc, _up_to_last_day(_up_to_call(doc, entries))))
        if block in doc.span and not _is_widget(entries):
            continue
        verdicts[block.position] = f"heading “{block.text}”"
        for below in entries:
            verdicts[below.position] = f"below “{block.text}”"
    return doc.cut(verdicts)


def _up_to_call(doc: Doc, entries: list[Block]) -> list[Block]:
    """The entries above the first call to comment: a list or a table of the article may stand below it."""
    first = entries[0].position if entries else 0
    asked = min((c.position for c in doc.cuts if c.cleaner == "comments" and c.position > first), default=None)
    return [b for b in entries if asked is None or b.position < asked]


def _up_to_last_day(entries: list[Block]) -> list[Block]:
    """The entries without what stands below the last of them that has a day, where all above have one at a beat.

    There the article goes on, with a heading and a list or a table. A line that says that it is furniture is none.
    """
    days = [i for i, block in enumerate(entries) if block.dated]
    steps = {below - above for above, below in pairwise(days)}
    beat = min(steps, default=0)
    if len(steps) != 1 or not days[0] < beat <= BEAT:
        return entries
    told = (i for i, block in enumerate(entries) if tells(block))
    return entries[: max(beat * len(days), 1 + max(told, default=0))]


def _up_to_list(doc: Doc, entries: list[Block]) -> list[Block]:
    """The entries without the article's list at their end, each item of which is a word, a colon and what it says."""
    items = len(list(takewhile(lambda block: _ITEM.match(block.text), reversed(entries))))
    at = doc.index(entries[-1]) + 1 if entries else 0
    last = any(_ITEM.match(block.text) for block in doc.blocks[at : at + 1])
    return entries[: len(entries) - items] if items + last >= LISTED and 0 < items < len(entries) else entries


def _up_to_items(entries: list[Block]) -> list[Block]:
    """The entries above a heading with items below it, where those of the widget have no bullet: the article's list."""
    first = next((i for i, block in enumerate(entries) if block.bullet), 0)
    items = len(list(takewhile(lambda block: block.bullet, entries[first:]))) if first > 1 else 0
    return entries[: first - 1] if items > 1 and not tells(entries[first - 1]) else entries


def _is_widget(entries: list[Block]) -> bool:
    """True where the lines below a heading inside the article read as titles, and are few."""
    if not entries or len(entries) > MOST_ENTRIES:
        return not entries
    titles = sum(b.columns >= TITLE for b in entries)
    return 2 * titles >= len(entries)


def opens_prose(doc: Doc, index: int) -> bool:
    """True where the article's own paragraphs follow the heading at once."""
    after = doc.blocks[index + 1 : index + 3]
    return len(after) == 2 and all(b in doc.span and b.prose and not is_notice(b) for b in after)
