"""Lists of an official paper, and the members of its articles."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from build_tools.sources.readers.markup.guards import local
from build_tools.sources.readers.markup.items import marked
from build_tools.sources.readers.markup.list_marks import counted
from build_tools.sources.readers.markup.pieces import TaggedPiece
from build_tools.sources.readers.official_xml.flow import READINGS, PaperPlace, block, flow
from build_tools.sources.readers.official_xml.words import text_of

LONGEST_COUNT = 4
"""Digits of the number of an item at the most: more is no count."""


def listed(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """A list: each item with its mark, what stands deeper in it below it."""
    items = [child for child in element if local(child) == "li"]
    marks = [mark_of(item, element, index) for index, item in enumerate(items)]
    within = replace(place, lists=place.lists + 1)
    own = iter(marks)
    for child in element:
        if local(child) == "li":
            yield from item(child, next(own), marks, within)
        elif local(child):
            yield from block(child, place)


def mark_of(item: etree._Element, list_: etree._Element, index: int) -> str:
    """The mark of an item as the file states it, or as its list counts it."""
    own = next((child for child in item if local(child) == "li.nr"), None)
    if own is not None:
        return text_of(own)
    start = list_.get("start") or "1"
    first = int(start) if start.isdecimal() and len(start) <= LONGEST_COUNT else 1
    return counted(list_.get("type") or "", first + index, list_.get("nr-sluiting") or "")


def item(element: etree._Element, mark: str, marks: list[str], place: PaperPlace) -> Iterator[TaggedPiece]:
    """An item: its first paragraph has the mark, the others are paragraphs below it."""
    numbers = [child for child in element if local(child) == "li.nr"]
    yield from marked(flow(element, place, numbers), mark, marks, place.lists)


def numbered(element: etree._Element, place: PaperPlace) -> Iterator[TaggedPiece]:
    """A member of an article: `1. In deze wet wordt verstaan onder …`."""
    number = next((child for child in element if local(child) == "lidnr"), None)
    within = replace(place, lists=place.lists + 1)
    inner = flow(element, within, [] if number is None else [number])
    yield from marked(inner, text_of(number), [], within.lists)


READINGS["lijst"] = listed
READINGS["lid"] = numbered
