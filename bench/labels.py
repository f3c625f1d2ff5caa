"""Which pieces of a page are in its gold text: labels for the training of the HTML door's model.

Pieces and gold are compared by their letters and digits alone, so that spaces, marks and Markdown do not
count. First the longest chain of pieces that stand in the gold in the same order (each weighs its length);
then short ones between their neighbours; then long ones out of order; last, shares of pieces that
the gold holds in part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cleaners.fold import alphanumeric

LONG = 25  # letters from which a piece is looked for anywhere in the gold
SURE = 15  # letters from which a piece between two that are found needs no touching neighbour
PLACES = 5  # places in the gold that are tried for one piece
SHINGLE = 8  # letters in a row that count as the gold's, for pieces that are in it in part
LEAST_SHARE = 0.3  # of a piece's shingles; fewer are chance
TAKEN = 0.2  # share of a place that may be taken already by others

Place = tuple[int, int]
"""Where a piece stands in the gold's letters: first and end."""


@dataclass
class _Match:
    """A gold text's letters, the pieces', and which have found their place."""

    gold: str
    pieces: list[str]
    places: list[Place | None] = field(default_factory=list)
    covered: bytearray = field(default_factory=bytearray)

    def take(self, piece: int, at: int) -> None:
        end = at + len(self.pieces[piece])
        self.places[piece] = (at, end)
        self.covered[at:end] = b"\1" * (end - at)


def labels(pieces: Sequence[str], gold: str) -> tuple[list[float], float]:
    """How much of each piece is in the gold, 0 to 1; and the share of the gold that pieces cover."""
    letters = alphanumeric(gold)
    if not letters:
        return [0.0] * len(pieces), 1.0
    match = _Match(letters, [alphanumeric(p) for p in pieces], [None] * len(pieces), bytearray(len(letters)))
    for piece, at in _chain(match):
        match.take(piece, at)
    _place_short(match)
    _place_moved(match)
    found = [1.0 if place else 0.0 for place in match.places]
    shares = _shares(match)
    return [max(a, b) for a, b in zip(found, shares, strict=True)], sum(match.covered) / len(letters)


def segment_labels(pieces: Sequence[str], kept: Sequence[str], cut: Sequence[str]) -> list[float]:
    """1 for a piece with a segment that an article must hold, 0 with one that it must not, -1 unknown."""
    wanted = [key for segment in kept if len(key := alphanumeric(segment)) > 2]
    unwanted = [key for segment in cut if len(key := alphanumeric(segment)) > 2]

    def holds(letters: str, segments: list[str]) -> bool:
        return any(s in letters or (len(letters) > 20 and letters in s) for s in segments)

    keys = [alphanumeric(p) for p in pieces]
    return [1.0 if holds(k, wanted) else 0.0 if holds(k, unwanted) else -1.0 for k in keys]


def _occurrences(gold: str, piece: str) -> Iterator[int]:
    at = gold.find(piece)
    while at >= 0:
        yield at
        at = gold.find(piece, at + 1)


def _chain(match: _Match) -> list[tuple[int, int]]:
    """The heaviest chain of long pieces whose places in the gold rise: (piece, place) pairs.

    The classic sweep for a heaviest increasing subsequence, with a Fenwick tree of prefix maxima.
    """
    size = len(match.gold) + 2
    tree: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    links: list[tuple[int, int, int]] = []  # piece, place, the link before
    best, last = 0, -1
    for piece, letters in enumerate(match.pieces):
        if len(letters) < LONG:
            continue
        tried = []
        for at, _ in zip(_occurrences(match.gold, letters), range(PLACES)):  # noqa: B905, the places end it
            weight, before = _heaviest(tree, at + 1)
            tried.append((weight + len(letters), at + len(letters) + 1, len(links)))
            links.append((piece, at, before))
        for weight, end, link in tried:
            _raise(tree, end, (weight, link))
            if weight > best:
                best, last = weight, link
    chain = []
    while last >= 0:
        piece, at, last = links[last]
        chain.append((piece, at))
    return chain


def _heaviest(tree: list[tuple[int, int]], at: int) -> tuple[int, int]:
    found = (0, -1)
    while at > 0:
        found = max(found, tree[at])
        at -= at & -at
    return found


def _raise(tree: list[tuple[int, int]], at: int, value: tuple[int, int]) -> None:
    while at < len(tree):
        tree[at] = max(tree[at], value)
        at += at & -at


def _place_short(match: _Match) -> None:
    """Place the rest between their neighbours' places: sure ones anywhere, short ones where they touch."""
    count = len(match.pieces)
    following = [len(match.gold)] * (count + 1)
    for i in range(count - 1, -1, -1):
        place = match.places[i]
        following[i] = place[0] if place else following[i + 1]
    low = 0
    for i, letters in enumerate(match.pieces):
        if place := match.places[i]:
            low = place[1]
            continue
        high = following[i + 1]
        at = _free(match, letters, low, high)
        if at < 0:
            continue
        before, after = at - low, high - at - len(letters)
        if len(letters) >= SURE or (min(before, after) <= 2):
            match.take(i, at)
            low = at + len(letters)


def _free(match: _Match, letters: str, low: int, high: int) -> int:
    """The first place between two bounds that no piece has taken; -1 if none."""
    at = match.gold.find(letters, low, high) if letters else -1
    while at >= 0 and any(match.covered[at : at + len(letters)]):
        at = match.gold.find(letters, at + 1, high)
    return at


def _place_moved(match: _Match) -> None:
    """Place long pieces that stand in the gold out of order."""
    for i, letters in enumerate(match.pieces):
        if match.places[i] or len(letters) < LONG:
            continue
        for at in _occurrences(match.gold, letters):
            if sum(match.covered[at : at + len(letters)]) <= TAKEN * len(letters):
                match.take(i, at)
                break


def _shares(match: _Match) -> list[float]:
    """The share of each unplaced piece whose shingles stand where the gold is not covered."""
    shares = [0.0] * len(match.pieces)
    gaps = "".join(" " if taken else char for char, taken in zip(match.gold, match.covered, strict=True)).split()
    if sum(map(len, gaps)) < 0.005 * len(match.gold):
        return shares
    known = {run[i : i + SHINGLE] for run in gaps for i in range(len(run) - SHINGLE + 1)}
    for i, letters in enumerate(match.pieces):
        if match.places[i] or len(letters) < 2 * SHINGLE:
            continue
        count = len(letters) - SHINGLE + 1
        share = sum(letters[a : a + SHINGLE] in known for a in range(count)) / count
        shares[i] = share if share > LEAST_SHARE else 0.0
    return shares
