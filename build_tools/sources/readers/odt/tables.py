"""The tables of an OpenDocument file: cells with their place, also where they go over columns and rows."""

from collections.abc import Callable, Iterator

from build_tools.draft import Cell
from build_tools.sources.readers.odt.names import number, q, value
from build_tools.sources.readers.odt.styles import OdtStyles
from build_tools.sources.readers.office.package import Element, local
from build_tools.sources.readers.office.written import Item, Table, TableCell

MOST_COLUMNS, MOST_ROWS = 1000, 10_000
"""A file can say that a cell or row is repeated; more than this is built to harm."""
SIDES = ("", "-top", "-bottom", "-left", "-right")


def table_of(table: Element, styles: OdtStyles, read: Callable[[Element], tuple[Item, ...]]) -> Table:
    """A table; cells that others cover hold nothing."""
    found = list(placed(table))
    cells = tuple(TableCell(place, read(cell)) for cell, place in found)
    return Table(cells, any(is_ruled(cell, styles) for cell, _ in found))


def placed(table: Element) -> Iterator[tuple[Element, Cell]]:
    """The cells of a table in order, each with its place."""
    at = 0
    for row, header in rows(table, False):
        column = 0
        for cell in row:
            times = min(max(1, number(cell, "table:number-columns-repeated", 1)), MOST_COLUMNS)
            if local(cell) == "table-cell":
                over = min(max(1, number(cell, "table:number-columns-spanned", 1)), MOST_COLUMNS)
                down = min(max(1, number(cell, "table:number-rows-spanned", 1)), MOST_ROWS)
                yield cell, Cell(at, column, down, over, header)
            column += times if local(cell) in ("table-cell", "covered-table-cell") else 0
        at += min(max(1, number(row, "table:number-rows-repeated", 1)), MOST_ROWS)


def rows(element: Element, header: bool) -> Iterator[tuple[Element, bool]]:
    """The rows of a table, and whether each heads it."""
    for part in element:
        name = local(part)
        if name == "table-row":
            yield part, header
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from rows(part, header or name == "table-header-rows")


def is_ruled(cell: Element, styles: OdtStyles) -> bool:
    """Whether a line is drawn at a cell."""
    for style in styles.chain(value(cell, "table:style-name"), "table-cell"):
        properties = style.find(q("style:table-cell-properties"))
        if any(value(properties, f"fo:border{side}") not in ("", "none") for side in SIDES):
            return True
    return False
