"""Where the columns of running text begin, by the rows that begin there.

A column is known by its share of the text beside it, and by its rows standing beside those of the column before.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from build_tools.sources.readers.pdf.page.rows import PrintRow

WIDE = 25
"""Letters of a row that is running text: a margin column, a label or a cell is narrower."""
SHARE, EVEN_SHARE = 0.2, 0.1
"""Of the running text: a column of text has at least this much of it; half of that where it parts the width evenly."""
BESIDE = 0.5
"""Of the rows of a column: as many stand beside a row of the column before it; the last column can be the longest."""
SOME_BESIDE, MOST_OVER = 0.2, 0.03
"""The same where hardly a row runs over its left edge, and how many do at the most: a heading, a table across."""
OUTER_ROWS = 0.5
"""Of the rows at the left edge of a column: as many begin left of it where it is not the edge."""
NARROWEST = 90.0
"""Points: no column of text is narrower."""
NEAR = 3.0
"""Points between left edges that are one edge."""
INDENTED = 2.0
"""Of the size: so far right of a column's edge the first lines of its paragraphs begin at the most."""
GUTTERS = 0.6, 5.0
"""Of the size: the narrowest and the widest white between columns that part the width of the text evenly."""
MOST_COLUMNS = 3
"""Columns of a printed paper: the Handelingen have two, a landscape page can have three."""
SIGNERS = 4
"""Rows: names and offices of two who sign beside each other have no more, and are no columns."""


def column_edges(text: Sequence[PrintRow], wide: Sequence[PrintRow], sheet: float) -> list[float]:
    """The left edges of the columns on sheets of this width: each has much of the text, most of it beside rows that end
    before it begins."""
    edges = begun(wide)
    common = often_begun(edges, NEAR) or often_begun(edges, INDENTED * wide[0].size)
    if not common:
        return [float(max(edges, key=lambda left: begun_at(left, edges, NEAR)))]
    found = [float(outer_edge(min(common), edges, text, sheet))]
    rights = max(row.x1 for row in wide), sheet - found[0]
    for left in sorted(edges):
        if left > found[-1] + NARROWEST and is_column(left, found, rights, text):
            found.append(float(left))
    return [first_edge(left, text) for left in found] if len(found) > 1 else found


def begun(rows: Iterable[PrintRow]) -> Counter[int]:
    """How many letters stand in the rows that begin at each place."""
    edges = Counter[int]()
    for row in rows:
        edges[round(row.x0)] += len(row.text)
    return edges


def without_returning(rows: Sequence[PrintRow]) -> list[PrintRow]:
    """Rows but those that begin where little does, and say the same at the same place of several pages: margins of
    pages, which can be set as the text is."""
    pages = Counter((round(row.x0), round(row.base), row.text) for row in rows)
    common = often_begun(begun(rows), NEAR)
    return [
        row
        for row in rows
        if pages[round(row.x0), round(row.base), row.text] == 1 or any(begins_at(row, left) for left in common)
    ]


def first_edge(left: float, text: Sequence[PrintRow]) -> float:
    """The edge of a column whose wide rows begin at `left`: where its other rows begin a little left of them, those are
    first lines that are set in."""
    at_edge = sum(abs(row.x0 - left) <= NEAR for row in text)
    outer = Counter(round(row.x0) for row in text if -INDENTED * row.size <= row.x0 - left < -NEAR)
    edge, often = max(outer.items(), key=lambda one: one[1], default=(0, 0))
    return float(edge) if often > OUTER_ROWS * at_edge else left


def outer_edge(first: int, edges: Counter[int], text: Sequence[PrintRow], sheet: float) -> int:
    """The edge of the first column: left of the first place at which much begins can be a column whose items and first
    lines are set in, so that no place has a fifth of the text, but all of them together. What began much is then the
    edge of the column beside it."""
    reach, right = INDENTED * text[0].size, max(row.x1 for row in text)
    outer = [left for left in often_begun(edges, reach) if left < first - NARROWEST]
    return next((left for left in outer if is_column(first, [left], (right, sheet - left), text)), first)


def often_begun(edges: Counter[int], reach: float) -> list[int]:
    """The edges at which a column can begin, by the letters of the rows there; within `reach` right of an edge stand
    first lines that are set in: of three columns with many short paragraphs hardly any place has a fifth of the text.
    """
    return [left for left in sorted(edges) if begun_at(left, edges, reach) >= SHARE * edges.total()]


def begun_at(left: int, edges: Counter[int], reach: float) -> int:
    """The letters of the rows that begin near an edge, or so far right of it."""
    return sum(count for edge, count in edges.items() if -NEAR <= edge - left <= reach)


def is_column(left: float, columns: Sequence[float], rights: Sequence[float], text: Sequence[PrintRow]) -> bool:
    """Whether a column of text begins at an edge, right of others; `rights` are where the text may end: where its
    longest row does, or as far from the side as it begins. Rows of any width count where the edge parts the text evenly
    and nothing runs over it: a column can have short rows alone."""
    own = [row for row in text if begins_at(row, left)]
    wide = [row for row in own if len(row.text) >= WIDE]
    total = letters(row for row in text if len(row.text) >= WIDE)
    if letters(wide) < SHARE * total and not (
        keeps_half(left, columns, rights, text)
        or (
            len(own) > SIGNERS
            and letters(own) >= EVEN_SHARE * total
            and any(parts_evenly(left - columns[0], right - columns[0], own[0].size) for right in rights)
            and is_clear(left, own, text)
        )
    ):
        return False
    return stands_beside(left, columns, text)


def keeps_half(left: float, columns: Sequence[float], rights: Sequence[float], text: Sequence[PrintRow]) -> bool:
    """Whether an edge halves the width and hardly a row of all the text runs over it: then the text is set in two
    columns, however little the last one holds (the end of a letter and who sign)."""
    if len(columns) > 1:
        return False
    wide = [row for row in text if len(row.text) >= WIDE]
    over = [row for row in wide if row.x0 < left - NEAR and row.x1 > left + row.size]
    halves = any(is_even(left - columns[0], right - columns[0], wide[0].size, 2) for right in rights)
    return halves and len(over) <= MOST_OVER * len(wide)


def letters(rows: Iterable[PrintRow]) -> int:
    return sum(len(row.text) for row in rows)


def begins_at(row: PrintRow, left: float) -> bool:
    """Whether a row begins at the edge of a column, or is indented there as the first of a paragraph."""
    return left - NEAR <= row.x0 <= left + INDENTED * row.size


def parts_evenly(offset: float, width: float, size: float) -> bool:
    """Whether a column that begins so far from the left edge is one of two or three of equal width."""
    return any(
        is_even(offset, width, size, count, at) for count in range(2, MOST_COLUMNS + 1) for at in range(1, count)
    )


def is_even(offset: float, width: float, size: float, count: int, at: int = 1) -> bool:
    """Whether a column that begins so far from the left edge has `at` columns before it, of `count` of equal width."""
    low, high = (gap * size for gap in GUTTERS)
    return low <= offset * count / at - width <= high


def stands_beside(left: float, columns: Sequence[float], text: Sequence[PrintRow]) -> bool:
    """Whether most wide rows that begin at an edge stand beside a row, wide or not, of the columns before it; fewer are
    enough where nothing runs over that edge between them: a column can be mostly white."""
    own = [row for row in text if begins_at(row, left) and len(row.text) >= WIDE]
    before = [row for row in text if row.x1 < left and any(begins_at(row, column) for column in columns)]
    levels = {(row.page, round(row.base / row.size)) for row in before}
    beside = sum(bool(levels & near_levels(row)) for row in own)
    return beside >= BESIDE * len(own) or (beside >= SOME_BESIDE * len(own) and is_clear(left, own, text))


def is_clear(left: float, own: Sequence[PrintRow], text: Sequence[PrintRow]) -> bool:
    """Whether hardly a row runs over an edge between rows that begin at it."""
    heights: dict[int, list[float]] = {}
    for row in own:
        heights.setdefault(row.page, []).append(row.base)
    over = [row for row in text if row.x0 < left - NEAR and row.x1 > left + row.size and row.page in heights]
    return sum(min(heights[row.page]) < row.base < max(heights[row.page]) for row in over) <= MOST_OVER * len(own)


def near_levels(row: PrintRow) -> set[tuple[int, int]]:
    """The heights on a page at which a row stands beside another."""
    level = round(row.base / row.size)
    return {(row.page, level + step) for step in (-1, 0, 1)}
