"""Doubts about how far items reach: lists that end before their last item, items that run on into the next one."""

import re
from collections.abc import Iterator
from itertools import pairwise

from build_tools.draft import Line
from build_tools.model import Doubt, DoubtKind, Kind
from build_tools.reading.doubts.evidence import Evidence, begin_of, doubted, end_of
from build_tools.reading.doubts.strays import is_motion

ENDS_OPEN = re.compile(r"(?:[,;](?: (?:en|of))?|[a-zà-ÿ] (?:en|of))$")
"""`…, en`, `…;`: how an item ends that another one follows."""

ITEM_WITHIN = re.compile(r"; (?:en|of) (?=[(«“‘]?[A-Z])")
"""`…; en Periodieke ijking`: the end of an item, and a capital behind it."""

ROOM = 0.75
"""The part of its measure that an inner line of an item with the first word of the next line takes, at the most, where
it was ended on purpose: lines that run on are fuller, even those set ragged."""


def unfinished_lists(evidence: Evidence) -> Iterator[Doubt]:
    """Items that end as if another one follows, where none does, and what stands there; paragraphs that end so below
    one. A salutation, a part of a motion and what a file itself parts is none of these."""
    blocks = evidence.letter.blocks
    if evidence.raw.has_structure() or is_motion(blocks):
        return
    for block, below in pairwise(blocks):
        if block.kind is Kind.ITEM and ENDS_OPEN.search(block.text) and below.kind is not Kind.ITEM:
            yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[1], end_of(block.text), block.anchor)
            yield evidence.doubt(DoubtKind.LIST_UNSURE, below.lines[0], begin_of(below.text), below.anchor)
        elif block.kind is Kind.PARAGRAPH and block.text.endswith(";"):
            yield evidence.doubt(DoubtKind.LIST_UNSURE, block.lines[1], end_of(block.text), block.anchor)


def items_that_run_on(evidence: Evidence) -> Iterator[Doubt]:
    """Lines within an item or a heading at which another can begin: the line before them was ended on purpose, or there
    is white space between them."""
    if evidence.raw.has_structure() or not evidence.cleaned.wrapped:
        return
    for block in evidence.letter.blocks:
        if block.kind in (Kind.ITEM, Kind.HEADING):
            for before, line in pairwise(evidence.lines_with(block)):
                if not line.turn and ((block.kind is Kind.ITEM and line.blanks) or ends_early(evidence, before, line)):
                    yield evidence.doubt(DoubtKind.LIST_UNSURE, line.number, line.plain, block.anchor)


def ends_early(evidence: Evidence, before: Line, line: Line) -> bool:
    """Whether a line was ended on purpose before one that does not go on in small letters."""
    page, at = evidence.page, evidence.on_page.get(before.number)
    if at is None or at + 1 >= len(page.lines) or page.lines[at + 1].number != line.number:
        return False
    small = line.plain[:1].islower() and not line.plain.startswith(("http", "www"))
    return not small and page.filled(at) <= ROOM * page.measures[at] and page.short(at)


def items_within_lines(evidence: Evidence) -> Iterator[Doubt]:
    """Items that begin amid a line of a print, as notes do that stand behind each other; and ends of items within one."""
    if evidence.raw.has_structure():
        return
    for above, block in pairwise(evidence.letter.blocks):
        if above.kind is block.kind is Kind.ITEM and above.lines[1] == block.lines[0]:
            for one in (above, block):
                yield evidence.doubt(DoubtKind.LIST_UNSURE, one.lines[0], begin_of(one.text), one.anchor)
    yield from doubted(evidence, DoubtKind.LIST_UNSURE, ITEM_WITHIN)
