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

NUMBERED = re.compile(r"(?P<number>[1-9]\d{0,2})(?P<close>\)|(?=\s)|(?=https?://|www\.|[A-Z«“‘(]))\s*(?P<rest>.+)")
BRACKETED = re.compile(r"\[(?P<number>[1-9]\d{0,2})\](?P<close>)\s*(?P<rest>.+)")
BARE = re.compile(r"(?P<number>[1-9]\d{0,2})(?P<close>)(?P<rest>)")
ENDED = re.compile(r".*[.!?:;…)\]»”’/\d]$")


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that may begin a note: its index, the number, how many characters the number takes,
    and whether it was typed as text (`1)`, `[1]`)."""

    index: int
    number: int
    width: int
    typed: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A note that was found: how it begins, the indices of its lines, and the place of its marker."""

    opening: Opening
    lines: tuple[int, ...]
    place: Place | None


@dataclass(frozen=True, slots=True)
class Zone:
    """Notes that stand together, and the index after their last line."""

    end: int
    notes: tuple[Found, ...]


def take_out_notes(draft: Draft) -> Draft:
    """Take the notes of each page out and put a mark where each marker stood."""
    zones: list[Zone] = []
    for page in pages(draft.lines):
        at = page.start
        while at < page.stop:
            last = zones[-1].notes[-1].opening.number if zones else 0
            found = [z for find in (ordered_zone, loose_zone) if (z := find(draft.lines, at, page.stop, last))]
            if not found:
                break
            zone = max(found, key=lambda zone: len(zone.notes))
            zones.append(zone)
            at = zone.end
    notes = [note for zone in zones for note in zone.notes]
    return without_notes(draft, notes) if notes else draft


def ordered_zone(lines: Sequence[Line], start: int, stop: int, last: int) -> Zone | None:
    """Notes each below or behind its number; the longest chain of numbers that the text refers to wins."""
    openings = find_openings(lines, start, stop)
    zones = (zone_from(lines, first, openings, start, stop) for first in openings if may_be_first(first.number, last))
    found = [zone for zone in zones if zone and all(speaks(lines, note) for note in zone.notes)]
    return max(
        reversed(found),
        key=lambda zone: (len(zone.notes), pure(lines, zone), begins_anew(lines, zone)),
        default=None,
    )


def pure(lines: Sequence[Line], zone: Zone) -> bool:
    """Whether no list item or role of a signer stands in the notes: these are text that a numbered heading opens."""
    inside = (lines[index].text for note in zone.notes for index in note.lines)
    return not any(re.match(r"[–•·-] |De [Mm]inister |De [Ss]taatssecretaris ", text) for text in inside)


def speaks(lines: Sequence[Line], note: Found) -> bool:
    """Whether there are words in a note."""
    text = " ".join(lines[index].text for index in note.lines)
    return re.search(r"[^\W\d_]{2}", text) is not None


def begins_anew(lines: Sequence[Line], zone: Zone) -> bool:
    """Whether the line before the notes had ended."""
    first = zone.notes[0].opening.index
    return first == 0 or ENDED.fullmatch(lines[first - 1].text) is not None


def may_be_first(number: int, last: int) -> bool:
    """Notes begin anew with 1 on each page, or count on; a text can begin in the midst of a longer paper."""
    return number == 1 or last < number <= last + 4 or last == 0


def find_openings(lines: Sequence[Line], start: int, stop: int) -> list[Opening]:
    found = []
    for index in range(start, stop):
        text = lines[index].text
        match = NUMBERED.fullmatch(text) or BRACKETED.fullmatch(text) or BARE.fullmatch(text)
        if match:
            width = match.start("rest") if match["rest"] else len(text)
            found.append(Opening(index, int(match["number"]), width, match["close"] == ")" or text[0] == "["))
    return found


def zone_from(lines: Sequence[Line], first: Opening, openings: Sequence[Opening], start: int, stop: int) -> Zone | None:
    """The notes that begin with `first`, each with its marker in the text before them; None without markers."""
    chain = chain_from(lines, first, openings)
    while chain:
        end = zone_end(lines, chain, start, stop)
        places = find_places(lines, start, first.index, [opening.number for opening in chain], first.typed)
        found = [place is not None for place in places]
        if all(found) or (len(found) > 2 and found[0] and sum(found) >= 0.6 * len(found)):
            ends = [*(opening.index for opening in chain[1:]), end]
            notes = (Found(o, members(o, lines, stop), p) for o, stop, p in zip(chain, ends, places, strict=True))
            return Zone(end, tuple(notes))
        chain = chain[: found.index(False)]
    return None


def members(opening: Opening, lines: Sequence[Line], end: int) -> tuple[int, ...]:
    """The indices of a note's lines; the line of the number counts where text follows the number on it."""
    bare = opening.width == len(lines[opening.index].text)
    return tuple(range(opening.index + bare, end))


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


def zone_end(lines: Sequence[Line], chain: Sequence[Opening], start: int, stop: int) -> int:
    """Notes end with their page, or where a new paragraph or the interrupted sentence of the text follows."""
    first, last = chain[0].index, chain[-1]
    open_sentence = first > start and not ENDED.fullmatch(lines[first - 1].text)
    begin = last.index + 1 + (last.width == len(lines[last.index].text))
    for index in range(begin, stop):
        line = lines[index]
        if not ENDED.fullmatch(lines[index - 1].text):
            continue
        if line.blanks and line.text[0].isupper():
            return index
        if open_sentence and line.text[0].islower() and (line.blanks or line.turn):
            return index
    return stop


def loose_zone(lines: Sequence[Line], start: int, stop: int, last: int) -> Zone | None:
    """Notes whose numbers an extraction collected apart from their texts, out of order: texts keep their order."""
    bare = [opening for opening in find_openings(lines, start, stop) if opening.width == len(lines[opening.index].text)]
    for at, first in enumerate(bare[:-1]):
        numbers = sorted(opening.number for opening in bare[at:])
        if numbers != list(range(numbers[0], numbers[0] + len(numbers))) or not may_be_first(numbers[0], last):
            continue
        places = find_places(lines, start, first.index, numbers, typed=False)
        texts = [index for index in range(first.index, stop) if index not in {o.index for o in bare}]
        if all(places) and len(texts) >= len(numbers):
            ordered = sorted(bare[at:], key=lambda opening: opening.number)
            parts = split_texts(lines, texts, len(numbers))
            return Zone(stop, tuple(Found(o, p, q) for o, p, q in zip(ordered, parts, places, strict=True)))
    return None


def split_texts(lines: Sequence[Line], texts: Sequence[int], count: int) -> list[tuple[int, ...]]:
    """Lines of notes in `count` parts, at the places where a new note most likely begins."""

    def likely(at: int) -> int:
        before, line = lines[texts[at - 1]], lines[texts[at]]
        apart = texts[at] - texts[at - 1] > 1
        return 3 * apart + 2 * bool(ENDED.fullmatch(before.text)) + 2 * bool(line.blanks) - 2 * line.text[0].islower()

    cuts = sorted(sorted(range(1, len(texts)), key=likely, reverse=True)[: count - 1])
    return [tuple(texts[a:b]) for a, b in zip([0, *cuts], [*cuts, len(texts)], strict=True)]


def without_notes(draft: Draft, found: Sequence[Found]) -> Draft:
    """The draft with its notes apart, and its markers as marks."""
    lines = draft.lines
    gone = {index for note in found for index in (note.opening.index, *note.lines)}
    gone |= {note.place.line for note in found if note.place and note.place.own_line}
    notes = tuple(note_lines(lines, note, n) for n, note in enumerate(found, start=1))
    bare = [number_cut(lines, note) for note in found if note.opening.index not in note.lines]
    own = [Cut(p.start, p.end, Reason.MARKER) for p in (note.place for note in found) if p and p.own_line]
    marked = with_marks(lines, [(note.place, n) for n, note in enumerate(found, start=1) if note.place])
    kept = (replace(line, turn=line.turn or i - 1 in gone) for i, line in enumerate(marked) if i not in gone)
    return replace(draft, lines=tuple(kept), notes=notes, taken=(*draft.taken, *bare, *own))


def number_cut(lines: Sequence[Line], note: Found) -> Cut:
    start = lines[note.opening.index].start
    return Cut(start, start + note.opening.width, Reason.NOTE_NUMBER)


def note_lines(lines: Sequence[Line], note: Found, n: int) -> NoteLines:
    """A note's lines, with the number cut out of the first."""
    own = [lines[index] for index in note.lines]
    if note.opening.index in note.lines:
        own[0] = replace(own[0], cuts=(*own[0].cuts, number_cut(lines, note)))
    return NoteLines(n, str(note.opening.number), tuple(own))


def with_marks(lines: Sequence[Line], placed: Sequence[tuple[Place, int]]) -> Iterator[Line]:
    """The lines with a mark at each place; the digits of a marker inside a line are cut out."""
    marked = list(lines)
    for place, n in placed:
        target = marked[place.target]
        cut = gap_cut(target, place.at) if place.own_line else spaced_cut(target, place)
        marked[place.target] = replace(target, cuts=(*target.cuts, cut), marks=(*target.marks, Mark(place.at, n)))
    return iter(marked)


def spaced_cut(line: Line, place: Place) -> Cut:
    """The digits of a marker, with the white space before them where a stop or comma follows them."""
    before, after = line.text[: place.start - line.start], line.text[place.end - line.start :]
    gap = len(before) - len(before.rstrip()) if re.match(r"\s*[.,;:!?)]", after) else 0
    return Cut(place.start - gap, place.end, Reason.MARKER)


def gap_cut(line: Line, at: int) -> Cut:
    """The white space that a raised number left open before a stop or comma."""
    gap = re.match(r"\s*(?=[.,;:!?)])", line.text[at - line.start :])
    return Cut(at, at + (gap.end() if gap else 0), Reason.MARKER)
