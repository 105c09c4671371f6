"""Doubts about notes that read as text, and texts with the marks of notes as a program writes them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from build_tools.addresses import note_anchor
from build_tools.dutch.sentences import ENDED
from build_tools.model import Doubt, DoubtKind
from build_tools.reading.doubts.evidence import Evidence, begin_of, doubted

SPOKEN = re.compile(r"(?:Ja|Neen?|Ik|Wij|Mijn)\b")
"""How an answer begins, or a text by who signs: hardly a note."""

MARKED = re.compile(r"\[(?:[a-zA-Z]+:? ?)?\d+[:\]]")
"""`[footnoteRef:2]`, `[1: Zie`: what stands in a text where its note was not understood."""


OF_THE_END = (DoubtKind.NOTE_IN_TEXT, DoubtKind.NOTE_GOES_ON, DoubtKind.NOTE_BREAKS_OFF)
"""Doubts about where the text of a note ends."""


def notes_like_text(evidence: Evidence) -> Iterator[Doubt]:
    """Notes that begin as an answer does: the number before them was that of a question."""
    for note in evidence.letter.notes:
        if SPOKEN.match(note.text):
            yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, note.lines[0], begin_of(note.text), note_anchor(note.n))


def marks_of_programs(evidence: Evidence) -> Iterator[Doubt]:
    """Marks of notes as programs write them, in a text."""
    yield from doubted(evidence, DoubtKind.NOTE_IN_TEXT, MARKED, needs=("[",))


def notes_below_their_rest(evidence: Evidence) -> Iterator[Doubt]:
    """The begin of a note, and its rest further on, where a text stands right above that which begins in small letters
    and is not ended: more of the note was taken for text."""
    blocks = {block.anchor: block for block in evidence.letter.blocks}
    for note in evidence.letter.notes:
        for before, line in pairwise(evidence.lines_with(note)):
            above = evidence.line_before(line.number) if line.number > before.number + 1 else None
            block = blocks.get(evidence.anchor_at(above.number) or "") if above else None
            if block and block.text[:1].islower() and not ENDED.fullmatch(block.text):
                for one, text in ((note.lines[0], begin_of(note.text)), (line.number, line.plain)):
                    yield evidence.doubt(DoubtKind.NOTE_BREAKS_OFF, one, text, note_anchor(note.n))


def notes_that_end_alike(evidence: Evidence) -> Iterator[Doubt]:
    """Lines that return in notes, behind the first of each: what a site or a page says below them. One line that notes
    side by side share returns in none."""
    rows = {note.n: evidence.lines_with(note)[1:] for note in evidence.letter.notes}
    said = Counter({line.number: line.plain for row in rows.values() for line in row}.values())
    for n, row in rows.items():
        for line in row:
            if said[line.plain] > 1:
                yield evidence.doubt(DoubtKind.NOTE_GOES_ON, line.number, line.plain, note_anchor(n))


def begins_of_notes(evidence: Evidence, found: Iterable[Doubt]) -> Iterator[Doubt]:
    """The begin of each note whose end is doubted further on: where more or less is of it, it is wrong as a whole."""
    first: dict[str, Doubt] = {}
    for one in sorted(found, key=lambda doubt: doubt.line):
        first.setdefault(one.anchor or "", one)
    for note in evidence.letter.notes:
        doubt = first.get(note_anchor(note.n))
        if doubt is not None and doubt.kind in OF_THE_END and note.lines[0] < doubt.line - 1:
            yield evidence.doubt(doubt.kind, note.lines[0], begin_of(note.text), doubt.anchor)
