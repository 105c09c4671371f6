"""Text set in two columns, as notas and reports have it, where the look of the page is kept (`pdftotext -layout`).

After `part_text_columns` the lines of each page's left column come before those of its right one. Both columns are of
about one width and filled with text: by that a second column is told from a margin and from the cells of a table.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from build_tools.draft import Draft, Line
from build_tools.reading.steps.pieces import GAP, piece
from build_tools.reading.steps.taking_out import pages

GUTTER = re.compile(r"\s{2,}")
"""White space that can part two columns: a full line of the left one comes as near to the right one as two signs."""

NARROWEST, LEAST_ROWS = 24, 8
"""Columns that each of the two takes at the least, and rows with text in both: shorter ones can be a table, or roles of
signers side by side."""

FEW_ROWS = 3
"""Such rows at the least on a page of a text that has surely two columns on another."""

FULL, MOSTLY = 0.75, 0.5
"""The part of its column's widest line that a full line takes, and the part of the rows in both columns of which each
is full: running text fills its lines, cells of a table and labels do not."""

ALIKE = 0.6
"""The part of the wider column that the narrower one takes at the least: beside a margin text is three times as
wide."""

APART = 2
"""Blank lines that part text in columns from what stands below it over the whole page."""

Row = tuple[Line | None, Line | None]
"""What of a line stands in the left column, and what in the right one."""


def part_text_columns(draft: Draft) -> Draft:
    """Put the right column of each page below its left one."""
    found = [draft.lines[page.start : page.stop] for page in pages(draft.lines)]
    edges = [sure_edge(page) for page in found]
    usual = Counter(filter(None, edges)).most_common(1)
    if not usual:
        return draft
    lines = (line for page, own in zip(found, edges, strict=True) for line in in_order(page, own or usual[0][0]))
    return replace(draft, lines=tuple(lines))


def sure_edge(lines: Sequence[Line]) -> int:
    """Where the right one of two columns of text surely begins on a page; 0 where it has no such columns."""
    counts = Counter(line.indent + gap.end() for line in lines for gap in GUTTER.finditer(line.text))
    edges = (edge for edge, count in counts.most_common() if count >= LEAST_ROWS and edge >= NARROWEST)
    return next((edge for edge in edges if is_text(rows_of(lines, in_columns(lines, edge), edge))), 0)


def in_order(lines: Sequence[Line], edge: int) -> Sequence[Line]:
    """The lines of a page in the order of reading, of which the right column begins at `edge`."""
    region = in_columns(lines, edge)
    rows = rows_of(lines, region, edge)
    if sum(None not in row for row in rows) < FEW_ROWS:
        return lines
    left, right = (list(column(lines[region.start : region.stop], rows, side)) for side in (0, 1))
    moved = [replace(line, indent=line.indent - edge) for line in right]
    turned = [replace(moved[0], turn=True), *moved[1:]]
    return [*lines[: region.start], *left, *turned, *lines[region.stop :]]


def in_columns(lines: Sequence[Line], edge: int) -> range:
    """The longest run of lines with no text over the gutter before a column; none of a page without two columns."""
    runs = groupby(range(len(lines)), key=lambda at: parted(lines[at], edge) != (None, None))
    regions = (trimmed(lines, list(run), edge) for is_open, run in runs if is_open)
    return max(regions, key=len, default=range(0))


def rows_of(lines: Sequence[Line], region: range, edge: int) -> list[Row]:
    """What of these lines stands in the left and in the right column."""
    return [parted(lines[at], edge) for at in region]


def trimmed(lines: Sequence[Line], run: Sequence[int], edge: int) -> range:
    """Lines from the first with text in the right column on, to where the left one ends below the last such line."""
    beside = [at for at in run if parted(lines[at], edge)[1]]
    if not beside:
        return range(0)
    end = beside[-1] + 1
    while end <= run[-1] and lines[end].blanks < APART:
        end += 1
    return range(beside[0], end)


def parted(line: Line, edge: int) -> Row:
    """What of a line stands before a column and what from it on; nothing of a line that runs over the gutter."""
    at = edge - line.indent
    if at <= 0:
        return None, line
    if len(line.text) <= at - 1:
        return line, None
    if at < len(line.text) and line.text[at - 2 : at].isspace():
        start = at + len(line.text[at:]) - len(line.text[at:].lstrip())
        return piece(line, 0, len(line.text[:at].rstrip())), piece(line, start, len(line.text))
    return None, None


def is_text(rows: Sequence[Row]) -> bool:
    """Whether both columns hold running text, of about one width; not two columns of a table each."""
    both = [(len(left.text), len(right.text)) for left, right in rows if left and right]
    cells = sum(all(side and GAP.search(side.text) for side in row) for row in rows)
    if len(both) < LEAST_ROWS:
        return False
    widest = [max(side) for side in zip(*both, strict=True)]
    full = sum(all(own > FULL * most for own, most in zip(row, widest, strict=True)) for row in both)
    alike = min(widest) >= max(NARROWEST, ALIKE * max(widest))
    return alike and full > MOSTLY * len(both) > cells


def column(lines: Sequence[Line], rows: Sequence[Row], side: int) -> Iterator[Line]:
    """The lines of one column, each with the blank lines above it there."""
    own = [(at, line) for at, row in enumerate(rows) if (line := row[side])]
    first, line = own[0]
    yield replace(line, blanks=lines[first].blanks)
    for (before, _), (at, line) in pairwise(own):
        yield replace(line, blanks=sum(lines[n].blanks for n in range(before + 1, at + 1)) + at - before - 1)
