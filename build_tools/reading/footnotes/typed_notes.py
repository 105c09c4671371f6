"""Notes that somebody typed, in a file that marks none or besides those that it marks: paragraphs that begin with a
number as it is typed for notes.

`[1] NOS, 23 mei 2024` is one where the text says `[1]`. In another form, `1) NOS` or `1. NOS`, it is one where such
paragraphs stand in a row, behind all their calls, and do not look like items. A number alone can be anything there, and
what the file itself numbers is an item of a list.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, groupby, pairwise
from operator import itemgetter

from build_tools.draft import Draft, Line
from build_tools.reading.blocks.lists.enumerations import enumerated
from build_tools.reading.footnotes.calls.markers import find_places, places_on
from build_tools.reading.footnotes.found_notes import FoundNote
from build_tools.reading.footnotes.listed import FORMS, listed_items, without_items
from build_tools.reading.footnotes.listed_rows import MOSTLY, in_parentheses
from build_tools.reading.footnotes.openings import BRACKETED_NOTE, Opening, ended, openings_of
from build_tools.reading.footnotes.setting_apart import in_order_of_calls, without_notes
from build_tools.reading.steps.mending.run_in_notes import part_run_in_notes

IN_A_ROW = tuple(numbered for numbered, _ in FORMS)
"""The forms that items of lists have too."""

TypedNote = tuple[Opening, tuple[int, ...]]
"""The number that a paragraph begins with, and the lines of that paragraph."""


def take_out_typed_notes(draft: Draft) -> Draft:
    """Take such notes out and put a mark where each is called: of the form that most are typed in."""
    parted = part_run_in_notes(draft)
    paragraphs = paragraphs_of(parted.lines)
    whole = [joined(parted.lines, own) for own in paragraphs]
    openings = {form: list(openings_of(whole, range(len(whole)), (form,))) for form in (BRACKETED_NOTE, *IN_A_ROW)}
    bracketed = called_notes(parted.lines, counted(whole, openings.pop(BRACKETED_NOTE), paragraphs))
    rows = (
        called_notes(parted.lines, row)
        for own in openings.values()
        for row in rows_of(counted(whole, without_items(own, listed_items(whole, own)), paragraphs))
    )
    sure = (row for row in rows if behind_their_calls(row) and not in_parentheses(row, parted.lines))
    found = max((mostly_called(bracketed), *sure), key=len)
    return in_order_of_calls(without_notes(parted, found)) if found else draft


def paragraphs_of(lines: Sequence[Line]) -> list[tuple[int, ...]]:
    """The lines of each paragraph, as the file tells them apart, or as numbers in brackets do that begin its lines."""
    paragraphs: list[tuple[int, ...]] = []
    given = ((index, line.given.paragraph) for index, line in enumerate(lines) if line.given)
    for _, own in groupby(given, key=itemgetter(1)):
        indices = [index for index, _ in own]
        marked = BRACKETED_NOTE.match(lines[indices[0]].text) is not None
        begins = [n for n, at in enumerate(indices) if n == 0 or (marked and BRACKETED_NOTE.match(lines[at].text))]
        paragraphs += (tuple(indices[a:b]) for a, b in pairwise([*begins, len(indices)]))
    return paragraphs


def joined(lines: Sequence[Line], own: Sequence[int]) -> Line:
    """A paragraph as one line."""
    return replace(lines[own[0]], text=" ".join(lines[index].text for index in own))


def mostly_called(notes: list[FoundNote]) -> list[FoundNote]:
    """Notes with their numbers in brackets, if most are called; others may have come into the one before them."""
    return notes if sum(note.place is not None for note in notes) >= MOSTLY * len(notes) else []


def behind_their_calls(notes: Sequence[FoundNote]) -> bool:
    """Whether each of these notes is called in a line before the first of them."""
    return all(note.place and note.place.target < notes[0].opening.index for note in notes)


def rows_of(notes: Sequence[TypedNote]) -> Iterator[list[TypedNote]]:
    """Those that count from 1, each right behind the paragraph of the one before it."""
    row: list[TypedNote] = []
    for opening, own in notes:
        if row and own[0] == row[-1][1][-1] + 1:
            row.append((opening, own))
            continue
        yield row
        row = [(opening, own)] if opening.number == 1 else []
    yield row


def called_notes(lines: Sequence[Line], found: Sequence[TypedNote]) -> list[FoundNote]:
    """Notes with the places where the text calls them."""
    apart = {index for _, paragraph in found for index in paragraph}
    text = [index for index in range(len(lines)) if index not in apart]
    numbers = [opening.number for opening, _ in found]
    places = places_on(lines, text, set(numbers), set(enumerated(lines)))
    calls = find_places(places, 0, len(lines), numbers, typed=True)
    return [FoundNote(*note, call) for note, call in zip(found, calls, strict=True)]


def counted(
    whole: Sequence[Line], openings: Iterable[Opening], paragraphs: Sequence[tuple[int, ...]]
) -> list[TypedNote]:
    """The paragraphs that begin with one of these numbers, as far as they count on from 1.

    A note can have come into the paragraph of the one before it: `… dat zegt de politie[3] https://www.example.org`.
    What follows on one that has not ended, right above the next one, is its rest.
    """
    wanted = 1
    notes: list[TypedNote] = []
    for opening in openings:
        if opening.number != wanted:
            continue
        at = opening.index
        if notes and notes[-1][1][-1] == paragraphs[at - 2][-1] and not ended(whole[at - 2]):
            notes[-1] = notes[-1][0], (*notes[-1][1], *paragraphs[at - 1])
        wanted = next(further for further in count(wanted + 1) if f"[{further}]" not in whole[at].text)
        notes.append((replace(opening, index=paragraphs[at][0]), paragraphs[at]))
    return notes
