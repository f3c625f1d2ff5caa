"""What the source says of a page besides its bytes: the columns of a table, the headers of a record."""

from collections.abc import Mapping

from cleaners.testimony.witness import Field, Witness

FIELDS: Mapping[str, Field] = {
    "title": "title",
    "author": "authors",
    "published": "published",
    "modified": "modified",
    "site": "site",
    "language": "language",
}


def source_witnesses(stated: Mapping[str, str]) -> list[Witness]:
    """The source as a witness. stated: see cleaners.page.Page."""
    return [
        Witness(field, (stated[name],), f"source {name}", f"source: {name}")
        for name, field in FIELDS.items()
        if stated.get(name, "").strip()
    ]
