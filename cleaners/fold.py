"""Folding: what two spellings of one phrase have in common."""

import re
import unicodedata

# What NFKC changes in the scripts at hand; to normalise the rest of a text takes ten times as long.
_CHANGED = (
    "[\u00a0-\u00bf\u2000-\u206f\u2070-\u209f\u2100-\u218f\u2460-\u24ff\u3000\u3200-\u33ff\uf900-\ufaff\ufe30-\ufe4f"
    "\uff00-\uffef]"
)
# One letter ahead of the others: a search for one of a class takes half the time of a search for a run.
_COMPATIBLE = re.compile(f"{_CHANGED}{_CHANGED}*")
_NUMBER = re.compile(r"[0-9][0-9]*(?:[.,:][0-9]+)*")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\U0003ffff]")  # and Hangul, whose spaces vary
_MARKS = re.compile(r"(?:[^\w\n: ]| (?=[^\w\n:]))[^\w\n:]*")  # but for a space alone, of which there are thousands


def plain(text: str) -> str:
    """NFKC and case-folded."""
    if text.isascii():
        return text.lower()
    return _COMPATIBLE.sub(lambda m: unicodedata.normalize("NFKC", m.group()), text).casefold()


def words(text: str) -> str:
    """Folded for phrases: every number "0", every run of marks but colons and line ends one space."""
    return words_of(plain(text))


def words_of(folded: str) -> str:
    """The same of a text that is folded by `plain`."""
    return _MARKS.sub(" ", _NUMBER.sub("0", folded)).replace(" :", ":").replace(": ", ":")


def is_spaced(words: str) -> bool:
    """True where the folded words are of a script that parts them by spaces: Latin, Cyrillic, Greek."""
    return words.isascii() or _UNSPACED.search(words) is None


def letters(text: str) -> str:
    """Folded for comparison of whole lines: no white space, no marks at either end."""
    return letters_of(plain(text))


def letters_of(folded: str) -> str:
    """The same of a text that is folded by `plain`."""
    return bare("".join(folded.split()))


def alphanumeric(text: str) -> str:
    """Letters and digits alone, in lower case: what two renderings of one text have in common."""
    return "".join(filter(str.isalnum, text.lower()))


def label(text: str) -> str:
    """Folded for labels: as `words`, without spaces and colons."""
    return words(text).replace(" ", "").replace(":", "")


def bare(text: str) -> str:
    """Trim everything that is no letter and no digit from both ends."""
    i, j = 0, len(text)
    while i < j and not text[i].isalnum():
        i += 1
    while j > i and not text[j - 1].isalnum():
        j -= 1
    return text[i:j]
