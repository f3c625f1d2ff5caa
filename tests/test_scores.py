"""The recipe as a whole against pages with the truth on every line: floors that may rise, never fall."""

from dataclasses import replace

import pytest

from cleaners.doc import Doc, Rejection
from cleaners.from_text import from_text
from cleaners.load import load_rules
from cleaners.recipe import article_text, clean_text
from cleaners.verdict import strews, verdict
from tests.truth import LabelledPage, by_cleaners_alone, cleaned, mark, total

# Body lines kept, other lines removed. Raise them when the scores rise; say why if they must fall. Ten of those tuned
# on have no furniture that a phrase knows. Of those held out, .992 and .974 on the 104 articles of before; 64 that came in
# since, of kinds that no page was of before (releases with their figures, recipes, threads, guidance, pages full of lists),
# have .980 and .964, and some .93 and .96 before any work; nine posts without full stops have .976 and .957, and .36 before.
# 105 tuned on and 32 held out, written blind, were hardly worked on: .986 and .967 of them, and .981 and .967. After them
# came 142 tuned on, .989 and .951, full of boxes amid their articles, and 29 held out, .982 and .964; and 153 and 15 more.
# Then 143 tuned on and 82 held out, written blind, half of them machine-translated or full of tables: .990 and .971, and
# .975 and .956, from .952 and .947, and .970 and .959 before any work; those of before have .991 and .977, .987 and .973.
# Lines behind an article's last paragraph that may be its own now stay: .9909 / .9759 and .9827 / .9696 before.
# 27 tuned on and 13 held out came after that, before any work on them .989 and .950, and .943 and .955.
# Trees that learned from the pages tuned on now settle each line, and leave more where they are in doubt, for a line of
# the article weighs more: .992 / .974 and .985 / .970 before. So the floors of the other lines fell, to what is asked.
# They fell once more (.969, .961) when the bar at which a line comes back that a cleaner took became that of any other:
# on 272 pages written blind, which no rule and no tree had seen, .988 / .959 became .992 / .956. Then came 130 tuned on
# and 84 held out, full of boxes and remarks amid their articles: of the latter .989 / .943 and .998 / .897 were kept
# and removed before any work, .991 / .935 and .998 / .899 now; those held out before have .992 / .959.
# With what the words of each line say, and a bar of .16, those of before have .992 / .966 and these .996 / .942. Then came
# 246 tuned on and 138 held out: of the latter .994 / .914 before any work and .993 / .937 now. Of the lines
# of articles tuned on .9983 were kept when the bar was .13; of those held out, as many as now. Since trees settle pages
# by how sure they are of them, those of before have .998 / .969 and .993 / .959, and 41 held out of the last 96 pages
# .988 / .975. They fell by .001 and .002 when what a cleaner took came to go back from .22 up, whoever took it: on 224
# pages of sites that readers know, written blind, .987 / .966 became .988 / .965 (bench/README.md).
FLOORS = {"tune": (0.997, 0.967), "held_out": (0.992, 0.958)}
REJECTED = (
    0.95  # of the seeds without an article: two listings pass, an error page, and a gate worded as no phrase has it
)
# Share of the shipped articles that a second cleaning leaves as they are; of the others, most lose furniture
# that was left in doubt. Share of the articles alone, as their truth has them, of which cleaning takes no line: .929
# before 96 pages came in and the second trees were made anew, .926 since.
STABLE, UNTOUCHED = 0.87, 0.925


def articles(part: str) -> list[tuple[LabelledPage, Doc]]:
    return [(page, doc) for page, doc in cleaned(part) if not page.rejection]


def of_both() -> list[tuple[LabelledPage, Doc]]:
    return [*cleaned("tune"), *cleaned("held_out")]


def of_every_sixth() -> list[tuple[LabelledPage, Doc]]:
    """For what cleans each page once more, which takes as long as all other tests of this file."""
    return of_both()[::6]


@pytest.fixture(scope="module")
def raw_docs(raw_seeds: tuple[LabelledPage, ...]) -> list[tuple[LabelledPage, Doc]]:
    return [(page, clean_text(page.text)) for page in raw_seeds]


@pytest.mark.parametrize("part", ["tune", "held_out"])
def test_shipped_seeds_score_no_less_than_before(part: str) -> None:
    marks = [mark(page, doc) for page, doc in articles(part)]
    kept, removed = total(marks)
    print(f"{part}: {len(marks)} pages, {kept:.4f} of body lines kept, {removed:.4f} of other lines removed")
    assert kept >= FLOORS[part][0]
    assert removed >= FLOORS[part][1]


def test_pages_without_an_article_are_rejected() -> None:
    rejected = [doc.rejection is not None for page, doc in of_both() if page.rejection]
    assert len(rejected) >= 5
    assert sum(rejected) >= REJECTED * len(rejected)


def test_no_article_of_the_seeds_is_rejected() -> None:
    assert [page.id for page, doc in of_both() if doc.rejection and not page.rejection] == []


def test_raw_seeds_come_out_perfect(raw_docs: list[tuple[LabelledPage, Doc]]) -> None:
    for page, doc in raw_docs:
        marks = mark(page, doc)
        assert (page.id, marks.lost, marks.leaked) == (page.id, (), ())


FIELDS = {
    "title": "title",
    "authors": "authors",
    "translators": "translators",
    "published": "date_published",
    "original_title": "original_title",
    "site": "source_site",
    "language": "language",
}


# Fields of the metadata that are right, of all. The outlets of 28 pages tuned on were null in their truth though the
# page names itself, and are since what the page says. The pages of before have .973 and .914, those that came in since,
# for whose fields hardly a rule was written, .90 and .84: nicknames, companies, sites that stand in menus. The last 113
# tuned on, whose outlets stand where they seldom do, have .90, and .87 before any work. Of the last 143 and 82 it is .92
# and .86, and .87 and .86 before any work. Of the last 130 and 84 it is .91 and .89, and .88 of both before any work.
# Of 246 and 138 that came after them, .90 and .88, and .86 of both before any work: those of before have .945 and .899.
FIELDS_RIGHT = {"tune": 0.94, "held_out": 0.904}


@pytest.mark.parametrize("part", ["tune", "held_out"])
def test_shipped_seeds_have_no_fewer_fields_right_than_before(part: str) -> None:
    right = []
    for page, doc in articles(part):
        for field, wanted in FIELDS.items():
            truth = page.metadata[wanted]
            if field == "title":
                truth = truth or page.metadata["original_title"]
            value = getattr(doc.metadata, field)
            right.append((list(value) if isinstance(value, tuple) else value) == truth)
    print(f"{part}: {sum(right)} of {len(right)} fields right")
    assert sum(right) >= FIELDS_RIGHT[part] * len(right)


def test_raw_seeds_metadata_is_the_truth(raw_docs: list[tuple[LabelledPage, Doc]]) -> None:
    for page, doc in raw_docs:
        found = doc.metadata
        for field, wanted in FIELDS.items():
            value = getattr(found, field)
            value = list(value) if isinstance(value, tuple) else value
            if field == "title" and page.metadata["title"] is None and page.metadata["original_title"]:
                assert found.provenance["title"] == "original_title"
                assert value == page.metadata["original_title"]
            else:
                assert (page.id, field, value) == (page.id, field, page.metadata[wanted])


def test_raw_seeds_summary_is_the_digest(raw_docs: list[tuple[LabelledPage, Doc]]) -> None:
    for page, doc in raw_docs:
        lines = page.text.split("\n")
        digest = [lines[n - 1].strip().lstrip("- ") for n, label in page.labels.items() if label == "summary"]
        assert (doc.metadata.summary or "").split("\n") == (digest or [""])


def test_cleaning_a_clean_article_changes_nothing(raw_docs: list[tuple[LabelledPage, Doc]]) -> None:
    for _, once in raw_docs:
        assert article_text(once.text) == once.text


def test_cleaning_twice_is_cleaning_once_on_most_seeds() -> None:
    once = [doc.text for _, doc in of_every_sixth() if doc.text and not doc.rejection]
    same = sum(article_text(text) == text for text in once)
    print(f"{same} of {len(once)} articles unchanged by a second cleaning")
    assert same >= STABLE * len(once)


def test_of_most_articles_alone_no_line_goes() -> None:
    alone = [page.article for page, _ in of_every_sixth() if not page.rejection]
    same = sum(not clean_text(text).cuts for text in alone)
    print(f"{same} of {len(alone)} articles alone keep all their lines")
    assert same >= UNTOUCHED * len(alone)


def test_every_line_is_kept_or_accounted_for() -> None:
    for page, doc in of_both():
        kept = {b.position for b in doc.blocks}
        cut = {c.position for c in doc.cuts}
        positions = kept | cut
        assert positions == set(range(len(positions))), page.id
        assert all(c.cleaner and c.reason and c.text for c in doc.cuts), page.id


def test_an_article_of_one_paragraph_may_end_in_a_question() -> None:
    told = "The plant keeps the power that nobody needs at night and gives it back when the town wakes up. "
    asked = "Who would have thought that the harbour master himself would be the first to ask for more of it?"
    assert verdict(from_text(told + asked), load_rules()).rejection is None
    assert verdict(from_text("Who would have thought of that on such a night?"), load_rules()).rejection is not None


def test_a_wall_that_says_so_once_is_one_and_an_article_that_says_so_is_none() -> None:
    wall = "Page not found\nHome\nThe page you are looking for may have been moved."
    assert clean_text(wall).rejection is not None
    told = "The plant keeps the power that nobody needs at night and gives it back when the town wakes up, says the harbour."
    story = "\n".join(f"{told} This is the {part} part of it." for part in ("first", "second", "third", "fourth"))
    banners = "Subscribe to continue\nAlready a subscriber?\nThis article is for subscribers\nMembers only"
    assert clean_text(f"The harbour plant is running\n{story}\n{banners}").rejection is None


def test_a_list_of_dated_teasers_is_a_listing_whatever_introduces_it() -> None:
    blurb = (
        "The storage plants of the coast, what they cost and whom they serve: everything that we have written on them."
    )
    told = "A day with the crew that keeps the batteries warm while the town is asleep."
    teasers = [f"The harbour plant, part {i}\n{told}\nBy Ann Voss\nNov {20 - i}, 2025" for i in range(6)]
    page = f"Coast Review\nMenu\nSign in\nStorage\n{blurb}\n" + "\n".join(teasers) + "\nOlder posts\nAbout\nContact"
    listing = clean_text(page)
    assert listing.rejection is not None
    assert listing.rejection.reason == "listing"
    story = "\n".join(
        f"{told} This is the {part} of its parts, and not the last." for part in ("first", "second", "third")
    )
    article = f"Coast Review\nMenu\nSign in\nThe harbour plant\nNov 21, 2025\n{story}\nMore stories\n" + "\n".join(
        teasers
    )
    assert clean_text(article).rejection is None


def test_a_ticker_of_news_is_a_listing_and_a_live_blog_is_none() -> None:
    flashes = [
        f"{14 - i}:05\n{name}将上线两款新产品\n据官方公告，{name}将于今日发布两款产品，最高支持二十倍放大。\n收藏\n分享"
        for i, name in enumerate(["甲公司", "乙公司", "丙公司", "丁公司", "戊公司", "己公司"])
    ]
    listing = clean_text("首页\n快讯\n深度\n搜索\n今天\n" + "\n".join(flashes) + "\n查看更多\n下载App\n关于我们")
    assert listing.rejection is not None
    assert listing.rejection.reason == "listing"
    told = "港口的新储能站把夜里多余的电存起来，在早晨用电最多的时候还给小镇。第一个星期，它还回的电够三百户人家用。"
    posts = [
        f"{14 - i}:05\n第{i}组电池接上了电网\n{told}\n看管设备的工程师说，难的是人的操作流程，手册已经改写了四十次。"
        for i in range(6)
    ]
    assert clean_text("港口储能站开工实录\n2025-11-05\n" + "\n".join(posts)).rejection is None


def test_a_page_with_more_to_say_than_that_it_asks_to_log_in_is_no_wall() -> None:
    asks = "この先はログインが必要です"
    said = {"pages.login": frozenset({0})}
    posts = [f"第{i}種の書き方なら動いた。" for i in range(30)]
    thread = replace(from_text("\n".join([asks, *posts])), said=said)
    wall = replace(from_text("\n".join([asks, *posts[:9]])), said=said)
    assert verdict(thread, load_rules()).rejection is None
    assert verdict(wall, load_rules()).rejection == Rejection("login-wall", "the page asks to log in")


def test_titles_with_their_dates_are_a_listing_whatever_the_trees_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaners.verdict._is_likely", lambda _: True)
    entries = [
        f"11月 {28 - i} 2025\n【第{i}間】這間早午餐我願意早起\n小森林 (人氣 1,2{i}4) 留言({i})" for i in range(9)
    ]
    doc = from_text("\n".join(entries))
    assert verdict(doc, load_rules()).rejection is None
    listing = verdict(replace(doc, outlined=doc.blocks), load_rules())
    assert listing.rejection is not None
    assert listing.rejection.reason == "listing"


def test_a_list_of_posts_is_a_listing_and_a_chronicle_is_none() -> None:
    names = ["港の蓄電所が動き始めた日のこと", "隣町の風力発電所が三年ぶりに再稼働", "費用は県と折半することに決まる"]
    days = [f"2025/10/{day}" for day in (20, 19, 18, 17, 16, 15)]
    posts = [f"{names[i % 3]}\n{day} 09:30\n担当者は来月にも方針を決める。\n電力" for i, day in enumerate(days)]
    head, tail = "ログイン\nホーム\n「電力」の記事一覧\n", "\n1\n2\n…\n次へ\nプライバシーポリシー"
    listing = by_cleaners_alone(head + "\n".join(posts) + tail)
    assert listing.rejection is not None
    assert listing.rejection.reason == "listing"
    assert by_cleaners_alone(head + "\n".join(posts[::-1]) + tail).rejection is None


def test_sentences_alone_below_titles_beside_times_are_a_listing_and_reviews_are_none() -> None:
    titles = ["电价三年来首次下调的来龙去脉", "第二座储能站为什么选在旧磨坊", "夜班工程师的一天从几点开始"]
    teasers = [
        f"{titles[i % 3]}\n负责人说这套办法已经平稳运行了三个月。\n海湾数据组\n{i + 2} 小时前\n经济" for i in range(6)
    ]
    head, tail = "推荐\n关注\n共 1,284 篇\n最新\n", "\n上一页\n1\n2\n下一页"
    listing = clean_text(head + "\n".join(teasers) + tail)
    assert listing.rejection is not None
    assert listing.rejection.reason == "listing"
    review = "负责人说这套办法已经平稳运行了三个月。" * 8
    remarks = from_text("\n".join([head, review, *teasers]))
    assert not strews(replace(remarks, outlined=remarks.blocks))
