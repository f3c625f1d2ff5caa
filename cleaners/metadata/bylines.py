"""Bylines and datelines without a label: "By Jane Doe", "CryptoSlate 2025/10/12 21:51"."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from cleaners import fold, shape
from cleaners.block import Block
from cleaners.calendars.setting import Setting
from cleaners.doc import Doc
from cleaners.evidence import FEW, Verdicts
from cleaners.kinds import tells
from cleaners.metadata.labels import ORIGINAL
from cleaners.metadata.languages import setting_of
from cleaners.metadata.names import split_names
from cleaners.metadata.nicknames import nickname
from cleaners.metadata.outlets import as_written
from cleaners.metadata.people import has_role, has_word, is_desk_latin, is_full_latin
from cleaners.metadata.people_east import is_desk, is_east, is_full_list, is_full_name, is_hangul, is_paper
from cleaners.metadata.rows import NOTHING, Row, is_reporter, read_row
from cleaners.metadata.signatures import at_the_end, signatures
from cleaners.metadata.stray_dates import asked, is_of_table, is_period, with_year
from cleaners.phrases import Rules

HEAD = 2  # paragraphs of the article ahead of which a byline may stand: a lead, and the first one
LONGEST = 100  # columns
SHORT = 32  # columns of a name, a section, a place
MOST = 3  # lines inside the article; more dates than that are a table or a timeline
NEAR = 10  # lines below the title in which its date may stand
FEW_LINES = 3  # from the title to a dateline, with a writer's name between
SIGNED = 2  # sentences at the article's end in which its writer may sign, or be presented

_BY = frozenset(
    {"by", "by:", "written by", "posted by", "撰文", "글", "文", "escrito por", "por", "von", "par", "scritto da"}
)
_ORIGINAL = ORIGINAL | {"original"}
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_START = ("0:00", "00:00")  # of a recording
YEARLESS = re.compile(r"(\d{1,2})/(\d{1,2})\s?[(（]([月火水木金土日])[)）]\s?(\d{1,2}):(\d\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w.-]+")


def bylines(doc: Doc, rules: Rules) -> Doc:
    """Read who wrote it, where and when from the lines between the title and the article."""
    setting = setting_of(doc)
    verdicts: Verdicts = {}
    rows: list[tuple[Block, Row]] = []
    read = 0
    paragraphs = [b.position for b in doc.blocks if b in doc.span and b.prose][:HEAD]
    until = max(paragraphs, default=doc.span.first)
    title = _title_at(doc)
    for i, block in enumerate(doc.blocks):
        longest = LONGEST + LONGEST * (block.text[:1].isdigit() and not block.ends)  # a date, and where it was filed
        if block.position > until or block.columns > longest or (block.bullet and block in doc.span):
            continue
        if block in doc.span and read >= MOST:
            break
        if block in doc.span and (block.dated or is_period(block.text)) and is_of_table(doc, i):
            continue
        row = read_row(_with_clock(doc.blocks, i), setting, rules.labels)
        reason = _reason(block, row) or ("a dateline" if row.dates and _is_below(block, title) else None)
        if reason:
            rows.append((block, row))
            verdicts[block.position] = reason
            read += block in doc.span
    at = -1 if doc.answers else title  # a question's date may stand above it, those of answers are below
    for block, row in sorted(_together(rows), key=lambda found: _rank(found[0], found[1], at)):
        doc = _learn(doc, block, row)
    beside = _beside(doc, verdicts) | _outlets(doc, title)
    doc = signatures(_named(doc, beside, verdicts, title), rules)
    doc = _named_below(doc, until)
    if not doc.metadata.authors:
        found = nickname(doc, title, frozenset(verdicts), rules)
        doc = doc.learn(found[0].where, authors=found[1]).cut({found[0].position: "the writer"}) if found else doc
    doc = _dated_near(asked(doc, setting), setting, rules, title)
    return _timed(_dated_behind(doc, setting, rules), title).cut(beside | verdicts)


def _timed(doc: Doc, title: int) -> Doc:
    """The time of the day of publication, where a line near the title has it with the day and no year."""
    day = doc.metadata.published or ""
    near = (b for b in doc.blocks if title < b.position <= title + NEAR)
    for stamp in filter(None, (YEARLESS.match(unicodedata.normalize("NFKC", b.text)) for b in near)):
        if not day and title >= 0:
            return doc.learn("a day of the week and the copyright's year", published=with_year(doc, stamp))
        if day[4:] == f"-{int(stamp[1]):02}-{int(stamp[2]):02}":
            return replace(doc, metadata=replace(doc.metadata, published=f"{day}T{int(stamp[4]):02}:{stamp[5]}"))
    return doc


def _together(rows: Sequence[tuple[Block, Row]]) -> list[tuple[Block, Row]]:
    """The rows, those of reporters who stand one below the other as one."""
    joined: list[tuple[Block, Row]] = []
    last: Block | None = None
    for block, row in rows:
        reports = bool(row.authors) and not row.dates and is_reporter(block.text)
        if reports and last is not None and block.position == last.position + 1:
            first, above = joined[-1]
            joined[-1] = first, replace(above, authors=tuple(dict.fromkeys(above.authors + row.authors)))
        else:
            joined.append((block, row))
        last = block if reports else None
    return joined


def _title_at(doc: Doc) -> int:
    """Where the title stands; -1 where the page states none."""
    if doc.title_at is not None:
        return doc.title_at
    where = doc.metadata.provenance.get("title")
    return next((b.position for b in doc.blocks if b.where == where), -1)


def _named_below(doc: Doc, until: int) -> Doc:
    """The writer on the line below "by"; the writer and the account on the two lines below "原创"."""
    for i, block in enumerate(doc.blocks):
        below = doc.blocks[i + 1 : i + 3]
        marked = block.position <= until and (block.text.lower() in _BY or block.text in _ORIGINAL)
        names = split_names(below[0].text) if marked and below and _is_plain(below[0]) else ()
        if not names:
            continue
        if block.text.lower() in _BY:
            cuts: Verdicts = {b.position: "a byline" for b in (block, below[0])}
            return doc.learn(below[0].where, authors=names).cut(cuts)
        if block.text in _ORIGINAL and len(below) == 2 and _is_plain(below[1]):
            cuts = {b.position: "a byline" for b in (block, *below)}
            doc = doc.learn(below[0].where, authors=names)
            return doc.learn(below[1].where, site=below[1].text).cut(cuts)
    return doc


def _is_below(block: Block, title: int) -> bool:
    """True for a line right below the title that is no sentence."""
    return block.position == title + 1 and not (block.prose or block.ends)


def _rank(block: Block, row: Row, title: int) -> tuple[bool, bool, int]:
    """Which row is believed first: below the title, labelled, near the title."""
    return block.position < title, not row.labelled, abs(block.position - title)


def _dated_near(doc: Doc, setting: Setting, rules: Rules, title: int) -> Doc:
    """The date on a line of its own a little below the title, or right above the first paragraph."""
    if doc.metadata.published or doc.metadata.modified:
        return doc
    first = next((b.position for b in doc.blocks if b in doc.span and b.prose and b.columns >= FEW), doc.span.first)
    near = [b for b in doc.blocks if 0 <= title < b.position <= title + NEAR or first - FEW_LINES <= b.position < first]
    dated = [b for b in near if b.dated and b.position < doc.span.last]
    if not dated or sum(b.dated for b in doc.blocks if abs(b.position - dated[0].position) <= NEAR) > FEW_LINES:
        return doc  # among many dates, those of other articles
    row = read_row(dated[0].text, setting, rules.labels)
    doc = doc.learn(dated[0].where, published=row.published, modified=row.modified)
    return doc.cut({dated[0].position: "a dateline"})


def _dated_behind(doc: Doc, setting: Setting, rules: Rules) -> Doc:
    """The dates at the article's end, with a label or an outlet: "发布于 2025-09-14 08:31"."""
    for block in () if doc.answers else at_the_end(doc):  # the last answer's day is not the page's
        dated = block.columns <= LONGEST and not is_period(block.text)
        row = read_row(block.text, setting, rules.labels) if dated else NOTHING
        if row.plain and (row.labelled or row.site):
            doc = doc.learn(block.where, published=row.published, modified=row.modified, site=row.site)
            doc = doc.cut({block.position: "a dateline"})
    return doc


def _with_clock(blocks: Sequence[Block], i: int) -> str:
    """A line, and the bare time of day on the line below it."""
    below = blocks[i + 1].text if i + 1 < len(blocks) and blocks[i].dated else ""
    timed = _CLOCK.fullmatch(below) and below not in _START
    return f"{blocks[i].text} {below}" if timed else blocks[i].text


def _reason(block: Block, row: Row) -> str | None:
    """Why a line is a byline or a dateline; None where it is neither."""
    if row.dates and (block.dated or row.plain or (row.names and block.columns <= FEW)):
        return "a dateline"
    if is_reporter(block.text) and not (block.ends and not row.names):
        return "a byline"
    return "a byline" if row.names and block.columns <= SHORT + SHORT and not block.ends else None


def _learn(doc: Doc, block: Block, row: Row) -> Doc:
    where = block.where
    text = unicodedata.normalize("NFKC", block.text)
    ahead = _source(text[: row.dates[0].start]) if row.dates else None
    site = as_written(block.text, row.site or ahead or "") or None
    doc = doc.learn(where, site=site, published=row.published, modified=row.modified)
    return doc.learn(f"{where}: by", authors=row.authors, translators=row.translators)


def _beside(doc: Doc, datelines: Verdicts) -> Verdicts:
    """Names, sections and places: short lines ahead of the article, right beside a dateline."""
    first = next((b.position for b in doc.blocks if b in doc.span and b.prose), doc.span.first)
    return {
        b.position: "stands beside a dateline"
        for b in doc.blocks
        if b.position < first
        and not datelines.keys().isdisjoint((b.position - 1, b.position + 1))
        and b.columns <= SHORT
        and not (b.bullet or b.prose or b.ends or b.marks or b.position in datelines)
    }


def _outlets(doc: Doc, title: int) -> Verdicts:
    """Lines between the title and the first paragraph that are the name of a newspaper."""
    first = next((b.position for b in doc.blocks if b in doc.span and b.prose), doc.span.first)
    between = (b for b in doc.blocks if 0 <= title < b.position < first)
    return {b.position: "credits an outlet" for b in between if _is_plain(b) and is_paper(b.text)}


def _named(doc: Doc, beside: Verdicts, datelines: Verdicts, title: int) -> Doc:
    """The writer, where a line beside a dateline is a full name and no more."""
    if doc.metadata.authors:
        return doc
    labelled = {c.position for c in doc.cuts if c.cleaner == "labels"}
    roles = {b.position for b in doc.blocks if _is_plain(b) and has_role(b.text) and not split_names(b.text)}
    close = {p + step for p in labelled | datelines.keys() | roles for step in (-1, 1)}
    dated = {p - step for p in datelines for step in range(1, FEW_LINES + 1)}
    close |= {title + 1} & dated
    near = close | {p + step for p in labelled | datelines.keys() for step in (-2, 2)}
    for block in doc.blocks:
        if block.position <= title or block.position not in near:
            continue
        names = split_names(block.text) if _is_plain(block, SHORT + SHORT) else ()
        if len(names) < 2 and not _is_plain(block):
            continue
        full = is_full_list(names) or all(is_full_name(n) or is_desk(n) or is_desk_latin(n) for n in names)
        full = full or (block.position in close and all(map(is_full_latin, names)))
        right_below = block.position == title + 1 and all(map(is_full_name, names)) and not is_hangul(block.text)
        if names and full and (right_below or not any(_is_word(doc, name) for name in names)):
            cuts: Verdicts = {} if _is_plain(block) else {block.position: "the writers"}
            return doc.learn(block.where, authors=names).cut(cuts)
    return doc


def _is_word(doc: Doc, name: str) -> bool:
    """True for a name that the article's sentences use as words: "Ask Question", 江苏省; and in Hangul, where
    any three syllables might be one.
    """
    if not is_east(name):
        return has_word(name, (_MAIL.sub(" ", b.text) for b in doc.blocks))
    sentences = doc.spoken.split("\n")[:-SIGNED]
    return is_hangul(name) or any(fold.letters(name) in sentence for sentence in sentences)


def _is_plain(block: Block, most: int = SHORT) -> bool:
    """True for a short line that nothing marks as a sentence or as furniture. most: its columns."""
    return block.columns <= most and not (block.prose or block.ends or tells(block) or block.bullet)


def _source(text: str) -> str | None:
    """The outlet that a feed glues to the date, once or twice: "CryptoSlateCryptoSlate2025/…"."""
    return shape.doubled(fold.bare(text.strip()))
