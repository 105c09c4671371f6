"""Notes of a web page that a star stands before: `hebben.*1` in the text, and below it `*1 Stb. 2016, 158.`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_tools.draft import Cut, Draft, Line, Mark, NoteLines
from build_tools.model import Reason

OPENING = re.compile(r"\*(?P<number>[1-9]\d?)\)?\s+(?=\S)")
"""`*1 `, where a note begins."""

CALL = re.compile(r"(?<=[^\s*])\*(?P<number>[1-9]\d?)\)?(?![\w*])")
"""`*1` behind a word or a stop."""

NOTE_LINES = 8
"""Lines of one note at the most."""


@dataclass(frozen=True, slots=True)
class StarredCall:
    """Where a text calls one of them."""

    line: int
    start: int
    end: int


def read_starred_numbers(draft: Draft) -> Draft:
    """Turn them into notes with their marks: all of a row that counts from 1 at the end of a text, each called once and
    in order above it."""
    lines = draft.lines
    opens = [at for at, line in enumerate(lines) if OPENING.match(line.text)]
    if draft.notes or not opens:
        return draft
    calls = calls_in(lines[: opens[0]])
    ends = [note_end(lines, at, stop) for at, stop in zip(opens, [*opens[1:], len(lines)], strict=True)]
    counted = [number_of(lines[at]) for at in opens] == list(range(1, len(opens) + 1)) == list(calls)
    if not counted or any(end != begin for end, begin in zip(ends, opens[1:], strict=False)):
        return draft
    notes = tuple(note_from(lines[at:end], n) for n, (at, end) in enumerate(zip(opens, ends, strict=True), start=1))
    numbers = tuple(number_cut(lines[at]) for at in opens)
    kept = [*(called(line, at, calls) for at, line in enumerate(lines[: opens[0]])), *lines[ends[-1] :]]
    return replace(draft, lines=tuple(kept), notes=notes, taken=(*draft.taken, *numbers))


def calls_in(lines: Sequence[Line]) -> dict[int, StarredCall]:
    """The calls by their number, in the order of the text; none where one returns."""
    found = [(match, at) for at, line in enumerate(lines) for match in CALL.finditer(line.text)]
    calls = {
        int(match["number"]): StarredCall(at, lines[at].start + match.start(), lines[at].start + match.end())
        for match, at in found
    }
    return calls if len(calls) == len(found) else {}


def number_of(line: Line) -> int:
    """The number with which a line begins."""
    match = OPENING.match(line.text)
    return int(match["number"]) if match else 0


def number_cut(line: Line) -> Cut:
    """That number as what is left out."""
    match = OPENING.match(line.text)
    return Cut(line.start, line.start + (match.end() if match else 0), Reason.NOTE_NUMBER)


def note_end(lines: Sequence[Line], at: int, stop: int) -> int:
    """Where a note ends: at the next one, or of the last one with the line that ends its sentence."""
    if stop < len(lines):
        return stop if stop - at <= NOTE_LINES else at
    return next((end + 1 for end in range(at, min(at + NOTE_LINES, stop)) if lines[end].text.endswith(".")), at + 1)


def note_from(lines: Sequence[Line], n: int) -> NoteLines:
    """A note without the number before it."""
    first, width = lines[0], number_cut(lines[0]).end - lines[0].start
    opening = Line(first.number, first.start + width, first.text[width:], page=first.page)
    return NoteLines(n, str(n), (opening, *lines[1:]))


def called(line: Line, at: int, calls: dict[int, StarredCall]) -> Line:
    """A line with a mark where it calls a note."""
    own = [(n, call) for n, call in calls.items() if call.line == at]
    cuts = tuple(Cut(call.start, call.end, Reason.MARKER) for _, call in own)
    return replace(line, cuts=(*line.cuts, *cuts), marks=(*line.marks, *(Mark(call.start, n) for n, call in own)))
