"""Where the cells of a table stand, when some take several rows or columns.

After `placed`: no two cells stand at one place.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from build_tools.draft import Cell

MOST = 1000
"""Rows or columns that one cell can take; web browsers hold to the same."""


class CellSpan(NamedTuple):
    """What a cell says of itself: its column if it names one, how many rows and columns it takes, whether it heads."""

    column: int | None
    rows: int
    columns: int
    header: bool


MOST_SQUARES = 2_000_000
"""A table of more squares than any paper has was made to cost: its cells take one square each."""


def placed(rows: Sequence[Sequence[CellSpan]]) -> Iterator[Cell]:
    """The cells of all rows, each at its place."""
    if sum(min(span.columns, MOST) for spans in rows for span in spans) > MOST_SQUARES:
        rows = [[span._replace(rows=1, columns=1) for span in spans] for spans in rows]
    taken: dict[int, int] = {}
    for row, spans in enumerate(rows):
        at = 0
        for span in spans:
            at = _free(taken, row, at if span.column is None else max(at, span.column))
            tall = max(1, min(span.rows, len(rows) - row, MOST))
            wide = _width(taken, row, at, min(span.columns, MOST))
            for column in range(at, at + wide):
                taken[column] = row + tall
            yield Cell(row, at, tall, wide, span.header)
            at += wide


def _free(taken: dict[int, int], row: int, at: int) -> int:
    """The first column from `at` that no cell of a row above still takes."""
    while taken.get(at, 0) > row:
        at += 1
    return at


def _width(taken: dict[int, int], row: int, at: int, wish: int) -> int:
    """How many columns are free there, as many as the cell wishes."""
    wide = 1
    while wide < wish and taken.get(at + wide, 0) <= row:
        wide += 1
    return wide
