"""Where the text refers to a note: digits glued to a word, behind it, or on a line of their own.

Every place that could be a marker gets a weight; for a run of notes the places are chosen that stand in the
order of the notes and weigh most together.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice, zip_longest
from operator import attrgetter
from string import digits

from build_tools.data import data
from build_tools.draft import Line
from build_tools.dutch.roman import roman_value
from build_tools.dutch.sentences import opened
from build_tools.reading.blocks.heading_shapes import QUESTION
from build_tools.reading.blocks.joining.broken_numbers import number_follows
from build_tools.reading.blocks.measure import first_word
from build_tools.reading.footnotes.calls.claims import is_cut
from build_tools.reading.footnotes.calls.marker_shapes import (
    BRACKETED,
    LEADING,
    SENTENCE_BACK,
    TYPED,
    UNOPENED,
    stands_apart,
    weigh,
)
from build_tools.reading.footnotes.calls.own_lines import ALONE, ROW, STOPS, MarkerPlace, on_its_own
from build_tools.reading.footnotes.calls.side_by_side import side_by_side

BY_HAND = re.compile(
    r"(?:(?<=[\w.,?!»”’'\")\]])|(?<=[;:%])(?=\s?\[|\s?\(\d{1,3}\)$))"
    r"\s?(?:(?P<a>\d{1,3})\)|\[(?P<b>\d{1,3}|[ivxl]{1,9})\]|\((?P<c>\d{1,3})\)|\^\(\[?(?P<d>\d{1,3})\]?\))"
    r"(?=$|[\s.,;:!?)»”’'\[])"
)
"""`Sammy'? 1)`, `[2]`, `[iv]`, `(3)`, `^([4])` as pandoc writes raised text: a number that was typed as text behind a
word, a stop or another one (`[1][2]`). Behind a semicolon or a colon one in brackets (`onderzocht;[1] daarna`), and one
in parentheses only at a line's end: others count on."""

CLOSING = (")", "]")
"""One of these stands behind each."""

LAST_DIGITS = re.compile(r"[0-9]{1,3}(?!\d)")
"""The last digits of a number, as many as a note has at the most: of `20061` (2006 and note 1) `061`, `61` or `1`."""

MAY_CALL = re.compile(r"[\d\[]")
"""A digit or a bracket (`[iv]`), without which a line calls no note: most have neither, and need not be looked into."""

LED = re.compile(r"(?P<mark>(?P<open>[\[(])?(?P<number>[1-9]\d{0,2})(?(open)[\])])) [A-Z«“‘][^.]{20}")
"""`1 Ook de afstand speelt een rol`, `[1] Ook …`: more than the first words of a heading behind the number."""

FULL = 50
"""Characters of a line that had no room for the call behind its last word, at the least."""


@dataclass(frozen=True, slots=True)
class Places:
    """Every place on a page that could be a marker, by its number and whether it is typed as text, in order."""

    known: Mapping[tuple[int, bool], Sequence[MarkerPlace]]

    def between(self, number: int, typed: bool, start: int, stop: int) -> Iterator[MarkerPlace]:
        """The places for one number from the line `start` to the line `stop`."""
        places = self.known.get((number, typed), [])
        for place in islice(places, bisect_left(places, start, key=lambda place: place.target), None):
            if place.target >= stop:
                return
            if start <= place.line < stop:
                yield place


def places_on(
    lines: Sequence[Line], text: Sequence[int], numbers: Set[int], used: Set[int], spaced: bool = False
) -> Places:
    """The places for these numbers in the lines with these indices, but for those where a marker was found before;
    `spaced` says that all markers of the text have white space before them."""
    known: dict[tuple[int, bool], list[MarkerPlace]] = {}
    for index, following in zip_longest(text, text[1:]):
        if not MAY_CALL.search(lines[index].text):
            continue
        found = [(number, True, place) for number, place in by_hand(lines, index, following)]
        found += [
            (number, False, replace(place, weight=weight))
            for number, _, place in found
            if (weight := BRACKETED.get(lines[index].text[place.start - lines[index].start]))
        ]
        found += [(number, False, place) for number, place in raised(lines, index, following, numbers, spaced)]
        found += [(number, False, place) for number, place in side_by_side(lines[index], index, numbers)]
        for number, typed, place in found:
            if place.start not in used and not is_cut(lines[place.line], place.start, place.end):
                known.setdefault((number, typed), []).append(place)
    return Places({key: sorted(places, key=lambda place: place.position) for key, places in known.items()})


@dataclass(frozen=True, slots=True)
class Choice:
    """Places chosen for some of the first numbers: what they weigh together, the last of them, the index of the number
    that this one is for, and the choice before it."""

    position: tuple[int, int]
    weight: int
    place: MarkerPlace | None = None
    index: int = -1
    before: "Choice | None" = None


def find_places(places: Places, start: int, stop: int, numbers: Sequence[int], typed: bool) -> list[MarkerPlace | None]:
    """For each number, in order, the place of its marker between two lines; None where there is none.

    `typed` says that the notes have their numbers typed as text, so that the markers have too.
    """
    choices = [Choice((-1, -1), 0)]
    for index, number in enumerate(numbers):
        for choice in choices_for(choices, index, places.between(number, typed, start, stop)):
            insert(choices, choice)
    found: list[MarkerPlace | None] = [None] * len(numbers)
    last = choices[-1]
    while last.before:
        found[last.index] = last.place
        last = last.before
    return found


def choices_for(choices: Sequence[Choice], index: int, places: Iterable[MarkerPlace]) -> list[Choice]:
    """What can be chosen for the number with this index: each of its places, behind the best of those before it."""
    chosen = []
    for place in places:
        before = choices[bisect_left(choices, place.position, key=attrgetter("position")) - 1]
        chosen.append(Choice(place.position, before.weight + place.weight, place, index, before))
    return chosen


def insert(choices: list[Choice], choice: Choice) -> None:
    """Put a choice among the others in order: one further on than another is kept only where it weighs more."""
    at = bisect_left(choices, choice.position, key=attrgetter("position"))
    same = choices[at].weight if at < len(choices) and choices[at].position == choice.position else 0
    if max(choices[at - 1].weight, same) >= choice.weight:
        return
    stop = bisect_right(choices, choice.weight, lo=at, key=attrgetter("weight"))
    choices[at:stop] = [choice]


def raised(
    lines: Sequence[Line], index: int, following: int | None, numbers: Set[int], spaced: bool
) -> Iterator[tuple[int, MarkerPlace]]:
    """The places in a line where one of these numbers could have been printed raised.

    `following` is the next line of text: a number alone on its line belongs to that one.
    """
    line = lines[index]
    start, stop = whole_numbers(lines, index)
    if ROW.fullmatch(line.text):
        alone = on_its_own(lines, index, following) if (start, stop) == (0, len(line.text)) else ()
        yield from (found for found in alone if found[0] in numbers)
        return
    for match in LAST_DIGITS.finditer(line.text, start, stop):
        for start in range(match.start(), match.end()):
            number = int(line.text[start : match.end()])
            if number not in numbers or line.text[start] == "0":
                continue
            at, end = line.start + start, line.start + match.end()
            if weight := weigh(line.text, start, match.end(), spaced):
                closed = weight == UNOPENED and line.text.startswith(")", match.end())
                yield number, MarkerPlace(index, index, at, at, end + closed, weight)
            elif start == 0 and (leads(lines, index) or (spaced and goes_over(lines, index, match.end()))):
                yield number, MarkerPlace(index, index - 1, lines[index - 1].end, at, end, LEADING)


def leads(lines: Sequence[Line], index: int) -> bool:
    """Whether the number that a line begins with can call a note behind the sentence that the line before it ends."""
    before, line = lines[index - 1], lines[index]
    follows = index > 0 and not (line.blanks or line.turn or line.heading)
    full = len(before.text) >= FULL and before.text.endswith(STOPS)
    return follows and full and LED.match(line.text) is not None


def goes_over(lines: Sequence[Line], index: int, end: int) -> bool:
    """Whether the number that a line begins with goes on in the sentence of the line before it, and counts nothing: a
    call with white space before it can begin a line."""
    if not index or lines[index].blanks or lines[index].heading:
        return False
    joined = f"{lines[index - 1].text} {lines[index].text}"
    start = len(lines[index - 1].text) + 1
    small = lines[index].text[end:].lstrip()[:1].islower()
    return small and stands_apart(joined, start, start + end)


def whole_numbers(lines: Sequence[Line], index: int) -> tuple[int, int]:
    """The part of a line without the digits at its edges that a line's end parted from what they belong to: a paper, or
    the month of a day. Nothing of the heading of a question, whose numbers are its own."""
    text = lines[index].text
    start, stop = 0, len(text)
    if QUESTION.fullmatch(text):
        return 0, 0
    if index and number_follows(lines[index - 1].text, text):
        start = stop - len(text.lstrip(digits))
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    if number_follows(text, below) or first_word(below) in data("dutch")["months"]:
        stop = len(text.rstrip(digits))
    return start, stop


def number_value(text: str) -> int:
    """The number that digits or a roman numeral in small letters write."""
    return roman_value(text) if text.isalpha() else int(text)


def by_hand(lines: Sequence[Line], index: int, following: int | None) -> Iterator[tuple[int, MarkerPlace]]:
    """Markers typed as text: `Sammy'? 1)`, `[1]` or `(1)`; one in square brackets also alone on its line."""
    line = lines[index]
    if ALONE.fullmatch(line.text):
        yield from on_its_own(lines, index, following)
    led = LED.match(line.text) if leads(lines, index) else None
    if led and led["open"]:
        start, end = line.start, line.start + led.end("mark")
        yield int(led["number"]), MarkerPlace(index, index - 1, lines[index - 1].end, start, end, LEADING)
    for match in BY_HAND.finditer(line.text) if any(sign in line.text for sign in CLOSING) else ():
        if match["a"] and within_parenthesis(lines, index, match.start()):
            continue
        mark = match[0].lstrip()
        end = line.start + match.end()
        number = number_value(match["a"] or match["b"] or match["c"] or match["d"])
        yield number, MarkerPlace(index, index, end - len(mark), end - len(mark), end, TYPED)


def within_parenthesis(lines: Sequence[Line], index: int, at: int) -> bool:
    """Whether a number before a sign that closes stands in a parenthesis that was opened here or on the line above:
    `(zie ook hoofdstuk 2)` calls nothing."""
    above = "" if not index or lines[index].blanks else lines[index - 1].text[-SENTENCE_BACK:].rpartition(")")[2]
    return opened(f"{above} {lines[index].text[max(0, at - SENTENCE_BACK) : at]}")
