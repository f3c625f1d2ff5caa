"""Numbers in digits of any script and in kanji."""

import unicodedata

KANJI = "〇零○一二三四五六七八九十百廿卅元"

_VALUES = {**{sign: value for value, sign in enumerate("〇一二三四五六七八九")}, "零": 0, "○": 0, "元": 1}
_UNITS = {"十": 10, "百": 100}
_TENS = {"廿": 20, "卅": 30}


def number(text: str) -> int:
    """The value of a number: "11", "十一", "二〇二五"; 元, an era's first year, is 1."""
    if text.isdecimal():
        return int(text)
    total = last = 0
    for sign in text:
        if sign in _UNITS:
            total, last = total + (last or 1) * _UNITS[sign], 0
        elif sign in _TENS:
            total += _TENS[sign]
        else:
            last = 10 * last + _VALUES[sign]
    return total + last


def plain(text: str) -> str:
    """A line as dates are read from it: NFKC, each digit one of ASCII."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text)
    if any(c.isdecimal() and c > "9" for c in text):
        return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    return text
