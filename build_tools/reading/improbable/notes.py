"""Doubts about notes that read as text, and texts with the marks of notes as a program writes them."""

import re
from collections.abc import Iterator

from build_tools.addresses import note_anchor
from build_tools.model import Doubt, DoubtKind
from build_tools.reading.doubts.evidence import Evidence, begin_of, doubted

SPOKEN = re.compile(r"(?:Ja|Neen?|Ik|Wij|Mijn)\b")
"""How an answer begins, or a text by who signs: hardly a note."""

MARKED = re.compile(r"\[(?:[a-zA-Z]+:? ?)?\d+[:\]]")
"""`[footnoteRef:2]`, `[1: Zie`: what stands in a text where its note was not understood."""


def notes_like_text(evidence: Evidence) -> Iterator[Doubt]:
    """Notes that begin as an answer does: the number before them was that of a question."""
    for note in evidence.letter.notes:
        if SPOKEN.match(note.text):
            yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, note.lines[0], begin_of(note.text), note_anchor(note.n))


def marks_of_programs(evidence: Evidence) -> Iterator[Doubt]:
    """Marks of notes as programs write them, in a text."""
    yield from doubted(evidence, DoubtKind.NOTE_IN_TEXT, MARKED, needs=("[",))
