"""Notes that ran over to the next page: their rest stands above the notes there, or alone at its foot."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.sentences import opened
from build_tools.reading.blocks.joining.broken_addresses import URL_TAIL, url_goes_on
from build_tools.reading.blocks.joining.broken_numbers import number_follows
from build_tools.reading.blocks.measure import line_span, measure
from build_tools.reading.footnotes.found_notes import FoundNote, Zone
from build_tools.reading.footnotes.openings import ended, has_room
from build_tools.reading.signing.signatures import signatures

GOES_ON = re.compile(r"(?![a-z]{1,5}[.)] )[a-zà-ÿ]|\((?!\w{1,5}\))")
"""How a line begins that goes on within a sentence: in a small letter that is no mark (`c) `), or in a parenthesis that
is no `(iv)`."""

CLOSES = re.compile(r"[^()]*\)")
"""A line that closes a parenthesis before it opens one."""

YEAR = re.compile(r"(?:18|19|20)\d\d\b")
"""`2031` behind a month."""

MEASURED = 60
"""Lines that tell how wide a page is set: as many as it has."""

SIGNED = 5
"""Lines of a signature at the most, above the rest of a note."""

LONGEST_REST = 5
"""Lines of a note that ran over to the next page, at the most."""


def with_rest(lines: Sequence[Line], notes: Sequence[FoundNote], page: range, zone: Zone) -> FoundNote:
    """The last note with its rest, where that ran over to the next page, above the notes that stand there."""
    first, last = zone.begin, notes[-1]
    if zone.rest:
        return replace(last, lines=(*last.lines, *zone.rest))
    page = behind_notes(notes, page)
    if all_rest(lines, notes, range(page.start, first)):
        return joined(lines, last, range(page.start, first))
    if not last.lines or first - 1 <= page.start or not ended(lines[first - 1]):
        return last
    begin = first - 1
    if between_sentences(lines, first, zone.end):
        wide = max(len(line.text) for line in lines[page.start : first - 1])
        while begin > page.start + 1 and len(lines[begin - 1].text) > wide:
            begin -= 1
        return joined(lines, last, range(begin, first))
    above = range(page.start + 1, first)
    if within := going_on(lines, last, above) or called_for(lines, last, above[-LONGEST_REST:]):
        return joined(lines, last, range(within, first))
    full = measure_of(lines, range(page.start, first))
    while begin > page.start + 1 and first - begin < LONGEST_REST and not begins_rest(lines, begin, first, full):
        begin -= 1
    if not begins_rest(lines, begin, first, full):
        begin = last_sentence(lines, last, page.start, first)
    return joined(lines, last, range(begin, first)) if begin < first else last


def behind_notes(notes: Sequence[FoundNote], page: range) -> range:
    """A page behind the notes that were found on it so far: what they have is the rest of none."""
    own = takewhile(lambda note: note.opening.index >= page.start, reversed(notes))
    taken = (index + 1 for note in own for index in (note.opening.index, *note.lines))
    return range(max(taken, default=page.start), page.stop)


def all_rest(lines: Sequence[Line], notes: Sequence[FoundNote], above: range) -> bool:
    """Whether a page begins with the rest of the last note, and has no text above its own notes: it goes on within a
    sentence, which the text above the notes of the page before does not, and nothing in it stands apart."""
    last = notes[-1].lines[-1:]
    if not 0 < len(above) <= LONGEST_REST or last != (above.start - 1,):
        return False
    if not GOES_ON.match(lines[above.start].text) or any(lines[at].blanks for at in above[1:]):
        return False
    back = (index for note in reversed(notes) for index in (*reversed(note.lines), note.opening.index))
    first = min(takewhile(lambda index: lines[index].page == lines[above.start - 1].page, back))
    return first > 0 and ended(lines[first - 1])


def going_on(lines: Sequence[Line], last: FoundNote, above: range) -> int:
    """The line near the notes of a page, behind a sentence or below a blank line, in which the last note before them
    must go on: it closes a parenthesis that the note opened (`(vergaderjaar` / `2030-2031, nr. 5), is …`), or is the
    year behind a month (`12 mei` / `2031.`). 0 where there is none."""
    end = lines[last.lines[-1]].text
    month = end.rpartition(" ")[2].lower() in data("dutch")["months"]
    form = CLOSES if opened(end) else YEAR if month else None
    near = above[-LONGEST_REST:] if form else above[:0]
    apart = (at for at in near if ended(lines[at - 1]) or lines[at].blanks or not (form is YEAR or within(lines, at)))
    return next((at for at in apart if form and form.match(lines[at].text)), 0)


def within(lines: Sequence[Line], at: int) -> bool:
    """Whether a parenthesis is open in one of the lines above one, up to the end of a sentence."""
    above = takewhile(lambda index: not ended(lines[index]), range(at - 1, max(at - 1 - LONGEST_REST, -1), -1))
    return opened(" ".join(lines[index].text for index in above))


def last_sentence(lines: Sequence[Line], last: FoundNote, start: int, first: int) -> int:
    """Where the last lines above the notes of a page begin behind a sentence, where a note needs one more word: `… is
    de` at one foot goes on in `Minister bevoegd.` above the notes of the next. Those notes themselves where none do."""
    if lines[last.lines[-1]].text.rpartition(" ")[2].lower() not in data("dutch")["never_last"]:
        return first
    near = range(first - 1, max(start, first - 1 - LONGEST_REST), -1)
    return next((at for at in near if ended(lines[at - 1])), first)


def called_for(lines: Sequence[Line], last: FoundNote, near: range) -> int:
    """The line of these that begins with the number that a note ends by calling for, below what has ended: `… p.` goes
    on in `17-19.`; 0 where there is none."""
    end = lines[last.lines[-1]].text
    called = (at for at in near if at and calls_for(end, lines[at].text))
    return next((at for at in called if below_end(lines, at)), 0)


def calls_for(end: str, text: str) -> bool:
    """Whether a text begins with the number that another calls for, or with the year of its day: `4 maart` / `2031`."""
    month = end.rpartition(" ")[2].lower() in data("dutch")["months"]
    return number_follows(end, text) or (month and YEAR.match(text) is not None)


def below_end(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands below what has ended: a sentence, or who signs."""
    above = lines[max(0, at - SIGNED) : at]
    return ended(lines[at - 1]) or any(run.stop == len(above) for run in signatures(above))


def rest_alone(lines: Sequence[Line], last: FoundNote, page: range) -> FoundNote:
    """A note with its rest, where that ran over to the foot of a page that has no notes of its own.

    `1 Zie hoofdstuk 3 van het rapport van de` at one foot, `havenmeester.` below blank space at the next one.
    Numbers that came out below all notes of the first can stand between.
    """
    own_end = page.start - 1
    while own_end and lines[own_end].text.rstrip(")").isdecimal():
        own_end -= 1
    if not last.lines or last.lines[-1] != own_end:
        return last
    starts = range(max(page.start + 1, page.stop - LONGEST_REST), page.stop)
    begin = next((at for at in reversed(starts) if lines[at].blanks), None)
    if begin is None or is_spaced(lines, page, begin):
        full = measure_of(lines, page)
        apart = (at for at in reversed(starts) if not lines[at].blanks and ends_apart(lines, at, page, full))
        begin = called_for(lines, last, starts) or next(apart, None)
    if begin is None or not goes_on_at_foot(lines[last.lines[-1]], lines[begin]):
        return last
    return joined(lines, last, range(begin, page.stop))


def is_spaced(lines: Sequence[Line], page: range, begin: int) -> bool:
    """Whether blank lines stand above most lines of a page that go on from the one before: then they tell nothing."""
    going_on = [lines[at] for at in page if at != begin and at > page.start and lines[at].text[0].islower()]
    return sum(line.blanks > 0 for line in going_on) > len(going_on) / 2


def goes_on_at_foot(end: Line, line: Line) -> bool:
    """Whether a line can be the rest of what another broke off: it begins in a small letter, or in the number that is
    called for."""
    return GOES_ON.match(line.text) is not None or calls_for(end.text, line.text)


def joined(lines: Sequence[Line], last: FoundNote, rest: range) -> FoundNote:
    """A note with these lines, if it has not ended: behind a colon it can go on, behind a number or a parenthesis in a
    small letter apart, an address in one line apart, a dossier in its rest."""
    end = lines[last.lines[-1]]
    address = URL_TAIL.search(end.text)
    line = lines[rest.start]
    apart = line.blanks > 0 or (end.text.endswith("/") and line.text[0].islower() and ended(lines[rest.start - 1]))
    broken = address is not None and len(rest) == 1 and apart and url_goes_on(address[0], line.text)
    counted = (end.text[-1:].isdigit() or end.text[-1:] == ")") and line.blanks > 0 and line.text[0].islower()
    goes_on = broken or counted or end.text.endswith(":") or number_follows(end.text, line.text) or opened(end.text)
    return replace(last, lines=(*last.lines, *rest)) if goes_on or not ended(end) else last


def between_sentences(lines: Sequence[Line], first: int, end: int) -> bool:
    """Whether the line above the notes ends a sentence that the text around it, broken off by the page, does not."""
    return not ended(lines[first - 2]) and end < len(lines) and lines[end].text[0].islower()


def begins_rest(lines: Sequence[Line], index: int, first: int, full: float) -> bool:
    """Whether the rest of a note can begin with a line above the first note of a page: it goes on in no line of the
    text, or stands apart from the text above it and not from the note."""
    return stands_apart(lines, index, full) or (lines[index].blanks > 0 and not lines[first].blanks)


def stands_apart(lines: Sequence[Line], index: int, full: float) -> bool:
    """Whether a line goes on within a sentence, but not in that of the line before it: this had ended, or was broken
    off with room for a word, as a name or a heading is."""
    before, line = lines[index - 1], lines[index]
    return GOES_ON.match(line.text) is not None and (ended(before) or has_room(before.text, line.text, full))


def ends_apart(lines: Sequence[Line], index: int, page: range, full: float) -> bool:
    """Whether a line stands apart, and all behind it on its page run on from it."""
    below = range(index + 1, page.stop)
    return stands_apart(lines, index, full) and not any(has_room(lines[n - 1].text, lines[n].text, full) for n in below)


def measure_of(lines: Sequence[Line], part: range) -> float:
    """How wide the last lines of a part of a page are when they are full."""
    spans = [line_span(lines[at].text, lines[at + 1].text) for at in part[-MEASURED:-1]]
    return measure(spans)[0] if spans else 0
