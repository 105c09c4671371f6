"""Who sign beside each other: the offices on one line, what stands below each of them read after it.

After `parted_signers`: each office on such a line, and what stands below it, is a row, also where hardly more than a
space parts it from the next.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_tools.sources.readers.pdf.page.column_edges import NEAR
from build_tools.sources.readers.pdf.page.columns import by_line, under_heads
from build_tools.sources.readers.pdf.page.rows import PrintRow, part_of_row

OFFICE = re.compile(r"(?<!\w)(?:de )?(?:minister|staatssecretaris)\b", re.IGNORECASE)
"""The role of who signs: `De minister van Defensie,`."""
BESIDE = re.compile(rf"{OFFICE.pattern}|de (?:minister|staatssecretaris)\b", re.IGNORECASE)
"""The same also where the office before it leaves no space: `VAN LANDBOUW ENDE MINISTER VAN DEFENSIE`."""
BELOW_OFFICE = 9.0
"""Of the size: how far below a role the name of who signs can stand."""


def is_office(row: PrintRow) -> bool:
    """Whether a row names the role of who signs."""
    return OFFICE.match(row.text) is not None


def sign_beside(line: Sequence[PrintRow]) -> bool:
    """Whether the parts of a line are the offices of several who sign."""
    return len(line) > 1 and all(map(is_office, line))


def under_offices(rows: Sequence[PrintRow]) -> list[PrintRow]:
    """The rows of a page in order, what stands below an office behind it where others stand beside that; or below the
    name of who holds it, where a name stands above the first ones.
    """
    lines = by_line(rows)
    pairs = [(above, line) for above, line in pairwise([[], *lines]) if sign_beside(line)]
    over = [(above, line) for above, line in pairs if stands_over(above, line)]
    over = over if over[:1] == pairs[:1] else []
    named = {row for above, _ in over for row in above}
    offices = {row for _, line in over for row in line}
    return under_heads(rows, lambda row: row in named or (is_office(row) and row not in offices), BELOW_OFFICE)


def stands_over(above: Sequence[PrintRow], line: Sequence[PrintRow]) -> bool:
    """Whether a line has one part above each part of another, and no more: names above offices."""
    if len(above) != len(line) or above[0].page != line[0].page:
        return False
    near = line[0].base - above[0].base < BELOW_OFFICE * line[0].size
    return near and all(abs(a.x0 - b.x0) < NEAR for a, b in zip(above, line, strict=True))


def parted_signers(rows: Sequence[PrintRow]) -> list[PrintRow]:
    """The rows of a page; offices on one line are parted where a row begins below or above, and what stands below them
    is parted where they are."""
    found = [part for row in rows for part in offices_apart(row, rows)]
    for line in by_line(found):
        if sign_beside(line):
            found = [part for row in found for part in parted_at([one.x0 for one in line[1:]], row, line[0])]
    return found


def offices_apart(row: PrintRow, rows: Sequence[PrintRow]) -> Iterator[PrintRow]:
    """A row, or the offices in it."""
    starts = [found.start() for found in BESIDE.finditer(row.text)] if is_office(row) else []
    yield from cut_at(row, [start for start in starts if start and begins_beside(row, start, rows)])


def begins_beside(row: PrintRow, start: int, rows: Sequence[PrintRow]) -> bool:
    """Whether a row below or above begins where a word of this one does, and none between them runs past that place."""
    glyph = row.glyphs[start]
    if glyph is None:
        return False
    for near in ([one for one in rows if stands_below(one, row)], [one for one in rows if stands_below(row, one)]):
        under = [abs(one.base - row.base) for one in near if abs(one.x0 - glyph.x0) < NEAR]
        past = [abs(one.base - row.base) for one in near if one.x0 < glyph.x0 - NEAR and one.x1 > glyph.x0]
        if under and not any(step <= min(under) for step in past):
            return True
    return False


def stands_below(row: PrintRow, office: PrintRow) -> bool:
    """Whether a row stands so near below an office that it can be of it."""
    return row.page == office.page and 0 < row.base - office.base < BELOW_OFFICE * office.size


def parted_at(edges: Sequence[float], row: PrintRow, office: PrintRow) -> Iterator[PrintRow]:
    """A row, parted where a word of it begins below one of some offices, if it stands below them."""
    words = [at for at in range(1, len(row.text)) if row.text[at - 1].isspace()] if stands_below(row, office) else []
    starts = [(at, glyph.x0) for at in words if (glyph := row.glyphs[at])]
    yield from cut_at(row, [at for at, x0 in starts if any(abs(x0 - edge) < NEAR for edge in edges)])


def cut_at(row: PrintRow, cuts: Sequence[int]) -> Iterator[PrintRow]:
    """The parts of a row between some places of its text."""
    yield from (part_of_row(row, start, end) for start, end in pairwise([0, *cuts, len(row.text)]))
