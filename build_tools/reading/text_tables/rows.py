"""Rows of tables in plain text: cells as stretches of lines, columns of figures, rows that head the others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.draft import Line
from build_tools.reading.blocks.tables import MILLIONS

LEAST_ROWS = 3
"""Rows of a table at the least: two lines can have a gap at the same column by chance, as two signatures do."""

WIDE = 3
"""Columns of a table, parted by tabs or with a number before each row, that needs no figures: two with words can be
labels and what they say, or the items of a list."""

LEAST_FIGURES = 2
"""Figures in a column, at the least, that show that it is one of figures."""

MOST_BLANKS = 1
"""Blank lines between two rows at the most: some extractions put one after each."""

FIGURE = re.compile(
    r"[-–−+±<>≤≥]?\s?(?:€|\$|£|[fƒ](?=\s?\d))?\s?[-–−]?\d[\d.,]*(?: \d{3})*"
    rf"(?:\s?(?:%|‰|€|pp|{MILLIONS}|km|ha|fte))?[*)]{{0,2}}"
    r"|[-–—]|n\.?v\.?t\.?|p\.?m\.?|x",
    re.IGNORECASE,
)
"""`1.234,5`, `-0,4%`, `€ 12`, `f 85`, `12 500`, `3 mln.`, and what stands where there is none: a dash, `n.v.t.`,
`p.m.`."""

DIGIT = re.compile(r"\d")
YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/]\d{2,4})?[*)]?")
"""`2022`, `2022–2023`, `2024*`: above a column of figures a head, though it is a number."""

RULE = re.compile(r"[-=_+|:\s]{3,}")
"""A drawn line: `-----  -----`, `|---|:--|`, `+====+`."""

Stretch = tuple[int, int]
Row = tuple[Stretch | None, ...]
"""The cells of a row, each as a stretch of its line's text; None where nothing stands."""


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table: the lines [start, end) that it takes, its rows, which line each is, and whether it is known that the
    first heads the others. The lines of `going_on` hold more of the row above them: the rest of a label that was too
    long for its column, or a cell that was written on a line of its own.
    """

    start: int
    end: int
    rows: tuple[Row, ...]
    lines: tuple[int, ...]
    headed: bool
    going_on: frozenset[int] = frozenset()


def trimmed(text: str, start: int, end: int) -> Stretch | None:
    """A stretch without the white space around it; None where nothing else is in it."""
    own = text[start:end]
    if not own.strip():
        return None
    return start + len(own) - len(own.lstrip()), start + len(own.rstrip())


def follows(lines: Sequence[Line], at: int) -> bool:
    """Whether a line may be the next row below the one before it."""
    return lines[at].blanks <= MOST_BLANKS and lines[at].page == lines[at - 1].page and not lines[at].given


def is_rule(line: Line) -> bool:
    return RULE.fullmatch(line.text) is not None


def texts_of(lines: Sequence[Line], table: TextTable) -> list[list[str]]:
    """The texts of the cells, row by row."""
    return [texts_at(lines[at], row) for at, row in zip(table.lines, table.rows, strict=True)]


def texts_at(line: Line, row: Row) -> list[str]:
    return [line.text[cell[0] : cell[1]] if cell else "" for cell in row]


def figure_columns(rows: Sequence[Sequence[str]]) -> list[int]:
    """The columns behind the first in which all that stands below the first row is figures."""
    found = []
    for column in range(1, len(rows[0])):
        below = [row[column] for row in rows[1:] if row[column]]
        figures = sum(DIGIT.search(text) is not None for text in (*below, rows[0][column]))
        if below and all(map(FIGURE.fullmatch, below)) and figures >= LEAST_FIGURES:
            found.append(column)
    return found


def counts_below(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a word stands above the numbers of the rows."""
    numbers = [row[0].rstrip(".)") for row in rows[1:] if row[0]]
    return not DIGIT.match(rows[0][0]) and numbers == [str(at + 1) for at in range(len(numbers))]


def has_head(rows: Sequence[Sequence[str]], known: bool) -> bool:
    """Whether the first row heads the others: known or drawn so, without a label, or with words or years above
    figures, or a word above the numbers of the rows.
    """
    if known or not rows[0][0] or counts_below(rows):
        return True
    columns = figure_columns(rows)
    years = all(YEAR.fullmatch(row[column]) for column in columns for row in rows if row[column])
    above = [rows[0][column] for column in columns if rows[0][column]]
    return bool(above) and all(not FIGURE.fullmatch(text) or (not years and YEAR.fullmatch(text)) for text in above)
