"""Tables of what happens when, of which a tool wrote each cell on a line of its own, with white space between.

`Onderdeel`, `Moment`, `Consultatie`, `derde kwartaal 2034`, `Inwerkingtreding`, `1 januari 2036` …
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED
from build_tools.reading.text_tables.aligned import MOST_ROWS
from build_tools.reading.text_tables.cell_by_cell import cells_from, table_of
from build_tools.reading.text_tables.cells_alone import is_cell
from build_tools.reading.text_tables.rows import LEAST_ROWS, YEAR, TextTable

COUNTED = re.compile(r"\d{1,2}(?:e|de|ste)?|[qk][1-4]")
"""What can stand in a moment besides words: `1 januari`, `2e kwartaal`, `Q3`."""


def moments(lines: Sequence[Line], at: int) -> TextTable | None:
    """Pairs of cells from the end of a text on, each second one a moment but for that of a pair that heads them."""
    if at and not ENDED.fullmatch(lines[at - 1].text):
        return None
    cells = list(takewhile(lambda cell: ends_cell(lines[cell.stop - 1]), cells_from(lines, at, 2 * MOST_ROWS)))
    texts = [" ".join(line.text for line in lines[cell.start : cell.stop]) for cell in cells]
    headed = not any(map(is_moment, texts[:2]))
    first = 2 * headed
    count = next((n for n in range(first, len(cells) - 1, 2) if not is_row(texts, n)), len(cells) - len(cells) % 2)
    if count - first < 2 * LEAST_ROWS:
        return None
    return replace(table_of(lines, [cells[n : n + 2] for n in range(0, count, 2)]), headed=headed)


def ends_cell(line: Line) -> bool:
    """Whether a line can be the last one of a cell, and ends no text and no salutation."""
    return is_cell(line) and not line.text.endswith(",")


def is_row(texts: Sequence[str], at: int) -> bool:
    """Whether a cell says what happens, and the next one when."""
    return not is_moment(texts[at]) and is_moment(texts[at + 1])


def is_moment(text: str) -> bool:
    """Whether a text is a day, a month, a quarter or another part of a year, or a year."""
    *words, year = text.lower().split()
    known = {*data("dutch")["months"], *data("dutch")["moments"]}
    return YEAR.fullmatch(year) is not None and all(word in known or COUNTED.fullmatch(word) for word in words)
