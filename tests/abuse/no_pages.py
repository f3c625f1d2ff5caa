"""Bytes that are no page, whatever their name says."""

import base64
import bz2
import csv
import gzip
import io
import json
import lzma
import struct
import sys
import tarfile
import zipfile
import zlib
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.abuse.cases import STORY, TEXT, TITLE, becomes, html, noise, sentences

BOTH = "html txt"


@becomes("empty", as_=BOTH)
def nothing() -> bytes:
    return b""


@becomes("empty", as_=BOTH)
def white_space() -> str:
    return " \n\t\r\n\u3000\u00a0\u2003 " * 500


@becomes("empty", "no-article", as_=BOTH)
def one_byte() -> bytes:
    return b"x"


@becomes("empty", "not-text", as_=BOTH)
def one_zero() -> bytes:
    return b"\0"


@becomes("empty", as_=BOTH)
def byte_order_mark() -> bytes:
    return b"\xef\xbb\xbf"


@becomes("empty", as_=BOTH)
def wide_byte_order_mark() -> bytes:
    return b"\xff\xfe"


@becomes("empty", "not-text", as_=BOTH)
def zeros() -> bytes:
    return bytes(100_000)


@becomes("not-text", as_=BOTH)
def random_bytes() -> bytes:
    return noise(50_000)


@becomes("not-text", as_=BOTH)
def high_random_bytes() -> bytes:
    return bytes(byte | 0x80 for byte in noise(30_000))


@becomes("not-text", as_=BOTH)
def pdf() -> bytes:
    stream = zlib.compress(TEXT.encode())
    return b"%PDF-1.7\n1 0 obj<</Length 9>>stream\n" + stream + b"\nendstream endobj\n%%EOF\n"


@becomes("not-text", as_=BOTH)
def pdf_behind_junk() -> bytes:
    return b"\r\n\r\n<!-- cached -->\n" + pdf()


@becomes("not-text", as_=BOTH)
def pdf_without_compression() -> bytes:
    lines = b"".join(b"BT (%s) Tj ET\n" % sentence.encode() for sentence in STORY)
    return b"%PDF-1.4\n1 0 obj<</Length 999>>stream\n" + lines + b"endstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@becomes("not-text", as_=BOTH)
def png_with_text() -> bytes:
    said = b"Comment\0" + TEXT.encode()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13)) + chunk(b"tEXt", said) + chunk(b"IEND", b"")


@becomes("not-text", as_=BOTH)
def jpeg_with_comment() -> bytes:
    return b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xfe\1\x90" + TEXT.encode() + noise(2_000) + b"\xff\xd9"


@becomes("not-text", as_=BOTH)
def gif() -> bytes:
    return b"GIF89a\1\0\1\0\x80\0\0!\xfe" + bytes([200]) + TEXT.encode()[:200] + b"\0;"


@becomes("not-text", as_=BOTH)
def webp() -> bytes:
    return b"RIFF\x24\x10\0\0WEBPVP8 " + noise(4_000)


@becomes("not-text", as_=BOTH)
def bitmap() -> bytes:
    return b"BM" + struct.pack("<IHHI", 5_000, 0, 0, 54) + b"\x28\0\0\0" + noise(4_946)


@becomes("not-text", as_=BOTH)
def icon() -> bytes:
    return b"\0\0\1\0\1\0\x10\x10\0\0\1\0\x20\0" + noise(1_000)


@becomes("not-text", as_=BOTH)
def tiff() -> bytes:
    return b"II*\0\x08\0\0\0" + noise(3_000)


@becomes("not-text", as_=BOTH)
def avif() -> bytes:
    return b"\0\0\0\x1cftypavif\0\0\0\0avifmif1" + noise(3_000)


@becomes("not-text", as_=BOTH)
def mp4() -> bytes:
    return b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + noise(9_000)


@becomes("not-text", as_=BOTH)
def mp3() -> bytes:
    return b"ID3\x03\0\0\0\0\0\x7fTIT2\0\0\0\x20\0\0\0" + TEXT.encode() + b"\xff\xfb" + noise(9_000)


@becomes("not-text", as_=BOTH)
def ogg() -> bytes:
    return b"OggS\0\2" + noise(9_000)


@becomes("not-text", as_=BOTH)
def font() -> bytes:
    return b"wOF2\0\1\0\0" + noise(9_000)


@becomes("not-text", as_=BOTH)
def zip_of_pages() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("page.html"), html())
    return out.getvalue()


@becomes("not-text", as_=BOTH)
def empty_zip() -> bytes:
    return b"PK\5\6" + bytes(18)


@becomes("not-text", as_=BOTH)
def word_document() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), f"<w:t>{TEXT}</w:t>")
    return out.getvalue()


@becomes("not-text", as_=BOTH)
def old_word_document() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + TEXT.encode("utf-16-le") + bytes(500)


@becomes("not-text", as_=BOTH)
def gzip_of_a_page() -> bytes:
    return gzip.compress(html().encode(), mtime=0)


@becomes("not-text", as_=BOTH)
def bzip2_of_a_page() -> bytes:
    return bz2.compress(html().encode())


@becomes("not-text", as_=BOTH)
def xz_of_a_page() -> bytes:
    return lzma.compress(html().encode())


@becomes("not-text", as_=BOTH)
def zstd_of_a_page() -> bytes:
    return bytes(pa.compress(html().encode(), "zstd").to_pybytes())


@becomes("not-text", as_=BOTH)
def deflate_of_a_page() -> bytes:
    return zlib.compress(html().encode() * 40)


@becomes("not-text", as_=BOTH)
def rar() -> bytes:
    return b"Rar!\x1a\7\1\0" + noise(3_000)


@becomes("not-text", as_=BOTH)
def seven_zip() -> bytes:
    return b"7z\xbc\xaf\x27\x1c\0\4" + noise(3_000)


@becomes("not-text", as_=BOTH)
def tar_of_a_page() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        member = tarfile.TarInfo("page.html")
        member.size = len(html().encode())
        archive.addfile(member, io.BytesIO(html().encode()))
    return out.getvalue()


@becomes("not-text", as_=BOTH)
def warc_of_a_page() -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html().encode()
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n" % len(answer)
    return head + answer + b"\r\n\r\n"


@becomes("not-text", as_=BOTH)
def parquet_of_pages() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"text": [TEXT] * 50}), out, compression="none")
    return out.getvalue()


@becomes("not-text", as_=BOTH)
def program() -> bytes:
    return b"\x7fELF\2\1\1" + bytes(9) + noise(5_000) + TEXT.encode()


@becomes("not-text", as_=BOTH)
def windows_program() -> bytes:
    return (
        b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff" + noise(300) + b"This program cannot be run in DOS mode.\r\n" + noise(5_000)
    )


@becomes("not-text", as_=BOTH)
def java_class() -> bytes:
    return b"\xca\xfe\xba\xbe\0\0\0\x34" + noise(3_000)


@becomes("not-text", as_=BOTH)
def web_assembly() -> bytes:
    return b"\0asm\1\0\0\0" + noise(3_000)


@becomes("not-text", as_=BOTH)
def database() -> bytes:
    return b"SQLite format 3\0\x10\0\1\1" + bytes(100) + TEXT.encode() * 5


@becomes("not-text", as_=BOTH)
def rich_text() -> str:
    return (
        "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times;}}\n"
        + "".join(f"\\pard {sentence}\\par\n" for sentence in STORY)
        + "}"
    )


@becomes("not-text", as_=BOTH)
def postscript() -> str:
    return (
        "%!PS-Adobe-3.0\n/Times 12 selectfont\n" + "".join(f"({sentence}) show\n" for sentence in STORY) + "showpage\n"
    )


@becomes("not-text", as_=BOTH)
def key() -> bytes:
    lines = base64.encodebytes(noise(2_000))
    return b"-----BEGIN RSA PRIVATE KEY-----\n" + lines + b"-----END RSA PRIVATE KEY-----\n"


@becomes("listing", "empty", "not-text", "no-article", as_=BOTH)
def base64_lines() -> bytes:
    return base64.encodebytes(noise(20_000))


@becomes("not-text", "no-article", "line-too-long", as_=BOTH)
def base64_line() -> bytes:
    return base64.b64encode(noise(200_000))


@becomes("listing", "empty", "not-text", "no-article", as_=BOTH)
def hex_dump() -> str:
    return "".join(f"{n:08x}  {noise(16, n).hex(' ')}  |................|\n" for n in range(0, 8_000, 16))


RECORD = {"title": TITLE, "body": " ".join(STORY), "id": 7, "tags": ["a", "b"], "ok": True}


@becomes("not-text", as_=BOTH)
def json_object() -> str:
    return json.dumps(RECORD)


@becomes("not-text", as_=BOTH)
def json_indented() -> str:
    return json.dumps({"items": [RECORD] * 20}, indent=2)


@becomes("not-text", as_=BOTH)
def json_list() -> str:
    return "\n \ufeff" + json.dumps([RECORD] * 3, ensure_ascii=False)


@becomes("not-text", as_=BOTH)
def json_lines() -> str:
    return "\n".join(json.dumps(RECORD) for _ in range(20))


@becomes("not-text", as_=BOTH)
def json_string() -> str:
    return json.dumps(TEXT)


@becomes("not-text", as_=BOTH)
def json_with_pages_in_it() -> str:
    return json.dumps({"html": html(), "rendered": "<p>x</p>" * 50})


@becomes("not-text", as_=BOTH)
def json_that_breaks_off() -> str:
    return json.dumps({"items": [RECORD] * 20}, indent=2)[:-70]


@becomes("not-text", as_=BOTH)
def json_for_a_callback() -> str:
    return f"jQuery1234_5678({json.dumps(RECORD)});"


@becomes("not-text", as_=BOTH)
def json_behind_a_guard() -> str:
    return ")]}'\n" + json.dumps([RECORD] * 5)


@becomes("not-text", as_=BOTH)
def deep_json() -> str:
    return "[" * 200_000 + "]" * 200_000


ITEMS = "".join(
    f"<item><title>{TITLE} {n}</title><link>https://example.org/{n}</link><description>{STORY[n % 3]}</description>"
    "<pubDate>Wed, 05 Nov 2025 14:30:00 +0900</pubDate></item>\n"
    for n in range(12)
)


@becomes("not-text", as_=BOTH)
def rss() -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>News</title>{ITEMS}</channel></rss>'


@becomes("not-text", as_=BOTH)
def rss_without_declaration() -> str:
    return f'<rss version="2.0"><channel><title>News</title>{ITEMS}</channel></rss>'


@becomes("not-text", as_=BOTH)
def rss_with_pages() -> str:
    content = f"<content:encoded><![CDATA[{html()}]]></content:encoded>"
    return f"<?xml version='1.0'?><!-- made by hand --><rss><channel>{ITEMS.replace('</item>', content + '</item>')}</channel></rss>"


@becomes("not-text", as_=BOTH)
def atom() -> str:
    entries = "".join(f"<entry><title>{TITLE}</title><summary>{sentence}</summary></entry>" for sentence in STORY)
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'


@becomes("not-text", as_=BOTH)
def rdf() -> str:
    return f'<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="x"><channel>{ITEMS}</channel></rdf:RDF>'


@becomes("not-text", as_=BOTH)
def sitemap() -> str:
    urls = "".join(f"<url><loc>https://example.org/{n}</loc><lastmod>2025-11-05</lastmod></url>\n" for n in range(200))
    return f'<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet href="a.xsl"?><urlset>{urls}</urlset>'


@becomes("not-text", as_=BOTH)
def svg() -> str:
    texts = "".join(f"<text x='0' y='{n}'>{sentence}</text>" for n, sentence in enumerate(STORY))
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>{TITLE}</title>{texts}</svg>'


@becomes("not-text", as_=BOTH)
def svg_with_doctype() -> str:
    return '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n' + svg()


@becomes("not-text", as_=BOTH)
def xml_of_documents() -> str:
    docs = "".join(f"<doc><id>{n}</id><body>{sentence}</body></doc>" for n, sentence in enumerate(STORY))
    return f"<?xml version='1.0' encoding='utf-8'?>\n<collection>{docs}</collection>"


@becomes("not-text", as_=BOTH)
def property_list() -> str:
    pairs = "".join(f"<key>k{n}</key><string>{sentence}</string>" for n, sentence in enumerate(STORY))
    return f'<?xml version="1.0"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x"><plist><dict>{pairs}</dict></plist>'


def source(module: str) -> str:
    path = sys.modules[module].__file__
    assert path
    return Path(path).read_text(encoding="utf-8")


@becomes("not-text", "no-article", as_=BOTH)
def python_source() -> str:
    return source("json.decoder")


@becomes("not-text", "no-article", as_=BOTH)
def python_source_with_much_to_say() -> str:
    return source("csv")


@becomes("not-text", "no-article", as_=BOTH)
def c_source() -> str:
    body = "".join(
        f"/* {sentence} */\nstatic int step_{n}(struct plant *p, int hours)\n{{\n\tint kept = p->kept;\n\n"
        f"\tif (hours < 0)\n\t\treturn -EINVAL;\n\tfor (int i = 0; i < hours; i++)\n\t\tkept += p->rate[i % 24];\n"
        f"\treturn kept;\n}}\n\n"
        for n, sentence in enumerate(sentences(30))
    )
    return f'#include <errno.h>\n#include "plant.h"\n\n{body}'


@becomes("not-text", "no-article", as_=BOTH)
def script_source() -> str:
    return "".join(
        f"// {sentence}\nexport function step{n}(plant, hours) {{\n  const kept = plant.kept;\n"
        f"  if (hours < 0) {{ throw new Error('The number of hours must not be negative.'); }}\n"
        f"  return kept + hours * plant.rate;\n}}\n\n"
        for n, sentence in enumerate(sentences(30))
    )


@becomes("not-text", "no-article", "line-too-long", as_=BOTH)
def script_in_one_line() -> str:
    return (
        "!function(e,t){"
        + "".join(f"var a{n}=t[{n}]||function(){{return e&&e.b{n}?1:0}};" for n in range(9_000))
        + "}(this)"
    )


@becomes("not-text", "no-article", as_=BOTH)
def style_sheet() -> str:
    return "".join(
        f"/* {s} */\n.a{n} > li {{\n  color: #fff;\n  margin: 0 {n}px;\n}}\n" for n, s in enumerate(sentences(60))
    )


@becomes("not-text", "no-article", as_=BOTH)
def sql_dump() -> str:
    rows = "".join(f"INSERT INTO `news` VALUES ({n},'{s}','2025-11-05');\n" for n, s in enumerate(sentences(60)))
    return (
        f"-- MySQL dump 10.13\n\nDROP TABLE IF EXISTS `news`;\nCREATE TABLE `news` (\n  `id` int NOT NULL\n);\n{rows}"
    )


@becomes("not-text", "no-article", as_="txt")
def comma_separated() -> str:
    out = io.StringIO()
    csv.writer(out).writerows(
        [("id", "title", "body", "date"), *((n, TITLE, s, "2025-11-05") for n, s in enumerate(sentences(60)))]
    )
    return out.getvalue()


@becomes("not-text", "no-article", as_="txt")
def log_file() -> str:
    return "".join(
        f'203.0.113.{n % 250} - - [05/Nov/2025:14:30:{n % 60:02} +0900] "GET /news/{n}.html HTTP/1.1" 200 5{n:03} "-" "Mozilla/5.0"\n'
        for n in range(200)
    )


@becomes("not-text", "no-article", as_="txt")
def log_of_a_service() -> str:
    return "".join(
        f"2025-11-05T14:30:{n % 60:02}.123Z INFO  plant.scheduler - The plant kept {n} units and sent {n * 2} to the town.\n"
        for n in range(200)
    )


@becomes("not-text", "no-article", as_="txt")
def configuration() -> str:
    return "".join(
        f"section_{n}:\n  enabled: true\n  path: /var/lib/plant/{n}\n  # Sets the rate.\n  rate: {n}\n"
        for n in range(80)
    )


@becomes("not-text", "no-article", as_="txt")
def difference() -> str:
    return "diff --git a/x.py b/x.py\nindex 1..2 100644\n--- a/x.py\n+++ b/x.py\n" + "".join(
        f"@@ -{n},3 +{n},3 @@ def step():\n     return 1\n-    # {s}\n+    # {s} Now.\n"
        for n, s in enumerate(sentences(40))
    )


@becomes("not-text", "no-article", as_="txt")
def calendar() -> str:
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
        + "".join(
            f"BEGIN:VEVENT\r\nUID:{n}@x\r\nDTSTART:20251105T1430{n:02}Z\r\nSUMMARY:{TITLE}\r\nDESCRIPTION:{s}\r\nEND:VEVENT\r\n"
            for n, s in enumerate(sentences(40))
        )
        + "END:VCALENDAR\r\n"
    )


@becomes("no-article", "not-text", as_="txt")
def rules_for_robots() -> str:
    return (
        "User-agent: *\n"
        + "".join(f"Disallow: /private/{n}/\n" for n in range(200))
        + "Sitemap: https://example.org/s.xml\n"
    )


@becomes("listing", "empty", "no-article")
def only_scripts() -> str:
    return (
        "<!DOCTYPE html><html><head><title>App</title></head><body><div id=root></div><script>"
        + "var a=1;" * 5_000
        + "</script></body></html>"
    )


@becomes("no-article", "empty", "listing")
def frames() -> str:
    return "<html><head><title>x</title></head><frameset cols='20%,80%'><frame src=a.html><frame src=b.html></frameset></html>"


@becomes("no-article", "empty")
def redirect() -> str:
    return '<html><head><meta http-equiv="refresh" content="0; url=https://example.org/"></head><body></body></html>'


@becomes("no-article", "empty", as_=BOTH)
def zero_width_only() -> str:
    return "\u200b\u200c\u200d\u2060\ufeff" * 5_000


@becomes("no-article", "not-text", as_=BOTH)
def combining_marks_only() -> str:
    return "\u0301\u0327\u0345" * 40_000


@becomes("no-article", "not-text", as_=BOTH)
def letters_under_marks() -> str:
    return ("Z" + "\u0300\u0316\u0489" * 60 + "a" + "\u0334" * 200) * 300


@becomes("no-article", "not-text", "line-too-long", as_=BOTH)
def pictures_only() -> str:
    return "😀🎉👨‍👩‍👧‍👦🏳️‍🌈 " * 3_000


@becomes("listing", "empty", "no-article", "not-text", as_=BOTH)
def punctuation_only() -> str:
    return "…!?.,;:—–-*&^%$#@()[]{}|/\\ \n" * 2_000


@becomes("no-article", "not-text", as_=BOTH)
def private_use_only() -> str:
    return "".join(chr(0xE000 + n % 6_400) for n in range(30_000))


@becomes("no-article", "not-text", as_=BOTH)
def replacement_characters_only() -> str:
    return "\ufffd" * 30_000


@becomes("no-article", "not-text", as_=BOTH)
def unassigned_only() -> str:
    return "".join(chr(0x50000 + n % 60_000) for n in range(20_000))


@becomes("no-article", "not-text", as_=BOTH)
def halves_of_surrogates_only() -> str:
    return "\ud800\udfff\udbff " * 9_000


@becomes("not-text", "no-article")
def page_of_binary() -> bytes:
    return b"<!DOCTYPE html><html><body><p>" + noise(60_000) + b"</p></body></html>"


@becomes("not-text", "no-article", as_=BOTH)
def escape_sequences() -> bytes:
    return b"\x1b[0;31merror\x1b[0m \x1b[2J\x1b]0;title\x07" * 3_000


@becomes("no-article", "not-text", as_=BOTH)
def same_letter() -> str:
    return "a" * 900_000


@becomes("no-article", as_=BOTH)
def same_word() -> str:
    return "word " * 100_000


@becomes("no-article", "not-text", as_=BOTH)
def numbers_only() -> str:
    return "".join(f"{n * 7919 % 1000003}\t{n * 31}\t{n / 7:.4f}\n" for n in range(4_000))
