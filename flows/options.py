"""What a user may choose for a run: on the command line, in a deployment, in the form of Prefect's UI."""

import os
from dataclasses import dataclass
from typing import Annotated, Literal, get_type_hints

from pydantic import ConfigDict, Field

from cleaners.doc import Comments
from cleaners.page import Format
from flows.footers import Settings
from flows.guard import USUAL, Limits
from flows.sources.records import Reading

On = Literal["local", "dask", "ray"]


class EngineError(Exception):
    """Prefect, Dask or Ray that cannot be reached or started; the message says which and what to do."""


def cores() -> int:
    """How many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _column(title: str, what: str) -> object:
    return Field(title=title, description=f"Field or column of records that holds {what}; else known by its name.")


@dataclass(frozen=True)
class Columns:
    """What the fields of records are called, where they are not known by their names."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    text: Annotated[str | None, _column("Text", "the page as text or HTML")] = None
    html: Annotated[str | None, _column("HTML", "the page as HTML")] = None
    url: Annotated[str | None, _column("URL", "the page's URL")] = None
    title: Annotated[str | None, _column("Title", "its title")] = None
    author: Annotated[str | None, _column("Author", "its author")] = None
    published: Annotated[str | None, _column("Date", "its date of publication")] = None


@dataclass(frozen=True)
class Options:
    """How pages are read and cleaned, and where; titles and descriptions are for the form and the command line."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    comments: Annotated[
        Comments,
        Field(
            title="Comments",
            description="Readers' comments on HTML pages: keep or cut them, or go by the kind of page.",
        ),
    ] = "auto"
    format: Annotated[
        Format,
        Field(title="Format", description="What the pages are; auto looks at the content of each."),
    ] = "auto"
    columns: Annotated[Columns, Field(title="Columns", description="Of records: names of their fields.")] = Columns()
    workers: Annotated[
        int,
        Field(
            title="Workers",
            description="Processes that clean; on Dask and Ray, of each shard that is under way.",
            ge=1,
        ),
    ] = 1
    prune: Annotated[bool, Field(title="Prune", description="Remove rows of pages that are gone from the input.")] = (
        False
    )
    keep_older: Annotated[
        bool,
        Field(title="Keep older", description="Leave what an older version made of pages that have not changed."),
    ] = False
    on: Annotated[
        On, Field(title="On", description="Where shards are cleaned: this machine, or a Dask or Ray cluster.")
    ] = "local"
    scheduler: Annotated[
        str | None,
        Field(title="Scheduler", description="Of Dask, as tcp://HOST:8786; a cluster on this machine if not given."),
    ] = None
    address: Annotated[
        str | None,
        Field(title="Address", description="Of Ray, as ray://HOST:10001; a cluster on this machine if not given."),
    ] = None
    page_seconds: Annotated[
        float,
        Field(
            title="Seconds a page",
            description="CPU time that one page may take; one that takes more is rejected.",
            ge=0.1,
        ),
    ] = USUAL.seconds
    page_memory: Annotated[
        int,
        Field(
            title="Memory a page",
            description="Megabytes that one page may take; one that takes more is rejected.",
            ge=16,
        ),
    ] = USUAL.megabytes

    @property
    def limits(self) -> Limits:
        """What a page may take."""
        return Limits(self.page_seconds, self.page_memory)

    @property
    def settings(self) -> Settings:
        """What of it decides what a page becomes."""
        named = tuple((name, column) for name, column in vars(self.columns).items() if column)
        return Settings(self.comments, Reading(self.format, named), f"{self.page_seconds:g} s, {self.page_memory} MB")

    @property
    def reading(self) -> Reading:
        """How sources are read."""
        return self.settings.reading


def describe(owner: type, name: str) -> str:
    """What is said of a field of Options or Columns to those who may set it."""
    return str(get_type_hints(owner, include_extras=True)[name].__metadata__[0].description)
