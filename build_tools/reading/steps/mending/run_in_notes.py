"""Notes that are set behind each other: `1 Kamerstuk 27 808, nr. 15. 2 Handelingen II 2009/10, nr. 51.`"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from build_tools.draft import Draft, Line
from build_tools.reading.blocks.joining.broken_numbers import number_follows
from build_tools.reading.footnotes.calls.marker_shapes import weigh
from build_tools.reading.steps.pieces import piece
from build_tools.reading.steps.taking_out import pages

NOTE_TEXT = r"(?=[A-ZÀ-Þ«“‘]|https?://|www\.)"
"""How a note begins behind its number."""

FIRST = re.compile(rf"(?P<open>\[(?=\d+\]))?(?P<number>[1-9]\d?)(?P<stop>(?(open)\]|[.)]?)) {NOTE_TEXT}")
"""The number of the first of them, at the begin of a line: `1 `, `1. `, `1) ` or `[1] `."""

BEGINS = re.compile(NOTE_TEXT)
"""The begin of a note that stands on the line below its number."""

ADDRESS = r"(?<!\S)(?:https?://|www\.)\S+"
"""The address of a site, whole: `https://www.voorbeeld.nl/stukken`."""

BRACKETED = re.compile(r"\[[1-9]\d?\]")
"""A number in brackets: a call, or that of a note."""

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
    """Put each of these notes on a line of its own, where the text above calls them.

    The numbers count on, each behind the end of the note before, and are written alike.
    """
    cuts: dict[int, list[int]] = {}
    bracketed = first_bracketed(draft.lines)
    for page in pages(draft.lines):
        for place in places_on(draft.lines, page, bracketed):
            if place.at:
                cuts.setdefault(place.line, []).append(place.at)
    if not cuts:
        return draft
    parts = (part for at, line in enumerate(draft.lines) for part in parted_at(line, cuts.get(at, [])))
    return replace(draft, lines=tuple(parts))


def first_bracketed(lines: Sequence[Line]) -> dict[str, int]:
    """The first line that has each number in brackets: `[12]`."""
    return {mark: at for at in reversed(range(len(lines))) for mark in BRACKETED.findall(lines[at].text)}


def places_on(lines: Sequence[Line], page: range, bracketed: Mapping[str, int]) -> Iterator[NumberPlace]:
    """The numbers of the notes that a page has behind each other: of rows that meet, the longest, and the last of
    equals, as a heading or an item above them can count as they do."""
    rows = [row for first in page if (row := row_from(lines, first, page.stop, bracketed))]
    taken: set[int] = set()
    for row in sorted(rows, key=lambda row: (len(row), row[0].line), reverse=True):
        own = range(row[0].line, row[-1].line + 1)
        if taken.isdisjoint(own):
            taken |= {*own}
            yield from row


def row_from(lines: Sequence[Line], first: int, end: int, bracketed: Mapping[str, int]) -> Sequence[NumberPlace]:
    """The numbers of notes behind each other from a line on that the text above it calls, wherever that has them in
    brackets; none where they are no such row."""
    opening = FIRST.match(lines[first].text)
    if opening is None:
        return ()
    number, stop = int(opening["number"]), opening["stop"]
    text = "\n".join(line.text for line in lines[max(0, first - REACH) : first])
    counted = counting_on(lines, range(first, min(first + REACH, end)), number, stop)

    def called(one: tuple[int, NumberPlace]) -> bool:
        return bracketed.get(f"[{one[0]}]", first) < first if stop == "]" else calls(text, one[0])

    found = [place for _, place in takewhile(called, enumerate(counted, number))]
    return found if len(found) >= LEAST and any(place.at for place in found) else ()


def counting_on(lines: Sequence[Line], block: range, number: int, stop: str) -> Iterator[NumberPlace]:
    """Where the numbers from one on stand in these lines, each behind what can end a note or at the begin of a line."""
    yield NumberPlace(block.start, 0)
    for at in block:
        below = lines[at + 1].text if at + 1 < block.stop else ""
        start = 0
        while following := next_in(lines[at].text, start, behind_end(number + 1, stop, below)):
            number, start = number + 1, following.end()
            yield NumberPlace(at, following.start("number"))
        if re.match(rf"{written(number + 1, stop)} {NOTE_TEXT}", below) and not number_follows(lines[at].text, below):
            number += 1
            yield NumberPlace(at + 1, 0)


def next_in(text: str, start: int, form: re.Pattern[str]) -> re.Match[str] | None:
    """The number of the next note in a line; none that is called for, as the 6 of `Vgl. art. 6 Woonwet`."""
    found = form.finditer(text, start)
    return next((one for one in found if not abbreviated(text[: one.start("number")].rstrip(), one["number"])), None)


def abbreviated(before: str, number: str) -> bool:
    """Whether a number stands behind a short form that calls for it: `art.`, `nr.`."""
    return before.endswith(".") and number_follows(before, number)


def written(number: int, stop: str) -> str:
    """A number as a pattern, with what stands behind it: `2`, `2.`, `2)` or `[2]`."""
    return re.escape(f"[{number}]" if stop == "]" else f"{number}{stop}")


def behind_end(number: int, stop: str, below: str) -> re.Pattern[str]:
    """A number behind what can end a note, a stop or an address, on the same line: `nr. 15.  2) `; it can end the line
    where the next one begins as a note does. In brackets it can be glued to any word: `de politie[3] https://…`."""
    last = r"|\s*$" if BEGINS.match(below) else ""
    before = r"(?<=\S) {0,3}" if stop == "]" else rf"(?:(?<=[.!?)”’»/\d])|{ADDRESS}) {{1,3}}"
    return re.compile(rf"{before}(?P<number>{written(number, stop)})(?: {NOTE_TEXT}{last})")


def calls(text: str, number: int) -> bool:
    """Whether a number calls a note: right behind a word or stops (`gebeurt2`, `leraren.3`, `2020?4`, `8).5`), or apart
    where it counts nothing (`de snelheid 2 tot`)."""
    behind = r"(?:[^\W\d_][.,;:!?)”’»]{0,3}|\d[!?)”’»]{1,3}[.,;:]?)"
    if re.search(rf"{behind}{number}(?![\d\w]|[.,]\d)", text):
        return True
    apart = re.finditer(rf"(?<=\s){number}(?!\w|[.,]\d)", text)
    return any(weigh(text, found.start(), found.end(), spaced=True) for found in apart)


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
