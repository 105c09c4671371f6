"""Tables with figures of which a tool wrote each cell on a line of its own: column after column, or row after row.

`Provincie`, `Groningen`, `Zeeland`, `Aantal in 2001`, `24`, `18`, `Aantal in 2005`, `6`, `4`; or `Provincie`,
`Aantal in 2001`, `Groningen`, `24`, `Zeeland`, `18`. Where the cells can be put in rows in another way, or one is
missing, nothing is a table.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile

from build_tools.draft import Line
from build_tools.reading.text_tables.aligned import MOST_ROWS
from build_tools.reading.text_tables.cell_by_cell import MOST_COLUMNS, is_short
from build_tools.reading.text_tables.rows import FIGURE, LEAST_ROWS, YEAR, TextTable, figure_columns

ENDS_TEXT = (".", ":", "?", "!")
"""How a short line ends that is the last of a text, and no cell."""

TEXT_ABOVE = 4
"""Lines of text above cells that show whether white space parts its lines as well."""

Place = Callable[[int], tuple[int, int]]
"""The row and the column of a cell, by its place among all."""


def cells_alone(lines: Sequence[Line], at: int) -> TextTable | None:
    """The one table that the cells from here on can be: white space between columns alone tells that these are ones."""
    run = run_from(lines, at)
    words = sum(1 for _ in takewhile(lambda line: not is_figure(line), run))
    heights = [rows for rows in (words, words - 1) if LEAST_ROWS <= rows < len(run)]
    columns = {rows: table for rows in heights if (table := in_columns(at, run, rows))}
    widths = ((width, head) for width in range(2, MOST_COLUMNS + 1) for head in (width, 0))
    rows = [table for width, head in widths if (table := in_rows(at, run, width, head))]
    parted = [table for rows, table in columns.items() if is_parted(run[: table.end - at], rows)]
    apart = [table for table in dict.fromkeys(rows) if is_apart(lines, table)]
    found = parted or apart or [*columns.values(), *rows]
    return found[0] if len(found) == 1 else None


def is_parted(cells: Sequence[Line], rows: int) -> bool:
    """Whether white space stands between columns of so many cells and nowhere else."""
    return all((line.blanks > 0) == (one % rows == 0) for one, line in enumerate(cells) if one)


def is_apart(lines: Sequence[Line], table: TextTable) -> bool:
    """Whether white space stands between all cells of a table, and not between all lines of the text above it: cells of
    a column stand close, and those of a row do not."""
    above = lines[max(0, table.start - TEXT_ABOVE) : table.start]
    return all(line.blanks for line in lines[table.start + 1 : table.end]) and not all(line.blanks for line in above)


def run_from(lines: Sequence[Line], at: int) -> list[Line]:
    """The short lines from here on, where a text ends above them; none where a cell can stand above."""
    begins = at == 0 or not is_cell(lines[at - 1])
    if not begins or is_figure(lines[at]):
        return []
    return [*takewhile(lambda line: is_cell(line) and line.page == lines[at].page, lines[at : at + MOST_ROWS])]


def is_cell(line: Line) -> bool:
    """Whether a line can stand in a cell: short, and not the end of a text."""
    return is_short(line) and not line.text.endswith(ENDS_TEXT)


def is_figure(line: Line) -> bool:
    return FIGURE.fullmatch(line.text) is not None


def is_head(line: Line) -> bool:
    """Whether a cell can head a column of figures: words, or a year."""
    return not is_figure(line) or YEAR.fullmatch(line.text) is not None


def in_columns(at: int, run: Sequence[Line], rows: int) -> TextTable | None:
    """The table with so many rows that begins at a line, written column after column: a single column of figures needs
    no head."""
    columns = 1
    while len(run) >= (columns + 1) * rows and all(map(is_figure, run[columns * rows + 1 : (columns + 1) * rows])):
        columns += 1
    heads = [run[column * rows] for column in range(1, columns)]
    alone = columns == 2 and len(run) == columns * rows and not heads_behind_labels(rows)
    headed = all(map(is_head, heads)) or alone
    return table_of(at, run, rows, columns, lambda one: (one % rows, one // rows)) if headed else None


def heads_behind_labels(count: int) -> bool:
    """Whether so many words and as many figures can be the labels of rows, the heads of columns, and their figures."""
    return any((count - columns - 1) * columns == count for columns in range(1, count))


def in_rows(at: int, run: Sequence[Line], columns: int, head: int) -> TextTable | None:
    """The table with so many columns that begins at a line, written row after row, the first of them a head or none."""
    rows = head // columns
    while is_row(run[rows * columns : (rows + 1) * columns], columns):
        rows += 1
    headed = all(map(is_head, run[:head])) if head else len(run) == columns * rows
    return table_of(at, run, rows, columns, lambda one: divmod(one, columns)) if headed and rows >= LEAST_ROWS else None


def is_row(cells: Sequence[Line], columns: int) -> bool:
    """Whether these are a label and the figures beside it."""
    return len(cells) == columns and is_head(cells[0]) and all(map(is_figure, cells[1:]))


def table_of(at: int, run: Sequence[Line], rows: int, columns: int, place: Place) -> TextTable | None:
    """The table of the first cells of a run; None where a figure stands behind them, for then one is missing."""
    count = rows * columns
    order = sorted(range(count), key=place)
    texts = [[run[one].text for one in order[row * columns : (row + 1) * columns]] for row in range(rows)]
    if columns == 1 or any(map(is_figure, run[count:])) or len(figure_columns(texts)) < columns - 1 or counts(texts):
        return None
    cells = tuple(
        tuple((0, len(run[one].text)) if column == place(one)[1] else None for column in range(columns))
        for one in order
    )
    going_on = frozenset(at + one for one in range(count) if place(one)[1])
    return TextTable(at, at + count, cells, tuple(at + one for one in order), False, going_on)


def counts(texts: Sequence[Sequence[str]]) -> bool:
    """Whether the only figures count the labels: the numbers of notes or items, that came out behind these."""
    numbers = [int(row[1]) if row[1].isdecimal() else 0 for row in texts[1:]]
    return len(texts[0]) == 2 and all(after == before + 1 for before, after in pairwise(numbers))
