"""Tables in the views of a comparison: how their cells lie is told before the stretches of each, and read back here."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_tools.compare.words.word_diff import offsets
from build_tools.model import NEXT_CELL, NEXT_ROW, TextCell
from build_tools.tabular.grid import shaped
from build_tools.tabular.writing import html_table

CELL_ENDS = re.compile(f"([{NEXT_CELL}{NEXT_ROW}])")
"""The ends of cells and rows; splitting by it keeps them."""
_SHAPE = re.compile("\2([0-9,]+)\2")
"""Before the inline stretches of a cell: whether it is a header, row, column, rows and columns."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """The cells of tables, with where each begins in the text of a row."""

    starts: Sequence[int]
    cells: Sequence[TextCell]

    def before(self, at: int) -> str:
        """What tells, before a stretch of a cell, how the cell lies in its table."""
        index = bisect_right(self.starts, at) - 1
        if index < 0:
            return ""
        cell = self.cells[index]
        return f"\2{cell.header:d},{cell.row},{cell.column},{cell.rows},{cell.columns}\2"

    def begins(self, at: int) -> bool:
        index = bisect_right(self.starts, at) - 1
        return index >= 0 and self.starts[index] == at


def as_running_text(content: str) -> str:
    """The stretches of cells where their passage is no table."""
    return CELL_ENDS.sub(" ", _SHAPE.sub("", content))


def table_of(content: str, empty_heads: bool = False) -> str:
    """The inline stretches of a table as HTML. Of two tables in one, the rows of either have a row of their own; where
    these do not lie as in one table, no cell spans rows.
    """
    rows = [[_SHAPE.sub("", cell) for cell in row.split(NEXT_CELL)] for row in content.split(NEXT_ROW)]
    found = [[_SHAPE.findall(cell) for cell in row.split(NEXT_CELL)] for row in content.split(NEXT_ROW)]
    htmls = [html for row in rows for html in row]
    cells: list[TextCell] = []
    for row, shapes in enumerate(found):
        column = 0
        for told in shapes:
            cell = _cell(len(cells), told[-1] if told else "", row, column)
            column = cell.column + 1
            cells.append(cell)
    sizes = [len(row) for row in rows]
    one = _as_one_table([cell.row for cell in cells], sizes)
    numbers = [row for row, size in enumerate(sizes) for _ in range(size)]
    flat = [replace(cell, row=row, rows=1) for cell, row in zip(cells, numbers, strict=True)]
    return html_table(shaped(cells if one else flat), lambda cell: htmls[cell.start], empty_heads=empty_heads)


def _cell(index: int, told: str, row: int, column: int) -> TextCell:
    """A cell as it was told; `start` says which of the texts is its own. Of an empty one nothing was told."""
    if not told:
        return TextCell(index, index, row, column)
    header, own_row, own_column, rows, columns = map(int, told.split(","))
    return TextCell(index, index, own_row, max(column, own_column), rows, columns, header == 1)


def _as_one_table(rows: Sequence[int], sizes: Sequence[int]) -> bool:
    """Whether cells with these numbers of rows, so many in each row, can lie in one table."""
    starts = offsets(sizes)
    heads = [rows[start] for start in starts[:-1]]
    same = all(len(set(rows[start:end])) == 1 for start, end in pairwise(starts))
    return same and all(one < other for one, other in pairwise(heads))
