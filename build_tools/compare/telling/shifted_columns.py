"""Values of a column that stand a row lower or higher in one of two prints, with a cell empty where they begin: each of
them stands where the other print has the next one, so a row of changes says one after another what another one said.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from build_tools.compare.model import Change, ChangeKind, Comparison, Side
from build_tools.compare.passages import lines_of
from build_tools.compare.telling.lost_words import LostWords
from build_tools.compare.telling.traces.place import place_of

SHIFTED = "kolom_verschoven"
"""The kind of such a place (`data/verdict.yml`)."""

CELLS = (ChangeKind.WORD, ChangeKind.ADDED, ChangeKind.DROPPED)
"""The changes by which a value can stand at another place."""

FEWEST = 3
"""Changes in a row, at the least: two values can be exchanged."""


def shifted_columns(comparison: Comparison) -> Iterator[LostWords]:
    """The places where such a column begins; a change is told at one of them."""
    changes = [change for change in comparison.changes if change.kind in CELLS]
    told: set[int] = set()
    for order in (changes, changes[::-1]):
        for side, column in chain.from_iterable(_columns(order, side) for side in Side):
            first = column[1] if order is changes else column[-1]
            place = place_of(comparison, first, side)
            numbers = frozenset(change.n for change in column)
            if place and told.isdisjoint(numbers):
                told |= numbers
                lines = lines_of(comparison, side)
                line = place.printed.line_at(place.end, first.of(side), lines)
                text = " ".join(lines[line - 1].split())
                yield LostWords(side, SHIFTED, place.printed.passage.anchor, line, text, numbers)


def _columns(changes: Iterable[Change], side: Side) -> Iterator[tuple[Side, list[Change]]]:
    """The rows of changes that begin with one whose words a print lacks, and in which it has after that what the other
    print has in the one before."""
    column: list[Change] = []
    for change in changes:
        if column and change.of(side) and change.of(side) == column[-1].of(side.other):
            column.append(change)
            continue
        if len(column) >= FEWEST:
            yield side, column
        column = [] if change.of(side) else [change]
    if len(column) >= FEWEST:
        yield side, column
