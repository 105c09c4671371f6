"""Numbers of notes that stand on a line of their own, above what they number.

After `with_numbers`: each such number and the row below it are one row, that begins with its number.
"""

from collections.abc import Sequence
from dataclasses import replace

from build_tools.sources.readers.pdf.feet import BARE_NUMBER, value
from build_tools.sources.readers.pdf.page.columns import LARGER, Frame, together
from build_tools.sources.readers.pdf.page.rows import PrintRow

CLOSE = 1.8
"""Of the size: a number stands no further above its note."""
AT_ONE_EDGE = 1.0
"""Points: a number and its note begin no further apart."""


def with_numbers(rows: Sequence[PrintRow], frame: Frame) -> list[PrintRow]:
    """The rows of a text in order; numbers in the type of notes that count on, page by page or through the document,
    each joined with the row of that type below it, but where the page ends between them."""
    found: list[PrintRow] = []
    waiting: PrintRow | None = None
    last = 0
    for row in rows:
        if waiting and is_numbered_by(waiting, row):
            last = value(waiting)
            if row.page == waiting.page:
                found[-1], waiting = replace(together(waiting, row), base=waiting.base), None
                continue
        found.append(row)
        number = value(row) if row.size * LARGER <= frame.size else 0
        waiting = row if number and number in (1, last + 1) else None
    return found


def is_numbered_by(number: PrintRow, row: PrintRow) -> bool:
    """Whether a row stands right below a number or on the next page, in its type and at its edge."""
    close = row.page == number.page + 1 or 0 < row.base - number.base < CLOSE * row.size
    alike = abs(row.size - number.size) * LARGER < row.size * (LARGER - 1)
    return close and alike and abs(row.x0 - number.x0) < AT_ONE_EDGE and not BARE_NUMBER.fullmatch(row.text)
