"""Notes at the foot of a page, and the markers in the text that refer to them.

A line that begins with a number is a note only where the text before it has a marker with that number, in order:
so amounts, years, dates and numbered headings are left alone. Notes are numbered through the document.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, pairwise, takewhile

from build_tools.draft import Draft, Line
from build_tools.model import Reason
from build_tools.reading.blocks.lists.enumerations import enumerated
from build_tools.reading.footnotes.calls.marker_shapes import DOUBTFUL, SURE
from build_tools.reading.footnotes.calls.markers import BY_HAND, places_on
from build_tools.reading.footnotes.calls.own_lines import MarkerPlace
from build_tools.reading.footnotes.calls.raised_digits import with_plain_digits
from build_tools.reading.footnotes.found_notes import Before, FoundNote, Zone, near_notes
from build_tools.reading.footnotes.listed import counting_headings, find_unlisted, listed_openings
from build_tools.reading.footnotes.listed_rows import (
    at_feet,
    calls_itself,
    goes_on_uncalled,
    in_parentheses,
    is_headed,
    is_long_row,
    surely_called,
)
from build_tools.reading.footnotes.numbers_astray import zone_astray
from build_tools.reading.footnotes.numbers_below import zone_below, zone_beside
from build_tools.reading.footnotes.numbers_last import zone_numbers_last, zone_within_sentence
from build_tools.reading.footnotes.one_form import FORMS, OpeningFinder, find_of_form
from build_tools.reading.footnotes.openings import Ground, Opening, ended, survey
from build_tools.reading.footnotes.out_of_order import zone_out_of_order
from build_tools.reading.footnotes.run_over import rest_alone, with_rest
from build_tools.reading.footnotes.setting_apart import called_again, in_order_of_calls, without_notes
from build_tools.reading.footnotes.sharing import begins_small
from build_tools.reading.footnotes.stars import starred_notes, without_stars
from build_tools.reading.footnotes.zones import loose_zone, of_page_before, ordered_zone
from build_tools.reading.signing.signatures import signatures
from build_tools.reading.steps.taking_out import pages, take_out

FINDERS = (
    zone_within_sentence,
    zone_below,
    zone_beside,
    zone_numbers_last,
    ordered_zone,
    loose_zone,
    zone_astray,
    zone_out_of_order,
)
"""How notes can stand on a page. What finds most wins; of equals the first, as it asks most."""

MOST_UNSHOWN = 4
"""Pages whose end nothing shows that are sought above the next one, at the most."""

IN_BRACKETS = re.compile(r"\[(?:(?<=\S.)|(?<=\S .))(?:\d{1,3}|[ivxl]{1,9})\](?!\w)")
"""`hebben.[1]`, `hebben.[ii]`: a call in brackets, behind text."""

RAISED, RAISED_DIGITS = re.compile("[¹²³⁴⁵⁶⁷⁸⁹⁰]"), str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
"""Digits that a text has as raised ones, each as long as a plain one: `toegezegd.¹` and `¹ NOS, 23 mei 2024`."""

NOTE_LABEL, LABELLED = re.compile(r"(?:X ?)?Noot"), re.compile(r"\d+|\[\d+\]")
"""What a web page puts above the number of a note, which can have brackets; the X is a button that closes it."""


@dataclass(frozen=True, slots=True)
class Calls:
    """How a text calls its notes: whether white space stands before all calls, and where numbers with a parenthesis
    count the parts of a sentence and call none."""

    spaced: bool
    enumerated: frozenset[int]


def take_out_notes(draft: Draft) -> Draft:
    """Take the notes of each page out and put a mark where each marker stood. Those that Word marks are out already."""
    if draft.notes:
        return draft
    draft = without_labels(draft)
    lines = with_plain_digits(draft.lines)
    notes = notes_in(lines)
    if not notes:
        return draft
    whole = without_notes(draft, called_again(lines, notes))
    for rest in beside_another_row(draft, notes, whole):
        others = notes_in(rest.lines)
        if of_another_row(others, rest.lines, by_typed(notes, draft.lines)):
            return in_order_of_calls(without_notes(rest, others))
    return whole


def beside_another_row(draft: Draft, notes: Sequence[FoundNote], whole: Draft) -> Iterator[Draft]:
    """What a text is without these notes where it can have another row of them: all of each gone (`whole`), or typed
    ones up to a line that another row can begin at."""
    typed = by_typed(notes, draft.lines)
    if typed or any(BY_HAND.search(line.text) for line in draft.lines):
        yield whole
    if typed and (row := up_to_another_row(notes, draft.lines)) != notes:
        yield without_notes(draft, called_again(draft.lines, row))


def up_to_another_row(notes: Sequence[FoundNote], lines: Sequence[Line]) -> list[FoundNote]:
    """Notes that are typed (`1) NOS`), each up to a line that begins as others do: `1 Kamerstuk …`."""
    raised = {opening.index for opening in find_unlisted(lines, range(len(lines))) if not opening.typed}

    def shortened(note: FoundNote) -> FoundNote:
        own = tuple(takewhile(lambda at: at == note.opening.index or at not in raised, note.lines))
        return replace(note, lines=own) if note.opening.typed else note

    return list(map(shortened, notes))


def notes_in(lines: Sequence[Line]) -> list[FoundNote]:
    """The notes of a text, by whichever of the two ways finds more; of equals those that are called more surely."""
    lines = as_searched(lines)
    unlisted, listed = unlisted_notes(lines), listed_notes(lines)
    return unlisted if called_by_numbers_of(unlisted, listed) else max(unlisted, listed, key=found_and_weight)


def called_by_numbers_of(notes: Sequence[FoundNote], others: Sequence[FoundNote]) -> bool:
    """Whether numbers of these notes, alone above them, are all that calls one of others, which are no more than these:
    items of a list behind the text are called so."""
    numbers = {note.opening.index for note in notes}
    return len(others) <= len(notes) and any(note.place.line in numbers for note in others if note.place)


def as_searched(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines as the search for notes reads them: raised digits of their own are digits, and numbered headings that
    count on are known."""
    plain = [
        replace(line, text=line.text.translate(RAISED_DIGITS)) if RAISED.search(line.text) else line for line in lines
    ]
    headings = counting_headings(plain)
    return [replace(line, heading=True) if at in headings else line for at, line in enumerate(plain)]


def of_another_row(notes: Sequence[FoundNote], lines: Sequence[Line], typed: bool) -> bool:
    """Whether notes are a row of their own beside one that is called by typed numbers (`1)`) or by raised ones: that of
    questions, typed below their answers, beside those of the answers. Each is called, in the other way; a single one
    beyond doubt."""
    least = DOUBTFUL if len(notes) > 1 else SURE
    placed = all(note.place and note.place.weight >= least for note in notes)
    return bool(notes) and notes[0].opening.number == 1 and placed and by_typed(notes, lines) is not typed


def by_typed(notes: Sequence[FoundNote], lines: Sequence[Line]) -> bool:
    """Whether notes are called by numbers that are typed as text, `1)` or `[1]`."""
    places = [note.place for note in notes if note.place]
    typed = [place for place in places if lines[place.line].text[place.end - lines[place.line].start - 1] in ")]"]
    return 2 * len(typed) > len(places)


def notes_of(lines: Sequence[Line], find: OpeningFinder, spaced: bool = False) -> list[FoundNote]:
    """The notes of a text, page by page, with their markers; `spaced` says that these have white space before them."""
    notes: list[FoundNote] = []
    last = Before()
    calls = Calls(spaced, enumerated(lines))
    for page in pages(lines):
        known = len(notes)
        for zone in zones_on(lines, page, find, near_notes(notes, last), last, calls):
            if notes:
                notes[-1] = with_rest(lines, notes, page, zone)
            notes += zone.notes
            last = last.and_then(zone.notes, lines)
        if notes and len(notes) == known:
            notes[-1] = rest_alone(lines, notes[-1], page)
        starred = list(starred_notes(lines, page, notes))
        notes = [*(without_stars(note, starred) for note in notes), *starred] if starred else notes
    return notes


def unlisted_notes(lines: Sequence[Line]) -> list[FoundNote]:
    """Notes that begin with their bare numbers: those of one form, where these answer as many calls as all others."""
    find = find_unlisted if any(map(IN_BRACKETS.search, (line.text for line in lines))) else without_brackets
    notes = notes_of_custom(lines, find)
    forms = [form for form in FORMS if not all(form(note.opening, lines) for note in notes)]
    alike = [notes_of_custom(lines, partial(find_of_form, find, form)) for form in forms]
    return max((*alike, notes), key=called)


def called(notes: Sequence[FoundNote]) -> tuple[int, int]:
    """How many notes a text calls, and how surely."""
    return sum(note.place is not None for note in notes), weight(notes)


def found_and_weight(notes: Sequence[FoundNote]) -> tuple[int, int]:
    """How many notes there are, and how surely they are called."""
    return len(notes), weight(notes)


def weight(notes: Sequence[FoundNote]) -> int:
    """How likely the places that call notes do, added up."""
    return sum(note.place.weight for note in notes if note.place)


def notes_of_custom(lines: Sequence[Line], find: OpeningFinder) -> list[FoundNote]:
    """Notes as the text calls them. Where no call is glued to a word, white space before them is a custom of the text,
    and says nothing against one; that most calls look so shows it."""
    notes = notes_of(lines, find)
    if any(is_glued(lines, note.place) for note in notes if note.place):
        return notes
    spaced = notes_of(lines, find, spaced=True)
    shown = sum(note.place is not None and note.place.weight > DOUBTFUL for note in spaced)
    return spaced if len(spaced) >= len(notes) and 2 * shown > len(spaced) else notes


def without_brackets(lines: Sequence[Line], page: range) -> Iterator[Opening]:
    """The lines that could begin a note, in a text that has the numbers of notes in brackets and those of calls not."""
    for opening in find_unlisted(lines, page):
        yield replace(opening, typed=False) if lines[opening.index].text[0] == "[" else opening


def is_glued(lines: Sequence[Line], place: MarkerPlace) -> bool:
    """Whether no white space stands before the digits that call a note."""
    line = lines[place.line]
    return place.start > line.start and not line.text[place.start - line.start - 1].isspace()


def listed_notes(lines: Sequence[Line]) -> list[FoundNote]:
    """Notes whose numbers are typed as those of a list: each is called in the text before it, and most beyond doubt, or
    all stand below the signature, at the feet of pages or below what names them, or they are a long row."""
    rows = [openings for openings in listed_openings(lines) if openings]
    raised = ((row, notes_of_custom(lines, partial(openings_on, row))) for row in rows)
    typed = ((row, notes_of(lines, partial(openings_on, typed_too(row)))) for row in rows)
    both = (
        notes for row, notes in chain.from_iterable(zip(raised, typed, strict=True)) if not goes_on_uncalled(notes, row)
    )
    found = [notes for notes in both if not in_parentheses(notes, lines) and not calls_itself(notes)]
    below = max((run.stop for run in signatures(lines)), default=len(lines))
    ways = (at_feet, is_long_row, is_headed)
    sure = (notes for notes in found if surely_called(notes, below) or any(way(notes, lines) for way in ways))
    return max(sure, key=found_and_weight, default=[])


def typed_too(openings: Sequence[Opening]) -> list[Opening]:
    """The same, as notes that are called by numbers that are typed as well: `1. NOS` by `de uitzending 1)`."""
    return [replace(opening, typed=True) for opening in openings]


def openings_on(openings: Sequence[Opening], _: Sequence[Line], page: range) -> list[Opening]:
    """Those of these openings that stand on a page."""
    return [opening for opening in openings if opening.index in page]


def zones_on(
    lines: Sequence[Line], page: range, find: OpeningFinder, near: Sequence[FoundNote], last: Before, calls: Calls
) -> Iterator[Zone]:
    """The notes of a page, zone by zone; `near` are the notes before them that the search can come upon, `last` is
    what all before them tell."""
    openings = tuple(find(lines, page))
    if not openings:
        return
    apart = {index for note in near for index in (note.opening.index, *note.lines)}
    text = [index for index in range(min(last.line, page.start), page.stop) if index not in apart]
    used = {note.place.start for note in near if note.place} | calls.enumerated
    places = places_on(lines, text, {opening.number for opening in openings}, used, calls.spaced)
    ground = survey(lines, page, openings, places)
    at, tries = page.start, MOST_UNSHOWN
    while at < page.stop:
        zone = most_found(ground, at, last)
        if zone is None or any(note.place.line in apart for note in zone.notes if note.place):
            return
        above = tuple(opening for opening in openings if at <= opening.index < zone.begin)
        if tries and zone.notes[0].opening.number == 1 and any(opening.number == 1 for opening in above):
            tries -= 1
            ground_above = survey(lines, range(at, zone.begin), above, places)
            zone = of_page_before(most_found(ground_above, at, last), ground_above) or zone
        yield zone
        apart |= {index for note in zone.notes for index in (note.opening.index, *note.lines)}
        at, last = zone.end, last.and_then(zone.notes, lines)


def most_found(ground: Ground, at: int, last: Before) -> Zone | None:
    """The notes that stand together from a line of a page on, by the way that finds most, and of equals tears none.
    None where none does."""
    found = [zone for find in FINDERS if (zone := find(ground, at, last))]
    return max(found, key=lambda zone: (len(zone.notes), not tears(zone, ground.lines)), default=None)


def tears(zone: Zone, lines: Sequence[Line]) -> bool:
    """Whether the text of a note goes on, in a small letter below a number alone, in the one that the note before it
    did not end: the number came out within that."""
    pairs = ((a.lines[-1], b.lines[0]) for a, b in pairwise(zone.notes) if a.lines and b.lines)
    return any(below > above + 1 and begins_small(lines[below]) and not ended(lines[above]) for above, below in pairs)


def without_labels(draft: Draft) -> Draft:
    """The draft without the word `Noot` on a line of its own above the number of a note."""
    lines = draft.lines
    above = range(len(lines) - 1)
    labels = [at for at in above if NOTE_LABEL.fullmatch(lines[at].text) and LABELLED.fullmatch(lines[at + 1].text)]
    return take_out(draft, dict.fromkeys(labels, Reason.NOTE_NUMBER)) if labels else draft
