"""What a byline or a dateline says, piece by piece: "By Jane Doe | 5 November 2025 | The Courier"."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cleaners import fold, shape
from cleaners.calendars.setting import Setting
from cleaners.dates import Found, find_dates
from cleaners.metadata.names import PREPOSED, split_names, without_addresses
from cleaners.metadata.outlets import is_known
from cleaners.metadata.pairs import Pair, read_pairs, without_region
from cleaners.metadata.people import (
    has_given_name,
    has_role,
    is_agency,
    is_desk_latin,
    is_full_latin,
    is_journal,
    is_known_person,
    is_outlet,
    is_team,
)
from cleaners.metadata.people_east import (
    is_desk,
    is_east_outlet,
    is_full_name,
    is_paper,
    is_position,
    without_place,
)
from cleaners.metadata.presented import presented
from cleaners.metadata.reporters import (
    ANALYSTS,
    BY,
    KANA,
    KOREANS,
    POSTPOSED,
    TRANSLATED,
    WECHAT,
    compiled_by,
    filed,
    is_kana_name,
    may_report,
    reports,
)
from cleaners.metadata.stamps import read_dates, without_label
from cleaners.tables import either

LABEL = 24  # letters of the longest label
OUTLET = 40  # letters of an outlet or a company behind a label
NAMES = 48  # letters of a row of names
NICKNAME = 16  # letters
SHORTEST = 4  # letters of an outlet's name
KNOWN = 2  # given names that are known in a list of names; a shorter list has no others

_POSTED_BY = re.compile(
    r"(?:^|\|)\s(?:by|由|投稿者:?|作成者:?|작성자:?)\s([\w-]{2,20}|[^\W\da-z_]\S+(?:\s[\w.'’-]+){1,3}?)(?:$|\s[·|])"
)  # "Posted on 2019年4月13日 by doumae", the date masked
# "半糖拿铁 于 2026-01-15 发布", "陆小满 发表于 2025-08-19",
# "2025年2月16日 / 最終更新日時 : 2025年3月2日 まめ夫", "作者墨栗发布于2025年2月16日", "2025年2月16日由墨栗",
# the dates masked;
# a board's "作者tide88 (阿澄)"
_POSTED_ON = re.compile(
    r"(?!原创|原創|首发|首發|转载|轉載|更新|修改|编辑|編輯|\S*(?:文章|推荐))([^\s|]{2,16})\s?[于於]\s?\|+\s?(?:发布|發布|發佈|发表|發表|编辑|編輯|首发)"
    r"|(?!\S*記事)([^\s|、。]{2,16})\s\|+\s?に(?:初?公開|投稿|発表)"
    r"|([^\s|:]{2,12})\s{1,2}(?:发布|發布|發佈|发表|發表)[于於]\s?\|"
    r"|.{0,4}\|+\s?/\s?最終更新日時\s?:\s?\|+\s([^\s|]{2,16})$"
    r"|作者:?\s?([^\s|]{2,12}?)\s?(?:发布|發布|發佈|发表|發表)[于於]\s?\|"
    r"|\|+由([^\s|,。]{2,16})$"
    r"|作者(\w{2,16})\s\([^()]{1,16}\)$"
    r"|\|+\s?に([^、。|]{2,30}?)によって(?:投稿|公開|掲載)され"
)
_PREPOSED = re.compile(
    rf"(?:{either(PREPOSED)})\s+(?=[^\W\d_])|By(?=(?-i:[A-Z][a-z]|(?:[A-Z]\.){{1,3}}\s?[A-Z]|[가-힣]))", re.I
)
_CAPITALS = r"(?:[A-Z][\w.'’-]*\s){1,3}[A-Z][\w'’-]+"  # a name, each of its words with a capital
# "由 Jane Doe 撰寫", and "由 Jane Doe" of machine translation
_WRITTEN_BY = re.compile(
    r"^由\s?([^，。|]{2,30}?)\s?(?:撰写|撰寫|编写|編寫|执笔|執筆|供稿)(?=$|[\s|•·])"
    rf"|^由\s({_CAPITALS})(?=$|\s?[|·])"
    r"|^由\s?([^\s，。|]{2,16})\s?(?=\|)|^由\s([一-鿿]{2,5})$"
    rf"|^(?:通过|通過|经过|經過|写的|寫的)\s?:?\s?({_CAPITALS}|[一-鿿]{{1,8}}(?:·[一-鿿]{{1,8}}){{1,3}})(?=$|\s?[|·]|\s(?:发表|發表|发布|發布))"
    rf"|^(?:ニュース|記事|レビュー|意見|特集)?({KANA}|{_CAPITALS})によって(?:公開|発行|投稿|掲載|発表)され(?:た|ました)"
    r"|^(?:によって|による)([一-鿿]{2,4})$"
    r"|^기자명\s?([가-힣]{2,5}(?:\s(?!기자)[가-힣]{1,6})?)(?=\s?\||$|\s기자)"
    r"|^経由\s([^\s、。|]{2,16})$|^による\s([A-Z][\w.-]{2,20})$"
    r"|^による([^\s、。|のはがをにで]{2,10}\s[A-Z]\w{1,11})$|^(?:による|によって)\s(\S{2,16}(?:チーム|編集部))$"
    rf"|^(?:による|によって|에\s의해)\s?({_CAPITALS}|[ァ-ヶー・]{{2,20}})(?=$|\s?[|·/]|\s-\s)"
    r"|(?<=\|)\sによって\s([ァ-ヶー・]{2,20})$"
    rf"|^({_CAPITALS}|[ァ-ヶー]{{2,12}}(?:・[ァ-ヶー]{{1,12}}){{1,2}})著$"
    r"|^([^\s，。|]{2,10})\s?[发發]自\s?[一-鿿]{2,8}$"
    r"|^([^\s、。|]{2,10})(?:\s|は|が)[一-鿿]{2,8}(?:より|から)(?:送信|発信|報道)(?:され(?:ました|た)|しました)?$"
    r"|^(?:.{0,12}\|\s)?([^\s、。|]{2,20}(?:チーム|編集部|取材班))\s?著$"
    r"|^(?P<once>\S{2,16}(?:\s\S{1,12})?) by (?P=once)$"
    rf"|^によって(?:書かれた|書かれました|執筆された)\s?:?\s?({_CAPITALS}|[ァ-ヶー・]{{2,20}})(?:\sによって.*)?(?=$|\s?\|)"
    r"|^[✍✎🖊🖋]\ufe0f?\s?(\S.{2,60}?)(?=$|\s?[|·])"
)
# "最新推荐文章于 2025-11-02 发布"
_OF_OTHERS = re.compile(r"(?:最新)?(?:推荐|推薦|相关|相關)\S{0,4}[于於]\s?\d|最新のおすすめ記事")
_COLUMN = re.compile(r"(?P<site>[^\s、。|(]{3,12})\s(?P<names>[^\s。|(]{2,24})(?:\s?\(作者[^()]{2,40}\))?")
_ROLE_BEHIND = re.compile(r", (?-i:[A-Z])[\w.'’-]+(?: (?:of |for )?[A-Z][\w.'’-]+){0,3}$")  # ", Enrolled Agent"
_TOGETHER = re.compile(r"(?<=[^\W\d_])\s?と\s?(?=[A-Z])|(?<=[ァ-ヶー])と(?=[ァ-ヶー]+・)")
_BUTTON = re.compile(r"(?<=..)\s?(?:举报|舉報|分享|收藏)$")
_CREDITS = re.compile(r"\s(?:사진|写真|撮影|영상|그림|장소|摄影|攝影|编辑|編輯)[\s=:/].*$")
_PLACES = re.compile(
    r"(?<![記记]者)\s[^\s、]{2,4}(?:、[^\s、]{2,4})*\s?(?:报道|報導|報道|电|電)$|/[一-鿿]{2,4}(?:報導|报道|報道)$|(?<=[一-鿿]{2})(?:報導|报道|報道)$"
)
_STROKE = re.compile(r"(?<=[一-鿿])\s?/\s?(?=[一-鿿]{2,4}(?:報導|报道|報道)$)")
SIGNED = re.compile(r"^\[(?P<name>[^,\]]{2,20}),\s?(?P<site>[^,\]]{2,30})\]$")
_ASIDE = " |,-–—•·/"
# a day that a blog's template prints twice without a space: "3. April 20223. April 2022"
_TWICE = re.compile(r"((?<!\d)(?:\b|(?<=[a-z])(?=\d))[^\W_]{1,9}[. ]{1,2}[^\W_]{1,9}[.,]? (?:19|20)\d\d)\1")
# a portal's dates without spaces: "Published Tue, Oct 14 20256:45 AM EDTUpdated Tue, Oct 14 202510:20 AM EDT"
_RUN_ON = re.compile(
    r"\b(?:19|20)\d\d(?=\d{1,2}:\d\d\s?[AP]M|[012]\d:[0-5]\d)|\b[AP]M(?:\s[A-Z]{2,4})?(?=Updated|Published|Posted)"
)
# a blog's, of publication and of change: "Posted on November 17, 2024November 18, 2024 by jane"
_TWO_DAYS = re.compile(r"\b(?:19|20)\d\d(?=[A-Z][a-z]{2,8}\s\d)")
# "Written byJane Doe"
_BY_GLUED = re.compile(
    r"\b((?:[Ww]ritten|[Tt]ranslated|[Pp]osted|[Pp]ublished|[Rr]eported|[Ee]dited) by"
    r"|(?:Geschrieben|Verfasst|Übersetzt) von|Écrit par|Escrito por|Scritto da)(?=[A-Z][a-z])"
)
# "本报记者  向槐序  见习记者  陆知非  漳州报道"
_WIDE = re.compile(
    r"(?<=记者|記者)\s{2,}|\s{2,}(?=(?:[见見]习|实习|實習)?(?:记者|記者)\s|[一-鿿]{2,8}(?:报道|報道|報導)$)"
)
_AND_GLUED = re.compile(r"(?<=[a-z])and(?=[A-Z][a-z]+\s[A-Z])")  # "By Jane DoeandJohn Roe"
# "2023.08.302023.02.11", a day of change and one of publication, or the other way round
_DAYS_GLUED = re.compile(
    r"(?P<day>(?:19|20)\d\d(?P<mark>[./-])\d\d(?P=mark)\d\d)(?=(?:19|20)\d\d(?P=mark)\d\d(?P=mark)\d\d)"
)
_KOREAN_GLUED = re.compile(r"(?<=[가-힣]\s기자)(?=(?:공개|입력|승인|등록|발행)\s?\d)")  # "김하늘 기자공개 2025-11-05"
# a blog's button behind the name: "26. September 2019 Jane Doe Schreibe einen Kommentar"
_ANSWER = re.compile(
    r"\s(?:Schreibe? einen Kommentar|Hinterlasse einen Kommentar|Leave a (?:comment|reply)|Laisser un commentaire"
    r"|Deja un comentario|Lascia un commento|(?:\d+|No|Keine) (?:Kommentare?|[Cc]omments?|[Rr]eplies))\b.*$"
)
# "Jane Doe, @janedoe", "Jane Doe@in/janedoe@janedoe"
HANDLED = re.compile(
    rf"((?:[A-Z][\w.'’-]+\s){{1,2}}[A-Z][\w'’-]+|{KANA})(?:,?\s@\w{{3,30}}|(?:@(?:in/)?[\w-]{{3,30}}){{1,2}})$"
)
_HANDLE = re.compile(r"@(\w{2,30})$")
USER = re.compile(r"[Bb]y ([a-z]\w{3,19})")
_CENTRE = re.compile(
    r"^[一-鿿]{1,4}中心\s?/\s?(?=[一-鿿]{2,4}\s?/?\s?(?:報導|报道))|^編輯\s?"
    rf"|^(?:\S{{2,12}}(?:部|室|センター|グループ)\s)?[^\s、。]{{0,12}}(?:{ANALYSTS})[\s:](?=\S)"
)
_SOURCE = re.compile(r"^(?:ソース|出典|来源|來源|출처)\s?[:：]?\s?(?=\S{3})")  # a label glued to its outlet
_DOTS = re.compile(r"\s?[·ㆍ/]\s?")
_BREAK = re.compile(
    r"\s*[|•·∙]\s*|\s・\s?|\s{2,}|\s?[–—]\s?(?=\d)|(?<=\|)\s[–—]\s|\s/\s|\sat\s(?=\d{1,2}:\d\d)|\s(?=本[报報刊网網台社](?:记者|記者)\s)"
)
_BEHIND_BY = re.compile(
    rf"(?<=[一-鿿])(?!·[一-鿿])(?:{_BREAK.pattern})|(?<![一-鿿])(?:{_BREAK.pattern})"
)  # 格雷厄姆·索托 is one
# a label glued to what is ahead of it: "By Amanda FurrerUpdated: …", "By Jane Doe, Staff WriterReviewed by …"
_GLUED = re.compile(
    r"(?<=[a-z])(?:Updated|Published|Posted|Last (?:[Uu]pdated|[Mm]odified)"
    r"|(?:Reviewed|Edited|Fact[- ]?[Cc]hecked) by)\b"
)
# what a row has glued together, in the order in which it is set apart
_APART = (
    (_TWICE, r"\1 "),
    (_AND_GLUED, " and "),
    (_DAYS_GLUED, r"\g<day> "),
    (_BY_GLUED, r"\1 "),
    (_WIDE, " "),
    (_RUN_ON, r"\g<0> "),
    (_TWO_DAYS, r"\g<0> | "),
    (_KOREAN_GLUED, " | "),
)


@dataclass(frozen=True)
class Row:
    """What a row says; None or () where it does not.

    dates: where they stand in its NFKC form. plain: dates and their labels are nearly all that it says.
    labelled: a word beside a date says what happened then.
    """

    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    site: str | None = None
    dates: tuple[Found, ...] = ()
    plain: bool = False
    labelled: bool = False

    @property
    def names(self) -> bool:
        """True where the row names who wrote or translated."""
        return bool(self.authors or self.translators)


NOTHING = Row()


def read_row(text: str, setting: Setting, labels: Mapping[str, str]) -> Row:
    """Read one row. labels: folded label -> field (see cleaners.phrases.Rules)."""
    text = without_addresses(unicodedata.normalize("NFKC", text))
    for glued, apart in _APART:
        text = glued.sub(apart, text)
    dates = tuple(find_dates(text, setting)) if shape.has_digit(text) else ()
    text = text if dates else _reordered(text)
    column = () if dates else _column(text)
    if column:
        return Row(column[1:], (), None, None, column[0])
    if _OF_OTHERS.match(text) if dates else not _may_name(text, labels):
        return NOTHING
    stamps, labelled = read_dates(text, dates, labels)
    rest = text
    for found in dates:
        rest = rest[: found.start] + "|" * (found.end - found.start) + rest[found.end :]
    beside = rest.replace("|", "").strip()
    posted = _who(_POSTED_ON.match(rest)) if dates else ()
    plain = bool(dates) and shape.columns(shape.once(beside)) <= shape.DATED_REST
    ahead = without_label(text[: dates[0].start], labels) if dates else ""
    if dates:
        rest = ahead + "|" * (dates[0].start - len(ahead)) + rest[dates[0].start :]
    pairs = read_pairs(rest, labels) if dates and ":" in rest else []
    site, rest = filed(rest)
    site = site or _labelled_outlet(pairs) or _dated_outlet(rest, dates)
    pair = _beside_outlet(rest) if dates else ()
    if pair:
        return Row(pair[1:], (), stamps.get("published"), stamps.get("modified"), pair[0], dates, plain, labelled)
    row = Row((), (), stamps.get("published"), stamps.get("modified"), site, dates, plain, labelled)
    posted_there = WECHAT.match(rest)
    signed = posted_there or SIGNED.match(text)
    if signed:
        writer, *account = filter(None, signed.groups())
        if account and is_full_name(writer) and is_full_name(account[0]):
            return replace(row, authors=(writer, account[0]))  # two writers, their account on the next line
        names = split_names(writer) or ((writer,) if posted_there else ())  # whatever stands behind 原创 is one
        return replace(row, authors=names, site="".join(account).strip() or None)
    rest = _reordered(rest) if dates else rest
    authors, translators = (
        _names(rest, labels, field) or _labelled_names(pairs, field) for field in ("author", "translator")
    )
    site = row.site or (_piece_of_outlet(rest) if dates and BY.match(rest) else None)
    authors = authors or posted or _dated_name(rest, dates) or (_of_outlet(ahead) if labelled else ())
    authors = () if authors == (site,) and is_agency(authors[0]) else authors
    return replace(row, authors=authors, translators=translators, site=site)


def _reordered(text: str) -> str:
    """A byline of machine translation as one that opens with "by"."""
    text = _WRITTEN_BY.sub(lambda found: f"By {next(filter(None, found.groups()))}", text)
    return POSTPOSED.sub(lambda found: f"By {_TOGETHER.sub(', ', found[1] or found[2])}", text)


def posted_by(text: str) -> tuple[str, ...]:
    """The writer behind a date, which is masked or cut off: " by doumae", " 由 鹽巴先生"."""
    return _who(_POSTED_BY.search(text) or _POSTED_ON.match(text))


def _who(posted: re.Match[str] | None) -> tuple[str, ...]:
    """The name in the one group that has matched; () for no match."""
    if posted is None:
        return ()
    name = next(filter(None, posted.groups()))
    return split_names(name) if " " in name else (name,)


def _piece_of_outlet(rest: str) -> str | None:
    """The outlet between the writer and the date: "By Jane Doe | Flow Eye | 5 November 2025"."""
    pieces = [piece for piece in _BREAK.split(rest)[1:] if any(c.isalpha() for c in piece)]
    only = pieces[0] if len(pieces) == 1 else ""
    named = " " in only and "," not in only and is_full_latin(only)
    return only if named and not (has_given_name(only) or has_role(only)) else None


def _labelled_outlet(pairs: Sequence[Pair]) -> str | None:
    """The outlet behind a label in mid-row: "2019-09-09 19:32:27 字号：A- A A+ 来源：中新网"."""
    found = (without_region(_BUTTON.sub("", value)) for field, _, value in pairs if field == "site")
    return next((name for name in found if name and len(name) <= OUTLET and "|" not in name), None)


def _labelled_names(pairs: Sequence[Pair], field: str) -> tuple[str, ...]:
    """The names behind labels in mid-row: "2019-09-09 19:32 来源：中新网 作者：李明"."""
    names = (name for of, _, value in pairs if of == field for name in split_names(value))
    return tuple(dict.fromkeys(names))


def _of_outlet(ahead: str) -> tuple[str, ...]:
    """The writers with their outlet, ahead of the label of a date: "Jane Doe, The Courier Published May 5, 2026"."""
    people, _, outlet = ahead.rstrip().partition(", ")
    names = split_names(people) if is_outlet(outlet) or is_known(outlet) else ()
    return names if all(map(is_full_latin, names)) else ()


def _dated_outlet(rest: str, dates: tuple[Found, ...]) -> str | None:
    """The outlet that is all that stands beside a date: "2025年10月28日 08:12 江南晨报"."""
    name = _SOURCE.sub("", rest.strip(" |,-–—•·()/").removeprefix("付 "))
    alone = len(name) <= LABEL and not any(mark in name for mark in ":,") and not _BREAK.search(name)
    return name if dates and alone and (is_east_outlet(name) or is_journal(name) or is_known(name)) else None


def _beside_outlet(rest: str) -> tuple[str, ...]:
    """The outlet and the writers that are all that stands beside a date: "2026年02月03日 09:38江南晨报 林晓"."""
    outlet, *writers = rest.strip(_ASIDE).split() or [""]
    whole = len(outlet) >= SHORTEST and (is_east_outlet(outlet) or is_known(outlet))
    return (outlet, *writers) if whole and writers and all(map(is_full_name, writers)) else ()


def _column(text: str) -> tuple[str, ...]:
    """The outlet and the full names behind it, where that is all, an aside about them aside: "經濟日報 洪敏修、紀雅筑
    (作者分別是工程技師)"."""
    found = _COLUMN.fullmatch(text)
    names = found["names"].split("、") if found else []
    people = any(map(is_full_name, names)) and all(re.fullmatch("[一-鿿]{2,4}", name) for name in names)
    return (found["site"], *names) if found and is_paper(found["site"]) and people else ()


def _may_name(text: str, labels: Mapping[str, str]) -> bool:
    """False where a row has nothing with which a byline begins; most rows have not."""
    if TRANSLATED.match(text) or _PREPOSED.match(text) or WECHAT.match(text) or text[0] in "[【〔":
        return True
    if BY.search(text) or USER.fullmatch(text) or _POSTED_ON.match(text) or HANDLED.match(text) or may_report(text):
        return True
    return labels.get(fold.label(text.partition(" ")[0])) in ("author", "translator")


def _dated_name(rest: str, dates: tuple[Found, ...]) -> tuple[str, ...]:
    """The full name that is all that stands beside a date, a role and an account aside: "Mike Kappel May 18, 2016"."""
    beside = _ANSWER.sub("", rest).strip(_ASIDE)
    if not dates or len(beside) > NAMES:
        return _piece(rest) if dates else ()
    handle = _HANDLE.search(beside)
    if handle and not (handle.start() or beside[handle.end() :].strip(_ASIDE)):
        return (handle[1],)
    whole = beside[: handle.start()].strip(_ASIDE) if handle else beside
    names = split_names(whole)
    if shape.doubled(whole) or len(names) != 1:
        return _piece(rest)
    if presented(whole) == names:
        return names
    good = (
        is_full_latin(names[0])
        or is_full_name(names[0])
        or is_desk(names[0])
        or is_team(names[0])
        or is_desk_latin(names[0])
    )
    return names if names[0] == whole and good else _piece(rest)


def _piece(rest: str) -> tuple[str, ...]:
    """The one piece of a row that is a person's name and no more: "May 5, 2025 · 30 min · 6279 words · Jane Doe"; or
    several names, each with what its owner does: "May 5, 2025 | Jane Doe, Economist; John Roe, Strategist"."""
    pieces = [piece.strip(_ASIDE) for piece in _BREAK.split(rest)]
    for listed in (piece.split("; ") for piece in pieces if "; " in piece):
        names = [part.partition(",")[0] for part in listed]
        if all(is_full_latin(name) and name != part for name, part in zip(names, listed, strict=True)):
            return tuple(names)
    for listed in (piece.split(", ") for piece in pieces if ", " in piece):
        known = sum(map(has_given_name, listed))
        if all(map(is_full_latin, listed)) and known >= min(len(listed), KNOWN):
            return tuple(listed)
    bare = [_ROLE_BEHIND.sub("", piece) for piece in pieces]
    if is_full_latin(bare[0]) and any(map(is_agency, pieces[1:])):
        return split_names(bare[0])  # "Jane Doe / AP / Updated: Oct 9, 2019"
    people = [found for piece in bare if (found := split_names(piece)) and _are_people(found)]
    return people[0] if len(people) == 1 else ()


def _are_people(names: tuple[str, ...]) -> bool:
    """True for people, of whom the first bears out others whose given names nobody knows."""
    return _is_person(names[0]) and all(_is_person(name) or is_full_latin(name) for name in names[1:])


def _is_person(name: str) -> bool:
    """True for a full name in Latin letters with a given name that is known, and for one in kana."""
    return is_known_person(name) or is_kana_name(name)


def _written_by(rest: str) -> tuple[str, ...]:
    """The writers behind a date and "by", behind "by" alone, and in a list of Korean reporters."""
    handled = HANDLED.match(rest)
    if handled:
        return split_names(handled[1])
    posted, user = posted_by(rest), USER.fullmatch(rest.strip(_ASIDE))
    if posted or user:
        return posted or (user[1] if user else "",)
    by, translated = BY.search(rest), TRANSLATED.search(rest)
    if by and not (translated and translated.start() <= by.start() < translated.end()):
        named = _GLUED.split(_BEHIND_BY.split(rest[by.end() : translated.start() if translated else None])[0])[0]
        named = named.strip().removesuffix(" On")
        return split_names(shape.doubled(named) or named) or _dated_nickname(named, rest)
    korean = KOREANS.match(rest)
    return split_names(_DOTS.sub(", ", korean[0].strip("[]"))) if korean else ()


def _dated_nickname(named: str, rest: str) -> tuple[str, ...]:
    """A nickname of several words that only "by" and the masked date give away: "by 살림하는 곰 2025. 4. 2. 23:51"."""
    return (named,) if len(named) <= NICKNAME and re.fullmatch(rf"by\s{re.escape(named)}\s\|+\s*", rest, re.I) else ()


def _translated_by(rest: str) -> tuple[str, ...]:
    """The translators behind "translated by", and who compiled a report."""
    translated = TRANSLATED.search(rest)
    return split_names(_BREAK.split(rest[translated.end() :])[0]) if translated else compiled_by(rest)


def _names(rest: str, labels: Mapping[str, str], field: str) -> tuple[str, ...]:
    """The names behind "by", in a reporter's form, or behind a label that a space follows."""
    said = _written_by(rest) if field == "author" else _translated_by(rest)
    if said or (field == "author" and BY.search(rest)):
        return said
    found: list[str] = []
    label, space, value = rest.partition(" ")
    if field == "author" and space and "·" in label and labels.get(fold.label(label)) == field and is_full_name(value):
        return (value,)  # "글·사진 남주희"
    for piece in _BREAK.split(_STROKE.sub("/", _CREDITS.sub("", rest))):
        if len(piece) > NAMES:
            continue
        preposed = _PREPOSED.match(piece) if field == "author" else None
        if preposed:
            names = split_names(piece[preposed.end() :])
            glued = "가" <= piece[2:3] <= "힣"  # "by느린나무"
            found += names if glued or all(is_full_latin(name) or len(rest) > len(piece) for name in names) else ()
            continue
        if field == "author" and reports(piece):
            found += split_names(without_place(_PLACES.sub("", _CENTRE.sub("", piece))))
            continue
        label, space, value = piece.partition(" ")
        head, _, what = value.partition("、")
        value = head if is_position(what) else value  # "文 Jane Doe、シニア鉱業特派員"
        names = split_names(value) if space and labels.get(fold.label(label)) == field else ()
        if all(_is_named(name, label) for name in names):
            found += names
    return tuple(dict.fromkeys(found))


def _is_named(name: str, label: str) -> bool:
    """True for a name, or a desk's, behind a label that only a space parts from it."""
    if is_full_name(name) or is_desk(name):
        return True
    return is_full_latin(name) if label.isascii() else name[0].isupper()
