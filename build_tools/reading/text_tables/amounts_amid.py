"""Tables of which a tool wrote each row on a line with single spaces: a label, an amount of money, and words.

`Partij Bijdrage Doel` / `Rijk € 2,05 mln. aanleg` / `Provincie € 1,03 mln. toegangsweg`: the amount parts the words
before it from those behind it. Where the line above does not head three columns, nothing is a table.
"""

import re
from collections.abc import Iterator, Sequence

from build_tools.draft import Line
from build_tools.reading.blocks.tables import MILLIONS
from build_tools.reading.text_tables.aligned import LONGEST_CELL, MOST_ROWS
from build_tools.reading.text_tables.figure_rows import head_of
from build_tools.reading.text_tables.rows import LEAST_ROWS, Row, TextTable, follows

COLUMNS = 3
"""Of a label, an amount and words."""

ROW = re.compile(
    rf"(?P<label>[A-ZÀ-Þ][^\d€]*[^\W\d_]) (?P<amount>(?:€|[fƒ]) ?\d[\d.,]*(?: (?:{MILLIONS}))?)"
    r"(?: (?P<words>[^\W\d_][^\d€]*[^\W\d_]))?"
)
"""`Artsen € 5,5 mln. klinieken`: one amount, with its sign, and no figure or stop besides; `Totaal € 33,1 mln.`"""


def amounts_amid(lines: Sequence[Line], at: int) -> TextTable | None:
    """The rows below a line that heads them, each with its amount between words; behind the first ones some lack the
    last cell."""
    rows = [*rows_from(lines, at + 1)]
    several = len(rows) >= LEAST_ROWS and all(map(all, rows[:LEAST_ROWS]))
    head = head_of(lines[at], COLUMNS - 1) if several else None
    if head is None:
        return None
    end = at + 1 + len(rows)
    return TextTable(at, end, (head, *rows), tuple(range(at, end)), True)


def rows_from(lines: Sequence[Line], first: int) -> Iterator[Row]:
    """The rows that the lines from one on are."""
    for at in range(first, min(first + MOST_ROWS, len(lines))):
        line = lines[at]
        plain = (
            not (line.cuts or line.marks or line.given or "  " in line.text)
            and len(line.text) <= COLUMNS * LONGEST_CELL
        )
        match = ROW.fullmatch(line.text) if plain and follows(lines, at) else None
        if match is None:
            return
        words = match.span("words") if match["words"] else None
        yield match.span("label"), match.span("amount"), words
