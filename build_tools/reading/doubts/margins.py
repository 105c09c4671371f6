"""Doubts about where paragraphs begin, by how close each decision was: a little more or less room on the line before
would have changed it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from build_tools.dutch.sentences import ENDED
from build_tools.model import Doubt, DoubtKind, Kind
from build_tools.reading.blocks.measure import first_word
from build_tools.reading.blocks.members import MOVED, parts_motion
from build_tools.reading.blocks.paragraphs import as_set, opens_or_closes
from build_tools.reading.blocks.typesetting import PrintedLines
from build_tools.reading.doubts.evidence import Evidence
from build_tools.reading.doubts.customs import CAPTION

CLOSE = 0.05
"""The part of the measure by which a line was short of room for the next word, at the most, where that is close."""

TAIL = 0.22
"""The part of the measure of a line with a word or two on it."""

OPENING_QUOTES = "«“„‘\"'"


def close_breaks(evidence: Evidence) -> Iterator[Doubt]:
    """Where a paragraph begins, or may begin, on no more than the room that was left on the line before it."""
    draft = evidence.cleaned
    if not draft.wrapped or draft.has_structure():
        return
    text = replace(draft, lines=tuple(line for line in draft.lines if not line.given))
    page, _ = as_set(text, evidence.words)
    blocks = {n: block for block in evidence.letter.blocks for n in evidence.lines_within(block)}
    for at in range(1, len(page.lines)):
        above, below = blocks.get(page.lines[at - 1].number), blocks.get(page.lines[at].number)
        if above is None or below is None or above.kind is not Kind.PARAGRAPH or below.kind is not Kind.PARAGRAPH:
            continue
        if rests_on_room(page, at) and is_close(page, at, above is not below):
            yield evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, page.lines[at].number, page.texts[at])


def rests_on_room(page: PrintedLines, at: int) -> bool:
    """Whether nothing else tells that a paragraph begins at a line: no white space, mark, salutation or list."""
    line, before, text = page.lines[at], page.texts[at - 1], page.texts[at]
    spaced = page.lines[at - 1].spaced > page.usual_space > 0
    told = spaced or line.blanks or line.turn or at in page.known_starts or page.bullets[at] is not None
    apart = opens_or_closes(before) or opens_or_closes(text) or before.endswith(":") or text.endswith(":") or CAPTION.match(text)
    return not told and not apart and ENDED.fullmatch(before) is not None and not text[:1].islower()


def is_close(page: PrintedLines, at: int, parted: bool) -> bool:
    """Whether a little less room would have made one paragraph of two, or a custom of the letter two of one."""
    room = (page.filled(at - 1) + page.width(" " + first_word(page.texts[at]))) / max(page.measures[at - 1], 1)
    close = room > page.slack - CLOSE
    if page.marks_paragraphs:
        return room <= TAIL if parted else not (close or page.known_starts)
    return parted and close and room <= page.slack


def parts_of_motions(evidence: Evidence) -> Iterator[Doubt]:
    """Lines within a paragraph that begin as a part of a motion does, behind one that ends such a part."""
    lines = evidence.cleaned.lines
    if not any(MOVED.search(block.text) for block in evidence.letter.blocks):
        return
    for before, line in pairwise(lines):
        anchor = evidence.anchor_at(line.number)
        if anchor and anchor == evidence.anchor_at(before.number) and parts_motion(before.plain, line.plain):
            yield evidence.doubt(DoubtKind.PARAGRAPH_UNSURE, line.number, line.plain, anchor)
