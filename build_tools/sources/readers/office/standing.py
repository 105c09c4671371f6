"""The paragraphs of a file in one row, each with where it stands.

After `standing`: no paragraph is empty; a line that stands apart by an empty line within a paragraph is a paragraph;
tables that only lay out a page are their paragraphs.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from build_tools.draft import Cell
from build_tools.model import Reason
from build_tools.sources.readers.office.layout_tables import begins_text, lays_out
from build_tools.sources.readers.office.written import BREAK, Box, Item, Paragraph, Table, TextRun

SIGN = re.compile(r"(?:[-–—•▪*]|\(?(?:\d{1,2}|[a-z]|[ivx]{2,5})[.)]|o)\s")
"""How a line begins that somebody typed as an item of a list: `– `, `2. `, `b) `, `(iv) `, `o `."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A paragraph and its place: whether it stands apart from the one before, in which table (0: none) and cell, in a
    text box or not. The rest is what it is judged to be: out of the running text, a heading of a level (0: none),
    surely or by its type alone, a signature.
    """

    paragraph: Paragraph
    apart: bool = False
    table: int = 0
    cell: Cell | None = None
    boxed: bool = False
    left_out: Reason | None = None
    heading: int = 0
    sure: bool = True
    signs: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.paragraph.text.split())

    @property
    def runs_on(self) -> bool:
        """Whether it is running text, outside any table."""
        return self.left_out is None and not self.table


class ParagraphRow:
    """Paragraphs gathered in one row."""

    def __init__(self, whole: int) -> None:
        self.found: list[Standing] = []
        self.whole = whole
        self.tables = 0
        self.apart = True
        self.begun = False

    def gather(self, items: Iterable[Item], at: Standing) -> None:
        """Gather what stands at a place, in order."""
        for item in items:
            if isinstance(item, Paragraph):
                self._paragraph(item, at)
            elif isinstance(item, Box):
                self._within(item.content, replace(at, boxed=True))
            elif at.cell is None and not lays_out(item, self.begun, self.whole):
                self.tables += 1
                self._table(item, self.tables)
            else:
                self._cells(item, at)

    def _within(self, items: Iterable[Item], at: Standing) -> None:
        self.apart = True
        self.gather(items, at)
        self.apart = True

    def _paragraph(self, item: Paragraph, at: Standing) -> None:
        for part in parted(item):
            shown = any(run.text.strip() or run.picture for run in part.runs)
            if shown:
                self.found.append(replace(at, paragraph=part, apart=self.apart))
                self.begun = self.begun or begins_text(part.text.strip())
            self.apart = not shown

    def _table(self, table: Table, number: int) -> None:
        for cell in table.cells:
            self._within(cell.content, Standing(Paragraph(()), table=number, cell=cell.place))

    def _cells(self, table: Table, at: Standing) -> None:
        for cell in table.cells:
            self._within(cell.content, at)


def standing(items: Iterable[Item]) -> list[Standing]:
    """All paragraphs, in order."""
    items = tuple(items)
    row = ParagraphRow(letters_in(items))
    row.gather(items, Standing(Paragraph(())))
    return row.found


def letters_in(items: Iterable[Item]) -> int:
    """How many characters a text has, whatever it stands in."""
    total = 0
    for item in items:
        if isinstance(item, Paragraph):
            total += len(item.text.strip())
        elif isinstance(item, Table):
            total += sum(letters_in(cell.content) for cell in item.cells)
        else:
            total += letters_in(item.content)
    return total


def parted(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph, parted where somebody made an empty line in it or began a line with the sign of an item."""
    parts: list[list[tuple[TextRun, ...]]] = [[]]
    empty: set[int] = set()
    for line in lines_of(paragraph.runs):
        text = "".join(run.text for run in line)
        shown = text.strip() or any(run.picture for run in line)
        if parts[-1] and (not shown or SIGN.match(text)):
            parts.append([])
        if not shown:
            empty.add(len(parts) - 1)
        else:
            parts[-1].append(line)
    found = [(at, part) for at, part in enumerate(parts) if part]
    if len(found) < 2:
        yield paragraph
        return
    for order, (at, part) in enumerate(found):
        if order and at in empty:
            yield Paragraph(())
        own = replace(paragraph, runs=joined(part))
        yield replace(own, label=None) if order else own


def lines_of(runs: Iterable[TextRun]) -> list[tuple[TextRun, ...]]:
    """The lines of a paragraph, as they were broken by hand."""
    lines: list[list[TextRun]] = [[]]
    for run in runs:
        first, *rest = run.text.split(BREAK)
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=text, note="", picture="")] for text in rest]
    return [tuple(line) for line in lines]


def joined(lines: Iterable[tuple[TextRun, ...]]) -> tuple[TextRun, ...]:
    """Lines as the runs of one paragraph again."""
    runs: list[TextRun] = []
    for line in lines:
        runs += [*([TextRun(BREAK)] if runs else []), *line]
    return tuple(runs)
