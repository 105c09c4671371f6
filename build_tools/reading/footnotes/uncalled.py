"""Notes that the page of a file shows and no raised number calls: numbers set as the text itself can call them.

After `call_uncalled_notes`: such a note has its call where the text before it, behind the call of the note before and
before that of the note behind, has its number as a call stands. What is hardly a call stays text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from build_tools.draft import Cut, Draft, Line, NoteLines
from build_tools.model import Reason
from build_tools.reading.footnotes.calls.claims import Call, claimed_once
from build_tools.reading.footnotes.calls.marker_shapes import LIKELY
from build_tools.reading.footnotes.calls.markers import find_places, places_on
from build_tools.reading.footnotes.calls.own_lines import MarkerPlace
from build_tools.reading.footnotes.setting_apart import with_marks

MOSTLY = 0.75
"""Of several notes: as many must have a call with white space before it, where that is no custom known otherwise."""


@dataclass(frozen=True, slots=True)
class CallPlaces:
    """Where each note is called that the file shows to be: the line, and the place in the source."""

    at: dict[int, tuple[int, int]]

    def before(self, note: NoteLines) -> tuple[int, int]:
        """The last of the calls of notes before this one."""
        return max((place for n, place in self.at.items() if n < note.n), default=(0, -1))

    def after(self, note: NoteLines, lines: Sequence[Line]) -> tuple[int, int]:
        """The first of the calls of notes behind this one."""
        return min((place for n, place in self.at.items() if n > note.n), default=(len(lines), 0))


def call_uncalled_notes(draft: Draft) -> Draft:
    """Put a mark where such a note is called, in a file that shows its pages."""
    marks = ((at, mark) for at, line in enumerate(draft.lines) for mark in line.marks)
    called = CallPlaces({mark.note: (at, mark.at) for at, mark in marks if mark.note})
    missing = [note for note in draft.notes if note.n not in called.at and note.printed.isdecimal()]
    if not draft.wrapped or not missing:
        return draft
    found: list[Call] = []
    for own in runs_of(missing):
        further = calls_of(draft.lines, own, called)
        called.at.update({n: place.position for place, n in further})
        found += further
    placed = claimed_once(draft.lines, found)
    alone = {place.line: place for place, _ in placed if place.own_line and is_all(place, draft.lines[place.line])}
    lines = [line for at, line in enumerate(with_marks(draft.lines, placed)) if at not in alone]
    taken = (Cut(place.start, place.end, Reason.MARKER) for place in alone.values())
    return replace(draft, lines=tuple(lines), taken=(*draft.taken, *taken))


def runs_of(notes: Sequence[NoteLines]) -> Iterator[list[NoteLines]]:
    """Notes that follow each other on one page."""
    for _, own in groupby(enumerate(notes), key=lambda one: (one[1].n - one[0], one[1].lines[0].page)):
        yield [note for _, note in own]


def calls_of(lines: Sequence[Line], notes: Sequence[NoteLines], called: CallPlaces) -> list[Call]:
    """Where notes of one page are called: on that page, or else before it."""
    page, (begin, _), (end, _) = notes[0].lines[0].page, called.before(notes[0]), called.after(notes[-1], lines)
    first = next((at for at, line in enumerate(lines) if line.page == page), end)
    last = next((at for at, line in enumerate(lines) if line.page > page), len(lines))
    stop = min(last, end + 1)
    texts = [range(start, stop) for start in dict.fromkeys((max(begin, first), begin))]
    return next((found for text in texts if (found := likely_calls(lines, text, notes, called))), [])


def likely_calls(lines: Sequence[Line], text: range, notes: Sequence[NoteLines], called: CallPlaces) -> list[Call]:
    """Where notes are likely called in a stretch of lines. White space before calls can be a custom of the text where
    it is before most of several, or no other call is known."""
    begin, end = called.before(notes[0]), called.after(notes[-1], lines)

    def found(spaced: bool) -> list[Call]:
        places = ((place, note.n) for place, note in between(lines, text, notes, spaced))
        return [one for one in places if one[0].weight >= LIKELY and begin < (one[0].target, one[0].at) < end]

    plain = found(spaced=False)
    custom = len(plain) < len(notes) and (len(notes) > 1 or not called.at)
    spaced = found(spaced=True) if custom else []
    return spaced if len(spaced) >= max(len(plain), MOSTLY * len(notes)) else plain


def between(
    lines: Sequence[Line], text: range, notes: Sequence[NoteLines], spaced: bool
) -> Iterator[tuple[MarkerPlace, NoteLines]]:
    """The likeliest places in some lines for the numbers of notes, in their order."""
    numbers = [int(note.printed) for note in notes]
    running = [at for at in text if not ((given := lines[at].given) and given.cell)]
    places = places_on(lines, running, {*numbers}, frozenset(), spaced)
    found = find_places(places, text.start, text.stop, numbers, typed=False)
    yield from ((place, note) for place, note in zip(found, notes, strict=True) if place)


def is_all(place: MarkerPlace, line: Line) -> bool:
    """Whether a line is no more than the number that calls a note."""
    return (place.start, place.end) == (line.start, line.end)
