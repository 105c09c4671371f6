"""Doubts about where paragraphs begin, in a text that shows it by nothing but lines that were not filled."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED
from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.known_starts import first_lines_set_in
from build_tools.reading.doubts.evidence import Evidence

ENOUGH = 3
"""Paragraphs that begin without white space before them, at the least, that tell how a text is set."""

SEVERAL = 2
"""Places where a paragraph may begin unseen, at the least. One alone is within a paragraph more often than not."""

MARKED = 0.2
"""The part of the paragraphs that have white space before them where that is a custom of the print."""


def unmarked_paragraphs(evidence: Evidence) -> Iterator[Doubt]:
    """Lines with which a paragraph may begin: the line before them is full and ends a sentence."""
    if not evidence.cleaned.wrapped or evidence.raw.has_structure():
        return
    paragraphs = [block for block in evidence.letter.blocks if block.kind is Kind.PARAGRAPH]
    lines = {line.number: line for line in evidence.cleaned.lines}
    set_in = first_lines_set_in(evidence.cleaned.lines, [line.plain for line in evidence.cleaned.lines])
    if set_in or not _are_unmarked(paragraphs, lines.values()):
        return
    places = [line for block in paragraphs for line in _within(block, lines)]
    if len(places) >= SEVERAL:
        yield from (evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, line.number, line.plain) for line in places)


def _are_unmarked(paragraphs: Sequence[Block], lines: Iterable[Line]) -> bool:
    firsts = {below.lines[0] for above, below in pairwise(paragraphs) if below.n == above.n + 1}
    marked = [line.blanks > 0 for line in lines if line.number in firsts and not line.turn]
    return marked.count(False) >= ENOUGH and sum(marked) <= MARKED * len(marked)


def _within(block: Block, lines: Mapping[int, Line]) -> Iterator[Line]:
    """The lines of a paragraph that begin with a capital, behind one that ends a sentence."""
    own = [lines[number] for number in range(block.lines[0], block.lines[1] + 1) if number in lines]
    for before, line in pairwise(own):
        if ENDED.fullmatch(before.plain) and line.plain[:1].isupper() and not line.turn:
            yield line
