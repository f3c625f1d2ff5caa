"""The name at a page's top: a logo that stands alone, and the outlet of the company that a copyright line names."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from cleaners import fold
from cleaners.doc import Doc
from cleaners.metadata.naming import FIRST, OWNED, PATH, STEPS, Line, Named, named
from cleaners.metadata.outlets import PARTS, is_known
from cleaners.metadata.people import is_outlet
from cleaners.metadata.people_east import is_east_outlet

FEWEST = 3  # letters of a name in the east; words of menus have two
TOP = 3  # lines from the page's first on in which a logo stands alone
LONG, SEVERAL = 10, 3  # letters of such a part behind the name, and parts of a menu that lists them
FRAME = 2  # lines, a menu or the like, that stand between a site's name and the title
WORDS = 2  # spaces in a name in capitals; MENU and MY ACCOUNT have fewer
_SKIP = re.compile(r"skip|スキップ|本文へ|跳到|跳至|바로가기", re.I)
_PUBLISHER = re.compile(r"新聞社?|报社|報社|新闻社|メディア|출판|신문사?|社|編集[部室局]|編輯部|编辑部")

_COMPANY = re.compile(
    r"(?:verlag\w*|media|medien|press\w*|publi\w+|newspapers?|group|holdings?|gmbh|mbh|kg|ag|ltd|llc|inc|s\.?a|s\.?l|sas|srl)\.?$",
    re.I,
)


def as_in_head(name: str, found: Mapping[str, Sequence[Named]], texts: Sequence[str]) -> str:
    """The name as the page's first line has it, where its company's is a part of that: "Server Nook" of Nook Inc."""
    parts = {f"{name}{space}{part}".casefold() for part in PARTS for space in ("", " ")}
    whole = next((n for n in (*found, *texts, *_steps(texts)) if n.removeprefix("The ").casefold() in parts), None)
    heads = [n for n, all_ in found.items() if FIRST in {one.points for one in all_}]
    if whole and not _is_of_menu(name, texts):
        return whole
    same = next((n for n in heads if n != name and sorted(fold.letters(n)) == sorted(fold.letters(name))), None)
    if same:
        return same  # "潮News Tide" of "© Tide 潮News"
    known = next((n for n in heads if n.startswith(f"{name} ") and is_known(n)), None)
    if known:
        return known
    paper = next((n for n in heads if name.startswith(n) and _PUBLISHER.fullmatch(name, len(n))), None)
    kin = paper or (_of_company(name, found) if found[name][0].points == OWNED else name)
    if kin:
        return kin
    longer = (n for n in heads if f" {name}" in f" {n}"[1:])
    keys = [text.casefold() for text in texts]
    return next((n for n in longer if keys.count(n.casefold()) > 1), name)


def _is_of_menu(name: str, texts: Sequence[str]) -> bool:
    """True where the menu lists several parts of the site, of which one does not name the page's own: 36Kr研究院."""
    return len({text for text in texts if text.startswith(name) and len(text) <= len(name) + LONG}) > SEVERAL


def _steps(texts: Sequence[str]) -> Iterator[str]:
    """With what paths to the page begin: "Corvex 学院 › 合约交易"."""
    yield from (steps[0] for steps in map(STEPS.split, texts) if len(steps) > PATH)


def _of_company(name: str, found: Mapping[str, Sequence[Named]]) -> str | None:
    """The outlet in the page's head whose first word its company has as well: the Harbour Courier of Harbour Media."""
    first = name.split(maxsplit=1)[0].casefold()
    if not _COMPANY.search(name) or len(first) <= FEWEST:
        return None
    head = (n for n, all_ in found.items() if n != name and all_[0].points <= FIRST and n.casefold().startswith(first))
    return next((n for n in head if " " in n), None)


def is_house(name: str) -> bool:
    """True for a name that ends as those of publishers and companies do."""
    return _COMPANY.search(name) is not None


def logo_of(lines: Sequence[Line], doc: Doc, is_button: Callable[[Line], bool]) -> tuple[str, str]:
    """The name that stands alone in the page's first line, and where; "" where none does, or where nothing but the
    title is below it: it may be a section's."""
    head = [line for line in lines if line.place == "ahead"]
    for number, line in enumerate(head[:TOP]):
        button = is_button(line)
        names = [] if button else [one.name for one in named([line], lambda _: False)]
        if names:
            outlet = is_east_outlet(names[-1]) or is_outlet(names[-1])
            cried = names[-1].isascii() and names[-1].isupper() and names[-1].count(" ") < WORDS
            framed = len(head) > number + FRAME and not cried
            own = (names[-1],) != doc.metadata.authors and (names[-1].isascii() or len(names[-1]) >= FEWEST)
            return (names[-1], line.where) if own and doc.title_at and (outlet or framed) else ("", "")
        if not (button or _SKIP.search(line.text)):
            break
    return "", ""
