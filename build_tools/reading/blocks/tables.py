"""The cells of a table as one text: a tab between the cells of a row, a line feed between rows.

After `with_cells_kept`: cells that a tool wrote one by one, and that cannot be put in rows, stand below each other in a
table of one column: they head nothing, and go on in no text. After `join_table`: every non-space character of the
lines stands in one cell; the cells are in reading order, also those of a row that the end of a page parts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from build_tools.draft import Cell, Cut, Given, Line
from build_tools.dutch.captions import is_caption
from build_tools.dutch.line_end_hyphens import Vocabulary
from build_tools.dutch.sentences import ENDED
from build_tools.model import NEXT_CELL, Kind, NoteRef, TextCell
from build_tools.reading.blocks.given_levels import ANNEX
from build_tools.reading.blocks.heading_shapes import QUESTION
from build_tools.reading.blocks.joining.dehyphenation import Joined, join
from build_tools.reading.blocks.line_groups import LineGroup, is_bare, text_of
from build_tools.reading.blocks.table_rows import NOTHING

CELL_END, ROW_END = NEXT_CELL, "\n"

SEVERAL_CELLS, CELL_WORDS = 6, 4
"""Cells in a row that are surely ones, at the least, and words of one, at the most."""

SEVERAL_FIGURES = 3
"""Figures among them at the least."""

MILLIONS = r"(?:mln|mld|mrd)\.?|miljoen|miljard"
"""How many an amount counts by: `€ 7,2 mln.`, `f 85 miljoen`."""

FIGURED = re.compile(rf"(?:[€$+–-] ?)?\d[\d.,]*(?: ?(?:{MILLIONS}|[a-zA-Z%]+))?$")
"""`840`, `+ 4%`, `6 km`, `€ 7,2 mln.`: what stands in a cell."""


def with_cells_kept(lines: Sequence[Line], groups: Sequence[LineGroup]) -> tuple[Sequence[Line], list[LineGroup]]:
    """The lines and their groups, with the cells that stand alone in a table of one column each."""
    kept, found = list(lines), list[LineGroup]()
    for cells, run in groupby(groups, lambda own: may_be_cell(lines, own)):
        own = list(run)
        table = cells_among(lines, [*cell_by_cell(lines, own)]) if cells else []
        if table:
            for row, cell in enumerate(table):
                given = Given(lines[table[0].start].number, Kind.TABLE, cell=Cell(row, 0))
                kept[cell.start : cell.end] = [replace(line, given=given) for line in lines[cell.start : cell.end]]
            end = table[-1].end
            rest = (LineGroup(max(one.start, end), one.end) for one in own if one.end > end)
            own = [LineGroup(table[0].start, end), *rest]
        found += own
    return kept, found


def cell_by_cell(lines: Sequence[Line], run: Sequence[LineGroup]) -> Iterator[LineGroup]:
    """The groups of a run; where a figure begins one, each line by itself below white space: no figure is then sure to
    belong to the word above it, as in `Pontpartij` / `12`."""
    loose = any(is_figured(lines[own.start].plain) for own in run)
    for own in run:
        apart = loose and all(line.blanks for line in lines[own.start + 1 : own.end])
        yield from (LineGroup(at, at + 1) for at in range(own.start, own.end)) if apart else (own,)


def cells_among(lines: Sequence[Line], run: Sequence[LineGroup]) -> list[LineGroup]:
    """The cells among short groups in a row, up to the last figure; none where these are too few."""
    figures = [at for at, own in enumerate(run) if is_figured(text_of(lines, own))]
    cells = list(run[: figures[-1] + 1]) if len(figures) >= SEVERAL_FIGURES else []
    return cells if len(cells) >= SEVERAL_CELLS else []


def may_be_cell(lines: Sequence[Line], own: LineGroup) -> bool:
    """Whether a group is nothing else and names nothing, and has few words and no stop."""
    text = text_of(lines, own)
    bare = is_bare(lines, own) and not lines[own.start].heading
    names = is_caption(text) or ANNEX.fullmatch(text) or QUESTION.fullmatch(text)
    return bare and not names and is_cell_text(text)


def is_cell_text(text: str) -> bool:
    """Whether a text has few words, and no stop but for that of a figure or `n.v.t.`"""
    stopped = ENDED.fullmatch(text) and not (text.endswith(NOTHING) or is_figured(text))
    return len(text.split()) <= CELL_WORDS and not stopped


def is_figured(text: str) -> bool:
    return FIGURED.match(text) is not None


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
