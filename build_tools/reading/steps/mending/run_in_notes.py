"""Notes that are set behind each other: `1 Kamerstuk 27 808, nr. 15. 2 Handelingen II 2009/10, nr. 51.`"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_tools.draft import Draft, Line
from build_tools.reading.steps.pieces import piece
from build_tools.reading.steps.taking_out import pages

NOTE_TEXT = r"(?=[A-ZÀ-Þ«“‘]|https?://|www\.)"
"""How a note begins behind its number."""

FIRST = re.compile(rf"(?P<number>[1-9]\d?)(?P<stop>[.)]?) {NOTE_TEXT}")
"""The number of the first of them, at the begin of a line: `1 `, `1. ` or `1) `."""

LEAST = 2
"""Notes that stand behind each other at the least."""

REACH = 120
"""Lines in which they are called, and which they take, at the most: more than a page has."""


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """Where the number of a note stands: on which line, and where in it."""

    line: int
    at: int


def part_run_in_notes(draft: Draft) -> Draft:
    """Put each of these notes on a line of its own, where they stand below blank space and the text above calls them.

    The numbers count on, each behind the end of the note before, and are written alike.
    """
    cuts: dict[int, list[int]] = {}
    for page in pages(draft.lines):
        for place in places_on(draft.lines, page):
            if place.at:
                cuts.setdefault(place.line, []).append(place.at)
    if not cuts:
        return draft
    parts = (part for at, line in enumerate(draft.lines) for part in parted_at(line, cuts.get(at, [])))
    return replace(draft, lines=tuple(parts))


def places_on(lines: Sequence[Line], page: range) -> Sequence[NumberPlace]:
    """The numbers of the notes that a page has behind each other; none where it has no such notes."""
    for first in page:
        opening = FIRST.match(lines[first].text) if lines[first].blanks else None
        if opening:
            number, stop = int(opening["number"]), opening["stop"]
            text = "\n".join(line.text for line in lines[max(0, first - REACH) : first])
            found = list(counting_on(lines, range(first, min(first + REACH, page.stop)), number, stop))
            called = [place for n, place in enumerate(found, number) if calls(text, n)]
            if len(called) == len(found) >= LEAST:
                return found
    return ()


def counting_on(lines: Sequence[Line], block: range, number: int, stop: str) -> Iterator[NumberPlace]:
    """Where the numbers from one on stand in these lines, each behind what can end a note or at the begin of a line."""
    yield NumberPlace(block.start, 0)
    for at in block:
        start = 1
        while following := behind_end(number + 1, stop).search(lines[at].text, start):
            number, start = number + 1, following.end()
            yield NumberPlace(at, following.start("number"))
        if at + 1 < block.stop and re.match(rf"{number + 1}{re.escape(stop)} {NOTE_TEXT}", lines[at + 1].text):
            number += 1
            yield NumberPlace(at + 1, 0)


def behind_end(number: int, stop: str) -> re.Pattern[str]:
    """A number behind what can end a note, on the same line: `nr. 15.  2) `; one with a bracket can end the line."""
    last = "|$" if stop == ")" else ""
    return re.compile(rf"(?<=[.!?)”’»/\d]) {{1,3}}(?P<number>{number}){re.escape(stop)}(?: {NOTE_TEXT}{last})")


def calls(text: str, number: int) -> bool:
    """Whether a number stands right behind a word or a stop: `gebeurt2`, `leraren.3`."""
    return re.search(rf"(?:[^\W\d_]|[^\W\d_][.,;:!?)”’»]){number}(?![\d\w]|[.,]\d)", text) is not None


def parted_at(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    """A line parted at these places, each of which begins a new one."""
    edges = [0, *cuts, len(line.text)]
    for start, end in pairwise(edges):
        part = line.text[start:end].rstrip()
        yield replace(
            piece(line, start, start + len(part)),
            indent=line.indent,
            spaced=line.spaced if end == len(line.text) else 0,
        )
