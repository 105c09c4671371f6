"""Notes of a margin that an extraction gave before the text beside them, as it read the columns of a page in turn."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, chain
from statistics import median

from build_tools.draft import Draft, Line
from build_tools.dutch.sentences import cut_short
from build_tools.reading.footnotes.calls.marker_shapes import SURE, weigh
from build_tools.reading.steps.mending.run_in_notes import NOTE_TEXT
from build_tools.reading.steps.taking_out import pages

OPENING = re.compile(rf"(?P<number>[1-9]\d?)(?: {NOTE_TEXT}|$)")
"""The number of such a note, before its text or alone on the line above it."""

NUMBER = re.compile(r"(?<!\d)[1-9]\d?(?!\w|[.,]\d)")
"""What can call a note: no part of a longer number or of an amount."""

LEAST = 2
"""Notes of a margin at the least: a line of the text can begin with the number of one that it calls."""

MOST_TRIED = 4
"""Rows of numbers that are tried as such notes, the longest first; a page has one margin."""

NOTE_ENDS = re.compile(r"[.!?:;…)\]»”’/\d]$")
"""How the last line of a note ends: in a stop, a number or an address; a heading has none of these."""

LONGEST = 12
"""Lines of such a note at the most, its number with them: more are a column of their own."""

NARROW = 0.6
"""The part of a line of the text that a line of a margin takes at the most: it is the narrower column by far."""


def move_margin_notes(draft: Draft) -> Draft:
    """Put notes that stand before the text that calls them at the end of their page, where notes stand."""
    lines = [line for page in pages(draft.lines) for line in notes_last(draft.lines[page.start : page.stop])]
    return replace(draft, lines=tuple(lines))


def move_margin_rows(draft: Draft) -> Draft:
    """Put rows of such notes at the end of their page before its head is read: they can stand within that."""
    found = [draft.lines[page.start : page.stop] for page in pages(draft.lines)]
    lines = [line for own in found for line in behind(own, margin_of(own) or ())]
    return replace(draft, lines=tuple(lines))


def behind(lines: Sequence[Line], moved: Sequence[int]) -> Sequence[Line]:
    """The lines of a page, with some of them behind all others, in the order given."""
    gone = frozenset(moved)
    return [*(line for at, line in enumerate(lines) if at not in gone), *(lines[at] for at in moved)]


def notes_last(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a page, with the notes of its margin behind its text."""
    return behind(lines, list(dict.fromkeys(chain(margin_of(lines) or (), *notes_amid(lines)))))


def notes_amid(lines: Sequence[Line]) -> Iterator[Sequence[int]]:
    """Notes of a margin that stand apart amid the text: between white space a few narrow lines that end as a note does,
    with a number alone above or below them or before the first, where only the text behind them surely calls that
    number. A number below its text goes first."""
    full = full_length(lines)
    first_called, begun = sure_calls(lines), Counter(map(number_at, lines))
    end = 0
    for own in apart(lines):
        number, texts = number_of(lines, own, begun)
        narrow = texts and all(len(lines[at].text) <= NARROW * full for at in own)
        free = own.start >= end and first_called.get(number, 0) >= own.stop
        if narrow and free and ended(lines[texts[-1]]):
            end = own.stop
            yield own if texts[-1] == own[-1] else (own[-1], *texts)


def full_length(lines: Sequence[Line]) -> int:
    """How long a full line of a page is: half of the text stands in lines as long or longer, however many headings and
    last lines of paragraphs there are."""
    lengths = sorted(len(line.text) for line in lines)
    upto, whole = accumulate(lengths), sum(lengths)
    return next(length for length, text in zip(lengths, upto, strict=True) if 2 * text >= whole)


def apart(lines: Sequence[Line]) -> Iterator[range]:
    """The lines between white space and the next, where these are as few as a note of a margin has; a number alone goes
    with those below it. One that ends such lines can also have come out right below a line of the text."""
    begins = [at for at, line in enumerate(lines) if at == 0 or line.blanks or line.turn]
    alone = {at + 1 for at in begins if lines[at].text.isdecimal()}
    begins = [*(at for at in begins if at not in alone), len(lines)]
    for begin, stop, after in zip(begins, begins[1:], [*begins[2:], len(lines)], strict=False):
        parted = lines[begin].blanks or lines[begin].turn
        if parted and stop - begin <= LONGEST and stop < len(lines):
            yield range(begin, stop)
        if lines[stop - 1].text.isdecimal() and after - stop < LONGEST and after < len(lines):
            yield range(stop - 1, after)


def number_of(lines: Sequence[Line], own: range, begun: Mapping[int, int]) -> tuple[str, range]:
    """The number of the note that these lines can be, "" for none, and its text: below or above a number alone, or
    behind one with which a single line of all begins. Of one line it ends in a stop, as no heading does."""
    first, last = lines[own[0]].text, lines[own[-1]].text
    if first.isdecimal():
        return first, own[1:]
    if last.isdecimal():
        return last, own[:-1]
    number = number_at(lines[own[0]])
    once = begun[number] == 1 and (len(own) > 1 or first.endswith("."))
    return (str(number), own) if once else ("", own)


def ended(line: Line) -> bool:
    """Whether a note can end with this line."""
    return NOTE_ENDS.search(line.text) is not None and not cut_short(line.text)


def sure_calls(lines: Sequence[Line]) -> dict[str, int]:
    """The numbers that a text calls notes by beyond doubt, each with the first line that does."""
    found: dict[str, int] = {}
    for at, line in enumerate(lines):
        for match in NUMBER.finditer(line.text):
            if match[0] not in found and weigh(line.text, match.start(), match.end()) >= SURE:
                found[match[0]] = at
    return found


def margin_of(lines: Sequence[Line]) -> range | None:
    """The narrow lines on a page that hold notes of which some are called only behind them; None where there are none.
    A blank line stands below them."""
    for row in sorted(rows_on(lines), key=len, reverse=True)[:MOST_TRIED]:
        first = row[-1] + 1 + lines[row[-1]].text.isdecimal()
        below = (at for at in range(first, len(lines)) if lines[at].blanks or lines[at].turn)
        end = next(below, len(lines))
        own = range(row[0], end)
        if end == len(lines) or all_ask(lines, [*row[1:], end]):
            continue
        if is_narrow(lines, own) and called_behind(lines, row, own):
            return own
    return None


def all_ask(lines: Sequence[Line], stops: Sequence[int]) -> bool:
    """Whether what ends above each of these lines is a question: older papers have numbers above these."""
    return all(lines[stop - 1].text.endswith("?") for stop in stops)


def rows_on(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The lines that begin with numbers which count on from each other."""
    row: list[int] = []
    for at, line in enumerate(lines):
        number = number_at(line)
        if row and number == number_at(lines[row[-1]]) + 1:
            row.append(at)
        elif number and (number == 1 or len(row) < LEAST):
            if len(row) >= LEAST:
                yield row
            row = [at]
    if len(row) >= LEAST:
        yield row


def number_at(line: Line) -> int:
    """The number of the note that a line can begin; 0 where it begins none."""
    match = OPENING.match(line.text)
    return int(match["number"]) if match else 0


def is_narrow(lines: Sequence[Line], own: range) -> bool:
    """Whether lines are set in a narrow column, by the text behind them on their page."""
    return median(len(lines[at].text) for at in own) <= NARROW * median(len(line.text) for line in lines[own.stop :])


def called_behind(lines: Sequence[Line], row: Sequence[int], own: range) -> bool:
    """Whether the text around the lines `own` calls all notes of a row, and some of them only behind it."""
    numbers = {number_at(lines[at]) for at in row}
    above, behind = called_in(lines[: own.start]), called_in(lines[own.stop :])
    return numbers <= above | behind and not numbers <= above


def called_in(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers that a text can call notes by."""
    text = "\n".join(line.text for line in lines)
    found = (match for match in NUMBER.finditer(text) if weigh(text, match.start(), match.end(), spaced=True))
    return frozenset(int(match[0]) for match in found)
