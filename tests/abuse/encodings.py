"""Pages in the wrong encoding, or in one that they do not name."""

import codecs

from tests.abuse.cases import ARTICLE, TEXT, becomes, html

JA = (
    "港の新しい蓄電所は、夜のあいだに余った電気をためて、朝の混み合う時間に町へ返す仕組みだ。",
    "運転を見守る技師は、電池よりも人の手順のほうがよほど難しいと、見学に来た人たちに話している。",
    "来年には川の向こう側に二つ目の蓄電所ができる予定で、町の議会が費用を認めるかどうかを決める。",
)
ZH = (
    "港口新建的储能站把夜里多余的电存起来，到了早晨用电最多的时候再送回城里，这样全城都能用上。",
    "负责看守的工程师说，真正难的不是电池本身，而是每天按照规定操作的人，他们必须一步也不能错。",
    "明年河对岸还要建第二座储能站，前提是市议会同意出这笔钱，居民们对此的看法现在还不一致。",
)
KO = (
    "항구에 새로 지은 저장소는 밤에 남는 전기를 모아 두었다가 아침에 바쁜 시간이 되면 도시로 돌려보낸다.",
    "운전을 지켜보는 기술자는 전지보다 사람의 순서를 지키는 일이 훨씬 더 어렵다고 이야기하고 있다.",
    "내년에는 강 건너편에 두 번째 저장소가 들어설 예정이며 시의회가 비용을 승인할지 곧 결정한다.",
)
RU = (
    "Новое хранилище в порту собирает ночью лишнюю энергию и возвращает её городу утром, когда она нужна всем.",
    "Инженеры говорят, что труднее всего наладить работу людей, а не аккумуляторов, которые стоят в зале.",
    "Второе хранилище построят на другом берегу реки в будущем году, если городской совет согласится платить.",
)
HEADED = "<!DOCTYPE html><html><head>{}<title>港 порт</title></head><body><article>{}</article></body></html>"


def page(sentences: tuple[str, ...], meta: str = "") -> str:
    return HEADED.format(meta, "".join(f"<p>{s}</p>\n" for s in sentences * 2)).replace("港 порт", sentences[0][:9])


def told(charset: str) -> str:
    return f'<meta charset="{charset}">'


HELD: dict[str, tuple[str, ...]] = {}
"""Sentences that must be in the article, by the name of the case."""


def holds(sentences: tuple[str, ...], name: str, made: bytes, ending: str = "html") -> None:
    """A case whose article must hold these sentences."""

    def make() -> bytes:
        return made

    make.__name__, make.__module__ = name, __name__
    HELD[f"encodings-{name}.{ending}"] = sentences
    becomes(ARTICLE, as_=ending)(make)


STORIES = {
    "ja": (JA, ("cp932", "euc_jp", "iso2022_jp", "utf-16-le", "utf-16-be", "utf-16", "utf-32-le", "utf-32-be")),
    "zh": (ZH, ("gb18030", "utf-16-le", "utf-16-be")),
    "ko": (KO, ("cp949", "utf-16-le")),
    "ru": (RU, ("cp1251", "koi8_r", "iso8859_5", "cp866", "utf-16-le")),
}
for _language, (_story, _codecs) in STORIES.items():
    for _codec in _codecs:
        _name = f"{_language}_in_{_codec.replace('-', '_')}"
        holds(_story, f"{_name}_unnamed", page(_story).encode(_codec))
        holds(_story, f"{_name}_flattened", "\n\n".join(_story * 2).encode(_codec), "txt")
        holds(_story, f"{_name}_named_utf8", page(_story, told("utf-8")).encode(_codec))
    holds(_story, f"{_language}_in_utf8_named_latin1", page(_story, told("iso-8859-1")).encode())
    holds(_story, f"{_language}_in_utf8_twice", page(_story).encode().decode("latin-1").encode())

holds(JA, "ja_marked_twice", codecs.BOM_UTF8 * 2 + page(JA).encode())
holds(JA, "ja_with_a_label_that_is_none", page(JA, told("x-user-defined")).encode("cp932"))
holds(JA, "ja_with_a_label_without_end", page(JA, told("a" * 50_000)).encode())
holds(ZH, "zh_named_gb2312", page(ZH, told("gb2312")).encode("gb18030"))
holds(ZH, "zh_named_big5", page(ZH, told("big5")).encode("gb18030"))
holds(JA, "ja_named_replacement", page(JA, told("iso-2022-cn")).encode())
holds(JA, "ja_named_utf7", page(JA, told("utf-7")).encode())
holds(JA, "ja_named_utf16", page(JA, told("utf-16")).encode())


@becomes(ARTICLE, as_="txt")
def odd_number_of_bytes_in_utf16() -> bytes:
    return (TEXT * 3).encode("utf-16-le") + b"x"


@becomes(ARTICLE)
def mark_of_the_other_order() -> bytes:
    return codecs.BOM_UTF16_LE + html().encode("utf-16-le")


@becomes("not-text", "no-article")
def mark_of_utf16_before_utf8() -> bytes:
    return codecs.BOM_UTF16_LE + html().encode()


@becomes(ARTICLE)
def latin1_bytes_in_utf8() -> bytes:
    return html("<p>Das ist für Städte über 5 € gut und schön.</p>").encode() + "<p>é ü ñ</p>".encode("latin-1") * 3


@becomes(ARTICLE)
def overlong_forms() -> bytes:
    return html().encode() + b"<p>\xc0\xbcscript\xc0\xbe \xe0\x80\xaf \xf8\x88\x80\x80\x80</p>"


@becomes(ARTICLE)
def surrogates_in_utf8() -> bytes:
    return html("<p>\ud83d\ude00 \ud800 x</p>").encode("utf-8", "surrogatepass")


@becomes("not-text", "no-article", ARTICLE)
def mainframe() -> bytes:
    return html().encode("cp037")
