"""Where notes stand on a page: each below or behind its number, or all numbers apart from their texts."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from build_tools.dutch.matching import is_closing
from build_tools.reading.blocks.heading_shapes import QUESTION
from build_tools.reading.blocks.measure import width
from build_tools.reading.footnotes.behind_foot import end_behind_foot
from build_tools.reading.footnotes.calling import may_be_first, search_from
from build_tools.reading.footnotes.calls.marker_shapes import DOUBTFUL, LIKELY
from build_tools.reading.footnotes.calls.markers import find_places
from build_tools.reading.footnotes.calls.own_lines import MarkerPlace
from build_tools.reading.footnotes.found_notes import Before, FoundNote, Zone
from build_tools.reading.footnotes.openings import (
    IN_SENTENCE,
    RUNS_ON,
    Ground,
    Opening,
    begins_signature,
    ended,
    has_room,
    is_bare,
)
from build_tools.reading.footnotes.sharing import share_out

LONGEST_NOTE = 20
"""Lines of a note at the most, where text of the letter can stand between it and the next one."""

MOST_TRIED = 200
"""Openings from which a chain is followed up, the longest chains first; no page has as many."""

FEW = 2
"""Notes that are too few to make a doubtful marker (of `CO2`, of an amount) a likely one by their order."""

MOST_EDGES = 4
"""Places where text of the letter can begin below notes that are tried as their end, at the most."""

NEAR = 3
"""Lines from a note that the text does not call to the one below it, at the most."""

FEW_FIGURES = 2
"""Figures alone between white space, at the least, that show the cells of a table: a page number stands so too."""

MARKED = 0.6
"""The part of a chain's numbers that the text must have markers for; an extraction can lose a few."""


def ordered_zone(ground: Ground, start: int, last: Before) -> Zone | None:
    """Notes each below or behind its number; the longest chain of numbers that the text refers to wins."""
    firsts = [o for o in ground.openings if o.index >= start and may_open(ground, o, last)]
    best: Zone | None = None
    best_rank = (0, False, False, 0)
    firsts.sort(key=lambda opening: (ground.length[opening.index], opening.index), reverse=True)
    for first in firsts[:MOST_TRIED]:
        if (ground.length[first.index], True, True, first.index) <= best_rank:
            break
        zone = zone_from(ground, first, search_from(ground, ground.chain(first), last, start), last)
        if zone and (rank := rank_of(ground, zone)) > best_rank and not (best and leads_to(ground, best, zone)):
            best, best_rank = zone, rank
    return best


def of_page_before(zone: Zone | None, ground: Ground) -> Zone | None:
    """Notes of a page whose end nothing shows, above those of the next, up to the first line of the last one that has
    room for another word, or else to where text begins anew; None where one alone can be a numbered heading, they
    are items that a colon announces, or nothing tells where they end."""
    if zone is None or len(zone.notes) < FEW or ground.lines[zone.begin - 1].text.endswith(":"):
        return None
    lines = ground.lines
    *others, last = zone.notes
    full = max(width(lines[at].text) for note in zone.notes for at in note.lines[:1])
    own = [at for at in last.lines if at + 1 < zone.end and has_room(lines[at].text, lines[at + 1].text, full)]
    if not own or not ended(lines[own[0]]):
        return zone if zone.end < ground.page.stop else None
    kept = tuple(at for at in last.lines if at <= own[0])
    return Zone(own[0] + 1, (*others, replace(last, lines=kept)))


def may_open(ground: Ground, opening: Opening, last: Before) -> bool:
    """Whether notes can begin here. One alone that begins in a small letter (`3 m breed`) must count on from the last
    one or from nothing: else its number counts what follows."""
    alone = ground.length[opening.index] == 1 and begins_small_behind(ground, opening)
    return may_be_first(opening.number, last) and (not alone or opening.number in (1, last.number + 1))


def begins_small_behind(ground: Ground, opening: Opening) -> bool:
    """Whether a small letter stands behind the number of an opening."""
    return ground.lines[opening.index].text[opening.width :][:1].islower()


def leads_to(ground: Ground, zone: Zone, other: Zone) -> bool:
    """Whether the notes of a page count on in others, or in what stands before these: they go first."""
    after = ground.following.get(zone.notes[-1].opening.index)
    return after is not None and zone.end <= after.index <= other.notes[0].opening.index


def rank_of(ground: Ground, zone: Zone) -> tuple[int, bool, bool, int]:
    """The more notes the better; then those without text of the letter in them, then those after an ended line."""
    first = zone.notes[0].opening.index
    begins_anew = first == 0 or ended(ground.lines[first - 1])
    return len(zone.notes), ground.pure(first, zone.end), begins_anew, first


def zone_from(ground: Ground, first: Opening, start: int, last: Before) -> Zone | None:
    """The notes that begin with `first`, each with its marker in the text before them, if need be but the first one
    that counts on from the page before; None without markers."""
    wordless = not ground.speaks(first.index, ground.page.stop)
    counted = ground.placed(first.number, first.typed, start, first.index)
    if wordless or not (counted or goes_before(ground, first, last)):
        return None
    chain = together(ground, ground.chain(first), start)
    while chain:
        numbers = [opening.number for opening in chain]
        places = find_places(ground.places, start, first.index, numbers, first.typed)
        found = [place is not None for place in places]
        if len(chain) <= FEW and any(doubtful(ground, o, place) for o, place in zip(chain, places, strict=True)):
            return None
        begun = found[0] or goes_before(ground, first, last)
        if all(found) or (len(found) > FEW and begun and sum(found) >= MARKED * len(found)):
            return zone_of(ground, chain, places, start)
        chain = chain[: found.index(False)]
    return None


def goes_before(ground: Ground, first: Opening, last: Before) -> bool:
    """Whether a note that the text does not call, as its number is glued to another (`hoofdstuk 27`), is the one that
    comes next, right above one that counts on from it, and no part of a sentence (`7 zijn`)."""
    after = ground.following.get(first.index)
    next_one = not last.anew and last.number > 0 and first.number == last.number + 1
    near = after is not None and after.index <= first.index + NEAR
    return next_one and near and not IN_SENTENCE.match(ground.lines[first.index].text)


def together(ground: Ground, chain: list[Opening], start: int) -> list[Opening]:
    """The notes of a chain up to where text of the letter parts them from those of a later page."""
    inside = breaks_sentence(ground, chain[0].index, start)
    for at, (opening, after) in enumerate(pairwise(chain), start=1):
        far = after.index - opening.index > LONGEST_NOTE
        end = ground.end_after(opening, inside)
        goes_on = inside and ground.lines[end].text[0].islower() if end < len(ground.lines) else False
        if end <= after.index and (far or goes_on or end in ground.anew):
            return chain[:at]
    return chain


def breaks_sentence(ground: Ground, first: int, start: int) -> bool:
    """Whether notes stand within a sentence of the text: below who signs none is left open."""
    return first > start and not (ended(ground.lines[first - 1]) or begins_signature(ground.lines, first - 2))


def doubtful(ground: Ground, opening: Opening, place: MarkerPlace | None) -> bool:
    """Whether a marker is none on its own: of a line that begins in a small letter (`2 jaren later`) it takes more."""
    return place is not None and place.weight <= (LIKELY if begins_small_behind(ground, opening) else DOUBTFUL)


def zone_of(ground: Ground, chain: Sequence[Opening], places: Sequence[MarkerPlace | None], start: int) -> Zone | None:
    """The notes of a chain; None where one of them has no words."""
    end = end_of(ground, chain, places, breaks_sentence(ground, chain[0].index, start))
    stops = [*(opening.index for opening in chain[1:]), end]
    begins = [begin_of(ground, opening, stop) for opening, stop in zip(chain, stops, strict=True)]
    if not all(begin < stop and ground.speaks(begin, stop) for begin, stop in zip(begins, stops, strict=True)):
        return None
    members = (tuple(range(begin, stop)) for begin, stop in zip(begins, stops, strict=True))
    return Zone(end, tuple(FoundNote(o, own, place) for o, own, place in zip(chain, members, places, strict=True)))


def end_of(ground: Ground, chain: Sequence[Opening], places: Sequence[MarkerPlace | None], in_sentence: bool) -> int:
    """Where the notes of a chain end; of one whose number stands among the signs of a list behind the items."""
    if len(chain) == 1 and (begin := below_items(ground, chain[0], ground.page.stop)):
        return ground.end_from(begin + 1, chain[0], in_sentence)
    return end_behind_foot(ground, chain, places) or ground.end_after(chain[-1], in_sentence)


def begin_of(ground: Ground, opening: Opening, stop: int) -> int:
    """The first line of a note. Where its number came out between what announces a list, or the signs of that, and the
    items, these begin in a small letter, and the note is what begins in a capital behind them and, where there is some,
    behind white space: a further item can begin with a name. Where it came out above the cells of a table, the note is
    what stands below these."""
    lines, begin = ground.lines, opening.index + is_bare(opening, ground.lines)
    if begin > opening.index and (below := below_cells(ground, begin, stop)):
        return below
    above = lines[opening.index - 1].text if opening.index else ""
    listed = above.endswith(":") or not any(map(str.isalnum, above))
    if begin == opening.index or not (listed and lines[begin].text[0].islower()):
        return below_items(ground, opening, stop) or begin
    behind = [at for at in range(begin + 1, stop) if ended(lines[at - 1]) and lines[at].text[0].isupper()]
    apart = [at for at in behind if lines[at].blanks]
    return next(iter(apart or behind), begin)


def below_items(ground: Ground, opening: Opening, stop: int) -> int:
    """Where the note of a number begins that came out right below signs of a list whose items begin in a capital: the
    text behind white space; 0 where it did not, or nothing stands so. `-` / `-` / `1` / two items / the note."""
    lines, at = ground.lines, opening.index
    if not at or not is_bare(opening, lines) or any(map(str.isalnum, lines[at - 1].text)):
        return 0
    apart = (below for below in range(at + 2, stop) if lines[below].blanks and ended(lines[below - 1]))
    return next((below for below in apart if lines[below].text[0].isupper()), 0)


def below_cells(ground: Ground, begin: int, stop: int) -> int:
    """The line below the cells of a table from a line on, each with white space around it; 0 where no figures stand
    alone so, or no words below them."""
    end = begin
    while end + 1 < stop and ground.lines[end].blanks and ground.lines[end + 1].blanks:
        end += 1
    figures = [at for at in range(begin, end) if not any(map(str.isalpha, ground.lines[at].text))]
    return figures[-1] + 1 if len(figures) >= FEW_FIGURES and ground.speaks(figures[-1] + 1, stop) else 0


def loose_zone(ground: Ground, start: int, last: Before) -> Zone | None:
    """Notes whose numbers an extraction collected apart from their texts, out of order: texts keep their order."""
    inside = (at for at in range(start + 1, ground.page.stop) if text_follows(ground, at))
    edges = [start, *inside, ground.page.stop]
    for begin, stop in pairwise(edges):
        bare = [opening for opening in openings_between(ground, begin, stop) if is_bare(opening, ground.lines)]
        for run in counting_runs(bare):
            enough = bisect_left(edges, bare[run].index + 2 * len(bare[run:]), hi=len(edges) - 1)
            zone = zone_of_loose(ground, bare[run:], (start, edges[enough : enough + MOST_EDGES]), last)
            if zone:
                return zone
    return None


def zone_of_loose(
    ground: Ground, bare: Sequence[Opening], place: tuple[int, Sequence[int]], last: Before
) -> Zone | None:
    """The notes of these numbers, with the texts up to where text of the letter follows: the first of such places
    above which each note likely begins where it does, or else the first of all; None without a marker each."""
    start, stops = place
    ordered = sorted(bare, key=attrgetter("number"))
    numbers, first = [opening.number for opening in ordered], bare[0].index
    begin = search_from(ground, ordered, last, start)
    if not may_be_first(numbers[0], last) or not all(ground.placed(n, False, begin, first) for n in numbers):
        return None
    places = find_places(ground.places, begin, first, numbers, typed=False)
    if not all(places):
        return None
    own = {opening.index for opening in bare}
    ways = [
        (stop, share_out(ground.lines, [at for at in range(first, stop) if at not in own], ordered, last))
        for stop in stops
    ]
    found = [(stop, shares) for stop, shares in ways if shares]
    stop, shares = next((way for way in found if way[1].likely), found[0] if found else (0, None))
    if shares is None:
        return None
    notes = (FoundNote(o, p, q) for o, p, q in zip(ordered, shares.own, places, strict=True))
    return Zone(stop, tuple(notes), shares.rest)


def openings_between(ground: Ground, begin: int, stop: int) -> Sequence[Opening]:
    """The openings on the lines from one to another."""
    first, end = (bisect_left(ground.openings, at, key=attrgetter("index")) for at in (begin, stop))
    return ground.openings[first:end]


def text_follows(ground: Ground, at: int) -> bool:
    """Whether text of the letter surely begins at a line: a question, a closing, who signs, or what a page shows, or
    what goes on in a small letter below something that was taken out between."""
    line = ground.lines[at]
    if is_closing(line.text) or begins_signature(ground.lines, at):
        return True
    goes_on = line.turn and RUNS_ON.match(line.text) is not None
    return at in ground.anew or goes_on or QUESTION.fullmatch(line.text) is not None


def counting_runs(bare: Sequence[Opening]) -> list[int]:
    """From where on two or more numbers, in any order, count up without a gap; the longest run first."""
    runs: list[int] = []
    seen: set[int] = set()
    for at in reversed(range(len(bare))):
        if bare[at].number in seen:
            break
        seen.add(bare[at].number)
        if len(seen) > 1 and max(seen) - min(seen) + 1 == len(seen):
            runs.append(at)
    return runs[::-1]
