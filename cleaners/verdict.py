"""The last step: is what remains an article, and what is its title if the page states none?"""

import re
from itertools import pairwise

from cleaners.block import Block
from cleaners.calendars.relative import is_ago
from cleaners.dates import find_date
from cleaners.doc import Doc, Reason
from cleaners.kinds import ASKING, is_question
from cleaners.likelihoods import judged
from cleaners.patterns import is_recent, teaser_runs
from cleaners.phrases import Rules
from cleaners.shape import is_cut_off

LEAST = 40  # columns of prose that make an article: one sentence of twenty CJK characters
OWN = 160  # columns; less prose than this that says nothing of a wall, beside what does, is the wall's own
ALONE = 100  # the same where one line alone says so
SEVERAL, SHARE = 3, 0.12  # lines with such phrases, and their share, that make a page a wall though it says more …
MOST = 480  # … but no more prose than this
LIKELY = 0.5  # mean likelihood of columns; listings of our own pages stay below .3
VERSE = 10  # lines
SHORT = 24  # columns; the titles of a listing are longer
LISTING = 12  # lines
STAMPED = 0.8  # share of lines that open with a day and a time, in a list of files
TOLD = 2400  # columns of sentences: whoever has told so much has an article, however long its code and its lists
AMONG = 3  # dates among the lines that are left
TIMES = 5  # dates and "3 hours ago" among the titles of a listing
STREWN, MOSTLY, STAMP = 4, 0.65, 3  # lone sentences, their share of all, and lines below each in which its time stands
TITLE, FLASH, FLASHED = 8, 300, 0.8  # columns of a title, of a flash, and the share of sentences that are flashes
TITLED = 16  # columns of a title above a lone sentence
BLURB = 240  # columns of what introduces a listing
LONGEST_WALL = 80  # lines; a longer page has more than its wall

_SPAN = re.compile(r"\d{1,2}\s?(?:min(?:ute)?s?|h(?:ou)?rs?|days?)(?: read)?", re.I)
_STAMPED = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\s{1,4}\d{1,2}:\d\d")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?::\d\d)?")

WALLS: tuple[tuple[str, Reason, str], ...] = (
    ("pages.error", "error-page", "the page says that it could not be shown"),
    ("pages.login", "login-wall", "the page asks to log in"),
    ("pages.consent", "consent-wall", "the page asks consent before it shows anything"),
    ("pages.paywall", "paywall", "the page shows its article to subscribers only"),
)


def verdict(doc: Doc, rules: Rules) -> Doc:
    """Reject a page that holds no article; else let the title fall back to the original one."""
    if not doc.blocks and not doc.cuts:
        return doc.reject("empty", "nothing is to be seen on the page")
    found = _wall(doc) or _lack(doc)
    return doc.reject(*found) if found else doc.learn("original_title", title=doc.metadata.original_title)


def _lack(doc: Doc) -> tuple[Reason, str] | None:
    """What the page has instead of an article: titles, or next to nothing."""
    prose = sum(b.columns for b in doc.blocks if (b.prose or b.ends) and not _asks(b))
    if any(b.structured for b in doc.blocks):  # what structure has kept is content, whatever its kind
        return None if sum(b.columns for b in doc.blocks) >= LEAST else ("no-article", "the page has next to no text")
    listed = _is_listing(doc, prose)
    likely = _is_likely(judged(doc) if listed else doc)
    lists = (
        _teases(doc)
        or _hints(doc)
        or _lists(doc)
        or _flashes(doc)
        or _posts(doc)
        or strews(doc)
        or (prose < LEAST and (_dates(doc) or _stamps(doc)))
    )
    if lists or (listed and not likely):
        return "listing", "the page lists titles with their times and has next to no sentences"
    if likely or prose >= LEAST or _is_verse(doc):
        return None
    if len(doc.blocks) + len(doc.cuts) >= LISTING:
        return "listing", "the page lists titles and has no sentences of its own"
    return "no-article", "no sentences of an article were found"


def _asks(block: Block) -> bool:
    """True for a question or a shout alone on its line; a paragraph may end in one."""
    return block.text.endswith(ASKING) and (block.columns < OWN or is_question(block))


def _wall(doc: Doc) -> tuple[Reason, str] | None:
    """The wall that stands where the article should, if most of the page or all of its prose is one."""
    lines = len(doc.blocks) + len({c.position for c in doc.cuts} - {b.position for b in doc.blocks})
    for mark, reason, detail in WALLS:
        said = doc.said.get(mark, frozenset())
        rest = [b for b in doc.blocks if b.position not in said]
        own = sum(b.columns for b in rest if b.prose or b.structured)
        few = own < (OWN if len(said) > 1 else ALONE) and sum(b.columns for b in rest) < MOST
        if said and (few or (own < MOST and lines < LONGEST_WALL and len(said) >= max(SEVERAL, SHARE * lines))):
            return reason, detail
    return None


def _is_likely(doc: Doc) -> bool:
    """True where trees have judged the lines, and find those that are left more likely the article's than not."""
    columns = sum(b.columns for b in doc.blocks)
    return columns >= OWN and sum(b.columns * (b.likely or 0) for b in doc.blocks) >= LIKELY * columns


def _is_listing(doc: Doc, prose: int) -> bool:
    """True where titles that are no sentences outweigh the sentences, and times stood among them."""
    titles = sum(b.columns for b in doc.blocks if not (b.prose or b.bullet) and b.columns >= SHORT)
    times = sum(c.cleaner in ("counters", "bylines") for c in doc.cuts)
    return times >= TIMES and prose < min(titles, TOLD)


def _teases(doc: Doc) -> bool:
    """True where what is left is mostly sentences that the page cuts short, and many lines were dates."""
    teasers = sum(b.columns for b in doc.blocks if b.prose and is_cut_off(b.text))
    told = sum(b.columns for b in doc.blocks if b.prose and not is_cut_off(b.text))
    rest = sum(b.columns for b in doc.blocks) - teasers
    return told < LEAST and teasers >= rest and sum(b.dated for b in doc.outlined) >= TIMES


def _hints(doc: Doc) -> bool:
    """True where a few lines are left, none of them a whole sentence, and many on the page were dates."""
    few = sum(b.columns for b in doc.blocks) < BLURB
    whole = any(b.ends and b.columns >= SHORT and not (is_cut_off(b.text) or _asks(b)) for b in doc.blocks)
    return few and not whole and sum(b.dated for b in doc.outlined) >= AMONG


def _dates(doc: Doc) -> bool:
    """True where dates stand among what is left, and many on the page; to trees, such a list is an article."""
    return sum(b.dated for b in doc.blocks) >= AMONG and sum(b.dated for b in doc.outlined) >= TIMES


def _stamps(doc: Doc) -> bool:
    """True where nearly every line that is left opens with a day and a time, as those of a list of files do."""
    stamped = sum(_STAMPED.match(b.text) is not None for b in doc.blocks)
    return stamped >= LISTING and stamped >= STAMPED * len(doc.blocks)


def _lists(doc: Doc) -> bool:
    """True where what is left stands in a list of dated teasers, but for the words that introduce it."""
    lines = doc.outlined
    for run in teaser_runs(lines):
        listed = {b.position for b in lines[max(0, run[0] - (run[1] - run[0])) : run[-1] + 1]}
        told = sum(b.columns for b in doc.blocks if b.prose and b.position not in listed)
        if len(run) >= TIMES and told < BLURB and any(b.prose and b.position in listed for b in doc.blocks):
            return True
    return False


def _flashes(doc: Doc) -> bool:
    """True for a ticker of news: the time of day, a title, one sentence, and again, all down the page."""
    lines = doc.outlined
    ends = [*(i for i, b in enumerate(lines) if _CLOCK.fullmatch(b.text)), len(lines)]
    flashes = 0
    for i, end in pairwise(ends):
        told = [b for b in lines[i + 1 : end] if b.prose or (b.ends and b.columns >= SHORT)]
        if len(told) == 1 and told[0].columns <= FLASH and lines[i + 1].columns >= TITLE:
            flashes += 1
    return flashes >= TIMES and flashes >= FLASHED * sum(b.prose for b in lines)


def _posts(doc: Doc) -> bool:
    """True for a list of posts: a title, its day, one sentence, and again, back in time; a chronicle goes on in it."""
    lines = doc.outlined
    stamps = [i for i, b in enumerate(lines) if i and b.dated and not lines[i - 1].prose]
    days = [day.iso for i in stamps if (day := find_date(lines[i].text))]
    if len(stamps) < TIMES or len(days) < len(stamps) or days != sorted(days, reverse=True) or days[0] == days[-1]:
        return False
    titled = [(i, end) for i, end in pairwise([*stamps, len(lines)]) if lines[i - 1].columns >= SHORT]
    told = [b.prose or (b.ends and b.columns >= TITLE) for b in lines]
    posts = sum(sum(told[i + 1 : end]) == 1 for i, end in titled)
    return posts >= TIMES - 1 and posts >= FLASHED * sum(told)


def strews(doc: Doc) -> bool:
    """True where hardly two sentences stand together: each is alone below a title, and times stand beside them."""
    lines = doc.outlined
    told = [b.prose or (b.ends and b.columns >= SHORT) for b in lines]
    alone = [
        i
        for i in range(1, len(lines) - 1)
        if told[i]
        and not (told[i - 1] or told[i + 1])
        and (lines[i - 1].columns >= TITLED or lines[i].position - 1 == doc.title_at)
    ]
    times = [b.dated or is_recent(b.text) or is_ago(b.text) or _SPAN.fullmatch(b.text) is not None for b in lines]
    days = [day.iso for b in lines if b.dated and (day := find_date(b.text))]
    if any(b.columns > BLURB for b in lines) or (len(days) > 1 and days == sorted(days)):
        return False  # a review, a remark of a reader; a chronicle
    stamped = 0 if any(map(all, pairwise(told))) else sum(any(times[i + 1 : i + 1 + STAMP]) for i in alone)
    return (len(alone) >= TIMES and len(alone) >= FLASHED * sum(told) and sum(times) >= TIMES) or (
        stamped >= STREWN and stamped >= MOSTLY * sum(told)
    )


def _is_verse(doc: Doc) -> bool:
    """True for a page of short lines and no furniture: verse, a speech, a list."""
    widths = sorted(b.columns for b in doc.blocks)
    if sum(b.dated for b in doc.blocks) >= TIMES:
        return False
    return len(widths) >= VERSE and len(doc.cuts) < len(widths) / 2 and widths[len(widths) // 2] < SHORT
