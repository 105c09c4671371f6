"""Calls of notes that an extraction put on a line of their own, as they are printed raised: one number, or several side
by side. Which line they belong to, and where in it: their columns tell, or what they left open.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.data import data
from build_tools.draft import Line
from build_tools.reading.footnotes.calls.marker_shapes import OWN_LINE

ALONE = re.compile(r"\[(?P<number>[1-9]\d{0,2})\]")
"""`[1]` and nothing else: in parentheses it could be the mark of an item."""

ROW = re.compile(r"[1-9]\d{0,2}(?:\s+[1-9]\d{0,2})*")
"""`3`, or `3   4`: numbers and nothing else."""

STOPS = (".", "?", "!")
"""How a line ends that ends a sentence."""

LEFT_OPEN = re.compile(r"(?<=\w)\s+(?=[.,;:!?)»”])|\s{2,}")
"""The white space where a raised number stood that came out elsewhere: `beleid , dat`, `beleid  dat`."""

SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
"""The stop of a sentence within a line or at its end."""

WORD_END = re.compile(r"\S(?=\s|$)")
"""The last character of a word, with the sign behind it."""

CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*\w")
"""A word that can be a part of a member's name: `Azmani`, `Haersma`."""

NEAR = 8
"""Columns before that of a raised number in which the end of a sentence or a part of it draws it: most calls stand
there, and wide letters shift the columns by about as many."""


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


def on_its_own(lines: Sequence[Line], index: int, following: int | None) -> Iterator[tuple[int, MarkerPlace]]:
    """The places that numbers alone on a line call notes from, each with its number: in the line above it or in the
    next one of text. Several count on."""
    line = lines[index]
    found = list(numbers_of(line))
    if following is None or line.heading or not found:
        return
    behind = ends_paragraph(lines, index) or only_behind(lines, index, following) or ends_page(lines, index, following)
    target = index - 1 if behind or below_its_line(lines, index) else following
    for (number, start, end), place in zip(found, places_in(lines[target], line, found, behind), strict=True):
        yield number, MarkerPlace(index, target, place, start, end, OWN_LINE, own_line=True)


def numbers_of(line: Line) -> Iterator[tuple[int, int, int]]:
    """The numbers of a line that holds nothing else and of which each is one more than the one before it, with where
    they begin and end."""
    typed = ALONE.fullmatch(line.text)
    if typed:
        yield int(typed["number"]), line.start, line.end
    elif ROW.fullmatch(line.text):
        found = list(re.finditer(r"\d+", line.text))
        if all(int(after[0]) == int(before[0]) + 1 for before, after in pairwise(found)):
            yield from ((int(own[0]), line.start + own.start(), line.start + own.end()) for own in found)


def ends_paragraph(lines: Sequence[Line], index: int) -> bool:
    """Whether a number alone on its line stands right below the end of a sentence, and apart from what follows it."""
    return hangs_below(lines, index) and lines[index - 1].text.endswith(STOPS)


def only_behind(lines: Sequence[Line], index: int, following: int) -> bool:
    """Whether a number alone on its line stands right below the end of a sentence, and the next line of text has no
    place for it: it ends no sentence, leaves nothing open and names no paper."""
    line, before, text = lines[index], lines[index - 1], lines[following].text
    closed = not (LEFT_OPEN.search(text) or SENTENCE_END.search(text) or named_paper_end(text))
    follows = index > 0 and not (line.blanks or line.turn or line.indent)
    return follows and closed and before.text.endswith(STOPS) and ROW.fullmatch(before.text) is None


def ends_page(lines: Sequence[Line], index: int, following: int) -> bool:
    """Whether a number alone on its line stands below the end of a sentence, as the last of a page: what follows stands
    beyond a foot or a head."""
    beyond = index > 0 and lines[following].turn and not lines[index].turn
    return beyond and following == index + 1 and lines[index - 1].text.endswith(STOPS)


def below_its_line(lines: Sequence[Line], index: int) -> bool:
    """Whether a number alone on its line stands right below one that goes on behind it, where its column tells the
    word: what keeps the look of a page can show a raised number so."""
    return hangs_below(lines, index) and lines[index].indent > lines[index - 1].indent


def hangs_below(lines: Sequence[Line], index: int) -> bool:
    """Whether a line follows the one above it directly, and stands apart from what follows it."""
    apart = index > 0 and index + 1 < len(lines) and lines[index + 1].blanks > 0
    return apart and not (lines[index].blanks or lines[index].turn)


def places_in(target: Line, raised: Line, numbers: Sequence[tuple[int, int, int]], behind: bool) -> list[int]:
    """Where in a line the numbers belong that an extraction put on a line of their own above or below it."""
    if len(numbers) == 1:
        return [target.end if behind else place_in(target, raised)]
    if raised.indent:
        columns = (raised.indent + start - raised.start - target.indent for _, start, _ in numbers)
        return [target.start + word_end(target.text, max(0, column)) for column in columns]
    text = target.text
    open_ends = [gap.start() for gap in LEFT_OPEN.finditer(text)]
    ends = open_ends if len(open_ends) >= len(numbers) else likely_ends(text, len(numbers))
    return [target.start + end for end in ends[: len(numbers)]]


def likely_ends(text: str, count: int) -> list[int]:
    """So many ends of words of a line, in order: those that end a sentence and that of the line first."""
    words = [match.end() for match in WORD_END.finditer(text)]
    sentences = [match.end() for match in SENTENCE_END.finditer(text)]
    chosen = list(dict.fromkeys([*sentences, *reversed(words)]))[:count]
    return sorted(chosen) + [len(text)] * (count - len(chosen))


def place_in(target: Line, raised: Line) -> int:
    """Where in a line something raised belongs that an extraction put on a line of its own above or below it."""
    if raised.indent and raised.indent < target.indent + len(target.text):
        return target.start + word_end(target.text, max(0, raised.indent - target.indent))
    gap = LEFT_OPEN.search(target.text)
    if gap:
        return target.start + gap.start()
    named = named_paper_end(target.text)
    sentence = SENTENCE_END.search(target.text)
    return target.start + (named or (sentence.end() if sentence else len(target.text)))


def word_end(text: str, column: int) -> int:
    """The end of the word nearest to a column, as columns are about where things were printed: of one before it with a
    stop or comma, if it is as near as `NEAR`."""
    ends = [match.end() for match in WORD_END.finditer(text)]
    stops = [end for end in ends if column - NEAR <= end <= column and text[end - 1] in ".,;:!?"]
    return stops[-1] if stops else min(ends, key=lambda end: abs(end - column), default=column)


def named_paper_end(text: str) -> int | None:
    """The end of a paper's name ("motie Azmani – Yücel"): a note on a paper stands behind what it is called."""
    nouns = "|".join(data("dutch")["named_papers"])
    noun = re.search(rf"\b(?:{nouns})\b", text, re.IGNORECASE)
    names = [match for match in CAPITALISED.finditer(text) if noun and match.start() > noun.end()]
    return names[-1].end() if names else None
