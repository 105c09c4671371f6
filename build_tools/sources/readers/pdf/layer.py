"""Rows become the text layer of the file and its lines: page by page, what a reader sees in the order of reading.

After `lines_of`: every character that is printed stands in the text and in one line.
"""

import re
from collections.abc import Mapping, Sequence

from build_tools.draft import Bullet, Cut, Given, Line, Mark
from build_tools.model import Kind, Reason
from build_tools.sources.readers.pdf.notes.calls import Call
from build_tools.sources.readers.pdf.page.columns import Frame
from build_tools.sources.readers.pdf.page.rows import PrintRow
from build_tools.sources.readers.pdf.page.setting import Typeset

PARTS: tuple[Reason | None, ...] = (Reason.HEAD, Reason.MASTHEAD, Reason.MARGIN, None, Reason.NOTE, Reason.PAGE_FOOT)
"""The parts of a page in the order in which it is read; None is the text, NOTE the notes below it."""
WHITE = 1.7
"""Of the size: base lines further apart have white space between them."""
COLUMN = 0.5
"""Of the size: the width of a letter, in which indents are counted."""

STOP = re.compile(r"[.,;:!?)]")
"""What no space stands before."""
BACK = re.compile(r"\s*[↩↑⤴↵^][\ufe0e\ufe0f]?$")
"""The sign behind a note that leads back to its call: `nr. 41. ↩`."""

Placed = tuple[PrintRow, Typeset, int]
"""A row, what it belongs to, and that one's number."""


def lines_of(
    settings: Sequence[Typeset], calls: Mapping[PrintRow, tuple[Call, ...]], frame: Frame
) -> tuple[str, tuple[Line, ...]]:
    """The whole text, and its lines."""
    numbers = paragraph_numbers(settings)
    placed = [(row, setting, n) for setting, n in zip(settings, numbers, strict=True) for row in setting.rows]
    placed.sort(key=lambda one: (one[0].page, PARTS.index(part_of(one[1]))))
    text, lines, number = "", list[Line](), 0
    pieces: list[str] = []
    length = 0
    before: Placed | None = None
    for one in placed:
        row, setting, n = one
        blank = before is not None and (before[2] != n or before[0].page != row.page)
        apart = blank and not (before and setting.cell and before[1].table == setting.table)
        if apart and before and shows_gap(before[1], setting):
            pieces.append("\n")
            number, length = number + 1, length + 1
        number += 1
        turn = before is not None and before[0].page != row.page
        blanks = int(blank and (setting.reason is None or stands_apart(before, one)))
        lines.append(line_of(one, calls.get(row, ()), number, length, blanks, turn, frame))
        pieces.append(row.text + "\n")
        length += len(row.text) + 1
        before = one
    text = "".join(pieces)
    return text, tuple(lines)


def shows_gap(before: Typeset, after: Typeset) -> bool:
    """Whether the text layer shows a blank line between two settings: not inside a block of furniture."""
    return before.reason is None or part_of(before) is not part_of(after)


def stands_apart(before: Placed | None, one: Placed) -> bool:
    """Whether white space stands above a row of furniture."""
    row = one[0]
    return before is None or not 0 <= row.base - before[0].base < WHITE * row.size


def part_of(setting: Typeset) -> Reason | None:
    return Reason.NOTE if setting.kind is Kind.NOTE else setting.reason


def paragraph_numbers(settings: Sequence[Typeset]) -> list[int]:
    """A number for each paragraph; the cells of a table share theirs."""
    numbers: list[int] = []
    tables: dict[int, int] = {}
    for at, setting in enumerate(settings, start=1):
        numbers.append(tables.setdefault(setting.table, at) if setting.table else at)
    return numbers


def line_of(one: Placed, calls: Sequence[Call], number: int, start: int, blanks: int, turn: bool, frame: Frame) -> Line:
    """A row as a line, with what the file shows of its paragraph."""
    row, setting, n = one
    first = setting.rows[0] is row
    cuts = [Cut(start + call.start - gap_before(row, call), start + call.end, Reason.MARKER) for call in calls]
    if first and setting.number_end:
        cuts.append(Cut(start, start + setting.number_end, Reason.NOTE_NUMBER))
    if setting.kind is Kind.NOTE and setting.rows[-1] is row and (back := BACK.search(row.text)):
        cuts.append(Cut(start + back.start(), start + back.end(), Reason.NOTE_NUMBER))
    given = Given(
        n, setting.kind, setting.level, bullet_of(setting) if first else None, setting.note, setting.printed,
        setting.cell, setting.reason, setting.sure,
    )  # fmt: skip
    indent = max(0, round((row.x0 - frame.on(row.page).lefts[0]) / (COLUMN * row.size)))
    marks = tuple(Mark(start + call.start, call.note) for call in calls)
    return Line(number, start, row.text, indent, blanks, turn, 0, row.page, cuts=tuple(cuts), marks=marks, given=given)


def gap_before(row: PrintRow, call: Call) -> int:
    """How many spaces stand before a call that a stop or comma follows: `beleid 1.`"""
    before = row.text[: call.start]
    return len(before) - len(before.rstrip()) if STOP.match(row.text, call.end) else 0


def bullet_of(setting: Typeset) -> Bullet | None:
    return setting.mark if setting.kind is Kind.ITEM else None
