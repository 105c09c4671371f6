"""The text of a letter in the elements of Akoma Ntoso, and the way back from them.

A heading opens a container with all up to the next one; its level is told by its class (`niveau-2`). Items in a row
are one list. A note stands where it is called first; one that nothing calls comes at the end.
"""

from collections.abc import Iterator

from lxml import etree

from build_tools.addresses import note_anchor
from build_tools.dutch.characters import legible
from build_tools.exports.akoma_ntoso.elements import add_text, named, within
from build_tools.model import NEXT_CELL, NEXT_ROW, Block, Kind, Letter, Note
from build_tools.tabular.grid import shaped

_NOTES = {named("authorialNote"), named("noteRef")}
_BLOCKS = [named(name) for name in ("heading", "p", "table", "block")]


def body(parent: etree._Element, letter: Letter) -> None:
    """All blocks and notes."""
    writer = _BodyWriter(parent, {note.n: note for note in letter.notes})
    for block in letter.blocks:
        writer.add(block)
    writer.end()


class _BodyWriter:
    """Where the next block goes, and the notes that have no place yet."""

    def __init__(self, main: etree._Element, notes: dict[int, Note]) -> None:
        self._main = self._open = main
        self._list: etree._Element | None = None
        self._notes, self._printed = notes, {n: note.printed for n, note in notes.items()}

    def add(self, block: Block) -> None:
        if block.kind is not Kind.ITEM:
            self._list = None
        if block.kind is Kind.HEADING:
            self._section(block)
        elif block.kind is Kind.TABLE:
            _table(self._open, block)
            self._below(block)
        else:
            self._text(self._place(block), block)

    def end(self) -> None:
        """The notes that nothing calls."""
        for n in list(self._notes):
            self._note(within(self._main, "p"), n)

    def _section(self, block: Block) -> None:
        name = f"niveau-{block.level}"
        section = within(self._main, "hcontainer", name="deel", class_=name, eId=f"deel-{block.n}")
        self._text(within(section, "heading", eId=block.anchor), block)
        self._open = within(section, "content", eId=f"deel-{block.n}-tekst")

    def _place(self, block: Block) -> etree._Element:
        """The element that takes the text of a block."""
        if block.kind is Kind.ITEM:
            if self._list is None:
                self._list = within(self._open, "blockList", eId=f"lijst-{block.n}")
            item = within(self._list, "item", class_=f"niveau-{block.level}", eId=f"item-{block.n}")
            return within(item, "p", eId=block.anchor)
        if block.kind is Kind.SIGNATURE:
            return within(self._open, "block", name="ondertekening", eId=block.anchor)
        return within(self._open, "p", eId=block.anchor)

    def _text(self, element: etree._Element, block: Block) -> None:
        """The text with its line ends, and notes at their calls."""
        marks = sorted([(at, 0) for at in block.breaks] + [(ref.at, ref.n) for ref in block.notes])
        last = 0
        for at, n in marks:
            add_text(element, legible(block.text[last:at]))
            self._note(element, n) if n else within(element, "eol")
            last = at
        add_text(element, legible(block.text[last:]))

    def _below(self, block: Block) -> None:
        """The notes of a table, below it."""
        for ref in block.notes:
            self._note(within(self._open, "p"), ref.n)

    def _note(self, element: etree._Element, n: int) -> None:
        marker = legible(self._printed.get(n, str(n)))
        if note := self._notes.pop(n, None):
            made = within(element, "authorialNote", marker=marker, placement="bottom", eId=f"noot-{n}")
            add_text(within(made, "p", eId=note_anchor(n)), legible(note.text))
        elif n in self._printed:
            within(element, "noteRef", href=f"#noot-{n}", marker=marker)


def _table(parent: etree._Element, block: Block) -> None:
    table = within(parent, "table", eId=block.anchor)
    for row in shaped(block.cells):
        line = within(table, "tr")
        for place in row:
            cell = place.cell
            taken = {"colspan": place.columns, "rowspan": place.rows}
            spans = {name: str(count) for name, count in taken.items() if count > 1}
            paragraph = within(within(line, "th" if place.header else "td", **spans), "p")
            if cell:
                paragraph.set("class", "cel")
                add_text(paragraph, legible(block.text[cell.start : cell.end]))


def read_back(data: bytes) -> dict[str, str]:
    """The text of every passage, by its anchor, as the program keeps it."""
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
    found = {}
    for element in root.iter(_BLOCKS):
        anchor = element.get("eId")
        if anchor:
            found[anchor] = _cells(element) if element.tag == named("table") else "".join(_own_text(element))
    return found


def _own_text(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in _NOTES:
            yield from _own_text(child)
        yield child.tail or ""


def _cells(table: etree._Element) -> str:
    rows = (
        NEXT_CELL.join("".join(_own_text(cell)) for cell in row.iter(named("p")) if cell.get("class") == "cel")
        for row in table.iter(named("tr"))
    )
    return NEXT_ROW.join(rows)
