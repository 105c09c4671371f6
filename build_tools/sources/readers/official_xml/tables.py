"""Tables (CALS) and lists of definitions as cells at their places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from build_tools.draft import Cell, Given
from build_tools.model import Kind
from build_tools.sources.readers.markup.grid import CellSpan, placed
from build_tools.sources.readers.markup.guards import local
from build_tools.sources.readers.markup.pieces import TaggedPiece, joined, piece
from build_tools.sources.readers.official_xml.flow import READINGS, PaperPlace, flow
from build_tools.sources.readers.official_xml.words import runs_of

GROUPS = {"thead", "tbody", "tfoot"}
"""In a file the foot of a table may stand before its body; it is read where it is printed."""

MOST_COLUMNS, LONGEST_COUNT = 999, 4
"""Columns of a table, and digits of the number of rows that a cell takes, at the most: more is no count."""

TERM = {"term", "definitie.term"}


@dataclass(frozen=True, slots=True)
class EntryRow:
    """The entries of a row, and whether it heads the table."""

    entries: tuple[etree._Element, ...]
    header: bool


def table(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """A table: what stands above it as a paragraph, each group of columns as a table of its own."""
    for child in element:
        if local(child) == "tgroup":
            yield from group(child, place)
        elif local(child) in ("title", "titel"):
            yield piece(runs_of(child, place.notes))
        elif local(child):
            yield from flow(child, place)


def group(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """The rows of a table with the same columns."""
    columns = columns_of(element)
    rows = list(rows_of(element))
    spans = [[span_of(entry, columns, row.header) for entry in row.entries] for row in rows]
    entries = [entry for row in rows for entry in row.entries]
    first = True
    before = -1
    for entry, cell in zip(entries, placed(spans), strict=True):
        pieces = list(flow(entry, replace(place, lists=0)))
        yield from (own for own in pieces if own.picture)
        if runs := joined(own for own in pieces if not own.picture):
            yield TaggedPiece(runs, Given(0, Kind.TABLE, cell=cell), goes_on=not first, beside=cell.row == before)
            first, before = False, cell.row


def columns_of(element: etree._Element) -> Mapping[str, int]:
    """The columns by their names, counted from 0."""
    found: dict[str, int] = {}
    for at, column in enumerate(child for child in element if local(child) == "colspec"):
        number = column.get("colnum") or ""
        counted = number.isdecimal() and 0 < int(number) <= MOST_COLUMNS
        found[column.get("colname") or ""] = int(number) - 1 if counted else at
    return found


def rows_of(element: etree._Element) -> Iterator[EntryRow]:
    """The rows in the order in which they are printed: head, body, foot."""
    order = {"thead": 0, "tfoot": 2}
    for part in sorted(element, key=lambda child: order.get(local(child), 1)):
        if local(part) in GROUPS:
            for row in part:
                if local(row) == "row":
                    yield EntryRow(tuple(child for child in row if local(child)), local(part) == "thead")


def span_of(entry: etree._Element, columns: Mapping[str, int], header: bool) -> CellSpan:
    """Where a cell says that it stands, and how much it takes."""
    first = columns.get(entry.get("namest") or entry.get("colname") or "")
    last = columns.get(entry.get("nameend") or "")
    more = entry.get("morerows") or ""
    wide = last - first + 1 if first is not None and last is not None and last >= first else 1
    return CellSpan(first, int(more) + 1 if more.isdecimal() and len(more) <= LONGEST_COUNT else 1, wide, header)


def definitions(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """Terms and what they mean, beside each other."""
    row, first = 0, True
    for item in element:
        parts = [child for child in item if local(child)] if local(item) else []
        for column, cells in enumerate(_terms_and_meanings(parts)):
            runs = joined(own for cell in cells for own in flow(cell, place))
            if runs:
                cell_ = Cell(row, column, header=False)
                yield TaggedPiece(runs, Given(0, Kind.TABLE, cell=cell_), goes_on=not first, beside=column > 0)
                first = False
        row += bool(parts)


def _terms_and_meanings(parts: Sequence[etree._Element]) -> tuple[list[etree._Element], list[etree._Element]]:
    """The terms of an item, and the rest of it."""
    return [part for part in parts if local(part) in TERM], [part for part in parts if local(part) not in TERM]


READINGS["table"] = table
READINGS["definitielijst"] = definitions
