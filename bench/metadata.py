"""pagewash as an adapter of the metadata benchmark: `python run.py --adapter .../bench/metadata.py` beside its data.

Its weights were fitted on the development half of that benchmark, so these figures are too good there; the honest ones
are what `bench.train_testimony` reports, and those of data that nobody has fitted.
"""

from typing import Any

from cleaners.page import Page, clean_page


def predict(html: bytes, url: str) -> dict[str, Any]:
    """The metadata of one page, as the benchmark's runner wants it."""
    found = clean_page(Page("page", "page", html, url=url or None)).metadata
    return {
        "title": found.title,
        "authors": list(found.authors),
        "date": found.published,
        "sitename": found.site,
    }
