"""Who signs: at the opening of the first sentence, at the article's end, in the box about the author."""

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise, takewhile

from cleaners import fold
from cleaners.block import Block
from cleaners.dates import ANYWHERE, find_date
from cleaners.doc import Doc
from cleaners.evidence import Verdicts
from cleaners.metadata.languages import setting_of
from cleaners.metadata.names import split_names
from cleaners.metadata.people import BORN, has_given_name, is_full_latin, is_known_person
from cleaners.metadata.people_east import (
    CHINESE,
    is_east_outlet,
    is_full_list,
    is_full_name,
    is_hangul,
    is_officer,
    is_paper,
    read_credits,
)
from cleaners.metadata.posts import LONGEST, poster
from cleaners.metadata.presented import presented
from cleaners.metadata.reporters import KANA, compiled_by, is_kana_name, is_reporter
from cleaners.metadata.rows import read_row
from cleaners.phrases import Rules
from cleaners.shape import has_digit

SIGNATURE = "a signature"  # why such a line goes
SHORT = 32  # columns of a name
DAY = 10  # letters of a day without its time
HALF_DAY = 12  # hours
LAST = 3  # blocks of the article that may be its writer's, or its dates
FIRST = 2  # paragraphs that may be the first: one may be a promotion,
DIGEST = 10  # and those above it a digest
OPENING = 120  # letters of a line in which its writer may sign
OF_THIS = ("この記事", "本文", "本篇", "이 기사", "이 글")  # with which headings of a box about its writer begin
ENDS = 10  # blocks behind the article in which its writer may sign

_OPENING = re.compile(
    r"^[\[【(](?P<place>[^\s=\])】\d]{1,12})=(?P<name>[^\])】\d]{2,20}|[가-힣]{2,8}\d)[\])】]\s?(?:(?P<reporter>[가-힣]{2,4})\s?(?:기자|특파원|=))?"
)
_AGENCY = re.compile(
    r"^(?P<site>新华社|新華社|中新社|中新网|中央社)[^\s。,]{0,12}?(?:\d{1,2}月)?\d{1,2}日?(?:电|電)\s?(?:\((?:(?:记者|記者)\s?(?P<name>[^()]{2,24})|(?P<one>[^()、,。]{2,4}))\))?"
    r"|^[A-Z][A-Za-z .,]{2,40}\s?\((?P<wire>Reuters|AP|AFP|Bloomberg|Xinhua|Kyodo|UPI|IANS)\)\s?[-–—]"
)
_REPORTED = re.compile(
    r"[(\[【〔]\s?[^()\[\]【】〔〕,。]{0,8}?(?P<by>(?:记者|記者|评论员|評論員|通讯员|通訊員|特派员|特派員|撰文|(?<![一-鿿])文(?![化学學部明章字芸艺藝中内內])(?:[/、]?[图圖])?)(?!会|會|团|團|站|摄|攝)[\s/:]?\s?"
    r"[^()\[\]【】〔〕,。0-9]{2,24}(?<![摄攝图圖]))[)\]】〕]"
)
# "Evening Tide Daily, April 26 (reporter Shen Yilin)", as machine translation has it
_REPORTER = re.compile(r"\((?:(?:staff\s)?reporter|correspondent)\s(?P<by>[A-Z][a-z]+(?:\s[A-Z][a-z]+){1,2})\)")
# "[아시아경제 이가은 기자]", "[인사이트] 이가은 기자 =", "【大公報訊】記者李曉明報道："
_FILED = re.compile(
    r"^[\[【(][^\])】]{0,20}?(?P<ko>(?<![가-힣])[가-힣]{2,4})\s(?:기자|특파원)[\])】]"
    r"|^(?:[\[【(][^\])】=]{2,20}[\])】]\s?)?(?P<ko2>[가-힣]{2,4})\s(?:기자|특파원)\s?="
    rf"|^【[^】\s]{{2,10}}\s(?P<zh2>{CHINESE})(?:報導|报道|報道)】"
    rf"|^【[^】]{{2,10}}】\s?(?:記者|记者)\s?(?P<zh>{CHINESE})[一-鿿]{{0,4}}(?:報道|報導|报道|报导):"
)
# "（中央社記者李曉明台北5日電）", "(中央社記者李曉明、陳一平洛杉磯5日專電)"
_CABLED = re.compile(
    r"^[(（](?P<site>[一-鿿]{1,5}社)(?:特約|特派)?(?:記者|记者|特派員)\s?"
    rf"(?P<names>{CHINESE}(?:[、/ ]{CHINESE}){{0,4}})[、\s]?[一-鿿]{{2,8}}\d{{1,2}}日[一-鿿]{{0,4}}[電电][)）]"
)
# "【ソウル共同】", "[東京 29日 ロイター]", "(AFP=時事)" at the end
_WIRES = "|".join(
    ("AFP=時事", "AFP時事", "共同", "時事", "ロイター", "ブルームバーグ", "聯合ニュース", "AFP", "AP", "CNN")
)
_DATELINED = re.compile(
    rf"^[\[【(](?!産学|官民|日米|日中|日韓|国際)[一-鿿ァ-ヶー・\s\d=]{{2,16}}?(?P<wire>{_WIRES})[\])】]"
)
_CREDITED = re.compile(rf"。\s?[(【](?P<wire>{_WIRES})[)】]$")
_REPORTING = re.compile(r"^\(?reporting by\s(?=(?-i:[A-Z]))", re.I)
_DASHED = re.compile(r"^[-–—―]{1,2}\s?(?P<name>[^\s.。,、]\S*(?:\s\S+){0,3})$")
# "(聞き手・佐倉美帆)", "(文=佐倉美帆)", "(11月23日 スポーツ部記者・佐倉美帆)"
_CREDIT_JA = re.compile(
    r"[(【](?:[^()【】。]{0,24}\s)?(?:[^\s()【】。]{1,8}[部局室])?(?:聞き手・構成|聞き手|取材・文|文・構成|取材・構成|構成・文|構成|文責|文|記者|報告)[・=:/\s]\s?(?P<name>[^()【】。\d]{2,20})[)】]$"
)
# with which a broadcaster's reporter ends: "KNB 뉴스 김하늘입니다."
_SIGNS_OFF = re.compile(
    r"^(?P<site>[A-Z]{2,5}\s?(?:뉴스)?|\S{1,8}\s?(?:뉴스|방송))\s(?P<name>[가-힣]{2,4})입니다\.?(?:\s?[\[(][^\])]*@[^\])]*[\])])?$"
)
_PAPER = re.compile(r"^[\[【(](?:[^\s=]{1,8}=)?([^\s=]{1,8}?(?:일보|신문|뉴스|경제|타임스|미디어|방송|통신))[\s=]")
_HOUSE = re.compile(r"[A-Z][A-Za-z .,]{2,40}?(?:\d{1,2}\s)?\((?P<house>[A-Z][\w&' ]{2,30})\)\s?[-–—]")
_PICTURED = tuple("摄攝图圖影")
# "ジェーン・ドウ著、上級記者。"
_WRITTEN_JA = re.compile(rf"(?P<name>{KANA})\s?著[、。]")
# "(潮騒ニュース・藤波 千尋)", "(潮騒ニュース特約・藤波 千尋)"
_OF_OUTLET = re.compile(r"(?P<site>[^\s・()【】]{2,16}?)(?P<desk>特約|編集部)?・(?P<name>\S{1,6}\s?\S{1,6})")
_TRANSLATED = re.compile(
    rf"[(\[]翻訳:\s?([^()\[\]、,]{{2,20}})|[)。]\s?訳:\s?(\S{{2,20}})$|^\(({CHINESE})[譯译]自"
    r"|(?:^|[.)]\s)Translated (?:and [Aa]dapted )?(?:from [A-Z][a-z]+ )?by ([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})\.?$"
)
_EDITED = re.compile(r"(?:^|[)。]\s?)\(翻訳・編集[/:]\s?([^()\s]{2,8})\)$")
_AT = re.compile(r"(?:^|[\s|│])(?P<half>午前|午後|오전|오후)?\s?(?P<h>[01]?\d|2[0-3])\s?[:時시]\s?(?P<m>[0-5]\d)(?!\d)")
_READ = "読者になる"  # behind the time at which an entry was last changed
_COUNTED = re.compile(r"\d{1,2}:\d\d\s*[|｜│].*(?:Trackback|Comment|コメント|トラックバック)", re.I)
_READ_AS = re.compile(r"[(（][ぁ-ん]{1,8}[\s　・][ぁ-ん]{1,8}[)）]$")  # 木暮 真由（こぐれ まゆ）
_HAN = re.compile(r"[一-鿿々]{4,6}")
_GIVEN_KANA = re.compile(r"[一-鿿々]{2}(?:[ぁ-ん]{3}|[ァ-ヶー]{2,4})")  # "。(佐倉みなみ)"
_FILES = re.compile(r"^([^/]{4,5})(?:報導|报道|報道)$")  # "記者鄭宜芳報導"
_SIGNATURE = re.compile(r"[(（【]([^()（）【】。]{2,30})[)）】]$")
_MARKED = re.compile(r"《([^《》。]{3,20})》")  # "《平岩 聡太》"


def signatures(doc: Doc, rules: Rules) -> Doc:
    """Read the writer, and the agency, from where articles are signed; cut lines that are no more than that."""
    doc = _signed(_opened(doc))
    return doc if doc.metadata.authors else _boxed(doc, rules)


def _opened(doc: Doc) -> Doc:
    """The writer and the agency with which the first sentence opens."""
    paragraphs = [b for b in doc.blocks if b in doc.span and b.prose]
    for first in (*paragraphs[:FIRST], *(b for b in paragraphs[FIRST:DIGEST] if _is_filed(b.text))):
        names, site = opened_by(first.text)
        translators = compiled_by(unicodedata.normalize("NFKC", first.text[:OPENING]))
        site = site or _house(doc, first.text)
        if names or site or translators:
            return doc.learn(first.where, authors=names, site=site, translators=translators)
    return doc


def _is_filed(text: str) -> bool:
    """True for the opening of a report with its reporter, which may stand below a digest of it."""
    text = unicodedata.normalize("NFKC", text[:OPENING])
    opening = _OPENING.match(text)
    reported = _REPORTED.search(text[: OPENING // 4])  # "新京报讯（记者 李明）"
    return bool(_CABLED.match(text) or _FILED.match(text) or reported or (opening and opening["reporter"]))


def _house(doc: Doc, text: str) -> str | None:
    """The outlet in a dateline, "OSLO, April 22 (Kestrel Press) - ", whose name is a line of the page as well."""
    opening = _HOUSE.match(text)
    key = fold.letters(opening["house"]) if opening else ""
    lines = (fold.letters(line) for line in doc.lines)
    return opening["house"] if opening and key in lines else None


def opened_by(text: str) -> tuple[tuple[str, ...], str | None]:
    """The writers and the outlet with which a sentence opens: "【シアトル=大森健太】", "新华社北京电(记者 李明)"."""
    text = unicodedata.normalize("NFKC", text[:OPENING])
    cabled, filed = _CABLED.match(text), _FILED.match(text)
    if cabled:
        return split_names(cabled["names"]), cabled["site"]
    if filed:
        paper = _PAPER.match(text)
        return split_names(filed["ko"] or filed["ko2"] or filed["zh"] or filed["zh2"]), paper[1] if paper else None
    opening, agency, reporter = (
        _OPENING.match(text),
        _AGENCY.match(text),
        _REPORTED.search(text) or _REPORTER.search(text),
    )
    wired = _DATELINED.match(text)
    written = _WRITTEN_JA.match(text)
    names: tuple[str, ...] = (written["name"],) if written else ()
    site = None
    if opening:
        korean = opening["reporter"]
        found = split_names(korean or opening["name"])
        names = found if korean or all(map(_may_sign, found)) else ()
        site = opening["name"] if korean else opening["place"] if is_paper(opening["place"]) else None
    elif reporter:
        names = split_names(_FILES.sub(r"\1", reporter["by"]))
    if agency:
        one = agency["one"] if agency["one"] and is_full_name(agency["one"]) else ""
        names = names or split_names(agency["name"] or one)
        site = site or agency["site"] or agency["wire"]
    return names, site or (wired["wire"] if wired else None)


def _may_sign(name: str) -> bool:
    """True for a name behind the place of a dateline: a person's, no agency's as in "(부산=뉴스1)"."""
    return is_full_name(name) or (len(name) > 2 and not is_hangul(name) and not is_east_outlet(name))


def _signed(doc: Doc) -> Doc:
    """Who signs at the article's end, and who is credited there; lines that say no more than that go."""
    verdicts: Verdicts = {}
    ends = at_the_end(doc)
    top = doc.span.first if doc.title_at is None else doc.title_at
    posted = [b for b in doc.blocks if b.position > top and b.columns <= LONGEST and poster(b.text)]
    for block in (b for b in (*ends, *(b for b in posted if b not in ends)) if not b.marked("closings.holds")):
        text = unicodedata.normalize("NFKC", block.bullet + block.text)
        short = block.columns <= SHORT + SHORT and not block.prose
        names = read_credits(text) if short else None
        whole = names is not None or (short and is_reporter(text))
        alone = _alone(text)
        if names is None:
            names = alone or (split_names(text) if whole else signed_by(text))
        if whole or (names and (_SIGNATURE.fullmatch(text) or alone)):
            verdicts[block.position] = SIGNATURE
        wired = _CREDITED.search(text[-OPENING:])
        doc = doc.learn(block.where, authors=names, site=wired["wire"] if wired else None)
        day = find_date(text, setting_of(doc)) if block in posted else None
        doc = doc.learn(block.where, published=day.iso if day else None)
    return _clocked(_translated(doc), posted).cut(verdicts)


def _translated(doc: Doc) -> Doc:
    """Who translated, in brackets or behind the last sentence: "(翻訳：佐倉美帆)", "Translated by Jane Doe"."""
    for block in (b for b in doc.blocks if b.position > (doc.title_at or 0)):
        short = block.columns <= LONGEST
        if not (short or block.text.endswith((")", "）"))):
            continue
        text = unicodedata.normalize("NFKC", block.text if short else block.text[-OPENING:])
        said = (_TRANSLATED.search(text) if short else None) or _EDITED.search(text)
        names = split_names(next(filter(None, said.groups()))) if said else ()
        if names:
            return doc.learn(block.where, translators=names)
    return doc


def _clocked(doc: Doc, posted: list[Block]) -> Doc:
    """The page with the time of the day that the line has which says who posted it, or that a blog counts answers."""
    day = doc.metadata.published or ""
    lines = (b.text for b in (*posted, *filter(_is_counted, doc.blocks)) if not b.text.endswith(_READ))
    times = (_AT.search(unicodedata.normalize("NFKC", text)) for text in lines)
    time = next(filter(None, times), None) if len(day) == DAY else None
    if time is None:
        return doc
    late = HALF_DAY * (time["half"] in ("午後", "오후") and int(time["h"]) < HALF_DAY)
    whole = f"{day}T{int(time['h']) + late:02}:{time['m']}"
    return replace(doc, metadata=replace(doc.metadata, published=whole))


def _is_counted(block: Block) -> bool:
    return block.columns <= LONGEST and _COUNTED.match(block.text) is not None


def signed_above_date(doc: Doc) -> Doc:
    """The page with who signs, by full name or with what he is, and when, on the one line of that kind above a day
    that stands below the article's first sentence and above the readers' comments."""
    told = next((b.position for b in doc.blocks if b in doc.span and b.prose), doc.span.last)
    below_it = (b for b in doc.blocks if b.position > told)
    lines = takewhile(lambda b: not b.marked("related_posts.opens", "comments.opens"), below_it)
    signed = [(block, below) for block, below in pairwise(lines) if below.dated and _signing(block)]
    if doc.metadata.authors or doc.answers or len(signed) != 1:
        return doc
    ((block, below),) = signed
    day = find_date(below.text, setting_of(doc))
    doc = doc.learn(block.where, authors=_signing(block)).learn(below.where, published=day.iso if day else None)
    return doc.cut({block.position: SIGNATURE, below.position: "a dateline"})


def _signing(block: Block) -> tuple[str, ...]:
    """The names of a line that is a name, or names with what their owners are; () for other lines."""
    text = block.text
    if block.columns > SHORT * 3 or block.prose or block.bullet or has_digit(text):
        return ()
    names = split_names(text)
    alone = len(names) == 1 and names[0] == text and not is_hangul(text)
    full = alone and (is_known_person(text) or is_full_name(text))
    return presented(text) or (names if full else ())


def closed(doc: Doc, rules: Rules) -> Doc:
    """The writer, where nothing else says who it is, by the line right behind the last sentence: a full name that no
    sentence says, alone or behind a label: "Von Jane Doe"."""
    told = max((i for i, b in enumerate(doc.blocks) if b in doc.span and b.prose), default=len(doc.blocks))
    below = next(iter(doc.blocks[told + 1 : told + 2]), None)
    if doc.metadata.authors or doc.answers or below is None or below.bullet or below.columns > SHORT + SHORT:
        return doc
    named = read_row(below.text, ANYWHERE, rules.labels).authors or (below.text,)
    full = all(map(is_known_person, named))
    signs = full and not any(fold.letters(name) in doc.spoken for name in named)
    return doc.learn(below.where, authors=named).cut({below.position: SIGNATURE}) if signs else doc


def broadcaster(doc: Doc) -> tuple[str, str] | None:
    """With whose name a reporter signs off, and where: "KNB 뉴스 김하늘입니다."; None where nobody does."""
    signed = ((block, _SIGNS_OFF.match(block.text)) for block in at_the_end(doc))
    return next(((found["site"], block.where) for block, found in signed if found), None)


def _alone(text: str) -> tuple[str, ...]:
    """The writers in a line of its own: "(Reporting by Jane Doe; editing by …)", "— Jane Doe"."""
    if _REPORTING.match(text):
        return split_names(text)
    posted = poster(text)
    if posted:
        return posted
    if text.startswith("(By "):
        return split_names(text.strip("()"))
    framed = _SIGNATURE.fullmatch(text)
    if framed and is_full_latin(framed[1]) and " " in framed[1]:
        return split_names(framed[1])  # "(Jane Doe)"
    marked, dashed = _MARKED.fullmatch(text), _DASHED.match(text)
    if marked and is_full_name(marked[1]):
        return split_names(marked[1])
    names = split_names(dashed["name"]) if dashed else ()
    return names if names and all(is_full_name(n) or has_given_name(n) for n in names) else ()


def signed_by(text: str) -> tuple[str, ...]:
    """The full names in brackets at the end of a line: "(石田遥、久保寺亮)", "（记者 李明）"."""
    text = unicodedata.normalize("NFKC", text[-OPENING:])
    credit = _CREDIT_JA.search(text) or _SIGNS_OFF.match(text)
    if credit:
        return split_names(credit["name"])
    signature = _SIGNATURE.search(text)
    if signature is None or signature[1].endswith(_PICTURED) or is_officer(signature[1]):
        return ()
    if is_kana_name(signature[1]) and text[: signature.start()].rstrip()[-1:].isalpha():
        return ()  # how a name is read: "特別研究員 小寺 沙英（コデラ・サエ）"
    of = _OF_OUTLET.fullmatch(signature[1])
    if of and is_east_outlet(of["site"]) and (is_full_name(of["name"]) or of["desk"] and _HAN.fullmatch(of["name"])):
        return (of["name"],)
    reporter = _REPORTED.search(text, signature.start())
    names = split_names(reporter["by"] if reporter else signature[1])
    ended = text[: signature.start()].endswith("。")
    given = ended and len(names) == 1 and _GIVEN_KANA.fullmatch(names[0])
    placed = presented(signature[1]) == names  # "(小浜通信部 木嶋沙月)"
    return names if names and (given or _are_full(names) or reporter or placed) else ()


def at_the_end(doc: Doc) -> list[Block]:
    """The last blocks of the article, those behind its last sentence among them, and those right behind it."""
    inside = [b for b in doc.blocks if b in doc.span]
    told = max((i for i, b in enumerate(inside) if b.prose), default=len(inside))
    return inside[min(told, max(0, len(inside) - LAST)) :] + _behind(doc)


def _behind(doc: Doc) -> list[Block]:
    """The blocks behind the article, up to the first widget: those below it speak of other articles."""
    behind = [b for b in doc.blocks if b.position > doc.span.last][:ENDS]
    return list(takewhile(lambda b: not b.marked("related_posts.opens", "comments.opens"), behind))


def _boxed(doc: Doc, rules: Rules) -> Doc:
    """The name below "About the author", "この記事を書いた人", "作者"."""
    top = doc.span.first if doc.title_at is None else doc.title_at  # above it, "profile" is a menu's
    near = [b for b in doc.blocks if top <= b.position <= doc.span.last] + _behind(doc)
    of_this = [pair for pair in pairwise(doc.blocks) if pair[0].position > top and pair[0].text.startswith(OF_THIS)]
    for heading, block in (*pairwise(near), *of_this):
        heads = rules.labels.get(fold.label(heading.text)) == "author" or heading.marked("author_bios.opens")
        names = split_names(block.text) if heads and block.columns <= SHORT and not block.prose else ()
        if names and (_are_full(names) or all(map(is_full_latin, names)) or _is_box(heading, block)):
            return doc.learn(block.where, authors=names)
    return _alone_behind(doc)


def _alone_behind(doc: Doc) -> Doc:
    """The one full name behind the article that has its reading beside it, or below it when its owner was born."""
    last = doc.span.last - LAST  # the box may have been drawn in
    behind = [b for b in doc.blocks if b.position > last and b.columns <= SHORT and not b.prose]
    born = {a.position for a, b in pairwise(doc.blocks) if BORN.match(b.text)}
    names = [(b, split_names(b.text)) for b in behind if b.position in born or _READ_AS.search(b.text)]
    full = [(b, found) for b, found in names if found and _are_full(found)]
    return doc.learn(full[0][0].where, authors=full[0][1]) if len(full) == 1 else doc


def _is_box(heading: Block, block: Block) -> bool:
    """True for a line that cannot but be a name: that below a heading which says so, whatever it looks like."""
    return heading.marked("author_bios.opens") and not (block.marks or block.ends or block.bare_number)


def _are_full(names: tuple[str, ...]) -> bool:
    return is_full_list(names) or all(map(is_full_name, names))
