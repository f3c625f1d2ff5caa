"""Tags: their label with what it lists, lines of hashtags."""

import re
from dataclasses import replace
from itertools import takewhile

from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.evidence import FEW, Verdicts
from cleaners.phrases import Rules
from cleaners.sections import opens_prose, section

_HASHTAGS = re.compile(r"(?:[#＃][\w·・.-]{1,40}[\s,、|]*){2,}$|[#＃]\w{1,40}$")
_SPLIT = re.compile(r"[#＃,、，;；|｜\s]+")
LONGEST = 40  # columns of one tag


def tags(doc: Doc, rules: Rules) -> Doc:
    """Cut tag lines; what they list becomes the page's tags."""
    verdicts: Verdicts = {}
    found: list[str] = []
    for i, block in enumerate(doc.blocks):
        if block.position in verdicts:
            continue
        if block.marked("tags.starts") and block.columns <= FEW and not block.prose:
            verdicts[block.position] = "lists tags"
            found += _SPLIT.split(re.split(r"[:：]", block.text, maxsplit=1)[-1])
        elif block.marked("tags.opens") and block.position >= doc.span.first and not opens_prose(doc, i):
            verdicts[block.position] = f"heading “{block.text}”"
            for entry in takewhile(_is_tag, section(doc, i, _is_tag)):
                verdicts[entry.position] = f"a tag below “{block.text}”"
                found.append(entry.text.strip("#＃ "))
        elif _HASHTAGS.match(block.text) and not block.ends:
            verdicts[block.position] = "hashtags"
            found += _SPLIT.split(block.text)
    known = tuple(dict.fromkeys(t for t in found if t))
    return replace(doc.cut(verdicts), metadata=doc.metadata.learn("tag line", tags=known))


def _is_tag(block: Block) -> bool:
    return block.columns <= LONGEST and not block.ends and not block.dated
