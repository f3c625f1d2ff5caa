"""Bylines' values and the names in them; what names nobody counts as much."""

import pytest

from cleaners.metadata.names import split_names
from cleaners.metadata.people import has_given_name
from cleaners.metadata.signatures import opened_by, signed_by

NAMES = [
    # labels
    ("By Jane Doe", ("Jane Doe",)),
    ("Jane Doe, translated from the Spanish by Rita Roe", ("Jane Doe",)),
    ("Lily, NodeDigest", ("Lily", "NodeDigest")),
    ("李明远，海港大学教授", ("李明远",)),
    ("佐倉美帆記者", ("佐倉美帆",)),
    ("作者陆一鸣", ("陆一鸣",)),
    ("岸本遼平Ryohei Kishimoto", ("岸本遼平",)),
    ("投稿者 Ryohei Kishimoto", ("Ryohei Kishimoto",)),
    ("by Jane Doe", ("Jane Doe",)),
    ("Written by Jane Doe", ("Jane Doe",)),
    ("Sep 16 Written By Jon Norris", ("Jon Norris",)),
    ("Von Anna Schmidt", ("Anna Schmidt",)),
    ("von Redaktion", ("Redaktion",)),
    ("Par Marie Curie", ("Marie Curie",)),
    ("Por Juan Pérez", ("Juan Pérez",)),
    ("Di Mario Rossi", ("Mario Rossi",)),
    ("di Mario Rossi", ("Mario Rossi",)),
    ("Door Jan de Vries", ("Jan de Vries",)),
    ("Af Lars Løkke", ("Lars Løkke",)),
    ("Text: Anna Schmidt", ("Anna Schmidt",)),
    ("Von unserem Redakteur Jan Roth", ("Jan Roth",)),
    ("Blog-Beitrag von Ida Wolf", ("Ida Wolf",)),
    ("Interview: Ida Wolf", ("Ida Wolf",)),
    # agencies, places, outlets and roles beside a writer
    ("Ida Wolf und dpa", ("Ida Wolf",)),
    ("par Marie Lenoir avec AFP", ("Marie Lenoir",)),
    ("By MARY STONE The Associated Press", ("MARY STONE",)),
    ("dpa", ("dpa",)),
    ("Markus Roth, London, Beat Wolf", ("Markus Roth", "Beat Wolf")),
    ("Nur Demir / ANKARA Giriş: ", ("Nur Demir",)),
    ("Ida Wolf, Projektleiterin der Werft in Tunesien", ("Ida Wolf",)),
    ("Rechtsanwalt Jan Roth", ("Jan Roth",)),
    ("Mary Stone For Quaymail.Com", ("Mary Stone",)),
    ("海聲報／ 記者李曉明／台北即時報導", ("李曉明",)),
    ("編集委員・山田太郎 佐々木花子", ("山田太郎", "佐々木花子")),
    ("山田太郎＝文化部", ("山田太郎",)),
    ("山田 太郎 : エネルギー研究家", ("山田 太郎",)),
    ("李晓 王小明", ("李晓", "王小明")),
    ("이가은·박서준 기자", ("이가은", "박서준")),
    ("Автор: Иван Петров", ("Иван Петров",)),
    ("文：李明", ("李明",)),
    ("文／山田太郎", ("山田太郎",)),
    ("文● オカモト／ASCII編集部", ("オカモト", "ASCII編集部")),
    ("取材・文＝山田太郎", ("山田太郎",)),
    ("作者：李明", ("李明",)),
    ("阿樸 發表於 三月 9, 2025", ("阿樸",)),
    ("Jane Doe 4 小时前", ("Jane Doe",)),
    ("山田太郎 3日前", ("山田太郎",)),
    ("撰文：王芳", ("王芳",)),
    ("記者李明", ("李明",)),
    ("记者 李明", ("李明",)),
    ("新华社记者 焦鹏", ("焦鹏",)),
    ("기자 김민지", ("김민지",)),
    ("스포츠조선=선수민 기자", ("선수민",)),
    ("記者李明／台北報導", ("李明",)),
    ("【記者李明／台北報導】", ("李明",)),
    ("（東京＝山田太郎）", ("山田太郎",)),
    # who did something else
    ("Jane Doe, photos by Bob Ray", ("Jane Doe",)),
    ("Written by Jane Doe Edited by John Roe", ("Jane Doe",)),
    ("Autor: Fritz Imhof Quelle: Livenet", ("Fritz Imhof",)),
    ("文／李明 编辑／王芳", ("李明",)),
    ("李明、编辑 王芳", ("李明",)),
    ("著：J・K・ローリング 訳：松岡佑子", ("J・K・ローリング",)),
    # roles
    ("Jane Doe, Senior Reporter", ("Jane Doe",)),
    ("Senior Reporter Jane Doe", ("Jane Doe",)),
    ("Jane Doe - Staff Writer", ("Jane Doe",)),
    ("Sam Stein Senior Politics Editor", ("Sam Stein",)),
    ("Chief Economist Jane Doe", ("Jane Doe",)),
    ("Isaac Thornbury Local Democracy Reporter 3rd May", ("Isaac Thornbury",)),
    ("Jack White Senior Editor", ("Jack White",)),
    ("Barbara Stiegler Philosophe, Professeur de philosophie politique", ("Barbara Stiegler",)),
    ("山田太郎 記者", ("山田太郎",)),
    ("山田太郎 編集委員", ("山田太郎",)),
    ("編集委員 山田太郎", ("山田太郎",)),
    ("経済部 山田太郎", ("山田太郎",)),
    ("特約記者 李明", ("李明",)),
    ("홍길동 특파원", ("홍길동",)),
    ("Jane Doe, MD, PhD", ("Jane Doe",)),
    ("Jane Doe PhD", ("Jane Doe",)),
    # lives
    ("Jane Doe is a journalist at The Times.", ("Jane Doe",)),
    ("Will Leitch is a contributing editor at New York magazine, senior writer.", ("Will Leitch",)),
    ("Jane Doe Jane Doe Opinion writer", ("Jane Doe",)),
    # dates, times, counts
    ("18/03/2019 | André Mindermann", ("André Mindermann",)),
    ("By Steven Shepard 10/04/2016 05:07 AM EDT Link Copied", ("Steven Shepard",)),
    ("By Emily Burack 8 January 2020, 3:51 pm 11 Edit", ("Emily Burack",)),
    ("8. Januar 2020 · by Aureliana · in Gefühle", ("Aureliana",)),
    ("By Eric Hergenreder Updated December 19, 2025", ("Eric Hergenreder",)),
    ("VON MORITZ GATHMANN am 21. April 2020", ("MORITZ GATHMANN",)),
    ("Jane Doe 203 comments", ("Jane Doe",)),
    ("Jane Doe • 5 min read", ("Jane Doe",)),
    ("Carla Chevez Actualizado el 08/05/2022 02:14 a.m.", ("Carla Chevez",)),
    # addresses, asides, outlets
    ("김민지 기자 minji@example.com", ("김민지",)),
    ("Jane Doe jane.doe@example.com", ("Jane Doe",)),
    ("Jane Doe @janedoe", ("Jane Doe",)),
    ("Jane Doe https://example.com/jane", ("Jane Doe",)),
    ("Jane Doe (New York)", ("Jane Doe",)),
    ("李明（北京）、王芳", ("李明", "王芳")),
    ("Jane Doe for CoinDesk", ("Jane Doe",)),
    ("James Lynch from University of Leeds", ("James Lynch",)),
    ("Jane Doe in London and John Roe in Paris", ("Jane Doe", "John Roe")),
    ("Jane Doe/Reuters", ("Jane Doe",)),
    ("By Jane Doe, CNN", ("Jane Doe",)),
    ("Jane Doe and John Roe, The Guardian", ("Jane Doe", "John Roe")),
    ("Jane Doe | CoinDesk", ("Jane Doe",)),
    # lists
    ("Ana Ruiz and Bo Chen", ("Ana Ruiz", "Bo Chen")),
    ("Ana Ruiz, Bo Chen, and Cy Dent", ("Ana Ruiz", "Bo Chen", "Cy Dent")),
    ("Ana Ruiz & Bo Chen", ("Ana Ruiz", "Bo Chen")),
    ("Ana Ruiz; Bo Chen", ("Ana Ruiz", "Bo Chen")),
    ("Ana Ruiz / Bo Chen", ("Ana Ruiz", "Bo Chen")),
    ("Jean-Luc Martin et Marie Dupont", ("Jean-Luc Martin", "Marie Dupont")),
    ("Иван Петров и Мария Сидорова", ("Иван Петров", "Мария Сидорова")),
    ("Jack、Watching Beating", ("Jack", "Watching Beating")),
    ("李明、王芳", ("李明", "王芳")),
    ("李明／王芳", ("李明", "王芳")),
    ("李明 和 王芳", ("李明", "王芳")),
    ("李明和王芳", ("李明", "王芳")),
    ("李小明 王小芳", ("李小明", "王小芳")),
    ("本报记者 李明 王芳", ("李明", "王芳")),
    ("山田太郎と鈴木花子", ("山田太郎", "鈴木花子")),
    ("김철수 이영희 기자", ("김철수", "이영희")),
    ("チョッパー、Foreign News", ("チョッパー", "Foreign News")),
    ("チョッパー、ニュース部", ("チョッパー", "ニュース部")),
    ("Jane Doe, Jane Doe", ("Jane Doe",)),
    ("Jane Doe and 2 others", ("Jane Doe",)),
    # one name, however it looks
    ("サトシ・ナカモト", ("サトシ・ナカモト",)),
    ("史蒂夫·乔布斯", ("史蒂夫·乔布斯",)),
    ("Ludwig van der Meer", ("Ludwig van der Meer",)),
    ("李小文", ("李小文",)),
    ("山田太郎 文", ("山田太郎",)),
    ("澎湾新闻记者 周舟 实习生 林晚", ("周舟", "林晚")),
    ("조회 12", ()),
    ("Авторы", ()),
    ("Juan de la Cruz", ("Juan de la Cruz",)),
    ("de la Cruz, Juan", ("Juan de la Cruz",)),
    ("Robert Downey Jr.", ("Robert Downey Jr.",)),
    ("Robert Downey, Jr.", ("Robert Downey, Jr.",)),
    ("J.K. Rowling", ("J.K. Rowling",)),
    ("Theodore H. White III", ("Theodore H. White III",)),
    ("Jane O'Neill-Smith", ("Jane O'Neill-Smith",)),
    ("Mark Baker", ("Mark Baker",)),
    ("李和平", ("李和平",)),
    ("和田一郎", ("和田一郎",)),
    ("山田 太郎", ("山田 太郎",)),
    ("JANE DOE", ("JANE DOE",)),
    ("arndxt", ("arndxt",)),
    ("@janedoe", ("janedoe",)),
    ("Jane Doe |", ("Jane Doe",)),
    ("Nguyễn Văn A", ("Nguyễn Văn A",)),
    ("محمد علي", ("محمد علي",)),
    # desks
    ("編集部", ("編集部",)),
    ("CoinDesk JAPAN 編集部", ("CoinDesk JAPAN 編集部",)),
    ("新华社", ("新华社",)),
    ("中华人民共和国外交部", ("中华人民共和国外交部",)),
    ("Reuters Staff", ("Reuters Staff",)),
    ("By Intelligencer Staff", ("Intelligencer Staff",)),
    ("The Associated Press", ("The Associated Press",)),
]
NOBODY = [
    "",
    " ",
    "-",
    "By",
    "作者：",
    "2025-11-05",
    "2025年11月5日 09:30",
    "12",
    "admin",
    "Contact",
    "Updated",
    "Staff Writer",
    "匿名",
    "記者會見",
    "example.com",
    "https://example.com/jane-doe",
    "jane@example.com",
    "Photo by Jane Doe",
    "Edited by: Jane Doe",
    "編集：山田太郎",
    "责任编辑：李明",
    "编辑：李明、王芳",
    "翻訳：山田太郎",
    "来源：新华网",
    "金曜日",
    "A A",
    "筆者は山田です。",
    "This is a sentence about something else entirely.",
    "Get the latest articles in your inbox",
    "コメントはまだありません",
    "x" * 100,
    "、".join(f"李{a}{b}" for a in "明华强" for b in "一二三四五六七八九十子丑寅卯"),
]

# where, or as what, a writer works; who did something else; addresses between
NAMES += [
    ("Ann Roe, Saltbox Research", ("Ann Roe",)),
    ("Ellery Vance、Saltmarsh Capital パートナー", ("Ellery Vance",)),
    ("ミリアム・オークハースト、元地方銀行の決済責任者", ("ミリアム・オークハースト",)),
    ("ヘレナ・オストロフ、ジュンホ・ペ、ノースビーム・リサーチ", ("ヘレナ・オストロフ", "ジュンホ・ペ")),
    ("Marlow Finch、Slow Settlement 主筆", ("Marlow Finch",)),
    ("真壁ゆう子、テックソラ編集部", ("真壁ゆう子", "テックソラ編集部")),
    ("Jack, Saltbox Research", ("Jack", "Saltbox Research")),
    ("변지훈 기자 jh@bada.example, 문소라 기자 sora@bada.example", ("변지훈", "문소라")),
    ("Corvex Learn team", ("Corvex Learn team",)),
]


@pytest.mark.parametrize(("value", "names"), NAMES)
def test_names_are_split_where_lists_are_and_never_inside(value: str, names: tuple[str, ...]) -> None:
    assert split_names(value) == names


@pytest.mark.parametrize("value", NOBODY)
def test_what_names_nobody_is_empty(value: str) -> None:
    assert split_names(value) == ()


@pytest.mark.parametrize(
    "name", ["Jane Doe", "Dr. Uta Meier", "J. Peter Roe", "André van den Berg", "Karl-Heinz Roth", "Sam O'Neil"]
)
def test_given_names_are_known(name: str) -> None:
    assert has_given_name(name)


@pytest.mark.parametrize(
    "name", ["Jane", "Harbour Post", "The Courier", "April Prices", "Dr. No", "", "港 太郎", "Page Two"]
)
def test_what_begins_with_no_given_name(name: str) -> None:
    assert not has_given_name(name)


@pytest.mark.parametrize("value", ["mardi", "Dienstag", "正文", "Stand", "View full profile", "Written by"])
def test_words_round_names_name_nobody(value: str) -> None:
    assert split_names(value) == ()


@pytest.mark.parametrize(
    ("text", "names", "site"),
    [
        ("（中央社記者李曉明、陳一平洛杉磯5日專電）港口", ("李曉明", "陳一平"), "中央社"),
        ("（中央社台北5日電）港口", (), None),
        ("（中央社記者范姜立翔台北5日電）港口", ("范姜立翔",), "中央社"),
        ("（中央社記者 蘇柏勳 台北5日電）中央銀行は", ("蘇柏勳",), "中央社"),
        ("【大公報訊】記者李曉明報道：港口", ("李曉明",), None),
        ("[아시아경제 이가은 기자] 항구의", ("이가은",), "아시아경제"),
        ("[부산=바다일보 이가은 기자] 거인", ("이가은",), "바다일보"),
        ("(부산=뉴스1) 이가은 기자 = 항구", ("이가은",), "뉴스1"),
        ("(부산=뉴스1) 항구의 새", (), None),
        ("【ソウル=聯合ニュース】港の", (), "聯合ニュース"),
        ("Evening Tide, April 26 (reporter Ines Marlow) At eight o'clock a ferry left.", ("Ines Marlow",), None),
        ("【磐石財經 曾昱廷報導】伺服器的關鍵料件吃緊", ("曾昱廷",), None),
    ],
)
def test_who_files_a_dispatch_is_read(text: str, names: tuple[str, ...], site: str | None) -> None:
    assert opened_by(text) == (names, site)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("町へ返すと話した。【山田太郎、佐藤花子】", ("山田太郎", "佐藤花子")),
        ("（山田太郎）", ("山田太郎",)),
        ("（聞き手・構成　山田太郎）", ("山田太郎",)),
        ("（2025年11月23日　スポーツ部記者・山田 太郎）", ("山田 太郎",)),
        ("KNB 뉴스 김하늘입니다.", ("김하늘",)),
        ("KNB뉴스 김하늘입니다. [ sky@knb.kr ]", ("김하늘",)),
        ("그는 요즘 가장 바쁜 사람입니다.", ()),
        ("TAKİP ET", ()),
        ("Uppdaterad", ()),
        ("字号:A- A A", ()),
        ("（小浜通信部　木嶋沙月）", ("木嶋沙月",)),
        ("（山口県）", ()),
        ("（福島第一）", ()),
        ("【時事通信社】", ()),
    ],
)
def test_who_signs_at_the_end_is_read(text: str, names: tuple[str, ...]) -> None:
    assert signed_by(text) == names
