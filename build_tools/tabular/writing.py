"""A table as text of two kinds: a Markdown table, or HTML of our own where cells span."""

from collections.abc import Callable, Sequence

from build_tools.model import TextCell
from build_tools.tabular.grid import Grid, Place, heads_of

BOUND = '<tr class="vast">'
Write = Callable[[TextCell], str]
"""Writes the text of a cell."""


def pipe_table(grid: Grid, write: Write, attributes: str) -> str:
    """A Markdown table. The attributes stand in its first cell: Markdown has no other place for them."""
    rows = [[write(place.cell) if place.cell else "" for place in row] for row in grid]
    if not heads_of(grid):
        rows.insert(0, [""] * len(rows[0]))
    first = next((row for row in rows if any(row)), rows[0])
    at = next((at for at, text in enumerate(first) if text), 0)
    first[at] = f"{first[at] or '&#32;'} {attributes}"
    width = max(map(len, rows))
    rows.insert(1, ["---"] * width)
    return "\n".join(f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows)


def html_table(grid: Grid, write: Write, attributes: str = "", empty_heads: bool = False) -> str:
    """HTML of our own, on lines without a blank one.

    `empty_heads` makes headers of the empty places of heads: on paper each cell has to have a header.
    """
    heads = heads_of(grid)
    bound = rows_bound(grid)
    rows = [
        html_row(row, write, "col" if at < heads else "row", at in bound, empty_heads and at < heads)
        for at, row in enumerate(grid)
    ]
    head = ["<thead>", *rows[:heads], "</thead>"] if heads else []
    return "\n".join([f"<table{attributes}>", *head, "<tbody>", *rows[heads:], "</tbody>", "</table>"])


def rows_bound(grid: Grid) -> frozenset[int]:
    """The rows that a cell from above goes on in: no page may end before them."""
    reach = ((at + 1, at + place.rows) for at, row in enumerate(grid) for place in row if place.rows > 1)
    return frozenset(row for start, end in reach for row in range(start, end))


def html_row(row: Sequence[Place], write: Write, scope: str, bound: bool, empty_heads: bool) -> str:
    cells = (html_cell(place, write, scope, empty_heads) for place in row)
    return f"{BOUND if bound else '<tr>'}{''.join(cells)}</tr>"


def html_cell(place: Place, write: Write, scope: str, empty_heads: bool) -> str:
    """One cell; an empty one is no header, unless it is asked for."""
    head = place.header or (empty_heads and place.cell is None)
    tag, attributes = ("th", f' scope="{scope}"') if head else ("td", "")
    attributes += f' rowspan="{place.rows}"' if place.rows > 1 else ""
    attributes += f' colspan="{place.columns}"' if place.columns > 1 else ""
    return f"<{tag}{attributes}>{write(place.cell) if place.cell else ''}</{tag}>"


def framed(table: str, name: str, attributes: str = ' class="tabelvak"', before: str = "") -> str:
    """A table in a frame of its own: what is wider than the page scrolls in it, by hand and by keyboard."""
    scrolling = f'<div class="rol" role="region" tabindex="0" aria-label="{name}">\n{table}\n</div>'
    return f"<div{attributes}>{before}{scrolling}</div>"
