"""How the names round an article compare: who names each of them, what it looks like, and which others there are."""

import re
from collections import defaultdict
from collections.abc import Mapping

from cleaners.metadata.people import has_given_name, is_institution, is_person
from cleaners.metadata.people_east import is_desk, is_east_outlet, is_full_name
from cleaners.shape import has_digit
from cleaners.testimony.kind_of_page import THREAD
from cleaners.testimony.marked import words
from cleaners.testimony.names_of_site import is_site
from cleaners.testimony.weigh import Candidate, Candidates

# Witnesses that, where a page has them, speak against the names that they do not say.
_STRONG = (
    "json-ld article author",
    "json-ld page author",
    "json-ld thread author",
    "meta author",
    "twitter:label",
    "line by right below title",
    "rel author right below title",
    "class authors right below title",
    "itemprop author right below title",
    "line by below title",
    "label author right below title",
)
_BY_TITLE = frozenset(
    f"{kind} {place}"
    for kind in ("class authors", "rel author", "itemprop author", "line by", "label author", "href author")
    for place in ("right below title", "below title")
)
FIRST = "first of a thread"
OUTLET = "outlet beside a writer"
_POSTER = frozenset({"class authors", "itemprop author", "href author", "rel author", "json-ld thread author"})
_SIGNED = ("line opened", "line signed")
_SORTS = ("wide name", "one word", "person", "no person")
_PLACED = re.compile(r" (?:elsewhere|title|article)$")
_WIDE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3・·]{2,10}")
_BUTTON = re.compile(rf"\b(?:{'|'.join(words()['button'])})\b", re.IGNORECASE)


Traits = Mapping[str, set[str]]
"""Traits by the key of the candidate that has them."""


def compare(found: Candidates, names: frozenset[str], about: frozenset[str]) -> None:
    """Note how each candidate stands to the others. names: of the site; about: what the page says of itself."""
    of_site = {key for key, candidate in found.by_key.items() if is_site(candidate.value, names)}
    posters = _posters(found, of_site) if THREAD in about else {}
    for traits in (_rivals(found, of_site), _full(found), posters, _crowds(found), _parts(found)):
        for key, what in traits.items():
            found.by_key[key].traits |= what


def _rivals(found: Candidates, of_site: set[str]) -> Traits:
    """Which witnesses name others, and who the site itself is."""
    people = [c for key, c in found.by_key.items() if key not in of_site and not _is_desk(c.value)]
    kinds = {source for candidate in people for source in candidate.sources}
    others = any(map(_is_named, people))
    writers = any(is_full_name(candidate.value) and _is_named(candidate) for candidate in people)
    traits = {}
    for key, candidate in found.by_key.items():
        shape = _shape(candidate.value)
        traits[key] = shape | {f"against {kind}" for kind in _STRONG if kind in kinds and kind not in candidate.sources}
        if writers and is_east_outlet(candidate.value):
            traits[key].add(OUTLET)
        if key in of_site:
            traits[key] |= {f"{sort} is site" for sort in _SORTS if sort in shape}
            traits[key] |= {"is site beside others" if others else "is site"}
    return traits


def _is_named(candidate: Candidate) -> bool:
    """True for who stands beside the title, or signs in the article's sentences."""
    return not _BY_TITLE.isdisjoint(candidate.sources) or any(s.startswith(_SIGNED) for s in candidate.sources)


def _full(found: Candidates) -> Traits:
    """Of names of several words, or in a wide script, whether they are those of a person as far as lists can tell."""
    full = {key for key, c in found.by_key.items() if has_given_name(c.value) or is_full_name(c.value)}
    by_title = {key for key in full if _is_named(found.by_key[key])}
    traits = {}
    for key, candidate in found.by_key.items():
        if " " in candidate.value or _WIDE.fullmatch(candidate.value):
            name = "full name" if key in full else "no full name"
            beside = {f"{name} beside one by title"} if by_title - {key} else set()
            traits[key] = {name} | beside | {f"{name}, {source}" for source in candidate.sources}
    return traits


def _posters(found: Candidates, of_site: set[str]) -> Traits:
    """Who opened a thread, and who wrote in it after that."""
    keys = [key for key, c in found.by_key.items() if key not in of_site and _POSTER.intersection(_kinds(c))]
    return {key: {"later in a thread" if number else FIRST} for number, key in enumerate(keys)}


def _parts(found: Candidates) -> Traits:
    """Which names are part of another, or hold one."""
    every = "\n".join(found.by_key)
    parts = {key for key in found.by_key if every.count(key) > 1}
    held = {key: {"part of another"} for key in parts}
    holding = (key for key in found.by_key if any(part in key for part in parts - {key}))
    for key in holding:
        held.setdefault(key, set()).add("holds another")
    return held


def _kinds(candidate: Candidate) -> set[str]:
    """The kinds of its witnesses, without their places."""
    return {kind for kind in _POSTER if any(source.startswith(kind) for source in candidate.sources)}


def _crowds(found: Candidates) -> Traits:
    """Of each name, beside how many others it stands: an author is named alone, writers of teasers are a crowd."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key, candidate in found.by_key.items():
        for source in candidate.sources:
            groups[source].append(key)
    traits: dict[str, set[str]] = defaultdict(set)
    for source, keys in groups.items():
        if _PLACED.search(source):
            many = "1" if len(keys) == 1 else "2-3" if len(keys) < 4 else "many"
            for key in keys:
                traits[key].add(f"{source}, one of {many}")
            if many != "1":
                traits[keys[0]].add(f"{source}, first of {many}")
    return traits


def _is_desk(name: str) -> bool:
    return is_institution(name) or is_desk(name) or is_east_outlet(name)


def _shape(name: str) -> set[str]:
    """What a name looks like."""
    parts = name.split()
    sort = (
        "wide name"
        if _WIDE.fullmatch(name)
        else "one word"
        if len(parts) == 1
        else "person"
        if is_person(name)
        else "no person"
    )
    checks = {
        "many words": len(parts) > 4,
        "digits": has_digit(name),
        "lower": name.islower(),
        "upper": name.isupper() and len(name) > 3,
        "short": len(name) < 4 and name.isascii(),
        "desk": _is_desk(name),
        "button": bool(_BUTTON.search(name)),
    }
    return {sort} | {trait for trait, holds in checks.items() if holds}
