"""Footers: what each part says of itself, so that a later run knows what is done."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.metadata import version

import pyarrow as pa
import pyarrow.parquet as pq

from cleaners.doc import Comments
from flows.parts import TABLES
from flows.places import DAMAGE
from flows.sources.records import Reading
from flows.store import Output

SCHEMA = "1"  # raised with every change of the columns or of their meaning
MIXED = "mixed"  # the recipe of a part some of whose rows an older recipe made

Footer = Mapping[str, str]
"""The key-value metadata of a part, without "pagewash." before its names."""


@dataclass(frozen=True)
class Settings:
    """What decides what a page becomes. comments: see cleaners.from_html. reading: how sources are read.

    limits: what a page may take; a part says so only where a page took more, and is made anew under other limits.
    """

    comments: Comments = "auto"
    reading: Reading = Reading()
    limits: str = ""

    def footer(self) -> dict[str, str]:
        """What a part says of how it was made."""
        options = {"comments": self.comments, "format": self.reading.format, **dict(self.reading.columns)}
        return {
            "schema": SCHEMA,
            "version": version("pagewash"),
            "recipe": recipe_digest(),
            "options": json.dumps(options, sort_keys=True),
        }


def read_footer(output: Output, table: str, name: str) -> Footer:
    """The footer of a part; empty where there is none, or none that can be read."""
    try:
        with output.open(table, name) as stream:
            metadata = pq.read_metadata(stream).metadata or {}
    except (*DAMAGE, pa.ArrowException):
        return {}
    start = b"pagewash."
    return {key[len(start) :].decode(): value.decode() for key, value in metadata.items() if key.startswith(start)}


def read_whole(output: Output, name: str) -> Footer:
    """The footer of a shard's parts; empty where they are not all there or not of one run."""
    footers = [read_footer(output, table, name) for table in TABLES]
    return footers[0] if footers.count(footers[0]) == len(TABLES) else {}


def is_same(footer: Footer, settings: Settings, keep_older: bool) -> bool:
    """True where what a part was made with would make the same today, or is to be kept though it would not."""
    wanted = settings.footer()
    keys = ("schema", "options") if keep_older else tuple(wanted)
    return all(footer.get(key) == wanted[key] for key in keys) and footer.get("limits") in (None, settings.limits)


@cache
def recipe_digest() -> str:
    """Hex digest of all that decides what is cut: the cleaners' code, the rules, the model."""
    digest = hashlib.sha256()
    folders = [resources.files("cleaners")]
    while folders:
        for item in sorted(folders.pop().iterdir(), key=lambda f: f.name):
            if item.is_dir() and item.name != "__pycache__":
                folders.append(item)
            elif item.name.endswith((".py", ".toml", ".npz")):
                digest.update(item.name.encode() + b"\0" + item.read_bytes())
    return digest.hexdigest()
