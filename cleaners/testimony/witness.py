"""Witnesses: what one place of a page says of its article, before anything is believed."""

from dataclasses import dataclass
from typing import Literal

Field = Literal[
    "title",
    "authors",
    "translators",
    "published",
    "modified",
    "event",
    "site",
    "url",
    "language",
    "summary",
    "tags",
]


@dataclass(frozen=True)
class Witness:
    """One place that says something. field: of the metadata. values: as the place has them, one or,
    of names and tags, several. kind: what sort of place it is, a row of weights.toml. where: its
    provenance, as the contract writes it ("json-ld:datePublished").
    """

    field: Field
    values: tuple[str, ...]
    kind: str
    where: str
    place: str = ""

    @property
    def source(self) -> str:
        """Its kind and its place."""
        return f"{self.kind} {self.place}".rstrip()
