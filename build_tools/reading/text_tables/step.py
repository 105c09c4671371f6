"""Tables in plain text: lines whose cells stand below each other, parted by bars, tabs or runs of spaces.

After `set_tables_apart`: the lines of surely known tables are out of the text, one for each cell, with its place; what
was drawn between them is taken out. After `put_tables_back`: they stand where they stood. So no step between the two
takes a figure for a note, or a column for a margin. Where it is not sure that lines are a table they stay as they are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.draft import Cell, Cut, Draft, Given, Line
from build_tools.model import Kind, Reason
from build_tools.reading.blocks.list_marks import bullet_of
from build_tools.reading.text_tables.rows import (
    FIGURE,
    Row,
    Stretch,
    TextTable,
    figure_columns,
    follows,
    has_head,
    is_rule,
    texts_at,
    texts_of,
    trimmed,
)

LEAST_ROWS = 3
"""Rows of a table at the least: two lines can have a gap at the same column by chance, as two signatures do."""

WIDE = 3
"""Columns of a table, parted by tabs, that needs no figures: two with words can be labels and what they say."""

LEAST_GAP = 2
"""Columns of white space between two cells at the least; one space parts words."""

LONGEST_CELL = 60
"""Characters of a cell at the most, where only white space parts cells: longer ones are lines of text in columns."""

MOST_ROWS = 200
"""Rows that are looked at as one table, so that time stays in proportion; a page has some sixty lines."""

GAPPED = re.compile(rf"\S {{{LEAST_GAP},}}\S")
"""Text, white space that can part two cells, and text."""

BAR, TAB = re.compile(r"\|"), re.compile(r"\t")


def set_tables_apart(draft: Draft) -> Draft:
    """Take the lines of tables out of the text, each cell a line of its own."""
    found = list(tables_in(draft.lines))
    inside = {at for table in found for at in range(table.start, table.end)}
    cells = tuple(cell for table in found for cell in cell_lines(draft.lines, table))
    drawn = tuple(cut for table in found for cut in drawn_in(draft.lines, table))
    kept = [
        replace(line, blanks=max(line.blanks, 1)) if at - 1 in inside else line
        for at, line in enumerate(draft.lines)
        if at not in inside
    ]
    return replace(draft, lines=tuple(kept), tables=cells, taken=(*draft.taken, *drawn)) if found else draft


def put_tables_back(draft: Draft) -> Draft:
    """Put each table behind the last line that stood before it."""
    lines = list(draft.lines)
    for cell in reversed(draft.tables):
        at = next((at for at in range(len(lines), 0, -1) if lines[at - 1].start < cell.start), 0)
        lines.insert(at, cell)
    return replace(draft, lines=tuple(lines), tables=())


def tables_in(lines: Sequence[Line]) -> Iterator[TextTable]:
    """The tables, in order; what is drawn is surer than tabs, and tabs are surer than spaces."""
    at = 0
    while at < len(lines):
        table = next(filter(None, (find(lines, at) for find in (barred, tabbed, aligned))), None)
        if table:
            yield table
        at = table.end if table else at + 1


def barred(lines: Sequence[Line], at: int) -> TextTable | None:
    """Rows whose cells are parted by bars, as many in each: three, or two with figures."""
    table = parted_by(lines, at, BAR)
    if table is None:
        return None
    rows = texts_of(lines, table)
    return table if len(rows) >= LEAST_ROWS or (len(rows) > 1 and figure_columns(rows)) else None


def tabbed(lines: Sequence[Line], at: int) -> TextTable | None:
    """Rows whose cells are parted by tabs, as many in each: three columns, or two of which one has figures."""
    table = parted_by(lines, at, TAB)
    if table is None or len(table.rows) < LEAST_ROWS:
        return None
    rows = texts_of(lines, table)
    listed = all(bullet_of(f"{row[0]} x") for row in rows)
    return table if not listed and (len(rows[0]) >= WIDE or figure_columns(rows)) else None


def parted_by(lines: Sequence[Line], at: int, sign: re.Pattern[str]) -> TextTable | None:
    """Lines from here on with as many cells in each; drawn lines between them are no rows. They are judged once, from
    the first on.
    """
    if at and follows(lines, at) and goes_on(lines[at - 1], lines[at], sign):
        return None
    rows: list[Row] = []
    places: list[int] = []
    ruled = False
    end = at
    while end < len(lines) and (end == at or follows(lines, end)):
        cells = cells_between(lines[end], sign)
        if is_rule(lines[end]) and (rows or sign is BAR):
            ruled = ruled or len(rows) == 1
        elif len(cells) > 1 and (not rows or len(cells) == len(rows[0])):
            rows.append(cells)
            places.append(end)
        else:
            break
        end += 1
    return TextTable(at, end, tuple(rows), tuple(places), ruled) if rows else None


def goes_on(before: Line, line: Line, sign: re.Pattern[str]) -> bool:
    """Whether two lines are of one stretch: with as many cells, or drawn."""
    counts = len(cells_between(before, sign)), len(cells_between(line, sign))
    drawn = sign is BAR and (is_rule(before) or (is_rule(line) and counts[0] > 1))
    return drawn or (counts[0] == counts[1] > 1)


def cells_between(line: Line, sign: re.Pattern[str]) -> Row:
    """The stretches between signs; a bar at either end only frames the row."""
    if line.cuts or line.marks or not sign.search(line.text):
        return ()
    text = line.text
    edges = [0, *(edge for found in sign.finditer(text) for edge in found.span()), len(text)]
    cells = [trimmed(text, start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    if sign is BAR:
        cells = cells[text.startswith("|") : len(cells) - text.endswith("|")]
    return tuple(cells)


def aligned(lines: Sequence[Line], at: int) -> TextTable | None:
    """Rows whose cells stand below each other, with white space between them in every row, and figures in a column."""
    first = columns_from(lines, at)
    figures = figure_columns(texts_of(lines, first)) if first else []
    table = columns_from(lines, at, figures) if figures else None
    return table if table and sum(map(bool, texts_of(lines, table)[0])) > 1 else None


def may_align(line: Line) -> bool:
    """Whether a line has a gap, or is drawn below one that has."""
    gaps = GAPPED.search(line.text) is not None
    return not line.cuts and not line.marks and "\t" not in line.text and (gaps or is_rule(line))


def columns_from(lines: Sequence[Line], start: int, figures: Sequence[int] | None = None) -> TextTable | None:
    """The first three rows from here on; or, where it is known in which columns these have figures, all that go on in
    the same way, with figures in one of these. Two drawn lines in a row are no part of a table.
    """
    gaps: list[Stretch] = []
    places: list[int] = []
    more: set[int] = set()
    end, occupied = start, 0
    while (end == start or follows(lines, end)) and (may_align(lines[end]) or label_goes_on(lines, end, places, gaps)):
        if not may_align(lines[end]):
            more.add(end)
        elif not is_rule(lines[end]):
            taken = occupied | columns_taken(lines[end])
            now = gaps_in(taken)
            row = texts_at(lines[end], cells_at(lines[end], now))
            if not now or not is_row(row, bool(places)):
                break
            if len(places) >= LEAST_ROWS:
                figures = [at for at in figures or () if at < len(row) and (not row[at] or FIGURE.fullmatch(row[at]))]
                if not figures or not same_gaps(gaps, now):
                    break
            occupied, gaps = taken, now
            places.append(end)
        elif end > start and is_rule(lines[end - 1]):
            break
        end += 1
        if end == len(lines) or len(places) == (LEAST_ROWS if figures is None else MOST_ROWS):
            break
    if len(places) < LEAST_ROWS:
        return None
    own = sorted({*places, *more})
    rest = (None,) * len(gaps)
    rows = tuple(((0, len(lines[at].text)), *rest) if at in more else cells_at(lines[at], gaps) for at in own)
    return TextTable(start, end, rows, tuple(own), is_rule(lines[own[0] + 1]), frozenset(more))


def label_goes_on(lines: Sequence[Line], at: int, rows: Sequence[int], gaps: Sequence[Stretch]) -> bool:
    """Whether a line is the rest of the label of a row: in small letters right below it, and within its column."""
    if len(rows) < 2 or not gaps or rows[-1] != at - 1 or lines[at].blanks:
        return False
    line = lines[at]
    within = line.indent == lines[rows[0]].indent and line.indent + len(line.text) < gaps[0][1]
    return within and line.text[0].islower() and not (line.cuts or line.marks or GAPPED.search(line.text))


def is_row(row: Sequence[str], below: bool) -> bool:
    """Whether cells are short, and those of a row below the first a label and something beside it."""
    return all(len(text) <= LONGEST_CELL for text in row) and (not below or bool(row[0] and any(row[1:])))


def same_gaps(gaps: Sequence[Stretch], now: Sequence[Stretch]) -> bool:
    """Whether gaps are where they were, if narrower."""
    return len(now) == len(gaps) and all(a[0] < b[1] and b[0] < a[1] for a, b in zip(gaps, now, strict=True))


def columns_taken(line: Line) -> int:
    """The columns in which a line has a character, or a single space between two, as bits."""
    solid = re.sub(r"(?<=\S) (?=\S)", "_", line.text)
    bits = re.sub(r"[^1]", "0", re.sub(r"\S", "1", solid))
    return int(bits[::-1], 2) << line.indent


def gaps_in(occupied: int) -> list[Stretch]:
    """The stretches of columns between the first and the last that are taken in no line."""
    shown = bin(occupied)[:1:-1]
    inside = re.finditer(rf"(?<=1)0{{{LEAST_GAP},}}(?=1)", shown)
    return [found.span() for found in inside]


def cells_at(line: Line, gaps: Sequence[Stretch]) -> Row:
    """The stretches of a line between the gaps."""
    edges = [0, *(edge - line.indent for gap in gaps for edge in gap), max(len(line.text), gaps[-1][1] if gaps else 0)]
    limits = [min(max(edge, 0), len(line.text)) for edge in edges]
    return tuple(trimmed(line.text, a, b) for a, b in zip(limits[::2], limits[1::2], strict=True))


def cell_lines(lines: Sequence[Line], table: TextTable) -> Iterator[Line]:
    """A line for each cell of a table."""
    head = has_head(texts_of(lines, table), table.ruled)
    row = -1
    for at, cells in zip(table.lines, table.rows, strict=True):
        line, row = lines[at], row + (at not in table.going_on)
        for column, cell in enumerate(cells):
            if cell:
                place = Cell(row, column, header=head and row == 0)
                given = Given(lines[table.start].number, Kind.TABLE, cell=place)
                text = line.text[cell[0] : cell[1]]
                yield replace(line, start=line.start + cell[0], text=text, given=given, spaced=0)


def drawn_in(lines: Sequence[Line], table: TextTable) -> Iterator[Cut]:
    """The bars between cells, and drawn lines."""
    cells = dict(zip(table.lines, table.rows, strict=True))
    for at in range(table.start, table.end):
        line, done = lines[at], 0
        for start, end in (*filter(None, cells.get(at, ())), (len(line.text), len(line.text))):
            if drawn := trimmed(line.text, done, start):
                yield Cut(line.start + drawn[0], line.start + drawn[1], Reason.TABLE_RULE)
            done = end
