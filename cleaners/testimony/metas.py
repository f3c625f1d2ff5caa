"""What a page's meta tags say of its article."""

from collections.abc import Mapping
from functools import cache
from typing import cast

from cleaners.dom.head import Metas
from cleaners.tables import read_table
from cleaners.testimony.witness import Field, Witness

PAIRS = 3  # labels of Twitter's card, each with its data


def witnesses_of(metas: Metas) -> list[Witness]:
    """What the meta tags say; tags and authors may be named by several tags of one name."""
    said = []
    for name, values in metas.items():
        for field, kind in _kinds().get(name, ()):
            several = list(dict.fromkeys(values)) if field in ("authors", "tags") else values[:1]
            said.append(Witness(field, tuple(several), kind, f"meta:{name}"))
    for number in range(1, PAIRS + 1):
        label = metas.get(f"twitter:label{number}", [""])[0].strip(" :").lower()
        if label in _labels() and f"twitter:data{number}" in metas:
            data = metas[f"twitter:data{number}"][0]
            said.append(Witness("authors", (data,), "twitter:label", f"meta:twitter:data{number}"))
    return said


@cache
def _kinds() -> Mapping[str, list[tuple[Field, str]]]:
    """Name of a meta tag -> the fields that it speaks of, with the kind of witness that it is."""
    found: dict[str, list[tuple[Field, str]]] = {}
    for field, kinds in read_table("testimony", "metas.toml").items():
        for kind, names in kinds.items() if field != "labels" else ():
            for name in names:
                found.setdefault(name, []).append((cast(Field, field), kind))
    return found


@cache
def _labels() -> frozenset[str]:
    return frozenset(read_table("testimony", "metas.toml")["labels"]["authors"])
