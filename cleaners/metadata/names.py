"""Names of people and desks as bylines list them."""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import takewhile

from cleaners.calendars.relative import yearless
from cleaners.calendars.setting import Setting
from cleaners.dates import find_dates
from cleaners.metadata.affiliations import without_affiliations
from cleaners.metadata.outlets import is_known
from cleaners.metadata.people import is_agency, is_person, person
from cleaners.metadata.people_east import at_labels, east_label, east_names, is_east, is_east_outlet, is_full_name
from cleaners.shape import has_digit, once
from cleaners.tables import either, read_table

LONGEST = 600  # letters of a value that are read
LONGEST_ABBREVIATION = 4  # letters of a weekday's; Sol, Don and Mar are names as well
LONGEST_EAST = 12  # letters of one of two names that "&" joins
MOST = 40  # names of one value; what lists more is no byline

_ANY_TIME = Setting(fetched=datetime(2100, 1, 1, tzinfo=UTC))  # "3rd May" is no part of a name in whatever year
_WORDS = read_table("metadata", "names.toml")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S*|[^\s@<>()]{1,60}@[\w\-]{1,60}(?:\.[\w\-]{1,60})+")
# "岸本遼平Ryohei Kishimoto"
_ROMANISED = re.compile(r"([一-鿿々]{2,4}\s?[一-鿿々ぁ-んァ-ヶー]{1,4})\s?[A-Z][a-z'’-]+(?:\s[A-Z][a-z'’-]+){1,2}")
# "김하늘 기자 sky@bada.kr, 이바다 기자", "本报（harbour.cn）记者李明"
_BESIDE = re.compile(
    r"\s?[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60})+(?=\s?[,、·/])|[(（][\w.-]{2,40}\.[a-z]{2,4}[)）](?=\s?(?:记者|記者))"
    r"|^[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60})+\s(?=[가-힣]{2,4}\s기자)"
)
_DOMAIN = re.compile(r"(?!.*\.eth$)(?:[a-z\d\-]{1,63}\.){1,9}[a-z]{2,12}(?:/\S*)?")
_HANDLE = re.compile(r"@\s?(\w{1,40})")
_ASIDE = re.compile(r"[(\[【〔<][^()\[\]【】〔〕<>]{0,80}[)\]】〕>]")
_WRAPPED = re.compile(r"^[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]$")
# "4 小时前", "發表於", "发自 凭祥": when, or where, behind a name
_WHEN = re.compile(
    r"(?<=\s)(?:\d{1,2}\s?(?:分钟|分鐘|小时|小時|天|周|週|个月|個月|分|時間|日|週間|か月|ヶ月|年)前|昨天|前天|昨日"
    r"|\d{1,2}\s?(?:분|시간|일|주|개월|년)\s?전|어제|發[表佈布]於|发[表布]于)(?=\s|$)|(?<=\S)\s(?:發[佈布表]|发[布表])$|(?<=[一-鿿])\s[发發]自\s?[一-鿿]{2,6}$"
)
_WORK = re.compile(r"(?<=\w)\s?『[^『』]{1,40}』$")  # what a writer has written: "熊谷達男『商店街の決算書』"
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?(?:\s(?:[A-Z]{2,4}|Uhr)\b)?")
_TWICE = re.compile(r"(?:^|(?<=\s))(\S.{2,40}?)\s\1(?=\s|$)")
_BREAK = re.compile(r"(?<!\s)\s*(?:\n|\s[-–—|·•»›→⋅×]\s|[|•»›→⋅×]|\s[-–—]$)\s*")
_LIST = re.compile(
    r"(?<!\s)\s*(?:[、;]|,(?!\s?(?:jr|sr|ii|iii|iv)\b)|\s/\s|(?<=[^\x00-\x7f])/|/(?=[^\x00-\x7f]))\s*", re.I
)
_AND = re.compile(rf"(?<!\s)(?:\s+(?:{either(_WORDS['joins']['and'])})\s+|\s*&\s*|\s+\+\s+)", re.I)
_TONGUE = re.compile(r"(?<=translated)\sfrom\s(?:the\s)?(?:original\s)?[A-Z][a-z]+(?=\sby\s)", re.I)
_OPENING_AND = re.compile(rf"^(?:{either(_WORDS['joins']['and'][:3])}|&)\s+(?=[^\W\da-z_])")
_FAMILY_FIRST = re.compile(
    rf"(?P<family>(?:(?:{either(_WORDS['names']['particles'])})\s){{0,6}}[^\W\d_a-z][\w'’\-]{{1,40}}),\s(?P<given>[^\W\d_a-z][^\W\d_]+(?:\s[^\W\d_]\.)?)",
)
_TEAM = re.compile(r"the\s(?=.*\b[Tt]eam$)")
_WHOLE = re.compile(r"\S[ ・]\S")  # a name of several words
_CAMEL = re.compile(r"[a-z][A-Z]")  # NodeDigest is an outlet
NOUNS = tuple(_WORDS["labels"]["nouns"])
"""Labels ahead of a name that a colon follows, for they may as well begin a headline: author, Autorin."""
PREPOSED = [label for label in _WORDS["labels"]["author"] if label not in _WORDS["labels"]["nouns"]]
"""Labels ahead of a name that no colon follows: by, von, par."""
CREDITS = tuple(_WORDS["labels"]["credit"])
"""Labels ahead of the name of who did something else: edited by, photo."""
TRANSLATED = tuple(_WORDS["labels"]["translator"])
"""Labels ahead of the name of who translated, without a mark."""
BIOS = tuple(_WORDS["stops"]["bios"])
"""Verbs behind a name with which the life of an author begins."""


def split_names(value: str) -> tuple[str, ...]:
    """The names in a byline's value, in order; () where it names nobody.

    Labels, roles, dates, addresses, asides, credentials, outlets, lives of authors and duplicates are
    left out. A middle dot is part of a name (サトシ・ナカモト) and never splits; a desk stays as named.
    """
    text = once(_tidy(without_addresses(value[:LONGEST])))
    romanised = _ROMANISED.fullmatch(text)
    text = romanised[1] if romanised and is_full_name(romanised[1]) else text
    handle = _HANDLE.fullmatch(text)
    if handle:
        return (handle[1],)
    found: dict[str, str] = {}
    for name in _names(text):
        found.setdefault(name.casefold().replace(" ", ""), name)
    return _people(tuple(found.values())) if len(found) <= MOST else ()


def without_addresses(text: str) -> str:
    """A byline without the addresses between its names, and between a paper's name and its reporter's."""
    return _BESIDE.sub("", text) if "@" in text or "者" in text else text  # most lines hold neither


def as_spelt(names: tuple[str, ...], lines: Sequence[str]) -> tuple[str, ...]:
    """Names in capitals as the lines spell them elsewhere, JANE DOE, Jane Doe; marks in names as wide as there."""
    if not any(map(_is_open, names)):
        return names
    text = "\n".join(lines)
    return tuple(_spelt(n, text) if _is_open(n) else n for n in names)


def _is_open(name: str) -> bool:
    """True for a name that may be spelt otherwise elsewhere."""
    return "=" in name if is_east(name) else name.isupper() and " " in name


def _spelt(name: str, text: str) -> str:
    if is_east(name):
        wide = name.replace("=", "＝")  # グウェン・タカハシ＝ロウ
        return wide if wide in text else name
    return next((m[0] for m in re.finditer(re.escape(name), text, re.I) if not m[0].isupper()), name)


def _people(names: tuple[str, ...]) -> tuple[str, ...]:
    """Without the outlets that stand beside the names of writers."""
    people = tuple(name for name in names if not (is_agency(name) or is_east_outlet(name) or is_known(name)))
    return people or names


def _tidy(value: str) -> str:
    """One form of each mark, "\\n" for line ends alone."""
    text = _INVISIBLE.sub("", html.unescape(value)).replace("／", " / ").replace("｜", "|")
    return "\n".join(" ".join(line.split()) for line in unicodedata.normalize("NFKC", text).split("\n")).strip()


def _names(text: str) -> Iterator[str]:
    """The names of the segments that a label makes the author's; of the first one that names somebody else."""
    segments = [_label(segment) for segment in _segments(text)]
    labelled = [rest for kind, rest in segments if kind == "author"]
    for segment in labelled or [rest for kind, rest in segments if not kind]:
        names = [name for part in without_affiliations(_parts(segment)) for name in _read(part)]
        yield from names
        if names and not labelled:
            return


def _segments(text: str) -> list[str]:
    """The pieces of a value between dates, marks and words with which a line goes over to something else."""
    text = _HANDLE.sub("\n", _ADDRESS.sub("\n", _TONGUE.sub("", text)))
    if has_digit(text):
        text = _undated(text)
    text = _WORK.sub("", _ASIDE.sub(" ", _WRAPPED.sub(r"\1", _WHEN.sub("\n", text))))
    if is_east(text):
        text = at_labels(text)
    else:
        text = _lives().sub("\n\0", _stops().sub("\n", _by().sub(r"\n\1", text)))
        text = "\n".join(line for line in takewhile(lambda line: "\0" not in line, text.split("\n")))
        text = _TWICE.sub(r"\1", text)
    return [segment for segment in _BREAK.split(text) if any(c.isalnum() for c in segment)]


def _undated(text: str) -> str:
    """Dates and times as breaks."""
    spans = [(found.start, found.end) for found in find_dates(text)]
    spans += [(day.start, day.end) for day in yearless(text, _ANY_TIME)]
    for start, end in spans:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return _CLOCK.sub("\n", text)


def _label(segment: str) -> tuple[str, str]:
    """What a label makes of a segment, "author", "credit" or "", and the segment without the label."""
    kind, end = east_label(segment)
    rest = segment[end:].strip(" ,;:-–—*+")
    while True:
        match = _labels().match(rest)
        if match is None or not rest[match.end() :].strip():
            return kind, rest
        kind = kind or ("ahead" if match["ahead"] else "credit" if match["credit"] else "author")
        kind = "" if kind == "ahead" else kind
        rest = rest[match.end() :].strip(" :：")


def _parts(segment: str) -> list[str]:
    """A list of names at its separators; a name with its family first is one."""
    inverted = _FAMILY_FIRST.fullmatch(segment)
    if inverted and not _CAMEL.search(inverted["given"]):
        return [f"{inverted['given']} {inverted['family']}"]
    parts: list[str] = []
    for piece in _LIST.split(segment):
        part = _OPENING_AND.sub("", piece.strip()) if piece else ""
        several = _AND.split(part)
        people = [name for name in several if not is_agency(name)]
        if len(people) < len(several):
            parts += people or several
            continue
        alike = (
            len(several) > 1 and all(map(is_person, several)) and len({min(2, len(s.split())) for s in several}) == 1
        )
        if len(several) > 1 and all(map(is_east, several)) and max(map(len, several)) <= LONGEST_EAST:
            alike = True  # 戸倉ナギ & ヨシムラ
        if _TEAM.match(several[-1]) and is_person(several[0]):
            parts += [*several[:-1], _TEAM.sub("", several[-1])]  # "Jane Doe and the Retrieval team"
            continue
        if parts and alike and " " not in several[0] and _WHOLE.search(parts[0]):
            continue  # "Jane Doe, Ledger & Loom": where she writes
        parts += several if alike else [part]
    return parts


def _read(part: str) -> tuple[str, ...]:
    """The names of one part of a list: one, none, or several that spaces part."""
    part = part.strip(" ,:;|/·-–—*+=\"“”'’‘()[]")
    name, slash, _ = part.partition("/")
    part = name if slash and " " in name else part
    if not part or _DOMAIN.fullmatch(part) or part.casefold() in _nobody():
        return ()
    if is_east(part):
        house, _, name = part.partition(" ")
        part = name if is_full_name(name) and is_known(house) else part  # 財新 佐倉美帆
        return tuple(name for name in east_names(part) if name not in _nobody())
    name = person(part)
    return (name,) if name and name.casefold() not in _nobody() else ()


@cache
def _nobody() -> frozenset[str]:
    weekdays = (name for table in read_table("calendars", "names.toml").values() for name in table["weekdays"])
    full = (form for name in weekdays for form in name.split("/") if len(form) > LONGEST_ABBREVIATION)
    return frozenset((*_WORDS["names"]["nobody"], *_WORDS["east"]["regions"], *NOUNS, *full))


@cache
def _labels() -> re.Pattern[str]:
    labels = _WORDS["labels"]
    return re.compile(
        rf"(?:(?P<ahead>{either(_WORDS['stops']['ahead'])})[\s:]+"
        rf"|(?P<credit>{either(labels['credit'])})\s?(?::|(?<=by)\s|(?<=von)\s)\s*"
        rf"|(?:{either(labels['author'])})(?:\s?[:/]\s*|\s+)|(?:{either(labels['marked'])})\s?[:/]\s*"
        rf"|(?-i:(?:{either(labels['short'])})\s(?=[^\W\da-z_])|Di\s(?=\S+\s\S)))",
        re.I,
    )


@cache
def _by() -> re.Pattern[str]:
    """A label amid the line: "Sep 16 Written By Jon Norris"."""
    labels = [*_WORDS["labels"]["author"], *_WORDS["labels"]["marked"], *_WORDS["labels"]["credit"]]
    by = either(label for label in labels if label.endswith("by"))
    return re.compile(rf"(?:^|\s)((?i:{by})(?::\s|\s(?=[^\W\da-z_]))|(?i:{either(labels)})\s?:\s)", re.M)


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(_WORDS['stops']['words'])})(?!\w|\s(?:by|von)\b)[:.]?", re.I)


@cache
def _lives() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{either(_WORDS['stops']['bios'])})\s")
