"""The title: which of the headings, and of what the head says, is the article's own."""

import html
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from cleaners import fold
from cleaners.block import Block
from cleaners.shape import leads_over
from cleaners.testimony.names_of_site import is_site, variants
from cleaners.testimony.stage import Stage
from cleaners.testimony.weigh import Candidate, Candidates, Weights, score
from cleaners.testimony.witness import Witness

LONGEST = 400  # characters; longer ones are no titles
MOST = 30  # headings that are looked at
DATED = 110  # columns of a line below a heading that has a date and little else
RANK = 3  # a heading of a lower rank is none of the page's
SHORT, SHORT_WIDE, LONG = 12, 6, 150  # characters of a title that is short for one (in a wide script), or long
LIKELY, UNLIKELY = 0.5, 0.1  # of headings that structure makes the article's, and of those of its frame
SLUG = 3  # words of an address that says what its page is about

FAMILIES = {
    "h1": "h1",
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "h2 or h3"),
    "class": "mark",
    "itemprop": "mark",
}
FAMILIES |= {"og": "card", "twitter": "card", "json-ld": "json-ld", "title": "title"}

_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_EDGES = re.compile(
    r"^(?:[|>»›:\-–—•·~]|\[>)+\s|(?:\s|(?<=[^\x00-\x7f]))[|<«‹\-–—•·~]+$|\s:$"
)  # of what parted it from other things
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d\s?[-/.年]\s?\d")
_MENU = re.compile(r"\b(?:home|menu|search|login|welcome|blog|news)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]{2,}")
_FAR = ("far", "elsewhere", "below article")


@dataclass(frozen=True)
class Setting:
    """What a title is judged by. names: of the site. sort: of page (see sort_of_page). links: where headings lead to
    (see heading_links)."""

    names: frozenset[str]
    stage: Stage
    url: str
    sort: str
    links: Mapping[int, str]


def headline(blocks: Sequence[Block], witnesses: Sequence[Witness], setting: Setting) -> list[Candidate]:
    """The titles that the page may have, with their traits."""
    found, names = Candidates(), setting.names
    _hear_headings(found, blocks, names, setting.stage)
    for at, way in setting.links.items():
        linked = found.by_key.get(_key(blocks[at].text)) if at < len(blocks) else None
        if linked:
            linked.traits.add(way)
    for witness in witnesses:
        if witness.field == "title" and witness.place not in _FAR:
            _hear(found, witness, names)
    for name, kind in (("<title>", "title"), ("og:title", "og:title")):
        _compare(found, _key(next((w.values[0] for w in witnesses if w.kind == kind), "")), name)
    _compare(found, next((key for key, c in found.by_key.items() if "h1 above" in c.sources), ""), "h1")
    slug = _slug(setting.url)
    for candidate in found:
        candidate.traits |= _shape(candidate.value, names) | _of_slug(candidate.value, slug)
        candidate.traits |= _families(candidate, setting.sort)
    _nest(found)
    return list(found)


def choose(found: Sequence[Candidate], table: Weights) -> Candidate | None:
    """The title to believe; of equals, the one that came first. table: see weigh."""
    return max(found, key=lambda c: (score(c, table), -c.order), default=None)


def clean(text: str) -> str:
    """A title on one line, its entities mended: some sites escape their titles twice."""
    return _EDGES.sub("", " ".join(html.unescape(html.unescape(text)).split()))


@lru_cache(maxsize=1_000)  # one title is said in several places of a page
def _key(text: str) -> str:
    return fold.alphanumeric(fold.plain(clean(text)))


def _hear_headings(found: Candidates, blocks: Sequence[Block], names: frozenset[str], stage: Stage) -> None:
    ranked = [b for b in blocks if b.level and _is_heading(b, blocks)][:MOST]
    keys = {b.position: _key(b.text) for b in ranked}
    headings = [b for b in ranked if keys[b.position] not in names]
    for block in ranked:
        if keys[block.position] in names:  # a logo, whatever its rank
            logo = Witness("title", (block.text,), "heading that names the site", block.where)
            found.hear(keys[block.position], block.text, logo, block.position)
    first = [b for b in headings if b.level == 1]
    above = [b for b in headings if b.position <= stage.first]
    for block in headings:
        near = "above" if block.position <= stage.first else "in" if block.position <= stage.last else "below"
        heading = Witness("title", (block.text,), f"h{block.level} {near}", block.where)
        rest = variants(block.text, names).get("without site")
        if rest:
            found.hear(_key(rest), rest, replace(heading, kind=f"{heading.kind} without site"), block.position)
        candidate = found.hear(keys[block.position], clean(block.text), heading, block.position)
        if candidate is None:
            continue
        traits = candidate.traits
        traits |= {f"heading within {block.within}"} if block.within else set()
        traits |= {"heading is likely"} if (block.likely or 0) >= LIKELY else set()
        traits |= {"heading is unlikely"} if (block.likely or 0) < UNLIKELY else set()
        if block.level == 1:
            traits |= {f"one of {min(len(first), 3)} h1"}
            traits |= {"first h1"} if block is first[0] else set()
            traits |= {"last h1"} if block is first[-1] else set()
    if above:
        last = found.by_key.get(keys[above[-1].position])
        if last:
            last.traits.add("last heading above article")


def _is_heading(block: Block, blocks: Sequence[Block]) -> bool:
    """True for a heading of a high rank, and for one of a low rank that a dateline follows. block: a heading."""
    below = blocks[block.position + 1 : block.position + 2] if block.level > RANK else ()
    dated = any(b.columns <= DATED and _YEAR.search(b.text) for b in below)
    return (block.level <= RANK or dated) and len(block.text) <= LONGEST


def _hear(found: Candidates, witness: Witness, names: frozenset[str]) -> None:
    """Take in a title as a witness has it, and as it reads without the names of sites and sections."""
    title = clean(witness.values[0])
    if 0 < len(title) <= LONGEST:
        whole = found.hear(_key(title), title, witness)
        ways = variants(title, names)
        if whole and "without site" in ways:
            whole.traits.add("holds site")
        for how, rest in ways.items():
            varied = replace(witness, kind=f"{witness.kind} {how}", where=f"{witness.where} {how}")
            found.hear(_key(rest), rest, varied)


def _compare(found: Candidates, whole: str, name: str) -> None:
    """Note how each candidate stands to a title that the head names."""
    for key, candidate in found.by_key.items() if whole else ():
        if whole.startswith(key):
            candidate.traits.add(f"begins {name}")
        elif whole.endswith(key):
            candidate.traits.add(f"ends {name}")
        elif key in whole:
            candidate.traits.add(f"in {name}")
        elif whole in key:
            candidate.traits.add(f"holds {name}")


def _shape(text: str, names: frozenset[str]) -> set[str]:
    """What a title looks like."""
    said = {
        "short" if len(text) < (SHORT_WIDE if _WIDE.search(text) else SHORT) else "long" if len(text) > LONG else "fit"
    }
    checks = {
        "is site": is_site(text, names),
        "upper": text.isupper(),
        "bar": "|" in text or "｜" in text,
        "one word": text.isascii() and " " not in text,
        "menu word": bool(_MENU.search(text)) and len(text.split()) < 4,
        "number": not any(c.isalpha() for c in text),
        "ends": text.endswith((".", "!", "?", "。", "！", "？")),
        "leads on": leads_over(text),
    }
    return said | {name for name, holds in checks.items() if holds}


def _families(candidate: Candidate, sort: str) -> set[str]:
    """Which sorts of source name the title, together and on such a page, and how each stands to the page's own
    <title>."""
    named = sorted({_family(source) for source in candidate.sources} - {""})
    relation = next((r for r in ("begins", "in", "holds") if f"{r} <title>" in candidate.traits), "apart from")
    plain = sum(not any(how in s for how in (" without ", " first part")) for s in candidate.sources)
    return {" + ".join(named), f"{min(plain, 4)} sources"} | {
        trait for name in named for trait in (f"{name} {relation} <title>", f"{name}, {sort}")
    }


def _family(source: str) -> str:
    word = source.partition(" ")[0]
    return FAMILIES.get(word.partition(":")[0], "")


def _nest(found: Candidates) -> None:
    """Note how many candidates each is part of, and how many are part of it."""
    every = "\n".join(found.by_key)
    parts = [key for key in found.by_key if every.count(key) > 1]
    for key, candidate in found.by_key.items():
        inside = every.count(key) - 1
        holds = sum(part in key for part in parts if part != key)
        candidate.traits |= {f"inside {min(inside, 3)}", f"holds {min(holds, 3)}"}


def _words(text: str) -> set[str]:
    plain = text.lower().replace("'", "").replace("’", "")
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return set(_WORD.findall(plain))


def _slug(url: str) -> set[str]:
    """The words of the step of an address that has the most of them; none where it has few."""
    steps = (_words(step) for step in unquote(urlsplit(url).path).split("/"))
    longest = max(steps, key=len, default=set())
    return longest if len(longest) >= SLUG else set()


def _of_slug(text: str, slug: set[str]) -> set[str]:
    """How many of the address's words the title has, and the other way round."""
    words = _words(text)
    if not slug or len(words) < 2:
        return set()
    common = len(words & slug)
    return {f"slug {_share(common / len(slug))}", f"of slug {_share(common / len(words))}"}


def _share(share: float) -> str:
    return "all" if share > 0.99 else "most" if share >= 0.6 else "some" if share >= 0.3 else "none"
