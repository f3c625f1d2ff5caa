"""The title: the line ahead of the article that says what the article is about."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, dropwhile, takewhile

from cleaners import fold
from cleaners.block import Block
from cleaners.doc import Doc, Span
from cleaners.evidence import GLUED, MOSTLY_MENU, Verdicts
from cleaners.kinds import ASKING, COPYRIGHT, is_notice, is_paragraph, tells
from cleaners.metadata.affixes import without_affixes
from cleaners.metadata.bylined import BARRED, FAR, NEAR_BY, STANDFIRST, deep_of, has_byline, is_byline
from cleaners.metadata.headlines import (
    WIDEST,
    Ground,
    ends_in,
    is_alike,
    is_capitalised,
    is_heading,
    is_of_blog,
    is_path,
    is_pictured,
    may_head,
    steps,
    trails,
    traits_of,
    weigh,
)
from cleaners.metadata.labels import PAIR
from cleaners.metadata.languages import script_of
from cleaners.metadata.naming import SLOGAN
from cleaners.metadata.outlets import owner
from cleaners.metadata.pairs import read_labels
from cleaners.metadata.people import has_given_name, is_full_latin, is_known_person
from cleaners.metadata.people_east import is_full_name
from cleaners.metadata.presented import presented
from cleaners.metadata.repeated import (
    CUT_SHORT,
    NARROW,
    above_lead,
    alone_below,
    opened_with,
    opening,
    whole_of,
    without_site,
)
from cleaners.metadata.reporters import is_kana_name
from cleaners.outline import is_bare, outline
from cleaners.phrases import Rules
from cleaners.shape import has_digit, is_several

LABELLED = 3  # labels and values below another one
READ = 2500  # letters of the article that are read for its words
STRAY, MENU = 60, 6  # columns of a sentence, and lines below it, of which none is one
BUTTONS = ("sharing.lines", "sharing.maybe", "subscriptions.lines")  # what stands below a title that is to be shared
COLUMN = 40  # columns of the head of one in a table
LONG = 100  # lines of a page, of which a menu of offers may be longer than what is ahead of a title elsewhere
AHEAD = 20  # paragraphs that may stand ahead of a title: notices, promotions, offers in a menu, a standfirst
LEAST = 0.3  # weight below which no line is a title; a wrong one costs the article
ASKED = 0.0  # the same on a page of answers, which stand below a question
SURE, CLOSE = 2.5, 1.5  # weight of such a headline, and by how much its standfirst may weigh more; best of a few
HIGHLIGHTS, NEAR = 4, 2.0  # lines below a release's headline, and by how much one may weigh more
EVEN, RIGHT_BELOW = 0.75, 2  # by how much such a line may weigh less, and lines down to what says who or when
SEVERAL = 3  # bylines and dates above a standfirst
MOTTOS = 1  # sentences ahead of a blog's entry
FEEDS = ("XML", "RSS")  # beside its day
WIDER = 1.2  # times as wide as the line found
SET_OFF = 5  # the same where its date stands between, and a logo
STOPS = ("。", "다.", "．")
WORD = 4  # letters of a heading that is one word
OFFER = "pages.offer"  # what the title of an exchange's announcement says
FOLLOWED = ("subscriptions.lines", "counters.lines", "counters.starts")  # what stands below a writer's name
# Marks of paragraphs that are none of the article's.
PROMISES = ("promotions.", "subscriptions.", "consent.", "disclaimers.opens")
# What a title can be about that is furniture elsewhere, and the marks that show it.
SUBJECTS: tuple[tuple[str, frozenset[str]], ...] = (
    ("disclaimers.", frozenset({"disclaimers.says"})),
    ("disclaimers.", frozenset({"disclaimers.starts"})),
    ("disclaimers.", frozenset({"disclaimers.opens"})),
    ("consent.", frozenset({"consent.holds"})),
    ("subscriptions.", frozenset({"subscriptions.calls", "subscriptions.objects"})),
    ("comments.", frozenset({"comments.starts"})),
)

_LABEL = re.compile(r"[^\W\da-zA-Z_]{1,5}[:：]\S")
STEPS = (">", "＞", "›", "»")  # alone on their lines between the steps of a path
# "【第7回】", "（3）", " 142" behind the name of a series
_PART = re.compile(
    r"\s?(?:[【(（\[]?第\s?\d{1,4}\s?[回話号期集部週][】)）\]]?|[【(（\[]\d{1,4}[】)）\]]|[\s#]\d{1,4})$"
)
_ISSUE = re.compile(r"^(?:\d{4}年\s?)?第\s?\d{1,4}\s?[回話号期集部週]\s")  # ahead of the name
_RANK = re.compile(r"(\d{1,2})[.．]?\s(?=\S)")
_ARTICLE = re.compile(r"^(?:an?|the)\s", re.IGNORECASE)


def titles(doc: Doc, rules: Rules) -> Doc:
    """Find the title, cut it and its repetitions."""
    if doc.metadata.title:
        return _cut_stated(doc, fold.letters(doc.metadata.title))
    found = opening(doc, rules) or find_title(doc, rules)
    if found is None:
        return doc
    found = without_site(doc, above_lead(doc, found))
    found = opened_with(doc, alone_below(doc, found, rules), rules)
    whole = whole_of(doc, found)
    title = without_affixes(doc, whole)
    key = fold.letters(title)
    doc = doc.learn(whole.where, title=title)
    told = [b.position for b in doc.blocks if b.prose]
    amid = range(told[1], told[-1]) if len(told) > 1 and found.columns < NARROW else range(0)  # a subject's name
    again = [b for b in doc.blocks if b is not found and _repeats(b, key) and b.position not in amid]
    at = doc.index(found)
    if is_bare(doc.blocks, at) and not again and not has_byline(doc, at, rules, FAR):
        return doc  # an article and no more: its first line may be a heading as well, and stays
    verdicts: Verdicts = {b.position: "repeats the title" for b in again}
    doc = replace(doc.cut(verdicts | {found.position: "the title"}), title_at=_headline(doc, found, again, rules))
    return _without_subject(doc, found)


def _headline(doc: Doc, found: Block, again: Sequence[Block], rules: Rules) -> int:
    """Where the title stands as the headline: below the menu, above who and when, where the page opens with it too."""
    below = [b for b in again if b.position > found.position + FAR]
    if not below or has_byline(doc, doc.index(found), rules, NEAR_BY):
        return found.position
    deep = deep_of(doc)
    titled = (b.position for b in below if b.position < deep and has_byline(doc, doc.index(b), rules, NEAR_BY))
    return next(titled, found.position)


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
        told = block.prose or block.bullet or len(block.key) <= WORD
        return block.mark(own) if told and block.position > title.position and own != block.marks else block

    return replace(doc, blocks=tuple(map(bare, doc.blocks)))


def _repeats(block: Block, key: str) -> bool:
    """True for the title again, alone or with a site's name behind it."""
    if block.columns > WIDEST:
        return False
    longer = len(key) >= 10 and block.key.startswith(key) and len(block.key) <= len(key) + 20
    return block.key == key or (longer and not block.text.endswith(STOPS))  # with which the article's sentence begins


def find_title(doc: Doc, rules: Rules) -> Block | None:
    """The block that best reads as the title of the article; None where none does."""
    entry = _entry(doc.blocks)
    if entry:
        return entry
    best, best_weight = None, ASKED if doc.answers else LEAST
    opened: Block | None = None
    told = next((b for b in doc.blocks if b.prose and not (is_notice(b) or is_path(b))), None)
    first = fold.letters(_ARTICLE.sub("", told.text)) if told else ""
    weights: dict[int, float] = {}
    for block, traits in candidates(doc, rules):
        weight = weights[block.position] = weigh(traits)
        if weight > best_weight:
            best, best_weight = block, weight
        opened = block if first.startswith(block.key) and 2 * len(block.key) < len(first) else opened
    if best:
        best = _above_byline(doc, above_standfirst(doc, best, weights, rules), weights, rules)
        return _above_highlights(doc, best, weights)
    return opened  # "Demurrage is a cost …": the lemma of an encyclopedia


def _entry(blocks: Sequence[Block]) -> Block | None:
    """The headline of a blog's entry: beside its day, below the row that leads to the entries before and after it."""
    row = next((i for i, b in enumerate(blocks) if is_of_blog(b.text)), len(blocks))
    if sum(map(is_paragraph, blocks[:row])) > MOTTOS:
        return None
    below = [b for b in blocks[row + 1 : row + 1 + STANDFIRST] if b.text not in FEEDS][:2]
    headed = [b for b in below if not b.dated and b.columns <= WIDEST and not tells(b)]
    return headed[0] if len(below) - len(headed) == 1 else None


def above_standfirst(doc: Doc, found: Block, weights: Mapping[int, float], rules: Rules) -> Block:
    """The line right above the one found, where the two are a headline and what stands below it ahead of a byline."""
    i = doc.index(found)
    if i < STANDFIRST - 1 or not is_alike(found) or is_alike(doc.blocks[i - 2]):
        return found
    headline = doc.blocks[i - 1]
    weight = weights.get(headline.position, 0.0) if headline.columns >= NARROW else 0.0
    leads = BARRED.search(headline.text) or headline.key.endswith(found.key)  # a menu, the way to the headline
    below = doc.blocks[i + 1 : i + 2]  # the standfirst, of a headline below a kicker
    kicks = headline.text[0].islower() or any(b.prose and not is_byline(b, rules) for b in below)
    near = not (leads or kicks) and weight > SURE and weights[found.position] - weight < CLOSE
    return headline if near and has_byline(doc, i, rules, STANDFIRST + 1) else found


def _above_byline(doc: Doc, found: Block, weights: Mapping[int, float], rules: Rules) -> Block:
    """The line above a byline or a date a little further up, where the one found is all but as likely below it: there
    stands a standfirst, or a caption."""
    i = doc.index(found)
    near = doc.blocks[max(0, i - FAR) : i]
    bylines = [b.position for b in near if is_byline(b, rules)]
    if len(bylines) > SEVERAL:
        return found  # entries with their days
    least = max(COLUMN, WIDER * found.columns)  # wider is no blog's motto, ahead of day and title
    good = [
        b
        for b in near
        if b.columns > least
        and weights.get(b.position, 0.0) > SURE
        and b.position not in bylines
        and any(0 < at - b.position <= RIGHT_BELOW for at in bylines)
    ]
    best = max(good, key=lambda b: weights[b.position], default=found)
    return best if weights[found.position] - weights[best.position] < EVEN else found


def _above_highlights(doc: Doc, found: Block, weights: Mapping[int, float]) -> Block:
    """The headline in capitals a few lines above the one found, which is a release's highlight and has none."""
    i = doc.index(found)
    near = doc.blocks[max(0, i - SET_OFF) : i][::-1]
    above = takewhile(lambda b: b.position in weights, near[:HIGHLIGHTS])
    dated = dropwhile(lambda b: not b.dated, near)
    again = (b for b in dated if b.position in weights and sum(other.key == b.key for other in doc.blocks) > 1)
    headline = next((b for b in chain(above, again) if is_capitalised(b.text)), found)
    weight = weights[headline.position]
    good = weight > SURE and weights[found.position] - weight < NEAR
    return headline if good and not is_capitalised(found.text) else found


def candidates(doc: Doc, rules: Rules) -> Iterator[tuple[Block, tuple[str, ...]]]:
    """The lines that may be the title, and the traits of each; it stands above most of the article."""
    body = [b for b in doc.blocks if b.prose and not (is_notice(b) or is_path(b) or b.text.endswith(ASKING))]
    if not body:
        return
    span = outline(doc, rules).span if len(doc.blocks) > LONG else Span(0, doc.blocks[-1].position)
    inside = [b for b in body if b in span] or body
    words = "\n".join(b.text for b in inside)[:READ]
    last = min(inside[min(AHEAD, len(inside) - 1)].position, max(deep_of(doc), inside[0].position))
    ground = Ground(
        blocks=doc.blocks,
        times=Counter(
            [
                *(b.key for b in doc.blocks if b.columns <= WIDEST),
                *trails(doc.blocks[: doc.index(inside[0]) + FAR]),
            ]
        ),
        words=fold.words(words).replace(" ", ""),
        datelines=frozenset(
            b.position
            for i, b in enumerate(doc.blocks)
            if b.position <= last + FAR and (is_byline(b, rules) or _is_followed(doc.blocks, i))
        ),
        first=doc.index(inside[0]),
        bare=is_bare(doc.blocks, 0),
    )
    columns = _heads_of_columns(doc.blocks, ground.datelines)
    series = frozenset(_series(doc.blocks))
    east = script_of(words) is not None
    owners = {fold.letters(owner(b.text) or "-") for b in doc.blocks if b.text.startswith(COPYRIGHT)}
    paragraphs = 0
    for i, block in enumerate(doc.blocks):
        if block.position > last:
            break
        heads = may_head(block) and block.position not in ground.datelines and not is_heading(block, ground, paragraphs)
        other = _is_menu(block, rules) or ends_in(block, ground.times) or SLOGAN.match(block.text)
        of_site = block.key in owners or block.key in columns or _is_of_series(block, doc.blocks)
        of_site = of_site or (block.columns <= NARROW and block.text in series)
        of_site = of_site or (i > 0 and doc.blocks[i - 1].text in STEPS) or block.marked("pagination.starts")
        writer = east and is_known_person(block.text)
        writer = writer or _has_box(block, doc.blocks)
        listed = _is_labelled(doc.blocks, i, rules) or _presents(block) or _is_ranked(doc.blocks, i)
        if heads and not (other or of_site or writer or listed):
            yield block, tuple(traits_of(i, ground, paragraphs, rules))
        promise = not ground.bare and any(m.startswith(PROMISES) for m in block.marks)
        aside = block.text.endswith(CUT_SHORT) or is_pictured(block.text)  # a path's last step, a picture's line
        told = block.prose and not (block.bullet or promise or aside or is_path(block) or _is_stray(doc.blocks, i))
        paragraphs += told and block in span


def _presents(block: Block) -> bool:
    """True for a line that names people and says at most what they are: "大村 沙織 : 潮騒経済 記者"."""
    listed = block.text.split(", ")
    if len(listed) > 1 and all(map(is_full_latin, listed)) and any(map(has_given_name, listed)):
        return True
    names = presented(block.text) if block.columns <= COLUMN or len(listed) > 1 else ()
    return bool(names) and all(is_full_latin(name) or is_full_name(name) for name in names)


def _has_box(block: Block, blocks: Sequence[Block]) -> bool:
    """True for a name in kana with which a sentence begins: its writer's, of whom a box tells."""
    return is_kana_name(block.text) and any(b.text.startswith(block.text) and b.prose for b in blocks if b is not block)


def _is_ranked(blocks: Sequence[Block], i: int) -> bool:
    """True for one of the headlines that a list of what is read most numbers, each on a line: "2 The ferry is late"."""
    number = _RANK.match(blocks[i].text)
    beside = (b for b in blocks[max(0, i - 1) : i + 2] if number and b is not blocks[i] and b.columns > NARROW)
    ranks = {int(other[1]) for b in beside if (other := _RANK.match(b.text))}
    return number is not None and not ranks.isdisjoint((int(number[1]) - 1, int(number[1]) + 1))


def _is_of_series(block: Block, blocks: Sequence[Block]) -> bool:
    """True for the name of a series and which of its parts this is, where a line or a path has the name alone."""
    name = _PART.sub("", block.text)
    if name == block.text or len(name) <= WORD:
        return False
    key = fold.letters(name)
    return any(b.key == key for b in blocks) or key in steps(blocks)


def _series(blocks: Sequence[Block]) -> Iterator[str]:
    """The names of series in short lines that say besides which of its parts this is: "Tide Weekly #36"."""
    lines = (b.text for b in blocks if b.columns <= COLUMN and has_digit(b.text))
    yield from (name for text in lines for part in (_PART, _ISSUE) if (name := part.sub("", text)) != text)


def _heads_of_columns(blocks: Sequence[Block], datelines: Container[int]) -> frozenset[str]:
    """The keys of short lines that stand twice above the same two, none of them a byline: heads of columns. A title
    that is said again, where it is to be shared, stands above buttons, and once more by itself."""
    runs = zip(blocks, blocks[1:], blocks[2:], strict=False)
    bare = (run for run in runs if all(b.columns <= COLUMN and b.position not in datelines for b in run))
    alike = {keys: n for keys, n in Counter(tuple(b.key for b in run) for run in bare).items() if n > 1}
    buttons = {b.key for b in blocks if b.marked(*BUTTONS)} if alike else set()
    said = Counter(b.key for b in blocks) if buttons else Counter()
    return frozenset(head for (head, *below), n in alike.items() if buttons.isdisjoint(below) or said[head] <= n)


def _is_followed(blocks: Sequence[Block], i: int) -> bool:
    """True for a full name above a button to follow its owner, or above how long the reading takes."""
    below = blocks[i + 1 : i + 3]
    return any(b.marked(*FOLLOWED) for b in below) and is_full_latin(blocks[i].text) and not tells(blocks[i])


def _is_stray(blocks: Sequence[Block], i: int) -> bool:
    """True for one short sentence ahead of a menu, of what the page is or may do: "You may edit this page."."""
    alone = blocks[i].columns <= STRAY and not is_several(blocks[i].text)
    return alone and not any(b.prose for b in blocks[i + 1 : i + 1 + MENU])


def _is_menu(block: Block, rules: Rules) -> bool:
    count, share = rules.menu(block.words)
    return count >= GLUED and share >= MOSTLY_MENU


def _is_labelled(blocks: Sequence[Block], i: int, rules: Rules) -> bool:
    """True for a label and its value above more of them, not all of them of the page: what it is about, in a list."""
    below = blocks[i + 1 : i + 1 + LABELLED]
    if blocks[i].columns > COLUMN or not _LABEL.match(blocks[i].text) or not all(PAIR.match(b.text) for b in below):
        return False
    return any(not read_labels(b.text, rules.labels) for b in below)
