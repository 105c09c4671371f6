"""Tables whose rows count, of which a tool wrote cell after cell with white space between: `1`, `Sluis`, `Klaar`, `2` …

Such rows have as many cells each; where one has fewer it cannot be known which of them is empty, and nothing is a
table. Years that count on below a line with as many words as a row has cells tell the same: `Jaar Ontvangen Besteed`,
`2001`, `1.904.000`, `1.871.000`, `2002` …
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.text_tables.aligned import LONGEST_CELL, MOST_ROWS
from build_tools.reading.text_tables.rows import FIGURE, LEAST_ROWS, WIDE, YEAR, TextTable

LEAST_NUMBERS = 3
"""Numbers at equal distances, at the least, that show how many cells a row has."""

MOST_COLUMNS = 10
"""Columns of such a table at the most: a page has no room for more that have words."""

CELL_LINES = 4
"""Lines of a cell at the most."""


def cell_by_cell(lines: Sequence[Line], at: int) -> TextTable | None:
    """Rows of as many cells each, of which the first counts from 1, and above them as many that head them: one word
    above the numbers.
    """
    begins = at == 0 or lines[at].blanks > 0 or ENDED.fullmatch(lines[at - 1].text)
    if not begins or " " in lines[at].text or at + 1 == len(lines) or not lines[at + 1].blanks:
        return None
    head = [*takewhile(lambda cell: not counts(lines, cell, 1), cells_from(lines, at, MOST_COLUMNS))]
    rows = [head]
    while len(head) >= WIDE and rows[-1][-1].stop < len(lines):
        row = cells_from(lines, rows[-1][-1].stop, len(head))
        if not row or not counts(lines, row[0], len(rows)):
            break
        if len(row) < len(head):
            return None
        rows.append(row)
    return table_of(lines, rows) if len(rows) > LEAST_NUMBERS else None


def years_cell_by_cell(lines: Sequence[Line], at: int) -> TextTable | None:
    """Rows of a year and figures, as many in each as words stand above them, where the years count on."""
    heads = [match.span() for match in re.finditer(r"\S+", lines[at].text)]
    titled = all(lines[at].text[start].isupper() for start, _ in heads) and is_short(replace(lines[at], turn=False))
    if not (titled and WIDE <= len(heads) <= MOST_COLUMNS and at + 1 < len(lines) and lines[at + 1].blanks):
        return None
    run = [*takewhile(lambda cell: len(cell) == 1 and is_figure(lines[cell.start]), figures_from(lines, at + 1))]
    rows = [run[first : first + len(heads)] for first in range(0, len(run), len(heads))]
    years = [lines[row[0].start].text for row in rows]
    if len(rows) < LEAST_ROWS or len(rows[-1]) < len(heads) or not count_on(years):
        return None
    table = table_of(lines, rows)
    return replace(table, start=at, rows=(tuple(heads), *table.rows), lines=(at, *table.lines))


def figures_from(lines: Sequence[Line], at: int) -> list[range]:
    """The cells from a line on, as many as a page can have rows and columns."""
    return cells_from(lines, at, MOST_COLUMNS * MOST_ROWS)


def is_figure(line: Line) -> bool:
    """Whether a line is a figure, or a year."""
    return FIGURE.fullmatch(line.text) is not None or YEAR.fullmatch(line.text) is not None


def count_on(years: Sequence[str]) -> bool:
    """Whether texts are years, each the one after the one before it."""
    return all(map(YEAR.fullmatch, years)) and all(int(b[:4]) == int(a[:4]) + 1 for a, b in pairwise(years))


def cells_from(lines: Sequence[Line], at: int, most: int) -> list[range]:
    """The lines of each cell from here on, with white space between, up to where one is none."""
    found: list[range] = []
    while at < len(lines) and len(found) < most:
        end = at + 1
        while end < len(lines) and end - at <= CELL_LINES and not (lines[end].blanks or lines[end].turn):
            end += 1
        if not all(is_short(lines[one]) for one in range(at, end)) or end - at > CELL_LINES:
            break
        found.append(range(at, end))
        at = end
    return found


def is_short(line: Line) -> bool:
    """Whether a line can stand in a cell."""
    whole = not (line.cuts or line.marks or line.given or line.turn or "\t" in line.text)
    return whole and len(line.text) <= LONGEST_CELL and bullet_of(line.text) is None


def counts(lines: Sequence[Line], cell: range, number: int) -> bool:
    """Whether a cell is the number of a row."""
    return len(cell) == 1 and re.fullmatch(rf"{number}[.)]?", lines[cell.start].text) is not None


def table_of(lines: Sequence[Line], rows: Sequence[Sequence[range]]) -> TextTable:
    """The table: of each row its first line, in which the others go on."""
    columns = [column for row in rows for column, cell in enumerate(row) for _ in cell]
    start, end = rows[0][0].start, rows[-1][-1].stop
    cells = tuple(
        tuple((0, len(lines[at].text)) if column == own else None for column in range(len(rows[0])))
        for at, own in zip(range(start, end), columns, strict=True)
    )
    first = {row[0].start for row in rows}
    return TextTable(start, end, cells, tuple(range(start, end)), False, frozenset(range(start, end)) - first)
