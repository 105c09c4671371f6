"""Doubts about marks that were left in the text: of notes that were not found, of calls that were not taken for one."""

import re
from collections.abc import Iterator
from itertools import chain

from build_tools.data import data
from build_tools.model import Doubt, DoubtKind, Kind
from build_tools.reading.doubts.evidence import Evidence, around
from build_tools.reading.doubts.notes import notes_in_text, notes_without_call, numbers_missing, notes_that_break_off, notes_in_notes

BRACKETED = re.compile(r"\[(?:[ivxlc]{1,7}|\d{1,3}|\*{1,3})\]")
AMID = re.compile(r"(?<= )(?P<word>[a-zà-ÿ]{3,})[,;]? (?P<number>[1-9]\d?) (?P<next>[a-zà-ÿ]+)\b")
SPACED = re.compile(r"(?P<word>[^\W\d]+[.,;:?!”’»)]*) (?P<number>[1-9]\d?)(?=[.,;:?!)]|$| [a-zà-ÿ(A-Z“‘«])")


def marks_in_brackets(evidence: Evidence) -> Iterator[Doubt]:
    """`[ii]` and `[12]` in the text: calls of notes that are none."""
    for passage, match, lines in evidence.found(BRACKETED):
        text = around(passage.text, match.start(), match.end())
        yield evidence.doubt(DoubtKind.CALL_WITHOUT_NOTE, lines[match.start()], text, passage.anchor)


def numbers_that_may_call(evidence: Evidence) -> Iterator[Doubt]:
    """Numbers on their own in the text, where a note has no call or notes are missing: each may be the call."""
    nouns = frozenset(data("dutch")["numbered_nouns"])
    notes = evidence.letter.notes
    printed = [int(note.printed) for note in notes if note.printed.isdecimal()]
    called = {int(note.printed) for note in notes if note.printed.isdecimal() and note.block is not None}
    astray = [doubt for rule in (notes_in_text, numbers_missing, notes_in_notes, notes_without_call) for doubt in rule(evidence)]
    verbs = frozenset(data("dutch")["sentence_words"])
    small = frozenset(data("dutch")["sentence_words"]) | frozenset(data("dutch")["never_last"]) | frozenset(data("dutch")["no_noun"])
    for passage, match, lines in evidence.found(AMID, lambda match: match["next"] in verbs):
        word = match["word"].lower()
        if passage.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING) and word not in nouns and word not in SMALL and word not in small:
            text = around(passage.text, match.start(), match.end())
            yield evidence.doubt(DoubtKind.CALL_WITHOUT_NOTE, lines[match.end() - 1], text, passage.anchor)
    if not astray:
        return
    wanted = set(range(1, max(printed, default=0) + 3)) - called
    for passage, match, lines in evidence.found(SPACED, lambda match: int(match["number"]) in wanted):
        word = match["word"].strip(".,;:?!”’»)").lower()
        if passage.kind in (Kind.PARAGRAPH, Kind.ITEM) and word not in nouns and word not in SMALL:
            text = around(passage.text, match.start(), match.end())
            yield evidence.doubt(DoubtKind.CALL_WITHOUT_NOTE, lines[match.end() - 1], text, passage.anchor)


SMALL = frozenset("in op van de het tot en met of bij te voor per na vanaf om circa ca ruim bijna over onder boven de er zijn waren zijn nr nrs waarvan komt bleken voor lid".split())

LEFTOVERS = (marks_in_brackets, numbers_that_may_call)
