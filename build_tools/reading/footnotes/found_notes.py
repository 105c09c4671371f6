"""Notes that were found, those that stand together, and what the ones before tell of those that follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from build_tools.draft import Line
from build_tools.reading.footnotes.calls.own_lines import MarkerPlace
from build_tools.reading.footnotes.openings import Opening, ended


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note that was found: how it begins, the indices of its lines, the place of its marker, and of further ones."""

    opening: Opening
    lines: tuple[int, ...]
    place: MarkerPlace | None
    again: tuple[MarkerPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Zone:
    """Notes that stand together, the index after their last line, and lines among them that are the rest of the note
    before them."""

    end: int
    notes: tuple[FoundNote, ...]
    rest: tuple[int, ...] = ()

    @property
    def begin(self) -> int:
        """The index of their first line."""
        return min(index for note in self.notes for index in (note.opening.index, *note.lines))


@dataclass(frozen=True, slots=True)
class Before:
    """What is known from the notes on earlier pages: the last number, the line that refers to it, and how many of them
    have the number 1: where each page numbers its notes anew, more than one; and whether the last one had not ended."""

    number: int = 0
    line: int = 0
    ones: int = 0
    unended: bool = False

    @property
    def anew(self) -> bool:
        """Whether each page numbers its notes anew."""
        return self.ones > 1

    def and_then(self, notes: Sequence[FoundNote], lines: Sequence[Line]) -> "Before":
        """What is known when these notes follow; those with stars count apart."""
        numbered = [note for note in notes if not note.opening.starred]
        if not numbered:
            return self
        called = (note.place.target for note in numbered if note.place)
        ones = sum(note.opening.number == 1 for note in numbered)
        unended = not all(ended(lines[index]) for index in numbered[-1].lines[-1:])
        return Before(numbered[-1].opening.number, max([self.line, *called]), self.ones + ones, unended)


def near_notes(notes: Sequence[FoundNote], last: Before) -> list[FoundNote]:
    """The notes, from the last on, as far as they reach behind the last line that calls one: the search for further
    notes begins there, and looks at nothing before it."""
    reach = takewhile(lambda note: max(note.opening.index, *note.lines, placed_at(note)) >= last.line, reversed(notes))
    return list(reach)


def placed_at(note: FoundNote) -> int:
    """The line that calls a note."""
    return note.place.target if note.place else 0
