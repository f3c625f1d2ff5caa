"""What on a page may name its site: its first lines, breadcrumbs, calls to follow it, its copyright line."""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from cleaners import fold
from cleaners.metadata.outlets import DESKS, ends_in_part, is_known, is_masthead, is_name, owner
from cleaners.metadata.people import has_given_name, has_role, is_agency, is_journal, is_known_person
from cleaners.metadata.people_east import is_full_name, is_paper
from cleaners.metadata.reporters import is_reporter
from cleaners.shape import ends_sentence, has_digit
from cleaners.tables import read_table

HEAD = 14  # lines in which the site's name may stand ahead of the title
TOP = 4  # lines from the page's first on in which a name is likely its own
SENT = 4  # lines below the time at which a portal took an article over
PATH = 2  # steps of a breadcrumb, at least one more than that
FEW_WORDS = 3  # of a menu behind the site's name
CALL = 60  # columns of a call to follow the site
BLOG = 4  # letters of a blog's name
MOTTO = 100  # letters of a blog's, below its name
# Points that a name has from each place; best of a few on the tuning pages.
OWNED, SAID, CALLED, CREDITED = 4.0, 3.0, 1.5, 5.0
TITLED = 4.0  # behind the title
CABLED = 14.0  # a newspaper or an agency that is all that a line below the title says
FIRST, HOME, STEP, NEAR, AHEAD = 3.0, 2.5, 1.5, 1.0, 0.5
HOMEWARD = 4.0  # ahead of "home" in a path

_SLOT = re.compile("|".join(read_table("metadata", "sayings.toml")["calls"]), re.I)
_SAYS = re.compile("|".join(read_table("metadata", "sayings.toml")["sayings"]), re.I)
# right below the site's name
_MADE = re.compile(r"(?:proudly )?powered by (?:wordpress|ghost|hugo|blogger|jekyll)", re.I)
_FEED = re.compile(r"wordpress|\brss\b|\bfeed|訂閱|订阅|フィード|購読", re.I)  # a link of the same column
_ABOVE = frozenset(
    {"published in", "originally published in", "first published in", "掲載誌", "掲載元", "刊登於", "刊载于"}
)
# "《海港晚报》（2025年11月5日 第A05版）": where a newspaper printed it
# "Bunker & Berth, 7 May 2025, p. 34", "2025年10月9日付 日洋経済新聞 朝刊7面"
_PRINTED = re.compile(
    r"《([^《》]{2,16})》\s?[(（][^()（）]{8,40}版[)）]$|([A-Z][\w&'’. ]{2,30}), [\w ]{6,20},? pp?\.\s?\d"
    r"|[^\s、。]{0,16}付\s?([^\s、。]{2,12}?)\s?(?:朝刊|夕刊|\d{1,2}面)"
)
_IMPRINT = re.compile(
    r"(?:제호|매체명|신문명|상호명?|サイト名|网站名称|網站名稱|媒體名稱)\s?[:|]\s?(?:\(주\)|주식회사)?\s?([^\s|,/·]{2,20})"
)
# "Provided by Flow Eye", "Flow Eye · 3 min read"
_PROVIDED = re.compile(
    r"(?:provided by|content from|story from|courtesy of|from)\s((?-i:[A-Z])[\w&'’. ]{2,30})"
    r"|([^·•|]{2,30}?)\s?[·•|]\s?\d+ min(?:ute)?s? read",
    re.I,
)
# whose release it is, on a wire; whose article, on a portal
_GIVEN = re.compile(r"뉴스\s?제공\s?(\S.{1,24})|(\S{2,12})\s원문\s\S.*")
# a newsletter's name, and which of its issues this is: "주간 해시 148호", "Slow Ledger #12"
_ISSUE = re.compile(
    r"(\S.{1,20}?)\s?"
    r"(?:제?\s?\d[\d,]{0,5}\s?호|第?\s?\d[\d,]{0,5}\s?[期号號]|第\s?\d[\d,]{0,5}\s?回|(?:vol\.?|issue|no\.)\s?(?:no\.?\s?)?\d{1,4}|#\d{1,4})",
    re.I,
)
# What stands between the names of a line, and behind an outlet's: "机器之心报道".
_PARTS = re.compile(r"\s{2,}|\t|\s?[|｜丨·•/,，、:：@()（）\[\]【】]\s?|\s?(?=(?:19|20)\d\d[-./年])")
_PICTURED = re.compile(r"getty|shutterstock|unsplash|istock|alamy|pexels|\bphoto|写真|画像|撮影|사진|[图圖]片", re.I)
_FILED = re.compile(rf"(?<=..)\s?(?:报道|報導|報道|原创|原創|讯|訊|{DESKS})$")
_SENT = re.compile(r"\d{1,2}:\d\d\s?配信$")
_TAGLINE = re.compile(
    r"\s{0,4}(?:[|｜—–•·‧:：»>]|\s[-~]\s|(?<=[^\x00-\x7f])\sby(?=\s))\s*"
    r"|\s(?=[^\s\x00-\x7f]{2,12}[のと・][^\s\x00-\x7f]{3,20}$)"  # 灯台 海と港のポータルサイト
)
# "プレスリリース配信サービスのツタエル", "旅のメディア「みちくさ」"
SLOGAN = re.compile(
    r"^\S{2,30}(?:サービス|メディア|サイト|マガジン|ポータル|配信)(?:の[「『]?|[「『])(?P<name>[^\s「」『』の]{2,16})[」』]?$"
    r"|^\S{2,30}なら[「『【]?(?P<firm>[^「」『』【】の、。]{2,20})[」』】]?$"  # 暗号資産ならナギ取引所
)
_TWIN = re.compile(r"^[\x00-\x7f]+\s([^\x00-\x7f]{2,16})$")
_COUNT = re.compile(r":\s?[\d,.]+%?$")  # "コイン: 15,883"
# how a name is read, and where it is found: "灯台（lampe.jp）"
_READING = re.compile(r"(?<=\w)\s?[(（](?:[ぁ-ゖァ-ヶー・]{2,20}|[A-Za-z][\w-]{1,20}\.[a-z]{2,4})[)）]$")
_BODY = re.compile(
    r"^(?:国立研究開発|独立行政|地方独立行政|国立大学|公立大学|(?:公益|一般)(?:財団|社団)|学校|特定非営利活動|NPO)法人\s?(?=\S{2})"
)
LOGO = re.compile(
    r"^(?:\[[^\]]{1,8}\]\s?|logo\s|ロゴ\s|카테고리 이동\s?|[©\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?\s?)"
    r"|(?:\s(?:desktop|mobile|デスクトップ|モバイル))?\s(?:logo|ロゴ|로고)$|のロゴ$",
    re.I,
)
"""What the text of a logo has beside a name, and marks ahead of one."""
_POSTED = ("原创 ", "原創 ")
_BLOG = re.compile("blog|ブログ|블로그|部落格|博客", re.I)
_ASKS = re.compile("cookie|ください|下さい|サービス|終了|JavaScript", re.I)  # no motto
HOMES = frozenset({"首页", "首頁", "home", "startseite", "accueil", "inicio", "início", "ホーム", "トップ", "홈"})
"""How a path calls the site's first page, as `fold.letters` has it."""
_HERE = re.compile(r"^(?:当前位置|當前位置|您的位置|您现在的位置|现在位置|現在位置|現在地|現在のページ)\s?:\s?")
_HOME = re.compile(
    r"(?<=\w{2})(?<!公式)\s?(?:首页|首頁|ホームページ)$|(?<=\w{3})\s(?:TOP|HOME)$|(?<=\w{4})\shome\s?page$"
    r"|(?<=[^\x00-\x7f]{2})(?:TOP|トップ)$",
    re.I,
)
STEPS = re.compile(r"\s?[>›»＞]\s?|\s[/／]\s")
_EDITION = re.compile(
    r"\s?(?:電子版|電子報|デジタル|(?<=[^\x00-\x7f])DIGITAL|オンライン版|客户端|客戶端|electronic version)$"
)


Place = Literal["ahead", "credit", "inside", "behind"]


@dataclass(frozen=True)
class Line:
    """A line of the page that is no sentence of its article, in NFKC.

    place: "ahead" of the title, "inside" the article, at a "credit" (between the two, or beside a dateline), or
    "behind". labelled: it was read as a label and its value.
    """

    where: str
    text: str
    place: Place
    labelled: bool


@dataclass(frozen=True)
class Named:
    """A name, the points that its place gives it, and where it stands."""

    name: str
    points: float
    where: str


def named(lines: Sequence[Line], is_furniture: Callable[[Line], bool]) -> Iterator[Named]:
    """Each thing on the page that may name its site. is_furniture: true for phrases of menus, and for labels."""
    owners = {owner(line.text) for line in lines if "©" in line.text or "(c)" in line.text.lower()}
    head = [x for x in lines[:HEAD] if x.place == "ahead" and (x.text in owners or not is_furniture(x))]
    first = next((line for line in head if line in lines[:TOP] and heads(line.text)), None)
    texts = {line.text for line in head if line is not first}
    yield from _by_neighbours(lines, is_furniture)
    for line, name in _providers(lines):
        if not (is_furniture(line) or is_furniture(replace(line, text=name))):
            yield Named(name, CABLED, line.where)
    for line in lines:
        owned = owner(line.text) or _declared(line.text)
        pictured = line.place != "behind" and is_known_person(owned or "")
        if owned and not pictured:
            yield Named(owned, OWNED, line.where)
        bare = line.text.strip("()[]【】 ")
        if line.place == "credit" and _is_outlet(bare) and not is_furniture(line):
            yield Named(bare, CABLED if is_paper(bare) or is_agency(bare) else CREDITED, line.where)
        known = line.place == "credit" and not is_furniture(line)
        if known and first is not None and line.text == first.text:
            yield Named(line.text, CREDITED, line.where)
        issue = _ISSUE.fullmatch(line.text) if line.place in ("ahead", "credit") else None
        if issue and is_name(issue[1]) and not is_furniture(replace(line, text=issue[1])):
            yield Named(issue[1], CALLED, line.where)
        yield from _known(line)
        called = list(_called(line))
        if called and not is_furniture(line):
            yield from called
        if line.place == "behind" and len(STEPS.split(line.text)) > PATH:
            yield from _of_head(line, STEP, texts)
    yield from _ahead_of_menu(lines[:1], is_furniture)
    yield from _above_mottos(head, lines, is_furniture)
    for number, line in enumerate(head):
        yield from _of_head(line, FIRST if line is first else NEAR if number < TOP else AHEAD, texts)


def _by_neighbours(lines: Sequence[Line], is_furniture: Callable[[Line], bool]) -> Iterator[Named]:
    """The names below "published in", and above what the site runs on; and the accounts that post an article."""
    for line, below in pairwise(lines):
        if fold.words(line.text).strip(" :") in _ABOVE and is_name(below.text):
            yield Named(below.text, CREDITED, below.where)
        if line.place == "credit" and line.text.endswith("©") and is_name(line.text[:-1]):
            yield Named(line.text[:-1].strip(), CREDITED, line.where)  # Huxiu's accounts: 财经十一人©
        if line.text.startswith(_POSTED) and line.text.endswith(f" {below.text}") and is_name(below.text):
            yield Named(below.text, CREDITED, below.where)  # WeChat's: "原创 Nora Vane 利维坦", "利维坦"
        if _MADE.match(below.text) and not _FEED.search(line.text) and is_name(line.text) and not is_furniture(line):
            yield Named(line.text, OWNED, line.where)


def _above_mottos(head: Sequence[Line], lines: Sequence[Line], is_furniture: Callable[[Line], bool]) -> Iterator[Named]:
    """The name of a blog, which stands above its motto, a sentence: "土塁の上でおにぎりを"."""
    if not any(_BLOG.search(line.text) for line in lines):
        return
    for line, below in pairwise(head):
        told = ends_sentence(below.text) and len(below.text) <= MOTTO and not _ASKS.search(below.text)
        long = len(line.text) >= BLOG and not ends_sentence(line.text)
        if told and long and is_name(line.text) and not is_furniture(line):
            yield Named(line.text, SAID, line.where)


def _ahead_of_menu(first: Sequence[Line], is_furniture: Callable[[Line], bool]) -> Iterator[Named]:
    """The name with which the page's first line opens, ahead of a menu: "갯벌거래소 입출금 공지사항 고객센터"."""
    for line in first:
        name, *menu = [replace(line, text=word) for word in line.text.split(" ")]
        named = len(menu) >= FEW_WORDS and is_name(name.text) and not name.text.isascii()
        if named and all(map(is_furniture, menu[:2])) and not is_furniture(name):
            yield Named(name.text, FIRST, line.where)


def _known(line: Line) -> Iterator[Named]:
    """The outlets of a line that are known by name, as the whole of it or a part between marks."""
    if line.place == "inside" or _PICTURED.search(line.text):
        return
    whole = _FILED.sub("", line.text.strip("()[]【】 "))
    points = {"credit": CABLED if is_known(whole) else CREDITED, "ahead": NEAR, "behind": AHEAD}[line.place]
    for part in (whole, *_PARTS.split(line.text)):
        name = _FILED.sub("", part).strip()
        if is_known(name):
            yield Named(name, points, line.where)


def is_issue(text: str) -> bool:
    """True for a line that says which issue of a newsletter this is, and no more."""
    return _ISSUE.fullmatch(text) is not None


def _providers(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """The lines at a credit that name who provides the article, as portals have them, and the names."""
    sent = 0  # lines below "11/5(水) 9:30配信" in which the provider stands
    for line in (line for line in lines if line.place == "credit"):
        given = _GIVEN.fullmatch(line.text)
        said = given or _PROVIDED.fullmatch(line.text)
        taken = line.text if sent > 0 and not has_digit(line.text) else ""
        name = next((g for g in said.groups() if g), "") if said else taken
        several = not said or given or " " in name or is_masthead(name) or is_paper(name)  # "Engineering · 9 min read"
        persons = has_given_name(name) or has_role(name) or is_reporter(name) or all(map(is_full_name, name.split()))
        if several and is_name(name) and not persons:
            yield line, name
        sent = SENT if _SENT.search(line.text) else sent - 1


def _declared(text: str) -> str | None:
    """The name that a line of the imprint states, "제호 : 바다일보 | 발행인 : 홍보람", or where it was printed."""
    said = _IMPRINT.search(text) or _PRINTED.match(text)
    name = next(filter(None, said.groups()), "") if said else ""
    return name if is_name(name) else None


def _is_outlet(text: str) -> bool:
    return is_name(text) and (is_paper(text) or is_journal(text) or is_agency(text))


def _called(line: Line) -> Iterator[Named]:
    """The names in calls to follow the site, and in what it says of itself."""
    call, saying = (CALLED, _SLOT, line.text[:CALL]), (SAID, _SAYS, line.text)
    for points, pattern, part in (saying,) if line.place == "inside" else (call, saying):  # a call there may be its own
        said = pattern.search(part)
        name = next((g for g in said.groups() if g), "").strip(" 「」『』《》“”‘’'\"") if said else ""
        if name and is_name(name):
            yield Named(name, points, line.where)


def _of_head(line: Line, points: float, others: Container[str]) -> Iterator[Named]:
    """The names that one of the page's first lines may say; a breadcrumb may begin with the section of a menu."""
    steps = STEPS.split(line.text)
    if len(steps) > 1:
        names = [_HOME.sub("", name) for name in heads(_HERE.sub("", steps[0]))]
        good = HOMEWARD if fold.letters(steps[1]) in HOMES else STEP
        yield from (Named(name, good, line.where) for name in names if name not in others)
        return
    for name in heads(line.text):
        home = _HOME.sub("", name)
        yield Named(home, points if home == name else HOME, line.where)


def heads(text: str) -> list[str]:
    """What a line may name: before its tagline, and in one of two scripts."""
    if ends_sentence(text) or _COUNT.search(text):
        return []
    slogan = SLOGAN.match(text)
    text = _BODY.sub("", _READING.sub("", (slogan["name"] or slogan["firm"]) if slogan else text))
    whole = _EDITION.sub("", _TAGLINE.split(LOGO.sub("", text).strip())[0].strip())
    names = [whole, *([] if ends_in_part(whole) else _without_latin(whole))]
    return [name for name in names if is_name(name)]


def _without_latin(name: str) -> list[str]:
    """A name without the same in Latin letters, which stands behind it or ahead; [] where none does."""
    first, _, rest = name.partition(" ")
    if rest.isascii() and not first.isascii():
        return [first]
    twin = _TWIN.search(name)
    return [twin[1]] if twin else []
