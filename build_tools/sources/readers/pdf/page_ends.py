"""A table that the end of a page parts so that one part is too short to be known as a table: a line or two in columns.

After `whole_at_ends`: what stands at the foot of a page in the columns of a table that the next page begins with, or at
the top of a page in those of a table that the page before ends with, is a table in the same columns.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby, pairwise

from build_tools.draft import Cell
from build_tools.model import Kind
from build_tools.sources.readers.pdf.notes.footnotes import is_small
from build_tools.sources.readers.pdf.page.columns import Frame, by_line
from build_tools.sources.readers.pdf.page.rows import PrintRow, part_of_row
from build_tools.sources.readers.pdf.page.setting import Typeset
from build_tools.sources.readers.pdf.page.spreads import Span, spans_of
from build_tools.sources.readers.pdf.tables import ALIGNED, is_near

GAP = 0.45
"""Of the size: a gap between two cells that are set close to each other; spaces between words are 0.25 to 0.35."""

Line = Sequence[PrintRow]


def whole_at_ends(
    pages: Sequence[tuple[list[PrintRow], list[Typeset]]], frame: Frame
) -> list[tuple[list[PrintRow], list[Typeset]]]:
    """The text and the cells of the tables page by page, the short parts of parted tables taken out of the text."""
    found = [(list(rest), list(cells)) for rest, cells in pages]
    numbers = count(1 + max((one.table for _, cells in pages for one in cells), default=0))
    for (upper, above), (lower, below) in pairwise(found):
        first, last = part_of(below, below[:1]), part_of(above, above[-1:])
        if first and begins_with(lower, first):
            spans, lines = spans_of(first), by_line(upper)
            while lines and all(is_small(row, frame) for row in lines[-1]) and not cells_in(lines[-1], spans):
                lines.pop()
            above += taken(upper, [*in_columns(lines[::-1], spans)][::-1], spans, next(numbers))
        elif last and ends_with(upper, last, frame):
            spans = spans_of(last)
            below[:0] = taken(lower, [*in_columns(by_line(lower), spans)], spans, next(numbers))
    return found


def part_of(cells: Sequence[Typeset], own: Sequence[Typeset]) -> list[Typeset]:
    """The cells of the table that has one of them; none without one."""
    tables = {cell.table for cell in own}
    return [one for one in cells if one.table in tables]


def begins_with(rest: Sequence[PrintRow], table: Sequence[Typeset]) -> bool:
    """Whether a page begins with a table: nothing stands above it."""
    return not any(row.base < table[0].first.base and is_over(row, table) for row in rest)


def ends_with(rest: Sequence[PrintRow], table: Sequence[Typeset], frame: Frame) -> bool:
    """Whether a page ends with a table: below it stand only notes."""
    return all(row.base < table[-1].last.base or is_small(row, frame) for row in rest if is_over(row, table))


def is_over(row: PrintRow, table: Sequence[Typeset]) -> bool:
    """Whether a row stands above or below a table, not beside it."""
    rows = [own for one in table for own in one.rows]
    return row.x0 < max(own.x1 for own in rows) and row.x1 > min(own.x0 for own in rows)


def in_columns(lines: Iterable[Line], spans: Mapping[int, Span]) -> Iterator[Line]:
    """Lines that follow each other, as far as they stand in the columns of a table."""
    before: Line = ()
    for line in lines:
        near = not before or is_near(*sorted((before, line), key=lambda one: one[0].base))
        if not near or not cells_in(line, spans):
            return
        before = line
        yield line


def cells_in(line: Line, spans: Mapping[int, Span]) -> dict[int, PrintRow]:
    """The cells of a line by column; none where a word stands in no column, or not at an edge of it."""
    groups = [
        (column, list(run))
        for row in line
        for column, run in groupby(words_of(row), key=lambda word: column_of(word, spans))
    ]
    columns = [column for column, _ in groups]
    if None in columns or len(columns) < 2 or columns != sorted({column for column in columns if column is not None}):
        return {}
    cells = {column: together(words) for column, words in groups if column is not None}
    at_edge = all(
        abs(cell.x0 - spans[column][0]) < ALIGNED or abs(cell.x1 - spans[column][1]) < ALIGNED
        for column, cell in cells.items()
    )
    apart = all(right.x0 - left.x1 > GAP * left.size for left, right in pairwise(cells.values()))
    return cells if at_edge and apart else {}


def words_of(row: PrintRow) -> list[tuple[PrintRow, int, int]]:
    """The words of a row, each with its place in it."""
    starts = [at for at, sign in enumerate(row.text) if not sign.isspace() and (at == 0 or row.text[at - 1].isspace())]
    return [(row, start, end) for start, end in pairwise([*starts, len(row.text)])]


def column_of(word: tuple[PrintRow, int, int], spans: Mapping[int, Span]) -> int | None:
    """The column that a word shares most with."""
    own = part_of_row(*word)
    shared = {column: min(own.x1, right) - max(own.x0, left) for column, (left, right) in spans.items()}
    best = max(shared, key=lambda column: shared[column], default=None)
    return best if best is not None and shared[best] > 0 else None


def together(words: Sequence[tuple[PrintRow, int, int]]) -> PrintRow:
    """The words of a row that follow each other as a row."""
    row, start, _ = words[0]
    return part_of_row(row, start, words[-1][2])


def taken(rest: list[PrintRow], lines: Sequence[Line], spans: Mapping[int, Span], table: int) -> list[Typeset]:
    """Lines taken out of the text as the cells of a table in the columns of another one."""
    for row in (row for line in lines for row in line):
        rest.remove(row)
    return [
        Typeset((cell,), Kind.TABLE, table=table, cell=Cell(at, column, 1, 1, header=at == 0))
        for at, line in enumerate(lines)
        for column, cell in sorted(cells_in(line, spans).items())
    ]
