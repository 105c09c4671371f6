"""Doubts about calls of notes that were left in the text as marks in brackets, or as numbers of their own."""

import re
from collections.abc import Iterator
from itertools import chain, groupby
from operator import itemgetter

from build_tools.data import data
from build_tools.model import Doubt, DoubtKind, Kind, Passage
from build_tools.reading.doubts.evidence import Evidence, around
from build_tools.reading.doubts.notes import notes_in_notes, notes_in_text, notes_without_call, numbers_missing

BRACKETED = re.compile(r"\[(?:[ivxlc]{1,7}|\d{1,3}|\*{1,3})\]")
"""`[ii]`, `[12]`, `[*]`."""

SPACED = re.compile(
    r"(?<![^\W\d])(?P<word>[^\W\d]+)[.,;:?!”’»)]{0,2} (?P<number>[1-9]\d?)(?=[.,;:?!)]|$| (?P<next>[^\W\d]+)| [(“‘«])"
)
"""A number with a space before it behind a word, and no unit that it could count: `de kosten 7 worden`, `krapte. 8`."""

BEYOND = 2
"""Numbers behind that of the last note that was found, which those can have that were not."""

TEXT = (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING)


def marks_in_brackets(evidence: Evidence) -> Iterator[Doubt]:
    """Marks of notes in brackets that stayed in the text."""
    for passage, match, lines in evidence.found(BRACKETED):
        yield _doubt(evidence, passage, match, lines[match.start()])


def numbers_that_may_call(evidence: Evidence) -> Iterator[Doubt]:
    """Numbers before a verb, which count nothing; where a note is missing or has no call, any that may be its call."""
    counted = frozenset(data("dutch")["numbered_nouns"]) | frozenset(data("dutch")["before_numbers"])
    verbs = frozenset(data("dutch")["sentence_words"])
    wanted = numbers_astray(evidence)

    def calls(match: re.Match[str]) -> bool:
        word = match["word"].lower()
        counts = word in counted or word in verbs
        before_verb = match["next"] in verbs and match["word"].islower()
        return not counts and (before_verb or int(match["number"]) in wanted)

    for passage, own in groupby(evidence.found(SPACED, calls), key=itemgetter(0)):
        begins = {end.at for end in passage.line_ends}
        for _, match, lines in own if passage.kind in TEXT else ():
            if match.start("number") not in begins:
                yield _doubt(evidence, passage, match, lines[match.end() - 1])


def numbers_astray(evidence: Evidence) -> frozenset[int]:
    """The numbers of notes without a call, and of those that are missing; none where all is in order."""
    rules = (notes_in_text, numbers_missing, notes_in_notes, notes_without_call)
    if next(chain.from_iterable(rule(evidence) for rule in rules), None) is None:
        return frozenset()
    numbered = [(int(note.printed), note.block) for note in evidence.letter.notes if note.printed.isdecimal()]
    called = {number for number, block in numbered if block is not None}
    last = max((number for number, _ in numbered), default=0)
    return frozenset(range(1, last + BEYOND + 1)) - called


def _doubt(evidence: Evidence, passage: Passage, match: re.Match[str], line: int) -> Doubt:
    text = around(passage.text, match.start(), match.end())
    return evidence.doubt(DoubtKind.CALL_WITHOUT_NOTE, line, text, passage.anchor)
