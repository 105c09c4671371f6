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
from build_tools.reading.blocks.broken_numbers import number_follows
from build_tools.reading.blocks.measure import first_word
from build_tools.reading.footnotes.marker_shapes import BRACKETED, LEADING, OWN_LINE, TYPED, weigh

BY_HAND = re.compile(
    r"(?<=[\w.,?!»”’'\")\]])\s?(?:(?P<a>\d{1,3})\)|\[(?P<b>\d{1,3})\]|\((?P<c>\d{1,3})\))(?=$|[\s.,;:!?)»”’'])"
)
"""`Sammy'? 1)`, `[2]`, `(3)`: a number that was typed as text behind a word or a stop."""

ALONE = re.compile(r"\[(?P<number>[1-9]\d{0,2})\]")
"""`[1]` and nothing else: in parentheses it could be the mark of an item."""

LAST_DIGITS = re.compile(r"[0-9]{1,3}(?!\d)")
"""The last digits of a number, as many as a note has at the most: of `20061` (2006 and note 1) `061`, `61` or `1`."""

LED = re.compile(r"(?P<mark>(?P<open>[\[(])?(?P<number>[1-9]\d{0,2})(?(open)[\])])) [A-Z«“‘][^.]{20}")
"""`1 Ook de afstand speelt een rol`, `[1] Ook …`: more than the first words of a heading behind the number."""

STOPS = (".", "?", "!")
"""How a line ends that ends a sentence."""

FULL = 50
"""Characters of a line that had no room for the call behind its last word, at the least."""

LEFT_OPEN = re.compile(r"(?<=\w)\s+(?=[.,;:!?)»”])|\s{2,}")
"""The white space where a raised number stood that came out elsewhere: `beleid , dat`, `beleid  dat`."""

WORD_END = re.compile(r"\S(?=\s|$)")
"""The last character of a word, with the sign behind it."""

NEAR = 8
"""Columns before that of a raised number in which the end of a sentence or a part of it draws it: most calls stand
there, and wide letters shift the columns by about as many."""

CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*\w")
"""A word that can be a part of a member's name: `Azmani`, `Haersma`."""


@dataclass(frozen=True, slots=True)
class MarkerPlace:
    """A place for a mark: in the line `target`, at the offset `at` of the source.

    The digits stand at [start, end) of the line `line`: the target itself, a line of their own (`own_line`) before or
    behind it, or at the begin of the line behind it.
    """

    line: int
    target: int
    at: int
    start: int
    end: int
    weight: int
    own_line: bool = False

    @property
    def leads(self) -> bool:
        """Whether the digits lead the line behind the one that they belong to."""
        return self.line > self.target and not self.own_line

    @property
    def position(self) -> tuple[int, int]:
        """By what places stand in order."""
        return self.target, self.at


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


def places_on(lines: Sequence[Line], text: Sequence[int], numbers: Set[int], used: Set[int]) -> Places:
    """The places for these numbers in the lines with these indices, but for those where a marker was found before."""
    known: dict[tuple[int, bool], list[MarkerPlace]] = {}
    for index, following in zip_longest(text, text[1:]):
        found = [(number, True, place) for number, place in by_hand(lines, index, following)]
        found += [
            (number, False, replace(place, weight=weight))
            for number, _, place in found
            if (weight := BRACKETED.get(lines[index].text[place.start - lines[index].start]))
        ]
        found += [(number, False, place) for number, place in raised(lines, index, following, numbers)]
        for number, typed, place in found:
            if place.start not in used:
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
    lines: Sequence[Line], index: int, following: int | None, numbers: Set[int]
) -> Iterator[tuple[int, MarkerPlace]]:
    """The places in a line where one of these numbers could have been printed raised.

    `following` is the next line of text: a number alone on its line belongs to that one.
    """
    line = lines[index]
    start, stop = whole_numbers(lines, index)
    for match in LAST_DIGITS.finditer(line.text, start, stop):
        for start in range(match.start(), match.end()):
            number = int(line.text[start : match.end()])
            if number not in numbers or line.text[start] == "0":
                continue
            at, end = line.start + start, line.start + match.end()
            if line.text == str(number):
                if alone := on_its_own(lines, index, following):
                    yield number, alone
            elif weight := weigh(line.text, start, match.end()):
                yield number, MarkerPlace(index, index, at, at, end, weight)
            elif start == 0 and leads(lines, index):
                yield number, MarkerPlace(index, index - 1, lines[index - 1].end, at, end, LEADING)


def on_its_own(lines: Sequence[Line], index: int, following: int | None) -> MarkerPlace | None:
    """The place that a number alone on its line calls a note from: in the line above it or in the next one of text."""
    line = lines[index]
    if following is None or line.heading:
        return None
    behind = ends_paragraph(lines, index)
    target = index - 1 if behind or below_its_line(lines, index) else following
    place = lines[target].end if behind else place_in(lines[target], line)
    return MarkerPlace(index, target, place, line.start, line.end, OWN_LINE, own_line=True)


def ends_paragraph(lines: Sequence[Line], index: int) -> bool:
    """Whether a number alone on its line stands right below the end of a sentence, and apart from what follows it."""
    return hangs_below(lines, index) and lines[index - 1].text.endswith(STOPS)


def below_its_line(lines: Sequence[Line], index: int) -> bool:
    """Whether a number alone on its line stands right below one that goes on behind it, where its column tells the
    word: what keeps the look of a page can show a raised number so."""
    return hangs_below(lines, index) and lines[index].indent > lines[index - 1].indent


def hangs_below(lines: Sequence[Line], index: int) -> bool:
    """Whether a line follows the one above it directly, and stands apart from what follows it."""
    apart = index > 0 and index + 1 < len(lines) and lines[index + 1].blanks > 0
    return apart and not (lines[index].blanks or lines[index].turn)


def leads(lines: Sequence[Line], index: int) -> bool:
    """Whether the number that a line begins with can call a note behind the sentence that the line before it ends."""
    before, line = lines[index - 1], lines[index]
    follows = index > 0 and not (line.blanks or line.turn or line.heading)
    full = len(before.text) >= FULL and before.text.endswith(STOPS)
    return follows and full and LED.match(line.text) is not None


def whole_numbers(lines: Sequence[Line], index: int) -> tuple[int, int]:
    """The part of a line without the digits at its edges that a line's end parted from what they belong to: a paper, or
    the month of a day."""
    text = lines[index].text
    start, stop = 0, len(text)
    if index and number_follows(lines[index - 1].text, text):
        start = stop - len(text.lstrip(digits))
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    if number_follows(text, below) or first_word(below) in data("dutch")["months"]:
        stop = len(text.rstrip(digits))
    return start, stop


def by_hand(lines: Sequence[Line], index: int, following: int | None) -> Iterator[tuple[int, MarkerPlace]]:
    """Markers typed as text: `Sammy'? 1)`, `[1]` or `(1)`; one in square brackets also alone on its line."""
    line = lines[index]
    own = ALONE.fullmatch(line.text)
    if own and (alone := on_its_own(lines, index, following)):
        yield int(own["number"]), alone
    led = LED.match(line.text) if leads(lines, index) else None
    if led and led["open"]:
        start, end = line.start, line.start + led.end("mark")
        yield int(led["number"]), MarkerPlace(index, index - 1, lines[index - 1].end, start, end, LEADING)
    for match in BY_HAND.finditer(line.text):
        mark = match[0].lstrip()
        end = line.start + match.end()
        number = int(match["a"] or match["b"] or match["c"])
        yield number, MarkerPlace(index, index, end - len(mark), end - len(mark), end, TYPED)


def place_in(target: Line, raised: Line) -> int:
    """Where in a line something raised belongs that an extraction put on a line of its own above or below it."""
    if raised.indent and raised.indent < target.indent + len(target.text):
        return target.start + word_end(target.text, max(0, raised.indent - target.indent))
    gap = LEFT_OPEN.search(target.text)
    if gap:
        return target.start + gap.start()
    named = named_paper_end(target.text)
    sentence = re.search(r"[.!?](?=\s|$)", target.text)
    return target.start + (named or (sentence.end() if sentence else len(target.text)))


def word_end(text: str, column: int) -> int:
    """The end of the word nearest before a column, as columns are about where things were printed: of one with a stop
    or comma, if it is as near as `NEAR`."""
    ends = [match.end() for match in WORD_END.finditer(text) if match.end() <= column]
    stops = [end for end in ends if end >= column - NEAR and text[end - 1] in ".,;:!?"]
    return (stops or ends or [column])[-1]


def named_paper_end(text: str) -> int | None:
    """The end of a paper's name ("motie Azmani – Yücel"): a note on a paper stands behind what it is called."""
    nouns = "|".join(data("dutch")["named_papers"])
    noun = re.search(rf"\b(?:{nouns})\b", text, re.IGNORECASE)
    names = [match for match in CAPITALISED.finditer(text) if noun and match.start() > noun.end()]
    return names[-1].end() if names else None
