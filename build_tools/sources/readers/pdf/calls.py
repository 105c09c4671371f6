"""The calls of notes in the text: raised signs that are the number of a note.

After `calls_in`: each call knows its note; a raised sign that calls no note is a letter of the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.sources.readers.pdf.rows import Row
from build_tools.sources.readers.pdf.setting import Setting

SIGNS = re.compile(r"\d{1,3}|\*{1,3}|[†‡]|[ivxl]+|[a-z]")
UNIT = re.compile(r"(?<!\w)(?:[kcdmh]?m|ha)$")
"""`62 m` and `3 km` before a raised 2 or 3: squares and cubes call no note."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call in a row: [start, end) in its text, and the note through the document."""

    start: int
    end: int
    note: int


def calls_in(text: Sequence[Setting], notes: Sequence[Setting]) -> dict[Row, tuple[Call, ...]]:
    """The calls of each row that has some: notes are called in order, each on its own page or before it."""
    found: dict[Row, list[Call]] = {}
    called = 0
    for row in (row for setting in text for row in setting.rows):
        for start, end, printed in signs_of(row):
            note = note_for(printed, row.page, called, notes)
            if note:
                called = max(called, note)
                found.setdefault(row, []).append(Call(start, end, note))
    return {row: tuple(calls) for row, calls in found.items()}


def signs_of(row: Row) -> Iterator[tuple[int, int, str]]:
    """The raised signs of a row that can call a note: `2`, and both of `2, 3`."""
    for start, end in row.raised:
        raised = row.text[start:end]
        if raised in ("2", "3") and UNIT.search(row.text[:start]):
            continue
        matches = list(SIGNS.finditer(raised))
        if matches and not re.search(r"[^\W\d_]{2,}(?<![ivxl])", raised):
            for match in matches:
                stop = end if match is matches[-1] else start + matches[matches.index(match) + 1].start()
                yield start + match.start(), stop, match[0]


def note_for(printed: str, page: int, called: int, notes: Sequence[Setting]) -> int:
    """The note that a sign calls: the next one, or one on its page, or the next that bears it; 0 where there is none."""
    bearing = [note for note in notes if note.printed == printed]
    after = [note for note in bearing if note.note > called and note.first.page >= page]
    here = [note for note in bearing if note.first.page == page]
    if here:
        return here[0].note
    return after[0].note if after else 0
