"""The paragraphs, lists, tables and frames of a body, a cell, a note or a header of an OpenDocument file, in order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.sources.readers.odt.lists import LEVELS, OpenList
from build_tools.sources.readers.odt.marks import OdtReading
from build_tools.sources.readers.odt.names import centimetres, number, q, value
from build_tools.sources.readers.odt.runs import OdtPlace, drawing, inline
from build_tools.sources.readers.odt.tables import table_of
from build_tools.sources.readers.office.counting import said
from build_tools.sources.readers.office.package import Element, local
from build_tools.sources.readers.office.remarks import Aside
from build_tools.sources.readers.office.written import Box, Item, Label, Paragraph, TextRun

COLUMN = 0.21
"""Centimetres in a column of type."""
TABLES = {q("table:table"), q("loext:table")}
PARAGRAPHS = {q("text:p"), q("text:h")}
NO_TEXT = {
    q("text:tracked-changes"),
    q("text:sequence-decls"),
    q("text:variable-decls"),
    q("text:user-field-decls"),
    q("text:table-of-content-source"),
    q("text:alphabetical-index-source"),
    q("office:forms"),
    q("office:event-listeners"),
    q("draw:enhanced-geometry"),
}


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """Where a paragraph stands in a list: the list, its depth from 0, and the label that the item has not given yet."""

    open: OpenList
    depth: int
    counts: bool = False
    start: int | None = None


def content(parent: Element, reading: OdtReading, place: ItemPlace | None = None) -> Iterator[Item]:
    """Everything that stands in a body, in order."""
    for element in parent:
        if element.tag in PARAGRAPHS:
            yield from paragraph(element, reading, place)
            place = replace(place, counts=False) if place else None
        elif element.tag in TABLES:
            yield table_of(element, reading.styles, lambda cell: tuple(content(cell, reading)))
        elif element.tag == q("text:list"):
            yield from items(element, reading, place)
        elif element.tag == q("text:section") and value(element, "text:display") == "none":
            reading.aside[Aside.HIDDEN] += len("".join("".join(element.itertext()).split()))
        elif isinstance(element.tag, str) and element.tag.startswith(q("draw:")) and element.tag not in NO_TEXT:
            yield from boxes(element, reading)
        elif isinstance(element.tag, str) and element.tag not in NO_TEXT:
            yield from content(element, reading, place)


def boxes(element: Element, reading: OdtReading) -> Iterator[Item]:
    """What is drawn between paragraphs."""
    for piece in drawing(element, reading, OdtPlace("", content)):
        yield piece if isinstance(piece, Box) else Paragraph((piece,))


def items(element: Element, reading: OdtReading, within: ItemPlace | None) -> Iterator[Item]:
    """The items of a list; a header of one counts for nothing."""
    open_ = reading.lists.opened(element, within.open if within else None)
    depth = min(within.depth + 1, LEVELS - 1) if within else 0
    for item in element:
        if local(item) in ("list-item", "list-header"):
            start = number(item, "text:start-value") if value(item, "text:start-value") else None
            yield from content(item, reading, ItemPlace(open_, depth, local(item) == "list-item", start))


def paragraph(element: Element, reading: OdtReading, place: ItemPlace | None) -> Iterator[Item]:
    """A paragraph or heading with its label, and the text boxes that are anchored in it."""
    style = value(element, "text:style-name")
    found = list(inline(element, reading, OdtPlace(style, content)))
    outline = outline_of(element, style, reading)
    written = tuple(piece for piece in found if isinstance(piece, TextRun))
    runs, label = said(written, label_of(element, style, reading, place, outline))
    yield Paragraph(
        runs,
        reading.styles.names(style),
        outline,
        label,
        place.open.style if place and label else "",
        place.depth if place else 0,
        indent_of(style, reading, place),
    )
    yield from (piece for piece in found if isinstance(piece, Box))


def outline_of(element: Element, style: str, reading: OdtReading) -> int:
    """The level of a heading; 0 for a paragraph."""
    if element.tag != q("text:h"):
        return 0
    stated = reading.styles.of_paragraph(style, "style:default-outline-level")
    return number(element, "text:outline-level") or (int(stated) if stated.isdecimal() else 1)


def label_of(element: Element, style: str, reading: OdtReading, place: ItemPlace | None, outline: int) -> Label | None:
    """The label of the first paragraph of an item, or of a heading in a file that counts its headings."""
    if place is not None:
        return reading.lists.next(place.open, place.depth, place.start) if place.counts else None
    counts = outline and value(element, "text:is-list-header") != "true" and not is_uncounted(style, reading)
    return reading.lists.next(reading.outline, min(outline, LEVELS) - 1) if counts else None


def is_uncounted(style: str, reading: OdtReading) -> bool:
    """Whether the style of a heading says that it is in no list."""
    chain = reading.styles.chain(style, "paragraph")
    stated = next((text for one in chain if (text := one.get(q("style:list-style-name"))) is not None), None)
    return stated == ""


def indent_of(style: str, reading: OdtReading, place: ItemPlace | None) -> int:
    """The columns that a paragraph stands in, by its list or its style."""
    stated = reading.lists.indent(place.open.style, place.depth) if place else ""
    return max(0, int(centimetres(stated or reading.styles.indent(style)) / COLUMN))
