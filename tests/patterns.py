"""All regular expressions of cleaners and flows, and texts on which each would be slow if it could be.

A pattern is recorded where it is compiled, by a stand-in for re.compile: those that functions compile
from word lists as well. The texts are made from the pattern's own parts: what a careless one stumbles
over is a long run of what one of its repetitions takes, ahead of something that no match can end with.
"""

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

ROOT = Path(__file__).parent.parent
OURS = ("cleaners.", "flows.")
NO_MATCH = "\x00"
SAMPLES = {
    sre.CATEGORY_DIGIT: "7",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_WORD: ".",
}
COMMON = " \n.,-/a7é語\u3000"
PIECES = 8  # of a pattern's own that are tried


def compiled() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    """Each pattern by the module and line that compiles it. To be called in a process that has not imported them."""
    found: dict[str, re.Pattern[Any]] = {}
    compile_ = re.compile

    def noted(pattern: Any, flags: Any = 0) -> re.Pattern[Any]:
        made = compile_(pattern, flags)
        caller = sys._getframe(1)
        while caller.f_back and caller.f_globals.get("__name__", "").startswith(("functools", "tests.patterns")):
            caller = caller.f_back
        where = caller.f_globals.get("__name__", "")
        if where.startswith(OURS):
            found[f"{where}:{caller.f_lineno}:{len(found)}"] = made
        return made

    re.compile = noted
    for name in ("cleaners", "flows"):
        for module in pkgutil.walk_packages(importlib.import_module(name).__path__, f"{name}."):
            if module.name not in ("flows.__main__", "flows.warm", "flows.clean"):
                importlib.import_module(module.name)
    from cleaners.page import Page, clean_page

    for path in sorted((ROOT / "seeds").rglob("*.*"))[::6]:
        if path.suffix in (".txt", ".html"):
            clean_page(Page("a", "a", path.read_bytes()))
    re.compile = compile_
    return found


def attacks(pattern: re.Pattern[Any]) -> Iterator[str]:
    """Pieces that are to be repeated: each part that the pattern repeats, a whole match, and common characters."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = parser.parse(text, pattern.flags & ~re.LOCALE if isinstance(pattern.pattern, str) else 0)
    yield from dict.fromkeys(
        piece
        for piece in (*COMMON, *islice(dict.fromkeys(_repeated(tree)), PIECES), _sample(tree), " a", "a ", ". ", "7 ")
        if piece
    )


def before(pattern: re.Pattern[Any]) -> list[str]:
    """What may stand ahead of the run: nothing, and how a match begins."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = list(parser.parse(text, pattern.flags & ~re.LOCALE if isinstance(pattern.pattern, str) else 0))
    return list(dict.fromkeys(["", *(_sample(tree[:at]) for at in range(1, min(len(tree), 3)))]))


def _repeated(tree: Any) -> Iterator[str]:
    for operation, argument in tree:
        if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            yield _sample(argument[2])
            yield from _alternatives(argument[2])
            yield from _repeated(argument[2])
        elif operation is sre.SUBPATTERN:
            yield from _repeated(argument[3])
        elif operation is sre.ATOMIC_GROUP:
            yield from _repeated(argument)
        elif operation is sre.BRANCH:
            for branch in argument[1]:
                yield from _repeated(branch)
        elif operation in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _repeated(argument[1])


def _alternatives(tree: Any) -> Iterator[str]:
    for operation, argument in tree:
        if operation is sre.IN:
            yield from (_one([part]) for part in argument[:12] if part[0] is not sre.NEGATE)
        elif operation is sre.BRANCH:
            yield from (_sample(branch) for branch in argument[1][:12])
        elif operation is sre.SUBPATTERN:
            yield from _alternatives(argument[3])


def _sample(tree: Any) -> str:
    """A text that the parts match, more or less."""
    out = []
    for operation, argument in tree:
        if operation is sre.LITERAL:
            out.append(chr(argument))
        elif operation in (sre.ANY, sre.NOT_LITERAL):
            out.append("a")
        elif operation is sre.IN:
            out.append(_one(argument))
        elif operation in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            out.append(_sample(argument[2]) * min(max(argument[0], 1), 40))
        elif operation is sre.SUBPATTERN:
            out.append(_sample(argument[3]))
        elif operation is sre.ATOMIC_GROUP:
            out.append(_sample(argument))
        elif operation is sre.BRANCH:
            out.append(_sample(argument[1][0]))
    return "".join(out)


def _one(parts: Any) -> str:
    """A character of a class."""
    if parts and parts[0][0] is sre.NEGATE:
        return next((c for c in "a7 .あ" if not any(c in _members(part) for part in parts[1:])), "¤")
    return next(iter(_members(parts[0])), "") if parts else ""


def _members(part: Any) -> str:
    operation, argument = part
    if operation is sre.LITERAL:
        return chr(argument)
    if operation is sre.RANGE:
        return chr(argument[0]) + "".join(c for c in "a7 .あ" if argument[0] <= ord(c) <= argument[1])
    return SAMPLES.get(argument, "a") if operation is sre.CATEGORY else ""


if __name__ == "__main__":
    print(
        json.dumps(
            [
                (
                    where,
                    p.pattern if isinstance(p.pattern, str) else p.pattern.decode("latin-1"),
                    p.flags,
                    isinstance(p.pattern, bytes),
                )
                for where, p in compiled().items()
            ]
        )
    )
