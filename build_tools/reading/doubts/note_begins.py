"""Doubts about where a note begins: in a text, in another note, in an item."""

import re
from collections.abc import Iterator
from itertools import pairwise

from build_tools.addresses import note_anchor
from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED, ends_short
from build_tools.dutch.word_list import known
from build_tools.model import Doubt, DoubtKind, Kind, Note
from build_tools.reading.blocks.joining.broken_numbers import number_follows
from build_tools.reading.blocks.lists.list_marks import bullet_of
from build_tools.reading.doubts.evidence import NO_ADDRESS, Evidence, around, begin_of, names_number
from build_tools.reading.doubts.lists import marks_of_headings
from build_tools.reading.doubts.strays import is_counted, is_office
from build_tools.reading.signing.shapes import names_person

OPENS_NOTE = re.compile(r"\[?([1-9]\d?)[\])]? {0,3}(?=[«“‘(]?[A-Z]|https?:|www\.)")
"""`2 Kamerstuk 38 305`, `3) Zie de brief`: how a note begins."""

BEGUN = re.compile(r"(?:\d{1,2}\)? +)?[A-Z]")
"""`Nader advies`, `2) Het opstellen`: how an item of a list can begin."""

CALL_LAST = re.compile(r"[1-9](?<=[a-zà-ÿ.,;:)»”].)\d?$")
"""`… niet onder de vaar1`: the number of a note at the end of a line."""

NEXT_WITHIN = re.compile(r"[1-9](?:(?<=[.?!)] .)\d?(?= [A-Z])|(?<=\S .)\d?(?=\) [A-Z]))")
"""A number behind a stop and before a capital: `… kennen. 2 Motie van het lid`; with a bracket, behind anything."""

ADDRESS_LAST, SMALL_WORDS = re.compile(r"(?:https?:|www\.)\S*[a-z]$"), re.compile(r"([a-z]{2,})(?: [a-z]|\. [A-Z])")
"""An address at the end of a line; words in small letters."""

SMALL_BEGIN = re.compile(rf"{NO_ADDRESS}(?!\S*\.[a-z]{{2,3}}/|i?(?:bid|dem)\b)[a-zà-ÿ]{{3}}")
"""Three small letters with which a note begins, and no address."""

SECOND = ("Zie ", "Vgl. ", "Bron: ", "Richtlijn ", "HR ")
"""What the second sentence of a note can begin with as well."""

ITEM_WORDS = 4
"""Words of a line of a note that was an item, in the mean and at the least; lines of a source in a narrow margin have
fewer: `Voortgezet Onderwijs,`."""

NEAR = 40
"""Characters before a note among which its number stands: a flat one, or the line above with its indent."""

TEXT = (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING)
"""What a note becomes that was taken for text."""


def notes_in_text(evidence: Evidence) -> Iterator[Doubt]:
    """Lines of the text that begin as the note would that no note is: with the number behind that of the one above."""
    counted = {note.lines[0]: int(note.printed) for note in evidence.letter.notes if note.printed.isdecimal()}
    paragraphs = {block.anchor for block in evidence.letter.blocks if block.kind is Kind.PARAGRAPH}
    for before, line in pairwise(evidence.cleaned.lines):
        opening = OPENS_NOTE.match(line.plain)
        if opening and evidence.anchor_at(line.number) in paragraphs and not names_number(before.plain):
            above = max((at for at in counted if at < line.number), default=0)
            if int(opening[1]) == counted.get(above, 0) + 1:
                yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, line.number, line.plain)


def notes_in_notes(evidence: Evidence) -> Iterator[Doubt]:
    """Lines of a note that begin as another note would."""
    for note in evidence.letter.notes:
        for before, line in pairwise(evidence.lines_with(note)):
            if OPENS_NOTE.match(line.text) and not names_number(before.text):
                yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, line.number, line.text, note_anchor(note.n))


def notes_within_lines(evidence: Evidence) -> Iterator[Doubt]:
    """The number of the next note behind a stop within a note, and that of any with the name of a source behind it in a
    text: tools put notes behind each other. And an address with words in small letters on the line below it."""
    openings = "|".join(map(re.escape, data("dutch")["note_openings"]))
    marked = re.compile(rf"[1-9](?:(?<=\S .)\d?\)|(?<=[a-zà-ÿ]{{4}}\. .)\d?\.) (?:{openings})")
    for passage, match, lines in evidence.found(marked):
        text = around(passage.text, match.start(), match.end())
        yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, lines[match.start()], text, passage.anchor)
    printed = {note_anchor(note.n): note.printed for note in evidence.letter.notes}
    for passage, match, lines in evidence.within(Kind.NOTE, NEXT_WITHIN):
        own, asking = printed.get(passage.anchor, ""), passage.text[max(0, match.start() - NEAR) : match.start()]
        if own.isdecimal() and int(match[0]) == int(own) + 1 and not number_follows(asking.rstrip(), match[0]):
            text = around(passage.text, match.start(), match.end())
            yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, lines[match.start()], text, passage.anchor)
    for note in evidence.letter.notes:
        for before, line in pairwise(evidence.lines_with(note)):
            first = SMALL_WORDS.match(line.text)
            if ADDRESS_LAST.search(before.plain) and first and known(first[1]):
                yield evidence.doubt(DoubtKind.NOTE_GOES_ON, line.number, line.text, note_anchor(note.n))


def notes_run_together(evidence: Evidence) -> Iterator[Doubt]:
    """Notes that begin in small letters, as none does that has its number right before it, those that begin with a
    number of their own, `1. Bijlage bij`, and names of a source behind a stop within a note: another note can begin
    there. `Zie …` can be the second sentence of one."""
    openings = "|".join(re.escape(one) for one in data("dutch")["note_openings"] if one not in SECOND)
    begins = re.compile(rf"(?<=[.!?] )(?:{openings})")
    for passage, match, lines in evidence.within(Kind.NOTE, begins):
        if not is_cut_short(passage.text, match.start()):
            text = around(passage.text, match.start(), match.end())
            yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, lines[match.start()], text, passage.anchor)
    for note in evidence.letter.notes:
        small = SMALL_BEGIN.match(note.text) and not has_number_before(evidence, note)
        if small or note.text.startswith((f"{note.printed}. ", f"{note.printed}) ")):
            yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, note.lines[0], begin_of(note.text), note_anchor(note.n))


def is_cut_short(text: str, at: int) -> bool:
    """Whether what stands before a place is a short form, and no end of a sentence: `zie o.a. Kamerstuk`."""
    return ends_short(text[max(0, at - NEAR) : at].rstrip())


def has_number_before(evidence: Evidence, note: Note) -> bool:
    """Whether nothing but white space and signs stands between a note and its number."""
    before = evidence.raw.source.text[max(0, note.spans[0][0] - NEAR) : note.spans[0][0]]
    return re.search(rf"(?<!\w){re.escape(note.printed)}\W*$", before) is not None


def begins_anew(before: Line, line: Line, sources: tuple[str, ...]) -> bool:
    """Whether a line begins as a note does: behind the number of one, or behind a stop at the turn of a page."""
    if not line.plain.startswith(sources):
        return False
    return bool(CALL_LAST.search(before.plain) or (line.turn and ENDED.fullmatch(before.plain)))


def is_begun(text: str) -> bool:
    """Whether a line begins as an item can, with a capital and perhaps a number."""
    return BEGUN.match(text) is not None


def notes_that_count_on(evidence: Evidence) -> Iterator[Doubt]:
    """Notes with the number behind that of an item on the line above them, and notes whose lines end as items do: they
    are items of that list, or have some in them; not one amid the line of a text. An office above a name in a note was
    that of who signs."""
    items = {block.anchor: bullet_of(block.text) for block in evidence.letter.blocks if block.kind is Kind.ITEM}
    for note in evidence.letter.notes:
        lines, anchor = evidence.lines_with(note), note_anchor(note.n)
        above = evidence.line_before(note.lines[0])
        begins = lines and not lines[0].turn and evidence.anchor_at(note.lines[0]) == anchor
        mark = items.get(evidence.anchor_at(above.number) or "") if above and begins else None
        if mark and note.printed == str(mark.value + 1):
            yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, note.lines[0], begin_of(note.text), anchor)
        ends = [line for before, line in pairwise(lines) if before.plain.endswith((";", ",")) and is_begun(line.plain)]
        small = [line for before, line in pairwise(lines) if before.plain.endswith(";") and line.plain[:1].islower()]
        told = sum(len(line.plain.split()) for line in ends) >= ITEM_WORDS * len(ends)
        ends = ends if len(ends) > 1 and told else small if note.text[:1].islower() else []
        for line in (lines[0], *ends) if ends else ():
            yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, line.number, line.plain, anchor)
        for line, below in pairwise(lines[1:]):
            if is_office(line.plain) and names_person(below.plain):
                yield evidence.doubt(DoubtKind.SIGNER_IN_TEXT, line.number, line.plain, anchor)


def notes_as_text(evidence: Evidence) -> Iterator[Doubt]:
    """Lines of the text that begin with a number and what notes begin with, wherever they stand: `2) Stb. 2023, 55.`
    Not headings that count on from others (`3. Motie van het lid`) or have no number: `Motie van het lid De Vries`."""
    openings = "|".join(map(re.escape, data("dutch")["note_openings"]))
    begins = re.compile(rf"\[?[1-9]\d?[).\]]? ?(?:{openings})")
    blocks = evidence.letter.blocks
    marks = marks_of_headings(blocks)
    counted = {one.anchor for one in blocks if one.kind is Kind.HEADING and is_counted(one.text, marks)}
    titles = {one.anchor for one in blocks if one.kind is Kind.HEADING and not any(map(str.isdecimal, one.text))}
    text = {block.anchor for block in blocks if block.kind in TEXT} - counted - titles
    sources = tuple(one for one in data("dutch")["note_openings"] if one not in SECOND)
    for before, line in pairwise((None, *evidence.cleaned.lines)):
        begun = line and (begins.match(line.plain) or (before and begins_anew(before, line, sources)))
        asked = begun and before is not None and names_number(before.plain)
        if line and begun and evidence.anchor_at(line.number) in text and not asked:
            yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, line.number, line.plain)
