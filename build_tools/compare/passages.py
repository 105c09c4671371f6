"""The texts of a letter that are compared: its blocks in order, then its notes."""

from collections.abc import Iterator

from build_tools.compare.model import Passage
from build_tools.model import Letter

NOTE = "note"


def passages_of(letter: Letter) -> list[Passage]:
    """Blocks, then notes. A note belongs to the part of the document whose text refers to it."""
    return [*_blocks(letter), *_notes(letter)]


def _blocks(letter: Letter) -> Iterator[Passage]:
    for block in letter.blocks:
        yield Passage(block.anchor, block.kind.value, block.text, block.level, block.part)


def _notes(letter: Letter) -> Iterator[Passage]:
    parts = {block.n: block.part for block in letter.blocks}
    for note in sorted(letter.notes, key=lambda note: note.n):
        by = f"al-{note.block}" if note.block else None
        yield Passage(f"fn:{note.n}", NOTE, note.text, 1, parts.get(note.block or 0, 0), by)
