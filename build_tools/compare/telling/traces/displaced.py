"""Passages that moved where no editor moves them: a signature, and text below one, or right below a
note on its page."""

from build_tools.addresses import is_note
from build_tools.compare.model import Change, ChangeKind, Comparison, Side
from build_tools.compare.passages import lines_of
from build_tools.compare.telling.traces.trace import Trace, passage_of
from build_tools.model import Kind, Passage

SIGNED, BEHIND, BELOW = "ondertekening_verplaatst", "onder_ondertekening", "onder_een_noot"
NOTE_MOVED = "noot_verplaatst"
"""The kinds of such places (`data/verdict.yml`)."""


def displaced(comparison: Comparison, change: Change) -> Trace | None:
    """A passage that moved, in the print that has it out of its place."""
    if change.kind is not ChangeKind.MOVED:
        return None
    one, other = (passage_of(comparison, change, side) for side in Side)
    if one is None or other is None:
        return None
    if (one.kind is Kind.NOTE) != (other.kind is Kind.NOTE):
        side, own = (Side.A, one) if other.kind is Kind.NOTE else (Side.B, other)
        return Trace(side, NOTE_MOVED, own.lines[0])
    if Kind.SIGNATURE in (one.kind, other.kind):
        return Trace(Side.B, SIGNED, other.lines[0])
    behind = [(side, own) for side, own in ((Side.A, one), (Side.B, other)) if is_signed(comparison, side, own)]
    if len(behind) == 1:
        return Trace(behind[0][0], BEHIND, behind[0][1].lines[0])
    below = [(side, own) for side, own in ((Side.A, one), (Side.B, other)) if is_below_note(comparison, side, own)]
    return Trace(below[0][0], BELOW, below[0][1].lines[0]) if len(below) == 1 else None


def is_signed(comparison: Comparison, side: Side, passage: Passage) -> bool:
    """Whether a text stands below a signature."""
    signed = (one.lines[0] for one in comparison.letter(side).passages if one.kind is Kind.SIGNATURE)
    return not is_note(passage.anchor) and any(first < passage.lines[0] for first in signed)


def is_below_note(comparison: Comparison, side: Side, passage: Passage) -> bool:
    """Whether a text begins on the line below a note, with no turn of the page between."""
    first, notes = passage.lines[0], comparison.letter(side).notes
    below = not is_note(passage.anchor) and any(note.lines[1] == first - 1 for note in notes)
    return below and not any(line.startswith("\f") for line in lines_of(comparison, side)[first - 1 : first])
