"""Doubts about tables: lines that look like rows, and stayed lines of text."""

import re
from collections.abc import Callable, Iterator, Sequence

from build_tools.draft import Line
from build_tools.model import Doubt, DoubtKind, Kind
from build_tools.reading.doubts.evidence import Evidence
from build_tools.reading.text_tables.rows import FIGURE, TextTable
from build_tools.reading.text_tables.step import columns_from

ROWS = 3
"""Rows of what may be a table at the least; two lines that end in figures can be a sentence."""

LONE = 4
"""Lines of one figure each at the least: the cells of a table that a tool read one by one. Items and signatures have
other reasons to stand in columns."""

GAP = re.compile(r"\S {2,}(?=\S)")
"""`2022   1,4`: spaces between what may be two cells."""


def tables_given_up(evidence: Evidence) -> Iterator[Doubt]:
    """The first row of each stretch of lines that looks like a table."""
    texts = [block for block in evidence.letter.blocks if block.kind in (Kind.PARAGRAPH, Kind.HEADING)]
    numbers = {number for block in texts for number in range(block.lines[0], block.lines[1] + 1)}
    lines = [line for line in evidence.cleaned.lines if line.number in numbers]
    at = 0
    while at < len(lines):
        end = max(
            run(lines, at, ends_in_figures, ROWS),
            run(lines, at, is_figures, ROWS),
            run(lines, at, is_figure, LONE),
            columns(lines, at),
        )
        if end:
            yield evidence.doubt(DoubtKind.TABLE_GIVEN_UP, lines[at].number, lines[at].plain)
        at = end or at + 1


def run(lines: Sequence[Line], at: int, is_row: Callable[[str], bool], least: int) -> int:
    """Where rows that begin here end; 0 where fewer than the least are there."""
    end = at
    while end < len(lines) and is_row(lines[end].plain):
        end += 1
    return end if end - at >= least else 0


def columns(lines: Sequence[Line], at: int) -> int:
    """Where lines end whose words begin below each other, with white space before them."""
    end = at
    while end < len(lines) and (found := columns_from(lines, end)) and begins_alike(lines, found):
        end = found.end
    return end if end > at else 0


def begins_alike(lines: Sequence[Line], table: TextTable) -> bool:
    """Whether each column begins at one place, and no row has a gap elsewhere: white space that fills lines does."""
    placed = [(lines[at], row) for at, row in zip(table.lines, table.rows, strict=True)]
    begins = zip(*([line.indent + cell[0] if cell else None for cell in row] for line, row in placed), strict=True)
    filled = any(len(GAP.findall(line.text)) >= len(row) for line, row in placed)
    return not filled and any(len(set(column)) == 1 for column in list(begins)[1:])


def is_figure(text: str) -> bool:
    return FIGURE.fullmatch(text) is not None


def is_figures(text: str) -> bool:
    """Two figures or more, and nothing else."""
    words = text.split()
    return len(words) > 1 and all(map(is_figure, words))


def ends_in_figures(text: str) -> bool:
    """A label, and two figures or more behind it."""
    words = text.split()
    figures = [is_figure(word) for word in words]
    return len(figures) > 2 and all(figures[-2:]) and not figures[0]
