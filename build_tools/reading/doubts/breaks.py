"""Doubts about where paragraphs begin, at lines where nothing tells it but the room on the line before.

No single one of these lines can be called wrong or right by the text. How many such were, by what is seen there, was
counted in letters by others whose right reading is known; a letter is doubted at all of them together, where these
chances make it as likely as not that one of them is wrong.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import prod

from build_tools.draft import Line
from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.known_starts import first_lines_set_in
from build_tools.reading.blocks.measure import first_word
from build_tools.reading.blocks.paragraphs import OPENS, opens_or_closes
from build_tools.reading.blocks.typesetting import OVERFULL, QUOTES, PrintedLines
from build_tools.reading.doubts.evidence import Evidence, ends_sentence
from build_tools.reading.doubts.tables import CAPTION

EVEN = 0.5
"""The chance that a letter is wrong somewhere from which on it is doubted at all its places."""

UNSEEN, UNSEEN_BELOW_ONE, INTRODUCING, TURNED = 0.35, 0.2, 0.6, 0.45
"""The chance that a paragraph begins unseen below a full line that ends a sentence; that it does where that line would
be a paragraph by itself, as few are; with a line that introduces something; and where a page turns there."""

JUST_ENOUGH, AGAINST_ROOM, HARDLY_BEGUN, BY_CUSTOM = 0.18, 0.75, 0.6, 0.4
"""The chance that none begins where one was read: below a line that had just enough room for the next word, below one
that had none, below several printed lines on one, the last of which has hardly a word; and that one does which was not
read, though there was room, as white space shows them by custom."""

ENOUGH_LINES = 10
"""Lines that tell how full they were set, at the least."""

CLOSE = 0.03
"""The part of the measure by which the next word just fitted: no width is exact."""

SEVERAL_LINES = 1.5
"""The part of its measure above which a line is several printed lines; what is a little wider than it has another
measure."""

HARDLY = 0.15
"""The part of the measure that the last of several printed lines takes, at the most, where there may be none."""

ENOUGH = 3
"""Paragraphs that begin without white space before them, at the least, that tell how a text is set."""

BELOW_OTHERS = 0.5
"""The part of the paragraphs that have another one right above them, above which a break is likely where none is seen:
of Aanhangsels, that have a heading above nearly each text, hardly a line in twenty begins one."""

MARKED = 0.2
"""The part of the paragraphs that have white space before them where that is a custom of the print."""


def unsure_breaks(evidence: Evidence) -> Iterator[Doubt]:
    """Lines with which a paragraph may begin, or does not though one was read there: all of a letter, or none."""
    draft = evidence.cleaned
    if not draft.wrapped or draft.has_structure() or len(draft.lines) < ENOUGH_LINES:
        return
    page, chances = evidence.page, dict(_chances(evidence))
    if 1 - prod(1 - chance for chance in chances.values()) >= EVEN:
        for at in chances:
            yield evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, page.lines[at].number, page.texts[at])


def _chances(evidence: Evidence) -> Iterator[tuple[int, float]]:
    """The lines of the page at which a break may be wrong, or may be missing, each with the chance that it is."""
    page, bare = evidence.page, is_unmarked(evidence)
    text = [block for block in evidence.letter.blocks if block.kind is Kind.PARAGRAPH]
    homes = {number: block for block in text for number in evidence.lines_within(block)}
    for at in range(1, len(page.lines)):
        above, below = (homes.get(page.lines[index].number) for index in (at - 1, at))
        if above is None or below is None or not rests_on_room(page, at):
            continue
        if above is not below:
            chance = chance_of_none(page, at, bare)
        else:
            chance = chance_of_one(page, at, bare, above.lines[0] == page.lines[at - 1].number)
        if chance:
            yield at, chance


def rests_on_room(page: PrintedLines, at: int) -> bool:
    """Whether nothing else tells that a paragraph begins at a line: no white space, mark, salutation or list."""
    line, before, text = page.lines[at], page.texts[at - 1], page.texts[at]
    spaced = page.lines[at - 1].spaced > page.usual_space > 0 and not line.turn
    told = spaced or (line.blanks and not line.turn) or at in page.known_starts or page.bullets[at] is not None
    apart = any(map(opens_or_closes, (before, text))) or before.endswith(":") or CAPTION.match(text)
    return not (told or apart) and text.lstrip(OPENS)[:1].isupper() and ends_sentence(before)


def room(page: PrintedLines, at: int) -> float:
    """The part of its measure that the line before one takes with the first word of that."""
    return (page.filled(at - 1) + page.width(" " + first_word(page.texts[at]))) / max(page.measures[at - 1], 1)


def chance_of_none(page: PrintedLines, at: int, bare: bool) -> float:
    """The chance that no paragraph begins at a line where one was read. A quotation begins one however full the line
    before it is."""
    taken, full = room(page, at), max(page.measures[at - 1], 1)
    wide = page.width(page.texts[at - 1]) / full
    if page.lines[at].turn:
        return 0
    if wide > OVERFULL and page.filled(at - 1) < HARDLY * full:
        return HARDLY_BEGUN
    if taken > page.slack or (page.marks_paragraphs and OVERFULL < wide < SEVERAL_LINES):
        return AGAINST_ROOM if page.texts[at][0] not in QUOTES else 0
    return JUST_ENOUGH if bare and taken > page.slack - CLOSE else 0


def chance_of_one(page: PrintedLines, at: int, bare: bool, first: bool) -> float:
    """The chance that a paragraph begins at a line where none was read; `first`: the line before it begins one."""
    if page.lines[at].turn:
        return TURNED
    if bare and page.texts[at].endswith(":"):
        return INTRODUCING
    if bare:
        return UNSEEN_BELOW_ONE if first else UNSEEN
    against = page.marks_paragraphs and not page.known_starts and room(page, at) <= page.slack
    return BY_CUSTOM if against else 0


def is_unmarked(evidence: Evidence) -> bool:
    """Whether nothing but lines that were not filled shows where the paragraphs of a letter begin."""
    lines = evidence.cleaned.lines
    paragraphs = [block for block in evidence.letter.blocks if block.kind is Kind.PARAGRAPH]
    set_in = first_lines_set_in(lines, [line.plain for line in lines])
    unlikely = _below_others(evidence.letter.blocks) <= BELOW_OTHERS
    return not (set_in or unlikely or evidence.page.marks_paragraphs) and _are_unmarked(paragraphs, lines)


def _below_others(blocks: Sequence[Block]) -> float:
    """The part of the paragraphs that have another one right above them."""
    paragraphs = sum(block.kind is Kind.PARAGRAPH for block in blocks)
    return sum(above.kind is below.kind is Kind.PARAGRAPH for above, below in pairwise(blocks)) / max(paragraphs, 1)


def _are_unmarked(paragraphs: Sequence[Block], lines: Iterable[Line]) -> bool:
    firsts = {below.lines[0] for above, below in pairwise(paragraphs) if below.n == above.n + 1}
    marked = [line.blanks > 0 for line in lines if line.number in firsts and not line.turn]
    return marked.count(False) >= ENOUGH and sum(marked) <= MARKED * len(marked)
