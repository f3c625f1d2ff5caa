"""Names of outlets: which texts may be one, whom a copyright line names, and how an outlet calls itself."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from cleaners import fold
from cleaners.dates import find_date
from cleaners.metadata.people import is_journal
from cleaners.metadata.people_east import is_paper
from cleaners.shape import columns
from cleaners.tables import read_table

LONGEST = 32  # columns of a name
FEWEST = 2  # letters of a name
OFTEN = 1  # times that a page says the short form of a name more than the long one
DESKS = "編輯部|编辑部|編集部|編集局|편집부"  # behind an outlet's name, in a pattern
HOUSES = frozenset("media press group publishing publications publishers association holdings network partners".split())

# What a site calls a part of it that is a site of its own.
PARTS = (
    *("academy", "learn", "help", "help center", "support", "blog", "research", "sport", "sports"),
    *("学院", "學院", "学堂", "學堂", "课堂", "課堂", "研究院", "帮助中心", "支援中心"),
    *("アカデミー", "リサーチ", "ラーニング", "ブログ", "サポート", "ヘルプ", "ヘルプセンター"),
    *("아카데미", "리서치", "블로그", "고객센터"),
)

_SIGN = re.compile(r"©|ⓒ|&copy;|\(c\)|copyrights?|저작권자|版[权權]所有|著作権(?=\s?©)", re.I)
_PARTED = re.compile(r"(?:©|\(c\))\s?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?\s?[|｜·•]", re.I)  # "Tidewatch © 2025 | Terms"
_LATER_YEAR = re.compile(r"(?:[.!]\s|。\s?)(?:19|20)\d\d\s(?=[A-Z])")
_NOISE = re.compile(
    r"^\s*版[权權](?:所有)?[\s:]*|©|ⓒ|&copy;|\(c\)|copyrights?|コピーライト|著作権(?=\s?©|\s?$)"
    r"|저작권자|all rights? reserved\.?"
    r"|(?:すべて|全て)の権利を(?:保有|留保|所有)(?:します|する)?|全著作権所有|保留(?:所有|一切)[权權]利"
    r"|[<>\[\]]|^by\s|\bk\.\s?k\.?"
    r"|\b(?:19|20)\d\d\b\s?(?:[-–~—]\s?(?:(?:19|20)\d\d|present|now))?年?",
    re.I,
)
_END = re.compile(
    r"[,|、。•·/／:;]|\.(?!(?:[VA]|l\.c)\b)|\s[-–—]\s|\s{2,}|版权所有|版權所有|不得转载|不得轉載|禁?無断|掲載の|무단|모든"
    r"|\s(?:利用規約|利用条件|プライバシー|(?:使用)?条款|[隐隱]私|私隱|联系我们|聯絡我們|关于我们|關於我們|이용약관)"
    r"|\b(?:all|powered|is a|wordpress|theme)\b|未经|未經|转载|轉載",
    re.I,
)
_LEGAL = re.compile(
    r"^(?:株式会社|一般社団法人|合同会社|(?:주식회사|\(주\)|\(株\)))\s?"
    r"|[\s,]{0,4}(?:株式会社|有限会社|協同組合|・カンパニー|A/S|股份有限公司|有限责任公司|有限公司|公司|주식회사|\(주\)|\(株\))\.?$"
    r"|(?:[\s,]{1,4}|(?<=[^\x00-\x7f]))(?:incorporated|inc|ltd|limited|llc|pbc|gmbh|corp|corporation|co|k\.k|plc"
    r"|s\.?a|s\.?a\.?s|s\.?a\.?r\.?l|pte|cic|b\.?v|ag|oy|ab|as)\.?$",
    re.I,
)
# whose software the site runs on
_MAKER = re.compile(
    r"(?:proudly |site )?(?:powered|built|designed|hosted)\s(?:by|with)|\w+\s(?:platform|software)\sby|theme", re.I
)
_FIRM = re.compile(
    r"^(?:株式会社|合同会社|주식회사|㈜)\S{1,20}$|^\S{1,20}(?:株式会社|有限公司|주식회사)$"
    r"|^[A-Z][\w&.\- ]{1,50},?\s(?:Inc|Ltd|LLC|Corp|GmbH|PLC|plc|S\.A|B\.V)\.?$"
)
_DOMAIN = re.compile(r"[a-z][a-z\d-]{2,24}\.(?:com|net|org|news|io|info|media|press|tv|fm|blog|dev|[a-z]{2})")
_MASTHEAD = re.compile(
    r"\S{1,8}(?:新聞|日報|日报|晚报|晚報|時報|时报|晨报|晨報|商报|青年报|タイムス|タイムズ|일보|신문)|[一-鿿]{2,6}[网網报報]"
)
_NO_MASTHEAD = re.compile(
    r"(?:電子新聞|[联聯官上局情海预預公回汇匯举舉简簡月年财財快战戰警申通播][网網报報]|電子報|电子报)$"
)
_HOUSE_KANA = re.compile(r"・(?:メディア|プレス|グループ|パブリッシング|ホールディングス)$")
_PRESS = re.compile(r"(?<=[報报闻聞])社$")
_NO_NAME = re.compile(
    r"[<>={}、，,。$€¥¢%#@]|\d{3}|https?:|\d[.:]\d|\([円万%]"
    r"|する$|しよう$|ます$|ください|はこちら|跳到|跳至|跳转|跳轉|homepage|바로가기|\s\d+$|^(?:a|an|your|our)\s|^[「『“]"
    r"|^(?:我们|我們|跳过|跳過|前往|返回|点击|點擊|查看|搜尋|搜索|立即|在(?:瀏覽器|浏览器))|(?:をクリック|フォローし|フォロー$|を見る)|^第\d+版|\s(?:charity|journalism|content)$"
    r"|^Aa$|\blog\s?in\b|\bregistration\b|一覧$|を開く$|方へ$|この(?:記事|ページ)|\bnavigation\b|スキップ|に戻る$|(?:へ|に)飛(?:ぶ|ばす)$|ダウンロード|ニュースルーム|^(?:ソーシャルメディア|SNS|(?:ニュース|プレス)リリース)$|[简簡繁][体體]|アプリ$|앱$|指[数數]$|cookie|クッキー|쿠키|プライバシー|[隐隱]私|privacy|^google\s?(?:翻訳|翻译|翻譯|번역|translate)|^翻訳$|^(?:コピーライト|著作権|版[权權]|無断転載|奥付|会社|公司|重要(?:告示|公告|声明|聲明|事項))$"
    r"|^ホームピグ|(?:ご案内|お知らせ|標準時)$|^閲覧総数|^카테고리 이동$|^著作[权權]|^首发于$"
    r"|\s[/／]\s|^[をがへ]|[(（\[［【][^)）\]］】]*$|[點点]此|\blogo\b|(?<=[a-z])(?:Published|Posted|Updated)$|^本文|^分享|発?[發发][表布佈][於于]$|を買う$|^toggle\b|\bmenu$|^we\s|^[ぁ-ん]{1,2}$|\b(?:app|skip)\b",
    re.I,
)


def owner(text: str) -> str | None:
    """Whom a copyright line names: "© 2025 The Courier. All rights reserved."."""
    sign = _SIGN.search(text)
    if sign is None or _MAKER.match(text):
        return None
    parts = [*_behind(text[sign.start() :]), text[: sign.start()]]
    for part in parts[::-1] if _PARTED.match(text, sign.start()) else parts:
        bare = _NOISE.sub(" ", part).strip(" -–—|.,·:'\"“”")
        name = _END.split(bare)[0] if part[:1] else ""
        name = _PRESS.sub("", _LEGAL.sub("", name.strip()).strip())
        if is_name(name):
            return name
    return None


def _behind(text: str) -> list[str]:
    """What stands behind the sign; ahead of that, what stands behind a year in mid-line: "© A motto. 2025 Courier"."""
    later = _LATER_YEAR.search(text)
    return [text[later.end() :], text] if later else [text]


def without_house(name: str, weighed: Iterable[str], page: str) -> str:
    """The outlet's name as it calls itself: without what its publisher's has more ("Meridian Newswire Association"),
    without its Latin form behind a space, with the one that is glued to it. An outlet that is known has its name."""
    if is_known(name) and name.rpartition(" ")[2].casefold() not in HOUSES:
        return name
    if " " not in name:
        return _in_one_word(name, weighed, page)
    first, _, rest = name.partition(" ")
    if rest.isascii() and not first.isascii() and not ends_in_part(name):
        return first
    short, _, last = name.rpartition(" ")
    if last.casefold() not in HOUSES:
        return f"The {name}" if f"The {name}" in weighed else name
    often = page.count(short.casefold()) > page.count(name.casefold()) + OFTEN
    return short if is_known(short) or short in weighed or often else name


def _in_one_word(name: str, weighed: Iterable[str], page: str) -> str:
    """The same of a name without spaces: "ロング・キャリー・メディア"."""
    short = _HOUSE_KANA.sub("", name)
    if short != name and (short in weighed or page.count(short) > page.count(name) + OFTEN):
        return short
    whole = [n for n in weighed if n.startswith(name) and " " not in n and n[len(name) :].isascii()]
    return name if name.isascii() else max(whole, key=len, default=name)


def is_name(name: str) -> bool:
    """True for a text that may be the name of an outlet: short, no sentence, no date, no price, no address."""
    if name[:1].isdigit() and is_known(name):
        return True  # 404 Media
    letters = sum(c.isalpha() for c in name)
    good = letters >= FEWEST and columns(name) <= LONGEST and not name.endswith(("。", "!", "?", "…", "..."))
    small = name.isascii() and name.islower() and not _DOMAIN.fullmatch(name)
    return good and not small and not _NO_NAME.search(name) and find_date(name) is None


def ends_in_part(name: str) -> bool:
    """True for a name that ends as those of parts of a site do: "Corvex 学院", "タビノワ Engineering Blog"."""
    last = name.rpartition(" ")[2]
    return last.casefold() in PARTS and not (last.isascii() and last.isupper())  # "北辰研究院 POLARIS RESEARCH" is one


def is_masthead(text: str) -> bool:
    """True for a name that ends as nothing but newspapers and sites of news do: 沼経済新聞, 갯벌일보, 澎湖網."""
    return _MASTHEAD.fullmatch(text) is not None and _NO_MASTHEAD.search(text) is None


def is_press(name: str) -> bool:
    """True for a name by which a reader knows a newspaper, a journal or a site of news."""
    return is_known(name) or is_paper(name) or is_journal(name) or is_masthead(name)


def is_known(name: str) -> bool:
    """True for an outlet that readers know by its name, as it writes it or as machines translate it: 深潮 TechFlow."""
    return fold.letters(name) in _known()


@cache
def _known() -> frozenset[str]:
    outlets = read_table("metadata", "outlets.toml")["names"].strip().split("\n")
    return frozenset(fold.letters(form) for outlet in outlets for form in outlet.split(" | "))


def is_company(text: str) -> bool:
    """True for a company's full name, with its legal form: Tessellate Robotics, Inc.; 株式会社墨壺."""
    return _FIRM.search(text) is not None


def as_written(text: str, name: str) -> str:
    """A name in NFKC as the text itself has it: ＠デスクIT."""
    spans = (text[at : at + len(name)] for at in range(len(text)))
    return next((span for span in spans if span != name and unicodedata.normalize("NFKC", span) == name), name)


def plain(text: str) -> str:
    """NFKC, but for the copyright sign in a circle, which it makes a letter."""
    return unicodedata.normalize("NFKC", text.replace("ⓒ", "©")).strip()
