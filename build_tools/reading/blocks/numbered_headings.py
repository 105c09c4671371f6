"""Marks that number headings as well as items: `1. Inleiding`, `A. Inleiding`, `IV. Inleiding`, `a) Bevoegdheid`."""

from collections.abc import Sequence
from itertools import takewhile

from build_tools.draft import Line
from build_tools.reading.blocks.heading_shapes import HEADING_MARK
from build_tools.reading.blocks.line_groups import LineGroup, text_of

HEADING_STYLES, SMALL_STYLES = ("1.", "A.", "I."), ("a)", "a.")
"""The marks that number headings as well as items, and those that do where a sentence stands below."""

SENTENCE_WORDS = 6
"""Words of a text below such a letter at the least: a value beside a label has fewer, or no stop."""


def numbers_heading(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether the mark of a group can number a heading: text of its own follows it, and not the next mark."""
    own = groups[index]
    styled = own.bullet is not None and (own.bullet.style in HEADING_STYLES or small_heads(lines, groups, index))
    text = text_of(lines, own)
    if not styled or not HEADING_MARK.match(text):
        return False
    return not among_alike(groups, index, len(groups) if text.endswith(":") else 1) and not behind_items(
        lines, groups, index
    )


def behind_items(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether a mark counts on from one with items of its own between: `I. Herstel van:` / `a) …` / `II. Advies`."""
    own = groups[index].bullet
    for other in takewhile(lambda group: group.bullet, reversed(groups[:index])):
        if own and other.bullet and other.bullet.style == own.style:
            return other.bullet.value == own.value - 1 and text_of(lines, other).endswith(":")
    return False


def among_alike(groups: Sequence[LineGroup], index: int, reach: int) -> bool:
    """Whether a mark of the same style stands beside a mark, or within reach with nothing but items between: below one
    that ends in a colon can stand items of its own."""
    own = groups[index].bullet
    above, below = reversed(groups[max(0, index - reach) : index]), groups[index + 1 : index + 1 + reach]
    others = (other.bullet for side in (above, below) for other in takewhile(lambda group: group.bullet, side))
    return any(own and other and other.style == own.style for other in others)


def small_heads(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether a small letter can number a heading: `a) Bevoegdheid` above sentences, no colon announces a list."""
    own = groups[index].bullet
    if own is None or own.style not in SMALL_STYLES or not 0 < index < len(groups) - 1 or groups[index + 1].bullet:
        return False
    before, after = text_of(lines, groups[index - 1]), text_of(lines, groups[index + 1])
    return not before.endswith((":", ";", ",")) and after.endswith(".") and len(after.split()) >= SENTENCE_WORDS
