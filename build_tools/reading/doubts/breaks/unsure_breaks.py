"""Doubts about where paragraphs begin, at lines where nothing tells it but the room on the line before.

No single one of these lines can be called wrong or right by the text. How likely it is tell the letter itself, by how
long its paragraphs are, and the first words there; the rest was counted in letters whose right reading is known. A
letter is doubted at all of these lines together or at none, by how many wrong ones its chances promise and how likely
all of them are right.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, zip_longest
from math import prod

from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.known_starts import first_lines_set_in
from build_tools.reading.doubts.breaks.chances import (
    chance_in_vain,
    chance_of_none,
    chance_of_one,
    rests_on_room,
    with_odds,
    worth_of,
)
from build_tools.reading.doubts.breaks.usual_paragraphs import UsualParagraphs
from build_tools.reading.doubts.evidence import Evidence

FOUND_PER_VAIN, WHERE_DOUBTED = 0.8, 0.15
"""Places where a letter is wrong, as its chances go, for every letter that is right, from which on it is doubted: one
place that is nearly as likely wrong as right is enough, or two of one in four; two of one in five are not. And the same
in a letter that is doubted elsewhere, and so looked at."""

BELOW_LIST, WITHIN_LIST = 0.65, 0.25
"""The chance that a paragraph begins unseen below a full line that ends a sentence in the last item of a list, and in
another."""

ENOUGH_LINES = 10
"""Lines that tell how full they were set, at the least."""

LEAST = 0.1
"""The chance below which a place is not worth to be looked at: of 520 such places 27 were wrong."""

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
    last = {id(block) for block in _last_items(evidence.letter.blocks)}
    usual = UsualParagraphs(evidence.letter.blocks)
    for at, above, below, before, after in _read(evidence):
        lengths = usual.worth_of_lengths(before, after)
        if not rests_on_room(page, at):
            chance = chance_in_vain(page, at) if above is not below and begins_text(above, below) else 0
        elif above is not below:
            chance = chance_of_none(page, at, 2 * unmarked > 1, lengths) if begins_text(above, below) else 0
        elif below.kind is Kind.PARAGRAPH:
            ends = unmarked * usual.part_ending(below, before)
            chance = chance_of_one(page, at, ends, lengths)
        else:
            listed = BELOW_LIST if id(below) in last else WITHIN_LIST
            chance = unmarked * with_odds(listed, worth_of(page.texts[at]))
        if chance >= LEAST:
            yield at, chance


def begins_text(above: Block, below: Block) -> bool:
    """Whether a paragraph begins behind a text that it may go on in."""
    return above.kind in (Kind.PARAGRAPH, Kind.ITEM) and below.kind is Kind.PARAGRAPH


def _read(evidence: Evidence) -> Iterator[tuple[int, Block, Block, int, int]]:
    """Each line of the page with the block that the line above it was read into and its own, in running text, and the
    characters of the texts on either side that are then parted, or would be.
    """
    page = evidence.page
    homes = {number: block for block in _running(evidence.letter.blocks) for number in evidence.lines_within(block)}
    own = [homes.get(line.number) for line in page.lines]
    behind = [0, *accumulate(len(text) + 1 for text in page.texts)]
    first, end = dict[int, int](), dict[int, int]()
    for at, block in enumerate(own):
        first.setdefault(id(block), at)
        end[id(block)] = at + 1
    for at, (above, below) in enumerate(pairwise(own), 1):
        if above and below:
            yield at, above, below, behind[at] - behind[first[id(above)]], behind[end[id(below)]] - behind[at]


def _running(blocks: Sequence[Block]) -> Iterator[Block]:
    """The paragraphs of a letter and the items of its lists."""
    return (block for block in blocks if block.kind in (Kind.PARAGRAPH, Kind.ITEM))


def _last_items(blocks: Sequence[Block]) -> Iterator[Block]:
    """The last items of the lists of a letter."""
    for block, below in zip_longest(blocks, blocks[1:]):
        if block.kind is Kind.ITEM and (below is None or below.kind is not Kind.ITEM):
            yield block


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
