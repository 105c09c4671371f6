"""A table as rows of places.

After `shaped`: each cell stands at one place, in reading order; every row has places for all columns, but for those
that a cell from above or from the left covers. What a file states beyond that (spans over nothing, cells on top of
each other) is gone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from build_tools.model import Block, TextCell

MOST_PLACES = 250_000
"""Places of a table at the most, as 2,500 rows of 100 columns: a file that states more (one cell in column a million)
gets its cells row by row, without spans."""

NUMBER = re.compile(r"[-–−+±<>≤≥]?\s?(?:€|\$|£)?\s?[-–−]?\d[\d.,\s]*(?:%|‰|€)?|[-–—]|n\.?v\.?t\.?|p\.?m\.?")
"""`1.234,5`, `-0,4%`, `€ 12`, and what stands where there is no number: a dash, `n.v.t.`, `p.m.`."""

DIGIT = re.compile(r"\d")

Matrix = list[list[TextCell | None]]
"""For each row and column the cell that covers it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands in a row and how many rows and columns it takes; `cell` is None where nothing stands."""

    cell: TextCell | None
    rows: int = 1
    columns: int = 1

    @property
    def header(self) -> bool:
        return self.cell is not None and self.cell.header

    @property
    def spans(self) -> bool:
        return self.rows > 1 or self.columns > 1


Grid = list[list[Place]]


def shaped(cells: Sequence[TextCell]) -> Grid:
    """The cells of a table, row by row."""
    height = max(cell.row for cell in cells) + 1
    width = max(cell.column for cell in cells) + 1
    if height * width > MOST_PLACES:
        return [[Place(cell) for cell in row] for _, row in groupby(cells, attrgetter("row"))]
    matrix = without_empty_spans(covered(cells, height, width))
    return [list(places_of(matrix, at)) for at in range(len(matrix))]


def covered(cells: Sequence[TextCell], height: int, width: int) -> Matrix:
    """Which cell covers which place; a cell that finds its place taken goes on to the right."""
    matrix: Matrix = [[None] * width for _ in range(height)]
    for cell in cells:
        row = matrix[cell.row]
        column = cell.column
        while column < len(row) and row[column] is not None:
            column += 1
        if column == len(row):
            for other in matrix:
                other.append(None)
        for below in matrix[cell.row : cell.row + max(cell.rows, 1)]:
            for at in range(column, min(column + max(cell.columns, 1), len(below))):
                if below[at] is not None:
                    break
                below[at] = cell
    return matrix


def without_empty_spans(matrix: Matrix) -> Matrix:
    """Without the rows and columns in which no cell begins and every place is covered."""
    wanted = [at for at in range(len(matrix)) if not at or not repeats(matrix[at - 1], matrix[at])]
    rows = [matrix[at] for at in wanted]
    columns = list(zip(*rows, strict=True))
    kept = [at for at in range(len(columns)) if not at or not repeats(columns[at - 1], columns[at])]
    return [[row[at] for at in kept] for row in rows]


def repeats(before: Sequence[TextCell | None], line: Sequence[TextCell | None]) -> bool:
    return all(cell is not None and cell is above for above, cell in zip(before, line, strict=True))


def places_of(matrix: Matrix, at: int) -> Sequence[Place]:
    """The places of a row: cells that begin in it, and gaps."""
    found: list[Place] = []
    row = matrix[at]
    for column, cell in enumerate(row):
        if cell is None:
            found.append(Place(None))
        elif (at == 0 or matrix[at - 1][column] is not cell) and (column == 0 or row[column - 1] is not cell):
            height = sum(1 for _ in run_of(cell, [below[column] for below in matrix[at:]]))
            width = sum(1 for _ in run_of(cell, row[column:]))
            found.append(Place(cell, height, width))
    return found


def run_of(cell: TextCell, line: Sequence[TextCell | None]) -> Sequence[TextCell | None]:
    """How far a cell goes on in a line of places that it begins."""
    end = next((at for at, other in enumerate(line) if other is not cell), len(line))
    return line[:end]


def heads_of(grid: Grid) -> int:
    """How many rows from the top are heads: all their cells are headers, and none of these goes on below them."""
    count = 0
    while count < len(grid) and all(place.header or place.cell is None for place in grid[count]):
        count += 1
    count = min(count, len(grid) - 1)
    crossing = any(at + place.rows > count for at, row in enumerate(grid[:count]) for place in row)
    return 0 if crossing else count


def is_plain(grid: Grid) -> bool:
    """Whether a Markdown table can say it: no cell spans, and the only headers are those of the first row."""
    heads = heads_of(grid)
    below = (place for row in grid[heads:] for place in row)
    return heads <= 1 and not any(place.header for place in below) and not any(p.spans for row in grid for p in row)


def flattened(block: Block) -> Block:
    """A table in which no cell spans and only a first row heads: what any Markdown program can show."""
    if not block.cells:
        return block
    grid = shaped(block.cells)
    heads = min(heads_of(grid), 1)
    cells = [replace(p.cell, rows=1, columns=1, header=n < heads) for n, row in enumerate(grid) for p in row if p.cell]
    return replace(block, cells=tuple(cells))


def number_columns(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """The columns of a table without spans that hold numbers only: these stand right."""
    width = max(map(len, rows), default=0)
    columns = ([row[at] for row in rows if at < len(row) and row[at]] for at in range(width))
    return frozenset(at for at, texts in enumerate(columns) if are_numbers(texts))


def are_numbers(texts: Sequence[str]) -> bool:
    return bool(texts) and all(map(NUMBER.fullmatch, texts)) and any(map(DIGIT.search, texts))
