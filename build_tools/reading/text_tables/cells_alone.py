"""Tables with figures of which a tool wrote each cell on a line of its own, in whatever order.

`Provincie`, `Groningen`, `Zeeland`, `Aantal in 2001`, `24`, `18`, `Aantal in 2005`, `6`, `4`; or `Provincie`,
`Aantal in 2001`, `Groningen`, `24`, `Zeeland`, `18`. Where the cells can as well be put in rows in another way, or one
is missing, nothing is a table.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from build_tools.draft import Line
from build_tools.reading.blocks.tables import MILLIONS
from build_tools.reading.text_tables.aligned import MOST_ROWS
from build_tools.reading.text_tables.arrangements import Arrangement, Cells, arrangements
from build_tools.reading.text_tables.cell_by_cell import is_short
from build_tools.reading.text_tables.rows import FIGURE, LEAST_ROWS, YEAR, TextTable
from build_tools.reading.text_tables.surest import surest

NO_CELL = re.compile(r".*(?:[?!:]|[^\W\d][)\]’”»\"']?\.)\d{0,2}|\d{1,2}[.)]")
"""How a short line ends that is the last of a text, and no cell: with a sign, and perhaps the call of a note; or the
number of an item that came out alone."""

AMOUNT = re.compile(rf".*\d (?:{MILLIONS})")
"""`€ 7,2 mln.`: a figure that ends as a text does."""

CALL = re.compile(r"\d{1,2}")
"""The call of a note that came out apart, below the text in which it stands."""


def cells_alone(lines: Sequence[Line], at: int) -> TextTable | None:
    """The one table that the cells from here on are."""
    run = run_from(lines, at)
    cells = Cells(tuple(line.text for line in run))
    if sum(cells.figures) < LEAST_ROWS:
        return None
    way = surest(run, arrangements(cells))
    return table_of(at + way.first, run[way.first :], way) if way else None


def run_from(lines: Sequence[Line], at: int) -> list[Line]:
    """The short lines from here on, where a text or a page ends above them; none where a cell can stand above. White
    space above the first tells something below a text alone."""
    first, apart = lines[at].text, begins_apart(lines, at)
    if not (apart or begins(lines, at)) or (FIGURE.fullmatch(first) and not YEAR.fullmatch(first)):
        return []
    end = at + 1
    while end < min(len(lines), at + MOST_ROWS) and is_cell(lines[end]) and lines[end].page == lines[at].page:
        end += 1
    figures = [one for one in range(at, end) if FIGURE.fullmatch(lines[one].text)]
    spaced = not apart or all(line.blanks for line in lines[at : figures[-1] if figures else end])
    below_text = not apart and not (at and CALL.fullmatch(lines[at - 1].text))
    own = [lines[at] if below_text else replace(lines[at], blanks=0), *lines[at + 1 : end]]
    return own if spaced and (is_cell(lines[at]) or lines[at].turn) else []


def begins(lines: Sequence[Line], at: int) -> bool:
    """Whether no cell can stand above a line, but for the call of a note of the text there."""
    above = at - 1 if at and CALL.fullmatch(lines[at - 1].text) else at
    return above == 0 or lines[at].turn or not is_cell(lines[above - 1])


def begins_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands apart below two that stand close, as cells do that a tool parts below a margin."""
    return at > 1 and lines[at].blanks > 0 and not lines[at - 1].blanks and is_cell(lines[at - 2])


def is_cell(line: Line) -> bool:
    """Whether a line can stand in a cell: short, and a figure or not the end of a text."""
    return is_short(line) and not (NO_CELL.fullmatch(line.text) and not AMOUNT.fullmatch(line.text))


def table_of(at: int, run: Sequence[Line], way: Arrangement) -> TextTable | None:
    """The table of the first cells of a run; None where its only figures count."""
    order = sorted(range(len(way.places)), key=way.places.__getitem__)
    columns = 1 + max(column for _, column in way.places)
    if counts([run[one].text for one in order], columns):
        return None
    cells = tuple(
        tuple((0, len(run[one].text)) if column == way.places[one][1] else None for column in range(columns))
        for one in order
    )
    begun = dict(reversed([(way.places[one][0], one) for one in order]))
    going_on = frozenset(at + one for one in order if begun[way.places[one][0]] != one)
    return TextTable(at, at + len(order), cells, tuple(at + one for one in order), way.headed, going_on)


def counts(texts: Sequence[str], columns: int) -> bool:
    """Whether the only figures count the labels: the numbers of notes or items, that came out behind these."""
    numbers = [int(text) if text.isdecimal() else 0 for text in texts[3::2]]
    return columns == 2 and all(after == before + 1 for before, after in pairwise(numbers))
