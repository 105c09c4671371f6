"""Calls of several notes at one place, side by side: `gezegd.1,2`, `gezegd.1 2`, or with nothing between, `gezegd.12`.

They count on, and each takes the sign that parts it from the one before it.
"""

import re
from collections.abc import Iterator, Set

from build_tools.draft import Line
from build_tools.reading.footnotes.calls.marker_shapes import SURE, weigh
from build_tools.reading.footnotes.calls.own_lines import MarkerPlace

GLUED = re.compile(r"(?<!\d)(?<!\d[.,])[1-9]\d{1,5}(?!\d)")
"""`12`, `910`: the digits of two calls or three that a text has without what parted them."""

PARTED = re.compile(r"(?<!\d)(?<!\d[.,])[1-9]\d{0,2}(?:(?:[,;] ?| )[1-9]\d{0,2}){1,4}(?!\d|[.,]\d)")
"""`1,2`, `1, 2`, `9 10 11`: five at the most."""

NUMBER = re.compile(r"[,; ]*(?P<number>\d+)")
"""A number of these, with what parts it from the one before."""

LESS = 1
"""By how much calls in one row are less likely than a number that is written so."""

Spans = list[tuple[int, int, int]]
"""Numbers, each with the begin and the end of what calls it in a row."""


def side_by_side(line: Line, index: int, numbers: Set[int]) -> Iterator[tuple[int, MarkerPlace]]:
    """The places in a line where several of these numbers call their notes, glued to a word or a stop."""
    for shape, spans_in in ((GLUED, glued), (PARTED, parted)):
        for match in shape.finditer(line.text):
            spans = spans_in(match[0])
            known = len(spans) > 1 and all(number in numbers for number, _, _ in spans)
            weight = weigh(line.text, match.start(), match.end()) if known else 0
            at = line.start + match.start()
            for number, start, end in spans if weight >= SURE else ():
                yield number, MarkerPlace(index, index, at + start, at + start, at + end, weight - LESS)


def glued(row: str) -> Spans:
    """The numbers that count on in a row of digits: `910` has 9 and 10. None of most rows."""
    for width in range(1, len(row) // 2 + 1):
        spans, end = [(int(row[:width]), 0, width)], width
        while end < len(row) and row.startswith(following := str(spans[-1][0] + 1), end):
            spans.append((int(following), end, end + len(following)))
            end = spans[-1][2]
        if end == len(row):
            return spans
    return []


def parted(row: str) -> Spans:
    """The numbers of a row with signs between, where they count on."""
    spans = [(int(match["number"]), match.start(), match.end()) for match in NUMBER.finditer(row)]
    counts_on = all(number == spans[0][0] + n for n, (number, _, _) in enumerate(spans))
    return spans if counts_on else []
