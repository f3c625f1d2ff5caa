"""Bytes to text: what the bytes prove, then what the page declares, then what reads like a language."""

import codecs
import re
from dataclasses import dataclass, replace

from cleaners.doc import Reason, Rejection
from cleaners.doubled import beyond_ascii, undoubled
from cleaners.encodings import CANDIDATES, CODECS, ESCAPES, LATE, MAGIC, MARKS, WIDER
from cleaners.letters import surprise
from cleaners.marks import thin

HEAD = 4096  # bytes in which a page says its encoding; browsers read 1024, but comments come first at times
SAMPLE = 16_384  # bytes of passages beyond ASCII by which encodings are told apart,
LONGEST_PASSAGE = 1_024  # and of any one of them: it may be a broken byte ahead of a script
FEW = 0.5  # broken characters for each other one beyond ASCII that leave a page in UTF-8
# Bits (see cleaners.letters) by which another encoding must read better to be believed over
TRUST = 0.2  # a declared one: for each byte beyond ASCII,
TRUST_SHORT = 5  # and on the whole;
UNUSUAL = 6  # over cp1252, on which browsers fall back: on the whole.
PLAUSIBLE = 12.5  # bits a character beyond which zero bytes are not those of UTF-16
SOUP = 13  # bits a character beyond ASCII from which it is no text; 115 real pages have 8.1 to 11.4, bytes by chance 14
SOUP_LEAST = 200  # such characters that tell
MOST_CONTROLS = 0.05  # share of control characters beyond which bytes are no text
MOST_ZEROS = 0.02  # share of zero bytes; single ones are found between the tags of real pages
MOST_BROKEN = 0.3  # and of broken ones: a title that lost a byte keeps most of its letters

ESCAPE = b"\x1b"
CONTROLS = bytes(range(9)) + bytes(range(14, 32))
_PASSAGE = re.compile(rb"[\x80-\xff][^\x00-/:-?]*")  # to an ASCII mark that is part of no longer character
_META = re.compile(rb"<meta\b[^>]*", re.I)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_XML = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)", re.I)
_PUNCTUATION = re.compile(r"[\W_]+")


class Undecodable(ValueError):
    """Bytes that are no text; `rejection` says what they are instead."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.rejection = Rejection(reason, detail)


@dataclass(frozen=True)
class Decoded:
    """A page's text, the Python codec that read it, and why that one: a short phrase."""

    text: str
    encoding: str
    why: str


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """The text of a page, HTML or not, without its byte-order mark.

    declared: charset of the HTTP header. Bytes that are broken become U+FFFD. Raises Undecodable
    for bytes that are empty, of a known binary format, or text in no encoding.
    """
    body = content.removeprefix(codecs.BOM_UTF8)
    if not body.strip():
        raise Undecodable("empty", "the file is empty")
    for at, magic, name in MAGIC:
        if content.startswith(magic, at) or body.startswith(magic, at):
            raise Undecodable("not-text", f"this is {name}, not text")
    if LATE in content[:1024] and content.rfind(b"%%EOF") > 0:
        raise Undecodable("not-text", "this is a PDF file, not text")
    why = "valid UTF-8" if body is content else "byte-order mark"
    found = _marked(content) or _zeros(content) or _escapes(body) or _utf8(body, why) or _likeliest(body, declared)
    if _is_noise(found.text[:100_000]):
        raise Undecodable("not-text", "the bytes are no text in any encoding that was tried")
    return _thinned(_undoubled(found))


def _thinned(found: Decoded) -> Decoded:
    """The text with at most so many combining marks on a letter: to order them takes quadratic time."""
    text = thin(found.text)
    return found if text == found.text else replace(found, text=text, why=f"{found.why}, heaps of combining marks cut")


def _is_noise(text: str) -> bool:
    content = text.encode("utf-8", "replace")
    controls = len(content) - len(content.translate(None, CONTROLS))
    if controls > MOST_CONTROLS * len(text) or text.count("\0") > MOST_ZEROS * len(text):
        return True
    return text.count("\ufffd") > MOST_BROKEN * len(text)


def _marked(content: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 that begins with its mark. Raises Undecodable."""
    for mark, codec in MARKS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(codec, "replace")
            _check_soup(text[:SAMPLE])
            return Decoded(text, codec, "byte-order mark")
    return None


def _zeros(content: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a mark: in either, ASCII brings zero bytes."""
    if b"\0" not in content:
        return None
    for codec in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        text = content[:SAMPLE].decode(codec, "replace")
        if surprise(text) < PLAUSIBLE * len(text):
            return Decoded(content.decode(codec, "replace"), codec, "zero bytes")
    return None


def _escapes(content: bytes) -> Decoded | None:
    """ISO-2022: 7-bit bytes, but for a few broken ones, in which escapes switch between the scripts."""
    if ESCAPE not in content or len(content) - len(content.decode("ascii", "ignore")) > MOST_CONTROLS * len(content):
        return None
    codec = next((codec for escape, codec in ESCAPES if escape in content), None)
    return _read(content, codec, "ISO-2022 escapes") if codec else None


def _utf8(content: bytes, why: str) -> Decoded | None:
    """UTF-8, with a few broken characters at most: in no other encoding are its sequences so many by chance."""
    try:
        return Decoded(content.decode(), "utf-8", why)
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd") - content.count("\ufffd".encode())
    whole = beyond_ascii(text) - broken
    return Decoded(text, "utf-8", "nearly valid UTF-8") if broken <= FEW * whole else None


def _likeliest(content: bytes, declared: str | None) -> Decoded:
    """What makes most sense of a sample; a declared encoding may make a little less of it. Raises Undecodable."""
    named = _declared(content[:HEAD], declared)
    sample = _sample(content)
    doubt: dict[str, float] = dict.fromkeys(CANDIDATES[1:], UNUSUAL)
    doubt |= dict.fromkeys(named, -TRUST_SHORT - TRUST * sum(byte > 127 for byte in sample))
    bits = {codec: surprise(sample.decode(codec, "replace")) + doubt.get(codec, 0) for codec in (*named, *CANDIDATES)}
    best = min(bits, key=lambda codec: bits[codec])
    _check_soup(sample.decode(best, "replace"))
    return _read(content, best, named.get(best, "detected"))


def _check_soup(text: str) -> None:
    """Raise Undecodable where the characters beyond ASCII are those of bytes by chance."""
    seen = [letter for letter in text if letter > "\x7f"]
    if len(seen) >= SOUP_LEAST and surprise("".join(seen)) > SOUP * len(seen):
        raise Undecodable("not-text", "the bytes make sense in no encoding that was tried")


def _declared(head: bytes, http: str | None) -> dict[str, str]:
    """Codec of each declared label that is known, and where it was declared, HTTP first."""
    labels = [(http or "", "HTTP header")]
    if found := _XML.match(head.lstrip()):
        labels.append((found[1].decode("latin-1"), "XML declaration"))
    for meta in _META.findall(head):
        labels += [(label.decode("latin-1"), "meta") for label in _CHARSET.findall(meta)]
    named: dict[str, str] = {}
    for label, why in labels:
        codec = CODECS.get(_PUNCTUATION.sub("", label).lower())
        if codec:
            named.setdefault(codec, why)
    return named


def _sample(content: bytes) -> bytes:
    """The first passages of bytes beyond ASCII, each once, up to the size of the sample."""
    found: dict[bytes, None] = {}
    size = 0
    for match in _PASSAGE.finditer(content):
        passage = match[0][:LONGEST_PASSAGE]
        size += 0 if passage in found else len(passage)
        found[passage] = None
        if size >= SAMPLE:
            break
    return b"\n".join(found)


def _read(content: bytes, codec: str, why: str) -> Decoded:
    """content in codec or, where one of its wider relatives stumbles less, in that one."""
    readings = []
    for name in (codec, *WIDER.get(codec, ())):
        # The circled digits of Windows stand in JIS X 0213, but pages announce JIS X 0208.
        known = content.replace(b"\x1b$B", b"\x1b$(Q") if name == "iso2022_jp_2004" else content
        readings.append(Decoded(known.decode(name, "replace"), name, why))
    return min(readings, key=lambda reading: reading.text.count("\ufffd"))


def _undoubled(found: Decoded) -> Decoded:
    """The text meant, where UTF-8 was read as Latin-1 or cp1252 and encoded again."""
    text = undoubled(found.text)
    return found if text == found.text else replace(found, text=text, why=f"{found.why}, doubly encoded")
