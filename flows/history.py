"""The runs that an output has seen: when, of which inputs, with which counts.

Kept in the output's state folder for those who look at it later; no reader of the Parquet files needs it,
and nothing of a run hangs on it.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from flows.inputs import public
from flows.places import is_uri
from flows.store import STATE, Output
from flows.summary import Summary, from_json

NAME = "runs.jsonl"
KEPT = 1_000  # runs that are remembered


@dataclass(frozen=True)
class Run:
    """One run: when it ended (UTC), the inputs that were named, what it counted."""

    ended: datetime
    inputs: tuple[str, ...]
    summary: Summary


def note_run(output: Output, inputs: Sequence[str], summary: Summary) -> None:
    """Remember a run that has ended. inputs: as named; kept as absolute paths, or as URIs without credentials."""
    named = [public(name) if is_uri(name) else os.path.abspath(name) for name in inputs]
    ended = datetime.now(UTC).isoformat(timespec="seconds")
    line = json.dumps({"ended": ended, "inputs": named, "summary": summary.to_json()}, ensure_ascii=False)
    lines = output.recall(NAME).splitlines()[1 - KEPT :]
    output.note(NAME, "\n".join([*lines, line]) + "\n")


def runs(output: Output) -> list[Run]:
    """The runs of an output, oldest first; lines that cannot be read are passed over."""
    found = []
    for line in output.read_text(f"{STATE}/{NAME}").splitlines():
        try:
            known = json.loads(line)
            run = Run(datetime.fromisoformat(known["ended"]), tuple(known["inputs"]), from_json(known["summary"]))
        except (ValueError, KeyError, TypeError):
            continue
        found.append(run)
    return found
