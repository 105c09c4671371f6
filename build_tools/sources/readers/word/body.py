"""The paragraphs, tables and text boxes of a body, a cell, a note or a header of a Word file, in order."""

from collections.abc import Iterator

from build_tools.sources.readers.office.counting import said
from build_tools.sources.readers.office.package import Element, local
from build_tools.sources.readers.office.remarks import Aside
from build_tools.sources.readers.office.written import Box, Item, Paragraph, TextRun
from build_tools.sources.readers.word.marks import WordReading
from build_tools.sources.readers.word.names import child, number, value, w
from build_tools.sources.readers.word.runs import WordPlace, inline, one_of
from build_tools.sources.readers.word.tables import table_of

COLUMN = 120
"""Twentieths of a point in a column: half the width of a figure of type."""
BODY_LEVEL = 9
"""The outline level, counted from 0, that says that a paragraph is no heading."""


def content(parent: Element, reading: WordReading, note: str = "") -> Iterator[Item]:
    """Everything that stands in a body, in order."""
    carried: tuple[TextRun, ...] = ()
    for element in blocks(parent, reading):
        if element.tag == w("tbl"):
            yield table_of(element, lambda cell: tuple(content(cell, reading, note)))
            continue
        if local(element) == "altChunk":
            reading.aside[Aside.OBJECT] += 1
            continue
        style = value(element, "pPr", "pStyle")
        inside = WordPlace(style, lambda box, found: content(box, found, note), note)
        found = list(inline(element, reading, inside))
        runs = carried + tuple(piece for piece in found if isinstance(piece, TextRun))
        carried = runs if is_joined(element) else ()
        if not carried:
            yield paragraph(element, runs, style, reading)
        yield from (piece for piece in found if isinstance(piece, Box))
        if child(element, "pPr", "sectPr") is not None:
            reading.turned("eachSect")
    if carried:
        yield Paragraph(carried)


def blocks(parent: Element, reading: WordReading) -> Iterator[Element]:
    """Paragraphs and tables, out of what is only wrapped around them; a deleted one is none."""
    for element in parent:
        if element.tag in (w("p"), w("tbl"), w("altChunk")):
            yield element
        elif element.tag in (w("del"), w("moveFrom")):
            reading.aside[Aside.DELETED] += 1
        elif local(element) == "AlternateContent":
            yield from blocks(one_of(element), reading)
        elif local(element) not in ("sdtPr", "sdtEndPr", "tcPr", "sectPr"):
            yield from blocks(element, reading)


def is_joined(element: Element) -> bool:
    """Whether the end of a paragraph was deleted: it goes on in the next one."""
    mark = child(element, "pPr", "rPr")
    return mark is not None and any(mark.find(w(name)) is not None for name in ("del", "moveFrom"))


def paragraph(element: Element, runs: tuple[TextRun, ...], style: str, reading: WordReading) -> Paragraph:
    """A paragraph with its label, which counts also where it has no text."""
    own, styles = child(element, "pPr"), reading.styles
    series, depth = list_place(own, style, reading)
    runs, label = said(runs, reading.lists.next(series, depth) if series else None)
    outline = styles.paragraph_number(own, style, "outlineLvl")
    return Paragraph(
        runs,
        tuple(filter(None, (one.name for one in styles.chain(style)))),
        outline + 1 if outline is not None and 0 <= outline < BODY_LEVEL else 0,
        label,
        series if label else "",
        depth,
        indent_of(own, style, series, depth, reading) // COLUMN,
    )


def list_place(own: Element | None, style: str, reading: WordReading) -> tuple[str, int]:
    """The list that a paragraph counts in (0 and nothing: none), and its depth there."""
    direct = child(own, "numPr")
    if direct is not None and (series := value(direct, "numId")):
        return ("" if series == "0" else series), depth_in(number(direct, "ilvl") or 0)
    for one in reading.styles.chain(style):
        if series := value(one.paragraph, "numPr", "numId"):
            depth = depth_of_style(series, one.id, number(one.paragraph, "numPr", "ilvl"), reading)
            depth = number(direct, "ilvl") or depth if direct is not None else depth
            return ("" if series == "0" else series), depth_in(depth)
    return "", 0


def depth_of_style(series: str, style: str, stated: int | None, reading: WordReading) -> int:
    """The depth of a style in its list: that of the level which names the style, else what the style states."""
    found = reading.lists.series.get(series)
    levels = found.levels.items() if found else ()
    return next((depth for depth, level in levels if level.style == style), stated or 0)


def depth_in(depth: int) -> int:
    return min(max(depth, 0), BODY_LEVEL - 1)


def indent_of(own: Element | None, style: str, series: str, depth: int, reading: WordReading) -> int:
    """How far from the left a paragraph stands: by itself, its list or its style."""
    found = reading.lists.series.get(series)
    level = found.levels.get(depth) if found else None
    direct = next((n for name in ("left", "start") if (n := number(own, "ind", name=name)) is not None), None)
    by_style = reading.styles.paragraph_number(own, style, "ind", name="left")
    return next((n for n in (direct, level.indent if level else None, by_style) if n is not None), 0)
