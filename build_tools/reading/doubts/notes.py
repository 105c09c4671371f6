"""Doubts about notes: without a call, called but not there, missing in their row, going on too far, broken off; and
notes whose numbers stand apart from their texts: a tool gave first the numbers, then all the texts, and which text
belongs to which number was counted."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, zip_longest

from build_tools.addresses import note_anchor
from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED
from build_tools.model import Doubt, DoubtKind, Kind, Note
from build_tools.reading.doubts.addresses import is_in_address
from build_tools.reading.doubts.evidence import Evidence, around, begin_of, end_of, names_number
from build_tools.reading.doubts.head_lines import MINISTRY
from build_tools.reading.doubts.text import LAST_BEGUN

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


NAME_CUT = re.compile(r"(?:[A-Z]\.|[a-zà-ÿ]{3} )[A-Z]\.$")
"""`… door C.I. Ponsioen en B.R.`, `mijn ambtgenoot B.`: a name goes on."""


SMALL_END = re.compile(r"(?:^|[ «“‘])[a-zà-ÿ]+$")
"""A word in small letters at the end: `…, die hiervoor`."""


SEVERAL_NARROW, WIDER = 2, 1.8
"""Lines of a note that show how wide it is set, at the least, and how much longer one is that is not of it."""

POSTCODE = re.compile(r"[1-9](?<=\b.)\d{3} ?[A-Z]{2} +[A-Z’]")
"""`2700 LZ  Zoetermeer`."""


FULL = 0.9
"""The part of the longest line of a note that a full one has, at the least."""

SEVERAL, ODD = 3, 0.2
"""Notes that show a custom, at the least, and the part of them without a stop, at the most, where that is odd."""

MAY_BEGIN = re.compile(r"[«“‘\"'(]?(?:[A-ZÀ-Þ€0-9]|https?:|www\.|l’|d’|’s-)")
"""How a note can begin: with a capital, a figure, an address; none with a word in small letters."""

ADDRESS_END = re.compile(r"(?:https?:|www\.)\S*$")
"""An address at the end of a line, which is whole without a stop."""

LAST_WORD = re.compile(r"(\w+)\W*+$")
"""`[2: `, `3` on the line above: the last word or number of a text."""

NEAR = 200
"""Characters before a note among which its number stands, most of them white space."""


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


def begun_last(text: str) -> bool:
    """Whether the last sentence of a text of several runs on in small letters, and says nothing of where to look."""
    behind = SENTENCE_BREAK.split(text)[-1]
    return behind != text and not SOURCE.search(behind) and len(RUN_OF_SMALL.findall(behind)) > 0


def notes_dealt_out(evidence: Evidence) -> Iterator[Doubt]:
    """All notes of a row whose texts were dealt out by count, where the places at which one can begin are not as many
    as the numbers: more, and one may begin at another; and the text right behind the last one."""
    for notes in rows_apart(evidence):
        if is_unsure(evidence, notes):
            for note in notes:
                shown = begin_of(f"{note.printed} {note.text}")
                yield evidence.doubt(DoubtKind.NOTE_UNSURE, note.lines[0], shown, note_anchor(note.n))
            yield from _behind(evidence, notes[-1])


def numbers_below_texts(evidence: Evidence) -> Iterator[Doubt]:
    """Notes with their number alone on the line below, in a letter with others that have it above, where text stands
    right on the other side of such a number: it may be that of the note."""
    notes = [(note, *lines_around(evidence, note)) for note in evidence.letter.notes]
    up = [above for note, above, _ in notes if above and above.plain == note.printed]
    down = [(note, below) for note, _, below in notes if below and below.plain == note.printed]
    if not (up and down) or evidence.raw.has_structure():
        return
    texts = {block.anchor for block in evidence.letter.blocks}
    beside = [evidence.text_close_above(line.number) for line in up]
    beside += [line for _, below in down if (line := evidence.line_after(below.number)) and not line.blanks]
    found = [line for line in beside if line and evidence.anchor_at(line.number) in texts]
    told = {note.n for note, _ in down}
    for note in (note for note, *_ in notes if found and not told.isdisjoint((note.n, note.n + 1))):
        yield evidence.doubt(DoubtKind.NOTE_UNSURE, note.lines[0], begin_of(note.text), note_anchor(note.n))
    for line in found:
        yield evidence.doubt(DoubtKind.NOTE_UNSURE, line.number, line.plain)


def lines_around(evidence: Evidence, note: Note) -> tuple[Line | None, Line | None]:
    """The lines of the source above and below a note."""
    return evidence.line_before(note.lines[0]), evidence.line_after(note.lines[1])


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
    address = ADDRESS_END.search(before.plain) and line.plain[:1].isupper()
    ended = (ENDED.fullmatch(before.plain) and not SOURCE_CUT.search(before.plain)) or address
    return bool(ended and MAY_BEGIN.match(line.plain))


def _behind(evidence: Evidence, last: Note) -> Iterator[Doubt]:
    """The line of the text right behind the last line of notes: no white space parts them."""
    below = evidence.line_after(last.lines[1])
    if below and not below.blanks and not below.turn and (anchor := evidence.anchor_at(below.number)):
        yield evidence.doubt(DoubtKind.NOTE_UNSURE, below.number, below.plain, anchor)
