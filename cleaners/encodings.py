"""What is known of encodings: how files begin, what the web calls them, which ones are tried."""

import codecs

# How files begin that are no text, whatever their name says: at which byte, with which ones.
MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF", "a PDF file"),
    (0, b"\x89PNG", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF8", "a GIF image"),
    (0, b"II*\0", "a TIFF image"),
    (0, b"MM\0*", "a TIFF image"),
    (0, b"\0\0\1\0", "an icon"),
    (0, b"8BPS", "a Photoshop image"),
    (4, b"ftyp", "a video or an image"),
    (8, b"WEBPVP8", "a WebP image"),
    (8, b"AVI LIST", "a video"),
    (8, b"WAVEfmt ", "a sound"),
    (0, b"\x1aE\xdf\xa3", "a video"),
    (0, b"FLV\1", "a video"),
    (0, b"OggS\0", "a sound or a video"),
    (0, b"fLaC\0", "a sound"),
    (0, b"ID3\2", "a sound"),
    (0, b"ID3\3", "a sound"),
    (0, b"ID3\4", "a sound"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
    (0, b"OTTO\0", "a font"),
    (0, b"\0\1\0\0\0", "a font"),
    (0, b"PK\x03\x04", "a ZIP archive"),
    (0, b"PK\x05\x06", "a ZIP archive"),
    (0, b"\x1f\x8b", "a gzip file"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (0, b"\xfd7zXZ", "an xz file"),
    (0, b"BZh", "a bzip2 file"),
    (0, b"\x04\x22\x4d\x18", "an LZ4 file"),
    (0, b"7z\xbc\xaf", "a 7-Zip archive"),
    (0, b"Rar!\x1a", "a RAR archive"),
    (0, b"MSCF\0", "a cabinet archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"!<arch>", "an archive"),
    (0, b"070701", "a cpio archive"),
    (0, b"\x80\x04\x95", "a pickle of Python"),
    (0, b"\x80\x05\x95", "a pickle of Python"),
    (0, b"\xd0\xcf\x11\xe0", "an old Office document"),
    (0, b"ITSF\3", "a help file"),
    (60, b"BOOKMOBI", "an e-book"),
    (0, b"PAR1", "a Parquet file"),
    (0, b"ARROW1", "an Arrow file"),
    (0, b"Obj\1", "an Avro file"),
    (0, b"\x89HDF", "an HDF file"),
    (0, b"SQLite format 3", "a SQLite database"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90", "a program"),
    (0, b"\xca\xfe\xba\xbe", "a program"),
    (0, b"\xcf\xfa\xed\xfe", "a program"),
    (0, b"\0asm", "a program"),
)
LATE = b"%PDF-"  # readers of PDF look for it in the first kilobyte

# The longer mark first: that of UTF-32 begins with that of UTF-16.
MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Escapes that no other text holds, and the codecs that read them.
ESCAPES: tuple[tuple[bytes, str], ...] = (
    (b"\x1b$)C", "iso2022_kr"),
    (b"\x1b$@", "iso2022_jp"),
    (b"\x1b$B", "iso2022_jp"),
    (b"\x1b(J", "iso2022_jp"),
    (b"\x1b(I", "iso2022_jp"),
)

# The labels of https://encoding.spec.whatwg.org without their punctuation, each with the codec that
# reads what the web means by it, which is often a superset; and a few labels that Python knows.
_LABELS = {
    "utf-8": "utf8 unicode11utf8 unicode20utf8 xunicode20utf8",
    "cp866": "866 cp866 csibm866 ibm866",
    "iso8859_2": "csisolatin2 iso88592 iso885921987 isoir101 l2 latin2",
    "iso8859_3": "csisolatin3 iso88593 iso885931988 isoir109 l3 latin3",
    "iso8859_4": "csisolatin4 iso88594 iso885941988 isoir110 l4 latin4",
    "iso8859_5": "csisolatincyrillic cyrillic iso88595 iso885951988 isoir144",
    "iso8859_6": "arabic asmo708 csisolatinarabic ecma114 iso88596 iso88596e iso88596i iso885961987 isoir127",
    "iso8859_7": "csisolatingreek ecma118 elot928 greek greek8 iso88597 iso885971987 isoir126 suneugreek",
    "iso8859_8": "csisolatinhebrew hebrew iso88598 iso88598e iso88598i iso885981988 isoir138 logical visual",
    "iso8859_10": "csisolatin6 iso885910 isoir157 l6 latin6",
    "iso8859_13": "iso885913",
    "iso8859_14": "iso885914",
    "iso8859_15": "csisolatin9 iso885915 l9 latin9",
    "iso8859_16": "iso885916",
    "koi8_r": "cskoi8r koi koi8 koi8r",
    "koi8_u": "koi8ru koi8u",
    "mac_roman": "csmacintosh mac macintosh macroman xmacroman",
    "mac_cyrillic": "xmaccyrillic xmacukrainian",
    "cp874": "dos874 iso885911 tis620 windows874 cp874",
    "cp1250": "cp1250 windows1250 xcp1250",
    "cp1251": "cp1251 windows1251 win1251 xcp1251",
    "cp1252": "ansix341968 ascii cp1252 cp819 csisolatin1 ibm819 iso88591 iso885911987 isoir100 l1 latin1 usascii"
    " windows1252 xcp1252",
    "cp1253": "cp1253 windows1253 xcp1253",
    "cp1254": "cp1254 csisolatin5 iso88599 iso885991989 isoir148 l5 latin5 windows1254 xcp1254",
    "cp1255": "cp1255 windows1255 xcp1255",
    "cp1256": "cp1256 windows1256 xcp1256",
    "cp1257": "cp1257 windows1257 xcp1257",
    "cp1258": "cp1258 windows1258 xcp1258",
    "gb18030": "chinese csgb2312 csiso58gb231280 gb18030 gb2312 gb231280 gbk isoir58 xgbk cp936 ms936 windows936 euccn",
    "big5hkscs": "big5 big5hkscs cnbig5 csbig5 xxbig5 cp950 ms950 windows950",
    "euc_jp": "cseucpkdfmtjapanese eucjp xeucjp cp51932",
    "iso2022_jp": "csiso2022jp iso2022jp",
    "cp932": "csshiftjis ms932 mskanji shiftjis sjis windows31j xsjis cp932 windows932",
    "cp949": "cseuckr csksc56011987 euckr isoir149 korean ksc56011987 ksc56011989 ksc5601 windows949 cp949 ms949 uhc",
    "johab": "johab cp1361",
}
CODECS: dict[str, str] = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}

# Codecs that read more of what goes by the name of the first; taken where the first stumbles more.
WIDER: dict[str, tuple[str, ...]] = {
    "euc_jp": ("euc_jis_2004",),
    "iso2022_jp": ("iso2022_jp_ext", "iso2022_jp_2004"),
    "big5hkscs": ("cp950",),
}

# What detection tries, the likelier first: of two that read the bytes alike, the first is taken.
CANDIDATES: tuple[str, ...] = tuple(
    (
        "cp1252 utf-8 euc_jp cp932 gb18030 big5hkscs cp949"
        " cp1251 koi8_r koi8_u iso8859_5 cp866 cp1253 iso8859_7 cp874 cp1256 iso8859_6 cp1255"
        " cp1250 iso8859_2 cp1254 cp1257 cp1258"
    ).split()
)
