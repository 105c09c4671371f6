"""The tables of a Word file: cells with their place, also where they go over columns and rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from build_tools.draft import Cell
from build_tools.sources.readers.office.package import Element, local
from build_tools.sources.readers.office.written import Item, Table, TableCell
from build_tools.sources.readers.word.names import OFF, child, children, number, value, w

MOST_COLUMNS = 1000
"""Word itself has at most 63; more is a file built to harm."""
SIDES = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")
GRID = ("grid", "raster", "list table", "lijsttabel", "light list", "medium", "colorful", "rijk")
"""Names of table styles that draw lines."""


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell of the file, its place, and whether it goes on from the one above it."""

    element: Element
    place: Cell
    goes_on: bool


def table_of(table: Element, read: Callable[[Element], tuple[Item, ...]]) -> Table:
    """A table. A cell that goes over rows is one, in the first of them."""
    found = list(placed(table))
    cells: list[TableCell] = []
    tops: dict[int, int] = {}
    for one in found:
        if one.goes_on and one.place.column in tops:
            at = tops[one.place.column]
            cells[at] = lengthened(cells[at], one.place.row)
            continue
        tops[one.place.column] = len(cells)
        cells.append(TableCell(one.place, read(one.element)))
    return Table(tuple(cells), is_ruled(table))


def lengthened(cell: TableCell, row: int) -> TableCell:
    """A cell that goes down to this row. What stands in its lower parts is text that Word does not show."""
    return TableCell(replace(cell.place, rows=row - cell.place.row + 1), cell.content)


def placed(table: Element) -> Iterator[PlacedCell]:
    """The cells of a table in order; a deleted row is none."""
    row = 0
    for line in rows(table):
        own = child(line, "trPr")
        if own is not None and own.find(w("del")) is not None:
            continue
        header = value_on(own, "tblHeader")
        column = max(0, min(number(own, "gridBefore") or 0, MOST_COLUMNS))
        for cell in cells(line):
            width = max(1, min(number(cell, "tcPr", "gridSpan") or 1, MOST_COLUMNS))
            merged = child(cell, "tcPr", "vMerge")
            goes_on = merged is not None and merged.get(w("val")) != "restart"
            yield PlacedCell(cell, Cell(row, column, 1, width, header), goes_on)
            column += width
        row += 1


def rows(element: Element) -> Iterator[Element]:
    """The rows of a table, out of what is only wrapped around them."""
    yield from wrapped(element, "tr")


def cells(element: Element) -> Iterator[Element]:
    yield from wrapped(element, "tc")


def wrapped(element: Element, name: str) -> Iterator[Element]:
    """Children with a name, also those inside content controls and the like."""
    for part in element:
        if part.tag == w(name):
            yield part
        elif local(part) in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            yield from wrapped(part, name)


def value_on(element: Element | None, name: str) -> bool:
    found = child(element, name)
    return found is not None and (found.get(w("val")) or "1") not in OFF


def is_ruled(table: Element) -> bool:
    """Whether lines are drawn in a table: by itself, by its cells, or by a style whose name says so."""
    own = child(table, "tblPr")
    if (drawn := child(own, "tblBorders")) is not None:
        return any(has_line(drawn, side) for side in SIDES)
    if any(has_line(found, side) for found in table.iter(w("tcBorders")) for side in SIDES):
        return True
    style = value(own, "tblStyle").lower()
    return any(name in style for name in GRID)


def has_line(borders: Element, side: str) -> bool:
    return any((line.get(w("val")) or "none") not in ("none", "nil") for line in children(borders, side))
