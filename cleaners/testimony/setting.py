"""How a page's dates are meant: its language and its country, as far as the page and its address say."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from cleaners.dates import Setting

# Endings of addresses that say nothing of a country, though they are those of one.
ANYWHERE = frozenset("ai am cc co eu fm gg im io la ly me nu sh so st tk to tv ws xyz".split())
COUNTRIES = {"uk": "GB"}
# The language of countries that have one, for pages that name none.
LANGUAGES = {
    "AT": "de", "BR": "pt", "CN": "zh-Hans", "CZ": "cs", "DE": "de", "DK": "da", "ES": "es", "FI": "fi", "FR": "fr",
    "GR": "el", "HU": "hu", "IT": "it", "JP": "ja", "KR": "ko", "NL": "nl", "NO": "nb", "PL": "pl", "PT": "pt",
    "RO": "ro", "RU": "ru", "SE": "sv", "TR": "tr", "TW": "zh-Hant", "VN": "vi",
}  # fmt: skip


def setting_of(language: str, url: str, fetched: str) -> Setting:
    """language: as the page declares it; url: its address; fetched: ISO 8601, "" if unknown."""
    parts = [part for part in language.replace("_", "-").split("-") if part.isalpha()]
    regions = [part.upper() for part in parts[1:] if len(part) == 2]
    country = country_of(url)
    return Setting("-".join(parts) or LANGUAGES.get(country, ""), "".join(regions[:1]) or country, _moment(fetched))


def country_of(url: str) -> str:
    """The country under whose ending an address stands, ISO 3166 alpha-2; "" where it says none."""
    ending = (urlsplit(url).hostname or "").rpartition(".")[2]
    return COUNTRIES.get(ending, ending.upper()) if len(ending) == 2 and ending not in ANYWHERE else ""


def _moment(fetched: str) -> datetime | None:
    """A moment in time; one without an offset is taken to be in UTC."""
    try:
        moment = datetime.fromisoformat(fetched) if fetched else None
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment
