"""Doubts about the running text: where a paragraph or a sentence breaks off."""

from collections.abc import Iterator

from build_tools.model import Doubt, DoubtKind, Kind
from build_tools.reading.blocks.typesetting import ENDED
from build_tools.reading.doubts.evidence import Evidence

NO_PARAGRAPH = 30
"""A shorter text is a line of a list or a signature; that it has no stop says nothing. In characters."""


def paragraphs_that_break_off(evidence: Evidence) -> Iterator[Doubt]:
    """Paragraphs without a stop at their end, where a page ends or something was taken out below them."""
    numbers = {line.number: index for index, line in enumerate(evidence.cleaned.lines)}
    lines = evidence.cleaned.lines
    for block in evidence.letter.blocks:
        index = numbers.get(block.lines[1], len(lines))
        turned = index + 1 < len(lines) and (lines[index + 1].turn or lines[index + 1].page != lines[index].page)
        whole = block.kind is not Kind.PARAGRAPH or ENDED.fullmatch(block.text) or block.text.endswith(",")
        if turned and not whole and len(block.text) > NO_PARAGRAPH:
            text = block.text[-80:]
            yield evidence.doubt(DoubtKind.PARAGRAPH_BREAKS_OFF, block.lines[1], text, block.anchor)
