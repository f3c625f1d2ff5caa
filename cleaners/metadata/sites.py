"""The site's own name, where no source is credited: from its copyright line and the head of the page."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cleaners import fold
from cleaners.block import Block
from cleaners.doc import Cut, Doc
from cleaners.evidence import MOSTLY_MENU
from cleaners.metadata.languages import READ, script_of
from cleaners.metadata.outlets import is_name, owner, plain, without_house
from cleaners.metadata.people import is_outlet
from cleaners.metadata.people_east import is_east, is_east_outlet
from cleaners.metadata.rows import is_reporter
from cleaners.phrases import Rules
from cleaners.shape import columns

TOP = 3  # lines from the page's first on in which a name is likely its own
HEAD = 14  # lines in which it may be
WIDEST = 160  # columns of a line that is read
TELLING = 2  # points that one thing alone gives which does name the site
FOREIGN = 2  # lines that must hold a name in another script than the article
MANY = 4  # times that a page says a name; more say no more
LONG = 8  # columns of a name that is no word of menus
CALL = 60  # columns of a call to follow the site
ENOUGH = 4  # points; best of 3 to 6 on the development pages
FRAME = 2  # lines, a menu or the like, that stand between a site's name and the title
OWNED = 4  # points that a copyright line gives; with more beside it, a name may consist of words of menus

_DESK = re.compile(r"(?<=..)(?:編輯部|编辑部|編集部|편집부|デジタル)$")
_SLOT = re.compile(
    r"^(?:follow|why trust|subscribe to|published in|more from)\s((?-i:[A-Z0-9])[\w&' ]{2,30}?)"
    r"(?:\s(?:on|app|by|today|newsletter|magazine)\b.*)?$"
    r"|(?:更多|加入|關注|关注|下载|下載|打开|打開|追蹤)[「《“]?([^\s「」《》“”,。]{2,16}?)[」》”]?(?:報導|报道|的文章|粉絲團|粉丝团|客户端|官方|公众号|公眾號)"
    r"|^(\S[^。]{1,24}?)(?:の他の記事|の記事一覧|公式(?:アカウント|アプリ|サイト|LINE|X)|編集部$)"
    r"|^([^\s<>]{2,16})(?:\s(?:뉴스레터|텔레그램|구독|앱)\s|의 모든 (?:콘텐츠|기사))"
    r"|公众号[“「：:]([^”」\s]{2,16})[”」]|([^\s,。]{2,16})(?:版权所有|版權所有)",
    re.I,
)
_SAYS = re.compile(
    r"^([A-Z][\w&' ]{2,30}?) is (?:supported by|reader-|part of|an independent|a publication|published by)"
    r"|不代表((?!本|该|該|其|任|原|个人|個人|平台|网站|網站|官方|作者)[^\s,。]{2,16}?)(?:的)?(?:立场|立場|观点|觀點)|^([^\s,。]{2,20})提醒,"
)
_TAGLINE = re.compile(r"\s{0,4}(?:[|｜—–•·:：»>]|\s[-~]\s|、|，|。)\s*")
_LOGO = re.compile(r"^(?:\[[^\]]{1,8}\]\s?|logo\s|ロゴ\s)|\s(?:logo|ロゴ|로고)$", re.I)


def sites(doc: Doc, rules: Rules) -> Doc:
    """Learn the site's name where no source is credited; it is no writer beside others. Cuts nothing."""
    doc = doc if doc.metadata.site else _named_by_page(doc, rules)
    authors, translators = (
        _without(doc.metadata.site, names) for names in (doc.metadata.authors, doc.metadata.translators)
    )
    return replace(doc, metadata=replace(doc.metadata, authors=authors, translators=translators))


def _without(site: str | None, names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without the site's own, where there are others."""
    key = fold.letters(site or "")
    others = tuple(name for name in names if not key or fold.letters(name) not in key)
    return others or names


def _named_by_page(doc: Doc, rules: Rules) -> Doc:
    """The site by what the page's first lines, its copyright line and its calls say."""
    lines = _lines(doc)
    weighed = _weighed(_named(lines))
    east = script_of(" ".join(b.text for b in doc.blocks if b.prose)[:READ]) is not None
    page = "\n".join(text for _, text in lines).casefold()
    scores = {name: _score(name, weighed, page, east) for name in weighed if (name,) != doc.metadata.authors}
    ranked = sorted(scores, key=lambda name: -scores[name])
    good = (n for n in ranked if scores[n] >= ENOUGH)
    best = next((n for n in good if weighed[n][0] > OWNED or not _is_furniture(n, rules)), None)
    if best is None:
        best, where = _logo(doc, rules)
        if not best:
            return doc
    else:
        where = weighed[best][1]
    name = _spelt(without_house(best, weighed, page), [text for _, text in lines])
    return doc.learn(where, site=_DESK.sub("", name))


def _score(name: str, weighed: Mapping[str, tuple[int, str]], page: str, east: bool) -> int:
    """How well a name is founded; 0 where too little speaks for it. east: the article is in Han, kana or Hangul."""
    points = weighed[name][0]
    short, _, rest = name.rpartition(" ")
    longer = short in weighed and (short.isascii() or not rest.isascii())  # "Corvex Academy", no "鏈動 BlockPulse"
    often = page.count((short if longer else name).casefold())
    alike = is_east(name) == east
    if not (often > FOREIGN or (alike and (points > TELLING or often > 1))):
        return 0
    if points < TELLING and not (alike and often >= MANY and columns(name) >= LONG):
        return 0
    return points + min(MANY, often) + alike + longer


def _logo(doc: Doc, rules: Rules) -> tuple[str, str]:
    """The name that stands alone in the page's first line, and where; "" where none does, or where nothing but the
    title is below it: it may be a section's."""
    title = doc.title_at or 0
    for position, where, text in _standing(doc.blocks, doc.cuts):
        names = [name for name in _heads(plain(text)) if not _is_furniture(name, rules)]
        if names and position < min(TOP, title):
            outlet = is_east_outlet(names[-1]) or is_outlet(names[-1])
            framed = title > position + FRAME and not (names[-1].isascii() and names[-1].isupper())
            own = (names[-1],) != doc.metadata.authors
            return (names[-1], where) if own and (outlet or framed) else ("", "")
        if not _is_furniture(plain(text), rules):
            break
    return "", ""


def _weighed(found: Iterable[tuple[int, str, str]]) -> dict[str, tuple[int, str]]:
    """Points and place of each name; "The Courier Academy" has those of "The Courier", too."""
    points: dict[str, tuple[int, str]] = {}
    for weight, name, where in found:
        had = points.get(name, (0, where))
        points[name] = (max(had[0], weight) + (had[0] != weight and had[0] > 0), had[1])
    return {
        name: (had + max((n for short, (n, _) in points.items() if name.startswith(short + " ")), default=0), where)
        for name, (had, where) in points.items()
    }


def _spelt(name: str, texts: Sequence[str]) -> str:
    """The name as most lines spell it, which is seldom in capitals."""
    forms = Counter(text[at : at + len(name)] for text in texts if (at := text.casefold().find(name.casefold())) >= 0)
    return max(forms, key=lambda form: (not form.isupper(), forms[form]), default=name)


def _lines(doc: Doc) -> list[tuple[str, str]]:
    """The lines that are no sentence of the article, in order: where each stands, and its text."""
    blocks = [b for b in doc.blocks if not (b in doc.span and b.prose)]
    cuts = [c for c in doc.cuts if c.cleaner not in ("titles", "digests", "debris")]
    return [(where, plain(text[:WIDEST])) for _, where, text in _standing(blocks, cuts)]


def _standing(blocks: Iterable[Block], cuts: Iterable[Cut]) -> list[tuple[int, str, str]]:
    """Lines in the page's order, those that were cut among them: position, where each stands, and its text."""
    found = [(b.position, b.where, b.text) for b in blocks]
    found += [(c.position, f"line {c.line}" if c.line else f"block {c.position}", c.text) for c in cuts]
    return sorted(found)


def _named(lines: Sequence[tuple[str, str]]) -> Iterator[tuple[int, str, str]]:
    """Points, a name, and where it stands, for each thing on the page that may name its site."""
    for number, (where, text) in enumerate(lines):
        named = owner(text)
        if named:
            yield OWNED, named, where
        if number < HEAD:
            for name in _heads(text):
                yield (2 if number < TOP else 1), name, where
        for points, pattern, part in ((2, _SLOT, text[:CALL]), (3, _SAYS, text)):
            said = pattern.search(part)
            name = next((g for g in said.groups() if g), "").strip(" 「」『』《》“”‘’'\"") if said else ""
            if name and is_name(name):
                yield points, name, where


def _heads(text: str) -> list[str]:
    """The names that one of the page's first lines may say: before its tagline, and in one of two scripts."""
    whole = _TAGLINE.split(_LOGO.sub("", text).strip())[0].strip()
    first, _, rest = whole.partition(" ")
    mixed = rest.isascii() and not first.isascii()  # its name and the same in Latin letters
    return [name for name in ((whole, first) if mixed else (whole,)) if is_name(name)]


def _is_furniture(name: str, rules: Rules) -> bool:
    """True for words of menus and buttons, and for who writes."""
    count, share = rules.menu(name)
    words = fold.words(name).strip(" :")
    marks = rules.book.whole.get(words, frozenset()) | rules.book.whole.get(words.replace(" ", ""), frozenset())
    return (count > 0 and share >= MOSTLY_MENU) or bool(marks) or is_reporter(name)
