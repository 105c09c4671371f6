"""The doubts of two readings that a verdict on them rests on: no words are called changed where a reading may be wrong.

A doubt counts where words changed in the passage that it names; one about the row of notes where any note changed; one
about words that were left out wherever words changed. What an editor has settled is no doubt.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.addresses import is_note
from build_tools.compare.model import ChangeKind, Comparison, Side
from build_tools.data import data
from build_tools.model import Doubt, DoubtKind

SUBSTANCE = (ChangeKind.WORD, ChangeKind.ADDED, ChangeKind.DROPPED, ChangeKind.MOVED)
"""The kinds of change that touch words."""

OF_NOTES = (
    DoubtKind.NOTE_WITHOUT_CALL,
    DoubtKind.CALL_WITHOUT_NOTE,
    DoubtKind.NUMBERS_MISSING,
    DoubtKind.NOTE_BREAKS_OFF,
)
"""A note that is lost or torn shows at its neighbours."""


@dataclass(frozen=True, slots=True)
class Doubted:
    """A doubtful place of one of the two documents."""

    side: Side
    doubt: Doubt


def says(doubt: Doubt) -> str:
    """What may be wrong at a doubtful place, in plain Dutch."""
    return str(data("doubts")[doubt.kind]["says"])


def doubted(comparison: Comparison) -> tuple[Doubted, ...]:
    """The places, those of the first document first."""
    changed = {side: frozenset(_changed(comparison, side)) for side in Side}
    if not any(changed.values()):
        return ()
    return tuple(
        Doubted(side, doubt)
        for side in Side
        for doubt in comparison.letter(side).doubts
        if doubt.settled is None and _bears(doubt, changed[side], changed)
    )


def _bears(doubt: Doubt, own: frozenset[str], changed: dict[Side, frozenset[str]]) -> bool:
    if doubt.anchor is None or doubt.anchor in own:
        return True
    return doubt.kind in OF_NOTES and any(is_note(anchor) for anchors in changed.values() for anchor in anchors)


def _changed(comparison: Comparison, side: Side) -> Iterator[str]:
    """The anchors of the passages in which words changed."""
    substance = {change.n for change in comparison.changes if change.kind in SUBSTANCE}
    for row in comparison.rows:
        if row.moved or any(piece.change in substance for piece in row.pieces):
            yield from row.anchors(side)
