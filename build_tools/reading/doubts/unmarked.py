"""Doubts about where paragraphs begin, in a text that shows it by nothing but lines that were not filled."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from build_tools.draft import Line
from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.known_starts import first_lines_set_in
from build_tools.reading.doubts.evidence import Evidence, begin_of, ends_sentence

ENOUGH = 3
"""Paragraphs that begin without white space before them, at the least, that tell how a text is set."""

BELOW_OTHERS = 0.5
"""The part of the paragraphs that have another one right above them, above which a break is likely where none is seen.
Of Aanhangsels, that have a heading above nearly each text, hardly a line in twenty begins one; of letters with few
headings one in four does."""

LABEL_FIRST = re.compile(r"(?:[A-Z][a-zà-ÿ]{3,}|NB|N\.B\.): [A-Z]")
"""`Overigens: De`, `NB: De`: a word, and a sentence behind it, as items and remarks have."""

ASKS, NUMBER = re.compile(r"(?:[Vv]ra(?:ag|gen)|VRA(?:AG|GEN)) \d[\d, en]*:?"), re.compile(r"\d+")
"""`Vraag 2 en 3`: the heading of several questions, and what counts them."""

SET_IN, MOST_IN = 2, 8
"""Columns by which the first line of a paragraph is set in."""

MARKED = 0.2
"""The part of the paragraphs that have white space before them where that is a custom of the print."""


def unmarked_paragraphs(evidence: Evidence) -> Iterator[Doubt]:
    """Lines with which a paragraph may begin: the line before them is full and ends a sentence."""
    if not evidence.cleaned.wrapped or evidence.raw.has_structure():
        return
    paragraphs = [block for block in evidence.letter.blocks if block.kind is Kind.PARAGRAPH]
    lines = {line.number: line for line in evidence.cleaned.lines}
    set_in = first_lines_set_in(evidence.cleaned.lines, [line.plain for line in evidence.cleaned.lines])
    unlikely = _below_others(evidence.letter.blocks) <= BELOW_OTHERS
    if set_in or unlikely or not _are_unmarked(paragraphs, lines.values()):
        return
    places = [line for block in paragraphs for line in _within(block, lines)]
    yield from (evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, line.number, line.plain) for line in places)


def marked_within(evidence: Evidence) -> Iterator[Doubt]:
    """Lines within a paragraph that begin a sentence, behind one that ends one, with white space before them or set in
    between others that are not, or with a label: `Kortom: De`. That is what marks a paragraph, and something else made
    it read otherwise."""
    if not evidence.cleaned.wrapped or evidence.raw.has_structure():
        return
    lines = {line.number: line for line in evidence.cleaned.lines}
    for block in evidence.letter.blocks:
        for line in _within(block, lines) if block.kind is Kind.PARAGRAPH else ():
            around = [lines[n].indent for n in (line.number - 1, line.number + 1) if n in lines]
            alone = len(around) == 2 and all(SET_IN <= line.indent - indent <= MOST_IN for indent in around)
            if line.blanks or alone or LABEL_FIRST.match(line.plain):
                yield evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, line.number, line.plain)


def questions_in_one(evidence: Evidence) -> Iterator[Doubt]:
    """Lines behind a question where fewer texts stand below the heading of several than it counts: `Vraag 2 en 3`."""
    if not evidence.cleaned.wrapped or evidence.raw.has_structure():
        return
    lines = {line.number: line for line in evidence.cleaned.lines}
    count, below = 0, list[Block]()
    for block in (*evidence.letter.blocks, None):
        if block and block.kind is not Kind.HEADING:
            below.append(block)
            continue
        if 0 < len(below) < count:
            found = [line for one in below for line in _within(one, lines) if line.blanks == 0]
            first = [(one.lines[0], begin_of(one.text)) for one in below]
            for number, text in [(line.number, line.plain) for line in found] or first:
                yield evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, number, text)
        count, below = len(NUMBER.findall(block.text)) if block and ASKS.fullmatch(block.text) else 0, []


def _below_others(blocks: Sequence[Block]) -> float:
    """The part of the paragraphs that have another one right above them."""
    paragraphs = sum(block.kind is Kind.PARAGRAPH for block in blocks)
    return sum(above.kind is below.kind is Kind.PARAGRAPH for above, below in pairwise(blocks)) / max(paragraphs, 1)


def _are_unmarked(paragraphs: Sequence[Block], lines: Iterable[Line]) -> bool:
    firsts = {below.lines[0] for above, below in pairwise(paragraphs) if below.n == above.n + 1}
    marked = [line.blanks > 0 for line in lines if line.number in firsts and not line.turn]
    return marked.count(False) >= ENOUGH and sum(marked) <= MARKED * len(marked)


def _within(block: Block, lines: Mapping[int, Line]) -> Iterator[Line]:
    """The lines of a paragraph that begin with a capital, behind one that ends a sentence."""
    own = [lines[number] for number in range(block.lines[0], block.lines[1] + 1) if number in lines]
    for before, line in pairwise(own):
        if ends_sentence(before.plain) and line.plain[:1].isupper() and not line.turn:
            yield line
