"""Notes that each begin with their number and do not stand in the order of these: an extraction read the columns or the
boxes of a foot in another order than they are read in.

`1 Staatsblad 2019, 7.` / `3 Idem, blz. 4.` / `2 CBS, Kerncijfers 2019.`
"""

from collections.abc import Sequence
from operator import attrgetter

from build_tools.reading.footnotes.calling import may_be_first, search_from
from build_tools.reading.footnotes.calls.markers import find_places
from build_tools.reading.footnotes.found_notes import Before, FoundNote, Zone
from build_tools.reading.footnotes.openings import Ground, Opening, ended, is_bare
from build_tools.reading.footnotes.zones import counting_runs, openings_between


def zone_out_of_order(ground: Ground, start: int, last: Before) -> Zone | None:
    """The notes from a line on of which the numbers, in any order, count through without a gap: each begins behind an
    ended line and is called, in the order of the numbers, in the text before all of them."""
    openings = [o for o in openings_between(ground, start, ground.page.stop) if begins(ground, o)]
    for run in counting_runs(openings):
        zone = zone_of(ground, openings[run:], start, last)
        if zone:
            return zone
    return None


def begins(ground: Ground, opening: Opening) -> bool:
    """Whether a note with its number before it begins at a line: the one before it is ended, or stands apart."""
    if not opening.index or is_bare(opening, ground.lines):
        return False
    line = ground.lines[opening.index]
    return line.blanks > 0 or line.turn or ended(ground.lines[opening.index - 1])


def zone_of(ground: Ground, run: Sequence[Opening], start: int, last: Before) -> Zone | None:
    """The notes that begin at these lines; None where they stand in order, or one is not called or no note."""
    ordered = sorted(run, key=attrgetter("number"))
    first = run[0].index
    if ordered == list(run) or not may_be_first(ordered[0].number, last):
        return None
    begin = search_from(ground, ordered, last, start)
    numbers = [opening.number for opening in ordered]
    places = find_places(ground.places, begin, first, numbers, ordered[0].typed)
    end = ground.end_after(run[-1], not ended(ground.lines[first - 1]))
    if not all(places) or not ground.pure(first, end):
        return None
    stops = [*(opening.index for opening in run[1:]), end]
    own = {a.index: tuple(range(a.index, stop)) for a, stop in zip(run, stops, strict=True)}
    return Zone(end, tuple(FoundNote(o, own[o.index], at) for o, at in zip(ordered, places, strict=True)))
