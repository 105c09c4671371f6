"""Doubts about calls of notes that were left in the text as marks in brackets, or as numbers of their own."""

import re
from collections.abc import Collection, Iterator
from itertools import chain, groupby
from operator import itemgetter

from build_tools.data import data
from build_tools.dutch.sentences import short_forms
from build_tools.model import Block, Doubt, DoubtKind, Kind, Passage
from build_tools.reading.doubts.addresses import ADDRESS
from build_tools.reading.doubts.evidence import Evidence, around, names_number
from build_tools.reading.doubts.note_begins import notes_as_text, notes_in_notes, notes_in_text
from build_tools.reading.doubts.notes import notes_without_call, numbers_missing

BRACKETED = re.compile(r"\[(?:[ivxlc]{1,7}|\d{1,3}|\*{1,3})\]|\(\*{1,3}\)")
"""`[ii]`, `[12]`, `[*]`, `(**)`."""

SPACED = re.compile(
    r"(?<![^\W\d])(?P<word>[^\W\d]++)(?P<stop>[.,;:?!”’»)]{0,2}) (?P<number>[1-9]\d?)(?![.,]\d)"
    r"(?=[.,;:?!)]|$| (?P<next>[^\W\d]+)| [(“‘«])"
)
"""A number with a space before it behind a word, and no unit that it could count: `de kosten 7 worden`, `krapte. 8`."""

STARRED = re.compile(r"[a-zà-ÿ)]\*{1,3}(?=[.,;:)\s]|$)")
"""`overschrijdt**.`: stars that no note has."""

BEHIND_NUMBER = re.compile(r"\d(?<=\s.)\d{1,3}\.\d{1,2}(?= [A-ZÀ-Þ]|$)")
"""`€ 180.2 De regering`, `Veerwet 1976.1 Het`: a number at the end of a sentence, with a call behind its stop."""

SMALL_NUMBER = re.compile(r" [1-9]\d?(?!\d)")
"""What these need."""

LONE_END = re.compile(r" (?<=[a-zà-ÿ]{3}[.?!] )[1-9]\d?$")
"""`… gestegen? 2`: a number behind the last sentence of a text."""

LONE_AMID = re.compile(r" (?<=[a-zà-ÿ\d]{3}[?!] )[1-9]\d? (?=[A-Z])")
"""`… in uw brief? 3 Waarom`: a number between a question and the next one."""

BEHIND_SIGN = re.compile(
    r"[1-9](?:(?<=[A-Za-zà-ÿ)][?!;].)|(?<=\)[.,].)|(?<= [uU].)|(?<=[a-z]\.[a-z]\..))\d?\)?(?=[ ,](?!\d)|$)"
)
"""`RIVM?4)`, `(nrs. 56 en 58),2 is`, `bied ik u1, mede`, `Wolfsen c.s.4 en`: digits behind what no number is glued
to."""

NUMBER_FIRST = re.compile(r"\[?([1-9]\d?)")
"""The number that a line begins with which looks like a note."""

BEFORE_STOP = re.compile(r" (?<=[a-zà-ÿ]{2} )\.(?= [A-Z]|$)")
"""`het bureau .`: a stop from which something before it was taken out."""

LONE_IN_NOTE = re.compile(r"(?:(?<![a-zà-ÿ])(?P<word>[a-zà-ÿ]{4,}+)|[\d)])[.?!] [1-9]\d?$")
"""`… zijn positief. 1`, `item 4. 2`, `nr. 3). 1`: the number of a page behind a note."""

NUMBER_LAST = re.compile(r"[.?!] [1-9]\d?$")
"""What these need."""

DECIMAL = re.compile(r"\d,\d$")
"""`79,2`: a number to which another figure can belong."""

NEAR_UNIT = 6
"""Characters before a call in which a unit stands."""

UNIT = re.compile(r"\d ?[cdk]?m$|\b(?:CO|NO|SO|NH|PM)$")
"""`50.000 m`, `CO`: what has a digit of its own behind it, which is no call."""

PARTS = (",", ";", "!", "?")
"""What parts a word from a number behind it: `is, 28 aldus`."""

AMOUNT = re.compile(r" (?:mln|mld|miljoen|miljard|duizend|procent)\b")
"""What a number stands before."""

BRACKETS = re.compile(r"[()\[\]]")
"""What opens and closes an aside."""

COUNT_NOTHING = 2
"""Numbers that count on in a text and count nothing there, at the least: a row of calls that stayed in it."""

BEYOND = 2
"""Numbers behind that of the last note that was found, which those can have that were not."""

TEXT = (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING)


def marks_in_brackets(evidence: Evidence) -> Iterator[Doubt]:
    """Marks of notes in brackets that stayed in the text."""
    for passage, match, lines in evidence.found(BRACKETED, needs=("[", "(*")):
        yield _doubt(evidence, passage, match, lines[match.start()])


def numbers_that_may_call(evidence: Evidence) -> Iterator[Doubt]:
    """Numbers before a verb, which count nothing; where a note is missing or has no call, any that may be its call."""
    counted = frozenset(data("dutch")["numbered_nouns"]) | frozenset(data("dutch")["before_numbers"])
    verbs = frozenset(data("dutch")["sentence_words"])
    wanted = numbers_astray(evidence)

    def calls(match: re.Match[str]) -> bool:
        word = match["word"].lower()
        counts = (word in counted or word in verbs) and match["stop"] not in PARTS
        before_verb = match["next"] in verbs and match["word"].islower()
        return not counts and (before_verb or int(match["number"]) in wanted)

    for passage, own in groupby(evidence.found(SPACED, calls, SMALL_NUMBER), key=itemgetter(0)):
        begins = {end.at for end in passage.line_ends}
        for _, match, lines in own if passage.kind in TEXT else ():
            if match.start("number") not in begins:
                yield _doubt(evidence, passage, match, lines[match.end() - 1])


def numbers_astray(evidence: Evidence) -> frozenset[int]:
    """The numbers of notes without a call, or with one amid a word, and of those that are missing; none where all is in
    order."""
    rules = (notes_in_text, notes_as_text, numbers_missing, notes_in_notes, notes_without_call)
    torn = {call.n for block in evidence.letter.blocks for call in block.notes if is_amid(block.text, call.at)}
    if not torn and next(chain.from_iterable(rule(evidence) for rule in rules), None) is None:
        return frozenset()
    numbered = [(int(note.printed), note) for note in evidence.letter.notes if note.printed.isdecimal()]
    called = {number for number, note in numbered if note.block is not None and note.n not in torn}
    begun = (NUMBER_FIRST.match(doubt.text) for doubt in notes_as_text(evidence))
    last = max((*(number for number, _ in numbered), *(int(found[1]) for found in begun if found)), default=0)
    return frozenset(range(1, last + BEYOND + 1)) - called


def rows_of_numbers(evidence: Evidence) -> Iterator[Doubt]:
    """Numbers that count on from each other through the text, two of which or more count nothing there: calls of a row
    of notes of which nothing else is left. `acht de dosis veilig 2.`, `noemde 3 de uitkomst`."""
    counted = frozenset(data("dutch")["numbered_nouns"]) | frozenset(data("dutch")["before_numbers"])
    small = frozenset(data("dutch")["small_words"]) | frozenset(data("dutch")["sentence_words"])
    asks = counted | (numbered_words(evidence) - small)
    rows: dict[int, list[int]] = {}
    found = [
        (passage, match, lines)
        for passage, match, lines in evidence.found(SPACED, lambda match: may_be_free(match, asks), SMALL_NUMBER)
        if passage.kind in (Kind.PARAGRAPH, Kind.ITEM)
    ]
    for at, (_, match, _) in enumerate(found):
        number = int(match["number"])
        rows[number] = [*rows.get(number - 1, []), at]
    bare = {at for at, (_, match, _) in enumerate(found) if counts_nothing(match, small)}
    told = {at for row in rows.values() if len(bare.intersection(row)) >= COUNT_NOTHING for at in row}
    for at in sorted(told):
        passage, match, lines = found[at]
        yield _doubt(evidence, passage, match, lines[match.end() - 1])


def numbered_words(evidence: Evidence) -> frozenset[str]:
    """Words that have different numbers behind them: `zzp 7 en zzp 8`."""
    numbers: dict[str, set[str]] = {}
    for match in evidence.matches(SPACED, SMALL_NUMBER):
        numbers.setdefault(match["word"].lower(), set()).add(match["number"])
    return frozenset(word for word, behind in numbers.items() if len(behind) > 1)


def may_be_free(found: re.Match[str], counted: Collection[str]) -> bool:
    """Whether the word before a number asks for none, and the number is no mark: `te weten: 1) een plein`."""
    marks = found["stop"].endswith(":") or found.string[found.end() : found.end() + 1] == ")"
    counts = found["word"].lower() in counted and found["stop"] not in PARTS
    return not marks and not counts


def counts_nothing(found: re.Match[str], small: Collection[str]) -> bool:
    """Whether a number has nothing behind it that it could count: a stop, a small word, or a sentence that begins."""
    return found["next"] is None or found["next"] in small or bool(found["stop"] and found["next"][:1].isupper())


def traces_of_calls(evidence: Evidence) -> Iterator[Doubt]:
    """What the call of a note leaves behind that was not taken whole, or that was none: a bracket behind it that closes
    nothing, a stop on its own, a number at the very end; and calls in the midst of an address or a number."""
    short = short_forms() | frozenset(data("dutch")["numbered_nouns"])
    noted = evidence.found(LONE_IN_NOTE, lambda match: match["word"] not in short, NUMBER_LAST)
    bare = (evidence.found(one) for one in (LONE_END, BEFORE_STOP, LONE_AMID, BEHIND_SIGN))
    ends = evidence.found(BEHIND_NUMBER, lambda match: not names_number(match.string[: match.start()]))
    for passage, match, lines in chain(noted, ends, *bare, evidence.found(STARRED, needs=("*",))):
        if passage.kind in TEXT or match.re is LONE_IN_NOTE:
            yield _doubt(evidence, passage, match, lines[match.end() - 1])
    for passage, part in evidence.parts():
        calls = [call.at for call in part.notes] if isinstance(part, Block) else []
        torn = frozenset(calls) & closing_nothing(passage.text) if calls else frozenset()
        if places := [*sorted(torn), *(at for at in calls if is_amid(passage.text, at))]:
            lines = evidence.lines_of(part)
            for at in places:
                text = around(passage.text, at, at)
                yield evidence.doubt(DoubtKind.CALL_WITHOUT_NOTE, lines[min(at, len(lines) - 1)], text, passage.anchor)


def closing_nothing(text: str) -> frozenset[int]:
    """Where a bracket closes none that was opened."""
    opened, found = 0, set()
    for match in BRACKETS.finditer(text):
        if match[0] in "([":
            opened += 1
        elif opened:
            opened -= 1
        else:
            found.add(match.start())
    return frozenset(found)


def is_amid(text: str, at: int) -> bool:
    """Whether a call stands within a number, a word or an address, where something is glued to it on both sides, or
    behind a unit that has a digit of its own."""
    if UNIT.search(text, max(0, at - NEAR_UNIT), at):
        return True
    if AMOUNT.match(text, at) and not text[at - 1 : at].isdigit():
        return True
    glued = (text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()) or DECIMAL.search(text[max(0, at - 3) : at])
    return bool(glued) or any(
        found.start() < at < found.end() and text[at : found.end()].strip(".,;:)") for found in ADDRESS.finditer(text)
    )


def _doubt(evidence: Evidence, passage: Passage, match: re.Match[str], line: int) -> Doubt:
    text = around(passage.text, match.start(), match.end())
    return evidence.doubt(DoubtKind.CALL_WITHOUT_NOTE, line, text, passage.anchor)
