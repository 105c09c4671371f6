"""Doubts about notes whose numbers stand apart from their texts: a tool gave first the numbers, then all the texts, and
which text belongs to which number was counted."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from build_tools.addresses import note_anchor
from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED
from build_tools.model import Doubt, DoubtKind, Note
from build_tools.reading.doubts.evidence import Evidence, begin_of

MAY_BEGIN = re.compile(r"[«“‘\"'(]?(?:[A-ZÀ-Þ€0-9]|https?:|www\.|l’|d’|’s-)")
"""How a note can begin: with a capital, a figure, an address; none with a word in small letters."""

ADDRESS_END = re.compile(r"(?:https?:|www\.)\S*$")
"""An address at the end of a line, which is whole without a stop."""


LAST_WORD = re.compile(r"(\w+)\W*+$")
"""`[2: `, `3` on the line above: the last word or number of a text."""

NEAR = 200
"""Characters before a note among which its number stands, most of them white space."""


def notes_dealt_out(evidence: Evidence) -> Iterator[Doubt]:
    """All notes of a row whose texts were dealt out by count, where the places at which one can begin are not as many
    as the numbers: more, and one may begin at another; and the text right behind the last one."""
    for notes in rows_apart(evidence):
        if is_unsure(evidence, notes):
            for note in notes:
                shown = begin_of(f"{note.printed} {note.text}")
                yield evidence.doubt(DoubtKind.NOTE_UNSURE, note.lines[0], shown, note_anchor(note.n))
            yield from _behind(evidence, notes[-1])


def rows_apart(evidence: Evidence) -> Iterator[list[Note]]:
    """Notes whose numbers stand apart, in rows: each right below the one before it."""
    apart = [note for note in evidence.letter.notes if stands_apart(evidence, note)]
    starts = [
        at
        for at, (above, note) in enumerate(zip((None, *apart), apart, strict=False))
        if above is None or (line := evidence.line_before(note.lines[0])) is None or line.number != above.lines[1]
    ]
    yield from (apart[start:end] for start, end in zip_longest(starts, starts[1:]))


def stands_apart(evidence: Evidence, note: Note) -> bool:
    """Whether the number of a note stands neither before its text nor on the line above it."""
    if not note.spans or not note.printed.isalnum() or evidence.raw.has_structure():
        return False
    start = note.spans[0][0]
    before = LAST_WORD.search(evidence.raw.source.text[max(0, start - NEAR) : start])
    number = before and unicodedata.normalize("NFKC", before[1])
    return number != note.printed


def is_unsure(evidence: Evidence, notes: Sequence[Note]) -> bool:
    """Whether the texts of notes can be parted in more ways than one, or one begins as none does."""
    if not all(MAY_BEGIN.match(note.text) for note in notes):
        return True
    rows = [evidence.lines_with(note) for note in notes]
    within = any(may_part(before, line) for lines in rows for before, line in pairwise(lines))
    return within or not all(may_part(above[-1], below[0]) for above, below in pairwise(filter(None, rows)))


def may_part(before: Line, line: Line) -> bool:
    """Whether one note can end with a line and another begin with the next one."""
    ended = ENDED.fullmatch(before.plain) or ADDRESS_END.search(before.plain)
    return bool(ended and MAY_BEGIN.match(line.plain))


def _behind(evidence: Evidence, last: Note) -> Iterator[Doubt]:
    """The line of the text right behind the last line of notes: no white space parts them."""
    below = evidence.line_after(last.lines[1])
    if below and not below.blanks and not below.turn and (anchor := evidence.anchor_at(below.number)):
        yield evidence.doubt(DoubtKind.NOTE_UNSURE, below.number, below.plain, anchor)
