"""Doubts about calls of notes that were left in the text as marks in brackets, or as numbers of their own."""

import re
from collections.abc import Iterator
from itertools import chain, groupby
from operator import itemgetter

from build_tools.data import data
from build_tools.model import Block, Doubt, DoubtKind, Kind, Passage
from build_tools.reading.doubts.evidence import Evidence, around
from build_tools.reading.doubts.words import ADDRESS
from build_tools.reading.doubts.notes import notes_in_notes, notes_in_text, notes_without_call, numbers_missing

BRACKETED = re.compile(r"\[(?:[ivxlc]{1,7}|\d{1,3}|\*{1,3})\]")
"""`[ii]`, `[12]`, `[*]`."""

SPACED = re.compile(
    r"(?<![^\W\d])(?P<word>[^\W\d]+)[.,;:?!”’»)]{0,2} (?P<number>[1-9]\d?)(?=[.,;:?!)]|$| (?P<next>[^\W\d]+)| [(“‘«])"
)
"""A number with a space before it behind a word, and no unit that it could count: `de kosten 7 worden`, `krapte. 8`."""

LONE_END = re.compile(r"(?<=[a-zà-ÿ]{2}[.?!]) [1-9]\d?$")
"""`… gestegen? 2`: a number behind the last sentence of a text."""

BEFORE_STOP = re.compile(r"(?<=[a-zà-ÿ]{2}) \.(?= [A-Z]|$)")
"""`het bureau .`: a stop from which something before it was taken out."""

BRACKETS = re.compile(r"[()\[\]]")

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


def traces_of_calls(evidence: Evidence) -> Iterator[Doubt]:
    """What the call of a note leaves behind that was not taken whole, or that was none: a bracket that closes nothing, a
    stop on its own, a number at the very end; and calls in the midst of an address or a number."""
    for passage, match, lines in chain(evidence.found(LONE_END), evidence.found(BEFORE_STOP)):
        yield _doubt(evidence, passage, match, lines[match.end() - 1])
    for passage, part in evidence.parts():
        calls = (call.at for call in (part.notes if isinstance(part, Block) else ()))
        if places := [*closing_nothing(passage.text), *(at for at in calls if is_amid(passage.text, at))]:
            lines = evidence.lines_of(part)
            for at in places:
                text = around(passage.text, at, at)
                yield evidence.doubt(DoubtKind.CALL_WITHOUT_NOTE, lines[min(at, len(lines) - 1)], text, passage.anchor)


def closing_nothing(text: str) -> list[int]:
    """Where a bracket closes none that was opened; not that of a mark: `a)`."""
    opened, found = 0, []
    for match in BRACKETS.finditer(text):
        opens = match[0] in "(["
        if not opens and not opened and re.search(r"[a-zà-ÿ]{2}[.,;:?!]?$", text[: match.start()]):
            found.append(match.start())
        opened = max(0, opened + (1 if opens else -1))
    return found


def is_amid(text: str, at: int) -> bool:
    """Whether a call stands within a number, a word or an address: something is glued to it on both sides."""
    glued = text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()
    return glued or any(
        found.start() < at < found.end() and text[at : found.end()].strip(".,;:)") for found in ADDRESS.finditer(text)
    )


def _doubt(evidence: Evidence, passage: Passage, match: re.Match[str], line: int) -> Doubt:
    text = around(passage.text, match.start(), match.end())
    return evidence.doubt(DoubtKind.CALL_WITHOUT_NOTE, line, text, passage.anchor)
