"""Notes that only one of two texts calls, and that the other one has as well: as a note, or as words that may be
misread. The call may be lost where the other print was read, or be taken for a number of its text.

A call is no word, so no change rests on a lost one. A text that calls none of its notes has no calls to lose.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from build_tools.addresses import note_anchor
from build_tools.compare.model import Comparison, Row, Side
from build_tools.compare.passages import lines_of, passages_of
from build_tools.compare.printed import printed_row
from build_tools.compare.telling.lacking import NEAR


@dataclass(frozen=True, slots=True)
class LostCall:
    """A place where a call may be lost: in which text, its passage, the line of the source, the words before it, and
    the change by which it stands there as a number."""

    side: Side
    anchor: str
    line: int
    text: str
    changes: tuple[int, ...] = ()


def lost_calls(comparison: Comparison, resting: Set[int] = frozenset()) -> Iterator[LostCall]:
    """The places, in the order of the notes; `resting` are the changes that rest on places that may be misread."""
    for side in Side:
        if any(note.block for note in comparison.letter(side).notes):
            yield from _lost_by(comparison, side, resting)


def _lost_by(comparison: Comparison, side: Side, resting: Set[int]) -> Iterator[LostCall]:
    """The calls that one print may have lost."""
    letter, other = comparison.letter(side), comparison.letter(side.other)
    own_notes = {note_anchor(note.n): note for note in letter.notes}
    rows = {anchor: row for row in comparison.rows for anchor in row.anchors(side.other)}
    calls = {ref.n: (block, ref.at) for block in other.blocks for ref in block.notes}
    for note in other.notes:
        row = rows[note_anchor(note.n)]
        own = own_notes.get(row.anchors(side)[0]) if len(row.a) == len(row.b) == 1 else None
        if note.n not in calls or (own and own.block is not None):
            continue
        block, at = calls[note.n]
        home = rows[block.anchor]
        if home.anchors(side):
            place = _at_home(comparison, home, side, home.text(side.other).index(block.text) + at, note.printed)
            if own or place.changes or (row.alone and _changes(row) <= resting):
                yield place
        elif own:
            yield LostCall(side, note_anchor(own.n), own.lines[0], own.text[:NEAR])


def _changes(row: Row) -> Set[int]:
    return {row.moved, *(piece.change for piece in row.pieces)} - {0}


def _at_home(comparison: Comparison, home: Row, side: Side, called: int, printed: str) -> LostCall:
    """The place in one text of a row that stands for the call in the other, at an offset of its text."""
    offset = _same_place(home, side, called)
    text = home.text(side)[max(0, offset - NEAR) : offset]
    place = printed_row(home, side, passages_of(comparison, side)).at(offset)
    line = place.line_at(offset, text, lines_of(comparison, side))
    return LostCall(side, place.passage.anchor, line, text, tuple(_numbers_at(home, side, offset, printed)))


def _numbers_at(row: Row, side: Side, offset: int, printed: str) -> Iterator[int]:
    """The change by which just this number stands at an offset of one text of a row, and not in the other text; or
    behind a word or number of the other text, glued to it: `artikel 122` beside `artikel 12`."""
    at = 0
    for piece in row.pieces:
        own = piece.of(side)
        if piece.change and at <= offset <= at + len(own) and own.strip() == piece.of(side.other).strip() + printed:
            yield piece.change
        at += len(own)


def _same_place(row: Row, side: Side, offset: int) -> int:
    """The offset in one text of a row that stands for one in the other text; in changed words their end."""
    at = at_other = 0
    for piece in row.pieces:
        own, other = piece.of(side), piece.of(side.other)
        if offset <= at_other + len(other):
            return at + (min(len(own), offset - at_other) if not piece.change else len(own))
        at, at_other = at + len(own), at_other + len(other)
    return at
