"""Damaged and lying containers: what can be read of them is, and the damage is a rejection that says where.

Each function makes a file and says what its records are to become, by their identity behind the "#"
("" for the file itself): "article", or a reason. `...` stands for "any number of others that are rejections".
"""

import csv
import gzip
import io
import json
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.parquet as pq

from tests.abuse.cases import STORY, TEXT, TITLE, html, noise

Records = Mapping[str, str]
Packed = tuple[bytes, Records]


@dataclass(frozen=True)
class Container:
    """A file. make: its bytes and what its records become. more: whether others may be rejected."""

    name: str
    make: Callable[[], Packed]
    more: bool


CONTAINERS: list[Container] = []
PAGE = html().encode()


def container(ending: str, more: bool = False) -> Callable[[Callable[[], Packed]], Callable[[], Packed]]:
    def note(make: Callable[[], Packed]) -> Callable[[], Packed]:
        CONTAINERS.append(Container(f"{make.__name__}.{ending}", make, more))
        return make

    return note


def zstd(content: bytes) -> bytes:
    return bytes(pa.compress(content, "zstd").to_pybytes())


def line(**more: object) -> str:
    return json.dumps({"text": TEXT, **more})


def many_lines() -> bytes:
    """Lines enough that a reader has read some when it comes to the middle."""
    return "\n".join(line(n=n, x=noise(40, n).hex()) for n in range(800)).encode()


def articles(*names: object) -> dict[str, str]:
    return {str(name): "article" for name in names}


# JSON Lines


@container("jsonl")
def lines_of_every_kind() -> Packed:
    bad = [
        "{", "[1]", "null", '"x"', "{}", '{"text": null}', '{"text": []}', '{"text": {"a": 1}}', '{"text": 7}', '{"text": true}', '{"id": 1}',
        "[" * 100_000, '{"a":' * 100_000, '{"text": "\\ud800"}', "\x00", "NaN", '{"text": "x", "text": ""}', '{"text": ' + "9" * 10_000 + "}",
        '{"text": "x", "url": {"a": []}, "date": [[[]]], "author": {"name": {"name": 1}}}', '{"": "x"}', "\ufeff{}",
    ]  # fmt: skip
    reasons = "unreadable unreadable unreadable unreadable unreadable empty empty empty no-article empty unreadable unreadable unreadable no-article".split()
    reasons += "unreadable unreadable empty unreadable no-article unreadable unreadable".split()
    lines = [line(), *bad, line()]
    wanted = {str(n): reason for n, reason in enumerate(reasons, 2)}
    return "\n".join(lines).encode("utf-8", "surrogatepass"), wanted | articles(1, len(lines))


@container("jsonl")
def lines_with_broken_utf8() -> Packed:
    return b"\xff\xfe\x00\n" + line().encode() + b'\n{"text": "\xc3\x28"}\n' + line().encode(), {
        "1": "unreadable",
        "3": "not-text",
        **articles(2, 4),
    }


@container("jsonl")
def line_without_end() -> Packed:
    return line().encode() + b'\n{"text": "' + b"x" * 90_000_000 + b'"}\n' + line().encode(), {
        "2": "too-large",
        **articles(1, 3),
    }


@container("jsonl")
def page_in_a_line_without_end() -> Packed:
    return line().encode() + b'\n{"text": "' + b"word " * 5_000_000 + b'"}\n' + line().encode(), {
        "2": "too-large",
        **articles(1, 3),
    }


@container("jsonl")
def lines_that_break_off() -> Packed:
    content = "\n".join(line() for _ in range(3)).encode()
    return content[:-20], {"3": "unreadable", **articles(1, 2)}


@container("jsonl")
def lines_that_are_no_articles() -> Packed:
    others = [
        json.dumps({"a": [TITLE] * 9, "b": " ".join(STORY)}),
        "%PDF-1.7\nx",
        f"<rss><item>{STORY[0]}</item></rss>",
        "\x89PNG\r\n\x1a\n",
    ]
    content = "\n".join([line(), *(json.dumps({"html": other}) for other in others), line(html=html())])
    return content.encode(), {
        "1": "article",
        "2": "not-text",
        "3": "not-text",
        "4": "not-text",
        "5": "not-text",
        "6": "article",
    }


@container("jsonl")
def identities_that_are_no_names() -> Packed:
    return "\n".join(
        line(id=i) for i in ("../../x", "/etc/passwd", "a\0b", "x" * 10_000, "é", "e\u0301")
    ).encode(), articles(*range(1, 7))


@container("jsonl.gz", more=True)
def lines_in_gzip_that_breaks_off() -> Packed:
    content = gzip.compress(many_lines(), mtime=0)
    return content[: len(content) // 2], articles(*range(1, 200))


@container("jsonl.gz", more=True)
def lines_in_gzip_with_a_flipped_byte() -> Packed:
    content = bytearray(gzip.compress(many_lines(), mtime=0))
    content[len(content) // 2] ^= 0xFF
    return bytes(content), articles(*range(1, 200))


@container("jsonl.gz")
def lines_in_gzip_of_a_wrong_size() -> Packed:
    content = gzip.compress("\n".join(line() for _ in range(3)).encode(), mtime=0)
    return content[:-4] + b"\0\0\0\1", {"3": "unreadable", **articles(1, 2)}


@container("jsonl.gz")
def gzip_that_is_none() -> Packed:
    return line().encode(), {"": "unreadable"}


@container("jsonl.gz")
def gzip_with_rubbish_behind_it() -> Packed:
    return gzip.compress(line().encode() + b"\n", mtime=0) + b"rubbish" * 9, {"2": "unreadable", **articles(1)}


@container("jsonl.gz")
def gzip_of_gigabytes() -> Packed:
    packed = zlib.compressobj(9, wbits=31)
    spaces = bytes(1 << 24).replace(b"\0", b" ")
    content = packed.compress(line().encode() + b"\n") + b"".join(packed.compress(spaces) for _ in range(6))
    return content + packed.compress(b"\n" + line().encode()) + packed.flush(), {
        "1": "article",
        "2": "too-large",
        "3": "article",
    }


@container("jsonl.zst", more=True)
def lines_in_zstd_that_breaks_off() -> Packed:
    content = zstd(many_lines())
    return content[: len(content) // 2], articles(*range(1, 200))


@container("jsonl.zst")
def zstd_that_is_none() -> Packed:
    return line().encode(), {"": "unreadable"}


@container("jsonl.zst")
def zstd_with_a_window_of_gigabytes() -> Packed:
    return b"\x28\xb5\x2f\xfd\x00\xff" + noise(500), {"": "unreadable"}


# CSV


def rows(*fields: object, head: str = "id,text,url") -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([head.split(","), *fields])  # type: ignore[list-item]
    return out.getvalue().encode()


@container("csv")
def rows_too_short_and_too_long() -> Packed:
    return rows([1], [1, TEXT], [1, TEXT, "", "", "more"], []), {"1": "empty", **articles(2, 3)}


@container("csv")
def table_without_the_column() -> Packed:
    return rows([1, "x"], head="a,b"), {"1": "unreadable"}


@container("csv")
def table_of_names_alone() -> Packed:
    return rows(), {}


@container("csv")
def table_of_nothing() -> Packed:
    return b"", {"": "empty"}


@container("csv")
def columns_of_one_name() -> Packed:
    return rows([1, "", TEXT, ""], head="id,text,text,url"), articles(1)


@container("csv")
def quote_that_never_ends() -> Packed:
    return rows([1, TEXT, ""]) + b'2,"' + b"The harbour has built a plant that stores power.\r\n" * 700, {
        "1": "article",
        "2": "article",
    }


@container("csv")
def zeros_in_a_table() -> Packed:
    return rows([1, TEXT, ""]) + b"2,\0\0\0,\r\n" + rows([3, TEXT, ""], head="")[2:], {
        "2": "not-text",
        **articles(1, 3),
    }


@container("csv")
def field_without_end() -> Packed:
    return rows([1, TEXT, ""], [2, "x" * 21_000_000, ""], [3, TEXT, ""]), {"2": "too-large", **articles(1, 3)}


@container("csv", more=True)
def commas_without_end() -> Packed:
    return rows([1, TEXT, ""]) + b"," * 30_000_000, articles(1)


@container("csv")
def table_that_is_a_picture() -> Packed:
    return b"\x89PNG\r\n\x1a\n" + noise(5_000), {"": "not-text"}


@container("tsv")
def formulas_in_a_table() -> Packed:
    return f'text\turl\n{STORY[0]} {STORY[1]} {STORY[2]}\t=HYPERLINK("x")\n'.encode(), articles(1)


# Parquet and Arrow


def parquet(table: object, **how: object) -> bytes:
    out = io.BytesIO()
    pq.write_table(table if isinstance(table, pa.Table) else pa.table(table), out, **how)
    return out.getvalue()


@container("parquet")
def parquet_that_breaks_off() -> Packed:
    return parquet({"text": [TEXT] * 5})[:-30], {"": "unreadable"}


@container("parquet")
def parquet_of_nothing() -> Packed:
    return b"", {"": "unreadable"}


@container("parquet")
def parquet_that_is_none() -> Packed:
    return PAGE, {"": "unreadable"}


@container("parquet")
def parquet_with_a_footer_of_gigabytes() -> Packed:
    return b"PAR1" + noise(200) + struct.pack("<I", 2**31 - 1) + b"PAR1", {"": "unreadable"}


@container("parquet", more=True)
def parquet_with_a_flipped_bit() -> Packed:
    content = bytearray(
        parquet(
            {"text": [TEXT, TEXT]},
            compression="none",
            use_dictionary=False,
            write_page_checksum=True,
            write_statistics=False,
            row_group_size=1,
        )
    )
    content[content.index(b"harbour")] ^= 1
    return bytes(content), {"1": "unreadable", "2": "article"}


@container("parquet", more=True)
def parquet_with_rubbish_in_a_row_group() -> Packed:
    content = bytearray(
        parquet(
            {"text": [f"{TEXT}{n} {noise(30, n).hex()}\n" for n in range(4)]},
            compression="zstd",
            use_dictionary=False,
            row_group_size=1,
        )
    )
    content[200:300] = noise(100)
    return bytes(content), articles(3, 4)


@container("parquet")
def parquet_without_the_column() -> Packed:
    return parquet({"a": [1]}), {"1": "unreadable"}


@container("parquet")
def parquet_of_wrong_types() -> Packed:
    return parquet({"text": [1, 2], "url": [True, None], "date": [1.5, None]}), {"1": "no-article", "2": "no-article"}


@container("parquet")
def parquet_of_nested_types() -> Packed:
    return parquet({"text": [[TEXT], []], "author": [{"name": "Jane"}, None], "tags": [[["a"]], []]}), {
        "1": "article",
        "2": "empty",
    }


@container("parquet")
def parquet_with_text_that_is_no_utf8() -> Packed:
    bad = pa.array([TEXT.encode(), b"\xff\xfe\xfa\xed\xa0\x80", TEXT.encode()]).view(pa.string())
    return parquet({"text": bad, "url": bad}), {"2": "no-article", **articles(1, 3)}


@container("parquet")
def parquet_with_moments_out_of_any_calendar() -> Packed:
    moments = pa.array([2**62, -(2**62), 0], pa.int64()).cast(pa.timestamp("us"))
    return parquet({"text": [TEXT] * 3, "date": moments}), articles(1, 2, 3)


@container("parquet")
def parquet_that_says_it_is_huge() -> Packed:
    return parquet({"text": pa.array(["x" * 1_000] * 1_000).dictionary_encode(), "n": [0] * 1_000})[:60], {
        "": "unreadable"
    }


@container("parquet")
def parquet_of_one_text_a_million_times() -> Packed:
    codes = pa.DictionaryArray.from_arrays(pa.array([0] * 3, pa.int32()), pa.array(["word " * 5_000_000]))
    return parquet({"text": codes}, compression="zstd"), {str(n): "too-large" for n in (1, 2, 3)}


@container("arrow", more=True)
def arrow_that_breaks_off() -> Packed:
    out = io.BytesIO()
    with pa.ipc.new_stream(out, pa.schema([("text", pa.string())])) as stream:
        for _ in range(3):
            stream.write_batch(pa.record_batch({"text": [TEXT] * 3}))
    return out.getvalue()[:-600], articles(1, 2, 3)


@container("arrow")
def arrow_that_is_none() -> Packed:
    return PAGE, {"": "unreadable"}


@container("feather")
def feather_with_lying_offsets() -> Packed:
    out = io.BytesIO()
    with pa.ipc.new_file(out, pa.schema([("text", pa.string())])) as stream:
        stream.write_batch(pa.record_batch({"text": [TEXT, TEXT]}))
    content = bytearray(out.getvalue())
    at = content.index(struct.pack("<ii", 0, len(TEXT.encode())))
    content[at : at + 8] = struct.pack("<ii", 0, 2**30)
    return bytes(content), {"": "unreadable"}


# WARC


def record(
    content: bytes = PAGE, kind: str = "text/html", length: int | None = None, status: str = "200 OK", more: str = ""
) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + content
    size = len(answer) if length is None else length
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\nWARC-Target-URI: https://example.org/1\r\nContent-Length: {size}\r\n\r\n".encode()
        + answer
        + b"\r\n\r\n"
    )


@container("warc")
def crawl_that_breaks_off() -> Packed:
    return record() + record()[:-100], {"1": "article", "2": "unreadable"}


@container("warc", more=True)
def crawl_with_lengths_that_lie() -> Packed:
    return record() + record(length=10) + record() + record(length=10**12), articles(1)


@container("warc", more=True)
def crawl_with_odd_lengths() -> Packed:
    odd = b"".join(
        record().replace(b"Content-Length: ", b"Content-Length: " + bad)
        for bad in (b"-", b"x", b"99999999999999999999")
    )
    return record() + odd, articles(1)


@container("warc.gz", more=True)
def crawl_with_a_bad_member() -> Packed:
    members = [gzip.compress(record(), mtime=0) for _ in range(5)]
    members[2] = members[2][:40] + noise(30) + members[2][70:]
    return b"".join(members), {"1": "article", "2": "article"}


@container("warc.gz", more=True)
def crawl_in_gzip_that_breaks_off() -> Packed:
    return (gzip.compress(record(), mtime=0) * 3)[:-60], articles(1, 2)


@container("warc")
def crawl_of_other_things() -> Packed:
    return b"".join(
        [
            record(b"%PDF-1.7", "application/pdf"),
            record(b"%PDF-1.7\nx", "text/html"),
            record(b'{"a": "' + TEXT.encode() + b'"}', "text/html"),
            record(status="404 Not Found"),
            record(status="999"),
            record(b""),
            record(kind="text/html; charset=" + "x" * 5_000),
            record(),
        ]  # fmt: skip
    ), {
        "2": "not-text",
        "3": "not-text",
        "4": "error-page",
        "5": "error-page",
        "6": "empty",
        "7": "article",
        "8": "article",
    }


@container("warc")
def crawl_with_encodings_that_lie() -> Packed:
    lies = "gzip deflate br zstd identity x".split()
    records = [record(more=f"Content-Encoding: {lie}\r\n") for lie in lies]
    bomb = record(gzip.compress(bytes(60_000_000), mtime=0), more="Content-Encoding: gzip\r\n")
    chunked = record(b"ffffffff\r\n" + PAGE, more="Transfer-Encoding: chunked\r\n")
    return b"".join([*records, bomb, chunked, record()]), {
        "7": "too-large",
        "8": "unreadable",
        **articles(1, 2, 3, 4, 5, 6, 9),
    }


@container("warc")
def crawl_that_is_none() -> Packed:
    return PAGE, {"1": "unreadable"}


@container("warc")
def crawl_of_nothing() -> Packed:
    return b"", {}


@container("warc")
def crawl_without_answers() -> Packed:
    head = b"WARC/1.0\r\nWARC-Type: %s\r\nContent-Length: 4\r\n\r\nx=1\n\r\n\r\n"
    return head % b"warcinfo" + head % b"request" + head % b"metadata" + head % b"nosuch" + record(), articles(5)


@container("warc", more=True)
def crawl_with_headers_without_end() -> Packed:
    return (
        record()
        + b"WARC/1.0\r\nWARC-Type: response\r\n"
        + b"X: y\r\n" * 200_000
        + b"Content-Length: 0\r\n\r\n\r\n\r\n"
        + record(),
        articles(1),
    )


# Zip and tar


def zipped(*members: tuple[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return out.getvalue()


@container("zip")
def names_that_climb() -> Packed:
    names = ("../../x.html", "/etc/x.html", "C:\\x.html", "a/../../../b.html", "a//b.html")
    return zipped(*((name, PAGE) for name in names)), articles(
        "../../x.html", "/etc/x.html", "C:\\x.html", "a/../../../b.html", "a//b.html"
    )


@container("zip")
def names_of_one_form() -> Packed:
    return zipped(("é.html", PAGE), ("e\u0301.html", PAGE), ("é.html", PAGE)), articles(
        "é.html", "e\u0301.html", "é.html#2"
    )


@container("zip", more=True)
def names_without_end() -> Packed:
    return zipped((f"{'x' * 60_000}.html", PAGE), ("a\u202eb\x07.html", PAGE), ("b.html", PAGE)), articles(
        "a\\u202eb\\x07.html", "b.html"
    )


@container("zip")
def bomb_in_a_zip() -> Packed:
    return zipped(("a.html", PAGE), ("b.html", bytes(200_000_000)), ("c.html", PAGE)), {
        "b.html": "too-large",
        **articles("a.html", "c.html"),
    }


@container("zip")
def zip_that_breaks_off() -> Packed:
    return zipped(("a.html", PAGE), ("b.html", PAGE))[:-30], {"": "unreadable"}


@container("zip")
def member_with_rubbish() -> Packed:
    content = bytearray(zipped(("a.html", PAGE), ("b.html", PAGE)))
    content[60:120] = noise(60)
    return bytes(content), {"a.html": "unreadable", "b.html": "article"}


@container("zip")
def member_that_is_locked() -> Packed:
    content = zipped(("a.html", PAGE), ("b.html", PAGE))
    at = content.index(b"PK\1\2") + 8
    locked = content[:at] + b"\1\0" + content[at + 2 :]
    return locked[:6] + b"\1\0" + locked[8:], {"a.html": "unreadable", "b.html": "article"}


@container("zip")
def member_of_an_unknown_method() -> Packed:
    content = zipped(("a.html", PAGE), ("b.html", PAGE))
    at = content.index(b"PK\1\2") + 10
    return content[:at] + b"\x63\0" + content[at + 2 :], {"a.html": "unreadable", "b.html": "article"}


@container("zip")
def other_things_in_a_zip() -> Packed:
    return zipped(("a.html", b"\x89PNG\r\n\x1a\n"), ("b.txt", b""), ("c.html", b"{\"a\": 1}"), ("d.exe", b"MZ"), ("e.mhtml", b"x")), {
        "a.html": "not-text", "b.txt": "empty", "c.html": "not-text", "e.mhtml": "unreadable",
    }  # fmt: skip


@container("zip")
def zip_of_nothing() -> Packed:
    return b"PK\5\6" + bytes(18), {}


def tarred(*members: tuple[str, bytes], kind: bytes = tarfile.REGTYPE, how: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=how) as archive:  # type: ignore[call-overload]
        for name, content in members:
            member = tarfile.TarInfo(name)
            member.size, member.type, member.linkname = len(content), kind, "/etc/passwd"
            archive.addfile(member, io.BytesIO(content))
    return out.getvalue()


@container("tar")
def names_that_climb_in_a_tar() -> Packed:
    return tarred(("../../x.html", PAGE), ("/etc/x.html", PAGE), ("a.html", PAGE), ("a.html", PAGE)), articles(
        "../../x.html", "/etc/x.html", "a.html", "a.html#2"
    )


@container("tar")
def links_and_devices() -> Packed:
    kinds = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE)
    return b"".join(tarred((f"{kind.decode()}.html", b""), kind=kind)[:512] for kind in kinds) + tarred(
        ("a.html", PAGE)
    ), articles("a.html")


@container("tar", more=True)
def tar_that_breaks_off() -> Packed:
    content = tarred(("a.html", PAGE), ("b.html", PAGE * 9))
    return content[:2_500], {"a.html": "article", "b.html": "unreadable"}


@container("tar.gz", more=True)
def tar_in_gzip_that_breaks_off() -> Packed:
    content = gzip.compress(tarred(*((f"{n}.html", PAGE + noise(2_000, n).hex().encode()) for n in range(50))), mtime=0)
    return content[: len(content) // 2], articles("0.html", "1.html")


@container("tar")
def tar_with_a_bad_header() -> Packed:
    content = bytearray(tarred(("a.html", PAGE), ("b.html", PAGE)))
    content[1536:1700] = noise(164)
    return bytes(content), {"a.html": "article", "2": "unreadable"}


@container("tgz")
def tar_with_an_extended_header_of_gigabytes() -> Packed:
    head = tarfile.TarInfo("pax")
    head.size, head.type = 3 * 1 << 30, tarfile.XHDTYPE
    packed = zlib.compressobj(9, wbits=31)
    first, zeros = tarred(("a.html", PAGE))[:1536] + head.tobuf(), bytes(1 << 24)
    begin, block = (packed.compress(part) + packed.flush(zlib.Z_FULL_FLUSH) for part in (first, zeros))
    return begin + 100 * block, {"a.html": "article", "2": "memory-limit"}  # nobody gets to the end, which is missing


@container("tar")
def tar_of_nothing() -> Packed:
    return b"", {"": "unreadable"}


@container("tar")
def tar_that_is_none() -> Packed:
    return PAGE * 5, {"1": "unreadable"}


# Single pages, compressed or saved


@container("html.gz")
def page_in_gzip_that_breaks_off() -> Packed:
    return gzip.compress(PAGE, mtime=0)[:-20], {"": "unreadable"}


@container("html.gz")
def page_in_gzip_twice() -> Packed:
    return gzip.compress(gzip.compress(PAGE, mtime=0), mtime=0), {"": "not-text"}


@container("html.gz")
def bomb_of_a_page() -> Packed:
    packed = zlib.compressobj(9, wbits=31)
    zeros = bytes(1 << 24)
    return b"".join(packed.compress(zeros) for _ in range(2)) + packed.flush(), {"": "too-large"}


@container("html.zst")
def page_in_zstd_with_a_flipped_byte() -> Packed:
    content = bytearray(zstd(PAGE))
    content[30] ^= 0xFF
    return bytes(content), {"": "unreadable"}


MAIL = 'From: <Saved>\r\nSubject: {0}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset={1}\r\nContent-Transfer-Encoding: {2}\r\n\r\n{3}\r\n--b--\r\n'


@container("mhtml")
def saved_page() -> Packed:
    return MAIL.format(TITLE, "utf-8", "8bit", html()).encode(), articles("")


@container("mhtml")
def saved_page_with_odd_headers() -> Packed:
    return MAIL.format("=?x?q?" + "=" * 50_000, "x" * 5_000, "nosuch", html()).encode(), articles("")


@container("mhtml")
def saved_page_with_base64_that_is_none() -> Packed:
    return MAIL.format(TITLE, "utf-8", "base64", "%%%" * 1_000).encode(), {"": "empty"}


@container("mhtml")
def parts_in_one_another() -> Packed:
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(3_000))
    return deep.encode(), {"": "unreadable"}


@container("mhtml")
def parts_by_the_ten_thousand() -> Packed:
    return (
        b'Content-Type: multipart/related; boundary="b"\r\n\r\n'
        + b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n" * 30_000,
        {"": "too-large"},
    )


@container("mhtml")
def saved_page_that_is_none() -> Packed:
    return noise(20_000), {"": "unreadable"}
