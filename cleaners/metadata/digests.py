"""Digests: a standfirst or a machine's summary ahead of the article, kept as its summary."""

import re
from collections.abc import Container
from functools import cache
from itertools import dropwhile, groupby, takewhile

from cleaners import fold
from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import Verdicts, pieces_of
from cleaners.kinds import is_furniture, is_notice, is_numbered
from cleaners.metadata.bylined import is_byline
from cleaners.metadata.languages import READ, script_of
from cleaners.metadata.pairs import read_labels
from cleaners.phrases import Rules
from cleaners.shape import is_several
from cleaners.tables import either

MOST = 8  # blocks of a digest
HEAD = 12  # blocks of the article's beginning in which it may stand
NOTE = 160  # columns of such a note
LONG = 40  # columns of a line that is label and digest in one
BEFORE = 3  # paragraphs of the article ahead of a digest, a lead or a notice among them
POINT = 220  # columns of a digest's sentence
MANY = 4  # sentences, of which a digest without list marks has fewer
CLOSE = 3  # lines below the title in which the dateline stands below a standfirst
LONGER = 1.5  # times the longest point of a digest, by which the article's first sentence is longer
_FRAMED = re.compile(r"[-–—―~〜～][^-–—―~〜～].{6,120}[-–—―~〜～]")  # "- A second one is to follow -"
_ASIDE = re.compile(r"\s?[(（][^()（）]{1,30}[)）]$")  # "(由 AI 生成)"
AGAIN = 0.4  # share of the first sentence's words that the article's first one has again
ALONE = 5  # blocks of a digest without bullets
LABELS = ("digests.starts", "digests.continues")  # of the parts of a machine's digest,
SEVERAL = 2  # of which such a digest has that no heading gives away
ABOVE = 2  # lines up to its heading


def digests(doc: Doc, rules: Rules) -> Doc:
    """Cut digests, whether a heading names them or their language does; they become the summary."""
    foreign = _foreign(doc, rules)
    headed = [] if foreign else _headed(doc, rules)
    known = [*foreign, *(b for _, below in headed for b in below)]
    headed += _labelled_behind(doc, frozenset(b.position for b in known))
    lead = [] if foreign else _standfirst(doc, rules) or ([] if headed else _above_writer(doc, rules))
    blocks = [*foreign, *lead, *(b for _, below in headed for b in below)]
    reasons: Verdicts = {b.position: "a digest ahead of the article" for b in blocks}
    reasons |= {heading.position: "heads a digest" for heading, _ in headed}
    reasons |= {b.position: "tells who made the digest" for b in _notes(doc, rules)}
    text = "\n".join(b.text for b in blocks if not b.marked("digests.opens", "closings.opens"))
    return doc.learn(blocks[0].where if blocks else "", summary=text).cut(reasons)


def _notes(doc: Doc, rules: Rules) -> list[Block]:
    """Lines near the article's beginning that say that a machine made the digest."""
    head = [b for b in doc.blocks if b in doc.span][:HEAD]
    notes = (b for b in head if b.marked("digests.notes") and b.columns <= NOTE)
    return [b for b in notes if not read_labels(b.text, rules.labels)]  # whence the picture is, among other things


def _foreign(doc: Doc, rules: Rules) -> list[Block]:
    """Lines ahead of the first paragraph, in another script than the article."""
    head = [b for b in doc.blocks if b.position <= doc.span.last][: HEAD + 20]
    script = script_of("".join(b.text for b in doc.blocks if b in doc.span and b.prose)[-READ:])
    if script not in ("ja", "ko"):
        return []
    found: list[Block] = []
    for block in head:
        foreign = block.columns >= (6 if found else 12) and script_of(block.text) == "zh"
        if foreign and not is_furniture(block) and read_labels(block.text, rules.labels):
            break
        if foreign and not is_furniture(block) and (block.bullet or block.prose or found):
            found.append(block)
        elif found or (block.prose and block in doc.span):
            break
    return found if sum(b.columns for b in found) >= 60 else []


def _standfirst(doc: Doc, rules: Rules) -> list[Block]:
    """The one paragraph between the title and the byline, where the article goes on below that; or what is framed."""
    below = [b for b in doc.blocks if doc.title_at is not None and b.position > doc.title_at][: HEAD + 1]
    framed = [b for b in below if _FRAMED.fullmatch(b.bullet + b.text)]
    if framed and not any(b.prose for b in below[: below.index(framed[0])]):
        return framed
    below = below[: CLOSE + 1]
    dated = next((i for i, b in enumerate(below) if is_byline(b, rules)), 0)
    told = sum(b.prose for b in doc.blocks if b in doc.span and dated and b.position > below[dated].position)
    prose = [b for b in below[:dated] if b.prose and not b.marked("attributions.templates")]
    return prose if len(prose) == 1 and prose[0].columns <= POINT and told > BEFORE and below[0] is prose[0] else []


def _above_writer(doc: Doc, rules: Rules) -> list[Block]:
    """The one paragraph between the title and the line that names the writer, among buttons and dates."""
    below = [b for b in doc.blocks if doc.title_at is not None and b.position > doc.title_at][:HEAD]
    named = next((i for i, b in enumerate(below) if _names_writer(b, rules)), 0)
    prose = [b for b in below[:named] if b.prose and not (is_notice(b) or read_labels(b.text, rules.labels))]
    told = sum(b.prose for b in doc.blocks if b in doc.span and named and b.position > below[named].position)
    digest = len(prose) == 1 and prose[0].columns <= POINT and told > BEFORE
    return prose if digest and not any(b.ends and not b.marks for b in below[:named] if b not in prose) else []


def _names_writer(block: Block, rules: Rules) -> bool:
    return any(field == "author" for field, *_ in read_labels(block.text, rules.labels))


def _headed(doc: Doc, rules: Rules) -> list[tuple[Block, list[Block]]]:
    """The headings of digests near the article's beginning, each with what it heads."""
    found: list[tuple[Block, list[Block]]] = []
    paragraphs = 0
    for i, block in enumerate(doc.blocks):
        if paragraphs > BEFORE or block.position > doc.span.last:
            break
        if any(block in below for _, below in found):
            continue
        below = doc.blocks[i + 1 : i + 1 + MOST]
        opens = _opens(block, rules)
        if block.marked("digests.starts") and block.columns > LONG:
            found.append((block, [block, *(_listed(below) or _labelled(below))]))
        elif opens or block.marked("closings.opens"):
            below = below[1:] if below and is_furniture(below[0]) else below
            body = _between(block, below) or (_digest(below) if opens else [])
            body += _labelled(below[len(body) :])
            if paragraphs and any(is_several(b.text) and not b.bullet for b in body):
                continue  # the article has begun, and this is a part of it
            goes_on = any(b in doc.span and b.ends for b in doc.blocks[i + 1 + len(body) :])
            found += [(block, body)] if body and goes_on else []
        paragraphs += block.prose and block in doc.span and not _is_of_bio(doc.blocks, i)
    return found


def _labelled_behind(doc: Doc, known: Container[int]) -> list[tuple[Block, list[Block]]]:
    """A machine's digest wherever it stands, by two labels of its parts or more, as in a column beside an article,
    with its heading or its first line. known: positions of digests that headings gave away."""
    if sum(b.marked("digests.continues") for b in doc.blocks) < SEVERAL:
        return []  # as on most pages
    found: list[tuple[Block, list[Block]]] = []
    for listed, run in groupby(doc.blocks, key=lambda b: bool(b.bullet) or is_numbered(b) or b.marked(*LABELS)):
        parts = [*dropwhile(lambda b: not b.marked(*LABELS), run)] if listed else []
        if sum(b.marked("digests.continues") for b in parts) < SEVERAL or parts[0].position in known:
            continue
        i = doc.index(parts[0])
        heading = next((b for b in doc.blocks[max(0, i - ABOVE) : i] if b.marked("digests.opens")), parts[0])
        found.append((heading, parts))
    return found


def _is_of_bio(blocks: tuple[Block, ...], i: int) -> bool:
    """True for a line beside one of a box about a writer, which may stand ahead of the article."""
    return any(mark.startswith("author_bios.") for b in blocks[max(0, i - 1) : i + 2] for mark in b.marks)


def _opens(block: Block, rules: Rules) -> bool:
    """True for the heading of a digest: as the rules have it, or made of their words: "【要点の抽出】"."""
    return block.marked("digests.opens") or (block.columns <= LONG and _is_made(block.text, rules))


def _is_made(text: str, rules: Rules) -> bool:
    """True for a line that consists of words of such headings, an aside apart."""
    of, names, behind = (rules.listed.get(f"digests.{part}", ()) for part in ("of", "names", "behind"))
    return bool(names) and _made_of(of, names, behind).fullmatch(fold.letters(_ASIDE.sub("", text))) is not None


@cache
def _made_of(of: tuple[str, ...], names: tuple[str, ...], behind: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{either(of)}){{0,2}}(?:{either(names)})(?:{either(behind)})?")


def _between(heading: Block, below: tuple[Block, ...]) -> list[Block]:
    """What stands between a heading and the same one again, as a box that opens and closes with its name."""
    at = next((i for i, b in enumerate(below) if b.key == heading.key), 0)
    told = all(b.prose or b.ends or b.bullet or is_numbered(b) for b in below[:at])
    return list(below[: at + 1]) if at and told and not any(map(is_furniture, below[:at])) else []


def _listed(below: tuple[Block, ...]) -> list[Block]:
    """The list right below a heading."""
    if not below or below[0].bullet:  # then a number heads a part of the article, as 一、 does below 1, 2, 3
        return list(takewhile(lambda b: b.bullet and not is_furniture(b), below))
    counts = below[0].text[0].isascii()
    items = [*takewhile(lambda b: is_numbered(b) and b.text[0].isascii() == counts and not is_furniture(b), below)]
    return items if len(items) > 1 else []  # one is the article's first heading


def _labelled(below: tuple[Block, ...]) -> list[Block]:
    """The further parts of a machine's digest, each behind its label, and their lists."""
    if not (below and below[0].marked("digests.continues")):
        return []
    return list(takewhile(lambda b: b.marked("digests.continues") or (b.bullet or is_numbered(b)), below))


def _digest(below: tuple[Block, ...]) -> list[Block]:
    """The list below the heading; or the lines up to something that is plainly no digest."""
    listed = _listed(below)
    if listed:
        return listed
    for i, block in enumerate(below[: ALONE + 1]):
        if is_furniture(block) or block.marked("digests.notes") or block.dated:
            return list(below[:i])
        if not (block.prose or block.ends):  # a heading: of the article, or of what stands between
            few = i < MANY and not any(is_several(b.text) for b in below[1:i])
            return list(below[:i]) if few else _single_sentences(below[:i])
    return _single_sentences(below)


def _single_sentences(below: tuple[Block, ...]) -> list[Block]:
    """Two or three lines of one sentence each, with a paragraph of several behind them."""
    count = next(
        (i for i, b in enumerate(below) if not (b.prose or b.ends) or b.columns > POINT or is_several(b.text)),
        len(below),
    )
    widths = [b.columns for b in below[:count]]
    count = next((i for i in range(2, count) if widths[i] > LONGER * max(widths[:i])), count)
    count = next((i for i, b in enumerate(below[:count]) if i and _retells(b, below[0])), count)
    return list(below[:count]) if MANY > count > 1 and count < len(below) and below[count].prose else []


def _retells(block: Block, first: Block) -> bool:
    """True where a line says what the digest's first one says: then it is the article's first."""
    pieces = pieces_of(first.words)
    words = block.words.replace(" ", "")
    return AGAIN * len(pieces) <= sum(piece in words for piece in pieces)
