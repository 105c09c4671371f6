"""Notes that are called by stars instead of numbers: `Natte Voeten*`, and below the text `* De stichting …`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.draft import Line
from build_tools.reading.footnotes.calls.own_lines import MarkerPlace
from build_tools.reading.footnotes.found_notes import FoundNote
from build_tools.reading.footnotes.openings import Opening, closings, ended, is_bare, zone_ends

STARRED_NOTE = re.compile(r"(?P<sign>(?P<stars>\*{1,4})\)?|\((?P<inside>\*{1,4})\))(?:\s+\S.*)?")
"""`* De stichting …`, or the stars alone on the line above the note; also `*) De stichting`, `(*) De`."""

EMPHASIS = re.compile(r"(?<!\w)(\*{1,4})\w[^*]*\1")
"""Stars around words stress them: `*alle* gemeenten`."""

CALLED = 9
"""The weight of stars behind a word: nothing else in a letter looks so."""


def starred_notes(lines: Sequence[Line], page: range, earlier: Sequence[FoundNote]) -> Iterator[FoundNote]:
    """The notes of a page that have stars, each called in the text before it, behind the call of the one before."""
    openings = last_row(list(find_stars(lines, page)))
    if not openings:
        return
    taken = {index for note in earlier for index in (note.opening.index, *note.lines)}
    numbered = [note.opening.index for note in earlier]
    position = max((note.place.position for note in earlier if note.opening.starred and note.place), default=(0, 0))
    for opening, stop in zip(openings, [*(opening.index for opening in openings[1:]), page.stop], strict=False):
        place = called(lines, range(position[0], opening.index), sign_of(lines[opening.index]), position, taken)
        own = text_of_note(lines, opening, page, min([stop, *(index for index in numbered if index > opening.index)]))
        if place and own:
            position = place.position
            taken |= {opening.index, *own}
            yield FoundNote(opening, own, place)


def without_stars(note: FoundNote, starred: Sequence[FoundNote]) -> FoundNote:
    """A note up to the one with stars that stands below it."""
    below = [star.opening.index for star in starred if star.opening.index in note.lines]
    return replace(note, lines=tuple(index for index in note.lines if index < min(below))) if below else note


def sign_of(line: Line) -> str:
    """The stars that a line begins with, and what is typed around them."""
    match = STARRED_NOTE.fullmatch(line.text)
    return match["sign"] if match else ""


def find_stars(lines: Sequence[Line], page: range) -> Iterator[Opening]:
    """The lines of a page that begin with stars."""
    for index in page:
        match = STARRED_NOTE.fullmatch(lines[index].text)
        if match:
            rest = lines[index].text[match.end("sign") :]
            width = match.end("sign") + len(rest) - len(rest.lstrip())
            yield Opening(index, len(match["stars"] or match["inside"]), width, typed=True, starred=True)


def last_row(openings: Sequence[Opening]) -> Sequence[Opening]:
    """The last of these in a row, each with a star more than the one before: those above begin items of a list."""
    at = len(openings)
    while at > 0 and (at == len(openings) or openings[at - 1].number == openings[at].number - 1):
        at -= 1
    return openings[at:]


def shape_of_call(sign: str) -> re.Pattern[str]:
    """The stars of a note behind a word or a stop: `Voeten*`, `geschorst.**`; in parentheses perhaps behind a space:
    `sinds 1995 (*)`."""
    space = " ?" if sign.startswith("(") else ""
    return re.compile(rf"(?<=[^\s*(]){space}{re.escape(sign)}(?=$|[\s.,;:!?)»”’])")


def called(
    lines: Sequence[Line], where: range, sign: str, behind: tuple[int, int], notes: set[int]
) -> MarkerPlace | None:
    """The first place with these stars behind a word, in these lines of the text, behind a place."""
    shape = shape_of_call(sign)
    for index in where:
        line = lines[index]
        plain = EMPHASIS.sub(lambda stressed: "x" * len(stressed[0]), line.text) if index not in notes else ""
        for match in shape.finditer(plain):
            start, end = line.start + match.start(), line.start + match.end()
            if (index, start) > behind:
                return MarkerPlace(index, index, start, start, end, CALLED)
    return None


def text_of_note(lines: Sequence[Line], opening: Opening, page: range, stop: int) -> tuple[int, ...]:
    """The lines of a note: up to the next one, the end of the page, or where the text goes on."""
    begin = opening.index + is_bare(opening, lines)
    in_sentence = opening.index > page.start and not ended(lines[opening.index - 1])
    to_end = lines[0].page != lines[-1].page
    ends = zone_ends(lines, page, closings(lines, page), in_sentence, to_end, anew=frozenset())
    end = ends[begin + 1 - page.start] if begin + 1 < page.stop else page.stop
    return tuple(range(begin, min(end, stop)))
