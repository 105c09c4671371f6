"""Texts of notes that an extraction parted from their numbers: which lines are of which number.

`1` / `2`, blank, `3` / `Staatsblad 2019, 7.` / `Idem, blz. 4, en wat de` / `bijlage daarover zegt.` / `CBS.`: raised
numbers stand as far below each other as their notes do, so that the second of these has more lines than one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.draft import Line
from build_tools.reading.blocks.joining.broken_addresses import URL_TAIL, url_goes_on
from build_tools.reading.blocks.measure import line_span, measure
from build_tools.reading.footnotes.found_notes import Before
from build_tools.reading.footnotes.openings import Opening, ended, has_room, is_bare

APART, AFTER_END, BLANK, ROOM, SMALL = 3, 2, 2, 2, 4
"""How much it weighs for a new note beginning at a line that something stood between it and the line before, that the
line before ended (and as much against it, where that did not), that it is blank between them, that the line before was
broken off with room for a word; and against it, that the line begins in a small letter."""

FAR, CLOSE = 3, 1
"""How much it weighs that a note has more lines than one where its number stands far above the next one: more than the
end of a sentence; and that it has one where that stands close: two small lines can still look so."""

REST = 3
"""How much it weighs for lines before all notes that the note before them had not ended."""

MOST = 60
"""Notes on a page whose numbers stand apart, at the most."""

LONGEST = 20
"""Lines that each of them has, at the most, in the mean."""

ADDRESS = re.compile(r"https?:|www\.")
"""How an address on the web begins: a note can begin so, though in a small letter."""

NEVER = -1000
"""The weight of what cannot be."""


@dataclass(frozen=True, slots=True)
class Shares:
    """The lines of each note, those before them that are the rest of an earlier note, and whether each of the notes
    likely begins where it does."""

    rest: tuple[int, ...]
    own: tuple[tuple[int, ...], ...]
    likely: bool


@dataclass(frozen=True, slots=True)
class Sharing:
    """One way to share out lines up to one of them: what it weighs, where the last note begins, and the way before."""

    weight: int
    begin: int
    before: "Sharing | None" = None


def share_out(lines: Sequence[Line], texts: Sequence[int], numbers: Sequence[Opening], last: Before) -> Shares | None:
    """The lines `texts` for these numbers, in order, at the places where a new note most likely begins; None where
    they are too many or too few. The rest of the last note before them can come first.
    """
    count = len(numbers)
    if not count <= len(texts) <= LONGEST * count or count > MOST:
        return None
    begins = likely_begins(lines, texts)
    best = [Sharing(first_weight(lines, texts, at, last), at) for at in range(len(texts))]
    for far in distances(lines, numbers, len(texts)):
        best = with_next(best, begins, far)
    cuts: list[int] = []
    way: Sharing | None = max(best, key=lambda way: way.weight)
    while way:
        cuts.append(way.begin)
        way = way.before
    edges = [*reversed(cuts), len(texts)]
    likely = all(begins[cut] > 0 for cut in edges[1:-1])
    return Shares(tuple(texts[: edges[0]]), tuple(tuple(texts[a:b]) for a, b in pairwise(edges)), likely)


def first_weight(lines: Sequence[Line], texts: Sequence[int], at: int, last: Before) -> int:
    """How likely the first of these notes begins with the line at this place: all before it is the rest of another."""
    small = SMALL * begins_small(lines[texts[at]])
    if at == 0:
        return -small
    rest = last.number and (last.unended or begins_small(lines[texts[0]]))
    ends = AFTER_END * ended(lines[texts[at - 1]])
    return REST + ends - small if rest else NEVER


def with_next(ways: Sequence[Sharing], begins: Sequence[int], far: bool | None) -> list[Sharing]:
    """The best ways with one more note, which begins at each of the lines in turn; `far` says whether the note before
    it has more lines than one, where that is known."""
    found = [Sharing(NEVER, 0)]
    longer = Sharing(NEVER, 0)
    for at in range(1, len(begins)):
        as_one = ways[at - 1].weight + CLOSE * (far is False)
        as_more = longer.weight + FAR * (far is True)
        before = ways[at - 1] if as_one >= as_more else longer
        found.append(Sharing(max(as_one, as_more) + begins[at], at, before))
        longer = max(longer, ways[at - 1], key=lambda way: way.weight)
    return found


def distances(lines: Sequence[Line], numbers: Sequence[Opening], texts: int) -> list[bool | None]:
    """For each number but the last whether it stands far above the next one; None where that tells nothing: other
    lines lie between them, or all stand close, or there are too few lines for all to stand far."""
    far = [
        lines[b.index].blanks > 0 if b.index == a.index + 1 and is_bare(a, lines) and is_bare(b, lines) else None
        for a, b in pairwise(numbers)
    ]
    return far if True in far and texts > len(far) + far.count(True) else [None] * len(far)


def likely_begins(lines: Sequence[Line], texts: Sequence[int]) -> list[int]:
    """How likely a new note begins with each of these lines."""
    full, _ = measure([line_span(lines[a].text, lines[b].text) for a, b in pairwise(texts)])
    return [0, *(likely_begin(lines, a, b, full) for a, b in pairwise(texts))]


def likely_begin(lines: Sequence[Line], above: int, index: int, full: float) -> int:
    """How likely a new note begins with a line below another."""
    before, line = lines[above], lines[index]
    address = URL_TAIL.search(before.text)
    goes_on = begins_small(line) or (address and url_goes_on(address[0], line.text))
    ends = ended(before) and not (address and goes_on)
    begins_anew = APART * (index - above > 1) + BLANK * bool(line.blanks) + (AFTER_END if ends else -AFTER_END)
    return begins_anew + ROOM * has_room(before.text, line.text, full) - SMALL * bool(goes_on)


def begins_small(line: Line) -> bool:
    """Whether a line begins in a small letter, and not with an address."""
    return line.text[0].islower() and not ADDRESS.match(line.text)
