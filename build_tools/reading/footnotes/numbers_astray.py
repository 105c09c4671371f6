"""Notes of which some have their numbers before them and others have lost theirs to another line: an extraction put
raised numbers above or below all notes of a page, and left the rest where they were. Or all have lost theirs, each to
another line, so that numbers stand between texts and below them, out of order.

`1` / `Staatsblad 2019, 7.` / `CBS, Kerncijfers 2019.` / `3 Idem, blz. 4.` / `2`
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from build_tools.reading.footnotes.calling import may_be_first, search_from
from build_tools.reading.footnotes.calls.markers import find_places
from build_tools.reading.footnotes.found_notes import Before, FoundNote, Zone
from build_tools.reading.footnotes.numbers_below import paragraph_above
from build_tools.reading.footnotes.openings import Ground, Opening, ended, is_bare
from build_tools.reading.footnotes.sharing import Shares, share_out
from build_tools.reading.footnotes.zones import counting_runs, openings_between

MOST_ABOVE = 6
"""Lines of notes above the first number, at the most."""

SIGNATURE = 2
"""Lines of a role and the name below it: no note holds these."""

FARTHEST = 60
"""Lines from the first number to where the page turns, at the most, where all numbers stand alone."""


def zone_astray(ground: Ground, start: int, last: Before) -> Zone | None:
    """The notes from the first number alone on its line to where the page turns: every number once, without a gap, and
    each called in the text before them. Texts keep their order."""
    for begin, stop in pairwise(turns(ground, start)):
        openings = openings_between(ground, begin, stop)
        for run in counting_runs(openings):
            zone = zone_of_run(ground, openings[run:], (start, stop), last)
            if zone:
                return zone
    return None


def turns(ground: Ground, start: int) -> list[int]:
    """Where the page turns behind a line or text begins, with that line and the end of the page."""
    inside = (at for at in range(start + 1, ground.page.stop) if ground.lines[at].turn or at in ground.anew)
    return [start, *inside, ground.page.stop]


def zone_of_run(ground: Ground, run: Sequence[Opening], place: tuple[int, int], last: Before) -> Zone | None:
    """The notes of numbers that count through, of which one stands alone on its line, up to where the page turns; None
    where texts or calls do not go together with them."""
    start, stop = place
    first, own = run[0].index, sorted(run, key=attrgetter("number"))
    bare = [is_bare(opening, ground.lines) for opening in run]
    far = all(bare) and stop - first > FARTHEST
    if far or not any(bare) or not may_be_first(own[0].number, last):
        return None
    begin = search_from(ground, own, last, start)
    signed = [at + SIGNATURE for at in ground.signed if start <= at < first]
    begins = (first, paragraph_above(ground.lines, first, start), *begins_above(ground, first, start), *signed[-1:])
    for above in (at for at in dict.fromkeys(begins) if at >= max(signed, default=at)):
        shares = texts_in_order(ground, own, range(above, stop), last)
        places = find_places(ground.places, begin, above, [opening.number for opening in own], run[0].typed)
        if shares and all(places):
            found = zip(own, shares.own, places, strict=True)
            return Zone(stop, tuple(FoundNote(*note) for note in found), shares.rest)
    return None


def texts_in_order(ground: Ground, numbers: Sequence[Opening], region: range, last: Before) -> Shares | None:
    """The lines of each note: those with a number before them begin there, the others share what lies between, before
    which the rest of an earlier note can stand. None where numbers and lines do not go together, or, where none has its
    number before it, one that is alone or does not likely begin where it would."""
    bare = {opening.index for opening in numbers if is_bare(opening, ground.lines)}
    anchors = [opening for opening in numbers if opening.index not in bare]
    if any(after.index < before.index for before, after in pairwise(anchors)):
        return None
    first, end = numbers[0].number, numbers[-1].number + 1
    counts = [b - a for a, b in pairwise([first, *(anchor.number for anchor in anchors), end])]
    edges = [region.start, *(anchor.index for anchor in anchors), region.stop]
    parts: list[tuple[int, ...]] = []
    rest: tuple[int, ...] = ()
    likely = True
    for count, (begin, stop) in zip(counts, pairwise(edges), strict=True):
        texts = [index for index in range(begin, stop) if index not in bare]
        known = last if begin == region.start != edges[1] else Before()
        shares = share_out(ground.lines, texts, numbers[len(parts) : len(parts) + count], known) if count else None
        if texts and not shares:
            return None
        if shares:
            rest, parts, likely = shares.rest or rest, [*parts, *shares.own], likely and shares.likely
    sure = anchors or (likely and len(numbers) > 1)
    return Shares(rest, tuple(parts), likely=True) if sure and len(parts) == len(numbers) else None


def begins_above(ground: Ground, index: int, start: int) -> Iterator[int]:
    """The lines near above a number, from the nearest on, with which a note can begin where no white space parts it
    from the text: in a capital, behind the end of a sentence."""
    for at in range(index - 1, max(start, index - MOST_ABOVE - 1), -1):
        if ground.lines[at].text[0].isupper() and ended(ground.lines[at - 1]):
            yield at
