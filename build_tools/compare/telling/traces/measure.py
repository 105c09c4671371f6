"""Lines that are longer than the measure of a print, by the very words that the other print lacks.

A page fills its lines and goes on below. What a hand, a stamp or a margin put beside a line makes it longer than any
other one; an editor's words go into the next line.
"""

from functools import lru_cache
from itertools import pairwise

from build_tools.compare.model import Change, Comparison, Side
from build_tools.compare.passages import KEPT
from build_tools.compare.telling.traces.place import place_of
from build_tools.compare.telling.traces.trace import Trace, only_side
from build_tools.model import Kind

TOO_LONG = "regel_te_lang"
"""The kind of such places (`data/verdict.yml`)."""

OF_TEXT = (Kind.PARAGRAPH, Kind.ITEM)
"""What has lines of one measure: notes stand in smaller letters."""

MOST_LINES, BEYOND = 0.95, 1.08
"""What part of all lines fits in the measure, and by how much a line is longer than that: letters differ in width."""

FEWEST_LINES = 5
"""Lines of a print by which its measure is known, at the least."""


def line_too_long(comparison: Comparison, change: Change) -> Trace | None:
    """Words that only one print has, by which their line is longer than its lines are."""
    side = only_side(change)
    place = place_of(comparison, change, side) if side else None
    if not (side and place and comparison.letter(side).wrapped and place.printed.passage.kind in OF_TEXT):
        return None
    full, begins = measure_of(comparison, side), place.printed.begins
    at = place.printed.line_of(place.begin + 1)
    end = begins[at + 1] if at + 1 < len(begins) else place.printed.end
    length, own = end - begins[at], place.end - place.begin + 1
    beyond = full and place.end <= end and BEYOND * full < length <= full + own
    return Trace(side, TOO_LONG, place.printed.passage.lines[0]) if beyond else None


@lru_cache(maxsize=KEPT)
def measure_of(comparison: Comparison, side: Side) -> int:
    """The length in which the lines of a print fit; 0 where it has too few."""
    found = sorted(
        below - above
        for passage in comparison.letter(side).passages
        if passage.kind in OF_TEXT
        for above, below in pairwise([0, *(end.at for end in passage.line_ends)])
    )
    return found[int(MOST_LINES * (len(found) - 1))] if len(found) >= FEWEST_LINES else 0
