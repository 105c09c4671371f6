"""Doubts about where paragraphs begin, at lines where nothing tells it but the room on the line before.

No single one of these lines can be called wrong or right by the text. How likely it is tell the letter itself, by how
many sentences its paragraphs have, and the first words there; the rest was counted in letters whose right reading is
known. A letter is doubted at all of these lines together or at none, by how many wrong ones its chances promise and how
likely all of them are right.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, zip_longest
from math import prod

from build_tools.data import data
from build_tools.dutch.sentences import sentences
from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.known_starts import first_lines_set_in
from build_tools.reading.blocks.measure import first_word
from build_tools.reading.blocks.paragraphs import OPENS, opens_or_closes
from build_tools.reading.blocks.typesetting import OVERFULL, QUOTES, PrintedLines
from build_tools.reading.doubts.evidence import Evidence, ends_sentence
from build_tools.reading.doubts.tables import CAPTION

FOUND_PER_VAIN, WHERE_DOUBTED = 2.0, 0.4
"""Places where a letter is wrong, as its chances go, for every letter that is right, from which on it is doubted: four
places of one in four are enough, two are not. And the same in a letter that is doubted elsewhere, and so looked at."""

USUAL, WEIGHED = 0.3, 6
"""The part of the ends of sentences at which a paragraph ends, in letters at large, and the number of such ends that
weigh as much as this where a letter tells its own."""

BACK, ONWARD = 0.2, 1.3
"""What the odds that a paragraph begins are worth below a full line, where the first word points back to the sentence
before it (`Zo`, `Dit`, `Daarbij`), and where it does not: of 1,700 sentences few of the first kind begin one."""

INTRODUCING, TURNED, BELOW_LIST = 0.85, 0.45, 0.5
"""The chance that a paragraph begins unseen below a full line that ends a sentence, with a line that introduces
something, where a page turns there, and in the last item of a list."""

JUST_ENOUGH, IN_SEVERAL, AGAINST_ROOM, HARDLY_BEGUN, BY_CUSTOM = 0.06, 0.4, 0.75, 0.35, 0.4
"""The chance that none begins where one was read: below a line that had just enough room for the next word; below the
last of several printed lines on one that had; below one that had none; below several printed lines on one, the last of
which has hardly a word; and that one does which was not read, though there was room, as white space shows them by
custom."""

ENOUGH_LINES = 10
"""Lines that tell how full they were set, at the least."""

CLOSE = 0.03
"""The part of the measure by which the next word just fitted: no width is exact, and that of several lines less so."""

SEVERAL_LINES = 1.5
"""The part of its measure above which a line is several printed lines; what is a little wider than it has another
measure."""

HARDLY = 0.15
"""The part of the measure that the last of several printed lines takes, at the most, where there may be none."""

LEAST = 0.03
"""The chance below which a place is not worth to be looked at."""

EDGE = 2
"""What stands for one paragraph with white space before it and one without, as a few that were seen prove nothing."""


def unsure_breaks(evidence: Evidence, doubted: bool = False) -> Iterator[Doubt]:
    """Lines with which a paragraph may begin, or does not though one was read there: all of a letter, or none;
    `doubted`: whether it is doubted elsewhere."""
    draft = evidence.cleaned
    if not draft.wrapped or draft.has_structure() or len(draft.lines) < ENOUGH_LINES:
        return
    page, chances = evidence.page, dict(_chances(evidence))
    least = WHERE_DOUBTED if doubted else FOUND_PER_VAIN
    if sum(chances.values()) >= least * prod(1 - chance for chance in chances.values()):
        for at in chances:
            yield evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, page.lines[at].number, page.texts[at])


def _chances(evidence: Evidence) -> Iterator[tuple[int, float]]:
    """The lines of the page at which a break may be wrong, or may be missing, each with the chance that it is."""
    page, unmarked = evidence.page, part_unmarked(evidence)
    homes = {number: block for block in _running(evidence.letter.blocks) for number in evidence.lines_within(block)}
    usual = unmarked * part_of_ends(evidence.letter.blocks)
    for at in range(1, len(page.lines)):
        above, below = (homes.get(page.lines[index].number) for index in (at - 1, at))
        if above is None or below is None or not rests_on_room(page, at):
            continue
        if above is not below:
            chance = chance_of_none(page, at, 2 * unmarked > 1) if above.kind is below.kind is Kind.PARAGRAPH else 0
        elif below.kind is Kind.PARAGRAPH:
            chance = chance_of_one(page, at, usual)
        else:
            chance = unmarked * with_odds(BELOW_LIST, worth_of(page.texts[at]))
        if chance >= LEAST:
            yield at, chance


def _running(blocks: Sequence[Block]) -> Iterator[Block]:
    """The paragraphs of a letter, and the last items of its lists."""
    for block, below in zip_longest(blocks, blocks[1:]):
        last = block.kind is Kind.ITEM and (below is None or below.kind is not Kind.ITEM)
        if last or block.kind is Kind.PARAGRAPH:
            yield block


def part_of_ends(blocks: Sequence[Block]) -> float:
    """The part of the ends of sentences in the running text of a letter at which a paragraph ends that another one
    follows: what it is at full lines too, where it is not seen."""
    ends = sum(sum(1 for _ in sentences(block.text)) - 1 for block in blocks if block.kind is Kind.PARAGRAPH)
    seen = sum(above.kind is below.kind is Kind.PARAGRAPH for above, below in pairwise(blocks))
    return (seen + USUAL * WEIGHED) / (seen + ends + WEIGHED)


def with_odds(chance: float, worth: float) -> float:
    """A chance, when its odds are worth so many times as much."""
    return chance * worth / (1 - chance + chance * worth)


def points_back(text: str) -> bool:
    """Whether the first word of a text refers to a sentence before it."""
    return re.split(r"\W", text.lstrip(OPENS), maxsplit=1)[0].lower() in _pointing()


@cache
def _pointing() -> frozenset[str]:
    return frozenset(data("dutch")["points_back"])


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
    worth = 1 / BACK if points_back(page.texts[at]) else 1.0
    if wide > OVERFULL and page.filled(at - 1) < HARDLY * full:
        return with_odds(HARDLY_BEGUN, worth)
    if page.lines[at].turn:
        return 0
    if taken > page.slack or (page.marks_paragraphs and OVERFULL < wide < SEVERAL_LINES):
        return AGAINST_ROOM if page.texts[at][0] not in QUOTES else 0
    just, close = (IN_SEVERAL, 2 * CLOSE) if wide > OVERFULL else (JUST_ENOUGH, CLOSE)
    return with_odds(just, worth) if bare and taken > page.slack - close else 0


def chance_of_one(page: PrintedLines, at: int, usual: float) -> float:
    """The chance that a paragraph begins at a line where none was read; `usual`: that one does behind any sentence."""
    worth = worth_of(page.texts[at])
    if page.lines[at].turn:
        return with_odds(TURNED, min(worth, 1))
    if page.marks_paragraphs and not page.known_starts and room(page, at) <= page.slack:
        return BY_CUSTOM
    return INTRODUCING if page.texts[at].endswith(":") and usual > LEAST else with_odds(usual, worth)


def worth_of(text: str) -> float:
    """What the first word of a text is worth to the odds that a paragraph begins there."""
    return BACK if points_back(text) else ONWARD


def part_unmarked(evidence: Evidence) -> float:
    """The part of the paragraphs of a letter that begin where nothing shows it but a line that was not filled: no white
    space, and no first line that is set in."""
    lines = evidence.cleaned.lines
    paragraphs = [block for block in evidence.letter.blocks if block.kind is Kind.PARAGRAPH]
    if first_lines_set_in(lines, [line.plain for line in lines]):
        return 0
    firsts = {below.lines[0] for above, below in pairwise(paragraphs) if below.n == above.n + 1}
    marked = [line.blanks > 0 for line in lines if line.number in firsts and not line.turn]
    return (marked.count(False) + 1) / (len(marked) + EDGE)
