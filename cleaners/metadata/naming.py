"""What on a page may name its site: its first lines, breadcrumbs, calls to follow it, its copyright line."""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from cleaners import fold
from cleaners.metadata.outlets import DESKS, ends_in_part, is_known, is_masthead, is_name, owner
from cleaners.metadata.people import has_given_name, has_role, is_agency, is_full_latin, is_journal
from cleaners.metadata.people_east import is_full_name, is_paper
from cleaners.shape import ends_sentence, has_digit

HEAD = 14  # lines in which the site's name may stand ahead of the title
TOP = 4  # lines from the page's first on in which a name is likely its own
SENT = 4  # lines below the time at which a portal took an article over
PATH = 2  # steps of a breadcrumb, at least one more than that
FEW_WORDS = 3  # of a menu behind the site's name
CALL = 60  # columns of a call to follow the site
# Points that a name has from each place; best of a few on the tuning pages.
OWNED, SAID, CALLED, CREDITED = 4.0, 3.0, 1.5, 5.0
TITLED = 4.0  # behind the title
CABLED = 14.0  # a newspaper or an agency that is all that a line below the title says
FIRST, HOME, STEP, NEAR, AHEAD = 3.0, 2.5, 1.5, 1.0, 0.5

_SLOT = re.compile(
    r"^(?:follow|why trust|subscribe to|published in|(?:read )?more from|recommended from|search|try|join|welcome to"
    r"|more on|about|get started with)\s(?:the\s)?"
    r"((?-i:[A-Z0-9])[\w&' ]{2,30}?)(?:\s(?:on|app|by|today|newsletter|magazine)\b.*)?[+.!]?$"
    r"|(?:更多|加入|關注|关注|下载|下載|打开|打開|追蹤|关于|關於)\s?[「《“]?([^\s「」《》“”,。]{2,16}?)[」》”]?\s?(?:報導|报道|的文章|粉絲團|粉丝团|客户端|官方|公众号|公眾號|LINE|App|$)"
    r"|^(\S[^。]{1,24}?)(?:\s?を\s?(?:(?:\S{1,12}\s?で)?フォロー|検索$)|の他の記事|の記事一覧|公式(?:アカウント|アプリ|サイト|LINE|X)|編集部$|について$|とは$|アプリ(?:なら|で|を|版))"
    r"|^([^\s<>]{2,16})(?:\s(?:뉴스레터|텔레그램|구독|앱)(?:\s|하기|$)|의 모든 (?:콘텐츠|기사)|\s?소개$)"
    r"|公众号[“「：:]([^”」\s]{2,16})[”」]|([^\s,。]{2,16})(?:版权所有|版權所有|著作權所有)",
    re.I,
)
_SAYS = re.compile(
    r"^follow (?:the )?((?-i:[A-Z])[\w&' ]{2,30}?) on (?:facebook|x\b|twitter|linkedin|instagram|bluesky|whatsapp)"
    r"|在\s?[a-z]+\s?上(?:跟随|跟隨|关注|關注)([^\s,。]{2,16})$"
    r"|^[『「]?([^\s『』「」]{2,24}?)[』」]?の?公式(?:LINE|X|アプリ|アカウント|チャンネル|Instagram|YouTube)"
    r"|^([^\s<>]{2,16})\s(?:텔레그램|카카오톡|인스타그램|유튜브)(?:에서|\s?채널|\s구독)"
    r"|(?:^|[:：.]\s?)((?-i:[A-Z])[\w&' ]{2,30}?)"
    r" is (?:supported by|(?:a )?reader-|part of|an independent|a publication"
    r"|(?:published|written|edited|hosted|produced) by)"
    r"|^thanks for reading ((?-i:[A-Z0-9])[\w&'’ ]{2,30}?)(?:!|\.\s|\s?$)"
    r"|^[「『]?([^\s「」『』、。]{2,24}?)[」』]?(?:を(?:お読みいただき|読んでくださ[りっ]|ご購読いただき)|は(?:、)?読者(?:に支えられ|が支え|の支援))"
    r"|\bis (?:an?|the) (?:[a-z-]+ ){0,3}(?:reporter|editor|writer|correspondent|journalist|columnist)s?"
    r" (?:at|for|with) ((?-i:[A-Z])[\w&'’]+(?: (?-i:[A-Z])[\w&'’]+){0,3})"
    r"|は、?([^\s、。はのを]{2,16})の(?:上級|シニア|主任|首席|専属|主席)?(?:記者|編集者|編集長|編集委員|ライター|コラムニスト)で(?:す|、|あり)"
    r"|^([^\s、。はの]{2,20}?)は、?(?:[^。、]{2,24}が)?運営(?:する|している)[^。]{0,16}(?:サイト|メディア|ブログ|媒体)です"
    r"|(?:^|[。、]\s?)([^\s、。]{2,20}?)は[^。]{0,24}(?:損失|結果|言論|内容|正確性)に(?:対して)?[^。]{0,8}責任を負(?:いません|わない|いかねます)"
    r"|^[-–—] ((?-i:[A-Z])[\w& ]{1,20})[’']s .{3,60} contributed to this (?:report|article|story)"
    r"|返回([^\s,。]{2,8}),查看更多|,([^\s,。]{2,8})号系信息发布平台"
    r"|^((?!由|Powered)[^·|]{2,20}?)\s?·\s?(?:技術提供|技术支持|RSS\b|Powered by Blogger)"
    r"|^商号等\s?:?\s?(\S{2,16}?)(?:株式会社)?\s金融商品取引業者"
    r"|^[「『]?([^「」『』。]{2,20})[」』]?は、?毎[週月朝日晩][^。]{0,20}(?:ニュースレター|メルマガ|メールマガジン)"
    r"|^((?![\w&'’ ]*\b(?:media|group|inc|llc|holdings|company),)(?-i:[A-Z])[\w&'’ ]{2,30}), \d{1,5} (?-i:[A-Z])"
    r"[\w. ]{2,30}(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Suite|#)"
    r"|^([^\s、。は]{2,20})は読者の(?:会費|購読料|寄付)で"
    r"|不代表((?!本|该|該|其|任|原|个人|個人|平台|网站|網站|官方|作者)[^\s,。]{2,16}?)(?:的)?(?:立场|立場|观点|觀點)"
    r"|^((?!版权|版權|重要|免责|免責|风险|風險|特别|特別|郑重|鄭重|温馨|友情|作者|把|将|將|请|請)[^\s,。]{2,20}?)(?:提醒|声明|聲明)[,:]|未經([^\s,。]{2,16}?)授權|未经([^\s,。]{2,16}?)授权"
    r"|^([一-鿿]{2,10}?[报報])社?(?:主管|主办|主辦|数字报|數字報|电子版|電子版)"
    r"|^(\S{2,16}?)(?:社)?\s?(?:に|が)?掲載(?:の|された|している)(?:記事|写真|情報|文章)",
    re.I,
)
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
_TAGLINE = re.compile(r"\s{0,4}(?:[|｜—–•·:：»>]|\s[-~]\s|(?<=[^\x00-\x7f])\sby(?=\s))\s*")
# "プレスリリース配信サービスのツタエル", "旅のメディア「みちくさ」"
SLOGAN = re.compile(
    r"^\S{2,30}(?:サービス|メディア|サイト|マガジン|ポータル|配信)(?:の[「『]?|[「『])([^\s「」『』の]{2,16})[」』]?$"
)
_TWIN = re.compile(r"^[\x00-\x7f]+\s([^\x00-\x7f]{2,16})$")
_COUNT = re.compile(r":\s?[\d,.]+%?$")  # "コイン: 15,883"
_LOGO = re.compile(
    r"^(?:\[[^\]]{1,8}\]\s?|logo\s|ロゴ\s)|(?:\s(?:desktop|mobile|デスクトップ|モバイル))?\s(?:logo|ロゴ|로고)$", re.I
)
_HERE = re.compile(r"^(?:当前位置|當前位置|您的位置|您现在的位置|现在位置|現在位置|現在地|現在のページ)\s?:\s?")
_HOME = re.compile(
    r"(?<=\w{2})\s?(?:首页|首頁)$|(?<=\w{3})\s(?:TOP|HOME)$|(?<=\w{4})\shome\s?page$"
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
        pictured = line.place != "behind" and is_full_latin(owned or "") and has_given_name(owned or "")
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
    for number, line in enumerate(head):
        yield from _of_head(line, FIRST if line is first else NEAR if number < TOP else AHEAD, texts)


def _by_neighbours(lines: Sequence[Line], is_furniture: Callable[[Line], bool]) -> Iterator[Named]:
    """The names below "published in", and above what the site runs on."""
    for line, below in pairwise(lines):
        if fold.words(line.text).strip(" :") in _ABOVE and is_name(below.text):
            yield Named(below.text, CREDITED, below.where)
        if _MADE.match(below.text) and not _FEED.search(line.text) and is_name(line.text) and not is_furniture(line):
            yield Named(line.text, OWNED, line.where)


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
        said = _PROVIDED.fullmatch(line.text)
        taken = line.text if sent > 0 and not has_digit(line.text) else ""
        name = next((g for g in said.groups() if g), "") if said else taken
        several = not said or " " in name or is_masthead(name) or is_paper(name)  # "Engineering · 9 min read"
        persons = has_given_name(name) or has_role(name) or all(map(is_full_name, name.split()))
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
        yield from (Named(name, STEP, line.where) for name in names if name not in others)
        return
    for name in heads(line.text):
        home = _HOME.sub("", name)
        yield Named(home, points if home == name else HOME, line.where)


def heads(text: str) -> list[str]:
    """What a line may name: before its tagline, and in one of two scripts."""
    if ends_sentence(text) or _COUNT.search(text):
        return []
    slogan = SLOGAN.match(text)
    text = slogan[1] if slogan else text
    whole = _EDITION.sub("", _TAGLINE.split(_LOGO.sub("", text).strip())[0].strip())
    names = [whole, *([] if ends_in_part(whole) else _without_latin(whole))]
    return [name for name in names if is_name(name)]


def _without_latin(name: str) -> list[str]:
    """A name without the same in Latin letters, which stands behind it or ahead; [] where none does."""
    first, _, rest = name.partition(" ")
    if rest.isascii() and not first.isascii():
        return [first]
    twin = _TWIN.search(name)
    return [twin[1]] if twin else []
