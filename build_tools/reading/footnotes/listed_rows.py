"""Notes whose numbers are typed as those of lists: by what they are surely notes and no items."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import count

from build_tools.draft import Line
from build_tools.reading.footnotes.calls.marker_shapes import SURE, UNOPENED
from build_tools.reading.footnotes.found_notes import FoundNote
from build_tools.reading.footnotes.openings import Opening
from build_tools.reading.footnotes.setting_apart import ABOVE_NOTES
from build_tools.reading.steps.taking_out import pages

MOSTLY = 0.6
"""The part of the notes typed as a list that must be called beyond doubt: the row that all stand in tells the rest."""

A_ROW = 4
"""Notes that are no list whose numbers the text happens to have, each in front of it, at the least."""

LONG_ROW, NEARLY_ALL = 8, 0.9
"""Notes of a long row at the least, and the part of them that must be called more than doubtfully."""

CLOSING = re.compile(r"$|[.,;:!?)]")
"""What stands behind a number that counts nothing: `gereed (5).`"""


def in_parentheses(notes: Sequence[FoundNote], lines: Sequence[Line]) -> bool:
    """Whether typed numbers in parentheses call some of these notes, and text goes on behind most: `(1) de klep en (2)
    het huisje` count what they stand before, and call no note whose own number has no parentheses."""
    places = [note.place for note in notes if note.place and note.opening.typed]
    own = [place for place in places if lines[place.line].text[place.start - lines[place.line].start] == "("]
    closing = [place for place in own if CLOSING.match(lines[place.line].text, place.end - lines[place.line].start)]
    return bool(own) and 2 * len(closing) < len(notes)


def calls_itself(notes: Sequence[FoundNote]) -> bool:
    """Whether one of these notes is called in the text of another: they are items of a list, whose text calls notes."""
    own = {at for note in notes for at in note.lines}
    return any(note.place.line in own for note in notes if note.place)


def goes_on_uncalled(notes: Sequence[FoundNote], row: Sequence[Opening]) -> bool:
    """Whether behind these notes as many numbers count on as there are notes, and nothing calls those: they are the
    first items of a list, and calls of other notes happen to have their numbers."""
    if not notes:
        return False
    last = notes[-1].opening
    behind = (opening.number for opening in row if opening.index > last.index)
    return sum(number == wanted for number, wanted in zip(behind, count(last.number + 1), strict=False)) >= len(notes)


def surely_called(notes: Sequence[FoundNote], below: int) -> bool:
    """Whether each of these notes is called, and most beyond doubt or all stand from the line `below` on; of a long row
    there a call or two may look like something else (`het antwoord 15 op vraag 7`)."""
    sure = sum(note.place.weight >= SURE for note in notes if note.place)
    placed = sum(note.place is not None for note in notes)
    signed = all(note.opening.index >= below for note in notes)
    row = signed and len(notes) >= LONG_ROW and counted(notes) and placed >= NEARLY_ALL * len(notes)
    return row or (placed == len(notes) and (signed or sure >= MOSTLY * len(notes)))


def at_feet(notes: Sequence[FoundNote], lines: Sequence[Line]) -> bool:
    """Whether each of a few of these notes is called, and each page that has any, of several, ends with one of them;
    one page is enough of a long row, and of one that ends the text and is called more than doubtfully throughout."""
    own = {at for note in notes for at in (note.opening.index, *note.lines)}
    stops = [page.stop for page in pages(lines)]
    ends = {stops[bisect_right(stops, note.opening.index)] - 1 for note in notes}
    long = len(notes) >= LONG_ROW or (ends == {len(lines) - 1} and likely(notes) == len(notes))
    several = len(notes) >= A_ROW and (len(ends) > 1 or (long and counted(notes)))
    return several and ends <= own and all(note.place for note in notes)


def is_headed(notes: Sequence[FoundNote], lines: Sequence[Line]) -> bool:
    """Whether notes count from 1 below a line that says what they are, `Noten`, and each is called."""
    first = notes[0].opening.index if notes else 0
    named = first > 0 and ABOVE_NOTES.fullmatch(lines[first - 1].text) is not None
    return named and counted(notes) and all(note.place for note in notes)


def is_long_row(notes: Sequence[FoundNote], lines: Sequence[Line]) -> bool:
    """Whether these are many notes that count from 1 over several pages, nearly each called in its order and likely so:
    no list has its numbers in the text before it so often."""
    several = len({lines[note.opening.index].page for note in notes}) > 1
    return len(notes) >= LONG_ROW and counted(notes) and several and likely(notes) >= NEARLY_ALL * len(notes)


def likely(notes: Sequence[FoundNote]) -> int:
    """How many notes are called more than doubtfully."""
    return sum(note.place.weight > UNOPENED for note in notes if note.place)


def counted(notes: Sequence[FoundNote]) -> bool:
    """Whether notes count from 1, without a gap."""
    return [note.opening.number for note in notes] == [*range(1, len(notes) + 1)]
