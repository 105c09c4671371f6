"""Doubts about notes: without a call, called but not there, missing in their row, broken off."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, pairwise

from build_tools.addresses import note_anchor
from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED, ends_short
from build_tools.dutch.word_list import known
from build_tools.model import Doubt, DoubtKind, Kind, Note
from build_tools.reading.blocks.broken_numbers import number_follows
from build_tools.reading.blocks.list_marks import bullet_of
from build_tools.reading.doubts.evidence import NO_ADDRESS, Evidence, around, begin_of, end_of, names_number
from build_tools.reading.doubts.head_lines import MINISTRY
from build_tools.reading.doubts.lists import marks_of_headings
from build_tools.reading.doubts.strays import is_counted, is_office
from build_tools.reading.doubts.text import LAST_BEGUN
from build_tools.reading.doubts.words import is_in_address
from build_tools.reading.signing.shapes import names_person

GLUED = re.compile(
    r"(?<![a-zà-ÿ])(?P<word>[a-zà-ÿ]{2,}+)(?P<stop>[.,;:?!)”’»'\"]{0,2})(?P<number>[1-9]\d?)(?=[\s.,;:)]|$)"
)
"""`beleid3`, `beleid.12`: digits glued to a word in small letters. Not `m2`, `CO2`, `covid19` (see `no_calls`)."""

GLUED_DIGIT = re.compile(r"[1-9](?<=[^\s\d].)")
"""What these need."""

NUMBERED_NAME = re.compile(r"[A-ZÀ-Þ](?<=\b.)[a-zà-ÿ]+[1-9]\d?\b")
"""`Platform31`: a name that ends in a number."""

CAPITAL = 1
"""Characters of the first word of a note before its small letters: no note calls another behind that word."""

WORD, ASKED = 3, re.compile(r"[?!]")
"""Letters of a word that digits are glued to, at the least, where no question ends between and it is no verb: `nr.3` is
no call, `tevreden is.17` is one."""

RAISED = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹](?<!\bm.)(?<!\b[cdkm]m.)[⁰¹²³⁴⁵⁶⁷⁸⁹]?")
"""`beleid³`: digits that are raised in Unicode itself. Not `m³` and `km²`, which measure."""

OPENS_NOTE = re.compile(r"\[?([1-9]\d?)[\])]? {0,3}(?=[«“‘(]?[A-Z]|https?:|www\.)")
"""`2 Kamerstuk 38 305`, `3) Zie de brief`: how a note begins."""

NEAR_START = 3
"""A row of notes that begins with 2 or 3 misses its beginning; one that begins later is that of a part of a paper."""

BREAKS_OFF = re.compile(
    r"(?:[,;]|\b(?i:aan|als|bij|dat|de|die|dit|een|en|het|in|is|met|of|om|ook|op|te|ten|tot|van|voor))$"
)
"""How no note ends: with a comma, or a word that asks for another one."""


CUT = re.compile(
    r"(?:https?:|www\.)\S*[-_=&?]$"  # https://voorbeeld.nl/uitkomsten-
    r"|(?:https?://[a-z]+|\bwww\.[a-z]+)\.$"  # https://data.
    r"|(?:https?://|\bwww\.)[^/\s]+/$"  # www.voorbeeld.nl/
    r"|\d{4}[–-]\d{2,4}, (?:nr\.? )?\d{1,2}$"  # vergaderjaar 2021–2022, 29
)
"""How an address or a reference ends that goes on elsewhere."""

SOURCE_CUT = re.compile(r"\b(?:nrs?|blz|p|art|jrg|Stb|Stcrt|d\.d)\.$")
"""`…, in: Tijdschrift voor Bestuur, nr.`, `Brief d.d.`: a number follows."""

SENTENCE_BREAK, SOURCE = re.compile(r"(?<=[a-zà-ÿ)]{3}\.) (?=[A-Z])"), re.compile(r"\d|https?:|www\.")
"""Where a sentence begins behind another one; what a reference has in it."""

RUN_OF_SMALL = re.compile(r"[a-zà-ÿ]+ [a-zà-ÿ]+ [a-zà-ÿ]+ [a-zà-ÿ]+")
"""Four words in small letters in a row."""

BEGUN = re.compile(r"(?:\d{1,2}\)? +)?[A-Z]")
"""`Nader advies`, `2) Het opstellen`."""

NAME_CUT = re.compile(r"(?:[A-Z]\.|[a-zà-ÿ]{3} )[A-Z]\.$")
"""`… door C.I. Ponsioen en B.R.`, `mijn ambtgenoot B.`: a name goes on."""

CALL_LAST = re.compile(r"[1-9](?<=[a-zà-ÿ.,;:)»”].)\d?$")
"""`… niet onder de vaar1`: the number of a note at the end of a line."""

NEXT_WITHIN = re.compile(r"[1-9](?:(?<=[.?!)] .)\d?(?= [A-Z])|(?<=\S .)\d?(?=\) [A-Z]))")
"""A number behind a stop and before a capital: `… kennen. 2 Motie van het lid`; with a bracket, behind anything."""

ADDRESS_LAST, SMALL_WORDS = re.compile(r"(?:https?:|www\.)\S*[a-z]$"), re.compile(r"([a-z]{2,})(?: [a-z]|\. [A-Z])")
"""An address at the end of a line; words in small letters."""

SMALL_END = re.compile(r"(?:^|[ «“‘])[a-zà-ÿ]+$")
"""A word in small letters at the end: `…, die hiervoor`."""

SMALL_BEGIN = re.compile(rf"{NO_ADDRESS}(?!\S*\.[a-z]{{2,3}}/|i?(?:bid|dem)\b)[a-zà-ÿ]{{3}}")
"""Three small letters with which a note begins, and no address."""

SECOND = ("Zie ", "Vgl. ", "Bron: ", "Richtlijn ", "HR ")
"""What the second sentence of a note can begin with as well."""

SEVERAL_NARROW, WIDER = 2, 1.8
"""Lines of a note that show how wide it is set, at the least, and how much longer one is that is not of it."""

POSTCODE = re.compile(r"[1-9](?<=\b.)\d{3} ?[A-Z]{2} +[A-Z’]")
"""`2700 LZ  Zoetermeer`."""

ITEM_WORDS = 4
"""Words of a line of a note that was an item, in the mean and at the least; lines of a source in a narrow margin have
fewer: `Voortgezet Onderwijs,`."""

FULL = 0.9
"""The part of the longest line of a note that a full one has, at the least."""

NEAR = 40
"""Characters before a note among which its number stands: a flat one, or the line above with its indent."""

SEVERAL, ODD = 3, 0.2
"""Notes that show a custom, at the least, and the part of them without a stop, at the most, where that is odd."""

TEXT = (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING)
"""What a note becomes that was taken for text."""


def notes_without_call(evidence: Evidence) -> Iterator[Doubt]:
    """Notes that no block refers to."""
    for note in evidence.letter.notes:
        if note.block is None:
            yield evidence.doubt(DoubtKind.NOTE_WITHOUT_CALL, note.lines[0], begin_of(note.text), note_anchor(note.n))


def calls_without_note(evidence: Evidence) -> Iterator[Doubt]:
    """Digits that look like a call and call no note; behind a short word those that count on from another one. A name
    that stands twice with the same ones has them itself, and so has a name in a note: `Platform31, 2020`."""
    known = frozenset(data("dutch")["no_calls"])
    verbs = frozenset(data("dutch")["sentence_words"])
    said = Counter(name for one in evidence.letter.passages for name in NUMBERED_NAME.findall(one.text))

    def calls(match: re.Match[str]) -> bool:
        if said[match.string[match.start() - 1 : match.end()]] > 1:
            return False
        long = len(match["word"]) >= WORD or ASKED.search(match["stop"])
        verb = match["stop"] and match["word"] in verbs
        return bool(long or verb) and not is_in_address(match.string, *match.span())

    found = evidence.found(GLUED, lambda match: match["word"].lower() not in known, GLUED_DIGIT)
    glued = [(one, calls(one[1])) for one in found]
    numbers = {int(match["number"]) for (_, match, _), sure in glued if sure}
    calling = (one for one, sure in glued if sure or int(one[1]["number"]) - 1 in numbers)
    for passage, match, lines in chain(calling, evidence.found(RAISED)):
        author = passage.kind is Kind.NOTE and (match.start() <= CAPITAL or match.string[match.start() - 1].isupper())
        if passage.kind is not Kind.HEADING and not author:
            text = around(passage.text, match.start(), match.end())
            yield evidence.doubt(DoubtKind.CALL_WITHOUT_NOTE, lines[match.end() - 1], text, passage.anchor)


def notes_without_text(evidence: Evidence) -> Iterator[Doubt]:
    """Notes that a file holds with their number alone: the text went lost where it was last saved."""
    for note in evidence.letter.notes:
        if not note.text.strip():
            yield evidence.doubt(DoubtKind.CALL_WITHOUT_NOTE, note.lines[0], note.printed, note_anchor(note.n))


def numbers_missing(evidence: Evidence) -> Iterator[Doubt]:
    """Places where the printed numbers of notes skip one or more; a row that begins anew skips nothing.

    Both notes there are doubtful: the one above can have the missing one in it. So is what stands close above the first
    one of all.
    """
    numbered = [(int(note.printed), note) for note in evidence.letter.notes if note.printed.isdecimal()]
    begins = [(0, note) for number, note in numbered[:1] if number <= NEAR_START]
    for (before, above), (number, note) in pairwise([*begins, *numbered]):
        if number > before + 1:
            for one, line in ((above, above.lines[1]), (note, note.lines[0])):
                text = begin_of(f"{one.printed} {one.text}")
                yield evidence.doubt(DoubtKind.NUMBERS_MISSING, line, text, note_anchor(one.n))
            close = evidence.text_close_above(note.lines[0]) if above is note else None
            if close is not None:
                yield evidence.doubt(DoubtKind.NUMBERS_MISSING, close.number, close.plain)


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


def notes_that_go_on(evidence: Evidence) -> Iterator[Doubt]:
    """Notes with a blank line in them: behind it a foot that is not known can stand, and the text of the next page.

    A sentence that goes on is the note's own, in small letters, behind a full line or on the next page: some
    extractions put blank lines between its lines. Behind its stop the name of a ministry is no part of it either.
    """
    for note in evidence.letter.notes:
        lines = evidence.lines_with(note)
        longest = max((len(line.plain) for line in lines), default=0)
        for before, line in pairwise(lines):
            full = len(before.plain) > FULL * longest
            runs_on = line.page != before.page or line.text[0].islower() or full
            same = runs_on and (SOURCE_CUT.search(before.plain) or not ENDED.fullmatch(before.plain))
            letterhead = line.plain.startswith(MINISTRY) and ENDED.fullmatch(before.plain)
            if letterhead or (line.blanks and line.number > before.number and not same):
                yield evidence.doubt(DoubtKind.NOTE_GOES_ON, line.number, line.text, note_anchor(note.n))


def notes_that_widen(evidence: Evidence) -> Iterator[Doubt]:
    """The first line of a note that is far longer than any before it, of which there are several: notes are set in a
    narrow margin, and the text beside it goes on there."""
    for note in evidence.letter.notes:
        longest = 0
        for n, (line, length) in enumerate(Counter(evidence.lines_of(note)).items()):
            if n >= SEVERAL_NARROW and length > WIDER * longest:
                text = evidence.by_number[line].plain
                yield evidence.doubt(DoubtKind.NOTE_GOES_ON, line, text, note_anchor(note.n))
                break
            longest = max(longest, length)


def addresses_in_notes(evidence: Evidence) -> Iterator[Doubt]:
    """Lines with a postcode and a town in a note, behind its first sentence: a page has its sender's address there."""
    for note in evidence.letter.notes:
        for before, line in pairwise(evidence.lines_with(note)):
            if POSTCODE.search(line.plain) and (ENDED.fullmatch(before.plain) or POSTCODE.search(before.plain)):
                yield evidence.doubt(DoubtKind.NOTE_GOES_ON, line.number, line.plain, note_anchor(note.n))


def notes_that_break_off(evidence: Evidence) -> Iterator[Doubt]:
    """Notes that end in the middle of a sentence, an address or a reference; and those that end without a stop where
    the other notes have one. What names a paper or an address can end without."""
    notes = evidence.letter.notes
    odd = [note for note in notes if not ENDED.fullmatch(note.text)]
    custom = len(notes) >= SEVERAL and len(odd) <= max(1, ODD * len(notes))
    for note in notes:
        name = NAME_CUT.search(note.text) and not names_number(note.text.rpartition(" ")[0])
        cut = BREAKS_OFF.search(note.text) or CUT.search(note.text) or name
        last = note in odd and (begun_last(note.text) or LAST_BEGUN.search(note.text))
        begun = SOURCE_CUT.search(note.text) or last
        several = SENTENCE_BREAK.search(note.text) or SMALL_END.search(note.text)
        if cut or begun or (custom and note in odd and several):
            yield evidence.doubt(DoubtKind.NOTE_BREAKS_OFF, note.lines[1], end_of(note.text), note_anchor(note.n))


def begins_anew(before: Line, line: Line, sources: tuple[str, ...]) -> bool:
    """Whether a line begins as a note does: behind the number of one, or behind a stop at the turn of a page."""
    if not line.plain.startswith(sources):
        return False
    return bool(CALL_LAST.search(before.plain) or (line.turn and ENDED.fullmatch(before.plain)))


def is_begun(text: str) -> bool:
    """Whether a line begins as an item can, with a capital and perhaps a number."""
    return BEGUN.match(text) is not None


def begun_last(text: str) -> bool:
    """Whether the last sentence of a text of several runs on in small letters, and says nothing of where to look."""
    behind = SENTENCE_BREAK.split(text)[-1]
    return behind != text and not SOURCE.search(behind) and len(RUN_OF_SMALL.findall(behind)) > 0


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
