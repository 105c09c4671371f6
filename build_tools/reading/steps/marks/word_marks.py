"""The marks that a Word file leaves in its text: bookmarks, markers of notes, and notes behind their paragraph.

`[bookmark: _Hlk1]` names a place, `[footnoteRef:2]` is a marker, `[2:  text]` is the note.
After this step all three are out of the running text, and each marker knows its note.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from build_tools.draft import Cut, Draft, Line, Mark, NoteLines
from build_tools.model import Reason

INLINE = re.compile(r"\[(?:bookmark: ?[^\[\]]*|(?:foot|end)noteRef: ?(?P<ref>\d+))\]")
"""`[bookmark: _Hlk1]`, `[footnoteRef:2]`, `[endnoteRef:1]`."""

BRACKET = re.compile(r"[\[\]]")
NOTE = re.compile(r"\[(?P<printed>\d{1,3}): +")
"""Where a note begins: `[2:  Kamerstukken II …`. It ends at the bracket that closes this one."""

NOTE_LINES = 20
"""Lines within which that bracket stands; where it does not, it was lost, and the note is its own line."""


@dataclass(frozen=True, slots=True)
class BracketedNote:
    """A note as it stands in the lines: its number and, line by line, the stretch that it takes there."""

    printed: str
    opening: Cut
    closing: Cut | None
    stretches: tuple[tuple[int, int, int], ...]


def read_word_marks(draft: Draft) -> Draft:
    """Turn the marks that Word leaves in a text file into notes and their markers."""
    if not any(INLINE.search(line.text) for line in draft.lines):
        return draft
    found = list(notes_in(draft.lines))
    printed = dict.fromkeys([*references(draft.lines), *(note.printed for note in found)])
    order = {number: n for n, number in enumerate(printed, start=1)}
    cuts = [cut for note in found for cut in note_cuts(note)]
    lines = tuple(marked(line, cuts, order) for line in draft.lines)
    notes = tuple(sorted(numbered(found, draft.lines, order), key=lambda note: note.n))
    emptied = [line for line in lines if not line.plain]
    loose = [cut for line in emptied for cut in line.cuts]
    kept = carried(lines)
    return replace(draft, lines=kept, taken=(*draft.taken, *loose), notes=notes)


def references(lines: Sequence[Line]) -> Iterator[str]:
    """The printed numbers of the markers, in order."""
    for line in lines:
        yield from (match["ref"] for match in INLINE.finditer(line.text) if match["ref"])


def notes_in(lines: Sequence[Line]) -> Iterator[BracketedNote]:
    """The notes, in the order in which they stand."""
    index, at = 0, 0
    while index < len(lines):
        match = NOTE.search(lines[index].text, at)
        if match is None:
            index, at = index + 1, 0
            continue
        last, end = closing(lines, index, match.end())
        yield found_note(lines, match, index, last, end)
        index, at = last, end


def closing(lines: Sequence[Line], index: int, at: int) -> tuple[int, int]:
    """The line and the offset in it where a note ends: its bracket closes, or else its line ends."""
    depth = 1
    for number in range(index, min(index + NOTE_LINES, len(lines))):
        text = lines[number].text
        for bracket in BRACKET.finditer(text, at if number == index else 0):
            depth += 1 if bracket[0] == "[" else -1
            if depth == 0:
                return number, bracket.start()
    return index, len(lines[index].text)


def found_note(lines: Sequence[Line], match: re.Match[str], first: int, last: int, end: int) -> BracketedNote:
    """The note that begins at a match and ends at `end` of the line `last`."""
    stretches = []
    for index in range(first, last + 1):
        line = lines[index]
        start = line.start + (match.end() if index == first else 0)
        stop = line.start + (end if index == last else len(line.text))
        stretches.append((index, start, stop))
    opening = Cut(lines[first].start + match.start(), lines[first].start + match.end(), Reason.NOTE_NUMBER)
    at = lines[last].start + end
    bracket = Cut(at, at + 1, Reason.NOTE_NUMBER) if end < len(lines[last].text) else None
    return BracketedNote(match["printed"], opening, bracket, tuple(stretches))


def note_cuts(note: BracketedNote) -> Iterator[Cut]:
    """What of the text belongs to a note: its brackets and its stretches."""
    yield note.opening
    yield from (Cut(start, stop, Reason.NOTE) for _, start, stop in note.stretches)
    if note.closing:
        yield note.closing


def numbered(found: Sequence[BracketedNote], lines: Sequence[Line], order: dict[str, int]) -> Iterator[NoteLines]:
    """The notes with their numbers through the document; a number that returns is that of another note."""
    seen: set[str] = set()
    others = count(len(order) + 1)
    for note in found:
        yield note_lines(note, lines, next(others) if note.printed in seen else order[note.printed])
        seen.add(note.printed)


def note_lines(note: BracketedNote, lines: Sequence[Line], n: int) -> NoteLines:
    """A note as lines, under its number through the document."""
    parts = []
    for index, start, stop in note.stretches:
        line = lines[index]
        text = line.text[start - line.start : stop - line.start]
        body = text.strip()
        if body:
            parts.append(Line(line.number, start + text.index(body), body, page=line.page))
    return NoteLines(n, note.printed, tuple(parts))


def marked(line: Line, cuts: Sequence[Cut], order: dict[str, int]) -> Line:
    """The line with its bookmarks, markers and notes cut out, and a mark where each marker stood."""
    first, last = (bisect_left(cuts, at, key=lambda cut: cut.start) for at in (line.start, line.end + 1))
    in_notes = cuts[first:last]
    own = list(in_notes)
    marks = []
    for match in INLINE.finditer(line.text):
        start, end = line.start + match.start(), line.start + match.end()
        before = bisect_right(in_notes, start, key=lambda cut: cut.start)
        if before and start < in_notes[before - 1].end:
            continue
        own.append(Cut(start, end, Reason.MARKER if match["ref"] else Reason.BOOKMARK))
        if match["ref"]:
            marks.append(Mark(start, order[match["ref"]]))
    return replace(line, cuts=(*line.cuts, *own), marks=(*line.marks, *marks))


def carried(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that still have text; the marks and blank lines of emptied ones go to their neighbours."""
    kept: list[Line] = []
    blanks = 0
    for line in lines:
        if line.plain:
            kept.append(replace(line, blanks=line.blanks + blanks))
            blanks = 0
        else:
            blanks += line.blanks
            if kept and line.marks:
                last = kept[-1]
                kept[-1] = replace(last, marks=(*last.marks, *(replace(mark, at=last.end) for mark in line.marks)))
    return tuple(kept)
