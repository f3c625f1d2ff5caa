"""What stands before the article's first line and after its last one."""

import re
from itertools import takewhile, zip_longest

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import Verdicts
from cleaners.kinds import EDGES, is_numbered
from cleaners.phrases import Rules
from cleaners.shape import leads_over

NOTES = 20  # notes below the article
LEAST = 12  # columns of a last short sentence
LIKELY = 0.5  # likelihood from which a line goes on from the article
HEADING = range(16, 66)  # columns of a heading that opens the article

_WORDED = re.compile(r"^(?=.*[一-鿿]).{2,7}[はがをにで].{1,7}$")  # a heading of a few words, as no name is
_NOTE = re.compile(r"[\[［(（]\d{1,2}[\]］)）]|※|[*＊]\d|注\d?[:：]|\d{1,2}\)\s")
_CALLED = re.compile(r"(?:※|[*＊]|注)\s?\d{1,2}|[\[［(（]注?\d{1,2}[\]］)）]")
OWN = {
    "sentences.ends",
    "disclaimers.about",
    "subscriptions.calls",
    "subscriptions.objects",
    "digests.notes",
    "introductions.own",
    *EDGES,
}


def surroundings(doc: Doc, rules: Rules) -> Doc:
    """Cut what is outside the article; what goes on from it, or opens it, stays."""
    before = [b for b in doc.blocks if b.position < doc.span.first]
    after = [b for b in doc.blocks if b.position > doc.span.last]
    plain = [b for b in before if not b.structured]  # where there is structure, it has judged them
    opening = _highlights(plain) or int(bool(plain) and _opens(doc, plain[-1]))
    verdicts: Verdicts = {b.position: "stands before the article" for b in before[: len(before) - opening]}
    last = next((b for b in reversed(doc.blocks) if b in doc.span), None)
    own = frozenset(b.bullet for b in doc.blocks if b.bullet and b in doc.span)
    tail = _tail(last, [*takewhile(lambda b: not _is_unlikely(b), after)], own)
    tail += sum(1 for _ in takewhile(lambda b: _is_called(doc, b), after[tail : tail + NOTES]))
    verdicts |= {b.position: "stands after the article" for b in after[tail:]}
    return doc.cut(verdicts)


def _is_unlikely(block: Block) -> bool:
    """True for a flattened line that trees find likelier none of the article's."""
    return not block.structured and block.likely is not None and block.likely < LIKELY


def _is_called(doc: Doc, block: Block) -> bool:
    """True for a note whose sign the article's sentences hold: "※1 as of March" where one says "300 shops (※1)"."""
    sign = _CALLED.match(block.text)
    return sign is not None and any(sign.group() in b.text for b in doc.blocks if b in doc.span and b.prose)


def _highlights(before: list[Block]) -> int:
    """How many bulleted sentences stand right above the first paragraph; a menu has short ones."""
    count = 0
    for block in reversed(before):
        if not block.bullet or block.marks - OWN or block.columns < min(HEADING) * 2:
            break
        count += 1
    return count


def _opens(doc: Doc, block: Block) -> bool:
    """True for a heading right above the first paragraph."""
    return (
        block.position == doc.span.first - 1
        and (block.columns in HEADING or _WORDED.search(block.text) is not None)
        and not block.marks - OWN
        and not (block.dated or block.bullet or "=" in block.text or "＝" in block.text)
    )


def _tail(last: Block | None, after: list[Block], own: frozenset[str]) -> int:
    """How many blocks after the article's last paragraph still belong to it. own: its list marks."""
    listed = _led_to(last, after)
    if listed:
        return listed
    count = 0
    for block, below in zip_longest(after, after[1:]):
        if last is None or not (_goes_on(last, block) or _heads(block, below, own)):
            break
        last = block
        count += 1
    return count


def _led_to(last: Block | None, after: list[Block]) -> int:
    """How many lines right behind a last paragraph that leads over to them, "three hearings will be held:", are alike:
    all of them with a day, or none."""
    if last is None or not (last.prose and leads_over(last.text)):
        return 0
    first = last.position + 1

    def alike(found: tuple[int, Block]) -> bool:
        at, block = found
        return block.position == at and block.dated == after[0].dated and not block.marks - OWN

    count = sum(1 for _ in takewhile(alike, enumerate(after[:NOTES], first)))
    return count if count > 1 else 0


def _heads(block: Block, below: Block | None, own: frozenset[str]) -> bool:
    """True for the heading of the article's notes, or of a list of its own making."""
    if below is None or below.marks - OWN or below.dated:
        return False
    if block.marked("references.opens"):
        return _is_item(below)
    return not (block.marks - OWN or block.bullet or block.dated or block.bare_number) and below.bullet in own


def _is_item(block: Block) -> bool:
    return bool(block.bullet) or is_numbered(block) or _NOTE.match(block.text) is not None or _is_address(block)


def _is_address(block: Block) -> bool:
    return block.text.startswith(("https://", "http://"))


def _goes_on(last: Block, block: Block) -> bool:
    if block.marks - OWN or block.dated or block.bare_number or block.gap > last.gap + 1:
        return False
    if block.bullet:
        return block.bullet == last.bullet or leads_over(last.text)
    if _is_item(block):
        return _is_item(last) or leads_over(last.text) or last.marked("references.opens")
    return block.ends and block.columns >= LEAST and block.position == last.position + 1
