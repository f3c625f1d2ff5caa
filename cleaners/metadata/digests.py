"""Digests: a standfirst or a machine's summary ahead of the article, kept as its summary."""

from cleaners.doc import Block, Doc
from cleaners.evidence import Verdicts
from cleaners.kinds import is_furniture, is_numbered
from cleaners.metadata.labels import read_labels
from cleaners.metadata.languages import READ, script_of
from cleaners.phrases import Rules
from cleaners.shape import is_several

MOST = 8  # blocks of a digest
HEAD = 12  # blocks of the article's beginning in which it may stand
BEFORE = 3  # paragraphs of the article ahead of a digest, a lead or a notice among them
POINT = 220  # columns of a digest's sentence
MANY = 4  # sentences, of which a digest without list marks has fewer
ALONE = 5  # blocks of a digest without bullets


def digests(doc: Doc, rules: Rules) -> Doc:
    """Cut the digest, whether a heading names it or its language does; it becomes the summary."""
    found = _foreign(doc, rules) or _below_heading(doc)
    if not found:
        return doc
    heading, blocks = found
    reasons: Verdicts = {b.position: "a digest ahead of the article" for b in [*heading, *blocks]}
    text = "\n".join(b.text for b in blocks)
    return doc.learn(f"line {blocks[0].line}", summary=text).cut(reasons)


def _foreign(doc: Doc, rules: Rules) -> tuple[list[Block], list[Block]] | None:
    """Lines ahead of the first paragraph, in another script than the article."""
    head = [b for b in doc.blocks if b.position <= doc.span.last][: HEAD + 20]
    script = script_of("".join(b.text for b in doc.blocks if b in doc.span and b.prose)[-READ:])
    if script not in ("ja", "ko"):
        return None
    found: list[Block] = []
    for block in head:
        foreign = block.columns >= (6 if found else 12) and script_of(block.text) == "zh"
        if foreign and not is_furniture(block) and read_labels(block.text, rules.labels):
            break
        if foreign and not is_furniture(block) and (block.bullet or block.prose or found):
            found.append(block)
        elif found or (block.prose and block in doc.span):
            break
    return ([], found) if sum(b.columns for b in found) >= 60 else None


def _below_heading(doc: Doc) -> tuple[list[Block], list[Block]] | None:
    paragraphs = 0
    for i, block in enumerate(doc.blocks):
        if paragraphs > BEFORE or block.position > doc.span.last:
            return None
        if block.marked("digests.opens"):
            below = _digest(doc.blocks[i + 1 : i + 1 + MOST])
            if below:
                return [block], below
        if block.marked("digests.starts") and block.columns > 40:
            return [], [block]
        paragraphs += block.prose and block in doc.span
    return None


def _digest(below: tuple[Block, ...]) -> list[Block]:
    """The list below the heading; or the lines up to something that is plainly no digest."""
    listed: list[Block] = []
    for block in below:
        if not (block.bullet or is_numbered(block)) or is_furniture(block):
            break
        listed.append(block)
    if listed:
        return listed
    for i, block in enumerate(below[: ALONE + 1]):
        if is_furniture(block) or block.marked("digests.notes") or block.dated:
            return list(below[:i])
        if not (block.prose or block.ends):  # a heading: of the article, or of what stands between
            return list(below[:i]) if i < MANY and not any(is_several(b.text) for b in below[1:i]) else []
    return _single_sentences(below)


def _single_sentences(below: tuple[Block, ...]) -> list[Block]:
    """Two or three lines of one sentence each, with a paragraph of several behind them."""
    count = next((i for i, b in enumerate(below) if not b.prose or b.columns > POINT or is_several(b.text)), 0)
    return list(below[:count]) if MANY > count > 1 and below[count].prose else []
