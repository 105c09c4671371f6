"""Doubts about the order of a source: what stands where its text does not want it."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.known_starts import PREFIXED, has_points
from build_tools.reading.doubts.evidence import Evidence, begin_of, end_of
from build_tools.reading.doubts.text import is_long, is_whole
from build_tools.reading.signing.shapes import ROLE, names_person

ANNEX_HEAD = re.compile(r"Bijlage\b(?! ?\d* ?[:.–-])")
"""`Bijlage 2 bij de brief van 3 mei`, `Bijlage`: a heading, or what each page of an annex has above it. A colon or a
stop names the annex: `Bijlage 2: Cijfers`."""


def texts_out_of_order(evidence: Evidence) -> Iterator[Doubt]:
    """The begin and end of every paragraph, where headings stand right above the signature and text right below it: the
    source has them apart from their texts, and where they belong is nowhere told."""
    blocks = evidence.letter.blocks
    if not any(map(signs_amid, blocks, blocks[1:], blocks[2:])):
        return
    for block in blocks:
        if block.kind is Kind.PARAGRAPH:
            for line, text in {block.lines[1]: end_of(block.text), block.lines[0]: begin_of(block.text)}.items():
                yield evidence.doubt(DoubtKind.SENTENCE_BROKEN, line, text, block.anchor)


def signs_amid(above: Block, block: Block, below: Block) -> bool:
    """Whether a block is a signature with no sentence above it and a text below it."""
    unfinished = above.kind is Kind.HEADING or (above.kind is Kind.PARAGRAPH and not is_whole(above.text))
    return block.kind is Kind.SIGNATURE and unfinished and is_long(below)


def offices_above_names(evidence: Evidence) -> Iterator[Doubt]:
    """The lines of a signature with two offices above two names: they stood beside each other."""
    for block in evidence.letter.blocks:
        lines = evidence.lines_with(block) if block.kind is Kind.SIGNATURE else []
        for line in lines if parts_offices([line.plain for line in lines]) else ():
            yield evidence.doubt(DoubtKind.SENTENCE_BROKEN, line.number, line.plain, block.anchor)


def parts_offices(texts: Sequence[str]) -> bool:
    """Whether two offices follow each other and two names do so below them; one person can have both."""
    return "oonn" in "".join("o" if ROLE.fullmatch(text) else "n" if names_person(text) else "" for text in texts)


def labels_below_each_other(evidence: Evidence) -> Iterator[Doubt]:
    """The labels of a list of points with nothing behind them that stand right below each other, the first and the last
    of them, and the text below: which of those that follow each says is told nowhere."""
    blocks = evidence.letter.blocks
    texts = [block.text for block in blocks]
    if evidence.raw.has_structure() or not has_points(texts):
        return
    for bare, run in groupby(blocks, lambda block: PREFIXED.fullmatch(block.text) is not None):
        row = list(run)
        for block in (row[0], row[-1], *blocks[row[-1].n : row[-1].n + 1]) if bare and len(row) > 1 else ():
            yield evidence.doubt(DoubtKind.SENTENCE_BROKEN, block.lines[0], begin_of(block.text), block.anchor)


def annexes_named_twice(evidence: Evidence) -> Iterator[Doubt]:
    """`Bijlage 2 bij de brief …` above a heading, and that heading: the first may be of the page."""
    for above, block in pairwise(evidence.letter.blocks):
        if above.kind is block.kind is Kind.HEADING and ANNEX_HEAD.match(above.text):
            for one in (above, block):
                yield evidence.doubt(DoubtKind.WEAK_HEADING, one.lines[0], one.text, one.anchor)
