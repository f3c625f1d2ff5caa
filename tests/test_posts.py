"""Who posted an article, in the words of the platforms of blogs and questions."""

import pytest

from cleaners.metadata.posts import poster
from cleaners.recipe import clean_text
from tests.test_bylines import BODY, ENGLISH, TITLE


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("This entry was posted in Tools on November 3, 2021 by Ines Varga.", ("Ines Varga",)),
        ("[This is a guest post by Ines Varga.]", ("Ines Varga",)),
        (
            "posted by みずいろ帳 at 22:15| 東京 ☁| Comment(1)| TrackBack(0)| 山 | 更新情報をチェックする",
            ("みずいろ帳",),
        ),
        ("23:17 | Posted by 潮風のヒデ", ("潮風のヒデ",)),
        ("2025年06月11日 20時00分00秒 in サイエンス, Posted by mizu1_kn", ("mizu1_kn",)),
        ("mizuiro 4年前 読者になる", ("mizuiro",)),
        ("posted @ 2025-10-28 23:47  夜半の帳  閲覧(1836)  コメント(3)", ("夜半の帳",)),
        ("shiosai59 at 14:22│Comments(4)│TrackBack(0)│ │採集記", ("shiosai59",)),
        ("投稿者 潮見屋 2009年4月12日 (日) 午後 09時17分 書籍・雑誌 | 固定リンク | コメント (1)", ("潮見屋",)),
        ("投稿者 ひらなみ 時刻 21時08分 趣味, 電子工作 | 固定リンク", ("ひらなみ",)),
        ("質問者：nagisa55質問日時：2008/05/14 22:10回答数：4件", ("nagisa55",)),
        ("浪花丸 發表在 痞客邦 留言(4) 人氣(6,218)", ("浪花丸",)),
        ("© 本文版权归作者 潮声灯 所有，任何形式转载请联系作者。", ("潮声灯",)),
        (
            "これは、サイモン・ウェルズによる 古い栞を分類する で、8th 7月 2025 に投稿されました。",
            ("サイモン・ウェルズ",),
        ),
        ("Author:潮汐車", ("潮汐車",)),
        ("Gespeichert von rasos am 24. Juli 2017 - 18:55", ("rasos",)),
        ("Publié par Ines Varga à 08:00", ("Ines Varga",)),
        ("Publicado por Ines Varga el 3 de mayo de 2022", ("Ines Varga",)),
        ("Pubblicato da Ines Varga alle ore 08:00", ("Ines Varga",)),
        ("Geplaatst door Ines Varga op 3 mei 2022", ("Ines Varga",)),
        ("1. Posted by 石好きの父   2011年03月28日 23:05", ()),
        ("投稿者の名前を書いてください", ()),
        ("Meet me at 14:22 at the pier", ()),
        ("The minutes were posted by the council", ()),
    ],
)
def test_a_platforms_line_names_who_posted_it(line: str, names: tuple[str, ...]) -> None:
    assert poster(line) == names


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("posted by みずいろ帳 at 22:15| 東京| Comment(1)| TrackBack(0)", "2012-06-18T22:15"),
        ("投稿者 みずいろ帳 2012年6月18日 (月) 午後 09時17分 山 | 固定リンク", "2012-06-18T21:17"),
        ("mizuiro 2012-06-18 22:15 読者になる", "2012-06-18"),  # when it was last changed
    ],
)
def test_the_line_has_the_time_of_the_day_above_the_title(line: str, day: str) -> None:
    doc = clean_text(f"浜辺の帳面\n2012年06月18日\n{TITLE}\n{BODY}\n{line}\nこの記事へのコメント\nよかったです。")
    assert doc.metadata.published == day
    assert doc.metadata.authors in (("みずいろ帳",), ("mizuiro",))


@pytest.mark.parametrize(
    ("greeting", "behind", "authors"),
    [
        ("こんにちは、たぬ浜（@tanuhama_pc）です。", "たぬ浜", ("たぬ浜",)),
        ("こんにちは、たぬ浜（@tanuhama_pc）です。", "広告", ()),
        ("こんにちは。", "たぬ浜をフォローする\nたぬ浜", ("たぬ浜",)),
        ("こんにちは。", "たぬ浜をフォローする", ()),
        ("こんにちは。", "Ines Varga\nAll posts by Ines Varga\nHome", ("Ines Varga",)),
        ("こんにちは。", "Weitere Artikel von Ines Varga\nHome", ()),
    ],
)
def test_the_owner_of_a_blog_is_named_twice(greeting: str, behind: str, authors: tuple[str, ...]) -> None:
    page = f"浜辺の帳面\nホーム\n{TITLE}\n2023.08.30\n{greeting}{BODY}\nシェアする\n{behind}"
    assert clean_text(page).metadata.authors == authors


def test_the_name_above_the_particulars_of_its_owner_is_the_blogs() -> None:
    page = f"浜辺の帳面\nホーム\n{TITLE}\n2023年08月30日\n{BODY}\nいいね\nプロフィール\nあさ浜\n性別：女性 血液型：O型"
    assert clean_text(page).metadata.authors == ("あさ浜",)


def test_a_name_above_what_says_when_it_was_posted_is_the_writers() -> None:
    page = f"DEV\nLog in\ntide_overflow\nPosted on Feb 19, 2024 • Edited on Feb 21, 2024\nWhy the harbour plant hums\n{ENGLISH}"
    assert clean_text(page).metadata.authors == ("tide_overflow",)
