"""The canonical URL: as the page states it, without trackers and credentials."""

import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit, urlunsplit

from cleaners.testimony.witness import Witness

LONGEST = 2_000  # characters
# Parameters that shops, mail and social networks add, beside those that courlan knows.
TRACKERS = frozenset("srsltid spm scm _hsenc _hsmi mibextid igshid igsh wt_mc cmpid cmp ocid smid yclid _ga".split())
ORDER = ("canonical", "og:url", "json-ld article url", "json-ld page url")

_SESSION = re.compile(r";jsessionid=[^?#/]*", re.IGNORECASE)


def address(witnesses: Iterable[Witness], fetched_from: str) -> tuple[str, str]:
    """The canonical URL and where it was found; ("", "") where none is known.

    fetched_from: where the page was fetched, "" if that is unknown. A page below the site's root that calls the root
    its canonical address is mistaken.
    """
    said = {w.kind: w for w in witnesses if w.field == "url"}
    for kind in ORDER:
        if kind in said:
            url = _clean(said[kind].values[0], fetched_from)
            if url and not (_is_root(url) and fetched_from and not _is_root(fetched_from)):
                return url, said[kind].where
    return _clean(fetched_from, ""), "source"


def _is_root(url: str) -> bool:
    return urlsplit(url).path in ("", "/")


def _clean(url: str, base: str) -> str:
    """A web address, normalised, without what trackers add, user name, password and fragment; "" for anything else."""
    from courlan import normalize_url  # noqa: PLC0415 - it brings a client of the web along, which takes long to import

    try:
        parts = urlsplit(normalize_url(_SESSION.sub("", urljoin(base, url.strip()[:LONGEST]))))
    except ValueError:
        return ""
    host = parts.netloc.rpartition("@")[2]
    query = "&".join(pair for pair in parts.query.split("&") if pair.partition("=")[0].lower() not in TRACKERS)
    whole = parts.scheme in ("http", "https") and host
    return urlunsplit((parts.scheme, host, parts.path, query, "")) if whole else ""
