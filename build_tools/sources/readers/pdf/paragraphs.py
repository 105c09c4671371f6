"""Rows become paragraphs: by the white space above, the indent, the room left on the line before, a mark, the type.

After `paragraphs_of`: the rows are in the same order, each in one paragraph; one that runs over the end of a page or
a column is whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_tools.draft import Bullet
from build_tools.model import Kind
from build_tools.sources.readers.pdf.columns import Frame, leading
from build_tools.sources.readers.pdf.marks import mark_of, text_left
from build_tools.sources.readers.pdf.rows import Row
from build_tools.sources.readers.pdf.setting import Setting

ENDED = re.compile(r".*[.:;?!…][)”’»\"'\d]{0,4}", re.DOTALL)
"""A sentence that has ended, perhaps with a quotation mark or the call of a note behind it."""
WIDER = 1.35
"""Of the usual distance between base lines: white space of this much parts, whatever the lines say. Raised digits
widen a line by a tenth."""
SOME = 1.12
"""The same where the line before has ended a sentence."""
INDENT = 0.8
"""Of the size: a line that begins further in (printers use 1 to 2) begins a paragraph."""
SLACK = 0.4
"""Of the size: room that a justified line can leave where a word would still fit."""
ROOM = 2.5
"""The same where the line before has ended no sentence: lines can be broken by hand."""
OTHER_SIZE = 0.06
"""Of the size: type that differs by more belongs to another paragraph."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual among rows of one size: the distance of their base lines and where each column ends."""

    step: float
    lefts: tuple[float, ...]
    rights: tuple[float, ...]
    frame: Frame

    def right(self, row: Row) -> float:
        """Where the line of a row ends at most."""
        last = self.frame.spans(row) or row.x1 > self.rights[self.frame.column(row)] + row.size
        return max(self.rights) if last else self.rights[self.frame.column(row)]


def measure_of(rows: Sequence[Row], frame: Frame) -> Measure:
    """The measures of rows that are set alike."""
    rights: list[float] = []
    for column in range(len(frame.lefts)):
        ends = sorted(row.x1 for row in rows if frame.column(row) == column and not frame.spans(row))
        rights.append(ends[min(len(ends) - 1, int(0.97 * len(ends)))] if ends else frame.right)
    return Measure(leading(rows), frame.lefts, tuple(rights), frame)


def paragraphs_of(rows: Sequence[Row], frame: Frame) -> list[Setting]:
    """Rows in reading order as paragraphs and list items."""
    if not rows:
        return []
    measure = measure_of(rows, frame)
    groups: list[list[Row]] = []
    marks: list[Bullet | None] = []
    counts: dict[str, int] = {}
    for at, row in enumerate(rows):
        mark = item_mark(rows, at, counts, groups[-1] if groups else [], marks[-1] if marks else None, measure)
        if not groups or mark or parted(rows, at, groups[-1], marks[-1], measure):
            groups.append([row])
            marks.append(mark)
        else:
            groups[-1].append(row)
        if mark:
            counts[mark.style] = mark.value
    found = [Setting(tuple(group), mark=mark) for group, mark in zip(groups, marks, strict=True)]
    return [with_depth(found, at) for at in range(len(found))]


def item_mark(
    rows: Sequence[Row], at: int, counts: dict[str, int], group: Sequence[Row], within: Bullet | None, measure: Measure
) -> Bullet | None:
    """The mark of an item that begins at a row: numbers and letters count on; a dash can also stand in a sentence."""
    mark = mark_of(rows[at])
    if mark is None or rows[at].text[0] in "§" or (mark.kept and not counts_on(mark, counts)):
        return None
    if not group:
        return mark
    before = rows[at - 1]
    ended = ENDED.fullmatch(before.text) or before.text.endswith((",", " en", " of"))
    stepped = rows[at].page == before.page and rows[at].base - before.base > SOME * measure.step
    left = text_left(group[0], within) if within and within is not None else group[0].x0
    aligned = within is not None and abs(rows[at].x0 - left) > INDENT * rows[at].size
    if ended or stepped or aligned or is_short(before, rows[at], measure, ROOM):
        return mark
    return mark if not mark.kept and mark.style != "–" else None


def counts_on(mark: Bullet, counts: dict[str, int]) -> bool:
    return mark.value == 1 or counts.get(mark.style, 0) == mark.value - 1


def parted(rows: Sequence[Row], at: int, group: Sequence[Row], mark: Bullet | None, measure: Measure) -> bool:
    """Whether a new paragraph begins at a row."""
    before, row = rows[at - 1], rows[at]
    if abs(before.size - row.size) > OTHER_SIZE * max(before.size, row.size):
        return True
    ended = ENDED.fullmatch(before.text) is not None
    if turned(before, row):
        return not runs_over(before, row, ended, measure)
    gap = row.base - before.base
    if gap > WIDER * measure.step:
        return True
    if is_short(before, row, measure, SLACK if ended else ROOM):
        return True
    if before.bold != row.bold and is_short(before, row, measure, SLACK):
        return True
    return (gap > SOME * measure.step and ended) or indented(rows, at, group, mark, measure)


def turned(before: Row, row: Row) -> bool:
    """Whether the page or the column ends between two rows."""
    return before.page != row.page or row.base < before.base - 0.5 * row.size


def runs_over(before: Row, row: Row, ended: bool, measure: Measure) -> bool:
    """Whether a paragraph goes on over the end of a page or a column."""
    if before.bold != row.bold and (before.bold or not ended):
        return False
    if not ended and (row.text[:1].islower() or before.text.endswith("-")):
        return True
    return not is_short(before, row, measure, SLACK if ended else ROOM)


def indented(rows: Sequence[Row], at: int, group: Sequence[Row], mark: Bullet | None, measure: Measure) -> bool:
    """Whether a row begins further in than the paragraph, or left of the text of an item."""
    row, slack = rows[at], INDENT * rows[at].size
    if mark:
        hang = text_left(group[0], mark)
        lines = group[1:]
        return (bool(lines) or row.x0 < group[0].x0 - slack) and row.x0 < min(hang, *(r.x0 for r in lines or group)) - slack
    if len(group) > 1:
        return row.x0 > group[-1].x0 + slack and (at + 1 == len(rows) or rows[at + 1].x0 < row.x0 - slack)
    return row.x0 < group[0].x0 - 3 * slack and ENDED.fullmatch(group[0].text) is not None


def is_short(before: Row, row: Row, measure: Measure, slack: float) -> bool:
    """Whether the first word of a row would still have fitted on the line before it."""
    if before.text.endswith(("-", "\u2010", "/")) and row.text[:1].islower():
        return False
    edge = measure.right(before) if not turned(before, row) or len(measure.rights) == 1 else measure.right(before)
    return before.x1 + 0.25 * row.size + first_width(row) < edge - slack * before.size


def first_width(row: Row) -> float:
    """The width of the first word of a row."""
    end = next((at for at, sign in enumerate(row.text) if sign.isspace()), len(row.text))
    return next(glyph.x1 for glyph in reversed(row.glyphs[:end]) if glyph) - row.x0


def with_depth(found: Sequence[Setting], at: int) -> Setting:
    """An item with how deep it lies: by where its mark stands among those of the items before it."""
    own = found[at]
    if own.mark is None:
        return own
    edges: list[float] = []
    for one in found[: at + 1]:
        if one.mark is None:
            edges = [] if one.first.x0 <= min(edges, default=0) + one.first.size else edges
            continue
        edges = [edge for edge in edges if edge <= one.first.x0 - one.first.size]
        edges.append(one.first.x0)
    return replace(own, kind=Kind.ITEM, level=max(1, len(edges)))


