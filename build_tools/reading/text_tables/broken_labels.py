"""Tables with each row on a line with single spaces, but for rows whose label was too long for its cell: that stands on
lines of its own above its figures.

`Wapen Geworven Aangesteld` / `Genie 120 88` / `Technische` / `Staf` / `40 31` / `Totaal 160 119`.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from build_tools.draft import Line
from build_tools.reading.text_tables.aligned import MOST_ROWS
from build_tools.reading.text_tables.cells_alone import is_cell
from build_tools.reading.text_tables.figure_rows import head_of, may_head, worth
from build_tools.reading.text_tables.parted_figures import row_from
from build_tools.reading.text_tables.rows import DIGIT, LEAST_ROWS, WIDE, Row, TextTable, follows

LABEL_LINES = 3
"""Lines of a label at the most."""


def broken_labels(lines: Sequence[Line], at: int) -> TextTable | None:
    """Rows of as many figures each, two at the least, below a line that heads them, of which one at least has a label
    of its own lines."""
    heads = may_head(lines[at]) and not DIGIT.search(lines[at].text)
    rows = list(rows_below(lines, at + 1)) if heads else []
    whole = sum(len(row) == 1 for row in rows)
    if len(rows) < LEAST_ROWS or not 0 < whole < len(rows) or len(rows[0][0]) < WIDE:
        return None
    head, below = head_of(lines[at], len(rows[0][0]) - 1), list(chain.from_iterable(rows))
    if head is None or not worth(lines, at + 1, below):
        return None
    cells = (head, *below)
    begun = {at} | {at + 1 + sum(map(len, rows[:n])) for n in range(len(rows))}
    own = range(at, at + len(cells))
    return TextTable(at, own.stop, cells, tuple(own), False, frozenset(own) - begun)


def rows_below(lines: Sequence[Line], at: int) -> Iterator[list[Row]]:
    """The rows from a line on with as many figures as the first, each as the cells on its lines."""
    count, last = 0, min(len(lines), at + MOST_ROWS)
    while at < last and (row := row_at(lines, at)) and count in (0, len(row[-1])):
        yield row
        count, at = len(row[-1]), at + len(row)


def row_at(lines: Sequence[Line], at: int) -> list[Row]:
    """The cells on each line of a row that begins here: a label and figures, or lines of a label and figures alone."""
    for end in range(at, min(at + LABEL_LINES + 1, len(lines))):
        near = follows(lines, end) if end == at else not (lines[end].blanks or lines[end].turn)
        row = row_from(lines[end]) if near else None
        if row:
            labels = [((0, len(lines[one].text)), *[None] * len(row.figures)) for one in range(at, end)]
            alone = row.label == 0
            return [*labels, (None if alone else (0, row.label), *row.figures)] if alone == (end > at) else []
        if not is_label(lines, end):
            break
    return []


def is_label(lines: Sequence[Line], at: int) -> bool:
    """Whether a line can be one of a label: a cell right below the line above it, without a number."""
    line = lines[at]
    return is_cell(line) and not line.blanks and DIGIT.search(line.text) is None
