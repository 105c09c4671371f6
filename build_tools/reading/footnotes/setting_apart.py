"""Notes that were found, set apart from the text, with a mark where each is called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from build_tools.draft import Cut, Draft, Line, Mark, NoteLines
from build_tools.model import Reason
from build_tools.reading.footnotes.calls.claims import claimed_once
from build_tools.reading.footnotes.calls.marker_shapes import SURE
from build_tools.reading.footnotes.calls.markers import Places, places_on
from build_tools.reading.footnotes.calls.own_lines import MarkerPlace, numbers_of
from build_tools.reading.footnotes.found_notes import FoundNote

CLOSING = re.compile(r"\s*[.,;:!?)]|[»”’](?!\w)")
"""What closes behind a marker, so that no space stays before it: `beleid 1 .`, `“Natte hallen 1”`."""

ABOVE_NOTES = re.compile(r"(?:Voet|Eind)?[Nn]oten:?|VOETNOTEN|NOTEN")
"""What stands above notes at the end of a letter, on a line of its own."""

STOP = re.compile(r"\s*(?=[.,;:!?)])")
"""A stop or comma, perhaps behind white space: `beleid 1 , dat` had none before the marker was printed raised."""


def called_again(lines: Sequence[Line], notes: Sequence[FoundNote]) -> list[FoundNote]:
    """The notes with further markers between the first one and the note itself, where these are beyond doubt."""
    apart = {index for note in notes for index in (note.opening.index, *note.lines)}
    text = [index for index in range(len(lines)) if index not in apart]
    used = {note.place.start for note in notes if note.place}
    places = places_on(lines, text, {note.opening.number for note in notes}, used)
    return [
        replace(note, again=tuple(further_places(places, note, earlier)))
        for earlier, note in zip([None, *notes], notes, strict=False)
    ]


def further_places(places: Places, note: FoundNote, earlier: FoundNote | None) -> Iterator[MarkerPlace]:
    """Where else the text surely refers to a note, in raised digits behind a word: behind the call of the one before,
    or where numbers begin anew behind that note itself, and before the note."""
    if note.place is None or note.opening.typed:
        return
    first = (0, 0)
    if earlier:
        counts_on = earlier.opening.number < note.opening.number
        first = earlier.place.position if counts_on and earlier.place else (earlier.opening.index, 0)
    for place in places.between(note.opening.number, False, first[0], note.opening.index):
        if place.weight >= SURE and not place.own_line and place.position > first:
            yield place


def without_notes(draft: Draft, found: Sequence[FoundNote]) -> Draft:
    """The draft with these notes apart too, behind those that it has, and their markers as marks."""
    lines = draft.lines
    found = each_once(lines, found)
    gone = {index for note in found for index in (note.opening.index, *note.lines)}
    calls = [note.place for note in found if note.place and note.place.own_line]
    called = {line for line in {place.line for place in calls} if all_called(lines[line], line, calls)}
    turning = gone | {place.line for place in calls if place.target > place.line and place.line in called}
    heads = (at for note in found if (at := note.opening.index - 1) >= 0 and at not in gone)
    above = [at for at in heads if ABOVE_NOTES.fullmatch(lines[at].text)]
    gone |= {*called, *above}
    numbered = list(enumerate(found, start=len(draft.notes) + 1))
    notes = tuple(note_lines(lines, note, n) for n, note in numbered)
    bare = [number_cut(lines, note) for note in found if note.opening.index not in note.lines]
    bare += [Cut(lines[at].start, lines[at].end, Reason.NOTE_NUMBER) for at in above]
    own = [Cut(place.start, place.end, Reason.MARKER) for place in calls if place.line in called]
    placed = [(place, n) for n, note in numbered for place in (note.place, *note.again) if place]
    marked = with_marks(lines, placed)
    kept = (replace(line, turn=line.turn or i - 1 in turning) for i, line in enumerate(marked) if i not in gone)
    return replace(draft, lines=tuple(kept), notes=(*draft.notes, *notes), taken=(*draft.taken, *bare, *own))


def each_once(lines: Sequence[Line], found: Sequence[FoundNote]) -> list[FoundNote]:
    """The notes without what two of them claim: a line is of the note that begins on it, or else of the first that has
    it; of calls for the same characters the surest stays."""
    homes = {note.opening.index: n for n, note in reversed([*enumerate(found)])}
    for n, note in enumerate(found):
        for index in note.lines:
            homes.setdefault(index, n)
    calls = [(place, n) for n, note in enumerate(found) for place in (note.place, *note.again) if place]
    kept = {(place.start, n) for place, n in claimed_once(lines, calls, homes.keys())}

    def own(n: int, note: FoundNote) -> FoundNote:
        first = note.place if note.place and (note.place.start, n) in kept else None
        again = tuple(place for place in note.again if (place.start, n) in kept)
        return replace(note, lines=tuple(at for at in note.lines if homes[at] == n), place=first, again=again)

    return [own(n, note) for n, note in enumerate(found) if homes[note.opening.index] == n]


def in_order_of_calls(draft: Draft) -> Draft:
    """The draft with its notes numbered as the text calls them; one that nothing calls stays behind the one before."""
    marks = [mark for line in draft.lines for mark in sorted(line.marks, key=lambda mark: mark.at)]
    places = {mark.note: at for at, mark in reversed([*enumerate(marks)])}
    called: list[int] = []
    for note in draft.notes:
        called.append(places.get(note.n, called[-1] if called else 0))
    ordered = [note for _, note in sorted(zip(called, draft.notes, strict=True), key=itemgetter(0))]
    numbers: dict[int | None, int] = {note.n: n for n, note in enumerate(ordered, start=1)}

    def renumbered(line: Line) -> Line:
        return replace(line, marks=tuple(replace(mark, note=numbers.get(mark.note)) for mark in line.marks))

    notes = (replace(note, n=numbers[note.n], lines=tuple(map(renumbered, note.lines))) for note in ordered)
    return replace(draft, lines=tuple(map(renumbered, draft.lines)), notes=tuple(notes))


def all_called(line: Line, index: int, calls: Sequence[MarkerPlace]) -> bool:
    """Whether each number of a line of its own calls a note, so that nothing of it is left."""
    return [(place.start, place.end) for place in calls if place.line == index] == [
        (start, end) for _, start, end in numbers_of(line)
    ]


def number_cut(lines: Sequence[Line], note: FoundNote) -> Cut:
    """The number of a note as printed, which its text does not repeat."""
    start = lines[note.opening.index].start
    return Cut(start, start + note.opening.width, Reason.NOTE_NUMBER)


def note_lines(lines: Sequence[Line], note: FoundNote, n: int) -> NoteLines:
    """A note's lines, with the number cut out of the first."""
    own = [lines[index] for index in note.lines]
    if note.opening.index in note.lines:
        own[0] = replace(own[0], cuts=(*own[0].cuts, number_cut(lines, note)))
    return NoteLines(n, note.opening.printed, tuple(own))


def with_marks(lines: Sequence[Line], placed: Sequence[tuple[MarkerPlace, int]]) -> Iterator[Line]:
    """The lines with a mark at each place; the digits of the markers are cut out."""
    marked = list(lines)
    for place, n in placed:
        apart = place.leads or place.own_line
        cut = gap_cut(marked[place.target], place.at) if apart else spaced_cut(marked, place)
        if apart:
            own = marked[place.line]
            marked[place.line] = replace(own, cuts=(*own.cuts, Cut(place.start, place.end, Reason.MARKER)))
        target = marked[place.target]
        marked[place.target] = replace(target, cuts=(*target.cuts, cut), marks=(*target.marks, Mark(place.at, n)))
    return iter(marked)


def spaced_cut(lines: Sequence[Line], place: MarkerPlace) -> Cut:
    """The digits of a marker, with the white space on both sides of them where a stop or comma follows them, perhaps on
    the next line."""
    line = lines[place.target]
    before, after = line.text[: place.start - line.start], line.text[place.end - line.start :]
    below = lines[place.target + 1].text if not after and place.target + 1 < len(lines) else ""
    gap = len(before) - len(before.rstrip()) if CLOSING.match(after or below) else 0
    return Cut(place.start - gap, gap_cut(line, place.end).end, Reason.MARKER)


def gap_cut(line: Line, at: int) -> Cut:
    """The white space that a raised number left open before a stop or comma."""
    gap = STOP.match(line.text[at - line.start :])
    return Cut(at, at + (gap.end() if gap else 0), Reason.MARKER)
