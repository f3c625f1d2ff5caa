"""Which line of flattened text is taken for the headline."""

import pytest

from cleaners.block import Block
from cleaners.from_text import from_text
from cleaners.load import load_rules
from cleaners.metadata.bylined import is_byline
from cleaners.metadata.headlines import may_head, weigh
from cleaners.metadata.titles import above_standfirst, candidates
from cleaners.phrases import phrases
from cleaners.recipe import clean_text
from tests.test_bylines import BODY, TITLE

STORY = """The storage plant in the harbour keeps the power that nobody needs at night and gives it back in the morning.
The engineer on duty says that the batteries were the easy part, and that the manual was rewritten forty times.
The town wants to build a second plant next year, and three local firms are to share the work between them."""
HEADLINE = "The harbour plant gives the power of the night back"
RUNS = "The plant runs at last after nine years of talk"
HUMS = "\n".join(
    ["The plant at the harbour has run since Monday, and it hums, as its engineers say. Nobody minds that."] * 3
)
MENU = "\n".join(f"{word} and the town" for word in ("Harbour", "Power", "Night", "Storage", "Engineers", "Culture"))


@pytest.mark.parametrize(
    "page",
    [
        f"The Courier\n{MENU}\n{HEADLINE}\nNov 5, 2025\n{STORY}",
        f"{HEADLINE} | The Courier\nHome\nSign in\n{MENU}\n{HEADLINE}\n{STORY}\nPrivacy policy\nTerms of use",
        f"News\nSign in\nNews provided by\nHarbour Storage Works, Inc.\n{HEADLINE}\nNov 5, 2025\n{STORY}\nShare",
        f"The Courier\nSign in\n{HEADLINE}\nA second plant is to follow next year in the old town\nNov 5, 2025\n{STORY}",
        f"The Courier\nPower\nHome > Power > {HEADLINE[:30]}...\nA second plant is to follow. It is to stand in the old town, says the mayor."
        f"\nNov 5, 2025\n[Nora Vantongeren, The Courier]\n{HEADLINE}\nPrint\n2\n{STORY}",
        f"Open in app\nWrite\n{HEADLINE}\nNora Vantongeren\nFollow\n5 min read\n--\n9\nListen\nMore\n{STORY}",
        f"The Courier\nNews > Power > Letters from harbour plants\nLetters from harbour plants 142\n{HEADLINE}\nNora Roe"
        f"\nNov 5, 2025\n{STORY}\nLetters from harbour plants 142",
        f"Title:{HEADLINE}\n[Submitted on 3 Nov 2025]\nAuthors:Ana Rui\n{STORY}",
    ],
    ids=[
        "below a menu",
        "with the site behind it",
        "a company beside it",
        "a standfirst below",
        "at the end of a path",
        "above a button to follow",
        "below the name of its series",
        "behind a label",
    ],
)
def test_the_headline_is_found(page: str) -> None:
    assert clean_text(page).metadata.title == HEADLINE


@pytest.mark.parametrize(
    "text",
    [
        "港の新しい蓄電所が動き始めた。",
        "1995年8月",
        "« 港の桜は散りました | トップページ | 夏の帳面届く »",
        "潮騒の修理記（その1） | ホーム | 猫が箱で寝ている",
        "カテゴリ未分類(12) 夏野菜(88) 土づくり(23)",
        "(05/20)浜辺に十四か所の足跡が残る",
        "※ このページには広告・PRが含まれています",
        "潮声灯 评论 渡口街的雨季 2023-11-26 14:09:33 浙江",
        "2020年8月号 Vol. 17 No. 8 | doi : 10.1038/x.2020.8",
        "コードスキャンで潮見をフォロー",
        "潮アカウントにログイン",
        "半導体業界観察©",
        "最新号 アーカイブ ポッドキャスト ゲーム",
        "https://harbour.example/aktuelles/the-plant-is-running",
        "Posted inCommunity, Hong Kong",
        "ホーム > 暮らし > 電力",
        "09:31 韓国の与党、法案の年内通過を目指す",
        "ストラテジストの朝読み 第1,214号",
        "人気テーマ 1 人工知能 2 防衛 3 半導体 4 地方銀行 5 地方創生",
        "マリット・オスト によって | ステイシー・ルドによって編集されました",
        "————————————",
        "メールが正しく表示されない場合は、ブラウザーでご覧ください",
        "株式会社ミナモト精機",
        "Harbour Storage Works, Inc.",
        "設定裡的百分比（圖/作者提供）",
        "Gönderen Fatih, 5 Kasım 2025",
        "the plant is running:",
        "Chart 1: Cash payments and notes in circulation",
        "图2：三座电站的用电量",
        "(left-hand scale: per cent; right-hand scale: billions)",
        "BTC$91,880+1.2%ETH$3,044-0.6%SOL$139.2+2.8%",
        "Rosa Whitfield, checkout clerk at the library, sorts returned books Tuesday. (Ben Okoro / The Courier)",
        "performance, python, serverless",
        "潮を試す（新しいウィンドウで開く）",
        "恐怖と貪欲 25 極度の恐怖",
        "Harbour Storage, Inc. logo (PRNewsfoto/Harbour Storage, Inc.)",
        "原創 林 未済 電流表の夜 2025年11月3日 21:06 江蘇",
        "オリジナル 渡し場のねこ 夜航船 Web3 2025年11月3日 浙江",
        "現在の位置：ホームページ>深さ>パブリックチェーン>本文",
        "智序 ‹ 访谈 ‹ 大模型评测",
        "コイン、ユーザー、話題を検索する",
        "潮の時間 @shio_tide",
        "澜州市为基层减负——",
        "| Harbour Vault | 漏洞 | CVE",
        "基隆 19° 短暫雨 降雨機率 70%",
        "ゲスト：ジェーン・ホロウェイ、港の蓄電所",
        "私は説明した。彼は肩をすくめた。「だから書類が早いのか」",
        "AIによる要約を生成しています…",
        "によって クリスティナ・ハルグローブ 発行",
        "日付: 2025 年 | 推定読み取り時間: 26 分 | 著者: リリアン・ウェン",
        "비트코인(BTC) 154,320,000 ▲0.84% 이더리움(ETH) 6,021,000 ▼0.31%",
        "A reader naps in the library in Seoul, Saturday. Korea Times photo by Ahn Se-ri",
        "「物は置かれた場所に留まらない」 — アデライン・モース",
        "« The plant was late by nine years of talk",
        "The second plant is planned for spring →",
        "索引号：HB0217-202509-0046 主题分类：民政、电力",
        "Power, Batteries and Grids, Harbour, Opinion",
        "You are here: start > plant",
        "NewsTech trailTradeExportOxfordBlogs",
        "A gull sits on the roof of the plant. © AFP / Nora Vane",
        "Sample files of the plant (18.2 KB)",
        "Deprecated: The function that runs the plant is gone in /www/plant.php on line 9",
    ],
)
def test_what_no_headline_looks_like(text: str) -> None:
    assert not may_head(Block(0, text))


@pytest.mark.parametrize(
    "text",
    [
        HEADLINE,
        "なぜ大口は売らないのか？",
        "2025年秋、蓄電所の町を歩く",
        "#127 円の鎖は誰が引くのか",
        "｢駅のない町｣が作った1日6便の意味",
        "町長：「十分に賢い電池はある。十分に退屈なものがない」",
        "Warning: the plant hums in the harbour",
        "The pool of connections runs dry after a day (TooManyConnectionsError)",
        "TikTok, YouTube, GitHub and PayPal share a harbour",
        "Heat pump short-cycles every nine minutes once it is above 8 °C outside",
    ],
)
def test_what_may_be_one(text: str) -> None:
    assert may_head(Block(0, text))


def test_an_article_alone_has_no_headline_but_its_own_sentences() -> None:
    doc = clean_text(STORY)
    assert (doc.metadata.title, doc.text) == (None, STORY.replace("\n", "\n\n"))


def test_the_question_above_answers_is_the_headline_without_a_day_below() -> None:
    title = "大模型训练里的“退火”到底是什么意思？"
    page = """等你来答
提问
大模型训练里的“退火”到底是什么意思？
关注者
1,204
被浏览
312,556
关注问题
写回答
邀请回答
好问题 18
添加评论
分享
12 个回答
默认排序
夜行货车
算法工程师
关注
486 人赞同了该回答
先说结论：退火就是训练快结束时，把学习率降下来，同时换上质量最高的数据。
这个词来自冶金。金属加热后慢慢冷却，内部的原子有时间找到更稳定的位置。
发布于 2025-08-02 14:11
赞同 486
37 条评论
收藏
相关问题"""
    assert clean_text(page).metadata.title == title


def test_traits_without_a_weight_weigh_nothing() -> None:
    assert weigh(["no such trait"]) == 0
    assert weigh(["dateline below 1"]) > 0 > weigh(["no dateline below"])


def test_the_lemma_of_an_encyclopedia_is_its_headline() -> None:
    menu = "コンテンツにスキップ\n目次\nページ先頭\n概要\n塩の道\nページ\nノート\n閲覧\n編集\n履歴表示"
    page = f"{menu}\n塩の道（しおのみち）は、海辺でつくられた塩を内陸へ運んだ道の総称で、日本各地にみられる。\n鉄道が通じると、多くは役目を終えた。"
    assert clean_text(page).metadata.title == "塩の道"


def test_a_name_for_a_title_heads_a_column_as_well() -> None:
    page = f"Models\nSign in\nLark-7B\nNov 5, 2025\n{STORY}\nBenchmark\nLark-7B\n61.2\n{STORY}\nLark-7B\nShare\nPrivacy policy"
    doc = clean_text(page)
    assert (doc.metadata.title, doc.text.count("Lark-7B")) == ("Lark-7B", 1)


def test_an_encyclopedia_that_names_its_subject_in_a_table_has_its_headline_above() -> None:
    told = "灯塔船是停泊在不便修建灯塔的水域、用灯光和雾号为航船指示方位的船只，多见于十九世纪。"
    more = (
        "此后一百年间，各国陆续建造了两百多艘。随着大型浮标的出现，灯塔船逐步退出。",
        "船体涂成红色，两侧写着水域的名字。桅杆顶上的灯笼每晚由两个人轮流擦拭。",
        "船员每四周换一次班，淡水靠补给船送来。冬天海上结冰，换班往往要推迟。",
    )
    table = "中文名\n灯塔船\n外文名\nLightship\n用途\n助航"
    names = ("历史沿革", "结构特点", "船上生活")
    sections = "\n".join(f"{name}\n播报\n编辑\n{text}" for name, text in zip(names, more, strict=True))
    page = f"百科\n首页\n收藏\n播报\n编辑\n灯塔船\n航标用途的船只\n{told}\n{table}\n目录\n历史沿革\n结构特点\n船上生活\n{sections}\n参考资料"
    doc = clean_text(page)
    assert doc.metadata.title == "灯塔船"
    assert all(text in doc.text for text in (told, *more))
    assert "编辑" not in doc.text


def test_the_headline_of_a_release_stands_above_its_highlights() -> None:
    headline = "Harbour Storage Works Reports Third Quarter Results and Opens Second Plant"
    highlights = "Revenue up 46% to 58.3 million\nSecond plant to open in the old town in the second quarter"
    page = f"Search releases\n{headline}\n{highlights}\nNov 5, 2025 16:05 ET | Source: Harbour Storage Works\nFollow\n{STORY}"
    assert clean_text(page).metadata.title == headline
    below = f"Search releases\n{headline}\nPrint\n{headline}\nNov 5, 2025 16:05 ET\nHarbour Logo\n{highlights}\nBacklog as of May 30, 2025\n{STORY}"
    assert clean_text(below).metadata.title == headline


def test_a_headline_said_again_where_it_is_to_be_shared_is_no_head_of_a_column() -> None:
    headline, share = "The ferry that pays for the library", "Copy link\nFacebook\nEmail"
    box = f"Share this post\n{headline}\n{share}"
    page = f"Home\n{box}\n{headline}\nNora Vane\nJun 03, 2025\n{box}\n{STORY}\n{box}"
    assert clean_text(page).metadata.title == headline


def test_a_headline_between_two_stars_is_one() -> None:
    told = "メダカは寒さに強いが、水が凍るとそうもいかない。部屋の鉢は三か月で二十匹が三十匹になった。"
    page = f"ホーム\nブログ\n2025-02-24 22:17:43\n★真冬のメダカ、室内と外の三か月を比べてみた★\n{told}\n{told}\n{told}"
    assert clean_text(page).metadata.title == "★真冬のメダカ、室内と外の三か月を比べてみた★"


def test_who_posted_it_where_stands_below_the_headline() -> None:
    call = "夜航船 Web3 公開番号に注意を払い、星印を付けて迷子にならないようにする"
    headline = "屋根の上の4,000個の気象局：DePIN 創業者との対話"
    story = """港の屋根に、小さな気象局が並び始めた。箱の値段は、ひと月で半分になった。
「雨の日がいちばん忙しい」と創業者は話す。彼は十年、灯台の電気を直してきた。
町は来年、二つ目の計画を立てる。屋根を貸す家は、もう四百を超えたという。"""
    page = f"{call}\n{headline}\nオリジナル 阿禾 夜航船 Web3 2024年09月25日 浙江\n{story}\n原文を読む\nいいね 53\nコメントを書く"
    assert clean_text(page).metadata.title == headline


def test_the_heads_of_columns_that_stand_twice_are_no_headline() -> None:
    tiers = "Max. position before\nMax. position after\nRate before\n1.5%\n2.5%"
    told = "The plant at the harbour has run since Monday, and its tiers will change at noon, the exchange says."
    page = f"{told}\n{told}\nMERL contract\n{tiers}\n{told}\nKILN contract\n{tiers}\n{told}\n{told}"
    doc = clean_text(page)
    assert doc.metadata.title is None
    assert doc.text.count("Max. position before") == 2


def test_a_headline_without_the_sites_name_goes_before_the_same_with_it() -> None:
    page = f"Tidewatch | {RUNS}\nHome\nNews\nData\nViews 2871\n{RUNS}\nNov 5, 2025\n{HUMS}"
    doc = clean_text(page)
    assert (doc.metadata.title, doc.metadata.provenance["title"]) == (RUNS, "line 6")


@pytest.mark.parametrize(
    "above",
    [
        "Gulls on the roof of the plant at noon. Imogen Tarrant, CC BY-ND",
        "A gull sits on the roof of the plant by the harbour. Hal Brann/iStock via Getty Images Plus",
        "Home/News/2025/The plant runs at last after nine years of talk",
        "The plant runs at last after nine…",
        "下一篇：科技爱好者周刊（第 352",
        "Tide Weekly\nTide Weekly #36",
        "Veröffentlicht am 13. März 2019 von Nora Vane",
    ],
)
def test_what_stands_above_a_headline_is_none(above: str) -> None:
    page = f"Home\nNews\nData\n{above}\nOpinion\n{RUNS}\n{HUMS}\nTide Weekly 36"
    assert clean_text(page).metadata.title == RUNS


@pytest.mark.parametrize(
    "above",
    [
        "Home Power The plant runs at last after nine years of talk",
        "HomePowerThe plant runs at last after nine years of talk",
    ],
)
def test_a_headline_below_the_way_to_it_is_taken_alone(above: str) -> None:
    page = f"{above}\n{RUNS}\nNov 5, 2025\n{HUMS}"
    doc = clean_text(page)
    assert (doc.metadata.title, doc.metadata.published) == (RUNS, "2025-11-05")


@pytest.mark.parametrize(
    ("above", "taken"),
    [
        ("The harbour at night and in the morning", True),
        ("Home · Power · Harbour · Batteries", False),
        ("News | Data | Opinion", False),
    ],
)
def test_a_standfirst_has_its_headline_above_and_no_menu(above: str, taken: bool) -> None:
    doc = from_text(f"Tide Weekly\n{above}\nWhat nine years of talk have come to in the end\nNov 5, 2025\n{HUMS}")
    doc = phrases(doc, load_rules())
    found = doc.blocks[2]
    best = above_standfirst(doc, found, {1: 4.0, 2: 5.0}, load_rules())
    assert best is doc.blocks[1 if taken else 2]


def test_nor_is_the_way_to_it_where_its_days_stand_below() -> None:
    headline = "蓄電站是什麼？電從哪裡來、風險在哪裡"
    told = "蓄電站把夜裡多餘的電存起來，早上再還給小鎮，第一週還回的電夠三百戶人家用。"
    page = f"潮報\n登入\n學院首頁\n詞彙表\n首頁文章{headline}\n{headline}\n中階\n發布於 2025年9月18日更新於 2025年11月4日\n{told}"
    assert clean_text(page).metadata.title == headline


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Veröffentlicht am 13. März 2019 von Nora Vane aus der Hafenstadt", True),
        ("發布於 2025年9月18日更新於 2025年11月4日", True),
        ("Die Anlage am Hafen steht seit dem 13. März 2019 jeden Abend still", False),
    ],
)
def test_a_label_of_days_makes_a_dateline_of_a_longer_line(text: str, says: bool) -> None:
    assert is_byline(Block.of(position=0, text=text, line=1), load_rules()) is says


@pytest.mark.parametrize(
    ("first", "other", "headline"),
    [
        (
            "Night power in the harbour",
            "A plant that stores the harbour's power\nNov 3, 2025",
            "Night power in the harbour",
        ),
        ("Night power — Tide Documentation (3.1.x)", "A second plant", "Night power"),
        ("Customs - News - Night power in the harbour", "A second plant", "Night power in the harbour"),
        ("Night power: how the plant works at night", "A second plant", "Night power: how the plant works at night"),
    ],
)
def test_a_page_opens_with_its_title_that_stands_again_right_above_the_article(
    first: str, other: str, headline: str
) -> None:
    menu = "\n".join(f"Section {n} of the harbour" for n in "abcdefghijklmno")
    alone = headline.partition(":")[0]
    assert clean_text(f"{first}\n{menu}\n{other}\n{menu}\n{alone}\n{STORY}\n{menu}").metadata.title == headline


def test_a_headline_has_no_permalink_behind_it() -> None:
    assert clean_text(f"{HEADLINE}¶\nNov 5, 2025\n{HUMS}").metadata.title == HEADLINE


def test_headlines_that_a_list_numbers_are_none() -> None:
    ranked = "1 The ferry is late again on the eastern shore\n2 Why the smokehouse closed its doors for the winter"
    page = f"Trending\n{ranked}\n{HEADLINE}\nCommunity\n5 min read\n{STORY}"
    assert not set(ranked.split("\n")) & {b.text for b, _ in candidates(from_text(page), load_rules())}


def test_a_list_of_names_is_no_headline() -> None:
    told = "港の屋根に、小さな気象局が並び始めた。箱の値段は、ひと月で半分になった。雨の日がいちばん忙しいという。"
    page = f"ログイン\n薄氷の上で、港の人々は何を手放し始めたのか\nIlkka Rantanen, Chiara M. Voss\n2025年10月15日\n{told}\n{told}\n{told}"
    assert clean_text(page).metadata.title == "薄氷の上で、港の人々は何を手放し始めたのか"


def test_a_headline_that_is_cut_short_is_taken_where_it_is_whole() -> None:
    whole = "The Plant Runs at Last After Nine Years of Talk, Says Its Keeper"
    page = f"{whole}\nHome\nNews\nData\n{whole[:40]}...\nBy Nora Vane\nNov 5, 2025\n{HUMS}"
    assert clean_text(page).metadata.title == whole


def test_the_headline_stands_above_the_byline_and_a_standfirst_below_it() -> None:
    headline = '동전으로 커피값 내는 항구 사람들…가게 주인 74% "지폐보다 먼저 받는다"'
    lead = "항구 상공회의소 가게 1120곳 조사…환전 비용 0.4%"
    story = (
        "[바다일보 이가은 기자] 항구의 가게 주인 네 명 가운데 세 명이 지폐보다 동전을 먼저 받는 것으로 나타났다.\n"
        "항구 상공회의소가 가게 1120곳을 조사한 결과 응답자의 74%가 동전을 받겠다고 답했다. 송금 수수료는 0.4%였다.\n"
        "항구에서 커피를 파는 한 주인은 지폐가 들어오는 열흘 사이에 값이 오른다고 말했다. 수수료는 조사마다 달랐다."
    )
    above = f"바다일보\n프로젝트 리포트 텔레그램 유튜브\n홈 뉴스 국제\n{headline}\n이가은 기자\n입력 2025-10-02 09:12\n구글뉴스 팔로우\n링크복사\n가 가"
    assert clean_text(f"{above}\n{lead}\n{story}").metadata.title == headline


def test_a_writers_name_in_capitals_is_no_headline_of_a_page_in_chinese() -> None:
    story = (
        "午睡多久才算刚刚好，没有人说得清：港口的一家保险公司里，四楼有三间没有窗户的小房间，门上贴着请勿敲门的纸条。"
        * 3
    )
    doc = clean_text(f"健康\n午睡多久才算刚刚好？\nELENA MARSH\n2024年5月14日\n{story}\n{story}")
    assert doc.metadata.title == "午睡多久才算刚刚好？"


@pytest.mark.parametrize("entry", ["2021年12月05日\n{}", "{}\n2021年12月05日", "2021年12月05日\nXML\n{}"])
def test_the_headline_of_a_blogs_entry_stands_beside_its_day_below_the_row_of_entries(entry: str) -> None:
    above = "浜辺の天文台 観測の帳面\n港の町、南向き三階から見える空のこと\n<< 星雲を写せるか | TOP | 電池を作る >>"
    story = (
        "目覚ましを四時にかけて、ようやく尾が写った。二週間も曇りが続いていた。\n来週は月が出てくるので、もう写せない。"
    )
    doc = clean_text(f"{above}\n{entry.format('薄明の彗星を撮る')}\n{story}\n{story}")
    assert doc.metadata.title == "薄明の彗星を撮る"


def test_a_page_that_opens_with_its_title_has_who_and_when_below_the_menu_and_the_title_again() -> None:
    menu = "\n".join(f"Section {n} of the harbour" for n in "abcdefghijklmno")
    promise = (
        "The Harbour Courier is read in eleven towns, and its reporters are paid by those who read it.\n"
        "It has been printed beside the fish market since 1911, and it will be printed there tomorrow."
    )
    story = "\n".join(
        f"The battery at the harbour stores {n} megawatt-hours at night. Its owners call it boring enough to work."
        for n in range(3, 9)
    )
    title = "Battery at the harbour works at night"
    doc = clean_text(f"{title}\n{menu}\n{promise}\n{menu}\n{title}\nPublished\n2025-12-20\nin\nEnergy\n{story}")
    assert (doc.metadata.title, doc.metadata.published) == (title, "2025-12-20")


def test_a_title_above_its_own_day_is_the_headline_though_a_list_below_says_it_again() -> None:
    menu = "\n".join(f"Section {n} of the harbour" for n in "abcdefghijklmno")
    story = "\n".join(f"The battery at the harbour stores {n} megawatt-hours at night." for n in range(3, 9))
    title = "Battery at the harbour works at night"
    doc = clean_text(f"{title}\n2025-12-20\n{story}\n{menu}\n{title}\n2025-12-24\n{story}\n{story}")
    assert doc.metadata.published == "2025-12-20"


def test_a_writers_name_in_kana_of_whom_a_box_tells_is_no_headline() -> None:
    box = "マリソル・エチェベリは港の研究所で電池を調べている研究者で、以前は測量の会社で働いていた。"
    page = f"ホーム\n研究\n{TITLE}\nマリソル・エチェベリ\n2025年10月22日\n{BODY}\n{box}"
    assert clean_text(page).metadata.title == TITLE
    assert "マリソル・エチェベリ" not in {b.text for b, _ in candidates(from_text(page), load_rules())}
