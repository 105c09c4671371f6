"""Tables of a page as cells at their places."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from lxml import etree

from build_tools.draft import Given
from build_tools.model import Kind
from build_tools.sources.readers.markup.grid import CellSpan, placed
from build_tools.sources.readers.markup.guards import local
from build_tools.sources.readers.markup.pieces import TaggedPiece, TaggedRun, folded, joined
from build_tools.sources.readers.official_html.flow import READINGS, PagePlace, flow

PARTS = {"thead", "tbody", "tfoot"}
LONGEST = 4
"""Digits of a span; more is no number of rows."""


def table(element: etree._Element, place: PagePlace) -> Iterator[TaggedPiece]:
    """What stands above a table as paragraphs, then its cells."""
    for child in element:
        if local(child) and local(child) not in {*PARTS, "tr"}:
            yield from flow(child, place)
    rows = list(rows_of(element))
    cells = [[cell for cell in row if local(cell) in ("td", "th")] for row in rows]
    spans = [[span_of(cell) for cell in row] for row in cells]
    first, before = True, -1
    for cell, at in zip((cell for row in cells for cell in row), placed(spans), strict=True):
        pieces = list(flow(cell, replace(place, lists=0)))
        text = [own for own in pieces if not own.picture]
        if text:
            yield from (own for own in pieces if own.picture)
        if runs := joined(text) or shown_instead(cell):
            yield TaggedPiece(runs, Given(0, Kind.TABLE, cell=at), goes_on=not first, beside=at.row == before)
            first, before = False, at.row


def shown_instead(cell: etree._Element) -> tuple[TaggedRun, ...]:
    """What the pictures of a cell without text say instead: `41 stemmen` for a bar."""
    said = (image.get("alt") or "" for image in cell.iter("img"))
    return folded(TaggedRun(f"{text} ") for text in said)


def rows_of(element: etree._Element) -> Iterator[etree._Element]:
    """The rows in the order in which they are shown: head, body, foot."""
    order = {"thead": 0, "tfoot": 2}
    for part in sorted(element, key=lambda child: order.get(local(child), 1)):
        if local(part) == "tr":
            yield part
        elif local(part) in PARTS:
            yield from (row for row in part if local(row) == "tr")


def span_of(cell: etree._Element) -> CellSpan:
    """How many rows and columns a cell takes; `rowspan="0"` is all that are left."""
    parent = takewhile(lambda above: local(above) != "table", cell.iterancestors())
    header = local(cell) == "th" or any(local(above) == "thead" for above in parent)
    rows = count(cell.get("rowspan"))
    return CellSpan(None, rows or 10**LONGEST, max(1, count(cell.get("colspan"))), header)


def count(value: str | None) -> int:
    """A number of rows or columns; what is none counts as one."""
    text = (value or "1").strip()
    return int(text) if text.isdecimal() and len(text) <= LONGEST else 1


READINGS["table"] = table
