"""What the source says of a page besides its bytes: the columns of a table, the headers of a record."""

from collections.abc import Mapping

from cleaners.dates import read_stamp
from cleaners.doc import Metadata
from cleaners.metadata.names import split_names
from cleaners.testimony.address import address
from cleaners.testimony.setting import setting_of
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


def source_metadata(stated: Mapping[str, str], url: str) -> Metadata:
    """What the source says, for a page of flattened text that says nothing itself. url: where it was fetched."""
    setting = setting_of(stated.get("language", ""), url, stated.get("fetched", ""))
    known = Metadata().learn("source", url=address((), url)[0])
    for witness in source_witnesses(stated):
        value: object = " ".join(witness.values[0].split())
        if witness.field in ("published", "modified"):
            value = read_stamp(witness.values[0], setting)
        elif witness.field == "authors":
            value = split_names(witness.values[0])
        known = known.learn(witness.where, **{witness.field: value})
    return known
