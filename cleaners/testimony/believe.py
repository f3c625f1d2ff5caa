"""From what was heard to the metadata: one value a field, with its provenance and what speaks against it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from cleaners import fold
from cleaners.dates import Setting, read_stamp
from cleaners.doc import Metadata
from cleaners.metadata.names import split_names
from cleaners.testimony import authors, dates
from cleaners.testimony.address import address
from cleaners.testimony.headline import clean
from cleaners.testimony.hearing import Hearing
from cleaners.testimony.site import site
from cleaners.testimony.weigh import Candidate, score, weights
from cleaners.testimony.witness import Field, Witness

RIVAL = 1.5  # by how much less a second value may score that is noted beside the one believed
SUMMARY = 20  # characters of which a summary has more
TAGS, TAG = 30, 60  # tags of a page, and characters of one
MODIFIED = (
    "source modified",
    "json-ld article dateModified",
    "article:modified_time",
    "json-ld page dateModified",
    "json-ld thread dateModified",
    "meta modified",
    "itemprop datemodified",
    "label modified",
    "class modified",
    "line changed",
)
_NEAR = frozenset({"", "right below title", "below title", "above title", "above article"})
_LIST = re.compile(r"[,;、，；|]")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def believe(hearing: Hearing, url: str) -> tuple[Metadata, Metadata]:
    """What is believed at once, and what is where the article's own lines say nothing. url: where the page was
    fetched, "" if that is unknown."""
    said = hearing.witnesses
    title = hearing.title.value if hearing.title else ""
    known = Metadata()
    if hearing.title:
        known = known.learn(_where("title", hearing.title, hearing.titles), title=title)
    translators, by = _translators(said)
    known = known.learn(by, translators=translators)
    writers = [c for c in authors.choose(hearing.authors, weights("authors")) if c.value not in translators]
    if writers:
        known = known.learn(writers[0].where, authors=tuple(c.value for c in writers))
    known = _dated(known, hearing)
    canonical, found = address(said, url)
    known = known.learn(found, url=canonical)
    name, found = site(said, hearing.handles, title, urlsplit(url).hostname or "")
    known = known.learn(found, site=name)
    return known, _fallback(said, title)


def _where(field: str, chosen: Candidate, all_of_them: Sequence[Candidate]) -> str:
    """Where a value was found; and the next best one, if it is nearly as good."""
    key = fold.letters(chosen.value)
    others = [c for c in all_of_them if fold.letters(c.value) != key]
    table = weights(field)
    rival = max(others, key=lambda c: (score(c, table), -c.order), default=None)
    if rival is None or score(chosen, table) - score(rival, table) > RIVAL:
        return chosen.where
    return f"{chosen.where}; {rival.where} says “{rival.value}”"


def _dated(known: Metadata, hearing: Hearing) -> Metadata:
    published = dates.choose(hearing.days, weights("published"))
    if published:
        known = known.learn(_where("published", published, hearing.days), published=published.value)
    for witness, iso in _changes(hearing.witnesses, hearing.setting):
        if not known.published or iso[: dates.DAY] >= known.published[: dates.DAY]:
            return known.learn(witness.where, modified=iso)
    return known


def _changes(witnesses: Iterable[Witness], setting: Setting) -> Iterator[tuple[Witness, str]]:
    """The dates of changes, those to believe first ahead."""
    said = [w for w in witnesses if w.field == "modified" and w.kind in MODIFIED and w.place in _NEAR]
    for witness in sorted(said, key=lambda w: MODIFIED.index(w.kind)):
        iso = read_stamp(witness.values[0], setting)
        if iso:
            yield witness, iso


def _translators(witnesses: Iterable[Witness]) -> tuple[tuple[str, ...], str]:
    for witness in witnesses:
        if witness.field == "translators" and witness.place in (*_NEAR, "in article", "below article"):
            names = tuple(dict.fromkeys(name for value in witness.values for name in split_names(value)))
            if names:
                return names, witness.where
    return (), ""


def _fallback(witnesses: Sequence[Witness], title: str) -> Metadata:
    """What the head says of fields for which an article has lines of its own."""
    known = Metadata()
    for witness in _of(witnesses, "summary"):
        text = clean(witness.values[0])
        if len(text) > SUMMARY and fold.letters(text) != fold.letters(title):
            known = known.learn(witness.where, summary=text)
    for witness in _of(witnesses, "tags"):
        parts = (clean(part) for value in witness.values for part in _LIST.split(value))
        tags = tuple(dict.fromkeys(part for part in parts if 0 < len(part) <= TAG))[:TAGS]
        known = known.learn(witness.where, tags=tags)
    for witness in _of(witnesses, "language"):
        tag = witness.values[0].strip().replace("_", "-")
        known = known.learn(witness.where, language=tag if _TAG.fullmatch(tag) else None)
    return known


def _of(witnesses: Iterable[Witness], field: Field) -> Iterator[Witness]:
    return (w for w in witnesses if w.field == field and w.values)
