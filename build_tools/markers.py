"""Where the text refers to a note: digits glued to a word, behind it, or on a line of their own.

Every place that could be a marker gets a weight; for a run of notes the places are chosen that stand in the
order of the notes and weigh most together.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.data import data
from build_tools.model import Line

END = r"(?=$|[\s.,;:!?)»”’'\]–-])"

SHAPES: tuple[tuple[int, str, str], ...] = (
    # weight, what stands before the digits, what follows them
    (9, r"[^\W\d_][.!?…]$|[»”’'\")\]%][.!?…]$", END),     # wonen.1
    (9, r"[»”’'\")\]]$", END),                          # «code zwart»1 is
    (8, r"[a-zà-ÿ»”’'\")\]%][,;:]$", END),              # roemer,2
    (8, r"[a-zà-ÿ]$", END),                             # het CBS-rapport1
    (8, r"\b[A-Za-z]\.(?:[A-Za-z]\.)*$", END),          # c.s.1
    (7, r"(?<!\d)(?:19|20)\d\d$", END),                 # 25 augustus 20061
    (7, r"[A-Z]$", END),                                # CBS1
    (6, r"\d[.!?»”)][.,;:]?$", END),                    # (2,4%)2, in 2011.3
    (5, r"%$", END),                                    # 14%1
    (4, r"[a-zà-ÿ»”)]\s$", r"(?=\s?[.,;:)»”])"),        # transitieteams 4)
    (2, r"[a-zà-ÿ.,»”)]\s$", r"(?=\s*$)"),              # at a line's end
    (2, r"[.,»”)]\s$", r"(?=\s[A-Z])"),                 # verzocht. 1 Deze
)  # fmt: skip
BY_HAND = re.compile(r"(?<=[\w.,?!»”’'\")])\s?(?:(?P<a>\d{1,3})\)|\[(?P<b>\d{1,3})\])(?=$|[\s.,;:!?)»”’'])")
ABBREVIATION = re.compile(r"\b(?:nrs?|p|pp|blz|art|par|no|vol|hfst|jg|st|bijl|afl|vgl)[.,]$", re.IGNORECASE)
OWN_LINE = 7


@dataclass(frozen=True, slots=True)
class Place:
    """A place for a mark: in the line `target`, at the offset `at` of the source.

    The digits stand at [start, end) of the line `line`: the target itself, or a line of their own before it.
    """

    line: int
    target: int
    at: int
    start: int
    end: int
    weight: int

    @property
    def own_line(self) -> bool:
        return self.line != self.target

    @property
    def position(self) -> tuple[int, int]:
        return self.target, self.at


def find_places(
    lines: Sequence[Line], start: int, stop: int, numbers: Sequence[int], typed: bool
) -> list[Place | None]:
    """For each number, in order, the place of its marker between two lines; None where there is none.

    `typed` says that the notes have their numbers typed as text, so that the markers have too.
    """
    start_state: tuple[int, tuple[Place | None, ...]] = (0, ())
    states = {(-1, -1): start_state}
    for number in numbers:
        states = advanced(states, list(places_of(lines, start, stop, number, typed)))
    return list(max(states.values(), key=lambda state: state[0])[1])


State = dict[tuple[int, int], tuple[int, tuple[Place | None, ...]]]


def advanced(states: State, places: Sequence[Place]) -> State:
    """The best choices after one more number: its place comes behind all chosen before, or it has none."""
    following: State = {position: (score, (*chosen, None)) for position, (score, chosen) in states.items()}
    for place in places:
        score, chosen = max(
            (state for position, state in states.items() if position < place.position),
            key=lambda state: state[0],
        )
        if place.position not in following or following[place.position][0] < score + place.weight:
            following[place.position] = (score + place.weight, (*chosen, place))
    return following


def places_of(lines: Sequence[Line], start: int, stop: int, number: int, typed: bool) -> Iterator[Place]:
    """Every place between two lines that could be the marker with this number."""
    digits = re.compile(rf"{number}(?!\d)")
    for index in range(start, stop):
        line = lines[index]
        if typed:
            yield from by_hand(line, index, number)
            continue
        if line.text == str(number):
            if index + 1 < stop:
                at = place_in(lines[index + 1], line)
                yield Place(index, index + 1, at, line.start, line.end, OWN_LINE)
            continue
        for match in digits.finditer(line.text):
            weight = weigh(line.text[: match.start()], line.text[match.end() :])
            if weight:
                at = line.start + match.start()
                yield Place(index, index, at, at, line.start + match.end(), weight)


def weigh(before: str, after: str) -> int:
    """How likely digits between these texts are a marker; 0 where they are none."""
    if ABBREVIATION.search(before) or re.match(r"[.,]\d|%", after):
        return 0
    if after.startswith(")") and before.count("(") <= before.count(")"):
        return 1
    stem = re.search(r"[^\s(«“‘\"'/-]*$", before)
    if stem and stem[0] in data("dutch")["formula_stems"]:
        return 1
    return next((w for w, b, a in SHAPES if re.search(b, before[-12:]) and re.match(a, after)), 0)


def by_hand(line: Line, index: int, number: int) -> Iterator[Place]:
    """Markers typed as text: `Sammy'? 1)` or `[1]`."""
    for match in BY_HAND.finditer(line.text):
        if str(number) in (match["a"], match["b"]):
            mark = match[0].lstrip()
            end = line.start + match.end()
            yield Place(index, index, end - len(mark), end - len(mark), end, 9)


def place_in(target: Line, raised: Line) -> int:
    """Where in a line something raised belongs that an extraction put on a line of its own above it."""
    if raised.indent and raised.indent < target.indent + len(target.text):
        return target.start + max(0, raised.indent - target.indent)
    gap = re.search(r"(?<=\w)\s+(?=[.,;:!?)»”])|\s{2,}", target.text)
    if gap:
        return target.start + gap.start()
    named = named_paper_end(target.text)
    sentence = re.search(r"[.!?](?=\s|$)", target.text)
    return target.start + (named or (sentence.end() if sentence else len(target.text)))


def named_paper_end(text: str) -> int | None:
    """The end of a paper's name ("motie Azmani – Yücel"): a note on a paper stands behind what it is called."""
    nouns = "|".join(data("dutch")["named_papers"])
    noun = re.search(rf"\b(?:{nouns})\b", text, re.IGNORECASE)
    names = [match for match in re.finditer(r"\b[A-ZÀ-Þ][\w’'-]*\w", text) if noun and match.start() > noun.end()]
    return names[-1].end() if names else None
