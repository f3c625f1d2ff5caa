"""Text that is no page by the make of its lines: source code, logs, subtitles, settings, tables, encoded bytes."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

LINES = 500  # from the beginning that are looked at,
MANY = 100  # or so many of them, and as many from the middle
WIDTH = 400  # characters of each, on the average
FEW = 6  # lines; fewer prove nothing
PROBED, STRIDE = 30, 7919  # lines that are looked at first, so far apart (a prime: code has its beat)
SAMPLE = 20_000  # characters by which text of few lines is known
# Shares of the lines, but where it says characters. Of 2 204 pages flattened two ways, seven have so much code;
# all of them are documentation.
CODE = 0.55  # of lines of code, and
CODE_CHARS = 0.5  # of their characters; comments and wrapped lines are the rest
THIN = 16  # characters for each mark, at most, in a line of code,
LONG, THICK = 300, 40  # that is no longer than this, or has a mark for each of so many
PROSE = 0.3  # of sentences, with which it is a page about code
ALIKE = 0.9  # of a log or a table, which is the same from end to end
KEYED = 0.6  # of settings, some of which are lists or run over several lines
DENSE = 30  # characters for each mark of syntax, at most, in code of few lines
LONG_WORD = 40  # ASCII characters without a blank, as encoded bytes have them; words of a language are shorter
FIELDS = 4  # of a line of values without quotes

_CODE = re.compile(
    r"""\s*+(?:[})\]]+[;,)]*+$|.*[;{]$|.*\*/$|.*[)\]\w]:$|(?://|/\*|\#(?:include|define|if|endif|!)|\*\s|--\s|@@?\w|<\?php)
    |(?:def|class|import|from|package|using|export|const|let|var|public|private|static|function|fn|func|struct|impl)\s++[\w.{*&]
    |(?:if|for|while|switch|return|elif|else|raise|throw|print|assert|yield)\b.*[()\[\]{}=;:_]|(?:try|else|finally|end|return|pass|break)[:;]?+$
    |[\w.\[\]'"*>-]+\s*+(?:[-+*/|&]?=|:=|<-|\+=)\s*+\S|[\w.]++\([^()\s]*+\)?[;,]?$|\#\s|;|(?:echo|printf|puts|set|unset)\s++["'$-]|(?:fi|done|esac|begin|then|do)$|REM\b|rem\b|dnl\b|\.\\?[A-Za-z"]{1,2}\b|"\s|!\s|\\[a-z]|=\w)""",
    re.X,
)
_MARK = re.compile(r"""[{}\[\]<=;_\\^`]|://|::|[\w)]->|&&|\|\||["']:|\$\w""")
_NAME = re.compile(
    r"\w_\w|(?<!\w)[a-z]{1,30}[A-Z]|\$\w|\w\.\w{1,30}\(|\w=\S|::|\b0x[\da-f]|(?:^|\s)(?:[~.]?/\w|--?[a-z])"
)
_SENTENCE = re.compile(r"\s*+[^\W_][^{}<>=;|]{39,}[.!?。！？]['\"”」)]*$")
_STAMP = re.compile(
    r"""\s*+[\[(<"]?(?:\d{4}[-/]\d\d[-/]\d\d[T\ ]\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3}"?[\s,]
    |[A-Z][a-z]{2}\s++\d{1,2}\s\d\d:\d\d:\d\d\s|\d\d?/\d\d?/\d{4},?\s\d\d?:\d\d
    |\d\d?:\d\d(?::\d\d)?[.,]\d{2,6}\b|\d\d:\d\d(?::\d\d)?\]?\s<
    |\d{9,10}[.\s]|\s*+\d{1,7}\.\d{3,9}\]|(?:time|ts|level)=
    |(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b)""",
    re.X,
)
_SETTING = re.compile(
    r"\s*+(?:[#;]|-\s|[\w./-]{1,60}+\s?[:=](?:\s\S{0,60}|\S{0,60})$|\[[\w. -]++\]$|[A-Z-]++(?:;[^:]{0,80})?:)"
)
_KEY = re.compile(
    r"""\s*+(?:-\s)?(?:["']?[a-z_][\w.-]{0,40}["']?:(?:\s|$)|["']?[\w.-]{1,60}["']?\s?=\s?\S
    |\[\[?["\w.\ -]{1,80}\]\]?$)""",
    re.X,
)
_QUOTED = re.compile(r"""(?:^|[,;\t|])"|"(?:[,;\t|]|$)""")
_HEX = re.compile(r"\s*+(?:[0-9a-fA-F]{4,16}:?\s)?(?:[0-9a-fA-F]{2,8}(?:\s|$)){4}|[:S][0-9A-F]{9,}+\s*$")
_TRACE = re.compile(r"\s+at\s[\w.$<>]{1,200}\(|\s+File \".{1,300}\", line \d|\s+[\w./-]{1,200}\.go:\d")
_SPOKEN = re.compile(r"(?:\d+:)?\d\d?:\d\d[.,]\d{2,3} --> |Dialogue: \d|\[\d\d:\d\d\.\d\d\]|\{\d+\}\{\d+\}")
_CHANGE = re.compile(r"[-+](?![-\s]*\S{0,3}$)|@@ -\d|(?:---|\+\+\+|Index:|diff) \S")
_RECORD = re.compile(r"\s*+[\[{].{0,2000}[\]}],?$")
_COMMIT = re.compile(r"commit [0-9a-f]{40}|Author: \S|Date: ")
# `<span leaf="">`, ahead of a page's paragraphs
_EMPTY_TAG = re.compile(r"[<＜][^<>＜＞\n]{1,40}=\s?[\"'“”]{2}\s?[>＞]")
_TRANSLATED = re.compile(r"(?:#[:,.|~]|msgid|msgstr|msgctxt)(?:\W|$)")

Kind = tuple[Callable[[str], object], float, str]
_KINDS: tuple[Kind, ...] = (
    (_SPOKEN.match, 0.2, "subtitles"),
    (_TRACE.match, 0.4, "a trace of an error"),
    (_RECORD.match, ALIKE, "JSON Lines"),
    (_COMMIT.match, 0.5, "a log"),
    (_HEX.match, 0.8, "a dump of bytes"),
    (_TRANSLATED.match, 0.5, "a catalogue of translations"),
    (_CHANGE.match, 0.8, "a difference of files"),
    (_STAMP.match, ALIKE, "a log"),
    (_SETTING.match, ALIKE, "a configuration"),
    (_KEY.match, KEYED, "a configuration"),
)


def kind_by_lines(text: str) -> str | None:
    """What a text is that is no page, by the make of its lines; None for one that may be a page."""
    lines = [line for line in text[: LINES * WIDTH].splitlines() if line.strip()][:LINES]
    lines = lines[:MANY] + lines[max(MANY, len(lines) // 2) :][:MANY]
    sample = text[:SAMPLE]
    if not any(map(_SENTENCE.match, lines)):
        if _is_encoded(sample) and "</" not in sample:
            return "encoded bytes"
        if len(lines) < FEW and _is_dense(sample):
            return "source code or data"
    if len(lines) < FEW:
        return None
    for is_one, least, what in _KINDS:
        if _are(is_one, lines, least):
            return what
    if kind := _table(text, lines):
        return kind
    return "source code" if _is_code([_EMPTY_TAG.sub("", line) for line in lines]) else None


def _are(is_one: Callable[[str], object], lines: list[str], least: float) -> bool:
    """True where so large a share of the lines is so; a few of them tell where it is far from it."""
    few = [lines[at * STRIDE % len(lines)] for at in range(PROBED)] if len(lines) > PROBED else []
    if sum(map(bool, map(is_one, few))) < least / 2 * len(few):
        return False
    return sum(map(bool, map(is_one, lines))) >= least * len(lines)


def _is_code(lines: list[str]) -> bool:
    if not _are(_is_formal, lines, CODE):
        return False
    code = [line for line in lines if _is_formal(line)]
    prose = sum(bool(_SENTENCE.match(line)) for line in set(lines) - set(code))
    return sum(map(len, code)) >= CODE_CHARS * sum(map(len, lines)) and prose <= PROSE * len(lines)


def _is_formal(line: str) -> bool:
    """True for a line of code: by how it begins or ends, by its marks, or by the names in it."""
    bare = line.strip()
    marks = len(_MARK.findall(bare))
    if len(bare) > LONG:
        return marks * THICK > len(bare)
    if marks * THIN >= len(bare) or _CODE.match(bare):
        return True
    return len(_NAME.findall(bare)) * 4 > bare.count(" ")


def _is_encoded(sample: str) -> bool:
    """True where most of it is in words that no language has, beyond addresses."""
    long = sum(len(word) for word in sample.split() if _is_encoded_word(word))
    return len(sample) > 500 and 2 * long > len(sample)


def _is_encoded_word(word: str) -> bool:
    return len(word) >= LONG_WORD and word.isascii() and "://" not in word and "<" not in word


def _is_dense(sample: str) -> bool:
    return len(sample) > 300 and len(_MARK.findall(sample)) * DENSE > len(sample)


def _table(text: str, lines: list[str]) -> str | None:
    """A table of values that a mark divides: as many in each row, and quoted or several."""
    for mark, name in ((",", "comma"), ("\t", "tab"), (";", "semicolon"), ("|", "bar")):
        if sum(mark in line for line in lines) < len(lines) / 2:
            continue
        counts = Counter(_fields(text, mark))
        [(fields, rows)] = counts.most_common(1) or [(0, 0)]
        quoted = sum(bool(_QUOTED.search(line)) for line in lines) >= len(lines) / 2
        least = 2 if quoted and mark != "|" else FIELDS if mark == "," else 3
        if fields >= least and rows >= max(FEW - 1, ALIKE * counts.total()):
            return f"a table of {name}-separated values"
    return None


def _fields(text: str, mark: str) -> Iterator[int]:
    """How many values each row has; a row that is none ends it."""
    try:
        for row in islice(csv.reader(text[: LINES * WIDTH].splitlines(), delimiter=mark, strict=True), LINES):
            if row:
                yield len(row)
    except csv.Error:
        yield 0
