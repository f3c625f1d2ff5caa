"""The names by which a page calls its site, to tell them from its title and its authors."""

import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from cleaners import fold
from cleaners.testimony.witness import Witness

LEAST = 2  # letters of a name
ALIKE = 0.3  # share of the longer of two names that the shorter one is, if they are of one site

_ENDINGS = frozenset("www com org net co uk de fr jp cn news blog m info eu at ch es it pl ru in au us gov edu".split())
SEPARATOR = re.compile(
    r"(?<!\s)(?:\s*[|｜¦丨»›•·]\s*|\s+[-–—:/~<>]+\s+|\s*::+\s*|\s*_+\s*(?=\S)|\s+@\s+)"
    r"|(?<=[\u3000-\u9fff\uac00-\ud7af])\s?[-–—－]\s?|\s?[-–—－]\s?(?=[\u3000-\u9fff\uac00-\ud7af])"
)
_STRONG = re.compile(r"[|｜¦丨»›•·_]|::")
_SECTION = re.compile(r"(.{2,40}?)[:：]\s+(\S.*)")
LONGEST = 60  # characters of a name; what is longer is a slogan, and its parts are looked at
PARTS = 3  # parts at the end of a title that may be the site's name
ENOUGH = 0.4  # share of a title that is left when what stands behind a strong separator is taken off


def site_names(witnesses: Iterable[Witness], handles: Sequence[str], url: str) -> frozenset[str]:
    """The site's names, letters and digits only. handles: as social networks have it; url: of the page."""
    heard = list(witnesses)
    own = (w for w in heard if w.field == "site" and w.kind != "meta source" and not is_title(w, heard))
    said = [value for w in own for value in w.values]
    host = (urlsplit(url).hostname or "").lower()
    parts = [part for part in host.split(".") if part not in _ENDINGS and len(part) > LEAST]
    pages = [handle.rstrip("/").rpartition("/")[2] for handle in handles]
    names = {fold.alphanumeric(fold.plain(name)) for name in (*said, *pages, *parts, host)}
    return frozenset(name for name in names if len(name) >= LEAST)


def is_title(site: Witness, witnesses: Iterable[Witness]) -> bool:
    """True for a site's name that is the page's whole title, as careless templates have it."""
    title = next((w.values[0] for w in witnesses if w.kind == "title"), "")
    name = "".join(site.values[:1])
    return len(name) > LONGEST // 2 and fold.letters(name) == fold.letters(title)


def site_names_in_title(witnesses: Iterable[Witness]) -> frozenset[str]:
    """What stands behind the headline in the page's title: names of the site and of its sections."""
    said = (end for w in witnesses if w.kind == "title" for end in ends(w.values[0]))
    return frozenset(name for name in (fold.alphanumeric(fold.plain(end)) for end in said) if len(name) >= LEAST)


def ends(title: str) -> list[str]:
    """The parts of a page's title behind its first one, the last of them first."""
    return parts(title)[1:][::-1][:PARTS]


def parts(text: str) -> list[str]:
    """What stands between the marks that part a headline, a section and a site."""
    return [part.strip() for part in SEPARATOR.split(text) if 1 < len(part.strip()) <= LONGEST]


def is_site(text: str, names: frozenset[str]) -> bool:
    """True where a text is a name of the site, or near enough to one."""
    bare = fold.alphanumeric(fold.plain(text))
    return not bare or any(bare == name or _alike(bare, name) for name in names)


def _alike(one: str, other: str) -> bool:
    short, long = (one, other) if len(one) < len(other) else (other, one)
    enough = len(short) > LEAST or not short.isascii()
    return enough and short in long and len(short) > ALIKE * len(long)


def variants(title: str, names: frozenset[str]) -> Mapping[str, str]:
    """How a title reads without what may be a site's name or a section's: what was done -> the rest."""
    seams = [
        (m.start(), m.end(), m.group()) for m in SEPARATOR.finditer(title) if m.start() > 0 and m.end() < len(title)
    ]
    found: dict[str, str] = {}
    begin, end = 0, len(title)
    while seams and is_site(title[seams[-1][1] : end], names):
        end = seams.pop()[0]
    while seams and is_site(title[begin : seams[0][0]], names):
        begin = seams.pop(0)[1]
    if (begin, end) != (0, len(title)):
        found["without site"] = title[begin:end]
    head, _, tail = title[begin:end].rpartition(" ")
    if not tail.isascii() and head and fold.alphanumeric(fold.plain(tail)) in names:
        found["without site"] = head
    cut = end
    for start, _, mark in reversed(seams):
        if not _STRONG.search(mark) or start - begin < ENOUGH * len(title):
            break
        cut = start
    if cut < end:
        found["first part"] = title[begin:cut]
    if seams:
        found["without last part"] = title[begin : seams[-1][0]]
        found["without first part"] = title[seams[0][1] : end]
    section = _SECTION.fullmatch(title)
    if section and is_site(section[1], names):
        found.setdefault("without site", section[2])
    return {how: text.strip() for how, text in found.items() if len(text.strip()) >= LEAST}
