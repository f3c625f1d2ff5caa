"""The authors: which of the names round an article are those of the people who wrote it."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from cleaners import fold
from cleaners.load import load_rules
from cleaners.metadata.names import split_names
from cleaners.metadata.people import is_institution
from cleaners.metadata.people_east import is_east
from cleaners.testimony.kind_of_page import NO_ARTICLE, is_no_article
from cleaners.testimony.marked import SECTION, changes
from cleaners.testimony.names_compared import FIRST, OUTLET, compare
from cleaners.testimony.weigh import Candidate, Candidates, Weights, score
from cleaners.testimony.witness import Witness

LONGEST = 200  # characters of what a witness says
MOST = 60  # names of a page that are weighed
SURE = 0.0  # score from which a name is believed,
ALONE = -2.6  # and from which the best of a page is, where none is; see bench/README.md
LONE = -1.5  # and from which on a page that is no article by what it says

CREDITED = frozenset({"label site", "class site", "meta source"})
FIRM = 1.0  # and where no word calls a name the author on one that sells something: its reviewers are marked alike
LISTED = 5  # names that stand where one stands that is believed, and are believed with it

SOLD = "of an offer"
_OFFERS = frozenset({"json-ld of offer", "og:type product", "a call to buy"})
_APART = ("far", "aside")  # places where no author of the article is named
_ELSEWHERE = ("teaser elsewhere", "comment elsewhere")
_BESIDE_DATE = "line dated"
_TOLD = ("line life", "line person", "site person")
_LABELLED = frozenset({"label author right below title", "label author below title"})
_SAID = ("label", "line by", "json-ld", "meta", "article:author", "twitter")
_GLUED_BY = re.compile(r"^([Bb]y|BY)(?=[^\W\d_a-z])")
_GLUED = re.compile(
    r"(?<=[a-zß-ÿ])(?=(?:Updated|Published|Posted|By|Follow|Email|Reporter|Editor|Contributor|Staff)(?![a-z]))"
)
# "Emma MackenzieLifestyle", no "Ann McDonald"
_CAMEL = re.compile(r"(?<=\s)([^\W\d_a-z][a-zß-ÿ]{4,})(?=[A-Z][a-z]{3,})")
_NOTE = re.compile(r"(?<=\s)([^\W\d_]{2,})\d{1,2}$")
_TWICE = re.compile(r"^(\S.{3,40}\S)\1$")


def authors(witnesses: Sequence[Witness], names: frozenset[str], title: str, about: frozenset[str]) -> list[Candidate]:
    """The names that may be those of authors, with their traits. names: of the site; title: the article's; about:
    what the page says of itself (see kind_of_page)."""
    headline = _key(title)
    found = Candidates()
    for witness in witnesses:
        told = witness.field == "authors" and witness.kind != SECTION and not witness.place.endswith(_APART)
        if told and len(found) < MOST:
            _hear(found, witness, names)
    for key in _no_names(witnesses) & found.by_key.keys():
        if all(source.startswith(_BESIDE_DATE) for source in found.by_key[key].sources):
            del found.by_key[key]
    compare(found, names, about)
    no_article = is_no_article(about)
    for key, candidate in found.by_key.items():
        candidate.traits |= candidate.sources | {f"{min(len(candidate.sources), 5)} sources"}
        candidate.traits |= {"in title"} if key in headline else set()
        candidate.traits |= {NO_ARTICLE} if no_article else set()
        candidate.traits |= {SOLD} if no_article and about & _OFFERS else set()
    return list(found)


def choose(found: Sequence[Candidate], table: Weights) -> list[Candidate]:
    """The authors to believe, in the order in which the page names them. table: see weigh."""
    scores = {c.value: score(c, table) for c in found}
    found = [c for c in found if OUTLET not in c.traits and not _is_reviewer(c, scores[c.value])]
    labelled = [c for c in found if _is_name(c) and not _LABELLED.isdisjoint(c.sources)]
    sure = [c for c in found if (c in labelled or scores[c.value] > SURE) and (not labelled or _is_said(c))]
    alone = LONE if any(NO_ARTICLE in c.traits for c in found) else ALONE
    near = [c for c in found if scores[c.value] > alone and _may_be_alone(c)]
    if not sure and near:
        sure = [max(near, key=lambda c: (scores[c.value], -c.order))]
    listed = [c for c in near if c not in sure and any(c.sources == other.sources for other in sure)]
    chosen = sorted(sure + (listed if len(listed) <= LISTED else []), key=lambda c: c.order)
    keys = {c.value: _key(c.value) for c in chosen}
    return [c for c in chosen if not any(keys[c.value] != k and keys[c.value] in k for k in keys.values())]


def _is_reviewer(candidate: Candidate, points: float) -> bool:
    """True for a name on a page that sells something which marks alone make an author's."""
    return SOLD in candidate.traits and points <= FIRM and not _is_said(candidate)


def _is_name(candidate: Candidate) -> bool:
    """True for a name that is a person's as far as lists can tell, and for what is no Latin word."""
    return "full name" in candidate.traits or is_east(candidate.value)


def _is_said(candidate: Candidate) -> bool:
    """True for whom the head, or a word, calls the author, and not a mark or a place alone."""
    return any(source.startswith(_SAID) for source in candidate.sources)


def _may_be_alone(candidate: Candidate) -> bool:
    """False for a button, for a name in teasers alone, and for whom the article is about and no more than told of."""
    teased = all(source.endswith(_ELSEWHERE) for source in candidate.sources) and FIRST not in candidate.traits
    told = "in title" in candidate.traits and all(s.startswith(_TOLD) for s in candidate.sources)
    return not (teased or told or "button" in candidate.traits)


def _key(name: str) -> str:
    return fold.alphanumeric(fold.plain(name))


def _no_names(witnesses: Iterable[Witness]) -> set[str]:
    """What stands beside dates and is no name: the outlets to which the page gives credit, and its sections."""
    return {_key(name) for w in witnesses if w.kind in (*CREDITED, SECTION) for name in w.values}


def _hear(found: Candidates, witness: Witness, names: frozenset[str]) -> None:
    for line, value in enumerate(witness.values):
        heard = _names(value) if len(value) <= LONGEST else ()
        for place, name in enumerate(_without_site(name, names) for name in heard):
            candidate = found.hear(_key(name), name, witness)
            if candidate is not None:
                candidate.traits |= {"later line"} if line else set()
                candidate.traits |= {"later name"} if place else set()


def _without_site(name: str, names: frozenset[str]) -> str:
    """A full name without the site's behind it, where no mark parts them: "Jane Doe The Calder Courier"."""
    words = name.split()
    ends = (at for at in range(2, len(words)) if _key(" ".join(words[at:])) in names)
    person = " ".join(words[: next(ends, len(words))])
    return name if is_institution(person) else person


@lru_cache(maxsize=1_000)  # one name is said in several places of a page
def _names(value: str) -> tuple[str, ...]:
    labels = load_rules().labels  # words that name nobody
    names = (name for name in split_names(_unglue(value)) if fold.label(name) not in labels)
    return tuple(name for name in names if not (name.islower() and changes(name)))  # "modifié"


def _unglue(value: str) -> str:
    """A byline as a reader sees it, where tags part what text runs together: "ByJane Doe", "Jane DoeReporter"."""
    parted = _CAMEL.sub(r"\1\n", _GLUED.sub("\n", _TWICE.sub(r"\1", _GLUED_BY.sub(r"\1 ", value.strip()))))
    return _NOTE.sub(r"\1", parted)
