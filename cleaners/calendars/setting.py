"""What a page tells of how its dates are meant."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Setting:
    """How the dates of a page are meant; whatever is unknown is empty.

    language: BCP 47. region: ISO 3166 alpha-2 in upper case, from the language's subtag or the
    host's country. fetched: when the page was fetched, aware; relative dates and dates without a
    year are read against it and never without it.
    """

    language: str = ""
    region: str = ""
    fetched: datetime | None = None

    @property
    def speech(self) -> str:
        """The language without its subtags: "zh" for "zh-Hant-TW"."""
        return self.language.partition("-")[0].lower()

    @property
    def east(self) -> bool:
        """True for a page in Japanese, Chinese or Korean."""
        return self.speech in ("ja", "zh", "ko")

    @property
    def minguo(self) -> bool:
        """True where years may be those of the Republic of China: 114 for 2025."""
        return self.region == "TW" or (self.language in ("zh-Hant", "zh-TW", "zh-Hant-TW") and not self.region)
