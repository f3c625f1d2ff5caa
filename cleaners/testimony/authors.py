"""The authors: which of the names round an article are those of the people who wrote it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from cleaners import fold
from cleaners.metadata.names import split_names
from cleaners.metadata.people import has_given_name, is_institution, is_person
from cleaners.metadata.people_east import is_desk, is_east_outlet, is_full_name
from cleaners.testimony.kind_of_page import NO_ARTICLE, THREAD, is_no_article
from cleaners.testimony.marked import words
from cleaners.testimony.names_of_site import is_site
from cleaners.testimony.weigh import Candidate, Candidates, Weights, score
from cleaners.testimony.witness import Witness

LONGEST = 200  # characters of what a witness says
MOST = 60  # names of a page that are weighed
SURE = 0.0  # score from which a name is believed,
ALONE = -2.6  # and from which the best of a page is, where none is; see bench/README.md
LONE = -1.5  # and from which on a page that is no article by what it says

LISTED = 5  # names that stand where one stands that is believed, and are believed with it

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
_APART = ("far", "aside")  # places where no author of the article is named
_ELSEWHERE = ("teaser elsewhere", "comment elsewhere")
FIRST = "first of a thread"
_POSTER = frozenset({"class authors", "itemprop author", "href author", "rel author"})
_TOLD = ("line life", "line person", "site person")
_SORTS = ("wide name", "one word", "person", "no person")
_PLACED = re.compile(r" (?:elsewhere|title|article)$")
_WIDE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3・·]{2,10}")
_GLUED_BY = re.compile(r"^([Bb]y|BY)(?=[^\W\d_a-z])")
_GLUED = re.compile(
    r"(?<=[a-zß-ÿ])(?=(?:Updated|Published|Posted|By|Follow|Email|Reporter|Editor|Contributor|Staff)(?![a-z]))"
)
_NOTE = re.compile(r"(?<=\s)([^\W\d_]{2,})\d{1,2}$")
_TWICE = re.compile(r"^(\S.{3,40}\S)\1$")
_BUTTON = re.compile(rf"\b(?:{'|'.join(words()['button'])})\b", re.IGNORECASE)


def authors(witnesses: Iterable[Witness], names: frozenset[str], title: str, about: frozenset[str]) -> list[Candidate]:
    """The names that may be those of authors, with their traits. names: of the site; title: the article's; about:
    what the page says of itself (see kind_of_page)."""
    headline = _key(title)
    found = Candidates()
    for witness in witnesses:
        if witness.field == "authors" and not witness.place.endswith(_APART) and len(found) < MOST:
            _hear(found, witness)
    of_site = {key for key, candidate in found.by_key.items() if is_site(candidate.value, names)}
    posters = _posters(found, of_site) if THREAD in about else {}
    for traits in (_rivals(found, of_site), _full(found), posters, _crowds(found), _parts(found)):
        for key, what in traits.items():
            found.by_key[key].traits |= what
    no_article = is_no_article(about)
    for key, candidate in found.by_key.items():
        candidate.traits |= candidate.sources | {f"{min(len(candidate.sources), 5)} sources"}
        candidate.traits |= {"in title"} if key in headline else set()
        candidate.traits |= {NO_ARTICLE} if no_article else set()
    return list(found)


Traits = Mapping[str, set[str]]
"""Traits by the key of the candidate that has them."""


def _rivals(found: Candidates, of_site: set[str]) -> Traits:
    """Which witnesses name others, and who the site itself is."""
    people = [c for key, c in found.by_key.items() if key not in of_site and not _is_desk(c.value)]
    kinds = {source for candidate in people for source in candidate.sources}
    others = any(not _BY_TITLE.isdisjoint(c.sources) for key, c in found.by_key.items() if key not in of_site)
    traits = {}
    for key, candidate in found.by_key.items():
        shape = _shape(candidate.value)
        traits[key] = shape | {f"against {kind}" for kind in _STRONG if kind in kinds and kind not in candidate.sources}
        if key in of_site:
            traits[key] |= {f"{sort} is site" for sort in _SORTS if sort in shape}
            traits[key] |= {"is site beside others" if others else "is site"}
    return traits


def _full(found: Candidates) -> Traits:
    """Of names of several words, or in a wide script, whether they are those of a person as far as lists can tell."""
    full = {key for key, c in found.by_key.items() if has_given_name(c.value) or is_full_name(c.value)}
    by_title = {key for key in full if not _BY_TITLE.isdisjoint(found.by_key[key].sources)}
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


def choose(found: Sequence[Candidate], table: Weights) -> list[Candidate]:
    """The authors to believe, in the order in which the page names them. table: see weigh."""
    scores = {c.value: score(c, table) for c in found}
    sure = [c for c in found if scores[c.value] > SURE]
    alone = LONE if any(NO_ARTICLE in c.traits for c in found) else ALONE
    near = [c for c in found if scores[c.value] > alone and _may_be_alone(c)]
    if not sure and near:
        sure = [max(near, key=lambda c: (scores[c.value], -c.order))]
    listed = [c for c in near if c not in sure and any(c.sources == other.sources for other in sure)]
    chosen = sorted(sure + (listed if len(listed) <= LISTED else []), key=lambda c: c.order)
    keys = {c.value: _key(c.value) for c in chosen}
    return [c for c in chosen if not any(keys[c.value] != k and keys[c.value] in k for k in keys.values())]


def _may_be_alone(candidate: Candidate) -> bool:
    """False for a button, for a name in teasers alone, and for whom the article is about and no more than told of."""
    teased = all(source.endswith(_ELSEWHERE) for source in candidate.sources) and FIRST not in candidate.traits
    told = "in title" in candidate.traits and all(s.startswith(_TOLD) for s in candidate.sources)
    return not (teased or told or "button" in candidate.traits)


def _key(name: str) -> str:
    return fold.alphanumeric(fold.plain(name))


def _hear(found: Candidates, witness: Witness) -> None:
    for line, value in enumerate(witness.values):
        for place, name in enumerate(_names(value) if len(value) <= LONGEST else ()):
            candidate = found.hear(_key(name), name, witness)
            if candidate is not None:
                candidate.traits |= {"later line"} if line else set()
                candidate.traits |= {"later name"} if place else set()


@lru_cache(maxsize=1_000)  # one name is said in several places of a page
def _names(value: str) -> tuple[str, ...]:
    return split_names(_unglue(value))


def _unglue(value: str) -> str:
    """A byline as a reader sees it, where tags part what text runs together: "ByJane Doe", "Jane DoeJane Doe"."""
    return _NOTE.sub(r"\1", _GLUED.sub("\n", _TWICE.sub(r"\1", _GLUED_BY.sub(r"\1 ", value.strip()))))


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
        "digits": any(c.isdigit() for c in name),
        "lower": name.islower(),
        "upper": name.isupper() and len(name) > 3,
        "short": len(name) < 4 and name.isascii(),
        "desk": _is_desk(name),
        "button": bool(_BUTTON.search(name)),
    }
    return {sort} | {trait for trait, holds in checks.items() if holds}
