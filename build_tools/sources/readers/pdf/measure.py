"""What is usual among the rows of a document: their distance, where lines end, how far first lines are set in; and
which of them were ended on purpose."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_tools.sources.readers.pdf.marks import PLACE, mark_of
from build_tools.sources.readers.pdf.page.columns import Edges, Frame, leading, right_end
from build_tools.sources.readers.pdf.page.rows import PrintRow

INDENT = 0.8
"""Of the size: a line that begins further in (printers use 1 to 2) begins a paragraph."""
OPENED = 3
"""Paragraphs whose first line alone is set in: with fewer, that is no habit of the document."""

SPACE = 0.25
"""Of the size: the space between two words."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual among rows of one size: the distance of their base lines, where each column ends, and how far
    first lines are set in (0 where they are not)."""

    step: float
    rights: Mapping[Edges, tuple[float, ...]]
    frame: Frame
    opening: float = 0.0

    def opens(self, row: PrintRow) -> bool:
        """Whether a row is set in as far as the first lines of this document."""
        return bool(self.opening) and abs(self.set_in(row) - self.opening) < PLACE / 2

    def set_in(self, row: PrintRow) -> float:
        """How far right of its column a row begins."""
        return row.x0 - self.frame.on(row.page).lefts[self.frame.column(row)]

    def step_of(self, row: PrintRow) -> float:
        """The usual distance for the size of a row: larger type stands further apart."""
        return self.step * max(1.0, row.size / self.frame.size)

    def right(self, row: PrintRow) -> float:
        """Where the line of a row ends at most."""
        rights, column = self.rights[self.frame.on(row.page)], self.frame.column(row)
        last = self.frame.spans(row) or row.x1 > rights[column] + row.size
        return max(rights) if last else rights[column]


def measure_of(rows: Sequence[PrintRow], frame: Frame) -> Measure:
    """The measures of rows that are set alike."""
    rights = {edges: rights_of(rows, edges, frame) for edges in {*frame.edges}}
    plain = Measure(leading(rows), rights, frame)
    return replace(plain, opening=opening_of(rows, plain))


def rights_of(rows: Sequence[PrintRow], edges: Edges, frame: Frame) -> tuple[float, ...]:
    """Where each column ends on the pages of one format."""
    ends: list[list[float]] = [[] for _ in edges.lefts]
    for row in rows:
        if frame.on(row.page) == edges and not frame.spans(row):
            ends[frame.column(row)].append(row.x1)
    return tuple(right_end(own) if own else edges.right for own in ends)


def opening_of(rows: Sequence[PrintRow], measure: Measure) -> float:
    """How far the first lines of paragraphs are set in, where the lines below them begin at the edge; 0 if they are
    not."""
    found = Counter(
        round(measure.set_in(row) / PLACE)
        for row, below in pairwise(rows)
        if measure.set_in(row) > INDENT * row.size and abs(measure.set_in(below)) < 1 and not mark_of(row)
    )
    step, count = found.most_common(1)[0] if found else (0, 0)
    return step * PLACE if count >= OPENED else 0.0


def is_short(before: PrintRow, row: PrintRow, measure: Measure, slack: float) -> bool:
    """Whether the first word of a row would still have fitted on the line before it."""
    if before.text.endswith(("-", "\u2010", "/")) and row.text[:1].islower():
        return False
    edge = measure.right(before)
    return before.x1 + SPACE * row.size + first_width(row) < edge - slack * before.size


def first_width(row: PrintRow) -> float:
    """The width of the first word of a row; an amount is one with the sign before it."""
    end = next((at for at, sign in enumerate(row.text) if sign.isspace() and row.text[:at] != "€"), len(row.text))
    return next(glyph.x1 for glyph in reversed(row.glyphs[:end]) if glyph) - row.x0
