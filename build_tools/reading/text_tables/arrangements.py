"""The ways in which cells, each on a line of its own, can be put in rows: row after row, or columns in groups.

Tools write a table column after column, row after row, or the first column, then the heads of several columns, then
these: `Kade`, `Leerdam`, `Beesd`, `Lengte`, `Kosten`, `120`, `90`, `1,4`, `0,8`. All ways that hold all figures are
given; which of them is right is not asked here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from build_tools.reading.text_tables.cell_by_cell import MOST_COLUMNS
from build_tools.reading.text_tables.rows import DIGIT, FIGURE, LEAST_ROWS, WIDE, YEAR

MOST_ABOVE = 1
"""Short lines above a table at the most, as a heading or a caption; more could be its cells."""

MOST_BELOW = 1
"""Short lines below a table with columns of words at the most, as the heading of the text below it."""

Place = tuple[int, int]
"""The row and the column of a cell."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The places of the cells from the first one on, in the order in which they were written; `headed`: the first row
    heads the others; `by_rows`: they were written row after row."""

    first: int
    places: tuple[Place, ...]
    headed: bool = True
    by_rows: bool = False


@dataclass(frozen=True)
class Cells:
    """The texts of cells in the order in which they were written."""

    texts: tuple[str, ...]

    @cached_property
    def figures(self) -> tuple[bool, ...]:
        """Which cells are figures."""
        return tuple(FIGURE.fullmatch(text) is not None for text in self.texts)

    @cached_property
    def heads(self) -> tuple[bool, ...]:
        """Which cells can head a row or a column: words, or a year."""
        return tuple(
            not figure or YEAR.fullmatch(text) is not None
            for figure, text in zip(self.figures, self.texts, strict=True)
        )

    @cached_property
    def last_figure(self) -> int:
        """The place of the last figure; -1 where there is none."""
        return max((at for at, figure in enumerate(self.figures) if figure), default=-1)

    def ended(self, at: int) -> bool:
        """Whether no figure stands from a cell on."""
        return at > self.last_figure

    def all_figures(self, cells: range) -> bool:
        return cells.stop <= len(self.figures) and all(self.figures[cells.start : cells.stop])

    def all_heads(self, cells: range) -> bool:
        return cells.stop <= len(self.heads) and all(self.heads[cells.start : cells.stop])

    def all_numbered(self, cells: Sequence[int]) -> bool:
        """Whether a number stands in each of several cells, as in heads of columns without a word above the labels."""
        return len(cells) > 1 and all(DIGIT.search(self.texts[at]) for at in cells)


def arrangements(cells: Cells) -> list[Arrangement]:
    """All ways in which the cells are labels of rows, heads of columns and their figures; where there is none, those
    without heads, and those in which some columns are of words."""
    found = [*by_rows(cells, 0, corner=False), *by_columns(cells, 0, corner=False)]
    for at in range(MOST_ABOVE + 1 if not any(cells.figures[:MOST_ABOVE]) else 1):
        found += (*by_rows(cells, at, corner=True), *by_columns(cells, at, corner=True), *heads_first(cells, at))
    return [*dict.fromkeys(found or chain(without_heads(cells), with_words(cells)))]


def by_rows(cells: Cells, first: int, *, corner: bool) -> Iterator[Arrangement]:
    """Heads, and below them rows of a label and figures."""
    for columns in range(2, MOST_COLUMNS + 1):
        heads = range(first, first + columns - (not corner))
        if not cells.all_heads(heads):
            return
        rows = rows_from(cells, heads.stop, columns)
        if rows + 1 >= LEAST_ROWS and cells.ended(heads.stop + rows * columns):
            top = [(0, column) for column in range(not corner, columns)]
            if corner or cells.all_numbered(heads):
                yield Arrangement(first, (*top, *in_rows(1, rows, columns)), by_rows=True)


def rows_from(cells: Cells, at: int, columns: int) -> int:
    """How many rows of a label and figures there are from a cell on."""
    rows = 0
    while cells.all_heads(range(at, at + 1)) and cells.all_figures(range(at + 1, at + columns)):
        rows, at = rows + 1, at + columns
    return rows


def in_rows(first: int, rows: int, columns: int) -> list[Place]:
    return [(row, column) for row in range(first, first + rows) for column in range(columns)]


def in_columns(first: int, rows: int, columns: range) -> list[Place]:
    return [(row, column) for column in columns for row in range(first, first + rows)]


def by_columns(cells: Cells, first: int, *, corner: bool) -> Iterator[Arrangement]:
    """The first column, and then the others in groups: the heads of a group, and the figures below each of them."""
    labels = range(first + corner, first + corner)
    while cells.all_heads(labels):
        rows = len(labels)
        if rows + 1 >= LEAST_ROWS:
            for others in grouped_columns(cells, labels.stop, rows, 1):
                heads = [labels.stop + at for at, (row, _) in enumerate(others) if not row]
                if corner or cells.all_numbered(heads):
                    yield Arrangement(first, (*in_columns(1 - corner, rows + corner, range(1)), *others))
        labels = range(labels.start, labels.stop + 1)


def grouped_columns(cells: Cells, at: int, rows: int, column: int) -> Iterator[tuple[Place, ...]]:
    """The places of all cells from one on, in columns from one on."""
    if cells.ended(at) and column > 1:
        yield ()
        return
    words = at
    while words < len(cells.texts) and not cells.figures[words]:
        words += 1
    years = at
    while years < len(cells.texts) and cells.heads[years]:
        years += 1
    for size in {words - at, years - at, *([1] if words == at and years > at else [])}:
        body = range(at + size, at + size * (rows + 1))
        if 0 < size <= MOST_COLUMNS - column and cells.all_figures(body):
            own = range(column, column + size)
            for others in grouped_columns(cells, body.stop, rows, own.stop):
                yield (*((0, one) for one in own), *in_columns(1, rows, own), *others)


def heads_first(cells: Cells, first: int) -> Iterator[Arrangement]:
    """The heads of all columns, then the labels of the rows, then the figures of each column."""
    for columns in range(2, MOST_COLUMNS + 1):
        labels = first + columns
        rows, rest = divmod(cells.last_figure + 1 - labels, columns)
        if rest or rows + 1 < LEAST_ROWS or not cells.all_heads(range(first, labels + rows)):
            continue
        if cells.all_figures(range(labels + rows, cells.last_figure + 1)):
            top = [(0, column) for column in range(columns)]
            yield Arrangement(first, (*top, *in_columns(1, rows, range(columns))))


def without_heads(cells: Cells) -> Iterator[Arrangement]:
    """All cells as rows of a label and figures, or as a column of labels and one of figures, that nothing heads."""
    count = len(cells.texts)
    for columns in range(2, MOST_COLUMNS + 1):
        rows = rows_from(cells, 0, columns)
        if rows >= LEAST_ROWS and rows * columns == count:
            yield Arrangement(0, tuple(in_rows(0, rows, columns)), headed=False, by_rows=True)
    rows, odd = divmod(count, 2)
    labels = cells.all_heads(range(rows)) and cells.all_figures(range(rows, count))
    if labels and not odd and rows >= LEAST_ROWS and not heads_behind_labels(rows):
        yield Arrangement(0, tuple(in_columns(0, rows, range(2))), headed=False)


def heads_behind_labels(count: int) -> bool:
    """Whether so many words and as many figures can be the labels of rows, the heads of columns, and their figures."""
    return any((count - columns - 1) * columns == count for columns in range(1, count))


def with_words(cells: Cells) -> Iterator[Arrangement]:
    """All cells, row after row or column after column, of which one column at least has nothing but figures, and some
    have words."""
    count = len(cells.texts)
    for columns in range(WIDE, MOST_COLUMNS + 1):
        rows, rest = divmod(count, columns)
        ways = in_rows(0, rows, columns), in_columns(0, rows, range(columns))
        for written, places in enumerate(ways) if rest <= MOST_BELOW and rows > LEAST_ROWS else ():
            if cells.ended(len(places)) and has_column_of_figures(cells, places):
                yield Arrangement(0, tuple(places), by_rows=not written)


def has_column_of_figures(cells: Cells, places: Sequence[Place]) -> bool:
    """Whether words head all columns, of which the first has labels of one kind, and another one figures alone."""
    figures = dict(zip(places, cells.figures, strict=False))
    rows, columns = (max(found) + 1 for found in zip(*places, strict=True))
    headed = not any(figures[0, column] for column in range(columns))
    labelled = len({figures[row, 0] for row in range(1, rows)}) == 1
    return (
        headed and labelled and any(all(figures[row, column] for row in range(1, rows)) for column in range(1, columns))
    )
