"""`pagewash case FILE`: what was marked in the review becomes a test case."""

from pathlib import Path
from typing import Annotated

import typer

from flows.commands.saying import say
from flows.review.cases import CaseError, add_case, read_case
from flows.review.plain import visible

NOTICE = (
    "The page is its author's: keep the case to yourself, or write its text anew before you publish it (docs/seeds.md)."
)


def case(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A case that the review saved (NAME.case.json).")],
    seeds: Annotated[Path, typer.Option(help="Folder of seeds that it is added to; made if absent.")] = Path("seeds"),
) -> None:
    """Add a case to the seeds: the page and its truth. `make test` then fails until the rule is mended.

    Nothing that is there is replaced. Cases in another folder are tested where PAGEWASH_CASES names it. Exit
    status 1, with a sentence that says what to do, where the case cannot be added.
    """
    try:
        found = read_case(file)
        target = add_case(found, seeds)
    except CaseError as error:
        say(error)
        raise typer.Exit(1) from error
    for what in found.entry.get("notes", {}).get("marked", ()):
        print(visible(what))
    print(
        f"{target} is a case now, with its truth in {seeds / found.truth}; `make test` fails until the rule is mended."
    )
    print(NOTICE)
