"""A real browser for the tests of the review: Debian's chromium, driven by Playwright; nothing is downloaded."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")


def executable() -> str:
    """The browser that PAGEWASH_CHROMIUM names, which must be there; or one of the system's; else the tests are skipped."""
    named = os.environ.get("PAGEWASH_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("no chromium: install Debian's (apt-get install chromium), or name one in PAGEWASH_CHROMIUM")
    return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window; as root it runs without its sandbox, which root cannot have."""
    path = executable()
    with sync_playwright() as playwright:
        args = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=path, args=args, timeout=120_000)
        yield browser
        browser.close()
