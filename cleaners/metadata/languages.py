"""The language of the article, by its script first."""

import re

from cleaners.doc import Doc
from cleaners.phrases import Rules

READ = 1500  # letters of the article that are read
KANA, HANGUL = 0.05, 0.2  # shares that make a text Japanese, Korean

_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]+")
_HANGUL = re.compile(r"[\uac00-\ud7a3]+")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LATIN = re.compile(r"[A-Za-z]+")
# Characters that only one of the two Chinese scripts has, by frequency in news.
_HANS = re.compile(
    "[这们来时会对发说国过还后经个业为产与开关员问间实现应进资东长车书见观战军万亿币网络总结处务样头买卖价场银团众级约红线组织语认识让议论设计证评]+"
)
_HANT = re.compile(
    "[這們來時會對發說國過還後經個業為產與開關員問間實現應進資東長車書見觀戰軍萬億幣網絡總結處務樣頭買賣價場銀團眾級約紅線組織語認識讓議論設計證評]+"
)
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|is|that|for|on|with)\b", re.I)


def languages(doc: Doc, rules: Rules) -> Doc:
    """Name the language of the article's sentences; cuts nothing."""
    text = "".join(b.text for b in doc.blocks)[:READ]
    return doc.learn("the article's script", language=language_of(text))


def _count(script: re.Pattern[str], text: str) -> int:
    """How many characters of `text` are of the script."""
    return len(text) - len(script.sub("", text))


def script_of(text: str) -> str | None:
    """ "ja", "ko" or "zh" by the script of most letters; None for any other script."""
    han, kana = _count(_HAN, text), _count(_KANA, text)
    hangul, latin = _count(_HANGUL, text), _count(_LATIN, text)
    cjk = han + kana + hangul
    if not cjk or cjk < latin / 6:
        return None
    if hangul >= HANGUL * cjk:
        return "ko"
    return "ja" if kana >= KANA * cjk else "zh"


def language_of(text: str) -> str | None:
    """BCP 47 tag of a text: ja, ko, zh-Hans, zh-Hant, en; None where none is certain."""
    script = script_of(text)
    if script == "zh":
        hans, hant = _count(_HANS, text), _count(_HANT, text)
        return "zh-Hant" if hant > hans else "zh-Hans"
    if script:
        return script
    words = len(text.split())
    return "en" if words and len(_ENGLISH.findall(text)) >= 0.12 * words else None
