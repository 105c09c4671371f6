"""Tables whose first column counts their rows: there words alone are cells too, as no text has numbers and gaps so."""

import re
from collections.abc import Sequence

from build_tools.draft import Line
from build_tools.reading.text_tables.aligned import (
    GAPPED,
    LEAST_GAP,
    MOST_ROWS,
    cells_at,
    columns_taken,
    columns_written,
    gaps_in,
    is_row,
    may_align,
    same_gaps,
)
from build_tools.reading.text_tables.rows import LEAST_ROWS, WIDE, Stretch, TextTable, follows, texts_at

NUMBER = re.compile(rf"([1-9]\d?)[.)]? {{{LEAST_GAP},}}\S")
"""`3     Ten hoogste twee …`: the number of a row, and its first cell."""

BELOW_HEAD = 1
"""Columns of white space that part two cells in every row and also in the head, whose words stand closer to each
other: `Nr Maatregel` above `1  Sluis`."""


def counted(lines: Sequence[Line], at: int) -> TextTable | None:
    """Rows that count from 1 in three columns or more, mostly below a line that heads them; a line without a number
    goes on in the cells of the row above it.
    """
    first = at if number_of(lines[at]) == 1 else at + 1
    if not heads(lines, at, first):
        return None
    rows, more = [*range(at, first + 1)], set[int]()
    taken = columns_written(lines[at].text, lines[at].indent) | columns_taken(lines[first])
    gaps = gaps_in(taken, BELOW_HEAD)
    for end in range(first + 1, min(first + MOST_ROWS, len(lines))):
        begins = number_of(lines[end]) == number_of(lines[rows[-1]]) + 1
        wider = taken | columns_taken(lines[end])
        now = gaps_in(wider, BELOW_HEAD)
        fits = same_gaps(gaps, now) and is_cells(lines[end], now)
        if not fits or not follows(lines, end) or not (begins or cells_go_on(lines[end], gaps)):
            break
        rows += [end] if begins else []
        more |= set() if begins else {end}
        taken, gaps = wider, now
    if len(rows) < LEAST_ROWS or len(gaps) + 1 < WIDE:
        return None
    own = sorted({*rows, *more})
    cells = tuple(cells_at(lines[one], gaps) for one in own)
    return TextTable(at, own[-1] + 1, cells, tuple(own), headed=False, going_on=frozenset(more))


def number_of(line: Line) -> int:
    """The number that a line begins with, apart from its text; 0 where there is none."""
    number = NUMBER.match(line.text) if may_align(line) else None
    return int(number[1]) if number else 0


def heads(lines: Sequence[Line], at: int, first: int) -> bool:
    """Whether a line is the row with number 1, or stands right above that in cells of its own."""
    if at == first:
        return True
    below = first < len(lines) and follows(lines, first) and number_of(lines[first]) == 1
    return below and may_align(lines[at]) and GAPPED.search(lines[at].text) is not None


def cells_go_on(line: Line, gaps: Sequence[Stretch]) -> bool:
    """Whether a line has the rest of cells behind the number of a row: right below it, and nothing below the number."""
    return not (line.blanks or line.cuts or line.marks or "\t" in line.text) and line.indent >= gaps[0][1]


def is_cells(line: Line, gaps: Sequence[Stretch]) -> bool:
    """Whether a line has short cells only."""
    return is_row(texts_at(line, cells_at(line, gaps)), below=False)
