"""Notes at the foot of a page, and the markers in the text that refer to them.

A line that begins with a number is a note only where the text before it has a marker with that number, in order:
so amounts, years, dates and numbered headings are left alone. Notes are numbered through the document.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.draft import Cut, Draft, Line, Mark, NoteLines
from build_tools.model import Reason
from build_tools.reading.footnotes.markers import MarkerPlace
from build_tools.reading.footnotes.zones import FoundNote, with_rest, zones_on
from build_tools.reading.steps.taking_out import pages

CLOSING = re.compile(r"\s*[.,;:!?)]|[»”’](?!\w)")
"""What closes behind a marker, so that no space stays before it: `beleid 1 .`, `“Natte hallen 1”`."""


def take_out_notes(draft: Draft) -> Draft:
    """Take the notes of each page out and put a mark where each marker stood."""
    notes: list[FoundNote] = []
    for page in pages(draft.lines):
        for zone in zones_on(draft.lines, page, tuple(notes)):
            if notes:
                notes[-1] = with_rest(draft.lines, notes[-1], page, zone)
            notes += zone.notes
    return without_notes(draft, notes) if notes else draft


def without_notes(draft: Draft, found: Sequence[FoundNote]) -> Draft:
    """The draft with its notes apart, and its markers as marks."""
    lines = draft.lines
    gone = {index for note in found for index in (note.opening.index, *note.lines)}
    gone |= {note.place.line for note in found if note.place and note.place.own_line}
    notes = tuple(note_lines(lines, note, n) for n, note in enumerate(found, start=1))
    bare = [number_cut(lines, note) for note in found if note.opening.index not in note.lines]
    own = [Cut(p.start, p.end, Reason.MARKER) for p in (note.place for note in found) if p and p.own_line]
    marked = with_marks(lines, [(note.place, n) for n, note in enumerate(found, start=1) if note.place])
    kept = (replace(line, turn=line.turn or i - 1 in gone) for i, line in enumerate(marked) if i not in gone)
    return replace(draft, lines=tuple(kept), notes=notes, taken=(*draft.taken, *bare, *own))


def number_cut(lines: Sequence[Line], note: FoundNote) -> Cut:
    """The number of a note as printed, which its text does not repeat."""
    start = lines[note.opening.index].start
    return Cut(start, start + note.opening.width, Reason.NOTE_NUMBER)


def note_lines(lines: Sequence[Line], note: FoundNote, n: int) -> NoteLines:
    """A note's lines, with the number cut out of the first."""
    own = [lines[index] for index in note.lines]
    if note.opening.index in note.lines:
        own[0] = replace(own[0], cuts=(*own[0].cuts, number_cut(lines, note)))
    return NoteLines(n, str(note.opening.number), tuple(own))


def with_marks(lines: Sequence[Line], placed: Sequence[tuple[MarkerPlace, int]]) -> Iterator[Line]:
    """The lines with a mark at each place; the digits of a marker inside a line are cut out."""
    marked = list(lines)
    for place, n in placed:
        target = marked[place.target]
        cut = gap_cut(target, place.at) if place.own_line else spaced_cut(target, place)
        marked[place.target] = replace(target, cuts=(*target.cuts, cut), marks=(*target.marks, Mark(place.at, n)))
    return iter(marked)


def spaced_cut(line: Line, place: MarkerPlace) -> Cut:
    """The digits of a marker, with the white space before them where a stop or comma follows them."""
    before, after = line.text[: place.start - line.start], line.text[place.end - line.start :]
    gap = len(before) - len(before.rstrip()) if CLOSING.match(after) else 0
    return Cut(place.start - gap, place.end, Reason.MARKER)


def gap_cut(line: Line, at: int) -> Cut:
    """The white space that a raised number left open before a stop or comma."""
    gap = re.match(r"\s*(?=[.,;:!?)])", line.text[at - line.start :])
    return Cut(at, at + (gap.end() if gap else 0), Reason.MARKER)
