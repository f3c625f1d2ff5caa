"""Text that was encoded twice: UTF-8 that somebody read as Latin-1 or cp1252, and encoded again."""

import re

DOUBLED = 0.9  # share of the characters beyond ASCII that doubly encoded text has in its sequences
DOUBLED_LEAST = 6  # and how many there must be: three sequences or more

_TAIL = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"  # the bytes 80 to BF, read as Latin-1 or cp1252
_C1 = re.compile("[\x80-\x9f]")
ASCII_OR_LATER = bytes(range(0xC0))  # bytes of UTF-8 but the first of each character beyond ASCII
# First bytes, in UTF-8, of all letters from À to ÿ, which such sequences begin with, and of what they go on with
FIRST_OF_LATIN, FIRST_OF_TAIL = b"\xc3", (b"\xc2", b"\xe2", b"\xc5", b"\xc6", b"\xcb")
_PAIR = f"[Â-ß]{_TAIL}|[à-ï]{_TAIL}{{2}}|[ð-ô]{_TAIL}{{3}}"
# The same letter twice over: a search for one class of letters passes over a page five times as fast.
_DOUBLED = re.compile(f"[Â-ô](?:(?<=[Â-ß]){_TAIL}|(?<=[à-ï]){_TAIL}{{2}}|(?<=[ð-ô]){_TAIL}{{3}})(?:{_PAIR})*")


def undoubled(text: str) -> str:
    """The text meant; the same text where it was encoded once.

    That is certain where nearly all beyond ASCII looks like it and half of it stands in words, or
    where it holds control characters. A text about such garbling quotes it alone or beside others.
    """
    if not _may_be_doubled(text):
        return text
    runs = [
        (run[0], text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1])
        for run in _DOUBLED.finditer(text)
    ]
    garbled = "".join(run for run, _, _ in runs)
    in_words = sum(before.isalpha() or after.isalpha() or len(run) > 4 for run, before, after in runs)
    if len(garbled) < max(DOUBLED_LEAST, DOUBLED * beyond_ascii(text)):
        return text
    if in_words < len(runs) / 2 and not _C1.search(garbled):
        return text
    import ftfy  # noqa: PLC0415 - it takes a while to import, and few pages need it

    return ftfy.fix_encoding(text)


def _may_be_doubled(text: str) -> bool:
    """False, at little cost, for most text that is not: it has too few of the letters that double encoding leaves."""
    firsts = _first_bytes(text)
    most = min(4 * firsts.count(FIRST_OF_LATIN), 2 * sum(map(firsts.count, FIRST_OF_TAIL)))
    return most >= max(DOUBLED_LEAST, DOUBLED * len(firsts))


def beyond_ascii(text: str) -> int:
    """How many of its characters are not ASCII."""
    return len(_first_bytes(text))


def _first_bytes(text: str) -> bytes:
    """Of each character beyond ASCII, its first byte in UTF-8."""
    return text.encode("utf-8", "replace").translate(None, ASCII_OR_LATER)
