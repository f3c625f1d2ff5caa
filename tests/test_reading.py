"""What readers of an output rely on: the snippets of docs/reading.md, the card, the schema, the layout of files."""

import re
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.card import MARK
from flows.footers import SCHEMA
from flows.options import Options
from flows.parts import TABLES
from flows.run import clean_all

HERE = Path(__file__).parent
DOCS = (HERE.parent / "docs" / "reading.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"^## ([^\n]+)|```python\n(.*?)```", DOCS, re.M | re.S)
STORED = HERE / "schema.txt"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an output called "clean", of shipped seeds."""
    folder = tmp_path_factory.mktemp("reading")
    seeds = HERE.parent / "seeds"
    inputs = [seeds / "html", *sorted(seeds.glob("held_out/*.txt"))[::8]]
    clean_all([str(path) for path in inputs], str(folder / "clean"), Options())
    return folder


def snippets() -> list[tuple[str, str]]:
    title = ""
    found = []
    for heading, code in SNIPPETS:
        title = heading or title
        if code:
            found.append((title, code))
    return found


# What each section's last names must hold: the snippet is followed by it.
PROOF = {
    "DuckDB": "assert all(by_site) if 'by_site' in dir() else all(row[2] == 'related_posts' for row in cuts) and cuts",
    "Polars": "assert recent.height and removed['cuts'].sum() > removed.height",
    "pandas": "assert len(japanese) and counts.sum() == len(cuts)",
    "PyArrow": "assert recent.num_rows",
    "Hugging Face datasets": "assert 0 < len(japanese) < len(articles)",
    "What a file says of itself": f"assert schema_version == {SCHEMA!r}",
}


@pytest.mark.parametrize(("title", "code"), snippets(), ids=lambda part: part.partition("\n")[0])
def test_snippets_of_the_docs_run(title: str, code: str, folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", f"{code}\n{PROOF[title]}"]
    env = {"PATH": "", "HOME": str(tmp_path), "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


def test_every_section_has_its_proof() -> None:
    assert {title for title, _ in snippets()} == PROOF.keys()
    assert f"about schema {SCHEMA}." in DOCS


def test_the_schema_is_that_of_its_version() -> None:
    """A change of the columns raises flows.footers.SCHEMA, and then tests/schema.txt is written anew."""
    described = "\n\n".join(f"{table} {SCHEMA}\n{schema.to_string()}" for table, schema in TABLES.items()) + "\n"
    assert described == STORED.read_text(encoding="utf-8")


def test_the_card_says_what_is_there(folder: Path) -> None:
    card = (folder / "clean" / "README.md").read_text(encoding="utf-8")
    articles = pq.read_table(folder / "clean" / "articles").num_rows
    assert f"| `articles/*.parquet` | {articles} |" in card
    assert f"schema {SCHEMA}." in card
    assert all(field.name in card for schema in TABLES.values() for field in schema)


def test_a_readme_of_someone_else_stays(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "README.md").write_text("Mine.")
    page = folder / "page.txt"
    page.write_text("A page.")
    clean_all([str(page)], str(tmp_path / "out"), Options())
    assert (tmp_path / "out" / "README.md").read_text() == "Mine."
    (tmp_path / "out" / "README.md").write_text(f"{MARK} of yesterday")
    clean_all([str(page)], str(tmp_path / "out"), Options())
    assert "yesterday" not in (tmp_path / "out" / "README.md").read_text()


def test_files_are_made_for_column_readers(folder: Path) -> None:
    for table in TABLES:
        parts = map(pq.read_metadata, sorted((folder / "clean" / table).glob("*.parquet")))
        metadata = next(part for part in parts if part.num_rows)
        column = metadata.row_group(0).column(0)
        assert column.compression == "ZSTD"
        assert column.is_stats_set
        assert column.has_column_index
        assert column.has_offset_index


def test_large_tables_come_in_row_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.writer.GROUP_ROWS", 3)
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n' * 10)
    clean_all([str(tmp_path / "a.jsonl")], str(tmp_path / "out"), Options())
    [part] = (tmp_path / "out" / "rejects").glob("*.parquet")
    metadata = pq.read_metadata(part)
    assert [metadata.row_group(i).num_rows for i in range(metadata.num_row_groups)] == [3, 3, 3, 1]


def test_parts_of_another_schema_are_made_anew(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    clean_all([str(tmp_path / "a.txt")], str(tmp_path / "out"), Options())
    [part] = (tmp_path / "out" / "rejects").glob("*.parquet")
    good = part.read_bytes()
    for table in TABLES:
        old = pa.table({"page": ["a.txt"]}).replace_schema_metadata({"pagewash.schema": "0", "pagewash.shard": "x"})
        pq.write_table(old, tmp_path / "out" / table / part.name)
    clean_all([str(tmp_path / "a.txt")], str(tmp_path / "out"), Options(keep_older=True))
    assert part.read_bytes() == good
