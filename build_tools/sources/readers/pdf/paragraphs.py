"""Rows become paragraphs: by the white space above, the indent, the room left on the line before, a mark, the type.

After `paragraphs_of`: the rows are in the same order, each in one paragraph; one that runs over the end of a page or
a column is whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from build_tools.draft import Bullet
from build_tools.dutch.matching import is_closing, is_half
from build_tools.dutch.sentences import ends_short
from build_tools.model import Kind
from build_tools.sources.readers.pdf.marks import (
    Counts,
    counted_on,
    counts_on,
    is_unsure,
    mark_of,
    place_of,
    settled,
    tabbed,
    text_left,
)
from build_tools.sources.readers.pdf.measure import INDENT, Measure, is_short, measure_of
from build_tools.sources.readers.pdf.notes.footnotes import SMALL
from build_tools.sources.readers.pdf.page.columns import LARGER, Frame, together
from build_tools.sources.readers.pdf.page.quotations import quoted_apart, quotes_on
from build_tools.sources.readers.pdf.page.rows import PrintRow
from build_tools.sources.readers.pdf.page.setting import Typeset
from build_tools.sources.readers.pdf.plain_headings import NUMBERS, QUESTION

ENDED = re.compile(r".*[.:;?!…][)”’»\"'\d]{0,4}", re.DOTALL)
"""A sentence that has ended, perhaps with a quotation mark or the call of a note behind it."""
WIDER = 1.35
"""Of the usual distance between base lines: white space of this much parts, whatever the lines say. Raised digits
widen a line by a tenth."""
SOME = 1.12
"""The same where the line before has ended a sentence, or was a heading in italics."""
SLACK = 0.4
"""Of the size: room that a justified line can leave where a word would still fit."""
ROOM = 2.5
"""The same where the line before has ended no sentence: lines can be broken by hand."""
TIGHT_LARGE = 1.2
"""Of the usual distance for its size: lines of a heading in larger type; it is set wider than text."""
TIGHT = 1.04
"""Of the usual distance between base lines: rows that stand no further apart have no white space between them."""
OPENS = re.compile(
    r"Vra(?:ag|gen)\b|Antwoord(?:en)?(?: op vra(?:ag|gen))? \d|(?:\d{1,2}|[IVX]{1,4}|[A-Z])[.)]? |[a-z]\) "
)
"""What begins with a number of its own is a heading of its own."""
OTHER_SIZE = 0.06
"""Of the size: type that differs by more belongs to another paragraph."""
OUTDENT = 3
"""Times an indent: a line that begins so far left of the one before it is no text of the same item."""
COLUMN_GAP = 2.0
"""Of the size: what stands so far behind a label stands in a column of its own."""
COLUMN_LABEL = re.compile(r"[^\W\d_][\w()]{1,20}(?: [\w()]{1,20})?:(?=\s)")
"""`Besluit: Voor kennisgeving aannemen.`: a label of one word or two."""
MOST_FILLED = 0.66
"""Of the width of a column: a line of text that was broken by hand has at least so much of it."""
CALL_ALONE = re.compile(r"\[?\d{1,3}\]?")
"""`12`, `[12]`: all of a row."""
UPWARDS = 0.5
"""Of the size: a row whose base lies so much above the one before it stands in the next column."""


def paragraphs_of(rows: Sequence[PrintRow], frame: Frame) -> list[Typeset]:
    """Rows in reading order as paragraphs and list items."""
    if not rows:
        return []
    measure = measure_of(rows, frame)
    rows = with_lone_calls(rows, measure)
    groups: list[list[PrintRow]] = []
    marks: list[Bullet | None] = []
    counts: Counts = {}
    for at, row in enumerate(rows):
        mark = item_mark(rows, at, counts, groups[-1] if groups else [], marks[-1] if marks else None, measure)
        begins = not groups or mark or parted(rows, at, groups[-1], marks[-1], measure)
        if begins or leaves_list(groups, marks, row, measure):
            groups.append([row])
            marks.append(mark)
        else:
            groups[-1].append(row)
        if mark:
            counts[place_of(mark, row)] = mark.value
    found = [Typeset(tuple(group), mark=mark) for group, mark in zip(groups, marks, strict=True)]
    return list(with_depths(found, measure))


def item_mark(
    rows: Sequence[PrintRow],
    at: int,
    counts: Counts,
    group: Sequence[PrintRow],
    within: Bullet | None,
    measure: Measure,
) -> Bullet | None:
    """The mark of an item that begins at a row: numbers and letters count on; a dash can also stand in a sentence."""
    row = rows[at]
    mark = settled(mark_of(row), row, counts)
    if mark is None or row.text[0] in "§" or (mark.kept and not counts_on(mark, row, counts)):
        return None
    if is_unsure(mark) and not counted_on(mark, item_at(rows, at, measure), rows[at + 1 :]):
        return None
    if not group or tabbed(row, mark):
        return mark
    before = rows[at - 1]
    ended = ENDED.fullmatch(before.text) or before.text.endswith((",", " en", " of"))
    stepped = row.page == before.page and row.base - before.base > SOME * measure.step
    left = text_left(group[0], within) if within else group[0].x0
    aligned = within is not None and abs(row.x0 - left) > INDENT * row.size
    if ended or stepped or aligned or is_short(before, row, measure, ROOM):
        return mark
    return mark if not mark.kept and mark.style != "–" else None


def item_at(rows: Sequence[PrintRow], at: int, measure: Measure) -> list[PrintRow]:
    """A row, and those below it as far as its lines are full and none begins with a mark."""
    pairs = pairwise(rows[at:])
    full = takewhile(lambda pair: not is_short(*pair, measure, ROOM) and not mark_of(pair[1]), pairs)
    return [rows[at], *(row for _, row in full)]


def parted(rows: Sequence[PrintRow], at: int, group: Sequence[PrintRow], mark: Bullet | None, measure: Measure) -> bool:
    """Whether a new paragraph begins at a row."""
    before, row = rows[at - 1], rows[at]
    if abs(before.size - row.size) > OTHER_SIZE * max(before.size, row.size) or begins_anew(row):
        return True
    ended = ENDED.fullmatch(before.text) is not None and not ends_short(before.text)
    if turned(before, row):
        return not runs_over(before, row, ended, measure) or (ended and leaves_item(group, mark, row, measure))
    gap, step = row.base - before.base, measure.step_of(row)
    if in_one_heading(before, row, ended, measure) or (opens_with_call(before, row) and gap <= WIDER * step):
        return False
    if gap > WIDER * step:
        return True
    if is_short(before, row, measure, SLACK if ended else ROOM):
        return mark is not None or not broken_by_hand(before, row, measure)
    if before.bold != row.bold and (is_numbered_head(group) or is_short(before, row, measure, SLACK)):
        return True
    if ended and (quotes_on(group, row) or quoted_apart(group, row) or heads_by_type(rows, at, measure)):
        return True
    if gap > SOME * step and (ended or all(above.italic for above in group) != row.italic):
        return True
    if len(group) == 1 and not mark and (measure.opens(before) or measure.opens(row)):
        return ended and measure.opens(row)
    return indented(rows, at, group, mark)


def with_lone_calls(rows: Sequence[PrintRow], measure: Measure) -> list[PrintRow]:
    """The rows, each call that stands alone below its line behind that."""
    found: list[PrintRow] = []
    for row in rows:
        if found and is_call_alone(found[-1], row, measure):
            found[-1] = together(found[-1], replace(row, raised=((0, len(row.text)),)))
        else:
            found.append(row)
    return found


def is_call_alone(before: PrintRow, row: PrintRow, measure: Measure) -> bool:
    """Whether a row is no more than the call of a note, for which the full line above it had no room."""
    small = row.size <= SMALL * before.size and before.page == row.page and CALL_ALONE.fullmatch(row.text) is not None
    close = 0 < row.base - before.base < WIDER * measure.step_of(before)
    return small and close and not is_short(before, row, measure, SLACK)


def begins_anew(row: PrintRow) -> bool:
    """Whether a row is never the rest of a paragraph: the closing of a letter, the heading of a question, what stands
    behind a label in a column of labels."""
    return is_closing(row.text) or QUESTION.fullmatch(row.text) is not None or has_column_label(row)


def opens_with_call(before: PrintRow, row: PrintRow) -> bool:
    """Whether a row begins with the raised call of a note that stands behind the sign before it."""
    return row.opens_raised and before.text.endswith(tuple(".?!,;:)”’»"))


def has_column_label(row: PrintRow) -> bool:
    """Whether a row begins with a label, and its text stands far behind that."""
    match = COLUMN_LABEL.match(row.text)
    if not match:
        return False
    label = row.glyphs[match.end() - 1]
    text = next((glyph for glyph in row.glyphs[match.end() :] if glyph and not glyph.text.isspace()), None)
    return label is not None and text is not None and text.x0 - label.x1 > COLUMN_GAP * row.size


def broken_by_hand(before: PrintRow, row: PrintRow, measure: Measure) -> bool:
    """Whether a sentence goes on in a row, close below one that ended early: both are text at the edge of a column."""
    edge = row.x0 - measure.set_in(row)
    filled = (before.x1 - edge) > MOST_FILLED * (measure.right(before) - edge)
    at_edge = max(abs(measure.set_in(before)), abs(measure.set_in(row))) < 1
    inside = not re.search(r"[.:;?!,][)”’»\"'\d]{0,4}$", before.text) and row.text[:1].islower()
    close = row.base - before.base <= TIGHT * measure.step_of(row)
    return inside and filled and at_edge and close and before.bold == row.bold and before.italic == row.italic


def in_one_heading(before: PrintRow, row: PrintRow, ended: bool, measure: Measure) -> bool:
    """Whether two rows of bold type stand close below each other: a heading is broken where its sense is."""
    larger = row.size > LARGER * measure.frame.size
    tight = row.base - before.base <= (TIGHT_LARGE if larger else TIGHT) * measure.step_of(row)
    numbered = OPENS.match(before.text) or OPENS.match(row.text) or NUMBERS.fullmatch(row.text)
    apart = numbered or (row.text[:1].isupper() and is_short(before, row, measure, ROOM) and not is_half(before.text))
    return tight and before.bold and row.bold and not ended and (larger or not apart)


def is_numbered_head(group: Sequence[PrintRow]) -> bool:
    """Whether rows are bold from the number that they begin with to their end, without a stop."""
    ended = ENDED.fullmatch(group[-1].text)
    return OPENS.match(group[0].text) is not None and all(row.bold for row in group) and not ended


def heads_by_type(rows: Sequence[PrintRow], at: int, measure: Measure) -> bool:
    """Whether a row is bold or in italics below one that is not, and a line of its own: a heading can stand right below
    a paragraph."""
    alone = at + 1 == len(rows) or is_short(rows[at], rows[at + 1], measure, ROOM)
    return alone and has_other_type(rows[at - 1], rows[at])


def has_other_type(before: PrintRow, row: PrintRow) -> bool:
    """Whether a row is bold or in italics, and the one before it is not."""
    return (row.bold and not before.bold) or (row.italic and not before.italic)


def ends_bold(row: PrintRow) -> bool:
    """Whether the last sign of a row is bold: its label can be in other type."""
    return next((glyph.bold for glyph in reversed(row.glyphs) if glyph), False)


def turned(before: PrintRow, row: PrintRow) -> bool:
    """Whether the page or the column ends between two rows."""
    return before.page != row.page or row.base < before.base - UPWARDS * row.size


def runs_over(before: PrintRow, row: PrintRow, ended: bool, measure: Measure) -> bool:
    """Whether a paragraph goes on over the end of a page or a column; a sheet of another format begins anew."""
    other_sheet = measure.frame.on(before.page) != measure.frame.on(row.page)
    other_type = has_other_type(before, row) if ended else row.bold not in (before.bold, ends_bold(before))
    other_type = other_type or (before.bold and not row.bold)
    if begins_anew(row) or other_sheet or other_type or (ended and measure.opens(row)):
        return False
    if not ended and (row.text[:1].islower() or before.text.endswith("-")):
        return True
    return not is_short(before, row, measure, SLACK if ended else ROOM)


def leaves_item(group: Sequence[PrintRow], mark: Bullet | None, row: PrintRow, measure: Measure) -> bool:
    """Whether a row at the top of a page or column begins left of where the text of an item goes on."""
    edge = min((below.x0 for below in group[1:]), default=text_left(group[0], mark)) if mark else group[0].x0
    return mark is not None and measure.set_in(row) < measure.set_in(group[0]) + edge - group[0].x0 - INDENT * row.size


def leaves_list(
    groups: Sequence[Sequence[PrintRow]], marks: Sequence[Bullet | None], row: PrintRow, measure: Measure
) -> bool:
    """Whether a paragraph begins right below a list: set in as the first lines of this document, and not as the text
    of the item above; or where the mark of an item of one line stands, though the items above it go on behind theirs.
    """
    *above, last = groups
    mark, first = marks[-1], last[0]
    if mark is None or not ENDED.fullmatch(last[-1].text):
        return False
    slack = INDENT * row.size
    edge = last[1].x0 if len(last) > 1 else text_left(first, mark)
    if measure.opens(row) and abs(row.x0 - edge) > 1 and first.page == row.page:
        return True
    if len(last) > 1 or row.x0 > first.x0 + slack:
        return False
    items = takewhile(lambda pair: pair[1] is not None, zip(reversed(above), reversed(marks[:-1]), strict=True))
    alike = [group for group, _ in items if abs(group[0].x0 - first.x0) < 1 and len(group) > 1]
    return bool(alike) and all(below.x0 > first.x0 + slack for group in alike for below in group[1:])


def indented(rows: Sequence[PrintRow], at: int, group: Sequence[PrintRow], mark: Bullet | None) -> bool:
    """Whether a row begins further in than the paragraph, or left of the text of an item."""
    row, slack = rows[at], INDENT * rows[at].size
    if mark:
        lines = group[1:]
        edge = min(text_left(group[0], mark), *(above.x0 for above in lines or group))
        return (bool(lines) or row.x0 < group[0].x0 - slack) and row.x0 < edge - slack
    if len(group) > 1:
        return row.x0 > group[-1].x0 + slack and (at + 1 == len(rows) or rows[at + 1].x0 < row.x0 - slack)
    return row.x0 < group[0].x0 - OUTDENT * slack and ENDED.fullmatch(group[0].text) is not None


def with_depths(found: Sequence[Typeset], measure: Measure) -> Iterator[Typeset]:
    """The items with how deep each lies: by where in its column its mark stands among those of the items before it."""
    edges: list[float] = []
    for one in found:
        place = measure.set_in(one.first)
        if one.mark is None:
            edges = [] if place <= min(edges, default=0) + one.first.size else edges
            yield one
            continue
        edges = [*(edge for edge in edges if edge <= place - one.first.size), place]
        yield replace(one, kind=Kind.ITEM, level=len(edges))
