"""Names that stand beside what their owners do: "港大学教授　佐倉美帆", "Jane Holloway, Senior Reporter"."""

import re
import unicodedata

from cleaners.metadata.names import split_names
from cleaners.metadata.people import has_given_name, has_role, is_full_latin, is_known_person, is_outlet
from cleaners.metadata.people_east import (
    has_position,
    is_credit,
    is_east,
    is_east_outlet,
    is_full_name,
    is_hangul,
    is_position,
)
from cleaners.metadata.reporters import LATIN
from cleaners.shape import ends_sentence, has_digit

LONGEST = 64  # letters of such a line
WORDS = 4  # of it in the east, the name among them
HALF = 3  # letters of a family's name, or of a given one

# "Jane Doe Senior Politics Editor, The Courier"
_ROLE = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?:\s[A-Z]\.)?\s[A-Z][\w'’-]+)\s(?:[A-Z][\w&'’-]+\s(?:[a-z]+\s)?){0,3}"
    r"(?:[Ee]ditor|[Rr]eporter|[Ww]riter|[Cc]orrespondent|[Cc]olumnist|[Cc]ontributor)(?:,\s.{2,40})?$"
)
_KANA = "[ァ-ヶー]{2,12}(?:・[ァ-ヶー]{2,12}){1,2}"
# "Jane Doe、上級記者", of machine translation
_FOREIGN = re.compile(
    rf"(?P<name>{LATIN}|{_KANA})\s?(?:[、,·・/]\s?(?P<what>[^、。,()|]{{2,24}})|\((?P<role>[^。,()|]{{2,30}})\))"
)
# "佐倉美帆(主任研究員)、有働亮(研究員)"
_LISTED = re.compile(r"(?<=\))(?:\s?[、,]\s?|\s+)")
_WITH_ROLE = re.compile(r"(?P<name>[^()、,]{2,24})\((?P<role>[^()]{2,16})\)")
_MARKS = " ◆◇■□●○★☆▼▲"
_LATIN_MARKS = (",", " | ", " • ", " · ")
_BETWEEN = re.compile(r"(?:[\s()\[\]=／/,、|:-]|(?<![ァ-ヶー])・|・(?![ァ-ヶー]))+")
_INSTITUTION = re.compile(
    r"\b(?:Universit(?:y|ät|é)|Universidad|College|Institut[eo]?|Polytechnic|Observatory|Hospital|CSIRO|CNRS|UNSW|UCL)\b"
)
_NAME = re.compile(rf"(?:[一-鿿々]{{2,3}}|[一-鿿][ノヶケ][一-鿿々])[一-鿿々ぁ-んァ-ヶー]{{1,3}}|{_KANA}")


def presented(text: str) -> tuple[str, ...]:
    """The names in a line that says, besides them, only what their owners do; () for other lines."""
    text = unicodedata.normalize("NFKC", text).strip(_MARKS)
    listed = scholars(text)
    if listed:
        return listed
    if len(text) > LONGEST or ends_sentence(text) or has_digit(text):
        return ()
    return () if is_credit(text) else _east(text) if is_east(text) else _latin(text)


def scholars(text: str) -> tuple[str, ...]:
    """The names in a list of people and the institutions behind them: "Jane Doe, John Roe, University of Kent"."""
    if not _INSTITUTION.search(text) or ends_sentence(text):
        return ()
    parts = text.split(", ")
    names = [part for part in parts if is_full_latin(part) and not _INSTITUTION.search(part)]
    others = [part for part in parts if part not in names]
    houses = all(_INSTITUTION.search(part) or " " not in part for part in others)  # "University of California, Davis"
    return tuple(names) if names[:1] == parts[:1] and houses else ()


def _latin(text: str) -> tuple[str, ...]:
    """ "Jane Holloway, Senior Reporter", "Jane Holloway, The Courier"; without a comma any two words might be one."""
    behind = _ROLE.match(text)
    if behind and is_known_person(behind["name"]):
        return (behind["name"],)
    name, comma, rest = text.partition(next((mark for mark in _LATIN_MARKS if mark in text), ","))
    known = has_role(rest) or (is_outlet(rest.strip()) and has_given_name(name))
    return (name,) if comma and is_full_latin(name) and known and split_names(text) == (name,) else ()


def _east(text: str) -> tuple[str, ...]:
    """Names that come first or last, among words of which one says what somebody is."""
    foreign = [_FOREIGN.fullmatch(part.strip()) for part in text.split("|")]
    if all(one and _is_person(one["name"]) and is_position(_first_role(one)) for one in foreign):
        return tuple(one["name"] for one in foreign if one)
    listed = [_WITH_ROLE.fullmatch(part) for part in _LISTED.split(text)]
    if len(listed) > 1 and all(listed) and any(part and is_position(part["role"]) for part in listed):
        return tuple(part["name"].strip() for part in listed if part)
    words = [word for word in _BETWEEN.split(text) if word]
    if not 1 < len(words) <= WORDS or not any(map(is_position, words)):
        return ()
    if is_hangul(words[0]):
        return tuple(words[:1]) if is_full_name(words[0]) else ()
    return _behind_role(*words) or _amid(words)


def _behind_role(what: str, *halves: str) -> tuple[str, ...]:
    """The name in two halves behind what its owner is: 港大学教授・松浦 慶一郎."""
    short = len(halves) == 2 and all(len(half) <= HALF for half in halves)
    return (" ".join(halves),) if short and is_position(what) and _halves(*halves) else ()


def _amid(words: list[str]) -> tuple[str, ...]:
    """The names with which words begin or end, or the one in two halves."""
    names = [w for w in words if _NAME.fullmatch(w) and not (has_position(w) or is_east_outlet(w))]
    if names:
        together = words[: len(names)] == names or words[-len(names) :] == names
        return tuple(names) if together else ()
    pair = [f"{a} {b}" for a, b in (words[:2], words[-2:]) if len(words) > 2 and _halves(a, b)]
    return tuple(pair[:1])


def _first_role(one: re.Match[str]) -> str:
    return (one["what"] or one["role"]).partition("、")[0]


def _is_person(name: str) -> bool:
    return is_full_latin(name) or not name.isascii()


def _halves(family: str, given: str) -> bool:
    """True for a family and a given name with a space between."""
    short = all(re.fullmatch(r"[一-鿿々ぁ-んァ-ヶー]{1,4}", word) for word in (family, given))
    return short and not (has_position(family) or has_position(given))
