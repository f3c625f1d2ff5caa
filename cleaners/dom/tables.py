"""Tables: those of data are read row by row, those of layout are no more than boxes."""

from dataclasses import dataclass, field

from cleaners.dom.pieces import Piece, Walk

LONGEST = 300  # characters in a cell of data; a longer one is a part of a layout
MOST = 6  # pieces in such a cell
WIDEST = 50  # columns that a cell is taken to span at most

Cell = tuple[int, int, int]
"""The cell's first piece, the piece after its last, the columns that it spans."""


@dataclass(slots=True)
class Table:
    """A table under way: its element, whether another one is in it, its rows and their elements."""

    element: int
    nested: bool = False
    rows: list[list[Cell]] = field(default_factory=list)
    elements: list[int] = field(default_factory=list)


def number(text: str | None, default: int) -> int:
    """The number that an attribute holds, if it holds one of a size that means anything."""
    return int(text) if text and len(text) < 6 and text.isascii() and text.isdigit() else default


def is_data(table: Table, pieces: list[Piece]) -> bool:
    """True for a table of data: two cells filled in each of two rows, and no cell of much text."""
    filled = [sum(end > begin for begin, end, _ in row) for row in table.rows]
    if table.nested or sum(count >= 2 for count in filled) < 2:
        return False
    cells = (cell for row in table.rows for cell in row)
    return all(
        end - begin <= MOST and sum(len(p.text) for p in pieces[begin:end]) <= LONGEST for begin, end, _ in cells
    )


def merge_rows(table: Table, out: Walk) -> None:
    """Make one piece of each row; what stands beside the rows, a caption, stays as it is."""
    begin = out.first[table.element]
    merged: list[Piece] = []
    taken = begin
    for element, row in zip(table.elements, table.rows, strict=True):
        if row:
            merged += out.pieces[taken : row[0][0]]
            taken = row[-1][1]
        at = begin + len(merged)
        merged += _merge(row, out.pieces, element, table.element)
        out.first[element], out.end[element] = at, begin + len(merged)
    merged += out.pieces[taken:]
    out.pieces[begin:] = merged
    for element in range(table.element + 1, len(out.parent)):
        if out.tag[element] != "tr":  # a row's cells are no pieces any more: they cover what the table does
            out.first[element], out.end[element] = begin, begin + len(merged)


def _merge(row: list[Cell], pieces: list[Piece], element: int, table: int) -> list[Piece]:
    """A row as one piece, or none where all its cells are empty."""
    cells: list[Piece] = []
    for begin, end, columns in row:
        cells += [_cell(pieces[begin:end], element), *(_cell([], element) for _ in range(columns - 1))]
    if not any(c.text for c in cells):
        return []
    whole = _cell(cells, element)
    whole.text = " | ".join(c.text for c in cells)
    whole.table = table
    return [whole]


def _cell(parts: list[Piece], element: int) -> Piece:
    """Several pieces as one, their texts with a space between."""
    mask = 0
    for part in parts:
        mask |= part.mask
    return Piece(
        text=" ".join(p.text for p in parts),
        element=element,
        linked=sum(p.linked for p in parts),
        links=sum(p.links for p in parts),
        mask=mask,
        cells=tuple(parts),
    )
