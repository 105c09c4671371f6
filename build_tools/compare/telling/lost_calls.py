"""Notes that both of two texts have and only one calls: the call may be lost where the other print was read.

A call is no word, so no change rests on such a place. A text that calls none of its notes has no calls to lose.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.addresses import is_note, note_anchor
from build_tools.compare.model import Comparison, Row, Side
from build_tools.compare.printed import printed_row
from build_tools.compare.telling.lacking import NEAR
from build_tools.model import Passage


@dataclass(frozen=True, slots=True)
class LostCall:
    """A place where a call may be lost: in which text, its passage, the line of the source and the words before it."""

    side: Side
    anchor: str
    line: int
    text: str


def lost_calls(comparison: Comparison) -> Iterator[LostCall]:
    """The places, in the order of the notes."""
    paired = [
        row for row in comparison.rows if len(row.a) == len(row.b) == 1 and is_note(row.a[0]) and is_note(row.b[0])
    ]
    for side in Side:
        if any(note.block for note in comparison.letter(side).notes):
            yield from _lost_by(comparison, side, paired)


def _lost_by(comparison: Comparison, side: Side, paired: Sequence[Row]) -> Iterator[LostCall]:
    """The calls that one print may have lost, of notes that both have; `paired` are the rows of these."""
    letter, other = comparison.letter(side), comparison.letter(side.other)
    own_notes, other_notes = ({note_anchor(note.n): note for note in one.notes} for one in (letter, other))
    rows = {anchor: row for row in comparison.rows for anchor in row.anchors(side.other)}
    passages = {passage.anchor: passage for passage in letter.passages}
    source = letter.source.text.split("\n")
    calls = {ref.n: (block, ref.at) for block in other.blocks for ref in block.notes}
    for row in paired:
        own, called = own_notes[row.anchors(side)[0]], calls.get(other_notes[row.anchors(side.other)[0]].n)
        if own.block is not None or called is None:
            continue
        block, at = called
        home = rows[block.anchor]
        if home.anchors(side):
            yield _at_home(home, side, home.text(side.other).index(block.text) + at, passages, source)
        else:
            yield LostCall(side, note_anchor(own.n), own.lines[0], own.text[:NEAR])


def _at_home(home: Row, side: Side, called: int, passages: Mapping[str, Passage], source: Sequence[str]) -> LostCall:
    """The place in one text of a row that stands for the call in the other, at an offset of its text."""
    offset = _same_place(home, side, called)
    text = home.text(side)[max(0, offset - NEAR) : offset]
    place = printed_row(home, side, passages).at(offset)
    return LostCall(side, place.passage.anchor, place.line_at(offset, text, source), text)


def _same_place(row: Row, side: Side, offset: int) -> int:
    """The offset in one text of a row that stands for one in the other text; in changed words their end."""
    at = at_other = 0
    for piece in row.pieces:
        own, other = piece.of(side), piece.of(side.other)
        if offset <= at_other + len(other):
            return at + (min(len(own), offset - at_other) if not piece.change else len(own))
        at, at_other = at + len(own), at_other + len(other)
    return at
