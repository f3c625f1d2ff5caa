"""The site's own name, where no source is credited: from its copyright line and the head of the page."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from cleaners import fold
from cleaners.dates import find_date
from cleaners.doc import Doc
from cleaners.metadata.languages import READ, script_of
from cleaners.metadata.logos import FEWEST, TOP, as_in_head, is_house, logo_of
from cleaners.metadata.naming import (
    CABLED,
    CALLED,
    CREDITED,
    FIRST,
    LOGO,
    NEAR,
    OWNED,
    TITLED,
    Line,
    Named,
    Place,
    heads,
    named,
)
from cleaners.metadata.outlets import (
    DESKS,
    LONGEST,
    as_written,
    is_known,
    is_masthead,
    is_name,
    is_press,
    plain,
    without_house,
)
from cleaners.metadata.people import is_full_latin, is_known_person
from cleaners.metadata.people_east import is_desk, is_east
from cleaners.metadata.reporters import is_reporter
from cleaners.metadata.signatures import broadcaster
from cleaners.metadata.titles import OFFER
from cleaners.phrases import Rules
from cleaners.shape import once
from cleaners.tables import read_table

FEW = 2  # lines of an announcement that name who makes it, the title among them
GREETING = 3  # lines of an article in which it does
ZONE = 10  # letters behind a date
GLUED = 4  # letters of a label that runs into a name, at most
WIDEST = 160  # columns of a line that is read
ENOUGH = 4.5  # points; best of 3.5 to 6 on the tuning pages
OFTEN = 3  # lines that mention the name of the first line, which may then be a word of menus
STRANGE = 1.0  # taken from a copyright line's name in another script than the article
MENTION, MOST = 0.8, 4  # what a line that mentions the name adds, and how many count
OWN = 0.4  # less for a copyright line's name beside others, as the line itself mentions it; best of 0 to 0.8
AGAIN, ALIKE, SPOKEN, OUTLET, KNOWN, TOLD = 1.0, 1.0, 1.0, 2.0, 1.0, 2.0
HOST = 6.0  # less for a platform of blogs: the blog's own name is the site's, if it stands anywhere
LESS = 0.5  # points fewer that are enough for a name that ends as those of outlets do
MENU = 0.8  # share of a name's letters in words of menus: ナギ取引所 is a name, ニュース一覧 is none


_SEPARATOR = re.compile(r"\s*[|｜丨:：»«_]\s*|\s[-–—/·]\s|[-–—](?=[^\x00-\x7f])")
# of short words in a script that needs no spaces: a menu
_ROW = re.compile(r"[一-鿿ぁ-んァ-ヶー]{1,6}(?:\s[一-鿿ぁ-んァ-ヶー]{1,6}){2,}")
_ANNOUNCES = re.compile(
    r"([A-Z][\w.]{2,20}(?:\sExchange)?|\w{2,10}交易所)\s?(?:关于|關於|将|將|[Ww]ill\s|to\s|(?=[にはの의에]))"
)
# with which an announcement turns to its readers
_GREETS = re.compile(
    r"안녕하세요[.,!]?\s?(?:[^.]{1,30},?\s)?(\S{2,12})입니다|^(\S{2,12})입니다\.$|(?:いつも|平素より|平素は)\s?(\S{2,16}?)を(?:ご利用|ご愛顧)"
    r"|(?:亲爱的|親愛的|尊敬的)\s?(\S{2,16}?)\s?(?:用户|用戶|会员|會員)|^(?:Dear|Fellow)\s([A-Z]\w{2,16})\s(?:[Uu]sers?|[Tt]raders?)"
)
# "told {}", of the outlet to which the article's sources speak
_TOLD = tuple(read_table("metadata", "names.toml")["told"]["outlets"])
_COMPANY = re.compile(r"株式会社|有限公司|㈜|\(주\)|주식회사|製作委員会")
_KANA = re.compile("[ァ-ヶー]+")
_DESK = re.compile(rf"(?<=..)\s?(?:{DESKS})$")
_GROUPS = ("组", "組", "频道", "頻道", "チーム")
_DIGITAL = re.compile(r"(?<=..)デジタル$")


@dataclass(frozen=True)
class Page:
    """What names are held against: the lines that are no sentences, its sentences, and its script."""

    lines: Sequence[Line]
    keys: Sequence[str]
    spoken: str
    east: bool


def sites(doc: Doc, rules: Rules) -> Doc:
    """Learn the site's name where no source is credited; it is no writer beside others. Cuts nothing."""
    doc = _as_at_top(_without_desk(doc)) if doc.metadata.site else _named_by_page(doc, rules)
    own = [fold.letters(doc.metadata.site or ""), *_tops(doc), *map(fold.letters, _houses(doc))]
    authors, translators = (_without(own, names) for names in (doc.metadata.authors, doc.metadata.translators))
    return replace(doc, metadata=replace(doc.metadata, authors=authors, translators=translators))


def _without_desk(doc: Doc) -> Doc:
    """The page, its credited site without the desk that wrote for it: 河岸誌編輯部."""
    site = _DESK.sub("", doc.metadata.site or "")
    if site.endswith(_GROUPS):
        site = next((site[:n] for n in range(len(site) - 1, 1, -1) if is_known(site[:n])), site)  # 虎嗅商业消费组
    return replace(doc, metadata=replace(doc.metadata, site=site))


def _as_at_top(doc: Doc) -> Doc:
    """The page, its credited site with the name ahead of its Latin one that the first lines have: 律动BlockBeats."""
    site = doc.metadata.site
    if not site or not site.isascii():
        return doc
    tops = (plain(text) for _, text in _first_lines(doc))
    whole = next((top for top in tops if site in top and is_known(top)), site)
    return replace(doc, metadata=replace(doc.metadata, site=whole))


def _first_lines(doc: Doc) -> list[tuple[int, str]]:
    """The positions and the texts of the page's first lines."""
    return sorted([*((b.position, b.text) for b in doc.blocks), *((c.position, c.text) for c in doc.cuts)])[:TOP]


def _tops(doc: Doc) -> Iterator[str]:
    """The keys of the page's first lines and of the names in them, where its own stands."""
    yield from (fold.letters(name) for _, text in _first_lines(doc) for name in (text, *heads(text)))


def _without(own: Sequence[str], names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without the site's own, where there are others; a person's in a bare page's first lines stays."""
    site, *tops = own
    keys = {name: fold.letters(name) for name in names}
    people = {name for name in names if is_known_person(name)}
    own_by_site = {name for name in names if site and keys[name] in site}
    others = tuple(n for n in names if n not in own_by_site and (keys[n] not in tops or n in people))
    return others or names


def _named_by_page(doc: Doc, rules: Rules) -> Doc:
    """The site by what the page's first lines, its copyright line and its calls say."""
    page = _page(doc, rules)
    texts = [line.text for line in page.lines]
    found = _gathered(
        [
            *named(page.lines, lambda line: _is_button(line, rules)),
            *_behind_title(doc),
            *_ahead_of_date(doc, rules),
            *_among_writers(doc),
        ]
    )
    writers = [name for name in found if _is_writer(name, doc.metadata.authors) and not is_known(name)]
    told = next((b.position for b in doc.blocks if b in doc.span and b.prose), doc.span.first)
    headings = {b.key for b in doc.blocks if told < b.position <= doc.span.last and not b.prose}
    scores = {
        name: _score(name, all_, page)
        for name, all_ in found.items()
        if not (name in writers or _is_subject(name, all_, doc.metadata.title, headings))
    }
    ranked = sorted(scores, key=lambda name: _handicap(name, found[name]) - scores[name])
    good = (n for n in ranked if scores[n] >= ENOUGH - LESS * is_press(n))
    best = next((n for n in good if _may_be(n, found[n], page, rules)), None)
    if best and not is_known(best):
        best = next((n for n in ranked if is_known(n) and best.startswith(n) and scores[n] >= ENOUGH), best)
    weak = best is None or not (is_known(best) or _is_founded(best, found[best], page))
    best = as_in_head(best, found, texts) if best else None
    logo, where = logo_of(page.lines, doc, lambda line: _is_button(line, rules)) if weak else ("", "")
    name = logo or best
    if name is None:
        said, at = broadcaster(doc) or (_announcer(doc), "who announces it")
        return doc.learn(at, site=said)
    where = where or _where(name, page.lines, found.get(name, ()))
    own = without_house(name, found, "\n".join(texts).casefold())
    titled = [plain(c.text[:WIDEST]) for c in doc.cuts if c.cleaner == "titles" and own.isupper()]  # "… — LampLog"
    name = _DESK.sub("", _spelt(own, [*texts, *titled]))
    name = name if is_known(name) else _DIGITAL.sub("", name)
    name = LOGO.sub("", name.rstrip("©®™ （(［[【「" + "." * (" " not in name)))
    raw = next((r for r in doc.lines if name in plain(r)), name)
    return doc.learn(where, site=as_written(raw[:WIDEST], name))


def _where(name: str, lines: Sequence[Line], places: Sequence[Named]) -> str:
    """Where a name stands alone, or else best, or else at all."""
    alone = (line.where for line in lines if line.text == name)
    best = (one.where for one in places)
    return next(chain(alone, best, (line.where for line in lines if name in line.text)), "")


def _announcer(doc: Doc) -> str | None:
    """Whose announcement it is, by the title: "Corvex will list AUR", where further lines name it as well."""
    title = doc.metadata.title or ""
    found = _ANNOUNCES.match(title) if OFFER in doc.said else None
    opening = [b.text for b in doc.blocks if b in doc.span][:GREETING]
    found = found or next(filter(None, map(_GREETS.search, opening)), None)
    name = next(filter(None, found.groups())) if found else ""
    return name if name and is_name(name) and sum(name in line for line in doc.lines) >= FEW else None


def _is_founded(name: str, places: Sequence[Named], page: Page) -> bool:
    """True for a name whose best place is as good as the page's first line, and that is no mere owner's."""
    return places[0].points >= FIRST and not _is_owner(name, places, page)


def _is_owner(name: str, places: Sequence[Named], page: Page) -> bool:
    """True for whom a copyright line names who is no outlet, as far as one can see: a company, a person."""
    if places[0].points != OWNED:
        return False
    person = is_known_person(name)
    return is_house(name) or ((person or _COMPANY.search("\n".join(page.keys)) is not None) and len(places) == 1)


def _behind_title(doc: Doc) -> Iterator[Named]:
    """The name behind the title where it stands a second time: "The plant starts up | Tidewatch"."""
    title = doc.metadata.title or ""
    for cut in doc.cuts:
        text = " ".join(plain(cut.text).split()) if cut.cleaner == "titles" else ""
        at = text.find(plain(title)) if title else -1
        _, *rest = _SEPARATOR.split(text[at + len(plain(title)) :]) if at >= 0 else [""]
        name = rest[-1].strip() if rest else ""
        if is_name(name):
            yield Named(name, TITLED, cut.where)


def _ahead_of_date(doc: Doc, rules: Rules) -> Iterator[Named]:
    """The name glued to the article's date, where its writer is named elsewhere: "Sunlit Chain2025/11/05 09:30"."""
    for cut in doc.cuts if doc.metadata.authors else ():
        if cut.cleaner != "bylines" or cut.reason != "a dateline":
            continue
        text = plain(cut.text)
        found = find_date(text)
        name = text[: found.start] if found else ""
        alone = found is not None and len(text[found.end :].strip()) <= ZONE and name[-1:].isalpha()
        writers = name.startswith(doc.metadata.authors)
        if alone and not writers and len(name) > FEWEST and is_name(name) and not _is_label(name, rules):
            yield Named(name, CABLED, cut.where)


def _among_writers(doc: Doc) -> Iterator[Named]:
    """The outlets that are known among those who write, where nobody else does, and who translate: 编译｜Odaily."""
    houses = _houses(doc)
    for field in ("authors", "translators"):
        where = doc.metadata.provenance.get(field, "")
        names = getattr(doc.metadata, field)
        yield from (Named(name, CREDITED, where) for name in names if is_known(name) or name in houses)


def _houses(doc: Doc) -> tuple[str, ...]:
    """Who stands behind a translator and is named all over the page: 编译：阿澄，澜链LanLink."""
    names = (name for name in doc.metadata.translators[1:] if is_name(name) and not is_desk(name))
    return tuple(name for name in names if sum(name in line for line in doc.lines) >= OFTEN)


def _is_label(name: str, rules: Rules) -> bool:
    """True for what says what happened on a date, "Posted on", and for who did it: "by Jane"."""
    words = name.split()
    small = name.isascii() and (words[0].islower() or words[-1].islower())
    glued = any(rules.labels.get(fold.label(name[:end])) == "author" for end in range(2, GLUED + 1))  # "作者陆一鸣"
    return small or glued or any(fold.label(part) in rules.labels for part in (name, words[0]))


def _is_writer(name: str, authors: Sequence[str]) -> bool:
    """True for a writer's name, or the first part of it: "About Nell", who is Nell Farrow."""
    key = fold.letters(name)
    whole = len(authors) == 1  # the site may stand beside its writers
    return any((whole and fold.letters(a) == key) or (is_full_latin(a) and a.startswith(f"{name} ")) for a in authors)


def _page(doc: Doc, rules: Rules) -> Page:
    """The page's lines but for the article's sentences, its title and its digest."""
    spoken = [b for b in doc.blocks if b in doc.span and b.prose and "©" not in b.text]
    first = min((b.position for b in spoken), default=doc.span.first)
    title = first if doc.title_at is None else doc.title_at
    dated = {c.position for c in doc.cuts if c.cleaner == "bylines" and c.reason == "a dateline"}
    told = {b.position for b in spoken}
    rows = [(b.position, b.where, b.text, "") for b in doc.blocks if b.position not in told]
    others = (c for c in doc.cuts if c.cleaner not in ("titles", "digests", "debris"))
    rows += [(c.position, c.where, c.text, c.cleaner) for c in others]

    def place(at: int) -> Place:
        if title < at < first or not dated.isdisjoint((at - 1, at + 1)):
            return "credit"
        return "ahead" if at < title else "inside" if at <= doc.span.last else "behind"

    lines = [
        Line(where, once(plain(text[:WIDEST])), place(at), cleaner == "labels")
        for at, where, text, cleaner in sorted(rows)
    ]
    said = "\n".join(b.text for b in spoken)
    return Page(lines, [line.text.casefold() for line in lines], said.casefold(), script_of(said[:READ]) is not None)


def _handicap(name: str, places: Sequence[Named]) -> float:
    """By how many points others go before a name that is as well founded."""
    return OWN * any(one.points == OWNED for one in places) + HOST * (fold.letters(name) in _hosts())


@cache
def _hosts() -> frozenset[str]:
    """Platforms whose blogs have names of their own."""
    return frozenset(map(fold.letters, read_table("metadata", "names.toml")["names"]["hosts"]))


def _gathered(found: Iterable[Named]) -> dict[str, list[Named]]:
    """What names each name, its best place first."""
    names: dict[str, list[Named]] = defaultdict(list)
    for one in found:
        names[one.name].append(one)
    return {name: sorted(all_, key=lambda one: -one.points) for name, all_ in names.items()}


def _score(name: str, places: Sequence[Named], page: Page) -> float:
    """How well a name is founded: by each kind of place that says it, and by the lines that mention it."""
    key = name.casefold()
    alike = is_east(name) == page.east
    kinds = {one.points for one in places}
    score = sum(kinds) - STRANGE * (OWNED in kinds and not alike)
    score += MENTION * min(MOST, _mentions(key, page)) + ALIKE * alike
    score += AGAIN * (page.keys.count(key) > 1 and key in page.keys[len(page.keys) // 2 :])
    score += OUTLET * is_press(name) + KNOWN * is_known(name)
    if key not in page.spoken:
        return score
    score += TOLD * any(told.format(key) in page.spoken for told in _TOLD)
    return score + SPOKEN * (places[0].points >= FIRST)


def _is_subject(name: str, places: Sequence[Named], title: str | None, headings: Container[str]) -> bool:
    """True for what the title speaks of, where nothing but a call names it: "What is staking", "More on staking".

    And for one of the article's headings that its contents list, where no copyright line or credit names it.
    """
    best = max(one.points for one in places)
    if best < OWNED and fold.letters(name) in headings:
        return True
    return best <= CALLED and name.casefold() in (title or "").casefold()


def _mentions(key: str, page: Page) -> int:
    """How many lines say more than the name; コイン is none in コインベース."""
    if not _KANA.fullmatch(key):
        return sum(key in line and key != line for line in page.keys)
    whole = re.compile(f"(?<![ァ-ヶー]){key}(?![ァ-ヶー])")
    return sum(key != line and whole.search(line) is not None for line in page.keys)


def _may_be(name: str, places: Sequence[Named], page: Page, rules: Rules) -> bool:
    """False for words of menus, but where a copyright line has them, or the first line and others."""
    kinds = {one.points for one in places}
    if is_known(name):
        return True
    if max(kinds) <= NEAR and not name.isascii() and len(name) < FEWEST:
        return False  # 安全, a section
    mentioned = _mentions(name.casefold(), page)
    if kinds <= {OWNED, CALLED} and not mentioned and fold.words(name).strip() in rules.book.whole:
        return False  # "© 2025 利用規約"
    if not kinds.isdisjoint((OWNED, CREDITED, CABLED)) or (FIRST in kinds and mentioned >= OFTEN):
        return True
    return not (_is_phrase(name, rules) if FIRST in kinds else _is_furniture(name, rules))


def _spelt(name: str, texts: Sequence[str]) -> str:
    """The name as most lines spell it, which is seldom in capitals."""
    written = re.compile(re.escape(name), re.I)
    forms = Counter(found[0] for found in map(written.search, texts) if found)
    return max(forms, key=lambda form: (not (form.isupper() or form.islower()), forms[form]), default=name)


def _is_button(line: Line, rules: Rules) -> bool:
    if _ROW.fullmatch(line.text):
        return True  # 首页 专栏 快讯
    if (is_masthead(line.text) or is_known(line.text)) and fold.words(line.text).strip() not in rules.book.whole:
        return line.labelled
    return line.labelled or (len(line.text) <= LONGEST and _is_furniture(line.text, rules))


def _is_furniture(name: str, rules: Rules) -> bool:
    """True for words of menus and buttons, and for who writes."""
    return _is_phrase(name, rules, MENU)


def _is_phrase(name: str, rules: Rules, menu: float = 1) -> bool:
    """True where the whole name is a phrase of furniture, or tells who writes. menu: share of words of menus in it."""
    words = fold.words(name).strip()
    label, space, _ = name.partition(" ")
    if space and rules.labels.get(fold.label(label)) in ("author", "translator"):
        return True
    bare, whole = words.strip(" :"), rules.book.whole
    return rules.menu(words)[1] >= menu or bare in whole or bare.replace(" ", "") in whole or is_reporter(name)
