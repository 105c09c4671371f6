"""Doubts about lines of text that hold a piece of another column: of a margin, or of what stood beside the text."""

import re
from collections.abc import Iterator

from build_tools.draft import Line
from build_tools.model import Doubt, DoubtKind, Kind
from build_tools.reading.doubts.evidence import Evidence
from build_tools.reading.doubts.inserted import is_item

WIDE = re.compile(r"\S\s{4,}(?=\S)")
"""White space in a line so wide that it parts two columns, but for lines that it fills."""

FEW = 0.05
"""The part of the lines that have it at the most where it says something: justified text has it everywhere."""

TEXT = (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING)
"""What has no columns of its own, as tables and signatures side by side have."""


def pieces_of_columns(evidence: Evidence) -> Iterator[Doubt]:
    """Lines of text with such white space in them, in a letter that else has none."""
    lines = evidence.cleaned.lines
    wide = [line for line in lines if not line.given and WIDE.search(behind_mark(line))]
    if not wide or len(wide) > max(1, FEW * len(lines)):
        return
    text = {n for block in evidence.letter.blocks if block.kind in TEXT for n in evidence.lines_within(block)}
    for line in wide:
        if line.number in text:
            yield evidence.doubt(DoubtKind.FOOT_IN_TEXT, line.number, line.plain)


def behind_mark(line: Line) -> str:
    """A line without the mark of an item that it begins with, which stands as far from its text as it likes."""
    return line.text.lstrip().partition(" ")[2].lstrip() if is_item(line) else line.text
