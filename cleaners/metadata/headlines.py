"""What tells the headline among the lines ahead of the article: the traits of each line, and what they weigh.

A headline is known by its looks and by its place: how wide it is, and how wide its neighbours are, the words that it
shares with the article, its repetitions, the dateline and the first paragraph near it. The weights are those of a
conditional logit, fitted by bench/train_titles.py; they stand in headlines.toml.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cleaners import fold
from cleaners.block import Block
from cleaners.dates import find_dates
from cleaners.evidence import GLUED, MOSTLY_MENU, pieces_of
from cleaners.kinds import ASKING, TELLING, is_furniture, is_notice, is_numbered, is_quoted
from cleaners.metadata.naming import HOMES, is_issue
from cleaners.metadata.people_east import is_paper
from cleaners.metadata.reporters import ORIGINAL, is_postposed
from cleaners.phrases import Rules
from cleaners.shape import has_digit, is_several
from cleaners.tables import either, read_table

NARROWEST, WIDEST = 6, 220  # columns of a title
SHORT = 40  # columns; a numbered line that is shorter is a heading of the article
SENTENCE = 140  # columns of the widest question that is a title
DAY = 10  # letters of a date that names its day
# Bounds of the classes into which measures are put.
WIDTHS = (12, 16, 20, 24, 32, 44, 60, 80, 110, 150)  # columns
SHARES = (0.001, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9)  # of the line's pieces that the article has
DISTANCES = (1, 2, 3, 5, 8, 12, 20, 40, 80)  # blocks down to the article's first paragraph
NEAR = (1, 2, 4, 8)  # blocks down to a dateline
ABOVE = 2  # blocks up to one
BELOW = 4  # blocks down to one that makes a line below paragraphs more than a heading of theirs
MOST = 4  # times that a line stands on the page, which say no more if there are more
HEADLINE = 24  # columns of a line that may be one itself
NARROW = 16  # columns of most lines of menus
AROUND = 3  # neighbours on either side
FEW_PIECES = 4  # words, or two-letter pieces, of which a title has at least so many
CAPITALS = 0.8  # share of the longer words that have one
COMPANY = 44  # columns of a company's name
PATHS = 3  # paths that are looked at; more are a list
PARTS = 3  # bars and dashes of a row of links

# Marks of what is no headline: where it appeared first, who pays for what stands below; and of a call, all together.
NO_HEADS = ("attributions.templates", "promotions.sponsors")
TOLD = ("。", "。」", "ください", "下さい", "を検索する", "を検索")  # ends of what is told, or asked for
CALLED = ("subscriptions.calls", "subscriptions.objects", "promotions.actions")

_SUFFIX = re.compile(r"\s?[|｜丨]\s?|\s[-–—_]\s|[-_](?=[^\x00-\x7f])")
_STEP = re.compile(r"\s[>›»/／＞‹]\s|(?<=\w)[>＞›»](?=[\w「『“【])")
_HOME = re.compile(rf"(?:{either(HOMES | {'top'})})[/／]\S", re.I)  # of a path without spaces
# who took a picture, at the end of what it shows
_PICTURED = re.compile(
    r"(?:\bCC[ -]BY(?:-[A-Z]{2}){0,2}(?: \d\.\d)?"
    r"|[/ ](?:Getty Images|Shutterstock|iStock|Unsplash|Alamy|AP Photo)(?: Plus)?"
    r"|(?:©|\b[Ff]otos?:|(?<=\S)Bild:|\bImage:|\b[Cc]redit:)\s?[A-Z][\w./ &-]{2,40})$"
)
# of a menu whose words are glued: "NewsTradeExportOxfordBlogs"
_JOINTS = re.compile(r"(?:[a-z\d][A-ZÄÖÜ][a-zäöüß]{2}[^\s,、]*?){4}")
_WORD, _NAME = r" [\w&'’-]{2,20}", r"[A-ZÄÖÜÉ][\w&'’-]{2,20}"  # of a section's name
_SECTION = rf"{_NAME}(?:{_WORD}){{0,2}}"
_LONGER = re.compile(r"\b[A-Za-z][A-Za-z'’]{3,}")
_MARK = re.compile(r"[：:、，,？！?!「“《『]")
_OPENS = re.compile(r"[\w「｢『《【“\"‘'(（\[［〈«¿¡#$]")
_COMPANY = re.compile(
    r"^(?:株式会社|合同会社|주식회사|㈜)\S{1,20}$|^\S{1,20}(?:株式会社|有限公司|주식회사)$|,\s(?:Inc|Ltd|LLC|Corp|GmbH)\.?$"
)
# "街頭に立つ学生たち＝24日、十日町市", "The ferry at her berth. Dale Whitcomb/Inlet Courier",
# "The ferry. (Courtesy of the port)"
_CAPTION = re.compile(
    r"[＝=]\d{1,2}日[、,]|[＝=][^＝=、]{2,8}(?:撮影|提供)$|[a-z]/[A-Z][\w ]{2,24}$"
    r"|[(（](?:圖|图|示意圖|写真|寫真|資料照)[^()（）]{0,20}[)）]$|(?:撮影|提供)[)）]$|(?:자료사진|DB|제공)$"
    r"|[a-z]\.\s?\([^()]{2,60}\)$|^(?:Chart|Fig(?:ure|\.)?|Table|图表?|圖表?|그림|図表?)\s?\d{1,2}[\s.:：]|^[(（][^()（）]+[)）]$"
    r"|\blogo\s?[(（]|PRNewsfoto|[(（](?:Bildquelle|Bild|Foto|Quelle|Photo|Image)\s?: [^()（）]+[)）]$"
)
_FRAMED = re.compile(r"([★☆◆◇●■□♪♥✨])[^。★☆◆◇●■□♪♥✨]{4,80}\1")  # "★真冬のメダカ★"
_NO_START = re.compile(r"#(?!\d{1,4}\s\S)|[|/]")  # tags; "#127 Who pulls the chain" is an issue and its title
# the weather, an index of markets, who speaks, a button
_WIDGET = re.compile(
    r"^(?:ゲスト|司会者?|ホスト|嘉[宾賓]|主持人?|主播|게스트|진행)\s?[:：]|^.{0,16}\b\d{1,3}\s?[°℃℉].{0,20}$|(?:fear|恐怖|恐慌).{1,5}(?:greed|貪欲|贪婪|貪婪)"
    r"|[(（](?:新しい(?:ウィンドウ|タブ)で開(?:く|きます)|opens? in (?:a )?new (?:window|tab))[)）]$"
    r"|[(（](?:在新(?:窗口|視窗|分頁|标签页).{0,3}[打開开]+|새 창.{0,6})[)）]$"
)
# writer, account, date and time; when it was changed
STAMP = re.compile(rf"(?:{ORIGINAL})\s.*\d(?::\d\d|日)|.{{0,20}}\blast updated\b", re.I)
# "performance, python, serverless", "Allgemein, Essen und Trinken, Lifestyle"
_TAGS = re.compile(rf"[a-z][\w+.-]*(?:, [a-z][\w+.-]*){{2,}}|{_SECTION}(?:, {_SECTION})+, {_NAME}(?:{_WORD})?")
# to another page, where this one is, when it was posted, what the server says, who to call
_NO_PAGES = re.compile(
    r"^[«‹←❮](?!.*»)|^[»›→❯]\s|\s→$|^(?:You are here|Sie sind hier|Vous êtes ici|Zur Übersicht|Zurück zur?)\b"
    r"|^(?:Warning|Notice|Deprecated|Fatal error): .{4,200}\s(?:in|on)\s/\S|\(\d{3}\)\s?\d{3}-\d{4}|\squantity$"
    r"|(?:19|20)\d\d\d{1,2}\.\s?[^\W\d_]+\s(?:19|20)\d\d"
)
# the entries on both sides of a blog's, and its first page
_NEIGHBOURS = re.compile(
    r"[|｜]\s?(?:トップ(?:ページ)?|ホーム|(?i:top|home|main)|메인)\s?[|｜]|^(?:«|<<|≪)\s.*\s(?:»|>>|≫)$"
)
# sections with how much they hold, an entry and its day, a note, a time with seconds, a paper's number, a button, an
# address, labels and their values, a row of words, a credit
_NO_HEADLINE = re.compile(
    r"^(?:\S{1,12}[(（]\d{1,4}[)）]\s?){3,}$|^[(（]\d{1,2}/\d{1,2}[)）]|^※|\d:\d\d:\d\d"
    r"|[(（]\d+(?:\.\d+)?\s?[KMG]B[)）]$|^\S{2,16}\s?(?:ニュースレター|[Nn]ewsletter|뉴스레터|電子報)$"
    r"|\bdoi ?:|\d{4}년\s?\d{1,2}월호$|をフォロー(?:する)?$|ログイン$|로그인$|登录$|登入$|©$|^https?:|^Tip:\s"
    r"|^(?:によって|による)\s?[ァ-ヶA-Z]|^(?:日付|著者|作者|投稿日|公開日|更新日)\s?[:：]"
    r"|^「[^「」]{4,60}」\s[—–-]\s[ァ-ヶー・]{3,20}$|[▲▼△▽]\s?\d+(?:\.\d+)?%|\b[Pp]hoto by (?-i:[A-Z])"
    r"|^(?:[一-鿿]{2,8}[:：]\s?\S+\s+)+[一-鿿]{2,8}[:：]\s?\S+$"
    r"|^Posted in\s?[A-Z]|(?:ています|中です|読み込み中|生成中|加载中|載入中)\s?(?:\.{3}|…)$"
    r"|^(?:[一-鿿ぁ-んァ-ヶー]{1,8}\s){3,}[一-鿿ぁ-んァ-ヶー]{1,8}$|\d日\s作者\s?[:：]|出版日期"
)
_FLASH = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d\s")  # a flash, behind its time
_RANKED = re.compile(r"(?:(?:^|\s)\d{1,2}\s\S{1,16}){4}")  # "1 人工知能 2 防衛 3 半導体 4 地方銀行"
_CHANGE = re.compile(r"[+\-−]\d{1,3}(?:\.\d{1,2})?%")
_LETTERS = re.compile(r"[^\W\d_年月日時时分秒년월일시]")
_MAIL = re.compile(r"[\w.]@\w+\.\w|\s@\w{3,}$")  # or an account


@dataclass(frozen=True)
class Ground:
    """What lines are held against.

    times: how often each key stands on the page. words: those of the article, in one string. datelines: positions of
    bylines and datelines. first: index of the article's first paragraph. bare: the page is an article and no more.
    """

    blocks: Sequence[Block]
    times: Mapping[str, int]
    words: str
    datelines: frozenset[int]
    first: int
    bare: bool


def may_head(block: Block) -> bool:
    """False for what no headline looks like."""
    text = block.text
    asks = text.endswith(ASKING) and block.columns <= SENTENCE
    looks = asks or is_capitalised(text) or _FRAMED.fullmatch(text) is not None
    told = text.endswith(TOLD) or (text.endswith("」") and "。" in text.partition("「")[0])
    told = told or ((block.prose or text.endswith(".")) and block.ends and not looks)
    return (
        NARROWEST <= block.columns <= WIDEST
        and not (block.dated or block.bare_number or told or is_furniture(block))
        and not (block.marked(*NO_HEADS) or all(map(block.marked, CALLED)))
        and not text.endswith(("：", ":", "、", "，", ",", "——", "――"))
        and not (_NO_START.match(text) or is_pictured(text))
        and any(map(str.isalpha, text))
        and not (is_numbered(block) and block.columns < SHORT)
        and not (is_path(block) or is_postposed(text))
        and not (block.columns <= COMPANY and _COMPANY.search(text))
        and not (
            STAMP.match(text)
            or _MAIL.search(text)
            or _CAPTION.search(text)
            or _WIDGET.search(text)
            or _is_dates(text)
            or _FLASH.match(text)
            or is_of_blog(text)
            or _NO_HEADLINE.search(text)
            or _TAGS.fullmatch(text)
            or _NO_PAGES.search(text)
            or _JOINTS.search(text)
            or _RANKED.search(text)
            or is_issue(text)
            or len(_CHANGE.findall(text)) > 1
        )
    )


def is_heading(block: Block, ground: Ground, paragraphs: int) -> bool:
    """True for what is no more than a heading below paragraphs: without a dateline, and not said twice."""
    alone = ground.times.get(block.key, 1) == 1 and not _next(block.position, ground.datelines, BELOW)
    return alone and (paragraphs > 0 or is_quoted(block.text))


def weigh(traits: Iterable[str]) -> float:
    """How much speaks for a line; 0 is what speaks for the page having no headline."""
    weights = read_table("metadata", "headlines.toml")["weights"]
    return float(sum(weights.get(trait, 0.0) for trait in traits))


def traits_of(i: int, ground: Ground, paragraphs: int, rules: Rules) -> Iterator[str]:
    """What speaks for or against block `i` being the headline. paragraphs: those of the article above it."""
    block = ground.blocks[i]
    yield f"width {_class(block.columns, WIDTHS)}"
    yield f"shared {_class(_shared(block, ground.words), SHARES)}"
    yield f"times {min(ground.times.get(block.key, 1), MOST)}"
    yield from _of_place(i, ground, paragraphs)
    yield from _of_neighbours(i, ground.blocks)
    yield from _of_two(i, ground)
    yield from _of_text(block)
    count, share = rules.menu(block.words)
    if share >= MOSTLY_MENU or count >= GLUED:
        yield "words of menus"


def _of_place(i: int, ground: Ground, paragraphs: int) -> Iterator[str]:
    at = ground.blocks[i].position
    yield f"paragraphs above {min(paragraphs, AROUND)}"
    if not paragraphs:
        yield f"above the article {_class(ground.first - i, DISTANCES)}"
    below = _next(at, ground.datelines, NEAR[-1])
    yield f"dateline below {_class(below, NEAR)}" if below else "no dateline below"
    above = next((n for n in range(1, ABOVE + 1) if at - n in ground.datelines), 0)
    if above:
        yield f"dateline above {above}" + ("" if below else " alone")
    if ground.bare:
        yield "bare page" if i else "bare page, first line"
    elif i < AROUND:
        yield f"line {i}"
    if i and is_path(ground.blocks[i - 1]):
        yield "below a path"


def is_path(block: Block) -> bool:
    """True for the way from the site's first page to this one: "Home > AI > Nobody reads what a machine writes"."""
    return len(_STEP.findall(block.text)) > 1 or _HOME.match(block.text) is not None


def is_of_blog(text: str) -> bool:
    """True for the row above a blog's entry that leads to those before and after it: "« Spring | Home | Summer »"."""
    return _NEIGHBOURS.search(text) is not None


def is_pictured(text: str) -> bool:
    """True for what a picture shows and who took it: "Gulls on the roof. Jane Doe, CC BY-ND"."""
    return _PICTURED.search(text) is not None


def ends_in(block: Block, keys: Container[str]) -> bool:
    """True for a path whose last step stands on a line of its own as well. keys: those of the page's lines."""
    return is_path(block) and fold.letters(_STEP.split(block.text)[-1]) in keys


def trails(blocks: Sequence[Block]) -> Iterator[str]:
    """The keys of lines that a path's last step names, whole or cut short: "Home > AI > Nobody reads what…"."""
    last = (fold.letters(_STEP.split(b.text)[-1].rstrip(".…⋯")) for b in blocks if is_path(b))
    ends = [step for step in last if len(step) >= NARROWEST][:PATHS]
    yield from (b.key for b in blocks if ends and any(b.key.startswith(step) for step in ends))


def steps(blocks: Sequence[Block]) -> Iterator[str]:
    """The keys of the steps of all paths."""
    yield from (fold.letters(step) for b in blocks if is_path(b) for step in _STEP.split(b.text))


def _next(at: int, datelines: frozenset[int], reach: int) -> int:
    """How many blocks below a position the next dateline stands; 0 where none does."""
    return next((n for n in range(1, reach + 1) if at + n in datelines), 0)


def _of_neighbours(i: int, blocks: Sequence[Block]) -> Iterator[str]:
    """How it stands out among the lines around it."""
    block, above, below = blocks[i], blocks[max(0, i - AROUND) : i], blocks[i + 1 : i + 1 + AROUND]
    yield f"{'wider' if all(block.columns > b.columns for b in above) else 'narrower'} than above"
    yield f"{'wider' if all(block.columns > b.columns for b in below if not b.prose) else 'narrower'} than below"
    yield f"prose near {min(2, sum(b.prose for b in below))}"
    if below and below[0].prose:
        yield "prose below"
    if above and below and above[-1].columns < NARROW and below[0].columns < NARROW:
        yield "between short lines"
    if above and is_alike(above[-1]):
        yield "below a headline"
    if below and is_alike(below[0]):
        yield "above a headline"
    if any(b.key != block.key and len(block.key) >= NARROWEST and b.key.startswith(block.key) for b in blocks[:AROUND]):
        yield "opens the page with a site behind it"


def _of_two(i: int, ground: Ground) -> Iterator[str]:
    """Whether it is one of two such lines ahead of a dateline: a headline and its standfirst."""
    blocks = ground.blocks
    for number, first in (("first", i), ("second", i - 1)):
        pair = blocks[max(first, 0) : first + 2]
        if len(pair) < 2 or not all(map(is_alike, pair)) or (first > 0 and is_alike(blocks[first - 1])):
            continue
        if _next(pair[1].position, ground.datelines, ABOVE):
            yield f"{number} of two"


def is_alike(block: Block) -> bool:
    """True for a line as wide as headlines are, of which nothing says that it is none."""
    return block.columns >= HEADLINE and not (block.prose or block.ends or block.dated or block.marks)


def _of_text(block: Block) -> Iterator[str]:
    text = block.text
    yield from _of_marks(block)
    if text.endswith(ASKING):
        yield "asks"
    elif block.ends:
        yield "ends as a sentence"
    parts = len(_SUFFIX.findall(text))
    if parts:
        yield "in parts" if parts < PARTS else "in many parts"
    digits = has_digit(text)
    said = {
        "prose": block.prose,
        "several sentences": is_several(text),
        "bullet": bool(block.bullet),
        "numbered": is_numbered(block),
        "a quote": is_quoted(text),
        "a path": _STEP.search(text) is not None,
        "a sign first": _OPENS.match(text) is None,
        "a paper": block.columns < SHORT and is_paper(text),
        "marks": _MARK.search(text) is not None,
        "digits": digits,
        "holds a date": digits and next(find_dates(text), None) is not None,
        "capitalised": is_capitalised(text),
        "a notice": is_notice(block),
    }
    yield from (trait for trait, holds in said.items() if holds)


def is_capitalised(text: str) -> bool:
    """True where nearly all longer words have a capital: then the line is a headline, whatever its marks."""
    words = _LONGER.findall(text)
    return len(words) >= FEW_PIECES and sum(w[0].isupper() for w in words) >= CAPITALS * len(words)


def _of_marks(block: Block) -> Iterator[str]:
    """What phrases say of it: that it is one, and of which table; "related" and "news" are words of headlines, too."""
    if not block.marks:
        return
    whole = any(m.endswith((*TELLING, ".modifiers")) for m in block.marks)
    yield "a phrase" if whole else "holds a phrase"
    tables = {mark.partition(".")[0] for mark in block.marks}
    yield from (f"says {table}" for table in sorted(tables - {"related_posts", "navigation"}))


def _shared(block: Block, words: str) -> float:
    """The share of a line's pieces that the article has, the line itself aside."""
    pieces = pieces_of(block.words)
    others = words.replace(block.words.replace(" ", ""), "") if block.prose else words
    return sum(p in others for p in pieces) / max(len(pieces), FEW_PIECES)


def _class(value: float, bounds: Sequence[float]) -> str:
    """The least bound that is no less than the value, as a word."""
    return str(next((bound for bound in bounds if value <= bound), f"over {bounds[-1]}"))


def _is_dates(text: str) -> bool:
    """True for a line of dates with their labels, or a row of a date and more: "6. November 2023 Octavius Azad"."""
    digits = has_digit(text)
    if digits and len(_LETTERS.findall(text)) < FEW_PIECES:
        return True
    found = list(find_dates(text)) if digits else []
    if not found:
        return False
    if 2 * sum(one.end - one.start for one in found) >= len(text):
        return True
    first = found[0]
    if first.start or len(first.iso) < DAY or "年" in text[: first.end]:
        return False  # "2025年11月5日 今日の市場" is a title
    return text[first.end : first.end + 1] in (" ", "\u3000")
