"""Small pictures of numbers through time, drawn as SVG: without script, in the colours of the page.

Each picture has a title for those who do not see it; the numbers stand in a table beside it. Colours are the style
sheet's: the classes say what a shape is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from build_tools.dutch.format import decimal

COLUMN, HEIGHT, BASE = 44, 84, 20
"""The width of a column with the space around it, the height of the tallest, and the room above it for its value; all
measures are pixels, and fit the type that the style sheet gives a chart (11 pixels)."""

INSET = 6
"""What stays free at each side of a column."""

VALUE_ABOVE = 4
"""How far a value stands above its column."""

LABEL_BELOW, SUB_BELOW, LABELS = 15, 12, 32
"""How far the label stands below the line, its second line below the first, and the room that both take."""

CELL = 22
"""The width and height of a cell of the matrix."""

SMALLEST_DOT = 1.5
"""The least radius of a dot: a smaller one would not be seen."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a chart: the two lines of its label, the name of what it stands for, its value, its link.

    `annex` is the value of the annexes, which no column shows: the table beside the chart tells it.
    """

    label: str
    sub: str
    name: str
    value: float
    href: str | None = None
    annex: float | None = None


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of a matrix: its label, where it leads, and the cells with their dots."""

    label: str
    href: str
    cells: tuple[tuple[Column, Markup], ...]


def columns(title: str, unit: str, data: Sequence[Column]) -> Markup:
    """A chart of columns, one for each letter or year."""
    top = max((column.value for column in data), default=0) or 1
    width = max(COLUMN * len(data), COLUMN)
    shapes = [_column(n, column, top, unit) for n, column in enumerate(data)]
    base = Markup('<line class="as" x1="0" y1="{y}" x2="{x}" y2="{y}"/>').format(y=BASE + HEIGHT, x=width)
    return picture(title, width, BASE + HEIGHT + LABELS, [base, *shapes])


def _column(n: int, column: Column, top: float, unit: str) -> Markup:
    height = round(HEIGHT * column.value / top, 1)
    x, y = n * COLUMN, BASE + HEIGHT
    bar = Markup('<rect class="staaf" x="{}" y="{}" width="{}" height="{}"/>').format(
        x + INSET, round(y - height, 1), COLUMN - 2 * INSET, height
    )
    value = Markup('<text class="waarde" x="{}" y="{}">{}</text>').format(
        x + COLUMN // 2, round(y - height - VALUE_ABOVE, 1), decimal(column.value) if column.value else "–"
    )
    label = _label(x + COLUMN // 2, y + LABEL_BELOW, column)
    about = Markup("<title>{}: {} {}</title>").format(column.name, decimal(column.value), unit)
    return linked(column.href, about + bar + value + label)


def circle(value: float, top: float) -> Markup:
    """A dot for a value, as large as its cell for the greatest; its area shows the value, not its radius."""
    radius = round(max(SMALLEST_DOT, CELL / 2 * (value / top) ** 0.5), 1)
    dot = Markup(
        '<svg width="{c}" height="{c}" aria-hidden="true"><circle class="stip" cx="{m}" cy="{m}" r="{}"/></svg>'
    )
    return dot.format(radius, c=CELL, m=CELL // 2)


def _label(x: int, y: int, column: Column) -> Markup:
    sub = text("jaar sub", x, y + SUB_BELOW, column.sub) if column.sub else Markup()
    return text("jaar", x, y, column.label) + sub


def text(kind: str, x: int, y: int, words: str) -> Markup:
    """Words in a picture."""
    return Markup('<text class="{}" x="{}" y="{}">{}</text>').format(kind, x, y, words)


def linked(href: str | None, shapes: Markup) -> Markup:
    """Shapes that lead somewhere. Keys skip them: the table beside the picture has the same links."""
    if not href:
        return Markup("<g>{}</g>").format(shapes)
    return Markup('<a href="{}" tabindex="-1">{}</a>').format(href, shapes)


def picture(title: str, width: int, height: int, shapes: Sequence[Markup]) -> Markup:
    """A picture of shapes, with a name for those who do not see it.

    With links in it the picture is a group: an image hides what stands in it.
    """
    inside = Markup("").join(shapes)
    role = "group" if "<a " in inside else "img"
    head = Markup('<svg class="kolommen" viewBox="0 0 {} {}" width="{}" height="{}" role="{}" aria-label="{}">')
    return head.format(width, height, width, height, role, title) + inside + Markup("</svg>")
