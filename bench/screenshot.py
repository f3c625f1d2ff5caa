"""The pictures of the review in docs/, made of the shipped seeds: python -m bench.screenshot

Needs Debian's chromium (or one that PAGEWASH_CHROMIUM names) and fonts for Chinese, Japanese and Korean.
"""

import os
import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from flows.options import Options
from flows.review.build import build_site
from flows.review.original import Originals
from flows.review.tables import open_existing
from flows.run import clean_all

ROOT = Path(__file__).parent.parent
PAGE = "tune/trap_15.txt"  # cuts of many cleaners, repairs inside lines
SIZE = (1280, 1000)
CUT = 5  # the cut whose reason is shown


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        clean_all([str(ROOT / "seeds")], folder, Options())
        output = open_existing(folder)
        site = build_site(output, Originals(output, []), None, Path(folder, "review"), lambda count: None)
        shoot(site.index.as_uri(), f"#/page/{quote(PAGE, safe='')}", ROOT / "docs" / "review.png")


def shoot(site: str, view: str, picture: Path) -> None:
    path = os.environ.get("PAGEWASH_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        args = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=path, args=args)
        width, height = SIZE
        page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
        page.goto(site + view)
        page.locator("#lines > li").first.wait_for()
        page.locator("#lines > li.cut").nth(CUT).focus()
        page.evaluate("scrollTo(0, document.querySelector('#page-title').getBoundingClientRect().top + scrollY - 70)")
        page.screenshot(path=str(picture))
        browser.close()


if __name__ == "__main__":
    main()
