"""The rules of tables: what they span, and where rules stand too, the cells that they enclose.

After `enclosed`: every character of the table is in one cell; the cells do not overlap.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.draft import Cell
from build_tools.model import Kind
from build_tools.sources.readers.pdf.file.glyphs import DrawnRule, Glyph
from build_tools.sources.readers.pdf.page.rows import PrintRow, rows_of
from build_tools.sources.readers.pdf.page.setting import Typeset

NEAR = 3.0
"""Points: rules this near to each other are one: the two edges of a thick or a double one."""
SHORTEST = 6.0
"""Points: a shorter rule is the end of one that turns a corner."""
WITHIN = 0.3
"""Of the size: so far above its base line a letter surely stands within its cell."""
WHOLE = 1000.0
"""Of the size: inside a cell nothing stands apart."""

Square = tuple[int, int]
"""A row and a column of the grid."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The heights and the places at which rules part a table, and those rules."""

    heights: tuple[float, ...]
    places: tuple[float, ...]
    rules: tuple[DrawnRule, ...]

    @property
    def squares(self) -> list[Square]:
        return [(row, column) for row in range(len(self.heights) - 1) for column in range(len(self.places) - 1)]

    def square_of(self, glyph: Glyph) -> Square:
        """The square that a character stands in."""
        middle, base = (glyph.x0 + glyph.x1) / 2, glyph.base - WITHIN * glyph.size
        return last_before(self.heights, base), last_before(self.places, middle)

    def parted_left(self, row: int, column: int) -> bool:
        """Whether a rule stands left of a square; a row without any (the end of the page parts it) is as the others."""
        middle = (self.heights[row] + self.heights[row + 1]) / 2
        standing = [rule.x0 for rule in self.rules if not rule.lies and rule.top <= middle <= rule.bottom]
        return not standing or any(abs(place - self.places[column]) < NEAR for place in standing)

    def parted_above(self, row: int, column: int) -> bool:
        """Whether a rule lies above a square."""
        middle = (self.places[column] + self.places[column + 1]) / 2
        top = self.heights[row]
        return any(r.lies and abs(r.top - top) < NEAR and r.x0 <= middle <= r.x1 for r in self.rules)


def last_before(edges: Sequence[float], at: float) -> int:
    """The stretch between two edges that a place is in; the first or the last one where it is in none."""
    return max((n for n, edge in enumerate(edges[:-1]) if edge <= at), default=0)


def grid_of(rules: Iterable[DrawnRule], top: float, bottom: float, x0: float, x1: float) -> Grid | None:
    """The grid of a table with these edges; None where no rule stands inside it."""
    own = [
        rule
        for rule in rules
        if top - NEAR < (rule.top + rule.bottom) / 2 < bottom + NEAR and x0 - NEAR < (rule.x0 + rule.x1) / 2 < x1 + NEAR
    ]
    lying = [rule.top for rule in own if rule.lies and rule.x1 - rule.x0 > SHORTEST]
    standing = [rule.x0 for rule in own if not rule.lies and rule.bottom - rule.top > SHORTEST]
    heights, places = edges_of([*lying, top, bottom]), edges_of([*standing, x0, x1])
    return Grid(heights, places, tuple(own)) if len(places) > 2 and len(heights) > 2 else None


def edges_of(found: Iterable[float]) -> tuple[float, ...]:
    """Places in order, those near to each other as one."""
    edges: list[float] = []
    for one in sorted(found):
        if not edges or one - edges[-1] > NEAR:
            edges.append(one)
    return tuple(edges)


def enclosed(rows: Sequence[PrintRow], grid: Grid, table: int) -> list[Typeset]:
    """The cells of a table that hold text, from top to bottom and from left to right."""
    homes: dict[Square, Cell] = {}
    for cell in cells_in(grid):
        homes |= {(cell.row + down, cell.column + on): cell for down in range(cell.rows) for on in range(cell.columns)}
    held: dict[Cell, list[Glyph]] = {}
    for glyph in dict.fromkeys(glyph for row in rows for glyph in row.glyphs if glyph):
        held.setdefault(homes[grid.square_of(glyph)], []).append(glyph)
    filled = sorted(held, key=lambda cell: (cell.row, cell.column))
    found = [(cell, rows_of(held[cell], WHOLE)) for cell in filled]
    return [Typeset(tuple(own), Kind.TABLE, table=table, cell=cell) for cell, own in found if own]


def cells_in(grid: Grid) -> Iterator[Cell]:
    """Squares that no rule parts, as cells; the rows of a head with a cell over several columns are all of its head."""
    taken: set[Square] = set()
    heads = 1
    for row, column in grid.squares:
        if (row, column) in taken:
            continue
        wide = width_at(grid, row, column, taken)
        high = height_at(grid, row, column, wide)
        taken |= {(row + down, column + on) for down in range(high) for on in range(wide)}
        heads = max(heads, high) if row == 0 else heads
        yield Cell(row, column, high, wide, header=row < heads)


def width_at(grid: Grid, row: int, column: int, taken: set[Square]) -> int:
    """How many columns the cell takes that begins at a square."""
    end = column + 1
    while end + 1 < len(grid.places) and (row, end) not in taken and not grid.parted_left(row, end):
        end += 1
    return end - column


def height_at(grid: Grid, row: int, column: int, wide: int) -> int:
    """How many rows the cell takes that begins at a square."""
    end = row + 1
    while end + 1 < len(grid.heights) and not any(grid.parted_above(end, column + on) for on in range(wide)):
        end += 1
    return end - row


def fills_columns(cells: Sequence[Typeset]) -> bool:
    """Whether text stands in more than one column: else the rules are a frame around a text."""
    return len({one.cell.column for one in cells if one.cell}) > 1
