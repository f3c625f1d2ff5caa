"""The title: the line ahead of the article that says what the article is about."""

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import takewhile

from cleaners import fold
from cleaners.block import Block
from cleaners.dates import find_dates
from cleaners.doc import Doc, Span
from cleaners.evidence import GLUED, MOSTLY_MENU, Verdicts, pieces_of
from cleaners.kinds import ASKING, is_furniture, is_notice, is_numbered
from cleaners.metadata.bylines import is_byline
from cleaners.metadata.labels import read_labels
from cleaners.metadata.people_east import is_paper
from cleaners.outline import is_bare, outline
from cleaners.phrases import Rules
from cleaners.shape import is_several

NARROWEST, WIDEST = 8, 220  # columns of a title
HEADLINE = 140  # columns; a longer line with two sentences in it is no headline
SHORT = 40  # columns; a numbered line that is shorter is a heading of the article
READ = 2500  # letters of the article that are read for its words
LEAST = 0.75  # score below which a line is no title; best of 0.5 to 1.5 on the tuning pages
LONG = 100  # lines of a page, of which a menu of offers may be longer than what is ahead of a title elsewhere
AHEAD = 3  # paragraphs that may stand ahead of a title: notices, a promotion, a standfirst
PARAGRAPH = 0.35  # what each of them takes from the score
DEEP = 0.3  # share of the page's prose that may stand above its title
NEAR = 4  # blocks below a title in which its dateline stands
FAR = 12  # the same where a digest stands between
DATELINE = 0.5  # what a dateline below adds
OUTLET, STRANGE = 1.0, 0.3  # what is taken from an outlet's name, where the article shares less with it
DAY = 10  # letters of a date that names its day
NEXT = 0.3  # and one right below, of two lines ahead of a dateline
REPEATED = 0.6  # what a second occurrence on the page adds
CAPITALISED = 0.3  # and what the capitals of a headline add
OFFER = "pages.offer"  # what the title of an exchange's announcement says
PROMISES = ("promotions.", "subscriptions.")  # marks of paragraphs that are none of the article's
# What a title can be about that is furniture elsewhere, and the marks that show it.
SUBJECTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("disclaimers.", frozenset({"disclaimers.says"})),
    ("disclaimers.", frozenset({"disclaimers.starts"})),
    ("disclaimers.", frozenset({"disclaimers.opens"})),
    ("consent.", frozenset({"consent.holds"})),
    ("subscriptions.", frozenset({"subscriptions.calls", "subscriptions.objects"})),
    ("comments.", frozenset({"comments.starts"})),
)
WHOLE = (".lines", ".opens", ".maybe", ".starts", ".modifiers")
CAPITALS = 0.8  # share of the longer words that have one
FEW_PIECES = 4  # words, or two-letter pieces, of which a title has at least so many

_STEP = re.compile(r"\s[>›»/／]\s")  # between the steps of a breadcrumb
_LONGER = re.compile(r"\b[A-Za-z][A-Za-z'’]{3,}")
# "街頭に立つ学生たち＝24日、十日町市", "The ferry at her berth. Dale Whitcomb/Inlet Courier"
_CAPTION = re.compile(r"[＝=]\d{1,2}日[、,]|[＝=][^＝=、]{2,8}(?:撮影|提供)$|[a-z]/[A-Z][\w ]{2,24}$")
_YEARLESS = re.compile(r"\d{1,2}/\d{1,2}\s?[(（][月火水木金土日][)）]\s?\d{1,2}:\d\d")
_MAIL = re.compile(r"[\w.]@\w+\.\w")
_ASIDES = re.compile(r"[？?！!](?!\s)")  # a title may ask first
_ROW = re.compile(r"^\D{0,2}\d.*\s[|·•]\s")  # a date, a section, a name
_SUFFIX = re.compile(r"\s*(?:[|｜丨]|\s[-–—_]\s|\s-\s?)\s*[^|｜丨]{1,40}$")


def titles(doc: Doc, rules: Rules) -> Doc:
    """Find the title, cut it and its repetitions."""
    if doc.metadata.title:
        return _cut_stated(doc, fold.letters(doc.metadata.title))
    found = find_title(doc, rules)
    if found is None:
        return doc
    title = _without_site(doc, found)
    key = fold.letters(title)
    doc = doc.learn(found.where, title=title)
    again = [b for b in doc.blocks if b is not found and _repeats(b, key)]
    at = doc.index(found)
    if is_bare(doc.blocks, at) and not again and not _has_byline(doc, at, rules, FAR):
        return doc  # an article and no more: its first line may be a heading as well, and stays
    verdicts: Verdicts = {b.position: "repeats the title" for b in again}
    doc = replace(doc.cut(verdicts | {found.position: "the title"}), title_at=found.position)
    return _without_subject(doc, found)


def _cut_stated(doc: Doc, key: str) -> Doc:
    """Cut the title that the page's head or its markup states, and its repetitions ahead of the article."""
    ahead = takewhile(lambda b: not b.prose or b.position == doc.title_at, doc.blocks)
    verdicts: Verdicts = {b.position: "repeats the title" for b in ahead if _repeats(b, key)}
    stated = next((b for b in doc.blocks if b.position == doc.title_at), None)
    if stated is None:
        return doc.cut(verdicts)
    return _without_subject(doc.cut(verdicts | {stated.position: "the title"}), stated)


def _without_subject(doc: Doc, title: Block) -> Doc:
    """Take the marks of what the title speaks of from the lines below it: there they are the subject."""
    subjects = tuple(table for table, marks in SUBJECTS if marks <= title.marks)
    if title.position in doc.said.get(OFFER, ()):
        doc = _without_promises(doc, title)
    if not subjects:
        return doc
    return replace(
        doc,
        blocks=tuple(
            b.mark(frozenset(m for m in b.marks if not m.startswith(subjects))) if b.position > title.position else b
            for b in doc.blocks
        ),
    )


def _without_promises(doc: Doc, title: Block) -> Doc:
    """Take the marks of promotions from sentences below a title that announces an offer: it is what they tell of."""

    def bare(block: Block) -> Block:
        own = frozenset(m for m in block.marks if not m.startswith(PROMISES))
        return block.mark(own) if block.prose and block.position > title.position and own != block.marks else block

    return replace(doc, blocks=tuple(map(bare, doc.blocks)))


def _repeats(block: Block, key: str) -> bool:
    """True for the title again, alone or with a site's name behind it."""
    if block.columns > WIDEST:
        return False
    return block.key == key or (len(key) >= 10 and block.key.startswith(key) and len(block.key) <= len(key) + 20)


def _without_site(doc: Doc, block: Block) -> str:
    """The title without the site's name behind it, where another line has it without."""
    bare = _SUFFIX.sub("", block.text)
    key = fold.letters(bare)
    if bare != block.text and any(b.key == key for b in doc.blocks if b is not block):
        return bare
    return block.text


def find_title(doc: Doc, rules: Rules) -> Block | None:
    """The block that best reads as the title of the article; None where none does."""
    body = [b for b in doc.blocks if b.prose and not is_notice(b) and not b.text.endswith(ASKING)]
    if not body:
        return None
    span = outline(doc, rules).span if len(doc.blocks) > LONG else Span(0, doc.blocks[-1].position)
    inside = [b for b in body if b in span] or body
    words = fold.words("\n".join(b.text for b in inside)[:READ]).replace(" ", "")
    last = min(inside[min(AHEAD, len(inside) - 1)].position, max(_deep(doc), inside[0].position))
    keys = Counter(b.key for b in doc.blocks if b.columns <= WIDEST)
    bylines = {b.position for b in doc.blocks if b.position <= last + 2 * NEAR and _is_byline(b, rules)}
    bare = is_bare(doc.blocks, 0)
    best, best_score = None, LEAST
    paragraphs = 0
    for i, block in enumerate(doc.blocks):
        if block.position > last:
            break
        if _may_be(block) and block.position not in bylines and not _is_menu(block, rules):
            score = _score(block, words, keys[block.key]) - PARAGRAPH * min(paragraphs, AHEAD)
            byline = any(b.position in bylines for b in doc.blocks[i + 1 : i + 1 + NEAR])
            above = not (paragraphs or bare) and any(b.position in bylines for b in doc.blocks[max(0, i - 1) : i])
            score += DATELINE * (byline or above) + NEXT * (not bare and _is_next(doc.blocks, i, bylines))
            unlike = paragraphs or _is_quote(block.text) or is_notice(block)
            if unlike and not (byline or keys[block.key] > 1):
                continue  # below paragraphs, a line that is no more than short is a heading; a call is a call
            if score > best_score:
                best, best_score = block, score
        promise = not bare and any(m.startswith(PROMISES) for m in block.marks)
        paragraphs += block.prose and not block.bullet and not promise and block in span
    return best


def _is_next(blocks: Sequence[Block], i: int, bylines: Set[int]) -> bool:
    """True where the dateline stands right below, or right above and the article right below."""
    above, below = blocks[max(0, i - 1) : i], blocks[i + 1 : i + 2]
    return any(b.position in bylines for b in below) or (
        any(b.position in bylines for b in above) and any(b.prose for b in below)
    )


def _is_quote(text: str) -> bool:
    return text.startswith(("「", "“", "«")) and text.endswith(("」", "”", "»"))


def _has_byline(doc: Doc, index: int, rules: Rules, reach: int) -> bool:
    """True where a byline or a dateline stands in the next `reach` blocks below block `index`."""
    return any(_is_byline(b, rules) for b in doc.blocks[index + 1 : index + 1 + reach])


def _is_byline(block: Block, rules: Rules) -> bool:
    """True for a line that says who, when or where, as one stands below a title."""
    if block.dated or is_byline(block.text) or _YEARLESS.match(block.text) or read_labels(block.text, rules.labels):
        return True
    date = next(find_dates(block.text), None) if _ROW.search(block.text) and block.columns <= WIDEST else None
    return date is not None and not block.text[: date.start].strip()


def _is_menu(block: Block, rules: Rules) -> bool:
    count, share = rules.menu(block.words)
    return count >= GLUED and share >= MOSTLY_MENU


def _deep(doc: Doc) -> int:
    """The position above which less than DEEP of the page's prose stands."""
    rest = DEEP * sum(b.columns for b in doc.blocks if b.prose)
    for block in doc.blocks:
        rest -= block.columns if block.prose else 0
        if rest < 0:
            return block.position
    return doc.blocks[-1].position


def _may_be(block: Block) -> bool:
    return (
        NARROWEST <= block.columns <= WIDEST
        and not (block.dated or block.bare_number or is_furniture(block) or _is_mostly_dates(block.text))
        and not block.text.endswith(("：", ":", "、", "，", ",", "…"))
        and not _MAIL.search(block.text)
        and ("。" not in block.text or block.text.endswith(ASKING))
        and (_is_headline(block) or _is_capitalised(block.text))
        and not (is_numbered(block) and block.columns < SHORT)
        and not _CAPTION.search(block.text)
        and not _opens_with_date(block.text)
        and not block.text.startswith("#")
        and len(_STEP.findall(block.text)) < 2
    )


def _is_headline(block: Block) -> bool:
    """True for a line that is no sentence, or one question, and not several."""
    asks = block.text.endswith(ASKING)
    sentence = block.prose and not asks and (block.ends or block.columns > HEADLINE)
    several = is_several(_ASIDES.sub("", block.text)) and not (asks and block.columns <= HEADLINE)
    return not (sentence or (block.ends and block.text.endswith(".")) or several)


def _is_capitalised(text: str) -> bool:
    """True where nearly all longer words have a capital: then the line is a headline, whatever its marks."""
    words = _LONGER.findall(text)
    return len(words) >= FEW_PIECES and sum(w[0].isupper() for w in words) >= CAPITALS * len(words)


def _opens_with_date(text: str) -> bool:
    """True for a row of a date and more: "6. November 2023 Octavius Hallenstein Azad, Bushido"."""
    first = next(find_dates(text), None) if any(c.isdigit() for c in text) else None
    if first is None or first.start or len(first.iso) < DAY or "年" in text[: first.end]:
        return False  # "2025年11月5日 今日の市場" is a title
    return text[first.end : first.end + 1] in (" ", "\u3000")


def _is_mostly_dates(text: str) -> bool:
    """True for a line of dates with their labels: "2025年12月3日・最後更新 2025年12月4日"."""
    return 2 * sum(found.end - found.start for found in find_dates(text)) >= len(text)


def _shared(block: Block, words: str) -> float:
    """The share of a line's pieces that the article has, the line itself aside."""
    pieces = pieces_of(block.words)
    others = words.replace(block.words.replace(" ", ""), "") if block.prose else words
    return sum(p in others for p in pieces) / max(len(pieces), FEW_PIECES)


def _score(block: Block, words: str, times: int) -> float:
    """Evidence in the line itself that it is the title, from about -1 to 3."""
    shared = _shared(block, words)
    score = 1.5 * shared
    score -= OUTLET if block.columns < SHORT and is_paper(block.text) and shared < STRANGE else 0.0
    score += REPEATED if times > 1 else 0.0
    score += 0.5 if block.columns >= 24 else 0.0 if block.columns >= 16 else -0.6
    score -= 0.3 if block.bullet else 0.0
    score += CAPITALISED if _is_capitalised(block.text) else 0.0
    score -= 0.7 if any(m.endswith(WHOLE) for m in block.marks) else 0.0
    return score
