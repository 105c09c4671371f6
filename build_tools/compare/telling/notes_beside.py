"""The notes that a doubt about a row of notes can concern, besides the one that it names.

A reading loses no word: of a note that it did not see as one the words stand in the doubtful passage, or the note is
lacking at that very place of the row, where the other document has it: between the two notes that enclose it. All
others are read surely, whatever became of this one.
"""

from collections.abc import Collection, Iterator, Sequence

from build_tools.addresses import is_note, note_anchor, number_in
from build_tools.compare.model import Comparison, Row, Side
from build_tools.compare.moves import RATIO, runs_of
from build_tools.compare.passages import passages_of
from build_tools.dutch.tokens import words
from build_tools.model import Doubt, DoubtKind, Letter

LACKING = (DoubtKind.CALL_WITHOUT_NOTE, DoubtKind.NUMBERS_MISSING, DoubtKind.NOTE_IN_TEXT, DoubtKind.NOTE_UNSURE)
"""Doubts by which a note may be lacking. That no call leads to one, or that it stops early, says nothing of others."""


def notes_beside(comparison: Comparison, side: Side, doubt: Doubt) -> Iterator[Row]:
    """The rows of notes that a doubt of one document can concern, but for its own."""
    rows = [row for row in comparison.rows if any(map(is_note, (*row.a, *row.b)))]
    letter = comparison.letter(side)
    first, last = _gap(rows, side, _enclosing(letter, doubt)) if doubt.kind in LACKING else (0, 0)
    passage = passages_of(comparison, side).get(doubt.anchor or "")
    own = runs_of(words(passage.text if passage else doubt.text))
    for at, row in enumerate(rows):
        if not row.anchors(side) and (first <= at < last or _stands_in(row.text(side.other), own)):
            yield row


def _gap(rows: Sequence[Row], side: Side, enclosing: tuple[int, int]) -> tuple[int, int]:
    """From where to where the rows stand between two notes of one document; without one, from or to the end. Where it
    stands among others is known of a note alone that both documents have.
    """
    places = {anchor: at for at, row in enumerate(rows) for anchor in row.anchors(side)}
    above, below = map(note_anchor, enclosing)
    first, last = places.get(above, -1) + 1, places.get(below, len(rows))
    while first and rows[first - 1].alone:
        first -= 1
    while last < len(rows) and rows[last].alone:
        last += 1
    return first, last


def _enclosing(letter: Letter, doubt: Doubt) -> tuple[int, int]:
    """The numbers of the notes above and below a doubtful place, which need not be there: of a note in their row, of a
    call by its block, of what may be the text of a note by its line.
    """
    if is_note(doubt.anchor or ""):
        own = number_in(str(doubt.anchor))
        return _skipping(letter, own) if doubt.kind is DoubtKind.NUMBERS_MISSING else (own - 1, own + 1)
    if doubt.kind is DoubtKind.CALL_WITHOUT_NOTE:
        place = next((block.n for block in letter.blocks if block.anchor == doubt.anchor), 0)
        at = {note.n: note.block or place for note in letter.notes}
    else:
        place, at = doubt.line, {note.n: note.lines[0] for note in letter.notes}
    above, below = [n for n, own in at.items() if own < place], [n for n, own in at.items() if own > place]
    return max(above, default=0), min(below, default=len(at) + 1)


def _skipping(letter: Letter, own: int) -> tuple[int, int]:
    """The same of a note beside which numbers are missing, on the one side of it or on both."""
    printed = {note.n: int(note.printed) for note in letter.notes if note.printed.isdecimal()}
    before, behind = printed.get(own - 1, 0), printed.get(own + 1, printed[own] + 1)
    return own - (printed[own] > before + 1), own + (behind > printed[own] + 1)


def _stands_in(text: str, runs: Collection[tuple[str, ...]]) -> bool:
    """Whether a note of the other document stands in a passage, for its greater part."""
    own = runs_of(words(text))
    return bool(own) and len(own & set(runs)) >= RATIO * len(own)
