"""Notes at the foot of a page, and the markers in the text that refer to them.

A line that begins with a number is a note only where the text before it has a marker with that number, in order:
so amounts, years, dates and numbered headings are left alone. Notes are numbered through the document.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from build_tools.cleaning import pages
from build_tools.markers import Place, find_places
from build_tools.model import Cut, Draft, Line, Mark, NoteLines, Reason

NUMBERED = re.compile(r"(?P<number>\d{1,3})(?P<close>\)|(?=\s)|(?=https?://|www\.|[A-Z«“‘(]))\s*(?P<rest>.*)")
BRACKETED = re.compile(r"\[(?P<number>\d{1,3})\](?P<close>)\s*(?P<rest>.*)")
ENDED = re.compile(r".*[.!?:;…)\]»”’/\d]$")


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that may begin a note: its index, the number, how many characters the number takes,
    and whether it was typed as text (`1)`, `[1]`)."""

    index: int
    number: int
    width: int
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Zone:
    """Notes that stand together: the index after their last line, how each begins, and where each is referred to."""

    end: int
    openings: tuple[Opening, ...]
    places: tuple[Place | None, ...]


def take_out_notes(draft: Draft) -> Draft:
    """Take the notes of each page out and put a mark where each marker stood."""
    lines = list(draft.lines)
    zones: list[Zone] = []
    for page in pages(lines):
        at = page.start
        while (zone := next_zone(lines, at, page.stop, zones)) is not None:
            zones.append(zone)
            at = zone.end
    return without_zones(draft, zones) if zones else draft


def next_zone(lines: Sequence[Line], start: int, stop: int, before: Sequence[Zone]) -> Zone | None:
    """The first notes between two indices; the longest chain of numbers that the text refers to wins."""
    last = before[-1].openings[-1].number if before else 0
    openings = [opening for opening in find_openings(lines, start, stop)]
    best: Zone | None = None
    for first in openings:
        if first.number not in (1, last + 1) and before:
            continue
        zone = zone_from(lines, first, openings, start, stop)
        if zone and (best is None or len(zone.openings) > len(best.openings)):
            best = zone
    return best


def find_openings(lines: Sequence[Line], start: int, stop: int) -> list[Opening]:
    found = []
    for index in range(start, stop):
        text = lines[index].text
        match = NUMBERED.fullmatch(text) or BRACKETED.fullmatch(text)
        if match and (match["rest"] or index + 1 < stop) and not match[0].startswith("0"):
            found.append(Opening(index, int(match["number"]), match.start("rest") if match["rest"] else len(text), is_typed(match)))
        elif text.isdecimal() and len(text) <= 3 and index + 1 < stop:
            found.append(Opening(index, int(text), len(text)))
    return found


def is_typed(match: re.Match[str]) -> bool:
    return match["close"] == ")" or match[0].startswith("[")


def zone_from(lines: Sequence[Line], first: Opening, openings: Sequence[Opening], start: int, stop: int) -> Zone | None:
    """The notes that begin with `first`, each with its marker in the text before them; None without markers."""
    chain = chain_from(lines, first, openings)
    while chain:
        end = zone_end(lines, chain, first.index, stop, start)
        chain = [opening for opening in chain if opening.index < end]
        places = find_places(lines, start, first.index, [opening.number for opening in chain], first.typed)
        found = [place is not None for place in places]
        if all(found) or (len(found) > 2 and found[0] and sum(found) >= 0.6 * len(found)):
            return Zone(end, tuple(chain), tuple(places))
        chain = chain[: found.index(False)]
    return None


def chain_from(lines: Sequence[Line], first: Opening, openings: Sequence[Opening]) -> list[Opening]:
    """Openings that count up by one; of two with the same number the one after an ended line."""
    chain = [first]
    while True:
        wanted = chain[-1].number + 1
        after = [o for o in openings if o.index > chain[-1].index and o.number == wanted and o.typed == first.typed]
        if not after:
            return chain
        clean = [o for o in after if ENDED.fullmatch(lines[o.index - 1].text)]
        chain.append((clean or after)[0])


def zone_end(lines: Sequence[Line], chain: Sequence[Opening], first: int, stop: int, start: int) -> int:
    """Notes end with their page, or where a new paragraph or the interrupted sentence of the text follows."""
    begins = {opening.index for opening in chain}
    bare = {opening.index for opening in chain if opening.width == len(lines[opening.index].text)}
    open_sentence = first > start and not ENDED.fullmatch(lines[first - 1].text)
    for index in range(first + 1, stop):
        line, before = lines[index], lines[index - 1]
        if index in begins or index - 1 in bare:
            continue
        if not ENDED.fullmatch(before.text):
            continue
        if line.blanks and line.text[0].isupper() and max(begins) < index:
            return index
        if open_sentence and line.text[0].islower() and max(begins) < index and (line.blanks or line.turn):
            return index
    return stop


def without_zones(draft: Draft, zones: Sequence[Zone]) -> Draft:
    """The draft with its notes apart, and its markers as marks."""
    gone: set[int] = set()
    notes: list[NoteLines] = []
    placed: list[tuple[Place, int]] = []
    for zone in zones:
        for opening, place, end in zip(zone.openings, zone.places, ends(zone), strict=True):
            n = len(notes) + 1
            notes.append(note_lines(draft.lines, opening, end, n))
            gone |= set(range(opening.index, end))
            if place:
                placed.append((place, n))
    gone |= {place.line for place, _ in placed if place.own_line}
    numbers = [number_cut(draft.lines[o.index], o) for zone in zones for o in zone.openings]
    own = [line_cut(draft.lines[place.line]) for place, _ in placed if place.own_line]
    lines = with_marks(draft.lines, placed)
    kept = [following_cut(line, index - 1 in gone) for index, line in enumerate(lines) if index not in gone]
    alone = [cut for cut, note in zip(numbers, notes, strict=True) if not any(cut in line.cuts for line in note.lines)]
    return replace(draft, lines=tuple(kept), notes=tuple(notes), taken=(*draft.taken, *alone, *own))


def following_cut(line: Line, after_gone: bool) -> Line:
    return replace(line, turn=True) if after_gone else line


def ends(zone: Zone) -> Iterator[int]:
    starts = [opening.index for opening in zone.openings]
    return iter([*starts[1:], zone.end])


def number_cut(line: Line, opening: Opening) -> Cut:
    return Cut(line.start, line.start + opening.width, Reason.NOTE_NUMBER)


def line_cut(line: Line) -> Cut:
    return Cut(line.start, line.end, Reason.MARKER)


def note_lines(lines: Sequence[Line], opening: Opening, end: int, n: int) -> NoteLines:
    """A note's lines, with the number cut out of the first."""
    first = lines[opening.index]
    cut = number_cut(first, opening)
    rest = lines[opening.index + 1 : end]
    body = (replace(first, cuts=(*first.cuts, cut)), *rest) if opening.width < len(first.text) else tuple(rest)
    return NoteLines(n, str(opening.number), body)


def with_marks(lines: Sequence[Line], placed: Sequence[tuple[Place, int]]) -> list[Line]:
    """The lines with a mark at each place; the digits of a marker inside a line are cut out."""
    marked = list(lines)
    for place, n in placed:
        target = marked[place.target]
        cut = gap_cut(target, place.at) if place.own_line else spaced_cut(target, place)
        marked[place.target] = replace(target, cuts=(*target.cuts, cut), marks=(*target.marks, Mark(place.at, n)))
    return marked


def spaced_cut(line: Line, place: Place) -> Cut:
    """The digits of a marker, with the white space before them where a stop or comma follows them."""
    before, after = line.text[: place.start - line.start], line.text[place.end - line.start :]
    gap = len(before) - len(before.rstrip()) if re.match(r"\s*[.,;:!?)]", after) else 0
    return Cut(place.start - gap, place.end, Reason.MARKER)


def gap_cut(line: Line, at: int) -> Cut:
    """The white space that a raised number left open before a stop or comma."""
    gap = re.match(r"\s*(?=[.,;:!?)])", line.text[at - line.start :])
    return Cut(at, at + (gap.end() if gap else 0), Reason.MARKER)
