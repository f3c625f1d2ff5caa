"""Bylines, datelines, signatures and the site's own name on flattened pages: what is read, and what is not."""

import pytest

from cleaners.calendars.setting import Setting
from cleaners.from_text import from_text
from cleaners.load import load_rules
from cleaners.metadata.answerers import answerers
from cleaners.metadata.outlets import is_known, is_masthead, is_name, owner
from cleaners.metadata.people_east import read_credits
from cleaners.metadata.presented import presented
from cleaners.metadata.reporters import is_reporter
from cleaners.metadata.rosters import roster
from cleaners.metadata.rows import read_row
from cleaners.phrases import phrases
from cleaners.recipe import clean_text

ROWS = [
    ("By Jane Doe | 5 November 2025 | The Courier", ("Jane Doe",), "2025-11-05", None),
    ("Posted on May 11, 2025 by Wendel", ("Wendel",), "2025-05-11", None),
    ("by 溫士傑", ("溫士傑",), None, None),
    ("發佈於 2025年8月19日 更新於 2025年9月2日", (), "2025-08-19", "2025-09-02"),
    (
        "Updated Oct 14, 2025, 6:10 p.m. Published Oct 14, 2025, 3:42 p.m. UTC",
        (),
        "2025-10-14T15:42+00:00",
        "2025-10-14T18:10",
    ),
    ("입력 2025.10.28 05:01 수정 2025.10.28 09:47", (), "2025-10-28T05:01", "2025-10-28T09:47"),
    ("2026-01-09 02:15 UTC+0 に更新", (), None, "2026-01-09T02:15+00:00"),
    ("2026年1月14日 5:00 公開", (), "2026-01-14T05:00", None),
    ("배윤호 기자", ("배윤호",), None, None),
    ("문가람 기자 · 지석우 기자", ("문가람", "지석우"), None, None),
    ("문가람 기자 / 오세진 기자", ("문가람", "오세진"), None, None),
    ("글 남궁설 기자 · 사진 표민석", ("남궁설",), None, None),
    ("글 구민재 | 2025.04.02 | 월간 곁길 4월호", ("구민재",), "2025-04-02", None),
    ("글쓴이 Hester Quillfeather", ("Hester Quillfeather",), None, None),
    ("기자명 문가람 기자", ("문가람",), None, None),
    ("由 小麥", ("小麥",), None, None),
    ("陆小满  发表于 2025-08-19 21:07  分类：前端", ("陆小满",), "2025-08-19T21:07", None),
    ("原创 于 2025-07-21 00:46:18 发布", (), "2025-07-21T00:46:18", None),
    ("最新推荐文章于 2025-11-02 08:15:00 发布", (), None, None),
    ("2025年2月16日 / 最終更新日時 : 2025年3月2日 まめ夫", ("まめ夫",), "2025-02-16", "2025-03-02"),
    ("2025年3月4日 によって ダグ", ("ダグ",), "2025-03-04", None),
    ("マリット・オスト によって | ステイシー・ルドによって編集されました", ("マリット・オスト",), None, None),
    ("チャ・ミンソル 記者／木浦＝オ・ジュンテク 記者", ("チャ・ミンソル", "オ・ジュンテク"), None, None),
    ("首席經濟師　關子峰", ("關子峰",), None, None),
    ("投資情報部 チーフストラテジスト　戸田 公彦", ("戸田 公彦",), None, None),
    ("《江海晚报》记者 卢文绮 实习记者 贺一帆 南京、成都报道", ("卢文绮", "贺一帆"), None, None),
    ("文 潮汐アカデミー編集チーム", ("潮汐アカデミー編集チーム",), None, None),
    ("文 顾南乔　　江海早茶", ("顾南乔",), None, None),
    ("記者 杜若白", ("杜若白",), None, None),
    ("記者謝宜蓁／台南報導", ("謝宜蓁",), None, None),
    ("【記者李明台北報導】", ("李明",), None, None),
    ("〔記者高宜君／苗栗報導〕", ("高宜君",), None, None),
    ("Given by Henrik Aas, Member of the Executive Board", ("Henrik Aas",), None, None),
    ("□ 本报记者 罗砚 姚思齐 宁波、上海报道", ("罗砚", "姚思齐"), None, None),
    ("［籾山 蓉子，週刊マネー東都］", ("籾山 蓉子",), None, None),
    ("原创 陆一鸣 码农夜航船 2025-07-22 08:30", ("陆一鸣",), "2025-07-22T08:30", None),
    ("作成者 Marcus Feld および 林雅雯", ("Marcus Feld", "林雅雯"), None, None),
    ("Von Claudia Riedler 19. Oktober 2019 00:04 Uhr", ("Claudia Riedler",), "2019-10-19T00:04", None),
    ("Veröffentlicht am 17. Dezember 2019 von Simon Dückert", ("Simon Dückert",), "2019-12-17", None),
    ("Par Matthieu Hy le 07 mai 2020", ("Matthieu Hy",), "2020-05-07", None),
    ("von Tobi, 29. Juni 2017", ("Tobi",), "2017-06-29", None),
    ("Gepostet von Katharina Volkwein | Wohnen", ("Katharina Volkwein",), None, None),
    ("Mike Kappel May 18, 2016", ("Mike Kappel",), "2016-05-18", None),
    ("杜若白 2025-11-05", ("杜若白",), "2025-11-05", None),
    ("By Eric Levitz@EricLevitz", ("Eric Levitz",), None, None),
    ("ByRhonda Krause", ("Rhonda Krause",), None, None),
    ("by느린나무", ("느린나무",), None, None),
    ("Published Thu, Nov 20 202511:05 AM EST", (), "2025-11-20T11:05-05:00", None),
    ("原创 GameForce 2019-09-04 22:18:34", ("GameForce",), "2019-09-04T22:18:34", None),
    ("經世日報 記者夏沐晴／台北報導", ("夏沐晴",), None, None),
    ("2025-11-25 05:31 港灣日報／ 記者 溫若嵐／台北報導", ("溫若嵐",), "2025-11-25T05:31", None),
    ("公開済み 2024年3月5日更新済み 2025年8月18日", (), "2024-03-05", "2025-08-18"),
    ("鉅網記者葉采蘋 台北", ("葉采蘋",), None, None),
    ("利多網 編輯鐘若庭 綜合報導", ("鐘若庭",), None, None),
    ("Brigid Tannahill、Omar Sefriouiによる|編集者:Piers Lockhart", ("Brigid Tannahill", "Omar Sefrioui"), None, None),
    ("Tessaly Wrenによって", ("Tessaly Wren",), None, None),
    (
        "Ines Marlow と Otto Quist による | Tidewatch | 2025 年 10 月 8 日",
        ("Ines Marlow", "Otto Quist"),
        "2025-10-08",
        None,
    ),
    ("由 Ines Marlow | 编辑者 Otto Quist", ("Ines Marlow",), None, None),
    ("由 潮汐學堂編輯部 撰寫", ("潮汐學堂編輯部",), None, None),
    ("Ines MarlowとOtto Quistによる · 2025年10月30日", ("Ines Marlow", "Otto Quist"), "2025-10-30", None),
    ("によるInes Marlow", ("Ines Marlow",), None, None),
    ("에 의해 Ines Marlow", ("Ines Marlow",), None, None),
    ("通过 格雷厄姆·索托", ("格雷厄姆·索托",), None, None),
    ("经过三年的等待", (), None, None),
    ("✍ Ines Marlow & Otto Quist", ("Ines Marlow", "Otto Quist"), None, None),
    ("由 阿岑 发布于 2025 年 9 月 3 日", ("阿岑",), "2025-09-03", None),
    ("經過 Ines Marlow　發表 2025 年 8 月 19 日　更新 2025 年 9 月 2 日", ("Ines Marlow",), "2025-08-19", "2025-09-02"),
    ("写的 汉娜·里德尔", ("汉娜·里德尔",), None, None),
    ("チーフ債券ストラテジスト　久保田 玲", ("久保田 玲",), None, None),
    ("2025年06月12日 07:35 本网记者 唐若溪", ("唐若溪",), "2025-06-12T07:35", None),
    ("由 Night Power 公司建造", (), None, None),
    ("2026年02月03日 09:38海湾证券报 林晓棠", ("林晓棠",), "2026-02-03T09:38", None),
    ("by 살림하는 곰 2025. 4. 2. 23:51", ("살림하는 곰",), "2025-04-02T23:51", None),
    ("半糖拿铁 于 2026-01-15 22:48:31 发布", ("半糖拿铁",), "2026-01-15T22:48:31", None),
    ("金融調査部 主任研究員 久保寺 敦", ("久保寺 敦",), None, None),
    ("（记者 沙沐 全可欣）", ("沙沐", "全可欣"), None, None),
    ("公開された 2025-12-02 更新しました 2026-05-19", (), "2025-12-02", "2026-05-19"),
    ("2026年10月30日 8:45 更新 15:52", (), "2026-10-30T08:45", None),
    ("潮汐新闻客户端 记者 梁可 通讯员 沈静", ("梁可", "沈静"), None, None),
    ("Posted on 2019年4月13日 by doumae", ("doumae",), "2019-04-13", None),
    ("2025 年 12 月 3 日・最後更新 2025 年 12 月 4 日", (), "2025-12-03", "2025-12-04"),
    (
        "Mon 20 Jan 2025 06.05 GMT Last modified on Mon 20 Jan 2025 06.07 GMT",
        (),
        "2025-01-20T06:05+00:00",
        "2025-01-20T06:07+00:00",
    ),
    ("Grace Katunda•Oct 20, 2025", ("Grace Katunda",), "2025-10-20", None),
    ("December 15, 2025 · 30 min · 6279 words · Hannah Vardan", ("Hannah Vardan",), "2025-12-15", None),
    ("Hannah Vardan 25 March 2025 Search, Basics, Semantic search", ("Hannah Vardan",), "2025-03-25", None),
    ("By Hannah VardanUpdated: Dec 19, 2025", ("Hannah Vardan",), None, "2025-12-19"),
    ("By Hannah VardanJanuary 14, 202620 Mins Read", ("Hannah Vardan",), "2026-01-14", None),
    ("by Hannah Vardan—10 min read", ("Hannah Vardan",), None, None),
    ("by Hannah VardanHannah Vardan", ("Hannah Vardan",), None, None),
    ("ByJ.R. Stone", ("J.R. Stone",), None, None),
    ("December 15, 2025 · Green Valley · North Harbour", (), "2025-12-15", None),
    ("2025-11-05 09:30 来源：海港晚报 作者：李明远 评论：12", ("李明远",), "2025-11-05T09:30", None),
    ("2025-10-02 更新：2025-10-09", (), "2025-10-02", "2025-10-09"),
    ("2025年11月5日公開／2025年11月6日更新", (), "2025-11-05", "2025-11-06"),
    ("Mis à jour le 5 novembre 2025 à 09:30", (), None, "2025-11-05T09:30"),
    ("Von Liesl Anzengruber und Jörg van der Heyden", ("Liesl Anzengruber", "Jörg van der Heyden"), None, None),
    ("조예린 기자, 문태경 기자", ("조예린", "문태경"), None, None),
    ("김하늘·이바다 기자", ("김하늘", "이바다"), None, None),
    ("부산=김하늘 기자/이바다 기자 sky@example.com", ("김하늘", "이바다"), None, None),
    ("ジェーン・ドウより、上級記者", ("ジェーン・ドウ",), None, None),
    ("ジェーン・ドウ、ジョン・ロウ著 | 編集者:メアリー・メジャー", ("ジェーン・ドウ", "ジョン・ロウ"), None, None),
    ("ジェーン・ドウ著(時刻はすべて東部時間)", ("ジェーン・ドウ",), None, None),
    ("ビットコインより、イーサリアム", (), None, None),
    ("Tidewatch Staff | November 5, 2025", ("Tidewatch Staff",), "2025-11-05", None),
    # no bylines
    ("Event date: 5 December 2025", (), None, None),
    ("開催日：2025年12月5日", (), None, None),
    ("2025年04月17日 20:30 江苏", (), "2025-04-17T20:30", None),
    ("이달의 기자, 어떻게 뽑나", (), None, None),
    ("某记者问他为什么", (), None, None),
    ("2025-09-30 15:42 周二", (), "2025-09-30T15:42", None),
    ("潮声日报2025-10-28 08:12", (), "2025-10-28T08:12", None),
    ("Par ici la sortie", (), None, None),
    ("Von der Leyen reist nach Kiew", (), None, None),
    ("Byron and the sea", (), None, None),
    ("Market Report May 18, 2016", (), "2016-05-18", None),
    ("Autor gesucht", (), None, None),
    ("生活中心／李語彤報導", ("李語彤",), None, None),
    ("謝沅臻 古力行 ／ 桃園報導", ("謝沅臻", "古力行"), None, None),
    ("申请的报道", (), None, None),
    ("글·사진 남주희", ("남주희",), None, None),
    ("2025年2月16日由墨栗", ("墨栗",), "2025-02-16", None),
    ("作者墨栗发布于2025年2月16日分类手作标签修理", ("墨栗",), "2025-02-16", None),
    ("作者tide88 (阿澄)", ("tide88",), None, None),
    ("2025年06月12日 07:35　云汀文化　本网记者 唐若溪", ("唐若溪",), "2025-06-12T07:35", None),
    ("ヘンリック・サロウ著", ("ヘンリック・サロウ",), None, None),
    ("文 Jane Doe、シニア鉱業特派員", ("Jane Doe",), None, None),
    (
        "27 October 2025 | Jane Doe, Head of Research; John Roe, Strategist",
        ("Jane Doe", "John Roe"),
        "2025-10-27",
        None,
    ),
    ("Jane Holloway, Enrolled Agent | Answered March 27, 2025", ("Jane Holloway",), "2025-03-27", None),
    ("2025 年 10 月 8 日，世界標準時間晚上 7:04", (), "2025-10-08T19:04+00:00", None),
    ("文中の数字は暫定値です。", (), None, None),
    ("記者会見は午後に開かれた。", (), None, None),
    ("Standing by the river", (), None, None),
    ("Text Generation", (), None, None),
    ("财联社记者 陆以宁 韦崇", ("陆以宁", "韦崇"), None, None),
    ("本报（harbour.cn）记者葛筱雯 深圳报道", ("葛筱雯",), None, None),
    ("オリジナル 沈聿 周若棠", ("沈聿", "周若棠"), None, None),
    ("原创 夜航船 港口观察", ("夜航船",), None, None),
    ("코인니스 정하람 기자", ("정하람",), None, None),
    ("오늘의 인기 기자", (), None, None),
    ("Posted on November 17, 2024November 18, 2024 by hollisk", ("hollisk",), "2024-11-17", None),
    (
        "Published Tue, Oct 14 20256:45 AM EDTUpdated Tue, Oct 14 202510:20 AM EDT",
        *((), "2025-10-14T06:45-04:00", "2025-10-14T10:20-04:00"),
    ),
    ("May 6, 2025 | Jane Doe, Mary Major", ("Jane Doe", "Mary Major"), "2025-05-06", None),
    ("May 6, 2025 | Jane Doe, Enrolled Agent", ("Jane Doe",), "2025-05-06", None),
    ("原创 陳小舟 旋盤のそばの AI", ("陳小舟",), None, None),
    ("posted by step", (), None, None),
    ("潮楽は凹岸寺から送信されました", ("潮楽",), None, None),
    ("潮姐 JOY by 潮姐 JOY", ("潮姐 JOY",), None, None),
    ("2025年09月28日 16:42 新华社", (), "2025-09-28T16:42", None),
    ("潮聲新聞 2025-11-06 10:24:33 記者 許庭瑄 發佈", ("許庭瑄",), "2025-11-06T10:24:33", None),
    ("夜更かし錬丹師小周 2025-09-21 23:47:19 に初公開", ("夜更かし錬丹師小周",), "2025-09-21T23:47:19", None),
    ("最新のおすすめ記事は 2025-11-02 08:15:00 に公開されました", (), None, None),
    ("すでに 2025-09-22 10:15:02 に変更されました", (), None, "2025-09-22T10:15:02"),
    ("によって書かれた Ludo Ferreira　によって事実確認された Hannelore Pike", ("Ludo Ferreira",), None, None),
    ("海港日報 洪敏修、紀雅筑（作者分別是學會理事、工程技師）", ("洪敏修", "紀雅筑"), None, None),
    ("海港日報 昨日、今日", (), None, None),
    (
        "2025年3月6日 · エンジニアリング · Priyanka Vell および Jon-Erik Haas",
        ("Priyanka Vell", "Jon-Erik Haas"),
        "2025-03-06",
        None,
    ),
    ("船は北港から送信されたと話した", (), None, None),
    ("海上阿凱 by 海上阿凱", ("海上阿凱",), None, None),
    ("2025年8月14日 | タイドウォッチチーム著", ("タイドウォッチチーム",), "2025-08-14", None),
    ("by 熊谷達男『商店街の決算書』", ("熊谷達男",), None, None),
    ("過去4回の「ズレ」は平均7ヶ月で解消、うち3回は銅価格の下落による", (), None, None),
    ("ニュースジェローム・ウェルズによって公開された 3月 19, 2025", ("ジェローム・ウェルズ",), "2025-03-19", None),
    ("によってマルコ・ウェルズ/", ("マルコ・ウェルズ",), None, None),
    ("経由 阿波", ("阿波",), None, None),
    ("による Fennie", ("Fennie",), None, None),
    ("梶浦 誠二（鉄道ライター） によるストーリー • 3 日 • 読み終わるまで 3 分", ("梶浦 誠二",), None, None),
    ("由 許雅婷 撰寫•5 小時•2 分鐘閱讀時間", ("許雅婷",), None, None),
    ("更新於 2025/02/05發佈於 2025/02/03閱讀時間約 4 分鐘", (), "2025-02-03", "2025-02-05"),
    ("맹도현 기자공개 2025-04-08 07:32:16", ("맹도현",), "2025-04-08T07:32:16", None),
    ("글 편소리|사진 백종호|2025-06-12", ("편소리",), "2025-06-12", None),
    ("ByLeonie BrandtandMateus Arruda", ("Leonie Brandt", "Mateus Arruda"), None, None),
    (
        "Nadim Farouqi, Hyewon Bae, Lucas Thorsen, Ana-Maria Petcu    Oct 17, 2023",
        ("Nadim Farouqi", "Hyewon Bae", "Lucas Thorsen", "Ana-Maria Petcu"),
        "2023-10-17",
        None,
    ),
    ("Written byItzel Vargas Jimenez", ("Itzel Vargas Jimenez",), None, None),
    ("によって李芷寧", ("李芷寧",), None, None),
    ("기자명로랑 뒤발 | 항만사회학자", ("로랑 뒤발",), None, None),
    ("ジュン・パク@junpark_tv", ("ジュン・パク",), None, None),
    ("2023.08.302023.02.11", (), "2023-02-11", "2023-08-30"),
    ("by Marisol Quennell21 January 202521 January 2025", ("Marisol Quennell",), "2025-01-21", None),
    ("기사 보기", (), None, None),
    ("글 크기 설정", (), None, None),
    ("Thu, Mar 6th 2025 09:31am - Leland Marsh", ("Leland Marsh",), "2025-03-06T09:31", None),
    ("By Wei Sun 5 November 2025", ("Wei Sun",), "2025-11-05", None),
    ("Saturday, November 8, 2025 at 6:00a PST", (), "2025-11-08T06:00-08:00", None),
    ("12 Feb 2025 8:12 am AEDT Date Time", (), "2025-02-12T08:12+11:00", None),
    ("海港晚报 解全敏 武悦 2025-04-22 09:26:33", ("解全敏", "武悦"), "2025-04-22T09:26:33", None),
    ("[윤재이 기자 jaei81@example.com]", ("윤재이",), None, None),
    (
        "ローレンス・アビオラ & ミナ・カステルヌオーヴォ 著 /",
        ("ローレンス・アビオラ", "ミナ・カステルヌオーヴォ"),
        None,
        None,
    ),
    ("Geschrieben vonElisa Marvena", ("Elisa Marvena",), None, None),
    ("By Martin Vell On 12. Dezember 2022", ("Martin Vell",), "2022-12-12", None),
    ("miércoles, 4 de mayo de 202200:10 hs", (), "2022-05-04T00:10", None),
    ("By Event Type", (), None, None),
    ("Jane Vell – 14.09.2022 – Kolumne, Allgemein", ("Jane Vell",), "2022-09-14", None),
]


@pytest.mark.parametrize(("row", "authors", "published", "modified"), ROWS)
def test_row(row: str, authors: tuple[str, ...], published: str | None, modified: str | None) -> None:
    found = read_row(row, Setting(), load_rules().labels)
    assert (found.authors, found.published, found.modified) == (authors, published, modified)


@pytest.mark.parametrize(
    ("row", "site"),
    [
        ("經世日報 記者夏沐晴／台北報導", "經世日報"),
        ("2025年10月28日 08:12 江南晨报", "江南晨报"),
        ("2025年04月22日 07:25 21世纪经济报道", "21世纪经济报道"),
        ("2019-09-09 19:32:27 字号：A- A A+ 来源：中新网", "中新网"),
        ("2019-09-07 16:28:35 来源: 新京报举报", "新京报"),
        ("2019-09-07 16:28:35 来源: 新京报 举报", "新京报"),
        ("（2026年1月25日付　越後日日新聞）", "越後日日新聞"),
        ("本报记者 李明", None),
        ("ニュース｜2025.03.18 11:42", None),
        ("2025-10-28 08:12 社会新闻 阅读 12", None),
    ],
)
def test_outlet_of_a_row(row: str, site: str | None) -> None:
    assert read_row(row, Setting(), load_rules().labels).site == site


def test_translators_apart() -> None:
    row = read_row("옮긴이 서하린", Setting("ko"), load_rules().labels)
    assert (row.authors, row.translators) == ((), ("서하린",))


@pytest.mark.parametrize(
    "line", ["By Jane Doe", "記者李明／台北報導", "김민지 기자", "山田太郎 記者", "（東京＝山田太郎）"]
)
def test_reporter_lines(line: str) -> None:
    assert is_reporter(line)


@pytest.mark.parametrize("line", ["記者会見を開く市長", "By and large, it worked.", "기자회견", "本文", "Bye Jane"])
def test_lines_that_name_no_reporter(line: str) -> None:
    assert not is_reporter(line)


TITLE = "港の新しい蓄電所が動き始めた"
BODY = """港の蓄電所は、夜のあいだに余った電気をためて、朝の混み合う時間に町へ返す。最初の一週間で、返した電気は三百世帯分になった。
運転を見守る技師は、電池よりも人の手順のほうが難しいと話す。手順書は四十回書き直された。
町は来年、同じ設備をもう一つ建てる計画だ。費用は県と折半する。"""
ENGLISH = """The battery plant at the harbour stores what the wind makes at night and gives it back to the town in the morning.
The engineer who watches over it says that the batteries are easy and that the people are the hard part of the work.
The town wants to build another one next year, and the county has promised to pay for half of it."""
CHINESE = """港口的新储能站把夜里多余的电存起来，在早晨用电最多的时候还给小镇。第一个星期，它还回的电够三百户人家用。
看管设备的工程师说，电池并不难，难的是人的操作流程。手册已经改写了四十次。
小镇打算明年再建一座同样的储能站，费用由县里承担一半。"""
KOREAN = """항구의 새 저장소는 밤새 남은 전기를 모아 두었다가 아침에 마을로 돌려준다. 첫 주에 돌려준 전기는 삼백 가구가 쓸 만큼이었다.
운전을 지켜보는 기술자는 배터리보다 사람의 절차가 더 어렵다고 말한다. 절차서는 마흔 번 고쳐 썼다.
마을은 내년에 같은 설비를 하나 더 지을 계획이다. 비용은 군과 절반씩 나눈다."""


def below_english(line: str) -> str:
    """A page with a line below its article."""
    return f"Home\nThe plant at the harbour runs\nNov 5, 2025\n{ENGLISH}\n{line}\nKeywords:\nharbour"


PAGES = [
    # a full name beside a dateline
    (f"{TITLE}\n高瀬 理央\n2025年11月5日 14:30\n{BODY}", ("高瀬 理央",)),
    (f"{TITLE}\n2025年11月5日\n石田遥 久保寺亮\n{BODY}", ("石田遥", "久保寺亮")),
    (f"The plant at the harbour runs\nNora Vantongeren\nOct 30, 2025\n{ENGLISH}", ("Nora Vantongeren",)),
    (f"港口的新储能站开始运行\n杜若白\n2025-11-05 09:30\n{CHINESE}", ("杜若白",)),
    (f"{TITLE}\n2025年11月5日\n矢部 晃\n{BODY}", ("矢部 晃",)),
    (
        f"The plant at the harbour runs\nNora Vantongeren (now) and Joe Averill (earlier)\nOct 30, 2025\n{ENGLISH}",
        ("Nora Vantongeren", "Joe Averill"),
    ),
    (f"The plant at the harbour runs\nNora Vantongeren\n@nvan\n{ENGLISH}", ("Nora Vantongeren",)),
    (
        f"The plant at the harbour runs\n3 hours ago\nNora Vantongeren\nHarbour News, Northport\n{ENGLISH}",
        ("Nora Vantongeren",),
    ),
    (f"港口的新储能站开始运行\n豆腐西施不西施\n2025-11-05 09:30\n{CHINESE}", ("豆腐西施不西施",)),
    (f"登入\n註冊\n{TITLE}\n阿梨\n2025/04/22\n{BODY}\n分享\n阿梨\n12會員\n發表第一個留言", ("阿梨",)),
    (
        f"{TITLE}\nジェーン・ドウ、ジョン・ロウ|編集:メアリー・メジャー\n2025年11月5日\n{BODY}",
        ("ジェーン・ドウ", "ジョン・ロウ"),
    ),
    (f"{TITLE}\n書いた人:ジェーン・ドウ、寄稿者\n2025年11月5日\n{BODY}", ("ジェーン・ドウ",)),
    # what is none
    (f"{TITLE}\n初級編\n2025年11月5日\n{BODY}", ()),
    (f"{TITLE}\n経済\n2025年11月5日 14:30\n{BODY}", ()),
    (f"{TITLE}\n電力と暮らし\n2025年11月5日 14:30\n{BODY}", ()),
    (f"The plant at the harbour runs\nBattery Plant\nOct 30, 2025\n{ENGLISH}", ()),
    (f"港口的新储能站开始运行\n操作流程\n2025-11-05 09:30\n{CHINESE}", ()),
    (f"항구의 새 저장소가 움직인다\n신기술\n2025-11-05 09:30\n{KOREAN}", ()),
    # names that no form gives away: above the date and again below the article, with a button, with an address
    (f"{TITLE}\nゆげ子\n2025年11月5日 14:30\n{BODY}\nゆげ子\nフォロー", ("ゆげ子",)),
    (f"港口的新储能站开始运行\n半木子\n关注\n2025-11-05 09:30\n{CHINESE}", ("半木子",)),
    (f"{TITLE}\n岩瀬ひなた\n2025年11月5日\n{BODY}", ("岩瀬ひなた",)),
    (f"港口的新储能站开始运行\n2025-11-05 · 老皮 · 生活\n{CHINESE}\n老皮的其他文章", ("老皮",)),
    (f"The plant at the harbour runs\nNora Vane nora@harbour.example\nOct 30, 2025\n{ENGLISH}", ("Nora Vane",)),
    (f"{TITLE}\n中級\n2025年11月5日\n{BODY}\n中級", ()),
    (f"夜の電気\n{TITLE}\n2025年11月5日 14:30\n{BODY}\n夜の電気", ()),
    # over several lines
    (f"{TITLE}\nによる\nジェーン・ドウ\n編集者\nジョン・ロウ\n2025-10-17\n{BODY}", ("ジェーン・ドウ",)),
    (f"{TITLE}\nby\nJoe 蘇\n2025-10-17\n{BODY}", ("Joe 蘇",)),
    (f"原创\n沈一舟\n北港手记\n2025年10月12日 09:20\n{CHINESE}", ("沈一舟",)),
    (f"原文：Luca Marini\n{TITLE}\n{BODY}", ("Luca Marini",)),
    (f"原文：https://harbour.example/plant\n{TITLE}\n{BODY}", ()),
    (
        f"{TITLE}\n2025/5/20\n{BODY}\n関連記事\n隣町の風車\n海辺の発電\nこの記事を書いた人\n笹倉 敦史\nアナリスト",
        ("笹倉 敦史",),
    ),
    # the writer, his account beside it, a list of names, another's label
    (f"{TITLE}\n林郁婕 ・2025/05/14 ・2876字\n{BODY}", ("林郁婕",)),
    (f"{TITLE}\n@mizu_kei(水谷 圭)\n2025-09-14\n{BODY}", ("水谷 圭",)),
    (f"{TITLE}\n@mizu_kei(みず)\n2025-09-14\n{BODY}", ("mizu_kei",)),
    (f"この記事の著者： 賀思遠\n{TITLE}\n{BODY}", ("賀思遠",)),
    (f"{TITLE}\n原文の著者：リナ・オストフェルト、Quay & Loom\n{BODY}", ("リナ・オストフェルト",)),
    (f"{TITLE}\n大村 沙織 : 潮騒経済 記者\n著者フォロー\n2025/09/27 5:30\n{BODY}", ("大村 沙織",)),
    (f"{TITLE}\n2025年10月28日\n{BODY}\n（潮騒ニュース・藤波 千尋）", ("藤波 千尋",)),
    (f"{TITLE}\n2025年10月28日\n{BODY}\n（潮騒ニュース特約・藤波 千尋）", ("藤波 千尋",)),
    (f"Ingrid Vaszary\nScience\n2025.10.20\n{TITLE}\n{BODY}", ("Ingrid Vaszary",)),
    (f"{TITLE}\nによる アニケット・サーマント - 2025年11月9日\n{BODY}", ("アニケット・サーマント",)),
    (f"{TITLE}\nWritten (Español) by Lucía Pita Morán\nTranslated by Owen Hart\n{BODY}", ("Lucía Pita Morán",)),
    (f"{TITLE}\n2025年10月28日\n（中央社記者林曉恩、台北5日電）{BODY}", ("林曉恩",)),
    (f"{TITLE}\n2025年10月28日\n編集部：大村沙織\n{BODY}", ("大村沙織",)),
    (f"{TITLE}\n{BODY}\nmizukei (id:mizukei)\n2025-02-23 22:41\n読者になる", ("mizukei",)),
    (f"{TITLE}\n2025年10月28日\n重要なお知らせ\n{BODY}", ()),
    (f"{TITLE}\n2025年10月28日\nChiara M. Vossの写真\n{BODY}", ()),
    (f"{TITLE}\n2025年10月28日\n{BODY}\n（潮騒ニュース編集部・宇治原沙耶）", ("宇治原沙耶",)),
    (f"{TITLE}\n2025年10月28日\n原文執筆者\nSunita Gharti\n翻訳者\nHaruka Mizoguchi\n{BODY}", ("Sunita Gharti",)),
    (f"{TITLE}\nジャーナリスト\nRitwika Menon\n投稿日: 2025年11月12日\n{BODY}", ("Ritwika Menon",)),
    (f"{TITLE}\nによる Nagiチーム\n2025年8月28日\n{BODY}", ("Nagiチーム",)),
    (f"{TITLE}\nによる區塊妹 RITA\n2025年8月28日\n{BODY}", ("區塊妹 RITA",)),
    (f"{TITLE}\n2024/11/8\n債券\n家計\n矢吹　和泉\nファイナンシャルプランナー\nメール\n{BODY}", ("矢吹 和泉",)),
    (f"{TITLE}\n2024/11/8\n{BODY}\n監修\n矢吹　和泉\nファイナンシャルプランナー", ()),
    (f"{TITLE}\n2025/10/19\n文字\n何柏翰\n、\n林知微\n攝影\n施以恆\n{BODY}", ("何柏翰", "林知微")),
    (f"{TITLE}\n海港新聞 2025-09-16 10:47:08 記者 林禹彤 報導\n{BODY}", ("林禹彤",)),
    (
        f"{TITLE}\n{BODY}\n本文转载自 [Flow Eye]，著作权归属原作者 [Tobias Renner]，如对转载有异议，请联系我们的团队，团队会处理。",
        ("Tobias Renner",),
    ),
    (
        "The plant at the harbour runs\nNovember 3, 2025\nImogen Tarrant, Suresh Balan, University of Tasmania, "
        f"Lachie Wedder, University of California, Davis\n{ENGLISH}",
        ("Imogen Tarrant", "Suresh Balan", "Lachie Wedder"),
    ),
    (
        f"ホーム\nマーケット\nアナリスト\n暗号資産\n法律\n会計\n税務\n用語\n教育\n求人\n地域\n動画\n{TITLE}\n2024-06-07\n{BODY}",
        (),
    ),
    (f"{TITLE}\nBy: BlockBeats\nOriginal Author: Callum Reyes\n{BODY}", ("Callum Reyes",)),
    (f"{TITLE}\n岬まめ\nポスト\n{BODY}\n岬まめ\n1987年神奈川県生まれ。会社員。\n前の記事", ("岬まめ",)),
    (
        f"{TITLE}\nコフィ・アサレ＝ドゥア、リム・ジアユ\n2025年11月18日\n{BODY}",
        ("コフィ・アサレ＝ドゥア", "リム・ジアユ"),
    ),
    (
        f"{TITLE}\nマルタ・ケズウィックとデボン・アルダロ\n2025年10月30日\n{BODY}",
        ("マルタ・ケズウィック", "デボン・アルダロ"),
    ),
    (f"{TITLE}\n浜口航、真鍋千尋\n{BODY}\n「みんなの手を通った証拠」（浜口航、真鍋千尋）\n◇", ("浜口航", "真鍋千尋")),
    (f"{TITLE}\nお知らせ 一覧\n{BODY}", ()),
    (
        f"本文は微信公式アカウント「川流観察」から転載、著者：沈昱林、方若渓；編集：黄暁冬。\n{TITLE}\n{BODY}",
        ("沈昱林", "方若渓"),
    ),
    (f"米の灯\n追蹤\n{TITLE}\n米の灯\n更新 2025/03/02發佈 2025/02/27\n{BODY}\n米の灯\nフォロー", ("米の灯",)),
    # a role beside the name, a heading above it; no agency of pictures
    (
        f"The plant at the harbour runs\nLionel Vantongeren | Contributor\nFollow\nGetty Images\n{ENGLISH}",
        ("Lionel Vantongeren",),
    ),
    (f"The plant at the harbour runs\nNora Vantongeren\nStaff Writer\n{ENGLISH}", ("Nora Vantongeren",)),
    (
        f"The plant at the harbour runs\nNora Vantongeren\nReporter • Tidewatch\nAug. 14, 2025 at 3:40 pm UTC\n{ENGLISH}",
        ("Nora Vantongeren",),
    ),
    (f"The plant at the harbour runs\nSource: Quay Filtration Corporation\nQuay Filtration Corporation\n{ENGLISH}", ()),
    (
        f"The plant at the harbour runs\nby\nNora Vantongeren\nClose\nSee all\nand\nJosiah Quan\nClose\n{ENGLISH}",
        ("Nora Vantongeren", "Josiah Quan"),
    ),
    (
        f"The plant at the harbour runs\nThis article was contributed by Nora Vantongeren\n{ENGLISH}",
        ("Nora Vantongeren",),
    ),
    (f"The plant at the harbour runs\n{ENGLISH}\nNora De Vita\nAugust 25, 2025\n{ENGLISH}", ("Nora De Vita",)),
    (
        f"The plant at the harbour runs\n{ENGLISH}\nAbout the Author\nNora Vantongeren\nShe lives by the sea.",
        ("Nora Vantongeren",),
    ),
    (f"The plant at the harbour runs\n{ENGLISH}\nRelated articles\nAuthor\nNora Vantongeren\nMore", ()),
    # the first sentence, the last one, and behind it
    (f"{TITLE}\n2025年11月5日\n【シアトル=大森健太】{BODY}", ("大森健太",)),
    (f"{TITLE}\n2025年11月5日\n{BODY}(石田遥、久保寺亮)", ("石田遥", "久保寺亮")),
    (f"{TITLE}\n2025年11月5日\n{BODY}\n（佐伯 隼人）", ("佐伯 隼人",)),
    (f"{TITLE}\n2025年11月5日\n{BODY}（同）", ()),
    (f"항구의 새 저장소가 움직인다\n2025-11-05 09:30\n[서울=뉴스하나] 김철수 기자 = {KOREAN}", ("김철수",)),
    (f"항구의 새 저장소가 움직인다\n2025-11-05 09:30\n{KOREAN}\n배윤호 기자 yh.bae@example.com", ("배윤호",)),
    (f"{TITLE}\n2025年11月5日\n{BODY}\n《佐伯 隼人》", ("佐伯 隼人",)),
    (f"{TITLE}\n2025年11月5日\n{BODY}\n発表者\n特別研究員 小寺 沙英（コデラ・サエ）", ()),
    # right behind the last sentence, where no sentence says the name
    (below_english("Nora Vantongeren"), ("Nora Vantongeren",)),
    (below_english("Von Nora Vantongeren"), ("Nora Vantongeren",)),
    (below_english("Storage Works"), ()),
    # sections in a path are no names
    (f"ホーム›自動車 ビジネス›企業動向›記事\n{TITLE}\n自動車 ビジネス\n2025年11月5日\n{BODY}", ()),
    # a name of kanji and kana below the day; a name in a menu
    (f"{TITLE}\n2025年11月5日\n西窪はる香\n{BODY}", ("西窪はる香",)),
    (f"プロフィール\nブログ管理人\nお問い合わせ\n{TITLE}\n2025年11月5日\n{BODY}", ()),
    (f"港口的新储能站开始运行\n2025-11-05\n新华社北京11月5日电（记者 李明）{CHINESE}", ("李明",)),
]


@pytest.mark.parametrize(("page", "authors"), PAGES)
def test_authors_of_a_page(page: str, authors: tuple[str, ...]) -> None:
    assert clean_text(page).metadata.authors == authors


def test_a_byline_leaves_the_text_and_its_sentence_stays() -> None:
    doc = clean_text(f"{TITLE}\n高瀬 理央\n2025年11月5日 14:30\n【シアトル=大森健太】{BODY}")
    assert doc.text.startswith("【シアトル=大森健太】港の蓄電所は、")
    assert "高瀬" not in doc.text


def test_the_clock_at_the_pages_top_is_no_dateline() -> None:
    page = f"2026年2月20日（金）\nニュース\n{TITLE}\n公開 2025年11月5日 14:30\n{BODY}"
    assert clean_text(page).metadata.published == "2025-11-05T14:30"


def test_labelled_dates_behind_the_article() -> None:
    page = f"港口的新储能站开始运行\n{CHINESE}\n编辑于 2025-09-20 23:07\n发布于 2025-09-14 08:31"
    doc = clean_text(page)
    assert (doc.metadata.published, doc.metadata.modified) == ("2025-09-14T08:31", "2025-09-20T23:07")
    assert doc.text == CHINESE.replace("\n", "\n\n")


def test_a_signature_on_a_line_of_its_own_leaves_the_text() -> None:
    assert clean_text(f"{TITLE}\n2025年11月5日\n{BODY}\n（佐伯 隼人）").text == BODY.replace("\n", "\n\n")
    assert clean_text(f"{TITLE}\n2025年11月5日\n{BODY}（佐伯 隼人）").text.endswith("（佐伯 隼人）")


@pytest.mark.parametrize(
    ("last", "writers"),
    [
        ("新京报记者 陆一夫\n编辑 刘晓阳 校对 李铭", ("陆一夫",)),
        ("（记者 王小明 编辑 李四）", ("王小明",)),
        ("摄影 张艳 责任编辑 苏芳", ()),
        ("写真 山田太郎", ()),
        ("취재 김철수 사진 이영희", ("김철수",)),
    ],
)
def test_credits_behind_the_last_sentence_leave_the_text_whoever_is_known_by_then(
    last: str, writers: tuple[str, ...]
) -> None:
    page = f"港口的新储能站开始运行\n2025-11-05 来源：潮声日报\n{{}}{CHINESE}\n{last}"
    for opening, authors in (("", writers), ("新华社北京11月5日电（记者 李明）", ("李明",))):
        doc = clean_text(page.format(opening))
        assert doc.text == opening + CHINESE.replace("\n", "\n\n")
        assert doc.metadata.authors == authors


@pytest.mark.parametrize(
    "last", ["编辑 推荐", "文明 与 技术", "图 储能站外景", "来源 不明的电力", "责任编辑制度 李四的看法"]
)
def test_a_last_line_of_other_words_is_no_credit(last: str) -> None:
    assert read_credits(last) is None


def test_a_date_behind_the_labelled_name() -> None:
    doc = clean_text(f"{TITLE}\n作者： 阿湯 | 2025 年 3 月 16 日\n{BODY}")
    assert (doc.metadata.authors, doc.metadata.published) == (("阿湯",), "2025-03-16")


def test_of_two_dates_above_the_title_the_nearer_one() -> None:
    page = f"2026.02.03\nニュース\n2025年11月5日\n{TITLE}\n{BODY}"
    assert clean_text(page).metadata.published == "2025-11-05"


def test_a_writer_who_owns_the_page_is_no_site() -> None:
    metadata = clean_text(f"{TITLE}\n財前 ちひろ\n2025年11月5日\n{BODY}\n© 2025 財前 ちひろ").metadata
    assert (metadata.authors, metadata.site) == (("財前 ちひろ",), None)


def test_the_start_of_a_recording_is_no_time_of_day() -> None:
    assert clean_text(f"{TITLE}\n2025年12月18日\n00:00\n{BODY}").metadata.published == "2025-12-18"


@pytest.mark.parametrize(("year", "published"), [("2025", "2025-11-17T06:02"), ("2026", None)])
def test_a_day_of_the_week_bears_out_the_copyrights_year(year: str, published: str | None) -> None:
    page = f"ニュース\n{TITLE}\n11/17(月) 6:02配信\n{BODY}\nCopyright © {year} 北信日報社 無断転載を禁じます"
    assert clean_text(page).metadata.published == published


def test_dates_of_a_table_are_no_datelines() -> None:
    rows = "\n".join(f"{name}/USDT\n2025-09-01 16:00\n2025-09-03 16:00" for name in ("KRV", "MELT", "ZUU"))
    first, rest = BODY.split("\n", 1)
    doc = clean_text(f"公告\n登录\n{TITLE}\n2025-08-27\n{first}\n一、下架\n{rows}\n{rest}\n{BODY}")
    assert doc.text.count("2025-09-0") == 6


def test_the_rows_of_a_schedule_are_no_datelines() -> None:
    rows = ["Deposits open: 2025-11-12 08:00 (UTC)", "Trading opens: 2025-11-12 13:00 (UTC)"]
    first = "The harbour lists its coin today, and opens trading for it on the following days.\nTimetable"
    page = (
        f"The plant at the harbour runs\n2025-11-10 07:00 (UTC)\n{first}\n{{rows}}\n{ENGLISH}\nShare\nRelated articles"
    )
    doc = clean_text(page.format(rows="\n".join(rows)))
    assert (doc.metadata.published, rows[0] in doc.text, rows[1] in doc.text) == ("2025-11-10T07:00+00:00", True, True)


def test_a_broadcaster_with_whose_name_a_reporter_signs_off_is_the_site() -> None:
    page = f"항구의 새 저장소가 움직인다\n[앵커]\n{KOREAN}\n바다TV 뉴스 김하늘입니다.\n공유하기"
    doc = clean_text(page)
    assert (doc.metadata.site, doc.metadata.authors) == ("바다TV 뉴스", ("김하늘",))


def test_the_day_of_a_question_stands_below_it() -> None:
    buttons = "Share\nImprove this question\nFollow\nedited May 3, 2021 at 7:40\nasked May 2, 2021 at 18:12"
    title = "Why does the plant hum at night?\nAsk Question\nAsked 4 years, 2 months ago\nModified 1 year ago"
    page = (
        f"Home\nTags\n{title}\n{ENGLISH}\n{buttons}\nPeter\n2 Answers\n{ENGLISH}\nShare\nanswered May 4, 2021 at 8:00"
    )
    assert clean_text(page).metadata.published == "2021-05-02T18:12"


def test_a_live_blogs_first_publication_goes_before_its_last_post() -> None:
    dates = "Wed 26 Nov 2025 18.40 GMT\nFirst published on Wed 26 Nov 2025 07.30 GMT"
    metadata = clean_text(f"The plant at the harbour runs\n{dates}\n{ENGLISH}").metadata
    assert metadata.published == "2025-11-26T07:30+00:00"


def test_a_label_alone_on_its_line_names_whom_the_next_line_names() -> None:
    metadata = clean_text(f"執筆者\nNora Vantongeren\n翻訳\n小川 直樹\n{TITLE}\n2025年12月1日\n{BODY}").metadata
    assert (metadata.authors, metadata.translators) == (("Nora Vantongeren",), ("小川 直樹",))


def test_a_word_of_menus_is_no_label_on_a_line_of_its_own() -> None:
    page = f"Home\nThe plant at the harbour runs\nNov 5, 2025\nShare\nFacebook\nLinkedin\nText\nSmall Text\nLarge Text\n{ENGLISH}"
    assert clean_text(page).metadata.authors == ()


@pytest.mark.parametrize(
    ("clock", "time"),
    [("08:46", "08:46"), ("08:46:05", "08:46:05"), ("8時46分", "08:46"), ("08:46 (UTC+8)", "08:46+08:00")],
)
def test_time_on_the_line_below_the_day(clock: str, time: str) -> None:
    assert clean_text(f"{TITLE}\n2025年12月18日\n{clock}\n{BODY}").metadata.published == f"2025-12-18T{time}"


@pytest.mark.parametrize(
    ("last", "published"),
    [("2026 年 1 月 12 日、港町", "2026-01-12"), ("9:14 AM · Jan 12, 2026", None), ("2026-01-12\n2026-01-19", None)],
)
def test_a_day_alone_behind_the_last_sentence_is_the_articles(last: str, published: str | None) -> None:
    page = f"ニュース\n経済\n暮らし\n{TITLE}\n{BODY}\n{last}\n共有\nお問い合わせ\n利用規約"
    assert clean_text(page).metadata.published == published


SITES = [
    ("北信日報\n\n{page}\n© 2025 北信日報社 無断転載を禁じます", "北信日報"),
    ("コインハーバー\nニュース\n{page}\nコインハーバー株式会社", "コインハーバー"),
    ("{page}\n© 2025 北信日報社", "北信日報"),
    ("{page}\nCopyright ⓒ 새벽일보. 무단 전재 및 재배포 금지", "새벽일보"),
    ("{page}\n鏈動趨勢版權所有不得轉載 © 2025", "鏈動趨勢"),
    ("出典：みなと通信\n{page}\n© 2025 北信日報社", "みなと通信"),
    ("北信日報\n{page}", "北信日報"),
    ("コンテンツへスキップ\n北信日報\n{page}", "北信日報"),
    ("北港財富首頁\n加收藏\n北港財富 > 經濟 > 正文\n{page}", "北港財富"),
    ("INPORT\n趨勢\n新品\n趨勢\n{page}\n快加入 INPORT Google News\nINPORT 電子報\nPowered by INPORT", "INPORT"),
    ("天気\n主要\n{page}\n© A slow company. 2025 Harbour Courier, Inc.", "Harbour Courier"),
    ("Server Nook\nAbout\nTour\n{page}\nServer Nook\nlogo © 2025 Nook Inc", "Server Nook"),
    ("Harbour\nHarbour Academy\nLearn\n{page}\nHarbour © 2026", "Harbour Academy"),
    ("The Edge\nThe Edge logo.\nReviews\n{page}\nPhoto by Jo / The Edge\n© 2025 Vox Lumen, LLC.", "The Edge"),
    ("ナギ取引所\nナギ取引所 サポート\nヘルプ\n{page}\n© 2026 ナギ取引所", "ナギ取引所 サポート"),
    ("《海港晚报》（2025年11月5日 第A05版）\n{page}", "海港晚报"),
    ("{page}\n2025年10月9日付 北信経済新聞 朝刊7面\n印刷", "北信経済新聞"),
    (
        "週間みなと 148号\n{page}\n週間みなとは毎週金曜日に届きます\n週間みなとを推薦する\n週間みなと m@minato.example",
        "週間みなと",
    ),
    ("Log in\nPlatform\nPricing\n{page}\nFollow Merrow Labs on LinkedIn and GitHub", "Merrow Labs"),
    ("在瀏覽器中檢視\n{page}", None),
    (
        "ホーム\n市況\n相場\n取引\n渡し場だより\n{page}\n町の長は渡し場だよりに語った。「電池は町のものだ」と。\n関連記事\n渡し場だよりの記事一覧\n© 2025 汽水社",
        "渡し場だより",
    ),
    ("プレスリリース配信サービスのツタエル\n会員登録\n{page}\nツタエルとは", "ツタエル"),
    ("情報\n自動車\n科学\n{page}", None),
    ("ホーム ピグ ブログ\n会員\nヘルプ\n更新\n一覧\n新着\n{page}", None),
    (
        "目次\n町の人の手順\n{page}\n町の人の手順\n町の人は手順を守り、夜は灯りを消し、朝は電気を分け合って暮らしている。町の人の手順は町の誇りだ。\n町の人の手順が町を変えた。",
        None,
    ),
    ("{page}\nSource: national banks, own calculations\n町の収支", None),
    ("みなと日報アプリ\n{page}", None),
    ("財布を接続する\n市場\n稼ぐ\n{page}", None),
    ("Harbour App\n{page}", None),
    ("Tideo\n{page}", None),
    ("{page}", None),
    ("ニュース\n{page}\nニュース", None),
    ("灯台だより（lampe.jp）\nログイン\n{page}\n灯台だよりについて", "灯台だより"),
    ("国立研究開発法人潮流研究所\nログイン\n研究\n広報\n{page}\n潮流研究所について\n潮流研究所の広報", "潮流研究所"),
    ("潮食foodTIDE‧求實的知識頻道\n登入\n{page}\n關於潮食foodTIDE", "潮食foodTIDE"),
    ("BTC $101,000\n{page}", None),
    ("{page}\n© 2025", None),
    ("蓄電ならナギ取引所\nログイン\n{page}\nナギ取引所をフォロー\n© 2023 ナギ取引所", "ナギ取引所"),
    ("灯台だより 海と港のポータルサイト\nログイン\n{page}\n灯台だよりをフォロー\n© 2023 灯台だより.", "灯台だより"),
    ("Norrbit アカデミー\nログイン\nコース\n用語集\n{page}\nNorrbit © 2025　クッキーの設定", "Norrbit アカデミー"),
    (
        "コイン: 15,883\n取引所\n{page}\nビットコイン\nコインを売る\nコインとは\nNagiについて\n© 2025 Nagi. 転載禁止",
        "Nagi",
    ),
    ("Corvex\n市场\n交易\nCorvex 学院 › 合约 › 进阶\n{page}\n© 2025 Corvex", "Corvex 学院"),
    ("Corvex\nCorvex 学院\nCorvex 链\nCorvex 卡\nCorvex 钱包\n{page}\n© 2025 Corvex", "Corvex"),
    ("갯벌마루 거래소 입출금 공지사항 고객센터\n공지사항\n{page}\n갯벌마루 소식", "갯벌마루"),
    ("問得好\n登入\n發問\n{page}\n問得好 © 2024 | 服務條款 | 隱私權", "問得好"),
    ("ヘルプ\n登録\n{page}\nはじめかた\n潮だよりを検索\n© コピーライト 潮だより, Inc. 2025", "潮だより"),
    ("潮の記録\n記事\n登録\n{page}\n潮の記録は読者に支えられています\n© 2025 潮の記録・メディア LLC", "潮の記録"),
    ("取引所\n佐倉美帆 有働亮2025年11月5日 14:30\n{page}", None),
    ("NOTE OF TIDE 潮の記録\nログイン\n{page}\n潮の記録をフォロー\n潮の記録について", "潮の記録"),
    (
        "ログイン\n{page}\nこの記事をシェアする\nお問い合わせ\nプライバシーポリシー\nかぶの窓 > コラム > 港の裏口\nかぶの窓について\nかぶの窓プレミアム",
        "かぶの窓",
    ),
    # outlets that are known by name
    ("ニュース\n経済\n深潮 TechFlow\nお知らせ\n{page}\n深潮 TechFlow 公式コミュニティ", "深潮 TechFlow"),
    ("{page}\nすべての権利を保有 © 2025", None),
    ("{page}\n奥付 © 2002 2003 2004", None),
    ("{page}\n2023 © 重要告示 私隱政策 修訂日期: 2023年9月14日", None),
    ("Sitemap\nSign up\nWrite\n潮見の技術\n{page}\nMore\nPublished in 潮見の技術\n12 Followers", "潮見の技術"),
    ("Skip\nThe homepage\n The Verge\nReviews\n{page}\nThe Verge\n© 2025 Vox Media, LLC.", "The Verge"),
    ("トップ\nCoinPost\nBinance\n{page}\n関連記事\nBinanceが上場\nBinanceの手数料", "CoinPost"),
]


@pytest.mark.parametrize(("frame", "site"), SITES)
def test_site_by_the_page_itself(frame: str, site: str | None) -> None:
    page = f"{TITLE}\n2025年11月5日 14:30\n{BODY}"
    assert clean_text(frame.format(page=page)).metadata.site == site


@pytest.mark.parametrize(
    ("frame", "site"),
    [
        ("Bunker & Berth, 7 May 2025, p. 34\n{page}\nPrint", "Bunker & Berth"),
        (
            "Coinwharf\nMarkets\nSign in\n{page}\nRelated articles\nPrivacy policy\nYou will receive mails about Coinwharf products.\n"
            "Policies: Coinwharf is an independent publication owned by Lowtide Media.\n"
            "© 2025 Lowtide Media LLC",
            "Coinwharf",
        ),
        ("{page}\nBunker & Berth, which has a crew of 34\nPrint", None),
        (
            "Subscribe\nSign in\n{page}\nSlow Harbour is a reader-supported publication. To receive new posts, consider becoming a subscriber.\n"
            "Thanks for reading Slow Harbour! This post is public so feel free to share it.",
            "Slow Harbour",
        ),
        (
            "Decrypt\nNews\n{page}\nDecrypt is read in the valley\n© A next-generation company. 2025 Decrypt Media, Inc.",
            "Decrypt",
        ),
        (
            "Markets\nData\n{page}\nSlow Tide is written by Iris Vane and Dev Marsh\nSlow Tide shop\nSlow Tide jobs",
            "Slow Tide",
        ),
        ("Menu\nLearn\n{page}\nPelorus SAS - 1 quay, Brest - Copyright © Pelorus SAS. All rights reserved.", "Pelorus"),
        ("Protos\nMarkets\n{page}\n© 2025 Protos Media Ltd", "Protos"),
        (
            "CNBC\nMarkets\n{page}\nDale Hutch | Bloomberg | Getty Images\nAbout CNBC\nCNBC Newsletters\nSubscribe to CNBC PRO",
            "CNBC",
        ),
        (
            "Menu\n{page}\nNora Vane is a senior reporter at Tidewatch, where she covers ports.\nMore from Tidewatch\n© 2025 Tidewatch B.V.",
            "Tidewatch",
        ),
    ],
)
def test_site_of_an_english_page(frame: str, site: str | None) -> None:
    page = f"The plant at the harbour runs\nBy Nora Vane\n{ENGLISH}"
    assert clean_text(frame.format(page=page)).metadata.site == site


@pytest.mark.parametrize(("line", "site"), [("（北信日報）", "北信日報"), ("Viewed 1k times", None)])
def test_site_by_a_line_between_dateline_and_article(line: str, site: str | None) -> None:
    assert clean_text(f"ニュース\n{TITLE}\n11/26(水) 7:02 配信\n{line}\n{BODY}").metadata.site == site


def test_a_standfirst_above_a_byline_is_the_summary_beside_a_list_of_points() -> None:
    standfirst = "The shift may steady the revenues, but it also changes what the town pays for, engineers say."
    points = "What to know:\n- The plant ran for a month.\n- It keeps power at night.\n- A second one is planned."
    page = f"The plant at the harbour runs\n{standfirst}\nBy Nora Vantongeren\nNovember 5, 2025\n{points}\n{ENGLISH}\n{ENGLISH}"
    doc = clean_text(page)
    assert (doc.metadata.summary or "").startswith(standfirst)
    assert standfirst not in doc.text


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("来源：边角料观察（ID：bianjiaoliao）", "边角料观察"),
        ("来源：微信公众号“纸上灯塔”（ID：zhishang），2025年4月26日", "纸上灯塔"),
        ("以下文章来源于言之有物的宏观 ，作者顾言之", "言之有物的宏观"),
        ("本文来自微信公众号：北港手记，作者：沈一舟，题图来自：AI生成", "北港手记"),
        ("本文来自微信公众号\n“北港手记”（ID：beigang）", "北港手记"),
        ("原创 | 星轨日报（@Xinggui）", "星轨日报"),
        ("2025年10月28日 08:12\n江南晨报", "江南晨报"),
        ("2025年10月28日 08:12\n机器之心报道", "机器之心"),
        ("机器之心  机器之心\n2025年10月28日 08:12 北京", "机器之心"),
        ("作者：刘冉，ChainCatcher\n2025-10-28", "ChainCatcher"),
        ("来源：河岸志编辑部\n2025-10-28", "河岸志"),
        ("この記事の出典:火星財経\n2025-10-28", "火星財経"),
    ],
)
def test_credited_source(line: str, site: str) -> None:
    assert clean_text(f"港口的新储能站开始运行\n{line}\n{CHINESE}").metadata.site == site


def test_the_site_is_no_writer_beside_others() -> None:
    page = f"链猎手\n{TITLE}\n作者：刘冉，链猎手\n2025-10-14\n{BODY}\n© 2025 链猎手"
    assert clean_text(page).metadata.authors == ("刘冉",)


def test_an_outlet_known_by_name_is_no_writer_beside_others_and_translates_with_them() -> None:
    page = f"港口的新储能站开始运行\n作者：刘冉，深潮 TechFlow\n编译｜Odaily 星球日报（@OdailyChina）\n译者｜九重\n{CHINESE}"
    found = clean_text(page).metadata
    assert (found.authors, found.translators) == (("刘冉",), ("Odaily 星球日报", "九重"))
    assert clean_text(page.replace("深潮 TechFlow", "北港学人")).metadata.authors == ("刘冉", "北港学人")


@pytest.mark.parametrize(
    ("name", "known"), [("the block", True), ("ChainCatcher 链捕手", True), ("Binance", False), ("财经", False)]
)
def test_outlets_known_by_name(name: str, known: bool) -> None:
    assert is_known(name) == known


def test_the_pages_own_listing_gives_the_date() -> None:
    page = f"{TITLE}\n{BODY}\n関連記事\n{TITLE}\n2025/11/05 14:30\n別の記事の題名がここにある\n2025/11/04"
    metadata = clean_text(page).metadata
    assert metadata.published == "2025-11-05T14:30"
    assert "listing" in metadata.provenance["published"]


def test_other_articles_dates_in_widgets_are_not_the_articles() -> None:
    page = (
        f"{TITLE}\n{BODY}\n関連記事\n別の記事の題名がここにある\n2025/11/04\nもう一つの記事の題名がここに\n2025/11/03"
    )
    assert clean_text(page).metadata.published is None


STORY = """The storage plant in the harbour keeps the power that nobody needs at night and gives it back in the morning.
The engineer on duty says that the batteries were the easy part, and that the manual was rewritten forty times.
The town wants to build a second plant next year, and three local firms are to share the work between them."""
BERICHT = """港の蓄電所は、夜のあいだに余った電気をためて、朝の混み合う時間に町へ返す仕組みだと担当者は説明した。
運転を見守る技師は、電池よりも人の手順のほうがよほど難しく、手順書は四十回も書き直されたと話している。
町は来年、同じ設備をもう一つ建てる計画で、費用は県と折半し、工事は地元の三社が分けて受けることになる。"""


def test_reporters_one_below_the_other_are_both_named() -> None:
    doc = clean_text(f"항구의 저장소가 문을 열었다\n도원길 기자\n추가람 기자\n입력 2025.11.19. 03:31\n{KOREAN}")
    assert doc.metadata.authors == ("도원길", "추가람")


KOREAN = """항구의 저장소는 밤에 남는 전기를 모아 두었다가 아침 출근 시간에 도시로 되돌려 주는 방식으로 운영되고 있다.
운전을 지켜보는 기술자는 배터리보다 사람의 절차가 훨씬 어려웠고 지침서를 마흔 번이나 고쳐 썼다고 말했다."""


def test_a_label_that_ends_as_a_sentence_names_one_and_says_what_he_is() -> None:
    page = "港口储能站开始运行\n作者：林一禾，书店店主，前互联网运营。\n"
    doc = clean_text(
        page + "港口的储能站把夜里多余的电存起来，等到早高峰再送回城里，负责人说这套办法已经平稳运行了三个月。\n" * 3
    )
    assert doc.metadata.authors == ("林一禾",)


@pytest.mark.parametrize(
    ("stamp", "published"), [("11/5(水) 7:30配信", "2025-11-05T07:30"), ("11/6(木) 7:30配信", "2025-11-05")]
)
def test_a_portals_day_without_a_year_gives_the_time_of_that_day_alone(stamp: str, published: str) -> None:
    page = f"港の新しい蓄電所が動き始めた\n{stamp}\n{BERICHT}\n港湾日報 2025年11月5日\n"
    assert clean_text(page).metadata.published == published


@pytest.mark.parametrize(("times", "site"), [(3, None), (1, "Kolawave")])
def test_a_source_that_the_article_is_about_is_a_pictures(times: int, site: str | None) -> None:
    about = "\n".join(f"Kolawave keeps the power of the night for part {n} of the old town." for n in range(times))
    doc = clean_text(f"The harbour plant is running\nBy Jane Doe\nNovember 5, 2025\nSource: Kolawave\n{about}\n{STORY}")
    assert doc.metadata.site == site


def test_a_reprint_names_its_writer_and_its_source() -> None:
    note = "本記事は[Brandt Notes]より転載しています。すべての著作権は原著者[Nadia Brandt]に帰属します。"
    found = clean_text(f"港の新しい蓄電所が動き始めた\n2025-11-09\n{BERICHT}\n免責事項：\n{note}").metadata
    assert (found.site, found.authors) == ("Brandt Notes", ("Nadia Brandt",))


def test_where_a_blogs_last_line_says_who_posted_it_and_when() -> None:
    links = "\n".join(f"随笔分类 {n}" for n in range(12))
    posted = "posted @ 2025-07-19 23:48  半截铅笔头  阅读(1862)  评论(6)  收藏  举报"
    found = clean_text(f"港口的新储能站开始运行\n{CHINESE}\n{links}\n{posted}").metadata
    assert (found.authors, found.published) == (("半截铅笔头",), "2025-07-19T23:48")


def test_a_platform_of_blogs_is_the_site_only_of_a_blog_without_a_name() -> None:
    page = "{top}\nログイン\n港の新しい蓄電所が動き始めた\n2025-11-09\n{told}\nはてなブログをはじめよう！\n{top}\n© はてなブログ"
    for top, site in (("麦茶とラック", "麦茶とラック"), ("読者になる", "はてなブログ")):
        assert clean_text(page.format(top=top, told=BERICHT)).metadata.site == site


def test_whose_software_runs_a_forum_is_not_its_name() -> None:
    foot = "Home\nPrivacy policy\nCommunity platform by ZenForum® © 2010-2025 ZenForum Ltd."
    doc = clean_text(f"Old Radio Benches\nForums\nLog in\nThe harbour plant is running\nOct 12, 2025\n{STORY}\n{foot}")
    assert doc.metadata.site != "ZenForum"


STORY = (
    "The storage plant in the harbour keeps the power that nobody needs at night and gives it back in the morning.\n"
    "The engineer on duty says that the batteries were the easy part, and that the manual was rewritten forty times.\n"
    "The town wants to build a second plant next year, and three local firms are to share the work between them.\n"
)


@pytest.mark.parametrize(
    ("row", "published"),
    [
        ("Last updated 04 Jun 2025, originally created 17 Jun 2024", "2024-06-17"),
        ("Pete Harrow · Bay News · Posted: Oct 14, 2025 9:27 AM ET | Last Updated: 24 minutes ago", "2025-10-14"),
        ("28. Januar 2025 · karlauhl · Allgemein, Werkstatt, Garten und Haus", "2025-01-28"),
        ("A walk on 5 May 2025 along the old quay", None),
    ],
)
def test_a_row_a_little_below_the_title_is_a_dateline_where_marks_set_its_date_off(row: str, published: str) -> None:
    page = f"Home\nMenu\nNews\nHow the harbour stores its nights\nBatteries\n{row}\n{STORY}Privacy Policy\nTerms of use"
    found = clean_text(page).metadata.published
    assert (found and found[:10]) == published


def test_a_byline_stands_behind_a_caption_and_a_lead_too() -> None:
    caption = "Cranes at the harbour of Lindhaven, where the first plant was built in eleven months, on Monday morning."
    lead = "The town stores its nights in a hall by the quay, and wants to have a second one there before the winter comes."
    page = (
        f"Home\nMenu\nNews\nHow the harbour stores its nights\n{caption}\n{lead}\nBy Hannah Vardan\n{STORY}Terms of use"
    )
    assert clean_text(page).metadata.authors == ("Hannah Vardan",)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Hannah Vardan", ("Hannah Vardan",)),
        ("Grace Plant", ()),
    ],
)
def test_one_persons_name_alone_below_the_title_is_the_writers(line: str, authors: tuple[str, ...]) -> None:
    page = (
        "Home\nMenu\nNews\nSports\nHow the harbour stores its nights\n"
        f"A hall full of batteries\n{line}\nShare\n{STORY}Privacy Policy\nTerms of use"
    )
    assert clean_text(page).metadata.authors == authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("港大学教授　佐倉美帆", ("佐倉美帆",)),
        ("佐倉 美帆（経済アナリスト）", ("佐倉 美帆",)),
        ("報道部 水沢遥、坂上一樹", ("水沢遥", "坂上一樹")),
        ("김하늘 항구대 교수", ("김하늘",)),
        ("Jane Holloway, Senior Reporter", ("Jane Holloway",)),
        ("Jane Holloway, Head of Storage", ("Jane Holloway",)),
        ("Jane Holloway Consumer affairs correspondent", ("Jane Holloway",)),
        ("鄭頌恩（高級研究員）、霍子謙（研究員）、Jane Holloway（客席研究員）", ("鄭頌恩", "霍子謙", "Jane Holloway")),
        ("◆港大学客員教授・松浦 慶一◆", ("松浦 慶一",)),
        ("エマ・ハルスト（港大学研究員、安全保障）", ("エマ・ハルスト",)),
        # nobody
        ("社会部 記者募集", ()),
        ("人気ライター 一覧", ()),
        ("専門家に聞く 相続税", ()),
        ("港大学教授", ()),
        ("Jane Holloway, London", ()),
        ("編集者 佐倉・美帆", ()),
        ("高榆晴／核稿編輯", ()),
        ("記者は「港大学教授　佐倉美帆」に聞いた。", ()),
    ],
)
def test_names_beside_what_their_owners_do(line: str, names: tuple[str, ...]) -> None:
    assert presented(line) == names


@pytest.mark.parametrize("name", ["沼経済新聞", "갯벌일보", "沼泽网", "沼澤報", "海港晚报"])
def test_mastheads(name: str) -> None:
    assert is_masthead(name)


@pytest.mark.parametrize("name", ["物联网", "天气预报", "電子報", "財報", "経済ニュース", "新聞"])
def test_words_that_end_as_mastheads_do(name: str) -> None:
    assert not is_masthead(name)


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("Research Fellow, Fenland Institute", ("Ingrid Vaszary", "Patrick O'Shaughnessy")),
        ("Photo editor", ()),
        ("Reviewed by", ()),
        (
            "The peat grew for four thousand years, and the drain took a third of it.",
            ("Ingrid Vaszary", "Patrick O'Shaughnessy"),
        ),
    ],
)
def test_writers_one_below_the_other_each_with_what_he_does(below: str, names: tuple[str, ...]) -> None:
    lines = f"Ingrid Vaszary\nDepartment of Geography, University of Lund-by-Sea\nPatrick O'Shaughnessy\n{below}"
    assert roster(from_text(lines).blocks, 0)[0] == names


@pytest.mark.parametrize(
    "lines", ["Ingrid Vaszary\nUniversity of Lund\nGetty Images\nPublished", "Ingrid Vaszary\nPeat"]
)
def test_a_lone_writer_is_no_roster(lines: str) -> None:
    assert roster(from_text(lines).blocks, 0) == ((), ())


def test_where_a_poem_appeared_first_is_not_where_the_article_did() -> None:
    told = "\n".join(
        f"The plant keeps what the wind makes in hour {n} of the night, and gives it back." for n in range(6)
    )
    poem = "Her poem on the harbour, originally published in The Quay Review. It is about fog."
    doc = clean_text(f"Tidewatch\nHome\nNews\nWhat the harbour master reads\n5 November 2025\n{told}\n{poem}")
    assert (doc.metadata.site, poem in doc.text) == ("Tidewatch", True)


def test_days_in_a_list_of_the_article_are_no_datelines() -> None:
    told = "港海合约将于2025年11月26日20:30上线新的永续合约，最高可使用五十倍杠杆，现货的充值与提现不受影响。"
    rows = "合约信息：\n永续合约\nTARNUSDT\n上线时间\n2025年11月26日20:30\n结算资产\nUSDT"
    period = "活动时间：2025年11月26日21:00至2025年12月03日21:00"
    page = f"公告中心\n登录\n港海将上线永续合约\n2025-11-25 11:00\n亲爱的用户：\n{told}\n{rows}\n{period}\n{told}\n相关文章\n关于我们"
    doc = clean_text(page)
    assert doc.metadata.published == "2025-11-25T11:00"
    assert "2025年11月26日20:30\n" in doc.text
    assert period in doc.text


def test_how_long_it_takes_is_no_day() -> None:
    told = "小时候放学回家，灶头上总有一碗葱油，黑黑的，香得人走不动路，拌开了连汤都不要。"
    page = f"首页\n登录\n葱油拌面\n2025-10-19\n时间：20分钟\n{told}\n{told}\n相关菜谱"
    assert clean_text(page).metadata.published == "2025-10-19"


def test_a_copyright_lines_person_and_a_word_of_menus_give_way_to_the_pages_first_line() -> None:
    engines = (
        f"Small Engines\nSubscribe\nSign in\nPlayback speed\nThe plant at the harbour runs\nOct 30, 2025\n{ENGLISH}"
    )
    assert clean_text(f"{engines}\nSubscribe\n© 2025 Marcus Weld").metadata.site == "Small Engines"
    notes = f"おやつノート\nレシピを検索\nログイン\nホーム > レシピ > 焼き菓子\nレシピ\n{TITLE}\n2025年11月5日 14:30\n{BODY}"
    page = clean_text(f"{notes}\nレシピ\nレシピの人気順\nレシピ一覧\n© Oyatsu Note")
    assert page.metadata.site == "おやつノート"


def test_a_translators_label_may_end_as_a_sentence() -> None:
    assert clean_text(f"港口的新储能站开始运行\n{CHINESE}\n译者：蒲苇。").metadata.translators == ("蒲苇",)


def test_a_releases_date_and_its_source_in_one_row() -> None:
    row = "July 31, 2025 17:05 ET | Source: Tidal Hydro Royalty Corp."
    found = clean_text(f"The plant at the harbour runs\nFrench\n{row}\nFollow\n{ENGLISH}\n© 2025 Quaywire").metadata
    assert (found.published, found.site) == ("2025-07-31T17:05-04:00", "Tidal Hydro Royalty Corp.")


def test_a_writer_nobody_knows_between_two_whom_one_does() -> None:
    lines = "Ingrid Vaszary\nOluwaseun Adair\nPatrick O'Shaughnessy\n9 min read"
    assert roster(from_text(lines).blocks, 0)[0] == ("Ingrid Vaszary", "Oluwaseun Adair", "Patrick O'Shaughnessy")


def test_one_label_may_name_who_wrote_and_who_translated() -> None:
    found = clean_text(f"{TITLE}\n2025年11月6日\n{BODY}\n執筆・翻訳：タイド編集部").metadata
    assert (found.authors, found.translators) == (("タイド編集部",), ("タイド編集部",))


def test_a_line_says_where_it_appeared_first_and_who_translated_it() -> None:
    line = "（Originally published on tidewatch.com, translated by 水口 かおる, edited by 野々村 潤）"
    found = clean_text(f"{TITLE}\n2025年11月6日\n{BODY}\n{line}").metadata
    assert (found.site, found.translators) == ("tidewatch.com", ("水口 かおる",))
    told = "본문은 너울IT와 번역가 문해인이 함께 Quay Collective에 게재된 클라라 오스틴(Clara Austin)의 글 <Designing for Nothing: A Harbour>을 번역한 글입니다"
    found = clean_text(f"빈 화면을 디자인하는 법\n2025-02-11\n{told}\n{KOREAN}\n{KOREAN}").metadata
    assert (found.authors, found.translators, found.site) == (("클라라 오스틴",), ("문해인",), "Quay Collective")


@pytest.mark.parametrize("joined", ["", "\nin Vienna and"])
def test_writers_one_right_below_the_other(joined: str) -> None:
    lines = f"Ingrid Vaszary{joined}\nPatrick O'Shaughnessy\n9 min read"
    assert roster(from_text(lines).blocks, 0)[0] == ("Ingrid Vaszary", "Patrick O'Shaughnessy")


def test_a_line_of_the_form_of_a_writers_below_it_names_another() -> None:
    page = f"{TITLE}\n2025年11月5日\nIngrid Vaszary, Staff Engineer\nShreya Quill, Senior SRE\n{BODY}"
    assert clean_text(page).metadata.authors == ("Ingrid Vaszary", "Shreya Quill")


def test_a_writer_beside_the_date_whom_the_article_speaks_of_has_a_box_behind_it() -> None:
    told = "編集者の矢野口拓海は、手順書の書き直しを手伝った。"
    page = f"{TITLE}\n2025年11月5日\n矢野口 拓海\n{told}\n{BODY}\n"
    boxed = f"{page}シェア\nブックマーク\nメールマガジン\n矢野口 拓海（やのぐち・たくみ）\n編集者"
    assert clean_text(boxed).metadata.authors == ("矢野口 拓海",)
    assert clean_text(page).metadata.authors == ()


def test_a_step_with_a_day_is_no_dateline() -> None:
    page = f"{TITLE}\n2025年11月5日\n{BODY}\n1）充電の停止：2025年12月2日 16:00\n2）水門の停止：2025年12月9日 16:00\n{BODY}"
    doc = clean_text(page)
    assert (doc.metadata.published, "1）充電の停止" in doc.text) == ("2025-11-05", True)


def test_a_nickname_ahead_of_the_date_that_the_remarks_repeat() -> None:
    page = f"블로그 홈\n느린저녁의 가계부\n{TITLE}\n느린저녁 2025. 8. 31. 23:18\nURL복사\n{BODY}\n공감 5\n댓글 2\n느린저녁\n고맙습니다"
    assert clean_text(page).metadata.authors == ("느린저녁",)


@pytest.mark.parametrize(
    ("card", "authors"),
    [
        ("查看全部 58 个回答\n半斤碎银\n前量化研究员，现在种橘子\n关注\n3,027 人赞同了该回答", ("半斤碎银",)),
        ("默认排序\n弄堂口的医生\n1,145 人赞同了该回答", ("弄堂口的医生",)),
        ("半斤碎银\n关注他\n2,412 人赞同了该文章", ("半斤碎银",)),
        ("139 個の回答　デフォルトの並び順\n県都の珈琲\n自営業、三年目\n963 人がこの回答に賛成した", ("県都の珈琲",)),
        (
            "默认排序\n沈鹤洲\n现在教书\n1,204 人赞同了该回答\n盘口很薄，所以滑点大。\n赞助\n碎石\n爬山\n47 人赞同了该回答",
            ("沈鹤洲", "碎石"),
        ),
        ("查看全部 58 个回答\n3,027 人赞同了该回答", ()),
    ],
)
def test_who_answered_stands_in_the_card_above(card: str, authors: tuple[str, ...]) -> None:
    page = f"为什么储能站要建在港口？\n关注问题\n{card}\n我在这个行业做了九年，下面说的都是自己看到的，不代表单位。"
    assert tuple(name for _, name in answerers(phrases(from_text(page), load_rules()))) == authors


def test_the_name_glued_to_a_feeds_date_is_whose_article_it_is_where_another_line_names_the_writer() -> None:
    feed = f"Ouvex\n{TITLE}\n链上灯笼2025/11/27 09:16\n作者：周小舟\n{BODY}\n© 2025 Ouvex"
    assert (clean_text(feed).metadata.site, clean_text(feed).metadata.authors) == ("链上灯笼", ("周小舟",))


def test_an_announcement_names_whose_it_is() -> None:
    said = "尊敬的用户：\n汐岸交易所将于11月5日上线新的交易对，充值先行开放，提现在次日开放。\n汐岸交易所保留调整时间的权利，届时另行公告。\n感谢您对汐岸交易所的支持。"
    assert clean_text(f"汐岸交易所关于上线新交易对的公告\n2025-11-04\n{said}").metadata.site == "汐岸交易所"
    assert clean_text(f"港口新储能站让小镇的夜里一直亮着灯\n2025-11-04\n{said}").metadata.site is None


def test_a_source_between_two_paragraphs_is_whose_numbers_they_are() -> None:
    metadata = clean_text(f"みなと日報\n{TITLE}\n2025年11月5日\n{BODY}\n出典：サクラチェーン\n{BODY}").metadata
    assert metadata.site == "みなと日報"


def test_labels_and_values_one_below_the_other() -> None:
    table = "发布日期\n2025-11-24\n机构名称\n远桥证券\n研究员\n沈以恒,汤闻笛"
    metadata = clean_text(f"储能行业周报：独立储能回报率重回两位数\n{table}\n{BODY}").metadata
    assert (metadata.published, metadata.site, metadata.authors) == ("2025-11-24", "远桥证券", ("沈以恒", "汤闻笛"))
    menu = clean_text(f"来源\n博客\n视频\n图片\n{TITLE}\n2025年11月5日 14:30\n{BODY}").metadata
    assert (menu.published, menu.site) == ("2025-11-05T14:30", None)


def test_the_tags_below_a_headline_are_no_interviewer() -> None:
    page = f"ホーム\n{TITLE}\n2023-11-15\nインタビュー 仕事 職人 銭湯\nシェア\n{BODY}\n取材・文：根本いちか"
    assert clean_text(page).metadata.authors == ("根本いちか",)


def test_a_section_right_above_the_headline_is_no_interviewer() -> None:
    page = f"ニュース\nインタビュー\nレビュー・インプレ\n検索\n{TITLE}\n2023-11-15\nシェア\n{BODY}"
    assert clean_text(page).metadata.authors == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("インタビューと執筆：周予安、Celine Hu", ("周予安", "Celine Hu")),
        ("報導／圖：房少陵", ("房少陵",)),
        ("文　曾令暄", ("曾令暄",)),
        ("◎ 簡碩甫", ("簡碩甫",)),
        ("取材・文 / 柴崎ちとせ、宇野友理 撮影 / 関口賢太 ヘアメイク / モリ・アサコ", ("柴崎ちとせ", "宇野友理")),
        ("オーウェン・ウェルズオーウェン・ウェルズ", ("オーウェン・ウェルズ",)),
        ("ハンナ・デルガド 編集者：クライブ・モンロー", ("ハンナ・デルガド",)),
        ("作者：潮声周报记者 贺听涛 潮声周报实习生 郑以丹", ("贺听涛", "郑以丹")),
        ("Author: tide.eth and Quillfeather", ("tide.eth", "Quillfeather")),
        ("文 | 潮声周报记者 贺听澜\n实习记者 周可\n发自 海州", ("贺听澜", "周可")),
        ("投稿者: ミゲル・サンタンジェロ", ("ミゲル・サンタンジェロ",)),
        ("投稿者: 潮見屋", ()),
        ("所属地 浙江省", ()),
        ("報導 / 社區", ()),
        ("本报记者  向槐序  见习记者  陆知非  漳州报道", ("向槐序", "陆知非")),
        ("每经记者|傅云岫    每经编辑|冉立平", ("傅云岫",)),
        ("特約撰稿人 梁柏恩 發自吉隆坡", ("梁柏恩",)),
        ("撰稿編輯：方采潔", ("方采潔",)),
        ("著者Nora Whitlock - Harbour Weekly［原文］", ("Nora Whitlock",)),
        ("によって アディティア・ランジャン", ("アディティア・ランジャン",)),
        ("2025 年 9 月 29 日に蓄電所 サポート チームによって投稿されました", ("蓄電所 サポート チーム",)),
        (
            "ジュリエット・サンドホルム、マルコ・ディ・ベネデット、アニカ・ラオ",
            ("ジュリエット・サンドホルム", "マルコ・ディ・ベネデット", "アニカ・ラオ"),
        ),
        ("A- A+", ()),
    ],
)
def test_who_wrote_by_labels_of_several_words(line: str, authors: tuple[str, ...]) -> None:
    assert clean_text(f"ホーム\n{TITLE}\n2023-11-15\n{line}\n{BODY}").metadata.authors == authors


@pytest.mark.parametrize(
    ("line", "translators"),
    [
        ("SEB MARLOWE（翻訳：深沢のぞみ、編集：安達ユウト）", ("深沢のぞみ",)),
        ("Translated by Aaron Pell", ("Aaron Pell",)),
        ("Ines Vane is a writer in Palayam. Translated from Tamil by Meera Ragnath.", ("Meera Ragnath",)),
        ("（閻若綺譯自“Stop Ending Meetings”，HBR.org數位版文章）", ("閻若綺",)),
        ("The sign had been translated by a sailor.", ()),
        ("夜の蓄電所は静かだったという。（翻訳・編集/柏木）", ("柏木",)),
        ("翻訳宮坂りえ", ("宮坂りえ",)),
        ("本文译自 Harbour Weekly，由译者 蒸汽小章鱼 基于创作共用协议(BY-NC)发布。", ("蒸汽小章鱼",)),
    ],
)
def test_who_translated_by_a_line_below_the_article(line: str, translators: tuple[str, ...]) -> None:
    assert clean_text(below_english(line)).metadata.translators == translators


def test_a_reporter_files_below_a_digest() -> None:
    digest = "\n".join(f"항구의 배터리가 밤에 남은 전기를 모은 지 {n}년이 되었다고 밝혔다." for n in (1, 2, 3))
    story = f"[부산=바다일보] 이가은 기자 = 항구의 배터리가 밤에 남은 전기를 모은다.\n{digest}"
    page = f"홈\n항구의 배터리가 돌기 시작했다\n입력 : 2025년05월20일 11:03\nbeta\n{digest}\n{story}"
    assert clean_text(page).metadata.authors == ("이가은",)


def test_writers_with_their_accounts_and_buttons_to_follow_them() -> None:
    names = "Lucía Ferrand\nluciaf\nフォロー\nKwabena Osei\nkosei\nフォロー"
    page = f"ホーム\n{TITLE}\n公開 6月 12, 2025\nGitHubで更新\n{names}\n{BODY}"
    assert clean_text(page).metadata.authors == ("Lucía Ferrand", "Kwabena Osei")


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ("Shermaine Koh &\nTan Wei Liang\nFeb 18, 2025", ("Shermaine Koh", "Tan Wei Liang")),
        ("Cheryl Ong-Tan and\nFaizal Rahmat\nFeb 18, 2025", ("Cheryl Ong-Tan", "Faizal Rahmat")),
        ("Feb 18, 2025\n24.1k\nAoibhinn Devan", ("Aoibhinn Devan",)),
    ],
)
def test_names_between_headline_and_article(lines: str, authors: tuple[str, ...]) -> None:
    page = f"Home\nMenu\nNews\nThe plant at the harbour runs\n{lines}\n{ENGLISH}\nAoibhinn Devan\nView 31 comments"
    assert clean_text(page).metadata.authors == authors


def test_the_original_title_behind_a_label_is_no_digest() -> None:
    said = "原題：I Made Markets for Nine Months. Here's Why I Quit\n原著者：Nadia Ferraro"
    metadata = clean_text(f"ホーム\n{TITLE}\nフォローする\n{said}\n{BODY}").metadata
    assert metadata.original_title == "I Made Markets for Nine Months. Here's Why I Quit"
    assert metadata.summary is None


@pytest.mark.parametrize(
    "said",
    [
        "（本文選自《潮聲》2025 年 10 月號，原文標題：〈冰雹的年輪〉）",
        "原文标题为《冰雹的年輪》。",
    ],
)
def test_an_original_title_at_the_end_in_the_script_of_the_page(said: str) -> None:
    doc = clean_text(f"港口的新储能站开始运行\n2025-11-05\n{CHINESE}\n{said}")
    assert doc.metadata.original_title == "冰雹的年輪"
    assert said not in doc.text


def test_an_original_title_without_the_outlet_behind_it() -> None:
    line = "Original Article: I Watered Every Houseplant I Own by Harbour Weekly"
    metadata = clean_text(f"ホーム\n{TITLE}\n2024.05.21\n{BODY}\n{line}").metadata
    assert metadata.original_title == "I Watered Every Houseplant I Own"


def test_when_it_was_posted_beside_where_it_appeared_first() -> None:
    row = "Posted on Mar 14, 2024 • Edited on Mar 16, 2024 • Originally published at tidewrench.dev"
    assert clean_text(f"DEV\nLog in\n{row}\nThe plant runs\n{ENGLISH}").metadata.published == "2024-03-14"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("会社 ©潮見フェイス 利用規約 プライバシー について 求人", "潮見フェイス"),
        ("CR4RE LLC すべての権利を保有 © 2025", "CR4RE"),
        ("Copyright. 全著作権所有 © 1998–2025", None),
        ("© 本文版权归作者 潮声灯 所有，任何形式转载请联系作者。", None),
        ("©2025 404 Media", "404 Media"),
    ],
)
def test_whom_a_copyright_line_names(line: str, name: str | None) -> None:
    assert owner(line) == name


@pytest.mark.parametrize(
    ("behind", "authors"),
    [
        ("准主任研究員\n木暮 真由（こぐれ まゆ）\n研究・専門分野", ("木暮 真由",)),
        ("萩野 譲二\n1988年栃木県生まれ。測量の会社で働く。", ("萩野 譲二",)),
        ("萩野 譲二\n前の記事を読む", ()),
        ("木暮 真由（こぐれ まゆ）\n佐倉 美帆（さくら みほ）", ()),
    ],
)
def test_a_name_behind_the_article_with_its_reading_or_what_its_owner_was_born(
    behind: str, authors: tuple[str, ...]
) -> None:
    page = f"ホーム\nレポート\n{TITLE}\n2023-11-15\nシェア\n{BODY}\n印刷\n{behind}"
    assert clean_text(page).metadata.authors == authors


def test_whom_a_broadcaster_interviews_is_no_writer_and_stays() -> None:
    said = '▶ 인터뷰 : 홍순례 / 마을 주민 - "밤에 트럭이 와요. 아침에는 또 열 개가 늘어 있어요."'
    told = "\n".join(
        f"항구의 컨테이너가 {n}층 높이로 쌓였습니다. 치우는 데 구억 원이 든다고 합니다." for n in (1, 2, 3)
    )
    doc = clean_text(
        f"홈\n항구에 쌓인 컨테이너\n기사입력 2025-02-26 19:00\n{told}\n{said}\n{told}\nKNB뉴스 김하늘입니다."
    )
    assert doc.metadata.authors == ("김하늘",)
    assert "홍순례" in doc.text


def test_who_wrote_a_paper_of_which_the_article_tells_is_not_who_wrote_the_article() -> None:
    paper = (
        "論文情報\n掲載誌：Journal of Harbour Storage\n論文タイトル：Batteries at Night\n著者：Risa Domae, Kenji Atsuta"
    )
    doc = clean_text(
        f"ホーム\n{TITLE}\n2023-11-15\n{BODY}\n{paper}\n用語解説\n蓄電所とは、夜に電気をためる建物のこと。"
    )
    assert doc.metadata.authors == ()


def test_names_in_kana_below_the_headline_of_whom_a_box_behind_the_article_tells() -> None:
    names = "ヘレナ・ブロジェク\nトゥンデ・アヨデレ"
    box = "ヘレナ・ブロジェクは港の研究所で電池を調べています。\nトゥンデ・アヨデレは測量の会社で働いています。"
    page = "ホーム\n{title}\n2023-11-15\n展望\n評価\n{names}\n{body}\n著者略歴\n{box}"
    told = page.format(title=TITLE, names=names, body=BODY, box=box)
    assert clean_text(told).metadata.authors == ("ヘレナ・ブロジェク", "トゥンデ・アヨデレ")
    silent = page.format(title=TITLE, names=names, body=BODY, box="お問い合わせはこちら。")
    assert clean_text(silent).metadata.authors == ()


def test_the_day_below_the_team_that_signs_an_announcement() -> None:
    rules = "\n".join(
        f"{n}. 若剩余资产不足最小提现数量，您可在7月{n}日前使用小额兑换功能将其兑换，逾期将无法兑换。"
        for n in range(1, 5)
    )
    about = (
        "关于潮声\n潮声成立于2017年，是一家以用户为先的专业加密货币交易平台，为全球200多个国家和地区的用户提供服务。"
    )
    page = f"首页\n公告\n潮声关于下架六个币种的公告\n{BODY}\n{rules}\n感谢您对潮声的支持！\n潮声团队\n2024年6月18日\n{about}"
    assert clean_text(f"{page}\n关注我们\nTelegram：https://t.me/chaosheng").metadata.published == "2024-06-18"


def test_a_category_beside_the_day_is_no_nickname() -> None:
    page = f"浜辺の帳面\n{TITLE}\n2023-04-22 21:14:08 | 潮干狩り\n{BODY}\nカテゴリー\n潮干狩り(86)\n畑(29)"
    assert clean_text(page).metadata.authors == ()


def test_what_stands_below_original_and_its_writer_may_be_a_day() -> None:
    page = f"博客\n下载\n{TITLE}\n原创\n半截粉笔头\n已于 2024-08-21 09:15:40 修改\n{BODY}"
    assert clean_text(page).metadata.site is None


@pytest.mark.parametrize(
    ("line", "authors", "day"),
    [
        ("Erscheinungsdatum: 07.02.2022", (), "2022-02-07"),
        ("Publié le : 7 février 2022", (), "2022-02-07"),
        ("Autor: Mara Quillfeather", ("Mara Quillfeather",), None),
        ("Автор: Мара Лунд", ("Мара Лунд",), None),
        ("Yazar: Mara Lund", ("Mara Lund",), None),
        ("Autor:innen", (), None),
        ("Von:\nSuche", (), None),
        ("Zuletzt aktualisiert: 07.02.2022", (), None),
    ],
)
def test_labels_of_europe(line: str, authors: tuple[str, ...], day: str | None) -> None:
    metadata = clean_text(f"Home\nThe plant at the harbour runs\nMenu\n{ENGLISH}\n{ENGLISH}\n{line}").metadata
    assert (metadata.authors, metadata.published) == (authors, day)


def test_who_reviewed_is_no_writer() -> None:
    line = "Written by Jane Doe,Staff WriterReviewed by Owen Prasad,Staff Editor"
    page = f"Home\nThe plant at the harbour runs\n{line}\nNov 5, 2025\n{ENGLISH}"
    assert clean_text(page).metadata.authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Published on the 26 Feb 2025 by Melissa Thornbury", ("Melissa Thornbury",)),
        ("(Japanese original by Kumiko Hatta, Gifu Bureau)", ("Kumiko Hatta",)),
        ("Materials provided by Harbour University. Original written by Tuulia Lund.", ("Tuulia Lund",)),
    ],
)
def test_who_wrote_by_a_line_below_the_article(line: str, authors: tuple[str, ...]) -> None:
    assert clean_text(below_english(line)).metadata.authors == authors


@pytest.mark.parametrize(
    ("page", "site"),
    [
        (
            "アメブロ\n芸能人ブログ人気ブログ\nAmeba新規登録(無料)ログイン\n土塁の上でおにぎりを\n名もない城跡を、地形図と長靴で歩いています。\nブログトップ\n記事一覧\n画像一覧\n{title}\n2023-11-15\n{body}",
            "土塁の上でおにぎりを",
        ),
        ("ホーム\n{title}\n原创 佐倉 利维坦\n利维坦\n2023-11-15\n{body}", "利维坦"),
        ("ホーム\n{title}\n2023-11-15\n財経十一人©\n{body}", "財経十一人"),
        ("ホーム\n{title}\n뉴스 제공바른로보틱스\n2023-11-15\n{body}", "바른로보틱스"),
        ("ホーム\n{title}\n2023-11-15\n{body}\nOriginally published by Fast Company [原文]", "Fast Company"),
    ],
)
def test_whose_page_it_is(page: str, site: str) -> None:
    assert clean_text(page.format(title=TITLE, body=BODY)).metadata.site == site


@pytest.mark.parametrize("name", ["Fast Company [原文", "を検索", "Latest NewsPublished", "點此聽新聞"])
def test_what_names_no_outlet(name: str) -> None:
    assert not is_name(name)
