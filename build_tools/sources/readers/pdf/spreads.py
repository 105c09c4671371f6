"""Tables that go on over the end of a page.

After `continued`: such a table is one, its head stands once; the head that the next page repeats is left out.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from build_tools.model import Kind, Reason
from build_tools.sources.readers.pdf.setting import Typeset


def continued(settings: Sequence[Typeset]) -> list[Typeset]:
    """The same settings, tables over pages made one."""
    found: list[Typeset] = []
    for table, run in groupby(settings, key=lambda one: one.table):
        own = list(run)
        before = [one for one in found if one.table == found[-1].table] if found and found[-1].table else []
        if table and before and goes_on(before, own):
            found += appended(before, own)
        else:
            found += own
    return found


def goes_on(before: Sequence[Typeset], own: Sequence[Typeset]) -> bool:
    """Whether a table stands at the top of the next page and begins with the head of the one before it."""
    return own[0].first.page == before[-1].last.page + 1 and head_of(before) == head_of(own)


def head_of(cells: Sequence[Typeset]) -> list[str]:
    return ["".join(one.text.split()) for one in cells if one.cell and one.cell.row == 0]


def appended(before: Sequence[Typeset], own: Sequence[Typeset]) -> list[Typeset]:
    """The cells of the second part below those of the first; its head is furniture of the page."""
    below = max((one.cell.row + one.cell.rows for one in before if one.cell), default=0) - 1
    return [
        replace(one, table=0, cell=None, kind=Kind.PARAGRAPH, reason=Reason.PAGE_FOOT)
        if one.cell.row == 0
        else replace(one, table=before[0].table, cell=replace(one.cell, row=one.cell.row + below))
        for one in own
        if one.cell
    ]
