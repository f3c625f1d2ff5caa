"""Where, or as what, a writer works, which bylines list behind the name: "Ann Roe, Saltbox Research"."""

import re
from collections.abc import Sequence

from cleaners.metadata.people import has_given_name, is_full_latin
from cleaners.metadata.people_east import is_desk, is_full_name, is_position
from cleaners.tables import read_table

_ENDINGS = read_table("metadata", "names.toml")["affiliations"]
_LATIN = frozenset(_ENDINGS["latin"])
_EAST = tuple(_ENDINGS["east"])
_SPACE = re.compile(r"[\s・]")  # ノースビーム・リサーチ


def without_affiliations(parts: Sequence[str]) -> list[str]:
    """The parts of a byline's list without those behind a full name that are firms and positions."""
    named = bool(parts) and (is_full_latin(parts[0]) or is_full_name(parts[0]))
    return [part for i, part in enumerate(parts) if not (named and i and _is_affiliation(part))]


def _is_affiliation(part: str) -> bool:
    if is_desk(part):
        return False
    last = _SPACE.split(part)[-1]
    if last.casefold() in _LATIN or last in _EAST:
        return True
    name, _, role = part.rpartition(" ")
    if name and is_position(role) and not (is_full_name(name) or has_given_name(name)):
        return True  # "Slow Settlement 主筆"
    return part.endswith(_EAST) and not (is_full_name(part) or has_given_name(part))
