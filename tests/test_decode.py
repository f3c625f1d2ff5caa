"""Bytes to text: every language in every encoding of it, however it is declared and broken."""

import random

import pytest

from cleaners.decode import Undecodable, decode
from cleaners.other_lines import kind_by_lines

# What a page says, of the test's own; the last line is the shortest page there is.
TEXTS = {
    "ja": """港の新しい蓄電所が動き始めた
港の蓄電所は、夜のあいだに余った電気をためて、朝の混み合う時間に町へ返す仕組みだ。
運転を見守る技師は「電池よりも人の手順のほうがよほど難しい」と話している。
カフェやスーパーマーケットの冷蔵庫も、昼のうちに少しずつ冷やし方を変えるという。
来年の春には、となり町のバス会社も参加する予定で、費用は三割ほど下がる見込みだ。
市役所は住民説明会を十月に二回開く。""",
    "zh-Hans": """港口新的储能电站开始运行
这座电站在夜里把多余的电存起来，到早上用电紧张的时候再还给城里的居民。
负责运行的工程师说，比起电池，人的操作规程要难得多。
附近的商店和餐馆也打算在白天一点一点地调整冰箱的用电时间。
明年春天，邻近城市的公交公司也将加入这个项目，费用预计会下降三成。
市政府将在十月举行两次居民说明会。""",
    "zh-Hant": """港口新的儲能電站開始運轉
這座電站在夜裡把多餘的電存起來，到早上用電緊張的時候再還給城裡的居民。
負責運轉的工程師說，比起電池，人的操作規程要難得多。
附近的商店和餐廳也打算在白天一點一點地調整冰箱的用電時間。
明年春天，鄰近城市的公車公司也將加入這個計畫，費用預計會下降三成。
市政府將在十月舉行兩次居民說明會。""",
    "ko": """항구의 새 축전소가 움직이기 시작했다
항구의 축전소는 밤사이 남은 전기를 모았다가 붐비는 아침 시간에 마을로 돌려보낸다.
운전을 지켜보는 기술자는 배터리보다 사람의 절차가 훨씬 어렵다고 말한다.
근처의 가게와 식당도 낮 동안 냉장고를 조금씩 다르게 쓰기로 했다.
내년 봄에는 이웃 도시의 버스 회사도 참여할 예정이며 비용은 삼 할쯤 내려갈 것으로 보인다.
시청은 시월에 주민 설명회를 두 번 연다.""",
    "ru": """В порту заработала новая станция хранения энергии
Ночью станция запасает лишнее электричество, а утром, когда город просыпается, возвращает его домам.
Инженер, который следит за работой, говорит, что люди гораздо сложнее батарей.
Соседние магазины и кафе тоже решили понемногу менять режим своих холодильников.
Будущей весной к проекту присоединится автобусный парк, и расходы снизятся на треть.
Мэрия проведёт в октябре две встречи с жителями.""",
    "uk": """У порту запрацювала нова станція зберігання енергії
Уночі станція накопичує зайву електрику, а вранці, коли місто прокидається, повертає її домівкам.
Інженер, який стежить за роботою, каже, що люди значно складніші за батареї.
Наступної весни до проєкту приєднається автобусний парк, і витрати зменшаться на третину.
Міська рада проведе в жовтні дві зустрічі з мешканцями.""",
    "fr": """La nouvelle centrale du port a démarré
La nuit, elle stocke l’électricité en trop, et le matin, à l’heure où la ville s’éveille, elle la restitue.
L’ingénieur qui surveille le système dit que les procédures sont bien plus compliquées que les batteries.
Les cafés et les épiceries d’à côté ont décidé de régler peu à peu leurs réfrigérateurs.
Au printemps, la société d’autobus de la cité voisine s’y joindra ; les coûts devraient baisser d’un tiers.
La mairie tiendra deux réunions en octobre, où chacun pourra être entendu.""",
    "de": """Der neue Speicher im Hafen läuft
Nachts nimmt er überschüssigen Strom auf und gibt ihn morgens, wenn die Stadt erwacht, an die Häuser zurück.
Die Ingenieurin sagt, die Abläufe der Menschen seien viel schwieriger als die Batterien.
Nächstes Frühjahr stößt das Busunternehmen dazu, die Kosten dürften um ein Drittel fallen.
Die Stadt lädt im Oktober zu zwei Gesprächen über die Größe der Anlage.""",
    "es": """La nueva estación del puerto ya está en marcha
De noche guarda la electricidad que sobra y, por la mañana, la devuelve a las casas de la ciudad.
La ingeniera dice que las personas son mucho más difíciles que las baterías, ¿quién lo diría?
El próximo año se unirá también la compañía de autobuses y los costes bajarán un tercio.
El ayuntamiento convocará dos reuniones en otoño, según explicó el alcalde.""",
    "pl": """Nowy magazyn energii w porcie już działa
Nocą gromadzi nadwyżkę prądu, a rano, gdy miasto się budzi, oddaje ją mieszkańcom.
Inżynier mówi, że ludzie są o wiele trudniejsi niż źródła zasilania i łącza.
Wiosną dołączy też spółka autobusowa z sąsiedniego miasta, a koszty mają spaść o jedną trzecią.
Urząd zaprosi w październiku na dwa spotkania z mieszkańcami.""",
    "cs": """Nové úložiště energie v přístavu už běží
V noci ukládá přebytečnou elektřinu a ráno, když se město probouzí, ji vrací domácnostem.
Inženýr říká, že lidé jsou mnohem složitější než baterie.
Na jaře se přidá také autobusová společnost ze sousedního města a náklady klesnou o třetinu.
Úřad uspořádá v říjnu dvě setkání s občany.""",
    "hu": """Elindult a kikötő új energiatárolója
Éjszaka összegyűjti a fölösleges áramot, reggel pedig visszaadja a városnak.
A mérnök szerint az emberek sokkal bonyolultabbak, mint az akkumulátorok.
Tavasszal a szomszéd város buszvállalata is csatlakozik, és a költségek várhatóan csökkennek.
Az önkormányzat októberben két gyűlést tart a lakóknak.""",
    "tr": """Limandaki yeni depolama istasyonu çalışmaya başladı
Geceleri artan elektriği saklıyor, sabah şehir uyanırken evlere geri veriyor.
Mühendis, insanların işleyişinin pillerden çok daha güç olduğunu söylüyor.
Önümüzdeki baharda komşu şehrin otobüs şirketi de katılacak, giderler üçte bir düşecek.
Belediye ekim ayında iki ayrı toplantı yapacağını açıkladı.""",
    "el": """Ο νέος σταθμός αποθήκευσης στο λιμάνι λειτουργεί
Τη νύχτα αποθηκεύει το ρεύμα που περισσεύει και το πρωί το επιστρέφει στα σπίτια της πόλης.
Η μηχανικός λέει ότι οι άνθρωποι είναι πολύ πιο δύσκολοι από τις μπαταρίες.
Την άνοιξη θα συμμετάσχει και η εταιρεία λεωφορείων της γειτονικής πόλης.
Ο δήμος θα οργανώσει δύο συναντήσεις τον Οκτώβριο.""",
    "th": """สถานีเก็บพลังงานแห่งใหม่ที่ท่าเรือเริ่มทำงานแล้ว
ตอนกลางคืนสถานีเก็บไฟฟ้าที่เหลือไว้ และตอนเช้าส่งกลับคืนให้บ้านเรือนในเมือง
วิศวกรบอกว่าขั้นตอนของคนยากกว่าแบตเตอรี่มาก
ร้านค้าและร้านอาหารใกล้เคียงก็จะค่อยๆ ปรับเวลาการใช้ตู้เย็น
เทศบาลจะจัดประชุมชาวบ้านสองครั้งในเดือนตุลาคม""",
    "ar": """بدأت محطة التخزين الجديدة في الميناء عملها
في الليل تخزن المحطة الكهرباء الزائدة، وفي الصباح تعيدها إلى بيوت المدينة.
يقول المهندس إن إجراءات الناس أصعب بكثير من البطاريات.
في الربيع القادم ستنضم شركة الحافلات من المدينة المجاورة إلى المشروع.
ستعقد البلدية اجتماعين مع السكان في أكتوبر.""",
    "he": """תחנת האגירה החדשה בנמל החלה לפעול
בלילה היא אוגרת את החשמל העודף, ובבוקר מחזירה אותו לבתי העיר.
המהנדסת אומרת שהנהלים של בני האדם קשים הרבה יותר מן הסוללות.
באביב הבא תצטרף גם חברת האוטובוסים של העיר השכנה.
העירייה תקיים באוקטובר שתי פגישות עם התושבים.""",
}
# The codecs in which such a page may come, each with the label that the web gives it.
ENCODINGS = {
    "ja": {"cp932": "shift_jis", "euc_jp": "euc-jp", "iso2022_jp": "iso-2022-jp"},
    "zh-Hans": {"gb18030": "gb2312"},
    "zh-Hant": {"big5hkscs": "big5", "gb18030": "gbk"},
    "ko": {"cp949": "euc-kr"},
    "ru": {"cp1251": "windows-1251", "koi8_r": "koi8-r", "iso8859_5": "iso-8859-5", "cp866": "ibm866"},
    "uk": {"cp1251": "windows-1251", "koi8_u": "koi8-u"},
    "fr": {"cp1252": "iso-8859-1"},
    "de": {"cp1252": "windows-1252"},
    "es": {"cp1252": "latin1"},
    "pl": {"cp1250": "windows-1250", "iso8859_2": "iso-8859-2"},
    "cs": {"cp1250": "windows-1250", "iso8859_2": "iso-8859-2"},
    "hu": {"iso8859_2": "ISO8859-2"},
    "tr": {"cp1254": "iso-8859-9"},
    "el": {"iso8859_7": "iso-8859-7", "cp1253": "windows-1253"},
    "th": {"cp874": "tis-620"},
    "ar": {"cp1256": "windows-1256", "iso8859_6": "iso-8859-6"},
    "he": {"cp1255": "windows-1255"},
}
CASES = [(language, codec, label) for language, codecs in ENCODINGS.items() for codec, label in codecs.items()]
LATIN = {"fr", "de", "es", "pl", "cs", "hu", "tr"}
EAST = {"ja", "zh-Hans", "zh-Hant", "ko"}
WRONG = ("utf-8", "euc-jp", "shift_jis", "gb2312", "big5", "euc-kr", "iso-8859-1", "windows-1251", "no-such-label")


def html(text: str, meta: str = "", script: int = 0) -> str:
    title, *lines = text.split("\n")
    code = f"<script>{'var a = [1, 2]; ' * script}</script>\n"
    body = "".join(f"<p class='x'>{line}</p>\n" for line in lines)
    return f"<!DOCTYPE html>\n<html><head>{meta}\n{code}<title>{title}</title></head>\n<body><h1>{title}</h1>\n{body}</body></html>\n"


def pages(language: str, meta: str = "") -> list[str]:
    text = TEXTS[language]
    return [html(text, meta), html("\n".join([text] * 20), meta, script=2_000), text]


@pytest.mark.parametrize(("language", "codec", "label"), CASES)
def test_what_is_declared_is_read(language: str, codec: str, label: str) -> None:
    metas = (f'<meta charset="{label}">', f"<META http-equiv='Content-Type' content='text/html; charset={label}'>")
    for meta in metas:
        for page in pages(language, meta)[:2]:
            content = page.encode(codec, "ignore")
            found = decode(content)
            assert found.text == content.decode(codec)
            assert found.why == ("ISO-2022 escapes" if codec == "iso2022_jp" else "meta")
            assert found.encoding == codec
    for page in pages(language):
        content = page.encode(codec, "ignore")
        assert decode(content, declared=label.upper()).text == content.decode(codec)


@pytest.mark.parametrize(("language", "codec", "label"), CASES)
def test_what_is_not_declared_is_found(language: str, codec: str, label: str) -> None:
    for page in pages(language):
        content = page.encode(codec, "ignore")
        assert decode(content).text == content.decode(codec)


@pytest.mark.parametrize(("language", "codec", "label"), CASES)
def test_a_wrong_declaration_loses(language: str, codec: str, label: str) -> None:
    for wrong in WRONG:
        if wrong == "iso-8859-1" and language in LATIN:
            continue  # the letters of Western and of Central Europe are too much alike
        for page in pages(language, f'<meta charset="{wrong}">'):
            content = page.encode(codec, "ignore")
            assert decode(content).text == content.decode(codec), wrong
            assert decode(content, declared=wrong).text == content.decode(codec), wrong


@pytest.mark.parametrize(("language", "codec", "label"), CASES)
def test_a_few_broken_bytes_do_not_lose_the_page(language: str, codec: str, label: str) -> None:
    for page in pages(language):
        content = page.encode(codec, "ignore").replace(b"\n", b"\x81\n", 2)
        assert decode(content, declared=label).text == read(content, codec)
        if language in EAST:  # elsewhere, 81 is a letter of some code page
            assert decode(content).text == read(content, codec)


def read(content: bytes, codec: str) -> str:
    return content.decode(codec, "replace")


@pytest.mark.parametrize(("language", "codec", "label"), [case for case in CASES if case[0] in EAST])
def test_a_page_that_ends_in_mid_character_is_read(language: str, codec: str, label: str) -> None:
    for page in pages(language):
        content = (page.rstrip("\n>/abcdehilmnopt.<") + "。").encode(codec, "ignore").removesuffix(b"\x1b(B")[:-1]
        assert decode(content).text == read(content, codec)
        assert decode(content, declared=label).text == read(content, codec)


@pytest.mark.parametrize("language", TEXTS)
def test_utf8_stays_utf8(language: str) -> None:
    for meta in ("", *(f'<meta charset="{label}">' for label in WRONG)):
        for page in pages(language, meta):
            content = page.encode()
            assert (decode(content).text, decode(content).encoding, decode(content).why) == (
                page,
                "utf-8",
                "valid UTF-8",
            )
            assert decode(content, declared="shift_jis").text == page
            assert decode(b"\xef\xbb\xbf" + content).text == page
            assert decode(b"\xef\xbb\xbf" + content).why == "byte-order mark"


@pytest.mark.parametrize("language", TEXTS)
def test_utf8_with_broken_bytes_stays_utf8(language: str) -> None:
    for label in WRONG:
        for page in pages(language, f'<meta charset="{label}">'):
            content = page.encode().replace(b"\n", b"\xff\n", 2)
            assert decode(content).text == read(content, "utf-8")
            assert decode(content).why == "nearly valid UTF-8"
            cut = (page + "語").encode()[:-1]
            assert decode(cut).text == page + "\ufffd"


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_utf16_and_utf32_with_and_without_a_mark(language: str, codec: str) -> None:
    for page in pages(language, '<meta charset="utf-8">'):
        assert decode(page.encode(codec), declared="utf-8").text == page
        assert decode(page.encode(codec)).encoding == codec
        assert decode(("\ufeff" + page).encode(codec)).text == page
        assert decode(("\ufeff" + page).encode(codec)).why == "byte-order mark"


def test_ascii_is_utf8_whatever_it_is_declared() -> None:
    for label in ("", *WRONG, "utf-16"):
        content = html("A plain page\nNothing beyond ASCII.", f'<meta charset="{label}">').encode()
        assert decode(content, declared=label).encoding == "utf-8"
        assert decode(content, declared=label).text == content.decode()


def test_http_goes_before_meta_and_other_charsets_do_not_count() -> None:
    content = html(TEXTS["fr"], '<meta charset="iso-8859-15">').encode("iso8859_15", "ignore")
    assert decode(content, declared="ISO-8859-1").why == "HTTP header"
    assert decode(content, declared="ISO-8859-15").why == "HTTP header"
    content = b'<?xml version="1.0" encoding="windows-1251"?>' + html(TEXTS["ru"]).encode("cp1251")
    assert decode(content).why == "XML declaration"
    content = html(TEXTS["ru"], '<script charset="windows-1251"></script>').encode("cp1251")
    assert decode(content).why == "detected"


def test_windows_extensions_are_read() -> None:
    text = TEXTS["ja"].replace("港", "①㈱")
    assert decode(text.encode("euc_jis_2004"), declared="euc-jp").text == text
    assert decode(text.encode("cp932"), declared="shift_jis").text == text
    content = text.encode("iso2022_jp_2004").replace(b"\x1b$(Q", b"\x1b$B")
    assert decode(content).text == text
    assert decode((TEXTS["fr"] + " œuvre à 5 €").encode("cp1252"), declared="iso-8859-1").text.endswith("œuvre à 5 €")


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("through", ["latin-1", "sloppy-windows-1252"])
def test_what_was_encoded_twice_is_repaired(language: str, through: str) -> None:
    for page in pages(language):
        found = decode(page.encode().decode(through).encode())
        assert found.text == page
        assert found.why == "valid UTF-8, doubly encoded"


@pytest.mark.parametrize(
    "text",
    [
        "Why “Ã©” stands for “é”: UTF-8 was read as Latin-1, and ’ became â€™.",
        'Why is "Ã©" on my page, or "Ã¨" and "Ã¼", and what is " â€™ "?',
        "文字化けの例：「æ–‡å—åŒ–ã‘」は「文字化け」をLatin-1で読んだもの。",
        "Le mot cafÃ© s’écrit café.",
        "À « Noël », à “Ó” – Ãµ.",
        "PortuguÃªs",
        "It’s “ﬁne”… ｆｕｌｌ　ｗｉｄｔｈ ½ ①",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert decode(text.encode()).text == text
    assert decode(html("Title\n" + text).encode()).text == html("Title\n" + text)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"%PDF-1.7\n1 0 obj", "not-text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not-text"),
        (b"PK\x03\x04" + b"a" * 99, "not-text"),
        (bytes(range(256)) * 40, "not-text"),
        (b"\x00\x01\x02\x03\x00\x00\x10\x00" * 99, "not-text"),
        (b"\x00" * 999, "not-text"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Undecodable) as error:
        decode(content)
    assert error.value.rejection.reason == reason


def test_noise_is_refused() -> None:
    for seed in range(20):
        with pytest.raises(Undecodable):
            decode(random.Random(seed).randbytes(5_000))


def test_html_is_text() -> None:
    assert decode(b"<!DOCTYPE html><html><p>Text.").text == "<!DOCTYPE html><html><p>Text."


@pytest.mark.parametrize(("language", "codec", "label"), [case for case in CASES if case[0] not in LATIN])
def test_a_single_line_is_enough(language: str, codec: str, label: str) -> None:
    for line in TEXTS[language].split("\n"):
        content = line.encode(codec, "ignore")
        for declared in (None, label, "iso-8859-1", "utf-8", "big5"):
            assert decode(content, declared).text == content.decode(codec), declared


@pytest.mark.parametrize(
    ("text", "codec"),
    [("Новости дня", "koi8_r"), ("заработала", "cp1251"), ("半月谈记者", "gb18030"), ("社説", "cp932")],
)
def test_a_headline_is_enough(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize(
    "text",
    [
        "See § 106 and § 107 of the act.",
        "© 2024 · Terms\u00a0| Privacy\u00a0\u00a0\u00a0",
        "The naïve señor Müller met Søren at the café.",
        "Ça coûte 5 £… or ½ of that",
        "À bientôt, “friend” – it’s ±3 °C",
        "für die Größe Ängste, Köln",
        "Å, Ø and Æ are letters, ¶ is none",
    ],
)
def test_a_few_accents_and_marks_are_western(text: str) -> None:
    content = html("A page in English\n" + text).encode("cp1252")
    assert (decode(content).text, decode(content).encoding) == (content.decode("cp1252"), "cp1252")
    assert decode(text.encode("cp1252")).text == text


def test_codes_that_no_text_holds_prove_double_encoding() -> None:
    text = "Bread — and then butter — or so — they say."
    assert decode(text.encode().decode("latin-1").encode()).text == text


def test_remains_of_tags_ahead_of_each_line_are_no_source_code() -> None:
    lines = [
        "夜の電気を",
        "朝に返す",
        "電池は簡単だった",
        "難しいのは人だ",
        "手順書は四十回",
        "書き直された",
        "町は待っている",
    ]
    assert kind_by_lines("\n".join(f'<スパンリーフ="">{line}' for line in lines * 3)) is None
