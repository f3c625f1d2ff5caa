"""Regular expressions that take more than linear time: all of ours, each on texts that its own parts suggest.

usage: python -m bench.patterns      prints those whose time grows faster than such a text; some minutes

A pattern is recorded where it is compiled, by a stand-in for re.compile: those that functions compile
from word lists as well. The texts are made from the pattern's own parts: what a careless one stumbles
over is a long run of what one of its repetitions takes, ahead of something that no match can end with.
Each is searched for; what is printed of a pattern that is only ever matched at one place is no finding.
"""

import importlib
import pkgutil
import re
import sys
import time
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
SHORT, LONG = 300, 2_400  # characters of the run; and where that looks bad, of a second look
GROWN = 4  # times as long
WORST = 8  # times the time: linear takes 4, quadratic 16
CHEAP = 0.0002  # seconds of CPU below which there is nothing to measure

Pattern = re.Pattern[str] | re.Pattern[bytes]


def compiled() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    """Each pattern by the module and line that compiles it. To be called in a process that has not imported them."""
    found: dict[str, re.Pattern[Any]] = {}
    compile_ = re.compile

    def noted(pattern: Any, flags: Any = 0) -> re.Pattern[Any]:
        made = compile_(pattern, flags)
        caller = sys._getframe(1)
        while caller.f_back and caller.f_globals.get("__name__", "").startswith(("functools", "bench.patterns")):
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
    from cleaners.page import Page, clean_page  # noqa: PLC0415 - only now, as its patterns are to be seen

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


def worst(pattern: Pattern) -> str:
    """The text on which a pattern takes more than linear time; "" where there is none."""
    for start in before(pattern):
        for piece in attacks(pattern):
            if all(growth(pattern, start, piece, *look) > WORST for look in ((SHORT, 1), (SHORT, 3), (LONG, 3))):
                return f"{pattern.pattern!r:.80} on {start!r} and then {piece!r} over and over"
    return ""


def growth(pattern: Pattern, start: str, piece: str, length: int, tries: int) -> float:
    """How many times as long it takes for a text GROWN times as long; 0 where that is next to nothing."""
    whole = piece * (GROWN * length // len(piece) + 1)
    slow = cost(pattern, start + whole[: GROWN * length] + NO_MATCH, tries)
    return slow / max(cost(pattern, start + whole[:length] + NO_MATCH, tries), 1e-6) if slow > CHEAP else 0


def cost(pattern: Pattern, text: str, tries: int) -> float:
    """CPU seconds of a search for all matches, the least of some tries."""
    best = float("inf")
    for _ in range(tries):
        began = time.process_time()
        for _ in pattern.finditer(text if isinstance(pattern.pattern, str) else text.encode()):  # type: ignore[arg-type]
            pass
        best = min(best, time.process_time() - began)
        if best < CHEAP:
            break
    return best


def main() -> None:
    """Print the patterns that look careless."""
    patterns = compiled()
    for where, pattern in patterns.items():
        if found := worst(pattern):
            print(f"{where.rpartition(':')[0]}: {found}", flush=True)
    print(f"{len(patterns)} patterns")


if __name__ == "__main__":
    main()
