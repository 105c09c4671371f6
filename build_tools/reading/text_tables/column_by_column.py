"""Tables of which a tool wrote column after column, a line for each cell: the labels of all rows, and then the figures
of each column, below what heads it.

`Provincie`, `Groningen`, `Zeeland`, `Aantal in 2001`, `24`, `18`, `Aantal in 2005`, `6`, `4`.
"""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from build_tools.draft import Line
from build_tools.reading.text_tables.aligned import MOST_ROWS
from build_tools.reading.text_tables.cell_by_cell import is_short
from build_tools.reading.text_tables.rows import FIGURE, LEAST_ROWS, TextTable, figure_columns

ENDS_TEXT = (".", ":", "?", "!")
"""How the line above a table ends where no blank line parts them."""


def column_by_column(lines: Sequence[Line], at: int) -> TextTable | None:
    """As many figures in each column as there are labels in the first, below a head or all of them; no figure stands
    behind the last column, for then it is not known how many rows there are."""
    begins = at == 0 or lines[at].blanks > 0 or lines[at - 1].text.endswith(ENDS_TEXT)
    if not begins or is_figure(lines[at]) or not is_short(lines[at]):
        return None
    run = [*takewhile(lambda line: is_short(line) and line.page == lines[at].page, lines[at : at + MOST_ROWS])]
    words = sum(1 for _ in takewhile(lambda line: not is_figure(line), run))
    tables = (table_of(lines, at, run, rows) for rows in (words, words - 1) if LEAST_ROWS <= rows < len(run))
    return next(filter(None, tables), None)


def is_figure(line: Line) -> bool:
    return FIGURE.fullmatch(line.text) is not None


def table_of(lines: Sequence[Line], at: int, run: Sequence[Line], rows: int) -> TextTable | None:
    """The table with so many rows that begins at a line."""
    columns = 1
    while is_column(run[columns * rows : (columns + 1) * rows], rows):
        columns += 1
    end = columns * rows
    texts = [[run[column * rows + row].text for column in range(columns)] for row in range(rows)]
    if columns == 1 or any(map(is_figure, run[end:])) or len(figure_columns(texts)) < columns - 1 or counts(texts):
        return None
    order = [column * rows + row for row in range(rows) for column in range(columns)]
    cells = tuple(
        tuple((0, len(run[one].text)) if column == one // rows else None for column in range(columns)) for one in order
    )
    going_on = frozenset(at + one for one in range(rows, end))
    return TextTable(at, at + end, cells, tuple(at + one for one in order), False, going_on)


def is_column(cells: Sequence[Line], rows: int) -> bool:
    """Whether these are the cells of a column of figures, with a head or without."""
    return len(cells) == rows and all(map(is_figure, cells[1:]))


def counts(texts: Sequence[Sequence[str]]) -> bool:
    """Whether the only figures count the labels: the numbers of notes or items, that came out behind these."""
    numbers = [int(row[1]) if row[1].isdecimal() else 0 for row in texts[1:]]
    return len(texts[0]) == 2 and all(after == before + 1 for before, after in pairwise(numbers))
