"""Notes whose numbers came out below their texts, all or some of them: an extraction put the raised number last."""

from collections.abc import Iterator, Sequence

from build_tools.draft import Line
from build_tools.reading.footnotes.calling import may_be_first, search_from
from build_tools.reading.footnotes.calls.markers import find_places
from build_tools.reading.footnotes.calls.own_lines import MarkerPlace
from build_tools.reading.footnotes.found_notes import Before, FoundNote, Zone
from build_tools.reading.footnotes.openings import RUNS_ON, STOPPED, Ground, Opening, ended, is_bare
from build_tools.reading.signing.shapes import ROLE, names_person

LONGEST = 6
"""Lines of such a note at the most: what is longer is the last paragraph of a page, and the number that of the page."""

MOST = 12
"""Notes that stand so on one page, at the most."""

SHORT, SURELY_CALLED = 2, 8
"""Lines of a note, and the weight of its marker, by which it is one although its number is also that of its page."""


def zone_below(ground: Ground, start: int, last: Before) -> Zone | None:
    """The first notes from `start` on that have their numbers below them, in any order: texts keep their order."""
    bare = [o for o in ground.openings if o.index >= start and is_bare(o, ground.lines)]
    for count, opening in enumerate(bare, start=1):
        if ends_page(ground, opening.index):
            for first in range(max(0, count - MOST), count):
                zone = zone_of_numbers(ground, bare[first:count], start, last)
                if zone:
                    return zone
    return None


def zone_beside(ground: Ground, start: int, last: Before) -> Zone | None:
    """The first notes from `start` on that have white space around each, and their numbers in order, some below them
    and some above: an extraction puts the number of a wide note last."""
    bare = [o for o in ground.openings if o.index >= start and is_bare(o, ground.lines)]
    for at, opening in enumerate(bare):
        if may_be_first(opening.number, last):
            found = (beside(ground, bare[at:], below, start) for below in (True, False))
            for pairs in filter(holds_both, found):
                zone = zone_of_pairs(ground, pairs, start, last)
                if zone:
                    return zone
    return None


Pair = tuple[Opening, tuple[int, ...]]
"""The number of a note and the lines of its text."""


def beside(ground: Ground, bare: Sequence[Opening], below: bool, start: int) -> list[Pair]:
    """The notes that count on from the first of these numbers, which stands below its text, or above it."""
    pairs: list[Pair] = []
    end = 0
    for opening in bare:
        alone = ground.lines[opening.index].blanks or heads_text(ground, opening.index)
        above = range(0) if alone else range(paragraph_above(ground.lines, opening.index, start), opening.index)
        text = above if (above if pairs else below) else paragraph_below(ground, opening.index + 1)
        first = min(text.start, opening.index)
        counts = not pairs or (first == end and opening.number == pairs[-1][0].number + 1)
        if not counts or not 0 < len(text) <= LONGEST or not ground.speaks(text.start, text.stop):
            break
        pairs.append((opening, tuple(text)))
        end = max(text.stop, opening.index + 1)
    return pairs


def heads_text(ground: Ground, index: int) -> bool:
    """Whether a text stands right below a number, so that it is the number's, and not the one above it."""
    below = ground.lines[index + 1] if index + 1 < ground.page.stop else None
    return below is not None and not (below.blanks or below.turn or below.text.isdecimal())


def paragraph_below(ground: Ground, index: int) -> range:
    """The lines from one below white space up to the next; none where no white space stands above it."""
    lines, stop = ground.lines, ground.page.stop
    if index >= stop or not lines[index].blanks:
        return range(index, index)
    return range(index, next((at for at in range(index + 1, stop) if lines[at].blanks or lines[at].turn), stop))


def holds_both(pairs: Sequence[Pair]) -> bool:
    """Whether there are notes of both kinds, their number above and below them."""
    return len({opening.index > text[0] for opening, text in pairs}) > 1


def zone_of_pairs(ground: Ground, pairs: Sequence[Pair], start: int, last: Before) -> Zone | None:
    """These notes, where the text before them calls each."""
    openings, texts = zip(*pairs, strict=True)
    begin = search_from(ground, openings, last, start)
    top = min(openings[0].index, texts[0][0])
    places = find_places(ground.places, begin, top, [opening.number for opening in openings], typed=False)
    end = max(openings[-1].index, texts[-1][-1]) + 1
    return Zone(end, tuple(map(FoundNote, openings, texts, places))) if all(places) else None


def ends_page(ground: Ground, index: int) -> bool:
    """Whether a line is the last of its page, or something was taken out behind it: a page foot."""
    return index + 1 == ground.page.stop or ground.lines[index + 1].turn


def zone_of_numbers(ground: Ground, bare: Sequence[Opening], start: int, last: Before) -> Zone | None:
    """The notes of these numbers; None where one has no text of its own, or no marker in the text before them."""
    ordered = sorted(bare, key=lambda opening: opening.number)
    numbers = [opening.number for opening in ordered]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))) or not may_be_first(numbers[0], last):
        return None
    texts = list(texts_above(ground, bare, start))
    if len(texts) < len(bare) or breaks_off(ground, texts[0], bare[-1].index + 1):
        return None
    begin = search_from(ground, ordered, last, start)
    places = find_places(ground.places, begin, texts[0][0], numbers, typed=False)
    found = [place for place in places if place]
    if len(found) < len(bare) or page_number(ground, bare, texts[0], found[0]):
        return None
    parts = zip(ordered, texts, found, strict=True)
    return Zone(bare[-1].index + 1, tuple(FoundNote(opening, own, place) for opening, own, place in parts))


def texts_above(ground: Ground, bare: Sequence[Opening], start: int) -> Iterator[tuple[int, ...]]:
    """The lines above each number: of the first from where a paragraph begins, of the others from the number before."""
    begin = paragraph_above(ground.lines, bare[0].index, start)
    numbered = {opening.index for opening in ground.openings}
    for opening in bare:
        own = tuple(range(begin, opening.index))
        if not own or signs(ground.lines, own[0]) or len(own) > LONGEST:
            return
        if numbered & set(own) or not ground.speaks(own[0], opening.index):
            return
        yield own
        begin = opening.index + 1


def breaks_off(ground: Ground, text: Sequence[int], below: int) -> bool:
    """Whether the sentence that the page's end breaks off is that of these lines above a number: they are text of the
    letter. Below the numbers it goes on, and the line above them has ended."""
    lines = ground.lines
    goes_on = below < len(lines) and RUNS_ON.match(lines[below].text) is not None
    above = lines[text[0] - 1].text if text[0] else ""
    begun = not above or above.isdecimal() or STOPPED.search(above) is not None
    return goes_on and begun and STOPPED.search(lines[text[-1]].text) is None


def signs(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the role of a signer, or the name below it: notes of the page stand below them."""
    own, above = lines[index].text, lines[index - 1].text if index else ""
    return ROLE.fullmatch(own) is not None or (ROLE.fullmatch(above) is not None and names_person(own))


def paragraph_above(lines: Sequence[Line], index: int, start: int) -> int:
    """Where the paragraph above a line begins: below a blank line. `index` itself where none near does."""
    for at in range(index - 1, max(start, index - LONGEST - 1), -1):
        if lines[at].blanks or lines[at].turn:
            return at
    return index


def page_number(ground: Ground, bare: Sequence[Opening], text: Sequence[int], place: MarkerPlace) -> bool:
    """Whether a number alone can be that of its page: it is the same, and its text can be the last of the page."""
    broken_off = text[0] > 0 and not ended(ground.lines[text[0] - 1])
    like_a_note = place.weight >= SURELY_CALLED and len(text) <= SHORT
    return len(bare) == 1 and bare[0].number == ground.lines[bare[0].index].page and not (broken_off or like_a_note)
