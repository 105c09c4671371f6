"""Notes that somebody typed in a file that marks none: paragraphs that begin with a number in brackets.

`[1] NOS, 23 mei 2024` is one where the text says `[1]`. A number alone can be anything there, and what the file itself
numbers is an item of a list.
"""

from collections.abc import Iterator, Sequence
from itertools import count

from build_tools.draft import Draft, Line
from build_tools.reading.footnotes.found_notes import FoundNote
from build_tools.reading.footnotes.markers import find_places, places_on
from build_tools.reading.footnotes.openings import BRACKETED_NOTE, Opening, openings_of
from build_tools.reading.footnotes.step import MOSTLY, without_notes


def take_out_typed_notes(draft: Draft) -> Draft:
    """Take such notes out and put a mark where each is called, if most of them are; each is a whole paragraph."""
    found = [] if draft.notes else list(counted(draft.lines))
    apart = {index for _, paragraph in found for index in paragraph}
    text = [index for index in range(len(draft.lines)) if index not in apart]
    numbers = [opening.number for opening, _ in found]
    calls = find_places(places_on(draft.lines, text, set(numbers), set()), 0, len(draft.lines), numbers, typed=True)
    if not found or sum(map(bool, calls)) < MOSTLY * len(found):
        return draft
    return without_notes(draft, [FoundNote(*note, call) for note, call in zip(found, calls, strict=True)])


def counted(lines: Sequence[Line]) -> Iterator[tuple[Opening, tuple[int, ...]]]:
    """The paragraphs that begin with such a number, as far as they count on from 1: that number, and their lines.

    A note can have come into the paragraph of the one before it: `… dat zegt de politie[3] https://www.example.org`.
    """
    paragraphs: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        if line.given:
            paragraphs.setdefault(line.given.paragraph, []).append(index)
    openings = {opening.index: opening for opening in openings_of(lines, range(len(lines)), (BRACKETED_NOTE,))}
    wanted = 1
    for own in paragraphs.values():
        opening = openings.get(own[0])
        if opening and opening.number == wanted:
            text = " ".join(lines[index].text for index in own)
            wanted = next(number for number in count(wanted + 1) if f"[{number}]" not in text)
            yield opening, tuple(own)
