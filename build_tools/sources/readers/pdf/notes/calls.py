"""The signs in the text that call notes.

After `calls_in`: each call knows its note; a raised sign that calls no note is a letter of the text.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from build_tools.sources.readers.pdf.file.runs import SMALLER
from build_tools.sources.readers.pdf.page.rows import SUPERSCRIPTS, PrintRow
from build_tools.sources.readers.pdf.page.setting import Typeset

TYPED_CALL = re.compile(r"(?<!\s)\[(\d{1,3})\](?!\w)")
"""`hebben.[1]`: a number in brackets that calls a note, where those of notes are in brackets; it can begin the next
line of a paragraph."""
GLUED_CALL = re.compile(
    r"(?:[^\W\d_][a-zà-ÿ]|(?<!\w)[uU]|[a-zà-ÿ]{3}[.,;:!?)»”’\"]{1,2}|[A-Z]{3})(\d{1,3})(?![\w%]|[.,]\d)"
)
"""`ruimte2`, `tijd.10`, `RIVM3`: a number set as the text, where no space parts it from the word. Not that of `CO2`."""
OPENING_NUMBER = re.compile(r"(\d{1,3})(?=\s)")
"""`16 Via de brug`: a number before the rest of a line."""
PLAIN_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
SIGNS = re.compile(r"\[\d{1,3}\]|\d{1,3}|\*{1,3}|[†‡]|[ivxl]+|[a-z]")
"""What calls one note or several in a row: of `12*` first `12`, then `*`; of `xiia` first `xii`, then `a`."""
UNIT = re.compile(r"(?<!\w)(?:[kcdmh]?m|ha)$")
"""`62 m` and `3 km` before a raised 2 or 3: squares and cubes call no note."""


def plain(text: str) -> str:
    """A text with the digits that are drawn raised as any others: `²` as 2."""
    return text.translate(PLAIN_DIGITS)


@dataclass(frozen=True, slots=True)
class Call:
    """A call in a row: [start, end) in its text, and the note through the document."""

    start: int
    end: int
    note: int


def calls_in(text: Sequence[Typeset], notes: Sequence[Typeset]) -> dict[PrintRow, tuple[Call, ...]]:
    """The calls of each row that has some: notes are called in order, each on its own page or before it."""
    found: dict[PrintRow, list[Call]] = {}
    bearing: dict[str, list[Typeset]] = {}
    for own in notes:
        bearing.setdefault(own.printed, []).append(own)
    typed = {printed for printed, own in bearing.items() if own[0].first.text.startswith("[")}
    called = 0
    begun = {setting.first for setting in text}
    for row in (row for setting in text for row in setting.rows):
        signs = (sign for sign in typed_signs(row, typed) if sign[0] or row not in begun)
        for start, end, printed in sorted({*signs_of(row), *signs}):
            note = note_for(row.page, called, bearing.get(printed, ()))
            if note:
                called = max(called, note)
                found.setdefault(row, []).append(Call(start, end, note))
    known = {call.note for calls in found.values() for call in calls}
    for row, call in glued_calls(text, [note for note in notes if note.note not in known]):
        if call.start not in {own.start for own in found.get(row, ())}:
            found[row] = sorted([*found.get(row, ()), call], key=lambda call: call.start)
    return {row: tuple(calls) for row, calls in found.items()}


def glued_calls(text: Sequence[Typeset], notes: Sequence[Typeset]) -> Iterator[tuple[PrintRow, Call]]:
    """The calls of notes that no raised sign calls: their numbers at the end of a word, or small at the beginning of a
    line that goes on, each once on its page or, where that has none, once on the pages before it."""
    if not notes:
        return
    places: dict[str, list[tuple[PrintRow, int, int]]] = {}
    for setting in (setting for setting in text if not setting.table):
        for row in setting.rows:
            small = [match] if row is not setting.first and (match := opening_small(row)) else []
            for match in (*GLUED_CALL.finditer(row.text), *small):
                places.setdefault(match[1], []).append((row, *match.span(1)))
    for note in notes:
        before = [place for place in places.get(note.printed, ()) if place[0].page <= note.first.page]
        here = [place for place in before if place[0].page == note.first.page] or before
        if len(here) == 1:
            row, start, end = here[0]
            yield row, Call(start, end, note.note)


def opening_small(row: PrintRow) -> re.Match[str] | None:
    """The number that a row begins with, set smaller than the rest of it on one base line: some programs raise nothing
    where a line begins."""
    match = OPENING_NUMBER.match(row.text)
    digits = row.glyphs[: match.end(1)] if match else ()
    return match if match and all(one and one.size <= SMALLER * row.size for one in digits) else None


def signs_of(row: PrintRow) -> Iterator[tuple[int, int, str]]:
    """The raised signs of a row that can call a note: `2`, and both of `2, 3`."""
    for start, end in row.raised:
        raised = plain(row.text[start:end])
        if raised in ("2", "3") and UNIT.search(row.text[:start]):
            continue
        matches = list(SIGNS.finditer(raised))
        if matches and not re.search(r"[^\W\d_]{2,}(?<![ivxl])", raised):
            for match in matches:
                stop = end if match is matches[-1] else start + matches[matches.index(match) + 1].start()
                yield start + match.start(), stop, match[0].strip("[]")


def typed_signs(row: PrintRow, typed: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """The numbers in brackets of a row that call notes whose own numbers are typed so."""
    yield from ((*match.span(), match[1]) for match in TYPED_CALL.finditer(row.text) if match[1] in typed)


def note_for(page: int, called: int, bearing: Sequence[Typeset]) -> int:
    """The note that a sign calls, of those that bear it: one on its page, or the next; 0 where there is none."""
    after = [note for note in bearing if note.note > called and note.first.page >= page]
    here = [note for note in bearing if note.first.page == page]
    if here:
        return here[0].note
    return after[0].note if after else 0
