"""A tagged PDF: its tree says which characters are a paragraph, a heading, an item, a cell or a note.

After `settings_of`: every character that the tree holds is in one setting, in the order of the tree; paragraphs
without text are gone. What the tree does not say (where a paragraph goes on, what stands around the text) comes later.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby, pairwise

from build_tools.draft import Cell
from build_tools.model import Kind
from build_tools.sources.readers.pdf.file.glyphs import Glyph
from build_tools.sources.readers.pdf.file.tree import Content, Element
from build_tools.sources.readers.pdf.marks import mark_of
from build_tools.sources.readers.pdf.page.columns import joined
from build_tools.sources.readers.pdf.page.rows import PrintRow, draws_spaces, row_of, rows_of
from build_tools.sources.readers.pdf.page.setting import Typeset
from build_tools.sources.readers.pdf.page.spaces import without_covered
from build_tools.sources.readers.pdf.signing import OFFICE

HEADING = re.compile(r"H([1-6]?)|Title")
"""The name of an element that is a heading: `H2` with its level, `H` and `Title` without one."""
INLINE = frozenset({
    "Span", "Link", "Em", "Strong", "Quote", "Reference", "Code", "BibEntry", "Annot", "Sub", "Ruby", "Warichu",
    "Formula", "Form", "Lbl", "NonStruct",
})  # fmt: skip
"""Elements that stand in a line, where no paragraph is in them."""
BLOCK = frozenset(
    {"P", "L", "LI", "Table", "Note", "FENote", "Figure", "Caption", "BlockQuote", "TOC", "TOCI", "Index"}
)
NOTES = frozenset({"Note", "FENote"})
STEP_UP, BESIDE_ROW = 0.5, 4
"""Of the size: a row whose base lies so much above the one before it is out of order, but where it begins so near to
the right edge that it can stand in a column beside it."""
MANY_PARAGRAPHS = 5
"""A cell with as many paragraphs is no cell of a table that is read across."""
LINE_SIZE, LINE_BASE = 12, 40
"""Characters of a line, back from its end, that tell its size and its base line: the size can change within a line; a
raised number is never as long as what tells the base."""
ON_LINE = 0.6
"""Of the size: what is raised or lowered on a line stands no further from its base; the next line stands 1.1 away."""
ROUNDED_SIZE = 0.1
"""Points by which characters of one size can differ."""

Glyphs = Mapping[Content, Sequence[Glyph]]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around an element: what it is part of, how many lists it lies in; `loose` is text in no paragraph."""

    kind: Kind = Kind.PARAGRAPH
    level: int = 1
    note: bool = False
    loose: bool = True
    depth: int = 0


def settings_of(tree: Element, glyphs: Glyphs) -> list[Typeset]:
    """The settings that a tree gives, in its order. Those with level 0 are text that it holds in no paragraph."""
    return [setting for setting in TreeReading(glyphs).read(tree, Around()) if setting.rows]


class TreeReading:
    """Walks a tree and gives settings; counts the tables."""

    def __init__(self, glyphs: Glyphs) -> None:
        self.glyphs = glyphs
        self.tables = count(1)

    def read(self, element: Element, around: Around) -> Iterator[Typeset]:
        """The settings of an element."""
        heading = HEADING.fullmatch(element.tag)
        if element.tag == "Table":
            yield from self.table(element)
        elif element.tag in NOTES:
            yield from self.parts(element, replace(around, kind=Kind.NOTE, note=True, loose=False))
        elif heading:
            level = int(heading[1] or 2) if heading.lastindex else 1
            yield from self.parts(element, replace(around, kind=Kind.HEADING, level=level, loose=False))
        elif element.tag == "L":
            yield from self.parts(element, replace(around, depth=around.depth + 1))
        elif element.tag == "LI":
            yield from self.item(element, around)
        elif element.tag in ("P", "Caption", "TOCI"):
            yield from self.parts(element, replace(around, loose=False))
        else:
            yield from self.parts(element, around)

    def parts(self, element: Element, around: Around) -> Iterator[Typeset]:
        """What stands in an element: its own text, and what has a setting of its own."""
        own: list[Glyph] = []
        notes: list[Typeset] = []
        for kid in element.kids:
            if isinstance(kid, Content) or is_inline(kid):
                own += self.text(kid)
            elif kid.tag in NOTES:
                notes += self.read(kid, around)
            else:
                yield from self.flush(own, around)
                own = []
                yield from self.read(kid, around)
        yield from self.flush(own, around)
        yield from notes

    def flush(self, own: Sequence[Glyph], around: Around) -> Iterator[Typeset]:
        rows = ordered_rows(own)
        if rows:
            level = 0 if around.loose and around.kind is Kind.PARAGRAPH else around.level
            yield Typeset(tuple(rows), around.kind, level)

    def text(self, kid: Element | Content, actual: str | None = None) -> list[Glyph]:
        """The characters of content, or of all that an element holds; a hyphen that only breaks a word knows it."""
        if isinstance(kid, Content):
            found = list(self.glyphs.get(kid, ()))
            return [replace(glyph, actual=actual) for glyph in found] if actual == "\u00ad" else found
        return [glyph for one in kid.kids for glyph in self.text(one, kid.actual or actual)]

    def item(self, element: Element, around: Around) -> Iterator[Typeset]:
        """An item of a list: its mark, its text, and what lies deeper."""
        level = max(1, around.depth)
        found = list(self.parts(unfolded(element), Around(Kind.ITEM, level, loose=False, depth=around.depth)))
        first = True
        for setting in found:
            if setting.kind is Kind.ITEM and setting.level == level and first:
                first = False
                yield replace(setting, mark=mark_of(setting.first))
            else:
                yield setting

    def table(self, element: Element) -> Iterator[Typeset]:
        """The cells of a table, each at its place; what is a table only to place its text is text."""
        cells = in_reading_order(list(self.cells(element)))
        if is_layout(cells):
            yield from (setting for _, found in cells for setting in found)
            return
        table = next(self.tables)
        for place, found in cells:
            rows = [row for setting in found for row in setting.rows]
            if rows:
                yield Typeset(tuple(rows), Kind.TABLE, table=table, cell=place)

    def cells(self, element: Element) -> Iterator[tuple[Cell, list[Typeset]]]:
        """The cells of a table with their places and what they hold."""
        taken: set[tuple[int, int]] = set()
        for at, (row, head) in enumerate(table_rows(element, False)):
            column = 0
            for cell in row.kids:
                if not isinstance(cell, Element):
                    continue
                while (at, column) in taken:
                    column += 1
                taken |= {(at + r, column + c) for r in range(cell.rows) for c in range(cell.columns)}
                place = Cell(at, column, cell.rows, cell.columns, head or cell.tag == "TH")
                column += cell.columns
                yield place, list(self.parts(cell, Around(loose=False)))


def in_reading_order(cells: Sequence[tuple[Cell, list[Typeset]]]) -> list[tuple[Cell, list[Typeset]]]:
    """The cells, those of a row from left to right: where the end of a page parts a row, a tree can mix them up."""
    found: list[tuple[Cell, list[Typeset]]] = []
    for _, run in groupby(cells, key=lambda one: one[0].row):
        row = list(run)
        if all(own and cell.columns == 1 for cell, own in row) and len({own[0].first.page for _, own in row}) > 1:
            texts = sorted((own for _, own in row), key=lambda own: own[0].first.x0)
            row = [(cell, own) for (cell, _), own in zip(row, texts, strict=True)]
        found += row
    return found


def is_layout(cells: Sequence[tuple[Cell, Sequence[Typeset]]]) -> bool:
    """Whether a table only places text: one of its cells holds a whole text, no row has text in two, or all sign."""
    filled = [(place.row, found) for place, found in cells if found]
    full = any(len(found) >= MANY_PARAGRAPHS for _, found in filled)
    one_column = len({row for row, _ in filled}) == len(filled)
    return full or one_column or all(signs(found) for _, found in filled)


def signs(found: Sequence[Typeset]) -> bool:
    """Whether what stands in a cell is who signs: an office, perhaps below a name."""
    rows = [row for one in found for row in one.rows]
    return any(OFFICE.match(row.text) for row in rows[:2])


def is_inline(element: Element) -> bool:
    """Whether an element stands in a line: no paragraph, list, table or note is in it."""
    return element.tag in INLINE and not any(
        isinstance(one, Element) and (one.tag in BLOCK or HEADING.fullmatch(one.tag)) for one in element.walk()
    )


def unfolded(element: Element) -> Element:
    """An item whose mark and first paragraph are one text: what only wraps them is taken away."""
    kids: list[Element | Content] = []
    for kid in element.kids:
        if isinstance(kid, Element) and kid.tag in ("LBody", "Div", "NonStruct", "Sect") and not is_inline(kid):
            kids += unfolded(kid).kids
        elif isinstance(kid, Element) and kid.tag in ("P", "LBody") and all(is_text(one) for one in kids):
            kids += kid.kids
        else:
            kids.append(kid)
    return replace(element, kids=tuple(kids))


def is_text(kid: Element | Content) -> bool:
    """Whether it is the mark of an item, or text before its paragraph: nothing that has a setting of its own."""
    return isinstance(kid, Element) and kid.tag == "Lbl"


def table_rows(element: Element, head: bool) -> Iterator[tuple[Element, bool]]:
    """The rows of a table, and whether they head it."""
    for kid in element.kids:
        if isinstance(kid, Element) and kid.tag == "TR":
            yield kid, head
        elif isinstance(kid, Element):
            yield from table_rows(kid, kid.tag == "THead")


def ordered_rows(glyphs: Sequence[Glyph]) -> list[PrintRow]:
    """The rows of characters that are in reading order: a new one where the base line changes for good."""
    spaced = draws_spaces(glyphs)
    lines: list[list[Glyph]] = []
    for glyph in without_covered(glyphs):
        if lines and goes_on(lines[-1], glyph):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    rows = [row for line in lines if (row := row_of(line, spaced)).text]
    return rows if not jumbled(rows) else by_place(glyphs)


def jumbled(rows: Sequence[PrintRow]) -> bool:
    """Whether a row stands above the one before it on the same page, and not in a column beside it."""
    return any(
        a.page == b.page
        and b.base < a.base - STEP_UP * b.size
        and b.x0 < max(row.x1 for row in rows) - BESIDE_ROW * b.size
        and b.x0 < a.x1
        for a, b in pairwise(rows)
    )


def by_place(glyphs: Sequence[Glyph]) -> list[PrintRow]:
    """The rows of a paragraph whose tree has its parts in a wrong order: page by page, from top to bottom."""
    pages = sorted({glyph.page for glyph in glyphs})
    return [row for page in pages for row in joined(rows_of([one for one in glyphs if one.page == page]))]


def goes_on(line: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether a character stands on the line that is being read, or is raised or lowered on it."""
    if line[0].page != glyph.page:
        return False
    size = max(one.size for one in line[-LINE_SIZE:])
    ahead = glyph.x0 >= line[-1].x0 - size
    return ahead and abs(glyph.base - main_base(line[-LINE_BASE:])) < ON_LINE * max(size, glyph.size)


def main_base(glyphs: Sequence[Glyph]) -> float:
    """The base line of the largest characters."""
    size = max(glyph.size for glyph in glyphs)
    return next(glyph.base for glyph in reversed(glyphs) if glyph.size >= size - ROUNDED_SIZE)
