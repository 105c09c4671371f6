"""Notes whose numbers are typed as those of lists are, `1.` or `1)`, while raised digits in the text call them."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise, zip_longest

from build_tools.draft import Line
from build_tools.reading.blocks.heading_shapes import HEADING_NUMBER, QUESTION
from build_tools.reading.blocks.measure import line_span, measure, width
from build_tools.reading.footnotes.openings import Opening, closes, find_openings, has_room, is_bare, openings_of

FORMS = tuple(
    (
        re.compile(rf"(?P<number>[1-9]\d{{0,2}}){sign}(?P<close>)\s+(?P<rest>.+)"),
        re.compile(rf"(?P<number>[1-9]\d{{0,2}}){sign}(?P<close>)(?P<rest>)"),
    )
    for sign in (r"\.", r"\)")
)
"""`1. NOS, 23 mei 2024` or `1) NOS, 23 mei 2024`, and the number alone above its note: a letter has one of the two."""

CLOSED = re.compile(r"\d{1,2}\) (?!https?:|www\.)[a-zà-ÿ]|\(\d{1,2}\) ")
"""`1) een sluis`: a number as items and notes have it, before a small letter; and `(1) Een sluis`."""

ADDRESS = re.compile(r"https?:|www\.|[a-z\d.-]+\.[a-z]{2,4}/")
"""How an address on the web begins, `www.` or `vng.nl/`: a note can begin so, though in a small letter."""

ITEM_ENDED = (";", ",", " en", "?")
"""How items of a list end that are parts of a sentence, and how questions do."""


TEXT_LINE = 50
"""Characters of a line of running text at the least: one stands below a heading, none below a note of a margin."""

SENTENCE = re.compile(r" [a-zà-ÿ]+[.?!:]\d{0,2}$")
"""`De pont vaart.4`, `Dat zijn er drie:`: a sentence, perhaps with a call at its end, or what announces a list."""

LEAST_HEADINGS, SKIPPED = 2, 2
"""Numbered headings that count on, at the least: one alone may be a note that has lost its stop; and numbers between
two of them that were not seen to head anything, at the most: a heading can take two lines."""

ITEM_LINES = 6
"""Lines of an item at the most that is a part of a sentence."""


def listed_openings(lines: Sequence[Line]) -> Iterator[Sequence[Opening]]:
    """For each form the lines of a text that could begin such a note: those that begin items of lists and numbered
    headings are none; where there are others, or several such pages, also with those at feet of pages below a colon."""
    for forms in FORMS:
        every = list(openings_of(lines, range(len(lines)), forms))
        items = listed_items(lines, every) | numbered_headings(lines, every)
        items = {at for at in items if not parted(lines, at)}
        others = without_items(every, items)
        yield others
        feet = items & last_of_pages(lines, every)
        if feet and (others or len({lines[at].page for at in feet}) > 1):
            yield without_items(every, items - feet)


def last_of_pages(lines: Sequence[Line], openings: Sequence[Opening]) -> Set[int]:
    """The openings near the end of a page, with those that count on to them on it, and that are no parts of a sentence:
    an item above them that ends in a colon can go on behind them."""
    found: set[int] = set()
    below: Opening | None = None
    for own in reversed(openings):
        end = own.index + ITEM_LINES
        ends = end >= len(lines) or lines[end].page != lines[own.index].page
        counts = below and below.index in found and below.number == own.number + 1
        near = ends or (below and counts and lines[below.index].page == lines[own.index].page)
        if near and not is_part(lines, own, below):
            found.add(own.index)
        below = own
    return found


def without_items(openings: Sequence[Opening], items: Set[int]) -> list[Opening]:
    """Those that begin no item, and those that look so between two that do not."""
    among = {own.index for before, own, after in triples(openings) if counts_on_among(before, own, after, items)}
    return [opening for opening in openings if opening.index not in items or opening.index in among]


def parted(lines: Sequence[Line], at: int) -> bool:
    """Whether a line of the source was parted in front of a line or behind it: there notes stand behind each other, and
    no items or headings."""
    return lines[at].number in {line.number for line in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])}


def triples(openings: Sequence[Opening]) -> Iterator[tuple[Opening, Opening, Opening]]:
    """Each with the one before it and the one behind it."""
    yield from zip(openings, openings[1:], openings[2:], strict=False)


def counts_on_among(before: Opening, own: Opening, after: Opening, items: Set[int]) -> bool:
    """Whether one that looks like an item counts on between two that do not: a note of a row of notes can break off
    behind a comma, as `5) J. de Vries (2024), “Over water”, in: Tijdschrift voor Bestuur,` does."""
    counts = before.number + 1 == own.number == after.number - 1
    return counts and not items & {before.index, after.index}


def find_unlisted(lines: Sequence[Line], page: range) -> Iterator[Opening]:
    """The lines of a page that could begin a note, but for items of a list that a colon introduces: `1) een sluis;`
    looks like the note of `beleid[1]`."""
    wanted = 0
    for opening in find_openings(lines, page):
        before = lines[opening.index - 1].text if opening.index else ""
        item = CLOSED.match(lines[opening.index].text) and (before.endswith(":") or opening.number == wanted)
        wanted = opening.number + 1 if item else 0
        if not item:
            yield opening


def listed_items(lines: Sequence[Line], openings: Sequence[Opening]) -> Set[int]:
    """The lines that begin items: a line that ends in a colon introduces the first of a list and the others count on,
    or they are parts of a sentence or questions."""
    items: set[int] = set()
    wanted = 0
    for opening, below in zip_longest(openings, openings[1:]):
        at = opening.index
        above = lines[at - 1].text if at else ""
        introduced = above.endswith(":") and not QUESTION.fullmatch(above.rstrip(":"))
        counts_on = opening.number == wanted and not is_bare(opening, lines)
        if introduced or counts_on or is_part(lines, opening, below):
            items.add(at)
        wanted = opening.number + 1 if introduced or counts_on else 0
    return items


def is_part(lines: Sequence[Line], opening: Opening, below: Opening | None) -> bool:
    """Whether what begins here is a part of a sentence or a question, as items are and notes hardly."""
    return begins_small(lines, opening) or lines[last_line(lines, opening, below)].text.endswith(ITEM_ENDED)


def last_line(lines: Sequence[Line], opening: Opening, below: Opening | None) -> int:
    """The last line of a note or item: the one above the next, where that counts on soon; else as far as the lines
    below go on in small letters."""
    counts_on = below is not None and below.number == opening.number + 1 and below.index - opening.index <= ITEM_LINES
    if below is not None and counts_on:
        return below.index - 1
    end = min(opening.index + ITEM_LINES, len(lines))
    return next((at - 1 for at in range(opening.index + 1, end) if not lines[at].text[0].islower()), end - 1)


def begins_small(lines: Sequence[Line], opening: Opening) -> bool:
    """Whether a small letter follows the number, and no address: `2. een meldpunt`."""
    rest = lines[opening.index].text[opening.width :]
    return rest[:1].islower() and not ADDRESS.match(rest)


def numbered_headings(lines: Sequence[Line], openings: Sequence[Opening]) -> Set[int]:
    """The lines that were ended on purpose without a stop, though text follows: `2. Gevolgen voor de uitvoering`."""
    full, _ = measure([line_span(a.text, b.text) for a, b in pairwise(lines)])
    below = [opening.index for opening in openings if opening.index + 1 < len(lines)]
    return {at for at in below if is_heading(lines[at].text, lines[at + 1].text, full)}


def is_heading(text: str, below: str, full: float) -> bool:
    """Whether a line neither ends as a note, nor in a comma, nor was full."""
    return not closes(text, below) and not text.endswith(",") and has_room(text, below, full)


def counting_headings(lines: Sequence[Line]) -> frozenset[int]:
    """The numbered headings of a text that count on, each close above a line of running text: no notes, though digits
    call their numbers. With them those that look like notes (`2 De motie-De Wit c.s.`) where one is missing."""
    surely: dict[int, int] = {}
    maybe: dict[int, int] = {}
    for at, (line, below) in enumerate(pairwise(lines)):
        match = HEADING_NUMBER.match(line.text)
        if match and match["number"].isdecimal() and stands_above_text(line, below):
            number, sure = int(match["number"]), not closes(line.text, below.text)
            counts_on = 0 < number - max(surely, default=0) <= 1 + SKIPPED
            if sure and (counts_on or len(surely) < LEAST_HEADINGS):
                surely = {**surely, number: at} if counts_on else {number: at}
            elif line.blanks:
                maybe.setdefault(number, at)
    return frozenset(with_missing(surely, maybe).values()) if len(surely) >= LEAST_HEADINGS else frozenset()


def with_missing(surely: Mapping[int, int], maybe: Mapping[int, int]) -> Mapping[int, int]:
    """Sure headings by their numbers, with those that may be some where they stand between the numbers around them."""
    known = dict(surely)
    for number in sorted(set(maybe) - set(surely), reverse=True):
        above = max((known[n] for n in known if n < number), default=-1)
        if above < maybe[number] < known.get(number + 1, -1):
            known[number] = maybe[number]
    return known


def stands_above_text(line: Line, below: Line) -> bool:
    """Whether a line was ended on purpose above a line of running text on the same page, or below white space above a
    short sentence."""
    if below.turn or not below.text[0].isupper() or line.text.endswith(","):
        return False
    if len(below.text) < TEXT_LINE:
        return line.blanks > 0 and SENTENCE.search(below.text) is not None
    return has_room(line.text, below.text, width(below.text))
