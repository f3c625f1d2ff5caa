"""How far each witness can be relied on, and which of several values is believed.

A value's score is the sum of the weights of its traits: who says it, and what it looks like. The weights are those
of a logistic model, fitted on pages whose metadata is known (bench/train_testimony.py); they stand in
weights.toml, a table a field. A trait that the table does not name weighs nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import fsum

from cleaners.tables import read_table
from cleaners.testimony.witness import Witness


@dataclass
class Candidate:
    """A value that a field may have. where: the provenance of the witness whose spelling it has; at: the block
    that holds it, or -1; order: how many values were named before it; sources: its witnesses, each by its kind
    and its place; traits: all that speaks for it or against it, those two apart among it."""

    value: str
    where: str
    at: int
    order: int
    sources: set[str] = field(default_factory=set)
    traits: set[str] = field(default_factory=set)


class Candidates:
    """The values that a page gives for a field, by a key that is equal for spellings of one value."""

    def __init__(self) -> None:
        self.by_key: dict[str, Candidate] = {}

    def __iter__(self) -> Iterator[Candidate]:
        return iter(self.by_key.values())

    def __len__(self) -> int:
        return len(self.by_key)

    def hear(self, key: str, value: str, witness: Witness, at: int = -1) -> Candidate | None:
        """Take in what a witness says; a value is spelled as the first one has it. at: the block that holds it."""
        if not key:
            return None
        found = self.by_key.setdefault(key, Candidate(value, witness.where, at, len(self.by_key)))
        found.sources.add(witness.source)
        found.traits |= {witness.kind} | ({f"at {witness.place}"} if witness.place else set())
        return found


Weights = Mapping[str, float]
"""The weight of each trait, and, as "", of what every candidate has."""


def weights(name: str) -> Weights:
    """The weights of a field's candidates."""
    table: Weights = read_table("testimony", "weights.toml").get(name, {})
    return table


def score(candidate: Candidate, table: Weights) -> float:
    """The logarithm of the odds that a candidate is right, as far as the model can tell."""
    known = [table[trait] for trait in candidate.traits if trait in table]
    return fsum((table.get("", 0.0), *known))  # exact, so that the order in which a set is read makes no difference
