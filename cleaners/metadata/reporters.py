"""Lines that name their reporter or their writer as bylines do: "By Jane Doe", "記者李明／台北報導"."""

import re
import unicodedata

from cleaners.metadata.names import TRANSLATED as _TRANSLATED
from cleaners.metadata.names import without_addresses
from cleaners.metadata.outlets import is_known
from cleaners.metadata.people_east import CHINESE, KOREAN, is_east_outlet, without_place
from cleaners.tables import either

SHORT = 40  # letters of a line that says no more than who writes

BY = re.compile(
    r"(?:^|[|•·]\s*|\s[-–—]\s)(?:(?:written|posted|text|words|reported|story|given|delivered|speech|remarks|lecture"
    r"|written \([^()]{2,16}\)|(?:an?\s)?(?:column|essay|commentary|opinion|analysis|review|interview)) )?by\s+"
    r"(?=(?-i:[A-Z@\"“])|[^\x00-\x7f])",
    re.I,
)
_MAY_REPORT = re.compile("[者기특논員员=＝譯译輯師师家]")
_MAY_WRITE = re.compile("[導道文ト]")
_KO = r"[가-힣]{2,4}"
_KO_ROLE = r"\s?(?:(?:선임|전문|인턴|수습|객원|온라인|탐사)?기자|특파원|논설위원)"
_KO_PAPER = r"\S{1,8}(?:일보|신문|뉴스|경제|타임스|미디어|방송|통신)\s"
# "김하늘 기자, 이바다 기자", "김하늘·이바다 기자", "항구일보 김하늘 기자", "[김하늘 기자]"
KOREANS = re.compile(
    rf"{_KO}{_KO_ROLE}(?:\s?[,·ㆍ/]?\s?{_KO}{_KO_ROLE}){{1,5}}(?![가-힣])"
    rf"|{_KO}(?:\s?[,·ㆍ/]\s?{_KO}){{1,5}}{_KO_ROLE}(?![가-힣])"
    rf"|{_KO_PAPER}{_KO}{_KO_ROLE}(?![가-힣])|\[(?:{_KO_PAPER})?{_KO}{_KO_ROLE}(?:\s\S+@[^\s\]]+)?\]$"
)
ANALYSTS = (
    "研究員|研究员|エコノミスト|アナリスト|ストラテジスト|经济师|經濟師|经济学家|經濟學家"
    "|分析师|分析師|分析员|分析員|策略师|策略師|策略员|策略員"
)
_REPORTER = re.compile(
    r"^[\[【〔(□■◎]?\s?(?:本[报報刊网網台社紙]|新华社)?(?:特约|實習|实习)?(?:記者|记者|特派員|通讯员)(?!会見|會見|会见|團|团)\s?[^\s。,、]{2,12}(?:[\s/、,][^。]{0,24})?[\])】〕]?$"
    r"|^(?:글\s?|취재\s?|정리\s?[=·]\s?)?[가-힣]{2,5}\s?(?:기자|특파원|논설위원)(?:\s|$|=|/|·|\()"
    r"|^[一-鿿々]{2,4}\s?[一-鿿々ぁ-んァ-ヶ]{0,5}\s?(?:記者|編集委員|論説委員)$"
    rf"|^(?:\S{{2,12}}(?:部|室|センター|グループ)\s)?[^\s、。]{{0,8}}(?:{ANALYSTS})[\s:][一-鿿々]{{1,4}}\s?[一-鿿々ぁ-んァ-ヶ]{{1,4}}$"
    r"|^(?:\S{1,4}=)?[ァ-ヶー]{1,8}・[ァ-ヶー]{1,10}\s?(?:記者|特派員)(?=\s|$|/)"
    r"|^[\[【(][^\s=\])】]{1,12}=[^\s\])】]{2,10}[\])】]$|^\([가-힣]{2,8}=[^()\s]{2,10}\)\s[가-힣]{2,4}\s?(?:기자|특파원)$"
)
# "生活中心／李明遠報導", "李明遠/文", "文・佐倉美帆　写真・有働亮"
_WRITES = re.compile(
    rf"(?:[一-鿿]{{1,4}}中心\s?/\s?)?{CHINESE}(?:[\s、]{CHINESE}){{0,3}}\s?/?\s?(?:[一-鿿]{{2,4}})?(?:報導|报道|報道)|{CHINESE}\s?/\s?(?:文|撰文)"
    rf"|編輯\s?{CHINESE}\s?/?\s?(?:綜合|整理)?報導"
    r"|(?:取材・文|聞き手|文)・(?!写真|撮影)[一-鿿々]{2,4}[一-鿿々ぁ-んァ-ヶー\s]{1,8}(?:\s(?:写真|撮影|編集|イラスト)・.*)?"
)
# "〔編譯方詠絮／綜合報導〕", "編譯方詠絮／倫敦報導"
_COMPILED = re.compile(
    rf"^[\[【(〔]?(?:\S{{2,10}}?/)?(?:編譯|编译)\s?(?P<name>{CHINESE})\s?(?:/|$|[\])】〕])"
    rf"|^(?P<behind>{CHINESE})\s(?:編譯|编译)$"
)
# "코인니스 정하람 기자", of an outlet whose name ends as no other's
_KO_OF = re.compile(rf"(?P<site>[가-힣]\S{{1,7}})\s{KOREAN}\s기자")
_PLACED = re.compile(rf"^[가-힣]{{2,6}}=(?={_KO}(?:{_KO_ROLE}|\s?[/,·ㆍ]))")  # "부산=김하늘 기자"
# "Jane Doeによる", "ジェーン・ドウ著", "ジェーン・ドウより、上級記者", of machine translation
KANA = "[ァ-ヶー]+(?:・[ァ-ヶー]+)+"
"""A name in kana, its parts set off by dots."""
_KANA = re.compile(KANA)
LATIN = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3}"
"""A name in Latin letters, of two words to four."""
_FULL = rf"(?:{KANA}|{LATIN})"
POSTPOSED = re.compile(
    r"^([^\s、。「」\d][^。「」はを\d]{2,40}?)\s?(?:によって|による(?:ストーリー)?)(?=$|\s?[|·•])"
    rf"|^({_FULL}(?:(?:[、,]\s?|\s?[と&]\s?){_FULL}){{0,3}})\s?(?:著|によって(?:書かれ|執筆され)(?:た|ました)|(?<=[ァ-ヶー])より)"
    r"(?=$|\s?[|·(（、/])[^。]{0,40}"
)
_FOREIGN = re.compile("[A-Zァ-ヶ]")  # "銘柄による" is no name
_FROM = re.compile(r"^reporting from (?-i:[A-Z])", re.I)
TRANSLATED = re.compile(
    rf"(?:^|(?<=[\s(]))(?:translated\sfrom\s(?:the\s|original\s)*[a-z]+\sby|{either(_TRANSLATED)})\s+(?=(?-i:[^\W\da-z_]))",
    re.I,
)
ORIGINAL = "原创|原創|オリジナル|元の"
"""What stands ahead of who wrote a post, and of his account: a pattern."""
# the writer, and the account
WECHAT = re.compile(
    rf"^(?:{ORIGINAL})\s([^\s|]{{2,12}})\s(?:([^\s|]{{2,16}}(?:\s[A-Z]\w{{0,11}})?)\s?)?\|"
    rf"|^(?:{ORIGINAL})\s(?P<nick>[^\s|。,、]{{2,12}})(?:\s(?P=nick))?\s([^\s|。,、]{{2,16}}(?:\s[A-Z]\w{{0,11}})?)$"
    r"|^(?:文|撰文|作者)\s?[|/:\s]\s?([^\s|。,、:/]{2,12})\s{2,4}([^\s|。,、:/]{2,16})$"
)
# an outlet ahead of its reporter: "經世日報 記者夏沐晴／台北報導", "潮汐新闻客户端 记者 梁可"
_FILED = re.compile(
    r"(?P<site>(?!本[报報刊网網])[^\s。,、:;=|/]{2,14}?)(?:客户端|客戶端)?[\s/]{0,2}"
    r"(?=(?:特约|特約|实习|實習|首席|见习)?(?:記者|记者|編輯(?=\S{2,4}\s?/?\s?(?:綜合|整理)?報導))(?!会|會|见|見|团|團)\s?[^\s。,、])"
)


def is_kana_name(text: str) -> bool:
    """True for a name in kana, its parts set off by dots, and no more."""
    return _KANA.fullmatch(text) is not None


def is_reporter(text: str) -> bool:
    """True where a line names its reporter or its writer as bylines do: "By Jane Doe", "記者李明／台北報導"."""
    text = without_addresses(text)
    if is_postposed(text) or any(form.match(text) for form in (BY, _FROM, TRANSLATED, WECHAT)):
        return True
    if not may_report(text):
        return False
    _, rest = filed(unicodedata.normalize("NFKC", text))
    return reports(rest) or bool(KOREANS.match(rest) or compiled_by(rest))


def is_postposed(text: str) -> bool:
    """True for a byline of machine translation whose "by" stands behind the name: "Jane Doeによる"."""
    return POSTPOSED.match(text) is not None and (_FOREIGN.search(text) is not None or "によるストーリー" in text)


def compiled_by(text: str) -> tuple[str, ...]:
    """Who translated and put together, as a line in NFKC opens: "〔編譯方詠絮/綜合報導〕", "方詠絮 編譯"."""
    compiled = _COMPILED.match(text)
    return (compiled["name"] or compiled["behind"],) if compiled else ()


def may_report(text: str) -> bool:
    """False for lines that cannot name a reporter, which most are."""
    return _MAY_REPORT.search(text) is not None or (len(text) <= SHORT and _MAY_WRITE.search(text) is not None)


def reports(text: str) -> bool:
    """True for a reporter's line, or a piece of one, in NFKC."""
    bare = without_place(text)
    return bool(_REPORTER.search(bare) or (len(text) <= SHORT and _WRITES.fullmatch(bare)))


def filed(rest: str) -> tuple[str | None, str]:
    """The outlet ahead of its reporter, and the row from the reporter on; None, and the row, where there is none."""
    of = _KO_OF.fullmatch(rest)
    if of and is_known(of["site"]):
        return of["site"], rest[of.end("site") :].strip()
    rest = _PLACED.sub("", rest)
    lead = len(rest) - len(rest.lstrip(" |·•[(【〔"))
    filed = _FILED.match(rest, lead) if _MAY_REPORT.search(rest) else None
    site = filed["site"].strip("《》") if filed else ""
    if filed is None or not is_east_outlet(site):
        return None, rest
    return site, rest[: filed.start()] + rest[filed.end() :]
