"""Notes whose numbers an extraction collected below all their texts, in order.

`Staatsblad 2019, 7.` / `Idem, blz. 4.` / `1` / `2`
"""

from collections.abc import Sequence
from itertools import pairwise

from build_tools.reading.footnotes.calling import may_be_first, search_from
from build_tools.reading.footnotes.calls.markers import find_places
from build_tools.reading.footnotes.found_notes import Before, FoundNote, Zone
from build_tools.reading.footnotes.numbers_below import ends_page, paragraph_above
from build_tools.reading.footnotes.openings import Ground, Opening, is_bare
from build_tools.reading.footnotes.sharing import share_out

LEAST = 2
"""Numbers below each other that can be of notes above them: of one alone `numbers_below` tells."""


def zone_numbers_last(ground: Ground, start: int, last: Before) -> Zone | None:
    """The first notes from `start` on of which the numbers stand in a row at the end of a page, below a paragraph that
    holds their texts."""
    bare = [o for o in ground.openings if o.index >= start and is_bare(o, ground.lines)]
    for run in rows(bare):
        if len(run) >= LEAST and ends_page(ground, run[-1].index) and may_be_first(run[0].number, last):
            zone = zone_of_row(ground, run, start, last)
            if zone:
                return zone
    return None


def rows(bare: Sequence[Opening]) -> list[list[Opening]]:
    """Numbers alone on lines that follow each other, each one more than the one above it."""
    found = [[opening] for opening in bare[:1]]
    for before, opening in pairwise(bare):
        if opening.index == before.index + 1 and opening.number == before.number + 1:
            found[-1].append(opening)
        else:
            found.append([opening])
    return found


def zone_of_row(ground: Ground, run: Sequence[Opening], start: int, last: Before) -> Zone | None:
    """The notes of these numbers; None where one has no text, or no call in the text before them."""
    first = paragraph_above(ground.lines, run[0].index, start)
    texts = range(first, run[0].index)
    if len(texts) < len(run) or not ground.speaks(first, run[0].index):
        return None
    numbers = [opening.number for opening in run]
    places = find_places(ground.places, search_from(ground, run, last, start), first, numbers, typed=False)
    shares = share_out(ground.lines, texts, run, last) if all(places) else None
    if shares is None:
        return None
    found = (FoundNote(o, own, at) for o, own, at in zip(run, shares.own, places, strict=True))
    return Zone(run[-1].index + 1, tuple(found), shares.rest)
