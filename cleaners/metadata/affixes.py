"""What stands round a headline in its own line: a label, the section ahead of it, the site behind it."""

import re

from cleaners import fold
from cleaners.block import Block
from cleaners.doc import Doc
from cleaners.metadata.outlets import is_name, is_press
from cleaners.shape import PERMALINK
from cleaners.tables import either, read_table

SITE = 24  # letters of a site's name behind a headline

_SECTION = re.compile(
    rf"(?:{either(read_table('metadata', 'names.toml')['titles']['sections'])})\s?[:：|｜丨》]\s?(?=\S.{{5}})", re.I
)
_LABEL = re.compile(r"Title:\s*|[標标][題题](?=\[)")  # the second is a board's: "標題[心得] …"
_WORDS = re.compile(r"[^\W\d][^\W\d&'’. ]*(?:[&'’. ]+[^\W\d]+)*")
_SUFFIX = re.compile(r"\s*(?:[|｜丨]|\s[-–—_]\s|\s-\s?)\s*[^|｜丨]{1,40}$")


def without_affixes(doc: Doc, block: Block) -> str:
    """The title without its label, and without the site's name behind it where another line has it without."""
    labelled = _LABEL.match(block.text)
    if labelled:
        return block.text[labelled.end() :]
    section = _SECTION.match(block.text)
    if section:
        return block.text[section.end() :]
    text = block.text.rstrip(PERMALINK)
    bare = _SUFFIX.sub("", text)
    key = fold.letters(bare)
    if 2 * len(bare) < len(text):
        return text  # "Cup | Nine hold on for a draw in the rain"
    if bare != text and any(b.key == key for b in doc.blocks if b is not block):
        return bare
    if bare != text and _names_site(doc, text[len(bare) :]):
        return bare
    return text


def _names_site(doc: Doc, suffix: str) -> bool:
    """True for a name behind a bar, or an outlet's behind a dash, that the article does not speak of."""
    name = suffix.strip(" |｜丨-–—_")
    barred = any(mark in suffix for mark in "|｜丨") and len(name) <= SITE and _WORDS.fullmatch(name) is not None
    return (barred or is_press(name)) and is_name(name) and fold.letters(name) not in doc.spoken
