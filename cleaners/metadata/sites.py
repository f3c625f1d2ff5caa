"""The site's own name, where no source is credited: from its copyright line and the head of the page."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cleaners import fold
from cleaners.dates import find_date
from cleaners.doc import Doc
from cleaners.evidence import MOSTLY_MENU
from cleaners.metadata.languages import READ, script_of
from cleaners.metadata.people import is_outlet
from cleaners.metadata.people_east import is_east, is_east_outlet
from cleaners.metadata.rows import is_reporter
from cleaners.phrases import Rules
from cleaners.shape import columns

TOP = 3  # lines from the page's first on in which a name is likely its own
HEAD = 14  # lines in which it may be
LONGEST = 32  # columns of a name
WIDEST = 160  # columns of a line that is read
TELLING = 2  # points that one thing alone gives which does name the site
FOREIGN = 2  # lines that must hold a name in another script than the article
MANY = 4  # times that a page says a name; more say no more
LONG = 8  # columns of a name that is no word of menus
CALL = 60  # columns of a call to follow the site
FEWEST = 2  # letters of a name
ENOUGH = 4  # points; best of 3 to 6 on the development pages

_SIGN = re.compile(r"©|ⓒ|&copy;|\(c\)|copyright|저작권자", re.I)
_NOISE = re.compile(
    r"©|ⓒ|&copy;|\(c\)|copyright|저작권자|all rights? reserved\.?|[<>\[\]]|^by\s|\bk\.\s?k\.?"
    r"|\b(?:19|20)\d\d\b\s?(?:[-–~—]\s?(?:(?:19|20)\d\d|present|now))?年?",
    re.I,
)
_END = re.compile(
    r"[,.|、。,•·/／:;]|\s[-–—]\s|\s{2,}|版权所有|版權所有|不得转载|不得轉載|禁?無断|掲載の|무단|모든"
    r"|\b(?:all|powered|is a|wordpress|theme)\b|未经|未經|转载|轉載",
    re.I,
)
_LEGAL = re.compile(
    r"^(?:株式会社|一般社団法人|合同会社|(?:주식회사|\(주\)|\(株\)))\s?|[\s,]*(?:株式会社|有限会社|股份有限公司|有限公司|주식회사|\(주\)|\(株\)|incorporated|inc|ltd|limited|llc|gmbh|corp|corporation|co|k\.k|plc|s\.?a|cic|b\.?v|ag|oy|ab|as)\.?$",
    re.I,
)
_PRESS = re.compile(r"(?<=[報报闻聞])社$")
_NO_NAME = re.compile(
    r"[<>={}、，,。$€¥%#@]|\d{3}|https?:|\d[.:]\d|\([円万%]"
    r"|スキップ|ダウンロード|アプリ$|앱$|指[数數]$|\b(?:app|skip)\b",
    re.I,
)
_SLOT = re.compile(
    r"^(?:follow|why trust|subscribe to|published in|more from)\s((?-i:[A-Z0-9])[\w&' ]{2,30}?)"
    r"(?:\s(?:on|app|by|today|newsletter|magazine)\b.*)?$"
    r"|(?:更多|加入|關注|关注|下载|下載|打开|打開|追蹤)[「《“]?([^\s「」《》“”,。]{2,16}?)[」》”]?(?:報導|报道|的文章|粉絲團|粉丝团|客户端|官方|公众号|公眾號)"
    r"|^(\S[^。]{1,24}?)(?:の他の記事|の記事一覧|公式(?:アカウント|アプリ|サイト|LINE|X)|編集部$)"
    r"|^([^\s<>]{2,16})(?:\s(?:뉴스레터|텔레그램|구독|앱)\s|의 모든 (?:콘텐츠|기사))"
    r"|公众号[“「：:]([^”」\s]{2,16})[”」]|([^\s,。]{2,16})(?:版权所有|版權所有)",
    re.I,
)
_TAGLINE = re.compile(r"\s*(?:[|｜—–•·:：»>]|\s[-~]\s|、|，|。)\s*")
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
    best = next((n for n in ranked if scores[n] >= ENOUGH and not _is_furniture(n, rules)), None)
    if best is None:
        best = next((n for n in weighed if _is_logo(doc, n, weighed[n][1]) and not _is_furniture(n, rules)), None)
    return doc.learn(weighed[best][1], site=_spelt(best, [text for _, text in lines])) if best else doc


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


def _is_logo(doc: Doc, name: str, where: str) -> bool:
    """True for the name of an outlet that stands alone in one of the page's first lines, above the title."""
    above = [b.where for b in doc.blocks if b.position < TOP] + [f"line {c.line}" for c in doc.cuts if c.position < TOP]
    titled = doc.title_at is not None and doc.title_at >= 1
    return titled and where in above and (is_east_outlet(name) or is_outlet(name))


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
    found = [(b.position, b.where, b.text) for b in doc.blocks if not (b in doc.span and b.prose)]
    found += [
        (c.position, f"line {c.line}" if c.line else f"block {c.position}", c.text)
        for c in doc.cuts
        if c.cleaner not in ("titles", "digests", "debris")
    ]
    found.sort()
    return [(where, plain(text)) for _, where, text in found if columns(text) <= WIDEST]


def _named(lines: Sequence[tuple[str, str]]) -> Iterator[tuple[int, str, str]]:
    """Points, a name, and where it stands, for each thing on the page that may name its site."""
    for number, (where, text) in enumerate(lines):
        owner = _owner(text)
        if owner:
            yield 3, owner, where
        if number < HEAD:
            for name in _heads(text):
                yield (2 if number < TOP else 1), name, where
        slot = _SLOT.search(text) if columns(text) <= CALL else None
        name = next((g for g in slot.groups() if g), "").strip(" 「」『』《》“”‘’'\"") if slot else ""
        if name and _is_name(name):
            yield 2, name, where


def _owner(text: str) -> str | None:
    """Whom a copyright line names: "© 2025 The Courier. All rights reserved."."""
    sign = _SIGN.search(text)
    if sign is None:
        return None
    for part in (text[sign.start() :], text[: sign.start()]):
        bare = _NOISE.sub(" ", part).strip(" -–—|.,·:'\"“”")
        name = _END.split(bare)[0] if part[:1] else ""
        name = _PRESS.sub("", _LEGAL.sub("", name.strip()).strip())
        if _is_name(name):
            return name
    return None


def _heads(text: str) -> list[str]:
    """The names that one of the page's first lines may say: before its tagline, and in one of two scripts."""
    whole = _TAGLINE.split(_LOGO.sub("", text).strip())[0].strip()
    first, _, rest = whole.partition(" ")
    mixed = rest.isascii() and not first.isascii()  # its name and the same in Latin letters
    return [name for name in ((whole, first) if mixed else (whole,)) if _is_name(name)]


def _is_furniture(name: str, rules: Rules) -> bool:
    """True for words of menus and buttons, and for who writes."""
    count, share = rules.menu(name)
    words = fold.words(name).strip(" :")
    marks = rules.book.whole.get(words, frozenset()) | rules.book.whole.get(words.replace(" ", ""), frozenset())
    return (count > 0 and share >= MOSTLY_MENU) or bool(marks) or is_reporter(name)


def _is_name(name: str) -> bool:
    letters = sum(c.isalpha() for c in name)
    good = letters >= FEWEST and columns(name) <= LONGEST and not name.endswith(("。", "!", "?", "…", "..."))
    return good and not (name.isascii() and name.islower()) and not _NO_NAME.search(name) and find_date(name) is None


def plain(text: str) -> str:
    """NFKC, but for the copyright sign in a circle, which it makes a letter."""
    return unicodedata.normalize("NFKC", text.replace("ⓒ", "©")).strip()
