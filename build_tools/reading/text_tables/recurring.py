"""Tables of words of which a tool wrote cell after cell with white space between, known by where numbers recur.

`Sluis`, `Periode`, `Omvaren`, then `Eefde`, `2 t/m 13 mei`, `nee`, `Grave`, `3 t/m 9 juni`, `ja` …: below as many cells
as a row has, without a number, the same of each row have one. Column after column they would stand together.
"""

from collections.abc import Sequence
from itertools import takewhile

from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED
from build_tools.reading.text_tables.aligned import MOST_ROWS
from build_tools.reading.text_tables.arrangements import MOST_BELOW
from build_tools.reading.text_tables.cell_by_cell import MOST_COLUMNS, cells_from, table_of
from build_tools.reading.text_tables.moments import ends_cell
from build_tools.reading.text_tables.rows import DIGIT, LEAST_ROWS, WIDE, TextTable


def recurring(lines: Sequence[Line], at: int) -> TextTable | None:
    """Rows of as many cells each from the end of a text on, with numbers in the same of them, and the row that heads
    them."""
    if at and not ENDED.fullmatch(lines[at - 1].text):
        return None
    near = range(at, min(at + MOST_COLUMNS * MOST_ROWS, len(lines)))
    reach = sum(1 for _ in takewhile(lambda one: ends_cell(lines[one]), near))
    cells = list(takewhile(lambda cell: cell.stop <= at + reach, cells_from(lines, at, reach)))
    numbered = [any(DIGIT.search(lines[one].text) for one in cell) for cell in cells]
    for columns in range(WIDE, MOST_COLUMNS + 1):
        count = rows_alike(numbered, columns)
        if count > LEAST_ROWS and len(cells) - count * columns <= MOST_BELOW:
            return table_of(lines, [cells[n * columns : (n + 1) * columns] for n in range(count)])
    return None


def rows_alike(numbered: Sequence[bool], columns: int) -> int:
    """How many rows there are with the one that heads them: that has no number, and each other one in the same cells,
    and in others none."""
    first = numbered[columns : 2 * columns]
    if any(numbered[:columns]) or len(set(first)) == 1:
        return 0
    starts = range(columns, len(numbered), columns)
    return 1 + sum(1 for _ in takewhile(lambda at: numbered[at : at + columns] == first, starts))
