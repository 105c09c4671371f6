"""Notes of which some have their numbers before them and others have lost theirs to another line: an extraction put
raised numbers above or below all notes of a page, and left the rest where they were.

`1` / `Staatsblad 2019, 7.` / `CBS, Kerncijfers 2019.` / `3 Idem, blz. 4.` / `2`
"""

from collections.abc import Sequence
from itertools import pairwise

from build_tools.reading.footnotes.markers import find_places
from build_tools.reading.footnotes.openings import Ground, Opening, is_bare
from build_tools.reading.footnotes.zones import Before, FoundNote, Zone, may_be_first, search_from, split_texts


def zone_astray(ground: Ground, start: int, last: Before) -> Zone | None:
    """The notes from the first number alone on its line to where the page turns: every number once, without a gap, and
    each called in the text before them. Texts keep their order."""
    for first in ground.openings:
        if first.index < start or not is_bare(first, ground.lines):
            continue
        stop = turn_after(ground, first.index)
        own = sorted((o for o in ground.openings if first.index <= o.index < stop), key=lambda opening: opening.number)
        if not counts_through(own) or not may_be_first(own[0].number, last):
            continue
        parts = texts_in_order(ground, own, range(first.index, stop))
        begin = search_from(ground, own[0], last, start)
        places = find_places(ground.places, begin, first.index, [opening.number for opening in own], typed=False)
        if parts and all(places):
            return Zone(stop, tuple(FoundNote(o, part, at) for o, part, at in zip(own, parts, places, strict=True)))
    return None


def turn_after(ground: Ground, index: int) -> int:
    """Where the page turns below a line."""
    return next((at for at in range(index + 1, ground.page.stop) if ground.lines[at].turn), ground.page.stop)


def counts_through(openings: Sequence[Opening]) -> bool:
    """Whether several numbers count up by one and none stands there twice."""
    return len(openings) > 1 and all(after.number == before.number + 1 for before, after in pairwise(openings))


def texts_in_order(ground: Ground, numbers: Sequence[Opening], region: range) -> list[tuple[int, ...]]:
    """The lines of each note: those with a number before them begin there, the others share what lies between. Nothing
    where numbers and lines do not go together."""
    bare = {opening.index for opening in numbers if is_bare(opening, ground.lines)}
    anchors = [opening for opening in numbers if opening.index not in bare]
    if not anchors or any(after.index < before.index for before, after in pairwise(anchors)):
        return []
    first, end = numbers[0].number, numbers[-1].number + 1
    counts = [b - a for a, b in pairwise([first, *(anchor.number for anchor in anchors), end])]
    edges = [region.start, *(anchor.index for anchor in anchors), region.stop]
    parts: list[tuple[int, ...]] = []
    for count, (begin, stop) in zip(counts, pairwise(edges), strict=True):
        texts = [index for index in range(begin, stop) if index not in bare]
        if len(texts) < count or (texts and not count):
            return []
        parts += split_texts(ground.lines, texts, count) if count else []
    return parts
