"""Whether the tree of a tagged PDF can be believed: measured, each bound with its reason."""

from collections.abc import Sequence
from itertools import pairwise

from build_tools.model import Kind
from build_tools.sources.readers.pdf.measure import measure_of
from build_tools.sources.readers.pdf.page.columns import Frame
from build_tools.sources.readers.pdf.page.setting import Typeset
from build_tools.sources.readers.pdf.paragraphs import WIDER

HELD = 0.9
"""Of the letters that are no furniture: the tree holds as many. Those of ministries hold all."""
LOOSE = 0.35
"""Of the letters that it holds: as many may stand in no paragraph (the notes of one printer do)."""
HEADS = 0.35
"""Of what it holds: more is not headings. Printed papers whose tags are nonsense have half and all of it."""
MANY_HEADS = 1.0
"""For each paragraph or item: a list of questions and answers has as many headings."""
MERGED = 0.3
"""Of the letters in paragraphs: as many may stand in one with white space inside it. A tree with a paragraph for each
page has nearly all."""
LINES = 0.3
"""Of the paragraphs: as many may go on in the next one in the middle of a sentence. A tree with a tag for each line
has nine of ten."""


def trusted(settings: Sequence[Typeset], letters: int, frame: Frame) -> bool:
    """Whether the settings that a tree gives are those that a reader sees; `letters` is what it should hold."""
    held = sum(map(weight, settings))
    if not held or held < HELD * letters:
        return False
    loose = sum(weight(one) for one in settings if one.level == 0)
    heads = [one for one in settings if one.kind is Kind.HEADING]
    bodies = [one for one in settings if one.kind in (Kind.PARAGRAPH, Kind.ITEM)]
    if loose > LOOSE * held or sum(map(weight, heads)) > HEADS * held or len(heads) > MANY_HEADS * len(bodies):
        return False
    return not is_merged(bodies, frame) and not is_lines(bodies)


def weight(setting: Typeset) -> int:
    return sum(len(row.text) for row in setting.rows)


def is_merged(bodies: Sequence[Typeset], frame: Frame) -> bool:
    """Whether paragraphs hold white space inside: what the tree calls one is several."""
    rows = [row for one in bodies for row in one.rows]
    step = measure_of(rows, frame).step
    gaps = [
        one
        for one in bodies
        if one.level and any(a.page == b.page and b.base - a.base > WIDER * step for a, b in pairwise(one.rows))
    ]
    return sum(map(weight, gaps)) > MERGED * sum(map(weight, bodies))


def is_lines(bodies: Sequence[Typeset]) -> bool:
    """Whether the tree has a paragraph for each line."""
    broken = sum(
        one.text[-1:].isalnum()
        and after.text[:1].islower()
        and len(one.rows) == 1
        and one.last.page == after.first.page
        for one, after in pairwise(bodies)
    )
    return broken > LINES * len(bodies)
