"""The cells of a table as one text: a tab between the cells of a row, a line feed between rows.

After `join_table`: every non-space character of the lines stands in one cell; the cells are in reading order, also
those of a row that the end of a page parts.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from build_tools.draft import Cell, Cut, Line
from build_tools.dutch.line_end_hyphens import Vocabulary
from build_tools.model import NEXT_CELL, NoteRef, TextCell
from build_tools.reading.blocks.dehyphenation import Joined, join

CELL_END, ROW_END = NEXT_CELL, "\n"


def join_table(lines: Sequence[Line], words: Vocabulary) -> tuple[Joined, tuple[TextCell, ...]]:
    """Join the lines of each cell, and the cells to one text."""
    text = ""
    notes: list[NoteRef] = []
    cuts: list[Cut] = []
    spans: list[tuple[int, int]] = []
    cells: list[TextCell] = []
    row = 0
    for place, run in groupby(sorted(lines, key=order_of), key=place_of):
        if cells:
            text += CELL_END if place.row == row else ROW_END
        row = place.row
        joined = join(list(run), words)
        cells.append(
            TextCell(
                len(text), len(text) + len(joined.text), place.row, place.column,
                place.rows, place.columns, place.header,
            )
        )  # fmt: skip
        notes += [replace(ref, at=ref.at + len(text)) for ref in joined.notes]
        cuts += joined.cuts
        spans += joined.spans
        text += joined.text
    return Joined(text, tuple(notes), tuple(cuts), tuple(spans), ()), tuple(cells)


def order_of(line: Line) -> tuple[int, int]:
    """The row and the column of the cell that a line stands in."""
    return place_of(line).row, place_of(line).column


def place_of(line: Line) -> Cell:
    """The cell that a line of a table stands in."""
    if line.given is None or line.given.cell is None:
        raise ValueError(f"line {line.number} is in a table, but in no cell")
    return line.given.cell
