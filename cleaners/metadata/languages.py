"""The language of the article, by its script first."""

import re
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cleaners.calendars.setting import Setting
from cleaners.doc import Doc
from cleaners.phrases import Rules

READ = 1500  # letters of the article that are read
ASKED = 600  # of those, letters that the identifier reads; more make it no surer
FEWEST = 40  # letters, below which a Latin or Cyrillic text is in no certain language
KANA, HANGUL = 0.05, 0.2  # shares that make a text Japanese, Korean
ENGLISH = 0.12  # share of its smallest words from which a text is English without further question

_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|is|that|for|on|with)\b", re.I)
_LETTER = re.compile(r"[^\W\d_]")
_SCRIPTS = {
    "Han": "\u4e00-\u9fff",
    "kana": "\u3041-\u3096\u30a1-\u30fa",
    "hangul": "\uac00-\ud7a3",
    "Latin": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
}
# Scripts in which one language is written nearly always.
_OWN = {
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "hy": "\u0530-\u058f",
    "he": "\u0590-\u05ff",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "ka": "\u10a0-\u10ff",
    "am": "\u1200-\u137f",
    "km": "\u1780-\u17ff",
}
_RENAMED = {"no": "nb", "zh": None, "ja": None, "ko": None, "zxx": None}  # by the identifier; scripts it misjudges


def languages(doc: Doc, rules: Rules) -> Doc:
    """Name the language of the article's sentences; cuts nothing."""
    return doc.learn("the article's script", language=language_of(_spoken(doc)))


def setting_of(doc: Doc) -> Setting:
    """How the dates on a page are meant, as far as the language of its text tells."""
    return Setting(doc.metadata.language or language_of(_spoken(doc)) or "")


def _spoken(doc: Doc) -> str:
    """The beginning of the article's sentences; of all its lines where it has none."""
    prose = [b.text for b in doc.blocks if b.prose and (b in doc.span or doc.span.last < 0)]
    return " ".join(prose or [b.text for b in doc.blocks])[:READ]


def _numbered() -> NDArray[np.uint8]:
    """The number of each character's script, from 1 on in the order of the tables above."""
    numbers = np.zeros(0x10000, np.uint8)
    for number, spans in enumerate((*_SCRIPTS.values(), *_OWN.values()), 1):
        for first, last in re.findall("(.)-(.)", spans):
            numbers[ord(first) : ord(last) + 1] = number
    return numbers


_NUMBERED = _numbered()


def _counts(text: str) -> list[int]:
    """How many characters of the text are of each script, in the order of the tables above."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    found = np.bincount(_NUMBERED.take(codes, mode="clip"), minlength=1 + len(_SCRIPTS) + len(_OWN))
    counts: list[int] = found.tolist()[1:]
    return counts


def script_of(text: str) -> str | None:
    """ "ja", "ko" or "zh" by the script of most letters; None for any other script."""
    han, kana, hangul, latin = _counts(text)[: len(_SCRIPTS)]
    cjk = han + kana + hangul
    if not cjk or cjk < latin / 6:
        return None
    if hangul >= HANGUL * cjk:
        return "ko"
    return "ja" if kana >= KANA * cjk else "zh"


@lru_cache(maxsize=4)  # several cleaners ask about one page
def language_of(text: str) -> str | None:
    """BCP 47 tag of a text: ja, ko, zh-Hans, zh-Hant, en, de …; None where none is certain."""
    script = script_of(text)
    if script == "zh":
        hans, hant = _only()
        return "zh-Hant" if sum(c in hant for c in text) > sum(c in hans for c in text) else "zh-Hans"
    if script:
        return script
    own = dict(zip(_OWN, _counts(text)[len(_SCRIPTS) :], strict=True))
    if any(own.values()):
        letters = len(_LETTER.findall(text))
        for language, count in own.items():
            if 2 * count > letters:
                return language
    if _is_english(text):
        return "en"
    return _identify(text[:ASKED]) if len(text) - text.count(" ") >= FEWEST else None


def _is_english(text: str) -> bool:
    words = len(text.split())
    return bool(words) and len(_ENGLISH.findall(text)) >= ENGLISH * words


def _identify(text: str) -> str | None:
    language = str(_identifier().classify(text)[0])
    return _RENAMED.get(language, language)


@cache
def _identifier() -> Any:
    import py3langid  # noqa: PLC0415 - it takes a second to load, and few pages ask for it

    return py3langid


@cache
def _only() -> tuple[frozenset[str], frozenset[str]]:
    """The characters of Simplified and of Traditional Chinese that the other's standard has not."""
    hans = {chr(c) for c in range(0x4E00, 0xA000) if _has("gb2312", chr(c))}
    hant = {chr(c) for c in range(0x4E00, 0xA000) if _has("big5", chr(c))}
    return frozenset(hans - hant), frozenset(hant - hans)


def _has(encoding: str, letter: str) -> bool:
    return bool(letter.encode(encoding, "ignore"))
