"""Which of several ways to put cells in rows is right: what the cells have in common tells, else nothing does.

Each sign leaves the ways that it speaks for; the next one is asked of those that are left. A table is known where one
is left in the end: to give a figure another label would make another fact of it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.data import data
from build_tools.draft import Line
from build_tools.reading.text_tables.adding_up import is_difference, is_sum
from build_tools.reading.text_tables.arrangements import Arrangement
from build_tools.reading.text_tables.rows import DIGIT, YEAR

UNIT = re.compile(r"[€%$£‰]|\b(?:mln|mld|km|ha|fte|pp)\b|\((?:\w{1,3}|uren|euro)\)")
"""`mln` in `Kosten (mln.)`, `€ 12`, `(Ke)`: in what is counted."""

DECIMALS = re.compile(r",(\d+)(?!\d)")
"""The digits behind the comma of a figure."""

NOTHING = re.compile(r"[-–—]|n\.?v\.?t\.?|p\.?m\.?|x", re.IGNORECASE)
"""What stands where there is no figure: it has no unit."""


@dataclass(frozen=True, slots=True)
class PlacedCells:
    """Cells put in rows in one way: the heads and the labels, the figures row by row, and what stood at each line."""

    way: Arrangement
    lines: tuple[Line, ...]
    corner: str
    heads: tuple[str, ...]
    labels: tuple[str, ...]
    body: tuple[tuple[str, ...], ...]

    @property
    def columns(self) -> list[tuple[str, ...]]:
        return [*zip(*self.body, strict=True)]


Sign = Callable[[PlacedCells], int]
"""What speaks against a way to put the cells of a run in rows: the less, the likelier it is."""


def surest(run: Sequence[Line], ways: Sequence[Arrangement]) -> Arrangement | None:
    """The one way that all signs leave; None where several are left, or none that the white space allows."""
    grids = [grid for way in ways if not against_space(grid := grid_of(run, way))]
    for sign in SIGNS if len(grids) > 1 else ():
        told = [sign(grid) for grid in grids]
        grids = [grid for grid, one in zip(grids, told, strict=True) if one == min(told)]
    if len(grids) > 1 and not any(line.blanks for line in run[1:]) and len(set(map(facts_of, grids))) == 1:
        grids = [grid for grid in grids if grid.way.by_rows]
    return grids[0].way if len(grids) == 1 else None


def facts_of(grid: PlacedCells) -> frozenset[tuple[frozenset[str], str]]:
    """What a table says: each figure with its label and its head, whichever of these stands before it and which above
    it. Columns come with white space between; cells without it, as those of a Word file, were written row after row."""
    rows = zip(grid.labels, grid.body, strict=True)
    return frozenset(
        (frozenset((label, head)), figure) for label, row in rows for head, figure in zip(grid.heads, row, strict=False)
    )


def grid_of(run: Sequence[Line], way: Arrangement) -> PlacedCells:
    own = tuple(run[way.first : way.first + len(way.places)])
    texts = {place: line.text for place, line in zip(way.places, own, strict=True)}
    first, (rows, columns) = int(way.headed), (max(found) + 1 for found in zip(*way.places, strict=True))
    heads = tuple(texts[0, column] for column in range(1, columns)) if way.headed else ()
    labels = tuple(texts[row, 0] for row in range(first, rows))
    body = tuple(tuple(texts[row, column] for column in range(1, columns)) for row in range(first, rows))
    return PlacedCells(way, own, texts.get((0, 0), ""), heads, labels, body)


def against_space(grid: PlacedCells) -> int:
    """How many cells stand apart from the cell before them and are of its column, or stand close and are not: cells of
    a column stand close, and those of a row do not. White space between all cells, or none, tells nothing."""
    apart = [line.blanks > 0 for line in grid.lines[1:]]
    parts = [a[1] != b[1] for a, b in pairwise(grid.way.places)]
    return sum(a != b for a, b in zip(apart, parts, strict=True)) if len(set(apart)) > 1 else 0


def against_sums(grid: PlacedCells) -> int:
    """How many rows and columns are called a sum or a difference, and are none."""
    named = (grid.labels, grid.body), (grid.heads, grid.columns)
    return sum(
        not is_as_called(text, line, lines) for texts, lines in named for text, line in zip(texts, lines, strict=False)
    )


def is_as_called(text: str, line: Sequence[str], lines: Sequence[Sequence[str]]) -> bool:
    """Whether figures are the sum of others, or the difference of two, where they are called so."""
    first = text.split(" ")[0].lower()
    others = [other for other in lines if other is not line]
    if first in data("dutch")["sums"]:
        return is_sum(line, others)
    return first not in data("dutch")["differences"] or is_difference(line, others)


def mixed_figures(grid: PlacedCells) -> int:
    """How many columns have figures of several units, or with and without decimals."""
    return sum(max(0, len(shapes_in(column)) - 1) for column in grid.columns)


def shapes_in(figures: Sequence[str]) -> frozenset[tuple[str, int, bool]]:
    """The units of figures, how many decimals they have, and whether they can be years."""
    own = (text for text in figures if DIGIT.search(text) and not NOTHING.fullmatch(text))
    return frozenset(
        ("".join(UNIT.findall(text)), max(map(len, DECIMALS.findall(text)), default=0), bool(YEAR.fullmatch(text)))
        for text in own
    )


def against_units(grid: PlacedCells) -> int:
    """How many rows and columns are called by a unit, `Binnen 5 km (%)`, and have figures of several kinds."""
    named = (*zip(grid.labels, grid.body, strict=True), *zip(grid.heads, grid.columns, strict=False))
    return sum(UNIT.search(text) is not None and len(shapes_in(line)) > 1 for text, line in named)


def mixed_words(grid: PlacedCells) -> int:
    """0 where all labels of rows are of one kind, all heads of columns of another, and there are several of each."""
    kinds = kinds_of(grid.labels), kinds_of(grid.heads)
    several = min(len(grid.labels), len(grid.heads)) > 1
    return int(not several or kinds[0] == kinds[1] or max(map(len, kinds)) > 1)


def kinds_of(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(map(kind_of_words, texts))


def kind_of_words(text: str) -> str:
    """What kind of words a head or a label is."""
    if YEAR.fullmatch(text):
        return "year"
    return "with a number" if DIGIT.search(text) else "with a unit" if UNIT.search(text) else "words"


def years_alone(grid: PlacedCells) -> int:
    """1 where all heads are years, but the columns have figures of several kinds: those of what was measured."""
    return int(kinds_of(grid.heads) == {"year"} and len({shapes_in(column) for column in grid.columns}) > 1)


def against_corner(grid: PlacedCells) -> int:
    """1 where the corner says that years stand below it, and other words do; or years, and it does not say so."""
    years = kinds_of(grid.labels) == {"year"}
    said = grid.corner.lower() in data("dutch")["times"]
    return int(bool(grid.corner) and said != years and "year" in kinds_of((*grid.heads, *grid.labels)))


def against_text_above(grid: PlacedCells) -> int:
    """1 where cells between which white space stands were written row after row and it stands above the first of them
    too, or column after column and it does not: tools that go through columns part these from the text as well. A
    table is rather long than wide where it does. It only tells how the same facts stand."""
    apart, above = all(line.blanks for line in grid.lines[1:]), grid.lines[0].blanks > 0
    rows, columns = (max(found) + 1 for found in zip(*grid.way.places, strict=True))
    long = rows > columns if grid.way.by_rows else columns > rows
    return int(apart and grid.way.by_rows == (above and not long))


SIGNS: tuple[Sign, ...] = (
    against_sums,
    mixed_figures,
    against_units,
    mixed_words,
    years_alone,
    against_corner,
    against_text_above,
)
"""What tells, the surest first."""
