"""Tables of which a tool wrote each row on a line with single spaces: a label, and as many figures in every row.

`Tarief Nederland België` / `Benzine 0,75 0,61` / `Diesel 0,44 0,43`. Where it is not sure which words of the first row
stand in which cell, nothing is a table.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from build_tools.data import data
from build_tools.draft import Line
from build_tools.reading.blocks.list_marks import bullet_of
from build_tools.reading.text_tables.aligned import LONGEST_CELL, MOST_ROWS
from build_tools.reading.text_tables.rows import LEAST_ROWS, YEAR, Row, Stretch, TextTable, follows

FIGURES = re.compile(
    r"(?<=[A-Za-zÀ-ÿ)%’])(?: (?:[-–+±] ?)?(?:€ ?)?\d[\d.,]*(?: ?(?:%|km|mln|mld|ha|fte)(?!\w))?(?![\w/]))+$"
)
"""All figures that a row ends with, behind the words of its label."""

FIGURE = re.compile(r"(?:[-–+±] ?)?(?:€ ?)?\d[\d.,]*(?: ?(?:%|km|mln|mld|ha|fte)(?!\w))?")
START = re.compile(r"(?<!\S)(?:[A-ZÀ-Þ]|(?:19|20)\d\d(?!\S))")
"""Where a cell of the first row can begin: with a capital or a year."""

ENDS_TEXT = (".", ":", "?", "!")
"""How the line above a table without a head ends: another one heads it."""

LEAST_WORTH = re.compile(r"\d[.,]\d|\d\d|%")
"""A figure that is no number of a thing: `Vraag 4`, `Bijlage 2` have one digit."""


def figure_rows(lines: Sequence[Line], at: int) -> TextTable | None:
    """Rows of as many figures each, below a line that heads them or below a text that has ended."""
    below = rows_from(lines, at + 1) if may_head(lines[at]) else []
    head = head_of(lines[at], len(below[0])) if below else None
    begins = at == 0 or lines[at].blanks > 0 or lines[at - 1].text.endswith(ENDS_TEXT)
    first, rows = (at + 1, below) if head else (at, rows_from(lines, at) if begins else [])
    if len(rows) < LEAST_ROWS or not worth(lines, first, rows):
        return None
    end = first + len(rows)
    return TextTable(at, end, (head, *rows) if head else tuple(rows), tuple(range(at, end)), False)


def may_head(line: Line) -> bool:
    """Whether a line ends in no figure, but for a year."""
    return bullet_of(line.text) is None and all(YEAR.fullmatch(line.text[a:b]) for a, b in figures_of(line))


def rows_from(lines: Sequence[Line], first: int) -> list[Row]:
    """The rows from a line on, each with as many figures as the first."""
    found: list[Row] = []
    for at in range(first, min(first + MOST_ROWS, len(lines))):
        row = row_of(lines[at])
        if row is None or (found and (len(row) != len(found[0]) or not follows(lines, at))):
            break
        found.append(row)
    return found


def row_of(line: Line) -> Row | None:
    """The cells of a row; None where a line is none."""
    own = figures_of(line)
    if not own:
        return None
    label = line.text[: own[0][0]].rstrip()
    last = label.rpartition(" ")[2].lower()
    named = last in data("dutch")["numbered_nouns"] or last in data("dutch")["months"]
    whole = label[0].isalpha() and label[-1] not in ",;:" and bullet_of(line.text) is None
    return ((0, len(label)), *own) if whole and not named else None


def figures_of(line: Line) -> list[Stretch]:
    """The figures that a short line with single spaces ends with."""
    text = line.text
    plain = not (line.cuts or line.marks or line.given or "  " in text or "\t" in text)
    match = FIGURES.search(text) if plain and len(text) <= LONGEST_CELL else None
    return [found.span() for found in FIGURE.finditer(text, match.start())] if match else []


def worth(lines: Sequence[Line], first: int, rows: Sequence[Row]) -> bool:
    """Whether the figures of rows are more than numbers of things, and more than years."""
    texts = [lines[first + at].text[start:end] for at, row in enumerate(rows) for start, end in filter(None, row[1:])]
    return any(map(LEAST_WORTH.search, texts)) and not all(map(YEAR.fullmatch, texts))


def head_of(line: Line, count: int) -> Row | None:
    """The cells of the row that heads so many columns: each begins with a capital, or where these are too few with a
    year as well; one behind a word is that word's where there are too many. None where that does not tell."""
    if line.cuts or line.marks or line.given or "  " in line.text or line.text.endswith(ENDS_TEXT):
        return None
    starts = [match.start() for match in START.finditer(line.text)]
    capitals = [start for start in starts if not line.text[start].isdecimal()]
    own = [b for a, b in pairwise([-1, *starts]) if b in capitals or a not in capitals[1:]]
    fitting = next((found for found in (capitals, starts, own) if len(found) == count and found[0] == 0), None)
    if fitting is None:
        return None
    ends = [*(start - 1 for start in fitting[1:]), len(line.text)]
    return tuple(zip(fitting, ends, strict=True))
