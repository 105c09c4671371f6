"""What rules for notes claim, each character once: what calls a note calls no other, a line of a note is of no other.

Two rules can find the same digits, or overlapping ones (`beleid12)`: 12, and 2 with its parenthesis). Of calls the
surest counts, of equally sure ones the first; a note that loses its call so is one that nothing calls, and is told so.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence, Set

from build_tools.draft import Line
from build_tools.reading.footnotes.calls.own_lines import MarkerPlace

Call = tuple[MarkerPlace, int]
"""A place that calls a note, and that note's number through the document."""


def claimed_once(lines: Sequence[Line], calls: Sequence[Call], gone: Set[int] = frozenset()) -> list[Call]:
    """Those calls, in their order, that claim no character of a surer one, or of what was cut out of its line before.

    Digits in a line that is `gone` from the text stand there no more.
    """
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    kept: list[int] = []
    for at in sorted(range(len(calls)), key=lambda at: -calls[at][0].weight):
        place = calls[at][0]
        if place.line in gone or is_cut(lines[place.line], place.start, place.end):
            continue
        spans = taken[place.line]
        behind = bisect_left(spans, (place.start, place.end))
        if all(end <= place.start or place.end <= start for start, end in spans[max(0, behind - 1) : behind + 1]):
            spans.insert(behind, (place.start, place.end))
            kept.append(at)
    return [calls[at] for at in sorted(kept)]


def is_cut(line: Line, start: int, end: int) -> bool:
    """Whether a character of a stretch of a line was taken out of the text already, as the call of another note."""
    return any(cut.start < end and start < cut.end for cut in line.cuts)
