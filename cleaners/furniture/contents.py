"""Tables of contents: a heading, then headings that the article repeats."""

import re

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import Verdicts
from cleaners.kinds import is_furniture, is_numbered
from cleaners.phrases import Rules
from cleaners.sections import opens_prose

LEAST = 3  # entries of a table of contents
BOX = 7  # lines of what is to be learnt, above it

_TIME = re.compile(r"\d{1,2}[:.]\d\d\b")


def contents(doc: Doc, rules: Rules) -> Doc:
    """Cut tables of contents: the heading, the entries, the buttons among them."""
    verdicts: Verdicts = {}
    for i, block in enumerate(doc.blocks):
        if block.position not in verdicts and block.marked("contents.opens") and not opens_prose(doc, i):
            entries = _entries(doc, i)
            if block in doc.span and not entries and any(_TIME.match(b.text) for b in doc.blocks[i + 1 : i + 2]):
                continue  # chapters of a recording
            entries = entries or _numbered(doc, i) or _up_to_table(doc, i)
            if entries or block not in doc.span:
                verdicts[block.position] = f"heading “{block.text}”"
                verdicts.update((b.position, f"listed below “{block.text}”") for b in entries)
    return doc.cut(_unheaded(doc) | verdicts)


def _numbered(doc: Doc, index: int) -> list[Block]:
    """The numbered lines below the heading, where no heading of the article repeats them."""
    found: list[Block] = []
    for block in doc.blocks[index + 1 :]:
        if block.prose or not (is_numbered(block) or block.marks):
            break
        found.append(block)
    return found if len(found) >= LEAST else []


def _up_to_table(doc: Doc, index: int) -> list[Block]:
    """The short lines between the heading and the one of a table of contents below: what is to be learnt."""
    below = doc.blocks[index + 1 : index + 2 + BOX]
    at = next((i for i, b in enumerate(below) if b.marked("contents.opens")), 0)
    return [] if any(b.prose or b.dated for b in below[:at]) else list(below[:at])


def _unheaded(doc: Doc) -> Verdicts:
    """Tables of contents without a heading that a phrase knows: lines that all come again, in order."""
    keys = ["" if b.prose else _bare(b) for b in doc.blocks]
    last = {key: i for i, key in enumerate(keys)}
    verdicts: Verdicts = {}
    run: list[int] = []
    for i, block in enumerate(doc.blocks):
        if verdicts and block.prose and block in doc.span:
            break  # the article has begun, and has had its table
        if run and not block.key:
            continue  # a bar between two entries
        again = last[keys[i]]
        goes_on = not run or again > last[keys[run[-1]]]
        if not block.prose and len(keys[i]) > 1 and again > i + 1 and goes_on and not is_furniture(block):
            run.append(i)
            continue
        if len(run) >= LEAST and run[-1] < last[keys[run[0]]] and last[keys[run[-1]]] - last[keys[run[0]]] > len(run):
            listed = _with_bars(doc, run[0], run[-1])
            verdicts.update((doc.blocks[j].position, "lists the headings of the article") for j in listed)
        run = []
    return verdicts


def _with_bars(doc: Doc, first: int, last: int) -> range:
    """The entries, and further ones that bars on lines of their own part from them."""
    while last + 2 < len(doc.blocks) and not doc.blocks[last + 1].key and not doc.blocks[last + 2].prose:
        last += 2
    while first > 1 and not doc.blocks[first - 1].key and not doc.blocks[first - 2].prose:
        first -= 2
    return range(first, last + 1)


def _entries(doc: Doc, index: int) -> list[Block]:
    """Blocks below the heading up to the first one that comes again or is a paragraph.

    The headings of the article come in the order of their entries, so the first entry that
    comes a second time ends the table.
    """
    later = [_bare(b) for b in doc.blocks]
    found: list[Block] = []
    seen: set[str] = set()
    for i in range(index + 1, len(doc.blocks)):
        block, key = doc.blocks[i], later[i]
        if block.prose or key in seen or not (key in later[i + 1 :] or _is_between(later, i, seen)):
            break
        seen.add(key)
        found.append(block)
    return found


def _bare(block: Block) -> str:
    """The folded text without its number: "2.1 Risks" and "Risks" are one heading. A time of day has none."""
    if _TIME.match(block.text):
        return block.key
    return block.key.lstrip("0123456789.．、)） ①②③④⑤⑥⑦⑧⑨⑩-–—") or block.key


def _is_between(later: list[str], i: int, seen: set[str]) -> bool:
    """True where one of the next two entries comes again, so that this one is in the table."""
    return any(key in later[j + 1 :] and key not in seen for j, key in enumerate(later[i + 1 : i + 3], i + 1))
