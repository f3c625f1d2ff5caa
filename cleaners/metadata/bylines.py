"""Bylines and datelines without a label: "By Jane Doe", "CryptoSlate 2025/10/12 21:51"."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from cleaners import fold, shape
from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import FEW, Verdicts
from cleaners.kinds import number_of
from cleaners.metadata.answerers import answerers
from cleaners.metadata.beside import (
    SHORT,
    beside_datelines,
    joined,
    named_alone,
    named_below,
    named_beside,
    outlets_below,
    presented_at,
    presented_below,
)
from cleaners.metadata.datelines import LONGEST, dated_behind, dated_near, issued, timed
from cleaners.metadata.languages import setting_of
from cleaners.metadata.names import as_spelt
from cleaners.metadata.nicknames import nickname
from cleaners.metadata.outlets import as_written
from cleaners.metadata.posts import posted_by_owner
from cleaners.metadata.presented import presented, scholars
from cleaners.metadata.reporters import BY, WECHAT, is_reporter
from cleaners.metadata.rosters import roster
from cleaners.metadata.rows import HANDLED, USER, Row, read_row
from cleaners.metadata.signatures import closed, signatures, signed_above_date
from cleaners.metadata.stray_dates import is_of_table, is_period
from cleaners.phrases import Rules

HEAD = 2  # paragraphs of the article ahead of which a byline may stand: a lead, and the first one …
LEADS = 4  # … or, where it says "by", behind captions and leads
MENU = 40  # lines above the title; further up, "By industry" is a menu's
CLOSE = 4  # lines below the title in which a row with a date is one
MOST = 3  # lines inside the article; more dates than that are a table or a timeline

_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:\s?\(?(?:UTC|GMT)[^()]{0,8}\)?)?|\d{1,2}\s?[時时시點点]\s?\d\d\s?[分분]")
_COMPANY = re.compile(r"[:|]\s.*\b(?:Inc|Corp|Ltd|Co)\.\s?$")  # "… | Source: Harbour Corp."
_MARKS = "|·•∙/–—,()[]"
_START = ("0:00", "00:00")  # of a recording


def bylines(doc: Doc, rules: Rules) -> Doc:
    """Read who wrote it, where and when from the lines between the title and the article."""
    setting = setting_of(doc)
    verdicts: Verdicts = {}
    rows: list[tuple[Block, Row]] = []
    read = 0
    paragraphs = [b.position for b in doc.blocks if b in doc.span and b.prose][:LEADS]
    until = max(paragraphs[:HEAD], default=doc.span.first)
    title = _title_at(doc)
    for i, block in enumerate(doc.blocks):
        late = until < block.position <= max(paragraphs, default=0) and _says_by(block)
        if (block.position > until and not late) or _is_long(block) or (block.bullet and block in doc.span):
            continue
        if block in doc.span and read >= MOST:
            break
        if block in doc.span and (block.dated or is_period(block.text)) and is_of_table(doc, i, rules.labels):
            continue
        if block in doc.span and number_of(block):
            continue  # "1) No more deposits: 2 December 2025"
        row = read_row(_with_clock(doc.blocks, i), setting, rules.labels)
        if title < block.position and not (row.names or row.dates):
            above = rows[-1][0] if rows else None
            row = replace(row, authors=presented_at(doc, block) or presented_below(above, block))
        reason = _reason(block, row) or ("a dateline" if _is_dateline(block, row, title) else None)
        if reason:
            rows.append((block, row))
            verdicts[block.position] = reason
            read += block in doc.span
    cards = () if doc.metadata.authors else answerers(doc)
    if cards:
        doc = doc.learn(cards[0][0].where, authors=tuple(name for _, name in cards))
        doc = doc.cut({block.position: "the writer" for block, _ in cards})
    at = -1 if doc.answers else title  # a question's date may stand above it, those of answers are below
    rows = [
        (b, row)
        for b, row in _without_feeds(rows)
        if row.dates or b.position >= title - (CLOSE if USER.fullmatch(b.text) else MENU)
    ]
    for block, row in sorted(_together(rows), key=lambda found: _rank(found[0], found[1], at)):
        doc = _learn(doc, block, row)
    doc = _with_further(doc, rows)
    beside = beside_datelines(doc, verdicts) | outlets_below(doc, title)
    doc = named_below(doc, until)
    dated = dated_near(doc, setting, rules, title)
    stamps: Verdicts = {cut.position: cut.reason for cut in dated.cuts[len(doc.cuts) :]}
    doc = posted_by_owner(signatures(named_beside(dated, stamps | verdicts, title), rules))
    if not doc.metadata.authors:
        found = nickname(doc, title, frozenset(verdicts), rules)
        if found:
            listed, lines = roster(doc.blocks, doc.index(found[0]))
            cuts: Verdicts = {b.position: "the writers" for b in lines} | {found[0].position: "the writer"}
            doc = doc.learn(found[0].where, authors=listed or found[1]).cut(cuts)
    doc = joined(signed_above_date(named_alone(doc, title, until)), title, max(paragraphs, default=until))
    doc = closed(doc, rules)
    doc = issued(timed(dated_behind(doc, setting, rules), title), title)
    authors = as_spelt(doc.metadata.authors, doc.lines)
    return replace(doc, metadata=replace(doc.metadata, authors=authors)).cut(beside | verdicts)


def _is_long(block: Block) -> bool:
    """True for more than a row: a date may say where it was filed, and scholars stand with their institutions."""
    if block.columns <= LONGEST:
        return False
    filed = (block.text[:1].isdigit() and not block.ends) or _COMPANY.search(block.text) is not None
    return block.columns > LONGEST + LONGEST * (filed or scholars(block.text) != ())


def _without_feeds(rows: list[tuple[Block, Row]]) -> list[tuple[Block, Row]]:
    """The rows without the name glued to a date and that of an account, where another row names who wrote it."""
    writers = [b.text for b, row in rows if row.authors and not (row.dates or WECHAT.match(b.text))]
    signed = any(not presented(text) for text in writers)
    feeds = [bool(writers) and _is_glued(b, row) or signed and WECHAT.match(b.text) for b, row in rows]
    return [(b, replace(row, authors=()) if feed else row) for (b, row), feed in zip(rows, feeds, strict=True)]


def _is_glued(block: Block, row: Row) -> bool:
    """True for a row whose date follows a letter: "Sunlit Chain2025/11/05 09:30"."""
    ahead = unicodedata.normalize("NFKC", block.text)[: row.dates[0].start] if row.dates else ""
    return ahead[-1:].isalpha() and row.authors in ((), (ahead,))  # "by Jane2025/11/05" is no feed's


def _together(rows: Sequence[tuple[Block, Row]]) -> list[tuple[Block, Row]]:
    """The rows, those of reporters who stand one below the other as one."""
    joined: list[tuple[Block, Row]] = []
    last: Block | None = None
    for block, row in rows:
        reports = bool(row.authors) and not row.dates and _names_writer(block, last)
        if reports and last is not None and block.position == last.position + 1:
            first, above = joined[-1]
            joined[-1] = first, replace(above, authors=tuple(dict.fromkeys(above.authors + row.authors)))
        else:
            joined.append((block, row))
        last = block if reports else None
    return joined


def _with_further(doc: Doc, rows: Sequence[tuple[Block, Row]]) -> Doc:
    """The page with the reporters who stand right below a label and its writer: "文 | 记者 何听澜", "实习记者 周可"."""
    where = doc.metadata.provenance.get("authors", "").partition(":")[0]
    at = next((cut.position for cut in doc.cuts if cut.where == where and cut.cleaner == "labels"), -1)
    for block, row in rows:
        if at >= 0 and block.position == at + 1 and row.authors and not row.dates and is_reporter(block.text):
            authors = tuple(dict.fromkeys(doc.metadata.authors + row.authors))
            doc = replace(doc, metadata=replace(doc.metadata, authors=authors))
            at += 1
    return doc


def _names_writer(block: Block, above: Block | None) -> bool:
    """True for a reporter's line, and for one that says besides a name what its owner does."""
    handled = HANDLED.match(block.text) is not None
    return handled or is_reporter(block.text) or presented(block.text) != () or presented_below(above, block) != ()


def _title_at(doc: Doc) -> int:
    """Where the title stands; -1 where the page states none."""
    if doc.title_at is not None:
        return doc.title_at
    where = doc.metadata.provenance.get("title")
    return next((b.position for b in doc.blocks if b.where == where), -1)


def _says_by(block: Block) -> bool:
    """True for a short line that is "by" and names, and no more."""
    return BY.match(block.text) is not None and block.columns <= SHORT + SHORT and not block.ends


def _is_dateline(block: Block, row: Row, title: int) -> bool:
    """True for a row with a date right below the title, or a little below it where marks or labels set the date off."""
    told = (block.ends or (block.prose and not row.labelled)) and not _COMPANY.search(block.text)
    if not row.dates or told or not title < block.position <= title + CLOSE:
        return False
    return block.position == title + 1 or row.labelled or _is_parted(unicodedata.normalize("NFKC", block.text), row)


def _is_parted(text: str, row: Row) -> bool:
    """True where a row's first date stands between marks, or between one and an end of the line."""
    ahead, behind = text[: row.dates[0].start].rstrip(), text[row.dates[0].end :].lstrip()
    return (not ahead or ahead[-1] in _MARKS) and (not behind or behind[0] in _MARKS)


def _rank(block: Block, row: Row, title: int) -> tuple[bool, bool, int]:
    """Which row is believed first: below the title, labelled, near the title."""
    return block.position < title, not row.labelled, abs(block.position - title)


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
    short = block.columns <= SHORT + SHORT or row.site is not None or scholars(block.text) != ()
    return "a byline" if row.names and short and not block.ends else None


def _learn(doc: Doc, block: Block, row: Row) -> Doc:
    where = block.where
    text = unicodedata.normalize("NFKC", block.text)
    ahead = _source(text[: row.dates[0].start]) if row.dates else None
    site = as_written(block.text, row.site or ahead or "") or None
    doc = doc.learn(where, site=site, published=row.published, modified=row.modified)
    return doc.learn(f"{where}: by", authors=row.authors, translators=row.translators)


def _source(text: str) -> str | None:
    """The outlet that a feed glues to the date, once or twice: "CryptoSlateCryptoSlate2025/…"."""
    return shape.doubled(fold.bare(text.strip()))
