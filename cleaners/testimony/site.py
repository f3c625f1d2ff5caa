"""The site: the outlet that the page credits, else the site's own name as most of its witnesses have it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from cleaners import fold
from cleaners.metadata.people_east import is_east, is_east_outlet
from cleaners.testimony.marked import words
from cleaners.testimony.names_of_site import LONGEST, SEPARATOR, ends, is_site, is_title, parts
from cleaners.testimony.witness import Witness

_MARKS = ":：|｜-–—·»"
_LABEL = re.compile(r"^(?:来源|來源|稿源|출처)\s?[:：]\s?")
_LIST = re.compile(r"(?<=[ -~])[,;/]")
CREDITS = frozenset({"right below title", "below title", "above title", "above article", "below article"})
# Those whose word counts where no two agree, the one to believe first.
ORDER = ("og:site_name", "json-ld publisher", "title", "json-ld site name", "meta site", "handle")


def site(witnesses: Sequence[Witness], handles: Iterable[str], headline: str, host: str) -> tuple[str, str]:
    """The site's name and where it was found; ("", "") where the page does not say.

    handles: as social networks have it; headline: the article's title, which is no name of a site.
    """
    for credit, where in _credits(witnesses):
        if _is_credit(credit):
            return credit, where
    voices: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for kind, name, where in _named(witnesses, handles, headline):
        key = fold.alphanumeric(fold.plain(name))
        if key and key != fold.alphanumeric(fold.plain(headline)):
            voices[key].setdefault(kind, (name, where))
    owner = next((w for w in reversed(witnesses) if w.kind == "copyright"), None)
    handled = all(said.keys() == {"handle"} for said in voices.values())  # the name without its spaces
    if owner and handled and (not voices or is_site(owner.values[0], frozenset(voices))):
        return owner.values[0], owner.where
    if not voices:
        return "", ""
    hosts = frozenset(part for part in host.split(".") if len(part) > 2)
    key = max(
        voices,
        key=lambda k: (
            voices[k].keys() != {"handle"},
            _votes(voices[k]) + is_site(k, hosts),
            -_rank(voices[k]),
            is_east_outlet(k),
        ),
    )
    return voices[key][min(voices[key], key=ORDER.index)]


def _credits(witnesses: Sequence[Witness]) -> Iterator[tuple[str, str]]:
    """The outlets that may be credited, those to believe first ahead: with a label by the article, or in the head."""
    for witness in witnesses:
        if witness.kind == "label site" and witness.place in CREDITS:
            yield witness.values[0], witness.where
    for witness in witnesses:
        if witness.kind == "meta source" and is_east(witness.values[0]):
            yield _LABEL.sub("", witness.values[0].strip()), witness.where


def _is_credit(value: str) -> bool:
    """False for what stands for the page itself, for who took a picture, and for a list of what an article drew on."""
    return value not in words()["own"] and value.casefold() not in words()["pictures"] and not _LIST.search(value)


def _ahead(title: str, headline: str) -> list[str]:
    """What stands ahead of the headline in a page's title: "Harbour Notes: A ferry that never slept"."""
    at = title.find(headline) if headline else 0
    name = title[:at].rstrip()
    return [name.rstrip(_MARKS).rstrip()] if at > 0 and name.endswith(tuple(_MARKS)) and len(name) <= LONGEST else []


def _votes(said: Collection[str]) -> int:
    """How many say a name; the one tag that is made for it counts twice."""
    return len(said) + (ORDER[0] in said)


def _rank(said: Iterable[str]) -> int:
    return min(ORDER.index(kind) for kind in said)


def _named(witnesses: Sequence[Witness], handles: Iterable[str], headline: str) -> Iterable[tuple[str, str, str]]:
    """Every name that the page gives its site: who says it, the name, where it stands."""
    for witness in witnesses:
        kind = "json-ld publisher" if " publisher" in witness.kind else witness.kind
        name = " ".join(witness.values[0].split()) if witness.values else ""
        if witness.field == "site" and kind in ORDER and "{" not in name and "//" not in name:
            if is_title(witness, witnesses):
                yield from (("title", part, witness.where) for part in ends(name))
            elif len(name) <= LONGEST and not SEPARATOR.search(name):
                yield kind, name, witness.where
            else:
                # behind the name stands a slogan, or the name of a parent house
                for number, part in enumerate(part for part in parts(name) if part != headline):
                    yield "title" if number else kind, part, witness.where
        elif kind == "title":
            yield from ((kind, part, "title") for part in [*ends(name), *_ahead(name, headline)])
    yield from (("handle", handle.lstrip("@"), "meta:twitter:site") for handle in handles if handle.startswith("@"))
