"""Hearing a page: all that it says of its article, and what is believed of that."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cleaners import fold
from cleaners.block import Block
from cleaners.dates import Setting
from cleaners.dom.head import Head
from cleaners.load import load_rules
from cleaners.testimony import authors, dates, headline
from cleaners.testimony.address import address
from cleaners.testimony.heading_links import heading_links
from cleaners.testimony.json_ld import json_ld
from cleaners.testimony.kind_of_page import is_no_article, kind_of_page, sort_of_page
from cleaners.testimony.lines import is_change, is_other_day, lines
from cleaners.testimony.marked import Mark, find_marks, place_marks
from cleaners.testimony.metas import witnesses_of
from cleaners.testimony.names_of_site import site_names, site_names_in_title
from cleaners.testimony.owners import copyright_owners, owners
from cleaners.testimony.payloads import payload_witnesses
from cleaners.testimony.reading import Reading
from cleaners.testimony.setting import country_of, setting_of
from cleaners.testimony.source import source_witnesses
from cleaners.testimony.stage import Stage
from cleaners.testimony.weigh import Candidate, weights
from cleaners.testimony.witness import Witness

HANDLES = ("twitter:site", "article:publisher")


@dataclass(frozen=True)
class Hearing:
    """What a page says of its article: the witnesses, and the candidates for the fields that are weighed.

    title: the candidate believed. handles: the site's names on social networks. setting: how dates are meant.
    no_article: whether the page says that it is something else.
    """

    witnesses: tuple[Witness, ...]
    titles: list[Candidate]
    authors: list[Candidate]
    days: list[Candidate]
    title: Candidate | None
    handles: tuple[str, ...]
    setting: Setting
    no_article: bool


def hear(page: Reading, url: str, stated: Mapping[str, str]) -> Hearing:
    """Hear all witnesses of a page. url: its address, "" if unknown; stated: what its source says of it."""
    found, blocks, bar, metas = page.walk, page.blocks, page.bar, page.head.metas
    said = [*source_witnesses(stated), *_of_head(page.head), *json_ld(page.head.json_ld), *witnesses_of(metas)]
    if page.way.startswith("payload"):
        said += payload_witnesses(page.tree, page.head.title)
    url = address(said, url)[0]
    handles = tuple(value for name in HANDLES for value in metas.get(name, [])[:1])
    names = site_names(said, handles, url)
    owned = list(copyright_owners(blocks))
    said += owned
    stage = _untitled_stage(blocks, bar)
    marks = find_marks(page.tree, found)
    titles_marked = place_marks((mark for mark in marks if mark.field == "title"), found, stage)
    setting = headline.Setting(
        names | site_names(owned, (), ""),
        stage,
        url,
        sort_of_page(kind_of_page(page, said, url, stage)),
        heading_links(page.tree, found, url),
    )
    titles = headline.headline(blocks, [*said, *titles_marked], setting)
    title = headline.choose(titles, weights("title"))
    stage = _titled_stage(stage, _title_at(title, blocks, stage), blocks, bar)
    dated = setting_of(_language(said), url, stated.get("fetched", ""))
    said += place_marks(_own_days((mark for mark in marks if mark.field != "title"), blocks), found, stage)
    said += lines(page, stage, load_rules().labels, dated)
    said += owners(said, url)
    in_address = dates.in_address(url)
    said += [in_address] if in_address else []
    about = kind_of_page(page, said, url, stage)
    return Hearing(
        tuple(said),
        titles,
        authors.authors(said, names | site_names_in_title(said), title.value if title else "", about),
        dates.dates(said, about, dated, country_of(url)),
        title,
        handles,
        dated,
        is_no_article(about),
    )


def _own_days(marks: Iterable[Mark], blocks: Sequence[Block]) -> Iterator[Mark]:
    """The marks, without days that the label above makes those of something else; changes as what they are."""
    for mark in marks:
        if mark.field != "published":
            yield mark
        elif not is_other_day(blocks, mark.at):
            yield mark._replace(field="modified", kind="class modified") if is_change(blocks, mark.at) else mark


def _untitled_stage(blocks: Sequence[Block], bar: float) -> Stage:
    """Where the article stands, before its headline is known."""
    kept = [b.position for b in blocks if b.likely is not None and b.likely >= bar]
    return Stage(-1, kept[0], kept[-1]) if kept else Stage(-1, len(blocks), len(blocks))


def _title_at(title: Candidate | None, blocks: Sequence[Block], stage: Stage) -> int:
    """The block that is the headline; of a title that no heading has, the last one of its words up to the article's
    beginning. -1 where there is none."""
    if title is None or title.at >= 0:
        return title.at if title else -1
    key = fold.letters(title.value)
    length = range(len(key), len(key) * 2)
    same = (
        b.position for b in reversed(blocks[: stage.first + 1]) if len(b.text) in length and fold.letters(b.text) == key
    )
    return next(same, -1)


def _titled_stage(stage: Stage, title: int, blocks: Sequence[Block], bar: float) -> Stage:
    """The same, with its headline; its paragraphs begin where two stand one below the other, for one may be a
    standfirst."""
    own = [b.position for b in blocks[max(title, stage.first) : stage.last + 1] if (b.likely or 0) >= bar and b.prose]
    pairs = (at for at, below in pairwise(own) if below == at + 1)
    return replace(stage, title=title, text=next(pairs, -1), anchor=title if title >= 0 else stage.first)


def _of_head(head: Head) -> Iterable[Witness]:
    """What the document's own elements say: its title, its canonical address, its language."""
    if head.own_title:
        yield Witness("title", (head.own_title,), "title", "title")
    if head.canonical:
        yield Witness("url", (head.canonical,), "canonical", "link:canonical")
    if head.language:
        yield Witness("language", (head.language,), "html lang", "html:lang")


def _language(witnesses: Iterable[Witness]) -> str:
    """The first language that the page names, by the one of its names that has a region; content systems write "en_US"
    everywhere."""
    said = [w.values[0].replace("_", "-") for w in witnesses if w.field == "language"]
    first = next(iter(said), "")
    alike = (name for name in said if name.lower().startswith(f"{first.lower()}-") and name.lower() != "en-us")
    return next(alike, first) if first else ""
