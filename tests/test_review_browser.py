"""The review in a real browser, from the disk: what it shows, what it saves, and what a hostile page cannot do."""

import html
import json
import shutil
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Error, Locator, Page, Request, expect
from typer.testing import CliRunner

import cleaners.recipe
from cleaners.load import build_rules
from flows.cli import app
from tests.browser import chromium
from tests.review import SEEDS, built, cleaned, data, page_data
from tests.test_reported import pages as html_pages
from tests.test_reported import texts, wrong_blocks, wrong_lines
from tests.truth import squash

RULES = SEEDS.parent / "cleaners" / "rules"
WAIT = 60_000  # ms; a bound for a busy machine
expect.set_options(timeout=WAIT)
EVIL = "<script>alert(1)</script></script><img src=x onerror=alert(1)>"
HOSTILE = f"""{EVIL}
The storage plant in the harbour keeps the power that nobody needs at night and gives it back in the morning.
The engineer on duty says that \u202ethe batteries\u202c were the easy part, \u2028and that the manual was rewritten forty times.
<svg onload=alert(1)> is what the town wrote on the wall of its second plant, and three local firms painted it over.
Related posts
{EVIL}
"""
ODD = "Our harbour corner of the week"  # a line of furniture that no rule knows
REPORTED = f"""The storage plant ran for the first time on Monday night, and the town slept through all of it.

The storage plant in the harbour keeps the power that nobody needs at night and gives it back in the morning.
The engineer on duty says that the batteries were the easy part, and that the manual was rewritten forty times.
{ODD}
The town wants to build a second plant next year, and three local firms are to share the work between them.
The costs are shared with the county, which has never paid for anything like it, and the work begins in May.

Share on Facebook
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    inputs = folder / "in"
    inputs.mkdir()
    for name in (
        "tune/en_06.txt",
        "tune/ja_mt_02.txt",
        "tune/trap_23.txt",
        "tune/zh_hant_10.txt",
        "tune/zh2_07.txt",
        "html/exchange_ja.html",
    ):
        shutil.copy(SEEDS / name, inputs)
    (inputs / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (inputs / "plant.txt").write_text(REPORTED, encoding="utf-8")
    said = html.escape(EVIL)
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in HOSTILE.split("\n"))
    page = f"<title>{said}</title><h1>{said}</h1>{paragraphs}"
    record = {"html": page, "site": "__proto__", "url": "javascript:alert(1)"}
    (inputs / "evil.jsonl").write_text(json.dumps(record), encoding="utf-8")
    found = cleaned(folder, inputs)
    built(found, [])
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A window in which nothing may fail, nothing may be asked of the network, and no dialog may open."""
    context = browser.new_context(viewport={"width": 1300, "height": 900}, offline=True)
    context.set_default_timeout(WAIT)
    wrong: list[str] = []

    def on_request(request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            wrong.append(request.url)

    def on_dialog(dialog: Dialog) -> None:
        wrong.append(dialog.message)
        dialog.dismiss()

    context.on("request", on_request)
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on("dialog", on_dialog)
    yield context
    context.close()
    assert wrong == []


Open = Callable[[str], Page]


@pytest.fixture
def review(context: BrowserContext, output: Path) -> Open:
    def at(address: str) -> Page:
        page = context.new_page()
        page.goto((output / "review" / "index.html").as_uri() + address)
        if address.startswith("#/page/"):
            expect(page.locator("#page")).to_be_visible()
        return page

    return at


def page_of(page_id: str) -> str:
    return f"#/page/{quote(page_id, safe='')}"


@pytest.mark.parametrize("page_id", ["en_06.txt", "ja_mt_02.txt", "exchange_ja.html", "trap_23.txt"])
def test_a_page_shows_each_cut_with_its_reason(page_id: str, review: Open, output: Path) -> None:
    page = review(page_of(page_id))
    lines = page_data(output, page_id)["lines"]
    items = page.locator("#lines > li").evaluate_all(
        "items => items.map(i => [i.querySelector('.said').textContent, i.classList.contains('cut'), "
        "Boolean(i.querySelector('.said > del:not(.within)')), i.querySelector('.why').textContent])"
    )
    assert len(items) == len(lines) > 20
    for line, (said, cut, struck, why) in zip(lines, items, strict=True):
        assert said == line["bullet"] + line["text"]
        assert cut == struck == bool(line["cleaner"])
        if cut:
            assert f"cut by {line['cleaner']} {line['reason']}" in why


def width(locator: Locator) -> float:
    box = locator.bounding_box()
    return box["width"] if box else 0


def test_the_reason_of_a_cut_among_others_shows_on_hover_and_on_focus(review: Open) -> None:
    page = review(page_of("en_06.txt"))
    line = page.locator("#lines > li.same").first
    reason = line.locator(".why p")
    assert width(reason) <= 1
    line.hover()
    assert width(reason) > 20
    page.mouse.move(0, 0)
    assert width(reason) <= 1
    line.focus()
    assert width(reason) > 20
    expect(line.locator(".mark")).to_have_text("This cut is wrong")


def test_repairs_are_marked_where_they_stood(review: Open, output: Path) -> None:
    lines = page_data(output, "zh2_07.txt")["lines"]
    inside = [taken["text"] for line in lines for taken in line["taken"]]
    page = review(page_of("zh2_07.txt"))
    assert page.locator("#lines del.within").all_text_contents() == inside != []


def test_metadata_stands_beside_with_where_it_came_from(review: Open, output: Path) -> None:
    page = review(page_of("en_06.txt"))
    text = page.locator("#metadata").inner_text()
    for field, values, where in page_data(output, "en_06.txt")["metadata"]:
        assert field.replace("_", " ") in text
        assert all(value in text for value in [*values, where])


def test_filters_leave_the_pages_and_lead_from_one_to_the_next(review: Open, output: Path) -> None:
    index = data(output, "index")
    names = index["cleaners"]
    page = review("#/pages")
    expect(page.locator("#list > li")).to_have_count(len(index["pages"]))
    page.select_option("#f-cleaner", "related_posts")
    wanted = [p["id"] for p in index["pages"] if any(names[r[0]] == "related_posts" for r in p["removed"])]
    assert 1 < len(wanted) < len(index["pages"])
    expect(page.locator("#list > li")).to_have_count(len(wanted))
    page.locator("#list a").first.click()
    expect(page.locator("#place")).to_have_text(f"1 of {len(wanted)}")
    assert "cleaner=related_posts" in page.url
    page.keyboard.press("j")
    expect(page.locator("#place")).to_have_text(f"2 of {len(wanted)}")
    page.keyboard.press("n")
    assert "related_posts" in page.locator("#lines > li.now .why").inner_text()
    page.keyboard.press("x")
    expect(page.locator("#place")).to_have_text(
        f"{[p['id'] for p in index['pages']].index(wanted[1]) + 1} of {len(index['pages'])}"
    )


def test_the_parts_of_a_page_are_buttons_that_filter_and_keep_the_focus(review: Open) -> None:
    page = review(page_of("en_06.txt"))
    button = page.locator("#page-legend button", has_text="related_posts")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    expect(page.locator("#f-cleaner")).to_have_value("related_posts")
    assert page.locator("#lines > .match").count() > 1
    page.keyboard.press("n")
    first = page.locator("#lines > li.now").inner_text()
    page.keyboard.press("n")
    page.keyboard.press("p")
    assert page.locator("#lines > li.now").inner_text() == first
    page.locator("#page-legend button[aria-pressed='true']").click()
    expect(page.locator("#lines")).not_to_contain_class("filtered")
    assert "cleaner=" not in page.url


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("language=ja", {"ja_mt_02.txt", "exchange_ja.html"}),
        ("reason=rejected:listing", {"trap_23.txt"}),
        ("reason=cut:a%20path%20of%20N%20steps&language=zh-Hant", {"zh_hant_10.txt"}),
        ("site=ChainCourier", {"en_06.txt"}),
        ("q=MINERS", {"en_06.txt"}),
        ("q=tarvex.example/JA/news", {"exchange_ja.html"}),
        ("sign=rejected", {"trap_23.txt"}),
        ("language=ja&site=ChainCourier", set()),
    ],
)
def test_addresses_hold_filters(query: str, wanted: set[str], review: Open, output: Path) -> None:
    page = review(f"#/pages?{query}")
    expect(page.locator("#pages-title")).to_contain_text(f"{len(wanted)} of")
    found = page.locator("#list > li a").evaluate_all(
        "links => links.map(a => decodeURIComponent(a.hash.split(/[/?]/)[2]))"
    )
    assert set(found) == wanted


def test_keys(review: Open) -> None:
    page = review(page_of("ja_mt_02.txt"))
    for key, selector in (("2", ".line.cut"), ("3", ".line:not(.cut):not(.mended)")):
        page.keyboard.press(key)
        assert page.locator(f"#lines > {selector}:visible").count() == 0
    page.keyboard.press("1")
    page.keyboard.press("n")
    first = page.locator("#lines > li.now").inner_text()
    page.keyboard.press("ArrowDown")
    assert page.locator("#lines > li.now").inner_text() != first
    page.keyboard.press("p")
    page.keyboard.press("t")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.keyboard.press("t")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != dark
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.type("njk")
    expect(page.locator("#pages-title")).to_have_text("0 of 9 pages")
    page.keyboard.press("Escape")
    page.keyboard.press("o")
    expect(page.locator("#overview")).to_be_visible()


def test_one_page_is_announced_and_has_the_language_of_its_text(review: Open) -> None:
    page = review(page_of("ja_mt_02.txt"))
    assert page.locator("#page-title").get_attribute("lang") == "ja"
    assert page.locator("#lines .said").first.get_attribute("lang") == "ja"
    for key in "jk":  # it may be the last of the list
        page.keyboard.press(key)
    expect(page.locator("#page-title")).to_be_focused()
    assert page.locator("main:visible").count() == 1
    assert page.locator("#lines > li[tabindex='0']").count() == 1


def test_who_skips_to_the_content_stays_on_the_page(review: Open) -> None:
    page = review(page_of("en_06.txt"))
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    expect(page.locator("#page")).to_be_visible()
    assert page_of("en_06.txt") in page.url


def test_a_page_that_is_not_here_says_so(review: Open) -> None:
    page = review("#/")
    page.goto(page.url.partition("#")[0] + page_of("nowhere"))
    expect(page.locator("#status")).to_contain_text("This review has no page nowhere")
    expect(page.locator("#pages")).to_be_visible()


@pytest.mark.parametrize("page_id", ["hostile.txt", "evil.jsonl#1"])
def test_a_hostile_page_does_nothing_and_is_shown_as_it_is(page_id: str, review: Open, output: Path) -> None:
    page = review(page_of(page_id))
    said = page.locator("#lines").inner_text()
    assert "alert(1)" in said
    assert "U+202E" in page.locator("#lines").inner_html()
    assert page.locator("#content script, #content img, #content [onerror], #content [onload]").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    page.goto(page.url.partition("#")[0] + "#/pages?q=alert")
    expect(page.locator("#pages")).to_be_visible()
    page.wait_for_timeout(200)
    for file in (output / "review" / "data").iterdir():
        assert not {"<", ">", "&", "\u2028", "\u2029"} & set(file.read_text(encoding="utf-8")), file.name


def test_the_policy_lets_nothing_else_run(review: Open) -> None:
    page = review("#/")
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy
    for source in ("http:", "https:", "*", "'self'", "file:"):
        assert source not in policy
    with pytest.raises(Error, match="TrustedScript|Content Security Policy"):
        page.evaluate("() => setTimeout('window.ran = 1')")
    with pytest.raises(Error, match="TrustedHTML"):
        page.evaluate("() => { document.body.innerHTML = '<p>x' }")
    page.evaluate(
        "() => { const b = document.createElement('b'); document.body.append(b); try { b.setAttribute('onclick', 'window.ran = 1') } catch {} b.click() }"
    )
    assert page.evaluate("window.ran") is None


def test_all_views_fit_a_phone(browser: Browser, output: Path) -> None:
    phone = browser.new_context(viewport={"width": 360, "height": 740})
    phone.set_default_timeout(WAIT)
    page = phone.new_page()
    for address in ("#/", "#/pages", page_of("en_06.txt"), page_of("exchange_ja.html"), page_of("hostile.txt")):
        page.goto("about:blank")
        page.goto((output / "review" / "index.html").as_uri() + address)
        expect(page.locator("main:visible")).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
    phone.close()


def saved(page: Page, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.locator("#save").click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def add(file: Path, seeds: Path) -> Any:
    return CliRunner().invoke(app, ["case", str(file), "--seeds", str(seeds)])


def test_a_mark_becomes_a_case_that_fails_until_the_rule_is_mended(
    review: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = review(page_of("plant.txt"))
    expect(page.locator("#save")).to_be_disabled()
    line = page.locator("#lines > li", has_text=ODD)
    line.hover()
    line.locator(".mark").click()
    expect(line).to_contain_class("marked now")
    page.locator("#lines > li").first.focus()
    page.keyboard.press("m")
    page.keyboard.press("m")
    expect(page.locator("#save")).to_have_text("Save as a case (1)")

    done = add(saved(page, tmp_path), tmp_path / "seeds")

    assert done.exit_code == 0, done.output
    assert "line 5: wrongly kept" in done.output
    [case] = texts(tmp_path / "seeds")
    assert case.text == REPORTED
    assert case.labels == {1: "body", 3: "body", 4: "body", 5: "boiler", 6: "body", 7: "body", 9: "boiler"}
    assert wrong_lines(case) == ["line 5 stays"]
    rules = {file.name: tomllib.loads(file.read_text(encoding="utf-8")) for file in RULES.glob("*.toml")}
    mended = build_rules(rules | {"mended.toml": {"promotions": {"lines": [ODD]}}})
    monkeypatch.setattr(cleaners.recipe, "load_rules", lambda: mended)
    assert wrong_lines(case) == []


def test_a_line_of_html_that_was_wrongly_cut_becomes_a_case(review: Open, output: Path, tmp_path: Path) -> None:
    page = review(page_of("exchange_ja.html"))
    lines = page_data(output, "exchange_ja.html")["lines"]
    number = next(n for n, line in enumerate(lines) if line["cleaner"] == "frame")
    page.locator("#lines > li").nth(number).focus()
    page.keyboard.press("m")
    with page.expect_download() as waiting:
        page.keyboard.press("s")
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)

    assert add(file, tmp_path / "seeds").exit_code == 0

    [case] = html_pages(tmp_path / "seeds")
    assert case.content == (SEEDS / "html" / "exchange_ja.html").read_bytes()
    assert [squash(wrong) for wrong in wrong_blocks(case)] == [squash(f"lost: {lines[number]['text']}")]


def test_a_page_that_was_wrongly_rejected_becomes_a_case(review: Open, tmp_path: Path) -> None:
    page = review(page_of("trap_23.txt"))
    page.locator("#verdict").click()
    done = add(saved(page, tmp_path), tmp_path / "seeds")
    assert "wrongly rejected" in done.output
    [case] = texts(tmp_path / "seeds")
    assert case.rejection is None
    assert wrong_lines(case)[0].startswith("rejection: ")


def test_a_page_that_is_no_article_becomes_a_case(review: Open, tmp_path: Path) -> None:
    page = review(page_of("en_06.txt"))
    page.locator("#verdict").click()
    assert add(saved(page, tmp_path), tmp_path / "seeds").exit_code == 0
    [case] = texts(tmp_path / "seeds")
    assert (case.rejection, set(case.labels.values())) == ("no-article", {"boiler"})
    assert wrong_lines(case) == ["rejection: None, not no-article"]
