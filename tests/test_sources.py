"""Containers of pages: what is read of them, what it is called, and what damage costs."""

import gzip
import io
import json
import tarfile
import zipfile
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyarrow import fs

from cleaners.mhtml import unpack
from cleaners.page import Page, clean_page
from flows.options import Options
from flows.places import File
from flows.run import clean_all
from flows.sources.pages import read_container, read_file
from flows.sources.records import Reading, as_text

AS_FOUND = Reading()
LINES = [json.dumps({"text": f"page {i}", "title": f"T{i}"}) for i in range(1, 4)]


def read(path: Path, content: bytes, reading: Reading = AS_FOUND) -> tuple[list[Page], Counter[str]]:
    path.write_bytes(content)
    passed: Counter[str] = Counter()
    return list(read_container(File(fs.LocalFileSystem(), str(path), path.name), reading, passed)), passed


def single(path: Path, content: bytes, reading: Reading = AS_FOUND) -> Page:
    path.write_bytes(content)
    return read_file(File(fs.LocalFileSystem(), str(path), path.name), reading)


def seen(pages: Sequence[Page]) -> list[tuple[str, str]]:
    """Identity of each page, and its content or why there is none."""
    return [(p.page_id, p.unread.reason if p.unread else p.content.decode()) for p in pages]


def zstd(content: bytes) -> bytes:
    return bytes(pa.compress(content, "zstd").to_pybytes())


@pytest.mark.parametrize(("suffix", "pack"), [("", bytes), (".gz", gzip.compress), (".zst", zstd)])
def test_json_lines_compressed_or_not(suffix: str, pack: type[bytes], tmp_path: Path) -> None:
    pages, _ = read(tmp_path / f"a.jsonl{suffix}", pack("\n".join([LINES[0], "", *LINES[1:]]).encode()))
    assert seen(pages) == [(f"a.jsonl{suffix}#{n}", f"page {i}") for n, i in ((1, 1), (3, 2), (4, 3))]
    assert pages[0].stated == {"title": "T1"}


def test_a_bad_line_costs_that_line(tmp_path: Path) -> None:
    pages, _ = read(tmp_path / "a.ndjson", "\n".join([LINES[0], "{oops", "[1]", '{"id": 7}', LINES[1]]).encode())
    assert seen(pages) == [
        ("a.ndjson#1", "page 1"),
        ("a.ndjson#2", "unreadable"),
        ("a.ndjson#3", "unreadable"),
        ("a.ndjson#4", "unreadable"),
        ("a.ndjson#5", "page 2"),
    ]
    assert pages[3].unread
    assert "(fields: id); name it with --text-column" in pages[3].unread.detail


def test_a_file_that_breaks_off_costs_its_end(tmp_path: Path) -> None:
    content = gzip.compress("\n".join(LINES * 20_000).encode())
    pages, _ = read(tmp_path / "a.jsonl.gz", content[: len(content) // 2])
    assert len(pages) > 20_000
    assert not [p for p in pages[:-1] if p.unread and p.page_id != pages[-2].page_id]
    assert pages[-1].unread
    assert pages[-1].unread.detail.startswith(f"line {len(pages)}: Compressed file ended")


def test_what_a_record_says_goes_along(tmp_path: Path) -> None:
    record = {
        "Raw-HTML": "<p>x",
        "content": "x",
        "URL": "https://example.org/1",
        "headline": "T",
        "authors": ["A", {"name": "B"}],
        "datePublished": "2025-11-05",
        "site_name": "S",
        "lang": "ja",
        "crawled_at": "2025-11-06T00:00:00Z",
    }
    [page], _ = read(tmp_path / "a.jsonl", json.dumps(record).encode())
    assert (page.content, page.url) == (b"<p>x", "https://example.org/1")
    assert page.stated == {
        "title": "T",
        "author": "A, B",
        "published": "2025-11-05",
        "site": "S",
        "language": "ja",
        "fetched": "2025-11-06T00:00:00Z",
    }


def test_columns_that_the_user_names_win(tmp_path: Path) -> None:
    reading = Reading("text", (("text", "corps"), ("url", "adresse")))
    record = {"html": "<p>x", "text": "y", "corps": "z", "adresse": "https://example.org/1"}
    [page], _ = read(tmp_path / "a.jsonl", json.dumps(record).encode(), reading)
    assert (page.content, page.url, page.format) == (b"z", "https://example.org/1", "text")


def test_csv_in_an_encoding_of_its_own(tmp_path: Path) -> None:
    rows = '題名;url;text\r\n一;https://example.org/1;"一行目の文です。\r\n二行目の文です。"\r\n二;;\r\n'
    pages, _ = read(tmp_path / "a.csv", rows.encode("cp932"))
    assert seen(pages) == [("a.csv#1", "一行目の文です。\r\n二行目の文です。"), ("a.csv#2", "empty")]


@pytest.mark.parametrize("kind", ["parquet", "arrow", "feather"])
def test_columnar_files(kind: str, tmp_path: Path) -> None:
    table = pa.table({"html": [b"<p>a", b"<p>b", None], "date": [date(2025, 11, 5)] * 3})
    out = io.BytesIO()
    if kind == "parquet":
        pq.write_table(table, out, row_group_size=2)
    else:
        with (pa.ipc.new_stream if kind == "arrow" else pa.ipc.new_file)(out, table.schema) as writer:
            writer.write_table(table, max_chunksize=2)
    pages, _ = read(tmp_path / f"a.{kind}", out.getvalue())
    assert seen(pages) == [(f"a.{kind}#1", "<p>a"), (f"a.{kind}#2", "<p>b"), (f"a.{kind}#3", "empty")]
    assert pages[0].stated == {"published": "2025-11-05"}


def test_a_damaged_row_group_costs_that_group(tmp_path: Path) -> None:
    out = io.BytesIO()
    pq.write_table(pa.table({"text": [f"page {i}" for i in range(40)]}), out, row_group_size=10)
    content = bytearray(out.getvalue())
    start = pq.read_metadata(io.BytesIO(content)).row_group(1).column(0).dictionary_page_offset
    content[start : start + 30] = b"\xff" * 30
    pages, _ = read(tmp_path / "a.parquet", bytes(content))
    assert [p.page_id for p in pages if p.unread] == ["a.parquet#11"]
    assert len(pages) == 31


def response(number: int, body: bytes, headers: str = "Content-Type: text/html", status: str = "200 OK") -> bytes:
    http = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body
    return warc("response", f"https://example.org/{number}", http, "application/http; msgtype=response")


def warc(kind: str, url: str, block: bytes, content_type: str) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-11-05T01:02:03Z\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def test_warc_gives_html_responses(tmp_path: Path) -> None:
    records = [
        warc("request", "https://example.org/1", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        response(1, "日本".encode("cp932"), "Content-Type: text/html; charset=Shift_JIS"),
        response(2, b"GIF89a", "Content-Type: image/gif"),
        response(3, b"gone", status="404 Not Found"),
        response(4, gzip.compress(b"<p>zipped"), "Content-Type: text/html\r\nContent-Encoding: gzip"),
    ]
    pages, passed = read(tmp_path / "a.warc.gz", b"".join(map(gzip.compress, records)))
    assert [(p.page_id, p.unread.reason if p.unread else p.content) for p in pages] == [
        ("a.warc.gz#2", "日本".encode("cp932")),
        ("a.warc.gz#4", "error-page"),
        ("a.warc.gz#5", b"<p>zipped"),
    ]
    assert (pages[0].url, pages[0].charset) == ("https://example.org/1", "shift_jis")
    assert pages[0].stated["fetched"] == "2025-11-05T01:02:03Z"
    assert passed == {"WARC image/gif": 1}


def test_wet_gives_text(tmp_path: Path) -> None:
    pages, _ = read(tmp_path / "a.warc.wet", warc("conversion", "https://example.org/1", b"<b> text", "text/plain"))
    assert [(p.content, p.format) for p in pages] == [(b"<b> text", "text")]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_damage_in_a_warc_costs_what_it_hits(pack: type[bytes], tmp_path: Path) -> None:
    packed = [pack(response(i, b"page %d " % i + bytes(range(32, 127)) * 9)) for i in range(5)]
    hurt = bytearray(packed[1])
    hurt[5:30] = b"\0" * 25
    pages, _ = read(tmp_path / "a.warc.gz", b"".join([packed[0], bytes(hurt), *packed[2:]])[:-40])
    assert [p.content[:6] for p in pages if not p.unread] == [b"page 0", b"page 2", b"page 3"]
    assert len([p for p in pages if p.unread]) >= 2, "the middle and the end"
    assert len({p.page_id for p in pages}) == len(pages)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_archives_name_pages_and_unpack_nothing(tmp_path: Path) -> None:
    names = ["../../x.html", "a.html", "a.html", "img.png", ".hidden.html"]
    zipped, tarred = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), b"<p>x")
    with tarfile.open(fileobj=tarred, mode="w:gz") as tar:
        for name in names:
            member = tarfile.TarInfo(name)
            member.size = 4
            tar.addfile(member, io.BytesIO(b"<p>x"))
    for name, content in (("a.zip", zipped.getvalue()), ("a.tar.gz", tarred.getvalue())):
        pages, passed = read(tmp_path / name, content)
        assert seen(pages) == [(f"{name}#{n}", "<p>x") for n in ("../../x.html", "a.html", "a.html#2")]
        assert passed == {"in archives .png": 1}
    assert not (tmp_path.parent.parent / "x.html").exists()


def test_a_bad_member_costs_that_member(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("a.html", "b.html"):
            archive.writestr(name, f"<p>{name}")
    pages, _ = read(tmp_path / "a.zip", out.getvalue().replace(b"<p>a", b"<p>X", 1))
    assert seen(pages) == [("a.zip#a.html", "unreadable"), ("a.zip#b.html", "<p>b.html")]


@pytest.mark.parametrize(
    "name", ["a.parquet", "a.arrow", "a.zip", "a.tar", "a.warc", "a.jsonl.gz", "a.csv.zst", "a.tgz"]
)
def test_a_container_that_is_none_is_one_rejection(name: str, tmp_path: Path) -> None:
    pages, _ = read(tmp_path / name, b"this is no such container, whatever its name says\n" * 40)
    assert [p.unread.reason for p in pages if p.unread] == ["unreadable"]
    assert len(pages) == 1


def test_single_pages_are_decompressed(tmp_path: Path) -> None:
    assert single(tmp_path / "a.html.gz", gzip.compress(b"<p>x")).content == b"<p>x"
    assert single(tmp_path / "a.txt.zst", zstd(b"x")).content == b"x"
    bomb = single(tmp_path / "b.txt.gz", gzip.compress(bytes(30_000_000)))
    assert bomb.unread
    assert bomb.unread.reason == "too-large"


def test_mhtml_is_the_page_within(tmp_path: Path) -> None:
    saved = (
        "From: <Saved>\r\nSubject: =?utf-8?B?6aGM?=\r\nDate: Wed, 5 Nov 2025 14:30:00 +0900\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=cp932\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/1\r\n\r\n"
        "<p>=93=FA=96{\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    )
    assert single(tmp_path / "a.mhtml", saved.encode()).format == "mhtml"
    page = unpack(saved.encode())
    assert (page.content.decode("cp932").strip(), page.charset) == ("<p>日本", "cp932")
    assert page.url == "https://example.org/1"
    assert page.stated == {"title": "題", "fetched": "2025-11-05T14:30:00+09:00"}
    rejection = clean_page(single(tmp_path / "b.mht", b"nothing")).rejection
    assert rejection
    assert (rejection.reason, rejection.detail[:12]) == ("unreadable", "no HTML part")


def test_format_overrules_the_look_of_a_page() -> None:
    text = "<p>A sentence that stands in a paragraph of its own.</p>\n" * 3
    for kind, markup in (("auto", False), ("html", False), ("text", True)):
        doc = clean_page(Page("a", "a", text.encode(), format=kind))  # type: ignore[arg-type]
        blocks = [b.text for b in doc.blocks] + [c.text for c in doc.cuts]
        assert any("<p>" in block for block in blocks) == markup or kind == "auto"


def test_what_comes_with_a_record_counts_as_read() -> None:
    plain = Page("a", "a", b"x")
    assert plain.sha256 == Page("b", "b", b"x").sha256
    assert (
        len({plain.sha256, Page("a", "a", b"x", url="u").sha256, Page("a", "a", b"x", stated={"title": "t"}).sha256})
        == 3
    )


@pytest.mark.parametrize(("value", "text"), [(None, ""), (True, ""), (7, "7"), ([], ""), (["a", None, "b"], "a, b")])
def test_fields_as_text(value: object, text: str) -> None:
    assert as_text(value) == text


def test_all_kinds_in_one_folder(tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    inbox.mkdir()
    (inbox / "a.jsonl").write_text("\n".join(LINES))
    (inbox / "b.warc").write_bytes(response(1, b"<html><p>x"))
    (inbox / "c.txt").write_text("x")
    summary = clean_all([str(inbox)], str(tmp_path / "out"), Options())
    assert summary.pages == 5
    ids = pq.read_table(tmp_path / "out" / "rejects")["page_id"].to_pylist()
    assert sorted(ids) == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3", "b.warc#1", "c.txt"]
