"""Spaces that a file draws and that part no words."""

from collections.abc import Sequence

from build_tools.sources.readers.pdf.file.glyphs import Glyph

COVERED = 0.2
"""Of the width of a space: what is left of one that another character covers, as some programs draw under a line."""


def without_covered(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Characters without the spaces that the one before or behind them covers: they part no words."""
    solid = [glyph for glyph in glyphs if not glyph.text.isspace()]
    kept: list[Glyph] = []
    seen = 0
    for glyph in glyphs:
        if not glyph.text.isspace():
            seen += 1
        elif is_covered(glyph, solid[max(0, seen - 1) : seen], solid[seen : seen + 1]):
            continue
        kept.append(glyph)
    return kept


def is_covered(space: Glyph, before: Sequence[Glyph], behind: Sequence[Glyph]) -> bool:
    """Whether next to nothing of a space is left between what stands before it and behind it."""
    room = COVERED * (space.x1 - space.x0)
    return any(one.x1 > space.x1 - room for one in before) or any(one.x0 < space.x0 + room for one in behind)
