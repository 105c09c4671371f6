"""The notes of a PDF, in small type at the foot of pages or at the end, each with its number.

After `notes_of`: what is a note is apart from the text; a note that goes on over the page is one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from build_tools.dutch.matching import is_half
from build_tools.dutch.sentences import ENDED
from build_tools.model import Kind
from build_tools.sources.readers.pdf.file.glyphs import DrawnRule
from build_tools.sources.readers.pdf.notes.calls import plain, signs_of
from build_tools.sources.readers.pdf.page.columns import Frame, by_page
from build_tools.sources.readers.pdf.page.rows import PrintRow, part_of_row
from build_tools.sources.readers.pdf.page.setting import Typeset

SMALL = 0.95
"""Of the size of the text: notes are set at most this large (80% as a rule)."""
PLAIN_NUMBER = re.compile(r"\[?(\d{1,3}|\*{1,3})(?:[.)\]]?\s+(?=\S)|(?=[A-ZÀ-Þ][a-zà-ÿ]|https?:|www\.))")
"""A number at the beginning of a note that is not raised: `12 Stcrt. …`, `[12] Stcrt. …`, `12Stcrt. …`."""
NUMBER_ALONE = re.compile(r"\[?(\d{1,3})[.)\]]?$")
"""The number of a note whose text begins on the next page: counted on, it begins that note."""
CALL = re.compile(r"\[?(\d{1,3}|\*{1,3}|[†‡]|[ivxl]{1,6}|[a-z])")
"""What calls a note: `12`, `*`, `†`, `iv`, `a`; also `[12]`."""
RUN_IN = re.compile(r"(?:(?<=\s)\[(?P<typed>\d{1,3})\]|(?<=\S\s\s)(?P<plain>\d{1,3})[.)]?)(?:\s+(?=\S)|$)")
"""`… nr. 15. [3] Zie …`, `… toegelicht.  3. Zie …`, `… toegelicht.  3)`: a further note begins in the line that the one
before it ends in; a plain number has more than a space before it."""
ABOVE = 4.0
"""Of the size: a rule stands at most so far above the first note."""
SHORTEST, LONGEST = 0.08, 0.75
"""Of the page: how long a rule above notes is."""
UNDER = 0.35
"""Of the size: how far a rule under a row may lie from it, and be longer or shorter."""
INTO_ROW = 0.3
"""Of the size: how far the rule above notes may lie within the row above it: letters reach below their line."""


def notes_of(
    rows: Sequence[PrintRow],
    frame: Frame,
    rules: Mapping[int, Sequence[DrawnRule]],
    width: float,
    aside: Sequence[PrintRow] = (),
) -> tuple[list[PrintRow], list[Typeset]]:
    """The rows of the text, and the notes in their order; `aside` are the rows of those in the margin."""
    notes: list[list[PrintRow]] = []
    add_notes(notes, aside)
    gone: set[PrintRow] = set()
    called: list[str] = []
    for own in by_column(rows, frame):
        start = zone_start(own, frame, rules.get(own[0].page, ()), width, notes)
        called += [sign for row in own[:start] for *_, sign in signs_of(row) if sign.isdecimal()]
        if start == len(own) and not any(is_small(note[0], frame) for note in notes):
            start = called_zone(own, called[len(notes) :])
        gone |= set(own[start:])
        add_notes(notes, own[start:])
    return [row for row in rows if row not in gone], as_notes(notes)


def add_notes(notes: list[list[PrintRow]], rows: Sequence[PrintRow]) -> None:
    """Add the rows of notes to those before them: each begins a note, or goes on with the last one."""
    for row in (part for whole in rows for part in parted_notes(whole, notes)):
        if number_of(row, notes) or not notes:
            notes.append([row])
        else:
            notes[-1].append(row)


def as_notes(notes: Sequence[Sequence[PrintRow]]) -> list[Typeset]:
    """The rows of each note as a note, with its number through the document."""
    return [as_note(note, n) for n, note in enumerate(notes, start=1)]


def parted_notes(row: PrintRow, notes: Sequence[Sequence[PrintRow]]) -> Iterator[PrintRow]:
    """A row of notes in parts: where a further one begins in it, whose number counts on."""
    before = number_of(row, notes) or (printed_of(notes[-1][0]) if notes else "")
    start = 0
    for match in RUN_IN.finditer(row.text):
        number = match["typed"] or match["plain"]
        if before.isdecimal() and int(number) == int(before) + 1:
            yield part_of_row(row, start, match.start())
            start, before = match.start(), number
    yield part_of_row(row, start, len(row.text)) if start else row


def by_column(rows: Sequence[PrintRow], frame: Frame) -> Iterator[list[PrintRow]]:
    """Rows page by page, and column by column where there are several: each has its notes at its foot."""
    for page in by_page(rows):
        for column in range(len(frame.on(page[0].page).lefts)):
            own = [row for row in page if frame.column(row) == column]
            if own:
                yield own


def zone_start(
    rows: Sequence[PrintRow],
    frame: Frame,
    rules: Sequence[DrawnRule],
    width: float,
    notes: Sequence[Sequence[PrintRow]],
) -> int:
    """The index of the first row of a page's notes, below `notes` of the pages before it; the number of its rows where
    it has none."""
    start = len(rows)
    while start and is_small(rows[start - 1], frame):
        start -= 1
    ruled = [at for at in range(len(rows)) if under_rule(rows, at, rules, width)]
    begins = [at for at in ruled if may_be_first(rows[at], frame) and (at == ruled[0] or is_small(rows[at], frame))]
    begins = begins or [at for at in ruled[:1] if notes and at >= start]
    if begins:
        return begins[0]
    first = next((at for at in range(start, len(rows)) if begins_note(rows[at])), len(rows))
    goes_on = notes and first > start and (start == 0 or is_rest(rows[start], notes[-1][-1]))
    return start if goes_on else first


def is_rest(row: PrintRow, last: PrintRow) -> bool:
    """Whether a row without a number goes on with a note: the sentence in its last row has not ended there."""
    return not ENDED.fullmatch(last.text) and (row.text[:1].islower() or is_half(last.text))


def is_small(row: PrintRow, frame: Frame) -> bool:
    """Whether a row is set in the type of notes, smaller than the text."""
    return row.size <= SMALL * frame.size


def called_zone(rows: Sequence[PrintRow], called: Sequence[str]) -> int:
    """The index of the first row of notes that only their numbers tell from the text: they are all those that are
    called and have no note yet, in their order, behind all calls and down to the end of the page. The number of its
    rows where it has none."""
    behind = max((at + 1 for at, row in enumerate(rows) if any(signs_of(row))), default=0)
    matches = [(at, PLAIN_NUMBER.match(row.text)) for at, row in enumerate(rows[behind:], start=behind)]
    numbers = [(at, match[1]) for at, match in matches if match]
    last = numbers[-len(called) :] if called else []
    return last[0][0] if last and [number for _, number in last] == [*called] else len(rows)


def under_rule(rows: Sequence[PrintRow], at: int, rules: Sequence[DrawnRule], width: float) -> bool:
    """Whether a short lying rule stands between a row and the one above it."""
    row = rows[at]
    above = rows[at - 1].base if at else 0.0
    return any(
        rule.lies
        and not (at and underlines(rule, rows[at - 1]))
        and SHORTEST * width < rule.x1 - rule.x0 < LONGEST * width
        and above - INTO_ROW * row.size < rule.top < row.base
        and row.base - rule.top < ABOVE * row.size
        for rule in rules
    )


def underlines(rule: DrawnRule, row: PrintRow) -> bool:
    """Whether a rule lies under all of a row's text."""
    near = UNDER * row.size
    return 0 <= rule.top - row.base < near and abs(rule.x0 - row.x0) < near and abs(rule.x1 - row.x1) < near


def may_be_first(row: PrintRow, frame: Frame) -> bool:
    """Whether the first note can begin at a row below a rule: it is set no larger than the text."""
    return begins_note(row) and row.size <= (2 - SMALL) * frame.size


def begins_note(row: PrintRow) -> bool:
    """Whether a row begins as a note does: with a raised sign, or with a number."""
    if row.opens_raised:
        return CALL.match(plain(row.text)) is not None
    return PLAIN_NUMBER.match(row.text) is not None


def number_of(row: PrintRow, notes: Sequence[Sequence[PrintRow]]) -> str:
    """The number of the note that begins at a row; empty where none does. A plain number counts on."""
    if row.opens_raised:
        match = CALL.match(plain(row.text[: row.raised[0][1]]))
        return match[1] if match else ""
    before = printed_of(notes[-1][0]) if notes else ""
    match = PLAIN_NUMBER.match(row.text) or (NUMBER_ALONE.match(row.text) if before else None)
    if match is None or has_raised_number(notes):
        return ""
    new_page = not notes or notes[-1][0].page != row.page
    counts = match[1].isdecimal() and before.isdecimal() and int(match[1]) == int(before) + 1
    return match[1] if counts or not before or (new_page and match[1] == "1") or not match[1].isdecimal() else ""


def has_raised_number(notes: Sequence[Sequence[PrintRow]]) -> bool:
    """Whether the notes of this document raise their numbers: then a plain number in one is text."""
    return bool(notes) and notes[0][0].opens_raised


def printed_of(row: PrintRow) -> str:
    """The number of a note as printed, at the beginning of its first row."""
    if row.opens_raised:
        return plain(row.text[: row.raised[0][1]]).strip(" .)[]")
    match = PLAIN_NUMBER.match(row.text) or NUMBER_ALONE.match(row.text)
    return match[1] if match else ""


def number_end(row: PrintRow) -> int:
    """Where the number ends in the first row of a note."""
    if row.opens_raised:
        rest = row.text[row.raised[0][1] :]
        return row.raised[0][1] + len(rest) - len(rest.lstrip(" .)"))
    match = PLAIN_NUMBER.match(row.text) or NUMBER_ALONE.match(row.text)
    return match.end() if match else 0


def as_note(rows: Sequence[PrintRow], n: int) -> Typeset:
    """Rows as a note, with its number."""
    printed = printed_of(rows[0])
    return replace(Typeset(tuple(rows), Kind.NOTE, note=n, printed=printed or str(n)), number_end=number_end(rows[0]))
