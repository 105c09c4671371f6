"""Notes side by side at the foot of a page, where a text keeps the look of the page (`pdftotext -layout`).

`1                                2` / `    Kamerstuk 33 041, nr. 9.         ProRail, Meetverslag trillingen,` /
`                                   juni 2013.`: after `part_note_columns` they follow each other. Their numbers stand
above their texts or before these, row after row or column after column.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from build_tools.draft import Draft, Line
from build_tools.reading.steps.mending.margin_notes import called_in
from build_tools.reading.steps.pieces import fragments, piece
from build_tools.reading.steps.taking_out import pages

BEGIN = re.compile(r"(?P<number>[1-9]\d?)(?: [A-ZÀ-Þ«“‘'(].*)?")
"""The number of a note, alone or before its text."""

LONGEST = 12
"""Lines of such notes at the most: half a page wide, few have as many."""

STRAY = 1
"""Columns by which text may begin left of the number above it: a proportional letter does not fall on whole columns."""


def part_note_columns(draft: Draft) -> Draft:
    """Put notes that stand side by side, and that their page calls, behind each other."""
    found = (draft.lines[page.start : page.stop] for page in pages(draft.lines))
    return replace(draft, lines=tuple(line for page in found for line in behind_each_other(page)))


def behind_each_other(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a page, with its notes in the order of their numbers."""
    rows = {at: heads for at, line in enumerate(lines) if (heads := heads_in(line))}
    called = called_in(lines) if rows else frozenset[int]()
    at = 0
    while at < len(lines):
        notes, end = notes_from(lines, at, rows[at], called) if at in rows else ([], at + 1)
        yield from (line for own in notes for line in own) if notes else lines[at:end]
        at = end


def heads_in(line: Line) -> list[Line]:
    """The parts of a line between wide gaps, where each begins a note and their numbers go up; none of another one."""
    parts = fragments(line)
    numbers = [number_of(part) for part in parts]
    return parts if len(parts) > 1 and 0 not in numbers and numbers == sorted(set(numbers)) else []


def number_of(line: Line) -> int:
    """The number of the note that a line begins; 0 where it begins none."""
    begin = BEGIN.fullmatch(line.text)
    return int(begin["number"]) if begin else 0


def notes_from(lines: Sequence[Line], at: int, heads: Sequence[Line], called: Set[int]) -> tuple[list[list[Line]], int]:
    """The notes side by side from a line on, each with its lines, and the index after these; none and the next index
    where their numbers do not count on, the page does not call them, or one of them has no text."""
    columns = [[head] for head in heads]
    end = at + 1
    while end < min(at + LONGEST, len(lines)) and (parts := within(lines[end], heads)):
        for column, part in parts:
            columns[column].append(part)
        end += 1
    notes = sorted((note for own in columns for note in parted(own)), key=lambda note: number_of(note[0]))
    numbers = [number_of(note[0]) for note in notes]
    counts = numbers == list(range(numbers[0], numbers[0] + len(numbers))) and called >= set(numbers)
    if not counts or not all(any(char.isalpha() for line in note for char in line.text) for note in notes):
        return [], at + 1
    return [at_edge(note, lines[at].blanks) for note in notes], end


def at_edge(note: Sequence[Line], blanks: int) -> list[Line]:
    """The lines of a note as those of a page set in one column."""
    first, *rest = (replace(line, indent=0, blanks=0) for line in note)
    return [replace(first, blanks=blanks), *rest]


def parted(column: Sequence[Line]) -> Iterator[list[Line]]:
    """The notes of a column: a further one begins with the number that comes next, or a later one."""
    begins = [0]
    for at, line in enumerate(column[1:], start=1):
        if number_of(line) > number_of(column[begins[-1]]):
            begins.append(at)
    for begin, stop in pairwise([*begins, len(column)]):
        yield list(column[begin:stop])


def within(line: Line, heads: Sequence[Line]) -> list[tuple[int, Line]]:
    """The parts of a line, each with the column in which it stands; none of a line that runs over the columns, stands
    apart from the one above it or holds nothing but a further number."""
    if line.blanks or line.text.isdecimal():
        return []
    return list(parts_in(line, [head.indent for head in heads]))


def parts_in(line: Line, edges: Sequence[int]) -> Iterator[tuple[int, Line]]:
    """The parts of a line between columns; nothing of one in which a word crosses the begin of a column."""
    cuts = [begin_near(line.text, edge - line.indent) for edge in edges[1:]]
    if None in cuts:
        return
    places = [0, *(cut for cut in cuts if cut is not None), len(line.text)]
    for column, (start, end) in enumerate(pairwise(places)):
        own = line.text[start:end]
        if own.strip():
            first = start + len(own) - len(own.lstrip())
            yield column, piece(line, first, start + len(own.rstrip()))


def begin_near(text: str, at: int) -> int | None:
    """Where white space ends near the begin of a column, or the text has ended or not begun; None where a word crosses
    it."""
    if at <= 0 or at >= len(text):
        return min(max(at, 0), len(text))
    return next((place for place in range(max(at - STRAY, 1), at + 1) if text[place - 1].isspace()), None)
