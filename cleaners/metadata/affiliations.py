"""Where, or as what, a writer works, which bylines list behind the name: "Ann Roe, editor, Saltbox Research"."""

import re
from collections.abc import Sequence

from cleaners.metadata.people import has_given_name, has_role, is_full_latin, is_outlet
from cleaners.metadata.people_east import is_desk, is_east, is_full_name, is_position
from cleaners.tables import read_table

SHORT = 4  # letters of an agency, a degree, initials

_ENDINGS = read_table("metadata", "names.toml")["affiliations"]
_LATIN = frozenset(_ENDINGS["latin"])
_EAST = tuple(_ENDINGS["east"])
_SPACE = re.compile(r"[\s・]")  # ノースビーム・リサーチ


def without_affiliations(parts: Sequence[str]) -> list[str]:
    """The parts of a byline's list, one or more, without those behind a name that say what its owner is, and where."""
    first, *rest = parts
    named = is_full_latin(first) or is_full_name(first)
    return [first, *(p for p in rest if not (_is_role(p, first) or (named and _is_employer(p))))]


def _is_role(part: str, first: str) -> bool:
    """True for "editor", "The Times", "London" and "AFP" behind a name in Latin letters."""
    if is_east(first):
        return False
    if is_outlet(part) or (part.isupper() and len(part) <= SHORT):
        return True
    place = " " in first and " " not in part and not is_east(part)
    return place or (has_role(part) and not has_role(first))


def _is_employer(part: str) -> bool:
    """True for firms and positions behind a full name."""
    if is_desk(part):
        return False
    last = _SPACE.split(part)[-1]
    if last.casefold() in _LATIN or last in _EAST:
        return True
    name, _, role = part.rpartition(" ")
    if name and is_position(role) and not (is_full_name(name) or has_given_name(name)):
        return True  # "Slow Settlement 主筆"
    return part.endswith(_EAST) and not (is_full_name(part) or has_given_name(part))
