"""Tables of which a tool wrote each row on a line with single spaces: a label, and as many figures in every row.

`Tarief Nederland België` / `Benzine 0,75 0,61` / `Diesel 0,44 0,43`. Where it is not sure which words of the first row
stand in which cell, nothing is a table.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from build_tools.draft import Line
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.text_tables.aligned import MOST_ROWS
from build_tools.reading.text_tables.parted_figures import RowOfFigures, parted_alike, row_from
from build_tools.reading.text_tables.rows import LEAST_ROWS, YEAR, Row, Stretch, TextTable, follows

START = re.compile(r"(?<!\S)(?:[A-ZÀ-Þ]|(?:19|20)\d\d(?!\S))")
"""Where a cell of the first row can begin: with a capital or a year."""

ENDS_TEXT = (".", ":", "?", "!")
"""How the line above a table without a head ends: another one heads it."""

TWO_YEARS = re.compile(r"\b(?:19|20)\d\d (?:19|20)\d\d\b")
"""Years of two columns."""

LEAST_WORTH = re.compile(r"\d[.,]\d|\d\d|%")
"""A figure that is no number of a thing: `Vraag 4`, `Bijlage 2` have one digit."""


def figure_rows(lines: Sequence[Line], at: int) -> TextTable | None:
    """Rows of as many figures each, below a line that heads them or below a text that has ended."""
    ways = ways_below(run_from(lines, at + 1) if may_head(lines[at]) else [])
    headed = [(head, *rows) for rows in ways if (head := head_of(lines[at], len(rows[0]) - 1))]
    most = [rows for rows in headed if len(rows) == len(headed[0])]
    if most and worth(lines, at, most[0]) and len(most[0]) > LEAST_ROWS - (most[0][0][0] is None):
        return table_of(at, most[0]) if len(most) == 1 else None
    begins = at == 0 or lines[at].blanks > 0 or lines[at - 1].text.endswith(ENDS_TEXT)
    rows = alone(run_from(lines, at)) if begins else []
    return table_of(at, rows) if len(rows) >= LEAST_ROWS and worth(lines, at, rows) else None


def table_of(at: int, rows: Sequence[Row]) -> TextTable:
    return TextTable(at, at + len(rows), tuple(rows), tuple(range(at, at + len(rows))), False)


def may_head(line: Line) -> bool:
    """Whether a line is plain and ends in no figure, but for a year."""
    row = row_from(line)
    figures = row.figures if row else ()
    return bullet_of(line.text) is None and all(YEAR.fullmatch(line.text[a:b]) for a, b in figures)


def run_from(lines: Sequence[Line], first: int) -> list[RowOfFigures]:
    """The lines from one on that can be rows."""
    found: list[RowOfFigures] = []
    for at in range(first, min(first + MOST_ROWS, len(lines))):
        row = row_from(lines[at])
        if row is None or (found and not follows(lines, at)):
            break
        found.append(row)
    return found


def ways_below(run: Sequence[RowOfFigures]) -> list[list[Row]]:
    """The rows that lines are, by how many figures each has: those of the most lines first, and of the most figures."""
    counts = range(len(run[0].figures), 0, -1) if len(run) > 1 else ()
    return sorted(filter(None, (parted_alike(run, count) for count in counts)), key=len, reverse=True)


def alone(run: Sequence[RowOfFigures]) -> list[Row]:
    """The rows that no line heads: all figures of the first, and of those below with as many."""
    count = len(run[0].figures) if run else 0
    same = [row for row in run if len(row.figures) == count and row.labelled]
    return [row.whole() for row in same] if same == list(run[: len(same)]) else []


def worth(lines: Sequence[Line], first: int, rows: Sequence[Row]) -> bool:
    """Whether the figures of rows are more than numbers of things, and more than years."""
    texts = [lines[first + at].text[start:end] for at, row in enumerate(rows) for start, end in filter(None, row[1:])]
    return any(map(LEAST_WORTH.search, texts)) and not all(map(YEAR.fullmatch, texts))


def head_of(line: Line, count: int) -> Row | None:
    """The cells of the row that heads so many columns of figures: each begins with a capital, or where these are too
    few with a year as well; one behind a word is that word's where there are too many. Years alone have no cell above
    the labels. None where that does not tell, or heads would be the same."""
    if line.cuts or line.marks or line.given or "  " in line.text or line.text.endswith(ENDS_TEXT):
        return None
    starts = [match.start() for match in START.finditer(line.text)]
    capitals = [start for start in starts if not line.text[start].isdecimal()]
    if not capitals and len(starts) == count and starts[0] == 0:
        return None, *cells_from(line.text, starts)
    own = [b for a, b in pairwise([-1, *starts]) if b in capitals or a not in capitals[1:]]
    ways = (capitals, starts, own)
    fitting = next((found for found in ways if len(found) == count + 1 and found[0] == 0), None)
    cells = cells_from(line.text, fitting) if fitting else ()
    texts = [line.text[start:end] for start, end in cells]
    return cells if len(set(texts)) > count and not any(TWO_YEARS.search(text) for text in texts) else None


def cells_from(text: str, starts: Sequence[int]) -> tuple[Stretch, ...]:
    """The cells of a row that begin at these places."""
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    return tuple(zip(starts, ends, strict=True))
