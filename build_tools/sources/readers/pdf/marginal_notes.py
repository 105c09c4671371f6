"""Notes in the margin: printed papers of 1995 to 2010 have them left of the text, at the height of their calls.

After `notes_beside`: the rows that are notes, page by page in their order; what else stands in the margin is none.
"""

from collections.abc import Iterator, Mapping, Sequence

from build_tools.model import Reason
from build_tools.sources.readers.pdf.footnotes import is_small, printed_of, signs_of
from build_tools.sources.readers.pdf.page.columns import Frame
from build_tools.sources.readers.pdf.page.rows import PageRows, PrintRow

CLOSE = 1.8
"""Of the size: rows of one note stand no further below each other."""
SAME_TYPE = 0.06
"""Of the size: notes are of one size; the imprint below them is smaller."""


def notes_beside(pages: Sequence[PageRows], zones: Mapping[PrintRow, Reason], frame: Frame) -> list[PrintRow]:
    """The rows of the notes in the margin: they begin with raised numbers that their page calls."""
    return [row for page in pages for row in notes_on(page, zones, frame)]


def notes_on(page: PageRows, zones: Mapping[PrintRow, Reason], frame: Frame) -> Iterator[PrintRow]:
    """Those of one page."""
    called = {sign for row in page.rows if row not in zones for *_, sign in signs_of(row)}
    rows = sorted((row for row in page.rows if row in zones and may_be_note(row, frame)), key=lambda row: row.base)
    last: PrintRow | None = None
    for row in rows:
        begins = row.opens_raised and printed_of(row) in called
        if begins or (last and goes_on(last, row)):
            last = row
            yield row
        else:
            last = None


def may_be_note(row: PrintRow, frame: Frame) -> bool:
    """Whether a row stands left of the text in the type of notes."""
    return row.x1 < frame.on(row.page).lefts[0] and is_small(row, frame)


def goes_on(above: PrintRow, row: PrintRow) -> bool:
    """Whether a row is the next one of a note."""
    return row.base - above.base < CLOSE * row.size and abs(row.size - above.size) < SAME_TYPE * row.size
