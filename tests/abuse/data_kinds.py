"""Data and records of some two hundred kinds, whatever their name says; the sentences in them would pass for articles."""

import base64
import binascii
import gzip
import json
import pickle
import struct
import textwrap
import zlib

from tests.abuse.cases import PROSE, STORY, TEXT, TITLE, becomes, html, noise, sentences

S = list(sentences(60))
N = noise(6_000)
R = {"title": TITLE, "body": " ".join(STORY), "id": 7, "tags": ["a", "b"]}
PARAGRAPHS = "".join(f"<p>{s}</p>" for s in STORY)
ITEMS = "".join(
    f"<item><title>{TITLE}</title><link>https://e.org/{n}</link><description><![CDATA[<p>{s}</p>]]></description></item>\n"
    for n, s in enumerate(S[:15])
)
MAIL = f"Return-Path: <a@e.org>\nReceived: from mx.e.org (mx.e.org [203.0.113.7])\n\tby mail.e.org with ESMTP id 1; Wed, 5 Nov 2025 14:30:00 +0900\nMessage-ID: <1@e.org>\nDate: Wed, 5 Nov 2025 14:30:00 +0900\nFrom: Jane Doe <jane@e.org>\nTo: town@e.org\nSubject: {TITLE}\nMIME-Version: 1.0\n"
BYTES: dict[str, bytes] = {
    "psd": b"8BPS" + N,
    "xcf": b"gimp xcf v011\0" + N,
    "jp2": b"\0\0\0\x0cjP  \r\n\x87\n" + N,
    "jxl": b"\xff\x0a" + N,
    "jxl2": b"\0\0\0\x0cJXL \r\n\x87\n" + N,
    "aiff": b"FORM\0\0\x10\0AIFF" + N,
    "midi": b"MThd\0\0\0\x06\0\1\0\2\0\x60MTrk" + N,
    "au": b".snd\0\0\0\x18" + N,
    "amr": b"#!AMR\n" + N,
    "mpegts": (b"G@\0\x10" + N[:184]) * 20,
    "mpegps": b"\0\0\1\xba" + N,
    "swf": b"FWS\x09" + N,
    "cws": b"CWS\x09" + N,
    "dex": b"dex\n035\0" + N,
    "macho32": b"\xce\xfa\xed\xfe" + N,
    "pyc": b"\xa7\r\r\n" + N,
    "lua": b"\x1bLua\x54" + N,
    "bc": b"BC\xc0\xde" + N,
    "rpm": b"\xed\xab\xee\xdb" + N,
    "cpio": b"070701" + b"0" * 100 + b"file\0" + TEXT.encode(),
    "lzip": b"LZIP\1" + N,
    "z": b"\x1f\x9d\x90" + N,
    "xar": b"xar!" + N,
    "lzo": b"\x89LZO\0\r\n\x1a\n" + N,
    "iso": bytes(32769) + b"CD001" + N + TEXT.encode(),
    "djvu": b"AT&TFORM\0\0\1\0DJVU" + N,
    "npy": b"\x93NUMPY\1\0v\0{'descr': '<f8'}" + N,
    "hdf5": b"\x89HDF\r\n\x1a\n" + N,
    "netcdf": b"CDF\1" + N,
    "avro": b"Obj\1" + TEXT.encode(),
    "orc": b"ORC" + N,
    "pcap": b"\xd4\xc3\xb2\xa1\2\0\4\0"
    + bytes(16)
    + b"".join(struct.pack("<IIII", 1, 2, 300, 300) + b"\0" * 42 + s.encode() for s in S),
    "pcapng": b"\x0a\x0d\x0d\x0a" + N,
    "gitpack": b"PACK\0\0\0\2" + N,
    "gitindex": b"DIRC\0\0\0\2" + N,
    "evtx": b"ElfFile\0" + N,
    "blend": b"BLENDER-v300" + N,
    "glb": b"glTF\2\0\0\0" + N,
    "fbx": b"Kaydara FBX Binary  \0" + N,
    "ttc": b"ttcf\0\1\0\0" + N,
    "ttf2": b"true\0\x0a" + N,
    "eot": b"\x50\x10\0\0\x10\x10\0\0\1\0\2\0" + bytes(22) + b"LP" + N,
    "flac": b"fLaC\0\0\0\x22" + N,
    "mp3_noid3": b"\xff\xfb\x90\x64" + N,
    "aac": b"\xff\xf1\x50\x80" + N,
    "wav": b"RIFF\x24\0\0\0WAVEfmt " + N,
    "avi": b"RIFF\x24\0\0\0AVI LIST" + N,
    "flv": b"FLV\1\5" + N,
    "mkv": b"\x1aE\xdf\xa3" + N,
    "wma": b"0&\xb2u\x8ef\xcf\x11" + N,
    "pnm6": b"P6\n100 20\n255\n" + N,
    "pnm3": b"P3\n20 20\n255\n" + b"".join(b"%d %d %d\n" % (x, x, x) for x in N[:1200]),
    "xpm": b'/* XPM */\nstatic char * x_xpm[] = {\n"16 16 3 1",\n' + b'"................",\n' * 16 + b"};\n",
    "xbm": b"#define x_width 16\n#define x_height 16\nstatic char x_bits[] = {\n"
    + b"0x00, 0x7f, 0x12, 0x33, 0x00, 0x7f, 0x12, 0x33,\n" * 30
    + b"};\n",
    "exr": b"v/1\x01" + N,
    "dds": b"DDS |\0\0\0" + N,
    "wmf": b"\xd7\xcd\xc6\x9a" + N,
    "emf": b"\1\0\0\0" + bytes(36) + b" EMF" + N,
    "fits": b"SIMPLE  =                    T / conforms to FITS standard".ljust(80) * 36 + N,
    "dicom": bytes(128) + b"DICM" + N,
    "grib": b"GRIB\0\0\0\2" + N,
    "tga": b"\0\0\2" + bytes(9) + N,
    "pcx": b"\x0a\5\1\x08" + N,
    "bson": struct.pack("<I", 500)
    + b"\2title\0"
    + struct.pack("<I", len(TITLE) + 1)
    + TITLE.encode()
    + b"\0\2body\0"
    + struct.pack("<I", len(TEXT) + 1)
    + TEXT.encode()
    + b"\0\0",
    "pickle0": pickle.dumps({"title": TITLE, "body": TEXT, "l": S[:20]}, 0),
    "pickle4": pickle.dumps({"title": TITLE, "body": TEXT, "l": S[:20]}, 4),
    "bencode": b"d8:announce35:http://tracker.example/announce6:pieces6000:" + N + b"e",
    "ebcdic2": TEXT.encode("cp500"),
    "rawdeflate": zlib.compress(html().encode() * 10)[2:-4],
    "snappy": b"\xff\6\0\0sNaPpY" + N,
    "mobi": b"Book".ljust(60, b"\0") + b"BOOKMOBI" + N,
    "pst": b"!BDN" + N,
    "mdb": b"\0\1\0\0Standard Jet DB\0" + N,
    "vhd": b"conectix" + N,
    "qcow": b"QFI\xfb" + N,
    "jks": b"\xfe\xed\xfe\xed" + N,
    "gpg": b"\x85\x01\x0c\x03" + N,
    "der": b"\x30\x82\x04\xa2\2\1\0" + N,
    "tnef": b"\x78\x9f\x3e\x22" + N,
    "lnk": b"L\0\0\0\1\x14\2\0" + N,
    "crx": b"Cr24\3\0\0\0" + N,
    "dmg": N + b"koly" + bytes(508),
    "bplist": b"bplist00" + b"".join(b"_\x10" + bytes([len(s)]) + s.encode() for s in S) + N,
    "utf16_binary": b"\xff\xfe" + N,
    "utf16be_binary": b"\xfe\xff" + N,
    "bom_binary": b"\xef\xbb\xbf" + N,
    "half_page_half_zip": html().encode()[:200] + N * 4,
    "png_after_newline": b"\n\x89PNG\r\n\x1a\n" + N,
    "gzip_after_newline": b"\r\n" + gzip.compress(html().encode(), mtime=0),
    "pdf_of_latin_text": b"%PDF-1.3\n%\xe2\xe3\n" + b"".join(b"(%s) Tj\n" % s.encode() for s in S),
    "fdf": b"%FDF-1.2\n1 0 obj\n<< /FDF << /Fields [ << /T (a) /V ("
    + TEXT.encode()
    + b") >> ] >> >>\nendobj\ntrailer\n%%EOF",
    "strings_between_zeros": b"\0\0\0".join(s.encode() for s in S),
    "text_with_many_controls": b"".join(s.encode() + bytes(range(1, 9)) for s in S),
    "mostly_high": bytes(0x80 + x % 0x40 for x in N),
    "win1252_noise": bytes(x | 0x80 if x % 3 else 0x20 for x in N),
    "cjk_noise_gb": bytes(0xB0 + x % 0x48 for x in N),
    "sjis_noise": bytes(v for x in N for v in (0x88 + x % 0x17, 0x9F + x % 0x5D)),
    "jpeg2": b"\xff\xd8\xff\xdb" + TEXT.encode(),
    "bmp_info": b"BM\x36\x10\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0" + N,
    "bmp_v5": b"BM\x36\x10\0\0\0\0\0\0\x8a\0\0\0\x7c\0\0\0" + N,
    "cur": b"\0\0\2\0\1\0\x20\x20" + N,
    "random_ascii": bytes(33 + x % 94 for x in N),
    "random_ascii_lines": b"\n".join(bytes(32 + x % 95 for x in N[i : i + 70]) for i in range(0, 6000, 70)),
    "random_words": b" ".join(bytes(97 + x % 26 for x in N[i : i + 3 + N[i] % 8]) for i in range(0, 6000, 9)),
    "uuencode": b"begin 644 page.html\n"
    + b"".join(binascii.b2a_uu(N[i : i + 45]) for i in range(0, 4500, 45))
    + b"`\nend\n",
    "yenc": b"=ybegin line=128 size=6000 name=x.bin\r\n"
    + bytes((x + 42) % 256 for x in N)
    + b"\r\n=yend size=6000\r\n",
    "intelhex": b"".join(
        b":10%04X00%s%02X\r\n" % (i, N[i : i + 16].hex().upper().encode(), N[i]) for i in range(0, 3200, 16)
    )
    + b":00000001FF\r\n",
    "srec": b"S00F000068656C6C6F202020202000003C\n"
    + b"".join(b"S113%04X%s%02X\n" % (i, N[i : i + 16].hex().upper().encode(), N[i]) for i in range(0, 3200, 16)),
    "ascii85": b"<~"
    + b"\n".join(textwrap.wrap(base64.a85encode(N).decode(), 76)[i].encode() for i in range(60))
    + b"~>",
    "base64url_line": base64.urlsafe_b64encode(N),
    "hex_line": N.hex().encode(),
    "hex_lines": b"\n".join(N[i : i + 32].hex().encode() for i in range(0, 6000, 32)),
    "xxd": "".join(f"{i:08x}: {N[i : i + 16].hex(' ', 2)}  ................\n" for i in range(0, 6000, 16)).encode(),
    "xxd_of_text": "".join(
        f"{i:08x}: {TEXT.encode()[i : i + 16].hex(' ', 2)}  {TEXT[i : i + 16]!r}\n" for i in range(0, len(TEXT), 16)
    ).encode(),
    "od": "".join(
        f"{i:07o} " + " ".join(f"{x:06o}" for x in struct.unpack("<8H", N[i : i + 16])) + "\n"
        for i in range(0, 4000, 16)
    ).encode(),
    "data_uri": b"data:text/html;base64," + base64.b64encode(html().encode()),
    "data_uri_png": b"data:image/png;base64," + base64.b64encode(N),
    "base64_of_page_lines": base64.encodebytes(html().encode() * 5),
    "morse": b"... --- ... / -.-. --.- / " * 200,
    "binary_digits": b" ".join(b"%s" % format(x, "08b").encode() for x in N[:2000]),
    "brainfuck": b"++++[>++++<-]>+.,[-]" * 300,
    "dna": b">seq1 description of it\n"
    + b"ACGTTGCAACGTTGCA" * 5
    + b"\n"
    + b"ACGTACCCGGTTTAAACGTACCCGGTTTAAACGTACCCGGTTTAAACGTACCCGGTTTAAA\n" * 100,
    "protein": b">sp|P1|X\n" + b"MKTAYIAKQRQISFVKSHFSRQLEERLGLIEVQAPILSRVGDGTQDNLSGAEKAVQVKVK\n" * 40,
}

TEXTS: dict[str, str | bytes] = {
    "json_string_array_line": json.dumps(S),
    "json_null": "null",
    "json_comment_before": "// generated by x\n" + json.dumps(R, indent=2),
    "json_block_comment_before": "/* (c) Plant */\n" + json.dumps(R, indent=2),
    "json5": "{\n  // title\n  title: '" + TITLE + "',\n  body: '" + " ".join(STORY) + "',\n  list: [1,2,3,],\n}",
    "python_dict": repr(R),
    "python_list_of_dicts": repr([R] * 8),
    "js_var": "var data = " + json.dumps(R) + ";",
    "js_window": "window.__INITIAL_STATE__ = " + json.dumps([R] * 5) + ";",
    "jsonp_guarded": "window.cb && cb(" + json.dumps(R) + ")",
    "jsonp_comment": "/**/cb(" + json.dumps(R) + ");",
    "jsonp_typeof": "typeof cb === 'function' && cb(" + json.dumps(R) + ");",
    "json_truncated_in_string": json.dumps(R)[:250],
    "json_after_notice": "<br />\n<b>Notice</b>:  Undefined index: x in <b>/var/www/a.php</b> on line <b>12</b><br />\n"
    + json.dumps(R),
    "json_after_warning": "Warning: mysql_connect(): Access denied for user in /var/www/a.php on line 12\n"
    + json.dumps(R),
    "json_escaped": '{\\"title\\":\\"' + TITLE + '\\",\\"body\\":\\"' + " ".join(STORY) + '\\"}',
    "ndjson_arrays": "\n".join(json.dumps([n, s]) for n, s in enumerate(S)),
    "json_seq": "".join("\x1e" + json.dumps(R) + "\n" for _ in S),
    "sse": "".join(f"event: message\ndata: {json.dumps(R)}\n\n" for _ in range(20)),
    "sse_text": "".join(f"data: {s}\n\n" for s in S),
    "wp_json": json.dumps(
        {"id": 1, "content": {"rendered": PROSE, "protected": False}, "excerpt": {"rendered": "<p>x</p>"}}
    ),
    "php_serialized": 'a:2:{s:5:"title";s:25:"' + TITLE + f'";s:4:"body";s:{len(TEXT)}:"{TEXT}";}}',
    "php_print_r": "Array\n(\n    [title] => "
    + TITLE
    + "\n    [body] => "
    + STORY[0]
    + "\n    [tags] => Array\n        (\n            [0] => a\n        )\n\n)\n",
    "var_dump": 'array(2) {\n  ["title"]=>\n  string(25) "'
    + TITLE
    + '"\n  ["body"]=>\n  string(300) "'
    + " ".join(STORY)
    + '"\n}\n',
    "rsc_payload": "".join(f'{n}:["$","p",null,{{"children":{json.dumps(s)}}}]\n' for n, s in enumerate(S)),
    "json_utf16": json.dumps(R).encode("utf-16"),
    "yaml_prose": "".join(f"- title: {TITLE}\n  body: >\n    {s}\n  tags: [a, b]\n" for s in S),
    "openapi": "openapi: 3.0.0\ninfo:\n  title: Plant\n  description: "
    + STORY[0]
    + "\npaths:\n"
    + "".join(
        f"  /plant/{n}:\n    get:\n      summary: {s}\n      responses:\n        '200':\n          description: OK\n"
        for n, s in enumerate(S)
    ),
    "toml": "".join(f'[[item]]\nid = {n}\ntitle = "{s}"\nrate = 1.5\n\n' for n, s in enumerate(S)),
    "ini": "".join(f"[section{n}]\ntitle={s}\npath=/a/b\n\n" for n, s in enumerate(S)),
    "properties": "".join(f"plant.message.{n}={s}\n" for n, s in enumerate(S)),
    "po": "".join(f'#: a.c:{n}\nmsgid "{s}"\nmsgstr "{s}"\n\n' for n, s in enumerate(S)),
    "reg": "Windows Registry Editor Version 5.00\n\n"
    + "".join(f'[HKEY_LOCAL_MACHINE\\SOFTWARE\\Plant\\{n}]\n"Title"="{s}"\n\n' for n, s in enumerate(S)),
    "strings_ios": "".join(f'/* {s} */\n"key{n}" = "{s}";\n\n' for n, s in enumerate(S)),
    "desktop": "[Desktop Entry]\nType=Application\nName=Plant\nExec=plant %U\nIcon=plant\nComment=" + STORY[0] + "\n",
    "url_shortcut": "[InternetShortcut]\r\nURL=https://example.org/\r\nIconFile=x.ico\r\n",
    "rss_after_warning": "Warning: Cannot modify header information in /var/www/a.php on line 3\n<?xml version='1.0'?><rss version='2.0'><channel>"
    + ITEMS
    + "</channel></rss>",
    "rss_after_php_notice": "<br />\n<b>Notice</b>: Undefined index in <b>/a.php</b> on line <b>3</b><br />\n<?xml version='1.0'?>\n<rss version='2.0'><channel>"
    + ITEMS
    + "</channel></rss>",
    "rss_utf16": ("<?xml version='1.0' encoding='utf-16'?><rss><channel>" + ITEMS + "</channel></rss>").encode(
        "utf-16"
    ),
    "rss_in_comment_head": "<!-- Generated by Plant > 1.0 -->\n<rss version='2.0'><channel>"
    + ITEMS
    + "</channel></rss>",
    "atom_prefix": "<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>"
    + "".join(
        f"<atom:entry><atom:title>{TITLE}</atom:title><atom:content type='html'>{s}</atom:content></atom:entry>"
        for s in S
    )
    + "</atom:feed>",
    "rss_prefix": "<rss:rss xmlns:rss='x'><rss:channel>" + ITEMS + "</rss:channel></rss:rss>",
    "rss_channel_only": "<channel><title>x</title>" + ITEMS + "</channel>",
    "rss_items_only": ITEMS,
    "rss_doctype_html": '<!DOCTYPE html>\n<rss version="2.0"><channel>' + ITEMS + "</channel></rss>",
    "rss_doctype_netscape": '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://x/rss.dtd">\n<rss version="0.91"><channel>'
    + ITEMS
    + "</channel></rss>",
    "rss_body_wrapped": "<html><body><rss version='2.0'><channel>" + ITEMS + "</channel></rss></body></html>",
    "rss_escaped_in_pre": "<html><head></head><body><pre style='word-wrap: break-word; white-space: pre-wrap;'>"
    + ("<?xml version='1.0'?><rss version='2.0'><channel>" + ITEMS + "</channel></rss>")
    .replace("&", "&amp;")
    .replace("<", "&lt;")
    + "</pre></body></html>",
    "sitemap_txt": "\n".join(f"https://example.org/news/2025/{n}/the-plant-in-the-harbour" for n in range(300)),
    "sitemap_news": "<?xml version='1.0'?><urlset xmlns:news='x'>"
    + "".join(
        f"<url><loc>https://e.org/{n}</loc><news:news><news:title>{s}</news:title></news:news></url>"
        for n, s in enumerate(S)
    )
    + "</urlset>",
    "sitemap_prefix": "<sm:urlset xmlns:sm='x'>"
    + "".join(f"<sm:url><sm:loc>https://e.org/{n}</sm:loc></sm:url>" for n in range(99))
    + "</sm:urlset>",
    "srt": "".join(f"{n}\n00:00:{n % 60:02},000 --> 00:00:{n % 60:02},900\n{s}\n\n" for n, s in enumerate(S, 1)),
    "ass": "[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    + "".join(f"Dialogue: 0,0:00:{n % 60:02}.00,0:00:{n % 60:02}.90,Default,,0,0,0,,{s}\n" for n, s in enumerate(S)),
    "lrc": "".join(f"[00:{n % 60:02}.00]{s}\n" for n, s in enumerate(S)),
    "sub": "".join(f"{{{n * 100}}}{{{n * 100 + 90}}}{s}\n" for n, s in enumerate(S)),
    "m3u": "\n".join(f"http://e.org/{n}.mp3" for n in range(99)),
    "pls": "[playlist]\n" + "".join(f"File{n}=http://e.org/{n}.mp3\nTitle{n}=x\nLength{n}=-1\n" for n in range(50)),
    "cue": 'FILE "a.wav" WAVE\n'
    + "".join(f'  TRACK {n:02} AUDIO\n    TITLE "{TITLE}"\n    INDEX 01 00:0{n % 10}:00\n' for n in range(30)),
    "vcard": "BEGIN:VCARD\nVERSION:3.0\nFN:Jane Doe\nNOTE:" + " ".join(STORY) + "\nEND:VCARD\n",
    "vcard_lower": "begin:vcard\nfn:Jane\nnote:" + " ".join(STORY) + "\nend:vcard\n",
    "ical_blank": "\r\n\r\nBEGIN:VCALENDAR\r\nSUMMARY:"
    + TITLE
    + "\r\nDESCRIPTION:"
    + " ".join(STORY)
    + "\r\nEND:VCALENDAR\r\n",
    "ical_event": "BEGIN:VEVENT\nSUMMARY:" + TITLE + "\nDESCRIPTION:" + " ".join(STORY) + "\nEND:VEVENT\n" * 9,
    "ldif": "".join(
        f"dn: cn=user{n},dc=example,dc=org\nobjectClass: person\ncn: user{n}\ndescription: {s}\n\n"
        for n, s in enumerate(S)
    ),
    "mail_plain": MAIL + "Content-Type: text/plain; charset=utf-8\n\n" + TEXT,
    "mail_html": MAIL + "Content-Type: text/html; charset=utf-8\n\n" + html(),
    "mail_base64": MAIL
    + "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    + base64.encodebytes(html().encode()).decode(),
    "mail_multipart": MAIL
    + 'Content-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\n'
    + TEXT
    + "\n--b\nContent-Type: text/html\n\n"
    + html()
    + "\n--b--\n",
    "mbox": "".join("From jane@e.org Wed Nov  5 14:30:00 2025\n" + MAIL + "\n" + s + "\n\n" for s in S[:10]),
    "news_post": "Path: news.e.org!not-for-mail\nFrom: jane@e.org\nNewsgroups: misc.plant\nSubject: "
    + TITLE
    + "\nLines: 9\n\n"
    + TEXT,
    "http_response": "HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Type: text/html\r\n\r\n" + html(),
    "http_response_text": "HTTP/1.1 200 OK\r\nServer: nginx\r\nDate: Wed, 05 Nov 2025 14:30:00 GMT\r\nContent-Type: text/plain\r\n\r\n"
    + TEXT,
    "http_headers": "HTTP/2 404\nserver: nginx\ndate: Wed, 05 Nov 2025 14:30:00 GMT\ncontent-type: text/html\ncontent-length: 0\n",
    "http_redirect": "HTTP/1.1 301 Moved Permanently\r\nLocation: https://e.org/\r\n\r\n",
    "whois": "% This is the query service\n\n"
    + "".join(f"domain:       e{n}.org\nowner:        Plant\ncreated:      20251105\n\n" for n in range(40)),
    "pgp_message": "-----BEGIN PGP MESSAGE-----\n\n" + base64.encodebytes(N).decode() + "-----END PGP MESSAGE-----\n",
    "ssh_key": "ssh-rsa " + base64.b64encode(N[:400]).decode() + " jane@e.org\n",
    "known_hosts": "".join(f"host{n} ssh-ed25519 {base64.b64encode(noise(32, n)).decode()}\n" for n in range(40)),
    "robots": "# robots for the plant\n# Be kind to the plant, it works at night and sleeps by day.\nUser-agent: *\nDisallow: /a\nCrawl-delay: 10\n\nUser-agent: GPTBot\nDisallow: /\n",
    "robots_prose": "".join(f"# {s}\n" for s in S[:12]) + "User-agent: *\nDisallow: /x\n" * 5,
    "ads_txt": "".join(
        f"google.com, pub-{n:016}, DIRECT, f08c47fec0942fa0\nappnexus.com, {n}, RESELLER, f5ab79cb980f11d1\n"
        for n in range(60)
    ),
    "security_txt": "Contact: mailto:security@e.org\nExpires: 2026-11-05T14:30:00Z\nPreferred-Languages: en\nPolicy: https://e.org/policy\n",
    "htaccess": "RewriteEngine On\n"
    + "".join(f"RewriteCond %{{REQUEST_URI}} ^/a{n}\nRewriteRule ^(.*)$ /b{n} [R=301,L]\n" for n in range(40)),
    "nginx": "server {\n  listen 80;\n  server_name e.org;\n"
    + "".join(f"  location /a{n} {{\n    proxy_pass http://b{n};\n  }}\n" for n in range(30))
    + "}\n",
    "crontab": "# m h dom mon dow command\n"
    + "".join(f"{n} * * * * /usr/bin/plant --step {n} >/dev/null 2>&1\n" for n in range(40)),
    "passwd": "".join(f"user{n}:x:{n}:{n}:Jane Doe:/home/u{n}:/bin/sh\n" for n in range(50)),
    "hosts": "".join(f"203.0.113.{n}\thost{n}.e.org host{n}\n" for n in range(80)),
    "dockerfile": "FROM debian:12\n"
    + "".join(f"RUN apt-get install -y pkg{n} && rm -rf /var/lib\nCOPY a{n} /b{n}\n" for n in range(20))
    + 'CMD ["plant"]\n',
    "makefile": "all: plant\n\n" + "".join(f"step{n}: a{n}.o\n\t$(CC) -o $@ $^\n\n" for n in range(30)),
    "shell": "set -e\n" + "".join(f'# {s}\nif [ -f /a{n} ]; then\n  echo "{s}"\nfi\n' for n, s in enumerate(S[:25])),
    "batch": "@echo off\n" + "".join(f"REM {s}\nif exist a{n}.txt (\n  echo {s}\n)\n" for n, s in enumerate(S[:25])),
    "perl": "use strict;\n"
    + "".join(f'# {s}\nmy $kept{n} = shift;\nprint "{s}\\n" if $kept{n};\n' for n, s in enumerate(S[:25])),
    "ruby": "".join(f'# {s}\ndef step{n}(plant)\n  puts "{s}"\n  plant.kept\nend\n\n' for n, s in enumerate(S[:25])),
    "go": 'package main\n\nimport "fmt"\n\n'
    + "".join(
        f'// Step{n}: {s}\nfunc Step{n}(p *Plant) int {{\n\tfmt.Println("{s}")\n\treturn p.kept\n}}\n\n'
        for n, s in enumerate(S[:25])
    ),
    "rust": "".join(
        f'/// {s}\npub fn step_{n}(plant: &Plant) -> u32 {{\n    println!("{s}");\n    plant.kept\n}}\n\n'
        for n, s in enumerate(S[:25])
    ),
    "java": "package org.e;\n\n/**\n"
    + "".join(f" * {s}\n" for s in S[:10])
    + " */\npublic class Plant {\n"
    + "".join(f"    /** {s} */\n    public int step{n}() {{ return {n}; }}\n\n" for n, s in enumerate(S[:25]))
    + "}\n",
    "licence_c": "/*\n" + "".join(f" * {s}\n" for s in S[:40]) + " */\nint main(void) { return 0; }\n",
    "asm": "".join(
        f"; {s}\nstep{n}:\n    mov eax, [ebp+{n}]\n    add eax, 1\n    ret\n\n" for n, s in enumerate(S[:25])
    ),
    "sql_prose": "".join(f"UPDATE news SET body = '{s}' WHERE id = {n};\n" for n, s in enumerate(S)),
    "css_min": "".join(f'.a{n}{{color:#fff;margin:0 {n}px}}.b{n}:hover{{content:"{s}"}}' for n, s in enumerate(S * 4)),
    "scss": "".join(
        f"// {s}\n.a{n} {{\n  @include mix($x);\n  &:hover {{ color: $c; }}\n}}\n" for n, s in enumerate(S)
    ),
    "js_webpack": "(self.webpackChunk=self.webpackChunk||[]).push([[1],{"
    + ",".join(f'{n}:(e,t,n)=>{{"use strict";e.exports="{s}"}}' for n, s in enumerate(S * 3))
    + "}]);",
    "js_templates": "".join(
        f"function r{n}(){{\n  return '<div class=\"a\"><p>{s}</p></div>' +\n    '<p>{s}</p>';\n}}\n"
        for n, s in enumerate(S[:30])
    ),
    "js_strings": "document.write('" + PROSE.replace("\n", "').\ndocument.write('").replace("'", "\\'") + "');\n",
    "js_documentwrite_lines": "".join(f'document.write("<p>{s}</p>");\n' for s in S),
    "js_i18n": "define({\n" + "".join(f'  "message{n}": "{s}",\n' for n, s in enumerate(S)) + "});\n",
    "js_comments": "".join(f"/**\n * {s}\n * @param {{string}} a\n */\nvar a{n} = b;\n" for n, s in enumerate(S)),
    "ts_d": "".join(f"/** {s} */\nexport declare function step{n}(p: Plant): number;\n" for n, s in enumerate(S)),
    "vue": "<template>\n  <div>\n    <p>{{ message }}</p>\n  </div>\n</template>\n<script>\nexport default { data() { return { a: 1 } } }\n</script>\n<style scoped>\n.a { color: red }\n</style>\n",
    "php_mixed": "<?php\n"
    + "".join(f"// {s}\n$a{n} = '<p>{s}</p>';\necho $a{n};\n" for n, s in enumerate(S[:30]))
    + "?>",
    "php_short": "<? include('a.php'); ?>\n<?= $x ?>\n",
    "jsp": '<%@ page language="java" %>\n<% String a = "x"; %>\n<p><%= a %></p>',
    "asp": "<%\nDim a\na = 1\nResponse.Write(a)\n%>\n",
    "latex": "\\documentclass{article}\n\\begin{document}\n\\title{"
    + TITLE
    + "}\n"
    + "".join(f"\\section{{Part}}\n{s}\n" for s in S)
    + "\\end{document}\n",
    "bibtex": "".join(
        f"@article{{key{n},\n  author = {{Doe, Jane}},\n  title = {{{s}}},\n  year = {{2025}}\n}}\n\n"
        for n, s in enumerate(S)
    ),
    "ris": "".join(f"TY  - JOUR\nAU  - Doe, Jane\nTI  - {s}\nPY  - 2025\nER  - \n\n" for s in S),
    "nroff": ".TH PLANT 1\n.SH NAME\nplant \\- keeps power\n.SH DESCRIPTION\n" + "".join(f".PP\n{s}\n" for s in S),
    "marc": "".join(f"=LDR  00000nam a2200000 a 4500\n=245  10$a{TITLE}\n=520  \\\\$a{s}\n\n" for s in S),
    "gedcom": "0 HEAD\n1 GEDC\n2 VERS 5.5\n"
    + "".join(f"0 @I{n}@ INDI\n1 NAME Jane /Doe/\n1 NOTE {s}\n" for n, s in enumerate(S)),
    "pgn": '[Event "Plant"]\n[Site "Town"]\n[Result "1-0"]\n\n'
    + "1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 4. Ba4 Nf6 5. O-O Be7 " * 20
    + "1-0\n",
    "obj": "# plant\n" + "".join(f"v {n / 7:.6f} {n / 3:.6f} 0.0\nf {n + 1} {n + 2} {n + 3}\n" for n in range(300)),
    "stl": "solid plant\n"
    + "  facet normal 0 0 1\n    outer loop\n      vertex 0 0 0\n      vertex 1 0 0\n      vertex 0 1 0\n    endloop\n  endfacet\n"
    * 60
    + "endsolid plant\n",
    "gcode": "; plant\n" + "".join(f"G1 X{n / 7:.3f} Y{n / 3:.3f} E{n / 9:.5f}\n" for n in range(400)),
    "nmea": "".join(f"$GPGGA,14300{n % 10},4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\n" for n in range(100)),
    "metar": "".join(f"METAR RJTT 051430Z {n % 36:02}010KT 9999 FEW030 18/12 Q1013 NOSIG=\n" for n in range(80)),
    "zone": "$TTL 3600\n@ IN SOA ns.e.org. a.e.org. ( 1 2 3 4 5 )\n"
    + "".join(f"host{n} IN A 203.0.113.{n}\n" for n in range(90)),
    "edifact": "UNA:+.? '\nUNB+UNOC:3+A+B+251105:1430+1'\n"
    + "".join(f"LIN+{n}++471100{n}:EN'\nQTY+21:{n}'\n" for n in range(80)),
    "ofx": "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1>"
    + "".join(f"<STMTTRN><TRNAMT>{n}<NAME>{TITLE}<MEMO>{s}</STMTTRN>\n" for n, s in enumerate(S))
    + "</OFX>",
    "qif": "!Type:Bank\n" + "".join(f"D11/5/2025\nT-{n}.00\nP{TITLE}\nM{s}\n^\n" for n, s in enumerate(S)),
    "git_log": "".join(
        f"commit {noise(20, n).hex()}\nAuthor: Jane Doe <jane@e.org>\nDate:   Wed Nov 5 14:30:00 2025 +0900\n\n    {s}\n\n"
        for n, s in enumerate(S)
    ),
    "unified_diff": "--- a/x.txt\n+++ b/x.txt\n"
    + "".join(f"@@ -{n},2 +{n},2 @@\n-{s}\n+{s} Now.\n" for n, s in enumerate(S)),
    "svn_diff": "Index: a.txt\n===================================================================\n--- a.txt (revision 1)\n+++ a.txt (revision 2)\n"
    + "".join(f"-{s}\n+{s}\n" for s in S),
    "traceback": "Traceback (most recent call last):\n"
    + "".join(f'  File "/srv/plant/a{n}.py", line {n}, in step{n}\n    return kept[{n}]\n' for n in range(40))
    + "KeyError: 'x'\n",
    "java_trace": "java.lang.NullPointerException: "
    + STORY[0]
    + "\n"
    + "".join(f"\tat org.e.plant.Step{n}.run(Step{n}.java:{n})\n" for n in range(60)),
    "go_panic": "panic: runtime error\n\ngoroutine 1 [running]:\n"
    + "".join(f"main.step{n}(0xc000{n:03})\n\t/srv/a.go:{n} +0x1d\n" for n in range(50)),
    "nginx_error": "".join(
        f'2025/11/05 14:30:{n % 60:02} [error] 123#123: *{n} open() "/a/{n}" failed (2: No such file or directory), client: 203.0.113.7, server: e.org\n'
        for n in range(90)
    ),
    "syslog_prose": "".join(f"Nov  5 14:30:{n % 60:02} host plant[{n}]: {s}\n" for n, s in enumerate(S)),
    "log_brackets": "".join(f"[2025-11-05 14:30:{n % 60:02},123] INFO in plant: {s}\n" for n, s in enumerate(S)),
    "log_level_first": "".join(f"INFO 2025-11-05 14:30:{n % 60:02} plant {s}\n" for n, s in enumerate(S)),
    "log_level_only": "".join(f"[INFO] {s}\n" for s in S),
    "log_epoch": "".join(f"1762320600.{n:03} plant: {s}\n" for n, s in enumerate(S)),
    "log_epoch2": "".join(
        f"1762320{n:03} 203.0.113.7 TCP_MISS/200 4{n} GET http://e.org/{n} - DIRECT/- text/html\n" for n in range(150)
    ),
    "log_slash": "".join(f"11/05/2025 14:30:{n % 60:02} PM plant: {s}\n" for n, s in enumerate(S)),
    "log_clock": "".join(f"14:30:{n % 60:02}.123 [main] INFO  org.e.Plant - {s}\n" for n, s in enumerate(S)),
    "log_json": "".join(json.dumps({"ts": n, "msg": s}) + "\n" for n, s in enumerate(S)),
    "log_logfmt": "".join(f'time="2025-11-05T14:30:00Z" level=info msg="{s}" n={n}\n' for n, s in enumerate(S)),
    "dmesg": "".join(f"[{n:5}.{n:06}] usb 1-1: {s}\n" for n, s in enumerate(S)),
    "iis_log": "#Software: Microsoft Internet Information Services 10.0\n#Fields: date time s-ip cs-method cs-uri-stem sc-status\n"
    + "".join(f"2025-11-05 14:30:{n % 60:02} 203.0.113.7 GET /{n}.html 200\n" for n in range(99)),
    "irc": "".join(f"[14:30] <jane{n % 3}> {s}\n" for n, s in enumerate(S)),
    "whatsapp": "".join(f"05/11/2025, 14:{n % 60:02} - Jane: {s}\n" for n, s in enumerate(S)),
    "w3c_csvlog": "".join(f'"203.0.113.7","2025-11-05","GET","/{n}","200"\n' for n in range(99)),
    "csv2": "title,text\n" + "".join(f'"{TITLE} {n}","{s}"\n' for n, s in enumerate(S)),
    "csv3_quoted": "id,title,text\n" + "".join(f'{n},"{TITLE}","{s}"\n' for n, s in enumerate(S)),
    "tsv": "id\ttitle\ttext\n" + "".join(f"{n}\t{TITLE}\t{s}\n" for n, s in enumerate(S)),
    "csv_semi": "id;title;text;date\n" + "".join(f"{n};{TITLE};{s};2025-11-05\n" for n, s in enumerate(S)),
    "psv": "id|title|text|date\n" + "".join(f"{n}|{TITLE}|{s}|2025-11-05\n" for n, s in enumerate(S)),
    "csv_sep_line": "sep=;\nid;title;text\n" + "".join(f"{n};{TITLE};{s}\n" for n, s in enumerate(S)),
    "csv_multiline": "id,title,text,date\n"
    + "".join(f'{n},"{TITLE}","{s}\n{s}",2025-11-05\n' for n, s in enumerate(S)),
    "fixed_width": "".join(f"{n:>6}{TITLE:<40}{n * 7:>10}{'A':>3}\n" for n in range(90)),
    "sql_result": "+----+-------+\n| id | title |\n+----+-------+\n"
    + "".join(f"| {n:2} | {s} |\n" for n, s in enumerate(S))
    + "+----+-------+\n",
    "word_list": "\n".join(f"{w}{n}" for n in range(100) for w in ("apple", "plant", "harbour", "engineer", "council")),
    "freq_list": "".join(f"plant{n} {n * 7}\n" for n in range(400)),
    "email_list": "\n".join(f"jane{n}@e.org" for n in range(300)),
    "phone_list": "\n".join(f"+81 3 5555 {n:04}" for n in range(300)),
    "name_list": "\n".join(f"Doe, Jane{n}" for n in range(300)),
    "url_text_list": "".join(f"https://e.org/{n} {TITLE}\n" for n in range(99)),
    "numbers_space": " ".join(str(n * 7919 % 10007) for n in range(5000)),
    "dir_listing": "total 99\n"
    + "".join(f"-rw-r--r-- 1 jane jane {n * 97:>6} Nov  5 14:30 page{n}.html\n" for n in range(99)),
    "dos_dir": " Volume in drive C has no label.\n Directory of C:\\plant\n\n"
    + "".join(f"11/05/2025  02:30 PM    {n * 97:>10} page{n}.html\n" for n in range(99)),
    "sha_sums": "".join(f"{noise(32, n).hex()}  page{n}.html\n" for n in range(99)),
    "uuid_list": "\n".join(
        f"{noise(4, n).hex()}-{noise(2, n).hex()}-4{noise(1, n).hex()}0-8{noise(1, n).hex()}0-{noise(6, n).hex()}"
        for n in range(99)
    ),
    "regexes": "".join(f"^(?:a{n}|b)+\\s*\\d{{1,3}}$\n" for n in range(60)),
    "markdown_table": "| id | title | text |\n|---|---|---|\n"
    + "".join(f"| {n} | {TITLE} | {s} |\n" for n, s in enumerate(S)),
    "percent_encoded": "".join(f"%{x:02X}" for x in html().encode()),
    "urlencoded_form": "&".join(f"a{n}={s.replace(' ', '+')}" for n, s in enumerate(S)),
    "html_escaped": html().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
    "unicode_escapes": "".join(f"\\u{ord(c):04x}" for c in TEXT),
    "html_hex_entities": "".join(f"&#x{ord(c):x};" for c in TEXT),
    "dtd": "<!DOCTYPE x [\n" + "".join(f"<!ELEMENT a{n} (#PCDATA)>\n" for n in range(40)) + "]>",
    "xsd_plain": "<schema xmlns='http://www.w3.org/2001/XMLSchema'>" + "<element name='a'/>" * 50 + "</schema>",
    "comment_only_html": "<!-- " + TEXT + " -->",
    "cdata_only": "<![CDATA[" + TEXT + "]]>",
    "mustache": "{{#each items}}\n  <p>{{title}}</p>\n{{/each}}\n" * 20,
    "jinja": "{% extends 'base.html' %}\n{% block body %}\n" + "<p>{{ x }}</p>\n" * 30 + "{% endblock %}\n",
    "manifest_appcache": "CACHE MANIFEST\n# v1\n" + "".join(f"/a{n}.js\n" for n in range(60)),
    "pac": 'function FindProxyForURL(url, host) {\n  if (isPlainHostName(host)) return "DIRECT";\n  return "PROXY p:80";\n}\n',
    "adblock": "[Adblock Plus 2.0]\n! Title: x\n"
    + "".join(f"||ads{n}.e.org^$third-party\n##.ad-{n}\n" for n in range(90)),
    "easylist_hosts": "".join(f"0.0.0.0 ads{n}.e.org\n" for n in range(200)),
}

# Root element, content, attributes of documents in XML; each with and without a declaration.
XML = {
    "docbook": (
        "article",
        f"<title>{TITLE}</title><section>{PARAGRAPHS}</section>",
        " xmlns='http://docbook.org/ns/docbook'",
    ),
    "nitf": (
        "nitf",
        f"<head><title>{TITLE}</title></head><body><body.head><hedline><hl1>{TITLE}</hl1></hedline></body.head><body.content>{PARAGRAPHS}</body.content></body>",
        "",
    ),
    "newsml": (
        "newsItem",
        f"<contentSet><inlineXML><html><body>{PARAGRAPHS}</body></html></inlineXML></contentSet>",
        "",
    ),
    "fb2": ("FictionBook", f"<body><section>{PARAGRAPHS}</section></body>", ""),
    "dita": ("topic", f"<title>{TITLE}</title><body>{PARAGRAPHS}</body>", ""),
    "soap": ("soapenv:Envelope", f"<soapenv:Body><text>{TEXT}</text></soapenv:Body>", " xmlns:soapenv='x'"),
    "xliff": (
        "xliff",
        "".join(f"<trans-unit id='{n}'><source>{s}</source><target>{s}</target></trans-unit>" for n, s in enumerate(S)),
        "",
    ),
    "tmx": ("tmx", "".join(f"<tu><tuv><seg>{s}</seg></tuv></tu>" for s in S), ""),
    "ttml": (
        "tt",
        "<body><div>" + "".join(f"<p begin='{n}s' end='{n + 1}s'>{s}</p>" for n, s in enumerate(S)) + "</div></body>",
        " xmlns='http://www.w3.org/ns/ttml'",
    ),
    "resources": ("resources", "".join(f"<string name='s{n}'>{s}</string>\n" for n, s in enumerate(S)), ""),
    "s3error": (
        "Error",
        "<Code>AccessDenied</Code><Message>Access Denied to the bucket that holds the page, says the server.</Message><RequestId>X</RequestId>",
        "",
    ),
    "listbucket": (
        "ListBucketResult",
        "".join(f"<Contents><Key>a/{n}.html</Key><Size>7</Size></Contents>" for n in range(90)),
        "",
    ),
    "multistatus": (
        "D:multistatus",
        "".join(f"<D:response><D:href>/{n}</D:href></D:response>" for n in range(90)),
        " xmlns:D='DAV:'",
    ),
    "crossdomain": ("cross-domain-policy", "<allow-access-from domain='*'/>", ""),
    "opensearch": ("OpenSearchDescription", f"<ShortName>Plant</ShortName><Description>{STORY[0]}</Description>", ""),
    "mathml": (
        "math",
        "<mrow><mi>x</mi><mo>=</mo><mn>1</mn></mrow>" * 50,
        " xmlns='http://www.w3.org/1998/Math/MathML'",
    ),
    "svg_foreign": (
        "svg",
        f"<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>{PARAGRAPHS}</body></foreignObject>",
        " xmlns='http://www.w3.org/2000/svg'",
    ),
    "odf": (
        "office:document",
        f"<office:body><office:text>{''.join(f'<text:p>{s}</text:p>' for s in STORY)}</office:text></office:body>",
        " xmlns:office='x'",
    ),
    "pkg": ("pkg:package", f"<w:p><w:t>{TEXT}</w:t></w:p>", ""),
    "xul": ("window", f"<label value='{STORY[0]}'/>", ""),
    "root": ("root", f"<record><text>{TEXT}</text></record>", ""),
    "data_rows": (
        "data",
        "".join(f"<row id='{n}'><title>{TITLE}</title><text>{s}</text></row>" for n, s in enumerate(S)),
        "",
    ),
    "osm": (
        "osm",
        "".join(f"<node id='{n}' lat='1' lon='2'><tag k='note' v='{s}'/></node>" for n, s in enumerate(S)),
        "",
    ),
    "musicxml": ("score-partwise", "<note><pitch>C</pitch></note>" * 90, ""),
    "ncx": ("ncx", "".join(f"<navPoint><navLabel><text>{s}</text></navLabel></navPoint>" for s in S), ""),
    "container_rdf": ("rdf:RDF", f"<rdf:Description><dc:description>{TEXT}</dc:description></rdf:Description>", ""),
    "xaml": ("Window", f"<TextBlock>{TEXT}</TextBlock>", ""),
    "mods": ("mods", f"<titleInfo><title>{TITLE}</title></titleInfo><abstract>{TEXT}</abstract>", ""),
    "oai": (
        "OAI-PMH",
        f"<ListRecords><record><metadata><dc:description>{TEXT}</dc:description></metadata></record></ListRecords>",
        "",
    ),
    "response": ("response", f"<result><doc><str name='text'>{TEXT}</str></doc></result>", ""),
    "html_error_like": ("errors", f"<error>{STORY[0]}</error>", ""),
}
for _name, (_root, _inner, _attributes) in XML.items():
    _document = f"<{_root}{_attributes}>{_inner}</{_root}>"
    TEXTS |= {f"{_name}_bare": _document, f"{_name}_declared": f"<?xml version='1.0' encoding='UTF-8'?>\n{_document}"}


def rejected(name: str, content: str | bytes) -> None:
    """A case that becomes a rejection, whatever its name says."""

    def make() -> bytes:
        return content if isinstance(content, bytes) else content.encode()

    make.__name__, make.__module__ = name, __name__
    becomes("not-text", "no-article", "listing", "empty", as_="html txt")(make)


for _name, _content in {**BYTES, **TEXTS}.items():
    rejected(_name, _content)
