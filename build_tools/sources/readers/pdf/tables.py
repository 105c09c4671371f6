"""Tables of a PDF that is read by place: by their ruling lines, or by text that stands in columns line after line.

After `tables_on`: each cell of a table has its place and its rows; what is in no table is left.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from math import inf

from build_tools.draft import Cell
from build_tools.model import Kind
from build_tools.sources.readers.pdf.file.glyphs import DrawnRule
from build_tools.sources.readers.pdf.marks import is_mark
from build_tools.sources.readers.pdf.page.columns import CLOSE, Frame, by_line
from build_tools.sources.readers.pdf.page.grid import Grid, enclosed, fills_columns, grid_of
from build_tools.sources.readers.pdf.page.rows import PrintRow, parts_of
from build_tools.sources.readers.pdf.page.ruling import SAME_EDGE, Band, ruled_tables
from build_tools.sources.readers.pdf.page.setting import Typeset
from build_tools.sources.readers.pdf.signing import sign_beside

FEWEST_LINES = 3
"""Lines in columns that make a table without rules: two can be a label and its value, or two who sign."""
SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?")
"""`2.2`: the number of a heading."""
ALIGNED = 6.0
"""Points: cells of one column begin or end this near to each other."""
BELOW = 2.5
"""Of the size: lines of a table without rules stand no further below each other."""
ALIKE, MOST_WORDS = 0.6, 30
"""Of the lines of a table without rules: so many have the same number of parts; and words in each part on average,
below which these are cells and no columns of text."""
ABOVE_BASE, BELOW_BASE = 20, 5
"""Points above the first base line and below the last one that a table without rules takes: a line, and what hangs
below the base."""
HANGS = 2
"""Points by which the first sign of a row may hang over the left edge of a table."""
ROWS_RULED = 4
"""Bands between rules: as many mean that each is a row; fewer, that only head and foot are ruled."""


def tables_on(
    rows: Sequence[PrintRow], rules: Sequence[DrawnRule], first: int, frame: Frame
) -> tuple[list[PrintRow], list[Typeset]]:
    """The rows that are in no table, and the cells of the tables of one page; these count from `first`.

    Where the text stands in columns, rules alone tell: its lines are aligned anyway, and what lies across the columns
    needs standing ones.
    """
    rest, cells, number = list(rows), list[Typeset](), first
    for bands, x0, x1 in ruled_tables(rules, rows):
        inside = [r for r in rest if bands[0].top < r.base <= bands[-1].bottom and lies_between(r, x0, x1)]
        inside += beyond_rules(rest, inside, bands, x0, x1)
        bands = with_ends(bands, inside)
        grid = grid_of(rules, bands[0].top, bands[-1].bottom, x0, x1)
        found = enclosed_cells(inside, grid, number)
        found = found or (cells_of(inside, bands, rules, number) if frame.in_one_column(rows[0].page, x0, x1) else [])
        if found:
            rest = [row for row in rest if row not in inside]
            cells += found
            number += 1
    for lines in aligned(rest) if frame.on(rows[0].page).one_column else ():
        found = cells_of(lines, [Band(lines[0].base - ABOVE_BASE, lines[-1].base + BELOW_BASE)], (), number)
        if found:
            rest = [row for row in rest if row not in lines]
            cells += found
            number += 1
    return rest, cells


def enclosed_cells(rows: Sequence[PrintRow], grid: Grid | None, table: int) -> list[Typeset]:
    """The cells of a table with standing rules; none where they part fewer columns than its text shows."""
    if grid is None or not rows or len(columns_of(parts_of(rows))) >= len(grid.places):
        return []
    found = enclosed(rows, grid, table)
    return found if fills_columns(found) else []


def beyond_rules(
    rows: Sequence[PrintRow], inside: Sequence[PrintRow], bands: Sequence[Band], x0: float, x1: float
) -> Iterator[PrintRow]:
    """Lines in columns above the first rule of a table, whose head has none, and below its last one, where the end of
    the page parts a row."""
    columns = columns_of(parts_of(inside))
    top, bottom = bands[0].top, bands[-1].bottom
    lines = by_line([row for row in rows if lies_between(row, x0, x1)]) if columns else []
    yield from in_columns([line for line in reversed(lines) if line[0].base < top], top, columns)
    yield from in_columns([line for line in lines if line[0].base > bottom], bottom, columns)


def in_columns(
    lines: Sequence[Sequence[PrintRow]], edge: float, columns: Sequence[tuple[float, float]]
) -> Iterator[PrintRow]:
    """What stands in the columns of a table line by line, from its edge on."""
    for line in lines:
        under = all(any(abs(a - row.x0) < ALIGNED or abs(b - row.x1) < ALIGNED for a, b in columns) for row in line)
        first_alone = len(line) == 1 and place(line[0], columns)[0] == 0
        if first_alone or abs(line[0].base - edge) > BELOW * line[0].size or not under:
            return
        edge = line[0].base
        yield from line


def lies_between(row: PrintRow, x0: float, x1: float) -> bool:
    """Whether a row lies between the left and the right edge of a table."""
    return x0 - HANGS < row.x0 and row.x1 < x1 + SAME_EDGE


def with_ends(bands: Sequence[Band], inside: Sequence[PrintRow]) -> list[Band]:
    """The bands, with one for what stands above the first rule and one for what stands below the last."""
    high = min((row.base for row in inside), default=inf)
    low = max((row.base for row in inside), default=0.0)
    top, bottom = bands[0].top, bands[-1].bottom
    above = [Band(high - ABOVE_BASE, top)] if high < top else []
    return [*above, *bands, *([Band(bottom, low + 1)] if low > bottom else [])]


def aligned(rows: Sequence[PrintRow]) -> Iterator[list[PrintRow]]:
    """Runs of lines that each have several parts, those of each line under those of the line before; between them can
    stand lines of one part, where a cell has several."""
    run: list[list[PrintRow]] = []
    further: list[list[PrintRow]] = []
    for line in [*by_line(rows), []]:
        if (len(line) > 1 and not run) or (run and line and is_next_line(run[-1], line, further)):
            run += [*further, line]
            further = []
            continue
        if len(line) == 1 and run and in_cell(run[-1], line, further):
            further.append(line)
            continue
        if any(is_table_run([line for line in lines if len(line) > 1]) for lines in (run, [*map(parts_of, run)])):
            yield [row for one in [*run, *rest_of_cell(run, further)] for row in one]
        run, further = [line] if len(line) > 1 else [], []


def is_next_line(above: Sequence[PrintRow], line: Sequence[PrintRow], between: Sequence[Sequence[PrintRow]]) -> bool:
    """Whether a line goes on with a table: in its parts, or in those that only a narrow gap parts, as columns that are
    no wider than their text leave it."""
    if len(line) > 1 and stands_under(above, line, between):
        return True
    cells = parts_of(line)
    return len(cells) > 1 and stands_under(parts_of(above), cells, between)


def rest_of_cell(run: Sequence[Sequence[PrintRow]], further: Sequence[Sequence[PrintRow]]) -> list[Sequence[PrintRow]]:
    """Of the lines of one part below a table those of its last row, if other rows have such lines: no white space parts
    them from it."""
    above = [run[-1], *further]
    close = (below[0].base - line[0].base < CLOSE * line[0].size for line, below in pairwise(above))
    return list(further[: sum(takewhile(bool, close))]) if any(len(line) == 1 for line in run) else []


def is_table_run(run: Sequence[Sequence[PrintRow]]) -> bool:
    """Whether lines in parts are a table, not one justified line by chance: as many parts in most of them; nor items of
    a list whose marks stand far before them, nor values behind labels (`Besluit:`), which are paragraphs, also where a
    numbered heading stands between them; nor who sign beside each other."""
    labels = [line[0].text for line in run if not SECTION.fullmatch(line[0].text)]
    pairs = all(len(line) == 2 for line in run)
    marked = pairs and bool(labels) and all(is_mark(text) or text.endswith(":") for text in labels)
    if len(run) < FEWEST_LINES or marked or sign_beside(run[0]):
        return False
    counts = Counter(map(len, run))
    count, often = counts.most_common(1)[0]
    words = sum(len(row.text) for line in run for row in line) / sum(map(len, run))
    return often >= ALIKE * len(run) and count >= 2 and words < MOST_WORDS


def stands_under(above: Sequence[PrintRow], line: Sequence[PrintRow], between: Sequence[Sequence[PrintRow]]) -> bool:
    """Whether the parts of a line stand under those of one above, with no white space but what lies between."""
    shared = sum(any(abs(one.x0 - row.x0) < ALIGNED or abs(one.x1 - row.x1) < ALIGNED for one in above) for row in line)
    return is_near(between[-1] if between else above, line) and shared >= min(len(line), len(above))


def in_cell(above: Sequence[PrintRow], line: Sequence[PrintRow], between: Sequence[Sequence[PrintRow]]) -> bool:
    """Whether a line is a further one of a cell: it begins under one of the parts above and ends before the next."""
    (row,) = line
    first = any(abs(left.x0 - row.x0) < ALIGNED and row.x1 < right.x0 for left, right in pairwise(above))
    return is_near(between[-1] if between else above, line) and (first or abs(above[-1].x0 - row.x0) < ALIGNED)


def is_near(above: Sequence[PrintRow], line: Sequence[PrintRow]) -> bool:
    """Whether a line stands close below another on one page."""
    return line[0].page == above[0].page and line[0].base - above[0].base < BELOW * line[0].size


def cells_of(rows: Sequence[PrintRow], bands: Sequence[Band], rules: Sequence[DrawnRule], table: int) -> list[Typeset]:
    """The cells of a table; none where its text stands in one column: then it is a frame around text."""
    parts = parts_of(rows)
    columns = columns_of(parts)
    if len(columns) < 2:
        return []
    cells: list[Typeset] = []
    at = 0
    for band_rows in table_rows(parts, bands, columns):
        halves = halved(band_rows, rules, columns)
        for half, (own_rows, whole) in enumerate(halves):
            cells += row_cells(own_rows, columns, at + half, 1, table)
            cells += row_cells(whole, columns, at + half, len(halves), table)
        at += len(halves)
    return sorted(cells, key=lambda one: (one.cell.row, one.cell.column) if one.cell else (0, 0))


def row_cells(
    rows: Sequence[PrintRow], columns: Sequence[tuple[float, float]], at: int, high: int, table: int
) -> Iterator[Typeset]:
    """The cells of one row of a table; `high` is how many rows they take."""
    for column in range(len(columns)):
        own = [row for row in rows if place(row, columns)[0] == column]
        if own:
            where = Cell(at, column, high, max(place(row, columns)[1] for row in own), header=at == 0)
            yield Typeset(tuple(own), Kind.TABLE, table=table, cell=where)


def halved(
    rows: Sequence[PrintRow], rules: Sequence[DrawnRule], columns: Sequence[tuple[float, float]]
) -> list[tuple[list[PrintRow], list[PrintRow]]]:
    """A row that a shorter rule halves: what stands above it and below it, and what takes the whole height."""
    top, bottom = min(row.base for row in rows), max(row.base for row in rows)
    cuts = [rule for rule in rules if rule.lies and top < rule.top < bottom]
    height = next((rule.top for rule in cuts if not crosses_all(rule.top, cuts, columns)), None)
    if height is None:
        return [(list(rows), [])]
    under = [rule for rule in cuts if abs(rule.top - height) < 2]
    parted = [row for row in rows if any(rule.x0 - 2 < row.x0 and row.x1 < rule.x1 + 2 for rule in under)]
    whole = [row for row in rows if row not in parted]
    above = [row for row in parted if row.base < height]
    return [(above, whole), ([row for row in parted if row not in above], [])]


def crosses_all(height: float, cuts: Sequence[DrawnRule], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether rules at one height run under every column."""
    level = [rule for rule in cuts if abs(rule.top - height) < 2]
    return all(any(rule.x0 <= (a + b) / 2 <= rule.x1 for rule in level) for a, b in columns)


def columns_of(parts: Sequence[PrintRow]) -> list[tuple[float, float]]:
    """The columns, from left to right, by the lines that have the most parts."""
    lines = by_line(parts)
    if not lines:
        return []
    counts = Counter(map(len, lines))
    most = max((count for count, often in counts.items() if often >= 2), default=1)
    if most < 2:
        return []
    columns = [(row.x0, row.x1) for row in next(line for line in lines if len(line) == most)]
    for line in (line for line in lines if len(line) == most):
        columns = [(min(a, row.x0), max(b, row.x1)) for (a, b), row in zip(columns, line, strict=True)]
    overlap = any(a[1] > b[0] for a, b in pairwise(columns))
    return [] if overlap else columns


def place(row: PrintRow, columns: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """The column that a part begins in, and how many it takes."""
    under = [at for at, (left, right) in enumerate(columns) if row.x0 < right and row.x1 > left]
    if under:
        return under[0], len(under)
    return min(range(len(columns)), key=lambda at: abs(columns[at][0] - row.x0)), 1


def table_rows(
    parts: Sequence[PrintRow], bands: Sequence[Band], columns: Sequence[tuple[float, float]]
) -> Iterator[list[PrintRow]]:
    """The parts of each row: of each band between rules, or where few are ruled, of each line with several parts."""
    for band in bands:
        own = [row for row in parts if band.top < row.base <= band.bottom]
        if len(bands) >= ROWS_RULED or not own:
            if own:
                yield own
            continue
        yield from split_band(own, columns)


def split_band(own: Sequence[PrintRow], columns: Sequence[tuple[float, float]]) -> Iterator[list[PrintRow]]:
    """The rows of a band: one begins where the first column and another have text."""
    found: list[list[PrintRow]] = []
    for line in by_line(own):
        begins = len(line) > 1 and place(line[0], columns)[0] == 0
        if begins or not found:
            found.append([])
        found[-1] += line
    yield from found
