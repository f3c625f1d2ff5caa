"""The abuse corpus, all of it in one run: every page ends as what its case says, and keeps every promise.

See tests/abuse. That the run comes to its end is a part of the test.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from flows.options import Options
from flows.parts import PageRows
from flows.run import clean_all
from flows.summary import Summary
from tests.abuse import claims, data_kinds, encodings, mangled, markup, no_pages, packed, servers, texts  # noqa: F401 - they fill CASES
from tests.abuse.cases import CASES, STORY, Case
from tests.abuse.packed import CONTAINERS, Container, Records
from tests.promises import broken_promises


@dataclass
class Outcome:
    """What the run made: its counts, what containers must become, and the rows of each page by source and identity."""

    summary: Summary
    wanted: dict[str, Records]
    articles: dict[str, dict[str, Any]]
    rejects: dict[str, dict[str, Any]]
    cuts: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    def became(self, source: str) -> dict[str, tuple[str, str]]:
        """Of each page of a source, by its identity behind the source, "article" or the reason, and the detail."""
        found = {key: ("article", "") for key, row in self.articles.items() if row["source"] == source}
        found |= {k: (row["reason"], row["detail"]) for k, row in self.rejects.items() if row["source"] == source}
        return {key[len(source) :].removeprefix("#"): value for key, value in found.items()}


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    inbox, out = tmp_path_factory.mktemp("abuse"), tmp_path_factory.mktemp("out")
    for case in CASES:
        (inbox / case.name).write_bytes(case.content)
    wanted: dict[str, Records] = {}
    for one in CONTAINERS:
        content, wanted[one.name] = one.make()
        (inbox / one.name).write_bytes(content)
    summary = clean_all([str(inbox)], str(out), Options(workers=2, page_seconds=10))
    read = {table: pq.read_table(out / table).to_pylist() for table in ("articles", "rejects", "cuts")}
    made = Outcome(
        summary, wanted, *({row["page_id"]: row for row in read[table]} for table in ("articles", "rejects"))
    )
    for row in read["cuts"]:
        made.cuts[row["page_id"]].append(row)
    assert len(made.articles) + len(made.rejects) == len(read["articles"]) + len(read["rejects"])
    return made


def test_the_corpus_is_large_and_no_name_stands_twice() -> None:
    names = [case.name for case in CASES] + [one.name for one in CONTAINERS]
    assert len(names) == len(set(names)) >= 1_400


def test_the_counts_add_up(outcome: Outcome) -> None:
    assert outcome.summary.pages == len(outcome.articles) + len(outcome.rejects)
    assert outcome.summary.rejects.total() == len(outcome.rejects)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_page_becomes_what_it_must(case: Case, outcome: Outcome) -> None:
    [(became, detail)] = outcome.became(case.name).values()
    assert became in case.wanted, detail
    if case.wanted == {"article"}:
        text = outcome.articles[case.name]["text"]
        assert [s for s in encodings.HELD.get(case.name, STORY) if s not in text] == []


@pytest.mark.parametrize("one", CONTAINERS, ids=lambda one: one.name)
def test_of_a_container_is_read_what_can_be(one: Container, outcome: Outcome) -> None:
    became = outcome.became(one.name)
    wanted = outcome.wanted[one.name]
    assert {key: became.get(key, ("", ""))[0] for key in wanted} == wanted, became
    others = {key: found for key, found in became.items() if key not in wanted}
    assert one.more or not others


def test_every_row_keeps_the_promises(outcome: Outcome) -> None:
    broken = {}
    for key, row in {**outcome.articles, **outcome.rejects}.items():
        rows = PageRows(
            key, row["source"], "", outcome.articles.get(key), outcome.rejects.get(key), tuple(outcome.cuts[key])
        )
        if wrong := broken_promises(rows):
            broken[key] = wrong
    assert broken == {}


def test_the_run_leaves_nothing_half_written(outcome: Outcome, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert not list(Path(tmp_path_factory.getbasetemp()).rglob("*.tmp"))
