"""Reading the rules: phrases as data, one TOML file a language, a table a cleaner.

translated_….toml hold what machine translation into that language makes of the furniture of pages; known_sites.toml
whole lines of sites that readers know, of media, exchanges and platforms, and what machines make of them in Japanese.

The key of a list says where in a line its phrases must stand:

    lines, maybe, opens    the line is the phrase and nothing else (counts and marks aside)
    brackets               the line begins with the phrase in brackets
    starts, modifiers      the line begins with the phrase
    ends, heads            the line ends with the phrase
    templates              a sentence with slots, {title}, {site} and {author}
    LOOSE                  the line holds the phrase, if it is a short line
    verbs                  looked for by the table's cleaner alone, in lines that are known by something else
    of, names, behind      of which the table's cleaner makes a line: "本文" "要点" "整理"
    any other key          the line holds the phrase

A phrase is compared without case, width, punctuation (but colons count) and, where it is not
ASCII, without spaces; any number matches any other: "5 min read" also finds "12 min read".
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind

from cleaners import fold
from cleaners.phrases import Marked, Phrasebook, Rules, Template, build_edges, build_inner

Place = Literal["whole", "start", "end", "template", "loose", "within", "apart"]
PLACES: Mapping[str, Place] = {
    "lines": "whole",
    "maybe": "whole",
    "opens": "whole",
    "brackets": "whole",
    "starts": "start",
    "buttons": "start",
    "continues": "start",
    "modifiers": "start",
    "ends": "end",
    "heads": "end",
    "templates": "template",
    "calls": "loose",
    "objects": "loose",
    "offers": "loose",
    "actions": "loose",
    "nouns": "loose",
    "verbs": "apart",
    "of": "apart",
    "names": "apart",
    "behind": "apart",
}
# The words of which menus and button rows are made.
MENUS = (
    "navigation.lines",
    "navigation.maybe",
    "sharing.lines",
    "language_switchers.lines",
    "subscriptions.lines",
    "pagination.lines",
)
Tables = Mapping[str, Mapping[str, Sequence[str]]]

_SLOT = re.compile(r"\{(\w+)\}")


class RulesError(ValueError):
    """A rules file that cannot be used; the message names the file, the table and the mend."""


@cache
def load_rules() -> Rules:
    """Read every rules file that ships with the package; raises RulesError for a bad one."""
    folder = resources.files("cleaners").joinpath("rules")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return build_rules({f.name: tomllib.loads(f.read_text(encoding="utf-8")) for f in files})


def build_rules(files: Mapping[str, Tables]) -> Rules:
    """Rules from parsed files, by file name; raises RulesError for a phrase that says nothing."""
    labels: dict[str, str] = {}
    listed: dict[str, list[str]] = defaultdict(list)
    for name, tables in files.items():
        labels.update(_read_labels(name, tables.get("labels", {})))
        for mark, phrase in _read_phrases(name, tables):
            listed[mark].append(phrase)
    menus = sorted({fold.words(p).strip() for mark in MENUS for p in listed.get(mark, ())})
    return Rules(
        book=_build_book(listed),
        labels=labels,
        listed={mark: tuple(p.casefold() for p in found) for mark, found in listed.items()},
        menus=AhoCorasick(menus, matchkind=MatchKind.LeftmostLongest),
        templates=tuple(
            _compile(mark, p) for mark, found in listed.items() if _place(mark) == "template" for p in found
        ),
    )


def _read_labels(name: str, table: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    for field, listed in table.items():
        for label in listed:
            key = fold.label(label)
            if not key:
                raise RulesError(f"{name}: [labels] {field}: {label!r} holds no letter; remove it")
            yield key, field


def _read_phrases(name: str, tables: Tables) -> Iterator[tuple[str, str]]:
    for table, keys in tables.items():
        for key, listed in keys.items() if table != "labels" else ():
            if not isinstance(listed, list):
                raise RulesError(f"{name}: [{table}] {key} must be a list of phrases")
            for phrase in listed:
                if not fold.words(phrase).strip(" 0:"):
                    raise RulesError(f"{name}: [{table}] {key}: {phrase!r} holds no letter; remove it")
                yield f"{table}.{key}", phrase


def _place(mark: str) -> Place:
    return PLACES.get(mark.rpartition(".")[2], "within")


def _build_book(listed: Mapping[str, Sequence[str]]) -> Phrasebook:
    places: dict[Place, list[Marked]] = defaultdict(list)
    for mark, phrases in listed.items():
        if _place(mark) == "template":
            places["within"] += [(_literal(phrase), mark) for phrase in phrases]
            continue
        places[_place(mark)] += [(_fold(phrase, _place(mark)), mark) for phrase in phrases]
    whole: dict[str, set[str]] = defaultdict(set)
    for phrase, mark in places["whole"]:
        whole[phrase].add(mark)
    return Phrasebook(
        whole={phrase: tuple(marks) for phrase, marks in whole.items()},
        starts=build_edges(places["start"], at_start=True),
        ends=build_edges(places["end"], at_start=False),
        inner=build_inner([*places["within"], *places["loose"]]),
        loose=frozenset(mark for _, mark in places["loose"]),
    )


def _fold(phrase: str, place: Place) -> str:
    """A phrase of a script with spaces keeps them; any other one is letters only."""
    words = fold.words(phrase).strip()
    key = words if fold.is_spaced(words) else words.replace(" ", "")
    return key.strip(" :") if place == "whole" else key


def _compile(mark: str, template: str) -> Template:
    parts = _SLOT.split(template.removesuffix("."))
    pattern = "".join(
        _either_width(re.escape(part)) if i % 2 == 0 else f"(?P<{part}>[^。\\n]{{1,160}}?)"
        for i, part in enumerate(parts)
    )
    ending = "" if parts[-1] else r"(?:\.|$)" if template.endswith(".") else "[。.]?$"
    return Template(mark, re.compile(pattern + ending, re.I))


def _either_width(part: str) -> str:
    """The fixed part of a template, its spaces at will and its marks of either width."""
    return part.replace(r"\ ", r"\s?").replace("，", "[，,]").replace("：", "[：:]")


def _literal(template: str) -> str:
    """The longest fixed part of a template, folded as a phrase."""
    return max((_fold(part, "within") for part in _SLOT.split(template)[::2]), key=len)
