"""The shape of the project: what may import what, and one name in four places."""

import ast
import sys
import tomllib
from pathlib import Path

import pytest

from cleaners.load import RulesError, build_rules, load_rules
from cleaners.recipe import RECIPE

ROOT = Path(__file__).parent.parent
CORE = sorted((ROOT / "cleaners").rglob("*.py"))
# A cleaner that judges by the structure of HTML has no phrases, and its cases are in a test file of its own.
STRUCTURE_ONLY = {"frame", "line_numbers"}
FURNITURE = {p.stem for p in (ROOT / "cleaners" / "furniture").glob("*.py")} - {"__init__"} - STRUCTURE_ONLY
CASES = {p.stem for p in (ROOT / "tests" / "cases").glob("*.toml")}
# Cleaners that judge by shape alone and have no phrases of their own.
SHAPE_ONLY = {"buttons", "inserts", "picture_files", "separators", "surroundings", "tails", "tickers"}
BY_ALL_WORDS = {"notices"}  # whose words have weights in place of a table


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", CORE, ids=lambda p: p.name)
def test_the_core_knows_nothing_of_the_edge(path: Path) -> None:
    outside = {
        "flows",
        "prefect",
        "pyarrow",
        "typer",
        "rich",
        "logging",
        "time",
        "socket",
        "urllib.request",
        "requests",
        "httpx",
    }
    known = imports(path) | {name.partition(".")[0] for name in imports(path)}
    assert known.isdisjoint(outside)


def test_no_module_of_the_edge_is_named_like_one_of_the_standard_library() -> None:
    assert {p.stem for p in (ROOT / "flows").rglob("[!_]*.py")}.isdisjoint(sys.stdlib_module_names)


@pytest.mark.parametrize("path", sorted((ROOT / "flows").rglob("*.py")), ids=lambda p: p.name)
def test_only_the_engine_knows_prefect(path: Path) -> None:
    known = {name.partition(".")[0] for name in imports(path)}
    inside = path.relative_to(ROOT / "flows").as_posix()
    assert "prefect" not in known or inside == "clean.py" or inside.startswith("engine/")


def test_one_name_four_places() -> None:
    recipe = {c.__name__ for c in RECIPE if c.__module__.startswith("cleaners.furniture.")}
    assert recipe == FURNITURE | STRUCTURE_ONLY
    for cleaner in RECIPE:
        assert cleaner.__module__.rpartition(".")[2] == cleaner.__name__
    tables = {mark.partition(".")[0] for mark in load_rules().listed}
    assert tables >= FURNITURE - SHAPE_ONLY - BY_ALL_WORDS
    assert FURNITURE <= CASES
    assert {c.__name__ for c in RECIPE} >= CASES


def test_every_cleaner_says_what_it_does() -> None:
    assert all(c.__doc__ and sys.modules[c.__module__].__doc__ for c in RECIPE)


def test_rules_hold_no_regular_expressions() -> None:
    for file in (ROOT / "cleaners" / "rules").glob("*.toml"):
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
        for table in tables.values():
            for phrases in table.values():
                assert not [p for p in phrases if "\\" in p or "(?" in p]


def test_no_phrase_stands_twice_in_a_list() -> None:
    for file in (ROOT / "cleaners" / "rules").glob("*.toml"):
        for name, table in tomllib.loads(file.read_text(encoding="utf-8")).items():
            for key, phrases in table.items():
                assert sorted({p for p in phrases if phrases.count(p) > 1}) == [], f"{file.name} [{name}] {key}"


def test_a_bad_rule_says_where_it_is_and_what_to_do() -> None:
    with pytest.raises(RulesError, match=r"xx\.toml: \[sharing\] lines: '→' holds no letter; remove it"):
        build_rules({"xx.toml": {"sharing": {"lines": ["→"]}}})


def test_a_new_language_is_a_file_and_no_code() -> None:
    rules = build_rules({"it.toml": {"related_posts": {"opens": ["Leggi anche"]}, "labels": {"author": ["Autore"]}}})
    assert rules.marks("» Leggi anche:") == {"related_posts.opens"}
    assert rules.labels == {"autore": "author"}
