"""More containers that are odd, lying or damaged: what tools that write them, and those that break them, leave."""

import bz2
import gzip
import io
import json
import lzma
import struct
import tarfile
import zipfile

import pyarrow as pa

from tests.abuse.cases import STORY, TEXT, TITLE, html
from tests.abuse.packed import (
    MAIL,
    PAGE,
    Packed,
    articles,
    container,
    line,
    parquet,
    record,
    rows,
    tarred,
    zipped,
    zstd,
)

LINES = "\n".join(line(n=n) for n in range(3)).encode() + b"\n"


def packed(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


# Compressed


@container("jsonl.gz")
def gzip_with_zeros_behind_it() -> Packed:
    return packed(LINES) + bytes(1_024), articles(1, 2, 3)


@container("jsonl.gz")
def gzip_of_many_members() -> Packed:
    return b"".join(packed(line().encode() + b"\n") for _ in range(50)), articles(*range(1, 51))


@container("jsonl.gz", more=True)
def gzip_whose_second_member_is_rubbish() -> Packed:
    return packed(LINES) + packed(LINES)[:10] + b"\xff" * 50, articles(1, 2, 3)


@container("jsonl.gz")
def gzip_of_nothing() -> Packed:
    return b"", {}


@container("jsonl.gz")
def gzip_with_a_name_without_end() -> Packed:
    return b"\x1f\x8b\x08\x08\0\0\0\0\0\xff" + b"x" * 200_000, {"": "unreadable"}


@container("jsonl.zst")
def zstd_of_many_frames() -> Packed:
    skipped = b"\x50\x2a\x4d\x18" + struct.pack("<I", 100) + bytes(100)
    return zstd(LINES) + skipped + zstd(LINES), articles(*range(1, 7))


@container("jsonl.zst", more=True)
def zstd_with_rubbish_behind_it() -> Packed:
    return zstd(LINES) + b"rubbish", articles(1, 2, 3)


@container("html.gz")
def page_in_two_members() -> Packed:
    return packed(PAGE[:300]) + packed(PAGE[300:]), articles("")


@container("html.gz")
def page_of_nothing_in_gzip() -> Packed:
    return packed(b""), {"": "empty"}


@container("html.zst")
def page_in_zstd_that_breaks_off() -> Packed:
    return zstd(PAGE)[:-10], {"": "unreadable"}


# JSON Lines and CSV


@container("jsonl")
def line_ends_of_all_systems() -> Packed:
    return line().encode() + b"\r\n\r\n" + line().encode() + b"\n\n\n" + line().encode(), articles(1, 3, 6)


@container("jsonl")
def marks_of_byte_order_in_each_line() -> Packed:
    return b"\xef\xbb\xbf" + LINES.replace(b"\n", b"\n\xef\xbb\xbf", 2), articles(1, 2, 3)


@container("jsonl")
def keys_without_end() -> Packed:
    wide = json.dumps({f"k{n}": n for n in range(100_000)} | {"text": TEXT})
    return f"{wide}\n{line()}".encode(), articles(1, 2)


@container("jsonl")
def names_of_columns_that_clash() -> Packed:
    return f"{line(Text='x', TEXT='y')}\n{line(html='', HTML=html())}".encode(), articles(1, 2)


@container("jsonl")
def texts_of_odd_characters() -> Packed:
    odd = ("\x00" * 50, "\u202e" * 50, "\ud83d" * 9, "\ufeff" * 9, "\u0301" * 9_000, "\U0010ffff" * 9)
    return "\n".join(line(title=o, url=o, author=o, date=o) for o in odd).encode(), articles(*range(1, 7))


@container("jsonl")
def addresses_of_records_that_do_harm() -> Packed:
    bad = (
        "javascript:alert(1)",
        "https://user:pw@example.org/a",
        "=cmd|' /C calc'!A0",
        "//x",
        "http://[::1",
        "x" * 100_000,
        "https://e.org/\r\nX: y",
    )
    return "\n".join(line(url=b) for b in bad).encode(), articles(*range(1, 8))


@container("jsonl")
def list_of_records_over_many_lines() -> Packed:
    return json.dumps([{"text": TEXT}], indent=1).encode(), {str(n): "unreadable" for n in range(1, 6)}


def table(codec: str) -> bytes:
    return ("id,text,url\r\n" + "".join(f'{n},"{TEXT}",\r\n' for n in (1, 2))).encode(codec)


for _codec in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig", "cp1252"):

    def _make(codec: str = _codec) -> Packed:
        return table(codec), articles(1, 2)

    _make.__name__ = f"table_in_{_codec.replace('-', '_')}"
    container("csv")(_make)


@container("csv")
def table_of_old_line_ends() -> Packed:
    return f'id,text\r1,"{TEXT}"\r2,"{TEXT}"\r'.encode(), articles(1, 2)


@container("csv")
def columns_by_the_ten_thousand() -> Packed:
    names = ",".join(f"c{n}" for n in range(20_000))
    return rows([*("x" for _ in range(20_000)), TEXT], head=f"{names},text"), articles(1)


@container("csv")
def quotes_within_fields() -> Packed:
    return f'id,text\n1,"{TEXT}" more "than" enough\n2,a"b {STORY[0]} {STORY[1]} {STORY[2]}\n'.encode(), articles(1, 2)


@container("csv")
def names_of_columns_with_a_mark_before_them() -> Packed:
    return b"\xef\xbb\xbf" + f'"text","id"\n"{TEXT}",1\n'.encode(), articles(1)


@container("csv", more=True)
def table_without_names() -> Packed:
    return f'1,"{TEXT}"\n2,"{TEXT}"\n'.encode(), {"1": "unreadable"}


# Parquet and Arrow


def _flipped(number: int) -> None:
    """A Parquet file with one byte changed, anywhere: whatever is read of it, the run goes on."""

    def make() -> Packed:
        content = bytearray(parquet({"text": [f"{TEXT}{n}" for n in range(6)], "url": ["x"] * 6}, row_group_size=2))
        content[4 + number * 7919 % (len(content) - 8)] ^= 1 << number % 8
        return bytes(content), {}

    make.__name__ = f"parquet_with_byte_{number}_changed"
    container("parquet", more=True)(make)


for _number in range(24):
    _flipped(_number)


@container("parquet")
def parquet_without_rows() -> Packed:
    return parquet({"text": pa.array([], pa.string())}), {}


@container("parquet")
def parquet_without_columns() -> Packed:
    return parquet(pa.table({"a": [1, 2]}).select([])), {}


@container("parquet")
def parquet_that_is_locked() -> Packed:
    return parquet({"text": [TEXT]})[:-4] + b"PARE", {"": "unreadable"}


@container("parquet")
def parquet_of_a_negative_footer() -> Packed:
    return parquet({"text": [TEXT]})[:-8] + struct.pack("<i", -1) + b"PAR1", {"": "unreadable"}


@container("parquet")
def parquet_of_columns_by_the_thousand() -> Packed:
    return parquet({f"c{n}": [n] for n in range(3_000)} | {"text": [TEXT]}), articles(1)


@container("parquet")
def parquet_with_two_columns_of_one_name() -> Packed:
    table = pa.Table.from_arrays([pa.array([TEXT]), pa.array([TEXT]), pa.array([1])], ["text", "text", "id"])
    return parquet(table), articles(1)


@container("parquet")
def parquet_of_all_kinds_of_text() -> Packed:
    kinds = {"text": pa.array([TEXT, None], pa.large_string()), "title": pa.array([TITLE, ""]).dictionary_encode(),
             "author": pa.array([["Jane Doe"], None]), "published": pa.array([b"\xff", None]), "url": pa.array([1.5, None])}  # fmt: skip
    return parquet(kinds), {"1": "article", "2": "empty"}


@container("arrow", more=True)
def arrow_whose_second_batch_lies() -> Packed:
    out = io.BytesIO()
    with pa.ipc.new_stream(out, pa.schema([("text", pa.string())])) as stream:
        for _ in range(2):
            stream.write_batch(pa.record_batch({"text": [TEXT] * 2}))
    content = bytearray(out.getvalue())
    body = content.rindex(TEXT.encode() * 2)
    size = next(
        n for n in range(0, 2_000, 8) if content[: body - 1].rfind(struct.pack("<q", n)) > body - 240 and n > 700
    )
    at = content[:body].rfind(struct.pack("<q", size))
    content[at : at + 8] = struct.pack("<q", 1 << 40)
    return bytes(content), {"3": "memory-limit", **articles(1, 2)}


@container("arrow")
def arrow_of_codes_that_lead_nowhere() -> Packed:
    out = io.BytesIO()
    codes = pa.DictionaryArray.from_arrays(pa.array([0, 99], pa.int8()), pa.array([TEXT]), safe=False)
    with pa.ipc.new_file(out, pa.schema([("text", codes.type)])) as stream:
        stream.write_batch(pa.record_batch([codes], names=["text"]))
    return out.getvalue(), {"": "unreadable"}


# WARC


def warc(
    kind: str = "response", more: str = "", body: bytes = PAGE, end: str = "\r\n", length: int | None = None
) -> bytes:
    answer = f"HTTP/1.1 200 OK{end}Content-Type: text/html{end}{end}".encode() + body
    size = len(answer) if length is None else length
    head = (
        f"WARC/1.1{end}WARC-Type: {kind}{end}Content-Type: application/http{end}{more}Content-Length: {size}{end}{end}"
    )
    return head.encode() + answer + f"{end}{end}".encode()


@container("warc")
def crawl_with_short_line_ends() -> Packed:
    return warc(end="\n") * 2, {"2": "unreadable", "4": "unreadable"}


@container("warc")
def crawl_with_addresses_that_do_harm() -> Packed:
    bad = (
        "<https://example.org/1>",
        "javascript:alert(1)",
        "https://user:pw@example.org/",
        "dns:example.org",
        "x" * 100_000,
        "http://[::1",
    )
    made = b"".join(warc(more=f"WARC-Target-URI: {b}\r\n") for b in bad)
    return made, {"5": "unreadable", **articles(1, 2, 3, 4, 6)}


@container("warc")
def crawl_with_a_header_over_and_over() -> Packed:
    return warc(more="WARC-Date: 2025-11-05T14:30:00Z\r\n" * 2_000) + warc(), {"1": "unreadable", "2": "article"}


@container("warc")
def crawl_with_revisits() -> Packed:
    return warc("revisit", body=b"") + warc(), articles(2)


@container("warc")
def crawl_of_zeros() -> Packed:
    return bytes(5_000), {"1": "unreadable"}


@container("warc", more=True)
def crawl_with_rubbish_between() -> Packed:
    return warc() + b"\r\n\r\nrubbish\r\n" * 50 + warc(), articles(1)


@container("warc", more=True)
def crawl_of_no_length() -> Packed:
    return warc() + warc().replace(b"Content-Length", b"X-Length") + warc(), articles(1)


@container("warc")
def crawl_behind_a_byte_order_mark() -> Packed:
    return b"\xef\xbb\xbf" + warc() + warc(), {"1": "unreadable", **articles(2, 3)}


@container("warc.gz")
def crawl_in_one_member() -> Packed:
    return packed(warc() * 3), articles(1, 2, 3)


@container("warc.gz", more=True)
def crawl_with_a_wrong_sum() -> Packed:
    content = bytearray(packed(warc()) * 2)
    content[-7] ^= 0xFF
    return bytes(content), {"1": "article", "2": "unreadable"}


@container("warc.zst")
def crawl_in_zstd() -> Packed:
    return b"".join(zstd(warc()) for _ in range(3)), articles(1, 2, 3)


@container("warc")
def crawl_with_answers_that_break_off() -> Packed:
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    answers = [chunked + b"-5\r\nx", chunked + b"5\r\nx", b"HTTP/1.1 200 OK", b"HTTP/1.1", b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + packed(PAGE)[:-30]]  # fmt: skip
    made = [
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n" % len(a) + a + b"\r\n\r\n" for a in answers
    ]
    return b"".join([*made, record()]), {"1": "no-article", **dict.fromkeys("2345", "unreadable"), **articles(6)}


# Zip, tar, MHTML


@container("zip")
def zip_behind_a_program() -> Packed:
    return b"MZ" + bytes(5_000) + zipped(("a.html", PAGE)), articles("a.html")


@container("zip")
def member_without_a_name() -> Packed:
    content = zipped(("a.html", PAGE), ("x", PAGE), ("b.html", PAGE))
    one = content.replace(b"\x01\0\0\0x", b"\0\0\1\0x")
    at = content.index(b"PK\1\2", content.index(b"PK\1\2") + 1)
    nameless = content[: at + 28] + b"\0\0\1\0" + content[at + 32 :]
    assert one != content
    return nameless, articles("a.html", "b.html")


@container("zip")
def members_of_every_method() -> Packed:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for n, how in enumerate((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)):
            archive.writestr(zipfile.ZipInfo(f"{n}.html"), PAGE, how)
    return out.getvalue(), articles(*(f"{n}.html" for n in range(4)))


@container("zip", more=True)
def members_of_every_method_with_rubbish_in_them() -> Packed:
    content = bytearray(members_of_every_method()[0])
    for n in range(4):
        at = content.index(b"%d.html" % n) + 40
        content[at : at + 9] = b"\xff" * 9
    return bytes(content), {f"{n}.html": "unreadable" for n in range(4)}


@container("zip")
def folder_that_is_called_a_page() -> Packed:
    return zipped(("a.html/", b""), ("a.html/b.html", PAGE), ("..\\c.html", PAGE)), articles(
        "a.html/b.html", "..\\c.html"
    )


@container("zip")
def members_that_share_their_bytes() -> Packed:
    content = zipped(*((f"{n}.html", PAGE) for n in range(9)))
    start = content.index(b"PK\1\2")
    entries = content[start:].split(b"PK\1\2")[1:]
    first = [b"PK\1\2" + e[:38] + bytes(4) + e[42:] for e in entries]
    return content[:start] + b"".join(first), {"0.html": "article", **{f"{n}.html": "unreadable" for n in range(1, 9)}}


@container("zip")
def sizes_of_members_that_lie() -> Packed:
    content = bytearray(zipped(("a.html", PAGE), ("b.html", PAGE), how=zipfile.ZIP_STORED))
    at = content.index(b"PK\1\2") + 20
    content[at : at + 8] = struct.pack("<II", 1 << 30, 1 << 30)
    return bytes(content), {"a.html": "unreadable", "b.html": "article"}


@container("zip")
def number_of_members_that_lies() -> Packed:
    content = bytearray(zipped(("a.html", PAGE), ("b.html", PAGE)))
    content[-14:-10] = b"\xff\xff\xff\xff"
    return bytes(content), articles("a.html", "b.html")


def headed(size: bytes, name: bytes = b"a.html", kind: bytes = b"0") -> bytes:
    """A header of tar with any bytes for a size."""
    head = name.ljust(100, b"\0") + b"0000644\0" * 3 + size.ljust(12, b"\0") + b"0" * 12 + b" " * 8 + kind
    head = head.ljust(257, b"\0") + b"ustar\x0000"
    head = head.ljust(512, b"\0")
    return head[:148] + b"%06o\0 " % sum(head) + head[156:]


@container("tar")
def tar_in_a_gzip_whose_header_breaks_off() -> Packed:
    return b"\x1f\x8b\x08\x04\xf7\xff\xff\xff\0\0\0", {"": "unreadable"}


@container("tar", more=True)
def member_of_a_negative_size() -> Packed:
    return headed(b"\xff" * 12) + tarred(("b.html", PAGE)), {}


@container("tar", more=True)
def member_of_more_bytes_than_there_are_disks() -> Packed:
    return headed(b"\x80" + b"\x7f" * 11) + tarred(("b.html", PAGE)), {"a.html": "unreadable"}


@container("tar", more=True)
def member_whose_size_is_no_number() -> Packed:
    return headed(b"rubbish") + tarred(("b.html", PAGE)), articles("b.html")


@container("tar")
def member_of_holes() -> Packed:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        member = tarfile.TarInfo("a.html")
        member.pax_headers = {
            "GNU.sparse.major": "1",
            "GNU.sparse.minor": "0",
            "GNU.sparse.realsize": str(1 << 50),
            "GNU.sparse.name": "b.html",
        }
        content = b"1\n0\n1\n".ljust(512, b"\0") + b"x"
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
        page = tarfile.TarInfo("c.html")
        page.size = len(PAGE)
        archive.addfile(page, io.BytesIO(PAGE))
    return out.getvalue(), {"b.html": "too-large", "c.html": "article"}


@container("tar", more=True)
def headers_of_pax_that_lie() -> Packed:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for n, more in enumerate(
            ({"size": "-1"}, {"size": "x"}, {"mtime": "1e999"}, {"path": "../\0x.html"}, {"hdrcharset": "nosuch"})
        ):
            member = tarfile.TarInfo(f"{n}.html")
            member.size, member.pax_headers = len(PAGE), more
            archive.addfile(member, io.BytesIO(PAGE))
    return out.getvalue(), {}


@container("tar.zst")
def tar_in_zstd() -> Packed:
    return zstd(tarred(("a.html", PAGE))), articles("a.html")


@container("tar")
def tar_that_is_compressed_all_the_same() -> Packed:
    return packed(tarred(("a.html", PAGE))), articles("a.html")


@container("tgz")
def tar_that_is_not_compressed() -> Packed:
    return tarred(("a.html", PAGE)), articles("a.html")


@container("tar")
def tar_in_other_coats() -> Packed:
    return bz2.compress(tarred(("a.html", PAGE))), articles("a.html")


@container("tar")
def tar_in_a_coat_of_xz() -> Packed:
    return lzma.compress(tarred(("a.html", PAGE))), articles("a.html")


SAVED = "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary={}\r\n\r\n"


@container("mhtml")
def saved_page_without_an_end() -> Packed:
    return MAIL.format(TITLE, "utf-8", "8bit", html()).replace("--b--", "").encode(), articles("")


@container("mhtml")
def saved_page_of_pictures_alone() -> Packed:
    return (SAVED.format("b") + "--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--").encode(), {"": "unreadable"}


@container("mhtml")
def saved_page_with_a_boundary_without_end() -> Packed:
    return (SAVED.format("b" * 500_000) + "--b\r\n\r\nx").encode(), {"": "unreadable"}


@container("mhtml")
def saved_page_without_a_boundary() -> Packed:
    return (SAVED.replace("; boundary={}", "") + html()).encode(), {"": "unreadable"}


@container("mhtml")
def saved_page_from_an_address_that_does_harm() -> Packed:
    return MAIL.format(TITLE, "utf-8", "8bit", html()).replace(
        "Content-Transfer", "Content-Location: javascript:alert(1)\r\nContent-Transfer"
    ).encode(), articles("")


@container("mhtml")
def saved_page_of_frames() -> Packed:
    frame = "--b\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n"
    return MAIL.format(TITLE, "utf-8", "8bit", html()).replace("--b--", frame * 200 + "--b--").encode(), articles("")
