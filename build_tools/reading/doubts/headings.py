"""Doubts about headings: a heading says what the text below it is about, and some have hardly any below them."""

from collections.abc import Iterator
from itertools import groupby

from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.classify import LABELLED
from build_tools.reading.blocks.heading_shapes import HEADING_NUMBER
from build_tools.reading.doubts.evidence import Evidence
from build_tools.reading.footnotes.question_numbers import unsure_answers

ROW = 3
"""Headings of one level in a row, without text between them, at the least: a title and its subtitle are two."""


def weak_headings(evidence: Evidence) -> Iterator[Doubt]:
    """Headings with a colon, and rows of them: either may be a label, and what stands behind it its text.

    A file that states its structure says which lines are headings.
    """
    if evidence.raw.has_structure():
        return
    for level, row in groupby(evidence.letter.blocks, lambda block: block.level if is_bare(block) else 0):
        headings = list(row) if level else []
        for block in headings:
            if len(headings) >= ROW or block.text.endswith(":"):
                yield evidence.doubt(DoubtKind.WEAK_HEADING, block.lines[0], block.text, block.anchor)


def is_bare(block: Block) -> bool:
    """Whether nothing but its look says that a block is a heading: no number, no `Vraag 1`."""
    sure = HEADING_NUMBER.match(block.text) or LABELLED.match(block.text)
    return block.kind is Kind.HEADING and not sure


def numbers_of_answers(evidence: Evidence) -> Iterator[Doubt]:
    """Numbers alone below questions that are no headings, as their order did not tell them from those of notes."""
    lines = evidence.raw.lines
    for at in unsure_answers(lines):
        yield evidence.doubt(DoubtKind.NUMBER_OF_ANSWER, lines[at].number, f"{lines[at].text} {lines[at + 1].text}")
