"""Tables in plain text: lines whose cells stand below each other, parted by bars, tabs or runs of spaces.

After `set_tables_apart`: the lines of surely known tables are out of the text, one for each cell, with its place; what
was drawn between them is taken out. After `put_tables_back`: they stand where they stood. So no step between the two
takes a figure for a note, or a column for a margin. Where it is not sure that lines are a table they stay as they are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.draft import Cell, Cut, Draft, Given, Line
from build_tools.dutch.matching import squeezed
from build_tools.model import Kind, Reason
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.steps.heads.stray_values import COLUMN, is_code
from build_tools.reading.steps.margins.labels import is_label
from build_tools.reading.text_tables.aligned import aligned, announced
from build_tools.reading.text_tables.amounts_amid import amounts_amid
from build_tools.reading.text_tables.broken_labels import broken_labels
from build_tools.reading.text_tables.cell_by_cell import cell_by_cell, years_cell_by_cell
from build_tools.reading.text_tables.cells_alone import cells_alone
from build_tools.reading.text_tables.counted import counted
from build_tools.reading.text_tables.figure_rows import figure_rows
from build_tools.reading.text_tables.moments import moments
from build_tools.reading.text_tables.recurring import recurring
from build_tools.reading.text_tables.rows import (
    LEAST_ROWS,
    WIDE,
    Row,
    TextTable,
    figure_columns,
    follows,
    has_head,
    is_rule,
    texts_of,
    trimmed,
)

BAR, TAB = re.compile(r"\|"), re.compile(r"\t")


def set_tables_apart(draft: Draft) -> Draft:
    """Take the lines of tables out of the text, each cell a line of its own. What a margin says again on their page can
    have come out between the cells: it is passed over where more of a table is found so."""
    ways = [(lines, list(tables_in(lines))) for lines in (draft.lines, without_margin(draft))]
    lines, found = max(ways, key=lambda way: sum(table.end - table.start for table in way[1]))
    if not found:
        return draft
    inside = {at for table in found for at in range(table.start, table.end)}
    cells = tuple(cell for table in found for cell in cell_lines(lines, table))
    drawn = tuple(cut for table in found for cut in drawn_in(lines, table))
    kept = [
        replace(line, blanks=max(line.blanks, 1)) if at - 1 in inside else line
        for at, line in enumerate(lines)
        if at not in inside
    ]
    searched = {line.start for line in lines}
    kept += (line for line in draft.lines if line.start not in searched)
    kept.sort(key=lambda line: line.start)
    return replace(draft, lines=tuple(kept), tables=cells, taken=(*draft.taken, *drawn))


def without_margin(draft: Draft) -> Sequence[Line]:
    """The lines but for labels, units and references that were taken out of the head or the margin, and stand here once
    more; none where nothing stands so."""
    taken = {squeezed(draft.source.text[cut.start : cut.end]) for cut in draft.taken if cut.reason in COLUMN}
    again = {line.start for line in draft.lines if squeezed(line.text) in taken and is_of_margin(line.text)}
    return [line for line in draft.lines if line.start not in again] if again else ()


def is_of_margin(text: str) -> bool:
    """Whether a line is a thing of a margin by its shape: a label, the name of a unit, a reference."""
    return is_label(text) or is_code(text)


def put_tables_back(draft: Draft) -> Draft:
    """Put each table behind the last line that stood before it."""
    lines = list(draft.lines)
    at = len(lines)
    for cell in sorted(draft.tables, key=lambda cell: cell.start, reverse=True):
        while at and lines[at - 1].start >= cell.start:
            at -= 1
        lines.insert(at, cell)
    return replace(draft, lines=tuple(lines), tables=())


def tables_in(lines: Sequence[Line]) -> Iterator[TextTable]:
    """The tables, in order."""
    at = 0
    while at < len(lines):
        table = next(filter(None, (find(lines, at) for find in FINDERS)), None)
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


def spaced(lines: Sequence[Line], at: int) -> TextTable | None:
    """Rows whose cells white space parts: whatever shows that they are rows, as many as there are."""
    found = filter(None, (find(lines, at) for find in (counted, aligned, announced)))
    return max(found, key=lambda table: table.end, default=None)


FINDERS = (
    barred,
    tabbed,
    spaced,
    cell_by_cell,
    years_cell_by_cell,
    moments,
    recurring,
    cells_alone,
    broken_labels,
    figure_rows,
    amounts_amid,
)
"""Who knows a table: what is drawn is surer than tabs, tabs are surer than spaces, and these than cells alone."""


def cell_lines(lines: Sequence[Line], table: TextTable) -> Iterator[Line]:
    """A line for each cell of a table."""
    head = has_head(texts_of(lines, table), table.headed)
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
