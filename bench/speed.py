"""CPU time of cleaning, beside winnow-md in the same run, and how it grows with the page.

usage: python -m bench.speed [FOLDER]      FOLDER holds .txt pages; the raw seeds unless given

Every figure is process CPU time, the least of several runs; the two tools take turns. Ratios say
more than seconds on a busy machine.
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import winnow

from cleaners.from_text import from_text
from cleaners.load import load_rules
from cleaners.recipe import RECIPE, article_text, clean_text

ROUNDS = 7
SIZES = (1, 10, 100)
SEED_SIZED = 25_000  # bytes; "a seed-sized page"


def main() -> None:
    """Print the three tables."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared" / "seeds" / "raw"
    pages = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob("*.txt"))]
    if not pages:
        sys.exit(f"no .txt pages in {folder}; name a folder that has some")
    compare(pages)
    growth(pages)
    steps(pages)


def compare(pages: Sequence[str]) -> None:
    """pagewash and winnow-md on the same pages, turn by turn."""
    size = sum(len(page.encode()) for page in pages)
    tools: dict[str, Callable[[str], object]] = {"pagewash": article_text, "winnow-md": winnow.clean}
    best = dict.fromkeys(tools, float("inf"))
    for _ in range(ROUNDS):
        for name, tool in tools.items():
            best[name] = min(best[name], sum(cpu(tool, page) for page in pages))
    print(f"{len(pages)} pages, {size / 1000:.0f} kB")
    for name, seconds in best.items():
        print(
            f"{name:>10}: {1000 * seconds / len(pages):7.2f} ms a page, {1000 * seconds * SEED_SIZED / size:7.2f} ms "
            f"for 25 kB, {seconds / size * 1e6:6.2f} s a MB"
        )
    print(f"     ratio: pagewash takes {best['pagewash'] / best['winnow-md']:.2f} of winnow-md's CPU time\n")


def growth(pages: Sequence[str]) -> None:
    """The first page 1, 10 and 100 times over: cost for each kB must not rise."""
    page = pages[0]
    print("growth of the first page")
    for times in SIZES:
        text = "\n".join([page] * times)
        seconds = min(cpu(article_text, text) for _ in range(ROUNDS if times < max(SIZES) else 2))
        print(f"{times:>5} times: {1000 * seconds:9.2f} ms, {1e6 * seconds / len(text.encode()) * 1000:7.1f} µs a kB")
    print()


def steps(pages: Sequence[str]) -> None:
    """Where the time goes: the dearest steps of the recipe."""
    rules = load_rules()
    spent: dict[str, float] = {}
    for page in pages:
        doc = from_text(page)
        for cleaner in RECIPE:
            start = time.process_time()
            doc = cleaner(doc, rules)
            spent[cleaner.__name__] = spent.get(cleaner.__name__, 0.0) + time.process_time() - start
    whole = sum(spent.values())
    print("dearest steps")
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1])[:8]:
        print(f"{name:>16}: {seconds / whole:6.1%}")


def cpu(tool: Callable[[str], object], page: str) -> float:
    """Process CPU seconds of one call."""
    start = time.process_time()
    tool(page)
    return time.process_time() - start


if __name__ == "__main__":
    clean_text("warm up\n")
    main()
