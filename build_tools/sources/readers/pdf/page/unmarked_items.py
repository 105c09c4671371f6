"""Items whose mark the file draws as no character: a bullet that is a picture, or that its type does not have.

After `with_unmarked_items`: what is set in below a line that ends in a colon, part by part, none of which ends a
sentence but the last, is a list; items with marks of their own between them lie deeper.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from build_tools.model import Kind
from build_tools.sources.readers.pdf.page.columns import Frame
from build_tools.sources.readers.pdf.page.setting import Typeset

LEAST, MOST = 1.0, 4.0
"""Of the size: how far the text of items is set in behind their marks."""
LEVEL_EDGE = 1.0
"""Points: what begins no further apart has one left edge."""
STOPPED = re.compile(r".*[.?!][»”’'\")\]\d]{0,4}", re.DOTALL)
QUOTED = re.compile(r"[«“„‘'\"]")


def with_unmarked_items(found: Sequence[Typeset], frame: Frame) -> list[Typeset]:
    """The paragraphs and items of a text in order, with the items that have no mark."""
    told = list(found)
    for at, one in enumerate(found):
        if not one.text.endswith(":") or set_in(replace(one, rows=one.rows[-1:]), frame) > LEVEL_EDGE:
            continue
        run = list(takewhile(lambda below: may_be_item(below, frame), found[at + 1 :]))
        own = [below for below in run if below.kind is Kind.PARAGRAPH]
        alike = all(abs(set_in(below, frame) - set_in(own[0], frame)) < LEVEL_EDGE for below in own)
        if len(own) > 1 and alike and not any(STOPPED.fullmatch(below.text) for below in own[:-1]):
            deeper = [replace(below, level=below.level + (below not in own), kind=Kind.ITEM) for below in run]
            told[at + 1 : at + 1 + len(run)] = deeper
    return told


def may_be_item(one: Typeset, frame: Frame) -> bool:
    """Whether a setting has its own mark, or begins and goes on at one edge, set in; it is no quotation."""
    if one.kind is Kind.ITEM:
        return set_in(one, frame) > LEAST * frame.size
    edges = {round(set_in(replace(one, rows=(row,)), frame)) for row in one.rows}
    hangs = len(edges) == 1 and LEAST * frame.size < set_in(one, frame) < MOST * frame.size
    return hangs and not QUOTED.match(one.text) and not all(row.italic for row in one.rows)


def set_in(one: Typeset, frame: Frame) -> float:
    """How far right of its column a setting begins."""
    row = one.first
    return row.x0 - frame.on(row.page).lefts[frame.column(row)]
