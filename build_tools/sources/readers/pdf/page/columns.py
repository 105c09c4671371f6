"""The columns of a page: where the text stands, and what lies beside it.

After `frame_of`: the left edges of the text's columns and its right edge are known for each page; pages of one format
share them.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, permutations
from math import inf

from build_tools.sources.readers.pdf.page.column_edges import NEAR, WIDE, column_edges, without_returning
from build_tools.sources.readers.pdf.page.rows import PageRows, PrintRow

OUTER = 0.97
"""Of the right ends of the text: what lies beyond them is beside the text."""
CLOSE = 1.7
"""Of the size: lines of one paragraph stand no further apart (1.2 to 1.5 as a rule)."""
SET_SOLID = 1.2
"""Of the size: how far base lines are apart where no two lines tell."""
NEXT_BELOW = 3
"""Of the size: what lies further below a line is not the next line of anything."""
OFTEN = 0.1
"""Of the steps from line to line: a step that comes less often is no usual one."""
USUAL_SIZE = 10.0
"""Points, where a document has no text to measure."""
LEVEL = 0.3
"""Of the size: base lines this near to each other are those of one line."""
SAME_SIZE = 0.08
"""Of the size: type that differs less is that of the text (a printer scales a page by a few percent)."""
BEYOND = 0.5
"""Of the size: by so much the signs at a line's end may hang over the edge of the text."""
NEARLY_MOST = 0.5
"""Of the letters in the size that most have: a size with more of them may be that of the text, too."""
LARGER = 1.07
"""Of the size of the text: type that is larger stands out."""
HANGS = 1.5
"""Of the size: what stands below a head begins no further left of it: the head can be set in as a first line."""
ONE_SIZE = 0.8
"""Parts of one printed line differ no more in size: an imprint beside a page's foot is something else."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the text stands on pages of one format: the left edges of its columns, its right edge."""

    lefts: tuple[float, ...]
    right: float

    @property
    def one_column(self) -> bool:
        return len(self.lefts) == 1


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the text of a document stands: its size, and for each page its edges; a page on its side has its own."""

    size: float
    edges: tuple[Edges, ...]

    def on(self, page: int) -> Edges:
        """The edges of the text on a page; pages count from 1."""
        return self.edges[page - 1]

    def column(self, row: PrintRow) -> int:
        """The column that a row begins in."""
        lefts = self.on(row.page).lefts
        return max((at for at, left in enumerate(lefts) if row.x0 >= left - NEAR - self.size), default=0)

    def spans(self, row: PrintRow) -> bool:
        """Whether a row runs through more than one column."""
        own, lefts = self.column(row), self.on(row.page).lefts
        return own + 1 < len(lefts) and row.x1 > lefts[own + 1] + self.size

    def in_one_column(self, page: int, x0: float, x1: float) -> bool:
        """Whether what lies between two edges on a page stands in one column of the text."""
        return not any(x0 + self.size < left < x1 - self.size for left in self.on(page).lefts[1:])

    def beside(self, row: PrintRow) -> bool:
        """Whether a row lies right or left of the text."""
        edges = self.on(row.page)
        return row.x0 > edges.right or row.x1 < edges.lefts[0] - 1


def frame_of(pages: Sequence[PageRows]) -> Frame:
    """Where the text stands, format by format, by the rows that are wide and of its size."""
    size = text_size(row for page in pages for row in page.rows)
    formats: dict[tuple[int, int], list[PrintRow]] = {}
    for page in pages:
        formats.setdefault(format_of(page), []).extend(page.rows)
    edges = {own: edges_of(rows, size, own[0]) for own, rows in formats.items()}
    return Frame(size, tuple(edges[format_of(page)] for page in pages))


def format_of(page: PageRows) -> tuple[int, int]:
    """The size of a sheet, in points; sheets that one file calls alike differ by less than a point."""
    return round(page.width), round(page.height)


def edges_of(rows: Sequence[PrintRow], size: float, sheet: float) -> Edges:
    """Where the text of this size stands on sheets of this width; where they have none, all that they hold."""
    text = without_returning([row for row in rows if abs(row.size - size) < SAME_SIZE * size])
    wide = [row for row in text if len(row.text) >= WIDE]
    if not wide:
        return Edges((min((row.x0 for row in rows), default=0.0),), max((row.x1 for row in rows), default=0.0))
    lefts = column_edges(text, wide, sheet)
    return Edges(tuple(lefts), right_of(lefts, wide, sheet) + BEYOND * size)


def right_of(lefts: Sequence[float], wide: Sequence[PrintRow], sheet: float) -> float:
    """The right edge of the last column: as wide as the first one, however few rows it holds, where the sheet has white
    beside it as it has left of the first."""
    end = right_end([row.x1 for row in wide])
    first = [row.x1 for row in wide if len(lefts) > 1 and row.x1 < lefts[1]]
    mirrored = lefts[-1] + right_end(first) - lefts[0] if first else end
    return max(end, mirrored) if mirrored <= sheet - lefts[0] else end


def right_end(ends: Sequence[float]) -> float:
    """Where lines with these right ends reach to, but for the few that stand out."""
    return sorted(ends)[min(len(ends) - 1, int(OUTER * len(ends)))]


def text_size(rows: Iterable[PrintRow]) -> float:
    """The size in which most is set; of two that are near in number the larger, since notes can be many."""
    sizes = Counter[float]()
    for row in rows:
        sizes[round(row.size, 1)] += len(row.text)
    most = max(sizes.values())
    return max(size for size, count in sizes.items() if count > NEARLY_MOST * most)


def in_order(rows: Sequence[PrintRow], frame: Frame) -> list[PrintRow]:
    """Rows of one page as they are read: down one column and then the next, between what runs through all."""
    if not rows or frame.on(rows[0].page).one_column:
        return sorted(rows, key=lambda row: (row.base, row.x0))
    found: list[PrintRow] = []
    band: list[PrintRow] = []
    large = [row for row in rows if row.size > LARGER * frame.size]
    level = {row: one for one, row in permutations(large, 2) if stands_behind(one, row)}
    behind = {row: one for row, one in level.items() if one not in level}
    for row in sorted((row for row in rows if row not in behind), key=lambda row: (row.base, row.x0)):
        if frame.spans(row):
            found += [*columns_of(band, frame), row]
            band = []
        else:
            band.append(row)
    found += columns_of(band, frame)
    for row, one in behind.items():
        found.insert(found.index(one) + 1, row)
    return found


def stands_behind(one: PrintRow, other: PrintRow) -> bool:
    """Whether a row is set at the height of another one in larger type than that: the number of the chamber behind its
    name. It is of no column."""
    if other.size <= (1 + SAME_SIZE) * one.size:
        return False
    return other.x0 >= one.x1 and abs(other.base - one.base) < LEVEL * other.size


Place = tuple[int, int, int, float]
"""Where a row comes in the order of reading: page, band between rows that run through columns, column, base line."""


def places_of(rows: Iterable[PrintRow], frame: Frame) -> Callable[[PrintRow], Place]:
    """What tells the place of a row in the order of reading, by the rows of a document that run through columns."""
    spanning: dict[int, list[float]] = {}
    for row in sorted(rows, key=lambda row: (row.page, row.base)):
        if frame.spans(row):
            spanning.setdefault(row.page, []).append(row.base)

    def place_of(row: PrintRow) -> Place:
        column = len(frame.on(row.page).lefts) if frame.spans(row) else frame.column(row)
        return row.page, bisect_left(spanning.get(row.page, []), row.base), column, row.base

    return place_of


def columns_of(band: Sequence[PrintRow], frame: Frame) -> list[PrintRow]:
    return sorted(band, key=lambda row: (frame.column(row), row.base, row.x0))


def joined(rows: Sequence[PrintRow]) -> list[PrintRow]:
    """Parts of one printed line that follow each other are one row again, with a space between them."""
    found: list[PrintRow] = []
    for row in rows:
        if found and same_line(found[-1], row):
            found[-1] = together(found[-1], row)
        else:
            found.append(row)
    return found


def same_line(one: PrintRow, other: PrintRow) -> bool:
    """Whether two rows stand on one line of one page, the second behind the first, in type of much the same size."""
    if min(one.size, other.size) < ONE_SIZE * max(one.size, other.size):
        return False
    return (
        one.page == other.page and abs(one.base - other.base) < LEVEL * min(one.size, other.size) and other.x0 >= one.x1
    )


def together(one: PrintRow, other: PrintRow) -> PrintRow:
    """Two rows as one."""
    shift = len(one.text) + 1
    raised = tuple((start + shift, end + shift) for start, end in other.raised)
    main = one if len(one.text) >= len(other.text) else other
    return replace(
        one,
        text=f"{one.text} {other.text}",
        glyphs=(*one.glyphs, None, *other.glyphs),
        x1=max(one.x1, other.x1),
        base=main.base,
        size=main.size,
        raised=(*one.raised, *raised),
    )


def under_heads(rows: Sequence[PrintRow], is_head: Callable[[PrintRow], bool], reach: float) -> list[PrintRow]:
    """The same rows; where a line has only heads, several beside each other, each has behind it what stands below it.

    What stands further below than `reach` of their size is not theirs, nor what runs from one column into the next.
    """
    found = list(rows)
    for first in rows:
        heads = [row for row in found if row.page == first.page and abs(row.base - first.base) < LEVEL * first.size]
        if len(heads) < 2 or first is not heads[0] or not all(map(is_head, heads)):
            continue
        ends = [0.0, *(row.x1 for row in heads)]
        hung = [max(row.x0 - HANGS * row.size, end) for row, end in zip(heads, ends, strict=False)]
        lefts = [*(min(row.x0, left) for row, left in zip(heads, hung, strict=True)), inf]
        stretches = list(zip(lefts, [*(row.x0 for row in heads[1:]), inf], strict=False))
        at = found.index(first)
        low = first.base + reach * first.size
        below = [row for row in found[at:] if row.page == first.page and first.base + LEVEL * row.size < row.base < low]
        end = min((row.base for row in below if is_head(row) or not stands_in(row, stretches)), default=inf)
        under = [[row for row in below if row.base < end and a <= row.x0 < b] for a, b in pairwise(lefts)]
        block = [row for head, own in zip(heads, under, strict=True) for row in (head, *own)]
        found = [*found[:at], *block, *(row for row in found[at:] if row not in block)]
    return found


def stands_in(row: PrintRow, stretches: Sequence[tuple[float, float]]) -> bool:
    """Whether a row stands in one of some stretches from left to right."""
    return any(left <= row.x0 and row.x1 <= right for left, right in stretches)


def by_line(rows: Sequence[PrintRow]) -> list[list[PrintRow]]:
    """Rows that stand on one line together, from left to right."""
    lines: list[list[PrintRow]] = []
    for row in sorted(rows, key=lambda row: (row.base, row.x0)):
        if lines and abs(lines[-1][0].base - row.base) < LEVEL * row.size:
            lines[-1].append(row)
        else:
            lines.append([row])
    return [sorted(line, key=lambda row: row.x0) for line in lines]


def by_page(rows: Iterable[PrintRow]) -> list[list[PrintRow]]:
    """Rows page by page."""
    return [list(own) for _, own in groupby(sorted(rows, key=lambda row: row.page), key=lambda row: row.page)]


def leading(rows: Sequence[PrintRow]) -> float:
    """The usual distance between base lines: the commonest of those that are no white space between paragraphs."""
    below = ((b.base - a.base, a.size) for a, b in pairwise(rows) if a.page == b.page)
    steps = Counter(round(step, 1) for step, own in below if 0 < step < NEXT_BELOW * own)
    size = text_size(rows) if rows else USUAL_SIZE
    close = {step: often for step, often in steps.items() if step < CLOSE * size and often >= OFTEN * steps.total()}
    chosen = close or steps
    return max(chosen, key=lambda step: (chosen[step], -step)) if chosen else SET_SOLID * size
