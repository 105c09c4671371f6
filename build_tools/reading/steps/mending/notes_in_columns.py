"""Notes side by side at the foot of a page, where a text keeps the look of the page (`pdftotext -layout`).

`1                                2` / `    Kamerstuk 33 041, nr. 9.         ProRail, Meetverslag trillingen,` /
`                                   juni 2013.`: after `part_note_columns` they follow each other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from build_tools.draft import Draft, Line
from build_tools.reading.steps.pieces import fragments, piece

NUMBER = re.compile(r"[1-9]\d?")
"""The number of a note, alone between white space."""

LONGEST = 8
"""Lines of such notes at the most: half a page wide, few have as many."""

STRAY = 1
"""Columns by which text may begin left of the number above it: a proportional letter does not fall on whole columns."""


def part_note_columns(draft: Draft) -> Draft:
    """Put notes that stand side by side, their numbers on one line and their texts below these, behind each other."""
    lines: list[Line] = []
    at = 0
    while at < len(draft.lines):
        columns, end = columns_from(draft.lines, at)
        lines += [line for own in columns for line in own] if columns else draft.lines[at:end]
        at = end
    return replace(draft, lines=tuple(lines))


def columns_from(lines: Sequence[Line], at: int) -> tuple[list[list[Line]], int]:
    """The notes whose numbers stand on a line, each with the lines of its text, and the index after these; none and the
    next index where the numbers do not count on, or one has no text below it."""
    heads = fragments(lines[at])
    counted = [int(head.text) for head in heads if NUMBER.fullmatch(head.text)]
    if len(heads) < 2 or counted != list(range(counted[0] if counted else 0, (counted or [0])[0] + len(heads))):
        return [], at + 1
    columns = [[replace(head, indent=0, blanks=lines[at].blanks)] for head in heads]
    end = at + 1
    while end < min(at + 1 + LONGEST, len(lines)) and (parts := within(lines, end, heads)):
        for column, part in parts:
            columns[column].append(replace(part, indent=0, blanks=0))
        end += 1
    whole = all(len(own) > 1 for own in columns)
    return (columns, end) if whole else ([], at + 1)


def within(lines: Sequence[Line], at: int, heads: Sequence[Line]) -> list[tuple[int, Line]]:
    """The parts of a line, each with the column in which it stands; none of a line that runs over the columns, stands
    apart from the one above it or holds nothing but a further number."""
    line = lines[at]
    if line.blanks or line.page != lines[at - 1].page or NUMBER.fullmatch(line.text):
        return []
    return list(parts_in(line, [head.indent for head in heads]))


def parts_in(line: Line, edges: Sequence[int]) -> Iterator[tuple[int, Line]]:
    """The parts of a line between columns; nothing of one in which a word crosses the begin of a column."""
    cuts = [0, *(place - line.indent for place in edges[1:]), len(line.text)]
    starts = [begin_near(line.text, cut) for cut in cuts[1:-1]]
    if None in starts:
        return
    places = [0, *(start for start in starts if start is not None), len(line.text)]
    for column, (start, end) in enumerate(pairwise(places)):
        own = line.text[start:end]
        if own.strip():
            first = start + len(own) - len(own.lstrip())
            yield column, piece(line, first, start + len(own.rstrip()))


def begin_near(text: str, at: int) -> int | None:
    """Where white space ends near the begin of a column, or the text has ended or not begun; None where a word crosses
    it."""
    if at <= 0 or at >= len(text):
        return min(max(at, 0), len(text))
    for place in range(max(at - STRAY, 1), at + 1):
        if text[place - 1].isspace():
            return place
    return None
