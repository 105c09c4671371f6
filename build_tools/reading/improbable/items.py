"""Doubts about items that read as something else, and texts that read as items."""

import re
from collections.abc import Iterator
from itertools import groupby

from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.lists.members import is_clause
from build_tools.reading.doubts.evidence import Evidence, begin_of, end_of, has_verb
from build_tools.reading.doubts.strays import is_motion

SOURCE = re.compile(r"\b(?:Kamerstuk(?:ken)?|Stb\.|Stcrt\.|blz\. ?\d)|, (?:19|20)\d\d\.$")
"""What names a source, as notes do: `Kamerstuk 38 305`, `Vewin, Prognose, 2025.`"""

LONGEST_SOURCE = 160
"""Characters of a note that names a source and says nothing of it, at the most."""


def items_like_notes(evidence: Evidence) -> Iterator[Doubt]:
    """Items that name a source and say nothing, as notes do: a list was taken for one, if all of its items do."""
    for listed, items in groupby(evidence.letter.blocks, lambda block: block.kind is Kind.ITEM):
        row = list(items) if listed else []
        for block in row if all(map(is_like_note, row)) else ():
            yield evidence.doubt(DoubtKind.NOTE_IN_TEXT, block.lines[0], begin_of(block.text), block.anchor)


def is_like_note(block: Block) -> bool:
    """Whether a text names a source and says nothing of it."""
    short = len(block.text) <= LONGEST_SOURCE
    return bool(short and SOURCE.search(block.text) and not has_verb(block.text))


def paragraphs_like_items(evidence: Evidence) -> Iterator[Doubt]:
    """Paragraphs that end in a semicolon, as items do; in motions parts of a sentence do too."""
    blocks = evidence.letter.blocks
    for block in () if is_motion(blocks) else blocks:
        if block.kind is Kind.PARAGRAPH and block.text.endswith(";") and not is_clause(block.text):
            yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[0], begin_of(block.text), block.anchor)
            if block.lines[0] != block.lines[1]:
                yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[1], end_of(block.text), block.anchor)
