"""Which notes can follow those of earlier pages, and from where on the text can call them."""

from collections.abc import Sequence

from build_tools.reading.footnotes.calls.marker_shapes import DOUBTFUL, LIKELY, SURE
from build_tools.reading.footnotes.calls.markers import find_places
from build_tools.reading.footnotes.found_notes import Before
from build_tools.reading.footnotes.openings import Ground, Opening

GONE = 4
"""By how much the first number of a page may lie above the last one before: notes between can have been lost."""

FAR_MORE = 1.5
"""How much more likely all notes are called from the begin of a letter on than on their own page, where they stand
behind the whole letter."""


def may_be_first(number: int, last: Before) -> bool:
    """Notes begin anew with 1 on each page, or count on; a text can begin in the midst of a longer paper."""
    counts_on = not last.anew and last.number < number <= last.number + GONE
    return number == 1 or counts_on or last.number == 0


def search_from(ground: Ground, run: Sequence[Opening], last: Before, start: int) -> int:
    """From where on markers of notes can stand: those that count on also on the page before, behind the last one; those
    of the first notes of a letter also on any page before, where their own has none, or none that is likely as one of
    those before surely is, or where all of them together stand there far more likely: its notes stand behind it."""
    first = run[0]
    if first.number > 1 and last.number and start == ground.page.start:
        return min(last.line, start)

    def placed(begin: int, stop: int, least: int) -> bool:
        return ground.placed(first.number, first.typed, begin, stop, least)

    before = placed(last.line, start, SURE) and not placed(start, first.index, LIKELY)
    anywhere = not last.number and (before or not placed(start, first.index, DOUBTFUL))
    at_end = not last.number and start and ground.page.stop == len(ground.lines)
    behind = at_end and likely(ground, run, last.line) > FAR_MORE * likely(ground, run, start)
    return min(last.line, start) if anywhere or behind else start


def likely(ground: Ground, run: Sequence[Opening], start: int) -> int:
    """How likely the numbers of notes are called from a line on, in order, before the first of them."""
    numbers, first = [opening.number for opening in run], min(opening.index for opening in run)
    return sum(place.weight for place in find_places(ground.places, start, first, numbers, run[0].typed) if place)
