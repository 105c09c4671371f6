"""Notes whose numbers an extraction collected below all their texts, in order; or within the sentence of the text
that goes on on the next page, with no white space above the texts.

`Staatsblad 2019, 7.` / `Idem, blz. 4.` / `1` / `2`
"""

from collections.abc import Sequence
from itertools import pairwise

from build_tools.dutch.matching import is_half
from build_tools.reading.blocks.measure import line_span, measure, width
from build_tools.reading.footnotes.calling import may_be_first, search_from
from build_tools.reading.footnotes.calls.marker_shapes import SURE
from build_tools.reading.footnotes.calls.markers import find_places
from build_tools.reading.footnotes.found_notes import Before, FoundNote, Zone
from build_tools.reading.footnotes.numbers_below import ends_page, paragraph_above
from build_tools.reading.footnotes.openings import (
    LIKE_TEXT,
    RUNS_ON,
    STOPPED,
    Ground,
    Opening,
    ended,
    has_room,
    is_bare,
)
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


def zone_within_sentence(ground: Ground, start: int, last: Before) -> Zone | None:
    """The notes that a page ends with, their numbers last, where the text surely calls the last of them and one line
    alone below that call can be their first: it begins in a capital below a line that broke a sentence off. That goes
    on, in a small letter, below the numbers, and not behind the notes' own last line, for that has ended or is as wide
    as no text is."""
    bare = [o for o in ground.openings if o.index >= start and is_bare(o, ground.lines)]
    for run in rows(bare):
        numbers, end = [opening.number for opening in run], run[-1].index
        if not (ends_page(ground, end) and may_be_first(numbers[0], last) and goes_on_below(ground, end)):
            continue
        begin = search_from(ground, run, last, start)
        places = [place for place in find_places(ground.places, begin, run[0].index, numbers, typed=False) if place]
        if len(places) < len(run) or places[-1].weight < SURE:
            continue
        texts = breaking_off(ground, run[0], places[-1].target)
        shares = share_out(ground.lines, texts, run, Before()) if texts and own_text(ground, texts) else None
        if shares:
            return Zone(end + 1, tuple(map(FoundNote, run, shares.own, places)))
    return None


def goes_on_below(ground: Ground, index: int) -> bool:
    """Whether a sentence goes on below a line, in a small letter."""
    return index + 1 < len(ground.lines) and RUNS_ON.match(ground.lines[index + 1].text) is not None


def breaking_off(ground: Ground, first: Opening, called: int) -> range:
    """The lines above a number from the one line, below the line that calls it, which begins in a capital and breaks a
    sentence off, in a line that neither wants a name next nor has room for another word; none where several do."""
    lines, full = ground.lines, full_width(ground, first.index)

    def breaks(at: int) -> bool:
        before, text = lines[at - 1], lines[at].text
        return text[0].isupper() and not (ended(before) or is_half(before.text) or has_room(before.text, text, full))

    begins = [at for at in range(called + 1, first.index) if breaks(at)]
    return range(begins[0], first.index) if len(begins) == 1 else range(0)


def own_text(ground: Ground, texts: range) -> bool:
    """Whether lines end what they say, or each is wider than those of the text above are set."""
    widest = LIKE_TEXT[1] * full_width(ground, texts.start)
    wide = all(width(ground.lines[at].text) > widest for at in texts)
    return wide or STOPPED.search(ground.lines[texts[-1]].text) is not None


def full_width(ground: Ground, stop: int) -> float:
    """The measure of the lines of a page up to one of them."""
    lines = ground.lines[ground.page.start : stop]
    return measure([line_span(a.text, b.text) for a, b in pairwise(lines)])[0]


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
