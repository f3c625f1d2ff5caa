"""Published and modified: which of the dates on a page are the article's."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from cleaners.calendars.zones import certain_offset, home_offset
from cleaners.dates import Setting, read_stamp
from cleaners.testimony.days_said import days_said
from cleaners.testimony.kind_of_page import NO_ARTICLE, THREAD, is_no_article
from cleaners.testimony.weigh import Candidate, Candidates, Weights, score
from cleaners.testimony.witness import Witness

SURE = -0.3  # score from which a day is believed to be that of publication; see bench/README.md
FIRM = 0.5  # and where a page, or its address, says that it is no article, or the day is neither stated nor shown
MOST = 40  # days that are weighed
DAY = 10  # characters of an ISO date without its time
FARTHEST = timedelta(hours=14)  # of a zone from UTC
SHOWN, CHANGED = ("class published", "time"), "class modified"  # kinds of witness whose dates have words beside them
QUARTER = timedelta(minutes=15)  # by which zones differ

NOTHING = (False, False, 0)  # less than any form of a date
_FAR = frozenset({"far", "elsewhere", "in article"})
_CLOSE = frozenset({"", "url", "right below title", "below title", "above title", "above article"})
DOUBTFUL = frozenset({NO_ARTICLE, "address of a manual", "neither stated nor shown"})

_ADDRESS = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?:(?P<mark>[/-]?)(?P<m>[01]\d)(?P=mark)(?P<d>[0-3]\d)(?!\d)|/(?P<m1>\d\d?)/(?P<d1>\d\d?)(?=/))"
)
_STATED = re.compile(
    r"json-ld (?:article|page|thread|media) (?:datePublished|dateCreated|uploadDate)|article:published_time|"
    r"meta published|meta date|itemprop date(?:published|created) .* title|source published"
)
_CHANGED = re.compile(
    r"json-ld \w+ dateModified|article:modified_time|meta modified|line changed .*|"
    r"(?:itemprop|class|label) (?:date)?modified .*"
)
_STAMP = re.compile(r"\d{4}-\d\d-\d\d(?:[T ][\d:.]{4,20}(?:Z|[+-][\d:]{2,5})?)?")
_IN_ADDRESS = re.compile("address")
_SHOWN = re.compile(r"(?:time|class published|line date|label published).* (?:below|above) title")
_STRONG = (
    "json-ld article datePublished",
    "json-ld page datePublished",
    "article:published_time",
    "meta published",
    "meta date",
    "address",
    "time right below title",
    "itemprop datepublished right below title",
    "line date right below title",
    "class published right below title",
)


def in_address(url: str) -> Witness | None:
    """The day that an address names, as blogs and newspapers put it there."""
    found = _ADDRESS.search(url)
    if not found:
        return None
    try:
        day = date(int(found["y"]), int(found["m"] or found["m1"]), int(found["d"] or found["d1"]))
    except ValueError:
        return None
    return Witness("published", (day.isoformat(),), "digits of address" if found["mark"] == "" else "address", "url")


def dates(witnesses: Iterable[Witness], about: frozenset[str], setting: Setting, country: str) -> list[Candidate]:
    """The days on which the article may have been published, with their traits; the value of each is the
    most precise form in which a witness names the day. about: what the page says of itself (see kind_of_page);
    country: that of its address."""
    witnesses = list(witnesses)
    said = [heard for w in witnesses if w.field in ("published", "modified") for heard in _heard(w, setting)]
    events = {iso[:DAY] for w in witnesses if w.field == "event" for _, iso in _heard(w, setting)}
    stated = {iso[:DAY] for w, iso in said if _STATED.fullmatch(w.source)}
    said = [(w, iso) for w, iso in said if iso[:DAY] not in events - stated]
    found = Candidates()
    weights: dict[str, tuple[bool, bool, int]] = {}
    for witness, iso in _on_local_days(said, setting, country):
        if len(found) < MOST:
            candidate = found.hear(iso[:DAY], iso, witness)
            if candidate is not None and _weight(witness, iso) > weights.get(candidate.value[:DAY], NOTHING):
                weights[iso[:DAY]] = _weight(witness, iso)
                candidate.value, candidate.where = iso, witness.where
    _compare(found, about)
    return list(found)


def choose(found: Sequence[Candidate], table: Weights) -> Candidate | None:
    """The day of publication to believe, if there is one. table: see weigh."""
    best = max(found, key=lambda c: (score(c, table), -c.order), default=None)
    sure = best is not None and score(best, table) > (FIRM if DOUBTFUL & best.traits else SURE)
    return _before_change(best, found, table) if best and sure else None


def _before_change(best: Candidate, found: Sequence[Candidate], table: Weights) -> Candidate:
    """A day that is stated as one of a change alone gives way to an earlier one that is stated as published."""
    sorts = _sorts(best)
    if "changed" not in sorts or "stated" in sorts:
        return best
    earlier = (c for c in found if c.value[:DAY] < best.value[:DAY] and "stated" in _sorts(c))
    return max(earlier, key=lambda c: score(c, table), default=best)


def _heard(witness: Witness, setting: Setting) -> list[tuple[Witness, str]]:
    """The first date that a witness names; of what a reader sees, the first that is not called one of a change."""
    if witness.kind in SHOWN:
        days = [days_said(value, setting) for value in witness.values if not _STAMP.fullmatch(value)]
        own = [day.published.iso for day in days if day.published]
        changed = [day.changed.iso for day in days if day.changed]
        if changed:
            return [(witness, own[0])] if own else [(replace(witness, field="modified", kind=CHANGED), changed[0])]
    stamps = (_read(value, setting) for value in witness.values)
    return [(witness, iso) for iso in stamps if iso][:1]


@lru_cache(maxsize=1_000)  # one date is said in several places of a page
def _read(value: str, setting: Setting) -> str | None:
    return read_stamp(value, setting)


def _on_local_days(said: list[tuple[Witness, str]], setting: Setting, country: str) -> list[tuple[Witness, str]]:
    """The same dates, those that machines state in UTC by the clock that the page's readers live by.

    That clock is known by a witness that names the same moment without an offset, or by the page's country.
    """
    named = {iso[:DAY] for _, iso in said if not iso.endswith("+00:00")}
    clocks = [datetime.fromisoformat(iso) for _, iso in said if "T" in iso and not iso.endswith("+00:00")]
    return [
        (witness, _localize(iso, named, clocks, setting) if iso.endswith("+00:00") else _zoned(iso, country))
        for witness, iso in said
    ]


def _zoned(iso: str, country: str) -> str:
    """A time without an offset on a site of a country that has one clock."""
    return iso if "T" not in iso or _has_offset(iso) else iso + certain_offset(iso, country)


def _localize(iso: str, named: set[str], clocks: list[datetime], setting: Setting) -> str:
    moment = datetime.fromisoformat(iso).replace(tzinfo=None)
    for clock in clocks:
        other = clock.replace(tzinfo=None)
        plain = moment if other.second else moment.replace(second=0)  # what is shown mostly has no seconds
        ahead = clock.utcoffset() or (other - plain if other.minute or other.second else None)
        if ahead is not None and abs(ahead) <= FARTHEST and not ahead % QUARTER and plain + ahead == other:
            return _at(moment, ahead, iso)
    home = home_offset(moment, setting)
    if home is None or (moment + home).date() == moment.date():
        return iso
    local = _at(moment, home, iso)
    return local if local[:DAY] in named or iso[:DAY] not in named else iso


def _at(moment: datetime, offset: timedelta, like: str) -> str:
    """A moment in UTC by a clock that is `offset` ahead, as precise as the ISO date `like`."""
    return (moment + offset).isoformat(timespec="seconds")[: len(like) - len("+00:00")] + _written(offset)


def _written(offset: timedelta) -> str:
    """An offset as ISO 8601 writes it."""
    sign, minutes = ("+", offset) if offset >= timedelta() else ("-", -offset)
    hours, rest = divmod(int(minutes.total_seconds()) // 60, 60)
    return f"{sign}{hours:02}:{rest:02}"


def _compare(found: Candidates, about: frozenset[str]) -> None:
    """Note by what sorts of witness each day is named, and how it stands to the others and to what the page is."""
    days = sorted(found.by_key)
    sources = {source for candidate in found for source in candidate.sources}
    sorts = {key: _sorts(candidate) for key, candidate in found.by_key.items()}
    stated = [key for key in days if "stated" in sorts[key]]
    other = {NO_ARTICLE} if is_no_article(about) else set()
    for key, candidate in found.by_key.items():
        traits, sort = candidate.traits, " + ".join(sorts[key]) or "neither stated nor shown"
        standing = next((name for name in ("stated", "shown") if name in sorts[key]), "other")
        traits |= {sort, f"{min(len(candidate.sources), 5)} sources", f"{standing}, one of {_many(len(days))}"}
        traits |= {f"{standing}, {what}" for what in about} | about | other
        traits |= {"earliest of a thread"} if key == days[0] and THREAD in about else set()
        traits |= {"earliest"} if key == days[0] else set()
        traits |= {"latest"} if key == days[-1] else set()
        traits |= {f"against {kind}" for kind in _STRONG if kind in sources and kind not in candidate.sources}
        if stated and key not in stated:
            traits.add(f"{sort}, {'later' if key > stated[0] else 'earlier'} than stated")


def _sorts(candidate: Candidate) -> list[str]:
    """By what sorts of witness a day is named."""
    named = {"stated": _STATED, "changed": _CHANGED, "shown": _SHOWN, "in address": _IN_ADDRESS}
    return [name for name, sort in named.items() if any(sort.fullmatch(s) for s in candidate.sources)]


def _many(days: int) -> str:
    return "1" if days == 1 else "2-3" if days < 4 else "4-8" if days < 9 else "many"


def _has_offset(iso: str) -> bool:
    return "+" in iso or "-" in iso[DAY:]


def _weight(witness: Witness, iso: str) -> tuple[bool, bool, int]:
    """Which form of a day is the one of publication: before all what does not speak of a change, and stands by the
    article; then one with an offset, then one with hours, minutes and seconds."""
    close = witness.place.removesuffix(" aside") in _CLOSE or (
        witness.kind.startswith("itemprop") and witness.place in _FAR
    )
    return witness.field == "published" and close, _has_offset(iso), len(iso)
