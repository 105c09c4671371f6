"""Which lying rules of a page are those of one table: of one width, near each other, no running text between them.

After `ruled_tables`: each has three rules or more; what stands in a frame or runs from edge to edge is in none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.sources.readers.pdf.file.glyphs import DrawnRule
from build_tools.sources.readers.pdf.page.grid import NEAR
from build_tools.sources.readers.pdf.page.rows import PrintRow, parts_of

SAME_EDGE = 5.0
"""Points: rules that begin and end this near to each other rule one table."""
FEWEST_RULES = 3
"""Lying rules that make a table: above and below its head, and below it all."""
TOUCH = 3.0
"""Points: cells that each have their own edge stand this near to each other."""
SHORTEST_LINE = 80.0
"""Points: a shorter rule underlines a word or stands above notes."""
TALLEST = 260.0
"""Points: rules further from each other rule no row."""
TEXT_WIDE = 0.75
"""Of the width of a table: a line that runs as far without a gap is running text."""


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of a page between two rules."""

    top: float
    bottom: float


def ruled(rules: Sequence[DrawnRule]) -> Iterator[tuple[list[Band], float, float]]:
    """The bands of each ruled table, and its left and right edge."""
    lines = whole_lines([rule for rule in rules if rule.lies])
    while lines:
        first = lines[0]
        own = [line for line in lines if abs(line.x0 - first.x0) < SAME_EDGE and abs(line.x1 - first.x1) < SAME_EDGE]
        stack = [own[0]]
        for line in own[1:]:
            if line.top - stack[-1].top > TALLEST:
                break
            stack.append(line)
        lines = [line for line in lines if line not in stack]
        if len(stack) >= FEWEST_RULES:
            yield [Band(a.top, b.top) for a, b in pairwise(stack)], first.x0, first.x1


def whole_lines(rules: Sequence[DrawnRule]) -> list[DrawnRule]:
    """Rules at one height that touch each other as one; from top to bottom."""
    found: list[DrawnRule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.top), rule.x0)):
        last = found[-1] if found else None
        if last and abs(last.top - rule.top) < TOUCH and rule.x0 <= last.x1 + TOUCH:
            found[-1] = DrawnRule(last.x0, max(last.x1, rule.x1), last.top, last.bottom)
        else:
            found.append(rule)
    return [rule for rule in found if rule.x1 - rule.x0 >= SHORTEST_LINE]


def outside_tables(rules: Sequence[DrawnRule]) -> list[DrawnRule]:
    """The rules of a page that belong to no table: those under words and above notes."""
    boxes = [(bands[0].top, bands[-1].bottom, x0, x1) for bands, x0, x1 in ruled(rules)]
    return [rule for rule in rules if not any(is_within(rule, *box) for box in boxes)]


def is_within(rule: DrawnRule, top: float, bottom: float, x0: float, x1: float) -> bool:
    level = top - NEAR < rule.top and rule.bottom < bottom + NEAR
    return level and x0 - SAME_EDGE < rule.x0 and rule.x1 < x1 + SAME_EDGE


def ruled_tables(rules: Sequence[DrawnRule], rows: Sequence[PrintRow]) -> Iterator[tuple[list[Band], float, float]]:
    """The ruled tables of a page: the bands of each, and its left and right edge."""
    for bands, x0, x1 in ruled(rules):
        for own in of_one_kind(bands, rows, rules, x0, x1):
            yield from without_text(own, rows, x0, x1)


def of_one_kind(
    bands: Sequence[Band], rows: Sequence[PrintRow], rules: Sequence[DrawnRule], x0: float, x1: float
) -> Iterator[list[Band]]:
    """Bands with standing rules and bands without, where white space parts them: a table, and a frame below it."""
    run: list[Band] = []
    for band in bands:
        white = run and not in_band(run[-1], rows, x0, x1)
        if white and stand_in(run[0], rules) != stand_in(band, rules):
            yield run[:-1]
            run = []
        run.append(band)
    yield run


def in_band(band: Band, rows: Sequence[PrintRow], x0: float, x1: float) -> list[PrintRow]:
    """The rows in a band between two edges."""
    return [row for row in rows if band.top < row.base <= band.bottom and row.x0 < x1 and x0 < row.x1]


def stand_in(band: Band, rules: Sequence[DrawnRule]) -> bool:
    """Whether rules stand in a band."""
    middle = (band.top + band.bottom) / 2
    return any(not rule.lies and rule.top < middle < rule.bottom for rule in rules)


def without_text(
    bands: Sequence[Band], rows: Sequence[PrintRow], x0: float, x1: float
) -> Iterator[tuple[list[Band], float, float]]:
    """Tables of one width below each other, parted where running text stands between them."""
    run: list[Band] = []
    for band in bands:
        own = in_band(band, rows, x0, x1)
        if any(row.x1 - row.x0 > TEXT_WIDE * (x1 - x0) and is_one_part(row) for row in own):
            if len(run) + 1 >= FEWEST_RULES:
                yield run, x0, x1
            run = []
        else:
            run.append(band)
    if len(run) + 1 >= FEWEST_RULES:
        yield run, x0, x1


def is_one_part(row: PrintRow) -> bool:
    """Whether no gap in a row is wide enough to part cells."""
    return len(parts_of([row])) == 1
