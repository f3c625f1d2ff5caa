"""Inline debris, line by line, and the articles about markup that keep it."""

import re
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import pytest

from cleaners import debris as module
from cleaners.recipe import clean_text

SENTENCES = (
    "港の蓄電所は、夜のあいだに余った電気をためて朝の町へ返す仕組みだと担当者は説明した。",
    "運転を見守る技師は、電池よりも人の手順のほうがよほど難しいと笑いながら話している。",
)
REPAIRS = [
    ('<スパンリーフ="">本文です。', "本文です。"),
    ('<span leaf="">本文です。</span>', "本文です。"),
    ("＜スパン リーフ＝“”＞本文です。", "本文です。"),
    ("【跨度 葉=「」】早上五點半。", "早上五點半。"),
    ("<强>01 便宜的冷</强>", "01 便宜的冷"),
    ('style="color:red">本文です。', "本文です。"),
    ("本文です。</p></div>", "本文です。"),
    ("&lt;span&gt;本文です。&lt;/span&gt;", "本文です。"),
    ("柚木&amp;amp;nbsp;氏です。", "柚木 氏です。"),
    ("前&#10;後です。", "前 後です。"),
    ("It&#39;s &quot;fine&quot;.", 'It\'s "fine".'),
    ("前<br>後です。", "前 後です。"),
    ('[caption id="a1" width="300"]写真です。[/caption]', "写真です。"),
    ("[gap h=20]本文です。", "本文です。"),
    ("[caution]上限が低いと届きません。[/caution]", "上限が低いと届きません。"),
    ('[ボタン 色="緑"]作成[/ボタン]します。', "作成します。"),
    ("本文です。[img]undefined[/img]", "本文です。"),
    ("[b]合併して[/b]計算します。", "合併して計算します。"),
    ("そこ[emoji:v-356]です。", "そこです。"),
    ("点击<a href=undefined>报名</a>后可计入。", "点击报名后可计入。"),
    (r"点击<a data-track=\"fr\">历史</a>即可查询。", "点击历史即可查询。"),
    ("詳しくは[国税庁のFAQ](https://tax.example/faq.html)をご覧ください。", "詳しくは国税庁のFAQをご覧ください。"),
    ("つまり**とても大事**な点です。", "つまりとても大事な点です。"),
    ("Hi *|FNAME|*, the ferry is back.", "Hi , the ferry is back."),
    ("担当者は*|港通信|*に話した。", "担当者は港通信に話した。"),
    ("料金は{{ 0.75% | percent }}です。", "料金は0.75%です。"),
    ("Javascript:void(0)本文です。", "本文です。"),
    ("概要[編集]", "概要"),
    ("History [edit]", "History"),
    ("{{ads}}本文です。", "本文です。"),
    ("key: ${{ runner.os }}-pnpm", "key: ${{ runner.os }}-pnpm"),  # code of a build
    ("残り${count}件です。", "残り件です。"),
    ('notify "$client is stale: ${age_hours}h"', 'notify "$client is stale: ${age_hours}h"'),
    ("使ったのはこれ。[asin:B0CJ7QZ2XX:detail]", "使ったのはこれ。"),
    ("下の写真です。[f:id:mizukei:20250223224100j:plain]", "下の写真です。"),
    ('echo "set ${DAYS} days: ${name}"', 'echo "set ${DAYS} days: ${name}"'),
    (".map((k) => `${k}=${query[k].value}`)", ".map((k) => `${k}=${query[k].value}`)"),
    ("SELECT snippet(notes, 1, '<b>', '</b>', '…', 16)", "SELECT snippet(notes, 1, '<b>', '</b>', '…', 16)"),
    ("Lufwa Metals (CLMJ.J), opens new tab will run it.", "Lufwa Metals (CLMJ.J) will run it."),
    ("The report (opens in a new tab) says so.", "The report says so."),
    ("詳しくは報告書（新しいタブで開く）をご覧ください。", "詳しくは報告書をご覧ください。"),
    ("详见报告（在新窗口中打开），其中有各年的数字。", "详见报告，其中有各年的数字。"),
    ("ルフワ社(CLMJ.J)、新しいタブで開きます は炉を動かす。", "ルフワ社(CLMJ.J) は炉を動かす。"),
    ("## 1. 数字が上がるだけの台帳", "1. 数字が上がるだけの台帳"),
    ("私は$SOL {future}(SOLUSDT) を20倍で持つ。", "私は$SOL を20倍で持つ。"),
    ("{| rendered_photo |}本文です。", "本文です。"),
    ("{* login *} 本文です。", "本文です。"),
    ("[続き](javascript:void(0))です。", "続きです。"),
    ("undefined本文です。", "本文です。"),
    ("本文です。 undefined", "本文です。"),
    ("本\u200b文\ufeffで\u00adす。", "本文です。"),
    ("本文\u00a0です。\u3000次です。", "本文 です。 次です。"),
]
STAYS = [
    "a < b and c > d holds for both of them.",
    "AT&T and S&P 500 fell by 3%.",
    "[1] 参考にした資料です。",
    'PROMPT="${_glyphs[$phase]} %F{183}%~%f "',
    "path=/srv/${name}/bin",
    "# install the tools",
    "The link opens in a new tab, which readers dislike.",
    "リンクを押すと、新しいタブで開くことがあります。",
    "<groupId>io.netty</groupId>",
    "It grew last year[1](https://note.example/1), he says.",
    "Call it with f(*args, **kwargs) and g(**more).",
    "2**8 is 256 and 2**9 is 512.",
    "[Edit: the price was wrong] is what the note says.",
    "《金融新聞》は同日に報じた。",
    "He wrote “the cost is null and void”.",
    "if x<5 then y>3 is what it says.",
]


def _article(line: str) -> str:
    return f"{SENTENCES[0]}\n{line}\n{SENTENCES[1]}\n{SENTENCES[0]}"


@pytest.mark.parametrize(("raw", "clean"), REPAIRS)
def test_debris_goes_and_the_sentence_stays(raw: str, clean: str) -> None:
    doc = clean_text(_article(raw))
    assert [b.text for b in doc.blocks if b.line == 2] == [clean]


@pytest.mark.parametrize("line", STAYS)
def test_what_only_looks_like_debris_stays(line: str) -> None:
    doc = clean_text(_article(line))
    assert [b.text for b in doc.blocks if b.line == 2] == [line]


def test_every_tag_that_is_taken_is_a_cut() -> None:
    doc = clean_text(_article('<span leaf="">本文です。</span>'))
    assert [(c.text, c.cleaner, c.line) for c in doc.cuts] == [
        ('<span leaf="">', "debris", 2),
        ("</span>", "debris", 2),
    ]


def test_a_line_of_debris_alone_goes() -> None:
    doc = clean_text(_article("undefined"))
    assert [b.line for b in doc.blocks] == [1, 3, 4]


def test_an_article_about_markup_keeps_its_tags() -> None:
    text = (
        "HTMLの<span>タグは、文の一部に印を付けるための要素で、それだけでは見た目を変えない。\n"
        'CSSの属性を足すと色が付く。たとえば <span style="color:red">赤</span> のように書けばよい。\n'
        "マークアップを学ぶときは、HTMLの要素を一つずつ試すのがいちばん早いと筆者は考えている。"
    )
    assert clean_text(text).text.replace("\n\n", "\n") == text


PATTERNS = {name: value for name, value in vars(module).items() if isinstance(value, re.Pattern)}
# A run of one class and nothing behind it: it is taken at one go, and what it took is not looked at again.
RUNS = {"_SPACES", "_JOINER"}
REACH = 10_000  # characters


@pytest.mark.parametrize("name", sorted(PATTERNS.keys() - RUNS))
def test_no_pattern_looks_farther_than_a_bound_from_any_place(name: str) -> None:
    """Then a line costs in proportion to its length, however its markup is broken."""
    pattern = PATTERNS[name]
    assert parser.parse(pattern.pattern, pattern.flags).getwidth()[1] <= REACH


def test_patterns_without_bound_are_runs() -> None:
    for name in RUNS:
        *_, (operation, (_, most, inside)) = parser.parse(PATTERNS[name].pattern.rpartition("|^")[2])
        assert (operation, most, len(inside)) == (sre.MAX_REPEAT, sre.MAXREPEAT, 1)


def test_addresses_and_words_of_other_trades_are_no_talk_of_markup() -> None:
    links = "\n".join(f"見る: https://www.kominato.example/kiji/{i}.html" for i in range(5))
    trades = "この計画には五つの要素がある。要素の一つは人で、要素の二つ目は金である。属性も要素の一つだ。"
    page = f'{links}\n{trades}\n<span leaf="">町は来年、同じ設備をもう一つ建てる計画である。</span>'
    assert "leaf" not in clean_text(page).text
    about = page.replace(trades, f"HTMLの話である。{trades}")
    assert "leaf" in clean_text(about).text
