"""Lines that say no more than names."""

import re
from collections.abc import Sequence

from cleaners.block import Block
from cleaners.metadata.names import split_names
from cleaners.metadata.people import PARTICLES, has_given_name
from cleaners.metadata.people_east import is_east, is_full_name
from cleaners.shape import has_digit
from cleaners.tables import either

SHORT = 44  # columns of a line that is a name,
NAMED = 80  # and of one of a label and names, or of several
APART = 5  # letters between two names of a row, and round it
MOST_PARTS = 20  # texts of its tags, in a row of names

_CAPITAL = r"[^\W\d_a-zß-ÿ][\w'’.-]{0,20}"
PERSON = re.compile(rf"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s)?{_CAPITAL}(?:\s(?:{_CAPITAL}|{either(PARTICLES)})){{1,4}}")
_JOINT = re.compile(r"[,/|·&]|\s(?:and|und|et|y|e|en|og|och)\s")
_DASH = re.compile(r"\s[-–]\s")
_NO_ROW = re.compile(r"[\d:!?]")


def persons(block: Block, parts: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """What a line is that says no more than names, "person", "name" or "", and these; its tags may part them where
    nothing else does. parts: see Piece."""
    tagged = tuple(filter(None, (part.strip(" \n\t,/|·&") for part in parts))) if 1 < len(parts) <= MOST_PARTS else ()
    if len(tagged) > 1 and block.columns <= NAMED and all(map(is_person_named, tagged)):
        return "person", tagged
    dashed = tuple(_DASH.split(block.text)) if block.columns <= NAMED else ()
    if len(dashed) > 1 and all(map(is_person_named, dashed)):
        return "person", dashed
    return _person(block), (block.text,)


def is_person_named(text: str) -> bool:
    """True for a person's name that begins with a given name that is known."""
    return PERSON.fullmatch(text) is not None and has_given_name(text)


def _person(block: Block) -> str:
    """What a line is that says no more than a name, or several full ones."""
    if block.columns > SHORT:
        return "person" if block.columns <= NAMED and not block.prose and _are_persons(block.text) else ""
    if is_east(block.text):
        return "name" if is_full_name(block.text) else ""
    if PERSON.fullmatch(block.text):
        return "" if has_digit(block.text) else "person"
    if _are_persons(block.text):
        return "person"
    return "name" if is_full_name(block.text) else ""


def _are_persons(text: str) -> bool:
    """True for a row of full names: "Jane Doe, Mary Roe and Ida Wolf"."""
    names = split_names(text) if _JOINT.search(text) and not (_NO_ROW.search(text) or text[0].islower()) else ()
    whole = sum(map(len, names)) + len(names) * APART >= len(text)
    return len(names) > 1 and whole and all(map(has_given_name, names))
