"""Tables that go on over the end of a page or a column.

After `continued`: such a table is one, its head stands once; the head that the next page repeats is left out; a row
that the end of the page parted is whole.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from build_tools.model import Kind, Reason
from build_tools.sources.readers.pdf.page.setting import Typeset

ALIGNED = 6.0
"""Points: cells of one column begin this near to each other."""
HIGHEST_HEAD = 4
"""Rows of a head that is repeated at the most: more are rows that are alike by chance."""

Span = tuple[float, float]
"""Where a column lies: its left and its right edge."""


def continued(settings: Sequence[Typeset]) -> list[Typeset]:
    """The same settings, tables over pages and columns made one."""
    tables: dict[int, list[Typeset]] = {}
    order: list[Typeset | int] = []
    last = 0
    for table, run in groupby(settings, key=lambda one: one.table):
        own = list(run)
        if table and table not in tables:
            before = tables.get(last, [])
            heads = repeated_rows(before, own)
            if heads or is_rest(before, own):
                order += [one for one in appended(before, own, heads, tables) if not one.table]
                continue
            order.append(table)
        if table:
            last = table
            tables.setdefault(table, []).extend(own)
        else:
            last = last if all(one.reason for one in own) else 0
            order += own
    return [one for entry in order for one in ([entry] if isinstance(entry, Typeset) else whole(tables[entry]))]


def turns(upper: Typeset, lower: Typeset) -> bool:
    """Whether what stands in the next column or on the next page follows: higher up, or over the end of a page."""
    first, last = lower.first, upper.last
    return first.page == last.page + 1 or (first.page == last.page and first.base < last.base and first.x0 > last.x1)


def repeated_rows(before: Sequence[Typeset], own: Sequence[Typeset]) -> int:
    """How many rows of its head a table repeats behind such a turn; 0 where it is another table."""
    if not before or not turns(before[-1], own[0]):
        return 0
    both = [rows_of_table(cells) for cells in (before, own)]
    same = [one == other for one, other in zip(*both, strict=False)][:HIGHEST_HEAD]
    return same.index(False) if False in same else len(same)


def is_rest(before: Sequence[Typeset], own: Sequence[Typeset]) -> bool:
    """Whether a table is the rest of the one before a turn: in the same columns, without a head of its own."""
    if not before or not turns(before[-1], own[0]):
        return False
    first = [one for one in own if one.cell and one.cell.row == 0]
    edges = [edges_of_columns(cells) for cells in (before, own)]
    alike = edges[0].keys() == edges[1].keys() and all(are_aligned(edges[0][n], edges[1][n]) for n in edges[1])
    return alike and len(edges[1]) > 1 and not all(row.bold for one in first for row in one.rows)


def are_aligned(one: Span, other: Span) -> bool:
    """Whether two columns begin or end at one place."""
    return any(abs(a - b) < ALIGNED for a, b in zip(one, other, strict=True))


def edges_of_columns(cells: Iterable[Typeset]) -> dict[int, Span]:
    """How far each column of a table begins and ends from its left edge."""
    spans = spans_of(cells)
    start = min((left for left, _ in spans.values()), default=0.0)
    return {column: (left - start, right - start) for column, (left, right) in spans.items()}


def spans_of(cells: Iterable[Typeset]) -> dict[int, Span]:
    """Where each column of a table lies, by the cells that span no other."""
    spans: dict[int, Span] = {}
    for one in cells:
        if one.cell and one.cell.columns == 1:
            left, right = spans.get(one.cell.column, (one.first.x0, one.first.x1))
            spans[one.cell.column] = min(left, *(row.x0 for row in one.rows)), max(right, *(row.x1 for row in one.rows))
    return spans


def rows_of_table(cells: Iterable[Typeset]) -> list[list[tuple[int, str]]]:
    """What each row says, and where."""
    found: list[list[tuple[int, str]]] = []
    for place, text in ((one.cell, one.text) for one in cells):
        if place:
            found += [[] for _ in range(place.row + 1 - len(found))]
            found[place.row].append((place.column, "".join(text.split())))
    return found


def appended(
    before: Sequence[Typeset], own: Sequence[Typeset], heads: int, tables: dict[int, list[Typeset]]
) -> list[Typeset]:
    """Put the cells of the second part below those of the first; gives the head that it repeats, as furniture."""
    below = max((one.cell.row + one.cell.rows for one in before if one.cell), default=0) - heads
    number = before[0].table
    tables[number] += [
        replace(one, table=number, cell=replace(one.cell, row=one.cell.row + below, header=False))
        for one in own
        if one.cell and one.cell.row >= heads
    ]
    return [as_furniture(one) for one in own if one.cell and one.cell.row < heads]


def as_furniture(one: Typeset) -> Typeset:
    """What a page repeats of a head."""
    return replace(one, table=0, cell=None, kind=Kind.PARAGRAPH, reason=Reason.PAGE_FOOT)


def whole(cells: Sequence[Typeset]) -> list[Typeset]:
    """The cells of a table; where the end of a page parts a row, and no column has text on both pages, it is one."""
    rows: dict[int, list[Typeset]] = {}
    for one in cells:
        if one.cell:
            rows.setdefault(one.cell.row, []).append(one)
    parted = {row + 1 for row in rows if row + 1 in rows and is_parted(rows[row], rows[row + 1])}
    return sorted(moved_up(cells, parted), key=lambda one: (one.cell.row, one.cell.column) if one.cell else (0, 0))


def is_parted(upper: Sequence[Typeset], lower: Sequence[Typeset]) -> bool:
    """Whether the cells of two rows are those of one that the end of a page parts."""
    turned = max(one.last.page for one in upper) < min(one.first.page for one in lower)
    columns = [{one.cell.column for one in row if one.cell} for row in (upper, lower)]
    single = all(one.cell and one.cell.rows == 1 == one.cell.columns for one in (*upper, *lower))
    return turned and single and not columns[0] & columns[1]


def moved_up(cells: Sequence[Typeset], parted: set[int]) -> Iterator[Typeset]:
    """The cells, those of a parted row beside the others of it."""
    for one in cells:
        up = sum(row <= one.cell.row for row in parted) if one.cell else 0
        yield replace(one, cell=replace(one.cell, row=one.cell.row - up)) if one.cell and up else one
