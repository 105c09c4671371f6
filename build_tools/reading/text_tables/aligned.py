"""Tables whose cells only white space parts: they stand below each other in every row."""

import re
from collections.abc import Sequence, Set
from functools import reduce
from operator import or_

from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.signing.shapes import ROLE
from build_tools.reading.text_tables.rows import (
    FIGURE,
    LEAST_ROWS,
    WIDE,
    Row,
    Stretch,
    TextTable,
    figure_columns,
    follows,
    is_rule,
    texts_at,
    texts_of,
    trimmed,
)

LEAST_GAP = 2
"""Columns of white space between two cells at the least; one space parts words."""

LONGEST_CELL = 60
"""Characters of a cell at the most, where only white space parts cells: longer ones are lines of text in columns."""

MOST_ROWS = 200
"""Rows that are looked at as one table, so that time stays in proportion; a page has some sixty lines."""

ANNOUNCES = re.compile(r".*(?::|\b(?:als volgt|hieronder|hierna|onderstaande tabel|volgende tabel)\b[^.]*\.)")
"""A line that says that rows stand below it: `verdeeld als volgt:`, `De standplaatsen blijven als volgt verdeeld.`"""

NAMED = re.compile(r"Tabel \d{1,2}[a-z]?(?: ?[:.–-])?(?: .{1,100})?(?<![.?!])")
"""`Tabel 1 Planning`: above a table it names it, and has no stop."""

GAP = " " * LEAST_GAP
GAPPED = re.compile(rf"{GAP}(?<=\S{GAP}) *\S")
"""Text, white space that can part two cells, and text."""


def aligned(lines: Sequence[Line], at: int) -> TextTable | None:
    """Rows whose cells stand below each other, with white space between them in every row, and figures in a column."""
    first = columns_from(lines, at)
    figures = figure_columns(texts_of(lines, first)) if first else []
    table = columns_from(lines, at, figures) if figures else None
    return table if table and sum(map(bool, texts_of(lines, table)[0])) > 1 else None


def announced(lines: Sequence[Line], at: int) -> TextTable | None:
    """Rows of words that the line above announces or names, or in three columns below what is ended, or in more below
    white space, with a cell below each of the first, up to white space: by these a table is known that has no figures,
    if no row is an item with its mark or tells who signs."""
    named = at > 0 and NAMED.fullmatch(lines[at - 1].text) is not None
    ended = at > 0 and ENDED.fullmatch(lines[at - 1].text) is not None
    if not at or not is_gapped(lines[at]) or not (named or ended or lines[at].blanks):
        return None
    end = at
    while end < min(len(lines), at + MOST_ROWS) and is_gapped(lines[end]) and (end == at or not lines[end].blanks):
        end += 1
    if end - at <= LEAST_ROWS or not (end == len(lines) or lines[end].blanks or lines[end].page != lines[at].page):
        return None
    gaps = gaps_in(reduce(or_, (columns_taken(line) for line in lines[at:end])))
    rows = tuple(cells_at(line, gaps) for line in lines[at:end])
    texts = [texts_at(line, row) for line, row in zip(lines[at:end], rows, strict=True)]
    wide = named or ANNOUNCES.fullmatch(lines[at - 1].text) or len(gaps) + ended >= WIDE
    whole = gaps and wide and all(all(row) and is_row(row, False) and is_label(row[0]) for row in texts)
    return TextTable(at, end, rows, tuple(range(at, end)), False) if whole else None


def is_gapped(line: Line) -> bool:
    """Whether a line has cells that white space parts."""
    return may_align(line) and not is_rule(line)


def is_label(text: str) -> bool:
    """Whether a cell can be what a row begins with: no sign of a list, no label of a form, no role."""
    return len(text) > 1 and bullet_of(f"{text} x") is None and not text.endswith(":") and ROLE.fullmatch(text) is None


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
    return with_cells(lines, range(start, end), places, more, gaps) if len(places) >= LEAST_ROWS else None


def with_cells(
    lines: Sequence[Line], whole: range, places: Sequence[int], more: Set[int], gaps: Sequence[Stretch]
) -> TextTable:
    """The table of the rows at these places; `more` are the lines in which the label of the row above goes on."""
    own = sorted({*places, *more})
    rest = (None,) * len(gaps)
    rows = tuple(((0, len(lines[at].text)), *rest) if at in more else cells_at(lines[at], gaps) for at in own)
    return TextTable(whole.start, whole.stop, rows, tuple(own), is_rule(lines[own[0] + 1]), frozenset(more))


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
    return columns_written(re.sub(r"(?<=\S) (?=\S)", "_", line.text), line.indent)


def columns_written(text: str, indent: int) -> int:
    """The columns in which a line has a character, as bits."""
    bits = re.sub(r"[^1]", "0", re.sub(r"\S", "1", text))
    return int(bits[::-1], 2) << indent


def gaps_in(occupied: int, least: int = LEAST_GAP) -> list[Stretch]:
    """The stretches of columns between the first and the last that are taken in no line, so wide at the least."""
    shown = bin(occupied)[:1:-1]
    inside = re.finditer(rf"(?<=1)0{{{least},}}(?=1)", shown)
    return [found.span() for found in inside]


def cells_at(line: Line, gaps: Sequence[Stretch]) -> Row:
    """The stretches of a line between the gaps."""
    edges = [0, *(edge - line.indent for gap in gaps for edge in gap), max(len(line.text), gaps[-1][1] if gaps else 0)]
    limits = [min(max(edge, 0), len(line.text)) for edge in edges]
    return tuple(trimmed(line.text, a, b) for a, b in zip(limits[::2], limits[1::2], strict=True))
