"""Tracked paragraphs as the XML of a Word document.

All of the letters' text is in runs; what Word adds before a paragraph (bullets, numbers of notes) is numbering, so that
the text stays the letter's own. Changes have an author, the program, and no date: nobody made them at some hour.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from lxml import etree
from lxml.builder import ElementMaker

from build_tools.compare.model import Comparison, Side
from build_tools.dutch.characters import legible
from build_tools.exports.redline.paragraphs import TrackedParagraph, TrackedText
from build_tools.model import DEEPEST_HEADING, NEXT_CELL, NEXT_ROW, Kind
from build_tools.pages.comparison.cells import CELL_ENDS
from build_tools.pages.markdown import LABEL

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
AUTHOR = "Kamerbrieven"
CHANGES = {Side.A: "del", Side.B: "ins"}
BULLETS, LABELLED, NOTES = 1, 2, 3
"""The kinds of lists in `parts/numbering.xml`: with a bullet, with a label of their own, numbered as in the letter."""

DEEPEST_LIST = 9
"""Word knows no deeper level of a list."""

A4 = {"w": 11906, "h": 16838}
MARGINS = {"top": 1418, "right": 1701, "bottom": 1418, "left": 1701, "header": 709, "footer": 709, "gutter": 0}
"""The page, in twentieths of a point; without it Word takes American paper."""

_BREAKS = {NEXT_CELL: "tab", NEXT_ROW: "br"}
_STYLES = {Kind.NOTE: "Noot", Kind.SIGNATURE: "Ondertekening", Kind.TABLE: "Tabeltekst"}

make = ElementMaker(namespace=NAMESPACE, nsmap={"w": NAMESPACE})
Xml = etree._Element
Labels = dict[str, int]
"""The number of its list in `numbering.xml`, by the printed number of a note."""


def value(name: str, of: str | int) -> Xml:
    """An element that is a setting."""
    return make(name, {f"{W}val": str(of)})


def note_labels(comparison: Comparison) -> Labels:
    """A list of its own for each printed number: Word would count on by itself."""
    printed = [own for side in Side for own in comparison.letter(side).printed_numbers.values()]
    return {own: NOTES + at for at, own in enumerate(dict.fromkeys(printed))}


def document_xml(comparison: Comparison, paragraphs: Sequence[TrackedParagraph], labels: Labels) -> Xml:
    """The text of the document: a paragraph for each of the paragraphs."""
    numbers = count(1)
    body = make("body")
    for paragraph in paragraphs:
        own = make("p", _setting(comparison, paragraph, labels, numbers))
        own.extend(_run(stretch, numbers) for stretch in paragraph.texts)
        body.append(own)
    body.append(make("sectPr", _sized("pgSz", A4), _sized("pgMar", MARGINS)))
    return make("document", body)


def _sized(name: str, sizes: Mapping[str, int]) -> Xml:
    return make(name, {f"{W}{side}": str(size) for side, size in sizes.items()})


def _setting(comparison: Comparison, paragraph: TrackedParagraph, labels: Labels, numbers: Iterator[int]) -> Xml:
    """How a paragraph is set, and who has its mark."""
    passage, setting = paragraph.passage, make("pPr")
    if passage.kind is Kind.HEADING:
        setting.append(value("pStyle", f"Heading{min(max(passage.level, 1), DEEPEST_HEADING)}"))
    elif passage.kind in _STYLES:
        setting.append(value("pStyle", _STYLES[passage.kind]))
    if passage.kind is Kind.NOTE:
        printed = comparison.letter(paragraph.of).printed_numbers[passage.n]
        setting.append(_in_list(labels[printed], 0))
    elif passage.kind is Kind.ITEM:
        kind = LABELLED if LABEL.match(passage.text) else BULLETS
        setting.append(_in_list(kind, min(passage.level, DEEPEST_LIST) - 1))
    if paragraph.only:
        setting.append(make("rPr", _change(paragraph.only, numbers)))
    return setting


def _in_list(of: int, level: int) -> Xml:
    return make("numPr", value("ilvl", level), value("numId", of))


def _run(stretch: TrackedText, numbers: Iterator[int]) -> Xml:
    """A run of text, within a change if only one document has it."""
    text = "delText" if stretch.only is Side.A else "t"
    run = make("r")
    for part in filter(None, CELL_ENDS.split(stretch.text)):
        run.append(make(_BREAKS[part]) if part in _BREAKS else make(text, legible(part), {SPACE: "preserve"}))
    if stretch.only is None:
        return run
    change = _change(stretch.only, numbers)
    change.append(run)
    return change


def _change(only: Side, numbers: Iterator[int]) -> Xml:
    return make(CHANGES[only], {f"{W}id": str(next(numbers)), f"{W}author": AUTHOR})
