"""The edge: sources, shards, parts, the whole run of a shard, without Prefect."""

import hashlib
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from cleaners.doc import Reason
from cleaners.from_text import LONGEST_LINE
from cleaners.recipe import RECIPE
from flows.inputs import SourceError, find_inputs
from flows.options import Options
from flows.parts import ARTICLES, CUTS, REJECTS
from flows.places import File
from flows.run import clean_all
from flows.sources.pages import read_file
from flows.sources.records import Reading
from flows.store import OutputError, open_output
from flows.summary import Summary
from flows.walk import find_files

ARTICLE = (
    "港の新しい蓄電所が動き始めた\n著者: 山田花子\n2025年11月5日 14:30 JST\n\n"
    "港の蓄電所は、夜のあいだに余った電気をためて、朝の混み合う時間に町へ返す仕組みだ。\n"
    "運転を見守る技師は、電池よりも人の手順のほうがよほど難しいと話している。\n"
    "関連記事\n隣町の風力発電所が三年ぶりに再稼働へ\n"
)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "sub" / "b.txt").write_text(ARTICLE.replace("港", "駅"), encoding="utf-8")
    return folder


def run(inputs: list[Path], output: Path, **options: Any) -> Summary:
    return clean_all([str(path) for path in inputs], str(output), Options(**options))


def tables_of(out: Path) -> dict[str, bytes]:
    """All that a reader sees of an output."""
    found = [out / "README.md", *(p for t in ("articles", "cuts", "rejects") for p in sorted((out / t).iterdir()))]
    return {str(p.relative_to(out)): p.read_bytes() for p in found}


def files(*inputs: Path | str) -> tuple[list[File], Counter[str]]:
    passed: Counter[str] = Counter()
    return [f for one in find_inputs([str(i) for i in inputs]) for f in find_files(one, "/nowhere", passed)], passed


def test_counts_add_up_whatever_comes_in(inbox: Path, tmp_path: Path) -> None:
    (inbox / "empty.txt").touch()
    (inbox / "blank.txt").write_text(" \n\t\n")
    (inbox / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (inbox / "random.txt").write_bytes(hashlib.sha512(b"x").digest() * 40)
    (inbox / "page.html").write_text("<!DOCTYPE html><html><body><p>Text.</p></body></html>")
    (inbox / "bomb.html").write_text("<!DOCTYPE html>" + "<div>" * 500_000)
    (inbox / "line.txt").write_text("語" * (LONGEST_LINE + 1))
    (inbox / "gone.txt").symlink_to(tmp_path / "nowhere")
    with open(os.fsencode(inbox) + b"/caf\xe9.txt", "wb") as stream:
        stream.write(ARTICLE.encode())

    summary = run([inbox], tmp_path / "out")

    wanted: dict[Reason, int] = {
        "empty": 2,
        "not-text": 2,
        "no-article": 1,
        "too-large": 1,
        "line-too-long": 1,
        "bad-name": 1,
    }
    assert summary.rejects == wanted
    assert summary.articles == 2
    assert summary.pages == summary.articles + sum(summary.rejects.values()) == 10
    rejects = pq.read_table(tmp_path / "out" / "rejects").to_pylist()
    assert Counter(r["reason"] for r in rejects) == wanted
    assert all(r["detail"] and r["page_id"] for r in rejects)
    assert summary.passed["no regular file"] == 1


def test_a_file_that_goes_away_is_a_rejection(inbox: Path) -> None:
    found, _ = files(inbox)
    (inbox / "a.txt").unlink()
    pages = [read_file(file, Reading()) for file in found]
    assert [(p.source, p.unread.reason if p.unread else None) for p in pages] == [
        ("a.txt", "unreadable"),
        ("sub/b.txt", None),
    ]


def test_links_pipes_and_other_endings_are_passed_by(inbox: Path) -> None:
    (inbox / "sub" / "loop").symlink_to(inbox, target_is_directory=True)
    (inbox / "self").symlink_to(inbox / "self")
    os.mkfifo(inbox / "pipe.txt")
    (inbox / "picture.png").write_text("notes")
    (inbox / ".hidden.txt").write_text("hidden")
    found, passed = files(inbox)
    assert [file.source for file in found] == ["a.txt", "sub/b.txt"]
    assert passed == {"link to a folder": 1, "no regular file": 2, ".png": 1}


def test_a_named_file_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    (tmp_path / "page.dat").write_text(ARTICLE, encoding="utf-8")
    found, _ = files(tmp_path / "page.dat")
    assert [file.source for file in found] == ["page.dat"]


def test_a_pattern_finds_the_files_that_match(inbox: Path) -> None:
    (inbox / "[c].txt").write_text("brackets")
    assert [f.source for f in files(f"{inbox}/*.txt")[0]] == ["[c].txt", "a.txt"]
    assert [f.source for f in files(f"{inbox}/**/*.txt")[0]] == ["[c].txt", "a.txt", "sub/b.txt"]
    assert [f.source for f in files(f"{inbox}/[c].txt")[0]] == ["[c].txt"], "a file that is there is no pattern"
    assert [f.source for f in files(f"{inbox}/*.txt", inbox / "a.txt")[0]] == ["a.txt", "[c].txt"]


def test_inputs_that_cannot_be_used_say_so(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="No such file"):
        find_inputs([str(tmp_path / "nowhere")])
    with pytest.raises(SourceError, match="cannot read nosuch://bucket/x"):
        find_inputs(["nosuch://user:secret@bucket/x?key=secret"])


def test_an_output_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="give another folder with --output"):
        open_output(str(tmp_path / "file"))


def test_parts_are_the_output_contract(inbox: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (inbox / "empty.txt").touch()
    run([inbox], out)
    for table, schema in (("articles", ARTICLES), ("cuts", CUTS), ("rejects", REJECTS)):
        [part] = (out / table).glob("*.parquet")
        assert pq.read_schema(part).equals(schema)
    row = pq.read_table(out / "articles").to_pylist()[0]
    assert row["page_id"] == row["source"] == "a.txt"
    assert row["title"] == "港の新しい蓄電所が動き始めた"
    assert row["authors"] == ["山田花子"]
    assert row["published"] == "2025-11-05T14:30+09:00"
    assert row["published_at"].isoformat() == "2025-11-05T05:30:00+00:00"
    assert row["language"] == "ja"
    assert dict(row["provenance"])["authors"] == "line 2: 著者"
    assert dict(row["provenance"])["encoding"] == "utf-8: valid UTF-8"
    assert row["text"].count("\n\n") == 1
    assert "関連記事" not in row["text"]
    assert row["chars_out"] < row["chars_in"]
    assert row["source_sha256"] == hashlib.sha256((inbox / "a.txt").read_bytes()).hexdigest()
    names = {cleaner.__name__ for cleaner in RECIPE}
    cuts = pq.read_table(out / "cuts").to_pylist()
    assert {c["cleaner"] for c in cuts} <= names
    assert [c["line"] for c in cuts if c["page_id"] == "a.txt"] == [1, 2, 3, 7, 8]


def test_every_reader_reads_the_parts(inbox: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run([inbox], out)
    glob = str(out / "articles" / "*.parquet")
    texts = sorted(pq.read_table(out / "articles")["text"].to_pylist())
    assert sorted(pl.read_parquet(glob)["text"].to_list()) == texts
    assert sorted(pd.read_parquet(out / "articles")["text"]) == texts
    assert duckdb.execute(f"SELECT text FROM '{glob}' ORDER BY text").fetchall() == [(t,) for t in texts]
    empty = str(out / "rejects" / "*.parquet")
    assert duckdb.execute(f"SELECT count(*) FROM '{empty}'").fetchall() == [(0,)]


def test_footers_name_version_recipe_shard_and_counts(inbox: Path, tmp_path: Path) -> None:
    run([inbox], tmp_path / "out")
    [part] = (tmp_path / "out" / "articles").glob("*.parquet")
    footer = pq.read_metadata(part).metadata
    assert footer[b"pagewash.articles"] == b"2"
    assert footer[b"pagewash.rejects"] == b"0"
    assert {b"pagewash.version", b"pagewash.recipe", b"pagewash.shard", b"pagewash.cuts"} <= footer.keys()


def test_the_same_input_gives_the_same_bytes(inbox: Path, tmp_path: Path) -> None:
    def bytes_of(out: Path) -> dict[str, bytes]:
        run([inbox], out)
        return tables_of(out)

    first = bytes_of(tmp_path / "one")
    os.utime(inbox / "a.txt", (1, 1))
    assert first == bytes_of(tmp_path / "two") == bytes_of(tmp_path / "one")
    assert [name.partition("/")[0] for name in first] == ["README.md", "articles", "cuts", "rejects"]


def test_two_inputs_of_one_name_stand_side_by_side(tmp_path: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name / "in").mkdir(parents=True)
        (tmp_path / name / "in" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    summary = run([tmp_path / "x" / "in", tmp_path / "y" / "in"], tmp_path / "out")
    assert summary.articles == 2
    assert sorted(pq.read_table(tmp_path / "out" / "articles")["page_id"].to_pylist()) == ["x/in/a.txt", "y/in/a.txt"]


def test_the_output_is_no_input(inbox: Path) -> None:
    run([inbox], inbox / "out")
    assert run([inbox], inbox / "out").pages == 2
    with pytest.raises(SourceError, match="is the input and the output"):
        run([inbox], inbox)


def test_text_in_other_encodings_is_read(tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "cp932", "euc_jp"):
        (tmp_path / f"{encoding}.txt").write_bytes((ARTICLE * 3).encode(encoding))
    summary = run([tmp_path], tmp_path / "out")
    assert (summary.articles, summary.rejects) == (5, {})


@pytest.mark.skipif(sys.platform == "win32", reason="file names are Unicode there")
def test_names_of_inputs_never_decide_a_path(tmp_path: Path) -> None:
    folder = tmp_path / "新聞 ../x"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    out = tmp_path / "out"
    run([tmp_path / "新聞 .."], out)
    [part] = (out / "articles").rglob("*.parquet")
    assert part.parent == out / "articles"
    assert part.stem.isascii()


def test_metadata_is_written_whatever_characters_it_holds(tmp_path: Path) -> None:
    said = '{"@type": "NewsArticle", "headline": "A \\ud83d ferry\\u0007\\u202e", "author": "Jane\\udc00 Doe"}'
    prose = "".join(
        f"<p>The pilot of the ferry wrote down what he saw on the water on run number {n}.</p>" for n in range(9)
    )
    page = f'<html><head><script type="application/ld+json">{said}</script></head><body><article>{prose}</article></body></html>'
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_text(page, encoding="utf-8")
    clean_all([str(tmp_path / "in")], str(tmp_path / "out"), Options(workers=1))
    [row] = pq.read_table(tmp_path / "out" / "articles").to_pylist()
    assert row["title"] == "A ? ferry"
