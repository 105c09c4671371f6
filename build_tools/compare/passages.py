"""The passages and lines of two texts that are set side by side, and the changes in their words: kept for whoever asks
for those of a difference."""

from functools import lru_cache

from build_tools.compare.model import SUBSTANCE, Comparison, Side
from build_tools.model import Passage

KEPT = 16
"""So many texts and pairs are kept: all that is told of a difference asks for them."""


@lru_cache(maxsize=KEPT)
def passages_of(comparison: Comparison, side: Side) -> dict[str, Passage]:
    """The passages of one of the texts by their anchors."""
    return {passage.anchor: passage for passage in comparison.letter(side).passages}


@lru_cache(maxsize=KEPT)
def lines_of(comparison: Comparison, side: Side) -> list[str]:
    """The lines of one of the sources."""
    return comparison.letter(side).source.text.split("\n")


@lru_cache(maxsize=KEPT)
def in_substance(comparison: Comparison) -> frozenset[int]:
    """The changes that touch words."""
    return frozenset(change.n for change in comparison.changes if change.kind in SUBSTANCE)
