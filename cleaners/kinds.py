"""What kind of line a block is, by its own phrases and shape alone."""

import re
from functools import cache

from cleaners.block import Block
from cleaners.shape import is_cut_off, is_several

# Places in a line at which a phrase says what the line is.
STRONG = (".lines", ".opens")
TELLING = (*STRONG, ".maybe", ".starts", ".ends")
# What stands at the edges of an article: its first heading, its last one, a sign-off, the people to call.
EDGES = ("introductions.opens", "closings.opens", "closings.lines", "closings.starts", "contacts.opens")
# Headings that an article has of its own.
ARTICLES_OWN = ("references.opens", "digests.opens", "answers.opens", *EDGES)
# Headings of what stands behind an article.
TITLE = 20  # columns of the shortest title
OPENERS = ("comments.opens", "related_posts.opens", "author_bios.opens", "disclaimers.opens")
# Phrases that no sentence of an article holds.
NOTICES = (
    "consent.holds",
    "promotions.holds",
    "promotions.scripts",
    "copyrights.holds",
    "comments.holds",
    "walls.holds",
    "communities.holds",
)
SPEECH = ("「", "“", "『", "«")
SPOKEN = ("」", "”", "』", "»")
SAID = 16  # columns of the shortest quotation
COPYRIGHT = ("©", "ⓒ")  # with which no sentence of an article begins
DASHES = ("-", "–", "—")
ASKING = ("?", "？", "!", "！")  # ends of sentences, and of titles as well
QUESTION = 80  # columns of a question that may be a title
CALL = 160  # columns of the longest call to subscribe
MILD = 3.0  # log-odds of a notice, by its words, that no disclaimer is below

_NUMBERED = re.compile(
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[A-Za-z])\s?[.．)）、:：]\s?(?=\D)|[①-⑳]"
    r"|[가나다라마바사아자차]\.\s|第[\d一二三四五六七八九十]{1,3}[章节節回部点步]|Q\d|step[\s.]?\d",
    re.I,
)
_STATES = re.compile("声明|聲明|免[责責]|면책|disclaimer|disclosure|開示", re.I)  # how no article heads a warning
_SPEECH = re.compile(r"[:：,，]\s?[“「『\"].{2,}")  # somebody says something
_CLAUSE = re.compile(r"[，,、：:；;]")
_NUMERALS = "一二三四五六七八九十"
_LEADING = re.compile(
    rf"(?:step\s?|第)?(?:(\d{{1,2}})\s?[.．)）、:：]\s?(?=\D)|[（(]?([{_NUMERALS}])[、.．)）])",
    re.I,
)


def is_furniture(block: Block) -> bool:
    """True where the whole line is a phrase of furniture."""
    return bool(block.marks) and any(map(_is_strong, block.marks))


def is_dashed(block: Block) -> bool:
    """True for a line behind a dash, as items of lists and names below letters are."""
    return block.bullet.strip() in DASHES


def narrates(block: Block) -> bool:
    """True for several sentences that are worded as an article's."""
    return block.worded < 0 and is_several(block.text)


def tells(block: Block) -> bool:
    """True where a phrase stands at a place of the line at which it says what the line is."""
    return bool(block.marks) and any(map(_is_telling, block.marks))


@cache  # of a mark; there are some hundred
def _is_strong(mark: str) -> bool:
    return mark.endswith(STRONG) and mark not in ARTICLES_OWN


@cache
def _is_telling(mark: str) -> bool:
    return mark.endswith(TELLING) and mark not in EDGES


def is_notice(block: Block) -> bool:
    """True where sentences are furniture: a disclaimer, a call to subscribe, a promotion …"""
    marks = block.marks
    if not marks:
        return False
    if "disclaimers.starts" in marks or {"disclaimers.says", "disclaimers.about"} <= marks:
        return True
    if {"subscriptions.calls", "subscriptions.objects"} <= marks and block.columns <= CALL:
        return _SPEECH.search(block.text) is None
    return not marks.isdisjoint(NOTICES)


def says_more(block: Block) -> bool:
    """True for a line that a phrase calls furniture."""
    return tells(block) or is_notice(block)


def is_paragraph(block: Block) -> bool:
    """True where the line reads as sentences of an article: no notice, not cut off, no question for a title."""
    return block.prose and not (is_notice(block) or is_cut_off(block.text) or is_question(block))


def is_question(block: Block) -> bool:
    """True for a question or an exclamation alone on its line, as titles are."""
    if not block.text.endswith(ASKING) or block.columns > QUESTION:
        return False
    return not is_several(block.text) and len(_CLAUSE.findall(block.text)) < 2


def is_speech(block: Block) -> bool:
    """True for a line that is one quotation, as what people say stands alone among paragraphs."""
    return is_quoted(block.text) and block.columns >= SAID


def is_quoted(text: str) -> bool:
    """True for what opens and ends with the marks of speech."""
    return text.startswith(SPEECH) and text.endswith(SPOKEN)


def is_numbered(block: Block) -> bool:
    """True where the text opens with a list number."""
    return _NUMBERED.match(block.text) is not None


def number_of(block: Block) -> int:
    """The list number of a short line, 0 where it has none."""
    match = None if block.prose or block.bullet else _LEADING.match(block.text)
    if match is None:
        return 0
    return int(match[1]) if match[1] else 1 + _NUMERALS.index(match[2])


def states(block: Block) -> bool:
    """True for the heading of a disclaimer that says so, and is no warning of the article: "分析师声明"."""
    return block.marked("disclaimers.opens") and _STATES.search(block.text) is not None


def is_headline(block: Block, widths: range) -> bool:
    """True for what may be a headline in a list of them, of so many columns: no sentence, no item, no day."""
    told = block.prose or block.bullet or block.dated or is_numbered(block)
    return block.columns in widths and not told and (not block.ends or block.text.endswith(ASKING))


def _is_title(block: Block) -> bool:
    """True for what may be another article's title: no sentence, and wider than most headings."""
    return block.columns >= TITLE and not (block.prose or block.ends or block.bullet)


def opens_section(blocks: tuple[Block, ...], i: int) -> str | None:
    """The mark of the section that block i opens, None where it opens none.

    A heading that the article's own paragraphs follow opens nothing, whatever it says; the
    sections about authors and liability are paragraphs themselves.
    """
    if not blocks[i].marks:
        return None
    below = blocks[i + 1 : i + 4]
    mark = next((m for m in OPENERS if m in blocks[i].marks), None)
    if mark in ("comments.opens", "related_posts.opens") and sum(is_paragraph(b) for b in below) >= 2:
        return mark if mark == "related_posts.opens" and _is_title(below[0]) else None
    if mark == "comments.opens" and any(b.prose and b.text.startswith(SPEECH) for b in below):
        return None  # what people of the article say of it
    if mark == "disclaimers.opens" and below and _is_told(below[0]) and not states(blocks[i]):
        return None  # "Warning": how the article heads a word of its own
    return mark


def _is_told(block: Block) -> bool:
    """True for an article's paragraph that has no word of a notice's."""
    told = is_paragraph(block) or (block.ends and not is_notice(block))
    return told and block.worded < MILD and not any(m.startswith("disclaimers.") for m in block.marks)
