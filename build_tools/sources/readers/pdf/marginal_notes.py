"""Notes in the margin: printed papers of 1995 to 2010 have them left of the text, at the height of their calls.

After `notes_beside`: the rows that are notes, page by page in their order; what else stands in the margin is none.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from build_tools.model import Reason
from build_tools.sources.readers.pdf.feet import BARE_NUMBER
from build_tools.sources.readers.pdf.furniture import is_bare_label
from build_tools.sources.readers.pdf.notes.calls import GLUED_CALL, TYPED_CALL, signs_of
from build_tools.sources.readers.pdf.notes.footnotes import is_small, printed_of
from build_tools.sources.readers.pdf.page.columns import Frame
from build_tools.sources.readers.pdf.page.rows import PageRows, PrintRow

CLOSE = 1.8
"""Of the size: rows of one note stand no further below each other."""
SAME_TYPE = 0.06
"""Of the size: notes are of one size; the imprint below them is smaller."""


def notes_beside(pages: Sequence[PageRows], zones: Mapping[PrintRow, Reason], frame: Frame) -> list[PrintRow]:
    """The rows of the notes in the margin: they begin with numbers that their page calls; those that are not raised
    count on."""
    found: list[PrintRow] = []
    before = ""
    for page in pages:
        for row, number in notes_on(page, zones, frame, before):
            found.append(row)
            before = number
    return found


def notes_on(
    page: PageRows, zones: Mapping[PrintRow, Reason], frame: Frame, before: str
) -> Iterator[tuple[PrintRow, str]]:
    """Those of one page, each with the number of its note; `before` is that of the last one on the pages before."""
    called = {*called_on([row for row in page.rows if row not in zones])}
    aside = [row for row in page.rows if row in zones and may_be_note(row, frame)]
    rows = sorted((row for row in aside if not numbers_page(row, zones)), key=lambda row: row.base)
    values = {below for above, below in pairwise(rows) if is_bare_label(above) and is_below(above, below)}
    last: PrintRow | None = None
    for row in rows:
        number = "" if row in values else printed_of(row)
        if number in called and (row.opens_raised or number == "1" or follows(before, number)):
            last, before = row, number
            yield row, number
        elif last and goes_on(last, row):
            last = row
            yield row, before
        else:
            last = None


def numbers_page(row: PrintRow, zones: Mapping[PrintRow, Reason]) -> bool:
    """Whether a row is the number of its page, which can begin left of the text."""
    return zones[row] is Reason.PAGE_FOOT and BARE_NUMBER.fullmatch(row.text) is not None


def called_on(rows: Sequence[PrintRow]) -> Iterator[str]:
    """The numbers that rows of the text call: raised, in brackets, or glued to a word."""
    for row in rows:
        yield from (sign for *_, sign in signs_of(row))
        yield from (match[1] for shape in (TYPED_CALL, GLUED_CALL) for match in shape.finditer(row.text))


def follows(before: str, number: str) -> bool:
    """Whether a number is the next one."""
    return before.isdecimal() and number.isdecimal() and int(number) == int(before) + 1


def may_be_note(row: PrintRow, frame: Frame) -> bool:
    """Whether a row stands left of the text in the type of notes."""
    return row.x1 < frame.on(row.page).lefts[0] and is_small(row, frame)


def goes_on(above: PrintRow, row: PrintRow) -> bool:
    """Whether a row is the next one of a note."""
    return is_below(above, row) and abs(row.size - above.size) < SAME_TYPE * row.size


def is_below(above: PrintRow, row: PrintRow) -> bool:
    """Whether a row stands close below another one, as the value of a label does."""
    return row.base - above.base < CLOSE * row.size
