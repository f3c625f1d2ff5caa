"""What a line looks like, phrases aside: its width, its end, whether it reads as prose.

All of it works on any script. Widths count a CJK character as two columns and a Latin letter
as one, since a Japanese sentence of 40 characters says as much as an English one of 80.
Every function takes time linear in its input.
"""

import re

from cleaners.dates import find_date

ENDS = "。！？!?.…｡．‥؟।"
PERMALINK = "¶"  # behind a heading, to it
CLOSERS = "\ufe0f」』）)】》〉\"'”’］]〕*_ 　"
SENTENCE = 40  # columns: a line that ends as a sentence and is shorter may be a label or a button
CLAUSES = 52  # columns of a CJK line that reads as a sentence by its two commas alone
WIDE = 1.5  # columns a character that make a line CJK
DATED = 70  # columns: a longer line says more than its date
DATED_REST = 28  # columns beside the date: room for "Updated:", a weekday, a source's name
PARAGRAPH = 120  # columns: a line this long with a comma in it is prose, however it ends

NOTED = frozenset("]］0123456789")  # at the end of a sentence with a note
# "… every hour.[2]", "… by all but two.1"
_NOTE = re.compile(r"(?:[\[［][^\[\]［］]{1,6}[\]］]){1,4}$|(?<=[a-z)”\"][.!?])\d{1,2}$|(?<=。)\d{1,2}$")
# no end: behind a list's number, an ordinal, "1. Februar", or an initial
_MONTH = r"\.\s(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec)"
_INNER_END = re.compile(
    rf"[。｡]|(?<!^\d)(?<!^\d\d)(?<!\b[A-Z])(?!(?<=\d){_MONTH})\.(?:\[\d{{1,3}}\]){{0,4}}(?=\s+[A-Z\"'“‘(])|다\.\s"
)
_TWICE = re.compile(r"(.{2,40}?)\s?\1")
_EMOJI = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff\u266a\u301c\uff5e]")
_DIGIT = re.compile(r"\d")
_ONE_NUMBER = re.compile(r"\W{0,2}\d+(?:[.,]\d+)*\W{0,2}[^\W\d]?\W{0,2}")
_CLAUSE = re.compile(r"[，,；;](?!\d)")
_CODE = re.compile(r"[{}<>;$\\]|\w\(|\s--?[A-Za-z]|(?:^|\s)\.{0,2}/\w|\[\"|\w=\w|\w_\w|^[A-Z]{3,}\s.*(?:\.|\w[:/.]\w)")
_COMMA = re.compile(r"[、，,;；]")


def columns(text: str) -> int:
    """Display width of `text`; UTF-8 needs three bytes for a CJK character, one for a Latin."""
    return (len(text) + len(text.encode("utf-8", "replace"))) // 2


def ends_sentence(text: str) -> bool:
    """True where the last mark, closing quotes and brackets aside, ends a sentence; an emoji does, too."""
    if text[-1:] in NOTED:
        text = _NOTE.sub("", text)
    i = len(text)
    while i and text[i - 1] in CLOSERS:
        i -= 1
    return i > 0 and (text[i - 1] in ENDS or _EMOJI.match(text, i - 1) is not None)


def has_digit(text: str) -> bool:
    """True where the text holds a digit of any script."""
    return any(map(str.isdigit, text))


def leads_over(text: str) -> bool:
    """True where the text ends in a colon, as what leads over to a list or to speech does."""
    return text.endswith((":", "："))


def is_cut_off(text: str) -> bool:
    """True where the text was cut short by the page: a teaser that ends in an ellipsis."""
    return text.rstrip(CLOSERS).endswith(("…", "...", "‥", "[&hellip;]", "⋯", "・・・"))


def is_several(text: str) -> bool:
    """True where the text holds more than one sentence."""
    match = _INNER_END.search(text)
    return match is not None and bool(text[match.end() :].strip(CLOSERS))


def is_prose(text: str, width: int, ends: bool) -> bool:
    """True where a line of `width` columns reads as sentences of an article."""
    if width < SENTENCE:
        return False
    if ends or leads_over(text):
        return True
    if _INNER_END.search(text) or (width >= PARAGRAPH and _COMMA.search(text)):
        return True
    # A Chinese line may lack its full stop; a headline has one comma at most.
    return width >= CLAUSES and is_cjk(text, width) and len(_CLAUSE.findall(text)) >= 2


def is_cjk(text: str, width: int) -> bool:
    """True for a line of `width` columns that is mostly Chinese, Japanese or Korean."""
    return width >= WIDE * len(text)


def is_dated(text: str, width: int) -> bool:
    """True where a line of `width` columns is a date, give or take a word or two."""
    if width > DATED or not _DIGIT.search(text):
        return False
    found = find_date(text)
    return found is not None and width - (found.end - found.start) <= DATED_REST


def is_code(text: str) -> bool:
    """True where a line has what programs and commands have, and prose has not: braces, flags, paths, calls."""
    return _CODE.search(text) is not None


def doubled(text: str) -> str | None:
    """What a text says twice and no more: "CryptoSlateCryptoSlate"."""
    twice = _TWICE.fullmatch(text)
    return twice.group(1) if twice else None


def once(text: str) -> str:
    """A text without its repetition, as a logo and its name have it: "Tidewatch Tidewatch"."""
    return doubled(text) or text


def is_number(text: str) -> bool:
    """True where the text is one number: 0, 1,234, 3.5K, +2.1%, 1.2万."""
    return _ONE_NUMBER.fullmatch(text) is not None
