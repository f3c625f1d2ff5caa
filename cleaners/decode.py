"""Bytes to text: byte-order mark, UTF-8, then detection; what is no text is said so."""

import codecs
import re

from charset_normalizer import from_bytes

from cleaners.doc import Reason, Rejection

# How files begin that are no text, whatever their name says.
MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "a SQLite database"),
    (b"\x7fELF", "a program"),
)
MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The encodings of pages from East Asia and the West that are not in UTF-8.
LEGACY = ["cp932", "euc_jp", "gb18030", "big5", "euc_kr", "cp1252"]
FEW = 0.01  # share of broken characters that leaves a page in UTF-8
SAMPLE = 20_000  # characters by which UTF-16 without a mark is known:
MOSTLY = 0.97  # share of them that are letters, digits and marks of the scripts at hand
MARKS_LEAST = 0.01  # share of them that are stops, commas, spaces and line ends
MOST_CONTROLS = 0.05  # share of control characters beyond which bytes are no text

_HTML = re.compile(rb"^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.I | re.S)
_LETTER = re.compile(r"[\n\r\t -~\u00a0-\u00ff\u2010-\u2027\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]")
_MARK = re.compile(r"[\n 。、，,.]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Undecodable(ValueError):
    """Bytes that are no flattened text; `rejection` says what they are instead."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.rejection = Rejection(reason, detail)


def decode(content: bytes) -> str:
    """The text of a page's bytes; raises Undecodable where they are no flattened text."""
    if not content.strip():
        raise Undecodable("empty", "the file is empty")
    for magic, name in MAGIC:
        if content.startswith(magic):
            raise Undecodable("not-text", f"this is {name}, not text")
    if _HTML.match(content[:4096]):
        raise Undecodable("not-text", "this is an HTML page; pagewash reads flattened text as yet")
    text = _decode(content)
    if len(_CONTROL.findall(text[:100_000])) > MOST_CONTROLS * len(text[:100_000]):
        raise Undecodable("not-text", "the bytes are no text in any encoding that was tried")
    return text


def _decode(content: bytes) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(content)


def _reads_well(text: str) -> bool:
    """True for letters of the scripts at hand and the marks that go with them, and little else."""
    sample = text[:SAMPLE]
    marks = len(_MARK.findall(sample))
    return marks >= MARKS_LEAST * len(sample) and len(_LETTER.findall(sample)) >= MOSTLY * len(sample)


def _decode_other(content: bytes) -> str:
    for encoding in ("utf-16-le", "utf-16-be"):
        text = content.decode(encoding, "replace")
        if _reads_well(text):
            return text
    text = content.decode("utf-8", "replace")
    if text.count("\ufffd") <= FEW * len(text):
        return text
    best = from_bytes(content, cp_isolation=LEGACY).best()
    if best is None:
        raise Undecodable("not-text", "the bytes are no text in any encoding that was tried")
    return str(best)
