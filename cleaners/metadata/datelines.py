"""The article's date, where no byline has it: on a line of its own, at the article's end, in two halves."""

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise

from cleaners.block import Block
from cleaners.calendars.names import month_of
from cleaners.calendars.setting import Setting
from cleaners.doc import Doc
from cleaners.evidence import FEW
from cleaners.metadata.rows import NOTHING, read_row
from cleaners.metadata.signatures import at_the_end
from cleaners.metadata.stray_dates import is_period, with_year
from cleaners.phrases import Rules

LONGEST = 100  # columns
WHOLE_DAY = 24  # columns of a day that is all of a line
NEAR = 10  # lines below the title in which its date may stand
LEADS = 4  # paragraphs ahead of which a day and its time may stand alone
DECEMBER = 12
FEW_LINES = 3  # ahead of the first paragraph

_ISSUE = re.compile(
    r"(?:(?:vol|no|issue)\b\W{0,2}\d*\W{0,2})?(?P<name>[^\W\d_]{3,12}) (?P<year>(?:19|20)\d\d)(?: (?:issue|edition))?"
    r"|(?P<y>(?:19|20)\d\d)\s?[年년]\s?(?P<m>\d{1,2})\s?(?:月|월)(?:号|號|호|刊)?",
    re.I,
)
_TEAM = re.compile(r"\S.{0,24}(?:团队|團隊|チーム|팀|\sTeam)")  # who signs an announcement, above its day
_CLOCK = re.compile(r"\d{1,2}:\d\d")
YEARLESS = re.compile(r"(\d{1,2})/(\d{1,2})\s?[(（]([月火水木金土日])[)）]\s?(\d{1,2}):(\d\d)")


def timed(doc: Doc, title: int) -> Doc:
    """The time of the day of publication, where a line near the title has it with the day and no year."""
    day = doc.metadata.published or ""
    near = (b for b in doc.blocks if title < b.position <= title + NEAR)
    for stamp in filter(None, (YEARLESS.match(unicodedata.normalize("NFKC", b.text)) for b in near)):
        if not day and title >= 0:
            return doc.learn("a day of the week and the copyright's year", published=with_year(doc, stamp))
        if day[4:] == f"-{int(stamp[1]):02}-{int(stamp[2]):02}":
            return replace(doc, metadata=replace(doc.metadata, published=f"{day}T{int(stamp[4]):02}:{stamp[5]}"))
    return doc


def dated_near(doc: Doc, setting: Setting, rules: Rules, title: int) -> Doc:
    """The date on a line of its own a little below the title, or right above the first paragraph."""
    if doc.metadata.published or doc.metadata.modified:
        return doc
    first = next((b.position for b in doc.blocks if b in doc.span and b.prose and b.columns >= FEW), doc.span.first)
    near = [b for b in doc.blocks if 0 <= title < b.position <= title + NEAR or first - FEW_LINES <= b.position < first]
    told = [b.position for b in doc.blocks if b in doc.span and b.prose][:LEADS]
    timed = [b for b in doc.blocks if b.dated and title < b.position < max(told, default=0) and _CLOCK.search(b.text)]
    near += timed if title >= 0 and len(timed) == 1 else []  # below leads and what is said of each writer
    dated = [b for b in near if b.dated and b.position < doc.span.last]
    if not dated or sum(b.dated for b in doc.blocks if abs(b.position - dated[0].position) <= NEAR) > FEW_LINES:
        return doc  # among many dates, those of other articles
    row = read_row(dated[0].text, setting, rules.labels)
    doc = doc.learn(dated[0].where, published=row.published, modified=row.modified)
    return doc.cut({dated[0].position: "a dateline"})


def dated_behind(doc: Doc, setting: Setting, rules: Rules) -> Doc:
    """The dates at the article's end, with a label, an outlet or the writer: "发布于 2025-09-14 08:31"."""
    if doc.answers:
        return doc  # the last answer's day is not the page's
    ends = {b.position: b for b in at_the_end(doc)}
    signed = {below.position: below for block, below in pairwise(doc.blocks) if _is_signed(block, below)}
    for block in (ends | signed).values():
        dated = block.columns <= LONGEST and not is_period(block.text)
        row = read_row(block.text, setting, rules.labels) if dated else NOTHING
        named = row.dates and row.names and not (block.prose or doc.metadata.authors or doc.metadata.published)
        founded = row.labelled or row.site or block.position in signed
        if named or (row.plain and (founded or _is_alone(doc, block))):
            doc = doc.learn(block.where, published=row.published, modified=row.modified, site=row.site)
            doc = doc.learn(block.where, authors=row.authors, translators=row.translators)
            doc = doc if block.position in signed else doc.cut({block.position: "a dateline"})
    return doc


def _is_signed(block: Block, below: Block) -> bool:
    """True for a day and no more below the team that signs an announcement, of which both are a part."""
    return below.dated and below.columns <= WHOLE_DAY and _TEAM.fullmatch(block.text) is not None


def _is_alone(doc: Doc, block: Block) -> bool:
    """True for a day behind the last sentence of an article that has none as yet, beside no other; a quoted post's has
    the time ahead: "9:14 AM · Jul 21, 2025"."""
    if _CLOCK.match(block.text):
        return False
    told = max((b.position for b in doc.blocks if b in doc.span and b.prose), default=-1)
    beside = any(b.dated for b in doc.blocks if 0 < abs(b.position - block.position) <= FEW_LINES + 1)
    return told < block.position and not (beside or doc.metadata.published or doc.metadata.modified)


def issued(doc: Doc, title: int) -> Doc:
    """The month of a magazine's issue, where it is all that a line between title and article says: NOVEMBER 2025."""
    first = next((b.position for b in doc.blocks if b in doc.span and b.prose), doc.span.first)
    for block in (b for b in doc.blocks if 0 <= title < b.position < first):
        issue = _ISSUE.fullmatch(unicodedata.normalize("NFKC", block.text))
        month = (int(issue["m"]) if issue["m"] else month_of(issue["name"])) if issue else None
        if issue and month and 1 <= month <= DECEMBER and not (doc.metadata.published or doc.metadata.modified):
            doc = doc.learn(block.where, published=f"{issue['year'] or issue['y']}-{month:02}")
            return doc.cut({block.position: "a dateline"})
    return doc
