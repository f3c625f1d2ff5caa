"""Labels, languages and titles, each case a row."""

import pytest

from cleaners.load import load_rules
from cleaners.metadata.languages import language_of
from cleaners.metadata.pairs import read_labels
from cleaners.recipe import clean_text

LABELS = [
    ("著者: arndxt", [("author", "arndxt")]),
    ("原文翻訳:チョッパー、ニュース部", [("translator", "チョッパー、ニュース部")]),
    ("文／李明 编辑／王芳", [("author", "李明"), ("credit", "王芳")]),
    ("来源：某某网 作者：李明", [("site", "某某网"), ("author", "李明")]),
    ("Published: 5 November 2025", [("published", "5 November 2025")]),
    ("筆者は先週、現地を訪れた。", []),
    ("文中の数字は暫定値です。次回に改めます。", []),
    ("結論: 作者: の順に読む。次へ進む。", []),
    ("時間：", []),
    ("作成者：Dmitri Vale", [("author", "Dmitri Vale")]),
    ("取材・文＝鳥居 真　写真＝三枝 あゆみ", [("author", "鳥居 真"), ("credit", "三枝 あゆみ")]),
    ("投稿日: 2025年10月7日 | 投稿者: バンム", [("published", "2025年10月7日"), ("credit", "バンム")]),
    ("图片来源：新华社", [("credit", "新华社")]),
    ("原题：一天 译者：林雾 责编：王芳", [("original_title", "一天"), ("translator", "林雾"), ("credit", "王芳")]),
    ("口述：老皮 整理：小豆", [("credit", "老皮"), ("credit", "小豆")]),
    ("参照元：みなと通信", [("site", "みなと通信")]),
    ("来源：海港日报责任编辑：李明_HB12", [("site", "海港日报"), ("credit", "李明_HB12")]),
    ("来自: 旧城慢递", [("site", "旧城慢递")]),
    ("最終更新日：2025年8月21日", [("modified", "2025年8月21日")]),
    ("発売日：2025年8月21日", []),
    ("開催日：2025年8月21日", []),
    ("閲覧日：2025年8月21日", []),
    ("筆者は山田だ：そう思う。次に進む。", []),
    ("文．攝影／林曉棠", [("author", "林曉棠")]),
    ("撰文・摄影：林晓棠", [("author", "林晓棠")]),
    ("Written by | Jane Doe", [("author", "Jane Doe")]),
    ("Markets | Jane Doe", []),
    ("记者：今年的订单怎么样？", []),
]
LANGUAGES = [
    ("市場はもはやファンダメンタルズによって動かされていない。", "ja"),
    ("这些市场的参与者认为价格将会继续上涨。", "zh-Hans"),
    ("這些市場的參與者認為價格將會繼續上漲。", "zh-Hant"),
    ("시장 참여자들은 가격이 계속 오를 것으로 본다.", "ko"),
    ("The market is now led by the flow of money and not by the data.", "en"),
    ("1234 5678", None),
    ("Bitcoin ETF", None),
    ("Der Markt wird jetzt vom Geldfluss bestimmt und nicht von den Daten, sagt er.", "de"),
    ("Le marché est désormais dirigé par les flux et non par les données.", "fr"),
    ("Markedet styres nå av pengestrømmen og ikke av dataene, sier han til avisen.", "nb"),
    ("Thị trường hiện được dẫn dắt bởi dòng tiền chứ không phải dữ liệu.", "vi"),
    ("Рынок теперь движим потоками денег, а не данными, считают аналитики.", "ru"),
    ("Ринок тепер рухають потоки грошей, а не дані, вважають аналітики.", "uk"),
    ("السوق تقوده الآن تدفقات الأموال وليس البيانات كما يقول المحللون.", "ar"),
    ("השוק מונע כעת על ידי זרימת כספים ולא על ידי נתונים.", "he"),
    ("ตลาดถูกขับเคลื่อนด้วยกระแสเงิน", "th"),
    ("बाजार अब पैसे के प्रवाह से संचालित है न कि आंकड़ों से।", "hi"),
    ("Η αγορά καθοδηγείται πλέον από τη ροή του χρήματος.", "el"),
    ("他後來說，臺灣的經濟與網絡產業值得關注。", "zh-Hant"),
    ("他后来说，与网络经济有关的产业价格万分值得关注。", "zh-Hans"),
]


@pytest.mark.parametrize(("line", "pairs"), LABELS)
def test_labels(line: str, pairs: list[tuple[str, str]]) -> None:
    found = read_labels(line, load_rules().labels)
    assert [(field, value) for field, _, value in found] == pairs


LABELS_OF = {
    "author": "著者 原著者 原文著者 原作者 筆者 執筆 執筆者 文 文責 作者 ライター 記者 取材 取材・文 聞き手 寄稿 寄稿者 原文作者"
    " 撰文 撰稿 撰稿人 记者 本报记者 通讯员 采访",
    "translator": "翻訳 翻訳者 訳者 訳 邦訳 抄訳 翻訳・編集 编译 編譯 翻译 翻譯 译者 譯者",
    "site": "出典 引用元 参照元 情報元 情報源 ソース 提供 提供元 配信 配信元 転載元 掲載元 来源 來源 文章来源 本文来源 信息来源"
    " 消息来源 稿件来源 稿源 出处 轉載自 转载自 转自 供稿",
    "published": "投稿日 投稿日時 公開日 公開 公開日時 掲載日 配信日 配信日時 発表日 記事作成日 作成日 執筆日 日付 日時 发布时间"
    " 發布時間 发布日期 发布于 发表于 發表於 发稿时间 时间 日期",
    "modified": "更新日 更新日時 最終更新日 最終更新 更新 改訂日 修正日 更新时间 更新時間 最后更新 最後更新 编辑于",
    "original_title": "原題 原文タイトル 原文标题 原文標題 原标题 本文原标题",
}
LATIN_LABELS = {
    "author": ["By", "Written by", "Author", "Posted by", "Reporting by"],
    "translator": ["Translated by"],
    "site": ["Source"],
    "published": ["Published"],
    "modified": ["Last updated"],
}
# Of editors, reviewers, pictures, counters: no field of ours.
OTHER_LABELS = (
    "編集 編集者 編集長 担当 校閲 監修 監修者 ファクトチェック 写真 撮影 画像 画像提供 イラスト カテゴリー ジャンル 閲覧数 编辑 編輯 责编 责任编辑"
    " 責任編輯 主编 执行主编 选稿 审核 校对 整理 图源 图片来源 摄影 关键词 标签 分类 栏目 阅读 浏览 浏览次数 字号 当前位置 閲覧日 発売日 開催日"
)
VALUES = {"published": "2025年11月5日", "modified": "2025年11月5日", "site": "港日報"}
SEPARATORS = ("：", ":", " : ", "／", "/", "丨", "｜", "|", "＝", "=")


def _fields(line: str) -> list[str]:
    return [field for field, _, _ in read_labels(line, load_rules().labels)]


@pytest.mark.parametrize(
    ("field", "label"), [(field, label) for field, listed in LABELS_OF.items() for label in listed.split()]
)
def test_each_label_is_read_behind_each_separator(field: str, label: str) -> None:
    lines = [f"{label}{separator}{VALUES.get(field, '山田花子')}" for separator in SEPARATORS]
    assert {line: _fields(line) for line in lines} == {line: [field] for line in lines}


@pytest.mark.parametrize(("field", "label"), [(f, label) for f, listed in LATIN_LABELS.items() for label in listed])
def test_each_label_in_english_is_read_behind_a_colon(field: str, label: str) -> None:
    value = "5 November 2025" if field in VALUES and field != "site" else "Jane Doe"
    lines = [f"{label}{separator}{value}" for separator in (": ", ":", "：", " : ")]
    assert {line: _fields(line) for line in lines} == {line: [field] for line in lines}


@pytest.mark.parametrize("label", OTHER_LABELS.split())
def test_labels_of_other_things_name_no_author_day_or_source(label: str) -> None:
    for value in ("山田花子", "2025年11月5日"):
        assert not {"author", "translator", "published", "modified", "site"} & set(_fields(f"{label}：{value}"))


@pytest.mark.parametrize(
    "line",
    [
        "筆者は港の近くに住んでいる。",
        "筆者が聞いたところ、次の日は雨だった。",
        "記者会見は午後に開かれた。",
        "会計年度2025の決算を発表した。",
        "作者のことばは短い。",
        "文部科学省が発表した。",
        "翻訳は難しい仕事だ。",
        "提供を受けた設備で運転する。",
        "来源不明的消息在镇上流传。",
        "时间过得很快，港口又安静下来。",
        "日期还没有定下来。",
        "作者未署名的文章不少。",
        "Source code is free.",
        "By the sea it is quiet.",
        "Published works are listed below.",
    ],
)
def test_a_sentence_that_only_mentions_a_label_is_none(line: str) -> None:
    assert _fields(line) == []


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_language_goes_by_script(text: str, language: str | None) -> None:
    assert language_of(text) == language


ARTICLE = """港の新しい蓄電所が動き始めた
山田 花子
2025年11月5日 14:30

港の蓄電所は、夜のあいだに余った電気をためて、朝の混み合う時間に町へ返す。最初の一週間で、返した電気は三百世帯分になった。
運転を見守る技師は、電池よりも人の手順のほうが難しいと話す。手順書は四十回書き直された。
町は来年、同じ設備をもう一つ建てる計画だ。費用は県と折半する。"""


def test_title_and_date_are_read_and_leave_the_text() -> None:
    doc = clean_text(ARTICLE)
    assert doc.metadata.title == "港の新しい蓄電所が動き始めた"
    assert doc.metadata.published == "2025-11-05T14:30"
    assert doc.metadata.provenance["published"] == "line 3"
    assert doc.text.startswith("港の蓄電所は、")


def test_what_the_page_does_not_say_is_null() -> None:
    doc = clean_text("\n".join(ARTICLE.split("\n")[4:]))
    assert doc.metadata.title is None
    assert doc.metadata.published is None
    assert doc.metadata.site is None
    assert doc.metadata.authors == ()


def test_markdown_has_headings_and_lists() -> None:
    page = ARTICLE.split("\n")[4:]
    page[1:1] = ["人の手順", page[2], "次の三つだ。", "・夜の電気", "・朝の電気", "1. 手順"]
    doc = clean_text("\n".join(page))
    assert doc.markdown.split("\n\n")[1] == "## 人の手順"
    assert doc.markdown.split("\n\n")[3:7] == ["次の三つだ。", "- 夜の電気", "- 朝の電気", "1. 手順"]
    assert "・夜の電気" in doc.text
    assert "## " not in doc.text


STORY = """港口的新储能站把夜里多余的电存起来，在早晨用电最多的时候还给小镇。第一个星期，它还回的电够三百户人家用。
看管设备的工程师说，电池并不难，难的是人的操作流程。手册已经改写了四十次。
小镇打算明年再建一座同样的储能站，费用由县里承担一半。"""
POINTS = "储能站已经运转一个月。\n它在夜里存电，在早晨还电。\n第二座明年动工。"


@pytest.mark.parametrize("heading", ["总结", "Summary"])
def test_a_digest_between_its_heading_and_the_same_again(heading: str) -> None:
    page = f"首页\n文章\n港口的新储能站开始运行\n2025-11-05\n收藏\n分享\n{heading}\n{POINTS}\n{heading}\n{STORY}"
    doc = clean_text(page)
    assert (doc.metadata.summary, doc.text) == (POINTS, STORY.replace("\n", "\n\n"))


@pytest.mark.parametrize(
    ("points", "heading"),
    [
        ("1. 储能站已经运转一个月。\n2. 它在夜里存电，在早晨还电。\n3. 第二座明年动工。", "一、夜里的电"),
        ("• 储能站已经运转一个月。\n• 它在夜里存电，在早晨还电。\n• 第二座明年动工。", "1. 夜里的电"),
    ],
)
def test_a_digest_ends_where_another_kind_of_number_heads_the_article(points: str, heading: str) -> None:
    page = (
        f"首页\n文章\n港口的新储能站开始运行\n2025-11-05\n收藏\n分享\n核心观点\n{points}\n{heading}\n{STORY}\n{STORY}"
    )
    doc = clean_text(page)
    assert heading in doc.text
    assert "第二座明年动工" in (doc.metadata.summary or "")


@pytest.mark.parametrize(
    "credit",
    ["作者：林小雨，港湾新闻", "本文来自微信公众号：港湾新闻（ID：gangwan），作者：林小雨，题图来自：视觉中国"],
)
def test_the_one_paragraph_above_the_writer_is_a_digest(credit: str) -> None:
    lead = "过去九个月，储能站在夜里存下的电翻了三倍，而小镇早晨的停电次数少了四成。"
    page = f"首页\n登录\n港口的新储能站开始运行\n2025-11-05 10:03\n阅读 11,204\n收藏\n{lead}\n展开全部\n{credit}\n{STORY}\n{STORY}"
    doc = clean_text(page)
    assert (doc.metadata.summary, doc.metadata.authors[:1]) == (lead, ("林小雨",))
    assert doc.text.startswith(STORY.split("\n", maxsplit=1)[0])


def test_points_of_a_digest_above_paragraphs_that_a_heading_follows() -> None:
    points = "The plant has raised its output after a strong quarter.\nTwo more plants are planned."
    told = "The storage plant in the harbour closed the month with fourteen percent more than the one before, and the engineers said why."
    page = f"Home\nSign in\nWhy the harbour plant runs\nNov 20, 2025\nStory Highlights\n{points}\n{told}\n{told}\nWhat is behind it?\n{told}"
    doc = clean_text(page)
    assert doc.metadata.summary == points
    assert doc.text.startswith("The storage plant")


def test_the_further_parts_of_a_machines_digest_are_in_the_summary() -> None:
    parts = [
        "核心观点：储能站改变了小镇的早晨，也改变了人们对电价的看法和习惯。",
        "关键要素：",
        "夜里存电。",
        "早晨还电。",
    ]
    parts += ["市场影响：第二座可能提前动工。", "时效性标注：中期影响"]
    listed = [f"- {part}" if part in ("夜里存电。", "早晨还电。") else part for part in parts]
    digest = "\n".join(listed)
    doc = clean_text(f"首页\n登录\n港口的新储能站开始运行\n2025-11-05\nAI 总结\n{digest}\n原文编译：林小雨\n{STORY}")
    assert doc.metadata.summary == "\n".join(parts)
    assert doc.metadata.translators == ("林小雨",)
    assert doc.text == STORY.replace("\n", "\n\n")


def test_below_points_a_numbered_heading_is_the_articles_own() -> None:
    points = "- 储能站已经运转一个月。\n- 第二座明年动工。"
    doc = clean_text(f"首页\n登录\n港口的新储能站开始运行\n2025-11-05\n摘要\n{points}\n一、一个月之后\n{STORY}")
    assert doc.text.startswith("一、一个月之后")


def test_behind_the_label_of_the_original_stands_its_title_or_its_writer() -> None:
    top = "首页\n登录\n港口的新储能站开始运行\n2025-11-05"
    titled = clean_text(f"{top}\n原文：After the Flood: Where Did the Power Go?\n{STORY}").metadata
    signed = clean_text(f"{top}\n原文：Luca Marini\n{STORY}").metadata
    assert (titled.original_title, titled.authors) == ("After the Flood: Where Did the Power Go?", ())
    assert (signed.original_title, signed.authors) == (None, ("Luca Marini",))


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("《After the Flood》", "After the Flood"),
        ("“After the Flood”", "After the Flood"),
        ("“After the Flood”: Where Did the Power Go?", "“After the Flood”: Where Did the Power Go?"),
        ("The Mayor Says “Wait”", "The Mayor Says “Wait”"),
        ("After the Flood》", "After the Flood"),
    ],
)
def test_an_original_title_keeps_the_quotation_marks_that_are_its_own(said: str, title: str) -> None:
    page = f"首页\n登录\n港口的新储能站开始运行\n2025-11-05\n原文标题：{said}\n{STORY}"
    assert clean_text(page).metadata.original_title == title


@pytest.mark.parametrize(
    "line",
    [
        "「After the Flood」という記事は、最初にTidewatchに掲載されました。",
        "帖子 After the Flood 首先出现在 Tidewatch 上。",
        "게시물 After the Flood이 Tidewatch에 처음 등장했습니다.",
        "The post After the Flood appeared first on Tidewatch.",
        "帖子 After the Flood 首次出现在 Tidewatch 上。",
    ],
)
def test_where_it_appeared_first_is_read_from_machine_translation_as_well(line: str) -> None:
    doc = clean_text(f"{ARTICLE}\n{line}")
    assert (doc.metadata.original_title, doc.metadata.site) == ("After the Flood", "Tidewatch")
    assert line not in doc.text


@pytest.mark.parametrize("heading", ["AI 总结\n返回顶部\n", ""])
def test_a_machines_digest_behind_the_article_is_known_by_the_labels_of_its_parts(heading: str) -> None:
    parts = ["核心观点：储能站让早晨的停电少了四成。", "关键要素：", "1. 已经运转一个月。", "时效性标注：短期影响。"]
    doc = clean_text(f"首页\n登录\n港口的新储能站开始运行\n2025-11-05\n{STORY}\n{heading}" + "\n".join(parts))
    assert (doc.metadata.summary, doc.text) == ("\n".join(parts), STORY.replace("\n", "\n\n"))


def test_a_page_without_a_title_has_that_of_its_attribution() -> None:
    sentences = "\n".join(ARTICLE.split("\n")[4:])
    found = clean_text(f"{sentences}\n投稿「港の蓄電所が動く」は、最初にTidewatchに登場しました。").metadata
    assert (found.title, found.original_title, found.site) == ("港の蓄電所が動く", "港の蓄電所が動く", "Tidewatch")


def test_one_label_of_such_a_part_is_the_articles_own() -> None:
    doc = clean_text(f"首页\n登录\n港口的新储能站开始运行\n2025-11-05\n{STORY}\n市场影响：\n1. 电价下跌一成。\n{STORY}")
    assert "市场影响：\n\n1. 电价下跌一成。" in doc.text


def test_a_section_that_is_called_like_a_digest_is_the_articles_own() -> None:
    page = f"首页\n登录\n港口的新储能站开始运行\n2025-11-05\n{STORY}\n概要\n{STORY}\n分享\n关于我们"
    assert "概要" in clean_text(page).text


@pytest.mark.parametrize("heading", ["【要点整理】", "本文要点提炼", "AI 导读（由小潮生成）", "핵심 요약 정리"])
def test_the_heading_of_a_digest_may_be_made_of_its_words(heading: str) -> None:
    points = "◆ 港口的储能站开始运行。\n◆ 费用由两市分担。"
    doc = clean_text(f"首页\n登录\n港口的新储能站开始运行\n2025-11-05\n{heading}\n{points}\n{STORY}\n{STORY}\n分享")
    assert heading not in doc.text
    assert "费用由两市分担" in (doc.metadata.summary or "")


def test_two_points_of_a_digest_above_paragraphs_of_one_sentence_each() -> None:
    told = [
        f"The plant ran for the {n} week without a fault, which the engineers had hoped for and nobody else had, says the mayor."
        for n in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
    ]
    points = "The plant has run for seven weeks.\nA second one is to follow in spring."
    page = f"News\nData\nThe plant at the harbour runs\nby Nora Vane\nNov 5, 2025\nQuick Take\n{points}\n" + "\n".join(
        told
    )
    doc = clean_text(page)
    assert (doc.metadata.summary, len(doc.blocks)) == (points, len(told))


def test_points_of_a_digest_above_an_article_that_soon_has_a_heading() -> None:
    points = "港の蓄電所が動き始めた。\n費用は県と折半する。"
    watched = "運転を見守る技師は、人の手順のほうが難しく、手順書は四十回も書き直されたと話している。"
    told = "\n".join(f"第{n}棟は夜に余った電気をためて、朝の町へ返す。{watched}" for n in "一二三")
    head = "ログイン\n港の新しい蓄電所が動き始めた\n2025年11月5日\nシェアする\nAI要約"
    assert clean_text(f"{head}\n{points}\n{told}\n今後の予定\n{watched}\nシェアする").metadata.summary == points


def test_what_is_framed_by_dashes_below_the_title_is_a_digest() -> None:
    page = f"首页\n文章\n港口的新储能站开始运行\n2025-11-05\n收藏\n- 第二座明年动工 -\n{STORY}\n分享\n关于我们"
    doc = clean_text(page)
    assert ("第二座明年动工" in doc.text, "第二座明年动工" in (doc.metadata.summary or "")) == (False, True)


def test_a_sentence_that_begins_with_the_title_is_no_repetition_of_it() -> None:
    title, told = "蓄電所の見学券が届かない場合", "蓄電所の見学券が届かない場合は、次の順にお確かめください。"
    watched = "運転を見守る技師は、人の手順のほうが難しく、手順書は四十回も書き直されたと話している。"
    doc = clean_text(
        f"ログイン\n検索\n{title}\n2025年11月5日\nフォローする\n{told}\n{watched}\n{watched}\nシェアする\nお問い合わせ"
    )
    assert (doc.metadata.title, told in doc.text) == (title, True)


@pytest.mark.parametrize(
    "line",
    [
        "*Forward the Original Title ‘After the Flood’",
        "元のタイトルを転送する『After the Flood』",
        "*元のタイトルを転送します：After the Flood",
        "*转发原文标题《After the Flood》",
        "원래 제목 전달 ‘After the Flood’",
    ],
)
def test_a_title_that_was_passed_on_is_the_original_one(line: str) -> None:
    doc = clean_text(f"{line}\n{ARTICLE}")
    assert doc.metadata.original_title == "After the Flood"
    assert line not in doc.text
